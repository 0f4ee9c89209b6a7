import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plusDagen } from '../kalender/index.ts'
import { DELING_DAGEN, STIL_WERKDAGEN, TERMIJN_DAGEN } from './begrippen.ts'
import { leesbeeld, volgendMoment } from './leesbeeld.ts'
import {
  duo,
  gemeente,
  geopend,
  inwoner,
  type Keten,
  medewerker,
  stapje,
  svb,
  vandaagOp,
  woord,
} from './proefketen.ts'
import { ketenzin } from './verwachting.ts'
import { zicht } from './zicht.ts'

const dagMs = 86_400_000
const baas = medewerker(gemeente)
const bijSvb = medewerker(svb)
const later = (keten: Keten, dagen: number) => {
  keten.nu = new Date(keten.nu.getTime() + dagen * dagMs)
}
const doe = (keten: Keten, ...[wie, opdracht]: Parameters<Keten['doe']>) => {
  const besluit = keten.doe(wie, opdracht)
  return besluit.soort === 'geweigerd'
    ? besluit.weigering.reden
    : besluit.voorvallen.map(({ soort }) => soort)
}
const klok = (keten: Keten) => doe(keten, { soort: 'klok' }, { soort: 'klok' })
const stand = (keten: Keten) => {
  assert.ok(keten.stand)
  return keten.stand
}
/** At who owns the case; what is asked where the step lies stands in vast.test.ts. */
const opschalingen = (keten: Keten) =>
  [...stand(keten).opschalingen.values()]
    .filter(({ organisatie }) => organisatie === stand(keten).regie.organisatie)
    .map((een) => `${een.aanleiding} ${een.functie} ${een.stand}`)
const metStap = (anders: Parameters<typeof stapje>[1] = {}) => {
  const keten = geopend()
  const plan = { soort: 'plan-stappen', stappen: [stapje('a', { mee: ['vraag'], ...anders })] } as const
  assert.ok(Array.isArray(doe(keten, baas, plan)))
  return keten
}
const wijzig = (keten: Keten, dagen: number) =>
  doe(keten, baas, { soort: 'wijzig-stap', stap: 'a', termijn: plusDagen(vandaagOp(keten.nu), dagen) })

test('a term that is missed again above the last function is asked of them anew, and is then no longer due', () => {
  const keten = metStap()
  later(keten, 32)
  klok(keten)
  later(keten, 8)
  klok(keten)
  assert.deepEqual(opschalingen(keten), [
    'termijn-gemist coordinator verder',
    'termijn-gemist doorbreker open',
  ])
  wijzig(keten, 5)
  later(keten, 7)
  assert.deepEqual(klok(keten), ['opgeschaald'])
  assert.equal(opschalingen(keten).at(-1), 'termijn-gemist doorbreker open')
  assert.equal(opschalingen(keten).filter((een) => een.endsWith('open')).length, 1)
  const volgend = volgendMoment(stand(keten))
  assert.ok(volgend === undefined || volgend > keten.nu)
  assert.deepEqual(klok(keten), [], 'één keer')
})

test('not solved, and contested: the coordinator is asked in the same command, and the case has a term in the list', () => {
  const keten = geopend()
  const meld = { soort: 'meld-niet-opgelost', reden: woord('niet') } as const
  assert.deepEqual(doe(keten, inwoner, meld), ['niet-opgelost', 'opgeschaald'])
  assert.deepEqual(doe(keten, inwoner, meld), ['niet-opgelost'], 'wie al is gevraagd, heeft zijn drie dagen')
  const { zaak, oproepen } = leesbeeld(stand(keten))
  assert.deepEqual(
    [oproepen.map(({ functie }) => functie), zaak.bij, zaak.termijn],
    [['coordinator'], gemeente, '2026-03-05'],
  )
  const sluit = { soort: 'sluit-met-reden', om: 'niet-haalbaar', uitleg: woord('u') } as const
  doe(keten, baas, sluit)
  assert.deepEqual(opschalingen(keten), ['niet-opgelost coordinator voorbij'])
  later(keten, 30)
  assert.deepEqual(doe(keten, inwoner, { soort: 'betwist-sluiting', reden: woord('n') }), [
    'sluiting-betwist',
    'opgeschaald',
  ])
  assert.ok((volgendMoment(stand(keten)) ?? 0) > keten.nu)
  assert.ok(leesbeeld(stand(keten)).zaak.termijn)
})

test('an open case in which nobody is at anything, and whose owner does nothing, escalates by the clock', () => {
  const keten = geopend()
  // Ten working days after Monday 2 March: the whole of Monday 16 March is theirs.
  assert.equal(STIL_WERKDAGEN, 10)
  assert.deepEqual(volgendMoment(stand(keten)), new Date('2026-03-16T23:00:00Z'))
  assert.equal(leesbeeld(stand(keten)).zaak.termijn, '2026-03-16')
  later(keten, 10)
  doe(keten, baas, { soort: 'voeg-toe', wat: 'notitie', tekst: woord('ik bel morgen') })
  later(keten, 10)
  doe(keten, inwoner, { soort: 'voeg-toe', wat: 'bericht', tekst: woord('hallo?') })
  assert.deepEqual(klok(keten), [], 'wat de eigenaar deed telt, wat een ander deed niet')
  later(keten, 5)
  assert.deepEqual(klok(keten), ['opgeschaald'])
  assert.deepEqual(opschalingen(keten), ['regisseur-afwezig coordinator open'])
  // Somebody else is at it: nobody waits for the owner. When it is refused they do, and from then.
  const bezig = metStap({ termijn: plusDagen(vandaagOp(keten.nu), 200) })
  later(bezig, 60)
  assert.deepEqual(klok(bezig), [])
  doe(bezig, bijSvb, { soort: 'weiger-stap', stap: 'a', reden: woord('niet van ons') })
  later(bezig, 20)
  assert.deepEqual(klok(bezig), ['opgeschaald'])
  assert.deepEqual(opschalingen(bezig), ['regisseur-afwezig coordinator open'])
})

test('a missed step that was taken up and then left alone is not forgotten', () => {
  const keten = metStap()
  later(keten, 32)
  klok(keten)
  const [open] = [...stand(keten).opschalingen.keys()]
  const behandel = {
    soort: 'behandel-opschaling',
    opschaling: open ?? '',
    uitkomst: woord('ik belde'),
  } as const
  doe(keten, medewerker(gemeente, ['coordinator']), behandel)
  assert.ok((volgendMoment(stand(keten)) ?? 0) > keten.nu)
  later(keten, 20)
  assert.deepEqual(
    klok(keten),
    ['opgeschaald', 'opgeschaald'],
    'daar verder, en hier omdat niemand iets deed',
  )
  assert.equal(opschalingen(keten).at(-1), 'regisseur-afwezig coordinator open')
})

test('another term gives who does the step the same again for as long, and no share outlives the limit', () => {
  const keten = metStap()
  const ziet = () => {
    const van = zicht(stand(keten), bijSvb, keten.nu)
    return [van?.stappen[0]?.isAfgeschermd, van?.onderdelen.map(({ id }) => id)]
  }
  assert.deepEqual(wijzig(keten, 200), ['stap-gewijzigd', 'gedeeld', 'gedeeld'])
  later(keten, 130)
  assert.deepEqual(ziet(), [false, ['vraag']])
  // What the resident objects to is not given back by a term.
  const deling =
    [...stand(keten).delingen.values()].findLast(({ onderdeel }) => onderdeel === 'vraag')?.id ?? ''
  doe(keten, inwoner, { soort: 'maak-bezwaar', deling, reden: woord('nee') })
  wijzig(keten, 300)
  assert.deepEqual(
    [...stand(keten).delingen.values()].filter(({ onderdeel }) => onderdeel === 'vraag').length,
    2,
  )
  assert.equal(wijzig(keten, TERMIJN_DAGEN + 1), 'einde-ongeldig')
  assert.ok(Array.isArray(wijzig(keten, TERMIJN_DAGEN)))
  const tot = Math.max(...[...stand(keten).delingen.values()].map((een) => een.tot.getTime()))
  assert.equal(tot, keten.nu.getTime() + DELING_DAGEN * dagMs)
  // Longer than that: the clock gives it again before it ends, as long as the step is theirs to do.
  later(keten, DELING_DAGEN - 6)
  assert.deepEqual(klok(keten), ['gedeeld'])
  later(keten, 30)
  assert.equal(ziet()[0], false)
  doe(keten, bijSvb, { soort: 'aanvaard-stap', stap: 'a' })
  doe(keten, bijSvb, { soort: 'rond-stap-af', stap: 'a' })
  assert.equal(
    volgendMoment(stand(keten))?.getTime(),
    volgendMoment({ ...stand(keten), delingen: new Map() })?.getTime(),
    'wat klaar is, wordt niet opnieuw gedeeld',
  )
})

test('what was refused lies with who owns the case: in the sentence, in the rows and in their list', () => {
  const keten = metStap()
  doe(keten, bijSvb, { soort: 'weiger-stap', stap: 'a', reden: woord('niet van ons') })
  const { nu } = ketenzin(
    stand(keten).stappen,
    () => ({ soort: 'bekend', aantal: 20, mediaan: 3, kwart: 2, driekwart: 4 }),
    vandaagOp(keten.nu),
  )
  assert.deepEqual(
    nu.map(({ isGeweigerd, klaar }) => [isGeweigerd, klaar.soort]),
    [[true, 'termijn']],
  )
  const beeld = leesbeeld(stand(keten))
  assert.equal(beeld.zaak.bij, gemeente)
  assert.deepEqual(
    beeld.oproepen.map(({ soort, organisatie }) => [soort, organisatie]),
    [['stap-geweigerd', gemeente]],
  )
  const termijn = plusDagen(vandaagOp(keten.nu), 9)
  doe(keten, baas, { soort: 'vraag-opnieuw', stap: 'a', termijn })
  assert.deepEqual([leesbeeld(stand(keten)).zaak.bij, leesbeeld(stand(keten)).oproepen], [svb, []])
})

test('what is done escalates no further, and who leaves is no longer asked to take it', () => {
  const keten = metStap()
  doe(keten, bijSvb, { soort: 'aanvaard-stap', stap: 'a' })
  later(keten, 32)
  klok(keten)
  doe(keten, bijSvb, { soort: 'rond-stap-af', stap: 'a' })
  assert.deepEqual(opschalingen(keten), ['termijn-gemist coordinator voorbij'])
  later(keten, 8)
  assert.deepEqual(klok(keten), [])

  const tot = new Date(keten.nu.getTime() + 5 * dagMs)
  doe(keten, baas, { soort: 'bied-overdracht-aan', aan: duo, reden: woord('r'), tot })
  const wie = [...stand(keten).deelnemers.values()].at(-1)?.id ?? ''
  doe(keten, baas, { soort: 'haal-deelnemer-weg', deelnemer: wie })
  assert.deepEqual(leesbeeld(stand(keten)).oproepen, [])
  later(keten, 6)
  assert.deepEqual(klok(keten), [], 'een aanbod dat terug is, verloopt niet')
})

test('with an outside party nothing is shared again because a case was reopened', () => {
  const keten = geopend()
  const nodig = {
    soort: 'nodig-uit',
    partij: 'bank',
    naam: woord('b'),
    doel: 'stap-uitvoeren',
    codehash: 'c',
  } as const
  doe(keten, baas, { ...nodig, tot: new Date(keten.nu.getTime() + dagMs) })
  const deelnemer = [...stand(keten).deelnemers.keys()][0] ?? ''
  const partij = { soort: 'genodigde', deelnemer } as const
  const teken = { soort: 'gebruik-uitnodiging', codehash: 'c', ondertekenaar: woord('w') } as const
  doe(keten, partij, { ...teken, geheimhouding: 'v', toegang: { hash: 'h' } })
  const tot = new Date(keten.nu.getTime() + 80 * dagMs)
  const deel = {
    soort: 'deel',
    onderdeel: 'vraag',
    deelnemer,
    doel: 'meedenken',
    grond: 'toestemming',
    tot,
  } as const
  doe(keten, baas, deel)
  const ziet = () => zicht(stand(keten), partij, keten.nu)?.onderdelen.map(({ id }) => id)
  assert.deepEqual(ziet(), ['vraag'])
  doe(keten, baas, { soort: 'sluit-met-reden', om: 'elders-verder', uitleg: woord('u') })
  doe(keten, inwoner, { soort: 'betwist-sluiting', reden: woord('n') })
  assert.deepEqual(ziet() ?? [], [])
})
