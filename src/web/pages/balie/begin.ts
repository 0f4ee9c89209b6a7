import { redenen } from '../../../audit/index.ts'
import type { Verwerking } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { type GrondFout, hulpdoelen, rolVoor } from '../../../toegang/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, keuzes, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { herinnering } from '../bellen/herinnering.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { collegaBellen, eisWerker, paginaVoor } from './eis.ts'
import { helptInwoners, ingangen } from './ingangen.ts'
import { baliePagina } from './kader.ts'
import { beslisVoorWerker, vragerVan } from './werker.ts'

/** First why, then who: the reason is asked before there is anything to search in. */
export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  return { soort: 'pagina', pagina: await vorm(verzoek, []) }
}

const veldVan: Readonly<Record<GrondFout, string>> = {
  'doel-ontbreekt': 'doel',
  'reden-ontbreekt': 'reden',
  'kenmerk-ontbreekt': 'kenmerk',
  'kenmerk-onjuist': 'kenmerk',
}

/** Takes the place of what they stated before: whoever they helped is closed. */
export async function stel(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker } = eisWerker(verzoek)
  const { form, context } = verzoek
  const doel = hulpdoelen(werker.subject).find((een) => een === form.get('doel'))
  const reden = redenen.find((een) => een === form.get('reden'))
  const rol = rolVoor(balie.verwerkingen().get(doel ?? '')?.rollen ?? [], werker.subject.rollen)
  const mist: GrondFout[] = [
    ...(doel === undefined || rol === undefined ? (['doel-ontbreekt'] as const) : []),
    ...(reden === undefined ? (['reden-ontbreekt'] as const) : []),
  ]
  if (doel === undefined || rol === undefined || reden === undefined) return opnieuw(verzoek, mist)
  const kenmerk = form.get('kenmerk')?.trim() || undefined
  const uitslag = await balie.toegang.gronden.stel({ ...vragerVan(werker), rol, doel, reden, kenmerk })
  if (uitslag.status === 'ongeldig') return opnieuw(verzoek, [uitslag.fout])
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieZoeken') }
}

export async function beeindig(verzoek: Verzoek): Promise<Antwoord> {
  const { balie, werker } = eisWerker(verzoek)
  await balie.toegang.gronden.beeindig(vragerVan(werker))
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balie', { gedaan: 'gestopt' }) }
}

async function opnieuw(verzoek: Verzoek, fouten: readonly GrondFout[]): Promise<Antwoord> {
  const { t } = verzoek.context.spraak
  const velden = fouten.map((fout) => ({ veld: veldVan[fout], tekst: t(`balie.begin.fout.${fout}`) }))
  return { soort: 'pagina', pagina: await vorm(verzoek, velden), status: 400 }
}

async function vorm(verzoek: Verzoek, fouten: readonly Veldfout[]): Promise<string> {
  const { balie, werker } = eisWerker(verzoek)
  const { context, zoek, nu } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  // An offer of help begins at its list, and not with a search.
  const doelen = hulpdoelen(werker.subject)
    .filter((id) => id !== 'vroegsignalering')
    .flatMap((id) => balie.verwerkingen().get(id) ?? [])
  const magBellen = beslisVoorWerker(balie, werker, collegaBellen, nu).mag
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${werker.grond !== undefined && bezig(verzoek)}
${magBellen && (await herinnering(verzoek))}
${doelen.length > 0 ? grondvorm(verzoek, doelen, fouten) : html`<p class="vd-lead">${t(helptInwoners(verzoek) ? 'balie.begin.geen_doel' : 'balie.begin.geen_inwoners')}</p>`}
${ingangen(verzoek)}
<section class="vd-section"><h2>${t(helptInwoners(verzoek) ? 'balie.begin.openbaar' : 'balie.begin.voor_iedereen')}</h2><ul class="vd-list">
<li><a href="${adres(taal, 'gebeurtenissen')}">${t('algemeen.menu.gebeurtenissen')}</a></li>
<li><a href="${adres(taal, 'producten')}">${t('algemeen.voet.producten')}</a></li>
<li><a href="${adres(taal, 'organisaties')}">${t('algemeen.voet.organisaties')}</a></li></ul></section>`
  const gedaan = gedaanUit(zoek, ['gestopt'])
  return baliePagina(verzoek, {
    titel: t(doelen.length > 0 ? 'balie.begin.titel' : 'balie.titel'),
    inhoud,
    isFout: fouten.length > 0,
    melding: gedaan && t(`balie.begin.${gedaan}`),
    zonderGrond: true,
  })
}

function bezig(verzoek: Verzoek): Html {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const { werker } = eisWerker(verzoek)
  const { grond } = werker
  const verder = grond?.persoon === undefined ? 'balieZoeken' : paginaVoor(grond)
  return html`<section class="vd-desk" aria-label="${t('balie.grond.naam')}"><p class="vd-desk__who">${t('balie.begin.bezig')}</p>
<p><a href="${adres(taal, verder)}">${t('balie.begin.ga_verder')}</a></p>
<form method="post" action="${adres(taal, 'balieEinde')}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="stop" value="1">${t('balie.grond.stop')}</button></form></section>`
}

function grondvorm(verzoek: Verzoek, doelen: readonly Verwerking[], fouten: readonly Veldfout[]): Html {
  const { context, form } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const foutBij = (veld: string) => fouten.find((fout) => fout.veld === veld)
  const foutWoord = t('algemeen.fout')
  return html`<p class="vd-lead">${t('balie.begin.inleiding')}</p>
<form class="vd-stack" method="post" action="${adres(taal, 'balieGrond')}">
<fieldset class="vd-fieldset"><legend>${t('balie.begin.doel')}</legend>
${foutregel({ fout: foutBij('doel'), foutWoord, id: 'doel' })}
${doelkeuzes(verzoek, doelen)}</fieldset>
<fieldset class="vd-fieldset"><legend>${t('balie.begin.reden')}</legend>
${foutregel({ fout: foutBij('reden'), foutWoord, id: 'reden' })}
${keuzes({
  id: 'reden',
  naam: 'reden',
  opties: redenen.map((reden) => ({ waarde: reden, tekst: t(`balie.reden.${reden}`) })),
  gekozen: form.get('reden') ?? undefined,
})}</fieldset>
${tekstveld({
  id: 'kenmerk',
  naam: 'kenmerk',
  label: t('balie.begin.kenmerk'),
  // Not given back: what did not fit may be what does not belong here.
  waarde: foutBij('kenmerk') ? '' : (form.get('kenmerk') ?? '').slice(0, 40),
  fout: foutBij('kenmerk'),
  foutWoord,
  beschrijvingen: ['kenmerk-hulp'],
})}
<p class="vd-calm vd-small" id="kenmerk-hulp">${t('balie.begin.kenmerk_hulp')}</p>
<p>${t('balie.begin.vastgelegd')}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('balie.begin.verder')}</button></p></form>`
}

/** What a purpose uses before a message leaves, or to have a source tell us: no page of a desk shows it. */
const zietNiemandHier: Readonly<Record<string, readonly string[]>> = {
  'rechten-volgen': ['zaken', 'aanmelding'],
}

/**
 * Each purpose with what one will see: the kinds of data that the register gives it, and no others. In words of their
 * own: the register speaks to the resident.
 */
function doelkeuzes({ context, form }: Verzoek, doelen: readonly Verwerking[]): Html {
  const { spraak } = context
  const gekozen = form.get('doel') ?? (doelen.length === 1 ? doelen[0]?.id : undefined)
  return html`<div class="vd-radios">${doelen.map(({ id, gegevens }, i) => {
    const veld = i === 0 ? 'doel' : `doel-${i}`
    const ziet = gegevens.filter((soort) => zietNiemandHier[id]?.includes(soort) !== true)
    const wat = ziet.map((soort) => spraak.t(`balie.soort.${soort}`))
    return html`<div class="vd-radio"><input class="utrecht-radio-button utrecht-radio-button--html-input vd-radio__input" type="radio"${attrs({ id: veld, name: 'doel', value: id, checked: id === gekozen, 'aria-describedby': `${veld}-ziet` })}><label class="utrecht-form-label utrecht-form-label--radio vd-radio__label" for="${veld}">${spraak.t(`balie.doel.${id}`)}</label></div>
<p class="vd-calm vd-small vd-desk__sees" id="${veld}-ziet">${spraak.t('balie.begin.ziet', { wat: opsomming(spraak, wat) })}</p>`
  })}</div>`
}
