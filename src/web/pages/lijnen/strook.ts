/**
 * On every page of who has something on a line: a link to it, and by script what is so now. It comes from a page of its
 * own, which is asked when something changed.
 */
import { datumOp, tijdOp } from '../../../kalender/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { type Lijnkoekje, lijnUit } from '../../bezoek/lijnkoekje.ts'
import { adres } from '../../routes.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { wieBelt } from '../bellen/deelnemers.ts'
import { leesBeller } from '../bellen/wie.ts'
import { organisatienaam } from '../loket/woorden.ts'
import { leesLijn } from './eis.ts'

const zone = 'Europe/Amsterdam'
export const strookscript = 'lijn.js'

/** `undefined` for who has nothing there, as far as their browser knows. */
export function strook(verzoek: Verzoek): Html | undefined {
  const { post, context, werker, loket } = verzoek
  const koekje = lijnUit(post.cookie, post.isHttps)
  if (koekje === undefined || werker === undefined || loket?.lijn === undefined) return undefined
  const { t } = context.spraak
  const bron = {
    ...{ 'data-verrijk': 'lijn', 'data-organisatie': werker.subject.organisatie },
    'data-soort': koekje.soort === 'dienst' ? 'lijndienst' : 'lijnoproep',
    'data-id': koekje.soort === 'dienst' ? koekje.plek : koekje.beller,
    'data-bron': adres(context.taal, 'balieLijnStrook'),
  }
  return html`<aside class="vd-lijnstrook vd-no-print" aria-label="${t('lijndienst.strook.naam')}"${attrs(bron)}><div role="status" data-plek="strook"></div><a href="${eigenPagina(verzoek, koekje)}">${t(`lijndienst.strook.${koekje.soort}`)}</a></aside>`
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
  const { context } = verzoek
  const { t } = context.spraak
  const [beeld, beller] = [await plek.lijn.dienst(plek.wie), leesBeller(verzoek)]
  const [ring] = beller === undefined ? [] : (await beller.gesprekken.lijst(beller.wie)).gaatOver
  const terug = beeld?.terugTeBellen
  const opnieuw = beeld === undefined ? await nieuweTijd(verzoek, plek) : undefined
  const regel = (naar: string, tekst: string): Html =>
    html`<p class="vd-lijnstrook__belt"><strong data-belt>${tekst}</strong> <a class="utrecht-button utrecht-button--primary-action" href="${naar}">${t('lijndienst.strook.neem_op')}</a></p>`
  const wat = ring
    ? regel(
        adres(context.taal, 'balieBellen'),
        t('lijndienst.strook.belt', { wie: wieBelt(verzoek, ring.gesprek.deelnemers) }),
      )
    : terug
      ? regel(
          adres(context.taal, 'balieDienst'),
          t('lijndienst.strook.terug', { wie: organisatienaam(verzoek, terug.organisatie).tekst }),
        )
      : beeld
        ? html`<p>${t('lijndienst.strook.stand', { stand: t(`lijndienst.stand.${beeld.plek.stand}`) })}</p>`
        : opnieuw
  return {
    soort: 'pagina',
    pagina: pagina(context, {
      titel: t('lijndienst.strook.naam'),
      stijl: ['mijn.css', 'balie.css', 'lijnen.css'],
      inhoud: html`<h1>${t('lijndienst.strook.naam')}</h1><div data-plek="strook">${wat}</div>
<p><a href="${adres(context.taal, 'balieDienst')}">${t('lijndienst.strook.dienst')}</a></p>`,
    }),
  }
}

/** Of a call back that nobody made in time: when it is now. */
async function nieuweTijd(
  verzoek: Verzoek,
  { lijn, wie }: NonNullable<ReturnType<typeof leesLijn>>,
): Promise<Html | undefined> {
  for (const { beller } of await lijn.oproepen(wie)) {
    const stand = (await lijn.oproep(wie, beller))?.stand
    if (stand?.soort !== 'beloofd' || stand.toezegging.keer < 2) continue
    const { t, datum } = verzoek.context.spraak
    const begin = new Date(stand.toezegging.beginMs)
    const moment = `${datum(datumOp(begin, zone))}, ${tijdOp(begin, zone)}`
    return html`<p><strong>${t('lijndienst.strook.opnieuw', { moment })}</strong></p>`
  }
  return undefined
}
