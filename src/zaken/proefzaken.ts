/** For tests: cases as a source gives them, connections that answer when told, and a clock that moves when told. */
import assert from 'node:assert/strict'
import type { Verwerking } from '../audit/index.ts'
import { nepbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { type Datum, maakPersoonId, type PersoonId, parseDatum } from '../domain/index.ts'
import type { RegisterUitkomst } from '../inwoner/index.ts'
import type { Wekker } from './plekken.ts'
import { gewoneToonregels, type Toonregels } from './toonregel.ts'
import type { Zaakbron, Zaaklijst, Zaakvraag } from './zaakbron.ts'
import type { BronId, Statusgegevens, Zaakdetail, Zaakgegevens } from './zaakgegevens.ts'
import type { Kijker } from './zaken.ts'
import type { Zaakverbinding, ZakenOnderdelen } from './zakenomgeving.ts'

export const begin = new Date('2026-06-01T10:00:00Z')
export const bronId = (naam: string): BronId => proeforganisatie(naam)

export function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

export const mens = (nummer: number): PersoonId =>
  maakPersoonId(new Date(nummer), () => new Uint8Array(16).fill(nummer))

export function proefstatus(anders: Partial<Statusgegevens> = {}): Statusgegevens {
  const op = new Date('2026-05-04T09:00:00Z')
  return { volgnummer: 2, namen: ['In behandeling'], isEinde: false, op, ...anders }
}

export function proefzaak(
  anders: Partial<Zaakgegevens> = {},
  bron = bronId('gemeente-GM0599'),
): Zaakgegevens {
  return {
    ref: { bron, uuid: '00000000-0000-4000-8000-000000000001' },
    nummer: 'ZAAK-1',
    organisatie: bron,
    type: proeftype(),
    rol: 'initiator',
    start: dag('2026-05-01'),
    isOpgeschort: false,
    isVerlengd: false,
    status: proefstatus(),
    verwant: [],
    ...anders,
  }
}

export function proeftype(anders: Partial<Zaakgegevens['type']> = {}): Zaakgegevens['type'] {
  return {
    sleutel: { domein: 'ZAKEN', rsin: '999800005', identificatie: 'B0001' },
    namen: ['Parkeervergunning'],
    stappen: [],
    ...anders,
  }
}

export const uuid = (nummer: number): string => `00000000-0000-4000-8000-${String(nummer).padStart(12, '0')}`

type Antwoord = RegisterUitkomst<Zaaklijst> | (() => never)

/** Answers at once with nothing, or with what it was given; held up it answers when it is let go. */
export class Proefbron implements Zaakbron {
  readonly id: BronId
  readonly vragen: Zaakvraag[] = []
  antwoord: (vraag: Zaakvraag) => Antwoord
  detail: RegisterUitkomst<Zaakdetail> = { status: 'onbekend', op: begin }
  houdtOp = false
  readonly #wachtend: (() => void)[] = []

  constructor(naam: string, zaken: readonly Zaakgegevens[] = []) {
    this.id = bronId(naam)
    this.antwoord = () => lijst(zaken)
  }

  readonly zoek = async (vraag: Zaakvraag): Promise<RegisterUitkomst<Zaaklijst>> => {
    this.vragen.push(vraag)
    if (this.houdtOp) await new Promise<void>((verder) => this.#wachtend.push(verder))
    const antwoord = this.antwoord(vraag)
    return typeof antwoord === 'function' ? antwoord() : antwoord
  }

  readonly haal = async () => this.detail
  readonly document = async () => {
    const inhoud = new Uint8Array([1])
    return {
      status: 'ok',
      gegevens: { bestandsnaam: 'brief.pdf', formaat: 'x/y', inhoud },
      op: begin,
    } as const
  }
  readonly voegToe = async () => ({ status: 'ok', gegevens: undefined, op: begin }) as const

  get wachtend(): number {
    return this.#wachtend.length
  }

  /** The one that waited longest, or another. */
  laatGaan(welke = 0): void {
    this.#wachtend.splice(welke, 1)[0]?.()
  }
}

export function lijst(zaken: readonly Zaakgegevens[], isVolledig = true): RegisterUitkomst<Zaaklijst> {
  return { status: 'ok', gegevens: { zaken, isVolledig }, op: begin }
}

/** Goes off when time is moved, and only then. */
export class Proefwekker {
  #nu = begin.getTime()
  #rij: { readonly op: number; readonly fn: () => void }[] = []

  readonly nu = (): Date => new Date(this.#nu)
  readonly wekker: Wekker = (ms, fn) => {
    const een = { op: this.#nu + ms, fn }
    this.#rij.push(een)
    return () => {
      this.#rij = this.#rij.filter((ander) => ander !== een)
    }
  }

  get gezet(): number {
    return this.#rij.length
  }

  vooruit(ms: number): void {
    this.#nu += ms
    const af = this.#rij.filter(({ op }) => op <= this.#nu)
    this.#rij = this.#rij.filter(({ op }) => op > this.#nu)
    for (const { fn } of af) fn()
  }
}

/** Lets everything run that waits for nothing. */
export async function rust(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((verder) => setImmediate(verder))
}

export function verbind(bron: Zaakbron, regels: Toonregels = gewoneToonregels): Zaakverbinding {
  return { bron, instelling: { id: bron.id, rsins: [], regels, isAan: true } }
}

export function kijkerVoor(persoon: PersoonId, anders: Partial<Kijker> = {}): Kijker {
  return { plek: 'sessie-1', persoon, door: { soort: 'inwoner', persoon }, doel: 'zaken-tonen', ...anders }
}

/** A log that can be down, and keeps what was written. */
export class Proeflog {
  readonly regels: Verwerking[] = []
  isStuk = false

  readonly metVerwerking: ZakenOnderdelen['audit']['metVerwerking'] = async (verwerking, fn) => {
    if (this.isStuk) throw new Error('databank weg')
    this.regels.push(verwerking)
    return fn(nepbewijs(verwerking.doel, verwerking.gegevens))
  }
}
