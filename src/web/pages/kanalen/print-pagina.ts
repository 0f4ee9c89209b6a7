import { datumOp } from '../../../kalender/index.ts'
import type { Vastlegger, Voorkeurbeeld } from '../../../kanalen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adrestekst, nummermelding } from './adressen-deel.ts'
import { bereiknaam } from './bereik-pagina.ts'
import { heeftKanaal, kanaalVan, keuzeVoor } from './keuze.ts'
import { heeftMelding } from './overzicht-pagina.ts'
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
${item('post', html`${t(`kanalen.nu.${kanaalVan(beeld, {}) ?? 'brief'}`)}${nummermelding(scherm, beeld)}`)}
${anders.length > 0 && item('anders', html`<ul class="vd-plain">${anders}</ul>`)}
${heeftKanaal(beeld, 'berichtenbox') && item('melding', meldingtekst(scherm, beeld))}
${item('wensen', samenvatting(scherm, algemeen))}
${item('adressen', adressen(scherm, beeld))}
${item('gezegd', verklaringen(scherm, beeld))}
</dl>
<h2>${t('kanalen.papier.wijzigen')}</h2><ul class="vd-list"><li>${t('kanalen.papier.zelf')}</li><li>${t('kanalen.papier.balie')}</li><li>${t('kanalen.papier.altijd')}</li></ul>`
  return scherm.pagina({ titel: t('kanalen.papier.titel'), inhoud, isOnder: true, isBrief: true })
}

/** As it goes, not only as it was chosen: without an address that works no notice goes anywhere. */
function meldingtekst({ verzoek }: Kanaalscherm, beeld: Voorkeurbeeld): string {
  const { t } = verzoek.context.spraak
  const { melding } = keuzeVoor(beeld, {})
  if (melding === 'geen' || heeftMelding(beeld)) return t(`kanalen.melding.${melding ?? 'open'}`)
  const isOnderweg = beeld.adressen.some(({ adres }) => adres.soort !== 'post')
  return t(isOnderweg ? 'kanalen.papier.geen_meldadres_open' : 'kanalen.papier.geen_meldadres')
}

function adressen({ verzoek }: Kanaalscherm, beeld: Voorkeurbeeld): Html {
  const { t } = verzoek.context.spraak
  if (beeld.adressen.length === 0) return html`${t('kanalen.papier.geen_adres')}`
  return html`<ul class="vd-plain">${beeld.adressen.map(({ adres, bevestigd }) => {
    const isOpen = adres.soort !== 'post' && bevestigd === undefined
    return html`<li>${adrestekst(adres)}${isOpen && html` (${t('kanalen.papier.niet_bevestigd')})`}</li>`
  })}</ul>`
}

/** Named limit: of what no longer holds only the latest. */
const maxTeruggenomen = 5

/** What they expressly said and when, and who wrote it down; also what they took back. */
function verklaringen({ verzoek }: Kanaalscherm, beeld: Voorkeurbeeld): Html {
  const { spraak } = verzoek.context
  const { t } = spraak
  const gezegd = [
    ...beeld.verklaringen.filter(({ ingetrokken }) => ingetrokken === undefined),
    ...beeld.verklaringen.filter(({ ingetrokken }) => ingetrokken !== undefined).slice(0, maxTeruggenomen),
  ]
  if (gezegd.length === 0) return html`${t('kanalen.papier.niets_gezegd')}`
  const naamVan = (id: string) => verzoek.beeld.organisaties.get(id)?.naam ?? id
  const door = (wie: Vastlegger) =>
    wie.soort === 'zelf'
      ? t('kanalen.papier.door_zelf')
      : t(`kanalen.papier.door_${wie.wijze}`, { naam: naamVan(wie.organisatie) })
  return html`<ul class="vd-plain">${gezegd.map(({ groep, organisatie, vanaf, ingetrokken, door: wie }) => {
    const dag = spraak.datum(datumOp(vanaf, 'Europe/Amsterdam'))
    const wat = groep ? t(`kanalen.groep.${groep}`) : organisatie ? naamVan(organisatie) : t('kanalen.alles')
    if (ingetrokken === undefined)
      return html`<li>${t('kanalen.papier.verklaring', { wat, dag })} ${door(wie)}</li>`
    const tot = spraak.datum(datumOp(ingetrokken, 'Europe/Amsterdam'))
    return html`<li>${t('kanalen.papier.teruggenomen', { wat, dag, tot })} ${door(wie)}</li>`
  })}</ul>`
}
