import { verdeelWegen } from '../../../corpus/index.ts'
import type { RegelingInfo } from '../../../engine/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { kanaallijst, vraagdeel } from '../../ui/kanalen.ts'
import type { Spraak } from '../../ui/spraak.ts'
import { type Beeld, uitvoerderVan } from './beeld.ts'
import { regelingtekst } from './zinnen.ts'

export interface AanvraagDelen {
  readonly spraak: Spraak
  readonly beeld: Beeld
  readonly regeling: RegelingInfo
  readonly isNu: boolean
}

/** How to apply: the ways that lead there, digital first but never alone, and apart from them where to ask. */
export function aanvragen({ spraak, beeld, regeling, isNu }: AanvraagDelen): Html {
  const { t } = spraak
  const { tekst, lang } = regelingtekst(spraak, regeling)
  const uitvoerder = uitvoerderVan(beeld, regeling.uitvoerder, spraak.taal)
  const { doen, vragen } = verdeelWegen(uitvoerder.kanalen, regeling.kanalen)
  return html`<section class="vd-section" id="aanvragen"><h2>${t('regeling.aanvragen.titel')}</h2>
${tekst.aanvragen && html`<p${attrs({ lang })}>${tekst.aanvragen}</p>`}
${tekst.let_op && html`<p class="vd-note"${attrs({ lang })}>${tekst.let_op}</p>`}
<p>${t('regeling.aanvragen.bij', { naam: uitvoerder.naam })}</p>
${kanaallijst(spraak, doen, { isNu })}
${beeld.antwoorden.volgorde.length > 0 && html`<p><a href="${adres(spraak.taal, 'print')}">${t('overzicht.print')}</a></p>`}</section>
${vraagdeel(spraak, vragen)}`
}
