import { type Html, html } from '../../platform/index.ts'

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

export function artikelLink(plek: Wetsplek, artikel: string, tekst: string): Html | undefined {
  if (artikel === '') return undefined
  const adres = wetAdres(plek, artikel)
  return adres === undefined
    ? html`<span class="vd-article">${tekst}</span>`
    : html`<a class="vd-article" href="${adres}">${tekst}</a>`
}

/** An article of a rule; of a rule from another law than the scheme's own, with the name of that law. */
export function artikelVanRegel(
  eigen: Wetsplek,
  { artikel, wet }: { readonly artikel: string; readonly wet?: Wetsplek },
  tekst: string,
): Html | undefined {
  const link = artikelLink(wet ?? eigen, artikel, tekst)
  if (!link || !wet?.naam || wet.naam === eigen.naam || artikel.startsWith(wet.naam)) return link
  return html`${link} <span class="vd-small vd-calm" lang="nl">${wet.naam}</span>`
}
