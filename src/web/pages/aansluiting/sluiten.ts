/** To stop with an organisation for good, and to make the key that it has for messages worth nothing. */
import { html } from '../../../platform/index.ts'
import { type Bewaard, isGesloten } from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { aansluitingPagina, eisBron, naamVan, wijzigerVan } from './kader.ts'

/** What will be gone, before it is. */
export function toon(verzoek: Verzoek): Promise<Antwoord> {
  return vraag(verzoek, [])
}

async function vraag(verzoek: Verzoek, fouten: readonly Veldfout[], status = 200): Promise<Antwoord> {
  const { bron } = await eisBron(verzoek, 'aansluiten')
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const id = bron.aansluiting.organisatie
  const naam = naamVan(verzoek, id)
  if (isGesloten(bron.aansluiting)) return naar(verzoek, id, 'niets')
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('bronnen.sluiten.inleiding', { naam })}</p>
<ul class="vd-list">${['vragen', 'geheimen', 'berichten', 'index', 'blijft'].map((deel) => html`<li>${t(`bronnen.sluiten.${deel}`)}</li>`)}</ul>
<p>${t('bronnen.sluiten.even')}</p>
<form class="vd-stack" method="post" action="${adres(taal, 'balieBronSluit', { bron: id })}"><input type="hidden" id="versie" name="versie" value="${bron.versie}">
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('bronnen.sluiten.doe', { naam })}</button></p></form>`
  const pagina = aansluitingPagina(verzoek, {
    titel: t('bronnen.sluiten.titel', { naam }),
    inhoud,
    bij: id,
    isFout: fouten.length > 0,
  })
  return { soort: 'pagina', pagina, status }
}

export async function sluit(verzoek: Verzoek): Promise<Antwoord> {
  const { beheer, bron, werker } = await eisBron(verzoek, 'aansluiten')
  const { organisatie } = bron.aansluiting
  const uitkomst = await beheer.sluit(organisatie, ingreepUit(verzoek, wijzigerVan(werker)))
  if (isGedaan(uitkomst)) return naar(verzoek, organisatie, 'gesloten')
  const { t } = verzoek.context.spraak
  return vraag(verzoek, [{ veld: 'versie', tekst: t('bronnen.vorm.ingehaald') }], 409)
}

/** Without the version: what was handed out must be worth nothing, whatever else was changed meanwhile. */
export async function sleutel(verzoek: Verzoek): Promise<Antwoord> {
  const { beheer, bron, werker } = await eisBron(verzoek, 'beheren')
  const { organisatie } = bron.aansluiting
  if (isGesloten(bron.aansluiting)) return naar(verzoek, organisatie, 'niets')
  const uitkomst = await beheer.nieuweSleutel(organisatie, { door: wijzigerVan(werker) })
  return naar(verzoek, organisatie, isGedaan(uitkomst) ? 'sleutel' : 'sleutel-niet')
}

function ingreepUit({ form }: Verzoek, door: ReturnType<typeof wijzigerVan>) {
  return { door, vanVersie: Number(form.get('versie') ?? Number.NaN) }
}

function isGedaan(uitkomst: Bewaard | undefined): boolean {
  return uitkomst?.status === 'ok'
}

function naar({ context }: Verzoek, bron: string, gedaan: string): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieBron', { bron, gedaan }) }
}
