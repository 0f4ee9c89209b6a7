/** What only a person may tell somebody, and who asked for help: look, reach them as they chose, write down what came of it. */
import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { isUuid } from '../../../domain/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { geldendVoor, isBruikbaar } from '../../../kanalen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { type BewaardSignaal, type Bureauregel, bureauuitkomsten } from '../../../proactief/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { belAdres } from '../../ui/kanalen.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisGrond, eisPersoon, eisWerker } from '../balie/eis.ts'
import { naamUit } from '../balie/inwoner-pagina.ts'
import { baliePagina, grondveld } from '../balie/kader.ts'
import { naamVan } from '../balie/kanalen.ts'
import { openvraag, richtGrond } from '../balie/openvraag.ts'
import { vragerVan } from '../balie/werker.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { keekverslag, onzekerheden } from './gekeken.ts'
import { bureauwerk } from './hulp.ts'
import { regelingnaam, standwoord, voorEnNa, waaromzinnen } from './verandering-zinnen.ts'
import { eisProactief } from './volgen.ts'
import { organisatienaam } from './volgen-deel.ts'

const gedaanwoorden = [...bureauuitkomsten, 'al-gedaan'] as const

/** Which there are and since when; of whom is asked with a reason. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { signalen } = eisProactief(verzoek)
  const { context, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const wie = vragerVan(eisWerker(verzoek).werker)
  const { regels, volgende } = await signalen.bureaulijst(wie, leesPlaats(zoek.get('na')))
  const gedaan = gedaanUit(zoek, gedaanwoorden)
  const rij = ({ id, sinds, reden, pogingen }: Bureauregel) => html`<tr>
<th scope="row"><form method="post" action="${adres(taal, 'balieVeranderingOpen')}"><input type="hidden" name="signaal" value="${id}"><button class="vd-link-button vd-link-button--plain" type="submit">${t(`veranderingen.balie.reden.${reden}`)}<span class="vd-visually-hidden">, ${dag(verzoek, sinds)}</span></button></form></th>
<td>${dag(verzoek, sinds)}</td><td>${pogingen > 0 && t('veranderingen.balie.keer', { n: pogingen })}</td></tr>`
  const inhoud = html`<p class="vd-lead">${t('veranderingen.balie.inleiding')}</p>
${
  regels.length === 0
    ? html`<p>${t('veranderingen.balie.niets')}</p>`
    : html`<div class="vd-scroll"><table class="vd-figures"><thead><tr>${['wat', 'sinds', 'pogingen'].map((naam) => html`<th scope="col">${t(`veranderingen.balie.kolom.${naam}`)}</th>`)}</tr></thead><tbody>${regels.map(rij)}</tbody></table></div>`
}
${volgende && html`<p><a href="${adres(taal, 'balieVeranderingen', { filter: { na: schrijfPlaats(volgende) } })}">${t('veranderingen.balie.volgende')}</a></p>`}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('veranderingen.balie.titel'),
      inhoud,
      melding: gedaan && t(`veranderingen.balie.gedaan.${gedaan}`),
      zonderGrond: true,
      breed: true,
      terug: { adres: adres(taal, 'balie'), tekst: t('veranderingen.balie.naar_begin') },
    }),
  }
}

function dag({ context: { spraak } }: Verzoek, op: Date): string {
  return spraak.datum(datumOp(op, 'Europe/Amsterdam'))
}

/** Behind which one of the list: a moment and an id, and nothing of whom it is about. */
function leesPlaats(tekst: string | null): Pick<Bureauregel, 'sinds' | 'id'> | undefined {
  const [ms = '', id = ''] = (tekst ?? '').split('_')
  return /^\d{1,15}$/.test(ms) && isUuid(id) ? { sinds: new Date(Number(ms)), id } : undefined
}

function schrijfPlaats({ sinds, id }: Pick<Bureauregel, 'sinds' | 'id'>): string {
  return `${sinds.getTime()}_${id}`
}

/** First the reason, which is logged; then whom it is about and what changed. */
export async function openen(van: Verzoek): Promise<Antwoord> {
  const verzoek = { ...van, context: { ...van.context, pad: adres('nl', 'balieVeranderingen') } }
  const { signalen } = eisProactief(verzoek)
  const { form, context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const signaal = form.get('signaal') ?? ''
  if (!isUuid(signaal)) return { soort: 'niet-gevonden' }
  const wie = vragerVan(eisWerker(verzoek).werker)
  const gevolg = await richtGrond(verzoek, {
    gegevens: 'verandering',
    kenmerk: undefined,
    wie: (bewijs) => signalen.bureauWie(wie, signaal, bewijs),
  })
  if (gevolg === 'niet-gevonden') return naarLijst(verzoek, 'al-gedaan')
  if (gevolg === 'gericht') return { soort: 'ga-naar', adres: adres(taal, 'balieVerandering', { signaal }) }
  return openvraag(verzoek, {
    titel: t('veranderingen.balie.openen.titel'),
    inleiding: t('veranderingen.balie.openen.inleiding'),
    vraag: t('veranderingen.balie.openen.reden'),
    vastgelegd: t('veranderingen.balie.openen.vastgelegd'),
    knop: t('veranderingen.balie.openen.knop'),
    naar: adres(taal, 'balieVeranderingOpen'),
    veld: { naam: 'signaal', waarde: signaal },
    terug: { adres: adres(taal, 'balieVeranderingen'), tekst: t('veranderingen.balie.terug') },
    isFout: form.has('reden-gevraagd'),
  })
}

export async function toonEen(verzoek: Verzoek): Promise<Antwoord> {
  const { signalen } = eisProactief(verzoek)
  const { grond } = eisGrond(verzoek)
  const helper = helperVan(verzoek)
  const { signaal: id = '' } = verzoek.delen
  const signaal = await metVerandering(verzoek, ['verandering'], (bewijs) =>
    signalen.bureauOpen(helper, id, bewijs),
  )
  if (signaal === undefined) return { soort: 'niet-gevonden' }
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const inhoud = html`<p class="vd-lead">${t(`veranderingen.balie.reden.${signaal.reden}`)}</p>
${await bereik(verzoek)}
${beeldVanEen(verzoek, signaal)}
<p class="vd-note">${t('veranderingen.balie.zeg')}</p>
<section class="vd-section vd-no-print"><h2>${t('veranderingen.balie.uitkomst')}</h2>
<form class="vd-actions" method="post" action="${adres(taal, 'balieVeranderingDoe', { signaal: id })}">${grondveld(grond)}
${bureauuitkomsten.map((een) => html`<button class="utrecht-button utrecht-button--${een === 'verteld' ? 'primary' : 'secondary'}-action" type="submit" name="uitkomst" value="${een}">${t(`veranderingen.balie.knop.${een}`)}</button> `)}</form></section>`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('veranderingen.balie.een'),
      inhoud,
      naam: naamUit(verzoek, await naamVan(verzoek)),
      stijl: ['rechten.css', 'proactief.css'],
      terug: { adres: adres(taal, 'balieVeranderingen'), tekst: t('veranderingen.balie.terug') },
    }),
  }
}

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const { signalen } = eisProactief(verzoek)
  const helper = helperVan(verzoek)
  const uitkomst = bureauuitkomsten.find((een) => een === verzoek.form.get('uitkomst'))
  if (uitkomst === undefined) return { soort: 'niet-gevonden' }
  const gevolg = await metVerandering(verzoek, ['verandering'], (bewijs) =>
    signalen.bureauRond(helper, verzoek.delen.signaal ?? '', uitkomst, bewijs),
  )
  return naarLijst(verzoek, gevolg === 'gedaan' ? uitkomst : 'al-gedaan')
}

/** The same as the resident sees, for who stands before them; on the record of the resident. */
export async function vanInwoner(verzoek: Verzoek): Promise<Antwoord> {
  const { signalen, volgen } = eisProactief(verzoek)
  const persoon = eisPersoon(eisGrond(verzoek).grond)
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  // What the resident said themselves is outside «inwoner-helpen», under which alone this page opens: not shown here.
  const { lijst, volgt } = await metVerandering(verzoek, ['verandering'], async (bewijs) => ({
    lijst: await signalen.van(persoon, bewijs),
    volgt: (await volgen.bekijk(persoon, bewijs)).volgt,
  }))
  const zichtbaar = lijst.filter(({ stand }) => stand !== 'vervallen')
  const inhoud = html`${zichtbaar.length === 0 && html`<p>${t('veranderingen.balie.geen_van_inwoner')}</p>`}
${zichtbaar.map((een) => html`<section class="vd-section">${beeldVanEen(verzoek, een)}<p>${standwoord(spraak, een)}.</p>${bureauwerk(verzoek, een, 'balie')}</section>`)}
${onzekerheden(verzoek, volgt, 'balie')}
${keekverslag(verzoek, volgt, 'balie')}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('veranderingen.balie.van_inwoner'),
      inhoud,
      naam: naamUit(verzoek, await naamVan(verzoek)),
      stijl: ['rechten.css', 'proactief.css'],
      terug: { adres: adres(taal, 'balieInwoner'), tekst: t('afspraken.terug_inwoner') },
    }),
  }
}

function naarLijst({ context }: Verzoek, gedaan: string): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieVeranderingen', { gedaan }) }
}

function helperVan(verzoek: Verzoek) {
  const { grond } = eisGrond(verzoek)
  const { medewerker, organisatie } = grond
  return { medewerker, organisatie, persoon: eisPersoon(grond) }
}

/** With a line on the record of whom it is about: who looked or did something, and why. */
function metVerandering<T>(
  verzoek: Verzoek,
  gegevens: readonly string[],
  fn: (bewijs: Verwerkingsbewijs) => Promise<T>,
): Promise<T> {
  const { balie, grond } = eisGrond(verzoek)
  const verwerking = {
    doel: grond.doel,
    gegevens,
    betrokkenen: [eisPersoon(grond)],
    door: handelendeMet(grond),
  }
  return balie.toegang.audit.metVerwerking(verwerking, fn)
}

function beeldVanEen(verzoek: Verzoek, signaal: BewaardSignaal): Html {
  const { context, beeld } = verzoek
  const { spraak } = context
  const { t } = spraak
  const naam = regelingnaam(spraak, beeld, signaal.regeling)
  const noem = (organisatie: string) =>
    organisatie === 'gemeente'
      ? t('veranderingen.balie.de_gemeente')
      : organisatienaam(beeld, context, organisatie)
  const uitvoerder = beeld.regelingen.get(signaal.regeling)?.uitvoerder
  const wie = uitvoerder === undefined ? '' : noem(uitvoerder)
  return html`<h2>${t(`veranderingen.balie.kop.${signaal.soort}`, { regeling: naam.tekst })}</h2>
${voorEnNa(spraak, signaal)}
<ul class="vd-list">${waaromzinnen(verzoek, eisProactief(verzoek), signaal, { wiens: 'balie', noem }).map((zin) => html`<li>${zin}</li>`)}
<li>${t('veranderingen.gekeken', { dag: dag(verzoek, signaal.ontstaan) })}</li></ul>
<p>${t('veranderingen.geen_besluit')} ${wie !== '' && t('veranderingen.balie.beslist', { wie })}</p>`
}

/** How they want to be reached about chances: their own choice, and paper for who chose nothing. */
async function bereik(verzoek: Verzoek): Promise<Html> {
  const { balie, grond } = eisGrond(verzoek)
  const { medewerker, organisatie } = grond
  const persoon = eisPersoon(grond)
  const { t } = verzoek.context.spraak
  const houder = {
    persoon,
    door: { soort: 'medewerker', medewerker, organisatie, wijze: 'telefoon' },
  } as const
  const { regels, adressen } = await metVerandering(verzoek, ['contactvoorkeur', 'contactadres'], (bewijs) =>
    balie.kanalen.voorkeuren.haal(houder, bewijs),
  )
  const geldend = geldendVoor(regels, { groep: 'kansen', organisatie })
  const nummers = adressen
    .filter(isBruikbaar)
    .flatMap(({ adres: een }) => (een.soort === 'telefoon' ? [een.nummer] : []))
  return html`<section class="vd-section"><h2>${t('veranderingen.balie.zo_bereikt')}</h2>
<p>${t(`kanalen.weg.${geldend.kanaal}.titel`)}</p>
${nummers.length === 0 ? html`<p>${t('veranderingen.balie.geen_nummer')}</p>` : html`<p>${nummers.map((nummer) => html`<a href="${belAdres(nummer)}">${nummer}</a><br>`)}</p>`}</section>`
}
