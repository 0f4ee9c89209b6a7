/** What a resident sees of their cases, for a professional who helps them: the same parts, and how the sources are doing. */
import { type Html, html, PlatformError } from '../../../platform/index.ts'
import { handelendeMet } from '../../../toegang/index.ts'
import type { Kijker, Zaakref, Zaken, Zakenblik } from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { WACHT_MS } from '../mijn/zaken.ts'
import { leesFilter, type Zakenfilter } from '../zaken/filter.ts'
import { zakenlijst } from '../zaken/lijst.ts'
import {
  bijlage,
  leesBronnen,
  leesDocument,
  leesRef,
  type Niet,
  nietInhoud,
  nietTitel,
  statusVan,
} from '../zaken/openen.ts'
import { maakScherm, type Scherm } from '../zaken/scherm.ts'
import { contactDeel, isOpenGevraagd, takenDeel, verstuurdIn } from '../zaken/taken.ts'
import { metUitval } from '../zaken/uitval.ts'
import { organisatieVan, tijdstip, titelVan } from '../zaken/woorden.ts'
import { zaakInhoud, zaaktitel } from '../zaken/zaak.ts'
import { eisGrond, eisPersoon } from './eis.ts'
import { baliePagina, grondveld } from './kader.ts'
import { grondnaam } from './kanalen.ts'

interface Balie {
  readonly zaken: Zaken
  readonly kijker: Kijker
  readonly scherm: Scherm
  /** Of the professional. */
  readonly organisatie: string
}

/** What was fetched for this ground is seen under no other, and is gone with it. */
function eisZaken(verzoek: Verzoek): Balie {
  const { balie, werker, grond } = eisGrond(verzoek)
  const persoon = eisPersoon(grond)
  if (balie.zaken === undefined) throw new PlatformError('niet-gevonden')
  return {
    zaken: balie.zaken,
    kijker: { plek: grond.id, persoon, door: handelendeMet(grond), doel: grond.doel },
    scherm: maakScherm(verzoek, 'balie', grondveld(grond)),
    organisatie: werker.subject.organisatie,
  }
}

export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return lijst(verzoek, leesFilter(verzoek.zoek))
}

export function zoek(verzoek: Verzoek): Promise<Antwoord> {
  return lijst(verzoek, leesFilter(verzoek.form, verzoek.form.get('tekst')))
}

async function lijst(verzoek: Verzoek, filter: Zakenfilter): Promise<Antwoord> {
  const delen = eisZaken(verzoek)
  const { scherm, zaken, kijker } = delen
  const { t } = scherm.context.spraak
  const [blik, naam] = await Promise.all([zaken.kijk(kijker, WACHT_MS), grondnaam(verzoek)])
  const gedaan = gedaanUit(verzoek.zoek, ['opnieuw'])
  const inhoud = html`<p class="vd-note">${t('zaken.balie.zelfde')}</p>
${zakenlijst({ scherm, blik, filter, meer: html`${gezondheid(scherm, blik)}${eigenNummers(delen, blik)}` })}`
  return pagina(verzoek, {
    titel: t('zaken.balie.titel'),
    inhoud,
    naam,
    melding: gedaan && t(`zaken.gedaan.${gedaan}`),
  })
}

/** Beyond what the resident sees: how each source that failed is failing. */
function gezondheid(scherm: Scherm, { bronnen }: Zakenblik): Html {
  const { t } = scherm.context.spraak
  const stuk = bronnen.flatMap(({ bron, stand }) => (stand.soort === 'mislukt' ? [{ bron, stand }] : []))
  return html`<section class="vd-section" aria-labelledby="alleen-balie"><h2 id="alleen-balie">${t('zaken.balie.alleen')}</h2>
${
  stuk.length === 0
    ? html`<p>${t('zaken.balie.alles_goed')}</p>`
    : html`<ul class="vd-list">${stuk.map(({ bron, stand }) => html`<li>${organisatieVan(scherm, bron).naam}: ${t('zaken.balie.storing', { code: stand.waarom, moment: tijdstip(scherm, stand.sinds) })}</li>`)}</ul>`
}</section>`
}

/** The numbers under which their own colleagues find these cases. */
function eigenNummers({ scherm, organisatie }: Balie, { zaken }: Zakenblik): Html | undefined {
  const { t } = scherm.context.spraak
  const eigen = zaken.flatMap((zaak) =>
    zaak.organisatie === organisatie && zaak.nummer !== undefined
      ? [html`${titelVan(scherm, zaak)}: ${zaak.nummer}`]
      : [],
  )
  if (eigen.length === 0) return undefined
  return html`<section class="vd-section" aria-labelledby="eigen-nummers"><h2 id="eigen-nummers">${t('zaken.balie.nummers')}</h2><ul class="vd-list">${eigen.map((nummer) => html`<li>${nummer}</li>`)}</ul></section>`
}

export async function opnieuw(verzoek: Verzoek): Promise<Antwoord> {
  const { zaken, kijker } = eisZaken(verzoek)
  await Promise.all(leesBronnen(verzoek.form).map((bron) => zaken.opnieuw(kijker, bron)))
  const naar = adres(verzoek.context.taal, 'balieZaken', { gedaan: 'opnieuw', anker: 'wie-antwoordde' })
  return { soort: 'ga-naar', adres: naar }
}

export async function toonZaak(verzoek: Verzoek): Promise<Antwoord> {
  const ref = leesRef(verzoek)
  if (ref === undefined) return { soort: 'niet-gevonden' }
  const { zaken, kijker, scherm: kaal } = eisZaken(verzoek)
  const [uitkomst, taken, contacten, naam] = await Promise.all([
    zaken.open(kijker, ref),
    zaken.taken(kijker, ref),
    zaken.contacten(kijker, ref),
    grondnaam(verzoek),
  ])
  if (uitkomst.status !== 'ok') return nietPagina(verzoek, kaal, ref, { uitkomst, wat: 'zaak' })
  const { gegevens: verhaal, op } = uitkomst
  const scherm = await metUitval(verzoek, kaal, verhaal.zaak.organisatie)
  const { t } = scherm.context.spraak
  const inhoud = html`<p class="vd-note">${t('zaken.balie.zelfde')}</p>
${zaakInhoud({
  scherm,
  verhaal,
  op,
  taken: takenDeel(scherm, ref, taken),
  isOpenGevraagd: isOpenGevraagd(taken),
  verstuurd: verstuurdIn(taken),
  contactmomenten: contactDeel(scherm, ref, contacten),
})}`
  const titel = zaaktitel(scherm, verhaal)
  return pagina(verzoek, { titel, kop: titelVan(scherm, verhaal.zaak), inhoud, naam, isZaak: true })
}

export async function document(verzoek: Verzoek): Promise<Antwoord> {
  const ref = leesRef(verzoek)
  const uuid = leesDocument(verzoek)
  if (ref === undefined || uuid === undefined) return { soort: 'niet-gevonden' }
  const { zaken, kijker, scherm } = eisZaken(verzoek)
  const uitkomst = await zaken.document(kijker, ref, uuid)
  if (uitkomst.status === 'ok') return bijlage(uitkomst.gegevens)
  return nietPagina(verzoek, scherm, ref, { uitkomst, wat: 'document' })
}

function nietPagina(
  verzoek: Verzoek,
  scherm: Scherm,
  ref: Zaakref,
  waarom: { readonly uitkomst: Niet; readonly wat: 'zaak' | 'document' },
): Antwoord {
  const delen = { scherm, ref, ...waarom }
  const titel = nietTitel(delen)
  return pagina(verzoek, {
    titel,
    inhoud: nietInhoud(delen),
    isZaak: true,
    status: statusVan(waarom.uitkomst),
  })
}

function pagina(
  verzoek: Verzoek,
  delen: {
    readonly titel: string
    readonly kop?: Html
    readonly inhoud: Html
    /** Absent where nothing of theirs could be shown. */
    readonly naam?: string | undefined
    readonly melding?: string | undefined
    readonly isZaak?: boolean
    readonly status?: number
  },
): Antwoord {
  const { titel, kop, melding, isZaak = false, status = 200 } = delen
  const { taal, spraak } = verzoek.context
  const terug = isZaak ? 'balieZaken' : 'balieInwoner'
  const inhoud = html`${delen.inhoud}
<p class="vd-no-print"><a href="${adres(taal, terug)}">${spraak.t(`zaken.balie.terug_${isZaak ? 'lijst' : 'inwoner'}`)}</a></p>`
  const naam = delen.naam ?? spraak.t('zaken.balie.de_inwoner')
  return {
    soort: 'pagina',
    status,
    pagina: baliePagina(verzoek, {
      titel,
      kop,
      inhoud,
      melding,
      naam,
      stijl: ['regeling.css', 'zaken.css', ...(isZaak ? ['zaak.css'] : [])],
      script: isZaak ? [] : ['zaken.js'],
    }),
  }
}
