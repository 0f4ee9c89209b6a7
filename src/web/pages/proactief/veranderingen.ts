/** What changed in somebody's rights: the list, and what they say of one. */
import type { Verwerkingsbewijs } from '../../../audit/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { type BewaardSignaal, signaalantwoorden, type Volgbeeld, volgDoel } from '../../../proactief/index.ts'
import { adres, type Taal } from '../../routes.ts'
import { merk } from '../../ui/merk.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { deelVan } from '../deel.ts'
import { eisWie } from '../mijn/eis.ts'
import { gedaanUit, mijnPagina } from '../mijn/kader.ts'
import { metRegel } from '../mijn/verwerk.ts'
import { beeldVan } from './feiten.ts'
import { keekverslag, onzekerheden } from './gekeken.ts'
import { bureauzin } from './hulp.ts'
import { leesLopend, looptAl } from './lopend.ts'
import { veranderingPagina } from './verandering.ts'
import {
  inRegeltaal,
  kopzin,
  regelingnaam,
  standwoord,
  stoplijn,
  waaromzinnen,
} from './verandering-zinnen.ts'
import { verschillen } from './verschil.ts'
import { eisProactief } from './volgen.ts'

export interface Eigen {
  readonly signalen: readonly BewaardSignaal[]
  readonly volgt: Volgbeeld
}

const wat = { doel: volgDoel, gegevens: ['verandering', 'antwoorden'] }

export function metVerandering<T>(
  verzoek: Verzoek,
  fn: (bewijs: Verwerkingsbewijs) => Promise<T>,
): Promise<T> {
  const { mijn, wie } = eisWie(verzoek)
  return metRegel(mijn, wie, wat, fn)
}

/** On the record of whom it is about; `weg` when it cannot be read now. */
export function leesEigen(verzoek: Verzoek): Promise<Eigen | 'weg'> {
  const { signalen, volgen } = eisProactief(verzoek)
  const { persoon } = eisWie(verzoek).wie
  return deelVan(verzoek, 'veranderingen', () =>
    metVerandering(verzoek, async (bewijs) => ({
      signalen: await signalen.van(persoon, bewijs),
      volgt: await volgen.bekijk(persoon, bewijs),
    })),
  )
}

/** Their place, and their names for things, as they were kept: so that a scheme of their town has its name. */
export function inHunPlaats(verzoek: Verzoek, { volgt }: Eigen): Verzoek {
  const huishouden = volgt.volgt?.laatst
  const gevonden = huishouden && beeldVan(verzoek.bronnen, huishouden, verzoek.context.spraak)
  return gevonden?.beeld.plaats === undefined ? verzoek : { ...verzoek, beeld: gevonden.beeld }
}

/** What asks for an answer first; what they answered, and what turned out not to be so, below it. */
export async function toon(van: Verzoek): Promise<Antwoord> {
  const eigen = await leesEigen(van)
  const { context, zoek } = van
  const { taal, spraak } = context
  const { t } = spraak
  const gedaan = gedaanUit(zoek, ['te-laat'])
  if (eigen === 'weg')
    return lijstpagina(van, html`<p class="vd-notice" role="status">${t('veranderingen.weg')}</p>`)
  const verzoek = inHunPlaats(van, eigen)
  const zichtbaar = eigen.signalen.filter(({ stand }) => stand !== 'vervallen')
  const open = zichtbaar.filter(({ stand }) => stand === 'open' || stand === 'verteld')
  const rest = zichtbaar.filter((een) => !open.includes(een))
  const { volgt } = eigen.volgt
  const doetMee = volgt !== undefined
  const lopend = await leesLopend(van, open)
  const lead = leadVan(volgt, open.length)
  const inhoud = html`<p class="vd-lead">${t(`veranderingen.${lead}`)}</p>
${!doetMee && html`<p><a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'volgen')}">${t('volgen.titel')}</a></p>`}
${lead === 'geen' && html`<p>${t('veranderingen.straks')}</p>`}
${open.length > 0 && html`<ul class="vd-rights">${open.map((een) => kaart(verzoek, een, looptAl(een, lopend)))}</ul>`}
${onzekerheden(verzoek, volgt, 'mijn')}
${rest.length > 0 && html`<section class="vd-section"><h2>${t('veranderingen.eerder')}</h2><ul class="vd-rows">${rest.map((een) => rij(verzoek, een))}</ul></section>`}
${verschillen(verzoek, volgt)}
${keekverslag(verzoek, volgt)}
${doetMee && stoplijn(verzoek)}`
  return lijstpagina(verzoek, inhoud, gedaan && t('veranderingen.te_laat'))
}

/** Where something became uncertain, or nobody could look, it is not said that nothing changed. */
function leadVan(volgt: Volgbeeld['volgt'], aantal: number): string {
  if (volgt === undefined) return 'niet_mee'
  if (aantal > 0) return 'inleiding'
  if (volgt.isOpzij) return 'keek.opzij'
  return volgt.onzeker.length > 0 ? 'onzeker.lead' : 'geen'
}

function lijstpagina({ context }: Verzoek, inhoud: Html, melding?: string | undefined): Antwoord {
  const stijl = ['rechten.css', 'proactief.css']
  const titel = context.spraak.t('veranderingen.titel')
  return { soort: 'pagina', pagina: mijnPagina(context, { titel, inhoud, melding, stijl }) }
}

function kaart(verzoek: Verzoek, signaal: BewaardSignaal, loopt: boolean): Html {
  const { context, beeld } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const naam = regelingnaam(spraak, beeld, signaal.regeling)
  if (loopt)
    return html`<li class="vd-card vd-right"><h2 class="vd-right__title"><a href="${adres(taal, 'verandering', { signaal: signaal.id })}">${t('veranderingen.loopt.kop', { regeling: naam.tekst })}</a></h2>
${looptzin(verzoek)}</li>`
  const [waarom] = waaromzinnen(verzoek, eisProactief(verzoek), signaal)
  return html`<li class="vd-card vd-right vd-right--mogelijk"><h2 class="vd-right__title"><a href="${adres(taal, 'verandering', { signaal: signaal.id })}">${kopzin(spraak, signaal, naam.tekst)}</a></h2>
<p>${waarom}</p>
${bureauregel(verzoek, signaal)}
<p class="vd-calm vd-small">${op(verzoek, signaal)}</p>
<p class="vd-right__more"><a href="${adres(taal, 'verandering', { signaal: signaal.id })}">${t('veranderingen.bekijk')}<span class="vd-visually-hidden">: ${naam.tekst}</span></a></p></li>`
}

/** That there is a case of theirs, and where it stands. */
export function looptzin({ context: { taal, spraak } }: Verzoek): Html {
  return html`<p>${spraak.t('veranderingen.loopt.tekst')} <a href="${adres(taal, 'zaken')}">${spraak.t('zaken.titel')}</a></p>`
}

function rij(verzoek: Verzoek, signaal: BewaardSignaal): Html {
  const { context, beeld } = verzoek
  const { taal, spraak } = context
  return html`<li class="vd-row"><a href="${adres(taal, 'verandering', { signaal: signaal.id })}">${inRegeltaal(regelingnaam(spraak, beeld, signaal.regeling))}</a> <span>${merk(standwoord(spraak, signaal), 'rustig')} <span class="vd-calm vd-small">${op(verzoek, signaal)}</span></span>${bureauregel(verzoek, signaal)}</li>`
}

/** What a desk does with it, or did: at a glance, without opening it. */
function bureauregel(verzoek: Verzoek, signaal: BewaardSignaal): Html | undefined {
  const zin = bureauzin(verzoek, signaal)
  return zin === undefined ? undefined : html`<p class="vd-calm vd-small">${zin}</p>`
}

function op({ context: { spraak } }: Verzoek, { ontstaan }: BewaardSignaal): string {
  return spraak.datum(datumOp(ontstaan, 'Europe/Amsterdam'))
}

export async function toonEen(van: Verzoek): Promise<Antwoord> {
  const eigen = await leesEigen(van)
  if (eigen === 'weg') return toonWeg(van)
  const signaal = eigen.signalen.find(({ id }) => id === van.delen.signaal)
  if (signaal === undefined || signaal.stand === 'vervallen') return { soort: 'niet-gevonden' }
  const loopt = looptAl(signaal, await leesLopend(van, [signaal]))
  const pagina = veranderingPagina(inHunPlaats(van, eigen), signaal, { volgt: eigen.volgt, loopt })
  return { soort: 'pagina', pagina }
}

export function toonWeg(verzoek: Verzoek): Antwoord {
  const { t } = verzoek.context.spraak
  return lijstpagina(verzoek, html`<p class="vd-notice" role="status">${t('veranderingen.weg')}</p>`)
}

/** One press, one answer; the same press again changes nothing, and each can be taken back. */
export async function zeg(verzoek: Verzoek): Promise<Antwoord> {
  const { signalen } = eisProactief(verzoek)
  const { persoon } = eisWie(verzoek).wie
  const { form, context } = verzoek
  const { taal } = context
  const signaal = form.get('signaal') ?? ''
  const doe = form.get('doe')
  if (doe === 'aanvragen') return vraagAan(verzoek, { signaal })
  if (doe === 'aanvullen') return vraagAan(verzoek, { regeling: form.get('regeling') ?? '' })
  const antwoord = signaalantwoorden.find((een) => een === doe)
  if (antwoord === undefined && doe !== 'terug') return { soort: 'niet-gevonden' }
  const gevolg = await metVerandering(verzoek, (bewijs) =>
    antwoord === undefined
      ? signalen.trekTerug(persoon, signaal, bewijs)
      : signalen.antwoord(persoon, signaal, antwoord, bewijs),
  )
  if (gevolg === 'niet-gevonden')
    return { soort: 'ga-naar', adres: adres(taal, 'veranderingen', { gedaan: 'te-laat' }) }
  return { soort: 'ga-naar', adres: adres(taal, 'verandering', { signaal, gedaan: antwoord ?? 'terug' }) }
}

/** With what is known filled in: the answers go to this browser, where they can be seen, changed and erased. */
async function vraagAan(
  verzoek: Verzoek,
  wat: { readonly signaal: string } | { readonly regeling: string },
): Promise<Antwoord> {
  const { context, bezoek, bronnen } = verzoek
  const { taal, spraak } = context
  const eigen = await leesEigen(verzoek)
  if (eigen === 'weg') return toonWeg(verzoek)
  const huishouden = eigen.volgt.volgt?.laatst
  const naar =
    'signaal' in wat
      ? naarAanvraag(taal, eigen.signalen.find((een) => een.id === wat.signaal)?.regeling)
      : naarVragen(
          taal,
          eigen.volgt.volgt?.onzeker.find((een) => een === wat.regeling),
        )
  if (naar === undefined) return { soort: 'niet-gevonden' }
  // What somebody filled in here a moment ago is newer than what was kept, and stays.
  const bekend = huishouden && beeldVan(bronnen, huishouden, spraak)
  if (bezoek.antwoorden.volgorde.length > 0 || bekend === undefined) return { soort: 'ga-naar', adres: naar }
  return { soort: 'ga-naar', adres: naar, bewaar: bekend.antwoorden }
}

function naarAanvraag(taal: Taal, regeling: string | undefined): string | undefined {
  return regeling === undefined ? undefined : adres(taal, 'regeling', { regeling, anker: 'aanvragen' })
}

/** What became uncertain: the page of it asks what is missing. */
function naarVragen(taal: Taal, regeling: string | undefined): string | undefined {
  return regeling === undefined ? undefined : adres(taal, 'regeling', { regeling })
}
