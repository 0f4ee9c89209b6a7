import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { nepbewijs, proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { ingangen } from './context.ts'
import { dossierOpruimer } from './dossiers.ts'
import { alsEigenaar } from './proefdatabank.ts'
import { openProefvolgen } from './proefvolgen.ts'

const feiten = {
  huishouden: { aanvrager: { geboortedatum: '1990-05-01' }, woning: { gemeente: 'GM0363' } },
  bronnen: ['brp'],
} as const
const stad = proeforganisatie('gemeente-GM0363')
const bureau = { reden: 'alleen-mens', pogingen: 0, af: undefined } as const

test('answers are kept under a key of their own, shown to whose they are, and nobody else sees them', async (t) => {
  const { volgen, doetMee, klok, databank, url, alsRol, persoon } = await openProefvolgen(t)
  const [ik, ander] = [await doetMee(feiten), persoon()]
  const beeld = await volgen.bekijk(ik, proefbewijs(ik))
  assert.deepEqual(beeld.volgt?.feiten, feiten)
  assert.ok(beeld.volgt.kijkt > klok.nu)
  await assert.rejects(async () => volgen.bekijk(ik, nepbewijs()), { name: 'VerwerkingGeweigerd' })
  const [rij] = await alsEigenaar({ url }, 'select d::text as alles from voordeur.levensloop_dossier d')
  // As the day is written: four digits alone may stand in the hexadecimal of what is sealed.
  assert.doesNotMatch(String(rij?.alles), /1990-05-01|GM0363/)

  const { alsPersoon, alsMedewerker, alsTaak, alsTaakOver } = ingangen(databank)
  const tel = async (tx: Parameters<Parameters<typeof alsTaak>[1]>[0]) =>
    (await sql`select 1 from levensloop_dossier`.execute(tx)).rows.length
  assert.equal(await alsPersoon(ik, tel), 1)
  assert.equal(await alsPersoon(ander, tel), 0)
  assert.equal(await alsTaakOver('berichten', ik, tel), 0)
  assert.equal(await alsMedewerker({ medewerker: 'm-1', organisatie: stad, persoon: ik }, tel), 0)
  // Who reads their own rows writes none of them outside the work.
  const wis = await alsPersoon(ik, (tx) => sql`delete from levensloop_dossier`.execute(tx))
  assert.equal(wis.numAffectedRows, 0n)

  // Other answers, and they come on the list again.
  const nieuw = { huishouden: { woning: { gemeente: 'GM0518' } }, bronnen: [] }
  assert.equal(await volgen.wijzig(ik, nieuw, proefbewijs(ik)), true)
  const na = await volgen.bekijk(ik, proefbewijs(ik))
  assert.deepEqual([na.volgt?.feiten, na.volgt?.kijkt], [nieuw, klok.nu])
  assert.equal(await volgen.wijzig(ander, nieuw, proefbewijs(ander)), false)

  const { ruimOp } = dossierOpruimer(alsRol('bewaring'))
  assert.equal(await ruimOp(klok.nu), 0)
  assert.equal(await ruimOp(new Date(klok.nu.getTime() + 1)), 1)
})

test('somebody sees their signals, and what they say of it holds', async (t) => {
  const { volgen, signalen, doetMee, werk, klok, boeking, signaal, persoon, url } = await openProefvolgen(t)
  const [ik, ander] = [await doetMee(), persoon()]
  await volgen.wijzig(ik, feiten, proefbewijs(ik))
  const [een] = await werk.pak(klok.nu, new Date(klok.nu.getTime() + 60_000), 10)
  assert.ok(een)
  const [eerste, tweede] = [signaal(ik, { bureau: { ...bureau, sinds: klok.nu } }), signaal(ik)]
  await werk.boek([boeking(een, { signalen: [eerste, tweede] })])
  const mijn = await signalen.van(ik, proefbewijs(ik))
  assert.deepEqual(
    mijn.map(({ regeling, stand, voor, na }) => [regeling, stand, voor?.recht, na?.recht]),
    [
      ['bijstand', 'open', 'nee', 'ja'],
      ['bijstand', 'open', 'nee', 'ja'],
    ],
  )
  assert.deepEqual(await signalen.van(ander, proefbewijs(ander)), [])
  await assert.rejects(async () => signalen.van(ik, proefbewijs(ander)), { name: 'VerwerkingGeweigerd' })
  const [rij] = await alsEigenaar({ url }, 'select s::text as alles from voordeur.levensloop_signaal s')
  assert.doesNotMatch(String(rij?.alles), /bijstand|geboorte/)

  assert.equal(await signalen.antwoord(ander, eerste.id, 'geregeld', proefbewijs(ander)), 'niet-gevonden')
  assert.equal(await signalen.antwoord(ik, 'geen id', 'geregeld', proefbewijs(ik)), 'niet-gevonden')
  // Whoever was working on them decided without this, and writes nothing.
  await volgen.wijzig(ik, feiten, proefbewijs(ik))
  const [bezig] = await werk.pak(klok.nu, new Date(klok.nu.getTime() + 60_000), 10)
  assert.ok(bezig)
  assert.equal(await signalen.antwoord(ik, eerste.id, 'niet-voor-mij', proefbewijs(ik)), 'gedaan')
  assert.equal((await werk.boek([boeking(bezig)])).size, 0)
  const { nietVoorMij } = await volgen.bekijk(ik, proefbewijs(ik))
  assert.deepEqual([...nietVoorMij], ['bijstand'])
  await volgen.zetNietVoorMij(ik, 'bijstand', false, proefbewijs(ik))
  assert.equal((await volgen.bekijk(ik, proefbewijs(ik))).nietVoorMij.size, 0)
})

test('a desk sees that there is work and not of whom; with a ground over somebody what it is about', async (t) => {
  const { volgen, signalen, doetMee, werk, klok, boeking, signaal } = await openProefvolgen(t)
  const ik = await doetMee()
  await volgen.wijzig(ik, feiten, proefbewijs(ik))
  const [een] = await werk.pak(klok.nu, new Date(klok.nu.getTime() + 60_000), 10)
  assert.ok(een)
  const rij = signaal(ik, { organisatie: stad, bureau: { ...bureau, sinds: klok.nu } })
  await werk.boek([boeking(een, { signalen: [rij, signaal(ik, { organisatie: stad })] })])

  const wie = { medewerker: 'm-1', organisatie: stad }
  const elders = { medewerker: 'm-2', organisatie: proeforganisatie('svb') }
  assert.deepEqual(await signalen.bureaulijst(wie), {
    regels: [{ id: rij.id, sinds: klok.nu, reden: 'alleen-mens', pogingen: 0 }],
  })
  assert.deepEqual(await signalen.bureaulijst(elders), { regels: [] })
  assert.equal(await signalen.bureauWie(wie, rij.id, proefbewijs([])), ik)
  assert.equal(await signalen.bureauWie(elders, rij.id, proefbewijs([])), undefined)
  await assert.rejects(async () => signalen.bureauWie(wie, rij.id, proefbewijs(ik)), {
    name: 'VerwerkingGeweigerd',
  })

  const over = { ...wie, persoon: ik }
  assert.equal((await signalen.bureauOpen(over, rij.id, proefbewijs(ik)))?.regeling, 'bijstand')
  assert.equal(await signalen.bureauOpen({ ...elders, persoon: ik }, rij.id, proefbewijs(ik)), undefined)
  const rond = (helper: typeof over, uitkomst: Parameters<typeof signalen.bureauRond>[2]) =>
    signalen.bureauRond(helper, rij.id, uitkomst, proefbewijs(ik))
  assert.equal(await rond({ ...elders, persoon: ik }, 'verteld'), 'niet-gevonden')
  assert.equal(await rond(over, 'niet-bereikt'), 'gedaan')
  assert.equal((await signalen.bureaulijst(wie)).regels[0]?.pogingen, 1)
  assert.equal(await rond(over, 'verteld'), 'gedaan')
  assert.equal(await rond(over, 'verteld'), 'niet-gevonden')
  assert.deepEqual(await signalen.bureaulijst(wie), { regels: [] })
  const mijn = await signalen.van(ik, proefbewijs(ik))
  assert.deepEqual(mijn.map(({ stand }) => stand).toSorted(), ['open', 'verteld'])
  // Whom it is about reads that somebody did, and when; nowhere who.
  const gezien = mijn.find(({ id }) => id === rij.id)
  assert.deepEqual(gezien?.organisatie, stad)
  assert.deepEqual(gezien.bureau, {
    ...{ reden: 'alleen-mens', sinds: klok.nu, pogingen: 1, af: klok.nu, uitkomst: 'verteld' },
  })
  // They ask for help after it: a person looks again, and what came of it before is over.
  await signalen.antwoord(ik, rij.id, 'hulp', proefbewijs(ik))
  const weer = (await signalen.van(ik, proefbewijs(ik))).find(({ id }) => id === rij.id)
  assert.deepEqual(weer?.bureau, { reden: 'hulp', sinds: klok.nu, pogingen: 0 })
})

test('who asks for help where no desk is, is put on no list on which nobody looks', async (t) => {
  const { volgen, signalen, doetMee, werk, klok, boeking, signaal, url } = await openProefvolgen(t)
  const ik = await doetMee()
  await volgen.wijzig(ik, feiten, proefbewijs(ik))
  const [een] = await werk.pak(klok.nu, new Date(klok.nu.getTime() + 60_000), 10)
  assert.ok(een)
  const rij = signaal(ik)
  await werk.boek([boeking(een, { signalen: [rij] })])
  assert.equal(await signalen.antwoord(ik, rij.id, 'hulp', proefbewijs(ik)), 'gedaan')
  const [mijn] = await signalen.van(ik, proefbewijs(ik))
  assert.deepEqual([mijn?.stand, mijn?.organisatie, mijn?.bureau], ['hulp', undefined, undefined])
  const wachtend = 'select id from voordeur.levensloop_signaal where bureau_sinds is not null'
  assert.deepEqual(await alsEigenaar({ url }, wachtend), [])
})

test('what cannot be worked out is put aside after a while, stops nobody else, and comes back with news', async (t) => {
  const { werk, klok, doetMee, volgen, boeking } = await openProefvolgen(t)
  const [ik, ander] = [await doetMee(), await doetMee()]
  for (const wie of [ik, ander]) await volgen.wijzig(wie, feiten, proefbewijs(wie))
  const straks = new Date(klok.nu.getTime() + 60_000)
  for (let keer = 0; keer < 2; keer++) {
    const handen = await werk.pak(klok.nu, straks, 10)
    await werk.mislukt(
      handen.filter(({ persoon }) => persoon === ik),
      klok.nu,
      { na: 2, op: klok.nu },
    )
    await werk.boek(handen.filter(({ persoon }) => persoon !== ik).map((een) => boeking(een)))
  }
  assert.deepEqual(await werk.pak(klok.nu, straks, 10), [])
  assert.deepEqual(await werk.stand(klok.nu), { wachtend: 0, sinds: undefined, opzij: 1 })
  assert.equal(await werk.andereTeksten('proef', klok.nu), 0)
  assert.deepEqual((await volgen.bekijk(ik, proefbewijs(ik))).volgt?.isOpzij, true)
  // Without any news it is tried a day later.
  const morgen = new Date(klok.nu.getTime() + 86_400_000)
  assert.equal(await werk.andereTeksten('proef', morgen), 1)
  assert.deepEqual((await volgen.bekijk(ik, proefbewijs(ik))).volgt?.isOpzij, false)
  assert.equal((await werk.pak(klok.nu, straks, 10)).length, 1)
})

test('another text of the law puts everybody on the list, and waits for nobody who is being written', async (t) => {
  const { werk, klok, doetMee, databank } = await openProefvolgen(t)
  const [ik] = [await doetMee(), await doetMee()]
  const anderen = await ingangen(databank).alsTaak('levensloop', async (tx) => {
    await sql`select 1 from levensloop_dossier where persoon = ${ik} for no key update`.execute(tx)
    return werk.andereTeksten('nieuw', klok.nu)
  })
  assert.deepEqual([anderen, await werk.andereTeksten('nieuw', klok.nu)], [1, 1])
  assert.equal(await werk.andereTeksten('nieuw', klok.nu), 0)
})
