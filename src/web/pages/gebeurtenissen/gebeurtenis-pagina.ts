import type { VervallenStap } from '../../../gebeurtenissen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { PAD_PLAATS } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting } from '../../ui/formulier.ts'
import { hulplink } from '../../ui/kolom.ts'
import { pagina } from '../../ui/pagina.ts'
import { rekenUit } from '../rechten/beeld.ts'
import { bedrag } from '../rechten/kaart.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import { type Gestuurd, situatie } from './formulier.ts'
import { keten } from './keten.ts'
import { VELD } from './lees-formulier.ts'
import type { PlanBeeld } from './plan-beeld.ts'
import { dagtekst, woorden } from './woorden.ts'

export interface GebeurtenisDelen {
  readonly plan: PlanBeeld
  readonly gestuurd?: Gestuurd
  /** Earlier answers were too old or not to be read. */
  readonly isVerlopen: boolean
}

export function gebeurtenisPagina({ plan, gestuurd, isVerlopen }: GebeurtenisDelen): string {
  const { context, gebeurtenis } = plan
  const { spraak, taal } = context
  const { t } = spraak
  const titel = woorden(spraak, gebeurtenis.titel)
  const kort = woorden(spraak, gebeurtenis.kort)
  return pagina(context, {
    stijl: ['rechten.css', 'gebeurtenis.css', 'vouw.css'],
    titel: titel.tekst,
    actief: 'gebeurtenissen',
    isFout: gestuurd !== undefined,
    print: adres(taal, 'gebeurtenisPrint', { gebeurtenis: gebeurtenis.id }),
    inhoud: html`<a class="vd-back" href="${adres(taal, 'gebeurtenissen')}">${t('gebeurtenis.terug')}</a>
${foutSamenvatting(t('gebeurtenis.fout.titel'), gestuurd?.fouten ?? [])}
${isVerlopen && html`<p class="vd-note" role="status">${t('gebeurtenis.verlopen')}</p>`}
<h1${attrs({ lang: titel.lang })}>${titel.tekst}</h1>
<p class="vd-lead"><span${attrs({ lang: kort.lang })}>${kort.tekst}</span> ${t('gebeurtenis.telling', { stappen: plan.plan.stappen.length, organisaties: plan.plan.organisaties })}</p>
${hulplink(context)}
${situatie(plan, gestuurd)}
${voortgang(plan, gestuurd)}
${keten(plan)}
${vervallen(plan)}
${regelingen(plan)}`,
    zijkant: meenemen(plan),
  })
}

function voortgang(
  { context: { spraak }, plan, gegevens, vandaag, beeld, land }: PlanBeeld,
  gestuurd: Gestuurd | undefined,
): Html {
  const { t } = spraak
  const { perStaat, eersteTermijn } = plan
  const zonder = perStaat.vanzelf + perStaat['door-ander']
  const tot = eersteTermijn?.termijn.tot
  const eerst = eersteTermijn?.stap.termijn?.zekerheid === 'wet' ? 'eerst' : 'eerst_meestal'
  // A form that came back with another fault may well hold a date: then we do not ask for one.
  const isDatumGestuurd = [VELD.dag, VELD.maand, VELD.jaar].some((veld) => gestuurd?.form.get(veld))
  const zinnen = [
    t('gebeurtenis.voortgang.nu', { n: perStaat['te-doen'] }),
    perStaat['te-laat'] > 0 && t('gebeurtenis.voortgang.te_laat', { n: perStaat['te-laat'] }),
    perStaat.later > 0 && t('gebeurtenis.voortgang.later', { n: perStaat.later }),
    zonder > 0 && t('gebeurtenis.voortgang.vanzelf', { n: zonder }),
  ].filter(Boolean)
  return html`<section class="vd-progress" aria-labelledby="voortgang"><h2 class="vd-visually-hidden" id="voortgang">${t('gebeurtenis.voortgang.titel')}</h2>
${gegevens.datum !== undefined && html`<p>${zinnen.join(' ')}</p>`}
${
  eersteTermijn && tot
    ? html`<p><strong>${t(`gebeurtenis.voortgang.${eerst}`, { dag: dagtekst(spraak, tot, vandaag), stap: woorden(spraak, eersteTermijn.stap.titel).tekst })}</strong></p>`
    : gegevens.datum === undefined &&
      !isDatumGestuurd &&
      html`<p class="vd-calm">${t('gebeurtenis.voortgang.geen_datum')}</p>`
}
${beeld.plaats === undefined && html`<p class="vd-calm vd-small">${t(`gebeurtenis.voortgang.plaats_${land}`)}</p>`}
</section>`
}

/** What does not hold for this visitor, small and at the end, with why. */
function vervallen({ context: { spraak }, plan }: PlanBeeld): Html | undefined {
  const { t } = spraak
  // A step that has its own form at this place has not fallen away.
  const titels = new Set(plan.stappen.map(({ stap }) => woorden(spraak, stap.titel).tekst))
  const weg = plan.vervallen.filter(({ stap }) => !titels.has(woorden(spraak, stap.titel).tekst))
  if (weg.length === 0) return undefined
  return html`<section class="vd-section vd-dropped" aria-labelledby="vervallen"><h2 id="vervallen">${t('gebeurtenis.vervallen.titel')}</h2>
<p class="vd-calm">${t('gebeurtenis.vervallen.uitleg')}</p>
<ul class="vd-list">${weg.map((een) => {
    const titel = woorden(spraak, een.stap.titel)
    return html`<li><strong${attrs({ lang: titel.lang })}>${titel.tekst}</strong><br><span class="vd-calm">${waarom(een)}</span></li>`
  })}</ul></section>`

  function waarom({ stap, reden }: VervallenStap): string {
    if (reden === 'plaats') return t('gebeurtenis.vervallen.plaats')
    return t('gebeurtenis.vervallen.antwoord', {
      tekst: stap.alsTekst ? woorden(spraak, stap.alsTekst).tekst : '',
    })
  }
}

/** The schemes of this event at this place; with their state as soon as the visitor has told about the household. */
function regelingen({ context, gebeurtenis, beeld }: PlanBeeld): Html | undefined {
  const { spraak, taal } = context
  const { t } = spraak
  const ids = new Set([...gebeurtenis.regelingen, ...gebeurtenis.stappen.flatMap((stap) => stap.regelingen)])
  const bekend = [...ids].flatMap((id) => beeld.regelingen.get(id) ?? [])
  if (bekend.length === 0) return undefined
  // A place alone says nothing about money yet.
  const heeftAntwoorden = beeld.antwoorden.volgorde.some((pad) => pad !== PAD_PLAATS)
  const link = heeftAntwoorden ? adres(taal, 'overzicht') : adres(taal, 'rechten')
  return html`<section class="vd-section" aria-labelledby="regelingen"><h2 id="regelingen">${t('gebeurtenis.regelingen.titel')}</h2>
<p>${t('gebeurtenis.regelingen.uitleg')}</p>
<ul class="vd-touched">${bekend.map((regeling) => {
    const { tekst, lang } = regelingtekst(spraak, regeling)
    const uitkomst = heeftAntwoorden
      ? rekenUit(beeld, { uitleg: false, regeling: regeling.id }).uitkomsten.find(
          (u) => u.regeling === regeling.id,
        )
      : undefined
    return html`<li><a href="${adres(taal, 'regeling', { regeling: regeling.id })}"${attrs({ lang })}>${tekst.titel}</a>${uitkomst && html` <span class="vd-touched__state">${bedrag(spraak, uitkomst)}</span>`}</li>`
  })}</ul>
<p class="vd-actions"><a class="utrecht-button utrecht-button--secondary-action" href="${link}">${t(heeftAntwoorden ? 'gebeurtenis.regelingen.verder' : 'gebeurtenis.regelingen.knop')}</a></p></section>`
}

function meenemen({ context: { spraak, taal }, gebeurtenis, plan }: PlanBeeld): Html {
  const { t } = spraak
  const delen = { gebeurtenis: gebeurtenis.id }
  const heeftDagen = plan.stappen.some(({ termijn }) => termijn.tot ?? termijn.vanaf)
  return html`<section class="vd-box vd-screen-only" aria-labelledby="meenemen"><h2 class="vd-box__title" id="meenemen">${t('gebeurtenis.bewaar.titel')}</h2>
<ul class="vd-list">
<li><a href="${adres(taal, 'gebeurtenisPrint', delen)}">${t('gebeurtenis.bewaar.print')}</a></li>
${heeftDagen && html`<li><a href="${adres(taal, 'gebeurtenisAgenda', delen)}">${t('gebeurtenis.bewaar.agenda')}</a></li>`}
<li><a href="${adres(taal, 'gebeurtenisBewaar', delen)}">${t('gebeurtenis.bewaar.bestand')}</a></li>
</ul>
<p class="vd-calm vd-small">${t('gebeurtenis.bewaar.hoe')}</p></section>`
}
