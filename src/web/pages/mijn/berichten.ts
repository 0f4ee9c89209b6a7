import type { Bericht, Lezer } from '../../../kanalen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { tekstveld } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { afzendernaam, berichtenwerk, naamVanAfzender, ontvangenOp } from './bericht-woorden.ts'
import { type Berichtfilter, filterdelen, leesFilter } from './berichten-filter.ts'
import { eisWie, kanalenZien } from './eis.ts'
import { gedaanUit, mijnPagina } from './kader.ts'
import { metRegel } from './verwerk.ts'
import { magHeen, type Wie } from './wie.ts'

/** Named limit: as much as anybody looks for. */
const maxWoorden = 100

/** The inbox: what was sent, the latest first. That somebody looked is a line of its own. */
export async function lijst(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const filter = leesFilter(zoek)
  const na = zoek.get('na') ?? undefined
  const { berichten, afzenders, volgende } = await metRegel(mijn, wie, berichtenwerk, (bewijs) =>
    mijn.postbus.lijst(lezerVan(wie), { ...filter, na }, bewijs),
  )
  const verder = volgende && { ...filterdelen(filter), na: volgende }
  const isGefilterd = filter.van !== undefined || filter.alleenNieuw
  const leeg = isGefilterd ? 'niets' : filter.map === 'archief' ? 'archief_leeg' : 'geen'
  const gedaan = gedaanUit(zoek, ['archief', 'postvak', 'ongelezen'])
  const inhoud = html`<p class="vd-lead">${t('berichten.inleiding')}</p>
${mappen(verzoek, filter)}
${(berichten.length > 1 || isGefilterd) && keuze(verzoek, filter, afzenders)}
${berichten.length === 0 ? html`<p>${t(`berichten.${leeg}`)}</p>` : rijen(verzoek, berichten)}
${verder && html`<p><a href="${adres(context.taal, 'berichten', { filter: verder })}">${t('berichten.oudere')}</a></p>`}
${zoekvorm(verzoek, '')}
${magHeen(mijn, wie, kanalenZien, verzoek.nu) && html`<p><a href="${adres(context.taal, 'kanalen')}">${t('berichten.naar_kanalen')}</a></p>`}`
  const melding = gedaan && t(`berichten.gedaan.${gedaan}`)
  return {
    soort: 'pagina',
    pagina: mijnPagina(context, {
      titel: t('berichten.titel'),
      inhoud,
      melding,
      stijl: ['kanalen.css'],
    }),
  }
}

/** In everything, also what was put away. */
export async function zoek(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, form } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const woorden = (form.get('woorden') ?? '').trim().slice(0, maxWoorden)
  if (woorden === '') return { soort: 'ga-naar', adres: adres(taal, 'berichten') }
  const gevonden = await metRegel(mijn, wie, berichtenwerk, (bewijs) =>
    mijn.postbus.zoek(lezerVan(wie), woorden, bewijs),
  )
  const inhoud = html`<p class="vd-lead" role="status">${t('berichten.gevonden', { n: gevonden.length })}</p>
${gevonden.length > 0 && rijen(verzoek, gevonden)}
${zoekvorm(verzoek, woorden)}`
  const pagina = mijnPagina(context, {
    titel: t('berichten.zoek_titel'),
    inhoud,
    terug: 'berichten',
    stijl: ['kanalen.css'],
  })
  return { soort: 'pagina', pagina }
}

export function lezerVan({ persoon, subject, voor }: Wie): Lezer {
  return { persoon, lezer: subject.persoon, ...(voor.soort === 'bedrijf' && { isBedrijf: true }) }
}

function rijen(verzoek: Verzoek, berichten: readonly Bericht[]): Html {
  const { taal, spraak } = verzoek.context
  const { t, datum } = spraak
  return html`<ul class="vd-rows">${berichten.map((bericht) => {
    const { onderwerp, uiterlijk, bijlagen = [] } = bericht.inhoud
    const merken = [
      !bericht.isGelezen && html`<strong class="vd-tag">${t('berichten.nieuw')}</strong> `,
      bericht.gecorrigeerdDoor !== undefined &&
        html`<span class="vd-tag">${t('berichten.verbeterd')}</span> `,
    ]
    const meer = [
      bijlagen.length > 0 && t('berichten.met_bijlagen', { n: bijlagen.length }),
      uiterlijk !== undefined && t('berichten.voor_dag', { dag: datum(uiterlijk) }),
      bericht.inhoud.doorgestuurdVan !== undefined && t('berichten.doorgestuurd'),
    ].filter((deel) => deel !== false)
    return html`<li class="vd-row"><span>${merken}<a href="${adres(taal, 'bericht', { bericht: bericht.id })}">${onderwerp[taal] ?? onderwerp.nl}</a><br>
<span class="vd-calm vd-small">${afzendernaam(verzoek, bericht)}, ${ontvangenOp(verzoek.context, bericht)}</span>${meer.length > 0 && html`<br><span class="vd-small">${meer.join(' · ')}</span>`}</span></li>`
  })}</ul>`
}

function mappen({ context: { taal, spraak } }: Verzoek, { map }: Berichtfilter): Html {
  const { t } = spraak
  return html`<nav class="vd-folders" aria-label="${t('berichten.mappen')}"><ul>${(
    ['postvak', 'archief'] as const
  ).map(
    (naam) =>
      html`<li><a href="${adres(taal, 'berichten', naam === 'archief' ? { filter: { map: naam } } : {})}"${attrs({ 'aria-current': naam === map ? 'page' : undefined })}>${t(`berichten.map.${naam}`)}</a></li>`,
  )}</ul></nav>`
}

/** By who sent it, and only what is new. Senders of what lies here, by their names. */
function keuze(verzoek: Verzoek, filter: Berichtfilter, afzenders: ReadonlySet<string>): Html {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const { van: _van, alleenNieuw: _nieuw, ...map } = filter
  const { map: alleenMap } = filterdelen({ ...map, alleenNieuw: false })
  const wie = new Set([...afzenders, ...(filter.van === undefined ? [] : [filter.van])])
  const namen = [...wie].map((van) => [van, naamVanAfzender(verzoek, van)] as const)
  const opNaam = namen.toSorted(([, a], [, b]) => a.localeCompare(b, taal))
  return html`<form class="vd-filter" method="get" action="${adres(taal, 'berichten')}">
${alleenMap !== undefined && html`<input type="hidden" name="map" value="${alleenMap}">`}
<span class="vd-filter__field"><label class="utrecht-form-label" for="van">${t('berichten.kies_van')}</label>
<select class="utrecht-textbox vd-select" id="van" name="van"><option value="">${t('berichten.iedereen')}</option>${opNaam.map(
    ([id, naam]) => html`<option value="${id}"${attrs({ selected: id === filter.van })}>${naam}</option>`,
  )}</select></span>
<span class="vd-filter__field"><label class="utrecht-form-label" for="stand">${t('berichten.kies_stand')}</label>
<select class="utrecht-textbox vd-select" id="stand" name="stand"><option value="">${t('berichten.alles')}</option><option value="nieuw"${attrs({ selected: filter.alleenNieuw })}>${t('berichten.alleen_nieuw')}</option></select></span>
<button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('berichten.laat_zien')}</button></form>`
}

function zoekvorm({ context: { taal, spraak } }: Verzoek, woorden: string): Html {
  const { t } = spraak
  return html`<form class="vd-filter" method="post" action="${adres(taal, 'berichtenZoek')}">${tekstveld({
    id: 'woorden',
    naam: 'woorden',
    label: t('berichten.zoek'),
    waarde: woorden,
    foutWoord: t('algemeen.fout'),
    breedte: 'lang',
    hoogstens: maxWoorden,
  })}<button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('berichten.zoek_knop')}</button></form>`
}
