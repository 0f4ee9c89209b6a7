import type { Verwerking } from '../../../corpus/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres, type Routenaam } from '../../routes.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { waarvoorTekst } from './diensten.ts'
import { eisWie } from './eis.ts'
import { type Keuzelijsten, type LeesUitslag, leesKeuze } from './inzage-filter.ts'
import { medewerkerIn, rolIn, waarvoorDeAnder, wieHaalde } from './inzage-huishouden.ts'
import { keuzeInWoorden, kiesVorm, naarKeuze } from './inzage-kiezen.ts'
import { type GevouwenInzage, leesGevouwen, leesTeKiezen } from './inzage-lezen.ts'
import type { Getoond } from './inzage-voor-kind.ts'
import type { Bundel } from './inzage-vouwen.ts'
import { mijnPagina, moment, tijdOp } from './kader.ts'
import { metRegel } from './verwerk.ts'

/** Named limits: on one page, pages that can be asked for, and times of one day that are written out. */
const perBladzij = 100
const maxBladzijden = 99
const maxTijden = 300

export const wat = { doel: 'inzage-tonen', gegevens: ['inzage'] }

/** Who saw my data. Looking at it is a line of its own. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { mijn, wie } = eisWie(verzoek)
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const { keuzes, uitslag, bundels, isMeer } = await metRegel(mijn, wie, wat, async (bewijs) => {
    const keuzes = await leesTeKiezen(mijn, wie, bewijs)
    const uitslag = leesKeuze(zoek, keuzes)
    const gelezen =
      uitslag.fouten.length > 0
        ? { bundels: [], isMeer: false }
        : await leesGevouwen(mijn, wie, bewijs, uitslag.bladzij * perBladzij, uitslag.keuze, uitslag.voor)
    return { keuzes, uitslag, ...gelezen }
  })
  const isFout = uitslag.fouten.length > 0
  const inhoud = html`<p class="vd-lead">${t('mijn.inzage.inleiding')}</p>
${kiesVorm(verzoek, keuzes, uitslag)}
${!isFout && lijst(verzoek, keuzes, uitslag, { bundels, isMeer })}`
  return { soort: 'pagina', pagina: mijnPagina(context, { titel: t('mijn.inzage.titel'), inhoud, isFout }) }
}

function lijst(
  verzoek: Verzoek,
  keuzes: Keuzelijsten,
  uitslag: LeesUitslag,
  { bundels, isMeer }: GevouwenInzage,
): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const { mijn } = eisWie(verzoek)
  const { keuze, bladzij } = uitslag
  const nieuwste = bundels[0]?.nieuwste
  // What the first page showed stays number one, however often they look meanwhile.
  const voor = uitslag.voor ?? (nieuwste && new Date(nieuwste.tijd.getTime() + 1))
  // A page past the end shows the last one.
  const n = Math.min(bladzij, Math.max(1, Math.ceil(bundels.length / perBladzij)))
  const hier = bundels.slice((n - 1) * perBladzij, n * perBladzij)
  const isVerder = isMeer && hier.length === perBladzij && n < maxBladzijden
  const woorden = keuzeInWoorden(verzoek, keuze)
  const naar = (route: Routenaam, bij?: number) =>
    naarKeuze(verzoek, route, keuze, { keuzes, ...(bij !== undefined && { n: bij, voor }) })
  const knop = 'utrecht-button utrecht-button--secondary-action'
  const bladeren = [
    n > 1 && html`<li><a href="${naar('inzage', n - 1)}">${t('mijn.inzage.nieuwer')}</a></li>`,
    isVerder && html`<li><a href="${naar('inzage', n + 1)}">${t('mijn.inzage.ouder')}</a></li>`,
  ].filter((link) => link !== false)
  const eerste = (n - 1) * perBladzij + 1
  return html`${woorden !== undefined && html`<p class="vd-notice" role="status">${t('mijn.inzage.keuze', { keuze: woorden })} ${t('mijn.inzage.volgt')} <a href="${adres(context.taal, 'inzage')}">${t('mijn.inzage.alles_weer')}</a></p>`}
<p class="vd-actions vd-no-print"><a class="${knop}" href="${naar('inzagePdf')}">${t('mijn.inzage.pdf')}</a>
<a class="${knop}" href="${naar('inzageBestand')}">${t('mijn.inzage.bestand')}</a></p>
${hier.length === 0 ? !isMeer && html`<p>${t('mijn.inzage.geen')}</p>` : html`<ol class="vd-log">${hier.map((een) => regel(verzoek, een, mijn.verwerkingen()))}</ol>`}
${isMeer && !isVerder && html`<p>${t('mijn.inzage.niet_verder')}</p>`}
${
  bladeren.length > 0 &&
  html`<p>${t('mijn.inzage.nummers', { van: eerste, tot: eerste + hier.length - 1 })}</p>
<nav class="vd-no-print" aria-label="${t('mijn.inzage.bladeren')}"><ul class="vd-list">${bladeren}</ul></nav>`
}`
}

function regel(verzoek: Verzoek, bundel: Bundel, verwerkingen: ReadonlyMap<string, Verwerking>): Html {
  const { nieuwste: inzage } = bundel
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const activiteit = verwerkingen.get(inzage.verwerking)
  const { inhoud, afloop } = inzage
  const soorten = (inhoud?.gegevens ?? []).map((soort) => activiteit?.soorten[soort]?.[taal] ?? soort)
  const reden = waarom(verzoek, inzage)
  const hulp = wieHielp(verzoek, inzage)
  return html`<li class="vd-log__item"><p class="vd-calm">${wanneer(verzoek, bundel)}</p>
<h2>${activiteit === undefined ? inzage.verwerking : html`<a href="${adres(taal, 'verwerking', { verwerking: activiteit.id, versie: activiteit.versie })}">${activiteit.naam[taal] ?? activiteit.naam.nl}</a>`}</h2>
<p><strong>${wieZag(verzoek, inzage)}</strong></p>
${reden !== undefined && html`<p>${reden}</p>`}
${hulp !== undefined && html`<p>${hulp}</p>`}
${soorten.length > 0 && html`<p>${t('mijn.inzage.wat', { wat: opsomming(spraak, soorten) })}</p>`}
${gevraagdBij(verzoek, inzage)}
${activiteit && html`<p>${activiteit.doel[taal]}</p><p class="vd-calm vd-small">${activiteit.grondslag.uitleg[taal]} ${t('mijn.inzage.grond', { letter: activiteit.grondslag.avg.slice(-1) })}</p>`}
${afloop === 'mislukt' && html`<p>${t('mijn.inzage.mislukt')}</p>`}
${inhoud === undefined && html`<p>${t('mijn.inzage.gewist')}</p>`}
${alleTijden(verzoek, bundel)}</li>`
}

/** When it was; of more times on one day how often, and the first and the last. */
export function wanneer({ context }: Pick<Verzoek, 'context'>, { dag, tijden }: Bundel): string {
  const [laatste, eerste] = [tijden[0], tijden.at(-1)]
  if (laatste === undefined || eerste === undefined || tijden.length === 1)
    return laatste === undefined ? '' : moment(context, laatste, dag)
  const { t, datum } = context.spraak
  const [van, tot] = [tijdOp(eerste), tijdOp(laatste)]
  return t(van === tot ? 'mijn.inzage.vaker_om' : 'mijn.inzage.vaker', {
    datum: datum(dag),
    n: tijden.length,
    van,
    tot,
  })
}

function alleTijden({ context }: Verzoek, { tijden }: Bundel): Html | false {
  const klok = tijden.slice(0, maxTijden).map(tijdOp)
  // Within one minute the line above says all of it.
  if (new Set(klok).size === 1) return false
  const { t } = context.spraak
  return html`<details><summary>${t('mijn.inzage.tijden')}</summary>
<p>${klok.join(', ')}${tijden.length > maxTijden && html` ${t('mijn.inzage.tijden_meer', { n: tijden.length - maxTijden })}`}</p></details>`
}

export function wieZag(verzoek: Verzoek, { inhoud }: Getoond): string {
  const { t } = verzoek.context.spraak
  const { wie } = eisWie(verzoek)
  const door = inhoud?.door
  if (door === undefined) return t('mijn.inzage.wie.onbekend')
  if (door.soort === 'taak') return t('mijn.inzage.wie.taak')
  if (door.soort === 'portaal') return t('mijn.inzage.wie.portaal', { naam: door.naam })
  if (door.soort === 'huishouden') return wieHaalde(verzoek, door)
  if (door.soort === 'medewerker') return t('mijn.inzage.wie.medewerker', medewerkerIn(verzoek, door))
  if (door.soort === 'ergens') return t('mijn.inzage.wie.medewerker_ergens', { rol: rolIn(verzoek, door) })
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

function gevraagdBij(verzoek: Verzoek, inzage: Getoond): Html | false {
  const { spraak } = verzoek.context
  const namen = bronnenVan(verzoek, inzage)
  if (namen.length === 0) return false
  if (namen.length <= maxNamen)
    return html`<p>${spraak.t('mijn.inzage.bij', { bij: opsomming(spraak, namen) })}</p>`
  return html`<details><summary>${spraak.t('mijn.inzage.bij_veel', { n: namen.length })}</summary>
<ul>${namen.map((naam) => html`<li>${naam}</li>`)}</ul></details>`
}

/** Whom was asked, by name, for as long as that is kept. */
export function bronnenVan({ beeld }: Pick<Verzoek, 'beeld'>, { inhoud }: Getoond): readonly string[] {
  const door = inhoud?.door
  // Lines from before this was kept apart.
  if (door?.soort === 'huishouden' && (door.relatie === 'afgeschermd' || door.bekend === undefined)) return []
  return (inhoud?.bronnen ?? []).map((id) => beeld.organisaties.get(id)?.naam ?? id)
}

/** What a professional stated before they looked, or what the other did whom data came along with. */
export function waarom(verzoek: Verzoek, { inhoud }: Getoond): string | undefined {
  const { t } = verzoek.context.spraak
  if (inhoud?.door.soort === 'huishouden') return waarvoorDeAnder(verzoek, inhoud.door)
  const aanleiding = inhoud?.door.soort === 'medewerker' ? inhoud.door.aanleiding : undefined
  if (aanleiding === undefined) return undefined
  const { reden, kenmerk } = aanleiding
  const zin = t('balie.inzage.reden', { reden: t(`balie.inzage.waarom.${reden}`) })
  return kenmerk === undefined ? zin : `${zin} ${t('balie.inzage.kenmerk', { kenmerk })}`
}

/** Who sat beside them, where they wrote it down, for as long as that is kept. */
export function wieHielp({ context }: Verzoek, { inhoud }: Getoond): string | undefined {
  const { naam, organisatie } = inhoud?.helper ?? {}
  const delen = [naam, organisatie].filter((deel) => deel !== undefined)
  return delen.length === 0 ? undefined : context.spraak.t('ernaast.in_log', { helper: delen.join(', ') })
}
