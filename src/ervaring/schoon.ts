/** Named limit: a sentence is a sentence; what is longer is cut off. */
export const HOOGSTENS_TEKENS = 300

/** In place of what was taken out. */
export const WEGGEHAALD = '[…]'

/**
 * So many digits, however they are grouped, may be a number of a person: a BSN has eight or nine, a phone number ten, a
 * date of birth eight, an account more. Six is below all of them, so that one lost digit lets nothing through.
 */
const MINSTENS_CIJFERS = 6

const EMAIL = /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu
/** ISO 13616, checked or not: two letters and two digits, then groups of four as people write them, or all in one. */
const IBAN = /\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{4}){2,7}(?:[ .-]?[A-Z0-9]{1,3})?\b/gi
/** A Dutch postcode: with a house number it is an address. */
const POSTCODE = /\b[1-9]\d{3}(?:[A-Za-z]{2}|\s[A-Z]{2})\b(?:\s*\d{1,5}\b)?/g
/** Digits with at most three signs that people put between them. */
const CIJFERS = new RegExp(`\\+?\\d(?:[\\s.()/_·–—-]{0,3}\\d){${MINSTENS_CIJFERS - 1},}`, 'g')
/** Links can name a case. */
const LINK = /\b(?:https?:\/\/|www\.)\S+/gi

/**
 * What somebody wrote, without what looks like a number, an account, an address of mail or of a house: before anything
 * is kept. A name cannot be recognised; that people are asked not to write one stands beside the field.
 * @returns `undefined` when nothing is left to read.
 */
export function maakSchoon(geschreven: string): string | undefined {
  const tekst = enkel(geschreven)
    .replace(LINK, WEGGEHAALD)
    .replace(EMAIL, WEGGEHAALD)
    .replace(IBAN, WEGGEHAALD)
    .replace(POSTCODE, WEGGEHAALD)
    .replace(CIJFERS, WEGGEHAALD)
    .trim()
  // Cut afterwards: half a number would not be recognised any more.
  const kort = [...tekst].slice(0, HOOGSTENS_TEKENS).join('').trim()
  return /\p{L}/u.test(kort.replaceAll(WEGGEHAALD, '')) ? kort : undefined
}

/** Other shapes of a digit become that digit, signs that cannot be seen go, and white space is one space. */
function enkel(tekst: string): string {
  return [...tekst.slice(0, HOOGSTENS_TEKENS * 20).normalize('NFKC')]
    .map((teken) => (/\p{Nd}/u.test(teken) ? cijfer(teken) : teken))
    .join('')
    .replace(/\p{Cf}|(?<=\d)\p{M}/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
}

/** Digits stand in runs of ten from a zero on, in every script that has them (Unicode, property Nd). */
function cijfer(teken: string): string {
  let punt = teken.codePointAt(0) ?? 0
  if (punt < 0x80) return teken
  let waarde = 0
  while (waarde < 9 && /\p{Nd}/u.test(String.fromCodePoint(punt - 1))) {
    punt -= 1
    waarde += 1
  }
  return String(waarde)
}
