import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { gewonePlekgrenzen } from './plekken.ts'
import {
  begin,
  bronId,
  dag,
  kijkerVoor,
  lijst,
  mens,
  Proefbron,
  Proeflog,
  Proefwekker,
  proeftype,
  proefzaak,
  rust,
  uuid,
  verbind,
} from './proefzaken.ts'
import { gewoneToonregel } from './toonregel.ts'
import { hoogstensMs, tegelijkPerBron } from './vraagbaak.ts'
import type { Zaakgegevens } from './zaakgegevens.ts'
import type { Kijker, Zakenblik } from './zaken.ts'
import { createZaken } from './zaken-maken.ts'
import type { ZakenOnderdelen } from './zakenomgeving.ts'

const { zaaktaal } = proefcorpus()
const ik = mens(1)

function zaakBij(naam: string, nummer: number, anders: Partial<Zaakgegevens> = {}): Zaakgegevens {
  const bron = bronId(naam)
  return proefzaak({ ref: { bron, uuid: uuid(nummer) }, nummer: `${naam}-${nummer}`, ...anders }, bron)
}

function opzet(bronnen: readonly Proefbron[], anders: Partial<ZakenOnderdelen> = {}) {
  const klok = new Proefwekker()
  const log = new Proeflog()
  const gemeld: string[] = []
  const zaken = createZaken({
    verbindingen: () => bronnen.map((bron) => verbind(bron)),
    zaaktaal: () => zaaktaal,
    audit: log,
    nu: klok.nu,
    wekker: klok.wekker,
    meld: (wat) => gemeld.push(wat),
    ...anders,
  })
  /** A look that does not wait. */
  const zie = async (kijker: Kijker): Promise<Zakenblik> => {
    const blik = zaken.kijk(kijker, 1)
    await rust()
    klok.vooruit(1)
    return blik
  }
  return { zaken, klok, log, gemeld, zie }
}

const standen = ({ bronnen }: Zakenblik) =>
  Object.fromEntries(bronnen.map(({ bron, stand }) => [bron, stand.soort]))
const uuids = ({ zaken }: Zakenblik) => zaken.map(({ ref }) => ref.uuid).sort()

test('the page shows in time what is known, and fills in; one round is one line that names everybody asked', async () => {
  const snel = new Proefbron('cak', [zaakBij('cak', 1)])
  const traag = new Proefbron('svb', [zaakBij('svb', 2)])
  traag.houdtOp = true
  const { zaken, klok, log } = opzet([snel, traag])
  const eerste = zaken.kijk(kijkerVoor(ik), 300)
  await rust()
  klok.vooruit(300)
  const blik = await eerste
  assert.deepEqual([uuids(blik), blik.isKlaar], [[uuid(1)], false])
  assert.deepEqual(standen(blik), { cak: 'geantwoord', svb: 'bezig' })
  const tweede = zaken.kijk(kijkerVoor(ik), 300)
  await rust()
  traag.laatGaan()
  const later = await tweede
  assert.deepEqual([uuids(later), later.isKlaar], [[uuid(1), uuid(2)], true])
  assert.deepEqual(
    log.regels.map(({ doel, gegevens, betrokkenen, bronnen }) => ({ doel, gegevens, betrokkenen, bronnen })),
    [{ doel: 'zaken-tonen', gegevens: ['zaken'], betrokkenen: [ik], bronnen: ['cak', 'svb'] }],
  )
  assert.deepEqual([snel.vragen.length, traag.vragen.length], [1, 1])
  assert.equal(snel.vragen[0]?.vandaag, '2026-06-01')
})

test('who only looks which cases run does not ask what is asked of them, nor says so in the log', async () => {
  const bron = new Proefbron('cak', [zaakBij('cak', 1)])
  let gevraagd = 0
  const zoek = async () => {
    gevraagd += 1
    return { status: 'ok', op: begin, gegevens: { taken: [], isVolledig: true } } as const
  }
  const niet = () => assert.fail('hier wordt niets mee gedaan')
  const taken = { id: bron.id, zoek, haal: niet, lever: niet, vulIn: niet }
  const { zie, log } = opzet([], { verbindingen: () => [{ ...verbind(bron), taken }] })
  const blik = await zie(kijkerVoor(ik, { plek: 'taak', isZonderTaken: true }))
  assert.deepEqual([uuids(blik), gevraagd, log.regels.at(-1)?.gegevens], [[uuid(1)], 0, ['zaken']])
  await zie(kijkerVoor(ik))
  assert.deepEqual([gevraagd, log.regels.at(-1)?.gegevens], [1, ['zaken', 'taken']])
})

test('a source that fails costs its own part and says since when; asked again it alone is asked', async () => {
  const goed = new Proefbron('cak', [zaakBij('cak', 1)])
  const stuk = new Proefbron('svb', [zaakBij('svb', 2)])
  const { zaken, klok, log, zie } = opzet([goed, stuk])
  assert.deepEqual(uuids(await zie(kijkerVoor(ik))), [uuid(1), uuid(2)])
  const fout = { status: 'fout', soort: 'storing', sinds: new Date('2026-06-01T09:00:00Z') } as const
  stuk.antwoord = () => fout
  klok.vooruit(60_000)
  await zaken.opnieuw(kijkerVoor(ik), stuk.id)
  const blik = await zie(kijkerVoor(ik))
  assert.deepEqual(uuids(blik), [uuid(1), uuid(2)], 'what was seen a moment ago stays, with when that was')
  assert.deepEqual(blik.bronnen[1]?.stand, {
    soort: 'mislukt',
    waarom: 'storing',
    sinds: fout.sinds,
    laatstGezien: begin,
    bekend: 1,
  })
  assert.deepEqual([goed.vragen.length, stuk.vragen.length, log.regels.length], [1, 2, 2])
  assert.deepEqual(log.regels[1]?.bronnen, ['svb'])
  await zaken.opnieuw(kijkerVoor(ik), bronId('weg'))
  assert.equal(log.regels.length, 2, 'nobody is asked who is not connected')
  stuk.antwoord = () => ({ status: 'geen-bsn' })
  await zaken.opnieuw(kijkerVoor(ik), stuk.id)
  assert.deepEqual(standen(await zie(kijkerVoor(ik))), { cak: 'geantwoord', svb: 'kent-hen-niet' })
})

test('without a line in the log nobody is asked, and the next look begins anew', async () => {
  const bron = new Proefbron('cak', [zaakBij('cak', 1)])
  const { zaken, log, zie } = opzet([bron])
  log.isStuk = true
  await assert.rejects(zaken.kijk(kijkerVoor(ik), 300), /databank weg/)
  assert.equal(bron.vragen.length, 0)
  log.isStuk = false
  assert.deepEqual(uuids(await zie(kijkerVoor(ik))), [uuid(1)])
})

test('two looks at the same moment ask once', async () => {
  const bron = new Proefbron('cak', [zaakBij('cak', 1)])
  const { zaken, log } = opzet([bron])
  await Promise.all([zaken.kijk(kijkerVoor(ik), 300), zaken.kijk(kijkerVoor(ik), 300)])
  assert.deepEqual([bron.vragen.length, log.regels.length], [1, 1])
})

test('at the end of a session everything goes, and what still comes in is let go', async () => {
  const bron = new Proefbron('cak', [zaakBij('cak', 1)])
  bron.houdtOp = true
  const { zaken, klok, zie } = opzet([bron])
  const blik = zaken.kijk(kijkerVoor(ik), 300)
  await rust()
  zaken.vergeet('sessie-1')
  bron.laatGaan()
  const { zaken: gezien, isKlaar } = await blik
  assert.deepEqual([gezien, isKlaar], [[], false], 'never «no cases»')
  bron.houdtOp = false
  assert.deepEqual(uuids(await zie(kijkerVoor(ik))), [uuid(1)])
  assert.equal(bron.vragen.length, 2)
  zaken.sluit()
  assert.equal(klok.gezet, 0, 'no timer stays')
})

test('after fifteen minutes is asked again, however often somebody looked', async () => {
  const bron = new Proefbron('cak', [zaakBij('cak', 1)])
  const { klok, zie } = opzet([bron])
  for (let minuut = 0; minuut < 15; minuut++) {
    await zie(kijkerVoor(ik))
    klok.vooruit(60_000 - 1)
  }
  assert.equal(bron.vragen.length, 1)
  klok.vooruit(60_000)
  await zie(kijkerVoor(ik))
  assert.equal(bron.vragen.length, 2)
})

test('another choice of «for whom» at the same place is another list, and asks for itself', async () => {
  const kind = mens(2)
  const bron = new Proefbron('cak')
  bron.antwoord = ({ persoon }) => lijst([zaakBij('cak', persoon === ik ? 1 : 2)])
  const { zie } = opzet([bron])
  const voorKind = kijkerVoor(kind, { door: { soort: 'inwoner', persoon: ik, alsVertegenwoordiger: 'kind' } })
  assert.deepEqual(uuids(await zie(kijkerVoor(ik))), [uuid(1)])
  assert.deepEqual(uuids(await zie(voorKind)), [uuid(2)])
  assert.deepEqual(uuids(await zie(kijkerVoor(ik))), [uuid(1)])
  assert.deepEqual(
    bron.vragen.map(({ persoon }) => persoon),
    [ik, kind],
  )
})

test('memory has limits: of places, of choices at a place, and of cases altogether', async () => {
  const bron = new Proefbron('cak')
  bron.antwoord = () => lijst([zaakBij('cak', 1), zaakBij('cak', 2)])
  const grenzen = { ...gewonePlekgrenzen, plekken: 2, perPlek: 2, zaken: 5 }
  const { zie } = opzet([bron], { grenzen })
  const van = (plek: string, wie = ik) => zie(kijkerVoor(wie, { plek }))
  await van('a')
  await van('b')
  await van('a')
  assert.equal(bron.vragen.length, 2)
  await van('c')
  await van('a')
  assert.equal(bron.vragen.length, 3, 'b was longest unused')
  await van('b')
  assert.equal(bron.vragen.length, 4)
  await van('b', mens(2))
  // Six cases are one too many: `a` went.
  assert.equal(bron.vragen.length, 5)
  await van('a')
  assert.equal(bron.vragen.length, 6)
})

test('more cases than we read, and cases that another connection must tell, are said to be missing', async () => {
  const bron = new Proefbron('cak', [zaakBij('cak', 1), zaakBij('svb', 2)])
  const veel = new Proefbron(
    'svb',
    Array.from({ length: 501 }, (_, i) => zaakBij('svb', i + 10)),
  )
  const { zie } = opzet([bron, veel])
  const blik = await zie(kijkerVoor(ik))
  assert.equal(blik.zaken.length, 501)
  assert.deepEqual(
    blik.bronnen.map(({ stand }) => stand.soort === 'geantwoord' && stand.isVolledig),
    [false, false],
  )
})

test('one that throws, hangs or is asked too much costs its own part', async () => {
  const gooit = new Proefbron('cak')
  gooit.antwoord = () => () => {
    throw new Error('kapot')
  }
  const hangt = new Proefbron('svb')
  hangt.houdtOp = true
  const { zaken, klok, gemeld, zie } = opzet([gooit, hangt])
  await zie(kijkerVoor(ik))
  klok.vooruit(hoogstensMs)
  const blik = await zie(kijkerVoor(ik))
  assert.deepEqual(
    blik.bronnen.map(({ stand }) => stand.soort === 'mislukt' && stand.waarom),
    ['storing', 'te-laat'],
  )
  assert.deepEqual(gemeld, ['een zaakbron gooide een fout'])
  for (let i = 2; i <= tegelijkPerBron; i++) await zie(kijkerVoor(ik, { plek: `plek ${i}` }))
  assert.equal(hangt.wachtend, tegelijkPerBron)
  const vol = await zie(kijkerVoor(ik, { plek: 'nog een' }))
  const stand = vol.bronnen[1]?.stand
  assert.ok(stand?.soort === 'mislukt' && stand.waarom === 'niet-gevraagd')
  assert.equal(hangt.wachtend, tegelijkPerBron)
  hangt.laatGaan()
  await rust()
  await zaken.opnieuw(kijkerVoor(ik, { plek: 'nog een' }), hangt.id)
  await rust()
  assert.equal(hangt.wachtend, tegelijkPerBron, 'there was room again')
})

test('with a mandate nobody but its organisation is asked, and of that connection only its own cases are seen', async () => {
  const [eigen, ander] = [
    new Proefbron('cak', [zaakBij('cak', 1), zaakBij('cak', 2, { organisatie: bronId('svb') })]),
    new Proefbron('svb', [zaakBij('svb', 3)]),
  ]
  const { zaken, zie, log } = opzet([eigen, ander])
  const kijker = kijkerVoor(ik, { zicht: { soort: 'organisatie', organisatie: eigen.id } })
  assert.deepEqual(uuids(await zie(kijker)), [uuid(1)])
  assert.equal(ander.vragen.length, 0)
  await zaken.opnieuw(kijker, ander.id)
  assert.deepEqual((await zaken.open(kijker, zaakBij('svb', 3).ref)).status, 'onbekend')
  assert.deepEqual([ander.vragen.length, log.regels.length], [0, 1])
  assert.deepEqual(uuids(await zie(kijkerVoor(ik))).length, 3, 'for themselves they see everything')
})

test('a mentor sees what is known to be about care, and opens nothing else', async () => {
  const zorg = zaakBij('cak', 1, { type: proeftype({ namen: ['Woningaanpassing'] }) })
  const bron = new Proefbron('cak', [
    zorg,
    zaakBij('cak', 2),
    zaakBij('cak', 3, { type: proeftype({ namen: ['Iets onbekends'] }) }),
  ])
  const { zaken, zie } = opzet([bron])
  const kijker = kijkerVoor(ik, { zicht: { soort: 'onderwerpen', onderwerpen: ['zorg'] } })
  assert.deepEqual(uuids(await zie(kijker)), [uuid(1)])
  const leeg = { tijdlijn: [], documenten: [], besluiten: [], ontbreekt: [] }
  for (const [zaak, status] of [
    [zorg, 'ok'],
    [zaakBij('cak', 2), 'onbekend'],
  ] as const) {
    bron.detail = { status: 'ok', gegevens: { zaak, ...leeg }, op: begin }
    assert.equal((await zaken.open(kijker, zaak.ref)).status, status)
    assert.equal((await zaken.document(kijker, zaak.ref, uuid(9))).status, status)
    assert.equal((await zaken.voegToe(kijker, zaak.ref, nieuw)).status, status)
  }
  // Nor does the answer that does not come say how many they do not see.
  bron.antwoord = () => ({ status: 'fout', soort: 'storing', sinds: begin })
  for (const [wie, bekend] of [
    [kijker, undefined],
    [kijkerVoor(ik), 3],
  ] as const) {
    if (bekend !== undefined) {
      bron.antwoord = () => lijst([1, 2, 3].map((nr) => zaakBij('cak', nr)))
      await zie(wie)
      bron.antwoord = () => ({ status: 'fout', soort: 'storing', sinds: begin })
    }
    await zaken.opnieuw(wie, bron.id)
    await rust()
    const [een] = (await zie(wie)).bronnen
    assert.deepEqual(een?.stand.soort === 'mislukt' && [een.stand.laatstGezien, een.stand.bekend], [
      begin,
      bekend,
    ])
  }
})

const nieuw = {
  titel: 'Brief',
  bestandsnaam: 'brief.pdf',
  formaat: 'application/pdf',
  inhoud: new Uint8Array([1]),
  datum: dag('2026-06-01'),
  kenmerk: 'k',
}

test('what an operator stopped showing, or disconnected, is gone at the next look', async () => {
  const bron = new Proefbron('cak', [zaakBij('cak', 1)])
  let verbinding = verbind(bron)
  const { zaken, zie } = opzet([], { verbindingen: () => [verbinding] })
  assert.equal((await zie(kijkerVoor(ik))).zaken.length, 1)
  verbinding = verbind(bron, { standaard: { ...gewoneToonregel, tonen: false }, perZaaktype: [] })
  assert.equal((await zie(kijkerVoor(ik))).zaken.length, 0)
  verbinding = { ...verbinding, instelling: { ...verbind(bron).instelling, isAan: false } }
  assert.equal((await zie(kijkerVoor(ik))).zaken.length, 0)
  assert.equal((await zaken.open(kijkerVoor(ik), zaakBij('cak', 1).ref)).status, 'onbekend')
})

test('a case is opened at its own organisation with a line of its own, and with the cases around it', async () => {
  const [een, twee] = [zaakBij('cak', 1), zaakBij('svb', 2)]
  const metVerwant = { ...een, verwant: [{ ref: twee.ref, aard: 'vervolg' }] } as const
  const bron = new Proefbron('cak', [metVerwant])
  const { zaken, zie, log } = opzet([bron, new Proefbron('svb', [twee])])
  await zie(kijkerVoor(ik))
  const detail = { zaak: metVerwant, tijdlijn: [], documenten: [], besluiten: [], ontbreekt: [] }
  bron.detail = { status: 'ok', gegevens: detail, op: begin }
  const open = await zaken.open(kijkerVoor(ik), een.ref)
  assert.ok(open.status === 'ok')
  assert.deepEqual(
    open.gegevens.keten?.map(({ ref }) => ref),
    [twee.ref],
  )
  bron.detail = { status: 'ok', gegevens: { ...detail, zaak: zaakBij('cak', 3) }, op: begin }
  const verwisseld = await zaken.open(kijkerVoor(ik), een.ref)
  assert.ok(verwisseld.status === 'fout' && verwisseld.soort === 'ander-persoon')
  await zaken.document(kijkerVoor(ik), een.ref, uuid(9))
  await zaken.voegToe(kijkerVoor(ik), een.ref, nieuw)
  await zaken.document(kijkerVoor(ik, { doel: 'inwoner-helpen' }), een.ref, uuid(9))
  assert.deepEqual(
    log.regels.map(({ doel, gegevens, bronnen }) => [doel, ...gegevens, ...(bronnen ?? [])]),
    [
      ['zaken-tonen', 'zaken', 'cak', 'svb'],
      ['zaken-tonen', 'zaken', 'cak'],
      ['zaken-tonen', 'zaken', 'cak'],
      ['zaken-document', 'zaakdocumenten', 'cak'],
      ['zaken-document', 'zaakdocumenten', 'cak'],
      // Something was added: what the list holds of it is old.
      ['zaken-tonen', 'zaken', 'cak'],
      ['inwoner-helpen', 'zaakdocumenten', 'cak'],
    ],
  )
})
