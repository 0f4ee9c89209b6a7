export { type Config, loadConfig } from './config.ts'
export type { Inwonerinstelling } from './config-inwoners.ts'
export type { Kanaalinstelling, Notifyinstelling, Smtpinstelling } from './config-kanalen.ts'
export type { Medewerkerinstelling } from './config-medewerkers.ts'
export type { Portaalinstelling } from './config-portalen.ts'
export {
  assertNever,
  codeVan,
  type Foutcode,
  foutcodes,
  type Invoerfout,
  meldingVan,
  PlatformError,
} from './errors.ts'
export { type Gelijkloop, klokmelding, maakGelijkloop } from './gelijkloop.ts'
export { herhaal } from './herhaal.ts'
export { attrs, Html, type HtmlWaarde, html } from './html.ts'
export { type Klok, klokVanaf, leesMoment, systeemklok } from './klok.ts'
export { type Letters, letters } from './lettertype.ts'
export { Levensloop, sluitBijSignaal } from './levensloop.ts'
export { createLog, type Log, stilLog } from './log.ts'
export { maakMap } from './maak-map.ts'
export { leesSleutelgeheimen, maakSleutelgeheim, type Sleutelbron } from './sleutelbestand.ts'
export { maakToeval } from './toeval.ts'
