import { type Iban, parseIban } from '../domain/index.ts'
import { type Controlecode, leesControlecode } from './controlecode.ts'
import { leesTelefoonnummer, type Telefoonnummer } from './telefoon.ts'

/** Something in what was pasted that can be looked up. `tekst` is as it stood there. */
export type Vondst =
  | { readonly soort: 'adres'; readonly tekst: string }
  | { readonly soort: 'mail'; readonly tekst: string }
  | { readonly soort: 'telefoon'; readonly tekst: string; readonly nummer: Telefoonnummer }
  | { readonly soort: 'iban'; readonly tekst: string; readonly iban: Iban | undefined }
  | { readonly soort: 'code'; readonly tekst: string; readonly code: Controlecode | undefined }
  | { readonly soort: 'naam'; readonly tekst: string }

export interface Vondsten {
  readonly vondsten: readonly Vondst[]
  /** There was more than is looked at. */
  readonly isMeer: boolean
}

/** Named limits: so much of a text is read, and so many things in it are looked up. */
export const maxTekens = 4_000
export const maxVondsten = 10
const maxWoorden = 800

export interface Leesgrenzen {
  readonly tekens: number
  readonly vondsten: number
  readonly woorden: number
}
const vanBezoeker: Leesgrenzen = { tekens: maxTekens, vondsten: maxVondsten, woorden: maxWoorden }

/**
 * What stands in a text, in that order, each once. Nothing is fetched: a link is only read. Every step goes over the
 * text once, so a text made to be slow is as quick as any other.
 */
export function vind(tekst: string, grenzen = vanBezoeker): Vondsten {
  const alles = tekst.slice(0, grenzen.tekens).replaceAll('\ufeff', '\u200b')
  // What a browser takes for an order goes on to the end of its line, with whatever links stand in it.
  const opdrachten = [...alles.matchAll(opdrachtvorm)]
  const gelezen = alles.replace(opdrachtvorm, (regel) => '|'.repeat(regel.length))
  const woorden = gelezen.split(/[\s<>"“”„«»]+/).filter((woord) => woord !== '')
  const adressen: { readonly plaats: number; readonly vondst: Vondst }[] = []
  for (const { 0: regel, index } of opdrachten)
    adressen.push({ plaats: index, vondst: { soort: 'adres', tekst: regel.trim().slice(0, maxOpdracht) } })
  let rest = gelezen
  for (const woord of woorden.slice(0, grenzen.woorden)) {
    const vondst = adresIn(woord)
    if (vondst === undefined) continue
    const plaats = rest.indexOf(woord)
    adressen.push({ plaats, vondst })
    // As long as it was, so that the places of what is found later are right.
    if (plaats >= 0)
      rest = rest.slice(0, plaats) + '|'.repeat(woord.length) + rest.slice(plaats + woord.length)
  }
  const alle = [...adressen, ...nummersIn(rest)].sort((a, b) => a.plaats - b.plaats).map((een) => een.vondst)
  const uniek = [...new Map(alle.map((een) => [`${een.soort} ${een.tekst}`, een])).values()]
  const kaal = gelezen.trim()
  if (uniek.length === 0) uniek.push(...losIn(kaal))
  return {
    vondsten: uniek.slice(0, grenzen.vondsten),
    isMeer:
      uniek.length > grenzen.vondsten || tekst.length > grenzen.tekens || woorden.length > grenzen.woorden,
  }
}

/**
 * Something that stands alone and is nothing else: a code with a sign too many or too few, or a name above a message.
 * A sentence is none of these.
 */
function losIn(kaal: string): readonly Vondst[] {
  if (codepoging.test(kaal) && /[A-Z0-9]{3}[-‐‑–—]/i.test(kaal))
    return [{ soort: 'code', tekst: kaal, code: undefined }]
  const isNaam =
    /^[\p{L}\p{N}][\p{L}\p{N} .&-]{1,29}$/u.test(kaal) && kaal.split(' ').length <= maxNaamwoorden
  return isNaam ? [{ soort: 'naam', tekst: kaal }] : []
}

/** Named limit: «Gemeente Den Haag» is a name, «hallo hoe gaat het» is not. */
const maxNaamwoorden = 3
/** Three groups as a code has them, each of about as many signs. */
const codepoging = /^[A-Z0-9]{3,5}[-‐‑–—][A-Z0-9]{3,5}[-‐‑–—][A-Z0-9]{2,5}$/i

/** A link, a name of a website or a mail address; with signs around it, as in a sentence. */
function adresIn(woord: string): Vondst | undefined {
  const tekst = woord.replace(/^[([{'‘’*_,;:]+/, '').replace(/[)\]}'‘’*_,;:!?.]+$/, '')
  const schema = /^([a-z][a-z0-9+.-]{0,30}):/i.exec(tekst)?.[1]?.toLowerCase()
  if (schema === 'mailto') return { soort: 'mail', tekst: tekst.slice(7).split('?')[0] ?? '' }
  if (schema === 'tel' || schema === 'sms') return undefined
  if (schema !== undefined && /[/\\]{2}/.test(tekst)) return { soort: 'adres', tekst }
  const apenstaart = tekst.indexOf('@')
  if (apenstaart > 0 && !/[/\\]/.test(tekst) && tekst.slice(apenstaart).includes('.'))
    return { soort: 'mail', tekst }
  return isNaamvorm(tekst) ? { soort: 'adres', tekst } : undefined
}

/** What a browser takes for an order, or for a page that came along. */
const opdrachtvorm =
  /(?<![\p{L}\p{N}])(?:(?:javascript|vbscript|blob|file|intent):(?=\S)|data:(?=[a-z]{1,30}\/|[,;]))[^\n]*/giu
/** Named limit: so much of one is shown. */
const maxOpdracht = 100

/** Names with a dot between them, of which the last has letters; or four numbers. In any script. */
function isNaamvorm(tekst: string): boolean {
  const naam = tekst.split(/[/\\?#:@]/, 1)[0] ?? ''
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(naam)) return true
  const delen = naam.split(/[.\u3002\uff0e\uff61]/).filter((deel) => deel !== '')
  const laatste = delen.at(-1) ?? ''
  return (
    delen.length > 1 &&
    delen.length <= 127 &&
    /[a-z]|\P{ASCII}/iu.test(laatste) &&
    [...laatste].length > 1 &&
    // Beyond ASCII anything: what is not a letter here may be one in a browser that is newer.
    delen.every((deel) => /^(?:[a-z0-9%_-]|\P{ASCII})+$/iu.test(deel))
  )
}

const los = '(?<![\\p{L}\\p{N}])'
const eind = '(?![\\p{L}\\p{N}])'
const nlIban = new RegExp(`${los}NL[ .-]?\\d{2}[ .-]?[A-Z]{4}(?:[ .-]?\\d){10}${eind}`, 'giu')
const anderIban = new RegExp(`${los}[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?${eind}`, 'gu')
const telefoonvorm = new RegExp(
  `${los}(?:14 ?0\\d{2,3}|(?:\\+|00|0|\\(0)[\\d\\s().\\-–/]{3,24}\\d)${eind}`,
  'gu',
)
const codevorm = new RegExp(`${los}[A-Z0-9]{4}[-‐‑–—]?[A-Z0-9]{4}[-‐‑–—]?[A-Z0-9]{3}${eind}`, 'giu')

function nummersIn(tekst: string): { readonly plaats: number; readonly vondst: Vondst }[] {
  // A code that stands alone may be written with spaces; in a sentence those would be words.
  const { status } = leesControlecode(tekst)
  if (status === 'goed' || (status === 'verschreven' && /[a-z]/i.test(tekst)))
    return [{ plaats: 0, vondst: codeVan(tekst.trim()) }]
  const uit: { plaats: number; vondst: Vondst }[] = []
  let rest = tekst
  const neem = (vorm: RegExp, maak: (gevonden: string) => Vondst | undefined) => {
    rest = rest.replace(vorm, (gevonden: string, plaats: number) => {
      const vondst = maak(gevonden.trim())
      if (vondst === undefined) return gevonden
      uit.push({ plaats, vondst })
      return '|'.repeat(gevonden.length)
    })
  }
  neem(nlIban, (gevonden) => ({ soort: 'iban', tekst: gevonden, iban: parseIban(gevonden) }))
  neem(anderIban, (gevonden) => {
    const iban = parseIban(gevonden)
    return iban && { soort: 'iban', tekst: gevonden, iban }
  })
  neem(telefoonvorm, (gevonden) => {
    const nummer = leesTelefoonnummer(gevonden)
    return nummer && { soort: 'telefoon', tekst: gevonden, nummer }
  })
  neem(codevorm, (gevonden) => {
    // A word of eleven letters is no code, and neither is a number of eleven digits.
    const isCode = /^[^-‐‑–—]{4}[-‐‑–—].{4}[-‐‑–—]/.test(gevonden) || /\d.*[A-Z]|[A-Z].*\d/i.test(gevonden)
    return isCode ? codeVan(gevonden) : undefined
  })
  return uit
}

function codeVan(tekst: string): Vondst {
  const gelezen = leesControlecode(tekst)
  return { soort: 'code', tekst, code: gelezen.status === 'goed' ? gelezen.code : undefined }
}
