import { createHash, randomUUID } from 'node:crypto'
import { tekenToken } from '../../zgw/index.ts'
import { type Antwoord, alsObject, type Verzoek } from '../dienst/dienst.ts'

/** A CloudEvent of this register, as it goes to whoever follows the person. */
interface Levensloopbericht {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  readonly subject: string
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly data: Readonly<Record<string, string>>
}

interface Volger {
  readonly bsn: string
  readonly wie: string
  readonly soorten: readonly string[]
  readonly berichten: string
}

/** Named limits: so long is waited before an event that did not arrive is brought again, and so often. */
const opnieuwMs = 500
const hoogstens = 40

const nietGevonden: Antwoord = { status: 404, inhoud: { title: 'Niet gevonden.', status: 404 } }

/**
 * Whom a register follows, for whom, and under which name (docs/levensloop.openapi.json). Tells each follower what
 * happened by that name, signed with the key that the operator gave this register.
 */
export class Volgers {
  readonly #volgers = new Map<string, Volger>()
  readonly #verteld = new Map<string, string>()
  readonly #bron: string
  readonly #nu: () => Date
  readonly #lopend = new Set<ReturnType<typeof setTimeout>>()
  #sleutel: string | undefined
  #isDicht = false

  constructor(bron: string, nu: () => Date) {
    this.#bron = bron
    this.#nu = nu
  }

  zetSleutel(sleutel: string): void {
    this.#sleutel = sleutel
  }

  /** `undefined` when the address is not about followers. */
  doe({ pad, methode, json }: Verzoek, kentPersoon: (bsn: string) => boolean): Antwoord | undefined {
    if (methode !== 'POST' || !/^\/volgers(\/einde)?$/.test(pad)) return undefined
    const { wie, burgerservicenummer: bsn, soorten, berichten } = alsObject(json)
    if (typeof wie !== 'string' || wie.length < 1) return { status: 400, inhoud: { status: 400 } }
    if (pad.endsWith('/einde'))
      return this.#volgers.delete(wie) ? { status: 200, inhoud: { wie } } : nietGevonden
    const isGoed =
      typeof bsn === 'string' &&
      Array.isArray(soorten) &&
      typeof berichten === 'string' &&
      URL.canParse(berichten)
    if (!isGoed) return { status: 400, inhoud: { status: 400 } }
    if (!kentPersoon(bsn)) return nietGevonden
    this.#volgers.set(wie, { wie, bsn, soorten: soorten.map(String), berichten })
    return { status: 200, inhoud: { wie }, over: [bsn] }
  }

  volgt(bsn: string): boolean {
    return [...this.#volgers.values()].some((een) => een.bsn === bsn)
  }

  /** Gives how many followers are told. */
  meld(bsn: string, soort: string, op: string): number {
    const id = randomUUID()
    this.#verteld.set(bsn, id)
    return this.#stuur(bsn, soort, soort, { id, data: { op } })
  }

  /** That the last event about this person was not so. */
  trekIn(bsn: string, soort: string): number {
    const intrekt = this.#verteld.get(bsn)
    return intrekt === undefined
      ? 0
      : this.#stuur(bsn, soort, 'ingetrokken', { id: randomUUID(), data: { intrekt } })
  }

  sluit(): void {
    this.#isDicht = true
    for (const wekker of this.#lopend) clearTimeout(wekker)
  }

  #stuur(
    bsn: string,
    soort: string,
    type: string,
    { id, data }: Pick<Levensloopbericht, 'id' | 'data'>,
  ): number {
    const naar = [...this.#volgers.values()].filter((een) => een.bsn === bsn && een.soorten.includes(soort))
    for (const { wie, berichten } of naar)
      this.#breng(berichten, {
        specversion: '1.0',
        id,
        source: `urn:nld:voorbeeld:${this.#bron}`,
        type: `nl.voordeur.levensloop.${type}`,
        subject: wie,
        time: this.#nu().toISOString(),
        datacontenttype: 'application/json',
        data,
      })
    return naar.length
  }

  /** At least once: what did not arrive is brought again. */
  #breng(naar: string, bericht: Levensloopbericht, keer = 0): void {
    const later = () => {
      if (this.#isDicht || keer >= hoogstens) return
      const wekker = setTimeout(() => {
        this.#lopend.delete(wekker)
        this.#breng(naar, bericht, keer + 1)
      }, opnieuwMs)
      this.#lopend.add(wekker)
    }
    const tekst = JSON.stringify(bericht)
    const iat = Math.floor(this.#nu().getTime() / 1000)
    const inhoud = createHash('sha256').update(tekst).digest('base64url')
    const token = tekenToken({ iss: this.#bron, iat, exp: iat + 60, inhoud }, this.#sleutel ?? '')
    fetch(naar, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${token}` },
      body: tekst,
      signal: AbortSignal.timeout(10_000),
    }).then(({ ok }) => {
      if (!ok) later()
    }, later)
  }
}
