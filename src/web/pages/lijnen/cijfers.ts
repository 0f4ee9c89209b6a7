/** How the lines run, for who runs them: per team and period, and where a lane is missing. Never about one professional. */
import { KLEINSTE } from '../../../ervaring/index.ts'
import { datumOp, plusDagen } from '../../../kalender/index.ts'
import {
  gewoneInstellingen,
  type Lijncijfers,
  leesLijnonderwerp,
  MINSTENS_SAMEN,
  publiekGrens,
  type Teamcijfers,
} from '../../../lijnen/index.ts'
import { attrs, type Html, html, PlatformError } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { datatabel } from '../../ui/figuur/figuur.ts'
import { wachtbalken } from '../../ui/figuur/wachtbalken.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { zeg } from '../ervaring/woorden.ts'
import { onderwerpnaam, plaatsnamen, taalnaam } from './bron.ts'
import { lijncijferCsv } from './cijfers-csv.ts'
import { duur, procent } from './modelwoorden.ts'

/** In weeks, up to and with today. */
const periodes = [4, 13, 52] as const

interface Gekeken {
  readonly weken: number
  readonly van: string
  readonly tot: string
  readonly cijfers: Lijncijfers
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const gekeken = await kijk(verzoek)
  const { taal, spraak } = verzoek.context
  const { t, datum } = spraak
  const { cijfers, weken, van, tot } = gekeken
  const met = cijfers.teams.filter(({ gebeld }) => gebeld.soort === 'klein' || gebeld.n > 0)
  const inhoud = html`<p class="vd-lead">${t('lijncijfers.lead')}</p>
<p class="vd-note">${t('lijncijfers.klein', { n: KLEINSTE, samen: MINSTENS_SAMEN })}</p>
<form class="vd-filter vd-no-print" method="get" action="${adres(taal, 'balieLijncijfers')}"><div class="vd-filter__field"><label for="weken">${t('lijncijfers.periode')}</label>
<select class="vd-select" id="weken" name="weken">${periodes.map((n) => html`<option${attrs({ value: String(n), selected: n === weken })}>${t('lijncijfers.weken', { n })}</option>`)}</select></div>
<div class="vd-filter__field"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('lijncijfers.toon')}</button></div></form>
<p>${t('lijncijfers.van_tot', { van: datum(van), tot: datum(tot) })}</p>
${cijfers.isAfgekapt && html`<p class="vd-notice" role="status">${t('lijncijfers.afgekapt')}</p>`}
<p class="vd-no-print"><a href="${adres(taal, 'balieLijncijfersCsv', { filter: { weken: String(weken) } })}">${t('lijncijfers.csv')}</a></p>
${met.length === 0 ? html`<p>${t('lijncijfers.niets')}</p>` : teamdeel(verzoek, met)}
${publiekdeel(verzoek, cijfers)}${bezettingdeel(verzoek, cijfers)}${gemisdeel(verzoek, cijfers)}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('lijncijfers.titel'),
      ...{ inhoud, zonderGrond: true, breed: true },
      stijl: ['figuur.css', 'ervaring.css', 'lijnen.css'],
      terug: { adres: adres(taal, 'balieLijnen'), tekst: t('lijnen.terug') },
    }),
  }
}

export async function csv(verzoek: Verzoek): Promise<Antwoord> {
  const { cijfers, van, tot } = await kijk(verzoek)
  return {
    soort: 'bestand',
    type: 'text/csv; charset=utf-8',
    naam: `lijnen-${van}-${tot}.csv`,
    inhoud: lijncijferCsv(cijfers),
  }
}

async function kijk(verzoek: Verzoek): Promise<Gekeken> {
  const { balie, werker } = eisWerker(verzoek)
  if (balie.lijncijfers === undefined) throw new PlatformError('niet-gevonden')
  const { organisatie, rollen } = werker.subject
  const weken = periodes.find((n) => String(n) === verzoek.zoek.get('weken')) ?? 4
  const vandaag = datumOp(verzoek.nu, 'Europe/Amsterdam')
  const begin = new Date(verzoek.nu.getTime() - weken * 7 * 86_400_000)
  const cijfers = await balie.lijncijfers.cijfers(
    rollen.includes('installatiebeheerder') ? undefined : organisatie,
    begin,
    verzoek.nu,
  )
  return { weken, cijfers, van: plusDagen(vandaag, -7 * weken), tot: vandaag }
}

function teamdeel({ context }: Verzoek, teams: readonly Teamcijfers[]): Html {
  const { spraak } = context
  const { t, getal } = spraak
  const tijd = (s: number | undefined) => (s === undefined ? '–' : duur(spraak, s))
  const deel = (n: number | undefined) => (n === undefined ? '–' : `${getal(n)}%`)
  const regel = (een: Teamcijfers) =>
    t('lijncijfers.regel', { mediaan: tijd(een.mediaanSeconden), p90: tijd(een.p90Seconden) })
  // Of too few calls there is no bar to draw: the table says so.
  const inBeeld = teams.filter(({ p90Seconden }) => p90Seconden !== undefined)
  return html`<section class="vd-section vd-ervaring"><h2 id="teams">${t('lijncijfers.teams')}</h2>
${
  inBeeld.length > 0 &&
  wachtbalken({
    id: 'wachten',
    titel: t('lijncijfers.figuur'),
    beschrijving: inBeeld.map((een) => `${een.naam}: ${regel(een)}.`).join(' '),
    balken: inBeeld.map((een) => ({
      naam: een.naam,
      regel: regel(een),
      waarde: een.p90Seconden,
      stip: een.mediaanSeconden,
      isVol: true,
    })),
    onderschrift: html`<ul class="vd-legenda"><li><span class="vd-legenda__vak vd-legenda__vak--zeker"></span>${t('lijncijfers.balk')}</li><li><span class="vd-legenda__stip"></span>${t('lijncijfers.stip')}</li></ul>`,
  })
}
<div class="vd-scroll" role="region" tabindex="0" aria-labelledby="teams">${datatabel({
    naam: t('lijncijfers.teams'),
    koppen: (
      ['team', 'gebeld', 'mediaan', 'p90', 'snel', 'opgehangen', 'verruimd', 'nagekomen', 'gemist'] as const
    ).map((kop) => t(`lijncijfers.kop.${kop}`)),
    rijen: teams.map((een) => [
      een.naam,
      zeg(context, een.gebeld),
      tijd(een.mediaanSeconden),
      tijd(een.p90Seconden),
      deel(een.binnen20),
      ...[een.opgehangen, een.verruimd, een.nagekomen, een.gemist].map((n) => zeg(context, n)),
    ]),
  })}</div></section>`
}

/** What the public waits, beside the bound of what the lane adds to that. */
function publiekdeel({ context, beeld }: Verzoek, { publiek }: Lijncijfers): Html | undefined {
  const { t, getal } = context.spraak
  if (publiek.length === 0) return undefined
  const tijd = (s: number | undefined) => (s === undefined ? '–' : duur(context.spraak, s))
  const deel = (n: number | undefined) => (n === undefined ? '–' : `${getal(n)}%`)
  const { plafond } = gewoneInstellingen
  const grens = {
    plafond: procent(context.spraak, plafond),
    grens: procent(context.spraak, publiekGrens(plafond)),
  }
  return html`<section class="vd-section vd-ervaring"><h2 id="publiek">${t('lijncijfers.publiek')}</h2><p>${t('lijncijfers.publiek_uitleg', grens)}</p>
<div class="vd-scroll" role="region" tabindex="0" aria-labelledby="publiek">${datatabel({
    naam: t('lijncijfers.publiek'),
    koppen: (['pool', 'gebeld', 'mediaan', 'p90', 'snel', 'opgehangen'] as const).map((kop) =>
      t(`lijncijfers.kop.${kop}`),
    ),
    rijen: publiek.map((een) => [
      beeld.organisaties.get(een.team)?.naam ?? een.team,
      zeg(context, een.gebeld),
      ...[tijd(een.mediaanSeconden), tijd(een.p90Seconden), deel(een.binnen20), zeg(context, een.opgehangen)],
    ]),
  })}</div></section>`
}

function bezettingdeel({ context, beeld }: Verzoek, { pools }: Lijncijfers): Html | undefined {
  const { t, getal } = context.spraak
  const met = pools.filter(({ bezetting }) => bezetting !== undefined)
  if (met.length === 0) return undefined
  const naam = (pool: string) => beeld.organisaties.get(pool)?.naam ?? pool
  return html`<section class="vd-section vd-ervaring"><h2>${t('lijncijfers.bezetting')}</h2><p>${t('lijncijfers.bezetting_uitleg')}</p>
${datatabel({ naam: t('lijncijfers.bezetting'), koppen: [t('lijncijfers.kop.pool'), t('lijncijfers.kop.bezetting')], rijen: met.map(({ pool, bezetting = 0 }) => [naam(pool), `${getal(bezetting)}%`]) })}</section>`
}

function gemisdeel(verzoek: Verzoek, { gemist, zeldenGemist }: Lijncijfers): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const naam = (id: string): string => {
    const onderwerp = leesLijnonderwerp(id)
    return onderwerp === undefined ? id : onderwerpnaam(verzoek, onderwerp).tekst
  }
  const plaats = (gebied: string | undefined) =>
    gebied === undefined ? t('lijncijfers.zonder_plaats') : plaatsnamen(verzoek, [gebied])
  return html`<section class="vd-section vd-ervaring"><h2 id="gemist">${t('lijncijfers.gemist')}</h2><p>${t('lijncijfers.gemist_uitleg')}</p>
${
  gemist.length > 0 &&
  html`${wachtbalken({
    id: 'gemis',
    titel: t('lijncijfers.gemist'),
    beschrijving: gemist.map((een) => `${naam(een.onderwerp)}: ${zeg(context, een.aantal)}.`).join(' '),
    balken: gemist.slice(0, 10).map((een) => ({
      naam: naam(een.onderwerp),
      regel: `${plaats(een.gebied)} · ${taalnaam(context, een.taal)} · ${zeg(context, een.aantal)}`,
      waarde: een.aantal.soort === 'getal' ? een.aantal.n : undefined,
      isVol: true,
    })),
  })}<div class="vd-scroll" role="region" tabindex="0" aria-labelledby="gemist">${datatabel({
    naam: t('lijncijfers.gemist'),
    woorden: 3,
    koppen: (['onderwerp', 'plaats', 'taal', 'aantal'] as const).map((kop) => t(`lijncijfers.kop.${kop}`)),
    rijen: gemist.map((een) => [
      naam(een.onderwerp),
      plaats(een.gebied),
      taalnaam(context, een.taal),
      zeg(context, een.aantal),
    ]),
  })}</div>`
}
<p>${t('lijncijfers.zelden', { aantal: zeg(context, zeldenGemist) })}</p></section>`
}
