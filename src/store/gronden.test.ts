import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { openProefaudit, proefmedewerker, proeforganisatie } from '../audit/proefaudit.ts'
import { maakUuid7 } from '../domain/index.ts'
import { handelendeMet, openGronden } from '../toegang/index.ts'
import { bewijsOpslag } from './bewijs.ts'
import { ingangen } from './context.ts'
import { grondOpslag, ruimGrondenOp } from './gronden.ts'
import { nieuwePersoon, zichtbaar } from './proefbevolking.ts'
import { openProefdatabank } from './proefdatabank.ts'

const nu = new Date('2026-03-01T10:00:00Z')

async function opstelling(t: TestContext) {
  const { databank, alsRol } = await openProefdatabank(t)
  const gronden = openGronden({ store: grondOpslag(databank), nu: () => nu, toeval: randomBytes })
  const vrager = (medewerker: string, organisatie = 'svb') => ({
    medewerker,
    organisatie: proeforganisatie(organisatie),
    sessie: maakUuid7(nu, randomBytes),
  })
  const stel = async (wie: ReturnType<typeof vrager>, doel = 'inwoner-helpen') => {
    const uitslag = await gronden.stel({ ...wie, rol: 'balie', doel, reden: 'telefoon', kenmerk: 'ab-1' })
    assert.ok(uitslag.status === 'ok')
    return uitslag.grond
  }
  return { databank, alsRol, gronden, vrager, stel }
}

test('a ground is seen by the session that stated it, and by no colleague and no other organisation', async (t) => {
  const { databank, gronden, vrager, stel } = await opstelling(t)
  const ik = vrager('m-1')
  const grond = await stel(ik)
  assert.deepEqual(await gronden.vind(ik), grond)
  assert.equal(await gronden.vind({ ...ik, medewerker: 'm-2' }), undefined)
  assert.equal(await gronden.vind({ ...ik, organisatie: proeforganisatie('uwv') }), undefined)
  assert.equal(await gronden.vind({ ...ik, sessie: vrager('m-1').sessie }), undefined)
  const { alsMedewerker, alsPersoon } = ingangen(databank)
  assert.deepEqual(await zichtbaar(databank), {})
  assert.deepEqual(await alsPersoon(nieuwePersoon(), zichtbaar), {})
  assert.deepEqual(await alsMedewerker({ medewerker: 'm-2', organisatie: ik.organisatie }, zichtbaar), {})
  assert.deepEqual(await alsMedewerker(ik, zichtbaar), { grond: 1 })
  // Nor can one be written in the name of somebody else.
  await assert.rejects(
    alsMedewerker({ medewerker: 'm-2', organisatie: ik.organisatie }, (tx) =>
      sql`insert into grond (id, sessie, medewerker, organisatie, rol, doel, reden, gesteld_op)
        values (${grond.id}, ${grond.sessie}, 'm-1', 'svb', 'balie', 'x', 'balie', now())`.execute(tx),
    ),
    /row-level security/,
  )
})

test('one ground is about one person, and what is chosen was found under it', async (t) => {
  const { gronden, vrager, stel } = await opstelling(t)
  const [ik, collega] = [vrager('m-1'), vrager('m-2')]
  const [anna, bo] = [nieuwePersoon(), nieuwePersoon()]
  const lees = async (wie: typeof ik) => {
    const grond = await gronden.vind(wie)
    assert.ok(grond)
    return grond
  }
  const [handvat = ''] = await gronden.onthoud(await stel(ik), [anna])
  await stel(collega)
  assert.equal(await gronden.kies(await lees(collega), handvat), 'onbekend')
  assert.equal(await gronden.kies(await lees(ik), 'zomaar'), 'onbekend')
  assert.equal(await gronden.kies(await lees(ik), handvat), 'ok')
  assert.equal((await lees(ik)).persoon, anna)
  // Chosen is chosen: the word is of no use any more.
  assert.equal(await gronden.kies(await lees(ik), handvat), 'onbekend')
  // The second side of a mandate, never the same person.
  const [zelfde = '', ander = ''] = await gronden.onthoud(await lees(ik), [anna, bo])
  assert.equal(await gronden.kies(await lees(ik), zelfde), 'zelfde-persoon')
  assert.equal(await gronden.kies(await lees(ik), ander), 'ok')
  assert.deepEqual([(await lees(ik)).persoon, (await lees(ik)).ander], [anna, bo])
  const [derde = ''] = await gronden.onthoud(await lees(ik), [nieuwePersoon()])
  assert.equal(await gronden.kies(await lees(ik), derde), 'onbekend')
})

test('a new reason takes the place of the old one, an end is an end, and questions are counted', async (t) => {
  const { gronden, vrager, stel, alsRol } = await opstelling(t)
  const ik = vrager('m-1')
  const eerste = await stel(ik)
  for (let i = 0; i < 10; i++) assert.equal(await gronden.telPoging(eerste), true)
  assert.equal(await gronden.telPoging(eerste), false)
  const tweede = await stel(ik)
  assert.equal(await gronden.telPoging(eerste), false)
  assert.equal(await gronden.telPoging(tweede), true)
  await gronden.beeindig(ik)
  assert.equal(await gronden.vind(ik), undefined)
  assert.equal(await gronden.telPoging(tweede), false)
  await stel(ik)
  assert.equal(await ruimGrondenOp(alsRol('bewaring'), nu), 0)
  assert.equal(await ruimGrondenOp(alsRol('bewaring'), new Date(nu.getTime() + 1)), 1)
})

test('a running case has a reference, and no reference is a story, a name or a number of a person', async (t) => {
  const { gronden, vrager } = await opstelling(t)
  const stel = async (reden: 'zaak' | 'brief', kenmerk: string | undefined) => {
    const uitslag = await gronden.stel({ ...vrager('m-1'), rol: 'balie', doel: 'x', reden, kenmerk })
    return uitslag.status === 'ok' ? 'ok' : uitslag.fout
  }
  assert.equal(await stel('zaak', undefined), 'kenmerk-ontbreekt')
  assert.equal(await stel('zaak', 'Z/2026-0123.4'), 'ok')
  assert.equal(await stel('brief', undefined), 'ok')
  for (const vals of ['mevrouw Jansen belde', '999990019', '999.990.019', 'x-999990019', 'é', 'x'.repeat(41)])
    assert.equal(await stel('brief', vals), 'kenmerk-onjuist', vals)
})

test('figures are of the own organisation, per purpose and role, and say nothing about anybody', async (t) => {
  const { databank, alsRol, stel, vrager } = await opstelling(t)
  const { audit } = openProefaudit(bewijsOpslag({ databank, bewijs: alsRol('bewijs') }))
  const door = { ...handelendeMet(await stel(vrager('m-1'))), rol: 'klantcontact' }
  for (const betrokkenen of [[], [nieuwePersoon(), nieuwePersoon()]])
    await audit.metVerwerking(
      { doel: 'gegevens-tonen', gegevens: ['naam'], betrokkenen, door },
      async () => {},
    )
  const { organisatie, medewerker } = proefmedewerker('svb')
  const cijfers = async (van: typeof organisatie) =>
    ingangen(databank).alsMedewerker({ organisatie: van, medewerker }, async (tx) => {
      const { rows } = await sql`select * from bewijs_cijfers('2026-01-01', '2027-01-01')`.execute(tx)
      return rows
    })
  assert.deepEqual(await cijfers(organisatie), [
    { verwerking: 'gegevens-tonen', rol: 'klantcontact', aantal: 3 },
  ])
  assert.deepEqual(await cijfers(proeforganisatie('uwv')), [])
  const zonder = await sql`select * from bewijs_cijfers('2026-01-01', '2027-01-01')`.execute(databank)
  assert.deepEqual(zonder.rows, [])
})
