import { datumOp } from '../../../kalender/index.ts'
import type { Vastlegger, Voorkeurbeeld } from '../../../kanalen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adrestekst } from './adressen-deel.ts'
import { bereiknaam } from './bereik-pagina.ts'
import { kanaalVan, keuzeVoor } from './keuze.ts'
import type { Kanaalscherm } from './scherm.ts'
import { samenvatting } from './wensen-pagina.ts'

/** What was agreed, on paper to take home: how mail comes, where notices go, and how to change it. */
export function printPagina(scherm: Kanaalscherm, beeld: Voorkeurbeeld): string {
  const { context, nu } = scherm.verzoek
  const { spraak } = context
  const { t } = spraak
  const algemeen = keuzeVoor(beeld, {})
  const anders = beeld.regels.flatMap(({ bereik }) => {
    const kanaal = Object.keys(bereik).length === 0 ? undefined : kanaalVan(beeld, bereik)
    return kanaal === undefined
      ? []
      : [html`<li>${bereiknaam(scherm, bereik)}: ${t(`kanalen.kort.${kanaal}`)}</li>`]
  })
  const item = (naam: string, waarde: Html | string) =>
    html`<div class="vd-data__item"><dt>${t(`kanalen.papier.${naam}`)}</dt><dd>${waarde}</dd></div>`
  const inhoud = html`<p>${t('kanalen.papier.dag', { dag: spraak.datum(datumOp(nu, 'Europe/Amsterdam')) })}</p>
<p class="vd-screen-only"><button class="utrecht-button utrecht-button--primary-action" type="button" data-verrijk="print" hidden>${t('print.knop')}</button> <span class="vd-calm">${t('print.hoe')}</span></p>
<dl class="vd-data">
${item('post', t(`kanalen.nu.${kanaalVan(beeld, {}) ?? 'brief'}`))}
${anders.length > 0 && item('anders', html`<ul class="vd-plain">${anders}</ul>`)}
${item('melding', t(`kanalen.melding.${algemeen.melding ?? 'open'}`))}
${item('wensen', samenvatting(scherm, algemeen))}
${item('adressen', adressen(scherm, beeld))}
${item('gezegd', verklaringen(scherm, beeld))}
</dl>
<h2>${t('kanalen.papier.wijzigen')}</h2><ul class="vd-list"><li>${t('kanalen.papier.zelf')}</li><li>${t('kanalen.papier.balie')}</li><li>${t('kanalen.papier.altijd')}</li></ul>`
  return scherm.pagina({ titel: t('kanalen.papier.titel'), inhoud, isOnder: true })
}

function adressen({ verzoek }: Kanaalscherm, beeld: Voorkeurbeeld): Html {
  const { t } = verzoek.context.spraak
  if (beeld.adressen.length === 0) return html`${t('kanalen.papier.geen_adres')}`
  return html`<ul class="vd-plain">${beeld.adressen.map(({ adres, bevestigd }) => {
    const isOpen = adres.soort !== 'post' && bevestigd === undefined
    return html`<li>${adrestekst(adres)}${isOpen && html` (${t('kanalen.papier.niet_bevestigd')})`}</li>`
  })}</ul>`
}

/** What they expressly said and when, and who wrote it down. */
function verklaringen({ verzoek }: Kanaalscherm, beeld: Voorkeurbeeld): Html {
  const { spraak } = verzoek.context
  const { t } = spraak
  const geldig = beeld.verklaringen.filter(({ ingetrokken }) => ingetrokken === undefined)
  if (geldig.length === 0) return html`${t('kanalen.papier.niets_gezegd')}`
  const naamVan = (id: string) => verzoek.beeld.organisaties.get(id)?.naam ?? id
  const door = (wie: Vastlegger) =>
    wie.soort === 'zelf'
      ? t('kanalen.papier.door_zelf')
      : t(`kanalen.papier.door_${wie.wijze}`, { naam: naamVan(wie.organisatie) })
  return html`<ul class="vd-plain">${geldig.map(({ groep, organisatie, vanaf, door: wie }) => {
    const dag = spraak.datum(datumOp(vanaf, 'Europe/Amsterdam'))
    const wat = groep ? t(`kanalen.groep.${groep}`) : organisatie ? naamVan(organisatie) : t('kanalen.alles')
    return html`<li>${t('kanalen.papier.verklaring', { wat, dag })} ${door(wie)}</li>`
  })}</ul>`
}
