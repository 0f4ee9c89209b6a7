import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { gebeurtenisteksten } from '../../corpus/index.ts'
import { proefcorpus } from '../../corpus/proefcorpus.ts'
import { loadTeksten } from '../../platform/i18n/index.ts'
import { moeilijkeWoorden } from './moeilijke-woorden.ts'
import { type Bevinding, controleerZin, type Taalregels, woorden, zinnen } from './taal.ts'

const hier = import.meta.dirname
const teksten = loadTeksten(join(hier, '..', '..', '..', 'corpus', 'teksten'))
const regels: Taalregels = {
  moeilijk: moeilijkeWoorden(),
  hoogstensWoorden: 20,
  lieverWoorden: 15,
}
/** One sentence in ten may be over 15 words or in the passive; more means that somebody must look. */
const HOOGSTENS_LET_OP = 0.1

function feitteksten(taal: string): readonly (readonly [string, string])[] {
  return proefcorpus().engine.feiten.flatMap((feit) =>
    Object.entries(feit.teksten[taal] ?? {}).flatMap(([naam, tekst]): [string, string][] =>
      typeof tekst === 'string' ? [[`${feit.id}.${naam}`, tekst]] : [],
    ),
  )
}

/** The words of the law files to residents: `uitleg`, `reden`, channels and texts, each under its language. */
function wetteksten(taal: string): readonly (readonly [string, string])[] {
  const map = join(hier, '..', '..', '..', 'corpus', 'regelingen')
  const gevonden = new Map<string, string>()
  const loop = (deel: unknown, pad: string, inTaal: boolean): void => {
    if (typeof deel === 'string' && inTaal) gevonden.set(deel, pad)
    if (typeof deel !== 'object' || deel === null) return
    for (const [naam, kind] of Object.entries(deel))
      loop(kind, `${pad}.${naam}`, (inTaal || naam === taal) && naam !== 'titel')
  }
  for (const bestand of globSync('**/*.yaml', { cwd: map }))
    if (!bestand.endsWith('.voorbeelden.yaml'))
      loop(parse(readFileSync(join(map, bestand), 'utf8')), bestand, false)
  // The same sentence stands in many years and places; judged once.
  return [...gevonden].map(([tekst, plek]) => [plek, tekst])
}

function schematekstenNl(): readonly (readonly [string, string])[] {
  return proefcorpus()
    .engine.alleRegelingen()
    .flatMap(({ id, teksten: { nl } }): [string, string][] => {
      if (!nl) return []
      const { titel: _titel, voorwaarden, ...rest } = nl
      return Object.entries({ ...rest, ...voorwaarden }).map(([naam, tekst]) => [`${id}.${naam}`, tekst])
    })
}

/** Every sentence of the events that a visitor reads; sources and articles are names. */
function zinnenVanGebeurtenissen(taal: string): readonly (readonly [string, string])[] {
  return [...proefcorpus().gebeurtenissen.values()].flatMap((g) =>
    gebeurtenisteksten(g).flatMap(({ plek, tekst }) =>
      tekst[taal] ? [[`${g.id}.${plek}`, tekst[taal]] as const] : [],
    ),
  )
}

function registerteksten(taal: string): readonly (readonly [string, string])[] {
  return [...proefcorpus().verwerkingen.values()].flatMap(({ id, naam, doel, grondslag, soorten }) =>
    [naam, doel, grondslag.uitleg, ...Object.values(soorten)].flatMap((tekst): [string, string][] => {
      const zin = tekst[taal]
      return zin === undefined ? [] : [[`verwerkingen.${id}`, zin]]
    }),
  )
}

function controleer(bron: Iterable<readonly [string, string]>): readonly (Bevinding & { sleutel: string })[] {
  return [...bron].flatMap(([sleutel, tekst]) =>
    zinnen(tekst).flatMap((zin) => controleerZin(zin, regels).map((b) => ({ ...b, sleutel }))),
  )
}

for (const [naam, bron] of [
  ['the product', () => teksten.nl],
  ['the questions', () => feitteksten('nl')],
  ['the schemes', schematekstenNl],
  ['the law files', () => wetteksten('nl')],
  ['the life events', () => zinnenVanGebeurtenissen('nl')],
  ['the register of processing activities', () => registerteksten('nl')],
] as const) {
  test(`Dutch texts of ${naam}: short sentences, no hard words, no «helaas», no exclamation marks`, () => {
    const alle = [...bron()]
    const bevindingen = controleer(alle)
    const fouten = bevindingen.filter((b) => b.ernst === 'fout')
    assert.deepEqual(
      fouten.map(({ sleutel, regel, zin }) => `${sleutel}: ${regel}: ${zin}`),
      [],
    )
    const aantal = alle.reduce((som, [, tekst]) => som + zinnen(tekst).length, 0)
    const letOp = bevindingen.filter((b) => b.ernst === 'let-op')
    assert.ok(
      letOp.length / aantal <= HOOGSTENS_LET_OP,
      letOp.map((b) => `${b.sleutel}: ${b.regel}`).join('\n'),
    )
  })
}

test('English and Papiamentu sentences have at most 25 words', () => {
  for (const taal of ['en', 'pap'] as const) {
    const lang = [
      ...teksten[taal],
      ...feitteksten(taal),
      ...wetteksten(taal),
      ...zinnenVanGebeurtenissen(taal),
    ].flatMap(([sleutel, tekst]) =>
      zinnen(tekst)
        .filter((zin) => woorden(zin).length > 25)
        .map((zin) => `${sleutel}: ${zin}`),
    )
    assert.deepEqual(lang, [], taal)
  }
})

test('a translation is not the Dutch text again', () => {
  const stopwoorden = new Set(['de', 'het', 'een', 'van', 'voor', 'niet', 'uw', 'wij', 'dit'])
  for (const taal of ['en', 'pap'] as const) {
    const onvertaald = [...teksten[taal], ...wetteksten(taal)].filter(([sleutel, tekst]) => {
      const delen = woorden(tekst.replace(/\{\w+\}/g, '').toLowerCase())
      const deel = delen.filter((woord) => stopwoorden.has(woord)).length / Math.max(1, delen.length)
      return delen.length > 2 && (tekst === teksten.nl.get(sleutel) || deel > 0.2)
    })
    assert.deepEqual(onvertaald, [], taal)
  }
})

test('Papiamentu follows the spelling of Bonaire, not that of Aruba', () => {
  const alarm =
    /(?<!\p{L})(cu|y|of|cuenta|haci|haya|cas|caso|gobierno|ciudadano|conoci|boluntad|maart|augustus|januari|februari|october|december)(?!\p{L})|\p{L}+cion(nan)?(?!\p{L})/iu
  const gevonden = [
    ...teksten.pap,
    ...feitteksten('pap'),
    ...wetteksten('pap'),
    ...zinnenVanGebeurtenissen('pap'),
  ].filter(([, tekst]) => alarm.test(tekst))
  assert.deepEqual(gevonden, [])
})

test('the check itself finds what it should', () => {
  const vind = (zin: string) => controleerZin(zin, regels).map((b) => b.regel)
  assert.deepEqual(vind('Helaas krijgt u niets.'), ['helaas'])
  assert.deepEqual(vind('U dient te betalen!'), ['liever niet: dient te', 'uitroepteken'])
  assert.deepEqual(vind('Uw aanvraag wordt door ons behandeld.'), ['lijdende vorm'])
  assert.deepEqual(vind('Kies ja of nee.'), [])
  assert.deepEqual(zinnen('{n, plural, one {# vraag} other {# vragen}}. Goed.'), ['3 vragen.', 'Goed.'])
})
