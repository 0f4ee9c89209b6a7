/**
 * Every address of the website, with who may open it. Nothing personal stands in an address:
 * a question is its place in the visitor's own order (`?n=3`), never what it asks.
 * Dutch lives at `/…`, the other languages at `/en/…` and `/pap/…`, with the same path behind it.
 */
import { openbaar, type Toegangsregel } from '../platform/http/index.ts'
import { type Taal, talen } from '../platform/i18n/index.ts'

export { type Taal, talen }

export interface Route {
  readonly methode: 'GET' | 'POST'
  readonly pad: string
  readonly toegang: Toegangsregel
}

function get(pad: string): Route {
  return { methode: 'GET', pad, toegang: openbaar }
}

function post(pad: string): Route {
  return { methode: 'POST', pad, toegang: openbaar }
}

export const routes = {
  start: get('/'),
  gebeurtenissen: get('/gebeurtenissen'),
  gebeurtenis: get('/gebeurtenissen/:gebeurtenis'),
  gebeurtenisAntwoord: post('/gebeurtenissen/:gebeurtenis'),
  gebeurtenisPrint: get('/gebeurtenissen/:gebeurtenis/print'),
  gebeurtenisAgenda: get('/gebeurtenissen/:gebeurtenis/agenda.ics'),
  gebeurtenisBewaar: get('/gebeurtenissen/:gebeurtenis/bewaar'),
  stap: get('/gebeurtenissen/:gebeurtenis/stappen/:stap'),
  rechten: get('/rechten'),
  vraag: get('/rechten/vraag'),
  antwoord: post('/rechten/vraag'),
  antwoorden: get('/rechten/antwoorden'),
  overzicht: get('/rechten/overzicht'),
  print: get('/rechten/print'),
  wis: post('/rechten/wis'),
  watAls: get('/rechten/wat-als'),
  watAlsVorm: get('/rechten/wat-als/:soort'),
  watAlsStuur: post('/rechten/wat-als/:soort'),
  watAlsUitslag: get('/rechten/wat-als/:soort/uitslag'),
  regeling: get('/rechten/:regeling'),
  zoeken: get('/zoeken'),
  producten: get('/regelingen'),
  product: get('/regelingen/:regeling'),
  organisaties: get('/organisaties'),
  organisatie: get('/organisaties/:organisatie'),
  redactie: get('/redactie'),
  redactieRegelingen: get('/redactie/regelingen'),
  redactieRegeling: get('/redactie/regelingen/:regeling'),
  redactieGebeurtenissen: get('/redactie/gebeurtenissen'),
  redactieGebeurtenis: get('/redactie/gebeurtenissen/:gebeurtenis'),
  redactieOrganisaties: get('/redactie/organisaties'),
  redactieSchrijven: get('/redactie/schrijven/:document'),
  hulp: get('/hulp'),
  over: get('/over'),
  privacy: get('/privacy'),
  toegankelijkheid: get('/toegankelijkheid'),
  fouten: get('/fouten'),
} as const satisfies Record<string, Route>

export type Routenaam = keyof typeof routes

export interface AdresDelen {
  readonly regeling?: string
  readonly gebeurtenis?: string
  readonly stap?: string
  readonly organisatie?: string
  /** A page that says how to write something. */
  readonly document?: string
  /** Choices in a list for editors. */
  readonly filter?: Readonly<Record<string, string>>
  /** What somebody looks for. */
  readonly q?: string
  /** The kind of change of a «what if». */
  readonly soort?: string
  /** Which question, from 1, in the visitor's own order. */
  readonly n?: number
  /** Where to go after the answer. */
  readonly naar?: 'antwoorden'
  /** Why the visitor begins anew. */
  readonly opnieuw?: 'gewist' | 'verlopen' | 'onleesbaar' | 'te-groot'
  readonly anker?: string
}

/** The address of a page in a language. Links are made here and nowhere else. */
export function adres(taal: Taal, naam: Routenaam, delen: AdresDelen = {}): string {
  const pad = routes[naam].pad
    .replace(':regeling', encodeURIComponent(delen.regeling ?? ''))
    .replace(':gebeurtenis', encodeURIComponent(delen.gebeurtenis ?? ''))
    .replace(':stap', encodeURIComponent(delen.stap ?? ''))
    .replace(':organisatie', encodeURIComponent(delen.organisatie ?? ''))
    .replace(':soort', encodeURIComponent(delen.soort ?? ''))
    .replace(':document', encodeURIComponent(delen.document ?? ''))
  const vraag = new URLSearchParams(delen.filter)
  if (delen.q !== undefined) vraag.set('q', delen.q)
  if (delen.n !== undefined) vraag.set('n', String(delen.n))
  if (delen.naar !== undefined) vraag.set('naar', delen.naar)
  if (delen.opnieuw !== undefined) vraag.set('opnieuw', delen.opnieuw)
  const zoekdeel = vraag.size === 0 ? '' : `?${vraag}`
  return `${voorvoegsel(taal, pad)}${zoekdeel}${delen.anker ? `#${delen.anker}` : ''}`
}

/** The same page in another language. `pad` is without its language. */
export function inTaal(taal: Taal, pad: string, zoekdeel = ''): string {
  return `${voorvoegsel(taal, pad)}${zoekdeel}`
}

function voorvoegsel(taal: Taal, pad: string): string {
  if (taal === 'nl') return pad
  return pad === '/' ? `/${taal}/` : `/${taal}${pad}`
}

/** Splits an address path in language and the rest: `/pap/hulp` is pap and `/hulp`. */
export function taalVan(pad: string): { readonly taal: Taal; readonly pad: string } {
  const deel = /^\/(en|pap)(\/.*)?$/.exec(pad)
  if (!deel) return { taal: 'nl', pad }
  return { taal: deel[1] === 'en' ? 'en' : 'pap', pad: deel[2] ?? '/' }
}
