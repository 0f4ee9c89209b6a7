import { createHash, randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { openSleutelring, type Verwerking } from '../audit/index.ts'
import { nepbewijs } from '../audit/proefaudit.ts'
import { maakPersoonId, type OrganisatieId, type PersoonId, parseDatum } from '../domain/index.ts'
import {
  herbevestig,
  type Ontvangst,
  openZaakindex,
  type WieHeeft,
  werkHintsAf,
  type Zaakgegevens,
} from '../zaken/index.ts'
import type { Databank } from './databank.ts'
import { zaakberichtOpslag } from './zaakberichten.ts'
import { zaakindexOpslag, zaakweigeringOpslag } from './zaakindex.ts'
import { zaakindexwerkOpslag } from './zaakindexwerk.ts'

/** For tests and proofs: organisations whose cases change while they are read, and an index that must keep up. */

export type Stap =
  /** Somebody gets a role in a case, or loses it; the case is made when it was not there. */
  | { readonly doe: 'rol'; readonly zaak: number; readonly wie: number; readonly heeft: boolean }
  | { readonly doe: 'weg'; readonly zaak: number }
  /** One of the messages that are under way arrives, so many times. */
  | { readonly doe: 'bezorg'; readonly welke: number; readonly keer: number }
  | { readonly doe: 'verlies'; readonly welke: number }
  | { readonly doe: 'bezoek'; readonly wie: number }
  | { readonly doe: 'weiger'; readonly wie: number }
  | { readonly doe: 'werk' }
  | { readonly doe: 'vraag-opnieuw' }
  /** What was begun and waits for a source goes on. */
  /** One of those that wait for a source goes on. */
  | { readonly doe: 'ga'; readonly welke: number }
  | { readonly doe: 'wacht' }

const bronnen = ['gemeente-GM0599', 'svb'] as readonly string[] as readonly OrganisatieId[]
const uurMs = 3_600_000

export class Proefindex {
  readonly mensen: readonly PersoonId[]
  readonly zaken: readonly string[]
  readonly verwerkingen: Verwerking[] = []
  readonly fouten: unknown[] = []
  readonly #houders = new Map<string, Set<PersoonId>>()
  readonly #onderweg: Ontvangst[] = []
  readonly #lopend = new Set<Promise<unknown>>()
  readonly #poorten: (() => void)[] = []
  #inDatabank = 0
  readonly #doetMee = new Set<PersoonId>()
  readonly #berichten
  readonly #index
  readonly #delen
  isVerloren = false
  #ms = Date.UTC(2026, 2, 1)

  constructor(databank: Databank, aantal: { readonly mensen: number; readonly zaken: number }) {
    this.mensen = Array.from({ length: aantal.mensen }, () => maakPersoonId(this.#nu(), randomBytes))
    this.zaken = Array.from({ length: aantal.zaken }, () => uuidVan(randomBytes(16)))
    const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
    const index = this.#tel(zaakindexOpslag(databank, this.#nu))
    const werk = this.#tel(zaakindexwerkOpslag(databank))
    const weigeringen = this.#tel(zaakweigeringOpslag(databank))
    this.#berichten = this.#tel(zaakberichtOpslag(databank))
    this.#index = openZaakindex({ store: index, werk, weigeringen, ring, nu: this.#nu, toeval: randomBytes })
    this.#delen = {
      index,
      werk,
      ring,
      berichten: this.#berichten,
      nu: this.#nu,
      loting: () => 0.5,
      meldFout: (fout: unknown) => void this.fouten.push(fout),
      audit: {
        metVerwerking: async <T>(
          verwerking: Verwerking,
          fn: (bewijs: ReturnType<typeof nepbewijs>) => Promise<T>,
        ) => {
          this.verwerkingen.push(verwerking)
          return fn(nepbewijs())
        },
      },
    }
  }

  /** Each question another moment. */
  #nu = (): Date => new Date(++this.#ms)

  bronVan(uuid: string): OrganisatieId {
    const bron = bronnen[this.zaken.indexOf(uuid) % bronnen.length]
    if (bron === undefined) throw new Error('geen bron')
    return bron
  }

  async doe(stap: Stap): Promise<void> {
    switch (stap.doe) {
      case 'rol':
        return this.#zetRol(stap)
      case 'weg':
        return this.#meld(kies(this.zaken, stap.zaak), (uuid) => this.#houders.delete(uuid))
      case 'bezorg':
        return this.#bezorg(stap.welke, stap.keer)
      case 'verlies':
        if (this.#onderweg.length > 0) this.isVerloren = true
        this.#onderweg.splice(stap.welke % Math.max(1, this.#onderweg.length), 1)
        return
      case 'bezoek':
        return this.#loop(this.#bezoek(kies(this.mensen, stap.wie)))
      case 'weiger':
        // Who refuses waits for the answer, and so does what comes after it.
        await this.#rond()
        this.#doetMee.delete(kies(this.mensen, stap.wie))
        return this.#index.zetDeelname(kies(this.mensen, stap.wie), false)
      case 'werk':
        return this.#loop(werkHintsAf(this.#hintwerk()))
      case 'vraag-opnieuw':
        return this.#loop(this.#vraagOpnieuw())
      case 'ga':
        this.#poorten.splice(stap.welke % Math.max(1, this.#poorten.length), 1)[0]?.()
        return this.#rust()
      case 'wacht':
        return this.#rond()
    }
  }

  /** Everything that was sent arrives and is worked off; what was lost is made up for by asking. */
  async kom(): Promise<void> {
    await this.#rond()
    while (this.#onderweg.length > 0) await this.#bezorg(0, 1)
    await this.#werkAlles()
    if (!this.isVerloren) return
    this.#ms += 8 * 24 * uurMs
    for (let aantal = 1; aantal > 0; ) {
      this.#loop(
        this.#vraagOpnieuw().then((nu) => {
          aantal = nu
        }),
      )
      await this.#rond()
    }
    await this.#werkAlles()
  }

  /** What the index says of each who takes part, beside what is so. */
  async vergelijk(): Promise<{ readonly index: readonly string[]; readonly waarheid: readonly string[] }> {
    const index: string[] = []
    const waarheid: string[] = []
    for (const [i, persoon] of this.mensen.entries()) {
      const bekend = await this.#index.bekend(persoon)
      for (const { zaken } of bekend?.bronnen ?? []) index.push(...zaken.map((zaak) => `${i} ${zaak}`))
      if (!this.#doetMee.has(persoon)) continue
      for (const [zaak, wie] of this.#houders) if (wie.has(persoon)) waarheid.push(`${i} ${zaak}`)
    }
    return { index: index.sort(), waarheid: waarheid.sort() }
  }

  /** What may stand nowhere: cases of nobody who takes part, and whoever does not take part. */
  verboden(): readonly string[] {
    const zaken = this.zaken.filter(
      (zaak) => ![...(this.#houders.get(zaak) ?? [])].some((een) => this.#doetMee.has(een)),
    )
    return [...zaken, ...this.mensen.filter((persoon) => !this.#doetMee.has(persoon))]
  }

  /** Leaves the database to the next one. */
  async weg(): Promise<void> {
    for (const persoon of this.mensen) await this.#index.zetDeelname(persoon, false)
  }

  #hintwerk() {
    return { ...this.#delen, bronnen: () => new Map(bronnen.map((bron) => [bron, this.#wieHeeft])) }
  }

  /** The answer is of the moment in between: before and after it time goes by, and things happen. */
  #wieHeeft: WieHeeft = async ({ uuid }) => {
    await this.#poos()
    const wie = this.#houders.get(uuid)
    const gegevens = [...(wie ?? [])]
    await this.#poos()
    const op = this.#nu()
    return wie === undefined ? { status: 'onbekend', op } : { status: 'ok', gegevens, op }
  }

  async #zoek(bron: OrganisatieId, persoon: PersoonId) {
    await this.#poos()
    const uuids = [...this.#houders].flatMap(([uuid, wie]) =>
      wie.has(persoon) && this.bronVan(uuid) === bron ? [uuid] : [],
    )
    await this.#poos()
    return uuids
  }

  /** A source takes its time: until a step says that it goes on. */
  #poos(): Promise<void> {
    return new Promise((verder) => void this.#poorten.push(verder))
  }

  /** Knows when nobody waits for the database any more. */
  #tel<T extends object>(store: T): T {
    return new Proxy(store, {
      get: (doel, naam) => {
        const methode: unknown = Reflect.get(doel, naam)
        if (typeof methode !== 'function') return methode
        return (...alles: unknown[]) => {
          this.#inDatabank += 1
          const klaar = () => {
            this.#inDatabank -= 1
          }
          const uitkomst: Promise<unknown> = Reflect.apply(methode, doel, alles)
          uitkomst.then(klaar, klaar)
          return uitkomst
        }
      },
    })
  }

  /** Until everything that was begun is finished, or waits for a source. */
  async #rust(): Promise<void> {
    for (let stil = 0; stil < 3; stil = this.#inDatabank === 0 ? stil + 1 : 0) await setImmediate()
  }

  async #bezoek(persoon: PersoonId): Promise<void> {
    this.#doetMee.add(persoon)
    await this.#index.zetDeelname(persoon, true)
    await Promise.all(
      bronnen.map(async (bron) => {
        const begin = this.#nu()
        await this.#index.bevestig(persoon, [{ bron, uuids: await this.#zoek(bron, persoon), op: begin }])
      }),
    )
  }

  #vraagOpnieuw(): Promise<number> {
    const vandaag = parseDatum('2026-03-01')
    if (vandaag === undefined) throw new Error('geen datum')
    return herbevestig({
      ...this.#delen,
      vandaag: () => vandaag,
      bronnen: () =>
        bronnen.map((id) => ({
          meldt: true,
          bron: {
            id,
            zoek: async ({ persoon }) => {
              const zaken = (await this.#zoek(id, persoon)).map(
                // Only where it is, is read of it.
                (uuid) => ({ ref: { bron: id, uuid } }) as Zaakgegevens,
              )
              return { status: 'ok', gegevens: { zaken, isVolledig: true }, op: this.#nu() }
            },
            haal: async () => ({ status: 'onbekend', op: this.#nu() }),
          },
        })),
    })
  }

  #zetRol({ zaak, wie, heeft }: Stap & { doe: 'rol' }): void {
    const persoon = kies(this.mensen, wie)
    this.#meld(kies(this.zaken, zaak), (uuid) => {
      const houders = this.#houders.get(uuid) ?? new Set()
      this.#houders.set(uuid, houders)
      if (heeft) houders.add(persoon)
      else houders.delete(persoon)
    })
  }

  #meld(uuid: string, verander: (uuid: string) => void): void {
    verander(uuid)
    this.#onderweg.push({ bron: this.bronVan(uuid), zaak: uuid, op: this.#nu() })
  }

  async #bezorg(welke: number, keer: number): Promise<void> {
    const [bericht] = this.#onderweg.splice(welke % Math.max(1, this.#onderweg.length), 1)
    if (bericht === undefined) return
    await this.#berichten.ontvang(Array.from({ length: keer }, () => ({ ...bericht, op: this.#nu() })))
  }

  #loop(werk: Promise<unknown>): void {
    const gevangen = werk
      .catch((fout: unknown) => this.fouten.push(fout))
      .finally(() => this.#lopend.delete(gevangen))
    this.#lopend.add(gevangen)
  }

  async #rond(): Promise<void> {
    while (this.#lopend.size > 0) {
      for (const verder of this.#poorten.splice(0)) verder()
      await this.#rust()
    }
  }

  async #werkAlles(): Promise<void> {
    for (let ronde = 0; ronde < 200; ronde++) {
      // What waits for a second try is due by then.
      this.#ms += uurMs
      let isMeer = false
      this.#loop(
        werkHintsAf(this.#hintwerk()).then((meer) => {
          isMeer = meer
        }),
      )
      await this.#rond()
      if (!isMeer) return
    }
    throw new Error('het postvak raakt niet leeg')
  }

  /** Every row of every table, as text. Needs a connection that row-level security does not hold back. */
  static async uitdraai(alsEigenaar: Databank): Promise<string> {
    const { rows } = await sql<{ naam: string }>`select c.relname as naam from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'voordeur' and c.relkind in ('r', 'p')`.execute(alsEigenaar)
    const delen: string[] = []
    for (const { naam } of rows) {
      const { rows: inhoud } = await sql<{
        rij: string
      }>`select to_jsonb(t)::text as rij from ${sql.table(naam)} t`.execute(alsEigenaar)
      delen.push(`-- ${naam}`, ...inhoud.map(({ rij }) => rij))
    }
    return delen.join('\n')
  }
}

function kies<T>(lijst: readonly T[], nr: number): T {
  const gekozen = lijst[nr % lijst.length]
  if (gekozen === undefined) throw new Error('een lege lijst')
  return gekozen
}

function uuidVan(bytes: Buffer): string {
  const hex = createHash('sha256').update(bytes).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
