import { Afgeschermd } from './afgeschermd.ts'

declare const merk: unique symbol

/** A citizen service number: nine digits that pass the eleven test. Made by `parseBsn` alone. */
export type Bsn = BsnWaarde & { readonly [merk]: 'Bsn' }

class BsnWaarde extends Afgeschermd<'bsn'> {}

/** Eight digits are a number whose first zero was lost on the way; more or fewer are a mistake. */
export function parseBsn(waarde: unknown): Bsn | undefined {
  if (typeof waarde !== 'string' || !/^\d{8,9}$/.test(waarde)) return undefined
  const cijfers = waarde.padStart(9, '0')
  if (!isElfproef(cijfers)) return undefined
  // The tests above are the proof of this cast.
  return new BsnWaarde('bsn', cijfers) as Bsn
}

/**
 * Whether somebody typed what may be a citizen service number in a text: nine digits by themselves, or as people group
 * them (123 456 782, 1234.56.782), that pass the eleven test. One in eleven of other numbers of nine digits does too.
 */
export function noemtBsn(tekst: string): boolean {
  return [
    ...tekst.matchAll(/(?<![\d-])(?:\d{9}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})(?![\d-])/g),
  ].some(([een]) => isElfproef(een.replace(/\D/g, '')))
}

/** 9·a + 8·b + … + 2·h − 1·i is a multiple of eleven. Nine zeros are nobody. */
function isElfproef(cijfers: string): boolean {
  let som = 0
  for (let i = 0; i < 9; i++) som += Number(cijfers[i]) * (i === 8 ? -1 : 9 - i)
  return cijfers !== '000000000' && som % 11 === 0
}
