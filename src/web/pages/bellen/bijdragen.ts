/** What was written after a call, for who reads it: a professional, the resident on their own phone, and paper. */
import type { Gespreksnotitie } from '../../../lijnen/index.ts'
import type { Stapeigenaar } from '../../../loket/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { gespreksleutelUit } from '../../bezoek/gesprekkoekje.ts'
import { adres, talen } from '../../routes.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisLoket, vragerVan } from '../loket/scherm.ts'
import { verslagdelen } from '../loket/verslag.ts'
import { aanspreekpunt, dagVan, organisatienaam, tijdstip, vasteNummers } from '../loket/woorden.ts'
import { overLijn } from './over-lijn.ts'
import { leesBeller } from './wie.ts'

/** `u`: the reader is the resident. */
export function bijdragen(
  verzoek: Verzoek,
  { bijdragen: rij }: Gespreksnotitie,
  voor: 'balie' | 'u' = 'balie',
): Html {
  const { context } = verzoek
  const naamVan = (wie: Stapeigenaar) => {
    if (wie.soort === 'organisatie') return organisatienaam(verzoek, wie.organisatie).tekst
    if (wie.soort === 'partij') return context.spraak.t('loket.wie.partij')
    return context.spraak.t(voor === 'u' ? 'loket.bericht.gesprek.inwoner' : 'loket.wie.inwoner')
  }
  return html`${rij.map(({ door, opMs, inhoud }) => {
    const van = organisatienaam(verzoek, door.organisatie).tekst
    // On their own phone and on paper it is the organisation that says so.
    const wie = voor === 'u' || door.naam === undefined ? van : `${door.naam}, ${van}`
    return html`<section class="vd-card vd-stack"><p class="vd-calm vd-small">${wie} · ${tijdstip(context, new Date(opMs))}</p>
${verslagdelen(context, inhoud, naamVan)}</section>`
  })}`
}

/** What the resident has to do themselves goes before all that was said. */
function doetU({ context }: Verzoek, { bijdragen: rij }: Gespreksnotitie): Html | undefined {
  const { t, datum } = context.spraak
  const acties = rij.flatMap(({ inhoud }) => inhoud.acties.filter(({ wie }) => wie.soort === 'inwoner'))
  if (acties.length === 0) return undefined
  return html`<section class="vd-papierbel vd-doet" aria-labelledby="doet-u"><h2 id="doet-u">${t('bellen.notitie.doet_u')}</h2>
<ul class="vd-list">${acties.map(({ wat, termijn }) => html`<li>${wat} <span class="vd-whole">${t('loket.verslag.uiterlijk', { dag: datum(termijn) })}</span></li>`)}</ul></section>`
}

/** What the resident takes along, in the language that they read. */
export async function print(verzoek: Verzoek): Promise<Antwoord> {
  const beller = leesBeller(verzoek)
  const id = verzoek.delen.gesprek ?? ''
  const beeld = beller && (await verzoek.loket?.notities?.lees(beller.wie, id))
  const { context } = verzoek
  const { t, datum } = context.spraak
  if (beeld?.notitie === undefined)
    return { soort: 'ga-naar', adres: adres(context.taal, 'balieNotitie', { gesprek: id }) }
  const dag = dagVan(new Date(beeld.gesprek.begonnenMs))
  const anders = talen.filter((taal) => taal !== context.taal)
  const inhoud = html`<a class="vd-back" href="${adres(context.taal, 'balieNotitie', { gesprek: id })}">${t('bellen.notitie.terug')}</a>
<p class="vd-screen-only"><button class="utrecht-button utrecht-button--primary-action" type="button" data-verrijk="print" hidden>${t('print.knop')}</button> <span class="vd-calm">${t('print.hoe')}</span></p>
<p class="vd-screen-only">${t('loket.planpost.talen')} ${anders.map((taal, i) => html`${i > 0 && ', '}<a${attrs({ href: adres(taal, 'balieNotitiePrint', { gesprek: id }), lang: taal, hreflang: taal })}>${t(`algemeen.taal.${taal}`)}</a>`)}</p>
<h1>${t('bellen.notitie.voor_u')}</h1>
<p>${t('bellen.notitie.voor_u_uitleg', { dag: datum(dag) })}</p>
${overLijn(verzoek, beeld.lijn && { onderwerp: beeld.lijn.onderwerp })}
${doetU(verzoek, beeld.notitie)}
${bijdragen(verzoek, beeld.notitie, 'u')}
${(await wieTeBellen(verzoek, beeld.ketenzaak)) ?? html`<p class="vd-calm">${t('bellen.notitie.klopt_niet')}</p>`}`
  return {
    soort: 'pagina',
    pagina: pagina(context, {
      ...{ titel: t('bellen.notitie.voor_u'), inhoud, isBrief: true },
      stijl: ['mijn.css', 'loket.css', 'bellen.css'],
    }),
  }
}

/** Of a case always a person with a number, as its owner wrote it; looking at it is looking at the case. */
async function wieTeBellen(verzoek: Verzoek, ketenzaak: string | undefined): Promise<Html | undefined> {
  const beeld =
    ketenzaak === undefined
      ? undefined
      : await eisLoket(verzoek).bekijk(vragerVan(verzoek, 'balie'), ketenzaak)
  if (beeld === undefined) return undefined
  const { regie, nummer } = beeld.zicht
  return html`<p><strong>${verzoek.context.spraak.t('bellen.notitie.bel', {
    ...{ van: vasteNummers(aanspreekpunt({ verzoek, beeld })), nummer },
    organisatie: organisatienaam(verzoek, regie.organisatie).tekst,
  })}</strong></p>`
}

/** By the key of their browser, after the call: until somebody wrote it, the page says that it will stand there. */
export async function naGesprek(verzoek: Verzoek): Promise<Antwoord> {
  const { context, loket, post } = verzoek
  const { t } = context.spraak
  const sleutel = gespreksleutelUit(post.cookie, post.isHttps)
  const notitie = sleutel === undefined ? undefined : await loket?.notities?.voorGast(sleutel)
  const staatEr = notitie !== undefined && notitie.bijdragen.length > 0
  const niets = notitie?.niets !== undefined
  const zin = staatEr ? 'voor_u_hier' : niets ? 'voor_u_niets' : 'voor_u_nog_niet'
  return {
    soort: 'pagina',
    pagina: pagina(context, {
      ...{ titel: t('bellen.notitie.voor_u'), stijl: ['mijn.css', 'loket.css', 'bellen.css'] },
      inhoud: html`<h1>${t('bellen.notitie.voor_u')}</h1>
<p class="vd-lead">${t(`bellen.notitie.${zin}`)}</p>
${staatEr && html`${doetU(verzoek, notitie)}${bijdragen(verzoek, notitie, 'u')}`}
${!staatEr && !niets && html`<p class="vd-no-print"><a class="utrecht-button utrecht-button--secondary-action" href="${adres(context.taal, 'gesprekNa')}">${t('bellen.notitie.kijk_opnieuw')}</a></p>`}
${(staatEr || niets) && html`<p class="vd-calm">${t('bellen.notitie.klopt_niet')}</p>`}
${
  sleutel !== undefined &&
  html`<form class="vd-no-print" method="post" action="${adres(context.taal, 'gesprekDoe')}"><p>${t('bellen.notitie.wis_uitleg')}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="wis">${t('bellen.notitie.wis')}</button></p></form>`
}`,
    }),
  }
}
