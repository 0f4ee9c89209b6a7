import type { RegisterUitkomst } from './register.ts'
import type { Zaaktypesleutel } from './zaakgegevens.ts'

/** What a connection turned out to be, for the operator who made it. Asks about nobody. */
export interface Zaakverkenner {
  readonly verken: () => Promise<Verkenning>
  /** What kinds of cases there are, to make rules for. Each once, however many versions it has. */
  readonly zaaktypen: () => Promise<RegisterUitkomst<readonly Zaaktypekeus[]>>
}

export interface Zaaktypekeus {
  readonly sleutel: Zaaktypesleutel
  readonly naam: string
  /** Work of the organisation itself: never shown, whatever the rule says. */
  readonly isIntern: boolean
}

export interface Verkenning {
  readonly op: Date
  readonly onderdelen: readonly Onderdeelstand[]
  /** A search in a body; without, a BSN stands in the address of each question. */
  readonly zoek: 'ja' | 'nee' | 'onbekend'
  /** Everything of a case in one answer; without, the source is asked many times per person. */
  readonly expand: 'ja' | 'weigert' | 'negeert' | 'onbekend'
  /** The coordinate system that the standard has. */
  readonly crs: 'goed' | 'geweigerd' | 'onbekend'
  /** Their clock less ours, in seconds. From a minute on tokens are refused. */
  readonly klokverschilS?: number
  /** Its answers name addresses that begin like this, which are none of those written down: nothing is followed there. */
  readonly noemtZich?: string
}

/** As on the way to any source; `platform/bron` has the same list with what each means. */
export type Wegfout =
  | 'onbereikbaar'
  | 'te-laat'
  | 'afgebroken'
  | 'storing'
  | 'geweigerd'
  | 'onbegrepen'
  | 'onleesbaar'
  | 'te-groot'
  | 'ander-antwoord'
  | 'onderbroken'
  | 'vol'

export interface Onderdeelstand {
  /** By the code of the standard: `zrc`, `ztc`, `drc`, `brc`. */
  readonly component: string
  readonly ms: number
  readonly stand: 'goed' | 'niet-gevonden' | Wegfout
  readonly http?: number
  /** What the system calls it: `CERT_HAS_EXPIRED`, `ENOTFOUND`. */
  readonly oorzaak?: string
  /** As the answer says. */
  readonly versie?: string
}
