import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { UitlegStap } from '../../../engine/index.ts'
import { loadTeksten } from '../../../platform/i18n/index.ts'
import { GEEN_ANTWOORDEN } from '../../../rechten/index.ts'
import { Bezoeker, proefbronnen, proefweb } from '../../proefweb.ts'
import { maakSpraak, type Spraak } from '../../ui/spraak.ts'
import { artikelLink } from '../../ui/wet.ts'
import { maakBeeld } from './beeld.ts'
import { uitlegBoom } from './uitleg-boom.ts'
import { inTaal } from './vertaling.ts'
import { hoeveelheid } from './waarde.ts'

const app = proefweb()
const spraak = maakSpraak(loadTeksten(join(import.meta.dirname, '..', '..', '..', '..', 'corpus', 'teksten')))

test('a sentence comes in the language asked for, and else in Dutch that says so', () => {
  assert.deepEqual(inTaal(spraak.nl, 'Zo.', { en: 'So.' }), { tekst: 'Zo.', lang: undefined })
  assert.deepEqual(inTaal(spraak.en, 'Zo.', { en: 'So.' }), { tekst: 'So.', lang: undefined })
  assert.deepEqual(inTaal(spraak.pap, 'Zo.', { en: 'So.' }), { tekst: 'Zo.', lang: 'nl' })
  assert.deepEqual(inTaal(spraak.pap, 'Zo.', undefined), { tekst: 'Zo.', lang: 'nl' })
})

test('a unit has words in each language, also when it is one thing per another', () => {
  const gevallen: readonly (readonly [string, string, string, string, string])[] = [
    ['80', 'uur/2-weken', '80 uur per 2 weken', '80 hours every 2 weeks', '80 ora pa 2 siman'],
    ['26', '2-weken/jaar', '26 keer 2 weken per jaar', '26 times 2 weeks a year', '26 bia 2 siman pa aña'],
    ['0.02', 'procent/jaar', '2% per jaar', '2% a year', '2% pa aña'],
    ['12', 'uur/maand', '12 uur per maand', '12 hours a month', '12 ora pa luna'],
    ['0.5', 'jaar^2/maand/EUR', '0,5', '0.5', '0,5'],
  ]
  for (const [getal, eenheid, ...verwacht] of gevallen) {
    const talen: readonly Spraak[] = [spraak.nl, spraak.en, spraak.pap]
    assert.deepEqual(
      talen.map((s) => hoeveelheid(s, getal, eenheid)),
      verwacht,
      eenheid,
    )
  }
  assert.match(hoeveelheid(spraak.nl, '16.25', 'EUR/m2'), /^€\s16,25 per vierkante meter$/)
})

test('an article keeps its numbers, not the Dutch words between them; a topic is no article', () => {
  const toon = (s: Spraak, artikel: string) =>
    String(artikelLink(s, {}, artikel) ?? '').replace(/<[^>]+>/g, '')
  assert.equal(toon(spraak.nl, '17b en 19 lid 2'), 'artikel 17b en 19 lid 2')
  assert.equal(toon(spraak.en, '17b en 19 lid 2'), 'article 17b and 19 lid 2')
  assert.equal(toon(spraak.pap, '13 tot en met 17b'), 'artíkulo 13–17b')
  assert.equal(toon(spraak.en, '7 lid 1 onder c en lid 2'), 'article 7 lid 1 c and lid 2')
  assert.equal(toon(spraak.nl, 'inkomen en bedrag'), '')
})

const stap = (naam: string, meer: Partial<UitlegStap>): UitlegStap => ({
  naam,
  artikel: '1',
  uitleg: `${naam} in het Nederlands.`,
  formule: 'x',
  eenheid: 'ja-nee',
  vertrouwen: 'opgesteld',
  waarde: { soort: 'bekend', waarde: true },
  gebruikt: [],
  ...meer,
})

test('a step that is told before is pointed at with its own sentence', () => {
  const beeld = maakBeeld(proefbronnen(), GEEN_ANTWOORDEN, 'en')
  assert.ok(beeld)
  const a = stap('a', { vertalingen: { en: 'The first one.' } })
  const b = stap('b', { vertalingen: { en: 'The second one.' }, gebruikt: [{ soort: 'eerder', naam: 'a' }] })
  const vertel = (s: Spraak) => uitlegBoom({ spraak: s, beeld, wet: {} }, [a, b])
  assert.equal(String(vertel(spraak.en).html).match(/The first one\./g)?.length, 2)
  assert.equal(vertel(spraak.en).heeftNederlands, false)
  assert.equal(vertel(spraak.pap).heeftNederlands, true)
  assert.match(String(vertel(spraak.pap).html), /lang="nl">a in het Nederlands\./)
  assert.equal(vertel(spraak.nl).heeftNederlands, false)
})

/** Words that no English or Papiamentu sentence has. */
const NEDERLANDS =
  /(?<![\p{L}-])(het|een|voor|niet|uw|wij|wordt|geen|bij|aan|wie|krijgt|jaar|deze|zijn)(?![\p{L}-])/giu

/** What stands on a page as the language of the page itself. */
function eigenTekst(pagina: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(pagina)?.[0] ?? ''
  return main
    .replaceAll(/<(\w+)[^>]* lang="nl"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

for (const [taal, plaats, regelingen] of [
  ['en', 'Utrecht', ['zorgtoeslag', 'huurtoeslag', 'bijstand', 'kinderopvangtoeslag', 'u-pas']],
  ['pap', 'Utrecht', ['zorgtoeslag', 'huurtoeslag', 'bijstand', 'kinderbijslag', 'u-pas']],
  ['pap', 'bonaire', ['onderstand', 'aov', 'kinderbijslagvoorziening']],
] as const) {
  test(`pages about schemes speak ${taal} in ${plaats}; what is Dutch is marked as Dutch`, async () => {
    const bezoeker = new Bezoeker(app)
    await bezoeker.stuur(`/${taal}/rechten/vraag`, {
      pad: '/huishouden/woning/gemeente',
      n: '1',
      gemeente: plaats,
    })
    for (const regeling of regelingen) {
      const { body, statusCode } = await bezoeker.haal(`/${taal}/rechten/${regeling}`)
      assert.equal(statusCode, 200, regeling)
      const tekst = eigenTekst(body)
      assert.ok(tekst.length > 500, `${regeling}: ${tekst}`)
      assert.deepEqual(tekst.match(NEDERLANDS) ?? [], [], `${regeling}: ${tekst}`)
    }
  })
}
