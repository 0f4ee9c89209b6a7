/** From a button to the queue: which pool it goes to, and how it went. */
import {
  type Gidstreffer,
  type Lijnonderwerp,
  type Lijnvraag,
  leesLijnonderwerp,
  lijnonderwerpId,
} from '../../../lijnen/index.ts'
import { attrs, type Html, html, PlatformError } from '../../../platform/index.ts'
import { lijnRegel } from '../../bezoek/lijnkoekje.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { collegaBellen, eisWerker } from '../balie/eis.ts'
import { beslisVoorWerker } from '../balie/werker.ts'
import { belwerkerVan } from '../bellen/wie.ts'
import { lijntalen, onderwerpnaam } from './bron.ts'
import { leesLijn } from './eis.ts'
import { verwachting } from './treffer.ts'

/** Whether whoever looks may call over a line, and there is one. */
export function magBellen(verzoek: Verzoek): boolean {
  const { balie, werker } = eisWerker(verzoek)
  return leesLijn(verzoek) !== undefined && beslisVoorWerker(balie, werker, collegaBellen, verzoek.nu).mag
}

/** One press, with what was asked in the form; what the button says is what happens. */
export function belvorm(
  verzoek: Verzoek,
  {
    vraag,
    treffer,
    namens,
    ketenzaak,
  }: {
    readonly vraag: Lijnvraag
    readonly treffer: Pick<Gidstreffer, 'vooruitzicht' | 'rij'>
    /** Chosen before; absent: a button for each. */
    readonly namens?: 'inwoner' | 'zelf'
    readonly ketenzaak?: string | undefined
  },
): Html | undefined {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const { vooruitzicht, rij } = treffer
  if (vooruitzicht.soort === 'geen-rij' || vooruitzicht.soort === 'geen-lijn') return undefined
  const isLater = 'toezegging' in vooruitzicht && vooruitzicht.toezegging !== undefined
  if (vooruitzicht.soort === 'gesloten' && !isLater) return undefined
  const naam = html`<span class="vd-visually-hidden">: <span lang="nl">${rij.team.naam}</span></span>`
  const knop = (soort: 'primary' | 'secondary', waarde: string, tekst: string): Html =>
    html`<button class="utrecht-button utrecht-button--${soort}-action" type="submit"${attrs({ name: 'doe', value: waarde })}>${tekst}${naam}</button>`
  const velden: Readonly<Record<string, string | undefined>> = {
    onderwerp: lijnonderwerpId(vraag.onderwerp),
    nodig: vraag.nodig,
    taal: vraag.taal,
    gebied: vraag.gebied,
    pool: rij.pool,
    ketenzaak,
    namens,
  }
  const voorWie = (namens === undefined ? (['inwoner', 'zelf'] as const) : [namens]).map((wie, i) =>
    knop(
      i === 0 ? 'primary' : 'secondary',
      `bel-${wie}`,
      t(namens === undefined ? `lijndienst.bel.${wie}` : 'lijndienst.bel.nu'),
    ),
  )
  const wie = namens ?? 'inwoner'
  return html`<form class="vd-no-print" method="post" action="${adres(taal, 'balieLijnBel')}">${Object.entries(velden).map(([veld, waarde]) => waarde !== undefined && html`<input type="hidden" name="${veld}" value="${waarde}">`)}
<p class="vd-actions">${isLater ? html`${knop('primary', `terug-${wie}`, t('lijndienst.bel.terug'))}${vooruitzicht.soort !== 'gesloten' && knop('secondary', `bel-${wie}`, t('lijndienst.bel.toch'))}` : voorWie}</p></form>`
}

/** Named limit: beside a sheet or a case the best of so many pools; the guide has the rest. */
const HOOGSTENS_POOLS = 2

/** Beside a subject: who can be called about it now, how long that takes, and the button. */
async function belvak(
  verzoek: Verzoek,
  { onderwerp, ketenzaak }: { readonly onderwerp: Lijnonderwerp; readonly ketenzaak?: string },
): Promise<Html | undefined> {
  const { balie } = eisWerker(verzoek)
  const { context } = verzoek
  const { t } = context.spraak
  if (balie.gids === undefined || !magBellen(verzoek)) return undefined
  const gebied = eigenPlaats(verzoek)
  const vraag: Lijnvraag = {
    ...{ onderwerp, nodig: 'uitleggen', taal: 'nl' },
    ...(gebied !== undefined && { gebied }),
  }
  const treffers = await balie.gids.zoek({ vraag, namens: 'inwoner' })
  const pools = new Set<string>()
  const eerste = treffers
    .filter(({ rij }) => !pools.has(rij.pool) && pools.add(rij.pool))
    .slice(0, HOOGSTENS_POOLS)
  const naam = onderwerpnaam(verzoek, onderwerp)
  const filter = { onderwerp: lijnonderwerpId(onderwerp), ...(ketenzaak !== undefined && { ketenzaak }) }
  const meer = adres(context.taal, 'balieLijnen', { filter })
  return html`<section class="vd-box vd-no-print" aria-labelledby="belvak"><h2 class="vd-box__title" id="belvak">${t('lijndienst.bel.kop')}</h2>
<p>${t('lijndienst.bel.voor_zaak', { onderwerp: naam.tekst })}</p>
${eerste.length === 0 && html`<p class="vd-calm">${t('lijndienst.bel.geen')}</p>`}
${eerste.map(
  (
    treffer,
  ) => html`<div class="vd-stack"><p><strong lang="nl">${treffer.rij.team.naam}</strong><br><span class="vd-calm">${t('lijnen.team.verwacht')} ${verwachting(context, treffer.vooruitzicht, treffer.rij.team.rooster.zone)}</span></p>
${belvorm(verzoek, { vraag, treffer, ketenzaak })}</div>`,
)}
<p><a href="${meer}">${t('lijndienst.bel.meer')}</a></p></section>`
}

/** Beside a case of which no life event is known: to the guide, which takes the case along. */
export function naarGidsVoor(verzoek: Verzoek, ketenzaak: string): Html | undefined {
  const { context, balie } = verzoek
  if (balie?.gids === undefined || !magBellen(verzoek)) return undefined
  const { t } = context.spraak
  return html`<section class="vd-box vd-no-print" aria-labelledby="belvak"><h2 class="vd-box__title" id="belvak">${t('lijndienst.bel.kop')}</h2>
<p><a href="${adres(context.taal, 'balieLijnen', { filter: { ketenzaak } })}">${t('lijnen.bij_blad')}</a></p></section>`
}

/** A part of another page: when the guide does not answer, the rest of that page stands. */
export async function belvakOfNiets(
  verzoek: Verzoek,
  wat: Parameters<typeof belvak>[1],
): Promise<Html | undefined> {
  try {
    return await belvak(verzoek, wat)
  } catch (fout) {
    verzoek.bronnen.meldFout('lijnen', fout)
    return undefined
  }
}

/** Where their own organisation works, when that is one municipality or island. */
function eigenPlaats({ beeld, werker }: Verzoek): string | undefined {
  const gebied = werker && beeld.organisaties.get(werker.subject.organisatie)?.gebied
  const soort = gebied === undefined ? undefined : beeld.corpus.gebieden.get(gebied)?.soort
  return soort === 'gemeente' || soort === 'eiland' ? gebied : undefined
}

/** What was chosen in the form: nothing of it says who it is about. */
export async function bel(verzoek: Verzoek): Promise<Antwoord> {
  const plek = leesLijn(verzoek)
  const { balie, werker } = eisWerker(verzoek)
  const { form, context, beeld, loket, post } = verzoek
  if (plek === undefined || balie.gids === undefined || loket === undefined) return { soort: 'niet-gevonden' }
  const onderwerp = leesLijnonderwerp(form.get('onderwerp') ?? '')
  const [hoe, wie] = (form.get('doe') ?? '').split('-')
  if (onderwerp === undefined || (hoe !== 'bel' && hoe !== 'terug'))
    throw new PlatformError('verzoek-ongeldig')
  const gebied = form.get('gebied')
  const isPlaats = gebied !== null && beeld.corpus.gebieden.has(gebied)
  const vraag: Lijnvraag = {
    onderwerp,
    nodig: form.get('nodig') === 'beslissen' ? 'beslissen' : 'uitleggen',
    taal: lijntalen.find((taal) => taal === form.get('taal')) ?? 'nl',
    ...(isPlaats && { gebied }),
  }
  const namens = wie === 'zelf' ? 'zelf' : 'inwoner'
  const treffers = await balie.gids.zoek({ vraag, namens })
  // Gone since they looked: they choose again, and nobody else is called.
  const gekozen = treffers.find(({ rij }) => rij.pool === form.get('pool'))
  const naarGids: Antwoord = {
    soort: 'ga-naar',
    adres: adres(context.taal, 'balieLijnen', { filter: { onderwerp: lijnonderwerpId(onderwerp) } }),
  }
  if (gekozen === undefined || gekozen.vooruitzicht.soort === 'geen-rij') return naarGids
  const ketenzaak = form.get('ketenzaak') || undefined
  const magZaak = ketenzaak === undefined || (await belwerkerVan(werker, loket.loket).magZaak(ketenzaak))
  const uit = await plek.lijn.bel(plek.wie, {
    ...{ pool: gekozen.rij.pool, vraag, namens },
    ...(hoe === 'terug' && { alleenHier: true }),
    ...(magZaak && ketenzaak !== undefined && { ketenzaak }),
  })
  if (uit.status === 'geweigerd') return naarGids
  const { beller } = uit.uitkomst
  if (hoe === 'terug') await plek.lijn.kiesTerugbellen(plek.wie, beller)
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'balieOproep', { gesprek: beller }),
    koekjes: [lijnRegel({ soort: 'oproep', beller }, post.isHttps)],
  }
}
