import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { BELLER_WEG_MS, LEVEND_MS, type Lijnwerker, openWachtrijen } from '../lijnen/index.ts'
import { DINSDAG_TIEN_UUR, proefteam, proefvraag } from '../lijnen/proeflijn.ts'
import { lijndienstOpruimer } from './lijndienst.ts'
import { gidsOpslag } from './lijngids.ts'
import { lijnvoorvalOpslag, wachtrijOpslag } from './lijnwachtrij.ts'
import { alsEigenaar } from './proefdatabank.ts'
import { alsWerker, lijnopstelling, verzegel } from './proeflijnen.ts'

const [svb, gemeente] = [proeforganisatie('svb'), proeforganisatie('gemeente-GM0001')]
const team = proefteam({ organisatie: svb })
const henk: Lijnwerker = { medewerker: 'henk', organisatie: svb, naam: 'Henk' }
const ria: Lijnwerker = { medewerker: 'ria', organisatie: svb, naam: 'Ria' }
const anna: Lijnwerker = { medewerker: 'anna', organisatie: gemeente, naam: 'Anna' }
const bob: Lijnwerker = { medewerker: 'bob', organisatie: gemeente, naam: 'Bob' }

async function opstelling(t: Parameters<typeof lijnopstelling>[0]) {
  const op = await lijnopstelling(t, { teams: [team], vraag: proefvraag, nu: DINSDAG_TIEN_UUR })
  return {
    ...op,
    dienst: (wie: Lijnwerker, lijn = op.een.lijn) => op.dienst({ wie, pool: svb, teams: [team.id] }, lijn),
    bel: (wie: Lijnwerker, namens: 'inwoner' | 'zelf' = 'inwoner', lijn = op.twee.lijn) =>
      op.bel(wie, { pool: svb, namens }, lijn),
  }
}

test('a call through the queue rings at who is free alone, is taken, and leaves them time to write', async (t) => {
  const { een, twee, rust, dienst, bel, stand, later, alsRol } = await opstelling(t)
  await dienst(henk)
  assert.equal((await een.lijn.meldAan(henk, { pool: svb, teams: [team.id] })).status, 'geweigerd')
  const beller = await bel(anna)
  assert.deepEqual(await stand(anna, beller), { soort: 'gaat-over', team: team.id })
  assert.equal(await stand(bob, beller), undefined)
  assert.equal((await twee.gesprekken.lijst(alsWerker(ria))).gaatOver.length, 0)
  const [ring] = (await twee.gesprekken.lijst(alsWerker(henk))).gaatOver
  assert.ok(ring)
  await later(7)
  assert.equal((await twee.gesprekken.neemOp(alsWerker(henk), ring.gesprek.id)).status, 'ok')
  await rust()
  // What they waited for a voice is kept to count, once.
  const gebeurd = await lijnvoorvalOpslag(alsRol('app')).lees(DINSDAG_TIEN_UUR, new Date('2026-12-02'))
  const opgenomen = gebeurd.flatMap(({ opMs, inhoud }) => (inhoud.soort === 'opgenomen' ? [opMs] : []))
  assert.deepEqual(opgenomen, [DINSDAG_TIEN_UUR.getTime() + 7_000])
  assert.deepEqual(await stand(anna, beller), { soort: 'in-gesprek', gesprek: ring.gesprek.id })
  const bijAnna = await een.gesprekken.alsMedewerker(alsWerker(anna), ring.gesprek.id)
  assert.ok(bijAnna)
  await een.gesprekken.gaWeg(bijAnna)
  await rust()
  assert.deepEqual(await stand(anna, beller), { soort: 'voorbij' })
  assert.equal((await een.lijn.dienst(henk))?.plek.stand, 'nawerk')
  assert.equal((await een.lijn.zetStand(henk, 'vrij')).status, 'ok')
  assert.equal((await een.lijn.dienst(henk))?.plek.stand, 'vrij')
})

test('who does not answer has a break, the caller keeps the place and rings at the next; the resident goes first', async (t) => {
  const { een, later, dienst, bel, stand, rust } = await opstelling(t)
  await dienst(henk)
  const eerste = await bel(anna, 'zelf')
  const tweede = await bel(bob, 'inwoner')
  await later(44)
  assert.equal((await stand(anna, eerste))?.soort, 'gaat-over')
  await later(1)
  assert.equal((await een.lijn.dienst(henk))?.plek.stand, 'pauze')
  assert.equal((await een.gesprekken.lijst(alsWerker(henk))).gaatOver.length, 0)
  const wacht = await stand(anna, eerste)
  assert.ok(wacht?.soort === 'wacht')
  // A resident sits beside Bob: he goes before the colleague who asked for herself, also when she was first.
  await dienst(ria)
  assert.equal((await stand(bob, tweede))?.soort, 'gaat-over')
  const [ring] = (await een.gesprekken.lijst(alsWerker(ria))).gaatOver
  await een.gesprekken.weiger(alsWerker(ria), ring?.gesprek.id ?? '')
  await rust()
  assert.equal((await stand(bob, tweede))?.soort, 'wacht')
  await een.lijn.zetStand(henk, 'vrij')
  await rust()
  assert.equal((await stand(bob, tweede))?.soort, 'gaat-over')
  await een.lijn.verlaat(bob, tweede)
  await rust()
  assert.deepEqual(await stand(bob, tweede), { soort: 'voorbij' })
  assert.equal((await stand(anna, eerste))?.soort, 'gaat-over')
})

test('who gives no sign of life is signed off; what rang there goes back; a caller who is gone hung up', async (t) => {
  const { een, later, dienst, bel, stand, alsRol } = await opstelling(t)
  const { plek } = await dienst(henk)
  await een.lijn.leeft(henk, plek, 'levend')
  await een.lijn.leeft(anna, plek, 'klik')
  await later(89)
  assert.ok(await een.lijn.dienst(henk))
  const beller = await bel(anna)
  assert.equal((await stand(anna, beller))?.soort, 'gaat-over')
  await later(1)
  assert.equal(await een.lijn.dienst(henk), undefined)
  assert.equal((await stand(anna, beller))?.soort, 'wacht')
  await een.lijn.leeftBeller(anna, beller)
  await later(179)
  assert.equal((await stand(anna, beller))?.soort, 'wacht')
  await later(1)
  assert.equal((await stand(anna, beller))?.soort, 'voorbij')
  const { ruimOp } = lijndienstOpruimer(alsRol('bewaring'))
  assert.deepEqual([await ruimOp(DINSDAG_TIEN_UUR), await ruimOp(new Date('2027-02-01'))], [0, 1])
})

test('after nobody could say that they are there, whoever is on duty or waits has the time to say it first', async (t) => {
  const { een, gehoord, later, dienst, bel, stand } = await opstelling(t)
  await dienst(henk)
  await een.lijn.zetStand(henk, 'pauze')
  const beller = await bel(anna)
  // Every node was away, or the database, for longer than anything holds.
  gehoord.ms = 0
  await later(11 * 60, 'rondom')
  assert.equal((await een.lijn.dienst(henk))?.plek.stand, 'pauze')
  assert.equal((await stand(anna, beller))?.soort, 'wacht')
  gehoord.ms = LEVEND_MS
  await later(1)
  assert.equal(await een.lijn.dienst(henk), undefined)
  assert.equal((await stand(anna, beller))?.soort, 'wacht')
  gehoord.ms = BELLER_WEG_MS
  await later(1)
  assert.equal((await stand(anna, beller))?.soort, 'voorbij')
})

test('that somebody was on duty is proof at their organisation, once; who it was stands beside it', async (t) => {
  const { een, twee, dienst, rust, proef } = await opstelling(t)
  const { plek } = await dienst(henk)
  await een.lijn.meldAf(henk)
  await twee.lijn.meldAf(henk)
  await rust()
  const regels = await alsEigenaar(
    proef,
    `select r.soort, r.codes, i.verwerking as naast from voordeur.bewijs_regel r
      join voordeur.bewijs_inhoud i using (onderwerp, volgnummer)
      where r.onderwerp = 'organisatie:svb' order by volgnummer`,
  )
  assert.deepEqual(
    regels.map(({ soort, naast }) => [soort, naast]),
    [
      ['lijndienst-begonnen', 'lijn-bemannen'],
      ['lijndienst-geeindigd', 'lijn-bemannen'],
    ],
  )
  assert.ok(
    regels.map(({ codes }) => String(codes)).every((codes) => codes.includes(plek) && !/henk/i.test(codes)),
  )
})

test('with nobody there a time is promised, and kept by whoever is on duty then: they call, and it rings at the caller', async (t) => {
  const { een, klok, later, dienst, bel, stand, rust, alsRol, proef } = await opstelling(t)
  const beller = await bel(anna)
  const gekozen = await een.lijn.kiesTerugbellen(anna, beller)
  assert.ok(gekozen.status === 'ok')
  const { beginMs } = gekozen.uitkomst
  assert.deepEqual(await stand(anna, beller), { soort: 'beloofd', toezegging: gekozen.uitkomst, isNu: false })
  await dienst(henk)
  assert.equal((await een.lijn.dienst(henk))?.beloofd.length, 1)
  // Nobody has to keep a page open for it.
  const plek = (await een.lijn.dienst(henk))?.dienst.plek ?? ''
  while (klok.nu.getTime() + 60_000 < beginMs) {
    await een.lijn.leeft(henk, plek, 'levend')
    await later(60)
  }
  await een.lijn.leeft(henk, plek, 'levend')
  await later((beginMs - klok.nu.getTime()) / 1000)
  const beeld = await een.lijn.dienst(henk)
  assert.equal(beeld?.terugTeBellen?.medewerker, 'anna')
  assert.equal((await een.gesprekken.lijst(alsWerker(anna))).gaatOver.length, 0)
  const gebeld = await een.lijn.belTerug(henk)
  assert.ok(gebeld.status === 'ok')
  await rust()
  const [ring] = (await een.gesprekken.lijst(alsWerker(anna))).gaatOver
  assert.equal(ring?.gesprek.id, gebeld.uitkomst.gesprek.id)
  assert.equal((await een.gesprekken.neemOp(alsWerker(anna), ring?.gesprek.id ?? '')).status, 'ok')
  await rust()
  assert.equal((await stand(anna, beller))?.soort, 'in-gesprek')
  await een.gesprekken.gaWeg(gebeld.uitkomst)
  await rust()
  assert.equal((await een.lijn.dienst(henk))?.plek.stand, 'nawerk')
  assert.deepEqual(await een.lijn.oproepen(anna), [])
  const gebeurd = await lijnvoorvalOpslag(alsRol('app')).lees(DINSDAG_TIEN_UUR, new Date(beginMs + 1), svb)
  const soorten = gebeurd.map(({ inhoud }) => inhoud.soort)
  assert.ok(soorten.includes('aan-de-beurt') && !soorten.includes('toezegging-gemist'))
  const bewijs = await alsEigenaar(
    proef,
    `select soort from voordeur.bewijs_regel where soort like 'terugbellen-%' order by volgnummer`,
  )
  assert.deepEqual(
    bewijs.map(({ soort }) => soort),
    ['terugbellen-toegezegd', 'terugbellen-nagekomen'],
  )
})

test('a promise that nobody kept: whoever runs the team sees when it was and when it is now, and the caller the new time', async (t) => {
  const { een, klok, later, bel, stand } = await opstelling(t)
  const beller = await bel(anna)
  const gekozen = await een.lijn.kiesTerugbellen(anna, beller)
  assert.ok(gekozen.status === 'ok')
  const { beginMs, uiterlijkMs } = gekozen.uitkomst
  assert.deepEqual(await een.lijn.gemist(henk), [])
  await later((beginMs - klok.nu.getTime()) / 1000)
  await later((uiterlijkMs - beginMs) / 1000)
  const nu = await stand(anna, beller)
  assert.ok(nu?.soort === 'beloofd' && nu.toezegging.keer === 2)
  const nieuwMs = nu.toezegging.beginMs
  assert.ok(nieuwMs > uiterlijkMs)
  // Also who is not on duty; and no other organisation.
  assert.deepEqual(await een.lijn.gemist(henk), [
    { team: team.id, vraag: proefvraag, gemistMs: beginMs, nieuwMs },
  ])
  assert.deepEqual(await een.lijn.gemist(anna), [])
  // Who does not want it any more is nobody's work.
  await een.lijn.verlaat(anna, beller)
  assert.deepEqual(await een.lijn.gemist(henk), [])
})

/** As a node that wrote the queue, and was killed before it could let it ring. */
async function beslisEnVal({ alsRol }: Awaited<ReturnType<typeof opstelling>>) {
  const databank = alsRol('app')
  const gevallen = openWachtrijen({
    store: wachtrijOpslag(databank),
    gids: gidsOpslag(databank),
    nu: () => DINSDAG_TIEN_UUR,
    verzegel,
    bij: () => {},
  })
  const beller = randomBytes(16).toString('base64url')
  const oproep = {
    ...{ ...anna, beller, pool: svb, onderwerp: proefvraag.onderwerp },
    ...{ gesprek: randomBytes(16).toString('base64url') },
    ...{ begonnenMs: DINSDAG_TIEN_UUR.getTime(), geldigTotMs: DINSDAG_TIEN_UUR.getTime() + 180_000 },
  }
  const gedaan = await gevallen.doe(
    svb,
    { soort: 'bel', beller, klasse: 'lijn', namens: 'zelf', vraag: proefvraag },
    { oproep },
  )
  assert.ok(gedaan.soort === 'ok')
  return { beller, gedaan }
}

test('a node that stops between what the queue decided and the call leaves the rest to the other', async (t) => {
  const op = await opstelling(t)
  const { een, twee, later, dienst, stand } = op
  await dienst(henk)
  const { beller, gedaan } = await beslisEnVal(op)
  assert.equal((await een.gesprekken.lijst(alsWerker(henk))).gaatOver.length, 0)
  await later(5, 'rondom')
  assert.equal((await een.gesprekken.lijst(alsWerker(henk))).gaatOver.length, 1)
  assert.equal((await stand(anna, beller))?.soort, 'gaat-over')
  // Done and looked at again by both it rings once.
  for (const { lijn } of [een, twee]) await lijn.na(svb, gedaan.voorvallen, gedaan.stand)
  await Promise.all([later(0, 'rondom'), een.lijn.klok('rondom')])
  assert.equal((await een.gesprekken.lijst(alsWerker(henk))).gaatOver.length, 1)
})

test('what rings late because a node stopped rings as long as any other', async (t) => {
  const op = await opstelling(t)
  const { een, later, dienst, stand } = op
  await dienst(henk)
  const { beller } = await beslisEnVal(op)
  await later(50, 'rondom')
  await later(44)
  assert.equal((await een.gesprekken.lijst(alsWerker(henk))).gaatOver.length, 1)
  assert.equal((await stand(anna, beller))?.soort, 'gaat-over')
  await later(1)
  assert.equal((await een.lijn.dienst(henk))?.plek.stand, 'pauze')
  assert.equal((await stand(anna, beller))?.soort, 'wacht')
})

test('a queue that cannot be read keeps no other one from its time', async (t) => {
  const { een, proef, dienst, bel, later } = await opstelling(t)
  await een.gids.bewaar('beheer', {
    ...{ team: proefteam({ id: 'elders', organisatie: gemeente }), vanVersie: 0, pool: 'a-stuk' },
  })
  await een.lijn.meldAan(bob, { pool: 'a-stuk', teams: ['elders'] })
  await alsEigenaar(proef, "update voordeur.lijn_wachtrij set nr = nr + 5 where pool = 'a-stuk'")
  await dienst(henk)
  await bel(anna)
  await assert.rejects(later(46, 'rondom'), /ontbreekt/)
  assert.equal((await een.lijn.dienst(henk))?.plek.stand, 'pauze')
})

test('whoever is on duty and calls their own line is not rung themselves', async (t) => {
  const { dienst, bel, stand } = await opstelling(t)
  await dienst(henk)
  const beller = await bel(henk)
  assert.equal((await stand(henk, beller))?.soort, 'wacht')
  await dienst(ria)
  assert.deepEqual(await stand(henk, beller), { soort: 'gaat-over', team: team.id })
})
