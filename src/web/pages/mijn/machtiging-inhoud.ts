import { soortenVan } from '../../../inwoner/index.ts'
import { plusDagen } from '../../../kalender/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Machtiging } from '../../../toegang/index.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import { dienstMetId, organisatienaam } from './diensten.ts'
import { reikwijdte } from './reikwijdte.ts'

export type MachtigingInhoud = Pick<Machtiging, 'organisatie' | 'diensten' | 'geldigVanaf' | 'geldigTot'>

/** Everything a mandate is about: at whom, for each service, from when to when. */
export function machtigingInhoud({ context, beeld }: Verzoek, inhoud: MachtigingInhoud): Html {
  const { t } = context.spraak
  return html`<dl class="vd-data">
<div class="vd-data__item"><dt>${t('machtigen.inhoud.bij')}</dt><dd>${organisatienaam(beeld, inhoud.organisatie)}</dd></div>
<div class="vd-data__item"><dt>${t('machtigen.inhoud.diensten')}</dt><dd>${dienstenlijst({ context, beeld }, inhoud.diensten)}</dd></div>
<div class="vd-data__item"><dt>${t('machtigen.inhoud.periode')}</dt><dd>${periode({ context }, inhoud)}</dd></div>
<div class="vd-data__item"><dt>${t('machtigen.inhoud.mag')}</dt><dd>${wieDitHeeft({ context, beeld }, inhoud)}</dd></div>
</dl>`
}

/** Which data of the giver it opens: no more than its services read. */
function wieDitHeeft({ context, beeld }: Pick<Verzoek, 'context' | 'beeld'>, inhoud: MachtigingInhoud): Html {
  const { spraak } = context
  const { gelezen, gegevens } = reikwijdte(beeld, inhoud)
  const soorten = [...soortenVan(gegevens)].map((soort) => spraak.t(`balie.soort.${soort}`))
  const ziet = gelezen.length === 0 ? 'ziet_wie' : inhoud.diensten.length === 1 ? 'ziet' : 'ziet_per_dienst'
  const gegevenslijst = opsomming(spraak, soorten)
  return html`${spraak.t(`machtigen.inhoud.${ziet}`, { gegevens: gegevenslijst })} ${spraak.t('machtigen.inhoud.geen_geld')}`
}

export function dienstenlijst(
  { context, beeld }: Pick<Verzoek, 'context' | 'beeld'>,
  diensten: readonly string[],
): Html {
  if (diensten.length === 0) return html`${context.spraak.t('mijn.machtigingen.alle_diensten')}`
  return html`<ul class="vd-plain">${diensten.map((id) => {
    const { naam, lang } = dienstMetId(context, beeld, id)
    return html`<li${attrs({ lang })}>${naam}</li>`
  })}</ul>`
}

/** People count the last day along. */
export function periode(
  { context: { spraak } }: Pick<Verzoek, 'context'>,
  { geldigVanaf, geldigTot }: Pick<MachtigingInhoud, 'geldigVanaf' | 'geldigTot'>,
): string {
  return spraak.t('machtigen.inhoud.van_tot', {
    van: spraak.datum(geldigVanaf),
    tot: spraak.datum(plusDagen(geldigTot, -1)),
  })
}
