import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadTeksten } from '../../../platform/i18n/index.ts'
import type { Context } from '../../ui/context.ts'
import { maakSpraak } from '../../ui/spraak.ts'
import { keurVelden, leesIngevuld, toonVelden } from './velden.ts'

const teksten = loadTeksten(join(import.meta.dirname, '..', '..', '..', '..', 'corpus', 'teksten'))

test('a last day on which nobody works is asked about, with the day after it, and stays when it is meant', () => {
  const context = { taal: 'nl', spraak: maakSpraak(teksten).nl } as Context
  const veld = { soort: 'dag', naam: 'termijn', werkdag: true } as const
  const keur = (dag: string, toch = '', was?: string) => {
    const velden = [{ ...veld, ...(was && { waarde: was }) }]
    const ingevuld = leesIngevuld(new URLSearchParams({ termijn: dag, 'termijn-toch': toch }))
    const fouten = keurVelden(context, velden, ingevuld)
    return { fouten, html: String(toonVelden({ context, ingevuld, fouten }, velden)) }
  }
  // Good Friday, and the weekend and Easter Monday after it.
  const { fouten, html } = keur('2026-04-03')
  assert.match(fouten[0]?.tekst ?? '', /3 april.*7 april/)
  assert.match(html, /type="checkbox" id="termijn-toch"/)
  for (const [dag, toch, was] of [
    ['2026-04-02'],
    ['2026-04-03', 'ja'],
    ['2026-04-03', '', '2026-04-03'],
  ] as const)
    assert.deepEqual(keur(dag, toch, was).fouten, [], dag)
  assert.doesNotMatch(keur('2026-04-02').html, /toch/)
})
