import { isUuid7, maakUuid7, type OrganisatieId, type Toeval } from '../domain/index.ts'
import { maakSchoon } from '../ervaring/index.ts'
import { datumOp } from '../kalender/index.ts'
import {
  type Bladdeel,
  type Eigenaar,
  HOOGSTENS_LIJST,
  type Kennismelding,
  type Meldingstand,
  type Meldreden,
} from './melding.ts'
import type { Meldingkijker, MeldingStore } from './melding-store.ts'

export interface NieuweMelding {
  readonly blad: string
  readonly deel: Bladdeel
  readonly reden: Meldreden
  /** As it was written; what is kept of it goes through `maakSchoon`. */
  readonly tekst: string
  readonly eigenaar: Eigenaar
}

/** Who reads: with what they have to answer for besides their own organisation. */
export interface Lezer extends Meldingkijker {
  readonly isInstallatie: boolean
}

export interface Meldinglijst {
  /** Theirs to answer, open ones first. */
  readonly aan: readonly Kennismelding[]
  /** What their own organisation reported, with the answers. */
  readonly van: readonly Kennismelding[]
}

export type Afloop = 'ok' | 'niet-gevonden' | 'antwoord-ontbreekt'

export interface Kennismeldingen {
  readonly meld: (wie: Meldingkijker, melding: NieuweMelding) => Promise<void>
  readonly lijst: (wie: Lezer) => Promise<Meldinglijst>
  readonly vanBlad: (wie: Meldingkijker, blad: string) => Promise<readonly Kennismelding[]>
  readonly handelAf: (
    wie: Lezer,
    id: string,
    hoe: { readonly stand: Exclude<Meldingstand, 'open'>; readonly antwoord: string },
  ) => Promise<Afloop>
}

/** Named limit: so many answers stand below a sheet; older ones are in the list of who gave them. */
const HOOGSTENS_BIJ_BLAD = 5

export function openKennismeldingen({
  store,
  nu,
  toeval,
}: {
  readonly store: MeldingStore
  readonly nu: () => Date
  readonly toeval: Toeval
}): Kennismeldingen {
  const vandaag = () => datumOp(nu(), 'Europe/Amsterdam')
  return {
    async meld(wie, { tekst, ...wat }) {
      const schoon = maakSchoon(tekst)
      await store.bewaar(wie, {
        ...wat,
        id: maakUuid7(nu(), toeval),
        ...(schoon !== undefined && { tekst: schoon }),
        van: wie.organisatie,
        gemeld: vandaag(),
        stand: 'open',
      })
    },
    async lijst(wie) {
      const alle = await store.lijst(wie, HOOGSTENS_LIJST)
      const aan = alle.filter(({ eigenaar }) => isVan(wie, eigenaar))
      return {
        aan: [...aan.filter(isOpen), ...aan.filter((melding) => !isOpen(melding))],
        van: alle.filter(({ van }) => van === wie.organisatie),
      }
    },
    vanBlad: async (wie, blad) => store.vanBlad(wie, blad, HOOGSTENS_BIJ_BLAD),
    async handelAf(wie, id, { stand, antwoord }) {
      const schoon = maakSchoon(antwoord)
      if (schoon === undefined) return 'antwoord-ontbreekt'
      if (!isUuid7(id)) return 'niet-gevonden'
      const melding = (await store.lijst(wie, HOOGSTENS_LIJST)).find((een) => een.id === id)
      if (melding === undefined || !isVan(wie, melding.eigenaar)) return 'niet-gevonden'
      const isGedaan = await store.handelAf(wie, id, { stand, antwoord: schoon, op: vandaag() })
      return isGedaan ? 'ok' : 'niet-gevonden'
    },
  }
}

function isVan({ organisatie, isInstallatie }: Lezer, eigenaar: Eigenaar): boolean {
  return eigenaar === organisatie || (isInstallatie && eigenaar === 'installatie')
}

function isOpen({ stand }: Kennismelding): boolean {
  return stand === 'open'
}

/**
 * Who answers for a sheet: the organisation that it names or that carries the scheme out, when it is one body; `gemeente`
 * stands for 342 of them, and then it is whoever answers for the front door as a whole.
 */
export function eigenaarVan(
  organisatie: { readonly id: OrganisatieId; readonly overheid: boolean } | undefined,
): Eigenaar {
  return organisatie === undefined || !organisatie.overheid || soorten.has(organisatie.id)
    ? 'installatie'
    : organisatie.id
}

/** Kinds of bodies that the corpus describes as one. */
const soorten: ReadonlySet<string> = new Set(['gemeente', 'waterschap', 'provincie', 'eiland'])
