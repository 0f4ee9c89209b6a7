import { type Bereikbaar, isBereikbaar, type Verklaring } from './bereikbaarheid.ts'
import type { OudAdres } from './bericht.ts'
import { type Contactadres, isBruikbaar } from './contactadres.ts'
import type { Verzendkanaal } from './verzendweg.ts'
import type { Geldend, Waarover } from './voorkeur.ts'

/** By which ways one message goes, and why so. */
export interface Route {
  /** Does placing it in the inbox count as sending it (Awb 2:8, 2:19)? */
  readonly inbox: boolean
  readonly grond: Routegrond
  /** The statement that it rests on. */
  readonly verklaring?: string
  /** Begun at once, each with what follows when it fails. Empty: the inbox is enough. */
  readonly begin: readonly Routebegin[]
  /** The notice must be out in time (Awb 2:10). */
  readonly meldplicht: boolean
}

export interface Routebegin {
  readonly kanaal: Verzendkanaal
  readonly daarna: readonly Verzendkanaal[]
  /** By when, where that is another moment than of the rest. */
  readonly uiterlijk?: Date
}

export type Routegrond =
  | 'verklaard'
  | 'melding-geweigerd'
  | 'geen-meldadres'
  | 'niet-verklaard'
  | 'ingetrokken'
  | 'papier-gekozen'
  | 'telefoon-gekozen'
  | 'te-laat-voor-post'

export interface Routevraag {
  readonly waarover: Waarover
  readonly isProcedure: boolean
  readonly geldend: Geldend
  readonly verklaringen: readonly Verklaring[]
  readonly adressen: readonly Contactadres[]
  /** Of a message about a change of address: where it goes first. */
  readonly oudAdres?: OudAdres
  readonly alleenSnel?: true
  readonly nutTot?: Date
  readonly belVoor?: Date
  readonly nu: Date
}

/**
 * Paper, unless somebody said that the inbox will do. In the inbox it comes with a notice unless they refused that;
 * without an address for one, paper again: a message of which nobody hears is not sent.
 */
export function routeVoor(vraag: Routevraag): Route {
  const route = metBellen(vraag, gewoneRoute(vraag))
  if (vraag.alleenSnel !== true) return route
  const begin = route.begin
    .filter(({ kanaal }) => kanaal !== 'brief')
    .map(({ kanaal, daarna }) => ({ kanaal, daarna: daarna.filter((een) => een !== 'brief') }))
  return { ...route, begin, meldplicht: false, ...(begin.length === 0 && { grond: 'te-laat-voor-post' }) }
}

/** Whom only a letter reaches hears of it too late: somebody calls as well, and the letter is there to read again. */
function metBellen({ belVoor, nu }: Routevraag, route: Route): Route {
  const isAlleenPost = route.begin.length > 0 && route.begin.every(({ kanaal }) => kanaal === 'brief')
  if (belVoor === undefined || belVoor <= nu || !isAlleenPost) return route
  return { ...route, begin: [...route.begin, { kanaal: 'telefoon', daarna: [], uiterlijk: belVoor }] }
}

function gewoneRoute(vraag: Routevraag): Route {
  const { geldend, verklaringen, waarover, oudAdres, nu } = vraag
  if (geldend.kanaal === 'telefoon' && (oudAdres === undefined || oudAdres.soort === 'telefoon'))
    return perTelefoon(vraag)
  const inbox = isBereikbaar(verklaringen, 'berichtenbox', waarover, nu)
  // Who wants to be called and moved is told on paper.
  if (geldend.kanaal !== 'berichtenbox' || inbox.stand !== 'ja') return opPapier(vraag, inbox)
  const { verklaring } = inbox
  if (geldend.melding === 'geen')
    return { inbox: true, grond: 'melding-geweigerd', verklaring, begin: [], meldplicht: false }
  const [eerste, ...rest] = meldkanalen(vraag)
  if (eerste === undefined)
    return { inbox: true, grond: 'geen-meldadres', verklaring, begin: [brief], meldplicht: true }
  const begin = [{ kanaal: eerste, daarna: [...rest, 'brief' as const] }]
  return { inbox: true, grond: 'verklaard', verklaring, begin, meldplicht: true }
}

/**
 * The chosen one first, or the old address where that is what it is about: a letter to where somebody lived until now is
 * not stopped by the address of whoever changed it. Another when that one fails, unless a statement for it was taken
 * back.
 */
export function meldkanalen({
  geldend,
  verklaringen,
  adressen,
  waarover,
  oudAdres,
  nu,
}: Routevraag): ('email' | 'sms')[] {
  if (oudAdres?.soort === 'post' || oudAdres?.soort === 'register') return []
  const isSms = oudAdres === undefined ? geldend.melding === 'sms' : oudAdres.soort === 'telefoon'
  const volgorde = isSms ? (['sms', 'email'] as const) : (['email', 'sms'] as const)
  return volgorde.filter((kanaal) => {
    const soort = kanaal === 'email' ? 'email' : 'telefoon'
    if (oudAdres?.soort === soort) return true
    const heeftAdres = adressen.some((een) => een.adres.soort === soort && isBruikbaar(een))
    return heeftAdres && isBereikbaar(verklaringen, kanaal, waarover, nu).stand !== 'ingetrokken'
  })
}

const brief: Routebegin = { kanaal: 'brief', daarna: [] }

function opPapier({ geldend, verklaringen, waarover, nu }: Routevraag, inbox: Bereikbaar): Route {
  const uitgesproken =
    geldend.kanaal === 'berichtenbox' ? inbox : isBereikbaar(verklaringen, 'berichtenbox', waarover, nu)
  const grond =
    uitgesproken.stand === 'ja'
      ? 'papier-gekozen'
      : uitgesproken.stand === 'ingetrokken'
        ? 'ingetrokken'
        : 'niet-verklaard'
  return { inbox: false, grond, begin: [brief], meldplicht: false }
}

/** A call says what there is. What has legal effect goes on paper as well. */
function perTelefoon({ isProcedure }: Routevraag): Route {
  const bel: Routebegin = { kanaal: 'telefoon', daarna: isProcedure ? [] : ['brief'] }
  return {
    inbox: false,
    grond: 'telefoon-gekozen',
    begin: isProcedure ? [brief, bel] : [bel],
    meldplicht: false,
  }
}
