/** The guide: who at which organisation can explain or decide, with the reasons, the hours, and what to expect before one dials. */
import {
  type Gidsrij,
  type Gidstreffer,
  type Lijnonderwerp,
  leesLijnonderwerp,
  lijnonderwerpId,
} from '../../../lijnen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, keuzes, tekstveld } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker, lijncijfersZien, lijnteamsBijhouden } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { beslisVoorWerker } from '../balie/werker.ts'
import { belvorm, magBellen } from './bel.ts'
import { type Gidsplek, gidsVan, lijntalen, onderwerpnaam, taalnaam } from './bron.ts'
import { trefferdeel } from './treffer.ts'
import { type Gidsvraag, leesGidsvraag, lijnvraag, onderwerpenVan } from './vraag.ts'

/** What was found of one subject. */
interface Gevonden {
  readonly onderwerp: Lijnonderwerp
  readonly treffers: readonly Gidstreffer[]
}

export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return zoek(verzoek)
}

/** What was typed is in the body of the request, on the page that answers, and nowhere else. */
export async function zoek(verzoek: Verzoek): Promise<Antwoord> {
  const plek = gidsVan(verzoek)
  if (plek === undefined) return { soort: 'niet-gevonden' }
  const vraag = leesGidsvraag(verzoek)
  const isFout = vraag.fouten.length > 0
  const gevonden = isFout ? [] : await vind(verzoek, plek, vraag)
  return {
    soort: 'pagina',
    pagina: await pagina(verzoek, plek, { vraag, gevonden }),
    ...(isFout && { status: 400 }),
  }
}

async function vind(
  verzoek: Verzoek,
  { gids }: Gidsplek,
  vraag: Gidsvraag,
): Promise<readonly Gevonden[] | 'stil'> {
  const onderwerpen = await onderwerpenVan(verzoek, vraag)
  if (onderwerpen === 'stil') return 'stil'
  const gevonden: Gevonden[] = []
  for (const onderwerp of onderwerpen)
    gevonden.push({
      onderwerp,
      treffers: await gids.zoek({ vraag: lijnvraag(vraag, onderwerp), namens: vraag.namens }),
    })
  const [gevraagd] = gevonden
  // Of a form alone: who follows a link has asked for nothing yet.
  if (verzoek.isForm && gevraagd !== undefined && gevraagd.treffers.length === 0)
    await gids.gemist(lijnvraag(vraag, gevraagd.onderwerp), vraag.keer)
  // What the words mean most stays, also when nobody has a line for it: what comes after it is something else. Of the
  // rest, those without a line only stand in the way.
  return gevonden.filter((een) => een === gevraagd || een.treffers.length > 0)
}

async function pagina(
  verzoek: Verzoek,
  { gids }: Gidsplek,
  { vraag, gevonden }: { readonly vraag: Gidsvraag; readonly gevonden: readonly Gevonden[] | 'stil' },
): Promise<string> {
  const { context, nu } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { balie, werker } = eisWerker(verzoek)
  const magCijfers =
    balie.lijncijfers !== undefined && beslisVoorWerker(balie, werker, lijncijfersZien, nu).mag
  const magBijhouden = beslisVoorWerker(balie, werker, lijnteamsBijhouden, nu).mag
  const heeftGezocht = vraag.q !== '' || vraag.onderwerp !== undefined
  const isFout = vraag.fouten.length > 0
  const vorm = zoekvorm(verzoek, await gids.alle(), vraag)
  const verder = [
    { naar: adres(taal, 'balieLijnmodel'), tekst: t('lijnmodel.titel') },
    ...(magCijfers ? [{ naar: adres(taal, 'balieLijncijfers'), tekst: t('lijncijfers.titel') }] : []),
    ...(magBijhouden ? [{ naar: adres(taal, 'balieLijnteams'), tekst: t('lijnen.beheer.titel') }] : []),
  ]
  // Whoever searched came for what was found: that goes first, and the form folds, unless there is no team to call.
  const isGevonden = gevonden !== 'stil' && gevonden.some(({ treffers }) => treffers.length > 0)
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), vraag.fouten)}
${
  heeftGezocht && !isFout
    ? html`${gezocht(verzoek, vraag)}${uitslag(verzoek, gevonden, vraag)}
<details class="vd-details" id="opnieuw"${attrs({ open: !isGevonden })}><summary>${t('lijnen.zoek.opnieuw')}</summary><div>${vorm}</div></details>`
    : html`<p class="vd-lead">${t('lijnen.lead')}</p>${vorm}`
}
<ul class="vd-list vd-lijnen__verder">${verder.map(({ naar, tekst }) => html`<li><a href="${naar}">${tekst}</a></li>`)}</ul>`
  return baliePagina(verzoek, {
    titel: t('lijnen.titel'),
    zonderGrond: true,
    inhoud,
    isFout,
    stijl: ['zoeken.css', 'lijnen.css'],
    terug: { adres: adres(taal, 'balie'), tekst: t('balie.zoeken.terug') },
  })
}

/** What the answer goes by, as it was typed or filled in beforehand. */
function gezocht({ context }: Verzoek, { q, plaats, taal, nodig, namens }: Gidsvraag): Html {
  const { t } = context.spraak
  const wat = [
    ...(q === '' ? [] : [`“${q}”`]),
    ...(plaats.getypt === '' ? [] : [plaats.getypt]),
    ...[taalnaam(context, taal), t(`lijnen.zoek.${nodig}`), t(`lijnen.zoek.${namens}`)],
  ]
  return html`<p class="vd-calm">${t('lijnen.zoek.gezocht', { wat: wat.join(' · ') })}</p>`
}

function uitslag(verzoek: Verzoek, gevonden: readonly Gevonden[] | 'stil', vraag: Gidsvraag): Html {
  const { t } = verzoek.context.spraak
  if (gevonden === 'stil') return html`<p class="vd-notice" role="status">${t('lijnen.zoek.stil')}</p>`
  if (gevonden.length === 0)
    return html`<section class="vd-section" role="status"><h2>${t('lijnen.zoek.onbekend', { q: vraag.q })}</h2><p>${t('lijnen.zoek.onbekend_dan')}</p></section>`
  return html`${gevonden.map((een) => sectie(verzoek, een, vraag))}`
}

function sectie(verzoek: Verzoek, { onderwerp, treffers }: Gevonden, vraag: Gidsvraag): Html {
  const { t } = verzoek.context.spraak
  const { tekst, lang } = onderwerpnaam(verzoek, onderwerp)
  const id = lijnonderwerpId(onderwerp)
  return html`<section class="vd-section" aria-labelledby="${id}"><h2 id="${id}"${attrs({ lang })}>${tekst}</h2>
${treffers.length === 0 ? html`<p>${t(vraag.plaats.code === undefined ? 'lijnen.zoek.geen_zonder_plaats' : 'lijnen.zoek.geen')}</p>` : html`<p>${t('lijnen.zoek.aantal', { n: treffers.length })}</p><ol class="vd-lijnen">${treffers.map((treffer) => trefferdeel(verzoek, treffer, belknop(verzoek, treffer, { onderwerp, treffers, vraag })))}</ol>`}</section>`
}

/** One button per pool, at the team that fits best: the queue itself chooses between those that answer together. */
function belknop(
  verzoek: Verzoek,
  treffer: Gidstreffer,
  { onderwerp, treffers, vraag }: Gevonden & { readonly vraag: Gidsvraag },
): Html | undefined {
  if (!magBellen(verzoek)) return undefined
  const eerste = treffers.find(({ rij }) => rij.pool === treffer.rij.pool)
  if (eerste !== treffer)
    return html`<p class="vd-calm">${verzoek.context.spraak.t('lijndienst.bel.samen')}</p>`
  return belvorm(verzoek, {
    vraag: lijnvraag(vraag, onderwerp),
    treffer,
    namens: vraag.namens,
    ketenzaak: vraag.ketenzaak,
  })
}

function zoekvorm(verzoek: Verzoek, rijen: readonly Gidsrij[], vraag: Gidsvraag): Html {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const fout = (veld: string) => vraag.fouten.find((een) => een.veld === veld)
  const foutWoord = t('algemeen.fout')
  const keer = verzoek.loket?.loket.nieuwId()
  return html`<form class="vd-stack" role="search" method="post" action="${adres(taal, 'balieLijnenZoek')}">${keer !== undefined && html`<input type="hidden" name="keer" value="${keer}">`}${vraag.ketenzaak !== undefined && html`<input type="hidden" name="ketenzaak" value="${vraag.ketenzaak}">`}
${tekstveld({ id: 'q', naam: 'q', label: t('lijnen.zoek.woorden'), waarde: vraag.q, fout: fout('q'), foutWoord, breedte: 'breed', hoogstens: 100, beschrijvingen: ['q-hulp'] })}
<p class="vd-calm vd-small" id="q-hulp">${t('lijnen.zoek.woorden_hulp')}</p>
${onderwerpveld(verzoek, rijen, vraag.onderwerp)}
${tekstveld({ id: 'plaats', naam: 'plaats', label: t('lijnen.zoek.plaats'), waarde: vraag.plaats.getypt, fout: fout('plaats'), foutWoord, breedte: 'lang' })}
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="taal">${t('lijnen.zoek.taal')}</label>
<select class="utrecht-textbox vd-select" id="taal" name="taal">${lijntalen.map((een) => html`<option value="${een}"${attrs({ selected: een === vraag.taal })}>${taalnaam(verzoek.context, een)}</option>`)}</select></div>
<fieldset class="vd-fieldset"><legend>${t('lijnen.zoek.nodig')}</legend>${keuzes({ id: 'nodig', naam: 'nodig', gekozen: vraag.nodig, opties: (['uitleggen', 'beslissen'] as const).map((waarde) => ({ waarde, tekst: t(`lijnen.zoek.${waarde}`) })) })}</fieldset>
<fieldset class="vd-fieldset"><legend>${t('lijnen.zoek.namens')}</legend>${keuzes({ id: 'namens', naam: 'namens', gekozen: vraag.namens, opties: (['inwoner', 'zelf'] as const).map((waarde) => ({ waarde, tekst: t(`lijnen.zoek.${waarde}`) })) })}</fieldset>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('lijnen.zoek.knop')}</button></p></form>`
}

/** The subjects that some team is there for, and the one that was asked for. */
function onderwerpveld(
  verzoek: Verzoek,
  rijen: readonly Gidsrij[],
  gekozen: Lijnonderwerp | undefined,
): Html {
  const { t } = verzoek.context.spraak
  const ids = new Set(
    rijen.flatMap(({ team }) => team.kan.map(({ onderwerp }) => lijnonderwerpId(onderwerp))),
  )
  const eigen = gekozen && lijnonderwerpId(gekozen)
  if (eigen !== undefined) ids.add(eigen)
  const perSoort = (soort: Lijnonderwerp['soort']) =>
    [...ids]
      .flatMap((id) => leesLijnonderwerp(id) ?? [])
      .filter((een) => een.soort === soort)
      .map((een) => ({ id: lijnonderwerpId(een), ...onderwerpnaam(verzoek, een) }))
      .sort((a, b) => a.tekst.localeCompare(b.tekst, 'nl'))
  const groep = (soort: Lijnonderwerp['soort'], naam: string): Html =>
    html`<optgroup label="${naam}">${perSoort(soort).map(({ id, tekst, lang }) => html`<option${attrs({ value: id, selected: id === eigen, lang })}>${tekst}</option>`)}</optgroup>`
  return html`<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="onderwerp">${t('lijnen.zoek.onderwerp')}</label>
<select class="utrecht-textbox vd-select" id="onderwerp" name="onderwerp"><option value="">${t('lijnen.zoek.uit_woorden')}</option>${groep('gebeurtenis', t('kennis.lijst.gebeurtenissen'))}${groep('regeling', t('kennis.lijst.regelingen'))}</select></div>`
}
