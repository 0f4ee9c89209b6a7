/** One thing that an organisation asks: done here when it can be, and otherwise there. */

import { parseUuid } from '../../../domain/index.ts'
import { Bestandsformulier } from '../../../platform/http/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Contactuitkomst, GevraagdeTaak, Taak, Zaakbeeld, Zaakref } from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { contact } from '../zaken/contact.ts'
import { leesRef, waarom } from '../zaken/openen.ts'
import { maakScherm, type Scherm } from '../zaken/scherm.ts'
import { leesBestanden, leesIngevuld, taakvorm } from '../zaken/taakvorm.ts'
import { uitleg, verstuurd } from '../zaken/taken.ts'
import { organisatieVan, tijdstip } from '../zaken/woorden.ts'
import { overZaak } from '../zaken/zaak.ts'
import { gedaanUit, mijnPagina } from './kader.ts'
import { alleenKijken, eisZaken, mijnScherm } from './zaken.ts'

/** Also where somebody comes back to from elsewhere: the source is asked how it stands, the address proves nothing. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const plek = leesPlek(verzoek)
  if (plek === undefined) return { soort: 'niet-gevonden' }
  const { zaken, kijker } = eisZaken(verzoek)
  const [uitkomst, zaak] = await Promise.all([
    zaken.taak(kijker, plek.ref, plek.uuid),
    zaakBij(verzoek, plek.ref),
  ])
  return paginaVan(verzoek, plek, uitkomst, { ingevuld: new URLSearchParams(), fouten: [], zaak })
}

export async function stuur(van: Verzoek): Promise<Antwoord> {
  const plek = leesPlek(van)
  if (plek === undefined) return { soort: 'niet-gevonden' }
  const { bron, uuid: zaak } = plek.ref
  const pad = adres('nl', 'taak', { bron, zaak, taak: plek.uuid })
  const verzoek = { ...van, context: { ...van.context, pad } }
  const { zaken, kijker } = eisZaken(verzoek)
  const voor = await zaken.taak(kijker, plek.ref, plek.uuid)
  const ingevuld = van.form
  const opnieuw = async (
    uitkomst: Contactuitkomst<GevraagdeTaak>,
    fouten: readonly Veldfout[] = [],
    status = 200,
  ) =>
    paginaVan(verzoek, plek, uitkomst, { ingevuld, fouten, status, zaak: await zaakBij(verzoek, plek.ref) })
  if (voor.status !== 'ok' || voor.gegevens.status !== 'open') return opnieuw(voor)
  const { uitvoering } = voor.gegevens
  const scherm = maakScherm(verzoek, 'mijn')
  let na: Contactuitkomst<Taak>
  if (uitvoering.soort === 'upload' && van.bestandsformulier instanceof Bestandsformulier) {
    const { bestanden, fouten } = leesBestanden(van.bestandsformulier, uitvoering, scherm)
    if (fouten.length > 0) return opnieuw(voor, fouten, 400)
    na = await zaken.lever(kijker, plek.ref, plek.uuid, bestanden)
  } else if (uitvoering.soort === 'formulier') {
    const { waarden, fouten } = leesIngevuld(ingevuld, uitvoering.velden, scherm)
    if (fouten.length > 0) return opnieuw(voor, fouten, 400)
    na = await zaken.vulIn(kijker, plek.ref, plek.uuid, waarden)
  } else return opnieuw(voor)
  if (na.status === 'ok') {
    const gedaan = na.gegevens.status === 'open' ? 'verstuurd' : 'gedaan'
    const naar = adres(van.context.taal, 'taak', { bron, zaak, taak: plek.uuid, gedaan })
    return { soort: 'ga-naar', adres: naar }
  }
  if (na.status !== 'fout') return opnieuw(na)
  const { t } = scherm.context.spraak
  const fout = { veld: 'taak', tekst: `${waarom(scherm, na)} ${t('taken.niet_aangekomen')}` }
  // A browser gives no file back.
  const kies = { veld: 'bestand', tekst: t('taken.fout.kies_opnieuw') }
  return opnieuw(voor, uitvoering.soort === 'upload' ? [fout, kies] : [fout], 503)
}

interface Plek {
  readonly ref: Zaakref
  readonly uuid: string
}

function leesPlek(verzoek: Verzoek): Plek | undefined {
  const ref = leesRef(verzoek)
  const { taak = '' } = verzoek.delen
  // As its organisation spells it: there it is looked up by that.
  return ref === undefined || parseUuid(taak) === undefined ? undefined : { ref, uuid: taak }
}

interface Ingevuldevorm {
  readonly ingevuld: URLSearchParams
  readonly fouten: readonly Veldfout[]
  readonly status?: number
  readonly zaak: Zaakbeeld | undefined
}

/** Which case it is in, for its name and number; without an answer the page goes without. */
async function zaakBij(verzoek: Verzoek, ref: Zaakref): Promise<Zaakbeeld | undefined> {
  const { zaken, kijker } = eisZaken(verzoek)
  const uitkomst = await zaken.open(kijker, ref)
  return uitkomst.status === 'ok' ? uitkomst.gegevens.zaak : undefined
}

function paginaVan(
  verzoek: Verzoek,
  plek: Plek,
  uitkomst: Contactuitkomst<GevraagdeTaak>,
  vorm: Ingevuldevorm,
): Antwoord {
  const scherm = mijnScherm(verzoek)
  const { spraak, taal } = scherm.context
  const { t } = spraak
  const { bron, uuid: zaak } = plek.ref
  const terug = html`<p><a href="${adres(taal, 'zaak', { bron, zaak })}">${t('taken.naar_zaak')}</a></p>`
  const delen = { terug: 'zaken', stijl: ['regeling.css', 'zaken.css', 'zaak.css'] } as const
  if (uitkomst.status !== 'ok') {
    const isFout = uitkomst.status === 'fout'
    const inhoud = html`<p class="vd-lead">${isFout ? waarom(scherm, uitkomst) : t('taken.niet_te_zien')}</p>
${terug}${contact(scherm, { organisatie: bron })}`
    const titel = t(isFout ? 'taken.niet_titel' : 'taken.onbekend_titel')
    const pagina = mijnPagina(scherm.context, { ...delen, titel, inhoud })
    return { soort: 'pagina', pagina, status: isFout ? 503 : 404 }
  }
  const taak = uitkomst.gegevens
  const gedaan = gedaanUit(verzoek.zoek, ['verstuurd', 'gedaan'])
  const { fouten, status = 200, zaak: hoortBij } = vorm
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-calm">${t('taken.van', { organisatie: organisatieVan(scherm, bron).naam })}</p>
${overZaak(scherm, hoortBij)}
${uitleg(scherm, taak)}
${taak.status === 'open' ? (alleenKijken(scherm) ?? doen(verzoek, scherm, plek, taak, vorm)) : html`<p class="vd-notice" role="status">${t(`taken.stand.${taak.status}`)}</p>`}
${verstuurd(scherm, taak.verstuurd)}
${terug}
${contact(scherm, { organisatie: bron, ...(hoortBij?.nummer !== undefined && { nummer: hoortBij.nummer }) })}`
  const pagina = mijnPagina(scherm.context, {
    ...delen,
    titel: woorden(spraak, taak.titel).tekst,
    inhoud,
    melding: gedaan && t(`taken.melding.${gedaan}`),
    isFout: fouten.length > 0,
  })
  return { soort: 'pagina', pagina, status }
}

function doen(verzoek: Verzoek, scherm: Scherm, plek: Plek, taak: Taak, vorm: Ingevuldevorm): Html {
  const { t } = scherm.context.spraak
  const { bron, uuid: zaak } = plek.ref
  const actie = adres(scherm.context.taal, 'taakStuur', { bron, zaak, taak: plek.uuid })
  const { elders, soort } = taak.uitvoering
  const eigen = taakvorm(scherm, taak, { actie, ...vorm })
  const naar = new URL(elders)
  naar.searchParams.set(
    'returnUrl',
    new URL(adres(scherm.context.taal, 'taak', { bron, zaak, taak: plek.uuid }), verzoek.post.basis).href,
  )
  return html`${taak.uiterlijk !== undefined && html`<p>${t('taken.uiterlijk', { moment: tijdstip(scherm, taak.uiterlijk) })}</p>`}
${eigen}
<section class="vd-section" aria-labelledby="elders"><h2 id="elders">${t(eigen === undefined ? 'taken.elders.titel' : 'taken.elders.ook')}</h2>
<p>${t(soort === 'betaling' ? 'taken.elders.betaling' : 'taken.elders.tekst', { website: elders.host })}</p>
<p class="vd-actions"><a class="utrecht-button ${eigen === undefined ? 'utrecht-button--primary-action' : 'utrecht-button--secondary-action'}" href="${naar.href}" rel="external noreferrer">${t(soort === 'betaling' ? 'taken.elders.betaal' : 'taken.elders.ga')}</a></p>
<p class="vd-calm">${t('taken.elders.daarna')}</p></section>
<p>${t('taken.papier')}</p>`
}
