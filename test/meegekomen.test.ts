import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { controleerBewijs, openSleutelring } from '../src/audit/index.ts'
import { proefbewijs } from '../src/audit/proefaudit.ts'
import { verwerkingsregister } from '../src/corpus/index.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { type Bsn, type PersoonId, parseBsn } from '../src/domain/index.ts'
import { brpRegister } from '../src/inwoner/brp/brp.ts'
import type { Bron } from '../src/platform/bron/index.ts'
import { toegangOpslag } from '../src/store/index.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'
import { openToegang } from '../src/toegang/index.ts'

const nummers = { ik: '999990019', partner: '999990020', kind: '999990032', medebewoner: '999990044' }
const doel = { doel: 'eigen-gegevens-tonen', gegevens: ['naam', 'huishouden', 'partner', 'kinderen'] }

function bsn(tekst: string): Bsn {
  const gelezen = parseBsn(tekst)
  assert.ok(gelezen, tekst)
  return gelezen
}

/** The real vault and log, and a register that knows one household. */
async function opstelling(t: TestContext) {
  const { databank, alsRol } = await openProefdatabank(t)
  const stores = toegangOpslag({ databank, bewijs: alsRol('bewijs'), bewaring: alsRol('bewaring') })
  const klok = { nu: new Date('2026-03-01T10:00:00Z') }
  const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const toegang = openToegang({
    stores,
    register: () => register,
    ring,
    nu: () => klok.nu,
    toeval: randomBytes,
    registerUri: 'https://voordeur.example/verwerkingen',
  })
  const rij = (burgerservicenummer: string) => ({ burgerservicenummer })
  const antwoorden = [
    {
      type: 'RaadpleegMetBurgerservicenummer',
      personen: [
        {
          ...rij(nummers.ik),
          gemeenteVanInschrijving: { code: '0363' },
          naam: { voornamen: 'Noor', geslachtsnaam: 'Vries' },
          partners: [rij(nummers.partner)],
          kinderen: [rij(nummers.kind)],
          verblijfplaats: { type: 'Adres', adresseerbaarObjectIdentificatie: '0363010000000001' },
        },
      ],
    },
    {
      type: 'ZoekMetAdresseerbaarObjectIdentificatie',
      personen: [nummers.ik, nummers.partner, nummers.medebewoner].map(rij),
    },
  ]
  let keer = 0
  const bron: Bron = {
    vraag: async ({ vorm }) => ({
      status: 'ok',
      inhoud: vorm.parse(antwoorden[keer++ % antwoorden.length]),
      op: klok.nu,
    }),
    roep: () => assert.fail('hier wordt anders gevraagd'),
    keurAf: () => assert.fail('niets wordt afgekeurd'),
    stand: () => assert.fail('niemand vraagt hoe het gaat'),
    sluit: () => {},
  }
  const { audit, kluis, metBsn } = toegang
  const brp = brpRegister(bron, {
    metBsn,
    personenBij: kluis.personenBij,
    schrijfMeegekomen: audit.schrijfMeegekomen,
    zwijgt: 'nee',
  })
  const ik = await kluis.persoonBij(bsn(nummers.ik))
  const kijk = () =>
    audit.metVerwerking({ ...doel, betrokkenen: [ik], door: { soort: 'inwoner', persoon: ik } }, (bewijs) =>
      brp.raadpleeg(ik, bewijs),
    )
  const inzageVan = (wie: PersoonId) => toegang.leesInzage(wie, proefbewijs(wie))
  return { toegang, kluis, ik, kijk, inzageVan, klok, stores, ring }
}

test('who never logged in finds, when they do, that their data came along with those of somebody they live with', async (t) => {
  const { kluis, kijk, inzageVan, ik, stores, ring } = await opstelling(t)
  assert.equal(await kluis.zoekPersoon(bsn(nummers.partner)), undefined, 'nog niemand')
  const uitkomst = await kijk()
  assert.equal(uitkomst.status, 'ok')

  // As a login does it: who has this number?
  const ingelogd = async (nummer: string) => inzageVan(await kluis.persoonBij(bsn(nummer)))
  for (const [nummer, relatie, naam, gegevens] of [
    [nummers.partner, 'partner', 'Noor Vries', ['naam', 'geboortedatum', 'partner', 'huishouden']],
    [nummers.kind, 'ouder', 'Noor Vries', ['naam', 'geboortedatum']],
    [nummers.medebewoner, 'medebewoner', undefined, ['geboortedatum', 'huishouden']],
  ] as const) {
    const [regel, ...meer] = await ingelogd(nummer)
    assert.deepEqual(meer, [])
    assert.equal(regel?.verwerking, 'meegekomen-gegevens')
    assert.equal(regel.afloop, 'gelukt')
    assert.deepEqual(regel.inhoud?.gegevens, gegevens)
    assert.deepEqual(regel.inhoud?.door, {
      soort: 'huishouden',
      relatie,
      ...(naam !== undefined && { naam }),
      ...(relatie === 'partner' && {
        bekend: { waarvoor: 'eigen-gegevens-tonen', haalde: { soort: 'zelf' } },
      }),
    })
  }
  const [eigen, ...anders] = await inzageVan(ik)
  assert.deepEqual([eigen?.verwerking, anders.length], ['eigen-gegevens-tonen', 0])
  assert.deepEqual((await controleerBewijs(stores.bewijsLezer, ring)).afwijkingen, [])
})

test('the same household twice is the same people, and their lines go when their term is over', async (t) => {
  const { kluis, kijk, inzageVan, toegang, klok, stores, ring } = await opstelling(t)
  await Promise.all([kijk(), kijk().then(() => kijk())])
  const partner = await kluis.persoonBij(bsn(nummers.partner))
  assert.equal((await inzageVan(partner)).length, 3)

  klok.nu = new Date('2031-03-02T10:00:00Z')
  const opgeruimd = await toegang.voerBewaringUit()
  assert.deepEqual(
    opgeruimd.map(({ verwerking, inhouden }) => [verwerking, inhouden]),
    [
      ['eigen-gegevens-tonen', 3],
      ['meegekomen-gegevens', 9],
    ],
  )
  assert.deepEqual(
    (await inzageVan(partner)).map(({ inhoud }) => inhoud),
    [undefined, undefined, undefined],
  )
  assert.deepEqual((await controleerBewijs(stores.bewijsLezer, ring)).afwijkingen, [])
})

test('when the log cannot be written nothing of the household is handed on', async (t) => {
  const { kluis, toegang, ik } = await opstelling(t)
  const brp = brpRegister(
    {
      vraag: async ({ vorm }) => ({
        status: 'ok',
        inhoud: vorm.parse({
          type: 'RaadpleegMetBurgerservicenummer',
          personen: [{ burgerservicenummer: nummers.ik, kinderen: [{ burgerservicenummer: nummers.kind }] }],
        }),
        op: new Date(0),
      }),
      roep: () => assert.fail('hier wordt anders gevraagd'),
      keurAf: () => assert.fail('niets wordt afgekeurd'),
      stand: () => assert.fail('niemand vraagt hoe het gaat'),
      sluit: () => {},
    },
    {
      metBsn: toegang.metBsn,
      personenBij: kluis.personenBij,
      schrijfMeegekomen: () => Promise.reject(new Error('het log is weg')),
    },
  )
  await assert.rejects(brp.raadpleeg(ik, proefbewijs(ik)), /het log is weg/)
})
