/** What a call over a line is about: above the call, and above what is written down about it. */
import type { InGesprek, Lijngesprek } from '../../../lijnen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'
import { onderwerpnaam } from '../lijnen/bron.ts'
import { organisatienaam } from '../loket/woorden.ts'
import { leesBeller } from './wie.ts'

/** In the words of the reader; who may not see the case hears whose it is and no more. */
export function overLijn(verzoek: Verzoek, lijn: Lijngesprek | undefined): Html | undefined {
  if (lijn === undefined) return undefined
  const { t } = verzoek.context.spraak
  const naam = onderwerpnaam(verzoek, lijn.onderwerp)
  return html`<p class="vd-lead">${t('bellen.lijn.onderwerp')} <strong${attrs({ lang: naam.lang })}>${naam.tekst}</strong></p>
${lijn.zaakVan !== undefined && html`<p class="vd-note">${t('bellen.lijn.zaak_van_ander', { wie: organisatienaam(verzoek, lijn.zaakVan).tekst })}</p>`}`
}

/** Of each call that rings: what it is about, for who may answer it. */
export async function overLijnen(
  verzoek: Verzoek,
  rij: readonly InGesprek[],
): Promise<ReadonlyMap<string, Lijngesprek>> {
  const wie = leesBeller(verzoek)?.wie
  const lijn = verzoek.loket?.lijn
  if (wie === undefined || lijn === undefined) return new Map()
  const paren = await Promise.all(
    rij.map(async ({ gesprek: { id } }) => [id, await lijn.overGesprek(wie, id)] as const),
  )
  return new Map(paren.flatMap(([id, over]) => (over === undefined ? [] : [[id, over] as const])))
}

/** `blad`: beside a call, which goes on in this one. */
export function overZaak(
  { context }: Verzoek,
  ketenzaak: string | undefined,
  blad: 'hier' | 'nieuw',
): Html | undefined {
  if (ketenzaak === undefined) return undefined
  const bron = blad === 'nieuw' ? { target: '_blank', rel: 'noopener' } : {}
  return html`<p class="vd-no-print"><a${attrs({ href: adres(context.taal, 'balieKetenzaak', { ketenzaak }), ...bron })}>${context.spraak.t('bellen.over_zaak')}</a></p>`
}
