import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { controleerBewijs, openSleutelring } from '../audit/index.ts'
import { proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { type Datum, parseBsn, parseDatum, parseEidasId } from '../domain/index.ts'
import { openToegang } from '../toegang/index.ts'
import { bewijsLezer } from './bewijs-lezer.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { toegangOpslag } from './toegang.ts'

function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

test('with the shipped register: decide, record, show, link and let go', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const geladen = proefcorpus()
  const register = verwerkingsregister(geladen.verwerkingen)
  const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
  let nu = new Date('2026-06-01T10:00:00Z')
  const toegang = openToegang({
    stores: toegangOpslag({ databank, bewijs: alsRol('bewijs'), bewaring: alsRol('bewaring') }),
    register: () => register,
    ring,
    nu: () => nu,
    toeval: randomBytes,
    registerUri: 'https://x.example/verwerkingen',
  })
  const [bsn, eidas] = [parseBsn('999990019'), parseEidasId('DE/NL/geheim-1')]
  assert.ok(bsn && eidas)
  const ik = await toegang.kluis.persoonBij(bsn)
  const vroeger = await toegang.kluis.persoonBij(eidas)

  const subject = {
    soort: 'inwoner',
    persoon: ik,
    herkenning: { middel: 'digid', niveau: 'substantieel', bron: 'https://y.example', op: nu },
  } as const
  const doel = 'eigen-gegevens-tonen'
  const besluit = toegang.beslis({
    subject,
    voor: { soort: 'zelf' },
    handeling: 'bekijken',
    voorwerp: { soort: 'eigen-gegevens', eigenaar: ik },
    doel,
    nu,
    vandaag: dag('2026-06-01'),
  })
  assert.deepEqual(besluit, { mag: true, regel: 'gegevens-zien' })
  for (const [persoon, minuut] of [
    [vroeger, 1],
    [ik, 2],
    [vroeger, 3],
  ] as const) {
    nu = new Date(`2026-06-01T10:0${minuut}:00Z`)
    const door = { soort: 'inwoner', persoon } as const
    await toegang.audit.metVerwerking(
      { doel, betrokkenen: [persoon], gegevens: ['adres'], door },
      async () => {},
    )
  }
  // Somebody who first came in by eIDAS, and later turned out to have a BSN.
  assert.equal((await toegang.leesInzage(ik, proefbewijs(ik))).length, 1)
  await toegang.kluis.verbind(vroeger, ik, 'bsn-bekend-geworden')
  const inzagen = await toegang.leesInzage(ik, proefbewijs(ik))
  assert.deepEqual(
    inzagen.map(({ tijd }) => tijd.getUTCMinutes()),
    [3, 2, 1],
  )
  assert.equal((await toegang.leesInzage(ik, proefbewijs(ik), { max: 2 })).length, 2)

  const machtiging = {
    soort: 'machtiging',
    gever: ik,
    gemachtigde: vroeger,
    organisatie: proeforganisatie('svb'),
    diensten: [],
    geldigVanaf: dag('2026-06-01'),
    geldigTot: dag('2027-01-01'),
    wijze: { soort: 'digitaal' },
  } as const
  const gegeven = await toegang.machtigingen.geef(
    { soort: 'persoon', persoon: ik },
    machtiging,
    dag('2026-06-01'),
  )
  assert.equal(gegeven.status, 'ok')
  await toegang.audit.veranker()

  // Five years after the end all of it has gone, and that it went is proven.
  nu = new Date('2032-01-02T10:00:00Z')
  const opgeruimd = await toegang.voerBewaringUit()
  assert.deepEqual(
    opgeruimd.map(({ verwerking, inhouden, rijen }) => [verwerking, inhouden, rijen]),
    [
      ['eigen-gegevens-tonen', 3, 0],
      ['machtiging-registreren', 0, 1],
    ],
  )
  assert.deepEqual(await toegang.machtigingen.alle({ soort: 'persoon', persoon: ik }, proefbewijs(ik)), [])
  const verslag = await controleerBewijs(bewijsLezer(databank), ring)
  assert.deepEqual(verslag.afwijkingen, [])
  assert.deepEqual([...verslag.gewist], [['BR-03', 3]])
})

test('whoever keeps something for a session or a ground hears that it ended, however it ends, and not before', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const nu = new Date('2026-06-01T10:00:00Z')
  const toegang = openToegang({
    stores: toegangOpslag({ databank, bewijs: alsRol('bewijs'), bewaring: alsRol('bewaring') }),
    register: () => register,
    ring: openSleutelring(() => ['een geheim van minstens tweeëndertig tekens']),
    nu: () => nu,
    toeval: randomBytes,
    registerUri: 'https://x.example/verwerkingen',
  })
  const gehoord: string[] = []
  toegang.bijEinde((plek) => gehoord.push(plek))
  const einde = () => gehoord.splice(0)
  const [bsn] = [parseBsn('999990019')]
  assert.ok(bsn)
  const persoon = await toegang.kluis.persoonBij(bsn)
  const herkenning = { middel: 'digid', niveau: 'substantieel', bron: 'https://y.example', op: nu } as const
  const nieuw = {
    wie: { soort: 'inwoner', persoon, herkenning },
    voor: { soort: 'zelf' },
    apparaat: '',
  } as const
  const { sessies, gronden } = toegang
  const een = await sessies.begin(nieuw)
  await sessies.kies(een.token, { soort: 'zelf' })
  await sessies.begintHulp(een.token, { naam: 'Buurman' })
  await sessies.stoptHulp(een.token)
  assert.deepEqual(einde(), [], 'a helper who leaves ends nothing')
  const twee = await sessies.begin({ ...nieuw, vorige: een.token })
  assert.deepEqual(einde(), [een.sessie.id])
  const drie = await sessies.begin(nieuw)
  await sessies.beeindigAndere(persoon, drie.sessie.id)
  assert.deepEqual(einde(), [twee.sessie.id])
  await sessies.beeindig(drie.token)
  assert.deepEqual(einde(), [drie.sessie.id])

  const organisatie = proeforganisatie('svb')
  const werk = { soort: 'medewerker', medewerker: 'm-1', organisatie, rollen: ['balie'], doelen: [] } as const
  const { sessie } = await sessies.begin({ ...nieuw, wie: werk })
  const vrager = { medewerker: 'm-1', organisatie, sessie: sessie.id }
  const grond = {
    ...vrager,
    rol: 'balie',
    doel: 'inwoner-helpen',
    reden: 'balie',
    kenmerk: undefined,
  } as const
  const gesteld = [await gronden.stel(grond), await gronden.stel(grond)].map((uitslag) => {
    assert.ok(uitslag.status === 'ok')
    return uitslag.grond.id
  })
  await gronden.beeindig(vrager)
  await gronden.beeindig(vrager)
  assert.deepEqual(einde(), gesteld)
})
