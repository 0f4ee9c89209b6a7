/** Campaigns of their own organisation, and a plan for a new one: with how many are needed before it is begun. */
import { attrs, type Html, html } from '../../../platform/index.ts'
import {
  benodigd,
  type Campagne,
  type Campagnefout,
  campagnekanalen,
  eenheden,
  groepen,
  isBegonnen,
  keurPlan,
  macht,
  ontwerpfactor,
  type Plankennis,
  SAMENHANG,
  tekort,
} from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import { foutregel, foutSamenvatting, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { deel, eisGebruik, gemeentenVan, plaatsnaam, regelingenVan } from './bron.ts'
import { leesVersie, vindCampagne } from './campagne.ts'
import { LEGE_VORM, leesVorm, type Planveld, type Planvorm, planVan, vormVan } from './campagnevorm.ts'

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { gebruik, werker } = eisGebruik(verzoek)
  const { taal, spraak } = verzoek.context
  const { t, datum } = spraak
  const lijst = await gebruik.campagnes.lijst(werker.subject)
  const namen = new Map(regelingenVan(verzoek).map(({ id, naam }) => [id, naam]))
  const gedaan = gedaanUit(verzoek.zoek, ['weg'])
  const inhoud = html`<p class="vd-lead">${t('campagne.lead')}</p>
<p class="vd-no-print"><a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'balieCampagneNieuw')}">${t('campagne.nieuw')}</a></p>
${
  lijst.length === 0
    ? html`<p>${t('campagne.geen')}</p>`
    : html`<ul class="vd-rows">${lijst.map(
        ({ id, plan, gemaakt, gestopt }) =>
          html`<li class="vd-row"><span><a href="${adres(taal, 'balieCampagne', { campagne: id })}">${namen.get(plan.regeling) ?? plan.regeling}, ${plaatsnaam(verzoek, plan.gemeente)}</a><br><span class="vd-calm vd-small">${t(`campagne.kanaal.${plan.kanaal}`)} · ${datum(gemaakt)}${gestopt !== undefined && html` · ${t('campagne.gestopt', { datum: datum(gestopt) })}`}</span></span></li>`,
      )}</ul>`
}`
  return {
    soort: 'pagina',
    pagina: baliePagina(verzoek, {
      titel: t('campagne.titel'),
      ...{ inhoud, zonderGrond: true },
      melding: gedaan && t(`campagne.een.${gedaan}`),
      stijl: ['gebruik.css'],
      terug: { adres: adres(taal, 'balieGebruik'), tekst: t('gebruik.titel') },
    }),
  }
}

export function nieuw(verzoek: Verzoek): Antwoord {
  return vormpagina(verzoek, { ...LEGE_VORM, gemeente: eigenGemeente(verzoek) ?? '' }, {})
}

/** Of a municipality its own: nobody plans for who lives elsewhere. */
function eigenGemeente(verzoek: Verzoek): string | undefined {
  return /^gemeente-(GM\d{4})$/.exec(eisGebruik(verzoek).werker.subject.organisatie)?.[1]
}

export async function maak(verzoek: Verzoek): Promise<Antwoord> {
  const { gebruik, werker } = eisGebruik(verzoek)
  const vorm = leesVorm(verzoek.form)
  const plan = planVan(vorm)
  if (verzoek.form.get('doe') === 'reken')
    return vormpagina(verzoek, vorm, { fouten: keurPlan(plan, kennisVan(verzoek)), isRekenen: true })
  const uit = await gebruik.campagnes.maak(werker.subject, plan, kennisVan(verzoek))
  if ('fouten' in uit) return vormpagina(verzoek, vorm, uit)
  const naar = adres(verzoek.context.taal, 'balieCampagne', { campagne: uit.id })
  return { soort: 'ga-naar', adres: naar }
}

/** As long as nobody counted; after that the page of it says that it cannot be another one any more. */
export async function wijzig(verzoek: Verzoek): Promise<Antwoord> {
  const campagne = await vindCampagne(verzoek)
  if (campagne === undefined || isBegonnen(campagne) || campagne.gestopt !== undefined)
    return { soort: 'niet-gevonden' }
  return vormpagina(verzoek, vormVan(campagne.plan), { campagne })
}

export async function verander(verzoek: Verzoek): Promise<Antwoord> {
  const { gebruik, werker } = eisGebruik(verzoek)
  const campagne = await vindCampagne(verzoek)
  if (campagne === undefined) return { soort: 'niet-gevonden' }
  const vorm = leesVorm(verzoek.form)
  const plan = planVan(vorm)
  if (verzoek.form.get('doe') === 'reken') {
    const fouten = keurPlan(plan, kennisVan(verzoek))
    return vormpagina(verzoek, vorm, { fouten, isRekenen: true, campagne })
  }
  const versie = leesVersie(verzoek)
  const uit = await gebruik.campagnes.wijzig(werker.subject, campagne.id, versie, plan, kennisVan(verzoek))
  if (typeof uit === 'object') return vormpagina(verzoek, vorm, { ...uit, campagne })
  const gedaan = uit === 'ok' ? 'gewijzigd' : 'anders'
  return {
    soort: 'ga-naar',
    adres: adres(verzoek.context.taal, 'balieCampagne', { campagne: campagne.id, gedaan }),
  }
}

function kennisVan(verzoek: Verzoek): Plankennis {
  const eigen = eigenGemeente(verzoek)
  const gronden = verzoek.bronnen.geheel().lijstgronden
  return {
    regelingen: new Set(regelingenVan(verzoek).map(({ id }) => id)),
    gemeenten: new Set(gemeentenVan(verzoek).map(({ code }) => code)),
    ...(eigen !== undefined && { eigen }),
    magLijst: (id, regeling) => {
      const grond = gronden.get(id)
      return grond !== undefined && tekort(grond, regeling) === undefined
    },
  }
}

/** Where a fault of the plan is shown in the form. */
const veldVan: Readonly<Record<string, Planveld>> = {
  regeling: 'regeling',
  gemeente: 'gemeente',
  lagen: 'lagen',
  controledeel: 'controle',
  perEenheid: 'perEenheid',
  verwacht: 'zonder',
  stijging: 'stijging',
  grond: 'grond',
}

function vormpagina(
  verzoek: Verzoek,
  vorm: Planvorm,
  {
    fouten = [],
    isRekenen = false,
    campagne,
  }: {
    readonly fouten?: readonly Campagnefout[]
    readonly isRekenen?: boolean
    /** One that there is already, and becomes another. */
    readonly campagne?: Campagne
  },
): Antwoord {
  const { context, bronnen } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const velden = [...new Map(fouten.map((f) => [veldVan[f.veld] ?? 'lagen', f])).entries()].map(
    ([veld, f]): Veldfout => ({
      veld,
      tekst: t(`campagne.fout.${f.veld}.${f.code}`),
      naam: t(`campagne.veld.${veld}`),
    }),
  )
  const fout = (veld: Planveld) => velden.find((f) => f.veld === veld)
  const foutWoord = t('algemeen.fout')
  const tekst = (veld: Planveld, extra: { readonly na?: string; readonly hulp?: boolean } = {}) =>
    tekstveld({
      ...{
        id: veld,
        naam: veld,
        label: t(`campagne.veld.${veld}`),
        waarde: vorm[veld],
        fout: fout(veld),
        foutWoord,
      },
      ...{ breedte: 'kort', invoer: 'decimal' },
      ...(extra.na !== undefined && { na: extra.na }),
      ...(extra.hulp && {
        hulp: html`<p class="vd-calm vd-small" id="${veld}-hulp">${t(`campagne.hulp.${veld}`)}</p>`,
        beschrijvingen: [`${veld}-hulp`],
      }),
    })
  const lijst = (veld: Planveld, opties: readonly (readonly [string, string])[]) =>
    html`<div class="utrecht-form-field vd-field${fout(veld) ? ' utrecht-form-field--invalid' : ''}"><label class="utrecht-form-label" for="${veld}">${t(`campagne.veld.${veld}`)}</label>${foutregel({ fout: fout(veld), foutWoord, id: veld })}<select class="vd-select"${attrs({ id: veld, name: veld, 'aria-invalid': fout(veld) ? 'true' : undefined, 'aria-describedby': fout(veld) ? `${veld}-fout` : undefined })}>${opties.map(([waarde, naam]) => html`<option${attrs({ value: waarde, selected: waarde === vorm[veld] })}>${naam}</option>`)}</select></div>`
  const leeg = ['', t('lijstvraag.kies')] as const
  const eigen = eigenGemeente(verzoek)
  const gronden = [...bronnen.geheel().lijstgronden.values()]
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), velden)}
<p class="vd-lead">${t('campagne.plan.lead')}</p>
${isRekenen && velden.length === 0 && rekening(verzoek, vorm)}
<form class="vd-form" method="post" action="${campagne === undefined ? adres(taal, 'balieCampagneMaak') : adres(taal, 'balieCampagneVerander', { campagne: campagne.id })}">
${campagne && html`<input type="hidden" name="versie" value="${campagne.versie}"><p class="vd-note">${t('campagne.plan.loot_opnieuw')}</p>`}
${lijst('regeling', [leeg, ...regelingenVan(verzoek).map(({ id, naam }) => [id, naam] as const)])}
${lijst('gemeente', [leeg, ...gemeentenVan(verzoek).flatMap(({ code, naam }) => (eigen === undefined || eigen === code ? [[code, naam] as const] : []))])}
${lijst(
  'kanaal',
  campagnekanalen.map((k) => [k, t(`campagne.kanaal.${k}`)]),
)}
${lijst(
  'eenheid',
  eenheden.map((e) => [e, t(`campagne.eenheid.${e}`)]),
)}
${tekst('perEenheid', { hulp: true })}
${lijst('grond', [['', t('campagne.plan.zonder_lijst')], ...gronden.map((g) => [g.id, g.naam[taal] ?? g.naam.nl ?? g.id] as const)])}
<div class="utrecht-form-field vd-field${fout('lagen') ? ' utrecht-form-field--invalid' : ''}"><label class="utrecht-form-label" for="lagen">${t('campagne.veld.lagen')}</label><p class="vd-calm vd-small" id="lagen-hulp">${t('campagne.hulp.lagen')}</p>${foutregel({ fout: fout('lagen'), foutWoord, id: 'lagen' })}<textarea class="utrecht-textbox utrecht-textbox--html-input vd-textarea" id="lagen" name="lagen" rows="5" maxlength="2000" aria-describedby="lagen-hulp${fout('lagen') ? ' lagen-fout' : ''}">${vorm.lagen}</textarea></div>
${tekst('controle', { na: '%', hulp: true })}${tekst('zonder', { na: '%', hulp: true })}${tekst('stijging', { na: t('campagne.plan.punten'), hulp: true })}${tekst('zaad', { hulp: true })}
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="reken">${t('campagne.plan.reken')}</button> <button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="maak">${t(campagne === undefined ? 'campagne.plan.maak' : 'campagne.plan.bewaar')}</button></p></form>`
  return {
    soort: 'pagina',
    ...(velden.length > 0 && { status: 400 }),
    pagina: baliePagina(verzoek, {
      titel: t(campagne === undefined ? 'campagne.nieuw' : 'campagne.plan.wijzig'),
      ...{ inhoud, zonderGrond: true, isFout: velden.length > 0 },
      stijl: ['gebruik.css'],
      terug: { adres: adres(taal, 'balieCampagnes'), tekst: t('campagne.titel') },
    }),
  }
}

/** How many are needed to see that rise, and what chance these groups give. */
function rekening({ context }: Verzoek, vorm: Planvorm): Html {
  const { t, getal } = context.spraak
  const plan = planVan(vorm)
  const { zonder, stijging } = plan.verwacht
  const groep = groepen(plan)
  const factor = ontwerpfactor(plan)
  const nodig = benodigd(
    { p0: zonder, p1: zonder + stijging, verhouding: groep.controle / Math.max(1, groep.campagne) },
    '0.8',
  )
  const kans = macht(groep.campagne / factor, groep.controle / factor, zonder, zonder + stijging)
  return html`<section class="vd-note" role="status"><h2>${t('campagne.reken.titel')}</h2>
<p>${t('campagne.reken.groepen', { campagne: getal(groep.campagne), controle: getal(groep.controle) })}</p>
${nodig && html`<p>${t('campagne.reken.nodig', { campagne: getal(Math.ceil(nodig.campagne * factor)), controle: getal(Math.ceil(nodig.controle * factor)), van: deel(context, zonder), tot: deel(context, zonder + stijging) })}</p>`}
<p>${t('campagne.reken.kans', { kans: deel(context, kans, 0) })} ${t(kans >= 0.8 ? 'campagne.reken.genoeg' : 'campagne.reken.te_weinig')}</p>
${factor > 1 && html`<p>${t('campagne.reken.buurten', { factor: getal(factor.toFixed(1)) })} ${t('campagne.reken.aangenomen', { deel: getal(100 * SAMENHANG.waarde) })}</p>`}</section>`
}
