import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { ontleedFormule, toonFormule } from '../engine/index.ts'
import { loadCorpus } from './laden.ts'
import { leesMap } from './map-lezen.ts'
import { proefcorpus } from './proefcorpus.ts'
import { isVelden, waardeOp } from './velden.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')

test('the shipped corpus has no fault', () => {
  const geladen = loadCorpus({ mappen: [CORPUS] })
  const fouten = geladen.ok ? geladen.waarschuwingen : geladen.fouten
  assert.deepEqual(
    fouten.map((f) => `${f.bestand}:${f.regel}:${f.kolom} ${f.melding} ${f.remedie}`),
    [],
  )
})

test('every scheme that computes has examples beside one of its files', () => {
  const geladen = proefcorpus()
  const metVoorbeelden = new Set(
    leesMap(CORPUS)
      .filter(({ bestand }) => bestand.endsWith('.voorbeelden.yaml'))
      .map(({ bestand }) => bestand.split('/').at(-2)),
  )
  const zonder = [...geladen.engine.ids].filter((id) => !metVoorbeelden.has(id))
  assert.deepEqual(zonder, [])
})

const TALEN = ['nl', 'en', 'pap'] as const

/** Every place in a law file where residents read a sentence that has languages, with what stands there. */
function* zinnenMetTalen(inhoud: unknown): Generator<readonly [string, unknown]> {
  const groep = (pad: readonly string[]) => {
    const w = waardeOp(inhoud, pad)
    return isVelden(w) ? w : {}
  }
  for (const naam of Object.keys(groep(['regels'])))
    yield [`regels.${naam}.uitleg`, waardeOp(inhoud, ['regels', naam, 'uitleg'])]
  const onzeker = waardeOp(inhoud, ['onzeker'])
  for (const [i, punt] of (Array.isArray(onzeker) ? onzeker : []).entries())
    yield [`onzeker.${i}.reden`, waardeOp(punt, ['reden'])]
  for (const [soort, kanaal] of Object.entries(groep(['kanalen']))) {
    const tekst = waardeOp(kanaal, ['tekst'])
    if (tekst !== undefined) yield [`kanalen.${soort}.tekst`, tekst]
  }
  if (waardeOp(inhoud, ['teksten']) === undefined) return
  const nl = groep(['teksten', 'nl'])
  for (const veld of Object.keys(nl).filter((v) => v !== 'voorwaarden'))
    yield [`teksten.${veld}`, perTaal(inhoud, [veld])]
  for (const naam of Object.keys(isVelden(nl.voorwaarden) ? nl.voorwaarden : {}))
    yield [`teksten.voorwaarden.${naam}`, perTaal(inhoud, ['voorwaarden', naam])]
}

function perTaal(inhoud: unknown, pad: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(TALEN.map((taal) => [taal, waardeOp(inhoud, ['teksten', taal, ...pad])]))
}

function ontbrekendeTalen(inhoud: unknown): string[] {
  return [...zinnenMetTalen(inhoud)].flatMap(([plek, zin]) =>
    TALEN.filter((taal) => {
      const tekst = waardeOp(zin, [taal])
      return typeof tekst !== 'string' || tekst.trim() === ''
    }).map((taal) => `${plek}: ${taal}`),
  )
}

test('everything a shipped law file says to residents, it says in Dutch, English and Papiamentu', () => {
  const wetten = leesMap(CORPUS).filter(({ bestand }) => /^regelingen\/.*\d\.yaml$/.test(bestand))
  const zonder = wetten.flatMap(({ bestand, tekst }) =>
    ontbrekendeTalen(parse(tekst)).map((wat) => `${bestand}: ${wat}`),
  )
  assert.deepEqual(zonder, [])
  const aantal = wetten.reduce((som, { tekst }) => som + [...zinnenMetTalen(parse(tekst))].length, 0)
  assert.ok(aantal > 1_000, `${aantal} sentences were looked at`)
})

test('a sentence without one of the languages is found, wherever it stands', () => {
  const inhoud = {
    regels: { a: { uitleg: 'Zo.' }, b: {} },
    onzeker: [{ reden: { nl: 'Niet.', en: 'Not.' } }],
    kanalen: { web: {}, balie: { tekst: { nl: 'Kom.', en: ' ', pap: 'Bini.' } } },
    teksten: {
      nl: { titel: 'T', voorwaarden: { a: 'A.' } },
      en: { titel: 'T', voorwaarden: {} },
      pap: { titel: 'T' },
    },
  }
  assert.deepEqual(ontbrekendeTalen(inhoud), [
    ...TALEN.map((taal) => `regels.a.uitleg: ${taal}`),
    ...TALEN.map((taal) => `regels.b.uitleg: ${taal}`),
    'onzeker.0.reden: pap',
    'kanalen.balie.tekst: en',
    'teksten.voorwaarden.a: en',
    'teksten.voorwaarden.a: pap',
  ])
})
test('every formula of the shipped corpus is printed and read again as the same formula', () => {
  const geladen = proefcorpus()
  const formules = new Set(geladen.engine.wetten.flatMap((w) => [...w.regels.values()].map((r) => r.formule)))
  for (const formule of formules) {
    const eerst = ontleedFormule(formule)
    assert.ok(eerst.ok, formule)
    const getoond = toonFormule(eerst.ast)
    const weer = ontleedFormule(getoond)
    assert.ok(weer.ok, getoond)
    assert.equal(toonFormule(weer.ast), getoond)
    assert.deepEqual(vorm(weer.ast), vorm(eerst.ast), formule)
  }
  assert.ok(formules.size > 250, String(formules.size))
})

/** A formula without the places where its parts stood. */
function vorm(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(vorm)
  if (typeof x !== 'object' || x === null) return x
  return Object.fromEntries(Object.entries(x).flatMap(([k, w]) => (k === 'van' ? [] : [[k, vorm(w)]])))
}
