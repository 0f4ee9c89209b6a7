import assert from 'node:assert/strict'
import { test } from 'node:test'
import { in2, maakCorpus, regel, uitkomst } from '../../test/engine/klein.ts'
import { corpus, type Json, kies, PLAATSEN, vraag } from '../../test/engine/meegeleverd.ts'
import { loopNa } from '../../test/engine/uitleg-lopen.ts'
import { leesDatum } from './datum.ts'
import { parseVraag } from './invoer.ts'
import { type Omgeving, omgeving } from './omgeving.ts'
import { metWaarde } from './onbekenden.ts'
import type { Plan } from './plan.ts'
import { peildag, Situatie } from './situatie.ts'
import { randomHuishouden, vasteToeval } from './steekproef.ts'
import type { UitlegStap, Vraag } from './types.ts'
import { legUit } from './uitleg.ts'

const DATUMS = ['2024-05-17', '2025-08-03', '2026-03-01', '2026-08-20']
const HUISHOUDENS = 60

/** A household of which parts are left out. */
function metGaten(w: unknown, kans: number, toeval: () => number): unknown {
  if (Array.isArray(w)) return w.map((x) => metGaten(x, kans, toeval))
  if (typeof w !== 'object' || w === null) return w
  return Object.fromEntries(
    Object.entries(w as Json).flatMap(([k, x]) =>
      k !== 'gemeente' && toeval() < kans ? [] : [[k, metGaten(x, kans, toeval)]],
    ),
  )
}

function plannen(v: Vraag): { plan: Plan; e: () => Omgeving }[] {
  const dag = leesDatum(v.datum) ?? 0
  const s = Situatie.van(corpus(), v.huishouden)
  const keten = s.keten(dag)
  return corpus()
    .wettenOp(dag, keten)
    .flatMap((w) => {
      const keus = corpus().planOp(w.id, dag, keten)
      if (keus.k !== 'plan' && keus.k !== 'verlopen') return []
      const { plan } = keus
      return [{ plan, e: () => omgeving(s.op(peildag(plan.wet, dag)), plan.regels.length) }]
    })
}

/** The law beside an article, and the sentence in other languages, are added by the explanation alone. */
function zonderWet(stappen: readonly UitlegStap[]): string {
  return JSON.stringify(stappen, (k, x: unknown) => (k === 'wet' || k === 'vertalingen' ? undefined : x))
}

test('an explanation says to the letter what walking each formula says, for random households with gaps', (t) => {
  const toeval = vasteToeval(20260301)
  let aantal = 0
  for (let n = 0; n < HUISHOUDENS; n++) {
    const [gebied, datum] = [kies(toeval, PLAATSEN), kies(toeval, DATUMS)]
    const h = metGaten(
      randomHuishouden(corpus(), toeval, gebied, datum),
      kies(toeval, [0, 0.05, 0.3]),
      toeval,
    )
    if (!parseVraag(corpus(), { datum, huishouden: h }).ok) continue
    for (const { plan, e } of plannen(vraag(h, datum))) {
      const snel = legUit(plan, e())
      const na = loopNa(plan, e())
      assert.equal(zonderWet(snel.uitleg.stappen), JSON.stringify(na.stappen), `${plan.wet.id} ${datum}`)
      assert.equal(snel.vertrouwen, na.vertrouwen)
      assert.deepEqual(
        snel.aannames.map((a) => a.pad),
        na.aannames,
      )
      aantal++
    }
  }
  assert.ok(aantal > HUISHOUDENS * 5, `${aantal} explanations`)
  t.diagnostic(`${aantal} explanations`)
})

test('a fact that gets another value is told anew, and again as it was', () => {
  const v = vraag({ aanvrager: { toetsingsinkomen: 2_950_000 } }, '2026-03-01')
  const plan = plannen(v).find((p) => p.plan.wet.id === 'zorgtoeslag')
  assert.ok(plan)
  const e = plan.e()
  const m = e.g.aanvrager
  const feit = corpus().vocabulaire.opNaam.get('aanvrager.toetsingsinkomen')
  assert.ok(feit)
  const verteld = () =>
    /toetsingsinkomen","waarde":(\{[^}]*\})/.exec(JSON.stringify(legUit(plan.plan, e)))?.[1]
  const eerst = verteld()
  assert.equal(eerst, '{"soort":"bekend","waarde":"29500"}')
  assert.equal(
    metWaarde(e, m, feit, { lo: 100_000, hi: 200_050 }, verteld),
    '{"soort":"grenzen","van":"1000","tot":"2000.5"}',
  )
  assert.equal(verteld(), eerst)
})

const EIGEN = `id: proef
naam: Proef
soort: geld
uitvoerder: dienst
gebied: nederland
grondslag: { wet: Proefwet, bwb: BWBR0000001, artikel: "1" }
vanaf: 2020-01-01
gebruikt: [begrip]
parameters:
  m: { waarde: 100, eenheid: EUR/maand, bron: x }
regels:
${in2(regel('uit', 'EUR/maand', 'if telt_mee and hoort_erbij then m else 0'))}
uitkomst: { voorwaarden: [telt_mee], bedrag: uit }
`
const ander = (grondslag: string) => `id: begrip
soort: gedeeld
${grondslag}
vanaf: 2020-01-01
regels:
${in2(regel('telt_mee', 'ja-nee', 'aanvrager.legaal'))}
  hoort_erbij:
    artikel: "3"
    grondslag: { wet: Derde wet, cvdr: CVDR1 }
    eenheid: ja-nee
    formule: aanvrager.legaal
`

test('a rule from another file names the law of its article, and a rule that stands in a third law that one', () => {
  const c = maakCorpus({
    'a.yaml': EIGEN,
    'b.yaml': ander('grondslag: { wet: Begrippenwet, bwb: BWBR0000002 }'),
  })
  const { uitleg } = uitkomst(c, { aanvrager: {} })
  const begrip = { naam: 'Begrippenwet', bwb: 'BWBR0000002' }
  assert.deepEqual(uitleg.voorwaarden, [{ naam: 'telt_mee', artikel: '1', wet: begrip, voldaan: 'ja' }])
  const [voorwaarde, bedrag] = uitleg.stappen
  assert.deepEqual(voorwaarde?.wet, begrip)
  assert.equal(bedrag?.naam, 'uit')
  assert.equal(bedrag && 'wet' in bedrag, false)
  const onder = bedrag?.gebruikt.flatMap((v) => (v.soort === 'regel' ? [v.stap] : []))
  assert.deepEqual(
    onder?.map((s) => [s.naam, s.wet]),
    [['hoort_erbij', { naam: 'Derde wet', cvdr: 'CVDR1' }]],
  )
})

test('a shared file that names no law adds none', () => {
  const c = maakCorpus({ 'a.yaml': EIGEN, 'b.yaml': ander('') })
  const [voorwaarde] = uitkomst(c, { aanvrager: {} }).uitleg.voorwaarden
  assert.equal(voorwaarde && 'wet' in voorwaarde, false)
})

test('rules that a later file took over unchanged still belong to the scheme itself', () => {
  const later = `id: proef\nvanaf: 2025-01-01\nbouwt_voort_op: 2020-01-01\nparameters:\n  m: { waarde: 200, eenheid: EUR/maand, bron: x }\n`
  const c = maakCorpus({
    'a.yaml': EIGEN,
    'a2.yaml': later,
    'b.yaml': ander('grondslag: { wet: Begrippenwet }'),
  })
  const bedrag = uitkomst(c, { aanvrager: {} }).uitleg.stappen.find((s) => s.naam === 'uit')
  assert.equal(bedrag?.wet, undefined)
  assert.ok(bedrag)
})

test('every article of a shared file that ships names its law', () => {
  const namen = new Set<string>()
  const loop = (s: UitlegStap): void => {
    if (/^(Awir|Participatiewet|Algemene Ouderdomswet) /.test(s.artikel) && s.wet)
      namen.add(`${s.artikel.split(' ')[0]}: ${s.wet.naam}`)
    for (const v of s.gebruikt) if (v.soort === 'regel') loop(v.stap)
  }
  for (const { plan, e } of plannen(
    vraag({ aanvrager: {}, partner: {}, woning: { gemeente: 'GM0363' } }, '2026-03-01'),
  ))
    legUit(plan, e()).uitleg.stappen.forEach(loop)
  assert.deepEqual([...namen].sort(), [
    'Algemene: Algemene Ouderdomswet',
    'Awir: Algemene wet inkomensafhankelijke regelingen',
    'Participatiewet: Participatiewet',
  ])
})

test('what depends on a figure that nobody has set is told as not known, not as a range of billions', () => {
  const h: Json = {
    aanvrager: { geboortedatum: '1985-05-01', netto_maandinkomen: 50_000, inkomen_uit_werk: 0, vermogen: 0 },
    partner: null,
    kinderen: [],
    medebewoners: [],
    woning: { gemeente: 'bonaire' },
  }
  const steps = (datum: string): Map<string, string> => {
    const uit = new Map<string, string>()
    const lees = (stappen: readonly UitlegStap[]): void => {
      for (const s of stappen) {
        uit.set(s.naam, s.waarde.soort === 'grenzen' ? `${s.waarde.van} ${s.waarde.tot}` : s.waarde.soort)
        lees(s.gebruikt.flatMap((v) => (v.soort === 'regel' ? [v.stap] : [])))
      }
    }
    const plan = plannen(vraag(h, datum)).find((x) => x.plan.wet.id === 'onderstand')
    assert.ok(plan)
    lees(legUit(plan.plan, plan.e()).uitleg.stappen)
    return uit
  }
  for (const naam of ['minimumloon', 'norm', 'uitkering'])
    assert.equal(steps('2026-03-01').get(naam), 'onbekend')
  // The minimum wage of 2025 is known, so there the norm has limits that say something.
  assert.equal(steps('2025-03-01').get('norm'), '0 828')
})
