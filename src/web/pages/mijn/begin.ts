import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { isNiveau, type Sessie } from '../../../toegang/index.ts'
import { adres, type Routenaam } from '../../routes.ts'
import type { Inwonereis } from '../../toegangseis.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import * as eis from './eis.ts'
import { gedaanUit, moment } from './kader.ts'
import { zelfVan } from './namen.ts'
import { reikwijdteVan } from './reikwijdte.ts'
import { metRegel } from './verwerk.ts'
import { magHeen, type Wie } from './wie.ts'

/** What somebody can do here; what the table of access refuses is not offered. */
const wegen: readonly (readonly [Routenaam, Inwonereis])[] = [
  ['gegevens', eis.gegevensZien],
  ['invullen', eis.toestemmingZien],
  ['inzage', eis.inzageZien],
  ['berichten', eis.berichtenLezen],
  ['verstuurd', eis.verstuurdZien],
  ['kanalen', eis.kanalenZien],
  ['meldingen', eis.onjuistMelden],
  ['machtigingen', eis.machtigingZien],
]

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eis.eisWie(verzoek)
  const { context, nu, zoek } = verzoek
  const { t } = context.spraak
  const sessies = await metSessies(verzoek, (bewijs) =>
    mijn.toegang.sessies.lijst(wie.subject.persoon, bewijs),
  )
  const gedaan = gedaanUit(zoek, ['sessies', 'gekozen'])
  const { middel, niveau } = wie.subject.herkenning
  const inhoud = html`<h1>${t('mijn.titel')}</h1>
${gedaan && html`<p class="vd-notice" role="status">${t(`mijn.gedaan.${gedaan}`)}</p>`}
<p class="vd-lead">${t(`mijn.ingelogd.${middel}`)}${!isNiveau(niveau, 'substantieel') && html` ${t('mijn.niveau_laag')}`}</p>
${mijn.zaken !== undefined && magHeen(mijn, wie, eis.zakenZien, nu) && zakenblok(verzoek)}
<ul class="vd-tiles">
${wegen.filter(([, wat]) => magHeen(mijn, wie, wat, nu)).map(([naam]) => tegel(verzoek, naam))}
${(mijn.portalen?.alle.length ?? 0) > 0 && magHeen(mijn, wie, eis.portalenZien, nu) && tegel(verzoek, 'portalen')}
${mijn.afspraken !== undefined && magHeen(mijn, wie, eis.afsprakenZien, nu) && tegel(verzoek, 'afspraken')}
${verzoek.loket !== undefined && magHeen(mijn, wie, eis.ketenzakenZien, nu) && tegel(verzoek, 'loket')}
${mijn.hulpaanbiedingen !== undefined && magHeen(mijn, wie, eis.hulpaanbodZien, nu) && tegel(verzoek, 'hulpaanbod')}
${verzoek.proactief !== undefined && magHeen(mijn, wie, eis.veranderingenZien, nu) && tegel(verzoek, 'veranderingen')}
${verzoek.proactief !== undefined && magHeen(mijn, wie, eis.volgenZien, nu) && tegel(verzoek, 'volgen')}
${tegel(verzoek, 'voorWie')}
${tegel(verzoek, 'ernaast')}
${mijn.hulpbehoeften !== undefined && magHeen(mijn, wie, eis.hulpbehoefteZien, nu) && tegel(verzoek, 'hulpbehoefte')}
</ul>
${sessielijst(verzoek, sessies, wie)}`
  return { soort: 'pagina', pagina: pagina(context, { stijl: ['mijn.css'], titel: t('mijn.titel'), inhoud }) }
}

/** First of all, and asks nobody anything: organisations are asked when the list is opened. */
function zakenblok({ context: { taal, spraak } }: Verzoek): Html {
  const { t } = spraak
  return html`<section class="vd-card vd-stack" aria-labelledby="uw-zaken"><h2 id="uw-zaken">${t('zaken.blok.titel')}</h2>
<p>${t('zaken.blok.tekst')}</p>
<p><a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'zaken')}">${t('zaken.blok.knop')}</a></p></section>`
}

function tegel(verzoek: Verzoek, naam: Routenaam): Html {
  const { taal, spraak } = verzoek.context
  const isDeel = naam === 'gegevens' && reikwijdteVan(verzoek.beeld, eis.eisWie(verzoek).wie) !== undefined
  const tekst = isDeel ? 'tekst_machtiging' : 'tekst'
  return html`<li class="vd-tile"><h2><a href="${adres(taal, naam)}">${spraak.t(`mijn.tegel.${naam}.titel`)}</a></h2><p>${spraak.t(`mijn.tegel.${naam}.${tekst}`)}</p></li>`
}

function sessielijst({ context }: Verzoek, sessies: readonly Sessie[], wie: Wie): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const dag = (op: Date): string => moment(context, op, datumOp(op, 'Europe/Amsterdam'))
  const doel = adres(taal, 'sessiesEinde')
  return html`<section class="vd-section" id="sessies"><h2>${t('mijn.sessies.titel')}</h2>
<p>${t('mijn.sessies.uitleg')}</p>
<ul class="vd-rows">${sessies.map((sessie) => {
    const isDeze = sessie.id === wie.sessie.id
    const naam = sessie.apparaat === '' ? t('mijn.sessies.onbekend') : sessie.apparaat
    return html`<li class="vd-row"><span><strong>${naam}</strong> ${isDeze && html`<em>${t('mijn.sessies.deze')}</em>`}<br>
<span class="vd-calm vd-small">${t('mijn.sessies.sinds', { begin: dag(sessie.begonnen) })}</span></span>
${!isDeze && html`<form method="post" action="${doel}"><button class="utrecht-button utrecht-button--secondary-action" name="welke" value="${sessie.id}">${t('mijn.sessies.einde')}<span class="vd-visually-hidden">: ${naam}</span></button></form>`}</li>`
  })}</ul>
${sessies.length > 1 && html`<form method="post" action="${doel}"><button class="utrecht-button utrecht-button--secondary-action" name="welke" value="andere">${t('mijn.sessies.andere')}</button></form>`}
</section>`
}

export async function beeindig(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eis.eisWie(verzoek)
  const welke = verzoek.form.get('welke') ?? ''
  const { persoon } = wie.subject
  const { sessies } = mijn.toegang
  await metSessies<unknown>(verzoek, () =>
    welke === 'andere' ? sessies.beeindigAndere(persoon, wie.sessie.id) : sessies.beeindigEen(persoon, welke),
  )
  return {
    soort: 'ga-naar',
    adres: adres(verzoek.context.taal, 'mijn', { gedaan: 'sessies', anker: 'sessies' }),
  }
}

/** A session says where somebody was: looking at the list is recorded as well. */
function metSessies<T>(verzoek: Verzoek, fn: (bewijs: Verwerkingsbewijs) => Promise<T>): Promise<T> {
  const { mijn, wie } = eis.eisWie(verzoek)
  return metRegel(mijn, zelfVan(wie), { doel: 'sessies', gegevens: ['sessie'] }, fn)
}
