import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Portaal } from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWie, portaalToestemmen } from './eis.ts'
import { gedaanUit, mijnPagina } from './kader.ts'
import { metRegel } from './verwerk.ts'
import { mag } from './wie.ts'

const wat = { doel: 'portaal-kiezen', gegevens: ['toestemming'] }

/** Which other portals there are, what they would see, and for each a yes or a stop. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { portalen } = mijn
  if (portalen === undefined) return { soort: 'niet-gevonden' }
  const { context, zoek, nu } = verzoek
  const { t } = context.spraak
  const gegeven = await metRegel(mijn, wie, wat, (bewijs) => portalen.toestemmingen(wie.persoon, bewijs))
  const sinds = new Map(gegeven.map((een) => [een.portaal, een.sinds]))
  // Somebody said yes to one that is not here any more: it can ask nothing, and the yes can still be taken back.
  const weg = gegeven.filter(({ portaal }) => !portalen.alle.some(({ id }) => id === portaal))
  const lijst: readonly Portaal[] = [
    ...portalen.alle,
    ...weg.map(({ portaal }) => ({ id: portaal, naam: portaal })),
  ]
  const isVers = mag(mijn, wie, portaalToestemmen, nu)
  const inhoud = html`<p class="vd-lead">${t('portalen.inleiding')}</p>
<h2>${t('portalen.ziet.titel')}</h2>
<ul class="vd-list">${['zaken', 'taken', 'niet'].map((deel) => html`<li>${t(`portalen.ziet.${deel}`)}</li>`)}</ul>
<p>${t('portalen.logboek')} <a href="${adres(context.taal, 'inzage')}">${t('portalen.naar_inzage')}</a></p>
${lijst.length === 0 ? html`<p>${t('portalen.geen')}</p>` : lijst.map((een) => keuze(verzoek, een, sinds.get(een.id), isVers))}
<p class="vd-calm">${t('portalen.duur')}</p>`
  const gedaan = gedaanUit(zoek, ['gegeven', 'gestopt'])
  const melding = gedaan && t(`portalen.gedaan.${gedaan}`)
  return { soort: 'pagina', pagina: mijnPagina(context, { titel: t('portalen.titel'), inhoud, melding }) }
}

function keuze({ context }: Verzoek, { id, naam }: Portaal, sinds: Date | undefined, isVers: boolean): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const dag = sinds && spraak.datum(datumOp(sinds, 'Europe/Amsterdam'))
  return html`<section class="vd-consent"><h2>${naam}</h2>
${
  dag === undefined
    ? html`<p>${t('portalen.uit')}${!isVers && html` ${t('portalen.opnieuw')}`}</p>
<form method="post" action="${adres(taal, 'portaalGeef')}"><button class="utrecht-button utrecht-button--primary-action" name="portaal" value="${id}">${t('portalen.ja', { naam })}</button></form>`
    : html`<p><strong>${t('portalen.aan', { dag })}</strong></p>
<form method="post" action="${adres(taal, 'portaalStop')}"><button class="utrecht-button utrecht-button--secondary-action" name="portaal" value="${id}">${t('portalen.stop', { naam })}</button></form>`
}</section>`
}

export async function geef(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { portalen } = mijn
  const portaal = verzoek.form.get('portaal') ?? ''
  // Not one of ours: no line is written about something that is not there.
  if (!portalen?.alle.some(({ id }) => id === portaal)) return { soort: 'niet-gevonden' }
  await metRegel(mijn, wie, wat, (bewijs) => portalen.geef(wie.persoon, portaal, bewijs))
  return naar(verzoek, 'gegeven')
}

/** Holds for the very next question of that portal. */
export async function stop(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { portalen } = mijn
  if (portalen === undefined) return { soort: 'niet-gevonden' }
  const portaal = verzoek.form.get('portaal') ?? ''
  await metRegel(mijn, wie, wat, (bewijs) => portalen.trekIn(wie.persoon, portaal, bewijs))
  return naar(verzoek, 'gestopt')
}

function naar({ context }: Verzoek, gedaan: string): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, 'portalen', { gedaan }) }
}
