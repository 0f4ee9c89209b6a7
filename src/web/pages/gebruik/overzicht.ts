/** Who probably has a right and does not use it, per scheme; and the run that works it out. */
import { datumOp } from '../../../kalender/index.ts'
import { attrs, type Html, html, PlatformError } from '../../../platform/index.ts'
import {
  type Gebruiksbeeld,
  type Gebruiksloop,
  HUISHOUDENS,
  type Regelinggebruik,
  TOETS,
  type Uitgekomen,
} from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { campagnesZien, eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { beslisVoorWerker } from '../balie/werker.ts'
import { bedrag, deel, eisGebruik, herkomst, ongeveer, regelingnaamVan, wieEnWat } from './bron.ts'
import { gebruikCsv } from './csv.ts'

/** Seconds between looking again while a run goes on. */
const VERVERS = 5
const HOOGSTE_ZAAD = 2_000_000_000

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { gebruik } = eisGebruik(verzoek)
  const [lijst, laatste] = await Promise.all([gebruik.loper.lijst(), gebruik.loper.laatste()])
  return pagina(verzoek, lijst, laatste)
}

function pagina(
  verzoek: Verzoek,
  lijst: readonly Gebruiksloop[],
  laatste: Uitgekomen | undefined,
  fout?: string,
): Antwoord {
  const { balie, werker } = eisWerker(verzoek)
  const { context, nu } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const [nieuwste] = lijst
  const isBezig = nieuwste?.stand === 'wacht' || nieuwste?.stand === 'loopt'
  const magCampagnes = beslisVoorWerker(balie, werker, campagnesZien, nu).mag
  const inhoud = html`<p class="vd-lead">${t('gebruik.lead')}</p>
<p class="vd-notice vd-verzonnen">${t('gebruik.verzonnen')}</p>
${fout !== undefined && html`<p class="vd-notice" role="alert">${fout}</p>`}
${loopdeel(verzoek, nieuwste)}
${
  laatste === undefined
    ? html`<p>${t(isBezig ? 'gebruik.straks' : 'gebruik.nog_niets')}</p>`
    : html`<section class="vd-section vd-ervaring"><h2 id="regelingen">${t('gebruik.per_regeling')}</h2>
${herkomst(context, laatste)}<p>${t('gebruik.niet_op_een_as')}</p>
${tabel(verzoek, laatste.beeld)}${toets(verzoek, laatste.beeld)}${zonderCijfer(verzoek, laatste.beeld)}
<p class="vd-no-print"><a href="${adres(taal, 'balieGebruikCsv')}">${t('gebruik.csv')}</a></p><p class="vd-calm vd-small">${t('gebruik.open_data')}</p></section>`
}
${wieEnWat(context)}
${
  magCampagnes &&
  html`<section class="vd-section vd-no-print"><h2>${t('gebruik.verder')}</h2><ul class="vd-list"><li><a href="${adres(taal, 'balieLijstvraag')}">${t('lijstvraag.titel')}</a></li><li><a href="${adres(taal, 'balieCampagnes')}">${t('campagne.titel')}</a></li></ul></section>`
}`
  return {
    soort: 'pagina',
    ...(fout !== undefined && { status: 409 }),
    pagina: baliePagina(verzoek, {
      titel: t('gebruik.titel'),
      ...{ inhoud, zonderGrond: true, breed: true },
      stijl: ['figuur.css', 'ervaring.css', 'bronnen.css', 'gebruik.css'],
      terug: { adres: adres(taal, 'balie'), tekst: t('gebruik.terug') },
      ...(isBezig && { ververs: VERVERS }),
    }),
  }
}

/** Starts, stops, takes up again: what the button says. */
export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const { gebruik } = eisGebruik(verzoek)
  const { form, context, nu } = verzoek
  const { t } = context.spraak
  const id = form.get('id') ?? ''
  const wat = form.get('doe')
  const klaar: Antwoord = { soort: 'ga-naar', adres: adres(context.taal, 'balieGebruik') }
  if (wat === 'stop') {
    await gebruik.loper.stop(eisId(id))
    return klaar
  }
  if (wat === 'hervat') {
    await gebruik.loper.hervat(eisId(id))
    return klaar
  }
  if (wat !== 'begin') throw new PlatformError('verzoek-ongeldig')
  const getypt = (form.get('zaad') ?? '').trim()
  const zaad = Number(getypt)
  const isGoed = /^\d{1,10}$/.test(getypt) && zaad <= HOOGSTE_ZAAD
  const uit = isGoed ? await gebruik.loper.vraag({ zaad, datum: datumOp(nu, 'Europe/Amsterdam') }) : 'zaad'
  if (uit === 'ok') return klaar
  const [lijst, laatste] = await Promise.all([gebruik.loper.lijst(), gebruik.loper.laatste()])
  return pagina(verzoek, lijst, laatste, t(`gebruik.fout.${uit}`))
}

function eisId(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new PlatformError('verzoek-ongeldig')
  return id
}

export async function csv(verzoek: Verzoek): Promise<Antwoord> {
  const { gebruik } = eisGebruik(verzoek)
  const laatste = await gebruik.loper.laatste()
  if (laatste === undefined) return { soort: 'niet-gevonden' }
  const gebieden = verzoek.bronnen.corpus().gebieden
  return {
    soort: 'bestand',
    type: 'text/csv; charset=utf-8',
    naam: `niet-gebruik-${laatste.loop.datum}-${laatste.loop.zaad}.csv`,
    inhoud: gebruikCsv(laatste, (code) => gebieden.get(code)?.naam ?? code),
  }
}

/** What runs now, with what is left of it; or the form to begin one. */
function loopdeel({ context }: Verzoek, loop: Gebruiksloop | undefined): Html {
  const { taal, spraak } = context
  const { t, getal } = spraak
  const stand = loop?.stand
  const isBezig = stand === 'wacht' || stand === 'loopt'
  const naar = adres(taal, 'balieGebruikLoop')
  const knop = (doe: string, tekst: string, soort: string): Html =>
    html`<form method="post" action="${naar}"><input type="hidden" name="id" value="${loop?.id ?? ''}"><button class="utrecht-button utrecht-button--${soort}" type="submit" name="doe" value="${doe}">${tekst}</button></form>`
  return html`<section class="vd-section vd-loop vd-no-print"><h2>${t('gebruik.loop.titel')}</h2>
${
  loop !== undefined &&
  html`<p role="status">${t(`gebruik.loop.stand.${loop.isStopGevraagd ? 'stopt' : loop.stand}`)}</p>
${loop.stukken > 0 && stand !== 'klaar' && html`<label class="vd-loop__balk"><span>${t('gebruik.loop.gedaan', { gedaan: getal(loop.gedaan), stukken: getal(loop.stukken) })} ${stand === 'loopt' && loop.nogMs !== undefined && nog(context.spraak, loop.nogMs)}</span><progress${attrs({ max: String(loop.stukken), value: String(loop.gedaan) })}></progress></label>`}
${isBezig && !loop.isStopGevraagd && knop('stop', t('gebruik.loop.stop'), 'secondary-action')}
${(stand === 'gestopt' || stand === 'mislukt') && knop('hervat', t('gebruik.loop.hervat'), 'primary-action')}`
}
${
  !isBezig &&
  html`<form class="vd-filter" method="post" action="${naar}"><div class="vd-filter__field"><label for="zaad">${t('gebruik.loop.zaad')}</label><input class="utrecht-textbox vd-textbox--kort" id="zaad" name="zaad" inputmode="numeric" maxlength="10" value="${String(loop?.zaad ?? 1)}" aria-describedby="zaad-hulp"></div><div class="vd-filter__field"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="begin">${t('gebruik.loop.begin', { huishoudens: getal(ongeveer(HUISHOUDENS)) })}</button></div></form><p class="vd-calm vd-small" id="zaad-hulp">${t('gebruik.loop.zaad_hulp')}</p>`
}</section>`
}

function nog({ t, getal }: Verzoek['context']['spraak'], ms: number): string {
  const seconden = Math.max(1, Math.round(ms / 1000))
  return seconden < 90
    ? t('gebruik.loop.nog_seconden', { n: getal(seconden) })
    : t('gebruik.loop.nog_minuten', { n: getal(Math.ceil(seconden / 60)) })
}

function tabel(verzoek: Verzoek, beeld: Gebruiksbeeld): Html {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t, getal } = spraak
  const rijen = beeld.regelingen.filter((r) => r.niet !== undefined && r.recht > 0)
  const kop = (naam: string) => html`<th scope="col">${t(`gebruik.kop.${naam}`)}</th>`
  return html`<div class="vd-scroll" role="region" tabindex="0" aria-labelledby="regelingen"><table class="vd-cijfers"><caption class="vd-visually-hidden">${t('gebruik.per_regeling')}</caption>
<thead><tr>${['regeling', 'recht', 'niet', 'bedrag', 'cijfer'].map(kop)}<th class="vd-bron" scope="col">${t('gebruik.kop.bron')}</th></tr></thead><tbody>
${rijen.map(
  (r) =>
    html`<tr><th scope="row"><a href="${adres(taal, 'balieGebruikRegeling', { regeling: r.regeling })}">${regelingnaamVan(verzoek, r)}</a></th><td>${getal(ongeveer(r.recht))}</td><td>${getal(ongeveer(r.niet?.huishoudens ?? 0))}</td><td>${r.soort === 'bedrag' ? bedrag(context, r.niet?.centen ?? 0) : t('gebruik.geen_bedrag')}</td><td>${r.cijfer && deel(context, r.cijfer.deel)}</td><td class="vd-bron" lang="nl">${r.cijfer && `${r.cijfer.bron} (${r.cijfer.jaar})`}</td></tr>`,
)}</tbody></table></div>`
}

/** What was not put in, held against what was published. */
function toets({ context }: Verzoek, beeld: Gebruiksbeeld): Html {
  const { t } = context.spraak
  const som = beeld.regelingen
    .filter((r: Regelinggebruik) => (TOETS.regelingen as readonly string[]).includes(r.regeling))
    .reduce((n, r) => n + (r.niet?.centen ?? 0), 0)
  return html`<p>${t('gebruik.toets', { model: bedrag(context, som), cpb: bedrag(context, TOETS.centen), jaar: TOETS.jaar })}</p>`
}

function zonderCijfer(verzoek: Verzoek, beeld: Gebruiksbeeld): Html | undefined {
  const { t, getal } = verzoek.context.spraak
  const zonder = beeld.regelingen.filter(
    (r) => r.niet === undefined && r.soort === 'bedrag' && r.recht + r.onbekend > 0,
  )
  if (zonder.length === 0) return undefined
  return html`<h3>${t('gebruik.zonder_cijfer')}</h3><p>${t('gebruik.zonder_cijfer_uitleg')}</p><ul class="vd-list">${zonder.map(
    (r) =>
      html`<li>${regelingnaamVan(verzoek, r)}: ${t('gebruik.met_recht', { n: getal(ongeveer(r.recht)) })}${r.onbekend > 0 && `, ${t('gebruik.met_onbekend', { n: getal(ongeveer(r.onbekend)) })}`}</li>`,
  )}</ul>`
}
