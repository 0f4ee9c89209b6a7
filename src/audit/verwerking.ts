import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Aanleiding } from './aanleiding.ts'
import type { Onderwerp } from './bewijsregel.ts'
import type { Verwerkingsactiviteit, Verwerkingsregister } from './register.ts'
import { type Spoor, traceparent } from './spoor.ts'

/** Who does it. Acting for somebody else is said, never left to be guessed. */
export type Handelende =
  | {
      readonly soort: 'inwoner'
      readonly persoon: PersoonId
      /** In which capacity they act for the person the data are about; absent: for themselves. */
      readonly alsVertegenwoordiger?: string
      /** Of a mandate: at which organisation, and for which of its services. */
      readonly waarvoor?: { readonly organisatie: OrganisatieId; readonly dienst?: string }
      /** Of a company: the branch they acted for. */
      readonly vestiging?: string
      /** Somebody without a mandate sat beside them. */
      readonly metHelper?: boolean
    }
  | {
      readonly soort: 'medewerker'
      readonly medewerker: string
      readonly organisatie: OrganisatieId
      readonly rol: string
      /** Why, as they stated before they looked. There is no professional without. */
      readonly aanleiding: Aanleiding
    }
  | {
      readonly soort: 'taak'
      readonly taak: string
      /** Whose work it is: a search that is about nobody yet stands on the chain of that organisation. */
      readonly voor?: OrganisatieId
    }
  /** Another portal, where this person is logged in and to which they said yes. `naam` as this installation calls it. */
  | { readonly soort: 'portaal'; readonly portaal: string; readonly naam: string }

/** Somebody without a mandate, as the one who is helped calls them. */
export interface GenoemdeHelper {
  readonly naam?: string
  readonly organisatie?: string
}

/** What is about to be done with whose data, and why. */
export interface Verwerking {
  /** Id in the register of processing activities. */
  readonly doel: string
  /** One line is written for each. Empty only where nobody was found yet: then it stands with the organisation. */
  readonly betrokkenen: readonly PersoonId[]
  /** Kinds of data; each must be in the register for this purpose. */
  readonly gegevens: readonly string[]
  readonly door: Handelende
  /** Where the data come from, when that is somebody else: every organisation that is asked, on one line. */
  readonly bronnen?: readonly OrganisatieId[]
  /** Who sat beside them, as they wrote it; only where keeping that is the purpose. */
  readonly helper?: GenoemdeHelper
  /** The trace this is a part of; a new one when absent. */
  readonly spoor?: Spoor
  /** Beginning a trace of this name (16 bytes, hexadecimal): whoever takes the work over finds what was begun by it. */
  readonly trace?: string
  /** Another party asked us, in that trace: where its own log is. */
  readonly aangeroepenDoor?: URL
}

export type WeigerReden =
  | 'doel-onbekend'
  | 'gegevens-buiten-doel'
  | 'handelende-buiten-doel'
  | 'rol-buiten-doel'
  | 'geen-betrokkene'
  | 'bewijs-verlopen'
  | 'bewijs-van-ander'

/** The purpose does not cover what was asked. A mistake in our own code or register: it ends the request. */
export class VerwerkingGeweigerd extends Error {
  override readonly name = 'VerwerkingGeweigerd'
  readonly reden: WeigerReden

  constructor(reden: WeigerReden, doel: string) {
    super(`verwerking ${doel} geweigerd: ${reden}`)
    this.reden = reden
  }
}

export function eisBinnenDoel(register: Verwerkingsregister, verwerking: Verwerking): Verwerkingsactiviteit {
  const { doel, betrokkenen, gegevens, door } = verwerking
  const activiteit = register.vind(doel)
  if (activiteit === undefined) throw new VerwerkingGeweigerd('doel-onbekend', doel)
  eisSoorten(activiteit, gegevens)
  eisHandelende(activiteit, door)
  // A professional answers to an organisation, on whose chain a search without result can stand; so may a task.
  if (betrokkenen.length === 0 && organisatieVan(door) === undefined)
    throw new VerwerkingGeweigerd('geen-betrokkene', doel)
  return activiteit
}

/** Whom the register lets act for this activity, and as what. */
export function eisHandelende({ id, door: wie, rollen }: Verwerkingsactiviteit, door: Handelende): void {
  if (!wie.includes(door.soort)) throw new VerwerkingGeweigerd('handelende-buiten-doel', id)
  if (door.soort === 'medewerker' && !rollen.includes(door.rol))
    throw new VerwerkingGeweigerd('rol-buiten-doel', id)
}

/** Kinds of data that the register names for this activity, and at least one. */
export function eisSoorten(activiteit: Verwerkingsactiviteit, gegevens: readonly string[]): void {
  if (gegevens.length === 0 || gegevens.some((soort) => !activiteit.gegevens.includes(soort)))
    throw new VerwerkingGeweigerd('gegevens-buiten-doel', activiteit.id)
}

/** On whose chains the lines go. */
export function onderwerpenVan({ betrokkenen, door }: Verwerking): readonly {
  readonly onderwerp: Onderwerp
  readonly persoon: PersoonId | undefined
}[] {
  const uniek = [...new Set(betrokkenen)]
  if (uniek.length > 0) return uniek.map((persoon) => ({ onderwerp: `persoon:${persoon}` as const, persoon }))
  const organisatie = organisatieVan(door)
  if (organisatie === undefined) throw new Error('een verwerking zonder betrokkene en zonder organisatie')
  return [{ onderwerp: `organisatie:${organisatie}`, persoon: undefined }]
}

function organisatieVan(door: Handelende): OrganisatieId | undefined {
  if (door.soort === 'medewerker') return door.organisatie
  return door.soort === 'taak' ? door.voor : undefined
}

declare const merk: unique symbol

/**
 * Proof that this processing stands in the log. Every port that fetches something about a person asks for one, and
 * only `metVerwerking` makes them, after the database has acknowledged the line. It ends with the processing.
 */
export interface Verwerkingsbewijs {
  readonly [merk]: 'Verwerkingsbewijs'
  readonly doel: string
  readonly gegevens: readonly string[]
  readonly spoor: Spoor
  /** Header for the source, so that its log and ours can be laid together. */
  readonly traceparent: string
}

/** Fetches something about a person; without proof it cannot be called. */
export type Bevraging<Vraag, Antwoord> = (bewijs: Verwerkingsbewijs, vraag: Vraag) => Promise<Antwoord>

interface Inhoud {
  readonly betrokkenen: Set<PersoonId>
  readonly verwerking: Verwerking
  /** On whose chains lines came beside those of the persons it is about; they get an end as well. */
  readonly mee: Set<Onderwerp>
  isOpen: boolean
}

// What we made ourselves. An object that only looks like a proof is not in here.
const uitgegeven = new WeakMap<Verwerkingsbewijs, Inhoud>()

/** For `metVerwerking` alone; index.ts does not export it. */
export function geefBewijs(verwerking: Verwerking, spoor: Spoor): Verwerkingsbewijs {
  const { doel, betrokkenen, gegevens } = verwerking
  const velden = { doel, gegevens: [...gegevens], spoor, traceparent: traceparent(spoor) }
  // The brand exists for the compiler alone; the WeakMap is what holds at run time.
  const bewijs = Object.freeze(velden) as unknown as Verwerkingsbewijs
  uitgegeven.set(bewijs, { betrokkenen: new Set(betrokkenen), verwerking, mee: new Set(), isOpen: true })
  return bewijs
}

/** Gives on whose chains lines came beside the first ones; `undefined`: it was closed before. */
export function sluitBewijs(bewijs: Verwerkingsbewijs): ReadonlySet<Onderwerp> | undefined {
  const inhoud = uitgegeven.get(bewijs)
  if (inhoud?.isOpen !== true) return undefined
  inhoud.isOpen = false
  return inhoud.mee
}

/** The processing behind a proof that is ours and still open; for writing more lines of it. */
export function openVerwerking(
  bewijs: Verwerkingsbewijs,
): Pick<Inhoud, 'verwerking' | 'betrokkenen' | 'mee'> {
  return eisOpen(bewijs)
}

/** An adapter calls this first: the proof is ours, still open, and about this person. */
export function eisBewijs(bewijs: Verwerkingsbewijs, persoon: PersoonId): void {
  if (!eisOpen(bewijs).betrokkenen.has(persoon))
    throw new VerwerkingGeweigerd('bewijs-van-ander', bewijs.doel)
}

/**
 * Ids that turned out to be of one person share one record: what stands on it for the one stands there for the others.
 * For toegang.ts alone, which asks the vault (test/tidy).
 */
export function geldtOokVoor(
  bewijs: Verwerkingsbewijs,
  persoon: PersoonId,
  zelfde: readonly PersoonId[],
): void {
  eisBewijs(bewijs, persoon)
  const { betrokkenen } = eisOpen(bewijs)
  for (const een of zelfde) betrokkenen.add(een)
}

/** For a search, where nobody is known yet: the proof is ours, still open, and stands with an organisation. */
export function eisZoekbewijs(bewijs: Verwerkingsbewijs): void {
  if (eisOpen(bewijs).betrokkenen.size > 0) throw new VerwerkingGeweigerd('bewijs-van-ander', bewijs.doel)
}

function eisOpen(bewijs: Verwerkingsbewijs): Inhoud {
  const inhoud = uitgegeven.get(bewijs)
  if (inhoud === undefined || !inhoud.isOpen) throw new VerwerkingGeweigerd('bewijs-verlopen', bewijs.doel)
  return inhoud
}
