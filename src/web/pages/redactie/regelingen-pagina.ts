import type { Regelingstand, Versie } from '../../../corpus/index.ts'
import type { Vertrouwen } from '../../../engine/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { gebiedsnaam } from '../../ui/gebied.ts'
import { merk } from '../../ui/merk.ts'
import { type Filter, GEMISSEN, KEUZES, type Keuze, waardeVan } from './filter.ts'
import { gemisKort } from './gemis.ts'
import { nl, paren, type RedactieBeeld, redactiePagina, voorbeeldzin } from './redactie-beeld.ts'

/** Named limit: the number of schemes on one page. */
const PER_BLADZIJ = 25

/** In the order in which trust grows. */
const TREDEN: readonly Vertrouwen[] = ['alleen-tekst', 'opgesteld', 'beoordeeld', 'nagerekend']

export function regelingenPagina(
  beeld: RedactieBeeld,
  gevonden: readonly Regelingstand[],
  filter: Filter,
): string {
  const { context } = beeld
  const { t } = context.spraak
  const bladzijden = Math.max(1, Math.ceil(gevonden.length / PER_BLADZIJ))
  const nu = Math.min(filter.bladzij, bladzijden)
  const rij = gevonden.slice((nu - 1) * PER_BLADZIJ, nu * PER_BLADZIJ)
  return redactiePagina(context, {
    titel: t('redactie.regelingen.titel'),
    actief: 'redactieRegelingen',
    inhoud: html`<h1>${t('redactie.regelingen.titel')}</h1>
${formulier(beeld, filter)}
<p class="vd-calm">${telzin(context, gevonden)}</p>
<ul class="vd-rows">${rij.map((stand) => html`<li class="vd-row">${kaart(beeld, stand)}</li>`)}</ul>
${bladeren(context, filter, { nu, bladzijden })}`,
  })
}

/** «79 regelingen en 4 keer gedeelde regels»: shared rules are no schemes, so they are counted apart everywhere. */
function telzin({ spraak: { t } }: Context, gevonden: readonly Regelingstand[]): string {
  if (gevonden.length === 0) return t('redactie.regelingen.geen_gevonden')
  return t('redactie.regelingen.gevonden', tel(gevonden))
}

export function tel(standen: readonly Regelingstand[]): { readonly n: number; readonly gedeeld: number } {
  const gedeeld = standen.filter(({ soort }) => soort === 'gedeeld').length
  return { n: standen.length - gedeeld, gedeeld }
}

function formulier(beeld: RedactieBeeld, { keuzes }: Filter): Html {
  const { context } = beeld
  const { t } = context.spraak
  return html`<form class="vd-filter" method="get" action="${adres(context.taal, 'redactieRegelingen')}">
${KEUZES.map(
  (naam) =>
    html`<div class="vd-filter__field"><label for="${naam}">${t(`redactie.filter.${naam}`)}</label>
<select class="vd-select" id="${naam}" name="${naam}"><option value="">${t('redactie.filter.alles')}</option>
${opties(beeld, naam).map(([waarde, tekst]) => html`<option value="${waarde}"${attrs({ selected: keuzes[naam] === waarde })}>${tekst}</option>`)}</select></div>`,
)}
<button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('redactie.filter.knop')}</button>
</form>`
}

function opties(beeld: RedactieBeeld, keuze: Keuze): readonly (readonly [string, string])[] {
  const { t } = beeld.context.spraak
  if (keuze === 'gemis') return GEMISSEN.map((soort) => [soort, t(`redactie.gemis.tel.${soort}`)])
  const waarden = new Set(beeld.standen.map((stand) => waardeVan(stand, keuze)).filter((w) => w !== ''))
  if (keuze === 'vertrouwen') {
    return TREDEN.filter((w) => waarden.has(w)).map((w) => [w, t(`overzicht.vertrouwen.${w}`)])
  }
  return [...waarden]
    .map((waarde) => [waarde, naamVan(beeld, keuze, waarde)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'nl'))
}

function naamVan({ context, geheel }: RedactieBeeld, keuze: Keuze, waarde: string): string {
  if (keuze === 'gebied') return gebiedsnaam(context.spraak, geheel.engine.gebieden, waarde)
  return geheel.organisaties.get(waarde)?.naam ?? waarde
}

function kaart(beeld: RedactieBeeld, stand: Regelingstand): Html {
  const { context } = beeld
  const { t } = context.spraak
  const { info } = stand.nu.wet
  const gemis = gemisKort(beeld, stand)
  return html`<h2 class="vd-row__title"><a href="${adres(context.taal, 'redactieRegeling', { regeling: stand.id })}">${nl(context, info.naam)}</a> ${vertrouwenmerk(beeld, info.vertrouwen)}</h2>
${paren([
  [t('redactie.filter.gebied'), naamVan(beeld, 'gebied', info.gebied)],
  [t('redactie.versie.geldig'), geldigheid(context, stand.nu)],
  [t('redactie.cijfers.kort'), verdeling(context, stand.vertrouwen)],
  [t('redactie.cijfers.bronnen'), String(stand.bronnen)],
  [
    t('redactie.voorbeelden.titel'),
    stand.soort === 'gedeeld' ? t('redactie.voorbeelden.elders') : voorbeeldzin(beeld, stand.id),
  ],
  [t('redactie.gemis.titel'), gemis.length === 0 ? t('redactie.gemis.niets') : gemis.join('; ')],
])}`
}

export function vertrouwenmerk({ context }: RedactieBeeld, vertrouwen: Vertrouwen): Html {
  const isZeker = vertrouwen === 'nagerekend' || vertrouwen === 'beoordeeld'
  return merk(context.spraak.t(`overzicht.vertrouwen.${vertrouwen}`), isZeker ? 'zeker' : 'misschien')
}

/** «57 nagerekend, 1 nagelezen» */
export function verdeling(context: Context, vertrouwen: Regelingstand['vertrouwen']): string {
  const { t } = context.spraak
  const delen = TREDEN.toReversed().flatMap((trede) =>
    vertrouwen[trede] === undefined ? [] : [`${vertrouwen[trede]} ${t(`overzicht.vertrouwen.${trede}`)}`],
  )
  return delen.join(', ') || t('redactie.cijfers.geen')
}

export function geldigheid({ spraak }: Context, { vanaf, tot, bedragenTot }: Versie): string {
  const { t, datum } = spraak
  const zin =
    tot === undefined
      ? t('redactie.versie.vanaf', { vanaf: datum(vanaf) })
      : t('redactie.versie.van_tot', { vanaf: datum(vanaf), tot: datum(tot) })
  return bedragenTot === undefined
    ? zin
    : `${zin} ${t('redactie.versie.bedragen_tot', { tot: datum(bedragenTot) })}`
}

function bladeren(
  { taal, spraak }: Context,
  { keuzes }: Filter,
  { nu, bladzijden }: { readonly nu: number; readonly bladzijden: number },
): Html | undefined {
  if (bladzijden === 1) return undefined
  const { t } = spraak
  const naar = (n: number): string => adres(taal, 'redactieRegelingen', { filter: keuzes, n })
  return html`<nav class="vd-pages" aria-label="${t('redactie.bladeren.naam')}"><ul>${Array.from(
    { length: bladzijden },
    (_, index) =>
      html`<li><a href="${naar(index + 1)}"${attrs({ 'aria-current': index + 1 === nu ? 'page' : undefined })}><span class="vd-visually-hidden">${t('redactie.bladeren.bladzij')} </span>${index + 1}</a></li>`,
  )}</ul></nav>`
}
