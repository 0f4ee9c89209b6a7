import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadTeksten } from '../../../platform/i18n/index.ts'
import { maakSpraak } from '../../ui/spraak.ts'
import { informatiePagina } from './informatie-pagina.ts'

const spraak = maakSpraak(loadTeksten(join(import.meta.dirname, '../../../../corpus/teksten')))

const privacy = (kanInloggen: boolean) =>
  informatiePagina(
    {
      taal: 'nl',
      spraak: spraak.nl,
      pad: '/privacy',
      zoekdeel: '',
      steun: [],
      heeftAntwoorden: false,
      heeftIets: false,
      kanInloggen,
      asset: (naam) => naam,
    },
    'privacy',
  )

test('where people can log in, the privacy page tells what is kept about them, and promises no more than it does', () => {
  const met = privacy(true)
  assert.match(met, /Zonder inloggen weten wij niet wie u bent\./)
  assert.match(met, /Wij schrijven op wie uw gegevens zag, wanneer en waarom/)
  const zonder = privacy(false)
  assert.match(zonder, /<p class="vd-lead">Wij bewaren uw antwoorden niet, en weten niet wie u bent\.<\/p>/)
  assert.doesNotMatch(zonder, /Als u inlogt/)
  // Counting keeps something of everybody, so nobody says that we keep nothing.
  for (const pagina of [met, zonder]) {
    assert.match(pagina, /Wij tellen hoe vaak iets gebeurt/)
    assert.doesNotMatch(pagina, /niets van u/)
  }
})
