import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { proeforganisatie } from '../audit/proefaudit.ts'
import type { PersoonId } from '../domain/index.ts'
import { createBelweg, type Hersteluitkomst, maxBelpogingen } from '../kanalen/index.ts'
import { handelendeMet } from '../toegang/index.ts'
import { ingangen } from './context.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { openProefverzending } from './proefverzending.ts'

const svb = proeforganisatie('svb')
const uwv = proeforganisatie('uwv')
const mobiel = { soort: 'telefoon', nummer: '06 12345678' } as const
const straat = ['Mevrouw An', 'Dorpsstraat 1', '1234 AB Dorp']
const uurMs = 3_600_000

/** Somebody who wants to be called, in English, and a desk of the SVB that calls. */
async function openHuis(t: Parameters<typeof openProefdatabank>[0]) {
  const { databank, alsRol } = await openProefdatabank(t)
  const huis = openProefverzending({ databank, alsRol })
  huis.wegen.set('telefoon', { ...createBelweg((een) => een === svb), gekregen: [] })
  const brief = huis.weg('brief')
  const an = huis.persoon()
  huis.postadressen.set(an, straat)
  const houder = huis.zelf(an)
  await huis.als(an, 'contactvoorkeuren', async (bewijs) => {
    await huis.adressen.voegToe(houder, mobiel, bewijs)
    const keuzes = [{ bereik: {}, keuze: { kanaal: 'telefoon', taal: 'en' } }] as const
    await huis.voorkeuren.wijzig(houder, () => ({ keuzes }), bewijs)
  })
  const wie = (organisatie = svb) => ({ medewerker: 'm-1', organisatie })
  const als = <T>(
    persoon: PersoonId | undefined,
    fn: (bewijs: Parameters<typeof huis.herstelwerk.wie>[2]) => Promise<T>,
  ) =>
    huis.audit.metVerwerking(
      {
        doel: 'inwoner-helpen',
        gegevens: ['bericht', 'contactvoorkeur', 'contactadres'],
        betrokkenen: persoon === undefined ? [] : [persoon],
        door: handelendeMet({
          ...{
            id: '',
            sessie: '',
            medewerker: 'm-1',
            organisatie: svb,
            rol: 'balie',
            doel: 'inwoner-helpen',
          },
          ...{ reden: 'telefoon', kenmerk: undefined, gesteldOp: huis.klok.nu, persoon, ander: undefined },
          ...{ kandidaten: [], pogingen: 0 },
        }),
      },
      fn,
    )
  return {
    ...huis,
    ...{ databank, brief, an, wie, als, alsInwoner: huis.als },
    lijst: async (organisatie = svb) => (await huis.herstelwerk.werklijst(wie(organisatie))).taken,
    wieVan: (id: string, organisatie = svb) =>
      als(undefined, (bewijs) => huis.herstelwerk.wie(wie(organisatie), id, bewijs)),
    open: (id: string, persoon = an, organisatie = svb) =>
      als(persoon, (bewijs) => huis.herstelwerk.open({ ...wie(organisatie), persoon }, id, bewijs)),
    rondAf: (id: string, uitkomst: Hersteluitkomst, persoon = an, organisatie = svb, gezien?: number) =>
      als(persoon, (bewijs) =>
        huis.herstelwerk.rondAf({ ...wie(organisatie), persoon }, id, uitkomst, bewijs, gezien),
      ),
    async stuurEen(rest: Parameters<typeof huis.stuur>[1] = {}) {
      const inhoud = {
        onderwerp: { nl: 'Uw zaak staat stil', en: 'Your case stands still', pap: 'Bo kaso ta pará' },
        alineas: [{ nl: 'Bel ons.', en: 'Call us.', pap: 'Yama nos.' }],
        van: svb,
      }
      const id = await huis.stuur(an, { inhoud, ...rest })
      await huis.werkAf()
      return id
    },
    standen: async (id: string) =>
      Object.fromEntries((await huis.verloop(an, id)).map(({ kanaal, stand }) => [kanaal, stand])),
  }
}

test('who wants to be called becomes work of the body, and reads their own message when somebody called', async (t) => {
  const huis = await openHuis(t)
  const id = await huis.stuurEen()
  assert.deepEqual(await huis.standen(id), { berichtenbox: 'mislukt', telefoon: 'klaar' })
  const [taak] = await huis.lijst()
  assert.ok(taak)
  assert.deepEqual([taak.soort, taak.reden, taak.pogingen], ['bellen', 'telefoon-gekozen', 0])
  assert.equal(JSON.stringify(taak).includes(huis.an), false)
  assert.equal(taak.uiterlijk.getTime() - taak.gemaakt.getTime(), 48 * uurMs)
  assert.deepEqual(await huis.lijst(uwv), [])

  assert.equal(await huis.wieVan(taak.id), huis.an)
  assert.equal(await huis.wieVan(taak.id, uwv), undefined)
  const open = await huis.open(taak.id)
  assert.deepEqual(
    [open?.nummers, open?.taal, open?.tekst],
    [['+31612345678'], 'en', 'Your case stands still'],
  )
  // Not of another body, and not with a ground over somebody else.
  assert.equal(await huis.open(taak.id, huis.an, uwv), undefined)
  const ander = huis.persoon()
  assert.equal(await huis.open(taak.id, ander), undefined)
  assert.equal(await huis.rondAf(taak.id, 'gedaan', ander), 'niet-gevonden')
  assert.equal(await huis.rondAf(taak.id, 'gedaan', huis.an, uwv), 'niet-gevonden')

  assert.equal(await huis.rondAf(taak.id, 'gedaan'), 'gedaan')
  assert.deepEqual(await huis.standen(id), { berichtenbox: 'hersteld', telefoon: 'bezorgd' })
  assert.deepEqual(
    [await huis.lijst(), await huis.open(taak.id), huis.brief.gekregen.length],
    [[], undefined, 0],
  )
  assert.equal(await huis.rondAf(taak.id, 'gedaan'), 'niet-gevonden')
  const { rows } = await ingangen(huis.databank).alsPersoon(huis.an, (tx) =>
    sql<{ codes: string }>`select codes from bewijs_regel
      where onderwerp = ${`persoon:${huis.an}`} and soort = 'hersteld'`.execute(tx),
  )
  assert.deepEqual(
    rows.map(({ codes }) => JSON.parse(codes)),
    [{ bericht: id, taak: taak.id, hoe: 'bellen', door: 'medewerker', bij: svb }],
  )
})

test('who is not reached is tried again, and then written to', async (t) => {
  const huis = await openHuis(t)
  const id = await huis.stuurEen()
  const [taak] = await huis.lijst()
  for (let keer = 1; keer < maxBelpogingen; keer++) {
    assert.equal(await huis.rondAf(taak?.id ?? '', 'niet-bereikt'), 'later')
    assert.deepEqual([(await huis.lijst())[0]?.pogingen, huis.brief.gekregen.length], [keer, 0])
  }
  assert.equal(await huis.rondAf(taak?.id ?? '', 'niet-bereikt'), 'verder')
  await huis.werkAf()
  assert.deepEqual(await huis.standen(id), {
    ...{ berichtenbox: 'hersteld', telefoon: 'hersteld', brief: 'verzonden' },
  })
  assert.deepEqual(await huis.lijst(), [])
})

test('what cannot be done by phone is written, and so is what nobody called about in time', async (t) => {
  const huis = await openHuis(t)
  await huis.stuurEen()
  const [eerste] = await huis.lijst()
  assert.equal(await huis.rondAf(eerste?.id ?? '', 'kan-niet'), 'verder')
  await huis.werkAf()
  assert.equal(huis.brief.gekregen.length, 1)
  await huis.stuurEen()
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 47 * uurMs)
  assert.equal(await huis.herstelwerk.verlopen(), 0)
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 2 * uurMs)
  assert.equal(await huis.herstelwerk.verlopen(), 1)
  await huis.werkAf()
  assert.deepEqual([huis.brief.gekregen.length, await huis.lijst()], [2, []])
})

test('where no desk calls the letter goes at once; what goes on paper anyway asks no second letter', async (t) => {
  const huis = await openHuis(t)
  huis.wegen.set('telefoon', { ...createBelweg(() => false), gekregen: [] })
  const id = await huis.stuurEen()
  assert.equal((await huis.standen(id)).brief, 'verzonden')
  huis.wegen.set('telefoon', { ...createBelweg(() => true), gekregen: [] })
  await huis.stuurEen({ soort: 'besluit' })
  assert.equal(huis.brief.gekregen.length, 2)
  const [taak] = await huis.lijst()
  assert.equal(await huis.rondAf(taak?.id ?? '', 'kan-niet'), 'verder')
  await huis.werkAf()
  assert.deepEqual([huis.brief.gekregen.length, await huis.lijst()], [2, []])
})

test('a failed letter is called about, then written about by hand, and only a human ends that', async (t) => {
  const huis = await openHuis(t)
  huis.weg('brief', async () => ({ soort: 'blijvend', reden: 'adres-bestaat-niet' }))
  huis.wegen.delete('telefoon')
  const id = await huis.stuurEen()
  const [bellen] = await huis.lijst()
  assert.deepEqual([bellen?.soort, bellen?.reden], ['bellen', 'adres-bestaat-niet'])
  assert.equal(await huis.rondAf(bellen?.id ?? '', 'kan-niet'), 'verder')
  const [brief, ...rest] = await huis.lijst()
  assert.deepEqual([brief?.soort, rest], ['brief', []])
  assert.equal(await huis.rondAf(brief?.id ?? '', 'niet-bereikt'), 'niet-gevonden')
  assert.equal(await huis.rondAf(brief?.id ?? '', 'gedaan'), 'gedaan')
  assert.deepEqual(Object.values(await huis.standen(id)).includes('mislukt'), false)
})

test('the list goes on behind the last one seen, with the oldest term first', async (t) => {
  const huis = await openHuis(t)
  for (let i = 0; i < 26; i++) await huis.stuurEen()
  const { taken, volgende } = await huis.herstelwerk.werklijst(huis.wie())
  assert.equal(taken.length, 25)
  const rest = await huis.herstelwerk.werklijst(huis.wie(), volgende)
  assert.deepEqual([rest.taken.length, rest.volgende], [1, undefined])
  const alle = [...taken, ...rest.taken]
  assert.equal(new Set(alle.map(({ id }) => id)).size, 26)
  assert.deepEqual(
    alle.map(({ id }) => id),
    alle.toSorted((a, b) => a.uiterlijk.getTime() - b.uiterlijk.getTime()).map(({ id }) => id),
  )
})

test('what falls to a body without a desk here is work of this installation, and seen when it is late', async (t) => {
  const huis = await openHuis(t)
  huis.postadressen.clear()
  huis.zonderBalie.add(uwv)
  const over = { onderwerp: { nl: 'Uw zaak' }, alineas: [], over: uwv }
  await huis.stuurEen({ inhoud: over })
  const bo = huis.persoon()
  await huis.maakBereikbaar(bo, { soort: 'email', waarde: 'bo@voorbeeld.example' })
  huis.weg('email', async () => ({ soort: 'tijdelijk', reden: 'vol' }))
  await huis.stuur(bo, { inhoud: over })
  await huis.werkAf()
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 41 * uurMs)
  await huis.bezorgdienst.bewaak()
  assert.deepEqual(await huis.lijst(uwv), [])
  const ons = async () => (await huis.herstelwerk.zonderOrganisatie()).map(({ reden }) => reden)
  assert.deepEqual(await ons(), ['geen-adres', 'melding-uitgebleven'])
  assert.equal((await huis.zendingen.standen(huis.klok.nu)).teLaat, 0)
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 8 * uurMs)
  const { hersteltaken, teLaat } = await huis.zendingen.standen(huis.klok.nu)
  assert.deepEqual([hersteltaken, teLaat], [2, 2])
})

test('a call that waits and a letter that failed are one task, by the earlier term, which does not end by itself', async (t) => {
  const huis = await openHuis(t)
  // Nobody could print it at first, so the call was ready before the letter turned out to have nowhere to go.
  huis.weg('brief', async () => ({ soort: 'tijdelijk', reden: 'geen-zetter' }))
  const id = await huis.stuurEen({ soort: 'besluit' })
  huis.weg('brief', async () => ({ soort: 'blijvend', reden: 'geen-adres' }))
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 2 * uurMs)
  await huis.werkAf()
  assert.deepEqual(await huis.standen(id), { berichtenbox: 'mislukt', telefoon: 'klaar', brief: 'mislukt' })
  huis.klok.nu = new Date(huis.klok.nu.getTime() + 49 * uurMs)
  assert.equal(await huis.herstelwerk.verlopen(), 0)
  const [taak, ander] = await huis.lijst()
  assert.deepEqual([taak?.soort, ander], ['bellen', undefined])
  assert.equal(await huis.rondAf(taak?.id ?? '', 'kan-niet'), 'verder')
  assert.deepEqual(
    (await huis.lijst()).map(({ soort }) => soort),
    ['brief'],
  )
  assert.equal((await huis.standen(id)).telefoon, 'mislukt')

  // Whoever has no address for a letter is called before what the call is about, and not two days later.
  const bo = huis.persoon()
  await huis.alsInwoner(bo, 'contactvoorkeuren', (bewijs) =>
    huis.adressen.voegToe(huis.zelf(bo), mobiel, bewijs),
  )
  const belVoor = new Date(huis.klok.nu.getTime() + 20 * uurMs)
  const inhoud = { onderwerp: { nl: 'Verzet' }, alineas: [], van: svb, belVoor: belVoor.toISOString() }
  await huis.stuur(bo, { soort: 'afspraak-verzet', inhoud })
  await huis.werkAf()
  const eerst = (await huis.lijst()).find(({ soort }) => soort === 'bellen')
  assert.deepEqual(eerst?.uiterlijk, belVoor)
  assert.equal(await huis.rondAf(eerst?.id ?? '', 'gedaan', bo), 'gedaan')
})

test('one form that is pressed three times is one try', async (t) => {
  const huis = await openHuis(t)
  await huis.stuurEen()
  const [taak] = await huis.lijst()
  const druk = (gezien: number) => huis.rondAf(taak?.id ?? '', 'niet-bereikt', huis.an, svb, gezien)
  const uit = await Promise.all([druk(0), druk(0), druk(0)])
  assert.deepEqual(uit.toSorted(), ['later', 'niet-gevonden', 'niet-gevonden'])
  const [nog] = await huis.lijst()
  assert.deepEqual([nog?.id, nog?.pogingen], [taak?.id, 1])
  assert.equal(await druk(1), 'later')
})

test('who prints a message by hand gets its files and sees what became of it; who calls and another body do not', async (t) => {
  const huis = await openHuis(t)
  const houder = huis.zelf(huis.an)
  await huis.alsInwoner(huis.an, 'contactvoorkeuren', (bewijs) =>
    huis.voorkeuren.wijzig(
      houder,
      () => ({ keuzes: [{ bereik: {}, keuze: { kanaal: 'brief', taal: 'nl' } }] }),
      bewijs,
    ),
  )
  const inhoud = Buffer.from('%PDF-1.7 besluit')
  await huis.stuurEen({ bijlagen: [{ naam: 'besluit.pdf', type: 'application/pdf', inhoud }] })
  const [taak] = await huis.lijst()
  assert.deepEqual([taak?.soort, taak?.reden], ['brief', 'bijlage-op-papier'])
  const id = taak?.id ?? ''
  const open = await huis.open(id)
  assert.deepEqual(
    open?.bijlagen.map(({ naam }) => naam),
    ['besluit.pdf'],
  )
  assert.deepEqual(
    open?.verloop?.zendingen.map(({ kanaal, stand }) => [kanaal, stand]),
    [
      ['berichtenbox', 'mislukt'],
      ['brief', 'mislukt'],
    ],
  )
  const haal = (nummer: number, persoon = huis.an, organisatie = svb) =>
    huis.als(persoon, (bewijs) =>
      huis.herstelwerk.bijlage({ ...huis.wie(organisatie), persoon }, id, nummer, bewijs),
    )
  assert.deepEqual(Buffer.from((await haal(0))?.inhoud ?? []), inhoud)
  assert.equal(await haal(1), undefined)
  assert.equal(await haal(0, huis.an, uwv), undefined)
  assert.equal(await haal(0, huis.persoon()), undefined)
  await huis.rondAf(id, 'gedaan')
  assert.equal(await haal(0), undefined, 'it is done')
})
