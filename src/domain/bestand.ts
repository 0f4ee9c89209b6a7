/** Files that come in and go out: by what is in them, never by what somebody says that they are. */

/** Named limits. */
export const HOOGSTENS_MB = 10
export const HOOGSTENS_BYTES = HOOGSTENS_MB * 1024 * 1024
export const HOOGSTENS_TITEL = 100
const HOOGSTENS_NAAM = 80

export interface Bestandsoort {
  readonly mime: string
  readonly naam: string
  readonly uitgangen: readonly string[]
  /** The first bytes. */
  readonly begin: readonly number[]
}

/** What may be added, and what we dare to name to a browser. Everything else is bytes. */
export const toegestaan: readonly Bestandsoort[] = [
  { mime: 'application/pdf', naam: 'pdf', uitgangen: ['pdf'], begin: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mime: 'image/jpeg', naam: 'jpg', uitgangen: ['jpg', 'jpeg'], begin: [0xff, 0xd8, 0xff] },
  {
    mime: 'image/png',
    naam: 'png',
    uitgangen: ['png'],
    begin: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
]

/** A browser sends a field in which nothing was chosen as a file without a name and without content. */
export function isGekozen({ naam, inhoud }: { readonly naam: string; readonly inhoud: Uint8Array }): boolean {
  return naam !== '' || inhoud.length > 0
}

/** What the bytes say; undefined: none of the kinds we know. */
export function soortVan(inhoud: Uint8Array): Bestandsoort | undefined {
  return toegestaan.find(({ begin }) => begin.every((byte, i) => inhoud[i] === byte))
}

/** For a label in a list; only kinds that everybody knows. */
export function soortnaam(formaat: string | undefined): string | undefined {
  return toegestaan.find(({ mime }) => mime === formaat)?.naam
}

/**
 * A name under which a file can be kept on any computer. Nothing that leads elsewhere, nothing that turns around what
 * one reads (U+202E), no name of a device; and it ends as its content is.
 */
export function veiligeNaam(naam: string, inhoud: Uint8Array): string {
  const laatste = naam.split(/[\\/]/).at(-1) ?? ''
  const schoon = laatste
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const punt = schoon.lastIndexOf('.')
  const stam = (punt > 0 ? schoon.slice(0, punt) : schoon).slice(0, HOOGSTENS_NAAM).trim()
  const uitgang = (punt > 0 ? schoon.slice(punt + 1) : '').toLowerCase()
  const soort = soortVan(inhoud)
  const goed = soort?.uitgangen.includes(uitgang) ? uitgang : (soort?.uitgangen[0] ?? veiligeUitgang(uitgang))
  const isApparaat = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stam)
  return `${stam === '' || isApparaat ? 'document' : stam}.${goed}`
}

/** Endings under which a double click starts nothing. */
const stil = new Set([
  'doc',
  'docx',
  'odt',
  'xls',
  'xlsx',
  'ods',
  'txt',
  'csv',
  'rtf',
  'tif',
  'tiff',
  'heic',
  'zip',
])

function veiligeUitgang(uitgang: string): string {
  return stil.has(uitgang) ? uitgang : 'bin'
}

/** Always kept and never shown inside a page of ours. RFC 6266: beside a name that is not plain, a plain one for old programs. */
export function bijlageKop(naam: string): string {
  const kaal = naam
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_')
    // A name of nothing but marks.
    .replace(/^(?=\.)/, 'document')
  const heel = encodeURIComponent(naam.toWellFormed()).replace(
    /['()*]/g,
    (teken) => `%${teken.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return kaal === naam
    ? `attachment; filename="${kaal}"`
    : `attachment; filename="${kaal}"; filename*=UTF-8''${heel}`
}
