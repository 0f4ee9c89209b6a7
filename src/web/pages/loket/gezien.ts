/** Who saw what of one case: for the resident on their page, and for the owner of the case, who tells them at a desk. */

import { parseDatum } from '../../../domain/index.ts'
import type { Gezienblad } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { anderen, delingenlijst } from './delingen.ts'
import { ketenpagina } from './kader.ts'
import { type Ketenscherm, leesScherm } from './scherm.ts'
import { dadernaam, onderdeelnaam } from './woorden.ts'

/** A page of it, by the day in the address that it ends before. */
export function leesGezien({ loket, vrager, ketenzaak, verzoek }: Ketenscherm): Promise<Gezienblad> {
  return loket.wieZag(vrager, ketenzaak, parseDatum(verzoek.zoek.get('voor') ?? ''))
}

export function gezienlijst(scherm: Ketenscherm, { rijen, eerder }: Gezienblad): Html {
  const { spraak, taal } = scherm.verzoek.context
  const { t, datum } = spraak
  if (rijen.length === 0) return html`<p>${t('loket.mijn.niemand_zag')}</p>`
  const { ketenzaak, kant } = scherm
  const naam = kant === 'balie' ? 'balieKetenGezien' : 'ketenzaak'
  return html`<ul class="vd-list">${rijen.map(
    ({ wie, dag, onderdelen }) =>
      html`<li>${t('loket.mijn.zag', { dag: datum(dag), wie: dadernaam(scherm, wie) })} <span class="vd-calm vd-small">${inVolgorde(
        scherm,
        onderdelen,
      )
        .map((id) => onderdeelnaam(scherm, id))
        .join('; ')}</span></li>`,
  )}</ul>${eerder !== undefined && html`<p class="vd-no-print"><a href="${adres(taal, naam, { ketenzaak, filter: { voor: eerder } })}#delen">${t('loket.mijn.zag_eerder', { dag: datum(eerder) })}</a></p>`}`
}

/** As they stand on the page: who it is, the question and the outcome, the steps of the plan, what was written. */
function inVolgorde({ beeld: { zicht } }: Ketenscherm, onderdelen: readonly string[]): readonly string[] {
  const vast = ['betrokkene', 'helper', 'vraag', 'uitkomst']
  const orde = [...vast, ...zicht.stappen.map(({ stap }) => stap), ...zicht.onderdelen.map(({ id }) => id)]
  const plaats = new Map(orde.toReversed().map((id, i) => [id, orde.length - i]))
  return onderdelen.toSorted(
    (a, b) => (plaats.get(a) ?? orde.length + 1) - (plaats.get(b) ?? orde.length + 1),
  )
}

/** With what is shared, so that an objection to it can be written down at once. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const scherm = await leesScherm(verzoek, 'balie')
  if (scherm === undefined || scherm.beeld.zicht.als !== 'regie') return { soort: 'niet-gevonden' }
  const gezien = await leesGezien(scherm)
  const { t } = verzoek.context.spraak
  const inhoud = html`<p class="vd-lead">${t('loket.gezien.uitleg')}</p>
${gezienlijst(scherm, gezien)}
<section class="vd-section" aria-labelledby="gedeeld"><h2 id="gedeeld">${t('loket.deling.kop', { n: anderen(scherm).length })}</h2>${delingenlijst(scherm)}</section>`
  return { soort: 'pagina', pagina: ketenpagina(scherm, { titel: t('loket.gezien.titel'), inhoud }) }
}
