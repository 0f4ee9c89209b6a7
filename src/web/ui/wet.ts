import { type Html, html } from '../../platform/index.ts'
import type { Spraak } from './spraak.ts'

export interface Wetsplek {
  readonly naam?: string
  readonly bwb?: string | undefined
  readonly cvdr?: string | undefined
}

/** Laws that schemes name by their short name. */
const ANDERE_WETTEN: Readonly<Record<string, string>> = {
  Awir: 'BWBR0018472',
  Participatiewet: 'BWBR0015703',
}

/**
 * The address of a law, and of an article in it. National laws by the reference standard of wetten.overheid.nl
 * (juriconnect 1.3), local ones by their number at lokaleregelgeving.overheid.nl.
 */
export function wetAdres({ naam, bwb, cvdr }: Wetsplek, geheel?: string): string | undefined {
  const artikel = naam && geheel?.startsWith(`${naam} `) ? geheel.slice(naam.length + 1) : geheel
  if (bwb !== undefined && /^BWB[RVWA]\d{7}$/.test(bwb)) {
    // «Awir 14 lid 5» stands in another law than the scheme's own.
    const ander = /^([A-Za-z][A-Za-z ]*?)\s+(?=\d)/.exec(artikel ?? '')
    if (ander)
      return (
        ANDERE_WETTEN[ander[1] ?? ''] &&
        wetAdres({ bwb: ANDERE_WETTEN[ander[1] ?? ''] }, artikel?.slice(ander[0].length))
      )
    if (/^[A-Za-z]/.test(artikel ?? '')) return undefined
    const deel = /^(\d+[a-z]*(?:[.:]\d+[a-z]*)?)(?:\s+lid\s+(\d+[a-z]*))?/.exec(artikel ?? '')
    const plek = deel?.[1] ? `&artikel=${deel[1]}${deel[2] ? `&lid=${deel[2]}` : ''}` : ''
    return plek === ''
      ? `https://wetten.overheid.nl/${bwb}`
      : `https://wetten.overheid.nl/jci1.3:c:${bwb}${plek}`
  }
  if (cvdr !== undefined && /^CVDR\d+$/.test(cvdr)) return `https://lokaleregelgeving.overheid.nl/${cvdr}`
  return undefined
}

/**
 * The article as a visitor reads it. «lid» and names of laws stay, because the law itself is in Dutch;
 * the small words between the numbers do not. A topic («vermogen») is not an article and gives nothing.
 */
function artikelnaam(spraak: Spraak, artikel: string): string | undefined {
  if (!/\d/.test(artikel) && /^\p{Ll}/u.test(artikel)) return undefined
  if (spraak.taal === 'nl') return artikel
  return artikel
    .replaceAll(' tot en met ', '–')
    .replaceAll(/ onder (?=[a-z]\b)/g, ' ')
    .replaceAll(/ en (?=\d|lid\b|[a-z]\b)/g, ` ${spraak.t('algemeen.en')} `)
}

export function artikelLink(spraak: Spraak, plek: Wetsplek, artikel: string): Html | undefined {
  const naam = artikelnaam(spraak, artikel)
  if (!naam) return undefined
  const tekst = spraak.t('regeling.uitleg.artikel', { artikel: naam })
  const adres = wetAdres(plek, artikel)
  return adres === undefined
    ? html`<span class="vd-article">${tekst}</span>`
    : html`<a class="vd-article" href="${adres}">${tekst}</a>`
}

/** An article of a rule; of a rule from another law than the scheme's own, with the name of that law. */
export function artikelVanRegel(
  spraak: Spraak,
  eigen: Wetsplek,
  { artikel, wet }: { readonly artikel: string; readonly wet?: Wetsplek },
): Html | undefined {
  const link = artikelLink(spraak, wet ?? eigen, artikel)
  if (!link || !wet?.naam || wet.naam === eigen.naam || artikel.startsWith(wet.naam)) return link
  return html`${link} <span class="vd-small vd-calm" lang="nl">${wet.naam}</span>`
}
