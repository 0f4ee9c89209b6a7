import { veiligeNaam } from '../../../domain/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Bericht, type Bijlage, codeVoor, type Verloop } from '../../../kanalen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { grootte } from '../zaken/documenten.ts'
import { verloopDeel } from './bericht-verloop.ts'
import { afzendernaam, berichtenwerk, ontvangenOp } from './bericht-woorden.ts'
import { lezerVan } from './berichten.ts'
import { berichtDoorsturen, eisWie, kanalenKiezen } from './eis.ts'
import { gedaanUit, mijnPagina } from './kader.ts'
import { namenVan } from './namen.ts'
import { metRegel } from './verwerk.ts'
import { beslisVoor, mag } from './wie.ts'

interface Gelezen {
  readonly bericht: Bericht
  readonly verloop: Verloop | undefined
  /** As people type it over; absent where nothing signs for us. */
  readonly code: { readonly code: string; readonly geschreven: string } | undefined
  /** Who sent it on. */
  readonly doorgever: string | undefined
}

/** One message. That whom it is for opens it is evidence (Awb 2:25). */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const gelezen = await lees(verzoek)
  if (gelezen === undefined) return { soort: 'niet-gevonden' }
  const { context, zoek } = verzoek
  const { onderwerp } = gelezen.bericht.inhoud
  const gedaan = gedaanUit(zoek, ['door', 'was-door', ...papiermeldingen])
  const pagina = mijnPagina(context, {
    titel: onderwerp[context.taal] ?? onderwerp.nl ?? '',
    inhoud: inhoudVan(verzoek, gelezen),
    terug: 'berichten',
    isBrief: true,
    stijl: ['machtiging.css', 'regeling.css', 'kanalen.css'],
    melding: gedaan && context.spraak.t(`berichten.gedaan.${gedaan}`),
  })
  return { soort: 'pagina', pagina }
}

async function lees(verzoek: Verzoek): Promise<Gelezen | undefined> {
  const { mijn, wie } = eisWie(verzoek)
  const id = verzoek.delen.bericht ?? ''
  const gelezen = await metRegel(mijn, wie, berichtenwerk, async (bewijs) => {
    const bericht = await mijn.berichten.open(lezerVan(wie), id, bewijs)
    if (bericht === undefined) return undefined
    return { bericht, verloop: await mijn.postbus.verloop(wie.persoon, id, bewijs) }
  })
  if (gelezen === undefined) return undefined
  const { doorgestuurdVan } = gelezen.bericht.inhoud
  const namen = doorgestuurdVan === undefined ? undefined : await namenVan(verzoek, [doorgestuurdVan])
  return {
    ...gelezen,
    code: await codeVan(verzoek, gelezen.bericht),
    doorgever: doorgestuurdVan && (namen?.get(doorgestuurdVan) ?? ''),
  }
}

/** The same as on every other way. That it cannot be made keeps nobody from their message. */
async function codeVan({ mijn, bronnen }: Verzoek, bericht: Bericht): Promise<Gelezen['code']> {
  try {
    const codes = await mijn?.codes?.maakControlecodes([codeVoor(bericht, bericht.inhoud.van)])
    return codes?.get(bericht.id)
  } catch (fout) {
    bronnen.meldFout('controlecode', fout)
    return undefined
  }
}

function inhoudVan(verzoek: Verzoek, { bericht, verloop, code, doorgever }: Gelezen): Html {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const { alineas, verwijzing } = bericht.inhoud
  return html`<p class="vd-calm">${t('berichten.van', { van: afzendernaam(verzoek, bericht) })}. ${t('berichten.ontvangen', { moment: ontvangenOp(verzoek.context, bericht) })}</p>
${doorgever !== undefined && html`<p class="vd-notice">${doorgever === '' ? t('berichten.doorgestuurd_iemand') : t('berichten.doorgestuurd_van', { naam: doorgever })}</p>`}
${verbetering(verzoek, bericht)}
${doen(verzoek, bericht)}
<div class="vd-letter">${alineas.map((alinea) => html`<p>${alinea[taal] ?? alinea.nl}</p>`)}</div>
${bijlagen(verzoek, bericht)}
${verwijzing?.soort === 'zaak' && html`<p class="vd-screen-only"><a href="${adres(taal, 'zaak', { bron: verwijzing.bron, zaak: verwijzing.uuid })}">${t('berichten.naar_zaak')}</a></p>`}
${verwijzing?.soort === 'afspraak' && html`<p class="vd-screen-only"><a href="${adres(taal, 'afspraak', { afspraak: verwijzing.id })}">${t('berichten.naar_afspraak')}</a></p>`}
${verwijzing?.soort === 'ketenzaak' && html`<p class="vd-screen-only"><a href="${adres(taal, 'ketenzaak', { ketenzaak: verwijzing.id })}">${t('berichten.naar_ketenzaak')}</a></p>`}
${verwijzing?.soort === 'hulpaanbod' && html`<p class="vd-screen-only"><a href="${adres(taal, 'hulpaanbodEen', { aanbod: verwijzing.id })}">${t('berichten.naar_hulpaanbod')}</a></p>`}
${code && html`<section class="vd-section" id="controlecode"><h2>${t('berichten.code.titel')}</h2><p>${t('berichten.code.tekst')} <strong class="vd-whole">${code.geschreven}</strong>. ${t('berichten.code.waar', { adres: echtAdres(verzoek) })} <a class="vd-screen-only" href="${adres(taal, 'echtCode', { code: code.code })}">${t('berichten.code.link')}</a></p></section>`}
${verloopDeel(verzoek, { bericht, verloop })}
${knoppen(verzoek, bericht, verloop !== undefined)}
<p class="vd-calm">${t('berichten.hulp')}</p>`
}

/** As somebody types it over from paper: `voordeur.example/echt`. */
function echtAdres({ context: { taal }, post: { basis } }: Verzoek): string {
  return `${new URL(basis).host}${adres(taal, 'echt')}`
}

/** A message never changes: what was wrong stands in the old one, what is right in the new one (Awb 2:12). */
function verbetering(
  { context: { taal, spraak } }: Verzoek,
  { corrigeert, gecorrigeerdDoor }: Bericht,
): Html {
  const { t } = spraak
  const regel = (wat: 'nieuwer' | 'ouder', id: string) =>
    html`<p class="vd-notice"><strong>${t(`berichten.${wat}.kop`)}</strong> <a href="${adres(taal, 'bericht', { bericht: id })}">${t(`berichten.${wat}.link`)}</a></p>`
  return html`${gecorrigeerdDoor !== undefined && regel('nieuwer', gecorrigeerdDoor)}${corrigeert !== undefined && regel('ouder', corrigeert)}`
}

/** More than one thing is a list. */
function gevraagd(wat: string): Html {
  const regels = wat.split('\n')
  return regels.length === 1
    ? html`<p>${wat}</p>`
    : html`<ul class="vd-list">${regels.map((regel) => html`<li>${regel}</li>`)}</ul>`
}

/** What is asked, and until when; before what the message says. */
function doen({ context: { taal, spraak }, nu }: Verzoek, { inhoud }: Bericht): Html | undefined {
  const { t, datum } = spraak
  const { taak, uiterlijk, verwijzing } = inhoud
  const wat = inhoud.doen && (inhoud.doen[taal] ?? inhoud.doen.nl)
  if (taak === undefined && uiterlijk === undefined && wat === undefined) return undefined
  const isVoorbij = uiterlijk !== undefined && uiterlijk < datumOp(nu, 'Europe/Amsterdam')
  // More things than one have each their own day.
  const zin =
    uiterlijk !== undefined &&
    wat?.includes('\n') !== true &&
    t(isVoorbij ? 'berichten.doen.was' : 'berichten.doen.uiterlijk', { dag: datum(uiterlijk) })
  return html`<section class="vd-card vd-todo"><h2>${t('berichten.doen.titel')}</h2>
${wat !== undefined && gevraagd(wat)}
${zin !== false ? html`<p>${zin}</p>` : wat === undefined && html`<p>${t('berichten.doen.zonder')}</p>`}
${isVoorbij && zin !== false && html`<p>${t('berichten.doen.voorbij')}</p>`}
${
  taak !== undefined &&
  verwijzing?.soort === 'zaak' &&
  html`<p class="vd-actions"><a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'taak', { bron: verwijzing.bron, zaak: verwijzing.uuid, taak })}">${t('berichten.doen.knop')}</a></p>`
}</section>`
}

function bijlagen({ context: { taal, spraak } }: Verzoek, { id, inhoud }: Bericht): Html | undefined {
  const { t } = spraak
  const lijst = inhoud.bijlagen ?? []
  if (lijst.length === 0) return undefined
  return html`<section class="vd-section vd-screen-only"><h2>${t('berichten.bijlagen.titel')}</h2>
<ul class="vd-list vd-attachments">${lijst.map(
    ({ naam, bytes }, nummer) =>
      html`<li><a href="${adres(taal, 'berichtBijlage', { bericht: id, nummer })}" download>${t('berichten.bijlagen.haal', { naam })}</a> <span class="vd-calm vd-small">${grootte(spraak, bytes)}</span></li>`,
  )}</ul></section>`
}

function knoppen(verzoek: Verzoek, { id, isGearchiveerd, inhoud }: Bericht, heeftVerloop: boolean): Html {
  const { mijn, wie } = eisWie(verzoek)
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const { verwijzing, doorgestuurdVan } = inhoud
  const knop = (als: 'archief' | 'postvak' | 'ongelezen') =>
    html`<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="als" value="${als}">${t(`berichten.zet.${als}`)}</button>`
  const door = beslisVoor(mijn, wie, berichtDoorsturen, verzoek.nu)
  // Who logged in longer ago is asked to do so again on the way.
  const kanDoor = doorgestuurdVan === undefined && (door.mag || door.reden === 'opnieuw-inloggen')
  const naarKeuze = verwijzing?.soort === 'zaak' && mag(mijn, wie, kanalenKiezen, verzoek.nu)
  return html`<form class="vd-actions" method="post" action="${adres(taal, 'berichtZet', { bericht: id })}">
${knop(isGearchiveerd ? 'postvak' : 'archief')} ${knop('ongelezen')}
<button class="utrecht-button utrecht-button--secondary-action" type="button" data-verrijk="print" hidden>${t('berichten.print')}</button></form>
${heeftVerloop && html`<form class="vd-actions" method="post" action="${adres(taal, 'berichtPapier', { bericht: id })}"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('berichten.papier.knop')}</button></form>`}
<ul class="vd-list vd-screen-only">
${kanDoor && html`<li><a href="${adres(taal, 'berichtDoor', { bericht: id })}">${t('berichten.door.link')}</a></li>`}
${naarKeuze && html`<li><a href="${adres(taal, 'kanalenZaak', { bron: verwijzing.bron, zaak: verwijzing.uuid })}">${t('berichten.naar_keuze')}</a></li>`}
${mag(mijn, wie, kanalenKiezen, verzoek.nu) && html`<li><a href="${adres(taal, 'kanalen')}">${t('berichten.op_papier')}</a></li>`}</ul>`
}

/** As the reader wants it to be; of the message nothing changes. */
export async function zet(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { form, delen, context } = verzoek
  const als = (['archief', 'postvak', 'ongelezen'] as const).find((een) => een === form.get('als'))
  if (als === undefined) return { soort: 'niet-gevonden' }
  const isGezet = await metRegel(mijn, wie, berichtenwerk, (bewijs) =>
    mijn.postbus.markeer(lezerVan(wie), delen.bericht ?? '', als, bewijs),
  )
  if (!isGezet) return { soort: 'niet-gevonden' }
  return { soort: 'ga-naar', adres: adres(context.taal, 'berichten', { gedaan: als }) }
}

/** Also as a letter, of what they have here already. */
export async function papier(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { bericht = '' } = verzoek.delen
  const gevolg = await metRegel(mijn, wie, berichtenwerk, (bewijs) =>
    mijn.postbus.vraagPapier(lezerVan(wie), bericht, bewijs),
  )
  if (gevolg === 'onbekend') return { soort: 'niet-gevonden' }
  return {
    soort: 'ga-naar',
    adres: adres(verzoek.context.taal, 'bericht', { bericht, gedaan: `papier-${gevolg}` }),
  }
}

const papiermeldingen = ['papier-gevraagd', 'papier-onderweg', 'papier-genoeg', 'papier-geen-weg'] as const

/** Only to keep: nothing that came with a message is opened within our own pages. */
export async function bijlage(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { bericht = '', nummer = '' } = verzoek.delen
  if (!/^\d{1,2}$/.test(nummer)) return { soort: 'niet-gevonden' }
  const gevonden = await metRegel(mijn, wie, berichtenwerk, (bewijs) =>
    mijn.postbus.bijlage(wie.persoon, bericht, Number(nummer), bewijs),
  )
  return gevonden === undefined ? { soort: 'niet-gevonden' } : bijlageBestand(gevonden)
}

export function bijlageBestand({ naam, type, inhoud }: Bijlage): Antwoord {
  return {
    soort: 'bestand',
    // A calendar is only ever ours; its bytes are known to no table of what others may add.
    naam: type === 'text/calendar' ? 'afspraak.ics' : veiligeNaam(naam, inhoud),
    type: type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    inhoud: Buffer.from(inhoud),
  }
}
