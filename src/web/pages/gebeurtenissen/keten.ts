import type { GeplandeStap, Stappenplan } from '../../../gebeurtenissen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { wieIsHet } from '../../ui/organisatie.ts'
import { vraagwegen, wegenlijst, wegenrij } from '../../ui/wegen.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import type { PlanBeeld } from './plan-beeld.ts'
import { brontekst, dagtekst, organisatienaam, termijnzin, woorden } from './woorden.ts'

/** Longer words about a term are a sentence beside it, not a label. */
const HOOGSTENS_MERK = 60

/** The chain: a line with numbered dots, filled is yours to do, an open ring happens without you. */
export function keten(beeld: PlanBeeld): Html {
  const { t } = beeld.context.spraak
  const volgende = beeld.plan.stappen.find(({ staat }) => staat === 'te-laat' || staat === 'te-doen')
  return html`<section class="vd-section" aria-labelledby="stappen"><h2 id="stappen">${t('gebeurtenis.keten.titel')}</h2>
<ol class="vd-chain">${beeld.plan.stappen.map((stap) => schakel(beeld, stap, stap === volgende))}</ol></section>`
}

/**
 * When, what and who are seen at once; the rest of a step folds behind them on a small screen and stands open on a
 * wide one and on paper (vouw.css). The first step to do is open everywhere: it shows what is behind the others.
 */
function schakel(beeld: PlanBeeld, gepland: GeplandeStap, isVolgende: boolean): Html {
  const { spraak } = beeld.context
  const { t } = spraak
  const { stap, staat, nummer, wie } = gepland
  const isEigen = stap.wie === 'u'
  const kleur = isLaatVolgensWet(gepland) || staat !== 'te-laat' ? staat : 'te-doen'
  const titel = woorden(spraak, stap.titel)
  const wat = woorden(spraak, stap.wat)
  return html`<li class="vd-link vd-link--${kleur}" id="stap-${nummer}">
<span class="vd-link__dot" aria-hidden="true">${nummer}</span>
${merken(beeld, gepland)}
<h3 class="vd-link__title"><span class="vd-visually-hidden">${t('gebeurtenis.keten.stap', { n: nummer })}: </span><span${attrs({ lang: titel.lang })}>${titel.tekst}</span></h3>
${wieregel(beeld, gepland)}
<details class="vd-link__fold"${attrs({ open: isVolgende })}><summary class="vd-link__open">${t(`gebeurtenis.keten.open_${isEigen ? 'eigen' : 'ander'}`)}<span class="vd-visually-hidden">: ${titel.tekst}</span></summary><div class="vd-link__inside">
<p class="vd-link__what"${attrs({ lang: wat.lang })}>${wat.tekst}</p>
${staat === 'te-laat' && html`<p class="vd-link__late">${t('gebeurtenis.keten.te_laat')}</p>`}
${
  isEigen
    ? html`${wegenrij({ spraak, kanalen: wie.kanalen, titel: titel.tekst, isNu: staat !== 'later' })}
${vraagwegen(spraak, wie.vragen, titel.tekst)}`
    : html`<details class="vd-details"><summary>${t('gebeurtenis.wegen.vraag_na')}<span class="vd-visually-hidden">: ${titel.tekst}</span></summary><div>${wegenlijst(spraak, { ...wie.vragen, ...wie.kanalen })}</div></details>`
}
${meer(beeld, gepland)}
</div></details>
</li>`
}

/** Red is for a term of the law; what people usually do is no fault when it is over. */
function isLaatVolgensWet({ staat, stap }: GeplandeStap): boolean {
  return staat === 'te-laat' && stap.termijn?.zekerheid === 'wet'
}

/** The term first: a day, or words. What goes without the visitor says that instead. */
function merken(
  { context: { spraak }, gebeurtenis, vandaag }: PlanBeeld,
  gepland: GeplandeStap,
): Html | undefined {
  const { t } = spraak
  const { stap, staat } = gepland
  const zin = termijnzin(gepland, { spraak, gebeurtenis, vandaag })
  const tekst = stap.termijnTekst && woorden(spraak, stap.termijnTekst)
  const zonder = staat === 'vanzelf' ? 'vanzelf' : staat === 'door-ander' ? 'ander' : undefined
  if (zonder === undefined && zin === undefined && tekst === undefined && staat !== 'later') return undefined
  const soort = isLaatVolgensWet(gepland) ? 'late' : 'term'
  return html`<p class="vd-link__marks">${zonder && html`<span class="vd-term vd-term--self">${t(`gebeurtenis.keten.${zonder}`)}</span>`}
${zin && html`<span class="vd-term vd-term--${soort}">${zin}</span>`}
${tekst && html`<span class="vd-term vd-term--${tekst.tekst.length > HOOGSTENS_MERK ? 'words' : 'term'}"${attrs({ lang: tekst.lang })}>${tekst.tekst}</span>`}
${staat === 'later' && html`<span class="vd-term vd-term--later">${t('gebeurtenis.keten.later')}</span>`}</p>`
}

function wieregel({ context: { spraak } }: PlanBeeld, { stap, wie, isVoorwaardelijk }: GeplandeStap): Html {
  const naam = organisatienaam(spraak, wie)
  const delen = [
    stap.welke && tekstdeel(stap.welke),
    isVoorwaardelijk && stap.alsTekst && tekstdeel(stap.alsTekst),
  ].filter(Boolean)
  return html`<p class="vd-link__who">${wieIsHet(spraak, { naam: naam.tekst, lang: naam.lang, isOverheid: wie.isOverheid })}${delen.map((deel) => html` ·\u00a0${deel}`)}</p>`

  function tekstdeel(bron: NonNullable<typeof stap.welke>): Html {
    const { tekst, lang } = woorden(spraak, bron)
    return html`<span${attrs({ lang })}>${tekst}</span>`
  }
}

/** One click away: what to bring, what comes first, how certain the term is, and where it is written. */
function meer(beeld: PlanBeeld, gepland: GeplandeStap): Html {
  const { context, plan, gebeurtenis } = beeld
  const { spraak } = context
  const { t } = spraak
  const { stap, wachtOp } = gepland
  const titel = woorden(spraak, stap.titel)
  const bron = brontekst(spraak, stap.bron)
  return html`<details class="vd-details vd-link__more"><summary>${t('gebeurtenis.keten.meer')}<span class="vd-visually-hidden">: ${titel.tekst}</span></summary><dl class="vd-facts">
${
  stap.nodig.length > 0 &&
  html`<div><dt>${t('gebeurtenis.keten.nodig')}</dt>${stap.nodig.map((nodig) => {
    const gezegd = woorden(spraak, nodig)
    return html`<dd${attrs({ lang: gezegd.lang })}>${gezegd.tekst}</dd>`
  })}</div>`
}
${wachtOp.length > 0 && html`<div><dt>${t('gebeurtenis.keten.eerst')}</dt>${wachtOp.map((n) => html`<dd><a href="#stap-${n}">${eerst(spraak, plan, n)}</a></dd>`)}</div>`}
${stap.termijn && html`<div><dt>${t('gebeurtenis.keten.zeker')}</dt><dd>${zekerheid(beeld, gepland)}</dd></div>`}
${regelingen(beeld, gepland)}
<div><dt>${t('gebeurtenis.keten.bron')}</dt><dd${attrs({ lang: bron.lang })}>${bron.tekst}</dd></div>
<div><dd><a href="${adres(spraak.taal, 'stap', { gebeurtenis: gebeurtenis.id, stap: stap.id })}">${t('gebeurtenis.stap.pagina')}<span class="vd-visually-hidden">: ${titel.tekst}</span></a></dd></div>
</dl></details>`
}

export function eerst(spraak: PlanBeeld['context']['spraak'], plan: Stappenplan, n: number): string {
  const stap = plan.stappen[n - 1]?.stap
  return spraak.t('gebeurtenis.keten.eerst_stap', { n, titel: stap ? woorden(spraak, stap.titel).tekst : '' })
}

export function zekerheid(
  { context: { spraak }, vandaag }: PlanBeeld,
  { stap, termijn }: GeplandeStap,
): string {
  const { t } = spraak
  const { zekerheid: hoe, artikel } = stap.termijn ?? {}
  const zin =
    hoe === 'wet' ? t('gebeurtenis.keten.wet', { artikel: artikel ?? '' }) : t('gebeurtenis.keten.meestal')
  if (termijn.zonderVerlenging === undefined) return zin
  const dag = dagtekst(spraak, termijn.zonderVerlenging, vandaag)
  return `${zin} ${t('gebeurtenis.keten.verlengd', { dag })}`
}

function regelingen({ context, beeld }: PlanBeeld, { stap }: GeplandeStap): Html | undefined {
  const { spraak, taal } = context
  const bekend = stap.regelingen.flatMap((id) => beeld.regelingen.get(id) ?? [])
  if (bekend.length === 0) return undefined
  return html`<div><dt>${spraak.t('gebeurtenis.keten.regelingen')}</dt>${bekend.map((regeling) => {
    const { tekst, lang } = regelingtekst(spraak, regeling)
    return html`<dd><a href="${adres(taal, 'regeling', { regeling: regeling.id })}"${attrs({ lang })}>${tekst.titel}</a></dd>`
  })}</div>`
}
