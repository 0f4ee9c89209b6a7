import { type Html, html } from '../../../platform/index.ts'
import type { WatAlsSoort } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { datumvelden } from '../../ui/datumveld.ts'
import { foutregel, foutSamenvatting, keuzes, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Veld } from './velden.ts'

export interface VormBeeld {
  readonly context: Context
  readonly soort: WatAlsSoort
  readonly velden: readonly Veld[]
  /** What stands in the fields: the change tried before, or what was just sent. */
  readonly waarden: Readonly<Record<string, string>>
  readonly fouten: readonly Veldfout[]
  readonly valutateken: string
  /** When the person reaches AOW age, for the form about growing older. */
  readonly aowDatum?: string | undefined
}

export function vormPagina(beeld: VormBeeld): string {
  const { context, soort, fouten, aowDatum } = beeld
  const { spraak, taal } = context
  const { t } = spraak
  return pagina(context, {
    stijl: ['rechten.css', 'wat-als.css'],
    titel: t(`wat-als.titel.${soort}`),
    actief: 'rechten',
    isFout: fouten.length > 0,
    inhoud: html`<a class="vd-back" href="${adres(taal, 'watAls')}">${t('wat-als.andere')}</a>
${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<h1>${t(`wat-als.titel.${soort}`)}</h1>
<p class="vd-lead">${t(`wat-als.inleiding.${soort}`)}</p>
${aowDatum && html`<p>${t('wat-als.aow_datum', { datum: spraak.datum(aowDatum) })}</p>`}
<form class="vd-form" method="post" action="${adres(taal, 'watAlsStuur', { soort })}" novalidate>
${beeld.velden.map((veld) => veldHtml(beeld, veld))}
<div class="vd-actions"><button class="utrecht-button utrecht-button--primary-action vd-button--large">${t('wat-als.reken')}</button></div>
</form>
<p class="vd-calm vd-small">${t('wat-als.niets_verandert')}</p>`,
  })
}

function veldHtml(beeld: VormBeeld, veld: Veld): Html {
  const { context, soort, waarden, fouten } = beeld
  const { t } = context.spraak
  const { id } = veld
  const naam = t(`wat-als.veld.${soort}_${id}`)
  const label = veld.verplicht ? naam : html`${naam} <span class="vd-calm">${t('wat-als.mag_leeg')}</span>`
  const hulp =
    veld.hulp && html`<p class="vd-form__help" id="${id}-hulp">${t(`wat-als.hulp.${soort}_${id}`)}</p>`
  if (veld.soort === 'datum' || veld.soort === 'ja-nee' || veld.soort === 'keuze') {
    const fout = fouten.find((f) => f.veld === id || f.veld.startsWith(`${id}-`))
    const beschreven = [veld.hulp && `${id}-hulp`, fout && `${fout.veld}-fout`].filter(Boolean).join(' ')
    return html`<fieldset class="vd-fieldset vd-wat-als-groep"${beschreven !== '' && html` aria-describedby="${beschreven}"`}><legend class="utrecht-form-label">${label}</legend>${hulp}
<div class="utrecht-form-field vd-field${fout ? ' utrecht-form-field--invalid' : ''}">${foutregel({ fout, foutWoord: t('algemeen.fout'), id: fout?.veld ?? '' })}
${veld.soort === 'datum' ? datumvelden({ spraak: context.spraak, voorvoegsel: `${id}-`, waarden, fout }) : keuzes({ id, naam: id, opties: opties(beeld, veld), gekozen: waarden[id] })}</div></fieldset>`
  }
  return html`<div class="vd-wat-als-veld">${tekstveld({
    id,
    naam: id,
    label,
    waarde: waarden[id] ?? '',
    fout: fouten.find((f) => f.veld === id),
    foutWoord: t('algemeen.fout'),
    beschrijvingen: [...(veld.hulp ? [`${id}-hulp`] : []), ...(veld.per ? [`${id}-na`] : [])],
    invoer: veld.soort === 'plaats' ? 'text' : veld.soort === 'getal' ? 'numeric' : 'decimal',
    breedte: veld.soort === 'plaats' ? 'lang' : veld.soort === 'getal' ? 'kort' : 'midden',
    ...(veld.soort === 'geld' ? { voor: beeld.valutateken } : {}),
    ...(veld.per ? { na: t(`vraag.per.${veld.per}`) } : {}),
    ...(veld.soort === 'plaats' ? { verrijk: 'gemeente', bron: '/gemeenten.txt' } : {}),
  })}${hulp}</div>`
}

function opties({ context, soort }: VormBeeld, veld: Veld): readonly { waarde: string; tekst: string }[] {
  const { t } = context.spraak
  if (veld.soort === 'ja-nee')
    return ['ja', 'nee'].map((waarde) => ({ waarde, tekst: t(`algemeen.${waarde}`) }))
  return (veld.opties ?? []).map((waarde) => ({ waarde, tekst: t(`wat-als.optie.${soort}_${waarde}`) }))
}
