/** A call between professionals, and whoever they bring in: who takes part and since when, never what is said. */
import type { OrganisatieId } from '../../domain/index.ts'

/** Named limits: everybody sends to everybody, so four; so long it rings; so long a code for the resident works. */
export const HOOGSTENS_DEELNEMERS = 4
export const BEL_MS = 2 * 60_000
export const CODE_MS = 30 * 60_000
/** Named limit: a call that nobody ended is over after so long. */
export const GESPREK_MS = 4 * 3_600_000
/**
 * Named limit: so long after the last word of the node that holds the line a telephone is gone. Six words fit in it
 * (`bewaking.ts`): one or two may be lost, and nobody listens for minutes to a line on which nobody is.
 */
export const TELEFOON_MS = 90_000
/**
 * Named limit: so long after the last browser of anybody in it was heard a call is over. Longer than a reload, a walk to
 * another network, or a node that begins anew takes; a browser that is really gone is noticed a minute after its last sign.
 */
export const STIL_MS = 3 * 60_000
/** Named limit: so many people can have been in one call, also those who left again. */
const hoogstensOoit = 12

/** As what somebody without a login takes part. */
export const gasten = ['inwoner', 'tolk', 'informatiepunt'] as const
export type Gast = (typeof gasten)[number]

export type Belpartij =
  | {
      readonly soort: 'medewerker'
      readonly organisatie: OrganisatieId
      /** Absent: whoever of that organisation takes it first. */
      readonly medewerker?: string
      /** As they introduce themselves; absent until they answer. */
      readonly naam?: string
    }
  | {
      readonly soort: 'gast'
      readonly als: Gast
      /** Of the code that lets them in once, and after that of the key of their browser. */
      readonly ingang: string
      /** The code was used. */
      readonly isBinnen: boolean
    }
  /** Somebody on an ordinary telephone, that we dial; the number itself stands nowhere. */
  | {
      readonly soort: 'telefoon'
      readonly als: Gast
      /** Which participant had it dialled, and when; absent of what was dialled before this was kept. */
      readonly door?: string
      readonly gebeldMs?: number
      /** Until then it is there, as who holds the line said last; absent until they answer. */
      readonly geldigTotMs?: number
      /** By which another node can hang up for the one that dialled, sealed by the line; gone when the telephone is. */
      readonly lijn?: string
    }

/** `weggehaald`: a guest whose code was withdrawn, or whom a professional let out of the call. */
export const deelnemerstanden = [
  'gaat-over',
  'in-gesprek',
  'geweigerd',
  'niet-opgenomen',
  'niet-bereikt',
  'weg',
  'weggehaald',
] as const
export type Deelnemerstand = (typeof deelnemerstanden)[number]

export interface Deelnemer {
  /** Random; nothing can be read from it. */
  readonly id: string
  readonly partij: Belpartij
  readonly stand: Deelnemerstand
  /** Since when it stands so, in milliseconds of the clock. */
  readonly sindsMs: number
  readonly isGedempt: boolean
  readonly staatInWacht: boolean
}

export interface Belgesprek {
  /** 128 random bits: nobody guesses one. */
  readonly id: string
  /** Goes up by one with each change. */
  readonly nr: number
  /** The chain case that it is about; whoever answers must be able to see that case. */
  readonly ketenzaak?: string
  readonly begonnenMs: number
  readonly gewijzigdMs: number
  readonly beeindigdMs?: number
  readonly deelnemers: readonly Deelnemer[]
}

export type Belopdracht =
  | { readonly soort: 'roep-erbij'; readonly door: string; readonly id: string; readonly partij: Belpartij }
  | {
      readonly soort: 'neem-op'
      readonly deelnemer: string
      readonly wie:
        | { readonly medewerker: string; readonly naam?: string }
        | { readonly sleutelhash: string }
        | { readonly lijn: string | undefined }
    }
  /** Absent: who was asked says no. */
  | {
      readonly soort: 'weiger'
      readonly deelnemer: string
      readonly hoe?: 'niet-opgenomen' | 'niet-bereikt' | undefined
    }
  /** Whoever holds the line says that the telephone is there. */
  | { readonly soort: 'telefoon-leeft'; readonly deelnemer: string }
  /** No browser of anybody in it was heard for `STIL_MS`, on any node. */
  | { readonly soort: 'is-stil' }
  /** A professional in the call lets a telephone or a guest go: also one that still rings, and a code that nobody used. */
  | { readonly soort: 'haal-weg'; readonly door: string; readonly deelnemer: string }
  | {
      readonly soort: 'zet'
      readonly deelnemer: string
      readonly isGedempt: boolean
      readonly staatInWacht: boolean
    }
  /** `isVanLijn`: the line says it of a telephone, that has hung up there already. */
  | { readonly soort: 'ga-weg'; readonly deelnemer: string; readonly isVanLijn?: true }

export type Belweigering =
  | 'voorbij'
  | 'vol'
  | 'niet-in-gesprek'
  | 'gaat-niet-over'
  | 'belt-al'
  | 'niet-voor-u'
export type Beluitkomst =
  | { readonly status: 'ok'; readonly gesprek: Belgesprek }
  | { readonly status: 'geweigerd'; readonly reden: Belweigering }

export interface Begin {
  readonly id: string
  readonly ketenzaak?: string | undefined
  readonly door: { readonly id: string; readonly partij: Belpartij }
  /** Whom they call; absent: they wait for somebody who comes with a code. */
  readonly roep?: { readonly id: string; readonly partij: Belpartij } | undefined
}

export function beginGesprek({ id, ketenzaak, door, roep }: Begin, nuMs: number): Belgesprek {
  return {
    ...{ id, nr: 1, begonnenMs: nuMs, gewijzigdMs: nuMs },
    ...(ketenzaak !== undefined && { ketenzaak }),
    deelnemers: [
      nieuw(door, 'in-gesprek', nuMs),
      ...(roep === undefined ? [] : [nieuw(roep, 'gaat-over', nuMs)]),
    ],
  }
}

/** What the call is after a command, or why not. The same call, command and time give the same answer on any node. */
export function doeInGesprek(gesprek: Belgesprek, opdracht: Belopdracht, nuMs: number): Beluitkomst {
  const nu = naTijd(gesprek, nuMs)
  if (nu.beeindigdMs !== undefined) return geweigerd('voorbij')
  switch (opdracht.soort) {
    case 'roep-erbij':
      return roepErbij(nu, opdracht, nuMs)
    case 'neem-op':
      return neemOp(nu, opdracht, nuMs)
    case 'weiger':
      return vind(nu, opdracht.deelnemer)?.stand === 'gaat-over'
        ? met(nu, opdracht.deelnemer, { stand: opdracht.hoe ?? 'geweigerd', sindsMs: nuMs }, nuMs)
        : geweigerd('gaat-niet-over')
    case 'telefoon-leeft': {
      const partij = vind(nu, opdracht.deelnemer)?.partij
      return partij?.soort === 'telefoon' && isIn(nu, opdracht.deelnemer)
        ? met(nu, opdracht.deelnemer, { partij: metTermijn(partij, nuMs) }, nu.gewijzigdMs)
        : geweigerd('niet-in-gesprek')
    }
    case 'is-stil':
      return { status: 'ok', gesprek: sluit(nu, nuMs) }
    case 'haal-weg':
      return haalWeg(nu, opdracht, nuMs)
    case 'zet': {
      const { deelnemer, isGedempt, staatInWacht } = opdracht
      return isIn(nu, deelnemer)
        ? // No list of calls says so: nobody who has one open looks again for it.
          met(nu, deelnemer, { isGedempt, staatInWacht }, nu.gewijzigdMs)
        : geweigerd('niet-in-gesprek')
    }
    case 'ga-weg':
      return isIn(nu, opdracht.deelnemer)
        ? { status: 'ok', gesprek: gaWeg(nu, opdracht.deelnemer, nuMs) }
        : geweigerd('niet-in-gesprek')
  }
}

/** What time alone changes: nobody answered, or nobody hung up. The same object when it changes nothing. */
export function naTijd(gesprek: Belgesprek, nuMs: number): Belgesprek {
  if (gesprek.beeindigdMs !== undefined) return gesprek
  if (nuMs >= gesprek.begonnenMs + GESPREK_MS) return sluit(gesprek, gesprek.begonnenMs + GESPREK_MS)
  // The node that held the line stopped: nobody hears them, and who is left talks on from browser to browser.
  const stil = gesprek.deelnemers.find(
    ({ partij, stand }) =>
      partij.soort === 'telefoon' && stand === 'in-gesprek' && nuMs >= (partij.geldigTotMs ?? Infinity),
  )
  if (stil !== undefined) return naTijd(gaWeg(gesprek, stil.id, nuMs), nuMs)
  const isTeLaat = ({ stand, sindsMs, partij }: Deelnemer) =>
    stand === 'gaat-over' && nuMs >= sindsMs + (partij.soort === 'gast' ? CODE_MS : BEL_MS)
  if (!gesprek.deelnemers.some(isTeLaat)) return gesprek
  return {
    ...{ ...gesprek, nr: gesprek.nr + 1, gewijzigdMs: nuMs },
    deelnemers: gesprek.deelnemers.map((een) =>
      isTeLaat(een) ? { ...een, stand: 'niet-opgenomen', sindsMs: nuMs } : een,
    ),
  }
}

/** Whether one may signal to the other: both are in this call now with a browser, and they are not the same. */
export function magSeinen(gesprek: Belgesprek, van: string, aan: string, nuMs: number): boolean {
  const nu = naTijd(gesprek, nuMs)
  const isBrowser = (id: string) => isIn(nu, id) && vind(nu, id)?.partij.soort !== 'telefoon'
  return nu.beeindigdMs === undefined && van !== aan && isBrowser(van) && isBrowser(aan)
}

/** Whether sound goes through the mixer: from the moment at which a telephone is in the call until it is gone. */
export function isGemengd({ beeindigdMs, deelnemers }: Belgesprek): boolean {
  const isTelefoon = ({ partij, stand }: Deelnemer) => partij.soort === 'telefoon' && stand === 'in-gesprek'
  return beeindigdMs === undefined && deelnemers.some(isTelefoon)
}

export function isIn(gesprek: Belgesprek, deelnemer: string): boolean {
  return vind(gesprek, deelnemer)?.stand === 'in-gesprek'
}

function roepErbij(
  gesprek: Belgesprek,
  { door, id, partij }: Extract<Belopdracht, { soort: 'roep-erbij' }>,
  nuMs: number,
): Beluitkomst {
  const inviter = vind(gesprek, door)
  if (inviter?.stand !== 'in-gesprek') return geweigerd('niet-in-gesprek')
  // Whoever came by a code brings nobody in.
  if (inviter.partij.soort !== 'medewerker') return geweigerd('niet-voor-u')
  const bezig = gesprek.deelnemers.filter(({ stand }) => stand === 'in-gesprek' || stand === 'gaat-over')
  if (bezig.length >= HOOGSTENS_DEELNEMERS || gesprek.deelnemers.length >= hoogstensOoit)
    return geweigerd('vol')
  if (bezig.some((een) => een.stand === 'gaat-over' && isZelfdeOproep(een.partij, partij)))
    return geweigerd('belt-al')
  return klaar(gesprek, [...gesprek.deelnemers, nieuw({ id, partij }, 'gaat-over', nuMs)], nuMs)
}

function isZelfdeOproep(een: Belpartij, ander: Belpartij): boolean {
  return (
    een.soort === 'medewerker' &&
    ander.soort === 'medewerker' &&
    een.organisatie === ander.organisatie &&
    een.medewerker === ander.medewerker
  )
}

function neemOp(
  gesprek: Belgesprek,
  { deelnemer, wie }: Extract<Belopdracht, { soort: 'neem-op' }>,
  nuMs: number,
): Beluitkomst {
  const gevraagd = vind(gesprek, deelnemer)
  if (gevraagd?.stand !== 'gaat-over') return geweigerd('gaat-niet-over')
  const { partij } = gevraagd
  const partijNu = partijNa(partij, wie, nuMs)
  if (partijNu === undefined) return geweigerd('niet-voor-u')
  const isErAl =
    partijNu.soort === 'medewerker' &&
    gesprek.deelnemers.some(
      (een) =>
        een.stand === 'in-gesprek' && isVanMedewerker(een, partijNu.organisatie, partijNu.medewerker ?? ''),
    )
  if (isErAl) return geweigerd('niet-voor-u')
  return met(gesprek, deelnemer, { partij: partijNu, stand: 'in-gesprek', sindsMs: nuMs }, nuMs)
}

function partijNa(
  partij: Belpartij,
  wie: Extract<Belopdracht, { soort: 'neem-op' }>['wie'],
  nuMs: number,
): Belpartij | undefined {
  if (partij.soort === 'telefoon' || 'lijn' in wie)
    return partij.soort === 'telefoon' && 'lijn' in wie
      ? metTermijn({ ...partij, ...(wie.lijn !== undefined && { lijn: wie.lijn }) }, nuMs)
      : undefined
  if (partij.soort === 'gast')
    return 'sleutelhash' in wie && !partij.isBinnen
      ? { ...partij, ingang: wie.sleutelhash, isBinnen: true }
      : undefined
  if (!('medewerker' in wie)) return undefined
  if (partij.medewerker !== undefined && partij.medewerker !== wie.medewerker) return undefined
  return { ...partij, ...wie }
}

function metTermijn(partij: Extract<Belpartij, { soort: 'telefoon' }>, nuMs: number): Belpartij {
  return { ...partij, geldigTotMs: nuMs + TELEFOON_MS }
}

export function isVanMedewerker({ partij }: Deelnemer, organisatie: string, medewerker: string): boolean {
  return (
    partij.soort === 'medewerker' && partij.organisatie === organisatie && partij.medewerker === medewerker
  )
}

function haalWeg(
  gesprek: Belgesprek,
  { door, deelnemer }: Extract<Belopdracht, { soort: 'haal-weg' }>,
  nuMs: number,
): Beluitkomst {
  const [wie, ander] = [vind(gesprek, door), vind(gesprek, deelnemer)]
  if (wie?.stand !== 'in-gesprek') return geweigerd('niet-in-gesprek')
  if (wie.partij.soort !== 'medewerker' || ander === undefined || ander.partij.soort === 'medewerker')
    return geweigerd('niet-voor-u')
  const isGast = ander.partij.soort === 'gast'
  if (ander.stand === 'in-gesprek')
    return { status: 'ok', gesprek: gaWeg(gesprek, deelnemer, nuMs, isGast ? 'weggehaald' : 'weg') }
  return ander.stand === 'gaat-over'
    ? met(gesprek, deelnemer, { stand: isGast ? 'weggehaald' : 'niet-opgenomen', sindsMs: nuMs }, nuMs)
    : geweigerd('gaat-niet-over')
}

/** The desk may leave while the others go on; who is left alone, with nobody on the way, is not in a call. */
function gaWeg(
  gesprek: Belgesprek,
  deelnemer: string,
  nuMs: number,
  stand: 'weg' | 'weggehaald' = 'weg',
): Belgesprek {
  const na = gesprek.deelnemers.map((een) => (een.id === deelnemer ? { ...een, stand, sindsMs: nuMs } : een))
  const over = na.filter(({ stand }) => stand === 'in-gesprek')
  // A ring without somebody of government in the call is nobody's any more.
  const isVerder = over.length > 1 || (over.length === 1 && na.some(({ stand }) => stand === 'gaat-over'))
  const heeftMedewerker = over.some(({ partij }) => partij.soort === 'medewerker')
  if (!isVerder || !heeftMedewerker) return sluit({ ...gesprek, deelnemers: na }, nuMs)
  return { ...gesprek, nr: gesprek.nr + 1, gewijzigdMs: nuMs, deelnemers: na }
}

function sluit(gesprek: Belgesprek, opMs: number): Belgesprek {
  return {
    ...{ ...gesprek, nr: gesprek.nr + 1, gewijzigdMs: opMs, beeindigdMs: opMs },
    deelnemers: gesprek.deelnemers.map((een) => {
      if (een.stand === 'in-gesprek') return { ...een, stand: 'weg', sindsMs: opMs }
      return een.stand === 'gaat-over' ? { ...een, stand: 'niet-opgenomen', sindsMs: opMs } : een
    }),
  }
}

function nieuw(
  { id, partij }: { readonly id: string; readonly partij: Belpartij },
  stand: Deelnemerstand,
  sindsMs: number,
): Deelnemer {
  return { id, partij, stand, sindsMs, isGedempt: false, staatInWacht: false }
}

function vind({ deelnemers }: Belgesprek, id: string): Deelnemer | undefined {
  return deelnemers.find((een) => een.id === id)
}

function met(gesprek: Belgesprek, id: string, anders: Partial<Deelnemer>, nuMs: number): Beluitkomst {
  return klaar(
    gesprek,
    gesprek.deelnemers.map((een) => (een.id === id ? { ...een, ...anders } : een)),
    nuMs,
  )
}

function klaar(gesprek: Belgesprek, deelnemers: readonly Deelnemer[], nuMs: number): Beluitkomst {
  return { status: 'ok', gesprek: { ...gesprek, nr: gesprek.nr + 1, gewijzigdMs: nuMs, deelnemers } }
}

function geweigerd(reden: Belweigering): Beluitkomst {
  return { status: 'geweigerd', reden }
}
