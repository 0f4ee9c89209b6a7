/**
 * On every page of who has something on a line: a link to it, and by script what is so now. It comes from a page of its
 * own, which is asked when something changed.
 */
import { datumOp, tijdOp } from '../../../kalender/index.ts'
import type { Oproepstand } from '../../../lijnen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { type Lijnkoekje, lijnUit, zonderLijnRegel } from '../../bezoek/lijnkoekje.ts'
import { adres } from '../../routes.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { wieBelt } from '../bellen/deelnemers.ts'
import { leesBeller } from '../bellen/wie.ts'
import { organisatienaam } from '../loket/woorden.ts'
import { leesLijn } from './eis.ts'

const zone = 'Europe/Amsterdam'
export const strookscript = 'lijn.js'

/**
 * `undefined` for who has nothing there, as far as their browser knows. `inGesprek`: on the page of that call, which says
 * all about it; here is said what is not about it.
 */
export function strook(verzoek: Verzoek, inGesprek?: string): Html | undefined {
  const { post, context, werker, loket } = verzoek
  const koekje = lijnUit(post.cookie, post.isHttps)
  if (koekje === undefined || werker === undefined || loket?.lijn === undefined) return undefined
  const { t } = context.spraak
  const bron = {
    ...{ 'data-verrijk': 'lijn', 'data-organisatie': werker.subject.organisatie },
    'data-soort': koekje.soort === 'dienst' ? 'lijndienst' : 'lijnoproep',
    'data-id': koekje.soort === 'dienst' ? koekje.plek : koekje.beller,
    'data-bron': adres(context.taal, 'balieLijnStrook', inGesprek ? { filter: { gesprek: inGesprek } } : {}),
  }
  return html`<aside class="vd-lijnstrook vd-no-print" aria-label="${t('lijndienst.strook.naam')}"${attrs(bron)}><div role="status" data-plek="strook"></div>${inGesprek === undefined && html`<a href="${eigenPagina(verzoek, koekje)}">${t(`lijndienst.strook.${koekje.soort}`)}</a>`}</aside>`
}

function eigenPagina({ context }: Verzoek, koekje: Lijnkoekje): string {
  return koekje.soort === 'dienst'
    ? adres(context.taal, 'balieDienst')
    : adres(context.taal, 'balieOproep', { gesprek: koekje.beller })
}

/** What is so now: who rings for them, whom they have to call back, or how they stand. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const plek = leesLijn(verzoek)
  if (plek === undefined) return { soort: 'niet-gevonden' }
  const { context, zoek, post } = verzoek
  const { t } = context.spraak
  const inGesprek = zoek.get('gesprek') ?? undefined
  const [beeld, beller] = [await plek.lijn.dienst(plek.wie), leesBeller(verzoek)]
  const [ring] = beller === undefined ? [] : (await beller.gesprekken.lijst(beller.wie)).gaatOver
  const terug = beeld?.terugTeBellen
  const eigen = beeld === undefined ? await eigenOproep(verzoek, plek, inGesprek) : undefined
  const wat = ring
    ? regel(
        verzoek,
        adres(context.taal, 'balieBellen'),
        t('lijndienst.strook.belt', { wie: wieBelt(verzoek, ring.gesprek.deelnemers) }),
      )
    : terug
      ? regel(
          verzoek,
          adres(context.taal, 'balieDienst'),
          t('lijndienst.strook.terug', { wie: organisatienaam(verzoek, terug.organisatie).tekst }),
        )
      : beeld
        ? (inGesprek === undefined || beeld.gesprek !== inGesprek) &&
          html`<p>${t('lijndienst.strook.stand', { stand: t(`lijndienst.stand.${beeld.plek.stand}`) })}</p>`
        : eigen?.tekst
  return {
    soort: 'pagina',
    ...(eigen?.isVoorbij === true &&
      lijnUit(post.cookie, post.isHttps)?.soort === 'oproep' && { koekjes: [zonderLijnRegel(post.isHttps)] }),
    pagina: pagina(context, {
      titel: t('lijndienst.strook.naam'),
      stijl: ['mijn.css', 'balie.css', 'lijnen.css'],
      inhoud: html`<h1>${t('lijndienst.strook.naam')}</h1><div data-plek="strook"${attrs({ 'data-einde': eigen?.isVoorbij === true })}>${wat}</div>
<p><a href="${adres(context.taal, 'balieDienst')}">${t('lijndienst.strook.dienst')}</a></p>`,
    }),
  }
}

function regel({ context }: Verzoek, naar: string, tekst: string): Html {
  return html`<p class="vd-lijnstrook__belt"><strong data-belt>${tekst}</strong> <a class="utrecht-button utrecht-button--primary-action" href="${naar}">${context.spraak.t('lijndienst.strook.neem_op')}</a></p>`
}

/** What is so of the call that they began themselves; nothing more is said of one that is over. */
async function eigenOproep(
  verzoek: Verzoek,
  { lijn, wie }: NonNullable<ReturnType<typeof leesLijn>>,
  inGesprek: string | undefined,
): Promise<{ readonly tekst?: Html; readonly isVoorbij: boolean }> {
  const standen = await Promise.all(
    (await lijn.oproepen(wie)).map(async ({ beller }) => (await lijn.oproep(wie, beller))?.stand),
  )
  const beller = leesBeller(verzoek)
  // Who hung up while the others talk on has nothing to go back to.
  const isErin = async (stand: Oproepstand) =>
    stand.soort !== 'in-gesprek' ||
    (beller && (await beller.gesprekken.alsMedewerker(beller.wie, stand.gesprek))) !== undefined
  const open: Oproepstand[] = []
  for (const stand of standen)
    if (stand !== undefined && stand.soort !== 'voorbij' && (await isErin(stand))) open.push(stand)
  // Of several, what cannot wait goes first.
  const eerste = (['in-gesprek', 'gaat-over', 'wacht', 'beloofd'] as const)
    .map((soort) => open.find((stand) => stand.soort === soort))
    .find((stand) => stand !== undefined)
  if (eerste === undefined) return { isVoorbij: true }
  const tekst = oproeptekst(verzoek, eerste, inGesprek)
  return { isVoorbij: false, ...(tekst && { tekst }) }
}

function oproeptekst(verzoek: Verzoek, stand: Oproepstand, inGesprek: string | undefined): Html | undefined {
  const { taal, spraak } = verzoek.context
  const { t, datum } = spraak
  switch (stand.soort) {
    case 'in-gesprek':
      if (stand.gesprek === inGesprek) return undefined
      return regel(
        verzoek,
        adres(taal, 'balieGesprek', { gesprek: stand.gesprek }),
        t('lijndienst.strook.opgenomen'),
      )
    case 'gaat-over':
      return html`<p>${t('lijndienst.strook.gaat_over')}</p>`
    case 'wacht': {
      const { band } = stand.beeld
      return html`<p>${t('lijndienst.strook.wacht')}${band.soort === 'band' && ` ${t('lijndienst.oproep.plaats', { n: band.voor })}`}</p>`
    }
    case 'beloofd': {
      const begin = new Date(stand.toezegging.beginMs)
      const moment = `${datum(datumOp(begin, zone))}, ${tijdOp(begin, zone)}`
      // Nobody called them back in time: that is said louder than a promise that still stands.
      return stand.toezegging.keer < 2
        ? html`<p>${t('lijndienst.strook.beloofd', { moment })}</p>`
        : html`<p><strong>${t('lijndienst.strook.opnieuw', { moment })}</strong></p>`
    }
    case 'voorbij':
      return undefined
    default:
      return stand satisfies never
  }
}
