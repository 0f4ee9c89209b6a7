import { isIP } from 'node:net'
import { domainToASCII, domainToUnicode } from 'node:url'
import { heeftVerborgenTekens } from './skelet.ts'

/** An address as it was pasted, read as a browser reads it. */
export interface GelezenAdres {
  readonly status: 'adres'
  readonly url: URL
  /** As it goes over the wire, without a dot at the end. */
  readonly host: string
  /** The same in the letters that people see. */
  readonly beeld: string
  /** The same as it was written. */
  readonly geschreven: string
  /** A number and no name. */
  readonly isIp: boolean
  readonly heeftGebruikersnaam: boolean
  /** What stands before the @, in letters. */
  readonly gebruikersnaam: string
  readonly isVreemd: boolean
  readonly isVerborgen: boolean
}

export type Adreslezing =
  | GelezenAdres
  | { readonly status: 'geen-webadres' }
  /** A browser would not go there; `beeld` is what it looks like. */
  | { readonly status: 'onleesbaar'; readonly beeld: string }

/**
 * Reads a link with the parser that browsers share (WHATWG URL), so that what is judged is where somebody would end up.
 * `isVreemd`: it is not written as such a name is written; then another program may read another name in it.
 */
export function leesAdres(tekst: string): Adreslezing {
  const schema = /^([a-z][a-z0-9+.-]{0,30}):(?!\d{1,5}(?:[/?#]|$))/i.exec(tekst)?.[1]?.toLowerCase()
  if (schema !== undefined && schema !== 'http' && schema !== 'https') return { status: 'geen-webadres' }
  const heel = schema === undefined ? `https://${tekst}` : tekst
  const url = URL.parse(heel)
  const host = (url?.hostname ?? '').replace(/\.$/, '')
  if (url === null || host === '') return { status: 'onleesbaar', beeld: hostdeel(heel) }
  const isIp = host.startsWith('[') || isIP(host) !== 0
  return {
    status: 'adres',
    url,
    host,
    beeld: isIp ? host : naarBeeld(host),
    geschreven: hostdeel(heel),
    isIp,
    heeftGebruikersnaam: url.username !== '' || url.password !== '' || /@/.test(autoriteit(heel)),
    gebruikersnaam: ontcijfer(`${url.username}:${url.password}`),
    isVreemd: !isGewoon(heel, host, url.port),
    isVerborgen: heeftVerborgenTekens(tekst),
  }
}

/** The letters that people see. Node gives back what it cannot read. */
export function naarBeeld(host: string): string {
  return domainToUnicode(host) || host
}

/** As it goes over the wire; `undefined` for what is no name. */
export function naarLijn(naam: string): string | undefined {
  const ascii = domainToASCII(naam).replace(/\.$/, '')
  return ascii === '' || !ascii.includes('.') || ascii.length > 253 ? undefined : ascii
}

/** Everything between the two slashes and the next one. */
function autoriteit(heel: string): string {
  return /^[^:]+:[/\\]*([^/\\?#]*)/.exec(heel)?.[1] ?? ''
}

function hostdeel(heel: string): string {
  return autoriteit(heel).replace(/^.*@/, '').replace(/:\d*$/, '')
}

/**
 * Written as such an address is written: visible ASCII, no backslash, two slashes, and the very name that it leads to
 * (or the same one in its own letters).
 */
function isGewoon(heel: string, host: string, poort: string): boolean {
  if (!/^https?:\/\/[^/\\]/i.test(heel) || heel.includes('\\')) return false
  const genoemd = autoriteit(heel)
    .replace(/^.*@/, '')
    .replace(/\.(?=$|:)/, '')
    .toLowerCase()
  const zonderPoort = genoemd.replace(/:\d*$/, '')
  if (poort !== '' && genoemd !== `${zonderPoort}:${poort}`) return false
  const isNaam = zonderPoort === host || (host.includes('xn--') && zonderPoort === naarBeeld(host))
  return isNaam && /^[\x21-\x7e]*$/.test(heel.slice(heel.indexOf('//') + 2 + autoriteit(heel).length))
}

/** Twice: what is hidden is hidden in layers. What cannot be read stays as it is. */
export function ontcijfer(tekst: string): string {
  let uit = tekst
  for (let keer = 0; keer < 2; keer++) {
    try {
      uit = decodeURIComponent(uit)
    } catch {
      return uit
    }
  }
  return uit
}
