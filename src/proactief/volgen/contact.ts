/** From a signal to contact: who may be told, of what, and by whom. Pure; decides about no right. */
import type { Contactgrond, Contactgronden } from '../../corpus/index.ts'
import type { Geheimhouding } from '../../domain/index.ts'
import type { Signaal } from './signaal.ts'

export function grondVan(gronden: Contactgronden, regeling: string): Contactgrond {
  const grond = gronden.get(regeling)
  // A text that nobody read carries no message to anybody.
  return grond === undefined || (grond.wijze !== 'alleen-mens' && grond.vertrouwen === 'alleen-tekst')
    ? { wijze: 'alleen-mens' }
    : grond
}

/** What is known of whom it is about, at this moment and not when the event came. */
export interface Ontvanger {
  readonly isOverleden: boolean
  readonly geheimhouding: Geheimhouding
  /** Said no to all of it. Holds at once, also for what was decided a moment ago. */
  readonly isAfgemeld: boolean
  /** Said yes to being told of changes. */
  readonly heeftToegestemd: boolean
  /** Schemes of which they said «not for me». */
  readonly nietVoorMij: ReadonlySet<string>
  /** Schemes that they already receive, or of which a case runs. */
  readonly ontvangtAl: ReadonlySet<string>
}

export type Zwijgreden =
  | 'overleden'
  | 'afgemeld'
  /** No message goes out: it stands where they log in, and nowhere else. */
  | 'geheim-adres'
  | 'niet-voor-mij'
  | 'ontvangt-al'
  | 'geen-toestemming'

export interface Contactplan {
  /** One message for all of these together. */
  readonly bericht: readonly Signaal[]
  /** A professional looks first, and decides whether and how. */
  readonly mens: readonly Signaal[]
  readonly niets: readonly { readonly signaal: Signaal; readonly reden: Zwijgreden }[]
}

export function planContact(
  signalen: readonly Signaal[],
  ontvanger: Ontvanger,
  gronden: Contactgronden,
): Contactplan {
  const bericht: Signaal[] = []
  const mens: Signaal[] = []
  const niets: { readonly signaal: Signaal; readonly reden: Zwijgreden }[] = []
  for (const signaal of signalen) {
    if (signaal.stand !== 'open') continue
    const grond = grondVan(gronden, signaal.regeling)
    const reden = zwijgreden(signaal, ontvanger, grond)
    if (reden !== undefined) niets.push({ signaal, reden })
    else if (grond.wijze === 'alleen-mens') mens.push(signaal)
    else bericht.push(signaal)
  }
  return { bericht, mens, niets }
}

/** In the order of what weighs most. Whether an address is secret is not known: then it is treated as secret. */
function zwijgreden(
  { regeling, soort }: Signaal,
  { isOverleden, isAfgemeld, geheimhouding, heeftToegestemd, nietVoorMij, ontvangtAl }: Ontvanger,
  { wijze }: Contactgrond,
): Zwijgreden | undefined {
  if (isOverleden) return 'overleden'
  if (isAfgemeld) return 'afgemeld'
  if (nietVoorMij.has(regeling)) return 'niet-voor-mij'
  // What they have already is no news; that it becomes less or ends is.
  if (soort === 'kans' && ontvangtAl.has(regeling)) return 'ontvangt-al'
  if (wijze === 'na-toestemming' && !heeftToegestemd) return 'geen-toestemming'
  return geheimhouding === 'nee' ? undefined : 'geheim-adres'
}
