import type { PersoonId, Toeval } from '../domain/index.ts'
import type { Vastlegger } from './bereikbaarheid.ts'
import type { Adres } from './verzendweg.ts'

/** An address that somebody gave us. Sealed where it is kept. */
export interface Contactadres {
  readonly id: string
  readonly persoon: PersoonId
  readonly adres: Adres
  readonly vanaf: Date
  readonly door: Vastlegger
  /** Proved with a code. Of a postal address nobody asks that. */
  readonly bevestigd?: Date
  /** Undeliverable so often, one after the other, since something last arrived. */
  readonly mislukt: number
  /** The last code did not arrive there, as who carried it said. */
  readonly codeMislukt?: Date
}

export type AdresFout = 'email-onjuist' | 'nummer-onjuist' | 'post-onjuist' | 'te-veel'

/** Named limits: of each kind so many; so long is a code good, and so often may it be tried. */
export const maxAdressen = 3
export const codeMinuten = 30
export const codePogingen = 5
/** Named limit: after so many in a row nothing goes there any more until it is confirmed anew. */
export const maxMislukt = 2

/** May something go there? */
export function isBruikbaar({ adres, bevestigd, mislukt }: Contactadres): boolean {
  return mislukt < maxMislukt && (adres.soort === 'post' || bevestigd !== undefined)
}

/** As it is kept; a fault when it cannot be one. Whether it exists, a code proves. */
export function leesAdres(ruw: Adres): Adres | AdresFout {
  if (ruw.soort === 'email') {
    const waarde = ruw.waarde.trim()
    return isEmail(waarde) ? { soort: 'email', waarde } : 'email-onjuist'
  }
  if (ruw.soort === 'telefoon') {
    const nummer = leesNummer(ruw.nummer)
    return nummer === undefined ? 'nummer-onjuist' : { soort: 'telefoon', nummer }
  }
  const regels = ruw.regels.map((regel) => regel.trim()).filter((regel) => regel !== '')
  const past = regels.length >= 2 && regels.length <= 7 && regels.every(isRegel)
  return past ? { soort: 'post', regels } : 'post-onjuist'
}

/** What mail servers take in practice: no quoted names, no spaces, a domain with a dot; 254 characters (RFC 5321). */
function isEmail(waarde: string): boolean {
  if (waarde.length > 254) return false
  const [, naam = '', domein = ''] = /^([^@]{1,64})@([^@]+)$/.exec(waarde) ?? []
  const isNaam = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(naam)
  return isNaam && /^([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(domein)
}

/** International, as E.164: a number of the Netherlands without its country gets +31, anything else says it. */
function leesNummer(tekst: string): string | undefined {
  const kaal = tekst.replace(/[\s().\-–]/g, '').replace(/^00/, '+')
  const heel = /^0[1-9]\d{8}$/.test(kaal) ? `+31${kaal.slice(1)}` : kaal
  return /^\+[1-9]\d{6,14}$/.test(heel) ? heel : undefined
}

function isRegel(regel: string): boolean {
  // No control characters: a line is one line on an envelope.
  return regel.length <= 80 && !/\p{Cc}/u.test(regel)
}

const codeCijfers = 6

/** Six digits: short enough to type over, and with five tries in half an hour one chance in two hundred thousand. */
export function maakAdrescode(toeval: Toeval): string {
  const getal = Buffer.from(toeval(8)).readBigUInt64BE() % 10n ** BigInt(codeCijfers)
  return String(getal).padStart(codeCijfers, '0')
}

/** However somebody typed it over. */
export function leesAdrescode(tekst: string): string | undefined {
  const cijfers = tekst.slice(0, 40).replace(/[\s.\-–]/g, '')
  return new RegExp(`^\\d{${codeCijfers}}$`).test(cijfers) ? cijfers : undefined
}
