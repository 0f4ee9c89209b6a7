import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { type Machtiging, magIntrekken, standVan } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie } from './eis.ts'
import { gedaanUit, mijnPagina } from './kader.ts'
import { metRegel } from './verwerk.ts'

const wat = { doel: 'machtiging-registreren', gegevens: ['machtiging'] }

/** What somebody gave and got, with when it ends and how it was recorded. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const { persoon } = wie.subject
  const alle = await metRegel(mijn, wie, wat, () =>
    mijn.toegang.machtigingen.alle({ soort: 'persoon', persoon }),
  )
  const gegeven = alle.filter((een) => een.gever === persoon)
  const gekregen = alle.filter((een) => een.gemachtigde === persoon)
  const gedaan = gedaanUit(zoek, ['ingetrokken'])
  const inhoud = html`<p class="vd-lead">${t('mijn.machtigingen.inleiding')}</p>
<section class="vd-section"><h2>${t('mijn.machtigingen.gegeven')}</h2>${lijst(verzoek, gegeven, 'geen_gegeven')}</section>
<section class="vd-section"><h2>${t('mijn.machtigingen.gekregen')}</h2>${lijst(verzoek, gekregen, 'geen_gekregen')}</section>
<section class="vd-section"><h2>${t('mijn.machtigingen.papier.titel')}</h2><p>${t('mijn.machtigingen.papier.tekst')}</p></section>`
  const melding = gedaan && t(`mijn.machtigingen.gedaan.${gedaan}`)
  return {
    soort: 'pagina',
    pagina: mijnPagina(context, { titel: t('mijn.machtigingen.titel'), inhoud, melding }),
  }
}

function lijst(verzoek: Verzoek, machtigingen: readonly Machtiging[], geen: string): Html {
  const { t } = verzoek.context.spraak
  if (machtigingen.length === 0) return html`<p>${t(`mijn.machtigingen.${geen}`)}</p>`
  return html`<ul class="vd-rows">${machtigingen.map((een) => rij(verzoek, een))}</ul>`
}

function rij(verzoek: Verzoek, machtiging: Machtiging): Html {
  const { context, beeld, nu } = verzoek
  const { wie } = eisWie(verzoek)
  const { t, datum } = context.spraak
  const { id, soort, organisatie, diensten, geldigVanaf, geldigTot, wijze } = machtiging
  const naam = beeld.organisaties.get(organisatie)?.naam ?? organisatie
  const stand = standVan(machtiging, datumOp(nu, 'Europe/Amsterdam'))
  const kan = magIntrekken(machtiging, wie.subject.persoon) && (stand === 'geldig' || stand === 'nog-niet')
  return html`<li class="vd-row"><span><strong>${t(`mijn.machtigingen.soort.${soort}`)}: ${naam}</strong><br>
${diensten.length === 0 ? t('mijn.machtigingen.alle_diensten') : diensten.join(', ')}<br>
<span class="vd-calm">${t('mijn.machtigingen.periode', { van: datum(geldigVanaf), tot: datum(geldigTot) })} ${t(`mijn.machtigingen.stand.${stand.replace('-', '_')}`)} ${t(`mijn.machtigingen.wijze.${wijze.soort}`)}</span></span>
${kan && html`<form method="post" action="${adres(context.taal, 'machtigingTrekIn')}"><button class="utrecht-button utrecht-button--secondary-action" name="id" value="${id}">${t('mijn.machtigingen.trek_in')}<span class="vd-visually-hidden">: ${naam}</span></button></form>`}</li>`
}

/** Holds for the very next request of whoever had it. */
export async function trekIn(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { persoon } = wie.subject
  const id = verzoek.form.get('id') ?? ''
  const uitkomst = await metRegel(mijn, wie, wat, () =>
    mijn.toegang.machtigingen.trekIn({ soort: 'persoon', persoon }, id),
  )
  if (uitkomst !== 'ok') return { soort: 'niet-gevonden' }
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'machtigingen', { gedaan: 'ingetrokken' }) }
}
