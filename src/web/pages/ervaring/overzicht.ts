/** Where people give up, for who looks after a service: pictures with their numbers beneath, and the same as a file. */
import {
  AFGEROND,
  type Ervaring,
  type Getal,
  grootsteUitval,
  type Kijker,
  KLEINSTE,
  perKanaal,
  perReden,
  perStap,
  perWeek,
  type Reis,
  reizen,
  type Stapuitkomst,
  type Weektelling,
} from '../../../ervaring/index.ts'
import { type Html, html, PlatformError } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { datatabel } from '../../ui/figuur/figuur.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { ervaringCsv } from './csv.ts'
import { stapfiguur, weekfiguur } from './figuren.ts'
import { type Ervaringfilter, eigenHuis, filterdelen, keuzeVan, leesFilter } from './filter.ts'
import { filtervorm } from './filtervorm.ts'
import { zeg, zegProcent } from './woorden.ts'

/** Named limit: so many sentences on one page, the newest. */
const HOOGSTENS_ZINNEN = 100

interface Gekeken {
  readonly ervaring: Ervaring
  readonly kijker: Kijker
  readonly filter: Ervaringfilter
  readonly keuze: ReturnType<typeof keuzeVan>
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { ervaring, kijker, filter, keuze } = kijk(verzoek)
  const { context } = verzoek
  const { t, datum } = context.spraak
  const [weken, organisaties, zinnen] = await Promise.all([
    ervaring.weken(kijker, keuze),
    ervaring.organisaties(kijker, keuze),
    ervaring.zinnen(kijker, keuze, HOOGSTENS_ZINNEN),
  ])
  const gekozen: readonly Reis[] = reizen.filter(({ id }) => filter.reis === undefined || id === filter.reis)
  const heeft = (reis: Reis) => weken.some(({ stap }) => reis.stappen.some(({ id }) => id === stap))
  const [met = [], weinig = [], zonder = []] = (['beeld', 'weinig', 'niets'] as const).map((stand) =>
    gekozen.filter(
      (reis) => (heeft(reis) ? (heeftBeeld(reis, weken) ? 'beeld' : 'weinig') : 'niets') === stand,
    ),
  )
  const stapIds = new Set(gekozen.flatMap(({ stappen }) => stappen.map(({ id }) => id)))
  const eigenZinnen = zinnen.filter(({ stap }) => stapIds.has(stap))
  const csv = adres(context.taal, 'balieErvaringCsv', { filter: filterdelen(filter) })
  const inhoud = html`<p class="vd-lead">${t('ervaring.overzicht.inleiding')}</p>
<p class="vd-note">${t('ervaring.overzicht.tellers')} ${t('ervaring.overzicht.klein', { n: KLEINSTE, stap: AFGEROND })}</p>
${filtervorm(verzoek, { filter, organisaties, isInstallatie: kijker.soort === 'installatie' })}
<p>${t('ervaring.overzicht.periode', { van: datum(keuze.van), tot: datum(vorige(keuze.tot)) })} ${kijker.soort === 'organisatie' && t('ervaring.overzicht.wat_u_ziet')}</p>
<p class="vd-no-print"><a href="${csv}">${t('ervaring.overzicht.csv')}</a></p>
${met.length > 1 && inhoudsopgave(context, met)}
${met.length > 0 && html`<p class="vd-note">${t('ervaring.uitval.te_klein', { n: KLEINSTE })}</p>`}
${met.map((reis) => reisdeel(context, reis, weken, keuze))}
${namen(context, 'weinig', weinig)}
${namen(context, 'leeg', zonder)}
<section class="vd-section" id="zinnen"><h2>${t('ervaring.zinnen.titel')}</h2><p>${t('ervaring.zinnen.uitleg')}</p>
${
  eigenZinnen.length === 0
    ? html`<p>${t('ervaring.zinnen.geen')}</p>`
    : html`<ul class="vd-rows">${eigenZinnen.map(
        (zin) =>
          html`<li class="vd-row"><span><q class="vd-tekst" lang="${zin.taal}">${zin.tekst}</q><br><span class="vd-calm vd-small">${datum(zin.dag)} · ${t(`ervaring.stap.${zin.stap}`)} · ${t(`ervaring.kanaal.${zin.kanaal}`)} · ${t(`ervaring.antwoord.${zin.antwoord}`)}${zin.reden !== undefined && html` · ${t(`ervaring.reden.${zin.reden}`)}`}</span></span></li>`,
      )}</ul>`
}</section>`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('ervaring.overzicht.titel'),
      inhoud,
      zonderGrond: true,
      breed: true,
      stijl: ['figuur.css', 'ervaring.css'],
    }),
  }
}

/** What is on the page, as rows: the same choices, and nothing that the page does not say. */
export async function csv(verzoek: Verzoek): Promise<Antwoord> {
  const { ervaring, kijker, filter, keuze } = kijk(verzoek)
  const weken = await ervaring.weken(kijker, keuze)
  return {
    soort: 'bestand',
    type: 'text/csv; charset=utf-8',
    naam: `ervaring-${keuze.van}-${vorige(keuze.tot)}.csv`,
    inhoud: ervaringCsv(weken, filter.reis),
  }
}

function kijk(verzoek: Verzoek): Gekeken {
  const { werker } = eisWerker(verzoek)
  const { ervaring, zoek, nu } = verzoek
  if (ervaring === undefined) throw new PlatformError('niet-gevonden')
  const { medewerker, organisatie, rollen } = werker.subject
  const kijker: Kijker = rollen.includes('installatiebeheerder')
    ? { soort: 'installatie' }
    : { soort: 'organisatie', medewerker, organisatie }
  const gelezen = leesFilter(zoek)
  // What another organisation has is not theirs to choose: the database would show nothing of it.
  const magKiezen =
    kijker.soort === 'installatie' ||
    gelezen.organisatie === undefined ||
    [eigenHuis, organisatie].includes(gelezen.organisatie)
  const filter = magKiezen ? gelezen : { ...gelezen, organisatie: undefined }
  return { ervaring, kijker, filter, keuze: keuzeVan(filter, nu) }
}

/** Is there a bar to draw, or an answer to show? A journey of nothing but «fewer than ten» is one line. */
function heeftBeeld({ stappen }: Reis, alle: readonly Weektelling[]): boolean {
  const ids = stappen.map(({ id }) => id)
  const van = alle.filter(({ stap }) => ids.includes(stap))
  return (
    perStap(van, stappen).some(({ lengte }) => lengte !== undefined) ||
    perKanaal(van, ids).some(({ verdeling }) => Object.values(verdeling.delen).some(isTeZien)) ||
    perReden(van).some(({ aantal }) => isTeZien(aantal))
  )
}

function isTeZien(een: Getal): boolean {
  return een.soort === 'getal' && een.n > 0
}

/** Journeys of which there is nothing to see, and why. */
function namen(
  { spraak: { t } }: Context,
  waarom: 'weinig' | 'leeg',
  welke: readonly Reis[],
): Html | undefined {
  if (welke.length === 0) return undefined
  return html`<section class="vd-section"><h2>${t(`ervaring.overzicht.${waarom}`, { n: KLEINSTE })}</h2><ul class="vd-list vd-columns">${welke.map(({ id }) => html`<li>${t(`ervaring.reis.${id}`)}</li>`)}</ul></section>`
}

function inhoudsopgave({ spraak: { t } }: Context, met: readonly Reis[]): Html {
  return html`<nav class="vd-no-print" aria-label="${t('ervaring.overzicht.reizen')}"><ul class="vd-links">${met.map(({ id }) => html`<li><a href="#reis-${id}">${t(`ervaring.reis.${id}`)}</a></li>`)}</ul></nav>`
}

function reisdeel(
  context: Context,
  reis: Reis,
  alle: readonly Weektelling[],
  periode: Gekeken['keuze'],
): Html {
  const { t, datum } = context.spraak
  const ids = reis.stappen.map(({ id }) => id)
  const van = alle.filter(({ stap }) => ids.includes(stap))
  const stappen = perStap(van, reis.stappen)
  const uitval = grootsteUitval(stappen)
  const kanalen = perKanaal(van, ids)
  const redenen = perReden(van)
  const weken = perWeek(van, periode)
  const naam = t(`ervaring.reis.${reis.id}`)
  const kop = (sleutel: string) => t(`ervaring.kop.${sleutel}`)
  return html`<section class="vd-section vd-ervaring" id="reis-${reis.id}"><h2>${naam}</h2>
<p>${uitval === undefined ? t('ervaring.uitval.geen') : t('ervaring.uitval.meest', { stap: t(`ervaring.stap.${uitval.stap.id}`), n: zeg(context, uitval.gestopt) })}</p>
<h3>${t('ervaring.figuur.stappen')}</h3>
${stapfiguur(context, reis.id, naam, stappen)}
${tabel(
  t('ervaring.figuur.stappen'),
  [kop('stap'), kop('gekomen'), kop('verder'), kop('gestopt'), kop('fout'), kop('terug')],
  stappen.map((een) => staprij(context, een)),
)}
${stappen.some(({ stap }) => stap.kanKlaar) && html`<p class="vd-calm vd-small">* ${t('ervaring.uitval.klaar')}</p>`}
${
  kanalen.length === 0
    ? html`<p>${t('ervaring.gelukt.geen')}</p>`
    : html`<h3>${t('ervaring.gelukt.titel')}</h3>${tabel(
        t('ervaring.gelukt.titel'),
        [
          kop('stap'),
          kop('kanaal'),
          ...(['ja', 'deels', 'nee'] as const).map((een) => t(`ervaring.antwoord.${een}`)),
          kop('totaal'),
        ],
        kanalen.map(({ stap, kanaal, verdeling }) => [
          t(`ervaring.stap.${stap}`),
          t(`ervaring.kanaal.${kanaal}`),
          ...(['ja', 'deels', 'nee'] as const).map((een) =>
            zegProcent(context, verdeling.delen[een], verdeling.procent?.[een]),
          ),
          zeg(context, verdeling.totaal),
        ]),
      )}`
}
${
  redenen.length > 0 &&
  html`<h3>${t('ervaring.waarom.titel')}</h3>${tabel(
    t('ervaring.waarom.titel'),
    [kop('reden'), kop('genoemd')],
    redenen.map(({ reden, aantal }) => [t(`ervaring.reden.${reden}`), zeg(context, aantal)]),
  )}`
}
${weken.some(({ gekomen }) => isTeZien(gekomen)) && html`<h3>${t('ervaring.figuur.weken')}</h3>${weekfiguur(context, reis.id, naam, weken)}`}
<details class="vd-details"><summary>${t('ervaring.figuur.weken_tabel')}<span class="vd-visually-hidden">: ${naam}</span></summary><div>${tabel(
    t('ervaring.figuur.weken'),
    [
      kop('week'),
      kop('gekomen'),
      ...(['ja', 'deels', 'nee'] as const).map((een) => t(`ervaring.antwoord.${een}`)),
    ],
    weken.map(({ week, gekomen, verdeling }) => [
      datum(week),
      zeg(context, gekomen),
      ...(['ja', 'deels', 'nee'] as const).map((een) => zeg(context, verdeling?.delen[een] ?? geen)),
    ]),
  )}</div></details></section>`
}

const geen: Getal = { soort: 'getal', n: 0 }

function staprij(context: Context, een: Stapuitkomst): readonly string[] {
  const { t } = context.spraak
  const { isEinde } = een
  return [
    t(`ervaring.stap.${een.stap.id}`),
    zeg(context, een.gekomen),
    isEinde ? t('ervaring.getal.einde') : zeg(context, een.verder),
    isEinde ? '–' : `${zeg(context, een.gestopt)}${een.stap.kanKlaar && een.gestopt ? '*' : ''}`,
    zeg(context, een.fout),
    zeg(context, een.terug),
  ]
}

/** Wide tables scroll by themselves on a phone, and can be reached with a key. */
function tabel(naam: string, koppen: readonly string[], rijen: readonly (readonly string[])[]): Html {
  return html`<div class="vd-scroll" role="region" tabindex="0" aria-label="${naam}">${datatabel({ naam, koppen, rijen })}</div>`
}

function vorige(tot: string): string {
  const dag = new Date(`${tot}T00:00:00Z`)
  dag.setUTCDate(dag.getUTCDate() - 1)
  return dag.toISOString().slice(0, 10)
}
