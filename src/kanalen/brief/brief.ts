import {
  createVertaler,
  loadTeksten,
  type Taal,
  taalvormen,
  talen,
  type Vertaler,
} from '../../platform/i18n/index.ts'
import type { Briefinhoud, Verzendstuk } from '../index.ts'
import { qrSvg } from './qr.ts'

/** Where the window of the envelope is, in whole millimetres from the left and the top of the sheet. */
export interface Venster {
  readonly links: number
  readonly boven: number
  readonly breed: number
  readonly hoog: number
}

/**
 * Not established: NEN 1026 is not public, and envelopes differ. So it is a setting (VOORDEUR_BRIEVEN_VENSTER), and this
 * only a beginning: it lies in the upper third of the sheet (DL) as in the upper half (C5). Hold a print in an envelope.
 */
export const gewoonVenster: Venster = { links: 22, boven: 45, breed: 90, hoog: 40 }

export interface Briefopmaak {
  readonly venster: Venster
  /** Where the post brings back what it cannot deliver: one small line above the address. */
  readonly retouradres?: string
}

/** A letter that is printed again says so. */
export interface Herdruk {
  /** When it was printed first, `2026-03-01`. */
  readonly van: string
}

/** The words of letters, per language. */
export type Briefwoorden = Readonly<Record<Taal, Vertaler>>

export function leesBriefwoorden(map: string): Briefwoorden {
  const teksten = loadTeksten(map)
  const [nl, en, pap] = talen.map((taal) => createVertaler(taal, teksten[taal]))
  if (!nl || !en || !pap) throw new Error('een taal ontbreekt')
  return { nl, en, pap }
}

export function taalVan({ taal }: Pick<Verzendstuk, 'taal'>): Taal {
  return talen.find((een) => een === taal) ?? 'nl'
}

/** What the template needs: every word ready, so that it only lays out. */
export function zetgegevens(
  brief: Briefinhoud,
  adres: readonly string[],
  {
    taal,
    groot,
    woorden,
    opmaak,
    herdruk,
  }: {
    readonly taal: Taal
    readonly groot: boolean
    readonly woorden: Briefwoorden
    readonly opmaak: Briefopmaak
    readonly herdruk?: Herdruk | undefined
  },
): object {
  const talen = brieftalen(brief, taal)
  return {
    groot,
    venster: opmaak.venster,
    retour: schoonOf(opmaak.retouradres),
    afzender: schoon(brief.afzender.naam),
    adres: adres.map(schoon),
    delen: talen.map((deel) => deelgegevens(deel, woorden[deel.taal], herdruk)),
    verderop: talen.slice(1).map((deel) => ({ taal: deel.taal, tekst: woorden[deel.taal]('brief.ook_in') })),
  }
}

/** A letter as it is in one language, from its date to its code. */
export type Brieftaaldeel = Omit<Briefinhoud, 'ookIn'> & { readonly taal: Taal }

/** The letter in each of its languages, the first first; each is all of it. */
export function brieftalen({ ookIn = [], ...brief }: Briefinhoud, taal: Taal): readonly Brieftaaldeel[] {
  const { kenmerk, datum, afzender } = brief
  const zelfde = { ...(kenmerk !== undefined && { kenmerk }), datum, afzender }
  return [{ ...brief, taal }, ...ookIn.map((deel) => ({ ...zelfde, ...deel, taal: taalVan(deel) }))]
}

function deelgegevens(deel: Brieftaaldeel, t: Vertaler, herdruk: Herdruk | undefined): object {
  const { taal, kenmerk, controlecode, doen, niets } = deel
  const { telefoon } = deel.afzender
  const vragen = belzin(t, deel.afzender)
  return {
    taal,
    titel: schoon(deel.onderwerp),
    kop: [
      [t('brief.datum'), schrijfDatum(taal, deel.datum)],
      ...(kenmerk === undefined ? [] : [[t('brief.kenmerk'), schoon(kenmerk)]]),
      ...(telefoon === undefined ? [] : [[t('brief.telefoon'), lopend(telefoon)]]),
    ],
    kopdoen: t('brief.doen'),
    // More things than one stand each on a line of their own.
    doen: doen === undefined ? null : doen.split('\n').map(lopend),
    niets: niets === true ? t('brief.niets') : null,
    alineas: deel.alineas.map(lopend),
    vragen: vragen === undefined ? null : { kop: t('brief.vragen'), tekst: lopend(vragen) },
    echt: controlecode === undefined ? null : echtgegevens(t, controlecode),
    herdruk: herdruk === undefined ? null : herdrukzin(t, taal, herdruk),
    slot: taal === 'pap' ? t('algemeen.vertaling.tekst') : null,
    // Typst knows the numbers; the words around them are ours.
    voet: t('brief.bladzijde', { n: '{n}', van: '{van}' }),
    voetlinks: kenmerk === undefined ? schoon(deel.afzender.naam) : schoon(kenmerk),
  }
}

function echtgegevens(t: Vertaler, { code, adres, qr }: NonNullable<Briefinhoud['controlecode']>): object {
  return {
    kop: t('brief.echt'),
    tekst: t('brief.echt_kijk', { adres: kortAdres(adres) }),
    code: schoon(code),
    camera: t('brief.echt_camera'),
    qr: qrSvg(qr),
    alt: t('brief.echt_qr'),
  }
}

/** `2026-03-04` as people write it in this language; what is written already stays. */
export function schrijfDatum(taal: Taal, datum: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(datum) ? taalvormen(taal).datum(datum) : schoon(datum)
}

export function herdrukzin(t: Vertaler, taal: Taal, { van }: Herdruk): string {
  return t('brief.herdruk', { datum: schrijfDatum(taal, van) })
}

/** A number with the name of who answers. `undefined`: this sender gave neither. */
export function belzin(t: Vertaler, { team, telefoon }: Briefinhoud['afzender']): string | undefined {
  if (telefoon === undefined) return team === undefined ? undefined : t('brief.team', { team })
  return team === undefined ? t('brief.bel_zonder_team', { telefoon }) : t('brief.bel', { telefoon, team })
}

/** As somebody types it: without the scheme, and without what only a camera needs. */
export function kortAdres(adres: string): string {
  const url = URL.parse(adres)
  return url === null ? schoon(adres) : `${url.host}${url.pathname.replace(/\/$/, '')}`
}

/** Signs that steer and do not print are none of a letter; lines are the template's. */
export function schoon(tekst: string): string {
  return tekst
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cs}\p{Co}\p{Cn}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .trim()
}

/** Of the Netherlands and the islands: `020 656 56 56`, `14 010`, `+31 20 656 56 56`. No amount or date begins so. */
const telefoonnummer = /(?<![\d.,:])(?:\+\d{1,3}|0\d{1,3}|14(?= 0))(?:[ -]\d{2,8})+(?!\d)/g

/** As `schoon`; what somebody dials stands on one line. */
function lopend(tekst: string): string {
  return schoon(tekst).replace(telefoonnummer, (nummer) => nummer.replaceAll(' ', '\u00a0'))
}

function schoonOf(tekst: string | undefined): string | null {
  return tekst === undefined ? null : schoon(tekst)
}
