/** Somebody's own shift on the lines of their organisation: how they stand, who rings, and what was promised. */
import { type Tijdzone, tijdOp } from '../../../kalender/index.ts'
import { type Dienstbeeld, type Gidsrij, isOpen, OPNEEM_MS, type Plekstand } from '../../../lijnen/index.ts'
import { attrs, type Html, html, PlatformError } from '../../../platform/index.ts'
import { lijnRegel, lijnUit, zonderLijnRegel } from '../../bezoek/lijnkoekje.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { wanneer } from '../afspraken/kant.ts'
import { eisWerker, lijnteamsBijhouden } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { beslisVoorWerker } from '../balie/werker.ts'
import { oproepen } from '../bellen/lijst.ts'
import { overLijnen } from '../bellen/over-lijn.ts'
import { leesBeller, naarGesprek } from '../bellen/wie.ts'
import { levendscript } from '../loket/levend.ts'
import { organisatienaam } from '../loket/woorden.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { onderwerpnaam } from './bron.ts'
import { KIJK_OPNIEUW, leesLijn } from './eis.ts'
import { gemistvak } from './gemist.ts'
import { urenzin } from './treffer.ts'

const meldingen = ['aan', 'af', 'al', 'niet', 'druk'] as const

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const plek = leesLijn(verzoek)
  const { balie } = eisWerker(verzoek)
  const { context, zoek } = verzoek
  if (plek === undefined || balie.gids === undefined) return { soort: 'niet-gevonden' }
  let beeld = await plek.lijn.dienst(plek.wie)
  if (beeld !== undefined) {
    // Whoever looks is there. A page that stays open says so itself, for shorter.
    await plek.lijn.leeft(plek.wie, beeld.dienst.plek, 'klik')
    beeld = await plek.lijn.dienst(plek.wie)
  }
  const { t } = context.spraak
  const gedaan = gedaanUit(zoek, meldingen)
  const beller = beeld && leesBeller(verzoek)
  const gaatOver = beller === undefined ? [] : (await beller.gesprekken.lijst(beller.wie)).gaatOver
  const ring =
    gaatOver.length > 0 ? oproepen(verzoek, gaatOver, await overLijnen(verzoek, gaatOver)) : undefined
  const eigen = await balie.gids.eigen(plek.wie)
  const gemist = gemistvak(verzoek, await plek.lijn.gemist(plek.wie), eigen)
  const pagina = baliePagina(verzoek, {
    titel: t('lijndienst.titel'),
    inhoud: html`${gemist}${beeld === undefined ? aanmelden(verzoek, eigen) : dienst(verzoek, beeld, { ring, eigen })}`,
    ...{ zonderGrond: true, zonderStrook: true },
    stijl: ['loket.css', 'lijnen.css'],
    script: levendscript,
    ...(beeld !== undefined && { ververs: KIJK_OPNIEUW }),
    melding: gedaan && t(`lijndienst.gedaan.${gedaan}`),
    terug: { adres: adres(context.taal, 'balie'), tekst: t('balie.titel') },
  })
  const koekjes = koekje(verzoek, beeld)
  return { soort: 'pagina', pagina, ...(koekjes && { koekjes: [koekjes] }) }
}

/** What this browser remembers follows what is so; a call that waits stays. */
function koekje({ post }: Verzoek, beeld: Dienstbeeld | undefined): string | undefined {
  const al = lijnUit(post.cookie, post.isHttps)
  if (beeld === undefined) return al?.soort === 'dienst' ? zonderLijnRegel(post.isHttps) : undefined
  const { plek } = beeld.dienst
  return al?.soort === 'dienst' && al.plek === plek
    ? undefined
    : lijnRegel({ soort: 'dienst', plek }, post.isHttps)
}

function aanmelden(verzoek: Verzoek, rijen: readonly Gidsrij[]): Html {
  const { context, nu } = verzoek
  const { t } = context.spraak
  const { balie, werker } = eisWerker(verzoek)
  const magBijhouden = beslisVoorWerker(balie, werker, lijnteamsBijhouden, nu).mag
  if (rijen.length === 0)
    return html`<p class="vd-lead">${t('lijndienst.aan.geen_team')}</p>
${magBijhouden && html`<p><a class="utrecht-button utrecht-button--primary-action" href="${adres(context.taal, 'balieLijnteamNieuw')}">${t('lijndienst.aan.beheer')}</a></p>`}`
  return html`<p class="vd-lead">${t('lijndienst.aan.lead')}</p>
<form class="vd-stack" method="post" action="${adres(context.taal, 'balieDienstDoe')}"><fieldset class="vd-fieldset"><legend>${t('lijndienst.aan.teams')}</legend>${rijen.map(
    ({ team }) =>
      html`<div class="vd-check"><input type="checkbox" id="team-${team.id}" name="team" value="${team.id}" checked><label for="team-${team.id}"><span lang="nl">${team.naam}</span><br><span class="vd-calm vd-small">${isOpen(team.rooster, nu) ? t('lijndienst.aan.open') : t('lijndienst.aan.dicht', { uren: urenzin(context, team.rooster) })}</span></label></div>`,
  )}</fieldset>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="aan">${t('lijndienst.aan.knop')}</button></p></form>`
}

function dienst(
  verzoek: Verzoek,
  beeld: Dienstbeeld,
  { ring, eigen }: { readonly ring: Html | undefined; readonly eigen: readonly Gidsrij[] },
): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const levend = {
    ...{ 'data-verrijk': 'levend', 'data-kant': 'balie', 'data-soort': 'lijndienst' },
    ...{ 'data-id': beeld.dienst.plek, 'data-nr': beeld.nr, 'data-altijd': '' },
    ...{ 'data-iets': t('lijndienst.iets'), 'data-nieuws': t(`lijndienst.stand.${standVan(beeld)}`) },
    'data-weg': t('lijndienst.weg'),
  }
  return html`<div role="status"${attrs(levend)}></div>
<div class="vd-stack" data-deel="dienst">${standvak(verzoek, beeld, zoneVan(eigen, beeld.plek.teams[0]))}
${ring}
${terugvak(verzoek, beeld)}
${knoppen(verzoek, beeld)}
<p>${wachten(verzoek, beeld)}</p>
${beloofd(verzoek, beeld, eigen)}
<p class="vd-calm vd-small">${t('lijndienst.geldig')}</p>
<noscript><p class="vd-calm vd-small">${t('lijndienst.zonder_script_dienst')}</p></noscript></div>`
}

/** That nobody waits is said when that is true of residents as well. */
function wachten({ context }: Verzoek, { wachtend, inwoners }: Dienstbeeld): string {
  const { t } = context.spraak
  return [
    ...(wachtend > 0 || inwoners === 0 ? [t('lijndienst.wachten', { n: wachtend })] : []),
    ...(inwoners > 0 ? [t('lijndienst.inwoners', { n: inwoners })] : []),
  ].join(' ')
}

/** By the clock of the team: whoever is on duty looks at that one. */
function zoneVan(eigen: readonly Gidsrij[], team: string | undefined): Tijdzone {
  return eigen.find((een) => een.team.id === team)?.team.rooster.zone ?? 'Europe/Amsterdam'
}

/** While it rings it has a word of its own. */
function standVan({ plek, isOpgenomen, isPubliek }: Dienstbeeld): string {
  if (isPubliek && plek.stand === 'in-gesprek') return isOpgenomen ? 'inwoner' : 'inwoner-belt'
  return plek.stand === 'in-gesprek' && !isOpgenomen ? 'gaat-over' : plek.stand
}

/** Of what has no colour of its own: that of the same with a colleague. */
const kleuren: Readonly<Record<string, string>> = { 'inwoner-belt': 'gaat-over', inwoner: 'in-gesprek' }

function standvak(verzoek: Verzoek, beeld: Dienstbeeld, zone: Tijdzone): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const { plek, gesprek, nagesprek } = beeld
  const stand = standVan(beeld)
  return html`<section class="vd-dienst vd-dienst--${kleuren[stand] ?? stand}" aria-labelledby="stand"><h2 id="stand">${t(`lijndienst.stand.${stand}`)}</h2>
<p>${t(`lijndienst.stand.${stand}_uitleg`, { seconden: OPNEEM_MS / 1000 })} <span class="vd-calm">${t('lijndienst.sinds', { tijd: tijdOp(new Date(plek.sindsMs), zone) })}</span></p>
${stand === 'in-gesprek' && gesprek !== undefined && html`<p><a class="utrecht-button utrecht-button--primary-action" href="${adres(context.taal, 'balieGesprek', { gesprek })}">${t('bellen.terug_naar')}</a></p>`}
${nagesprek !== undefined && html`<p><a href="${adres(context.taal, 'balieNotitie', { gesprek: nagesprek })}">${t('lijndienst.notitie')}</a></p>`}</section>`
}

/** A time was promised and has come: whoever the queue chose calls, with one press. */
function terugvak(verzoek: Verzoek, { terugTeBellen }: Dienstbeeld): Html | undefined {
  if (terugTeBellen === undefined) return undefined
  const { context } = verzoek
  const { t } = context.spraak
  const { naam, organisatie, onderwerp } = terugTeBellen
  const wie = [naam, organisatienaam(verzoek, organisatie).tekst]
    .filter((een) => een !== undefined)
    .join(', ')
  return html`<form class="vd-card vd-stack" method="post" action="${adres(context.taal, 'balieDienstDoe')}"><h2>${t('lijndienst.terug.kop')}</h2>
<p>${t('lijndienst.terug.wie', { wie, onderwerp: onderwerpnaam(verzoek, onderwerp).tekst })}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="terug">${t('lijndienst.terug.knop')}</button></p></form>`
}

/** What can be said from here: out of a call one comes by hanging up alone. */
const overgangen: Readonly<Record<Plekstand, readonly (readonly [string, string])[]>> = {
  vrij: [
    ['pauze', 'pauze'],
    ['bezet', 'bezet'],
  ],
  'in-gesprek': [],
  nawerk: [
    ['vrij', 'klaar'],
    ['pauze', 'pauze'],
  ],
  bezet: [
    ['vrij', 'vrij'],
    ['pauze', 'pauze'],
  ],
  pauze: [
    ['vrij', 'vrij'],
    ['bezet', 'bezet'],
  ],
}

function knoppen(verzoek: Verzoek, { plek }: Dienstbeeld): Html {
  const { context } = verzoek
  const { t } = context.spraak
  return html`<form method="post" action="${adres(context.taal, 'balieDienstDoe')}"><h2 class="vd-visually-hidden">${t('lijndienst.doe.kop')}</h2>
<p class="vd-actions">${overgangen[plek.stand].map(
    ([naar, woord]) =>
      html`<button class="utrecht-button utrecht-button--${naar === 'vrij' ? 'primary' : 'secondary'}-action" type="submit" name="doe" value="${naar}">${t(`lijndienst.doe.${woord}`)}</button>`,
  )}
<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="af">${t('lijndienst.doe.af')}</button></p></form>`
}

/** Named limit: of more promises than this nobody reads the list. */
const HOOGSTENS_BELOFTEN = 10

function beloofd(verzoek: Verzoek, beeld: Dienstbeeld, eigen: readonly Gidsrij[]): Html | undefined {
  if (beeld.beloofd.length === 0) return undefined
  const { context } = verzoek
  const { t } = context.spraak
  return html`<section class="vd-section" aria-labelledby="beloofd"><h2 id="beloofd">${t('lijndienst.beloofd.kop')}</h2>
<p>${t('lijndienst.beloofd.uitleg')}</p>
<ul class="vd-list">${beeld.beloofd
    .slice(0, HOOGSTENS_BELOFTEN)
    .map(
      ({ toezegging, vraag }) =>
        html`<li>${t('lijndienst.beloofd.regel', { moment: wanneer(context, new Date(toezegging.beginMs), zoneVan(eigen, toezegging.team)), onderwerp: onderwerpnaam(verzoek, vraag.onderwerp).tekst })}</li>`,
    )}</ul></section>`
}

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const plek = leesLijn(verzoek)
  const { balie } = eisWerker(verzoek)
  const { form, context, post } = verzoek
  if (plek === undefined || balie.gids === undefined) return { soort: 'niet-gevonden' }
  const { lijn, wie } = plek
  const terug = (gedaan: (typeof meldingen)[number] | undefined, koekje?: string): Antwoord => ({
    soort: 'ga-naar',
    adres: adres(context.taal, 'balieDienst', gedaan === undefined ? {} : { gedaan }),
    ...(koekje !== undefined && { koekjes: [koekje] }),
  })
  const wat = form.get('doe')
  switch (wat) {
    case 'aan': {
      const teams = form.getAll('team')
      // One shift is in one pool: that of the first team that was chosen.
      const pool = (await balie.gids.eigen(wie)).find(({ team }) => teams.includes(team.id))?.pool
      if (pool === undefined) return terug('niet')
      const uit = await lijn.meldAan(wie, { pool, teams })
      if (uit.status === 'ok')
        return terug('aan', lijnRegel({ soort: 'dienst', plek: uit.uitkomst.plek }, post.isHttps))
      return terug(uit.reden === 'bestaat-al' ? 'al' : uit.reden === 'druk' ? 'druk' : 'niet')
    }
    case 'af':
      await lijn.meldAf(wie)
      return terug('af', zonderLijnRegel(post.isHttps))
    case 'terug':
      return naarGesprek(verzoek, await lijn.belTerug(wie))
    case 'vrij':
    case 'pauze':
    case 'bezet': {
      const uit = await lijn.zetStand(wie, wat)
      return terug(uit.status === 'ok' ? undefined : uit.reden === 'druk' ? 'druk' : 'niet')
    }
    default:
      throw new PlatformError('verzoek-ongeldig')
  }
}
