import type { OrganisatieId } from '../../../domain/index.ts'
import { parseOrganisatieId } from '../../../domain/index.ts'
import {
  type Bereik,
  berichtgroepen,
  type Hoofdkanaal,
  hoofdkanalen,
  type Voorkeurbeeld,
} from '../../../kanalen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { nummermelding } from './adressen-deel.ts'
import { kanaalVan } from './keuze.ts'
import { type Kanaalscherm, plekAdres } from './scherm.ts'

/** Per kind of message; what is not chosen here follows the choice for everything. */
export function soortenPagina(
  scherm: Kanaalscherm,
  beeld: Voorkeurbeeld,
  gedaan: string | undefined,
): string {
  const { t } = scherm.verzoek.context.spraak
  const inhoud = html`<p class="vd-lead">${t('kanalen.soorten.inleiding')}</p>
${digitaalUitleg(scherm)}
${nummermelding(scherm, beeld)}
<ul class="vd-rows">${berichtgroepen.map((groep) => rij(scherm, beeld, { bereik: { groep }, uitleg: t(`kanalen.groep_uitleg.${groep}`), naar: 'soorten' }))}</ul>`
  const melding = gedaan && t(`kanalen.gedaan.${gedaan}`)
  return scherm.pagina({ titel: t('kanalen.soorten.titel'), inhoud, melding, isOnder: true })
}

/** Per organisation: those about which they chose something, and the one they ask for. */
export function organisatiesPagina(
  scherm: Kanaalscherm,
  beeld: Voorkeurbeeld,
  gedaan: string | undefined,
): string {
  const { context, beeld: huis, zoek } = scherm.verzoek
  const { t } = context.spraak
  const eerder = beeld.regels.flatMap(({ bereik }) => bereik.organisatie ?? [])
  const gevraagd = parseOrganisatieId(zoek.get('bij'))
  const isNieuw = gevraagd !== undefined && huis.organisaties.has(gevraagd) && !eerder.includes(gevraagd)
  const lijst: readonly OrganisatieId[] = [...(isNieuw ? [gevraagd] : []), ...new Set(eerder)]
  const keuze = [...huis.organisaties.values()]
    .filter(({ id, overheid, soort }) => overheid && id !== soort)
    .toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl'))
  const inhoud = html`<p class="vd-lead">${t('kanalen.organisaties.inleiding')}</p>
${digitaalUitleg(scherm)}
${nummermelding(scherm, beeld)}
<form class="vd-filter" method="get" action="${plekAdres(scherm, 'organisaties')}"><span class="vd-filter__field"><label class="utrecht-form-label" for="bij">${t('kanalen.organisaties.welke')}</label>
<select class="utrecht-textbox vd-select" id="bij" name="bij">${keuze.map(({ id, naam }) => html`<option value="${id}"${attrs({ selected: id === gevraagd })}>${naam}</option>`)}</select></span>
<button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('kanalen.organisaties.kies')}</button></form>
${
  lijst.length === 0
    ? html`<p>${t('kanalen.organisaties.geen')}</p>`
    : html`<ul class="vd-rows">${lijst.map((organisatie) => rij(scherm, beeld, { bereik: { organisatie }, naar: 'organisaties' }))}</ul>`
}`
  const melding = gedaan && t(`kanalen.gedaan.${gedaan}`)
  return scherm.pagina({ titel: t('kanalen.organisaties.titel'), inhoud, melding, isOnder: true })
}

/** For one case: otherwise than for the rest, and not further than what they said is electronic. */
export function zaakPagina(
  scherm: Kanaalscherm,
  beeld: Voorkeurbeeld,
  bereik: Bereik,
  gedaan: string | undefined,
): string {
  const { t } = scherm.verzoek.context.spraak
  const inhoud = html`<p class="vd-lead">${t('kanalen.zaak.inleiding')}</p>
${nummermelding(scherm, beeld)}
<ul class="vd-rows">${rij(scherm, beeld, { bereik, naar: 'zaak' })}</ul>`
  const melding = gedaan && t(`kanalen.gedaan.${gedaan}`)
  return scherm.pagina({ titel: t('kanalen.zaak.titel'), inhoud, melding, isOnder: true })
}

export function bereiknaam({ verzoek }: Kanaalscherm, { groep, organisatie, zaak }: Bereik): string {
  const { t } = verzoek.context.spraak
  if (groep !== undefined) return t(`kanalen.groep.${groep}`)
  const naamVan = (id: OrganisatieId) => verzoek.beeld.organisaties.get(id)?.naam ?? id
  if (zaak !== undefined) return t('kanalen.zaak.bij', { naam: naamVan(zaak.bron) })
  return organisatie === undefined ? t('kanalen.alles') : naamVan(organisatie)
}

interface Rij {
  readonly bereik: Bereik
  readonly uitleg?: string
  readonly naar: 'soorten' | 'organisaties' | 'zaak'
}

/** What holds now, and a button for each other choice: one click, and it can be chosen back. */
function rij(scherm: Kanaalscherm, beeld: Voorkeurbeeld, { bereik, uitleg, naar }: Rij): Html {
  const { t } = scherm.verzoek.context.spraak
  const eigen = kanaalVan(beeld, bereik)
  const naam = bereiknaam(scherm, bereik)
  const mogelijk: readonly (Hoofdkanaal | 'zoals')[] = [
    ...hoofdkanalen.filter((kanaal) => kanaal !== 'berichtenbox' || bereik.zaak === undefined),
    'zoals',
  ]
  const algemeen = kanaalVan(beeld, {}) ?? 'brief'
  const nu = eigen
    ? t(`kanalen.kort.${eigen}`)
    : t('kanalen.kort.zoals', { dus: t(`kanalen.kort.${algemeen}`) })
  const knop = (kanaal: Hoofdkanaal | 'zoals') =>
    html`<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="kanaal" value="${kanaal}"${attrs({ formaction: kanaal === 'berichtenbox' ? plekAdres(scherm, 'verklaar') : undefined })}>${t(`kanalen.kies.${kanaal}`)}<span class="vd-visually-hidden">: ${naam}</span></button>`
  return html`<li class="vd-row"><div><strong>${naam}</strong>${uitleg !== undefined && html`<br><span class="vd-calm vd-small">${uitleg}</span>`}<br>
<strong class="vd-now">${t('kanalen.nu_hier', { keuze: nu })}</strong>
${
  scherm.kanVastleggen &&
  html`<form class="vd-choices" method="post" action="${plekAdres(scherm, 'kies')}">${scherm.verborgen}<input type="hidden" name="doe" value="kanaal"><input type="hidden" name="naar" value="${naar}">${bereikvelden(bereik)}
${mogelijk.filter((kanaal) => kanaal !== (eigen ?? 'zoals')).map(knop)}</form>`
}</div></li>`
}

function bereikvelden({ groep, organisatie, zaak }: Bereik): Html {
  const veld = (naam: string, waarde: string) => html`<input type="hidden" name="${naam}" value="${waarde}">`
  return html`${groep && veld('groep', groep)}${organisatie && veld('organisatie', organisatie)}${zaak && html`${veld('bron', zaak.bron)}${veld('zaak', zaak.uuid)}`}`
}

/** What «in your messages» means stands where it is chosen (Awb 2:8). */
function digitaalUitleg({ verzoek }: Kanaalscherm): Html {
  const { t } = verzoek.context.spraak
  return html`<p>${t('kanalen.digitaal_betekent')}</p>`
}
