import { createHash } from 'node:crypto'
import type { Audit, Bewijs, Sleutelring } from '../audit/index.ts'
import type { Aanwijzing, Postsoort } from '../corpus/index.ts'
import { type Datum, maakUuid7, type OrganisatieId, type Toeval } from '../domain/index.ts'
import type { Tijdzone } from '../kalender/index.ts'
import type { Berichtinhoud } from '../kanalen/index.ts'
import type { Termijnbegin } from './behandeltermijn.ts'
import { isMailadres } from './email.ts'
import type { Afzender, Kennissoort, Kenniswijze, NieuwPoststuk, Poststuk, Weigergrond } from './poststuk.ts'
import type { PoststukRij, PoststukStore } from './poststuk-store.ts'
import { verzegelKennis } from './poststuk-zegel.ts'

/** What somebody is told, before it is put in words. */
export type Postmelding =
  | { readonly soort: 'ontvangen' }
  | {
      readonly soort: 'doorgezonden'
      readonly naar: OrganisatieId
      readonly op: Date
      /** Inside the body: from when it counts its term to decide. */
      readonly begin?: Pick<Termijnbegin, 'dagVan' | 'door'>
    }
  | {
      readonly soort: 'verkeerde-weg'
      /** Awb 2:23: the last day as it was and as it became; absent where no term is known. */
      readonly termijn?: { readonly was: Datum; readonly wordt: Datum }
    }
  | { readonly soort: 'geweigerd'; readonly reden: Weigergrond }
  /** What was said before was a mistake; only a new message undoes it (Awb 2:12). */
  | { readonly soort: 'toch-aangenomen' }

/** What the sender is told about: all but what happened to it. */
export type Gemeld = Omit<Poststuk, 'gebeurd' | 'bevestiging'>

export interface OntvangstOnderdelen {
  readonly store: PoststukStore
  readonly audit: Pick<Audit, 'metVerwerkingen' | 'verzegel'>
  readonly ring: Sleutelring
  readonly aanwijzing: (organisatie: OrganisatieId, soort: Postsoort, dag: Datum) => Aanwijzing
  /** Is this way designated for any kind of message of that body? */
  readonly isWegErgensVoor: (
    organisatie: OrganisatieId,
    weg: 'web' | 'email',
    waar: string | undefined,
    dag: Datum,
  ) => boolean
  readonly zoneVan: (organisatie: OrganisatieId) => Tijdzone
  /** Do people of that body read their post here? */
  readonly werktHier: (organisatie: OrganisatieId) => boolean
  /** In all languages: which one they read, they choose. */
  readonly opstel: (stuk: Gemeld, melding: Postmelding) => Berichtinhoud
  /** The same for an e-mail, in which nothing stands of what they wrote. */
  readonly opstelEmail: (
    stuk: Gemeld,
    melding: Postmelding,
  ) => { readonly onderwerp: string; readonly tekst: string }
  readonly nu: () => Date
  readonly toeval: Toeval
}

/**
 * Refused, or shown another way: that is what the sender goes by from then on. Nobody tells them so again, or something
 * else besides, until they are told that it was a mistake. In order of time.
 */
export function isAfgewezen({
  gebeurd,
}: {
  readonly gebeurd: readonly { readonly soort: string }[]
}): boolean {
  const laatste = gebeurd.findLast(({ soort }) => isAfwijzing(soort) || soort === 'toch-aangenomen')
  return laatste !== undefined && isAfwijzing(laatste.soort)
}

function isAfwijzing(soort: string): boolean {
  return soort === 'geweigerd' || soort === 'verkeerde-weg'
}

/** Of one form and what it says: sent twice it is one act. */
export function meldingkenmerk(kenmerk: string, melding: Postmelding): Buffer {
  const wat = [
    melding.soort,
    melding.soort === 'doorgezonden' && melding.naar,
    melding.soort === 'geweigerd' && melding.reden,
  ]
  return createHash('sha256')
    .update(`voordeur kennisgeving|${JSON.stringify([kenmerk, wat])}`)
    .digest()
}

/**
 * Awb 2:16 lid 1: of what has to be treated nobody says that it came by the wrong way. Awb 2:15: only what came by an
 * electronic way can be refused for it.
 */
export function magMelden(
  { triage: van, weg, gebeurd }: Pick<Poststuk, 'triage' | 'weg' | 'gebeurd'>,
  soort: Kennissoort,
): boolean {
  if (soort === 'toch-aangenomen') return isAfgewezen({ gebeurd })
  if (soort === 'verkeerde-weg') return van.uitkomst !== 'behandel'
  return soort !== 'geweigerd' || weg === 'web' || weg === 'email'
}

export function wieVan(afzender: Afzender): Pick<PoststukRij, 'persoon' | 'door'> {
  return afzender.soort === 'persoon'
    ? { persoon: afzender.persoon, door: afzender.door }
    : { persoon: undefined, door: undefined }
}

/** Awb 2:25: on the chain of who sent it; of a sender whom nobody recognised, of the body it was for. */
export function ketenVan({ persoon, organisatie }: PoststukRij): Bewijs['onderwerp'] {
  return persoon === undefined ? `organisatie:${organisatie}` : `persoon:${persoon}`
}

export function wijzeVan({
  afzender,
  weg,
  magTerug = false,
}: Pick<NieuwPoststuk, 'afzender' | 'weg' | 'magTerug'>): Kenniswijze {
  if (afzender.soort === 'persoon') return 'bericht'
  if (afzender.adres === undefined) return 'geen-adres'
  // Where an e-mail came from is also where its answer goes; an address that somebody typed may be another's.
  return weg === 'email' && magTerug && isMailadres(afzender.adres) ? 'email' : 'adres'
}

export function maakKennis(
  onderdelen: OntvangstOnderdelen,
  stuk: Gemeld,
  melding: Postmelding,
  { hoe, tijd, kenmerk }: { readonly hoe: Kenniswijze; readonly tijd: Date; readonly kenmerk?: string },
) {
  const soort: Kennissoort = melding.soort
  const { afzender } = stuk
  const adres = hoe === 'email' && afzender.soort === 'onbekend' ? afzender.adres : undefined
  const isMeteen = hoe === 'pagina' || hoe === 'print'
  return verzegelKennis(
    onderdelen,
    {
      id: maakUuid7(tijd, onderdelen.toeval),
      poststuk: stuk.id,
      persoon: wieVan(stuk.afzender).persoon,
      soort,
      hoe,
      op: tijd,
      bezorgd: isMeteen ? tijd : undefined,
      kenmerk: kenmerk === undefined ? undefined : meldingkenmerk(kenmerk, melding),
    },
    {
      bericht: onderdelen.opstel(stuk, melding),
      ...(melding.soort === 'geweigerd' && { reden: melding.reden }),
      ...(adres !== undefined && { email: { adres, ...onderdelen.opstelEmail(stuk, melding) } }),
    },
  )
}
