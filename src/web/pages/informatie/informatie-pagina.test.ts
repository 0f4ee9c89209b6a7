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
      heeftAntwoorden: false,
      heeftIets: false,
      kanInloggen,
      asset: (naam) => naam,
    },
    'privacy',
  )

test('where people can log in, the privacy page tells what is kept about them, and promises no more than it does', () => {
  const met = privacy(true)
  assert.match(met, /Zonder inloggen bewaren wij niets van u\./)
  assert.match(met, /Wij schrijven op wie uw gegevens zag, wanneer en waarom/)
  const zonder = privacy(false)
  assert.match(zonder, /<p class="vd-lead">Wij bewaren niets van u\.<\/p>/)
  assert.doesNotMatch(zonder, /Als u inlogt/)
})
