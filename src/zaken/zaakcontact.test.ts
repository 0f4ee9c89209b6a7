import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import type { RegisterMislukt } from '../inwoner/index.ts'
import type { Contactbron, Contactmoment, NieuweVraag } from './contactbron.ts'
import type { Inzending, Inzendingen } from './inzending.ts'
import {
  begin,
  bronId,
  dag,
  kijkerVoor,
  lijst as maakLijst,
  mens,
  Proefbron,
  Proeflog,
  Proefwekker,
  proefstatus,
  proefzaak,
  rust,
  uuid,
  verbind,
} from './proefzaken.ts'
import type { Taak, Taakbron } from './taakbron.ts'
import { hoogstensMs } from './vraagbaak.ts'
import type { NieuwDocument, Zaakvraag } from './zaakbron.ts'
import type { Kijker } from './zaken.ts'
import { createZaken } from './zaken-maken.ts'

const { zaaktaal } = proefcorpus()
const ik = mens(1)
const ander = mens(2)
const id = bronId('svb')
const ref = { bron: id, uuid: uuid(1) }
const kijker = kijkerVoor(ik)
const stuk: RegisterMislukt = { status: 'fout', soort: 'storing', sinds: begin }

const contact = (nummer: number, zaken: readonly string[]): Contactmoment => ({
  id: uuid(nummer),
  op: begin,
  kanaal: 'telefoon',
  onderwerp: `Contact ${nummer}`,
  zaken,
})

const taak = (nummer: number, zaak?: string): Taak => ({
  uuid: uuid(nummer),
  titel: { nl: `Taak ${nummer}` },
  status: 'open',
  ...(zaak !== undefined && { zaak }),
  uitvoering: { soort: 'anders', elders: new URL('https://svb.example/doe') },
})

const brief: NieuwDocument = {
  titel: 'Brief',
  bestandsnaam: 'brief.pdf',
  formaat: 'application/pdf',
  inhoud: new Uint8Array([1]),
  datum: dag('2026-06-01'),
  kenmerk: 'k',
}

/** Whose they are is known here; like a real source, it answers each person about themselves alone. */
class Praatbron implements Contactbron, Taakbron {
  readonly id = id
  readonly vragen: (readonly [string, Zaakvraag])[] = []
  readonly gesteld = new Map<string, NieuweVraag>()
  readonly gedaan: string[] = []
  momenten: readonly Contactmoment[] = []
  lijst: readonly Taak[] = []
  fout: RegisterMislukt | undefined
  wacht: Promise<void> | undefined

  readonly contacten = (vraag: Zaakvraag) =>
    this.#antwoord('contacten', vraag, () => ({ contacten: this.momenten, isVolledig: true }))
  readonly stelVraag = (vraag: Zaakvraag, nieuw: NieuweVraag) =>
    this.#antwoord('stelVraag', vraag, () => {
      if (!this.gesteld.has(nieuw.kenmerk)) this.gesteld.set(nieuw.kenmerk, nieuw)
      return { nummer: String([...this.gesteld.keys()].indexOf(nieuw.kenmerk) + 1) }
    })
  readonly zoek = (vraag: Zaakvraag) =>
    this.#antwoord('zoek', vraag, () => ({ taken: this.lijst, isVolledig: true }))
  readonly haal = async (vraag: Zaakvraag, nummer: string) => {
    const gevonden = this.lijst.find((een) => een.uuid === nummer)
    if (gevonden === undefined) return { status: 'onbekend', op: begin } as const
    return this.#antwoord('haal', vraag, () => gevonden)
  }
  readonly lever = (vraag: Zaakvraag, nummer: string) =>
    this.#antwoord('lever', vraag, () => this.#doe(nummer))
  readonly vulIn = (vraag: Zaakvraag, nummer: string) =>
    this.#antwoord('vulIn', vraag, () => this.#doe(nummer))

  #doe(nummer: string): Taak {
    this.gedaan.push(nummer)
    this.lijst = this.lijst.map((een) => (een.uuid === nummer ? { ...een, status: 'afgerond' } : een))
    return { ...taak(0, ref.uuid), uuid: nummer, status: 'afgerond' }
  }

  /** What it was asked is done also when nobody waits for the answer any more. */
  async #antwoord<T>(wat: string, vraag: Zaakvraag, fn: () => T) {
    this.vragen.push([wat, vraag])
    if (this.fout !== undefined) return this.fout
    const gegevens = fn()
    await this.wacht
    return { status: 'ok', gegevens, op: begin } as const
  }
}

/** What was sent, by whom; the newest first. */
class Proefinzendingen implements Inzendingen {
  readonly gelegd: (Inzending & { readonly van: unknown })[] = []
  readonly leg: Inzendingen['leg'] = async (van, wat) => {
    this.gelegd.unshift({ ...wat, van, nummer: this.gelegd.length + 1, op: begin })
  }
  lees: Inzendingen['lees'] = async (van) =>
    this.gelegd.filter((een) => een.van === van).map(({ van: _, ...wat }) => wat)
}

function opzet({ zonder = false } = {}) {
  const inzendingen = new Proefinzendingen()
  const bron = new Proefbron('svb', [proefzaak({ ref }, id)])
  const praat = new Praatbron()
  const klok = new Proefwekker()
  const log = new Proeflog()
  const gemeld: string[] = []
  const zaken = createZaken({
    verbindingen: () => [{ ...verbind(bron), ...(!zonder && { contacten: praat, taken: praat }) }],
    zaaktaal: () => zaaktaal,
    audit: log,
    inzendingen,
    nu: klok.nu,
    wekker: klok.wekker,
    meld: (wat) => void gemeld.push(wat),
  })
  return { zaken, bron, praat, klok, log, inzendingen, gemeld }
}

const nieuw = { onderwerp: 'Vraag over AOW', tekst: 'Wanneer?', taal: 'nld', kenmerk: 'een' } as const

test('of what was said only that about this case is shown, also when one contact was about more', async () => {
  const { zaken, praat, log } = opzet()
  praat.momenten = [
    contact(1, [ref.uuid]),
    contact(2, [uuid(2)]),
    contact(3, [uuid(2), ref.uuid]),
    contact(4, []),
  ]
  const uitkomst = await zaken.contacten(kijker, ref)
  assert.ok(uitkomst.status === 'ok')
  assert.deepEqual(
    uitkomst.gegevens.contacten.map((een) => een.id),
    [uuid(1), uuid(3)],
  )
  assert.deepEqual(
    log.regels.map(({ doel, gegevens, betrokkenen, bronnen }) => ({ doel, gegevens, betrokkenen, bronnen })),
    [{ doel: 'zaken-tonen', gegevens: ['contactmomenten'], betrokkenen: [ik], bronnen: ['svb'] }],
  )
})

test('of what is asked only that in this case is shown, also when the source gives more', async () => {
  const { zaken, praat } = opzet()
  praat.lijst = [taak(1, ref.uuid), taak(2, uuid(2)), taak(3)]
  const uitkomst = await zaken.taken(kijker, ref)
  assert.ok(uitkomst.status === 'ok')
  assert.deepEqual(
    uitkomst.gegevens.taken.map((een) => een.uuid),
    [uuid(1)],
  )
})

test('a task of another case is not opened here and not done here, whatever it is called', async () => {
  const { zaken, praat } = opzet()
  praat.lijst = [taak(1, ref.uuid), taak(2, uuid(2)), taak(3)]
  for (const nummer of [2, 3, 4]) {
    assert.equal((await zaken.taak(kijker, ref, uuid(nummer))).status, 'onbekend')
    assert.equal((await zaken.lever(kijker, ref, uuid(nummer), [brief])).status, 'onbekend')
    assert.equal((await zaken.vulIn(kijker, ref, uuid(nummer), { a: 1 })).status, 'onbekend')
  }
  assert.deepEqual(praat.gedaan, [])
  assert.equal((await zaken.taak(kijker, ref, uuid(1))).status, 'ok')
  const gedaan = await zaken.lever(kijker, ref, uuid(1), [brief])
  assert.ok(gedaan.status === 'ok' && gedaan.gegevens.status === 'afgerond')
  assert.deepEqual(praat.gedaan, [uuid(1)])
})

test('what was sent for a task stands with that task, with when and a number; nothing of what was not sent', async () => {
  const { zaken, praat, inzendingen } = opzet()
  praat.lijst = [taak(1, ref.uuid), taak(2, ref.uuid), taak(3, uuid(2))]
  const namens = kijkerVoor(ik, {
    door: { soort: 'inwoner', persoon: ander, alsVertegenwoordiger: 'bewind' },
  })
  await zaken.lever(namens, ref, uuid(1), [brief])
  const gelezen = await zaken.taken(kijker, ref)
  assert.ok(gelezen.status === 'ok')
  const wat = { bron: id, zaak: ref.uuid, taak: uuid(1), bestanden: ['brief.pdf'], nummer: 1, op: begin }
  assert.deepEqual(
    gelezen.gegevens.taken.map(({ verstuurd }) => verstuurd),
    [[wat], []],
  )
  const een = await zaken.taak(kijker, ref, uuid(1))
  assert.deepEqual(een.status === 'ok' && een.gegevens.verstuurd, [wat])

  // Done already, of another case, or refused by the organisation: nothing was sent.
  await zaken.lever(kijker, ref, uuid(1), [brief])
  await zaken.lever(kijker, ref, uuid(3), [brief])
  praat.fout = stuk
  await zaken.vulIn(kijker, ref, uuid(2), { a: 1 })
  assert.equal(inzendingen.gelegd.length, 1)
})

test('the list says after sending what the page of the case says, at once and in another session', async () => {
  const { zaken, bron, praat } = opzet()
  const status = proefstatus({ namen: ['Wacht op aanvulling'] })
  bron.antwoord = () => maakLijst([proefzaak({ ref, status }, id)])
  praat.lijst = [taak(1, ref.uuid)]
  const stand = async (wie: Kijker) => {
    await zaken.kijk(wie, hoogstensMs)
    const { doet, openTaken, groep, verstuurdOp } =
      (await zaken.kijk(wie, hoogstensMs)).zaken[0] ?? assert.fail()
    return [doet, groep, openTaken, verstuurdOp]
  }
  assert.deepEqual(await stand(kijker), ['u', 'wacht-op-u', 1, undefined])
  await zaken.lever(kijker, ref, uuid(1), [brief])
  const verstuurd = ['organisatie', 'in-behandeling', undefined, '2026-06-01']
  assert.deepEqual(await stand(kijker), verstuurd)
  assert.deepEqual(await stand(kijkerVoor(ik, { plek: 'elders' })), verstuurd)
})

test('a record of what was sent that cannot be read costs a list nothing', async () => {
  const { zaken, praat, inzendingen, gemeld } = opzet()
  praat.lijst = [taak(1, ref.uuid)]
  inzendingen.lees = () => Promise.reject(new Error('databank weg'))
  await zaken.kijk(kijker, hoogstensMs)
  assert.equal((await zaken.kijk(kijker, hoogstensMs)).zaken[0]?.openTaken, 1)
  assert.equal(gemeld.length, 1)
})

test('the source is asked about whoever it is about, and who does it for them stands in the log', async () => {
  const { zaken, praat, log } = opzet()
  const namens: Kijker = kijkerVoor(ander, {
    door: { soort: 'inwoner', persoon: ik, alsVertegenwoordiger: 'kind' },
  })
  praat.lijst = [taak(1, ref.uuid)]
  await zaken.contacten(namens, ref)
  await zaken.stelVraag(namens, ref, nieuw)
  await zaken.vulIn(namens, ref, uuid(1), { a: 1 })
  assert.deepEqual(new Set(praat.vragen.map(([, { persoon }]) => persoon)), new Set([ander]))
  assert.deepEqual(
    log.regels.map(({ doel, betrokkenen, door }) => [
      doel,
      ...betrokkenen,
      door.soort === 'inwoner' && door.persoon,
    ]),
    [
      ['zaken-tonen', ander, ik],
      ['zaken-antwoorden', ander, ik],
      ['zaken-antwoorden', ander, ik],
    ],
  )
})

test('an answer about somebody else is a fault, and nothing of it comes through', async () => {
  const { zaken, praat } = opzet()
  praat.momenten = [contact(1, [ref.uuid])]
  praat.lijst = [taak(1, ref.uuid)]
  praat.fout = { status: 'fout', soort: 'ander-persoon', sinds: begin }
  for (const uitkomst of [
    await zaken.contacten(kijker, ref),
    await zaken.taken(kijker, ref),
    await zaken.taak(kijker, ref, uuid(1)),
    await zaken.stelVraag(kijker, ref, nieuw),
  ])
    assert.deepEqual(uitkomst, praat.fout)
})

test('who sees a part of the cases hears and asks nothing about another one', async () => {
  const { zaken, bron, praat } = opzet()
  praat.momenten = [contact(1, [ref.uuid])]
  praat.lijst = [taak(1, ref.uuid)]
  const mentor = kijkerVoor(ik, { zicht: { soort: 'onderwerpen', onderwerpen: ['zorg'] } })
  const leeg = { tijdlijn: [], documenten: [], besluiten: [], ontbreekt: [] }
  bron.detail = { status: 'ok', gegevens: { zaak: proefzaak({ ref }, id), ...leeg }, op: begin }
  for (const uitkomst of [
    await zaken.contacten(mentor, ref),
    await zaken.taken(mentor, ref),
    await zaken.taak(mentor, ref, uuid(1)),
    await zaken.lever(mentor, ref, uuid(1), [brief]),
    await zaken.stelVraag(mentor, ref, nieuw),
  ])
    assert.equal(uitkomst.status, 'onbekend')
  assert.deepEqual(praat.vragen, [])
  const elders = kijkerVoor(ik, { zicht: { soort: 'organisatie', organisatie: bronId('duo') } })
  assert.equal((await zaken.stelVraag(elders, ref, nieuw)).status, 'onbekend')
  assert.deepEqual(praat.vragen, [])
})

test('a source that is down says since when, and does nothing', async () => {
  const { zaken, praat } = opzet()
  praat.lijst = [taak(1, ref.uuid)]
  praat.fout = stuk
  assert.deepEqual(await zaken.contacten(kijker, ref), stuk)
  assert.deepEqual(await zaken.stelVraag(kijker, ref, nieuw), stuk)
  assert.deepEqual(await zaken.lever(kijker, ref, uuid(1), [brief]), stuk)
  assert.deepEqual([praat.gesteld.size, praat.gedaan.length], [0, 0])
})

test('a question that the source took too long over is sent again, and is one question there', async () => {
  const { zaken, praat, klok } = opzet()
  const { promise, resolve } = Promise.withResolvers<void>()
  praat.wacht = promise
  const eerste = zaken.stelVraag(kijker, ref, nieuw)
  await rust()
  klok.vooruit(hoogstensMs)
  const uitkomst = await eerste
  assert.ok(uitkomst.status === 'fout' && uitkomst.soort === 'te-laat')
  resolve()
  praat.wacht = undefined
  const tweede = await zaken.stelVraag(kijker, ref, nieuw)
  assert.ok(tweede.status === 'ok')
  assert.equal(tweede.gegevens.nummer, '1')
  assert.deepEqual([...praat.gesteld.values()], [{ ...nieuw, zaak: ref.uuid }])
  await zaken.stelVraag(kijker, ref, { ...nieuw, kenmerk: 'twee' })
  assert.equal(praat.gesteld.size, 2, 'another mark is another question')
})

test('that the tasks could not be read is said beside the cases, which stay', async () => {
  const { zaken, praat } = opzet()
  praat.fout = stuk
  const blik = await zaken.kijk(kijker, 300)
  assert.deepEqual([blik.zaken.length, blik.takenOnbekend, blik.isKlaar], [1, [id], true])
  assert.equal(blik.zaken[0]?.openTaken, undefined, 'unknown is not none')
})

test('what was done is asked of nobody again by the list, also when it was done elsewhere', async () => {
  const { zaken, praat } = opzet()
  praat.lijst = [taak(1, ref.uuid), taak(2, ref.uuid), taak(3, ref.uuid)]
  const open = async () => (await zaken.kijk(kijker, 300)).zaken[0]?.openTaken
  assert.equal(await open(), 3)
  await zaken.vulIn(kijker, ref, uuid(1), { a: 1 })
  assert.equal(await open(), 2)
  praat.lijst = praat.lijst.map((een) => (een.uuid === uuid(2) ? { ...een, status: 'afgerond' } : een))
  await zaken.taak(kijker, ref, uuid(2))
  praat.lijst = praat.lijst.map((een) => ({ ...een, status: 'afgerond' }))
  assert.equal(await open(), 1)
  await zaken.taken(kijker, ref)
  assert.equal(await open(), undefined)
})

test('where an organisation has no such thing nobody is asked and no line is written', async () => {
  const { zaken, log } = opzet({ zonder: true })
  assert.deepEqual(await zaken.contacten(kijker, ref), { status: 'niet-aangesloten' })
  assert.deepEqual(await zaken.taken(kijker, ref), { status: 'niet-aangesloten' })
  const weg = { bron: bronId('duo'), uuid: ref.uuid }
  assert.deepEqual(await zaken.stelVraag(kijker, weg, nieuw), { status: 'niet-aangesloten' })
  assert.deepEqual(log.regels, [])
})

test('without a line in the log nothing is asked and nothing is sent', async () => {
  const { zaken, praat, log } = opzet()
  praat.lijst = [taak(1, ref.uuid)]
  log.isStuk = true
  await assert.rejects(zaken.stelVraag(kijker, ref, nieuw), /databank weg/)
  await assert.rejects(zaken.lever(kijker, ref, uuid(1), [brief]), /databank weg/)
  assert.deepEqual(praat.vragen, [])
})
