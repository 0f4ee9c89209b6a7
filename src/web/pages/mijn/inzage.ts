import type { Inzage } from '../../../audit/index.ts'
import type { Verwerking } from '../../../corpus/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { isMedewerkerrol } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { waarvoorTekst } from './diensten.ts'
import { eisWie } from './eis.ts'
import { leesTeZien } from './inzage-lezen.ts'
import { mijnPagina, moment } from './kader.ts'
import { metRegel } from './verwerk.ts'

/** Named limit: on one page. */
const maxOpPagina = 100

export const wat = { doel: 'inzage-tonen', gegevens: ['inzage'] }

/** Who saw my data. Looking at it is a line of its own. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const verwerkingen = mijn.verwerkingen()
  const gevraagd = verwerkingen.get(zoek.get('verwerking') ?? '')
  const filter = gevraagd && { verwerking: gevraagd.id }
  const { inzagen, isMeer } = await metRegel(mijn, wie, wat, () => leesTeZien(mijn, wie, maxOpPagina, filter))
  const inhoud = html`<p class="vd-lead">${t('mijn.inzage.inleiding')}</p>
${filterVorm(verzoek, [...verwerkingen.values()], gevraagd?.id)}
<p class="vd-actions vd-no-print"><a class="utrecht-button utrecht-button--secondary-action" href="${adres(context.taal, 'inzagePdf')}">${t('mijn.inzage.pdf')}</a>
<a class="utrecht-button utrecht-button--secondary-action" href="${adres(context.taal, 'inzageBestand')}">${t('mijn.inzage.bestand')}</a></p>
${inzagen.length === 0 ? !isMeer && html`<p>${t('mijn.inzage.geen')}</p>` : html`<ol class="vd-log">${inzagen.map((een) => regel(verzoek, een, verwerkingen))}</ol>`}
${isMeer && html`<p>${t('mijn.inzage.meer', { n: inzagen.length })}</p>`}`
  return { soort: 'pagina', pagina: mijnPagina(context, { titel: t('mijn.inzage.titel'), inhoud }) }
}

function filterVorm(
  { context }: Verzoek,
  verwerkingen: readonly Verwerking[],
  gekozen: string | undefined,
): Html {
  const { taal, spraak } = context
  const { t } = spraak
  return html`<form class="vd-filter vd-no-print" method="get" action="${adres(taal, 'inzage')}">
<label class="utrecht-form-label" for="verwerking">${t('mijn.inzage.filter')}</label>
<select class="utrecht-textbox vd-select" id="verwerking" name="verwerking"><option value="">${t('mijn.inzage.alles')}</option>
${verwerkingen.map(({ id, naam }) => html`<option value="${id}"${id === gekozen ? html` selected` : ''}>${naam[taal] ?? naam.nl}</option>`)}</select>
<button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('mijn.inzage.toon')}</button></form>`
}

function regel(verzoek: Verzoek, inzage: Inzage, verwerkingen: ReadonlyMap<string, Verwerking>): Html {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const activiteit = verwerkingen.get(inzage.verwerking)
  const { inhoud, tijd, afloop } = inzage
  const soorten = (inhoud?.gegevens ?? []).map((soort) => activiteit?.soorten[soort]?.[taal] ?? soort)
  const reden = waarom(verzoek, inzage)
  const hulp = wieHielp(verzoek, inzage)
  return html`<li class="vd-log__item"><p class="vd-calm">${moment(context, tijd, datumOp(tijd, 'Europe/Amsterdam'))}</p>
<h2>${activiteit === undefined ? inzage.verwerking : html`<a href="${adres(taal, 'verwerking', { verwerking: activiteit.id, versie: activiteit.versie })}">${activiteit.naam[taal] ?? activiteit.naam.nl}</a>`}</h2>
<p><strong>${wieZag(verzoek, inzage)}</strong></p>
${reden !== undefined && html`<p>${reden}</p>`}
${hulp !== undefined && html`<p>${hulp}</p>`}
${soorten.length > 0 && html`<p>${t('mijn.inzage.wat', { wat: opsomming(spraak, soorten) })}</p>`}
${gevraagdBij(verzoek, inzage)}
${activiteit && html`<p>${activiteit.doel[taal]}</p><p class="vd-calm vd-small">${activiteit.grondslag.uitleg[taal]} ${t('mijn.inzage.grond', { grond: activiteit.grondslag.avg })}</p>`}
${afloop === 'mislukt' && html`<p>${t('mijn.inzage.mislukt')}</p>`}
${inhoud === undefined && html`<p>${t('mijn.inzage.gewist')}</p>`}</li>`
}

export function wieZag(verzoek: Verzoek, { inhoud }: Inzage): string {
  const { t } = verzoek.context.spraak
  const { wie } = eisWie(verzoek)
  const door = inhoud?.door
  if (door === undefined) return t('mijn.inzage.wie.onbekend')
  if (door.soort === 'taak') return t('mijn.inzage.wie.taak')
  if (door.soort === 'medewerker') {
    const organisatie = verzoek.beeld.organisaties.get(door.organisatie)?.naam ?? door.organisatie
    const rol = isMedewerkerrol(door.rol) ? t(`balie.rol.${door.rol}`) : door.rol
    return t('mijn.inzage.wie.medewerker', { organisatie, rol })
  }
  const bij = door.metHelper === true ? `. ${t('machtigen.met_helper')}` : ''
  const isIk = door.persoon === wie.subject.persoon
  if (door.alsVertegenwoordiger !== undefined) {
    const als = t(`algemeen.strip.als.${door.alsVertegenwoordiger}`)
    const { waarvoor, vestiging } = door
    const delen = [
      als,
      waarvoor && waarvoorTekst(verzoek.context, verzoek.beeld, waarvoor),
      vestiging && t('algemeen.strip.vestiging', { nummer: vestiging }),
    ]
    const rol = delen.filter(Boolean).join(', ')
    if (door.alsVertegenwoordiger === 'bedrijf')
      return t(isIk ? 'machtigen.u_bedrijf' : 'machtigen.ander_bedrijf', { rol }) + bij
    return t(isIk ? 'mijn.inzage.wie.u_voor' : 'mijn.inzage.wie.ander', { rol }) + bij
  }
  if (isIk) return t('mijn.inzage.wie.uzelf') + bij
  // The other side of a mandate, who saw the name of this person.
  const isBetrokkene = door.persoon === wie.persoon
  return t(isBetrokkene ? 'mijn.inzage.wie.betrokkene' : 'machtigen.andere_kant') + bij
}

/** Named limit: more names than these are opened by whoever wants to read them. */
const maxNamen = 3

function gevraagdBij(verzoek: Verzoek, inzage: Inzage): Html | false {
  const { spraak } = verzoek.context
  const namen = bronnenVan(verzoek, inzage)
  if (namen.length === 0) return false
  if (namen.length <= maxNamen)
    return html`<p>${spraak.t('mijn.inzage.bij', { bij: opsomming(spraak, namen) })}</p>`
  return html`<details><summary>${spraak.t('mijn.inzage.bij_veel', { n: namen.length })}</summary>
<ul>${namen.map((naam) => html`<li>${naam}</li>`)}</ul></details>`
}

/** Whom was asked, by name, for as long as that is kept. */
export function bronnenVan({ beeld }: Pick<Verzoek, 'beeld'>, { inhoud }: Inzage): readonly string[] {
  return (inhoud?.bronnen ?? []).map((id) => beeld.organisaties.get(id)?.naam ?? id)
}

/** What a professional stated before they looked, said to the person it is about. */
export function waarom({ context }: Verzoek, { inhoud }: Inzage): string | undefined {
  const { t } = context.spraak
  const aanleiding = inhoud?.door.soort === 'medewerker' ? inhoud.door.aanleiding : undefined
  if (aanleiding === undefined) return undefined
  const { reden, kenmerk } = aanleiding
  const zin = t('balie.inzage.reden', { reden: t(`balie.inzage.waarom.${reden}`) })
  return kenmerk === undefined ? zin : `${zin} ${t('balie.inzage.kenmerk', { kenmerk })}`
}

/** Who sat beside them, where they wrote it down, for as long as that is kept. */
export function wieHielp({ context }: Verzoek, { inhoud }: Inzage): string | undefined {
  const { naam, organisatie } = inhoud?.helper ?? {}
  const delen = [naam, organisatie].filter((deel) => deel !== undefined)
  return delen.length === 0 ? undefined : context.spraak.t('ernaast.in_log', { helper: delen.join(', ') })
}
