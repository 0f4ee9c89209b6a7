import type { Datum, OrganisatieId } from '../domain/index.ts'
import {
  type Dader,
  type Deelgrond,
  type Deelnemersrol,
  type Deelreden,
  HOOGSTENS_DEELNEMERS,
  HOOGSTENS_DELINGEN,
  type Stapeigenaar,
} from './begrippen.ts'
import { keurBezwaar } from './bezwaren.ts'
import { evolve } from './evolve.ts'
import { type Ketenzaak, vindOrganisatie } from './ketenzaak.ts'
import type { Weigering } from './opdracht.ts'
import type { Voorvalinhoud } from './voorval.ts'
import type { Kijker } from './zicht-vorm.ts'

/** Whoever does something: a reader, time, or the administrator. */
export type Doener = Kijker | { readonly soort: 'klok' } | { readonly soort: 'beheer' }

/** What a decision needs of the world, passed in. */
export interface Omgeving {
  /** Not before the last event, whatever the clock of this node says. */
  readonly nu: Date
  /** The day at the owner of the case. */
  readonly vandaag: Datum
  /** The day where whoever has to do a step is: a term is a day there. */
  readonly vandaagBij: (eigenaar: Stapeigenaar) => Datum
  /** The end of the so many working days that a function has. */
  readonly opschalingTot: Date
  /** When it has been still for too long since then. */
  readonly stilTot: (sinds: Date) => Date
  readonly id: () => string
  readonly nummer: () => string
  /** Known to the corpus, and government. */
  readonly isOverheid: (organisatie: OrganisatieId) => boolean
  /** Of whom professionals work in this installation: who can own a case here. Absent: all of them. */
  readonly isHier?: ((organisatie: OrganisatieId) => boolean) | undefined
  /** Whether somebody there sees what they are asked. Absent: all of them are reached. */
  readonly isBereikbaar?: ((organisatie: OrganisatieId) => boolean) | undefined
}

/** A decision while it is made: what has happened so far in it is looked at by what comes next in it. */
export interface Bouw {
  readonly omgeving: Omgeving
  readonly door: Dader
  readonly wie: Doener
  stand: Ketenzaak
  readonly voorvallen: Voorvalinhoud[]
}

export function voeg(bouw: Bouw, ...inhouden: readonly Voorvalinhoud[]): void {
  for (const inhoud of inhouden) {
    const { stand, door } = bouw
    bouw.voorvallen.push(inhoud)
    bouw.stand = evolve(stand.id, stand, {
      nr: stand.nr + 1,
      op: bouw.omgeving.nu,
      door,
      opdracht: '',
      inhoud,
    })
  }
}

export function daderVan(wie: Doener): Dader {
  if (wie.soort !== 'medewerker') return wie
  const { soort, organisatie, medewerker } = wie
  return { soort, organisatie, medewerker }
}

const dagMs = 86_400_000

export const naDagen = (van: Date, dagen: number): Date => new Date(van.getTime() + dagen * dagMs)

/** An end that somebody chose: after now, and not too far away. */
export function einde({ omgeving: { nu } }: Bouw, tot: Date, hoogstensDagen: number): Weigering | undefined {
  // A date that is none compares as false with everything.
  return tot > nu && tot <= naDagen(nu, hoogstensDagen)
    ? undefined
    : { reden: 'einde-ongeldig', hoogstensDagen }
}

/** It is theirs to say: by themselves, or to the owner of the case, who says how. */
export function keurNamens({ wie }: Bouw, namens: string | undefined): Weigering | undefined {
  return (wie.soort === 'inwoner') === (namens === undefined) ? undefined : { reden: 'mag-niet' }
}

/** The participant that an organisation is; a new one when it is none yet. */
export function zorgDeelnemer(
  bouw: Bouw,
  organisatie: OrganisatieId,
  { rol, doel }: { readonly rol: Deelnemersrol; readonly doel: Deelreden['doel'] },
): { readonly deelnemer: string } | Weigering {
  const is = vindOrganisatie(bouw.stand, organisatie)
  if (is !== undefined) {
    // Who only gave advice and is asked to do something does it from now on.
    if (is.rol === 'adviseur' && rol === 'uitvoerder')
      voeg(bouw, { soort: 'deelnemer-erbij', deelnemer: is.id, wie: is.wie, rol, doel })
    return { deelnemer: is.id }
  }
  if (!bouw.omgeving.isOverheid(organisatie)) return { reden: 'geen-overheid' }
  if (bouw.stand.deelnemers.size >= HOOGSTENS_DEELNEMERS)
    return { reden: 'te-veel', wat: 'deelnemers', hoogstens: HOOGSTENS_DEELNEMERS }
  const deelnemer = bouw.omgeving.id()
  voeg(bouw, { soort: 'deelnemer-erbij', deelnemer, wie: { soort: 'organisatie', organisatie }, rol, doel })
  return { deelnemer }
}

/** Shares what they do not see already on the same ground until then. A work note is never shared. */
export function deelMet(
  bouw: Bouw,
  deelnemer: string,
  onderdelen: readonly string[],
  { doel, grond, tot }: { readonly doel: Deelreden['doel']; readonly grond: Deelgrond; readonly tot: Date },
): Weigering | undefined {
  const wie = bouw.stand.deelnemers.get(deelnemer)?.wie
  if (wie === undefined) return { reden: 'niet-gevonden' }
  if (wie.soort === 'partij' && grond === 'taak') return { reden: 'grond-past-niet' }
  for (const onderdeel of new Set(onderdelen)) {
    const soort = bouw.stand.onderdelen.get(onderdeel)?.soort
    if (soort === undefined) return { reden: 'niet-gevonden' }
    if (soort === 'werknotitie') return { reden: 'mag-niet' }
    const bezwaar = keurBezwaar(bouw.stand, { onderdeel, deelnemer }, grond)
    if (bezwaar !== undefined) return bezwaar
    const heeft = [...bouw.stand.delingen.values()].some(
      (een) =>
        een.onderdeel === onderdeel &&
        een.deelnemer === deelnemer &&
        een.doel === doel &&
        een.grond === grond &&
        een.stand === 'geldt' &&
        een.tot >= tot,
    )
    if (heeft) continue
    if (bouw.stand.delingen.size >= HOOGSTENS_DELINGEN)
      return { reden: 'te-veel', wat: 'delingen', hoogstens: HOOGSTENS_DELINGEN }
    voeg(bouw, { soort: 'gedeeld', deling: bouw.omgeving.id(), onderdeel, deelnemer, doel, grond, tot })
  }
  return undefined
}

/** Ends every share with somebody that fits. */
export function stopDelingen(
  bouw: Bouw,
  past: (deling: {
    readonly onderdeel: string
    readonly deelnemer: string
    readonly doel: string
  }) => boolean,
): void {
  for (const { id, stand, ...deling } of bouw.stand.delingen.values())
    if (stand !== 'gestopt' && past(deling)) voeg(bouw, { soort: 'deling-gestopt', deling: id })
}

/** Of what was escalated nobody has to answer any more. */
export function eindigOpschalingen(
  bouw: Bouw,
  past: (opschaling: { readonly stap?: string; readonly organisatie: OrganisatieId }) => boolean,
): void {
  for (const een of bouw.stand.opschalingen.values())
    if (een.stand === 'open' && past(een)) voeg(bouw, { soort: 'opschaling-behandeld', opschaling: een.id })
}
