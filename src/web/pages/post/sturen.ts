/** Send a message to a body: choose the body, then write. Works without a script, logged in or not. */
import { aanwijzingOp, POSTSOORTEN } from '../../../corpus/index.ts'
import { maakUuid7, type OrganisatieId } from '../../../domain/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Afzender, type Poststuk, standVan } from '../../../ontvangst/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting } from '../../ui/formulier.ts'
import { kanaallijst } from '../../ui/kanalen.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { postVersturen, verstuurdZien } from '../mijn/eis.ts'
import { handelende, mag } from '../mijn/wie.ts'
import { afzenderVan, type GelezenPost, leesPost } from './lees-post.ts'
import { afzendervelden, postvelden } from './velden.ts'
import { eisPost, leesOverheid, naamVan, storingsmelding, stukdeel, wegenTekst } from './woorden.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const organisatie = leesOntvanger(verzoek, verzoek.zoek.get('organisatie'))
  if (organisatie === undefined) return { soort: 'pagina', pagina: await kiesPagina(verzoek) }
  const soort = POSTSOORTEN.find((een) => een === verzoek.zoek.get('soort'))
  const leeg = { onderwerp: '', tekst: '', naam: '', adres: '', namens: '', bijlagen: [], fouten: [] }
  return vorm(verzoek, organisatie, { ...leeg, soort, kenmerk: undefined })
}

/** With a fault the form comes back with what was typed. The same sending twice is one item. */
export async function stuur(van: Verzoek): Promise<Antwoord> {
  const velden = van.bestandsformulier?.formulier.velden ?? van.form
  const organisatie = leesOntvanger(van, velden.get('organisatie'))
  if (organisatie === undefined) return { soort: 'pagina', pagina: await kiesPagina(van), status: 400 }
  const zoekdeel = `?${new URLSearchParams({ organisatie })}`
  const verzoek = { ...van, context: { ...van.context, zoekdeel } }
  const gelezen = leesPost(verzoek)
  const { soort, onderwerp, tekst, bijlagen, fouten } = gelezen
  if (fouten.length > 0 || soort === undefined) return vorm(verzoek, organisatie, gelezen)
  const wie = wieMag(verzoek)
  const afzender: Afzender =
    wie === undefined
      ? afzenderVan(gelezen)
      : {
          soort: 'persoon',
          persoon: wie.persoon,
          ...(wie.subject.persoon !== wie.persoon && { door: wie.subject.persoon }),
        }
  const { ontvangst, toeval } = eisPost(verzoek)
  const { stuk } = await ontvangst.neemAan(
    {
      afzender,
      organisatie,
      soort,
      weg: 'web',
      ontvangen: verzoek.binnen,
      onderwerp,
      tekst,
      bijlagen,
      kenmerk: gelezen.kenmerk ?? maakUuid7(verzoek.nu, toeval),
    },
    wie && { door: handelende(wie) },
  )
  const { mijn } = verzoek
  if (wie !== undefined && mijn !== undefined && mag(mijn, wie, verstuurdZien, verzoek.nu)) {
    const naar = adres(verzoek.context.taal, 'verstuurdStuk', { poststuk: stuk.id, gedaan: 'verstuurd' })
    return { soort: 'ga-naar', adres: naar }
  }
  return { soort: 'pagina', pagina: ontvangstPagina(verzoek, stuk) }
}

/** Only what the page itself understands goes along to its other languages. */
export function zoekdeel(zoek: URLSearchParams): string {
  const mee = new URLSearchParams()
  const [organisatie, soort] = [zoek.get('organisatie'), zoek.get('soort')]
  if (organisatie !== null && /^[\w-]{1,60}$/.test(organisatie)) mee.set('organisatie', organisatie)
  if (POSTSOORTEN.some((een) => een === soort)) mee.set('soort', soort ?? '')
  return mee.size === 0 ? '' : `?${mee}`
}

/** Whoever may send in the name of whom they act for; somebody else sends as one whom nobody recognised. */
function wieMag({ mijn, wie, nu }: Verzoek) {
  return mijn !== undefined && wie !== undefined && mag(mijn, wie, postVersturen, nu) ? wie : undefined
}

/** A body whose people read here what comes in. */
function leesOntvanger(verzoek: Verzoek, waarde: string | null): OrganisatieId | undefined {
  const gevonden = leesOverheid(verzoek, waarde)
  const kanHier = gevonden !== undefined && ontvangersVan(verzoek).includes(gevonden)
  return kanHier ? gevonden : undefined
}

/** Where nothing is taken in there are none, and the page says so. */
function ontvangersVan({ poststukken }: Verzoek): readonly OrganisatieId[] {
  return poststukken?.organisaties() ?? []
}

async function kiesPagina(verzoek: Verzoek): Promise<string> {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const bekend = ontvangersVan(verzoek)
    .map((id) => ({ id, naam: naamVan(verzoek, id) }))
    .toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl'))
  const kapot = await kapotteWegen(verzoek)
  const bij = (id: string) =>
    kapot.has(id) &&
    html` <span class="vd-small">${t('post.kies.storing', { wegen: (kapot.get(id) ?? []).join(', ') })}</span>`
  const inhoud = html`<h1>${t('post.titel')}</h1>
<p class="vd-lead">${t('post.inleiding')}</p>
${
  bekend.length === 0
    ? html`<p>${t('post.kies.geen')}</p>`
    : html`<h2>${t('post.kies.titel')}</h2><ul class="vd-index">${bekend.map(({ id, naam }) => html`<li><a href="${adres(taal, 'post', { filter: { organisatie: id } })}" lang="nl">${naam}</a>${bij(id)}</li>`)}</ul>`
}
<p>${t('post.kies.anders')} <a href="${adres(taal, 'organisaties')}">${t('algemeen.voet.organisaties')}</a></p>`
  return pagina(context, { stijl: ['zoeken.css', 'mijn.css'], titel: t('post.titel'), inhoud })
}

/** Which ways of whom are out of order now; a list that does not come keeps nobody from choosing. */
async function kapotteWegen({ poststukken, bronnen, context, nu }: Verzoek) {
  try {
    const alle = (await poststukken?.storingen.lopend()) ?? []
    return Map.groupBy(
      alle.filter((een) => standVan(een, nu) === 'nu'),
      ({ organisatie }): string => organisatie,
    )
      .entries()
      .reduce(
        (per, [id, van]) =>
          per.set(id, [
            ...new Set(van.map(({ kanaal }) => context.spraak.t(`post.storing.kanaal.${kanaal}`))),
          ]),
        new Map<string, readonly string[]>(),
      )
  } catch (fout) {
    bronnen.meldFout('storingen', fout)
    return new Map<string, readonly string[]>()
  }
}

async function vorm(verzoek: Verzoek, organisatie: OrganisatieId, gelezen: GelezenPost): Promise<Antwoord> {
  const { context, nu } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { storingen, zoneVan, toeval } = eisPost(verzoek)
  const naam = naamVan(verzoek, organisatie)
  const wie = wieMag(verzoek)
  const zone = zoneVan(organisatie)
  const titel = t('post.vorm.titel', { organisatie: naam })
  const { web: _online, ...papier } = verzoek.beeld.organisaties.get(organisatie)?.kanalen ?? {}
  const isFout = gelezen.fouten.length > 0
  const inhoud = html`<a class="vd-back" href="${adres(taal, 'post')}">${t('post.vorm.terug')}</a>
<h1>${titel}</h1>
${storingsmelding(context, await storingen.van(organisatie), { nu, zone })}
${foutSamenvatting(t('vraag.fout.titel'), gelezen.fouten)}
<p class="vd-lead">${t(wie === undefined ? 'post.vorm.onbekend' : 'post.vorm.bekend')}</p>
${wie === undefined && context.kanInloggen && context.ingelogd === undefined && html`<p><a href="${adres(taal, 'inloggen', { naar: 'post' })}">${t('post.vorm.inloggen')}</a></p>`}
<form class="vd-form" method="post" enctype="multipart/form-data" action="${adres(taal, 'postStuur')}">
<input type="hidden" name="organisatie" value="${organisatie}"><input type="hidden" name="kenmerk" value="${gelezen.kenmerk ?? maakUuid7(nu, toeval)}">
${postvelden(context, gelezen)}
${wie === undefined && afzendervelden(context, gelezen)}
<p>${t('post.vorm.bevestiging')}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('post.vorm.knop')}</button></p></form>
${wegentabel(verzoek, organisatie, true)}
<section class="vd-section" id="anders"><h2>${t('post.wegen.anders')}</h2><p>${t('post.wegen.papier')}</p>${kanaallijst(spraak, papier)}</section>`
  const stijl = ['mijn.css', 'regeling.css', 'zaken.css', 'zaak.css']
  return {
    soort: 'pagina',
    pagina: pagina(context, { stijl, titel, isFout, inhoud }),
    status: isFout ? 400 : 200,
  }
}

/** On the page of a body: the register, and the way to our form where its people read what comes in. */
export function postdeel(verzoek: Verzoek, id: string): Html | undefined {
  const organisatie = leesOverheid(verzoek, id)
  if (organisatie === undefined) return undefined
  const { taal, spraak } = verzoek.context
  const kanHier = ontvangersVan(verzoek).includes(organisatie)
  const naar = adres(taal, 'post', { filter: { organisatie } })
  return html`${wegentabel(verzoek, organisatie, kanHier)}
${kanHier && html`<p><a class="utrecht-button utrecht-button--secondary-action" href="${naar}">${spraak.t('post.titel')}</a></p>`}`
}

/** The register of designated ways, as it is today (Awb 2:13). */
function wegentabel(verzoek: Verzoek, organisatie: OrganisatieId, kanHier: boolean): Html {
  const { context, bronnen, nu } = verzoek
  const { t } = context.spraak
  const { postwegen } = bronnen.geheel()
  const dag = datumOp(nu, verzoek.poststukken?.zoneVan(organisatie) ?? 'Europe/Amsterdam')
  const rijen = POSTSOORTEN.map((soort) => ({
    soort,
    aanwijzing: aanwijzingOp(postwegen, { organisatie, soort }, dag),
  }))
  // Nothing established is one sentence, and no table that says it eight times.
  if (rijen.every(({ aanwijzing }) => aanwijzing.soort !== 'vastgesteld'))
    return html`<section class="vd-section" id="wegen"><h2>${t('post.wegen.titel')}</h2><p>${t(kanHier ? 'post.wegen.alles_open' : 'post.wegen.alles_onbekend')}</p></section>`
  return html`<section class="vd-section" id="wegen"><h2>${t('post.wegen.titel')}</h2><p>${t('post.wegen.uitleg')}</p>
<div class="vd-scroll"><table class="vd-figures vd-figures--text"><thead><tr><th scope="col">${t('post.wegen.soort')}</th><th scope="col">${t('post.wegen.weg')}</th></tr></thead>
<tbody>${rijen.map(({ soort, aanwijzing }) => {
    return html`<tr><th scope="row">${t(`post.soort.${soort}`)}</th><td>${wegenTekst(context, aanwijzing, kanHier)}${aanwijzing.soort === 'vastgesteld' && html`<br><span class="vd-calm vd-small" lang="nl">${aanwijzing.besluit}</span>`}</td></tr>`
  })}</tbody></table></div></section>`
}

/** For who is not logged in the receipt stands here and nowhere else: they keep or print this page. */
function ontvangstPagina(verzoek: Verzoek, stuk: Poststuk): string {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const inhoud = html`<h1>${t('post.ontvangst.titel')}</h1>
<p class="vd-notice" role="status">${t('post.ontvangst.melding', { organisatie: naamVan(verzoek, stuk.organisatie), nummer: stuk.nummer })}</p>
<p><strong>${t('post.ontvangst.bewaar')}</strong></p>
${stukdeel(verzoek, stuk)}
<p>${t('post.ontvangst.daarna')}</p>
<p class="vd-no-print"><a href="${adres(taal, 'post')}">${t('post.ontvangst.nog_een')}</a></p>`
  return pagina(context, { stijl: ['mijn.css'], titel: t('post.ontvangst.titel'), inhoud })
}
