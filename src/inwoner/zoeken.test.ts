import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Meegekomene, Verwerkingsbewijs } from '../audit/index.ts'
import { nepbewijs, openProefaudit, proefmedewerker } from '../audit/proefaudit.ts'
import { type Persoon, startDemo } from '../demo/index.ts'
import {
  type Bsn,
  type Datum,
  type Eilandnummer,
  maakPersoonId,
  type PersoonId,
  parseBsn,
  parseDatum,
  parseEilandnummer,
} from '../domain/index.ts'
import { createBron, metSleutel } from '../platform/bron/index.ts'
import { vasteBytes } from '../platform/bron/proeftijd.ts'
import { createLog } from '../platform/index.ts'
import { brpRegister } from './brp/brp.ts'
import { brpZoekregister } from './brp/zoeken.ts'
import { beperkTot, metEilandnummer, zoekInwoner } from './index.ts'

const nu = new Date('2026-03-01T10:00:00Z')
const klok = { nu: () => nu }

async function opstelling(t: TestContext, zwijgt: 'nee' | 'onbekend' = 'nee') {
  const demo = await startDemo(klok)
  const regels: string[] = []
  const bron = createBron(
    { naam: 'brp', basisUrl: demo.brp.url, aanmelden: metSleutel('x-api-key', demo.brp.sleutel) },
    { klok, log: createLog(klok.nu, (regel) => regels.push(regel)), toeval: vasteBytes(3) },
  )
  t.after(async () => {
    bron.sluit()
    await demo.sluit()
  })
  const bytes = vasteBytes(9)
  const bekend: { readonly bsn: Bsn; readonly persoon: PersoonId }[] = []
  const persoonBij = async (bsn: Bsn): Promise<PersoonId> => {
    const was = bekend.find((een) => een.bsn.isGelijk(bsn))
    if (was !== undefined) return was.persoon
    const persoon = maakPersoonId(nu, bytes)
    bekend.push({ bsn, persoon })
    return persoon
  }
  const geschreven: (readonly string[])[] = []
  const { audit } = openProefaudit({
    schrijf: async (regels) => {
      const onderwerpen = regels.map(({ onderwerp }) => onderwerp)
      if (regels[0]?.soort === 'verwerking') geschreven.push(onderwerpen)
      return onderwerpen.map((onderwerp) => ({ onderwerp, volgnummer: 1 }))
    },
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const opEiland = maakPersoonId(nu, bytes)
  const zoekregister = metEilandnummer(
    brpZoekregister(bron, (bsns) => Promise.all(bsns.map(persoonBij)), zwijgt),
    async (nummer) => (nummer.isGelijk(eiland('1985031204')) ? opEiland : undefined),
  )
  const zoek = (vraag: Parameters<typeof zoekInwoner>[2]) =>
    zoekInwoner(
      zoekregister,
      (betrokkenen, fn) =>
        audit.metVerwerking(
          { doel: 'gegevens-tonen', gegevens: ['naam'], betrokkenen, door: proefmedewerker() },
          fn,
        ),
      vraag,
    )
  const bekende = (id: string): Persoon => {
    const gevonden = demo.bekenden.find((een) => een.id === id)
    assert.ok(gevonden, id)
    return gevonden.persoon
  }
  return { demo, zoek, bekende, regels, geschreven, zoekregister, bron, persoonBij, bekend, opEiland }
}

function eiland(cijfers: string): Eilandnummer {
  const nummer = parseEilandnummer(cijfers)
  assert.ok(nummer)
  return nummer
}

function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

function bsnVan({ bsn }: Persoon): Bsn {
  const gelezen = parseBsn(bsn)
  assert.ok(gelezen)
  return gelezen
}

const naam = (geslachtsnaam: string, geboren: string, voornamen?: string) =>
  ({ soort: 'naam', geslachtsnaam, voornamen, geboren: dag(geboren) }) as const

test('somebody is found by number, and by surname with the day of birth; nobody is nobody', async (t) => {
  const { zoek, bekende, regels, geschreven } = await opstelling(t)
  const fatima = bekende('fatima')
  for (const vraag of [
    { soort: 'bsn', bsn: bsnVan(fatima) } as const,
    naam('Nourani', '1990-05-01'),
    naam('nour*', '1990-05-01', 'Fat*'),
  ]) {
    geschreven.length = 0
    const uitkomst = await zoek(vraag)
    assert.ok(uitkomst.status === 'ok')
    const [treffer, ...rest] = uitkomst.treffers
    assert.deepEqual(rest, [])
    assert.equal(treffer?.naam?.voornamen, 'Fatima')
    assert.equal(treffer?.woonplaats, 'Rotterdam')
    assert.equal(treffer?.isOverleden, false)
    // First with the organisation, then on the record of who is shown.
    assert.deepEqual(geschreven, [['organisatie:gemeente-utrecht'], [`persoon:${treffer?.persoon}`]])
  }
  geschreven.length = 0
  assert.deepEqual(await zoek(naam('Nourani', '1990-05-02')), { status: 'ok', treffers: [] })
  const niemand = parseBsn('111222333')
  assert.ok(niemand)
  assert.deepEqual(await zoek({ soort: 'bsn', bsn: niemand }), { status: 'ok', treffers: [] })
  assert.equal(geschreven.length, 2)
  const log = regels.join('\n')
  for (const woord of [fatima.bsn ?? '', 'Nourani', '1990']) assert.ok(!log.includes(woord), woord)
})

test('by address only who has that surname is found, and whoever else lives there gets no place in the vault', async (t) => {
  const { zoek, demo, bekend } = await opstelling(t)
  const { personen } = demo.bevolking
  const adresVan = (wie: Persoon) => demo.bevolking.thuisVan(wie).adres
  const hier = (wie: Persoon, ander: Persoon) =>
    ander.bsn !== undefined &&
    adresVan(ander).postcode === adresVan(wie).postcode &&
    adresVan(ander).huisnummer === adresVan(wie).huisnummer
  // Lives with somebody of another name.
  const wie = personen.find(
    (een) =>
      een.bsn !== undefined &&
      een.overleden === undefined &&
      personen.some((ander) => hier(een, ander) && ander.geslachtsnaam !== een.geslachtsnaam),
  )
  assert.ok(wie)
  const { postcode = '', huisnummer } = adresVan(wie)
  const samen = personen.filter((ander) => hier(wie, ander))
  const zelfde = samen.filter(({ geslachtsnaam }) => geslachtsnaam === wie.geslachtsnaam)
  assert.ok(samen.length > zelfde.length)
  const geslachtsnaam = wie.geslachtsnaam.toUpperCase()
  const uitkomst = await zoek({ soort: 'adres', postcode, huisnummer, geslachtsnaam })
  assert.ok(uitkomst.status === 'ok')
  assert.deepEqual(
    uitkomst.treffers.map(({ naam: van }) => van?.voornamen).toSorted(),
    zelfde.map(({ voornamen }) => voornamen).toSorted(),
  )
  assert.equal(bekend.length, zelfde.length)
})

test('a secret address is no place either, who died is said to have, and more than ten are none', async (t) => {
  const { zoek, bekende, demo } = await opstelling(t)
  const noor = await zoek({ soort: 'bsn', bsn: bsnVan(bekende('noor')) })
  assert.ok(noor.status === 'ok')
  assert.deepEqual([noor.treffers[0]?.geheim, noor.treffers[0]?.woonplaats], ['ja', undefined])
  const zwijgend = await opstelling(t, 'onbekend')
  const fatima = await zwijgend.zoek({ soort: 'bsn', bsn: bsnVan(bekende('fatima')) })
  assert.ok(fatima.status === 'ok')
  assert.deepEqual(
    [fatima.treffers[0]?.geheim, fatima.treffers[0]?.woonplaats],
    ['onbekend', undefined],
    'a register that says nothing did not say no',
  )
  const overleden = demo.bevolking.personen.find(
    (een) => een.overleden !== undefined && een.bsn !== undefined,
  )
  assert.ok(overleden)
  for (const vraag of [
    { soort: 'bsn', bsn: bsnVan(overleden) } as const,
    naam(overleden.geslachtsnaam, overleden.geboren),
  ]) {
    const uitkomst = await zoek(vraag)
    assert.ok(uitkomst.status === 'ok')
    assert.equal(
      uitkomst.treffers.some((een) => een.isOverleden),
      true,
    )
  }
  const elf = demo.bevolking.personen.filter((een) => een.bsn !== undefined).slice(-11)
  for (const persoon of elf) Object.assign(persoon, { geslachtsnaam: 'Elftal', geboren: '1980-01-01' })
  assert.deepEqual(await zoek(naam('Elftal', '1980-01-01')), { status: 'te-veel' })
})

test('an island number finds who was here before, asks no register, and makes nobody', async (t) => {
  const { zoek, geschreven, bekend, opEiland, demo } = await opstelling(t)
  await demo.sluit()
  const gevonden = await zoek({ soort: 'eilandnummer', eilandnummer: eiland('1985031204') })
  assert.ok(gevonden.status === 'ok')
  assert.deepEqual(
    gevonden.treffers.map(({ persoon, naam }) => [persoon, naam]),
    [[opEiland, undefined]],
  )
  // As for any search: first with the organisation, then on the record of who is shown.
  assert.deepEqual(geschreven, [['organisatie:gemeente-utrecht'], [`persoon:${opEiland}`]])
  geschreven.length = 0
  assert.deepEqual(await zoek({ soort: 'eilandnummer', eilandnummer: eiland('1985031205') }), {
    status: 'ok',
    treffers: [],
  })
  assert.deepEqual(geschreven, [['organisatie:gemeente-utrecht']])
  assert.deepEqual(bekend, [])
})

test('a register that is down, answers rubbish or mixes people up says so, and nobody is shown', async (t) => {
  const { zoek, bekende, demo } = await opstelling(t)
  const zet = (soort: string) =>
    fetch(new URL('storing', demo.brp.beheerUrl), {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-beheersleutel': demo.beheersleutel },
      body: JSON.stringify({ soort }),
    })
  for (const [soort, verwacht] of [
    ['onzin', 'onleesbaar'],
    ['ander-persoon', 'ander-persoon'],
    ['fout-500', 'storing'],
  ]) {
    await zet(soort ?? '')
    const uitkomst = await zoek({ soort: 'bsn', bsn: bsnVan(bekende('fatima')) })
    assert.equal(uitkomst.status === 'fout' && uitkomst.soort, verwacht)
  }
})

test('without proof of a search nothing is asked, and proof about somebody is no proof of a search', async (t) => {
  const { zoekregister, persoonBij } = await opstelling(t)
  const vals = { doel: 'x', gegevens: ['naam'], traceparent: '' } as unknown as Verwerkingsbewijs
  const vraag = naam('Nourani', '1990-05-01')
  await assert.rejects(
    zoekInwoner(zoekregister, (_wie, fn) => fn(vals), vraag),
    /bewijs-verlopen/,
  )
  const { audit } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const bsn = parseBsn('111222333')
  assert.ok(bsn)
  const iemand = await persoonBij(bsn)
  const over = { doel: 'gegevens-tonen', gegevens: ['naam'], betrokkenen: [iemand], door: proefmedewerker() }
  await assert.rejects(
    zoekInwoner(zoekregister, (_wie, fn) => audit.metVerwerking(over, fn), vraag),
    /bewijs-van-ander/,
  )
  // @ts-expect-error a search without proof does not compile
  const zonder: Parameters<typeof zoekregister.zoek> = [vraag]
  assert.equal(zonder.length, 1)
})

test('a source is asked only for what the purpose covers, and a page gets no more than that', async (t) => {
  const { bron, bekende, persoonBij } = await opstelling(t)
  const noor = bekende('noor')
  const register = brpRegister(bron, {
    metBsn: async (_persoon, _doel, fn) => ({ status: 'ok', uitkomst: await fn(bsnVan(noor)) }),
    personenBij: (bsns) => Promise.all(bsns.map(persoonBij)),
    schrijfMeegekomen: async () => {},
  })
  const ik = await persoonBij(bsnVan(noor))
  const weinig = await register.raadpleeg(ik, nepbewijs('x', ['naam']))
  assert.ok(weinig.status === 'ok')
  assert.equal(weinig.gegevens.naam.waarde.voornamen, 'Noor')
  assert.equal(weinig.gegevens.geboortedatum.waarde, undefined)
  assert.deepEqual(weinig.gegevens.adres.waarde, { regel1: undefined, regel2: undefined, gebied: undefined })
  assert.deepEqual(weinig.gegevens.kinderen.waarde, [])
  const alles = await register.raadpleeg(ik, nepbewijs())
  assert.ok(alles.status === 'ok')
  const zonder = beperkTot(alles.gegevens, ['naam', 'adres', 'huishouden'])
  assert.deepEqual(
    [zonder.isAdresVerborgen, zonder.adres, zonder.medebewoners, zonder.kinderen, zonder.partner],
    [true, undefined, undefined, undefined, undefined],
  )
  const met = beperkTot(alles.gegevens, ['adres', 'geheim-adres', 'kinderen'])
  assert.ok(met.adres?.waarde.regel1)
  assert.equal(met.kinderen?.waarde[0]?.naam.voornamen, 'Sem')
  assert.equal(met.isAdresVerborgen, false)
  assert.equal(met.naam, undefined)
})

test('everybody else in the answers is written down, with what they may know, and only when they were asked for', async (t) => {
  const { bron, bekende, demo, persoonBij } = await opstelling(t)
  const mee = async (id: string, gegevens?: readonly string[]) => {
    const ik = bekende(id)
    const gevonden: Meegekomene[] = []
    const register = brpRegister(bron, {
      metBsn: async (_persoon, _doel, fn) => ({ status: 'ok', uitkomst: await fn(bsnVan(ik)) }),
      personenBij: (bsns) => Promise.all(bsns.map(persoonBij)),
      schrijfMeegekomen: async (_bewijs, { wie }) => void gevonden.push(...wie),
    })
    const { status } = await register.raadpleeg(await persoonBij(bsnVan(ik)), nepbewijs('x', gegevens))
    assert.equal(status, 'ok')
    return gevonden.map(({ persoon, relatie, naam }) => [persoon, relatie, naam])
  }
  const [jan, peter] = [await persoonBij(bsnVan(bekende('jan'))), await persoonBij(bsnVan(bekende('peter')))]
  assert.deepEqual(await mee('ria'), [[jan, 'partner', 'Ria Nguyenhoa']])
  assert.deepEqual(await mee('ria', ['naam', 'adres']), [])

  const leden = demo.bevolking.thuisVan(bekende('sanne')).leden.map(demo.bevolking.persoon)
  const bijSanne = await mee('sanne')
  assert.equal(bijSanne.length, leden.length - 1)
  assert.ok(bijSanne.every(([, relatie, naam]) => relatie === 'medebewoner' && naam === undefined))
  // Her address is secret, and her son is registered there.
  assert.deepEqual(
    (await mee('noor')).map(([, relatie]) => relatie),
    ['ouder'],
  )
  const bijKarin = await mee('karin')
  assert.deepEqual(
    bijKarin.find(([persoon]) => persoon === peter),
    [peter, 'afgeschermd', undefined],
  )
})
