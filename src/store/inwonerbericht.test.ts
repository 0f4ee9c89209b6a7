import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { createBerichten } from '../kanalen/index.ts'
import {
  type Aanbreng,
  bezorgUitgaand,
  createInwonermelding,
  createInwonerverteller,
  ONGENOMEN_DAGEN,
  type Uitgaand,
} from '../loket/index.ts'
import { berichtOpslag } from './berichten.ts'
import { ketenzaakOpruimer } from './ketenzaken.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { duo, gemeente, openProefloket, svb, w } from './proefloket.ts'
import { uitgaandOpslag } from './uitgaand.ts'

const dagMs = 86_400_000

/** From events to the inbox of whoever a case is about, without anybody between. */
function postvak(p: ReturnType<typeof openProefloket>) {
  const { klok, audit, ring, store, ik } = p
  const uitgaand = uitgaandOpslag(p.databank)
  const nu = () => klok.nu
  const berichten = createBerichten({
    ...{ store: berichtOpslag(p.databank), audit, ring, nu, toeval: randomBytes },
  })
  const zeg = (sleutel: string, waarden?: object) => `${sleutel} ${JSON.stringify(waarden ?? {})}`
  const vertel = createInwonerverteller({
    ...{ store, audit, ring, berichten, naamVan: (id) => id },
    spraken: { nl: { t: zeg, datum: (dag) => dag } },
  })
  const meld = createInwonermelding({ store, uitgaand, nu })
  const bezorg = (doe: (wat: Uitgaand) => ReturnType<typeof vertel> = vertel) =>
    bezorgUitgaand({
      ...{ store: uitgaand, nu, loting: () => 0, meldOpgegeven: () => assert.fail('opgegeven') },
      bezorg: doe,
    })
  const lees = () =>
    audit.metVerwerking(
      {
        ...{ doel: 'ketenzaak', gegevens: ['ketenberichten'], betrokkenen: [ik] },
        door: { soort: 'inwoner', persoon: ik },
      },
      async (bewijs) => {
        const rijen = await berichtOpslag(p.databank).lijst(ik, bewijs, 10)
        const open = rijen.map(({ id }) => berichten.open({ persoon: ik, lezer: ik }, id, bewijs))
        return (await Promise.all(open)).filter((een) => een !== undefined)
      },
    )
  return { vertel, meld, bezorg, lees }
}

test('what happens in a case reaches whoever it is about once, wherever the node dies in between', async (t) => {
  const p = openProefloket(await openProefdatabank(t))
  const { loket, bij, klok, nieuw } = p
  const { vertel, meld, bezorg, lees } = postvak(p)
  const { ketenzaak, nr } = await p.open()
  const doe = (opdracht: Parameters<typeof loket.doe>[2], verwacht = nr) =>
    loket.doe(bij.gemeente, { id: nieuw(), ketenzaak, verwacht }, opdracht)
  const ja = { soort: 'sluit-met-ja', hoe: 'balie', uitleg: w('Zij zei ja') } as const
  const zonder = await doe(ja)
  assert.equal(zonder.status === 'geweigerd' && zonder.weigering.reden, 'eerst-vragen')
  const gevraagd = await doe({ soort: 'vraag-sluiting', uitleg: w('De AOW loopt weer') })
  assert.equal(gevraagd.status, 'ok')
  assert.equal((await doe(ja, gevraagd.status === 'ok' ? gevraagd.nr : 0)).status, 'ok')
  // Dies after the rows were laid and before the events were marked: they are laid once more.
  await loket.zend()
  await meld(p.verstuurd)
  await meld(p.verstuurd)
  let valt = true
  const ronde = () =>
    bezorg(async (wat) => {
      const uit = await vertel(wat)
      // Dies after the message lies there and before anybody knows.
      if (valt) throw new Error('gevallen')
      return uit
    })
  await assert.rejects(ronde(), /gevallen/)
  valt = false
  klok.nu = new Date(klok.nu.getTime() + 61_000)
  assert.equal(await ronde(), 2)
  assert.equal(await ronde(), 0)
  // All over again from the events: nothing comes of it.
  await meld(p.verstuurd)
  assert.equal(await ronde(), 2)
  const rij = await lees()
  assert.deepEqual(rij.map(({ soort }) => soort).toSorted(), ['keten-gesloten', 'keten-sluiting-gevraagd'])
  const dicht = rij.find(({ soort }) => soort === 'keten-gesloten')?.inhoud
  const tekst = JSON.stringify(dicht)
  for (const deel of ['Zij zei ja', 'ja_balie', 'Fatma, 14 020', '2026-04-12'])
    assert.ok(tekst.includes(deel), `${deel} in ${tekst}`)
  assert.deepEqual([dicht?.van, dicht?.verwijzing], [gemeente, { soort: 'ketenzaak', id: ketenzaak }])
})

test('what is forwarded is told in the same act: the words of the professional lie in the inbox, once', async (t) => {
  const p = openProefloket(await openProefdatabank(t))
  const { loket, bij, klok, nieuw } = p
  const { meld, bezorg, lees } = postvak(p)
  const { ketenzaak, nr } = await p.open()
  const stuur = {
    ...({
      soort: 'stuur-door',
      naar: duo,
      hoe: 'bericht',
      reden: w('DUO gaat over de studieschuld'),
    } as const),
    ...{ melding: w('DUO kijkt naar uw schuld'), tot: new Date(klok.nu.getTime() + 9 * dagMs) },
  }
  const kop = { id: nieuw(), ketenzaak, verwacht: nr }
  // A double press is the same command.
  for (const _keer of [1, 2]) assert.equal((await loket.doe(bij.gemeente, kop, stuur)).status, 'ok')
  await loket.zend()
  await meld(p.verstuurd)
  assert.equal(await bezorg(), 1)
  const rij = await lees()
  assert.deepEqual(
    rij.map(({ soort }) => soort),
    ['keten-doorgestuurd'],
  )
  const tekst = JSON.stringify(rij[0]?.inhoud)
  for (const deel of ['DUO kijkt naar uw schuld', `\\"naar\\":\\"${duo}`, 'Fatma, 14 020'])
    assert.ok(tekst.includes(deel), `${deel} in ${tekst}`)
  // Why it went there is between organisations, on the page of the case; the letter says what they were told.
  assert.ok(!tekst.includes('studieschuld'))
  assert.deepEqual(
    [rij[0]?.inhoud.van, rij[0]?.inhoud.verwijzing],
    [gemeente, { soort: 'ketenzaak', id: ketenzaak }],
  )
})

test('the owner sees who saw what, for who asks it at a desk; nobody else of the case does', async (t) => {
  const p = openProefloket(await openProefdatabank(t))
  const { ketenzaak } = await p.open()
  await p.loket.bekijk(p.bij.svb, ketenzaak)
  const { rijen: gezien } = await p.loket.wieZag(p.bij.gemeente, ketenzaak)
  assert.deepEqual(
    gezien.map(({ wie }) => wie),
    [{ soort: 'organisatie', organisatie: svb }],
  )
  // Of nobody who is known as well: those are who ask it there.
  const niemand = await p.open({ betrokkene: { soort: 'anoniem' } })
  await p.loket.bekijk(p.bij.svb, niemand.ketenzaak)
  const [een] = (await p.loket.wieZag(p.bij.gemeente, niemand.ketenzaak)).rijen
  assert.deepEqual(een?.wie, { soort: 'organisatie', organisatie: svb })
  for (const wie of [p.bij.svb, p.bij.duo])
    assert.deepEqual(await p.loket.wieZag(wie, ketenzaak), { rijen: [] })
})

test('a library brings in only to who can take it; what nobody took closes after its days, and its words go', async (t) => {
  const proef = await openProefdatabank(t)
  const p = openProefloket(proef)
  const { loket, nieuw, klok } = p
  const bieb = p.als({
    ...({ soort: 'medewerker', medewerker: 'b-1', rollen: ['informatiepunt'], doelen: [] } as const),
    organisatie: 'een-bank' as typeof svb,
  })
  const wat = (aan: typeof svb): Aanbreng => ({
    ...{
      vraag: w('Mevrouw Jansen kan niet betalen'),
      uitkomst: w('uitstel'),
      aanspreekpunt: w('coördinator'),
    },
    ...({ aan, partij: 'ander', naam: w('Bibliotheek') } as const),
    tot: new Date(klok.nu.getTime() + 9 * dagMs),
  })
  const breng = (aan: typeof svb, ketenzaak = nieuw()) =>
    loket.brengAan(bieb, { id: nieuw(), ketenzaak }, wat(aan))
  assert.deepEqual(await breng(duo), { status: 'geweigerd', weigering: { reden: 'niet-hier' } })
  const ketenzaak = nieuw()
  assert.equal((await breng(gemeente, ketenzaak)).status, 'ok')
  const { ruimOp } = ketenzaakOpruimer(proef.alsRol('bewaring'))
  const vraag = async () => {
    const beeld = await loket.bekijk(p.medewerker(gemeente, ['coordinator']), ketenzaak)
    return [beeld?.zicht.stand, beeld?.zicht.onderdelen.find(({ id }) => id === 'vraag')?.tekst]
  }
  await ruimOp(klok.nu)
  assert.deepEqual(await vraag(), ['open', 'Mevrouw Jansen kan niet betalen'])
  const taken = await p.open()
  klok.nu = new Date(klok.nu.getTime() + ONGENOMEN_DAGEN * dagMs)
  await loket.klok()
  assert.deepEqual(await vraag(), ['gesloten', 'Mevrouw Jansen kan niet betalen'])
  await ruimOp(new Date(0))
  assert.deepEqual(await vraag(), ['gesloten', undefined])
  // Of another case everything stays.
  const ander = await loket.bekijk(p.bij.gemeente, taken.ketenzaak)
  assert.ok(ander?.zicht.onderdelen.some(({ tekst }) => tekst === 'Mijn AOW is gestopt'))
})
