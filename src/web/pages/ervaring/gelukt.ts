/** The answer to «Is dit gelukt?»: counted, and back to where one was, with thanks. */
import { type Gelukt, isGelukt, isReden, type Uitslag, vindStap } from '../../../ervaring/index.ts'
import { berichtgroepen } from '../../../kanalen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { paginaVan } from '../../padroute.ts'
import { adres, inTaal, isBalie } from '../../routes.ts'
import { leesTerugnaam } from '../../terugnaam.ts'
import type { Context } from '../../ui/context.ts'
import { type Gelukstand, leesStand } from '../../ui/gelukplek.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'

/** Without what somebody answered it says what the question is for: one may have come by an old link. */
export function toon({ context, zoek }: Verzoek): Antwoord {
  const { t } = context.spraak
  const stand = leesStand(zoek.get('gelukt'))
  const titel = t(stand === undefined ? 'ervaring.vak.titel' : 'ervaring.dank.titel')
  const inhoud = html`<h1>${titel}</h1>
<p class="vd-lead">${t(stand === undefined ? 'ervaring.dank.uitleg' : 'ervaring.dank.tekst')}</p>
${verder(context, zoek.get('stap'))}`
  return { soort: 'pagina', pagina: pagina(context, { titel, inhoud }) }
}

/** Of a letter: the question itself is the box below, as on every page. */
export function toonBrief({ context, delen }: Verzoek): Antwoord {
  const groep = berichtgroepen.find((een) => een === delen.groep)
  if (groep === undefined) return { soort: 'niet-gevonden' }
  const { t } = context.spraak
  const titel = t('ervaring.brief.titel')
  const inhoud = html`<h1>${titel}</h1>
<p class="vd-lead">${t('ervaring.brief.uitleg', { groep: t(`kanalen.groep.${groep}`) })}</p>`
  return { soort: 'pagina', pagina: pagina(context, { titel, inhoud }) }
}

/** To the first page of that step when it has an address of its own, and else to the front page. */
function verder(context: Context, stapId: string | null): Html {
  const { taal, spraak } = context
  const begin = leesTerugnaam(vindStap(stapId ?? '')?.begin[0])
  const naar = begin === undefined ? adres(taal, 'start') : adres(taal, begin)
  return html`<p><a href="${naar}">${spraak.t(begin === undefined ? 'ervaring.dank.start' : 'ervaring.dank.terug')}</a></p>`
}

/** One button says whether it worked; the other form says why not. Nothing in it is obligatory. */
export async function stuur(verzoek: Verzoek): Promise<Antwoord> {
  const { ervaring, form, context } = verzoek
  if (ervaring === undefined) return { soort: 'niet-gevonden' }
  const stempel = form.get('stempel') ?? ''
  const via = { kanaal: form.get('kanaal') === 'brief' ? 'brief' : 'web', taal: context.taal } as const
  const gelukt = form.get('gelukt')
  if (isGelukt(gelukt)) {
    const uitslag = await ervaring.antwoord(stempel, gelukt, via)
    return terug(verzoek, standNa(uitslag, gelukt))
  }
  const gekozen = form.get('reden')
  const reden = isReden(gekozen) ? gekozen : undefined
  const uitslag = await ervaring.waarom(stempel, { reden, tekst: form.get('tekst') ?? '' }, via)
  return terug(verzoek, standNa(uitslag, undefined))
}

function standNa(uitslag: Uitslag, gelukt: Gelukt | undefined): Gelukstand {
  return uitslag === 'geteld' ? (gelukt ?? 'bedankt') : uitslag
}

/** To a page of ours and nowhere else; where that cannot be, to a page that only says thanks. */
function terug({ context, form, ervaring }: Verzoek, stand: Gelukstand): Antwoord {
  const { taal } = context
  const naar = form.get('los') === '1' ? undefined : eigenAdres(form.get('terug'))
  if (naar !== undefined) {
    naar.searchParams.set('gelukt', stand)
    return { soort: 'ga-naar', adres: `${inTaal(taal, naar.pathname, naar.search)}#gelukt` }
  }
  const van = ervaring?.lees(form.get('stempel') ?? '')
  const filter = {
    gelukt: stand,
    ...(van !== undefined && { stap: van.stap }),
    ...(van?.organisatie !== undefined && { organisatie: van.organisatie }),
  }
  return { soort: 'ga-naar', adres: adres(taal, 'gelukt', { filter, anker: 'gelukt' }) }
}

/** What stands in a form can be anything: only an address without language that opens a page of ours for residents. */
function eigenAdres(waarde: string | null): URL | undefined {
  const thuis = 'http://x'
  if (waarde === null || !/^\/(?![/\\])[\w\-./?=&%+:]*$/.test(waarde) || !URL.canParse(waarde, thuis))
    return undefined
  const url = new URL(waarde, thuis)
  const naam = paginaVan(url.pathname)
  return url.origin !== thuis || naam === undefined || isBalie(url.pathname) ? undefined : url
}
