/** A call over a line, for whoever began it: their place, who it rings at, or when they are called back. */
import { parseDatum } from '../../../domain/index.ts'
import { datumOp, momentOp, type Tijdzone, tijdOp } from '../../../kalender/index.ts'
import type { Gidsrij, Lijnteam, Oproepbeeld, Plaatsbeeld, Toezegging } from '../../../lijnen/index.ts'
import { attrs, type Html, html, PlatformError } from '../../../platform/index.ts'
import { lijnRegel, lijnUit, zonderLijnRegel } from '../../bezoek/lijnkoekje.ts'
import { adres } from '../../routes.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { wanneer } from '../afspraken/kant.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { levendscript } from '../loket/levend.ts'
import { organisatienaam } from '../loket/woorden.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { onderwerpnaam } from './bron.ts'
import { KIJK_OPNIEUW, leesLijn } from './eis.ts'

const meldingen = ['geen-tijd', 'niet', 'druk'] as const

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const plek = leesLijn(verzoek)
  const { balie } = eisWerker(verzoek)
  const { context, delen, zoek } = verzoek
  const beller = delen.gesprek ?? ''
  await plek?.lijn.leeftBeller(plek.wie, beller)
  const beeld = await plek?.lijn.oproep(plek.wie, beller)
  if (plek === undefined || beeld === undefined) return { soort: 'niet-gevonden' }
  if (beeld.stand.soort === 'in-gesprek')
    return {
      soort: 'ga-naar',
      adres: adres(context.taal, 'balieGesprek', { gesprek: beeld.stand.gesprek }),
    }
  const { t } = context.spraak
  const team = teamIn(beeld)
  const rijen = (await balie.gids?.alle()) ?? []
  const rij = rijen.find((een) => een.team.id === team)
  const gedaan = gedaanUit(zoek, meldingen)
  const isVoorbij = beeld.stand.soort === 'voorbij'
  const pagina = baliePagina(verzoek, {
    titel: t('lijndienst.oproep.titel'),
    inhoud: inhoud(verzoek, beeld, {
      naam: rij?.team.naam,
      zone: rij?.team.rooster.zone ?? 'Europe/Amsterdam',
      ookBij: ookBij(beeld, rijen),
    }),
    ...{ zonderGrond: true, zonderStrook: true },
    stijl: ['loket.css', 'lijnen.css'],
    script: levendscript,
    ...(!isVoorbij && { ververs: KIJK_OPNIEUW }),
    melding: gedaan && t(`lijndienst.oproep.gedaan.${gedaan}`),
    terug: { adres: adres(context.taal, 'balieLijnen'), tekst: t('lijnen.terug') },
  })
  const koekje = koekjeVoor(verzoek, beller, isVoorbij)
  return { soort: 'pagina', pagina, ...(koekje && { koekjes: [koekje] }) }
}

/** Who is on duty as well keeps what says so. */
function koekjeVoor({ post }: Verzoek, beller: string, isVoorbij: boolean): string | undefined {
  const al = lijnUit(post.cookie, post.isHttps)
  if (isVoorbij)
    return al?.soort === 'oproep' && al.beller === beller ? zonderLijnRegel(post.isHttps) : undefined
  return al === undefined ? lijnRegel({ soort: 'oproep', beller }, post.isHttps) : undefined
}

function teamIn({ stand }: Oproepbeeld): string | undefined {
  if (stand.soort === 'gaat-over') return stand.team
  if (stand.soort === 'beloofd') return stand.toezegging.team
  if (stand.soort !== 'wacht') return undefined
  return stand.beeld.beller.aanbod?.team ?? stand.beeld.beller.passend[0]?.team
}

/** Teams at which is looked by now beside their own, here and at other organisations. */
function ookBij({ stand }: Oproepbeeld, rijen: readonly Gidsrij[]): readonly Lijnteam[] {
  if (stand.soort !== 'wacht') return []
  const { passend, stap } = stand.beeld.beller
  const verder = passend.filter(({ vanafStap }) => vanafStap > 0 && vanafStap <= stap)
  const ids = [...verder.map(({ team }) => team), ...stand.ookBij]
  return ids.flatMap((id) => rijen.find(({ team }) => team.id === id)?.team ?? [])
}

/** What it is called now; also read out when it changed. */
const kopwoorden: Readonly<Record<Oproepbeeld['stand']['soort'], string>> = {
  wacht: 'wacht',
  'gaat-over': 'gaat_over',
  beloofd: 'beloofd',
  'in-gesprek': 'voorbij',
  voorbij: 'voorbij',
}

interface Team {
  readonly naam: string | undefined
  readonly zone: Tijdzone
  readonly ookBij: readonly Lijnteam[]
}

function inhoud(verzoek: Verzoek, beeld: Oproepbeeld, team: Team): Html {
  const { t } = verzoek.context.spraak
  const { oproep, stand } = beeld
  const isOpen = stand.soort !== 'voorbij'
  const levend = {
    ...{ 'data-verrijk': 'levend', 'data-kant': 'balie', 'data-soort': 'lijnoproep' },
    ...{ 'data-id': oproep.beller, 'data-nr': beeld.nr, 'data-altijd': '' },
    ...{
      'data-iets': t('lijndienst.iets'),
      'data-nieuws': t(`lijndienst.oproep.${kopwoorden[stand.soort]}`),
    },
    'data-weg': t('lijndienst.weg'),
  }
  return html`<p class="vd-lead">${t('lijndienst.oproep.over', { onderwerp: onderwerpnaam(verzoek, oproep.onderwerp).tekst })}</p>
${isOpen && html`<div role="status"${attrs(levend)}></div>`}
<div class="vd-stack" data-deel="oproep">${standdeel(verzoek, beeld, team)}</div>`
}

function standdeel(verzoek: Verzoek, { oproep, stand }: Oproepbeeld, team: Team): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const actie = adres(context.taal, 'balieOproepDoe', { gesprek: oproep.beller })
  const vak = (kop: string, soort: string, rest: Html): Html =>
    html`<section class="vd-dienst vd-dienst--${soort}" aria-labelledby="stand"><h2 id="stand">${kop}</h2>${rest}</section>`
  switch (stand.soort) {
    case 'wacht':
      return html`${vak(t('lijndienst.oproep.wacht'), 'wacht', wachtdeel(verzoek, stand.beeld, team))}
${knoppen(verzoek, actie, ['terug', 'weg'])}
<p class="vd-calm vd-small">${t('lijndienst.oproep.plaats_blijft')}</p>
<noscript><p class="vd-calm vd-small">${t('lijndienst.zonder_script')}</p></noscript>`
    case 'gaat-over':
      return html`${vak(t('lijndienst.oproep.gaat_over'), 'gaat-over', html`<p>${t('lijndienst.oproep.gaat_over_bij', { team: team.naam ?? '' })}</p>`)}
${knoppen(verzoek, actie, ['weg'])}`
    case 'beloofd':
      return html`${vak(t('lijndienst.oproep.beloofd'), 'beloofd', belofte(verzoek, stand, team))}
${!stand.isNu && later(verzoek, actie)}
${knoppen(verzoek, actie, ['trek_in'])}`
    case 'in-gesprek':
    case 'voorbij':
      return html`${vak(t('lijndienst.oproep.voorbij'), 'voorbij', html`<p>${t(`lijndienst.oproep.afloop.${oproep.afloop ?? 'verlaten'}`)}</p>`)}
${oproep.afloop === 'gesproken' && oproep.gesprek !== undefined && html`<p><a href="${adres(context.taal, 'balieNotitie', { gesprek: oproep.gesprek })}">${t('lijndienst.notitie')}</a></p>`}
${oproep.ketenzaak !== undefined && html`<p><a href="${adres(context.taal, 'balieKetenzaak', { ketenzaak: oproep.ketenzaak })}">${t('lijndienst.naar_zaak')}</a></p>`}
<p><a class="utrecht-button utrecht-button--primary-action" href="${adres(context.taal, 'balieLijnen')}">${t('lijndienst.oproep.weer')}</a></p>`
    default:
      return stand satisfies never
  }
}

/** The place, a band and never one number, and how far is looked by now. */
function wachtdeel(verzoek: Verzoek, { beller, band }: Plaatsbeeld, { zone, ookBij }: Team): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const { aanbod, stap } = beller
  const namen = ookBij.map(
    ({ naam, organisatie }) => `${naam} (${organisatienaam(verzoek, organisatie).tekst})`,
  )
  return html`<p>${
    band.soort === 'band'
      ? html`<strong>${t('lijndienst.oproep.plaats', { n: band.voor })}</strong> ${t(band.vanMinuten === 0 ? 'lijndienst.oproep.hoogstens' : 'lijndienst.oproep.band', { van: band.vanMinuten, tot: band.totMinuten })}${band.alsPubliek && ` ${t('lijndienst.oproep.als_publiek')}`}`
      : t(`lijndienst.oproep.${band.soort}`)
  }</p>
<p class="vd-calm">${namen.length > 0 ? t('lijndienst.oproep.ook_bij', { teams: opsomming(context.spraak, namen) }) : t('lijndienst.oproep.eigen')}${stap === 3 && ` ${t('lijndienst.oproep.terugbellen')}`}</p>
${aanbod !== undefined && html`<p class="vd-note">${t('lijndienst.oproep.aanbod', { moment: wanneer(context, new Date(aanbod.beginMs), zone) })}</p>`}`
}

function belofte(
  { context }: Verzoek,
  { toezegging, isNu }: { readonly toezegging: Toezegging; readonly isNu: boolean },
  { naam, zone }: Team,
): Html {
  const { t } = context.spraak
  const moment = wanneer(context, new Date(toezegging.beginMs), zone)
  const tot = tijdOp(new Date(toezegging.uiterlijkMs), zone)
  return html`${toezegging.keer > 1 && html`<p>${t('lijndienst.oproep.opnieuw')}</p>`}
<p><strong>${t('lijndienst.oproep.wanneer', { moment, tot })}</strong>${naam !== undefined && html`<br><span class="vd-calm" lang="nl">${naam}</span>`}</p>
<p>${t(isNu ? 'lijndienst.oproep.beloofd_nu' : 'lijndienst.oproep.beloofd_uitleg')}</p>`
}

/** Another time: not before what they choose, by the clock of the country. */
function later(verzoek: Verzoek, actie: string): Html {
  const { t } = verzoek.context.spraak
  const vandaag = datumOp(verzoek.nu, 'Europe/Amsterdam')
  return html`<details class="vd-details" id="later"><summary>${t('lijndienst.oproep.later')}</summary><form class="vd-stack" method="post" action="${actie}">
<div class="vd-oproep__later"><p class="utrecht-form-field"><label class="utrecht-form-label" for="dag">${t('lijndienst.oproep.niet_voor')}</label>
<input class="utrecht-textbox" type="date" id="dag" name="dag" min="${vandaag}" value="${vandaag}" required></p>
<p class="utrecht-form-field"><label class="utrecht-form-label" for="tijd">${t('lijndienst.oproep.niet_voor_tijd')}</label>
<input class="utrecht-textbox" type="time" id="tijd" name="tijd" required></p></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="later">${t('lijndienst.oproep.later_knop')}</button></p></form></details>`
}

function knoppen({ context }: Verzoek, actie: string, namen: readonly ('terug' | 'weg' | 'trek_in')[]): Html {
  const { t } = context.spraak
  return html`<form method="post" action="${actie}"><p class="vd-actions">${namen.map(
    (naam) =>
      html`<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="${naam === 'terug' ? 'terug' : 'weg'}">${t(`lijndienst.oproep.${naam}`)}</button>`,
  )}</p></form>`
}

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const plek = leesLijn(verzoek)
  const { form, context, delen, post } = verzoek
  const beller = delen.gesprek ?? ''
  if (plek === undefined) return { soort: 'niet-gevonden' }
  const { lijn, wie } = plek
  const wat = form.get('doe')
  const terug = (gedaan?: (typeof meldingen)[number], koekjes?: readonly string[]): Antwoord => ({
    soort: 'ga-naar',
    adres: adres(context.taal, 'balieOproep', { gesprek: beller, ...(gedaan && { gedaan }) }),
    ...(koekjes && { koekjes }),
  })
  if (wat === 'weg') {
    await lijn.verlaat(wie, beller)
    return terug(
      undefined,
      lijnUit(post.cookie, post.isHttps)?.soort === 'oproep' ? [zonderLijnRegel(post.isHttps)] : [],
    )
  }
  if (wat !== 'terug' && wat !== 'later') throw new PlatformError('verzoek-ongeldig')
  const nietVoor = wat === 'later' ? momentUit(form, await zoneVan(verzoek, beller)) : undefined
  if (wat === 'later' && nietVoor === undefined) return terug('niet')
  const uit = await lijn.kiesTerugbellen(wie, beller, nietVoor)
  if (uit.status === 'ok') return terug()
  return terug(uit.reden === 'geen-tijd' || uit.reden === 'druk' ? uit.reden : 'niet')
}

/** The clock by which the page said when they are called back. */
async function zoneVan(verzoek: Verzoek, beller: string): Promise<Tijdzone> {
  const plek = leesLijn(verzoek)
  const beeld = await plek?.lijn.oproep(plek.wie, beller)
  const team = beeld && teamIn(beeld)
  const rij = (await eisWerker(verzoek).balie.gids?.alle())?.find((een) => een.team.id === team)
  return rij?.team.rooster.zone ?? 'Europe/Amsterdam'
}

function momentUit(form: URLSearchParams, zone: Tijdzone): Date | undefined {
  const dag = parseDatum(form.get('dag') ?? '')
  const [, uur, minuut] = /^(\d\d):(\d\d)$/.exec(form.get('tijd') ?? '') ?? []
  const minuten = Number(uur) * 60 + Number(minuut)
  return dag === undefined || !(minuten < 1440) ? undefined : momentOp(dag, minuten, zone)
}
