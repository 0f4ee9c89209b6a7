import { parseBsn } from '../domain/index.ts'

/**
 * Why a text may not leave in an e-mail or SMS. Those ways are too open for what is about somebody (Awb 2:9), and a
 * link to log in is what a swindler sends; so neither ever goes, whoever wrote the text.
 */
export const bezwaarsoorten = [
  /** A number that passes the eleven test. */
  'burgerservicenummer',
  'rekeningnummer',
  /** What somebody gets or owes is about them. */
  'bedrag',
  /** A link to a place where one logs in. */
  'inloglink',
  /** A link with something behind the path: it can know who follows it. */
  'link-met-kenmerk',
  /** A link to a place that we do not vouch for. */
  'vreemde-link',
] as const
export type Bezwaar = (typeof bezwaarsoorten)[number]

/** Does this link lead to a place that is known to be genuine? */
export type MagLink = (link: URL) => boolean

/**
 * Pure. Each objection once, in the order of the list; none: it may go. It sees numbers, amounts and links; a name in
 * a sentence it does not see, so a text for these ways has no place for one.
 */
export function bezwarenTegen(teksten: readonly string[], magLink: MagLink): readonly Bezwaar[] {
  const gevonden = new Set(teksten.flatMap((tekst) => [...inTekst(tekst), ...inLinks(tekst, magLink)]))
  return bezwaarsoorten.filter((soort) => gevonden.has(soort))
}

function* inTekst(tekst: string): Generator<Bezwaar> {
  // However it is parted: nine digits with at most one other sign between each two.
  for (const [getal] of tekst.matchAll(/(?<![\d+])\d(?:[ .\-\u00a0\u202f]?\d){8}(?!\d)/g))
    if (parseBsn(getal.replace(/\D/g, '')) !== undefined) yield 'burgerservicenummer'
  if (/\b[A-Z]{2}\d{2}[ .-]?[A-Z]{4}[ .-]?(\d[ .-]?){8,}/i.test(tekst)) yield 'rekeningnummer'
  if (
    /(€|\bEUR\b|\bUSD\b|\$|&euro;)\s?\d|\d\s?(€|EUR\b|USD\b|euro|dollar|dòler)|\d,\d\d(?!\d)|\d,-/i.test(
      tekst,
    )
  )
    yield 'bedrag'
}

/** What a mail program would turn into a link counts as one, also without `https://`. */
const linkvorm =
  /\b(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|www\.)[^\s"'<>]+|(?<![\p{L}\p{N}._@-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?![\p{L}\p{N}@-])(?:[/?#:][^\s"'<>]*)?/giu

function* inLinks(tekst: string, magLink: MagLink): Generator<Bezwaar> {
  for (const [gevonden] of tekst.matchAll(linkvorm)) {
    const kaal = gevonden.replace(/[.,;:!?)\]]+$/, '')
    const adres = /^[a-z][a-z0-9+.-]*:/i.test(kaal) && !/^www\./i.test(kaal) ? kaal : `https://${kaal}`
    const link = URL.canParse(adres) ? new URL(adres) : undefined
    // A number to call is no place on the web.
    if (link?.protocol === 'tel:') continue
    if (link === undefined || !/^https?:$/.test(link.protocol)) yield 'vreemde-link'
    else if (
      /inlog|login|log-in|logon|sign-?in|aanmeld|digid|sesion|token/i.test(link.pathname + link.hostname)
    )
      yield 'inloglink'
    else if (link.search !== '' || link.hash !== '' || link.username !== '' || link.password !== '')
      yield 'link-met-kenmerk'
    else if (!magLink(link)) yield 'vreemde-link'
  }
}
