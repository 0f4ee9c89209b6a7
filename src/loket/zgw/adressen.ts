import { createHash } from 'node:crypto'
import { isUuid } from '../../domain/index.ts'

/**
 * What of a chain case has an address of its own in ZGW. A case is known by its own id, a document by the id of the
 * command that brought it; the rest by the number of the event that it came of, inside a uuid.
 */
export const deelsoorten = ['status', 'stap', 'rol', 'document', 'koppeling', 'spiegel'] as const
export type Deelsoort = (typeof deelsoorten)[number]

/** Items that came with the case itself, and have no event of their own. */
export const vasteNummers = { vraag: 0, uitkomst: 1 } as const
/** Roles that came with the case itself. */
export const vasteRollen = { regie: 0, inwoner: 1 } as const

/**
 * A uuid of version 8 (RFC 9562, section 5.8): the first sixty bits of the case, by which it is found without a table;
 * what it is; the number; and a check, so that two cases that begin alike never answer for each other.
 */
export function maakDeel(ketenzaak: string, soort: Deelsoort, nr: number): string {
  const begin = ketenzaak.replaceAll('-', '')
  const rest = (BigInt(deelsoorten.indexOf(soort)) << 58n) | (BigInt(nr) << 42n) | toets(ketenzaak, soort, nr)
  const staart = ((0b10n << 62n) | rest).toString(16).padStart(16, '0')
  return vorm(`${begin.slice(0, 12)}8${begin.slice(13, 16)}${staart}`)
}

export interface Deel {
  readonly soort: Deelsoort
  readonly nr: number
  /** The cases that it can be of have an id between these. */
  readonly van: string
  readonly tot: string
}

export function leesDeel(uuid: string): Deel | undefined {
  if (!isUuid(uuid) || uuid[14] !== '8') return undefined
  const hex = uuid.replaceAll('-', '')
  const rest = BigInt(`0x${hex.slice(16)}`) & ((1n << 62n) - 1n)
  const soort = deelsoorten[Number(rest >> 58n)]
  if (soort === undefined) return undefined
  const begin = `${hex.slice(0, 12)}7${hex.slice(13, 16)}`
  return {
    soort,
    nr: Number((rest >> 42n) & 0xffffn),
    van: vorm(`${begin}8000000000000000`),
    tot: vorm(`${begin}bfffffffffffffff`),
  }
}

function toets(ketenzaak: string, soort: Deelsoort, nr: number): bigint {
  const hex = createHash('sha256').update(`${ketenzaak} ${soort} ${nr}`).digest('hex')
  return BigInt(`0x${hex.slice(0, 11)}`) >> 2n
}

const vorm = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
