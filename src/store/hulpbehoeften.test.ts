import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { nepbewijs, openProefaudit, proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { createHulpbehoeften, maakHulpbehoefte } from '../inwoner/index.ts'
import { bewijsOpslag } from './bewijs.ts'
import { ingangen } from './context.ts'
import { hulpbehoefteOpruimer, hulpbehoefteOpslag } from './hulpbehoeften.ts'
import { alsEigenaar, openProefdatabank } from './proefdatabank.ts'

test('what somebody needs is kept sealed with their consent, shown to them and who helps them, and gone when taken back', async (t) => {
  const { databank, alsRol, url } = await openProefdatabank(t)
  const { audit, ring, klok, persoon } = openProefaudit(bewijsOpslag({ databank, bewijs: alsRol('bewijs') }))
  const store = hulpbehoefteOpslag(databank)
  const hulp = createHulpbehoeften({ store, audit, ring, nu: () => klok.nu, toeval: randomBytes })
  const [ik, ander] = [persoon(), persoon()]
  const zelf = { soort: 'persoon', persoon: ik } as const
  const balie = (over: typeof ik) =>
    ({ soort: 'medewerker', persoon: over, medewerker: 'm-1', organisatie: proeforganisatie('svb') }) as const

  assert.equal(await hulp.haal(zelf, proefbewijs(ik)), undefined)
  await hulp.zet(zelf, { soorten: ['grote-letters'] }, proefbewijs(ik))
  const nieuw = { soorten: ['bellen', 'tolk'], tolktaal: 'tr' } as const
  await hulp.zet(zelf, nieuw, proefbewijs(ik))
  assert.deepEqual(await hulp.haal(zelf, proefbewijs(ik)), { ...nieuw, sinds: klok.nu })
  assert.deepEqual(await hulp.haal(balie(ik), proefbewijs(ik)), { ...nieuw, sinds: klok.nu })
  assert.equal(await hulp.haal(balie(ander), proefbewijs(ander)), undefined)
  await assert.rejects(async () => hulp.haal(balie(ik), proefbewijs(ander)), { name: 'VerwerkingGeweigerd' })
  await assert.rejects(async () => hulp.haal(zelf, nepbewijs()), { name: 'VerwerkingGeweigerd' })

  const { alsMedewerker, alsTaak } = ingangen(databank)
  const tel = async (tx: Parameters<Parameters<typeof alsTaak>[1]>[0]) =>
    (await sql`select 1 from hulpbehoefte`.execute(tx)).rows.length
  // A professional without a ground about somebody, and a task, see nothing.
  assert.equal(await alsMedewerker({ medewerker: 'm-1', organisatie: proeforganisatie('svb') }, tel), 0)
  assert.equal(await alsTaak('berichten', tel), 0)
  // Who helps one person changes nothing of another.
  const { numAffectedRows } = await alsMedewerker(balie(ander), (tx) =>
    sql`delete from hulpbehoefte`.execute(tx),
  )
  assert.equal(numAffectedRows, 0n)

  const [rij] = await alsEigenaar({ url }, 'select hulpbehoefte::text as alles from voordeur.hulpbehoefte')
  assert.ok(rij)
  assert.doesNotMatch(String(rij.alles), /bellen|tolk/)

  assert.equal(await hulp.trekIn(zelf, proefbewijs(ik)), true)
  assert.equal(await hulp.trekIn(zelf, proefbewijs(ik)), false)
  assert.equal(await hulp.haal(balie(ik), proefbewijs(ik)), undefined)
  const vraag = `select soort from voordeur.bewijs_regel where onderwerp = 'persoon:${ik}' order by volgnummer`
  assert.deepEqual(
    (await alsEigenaar({ url }, vraag)).map(({ soort }) => soort),
    ['toestemming-gegeven', 'toestemming-gegeven', 'toestemming-ingetrokken'],
  )

  await hulp.zet(zelf, nieuw, proefbewijs(ik))
  const { ruimOp } = hulpbehoefteOpruimer(alsRol('bewaring'))
  assert.equal(await ruimOp(klok.nu), 0)
  assert.equal(await ruimOp(new Date(klok.nu.getTime() + 1)), 1)
})

test('only what stands in our lists is taken, and an interpreter goes with a language', () => {
  assert.deepEqual(maakHulpbehoefte(['meer-tijd', 'iets', 'bellen'], 'tr'), {
    behoefte: { soorten: ['bellen', 'meer-tijd'] },
  })
  assert.deepEqual(maakHulpbehoefte(['iets'], null), { fout: 'niets' })
  assert.deepEqual(maakHulpbehoefte(['tolk'], 'klingon'), { fout: 'taal' })
  assert.deepEqual(maakHulpbehoefte(['tolk'], 'ngt'), { behoefte: { soorten: ['tolk'], tolktaal: 'ngt' } })
})

test('who says it at a desk or on the phone has it kept, and the consent says to whom and how', async (t) => {
  const { databank, alsRol, url } = await openProefdatabank(t)
  const { audit, ring, klok, persoon } = openProefaudit(bewijsOpslag({ databank, bewijs: alsRol('bewijs') }))
  const store = hulpbehoefteOpslag(databank)
  const hulp = createHulpbehoeften({ store, audit, ring, nu: () => klok.nu, toeval: randomBytes })
  const ik = persoon()
  const organisatie = proeforganisatie('svb')
  const balie = {
    soort: 'medewerker',
    persoon: ik,
    medewerker: 'm-1',
    organisatie,
    wijze: 'telefoon',
  } as const
  const behoefte = { soorten: ['meer-tijd'] } as const
  await hulp.zet(balie, behoefte, proefbewijs(ik))
  const zelf = { soort: 'persoon', persoon: ik } as const
  assert.deepEqual((await hulp.haal(zelf, proefbewijs(ik)))?.soorten, behoefte.soorten)
  assert.equal(await hulp.trekIn(balie, proefbewijs(ik)), true)
  const vraag = `select soort, codes from voordeur.bewijs_regel where onderwerp = 'persoon:${ik}' order by volgnummer`
  const codes = '{"verwerking":"hulp-onthouden","door":"medewerker","bij":"svb","wijze":"telefoon"}'
  assert.deepEqual(
    (await alsEigenaar({ url }, vraag)).map((rij) => [rij.soort, rij.codes]),
    [
      ['toestemming-gegeven', codes],
      ['toestemming-ingetrokken', codes],
    ],
  )
})
