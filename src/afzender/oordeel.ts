import type { Letterstap } from './afstand.ts'
import type { Domeiningang, Wie } from './ingang.ts'
import type { Vondst } from './vinden.ts'

/** How a name was made to look like another one. */
export type Kunst =
  /** Letters of another script, or a digit for a letter. */
  | 'zelfde-beeld'
  | 'andere-uitgang'
  | 'streepje'
  | 'spelfout'
  /** The real name stands in front; what counts is at the end: `svb.nl.voorbeeld.com`. */
  | 'ervoor'
  /** The real name with words around it: `mijn-svb.com`. */
  | 'erin'
  /** The real name stands before an @. */
  | 'apenstaart'
  /** The real name stands behind the first slash. */
  | 'in-pad'
  /** The same phone number at another price. */
  | 'ander-tarief'

/** Why nothing can be said. */
export type Zwijgreden =
  | 'onleesbaar'
  | 'geen-webadres'
  | 'ip'
  | 'verkort'
  /** The name is theirs, and something about the address is not as it should be. */
  | 'vreemde-tekens'
  | 'gebruikersnaam'
  | 'poort'
  | 'doorverwijzing'
  | 'onder-onbekend'
  | 'web-onbekend'
  | 'geen-web'
  | 'mail-onbekend'
  | 'geen-mail'
  | 'iban-fout'
  | 'naam'

/** Said besides. */
export type Opmerking =
  | 'zonder-slot'
  /** A sender of mail, a number that calls, a name above an SMS: anybody can put them there. */
  | 'na-te-maken'
  | 'bevat-naam'
  | 'gov-nl'
  | 'verborgen-tekens'
  | 'punycode'

/** In the order in which one must be careful. Never «safe»: only whose it is, and why we think so. */
export type Uitslag =
  | {
      readonly status: 'echt'
      readonly van: readonly Wie[]
      /** `onder`: by a rule about everything below a name. */
      readonly reden: 'exact' | 'onder' | 'eigen'
      readonly ingang: { readonly naam: string; readonly herkomst: Domeiningang['herkomst'] }
      readonly opmerkingen: readonly Opmerking[]
    }
  | { readonly status: 'niet-in-register'; readonly naam: string; readonly opmerkingen: readonly Opmerking[] }
  | {
      readonly status: 'lijkt-op'
      readonly kunst: Kunst
      readonly naam: string
      readonly echt: string
      readonly van: Wie
      /** The two names beside each other, where that shows anything. */
      readonly letters: readonly Letterstap[]
      readonly opmerkingen: readonly Opmerking[]
    }
  | {
      readonly status: 'kan-niet-zeggen'
      readonly reden: Zwijgreden
      readonly naam: string
      /** Whose the name would be. */
      readonly van: readonly Wie[]
      readonly opmerkingen: readonly Opmerking[]
    }
  /** A code of ours: whoever keeps them says what it is. */
  | { readonly status: 'code' }
  | { readonly status: 'code-verschreven' }

export interface Oordeel {
  readonly vondst: Vondst
  readonly uitslag: Uitslag
  /** The name as it goes over the wire, when that is another one than what stood there. */
  readonly overDeLijn?: string
}
