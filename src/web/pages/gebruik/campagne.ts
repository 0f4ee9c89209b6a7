import { csv } from '../../../domain/index.ts'
/** One campaign: counts of both groups from reached to granted, what it did, and how sure that is. */
import { KLEINSTE } from '../../../ervaring/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import {
  type Arm,
  armen,
  BEWAARMAANDEN,
  type Campagne,
  type Campagnefout,
  type Campagnetelling,
  type Effect,
  effecten,
  type Fase,
  fasen,
  groepen,
  heeftWeinigBuurten,
  isBegonnen,
  LEGE_TELLING,
  ontwerpfactor,
  SAMENHANG,
  toewijzing,
} from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import { datatabel } from '../../ui/figuur/figuur.ts'
import { wachtbalken } from '../../ui/figuur/wachtbalken.ts'
import { foutSamenvatting, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { deel, eisGebruik, plaatsnaam, regelingenVan } from './bron.ts'
import { effectfiguur } from './effectfiguur.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const campagne = await vindCampagne(verzoek)
  return campagne === undefined
    ? { soort: 'niet-gevonden' }
    : pagina(verzoek, campagne, getypt(campagne.tellingen), [])
}

export async function tel(verzoek: Verzoek): Promise<Antwoord> {
  const { gebruik, werker } = eisGebruik(verzoek)
  const campagne = await vindCampagne(verzoek)
  if (campagne === undefined) return { soort: 'niet-gevonden' }
  const { form, context } = verzoek
  const woorden = Object.fromEntries(velden.map(({ id }) => [id, (form.get(id) ?? '').trim().slice(0, 12)]))
  const tellingen = lees(woorden)
  const uit = await gebruik.campagnes.tel(werker.subject, campagne.id, leesVersie(verzoek), tellingen)
  if (uit === 'niet') return { soort: 'niet-gevonden' }
  if (uit === 'ok')
    return {
      soort: 'ga-naar',
      adres: adres(context.taal, 'balieCampagne', { campagne: campagne.id, gedaan: 'geteld' }),
    }
  return pagina(verzoek, campagne, woorden, uit === 'intussen' ? 'intussen' : uit.fouten)
}

/** Which state of it was on the page that somebody filled in. */
export function leesVersie({ form }: Verzoek): number {
  const versie = Number(form.get('versie') ?? 0)
  return Number.isSafeInteger(versie) ? versie : 0
}

/** Before anybody counted it is gone; after it, it ends. Only when that was said on purpose. */
export async function trekIn(verzoek: Verzoek): Promise<Antwoord> {
  const { gebruik, werker } = eisGebruik(verzoek)
  const { form, context } = verzoek
  const campagne = await vindCampagne(verzoek)
  if (campagne === undefined) return { soort: 'niet-gevonden' }
  const naar = (gedaan: string): Antwoord => ({
    soort: 'ga-naar',
    adres: adres(context.taal, 'balieCampagne', { campagne: campagne.id, gedaan }),
  })
  if (form.get('zeker') !== 'ja') return naar('zeker')
  const uit = await gebruik.campagnes.trekIn(werker.subject, campagne.id, leesVersie(verzoek))
  if (uit === 'niet') return { soort: 'niet-gevonden' }
  if (uit === 'ok')
    return { soort: 'ga-naar', adres: adres(context.taal, 'balieCampagnes', { gedaan: 'weg' }) }
  return naar(uit === 'gestopt' ? 'gestopt' : 'anders')
}

/** By lot: a number on the list of who keeps it, and its group. No name stands in it. */
export async function loting(verzoek: Verzoek): Promise<Antwoord> {
  const campagne = await vindCampagne(verzoek)
  if (campagne === undefined) return { soort: 'niet-gevonden' }
  const rijen = toewijzing(campagne.plan).map(({ laag, nummer, arm }) => [laag, nummer, arm])
  return {
    soort: 'bestand',
    type: 'text/csv; charset=utf-8',
    naam: `loting-${campagne.id}.csv`,
    inhoud: csv([['laag', 'nummer', 'groep'], ...rijen]),
  }
}

export async function vindCampagne(verzoek: Verzoek): Promise<Campagne | undefined> {
  const { gebruik, werker } = eisGebruik(verzoek)
  const id = verzoek.delen.campagne ?? ''
  return /^[0-9a-f-]{36}$/.test(id) ? gebruik.campagnes.een(werker.subject, id) : undefined
}

/** Who gets nothing is not reached: of them the last two are asked. */
const velden = armen.flatMap((arm) =>
  fasen
    .filter((fase) => arm === 'campagne' || fase === 'aangevraagd' || fase === 'toegekend')
    .map((fase) => ({ id: `${arm}-${fase}`, arm, fase })),
)

function getypt(telling: Campagnetelling): Readonly<Record<string, string>> {
  return Object.fromEntries(velden.map(({ id, arm, fase }) => [id, String(telling[arm][fase])]))
}

function lees(woorden: Readonly<Record<string, string>>): Campagnetelling {
  const getal = (arm: Arm, fase: Fase) => {
    const tekst = woorden[`${arm}-${fase}`]
    return tekst === undefined ? 0 : /^\d{1,9}$/.test(tekst) ? Number(tekst) : Number.NaN
  }
  const van = (arm: Arm) =>
    Object.fromEntries(fasen.map((fase) => [fase, getal(arm, fase)])) as Campagnetelling[Arm] // each stage, above
  return { ...LEGE_TELLING, campagne: van('campagne'), controle: van('controle') }
}

function pagina(
  verzoek: Verzoek,
  campagne: Campagne,
  woorden: Readonly<Record<string, string>>,
  mis: readonly Campagnefout[] | 'intussen',
): Antwoord {
  const { context, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { plan } = campagne
  const fouten: readonly Veldfout[] =
    mis === 'intussen'
      ? []
      : mis.map(({ veld, code }) => ({
          veld,
          tekst: t(`campagne.fout.telling.${code}`),
          naam: veldnaam(verzoek, veld),
        }))
  const regeling = regelingenVan(verzoek).find(({ id }) => id === plan.regeling)?.naam ?? plan.regeling
  const titel = t('campagne.een.titel', { regeling, plaats: plaatsnaam(verzoek, plan.gemeente) })
  const gedaan = gedaanUit(zoek, ['geteld', 'gewijzigd', 'anders', 'gestopt', 'zeker'])
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${mis === 'intussen' && html`<p class="vd-notice" role="alert">${t('campagne.een.intussen')}</p>`}
${planregels(verzoek, campagne)}
${isBegonnen(campagne) ? html`${verloopdeel(verzoek, campagne)}${effectdeel(verzoek, campagne)}` : html`<p>${t('campagne.een.nog_niets')}</p>`}${campagne.gestopt === undefined && telvorm(verzoek, campagne, woorden, fouten)}${beheerdeel(verzoek, campagne)}`
  return {
    soort: 'pagina',
    ...((fouten.length > 0 || mis === 'intussen') && { status: mis === 'intussen' ? 409 : 400 }),
    pagina: baliePagina(verzoek, {
      titel,
      ...{ inhoud, zonderGrond: true, breed: true, isFout: fouten.length > 0 },
      melding: gedaan && t(`campagne.een.${gedaan === 'gestopt' ? 'is_gestopt' : gedaan}`),
      stijl: ['figuur.css', 'ervaring.css', 'bronnen.css', 'gebruik.css'],
      terug: { adres: adres(taal, 'balieCampagnes'), tekst: t('campagne.titel') },
    }),
  }
}

function veldnaam({ context }: Verzoek, veld: string): string {
  const { t } = context.spraak
  const een = velden.find(({ id }) => id === veld)
  return een === undefined
    ? t('campagne.arm.controle')
    : `${t(`campagne.arm.${een.arm}`)}, ${t(`campagne.fase.${een.fase}`)}`
}

function planregels({ context }: Verzoek, { id, plan, gemaakt, gestopt }: Campagne): Html {
  const { taal, spraak } = context
  const { t, getal, datum } = spraak
  const groep = groepen(plan)
  return html`<p class="vd-lead">${t('campagne.een.lead', { kanaal: t(`campagne.kanaal.${plan.kanaal}`), campagne: getal(groep.campagne), controle: getal(groep.controle), datum: datum(gemaakt) })}</p>
${gestopt !== undefined && html`<p class="vd-notice"><strong>${t('campagne.gestopt', { datum: datum(gestopt) })}.</strong> ${t('campagne.een.gestopt_uitleg')}</p>`}
<p>${t(`campagne.een.eenheid.${plan.eenheid}`)} ${t('campagne.een.lot', { lagen: getal(plan.lagen.length), zaad: String(plan.zaad) })} <a class="vd-no-print" href="${adres(taal, 'balieCampagneLoting', { campagne: id })}">${t('campagne.een.loting')}</a></p>`
}

/** Below ten, and not nothing: not said. */
function zeg({ context }: Verzoek, n: number): string {
  const { t, getal } = context.spraak
  return n > 0 && n < KLEINSTE ? t('campagne.klein', { n: KLEINSTE }) : getal(n)
}

function verloopdeel(verzoek: Verzoek, { plan, tellingen }: Campagne): Html {
  const { context } = verzoek
  const { t } = context.spraak
  const groep = groepen(plan)
  const stappen = (arm: Arm): readonly (readonly [string, number])[] => [
    [t('campagne.fase.groep'), groep[arm]],
    ...velden
      .filter((v) => v.arm === arm)
      .map(({ fase }) => [t(`campagne.fase.${fase}`), tellingen[arm][fase]] as const),
  ]
  const isKlein = (n: number) => n > 0 && n < KLEINSTE
  const regel = (arm: Arm, n: number) =>
    isKlein(n)
      ? zeg(verzoek, n)
      : t('campagne.verloop.regel', { n: zeg(verzoek, n), deel: deel(context, n / Math.max(1, groep[arm])) })
  const balken = armen.flatMap((arm) =>
    stappen(arm).map(([naam, n]) => ({
      naam: `${t(`campagne.arm.${arm}`)}: ${naam}`,
      regel: regel(arm, n),
      // Bars are shares of their own group: groups need not be as large.
      waarde: isKlein(n) ? undefined : n / Math.max(1, groep[arm]),
      isVol: arm === 'campagne',
    })),
  )
  return html`<section class="vd-section vd-ervaring"><h2 id="verloop">${t('campagne.verloop.titel')}</h2><p>${t('campagne.verloop.uitleg', { n: KLEINSTE })}</p>
${wachtbalken({
  id: 'stappen',
  titel: t('campagne.verloop.beeld'),
  beschrijving: balken.map((b) => `${b.naam}: ${b.regel}.`).join(' '),
  balken,
  onderschrift: html`<ul class="vd-legenda"><li><span class="vd-legenda__vak vd-legenda__vak--zeker"></span>${t('campagne.arm.campagne')}</li><li><span class="vd-legenda__vak vd-legenda__vak--misschien"></span>${t('campagne.arm.controle')}</li></ul>`,
})}
<div class="vd-scroll" role="region" tabindex="0" aria-labelledby="verloop">${datatabel({
    naam: t('campagne.verloop.titel'),
    koppen: [t('campagne.verloop.stap'), ...armen.map((arm) => t(`campagne.arm.${arm}`))],
    rijen: [
      [t('campagne.fase.groep'), ...armen.map((arm) => zeg(verzoek, groep[arm]))],
      ...fasen.map((fase) => [
        t(`campagne.fase.${fase}`),
        ...armen.map((arm) =>
          velden.some((v) => v.arm === arm && v.fase === fase) ? zeg(verzoek, tellingen[arm][fase]) : '–',
        ),
      ]),
    ],
  })}</div></section>`
}

function effectdeel({ context }: Verzoek, campagne: Campagne): Html {
  const { t, getal } = context.spraak
  const { plan } = campagne
  const uit = effecten(campagne)
  const factor = ontwerpfactor(plan)
  const punten = (n: number) => getal((100 * n).toFixed(1))
  const zin = (een: Effect | 'klein' | 'leeg') => {
    if (een === 'leeg') return t('campagne.effect.leeg')
    if (een === 'klein') return t('campagne.effect.klein', { n: KLEINSTE })
    const { verschil, interval, extra, extraInterval } = een
    const delen = {
      ...{ verschil: punten(verschil), van: punten(interval.van), tot: punten(interval.tot) },
      ...{ extra: getal(Math.round(extra)), extraVan: getal(Math.round(extraInterval.van)) },
      extraTot: getal(Math.round(extraInterval.tot)),
    }
    return `${t(factor > 1 ? 'campagne.effect.zin_buurten' : 'campagne.effect.zin', delen)} ${t(`campagne.effect.${oordeel(een, plan)}`)}`
  }
  const namen = (['aangevraagd', 'toegekend'] as const).map((fase) => ({
    naam: t(`campagne.fase.${fase}`),
    een: uit[fase],
  }))
  const merk = factor > 1 ? t('campagne.effect.merk') : undefined
  return html`<section class="vd-section vd-ervaring"><h2>${t('campagne.effect.titel')}</h2>
${namen.map(({ naam, een }) => html`<p><strong>${naam}.</strong> ${zin(een)}</p>`)}
${namen.some(({ een }) => typeof een === 'object') && effectfiguur({ titel: t('campagne.effect.beeld'), beschrijving: namen.map(({ naam, een }) => `${naam}: ${zin(een)}`).join(' '), rijen: namen.flatMap(({ naam, een }) => (typeof een === 'object' ? [{ naam, effect: een, regel: t('campagne.effect.regel', { verschil: punten(een.verschil), van: punten(een.interval.van), tot: punten(een.interval.tot) }) }] : [])), geen: t('campagne.effect.geen'), zeg: (n) => getal(Math.round(1000 * n) / 10), merk })}
<p class="vd-calm vd-small">${t('campagne.effect.methode')}${factor > 1 && html` ${t('campagne.reken.buurten', { factor: getal(factor.toFixed(1)) })} ${t('campagne.reken.aangenomen', { deel: getal(100 * SAMENHANG.waarde) })}`}</p></section>`
}

/** Never sure where it rests on what is assumed alone. */
function oordeel({ isZeker, verschil }: Effect, plan: Campagne['plan']): string {
  if (heeftWeinigBuurten(plan)) return 'weinig_buurten'
  if (!isZeker) return 'onzeker'
  return verschil > 0 ? 'zeker' : 'minder'
}

/** Another plan, as long as nobody counted; and away with it, or its end. How long it is kept stands with it. */
function beheerdeel({ context }: Verzoek, campagne: Campagne): Html {
  const { taal, spraak } = context
  const { t, getal } = spraak
  const { id, versie, gestopt } = campagne
  const begonnen = isBegonnen(campagne)
  const wat = begonnen ? 'stop' : 'weg'
  return html`<section class="vd-section vd-no-print" id="beheer">${
    gestopt === undefined &&
    html`<h2>${t('campagne.beheer.titel')}</h2>
${begonnen ? html`<p>${t('campagne.beheer.begonnen')}</p>` : html`<p><a class="utrecht-button utrecht-button--secondary-action" href="${adres(taal, 'balieCampagneWijzig', { campagne: id })}">${t('campagne.plan.wijzig')}</a></p>`}
<form method="post" action="${adres(taal, 'balieCampagneTrekIn', { campagne: id })}"><input type="hidden" name="versie" value="${versie}">
<p>${t(`campagne.beheer.${wat}.uitleg`)}</p>
<div class="vd-check"><input type="checkbox" id="zeker" name="zeker" value="ja"><label for="zeker">${t(`campagne.beheer.${wat}.zeker`)}</label></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t(`campagne.beheer.${wat}.knop`)}</button></p></form>`
  }
<p class="vd-calm vd-small">${t('campagne.beheer.bewaren', { n: getal(BEWAARMAANDEN / 12) })}</p></section>`
}

function telvorm(
  verzoek: Verzoek,
  { id, versie }: Campagne,
  woorden: Readonly<Record<string, string>>,
  fouten: readonly Veldfout[],
): Html {
  const { context } = verzoek
  const { t } = context.spraak
  return html`<section class="vd-section vd-no-print"><h2>${t('campagne.tel.titel')}</h2><p>${t('campagne.tel.uitleg')}</p>
<form method="post" action="${adres(context.taal, 'balieCampagneTel', { campagne: id })}"><input type="hidden" name="versie" value="${versie}">
<div class="vd-telling">${armen.map(
    (arm) =>
      html`<fieldset><legend>${t(`campagne.arm.${arm}`)}</legend>${velden
        .filter((v) => v.arm === arm)
        .map((v) =>
          tekstveld({
            ...{ id: v.id, naam: v.id, label: t(`campagne.fase.${v.fase}`), waarde: woorden[v.id] ?? '0' },
            ...{ fout: fouten.find(({ veld }) => veld === v.id), foutWoord: t('algemeen.fout') },
            ...{ breedte: 'kort', invoer: 'numeric', hoogstens: 9 },
          }),
        )}</fieldset>`,
  )}</div>
<p class="vd-telling__klaar"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('campagne.tel.bewaar')}</button></p></form></section>`
}
