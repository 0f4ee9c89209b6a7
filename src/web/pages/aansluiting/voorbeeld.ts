import { attrs, type Html, html } from '../../../platform/index.ts'
import {
  type Aansluiting,
  sleutelVan,
  type Voorbeeld,
  type Voorbeeldlijst,
  type Zaakbeeld,
} from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { kaart } from '../zaken/kaart.ts'
import { maakScherm } from '../zaken/scherm.ts'
import { aansluitingPagina, eisBron, naamVan, wijzigerVan } from './kader.ts'
import { alsVelden, regelpagina } from './regels.ts'
import { leesRegels } from './regelvelden.ts'
import { eenZaak, verborgenZaken } from './voorbeeldzaak.ts'

/** What a test person would see by the rules in the form, saved or not. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { bron, beheer, werker } = await eisBron(verzoek, 'beheren')
  const { aansluiting, versie } = bron
  const { form, context } = verzoek
  const { t } = context.spraak
  const id = aansluiting.organisatie
  const { regels = aansluiting.regels, fouten } = leesRegels(aansluiting, form)
  const persoon = gekozen(aansluiting, form)
  const zaak = form.get('zaak') ?? undefined
  const vraag = async (): Promise<Voorbeeld> =>
    persoon === undefined
      ? { status: 'geen-proefpersoon' }
      : beheer.voorbeeld(id, { persoon, regels, door: wijzigerVan(werker), ...(zaak && { zaak }) })
  // As at saving: the same page, with each fault at its field.
  if (fouten.length > 0) {
    const delen = { regels, typen: await beheer.typen(id), fouten: alsVelden(verzoek, fouten) }
    return { soort: 'pagina', pagina: regelpagina(verzoek, bron, delen), status: 400 }
  }
  const voorbeeld = await vraag()
  const inhoud = html`${beeld(verzoek, voorbeeld)}
${bekijkvorm(verzoek, id)}
${terugvorm(verzoek, id, versie)}`
  return {
    soort: 'pagina',
    status: voorbeeld.status === 'ok' ? 200 : 400,
    pagina: aansluitingPagina(verzoek, {
      titel: t('bronnen.voorbeeld.pagina', { naam: naamVan(verzoek, id) }),
      inhoud,
      bij: id,
      isZaak: zaak !== undefined,
    }),
  }
}

/** By their place in the list: a page names nobody. */
function gekozen({ proefpersonen }: Aansluiting, form: URLSearchParams) {
  const plaats = /^\d{1,2}$/.exec(form.get('proefpersoon') ?? '')?.[0]
  return plaats === undefined ? undefined : proefpersonen[Number(plaats)]?.persoon
}

/** The same rules go along, so that what was looked at is what is saved. */
function terugvorm({ context, form }: Verzoek, id: string, versie: number): Html {
  const { taal, spraak } = context
  const mee = [...form].filter(([naam]) => !['proefpersoon', 'versie', 'zaak'].includes(naam))
  return html`<form class="vd-stack" method="post" action="${adres(taal, 'balieBronRegel', { bron: id })}">
<input type="hidden" name="versie" value="${form.get('versie') ?? String(versie)}">
${mee.map(([naam, waarde]) => html`<input type="hidden" name="${naam}" value="${waarde}">`)}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${spraak.t('bronnen.voorbeeld.bewaar')}</button>
<a href="${adres(taal, 'balieBronRegels', { bron: id })}">${spraak.t('bronnen.voorbeeld.terug')}</a></p></form>`
}

/** By it one case is opened, or the list again, with the same rules and the same person; its buttons stand at the cases. */
function bekijkvorm({ context, form }: Verzoek, id: string): Html {
  const mee = [...form].filter(([naam]) => naam !== 'zaak')
  const { taal, spraak } = context
  return html`<form class="vd-stack" id="bekijk" method="post" action="${adres(taal, 'balieBronVoorbeeld', { bron: id })}">
${mee.map(([naam, waarde]) => html`<input type="hidden" name="${naam}" value="${waarde}">`)}
${form.has('zaak') && html`<p><button class="utrecht-button utrecht-button--secondary-action" type="submit">${spraak.t('bronnen.voorbeeld.naar_lijst')}</button></p>`}</form>`
}

function beeld(verzoek: Verzoek, voorbeeld: Voorbeeld): Html {
  const { t } = verzoek.context.spraak
  if (voorbeeld.status === 'uit') return html`<p class="vd-notice">${t('bronnen.uit_vraagt_niets')}</p>`
  if (voorbeeld.status !== 'ok')
    return html`<p class="vd-notice">${t(`bronnen.voorbeeld.${voorbeeld.status}`)}</p>`
  const { uitkomst } = voorbeeld
  if (uitkomst.status === 'fout')
    return html`<p class="vd-notice">${t('bronnen.voorbeeld.mislukt', { waarom: t(`bronnen.registerfout.${uitkomst.soort}`) })}</p>`
  const gegevens: Voorbeeldlijst =
    uitkomst.status === 'ok'
      ? uitkomst.gegevens
      : { zaken: [], isVolledig: true, verborgen: [], losseTaken: [], zijnTakenOnbekend: false }
  if (gegevens.zaak !== undefined) return eenZaak(verzoek, gegevens.zaak)
  const { zaken, isVolledig, verborgen } = gegevens
  const isWeg = verzoek.form.has('zaak')
  return html`${isWeg && html`<p class="vd-notice">${t('bronnen.voorbeeld.zaak_weg')}</p>`}
<p class="vd-lead">${t('bronnen.voorbeeld.uitleg')}</p>
<p id="voorbeeld"><strong>${t('bronnen.voorbeeld.aantal', { n: zaken.length })}</strong>${!isVolledig && html` ${t('bronnen.voorbeeld.meer')}`}</p>
${deel(
  verzoek,
  'lopend',
  zaken.filter(({ einde }) => einde === undefined),
)}
${deel(
  verzoek,
  'afgerond',
  zaken.filter(({ einde }) => einde !== undefined),
)}
${taken(verzoek, gegevens)}
${verborgenZaken(verzoek, verborgen)}`
}

/** What is asked of them apart from the cases; their buttons lead nowhere here. */
function taken(
  { context: { spraak } }: Verzoek,
  { losseTaken, zijnTakenOnbekend }: Voorbeeldlijst,
): Html | undefined {
  if (losseTaken.length === 0 && !zijnTakenOnbekend) return undefined
  return html`<section class="vd-section"><h2>${spraak.t('taken.los')}</h2>${
    losseTaken.length > 0 &&
    html`<ul class="vd-list">${losseTaken.map(({ titel }) => {
      const { tekst, lang } = woorden(spraak, titel)
      return html`<li><span${attrs({ lang })}>${tekst}</span></li>`
    })}</ul>`
  }${zijnTakenOnbekend && html`<p class="vd-notice">${spraak.t('bronnen.voorbeeld.taken_onbekend')}</p>`}</section>`
}

/** The same cards that residents have. */
function deel(verzoek: Verzoek, naam: 'lopend' | 'afgerond', zaken: readonly Zaakbeeld[]): Html | undefined {
  if (zaken.length === 0) return undefined
  const scherm = maakScherm(verzoek, 'voorbeeld')
  const bekend = new Map(zaken.map((zaak) => [sleutelVan(zaak.ref), zaak]))
  return html`<section class="vd-section"><h2>${verzoek.context.spraak.t(`bronnen.voorbeeld.${naam}`)}</h2>
<ul class="vd-kaarten">${zaken.map((zaak) => kaart({ scherm, bekend }, zaak))}</ul></section>`
}
