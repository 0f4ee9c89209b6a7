import type { GebeurtenisVraag } from '../../../corpus/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { datumvelden } from '../../ui/datumveld.ts'
import { foutregel, tekstveld, type Veldfout } from '../../ui/formulier.ts'
import { VELD } from './lees-formulier.ts'
import type { PlanBeeld } from './plan-beeld.ts'
import { woorden } from './woorden.ts'

/** What a form sent and what was wrong with it; without it the fields show what we have. */
export interface Gestuurd {
  readonly form: URLSearchParams
  readonly fouten: readonly Veldfout[]
}

/** The date, the few questions and the place, in one piece. Once filled in it folds to a line. */
export function situatie(plan: PlanBeeld, gestuurd: Gestuurd | undefined): Html {
  const { context, isIngevuld } = plan
  const { t } = context.spraak
  const binnen = formulier(plan, gestuurd)
  if (!isIngevuld || gestuurd !== undefined) {
    return html`<section class="vd-card vd-situation" aria-labelledby="situatie"><h2 id="situatie">${t('gebeurtenis.situatie.titel')}</h2>${binnen}</section>`
  }
  return html`<details class="vd-card vd-situation" id="situatie"><summary><span><strong>${t('gebeurtenis.situatie.titel')}:</strong> ${kort(plan)}</span> <span class="vd-situation__change">${t('gebeurtenis.situatie.wijzig')}</span></summary>${binnen}</details>`
}

/** «14 maart 2026 · Utrecht · 3 vragen beantwoord» */
function kort({ context: { spraak }, gegevens, beeld }: PlanBeeld): string {
  const { t } = spraak
  const n = Object.keys(gegevens.antwoorden).length
  const delen = [
    gegevens.datum && spraak.datum(gegevens.datum),
    beeld.plaats?.naam,
    n > 0 && t('gebeurtenis.situatie.beantwoord', { n }),
  ]
  return delen.filter(Boolean).join(' · ') || t('gebeurtenis.situatie.niets')
}

function formulier(plan: PlanBeeld, gestuurd: Gestuurd | undefined): Html {
  const { context, gebeurtenis } = plan
  const { t } = context.spraak
  const doel = adres(context.taal, 'gebeurtenisAntwoord', { gebeurtenis: gebeurtenis.id })
  return html`<form class="vd-form" method="post" action="${doel}" novalidate>
${datum(plan, gestuurd)}
${gebeurtenis.vragen.map((vraag) => keuzevraag(plan, vraag, gestuurd))}
${plaats(plan, gestuurd)}
<p class="vd-calm vd-small">${t('gebeurtenis.situatie.leeg_mag')}</p>
<div class="vd-actions"><button class="utrecht-button utrecht-button--primary-action vd-button--large">${t('gebeurtenis.situatie.knop')}</button></div>
</form>`
}

function datum(
  { context: { spraak }, gebeurtenis, gegevens }: PlanBeeld,
  gestuurd: Gestuurd | undefined,
): Html {
  const { t } = spraak
  const [jaar = '', maand = '', dag = ''] = gegevens.datum?.split('-') ?? []
  const bewaard: Record<string, string> = {
    dag: dag && String(Number(dag)),
    maand: maand && String(Number(maand)),
    jaar,
  }
  const fout = gestuurd?.fouten.find(({ veld }) => veld !== VELD.plaats)
  const { vraag, hulp } = gebeurtenis.datum
  const uitleg = hulp && woorden(spraak, hulp)
  const gezegd = woorden(spraak, vraag)
  const beschreven = [uitleg && 'datum-hulp', fout && `${fout.veld}-fout`].filter(Boolean).join(' ')
  return html`<fieldset class="vd-fieldset"${attrs({ 'aria-describedby': beschreven || undefined })}>
<legend class="utrecht-form-label"${attrs({ lang: gezegd.lang })}>${gezegd.tekst}</legend>
${uitleg && html`<p class="vd-small vd-calm" id="datum-hulp"${attrs({ lang: uitleg.lang })}>${uitleg.tekst}</p>`}
<div class="utrecht-form-field vd-field${fout ? ' utrecht-form-field--invalid' : ''}">${foutregel({ fout, foutWoord: t('algemeen.fout'), id: fout?.veld ?? '' })}
${datumvelden({ spraak, waarden: gestuurd ? Object.fromEntries(gestuurd.form) : bewaard, fout })}</div></fieldset>`
}

function keuzevraag(
  { context: { spraak }, gegevens, isIngevuld }: PlanBeeld,
  { id, vraag, waarom, opties }: GebeurtenisVraag,
  gestuurd: Gestuurd | undefined,
): Html {
  const naam = `vraag-${id}`
  const bewaard = isIngevuld ? (gegevens.antwoorden[id] ?? '') : undefined
  const gekozen = gestuurd ? gestuurd.form.get(naam) : bewaard
  const gezegd = woorden(spraak, vraag)
  const uitleg = waarom && woorden(spraak, waarom)
  const alle = [
    ...opties.map((optie) => ({ waarde: optie.id, ...woorden(spraak, optie.naam) })),
    { waarde: '', tekst: spraak.t('gebeurtenis.situatie.weet_niet'), lang: undefined },
  ]
  return html`<fieldset class="vd-fieldset"${attrs({ 'aria-describedby': uitleg ? `${naam}-waarom` : undefined })}>
<legend class="utrecht-form-label"${attrs({ lang: gezegd.lang })}>${gezegd.tekst}</legend>
${uitleg && html`<p class="vd-small vd-calm" id="${naam}-waarom"${attrs({ lang: uitleg.lang })}>${uitleg.tekst}</p>`}
<div class="vd-choices">${alle.map(
    ({ waarde, tekst, lang }, i) =>
      html`<div class="vd-radio"><input class="utrecht-radio-button utrecht-radio-button--html-input vd-radio__input" type="radio"${attrs({ id: `${naam}-${i}`, name: naam, value: waarde, checked: waarde === gekozen })}><label class="utrecht-form-label utrecht-form-label--radio vd-radio__label" for="${naam}-${i}"${attrs({ lang })}>${tekst}</label></div>`,
  )}</div></fieldset>`
}

function plaats({ context: { spraak }, beeld }: PlanBeeld, gestuurd: Gestuurd | undefined): Html {
  const { t } = spraak
  return html`<div>${tekstveld({
    id: VELD.plaats,
    naam: VELD.plaats,
    label: t('gebeurtenis.situatie.plaats'),
    waarde: gestuurd ? (gestuurd.form.get(VELD.plaats) ?? '').slice(0, 60) : (beeld.plaats?.naam ?? ''),
    fout: gestuurd?.fouten.find(({ veld }) => veld === VELD.plaats),
    foutWoord: t('algemeen.fout'),
    beschrijvingen: ['plaats-hulp'],
    breedte: 'lang',
    verrijk: 'gemeente',
    bron: '/gemeenten.txt',
  })}
<p class="vd-small vd-calm" id="plaats-hulp">${t('gebeurtenis.situatie.plaats_hulp')}</p></div>`
}
