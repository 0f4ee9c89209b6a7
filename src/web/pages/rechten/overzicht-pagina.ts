import type { Antwoord, Uitkomst } from '../../../engine/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import {
  type Groep,
  HOOGSTENS_VERSCHIL,
  type Overzicht,
  zegbaar,
  zegbareGrenzen,
} from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Beeld } from './beeld.ts'
import { inkomensfiguur, maandfiguur } from './figuren.ts'
import { kaart } from './kaart.ts'
import { VEEL_VRAGEN } from './stand.ts'
import { watAlsVak } from './wat-als-vak.ts'
import { aannames } from './zinnen.ts'

/** More than these wait behind one line: who looks for what they get need not pass them all. */
const HOOGSTENS_NIET_NU = 3

export interface OverzichtBeeld {
  readonly context: Context
  readonly beeld: Beeld
  readonly antwoord: Antwoord
  readonly overzicht: Overzicht
  readonly nogVragen: number
}

export function overzichtPagina(delen: OverzichtBeeld): string {
  const { t } = delen.context.spraak
  return pagina(delen.context, {
    stijl: ['rechten.css', 'regeling.css', 'figuur.css'],
    titel: t('overzicht.titel'),
    actief: 'rechten',
    inhoud: inhoud(delen),
    zijkant: zijkant(delen),
  })
}

function inhoud(delen: OverzichtBeeld): Html {
  const { context, overzicht, nogVragen, beeld } = delen
  const { spraak, taal } = context
  const { t } = spraak
  return html`<h1>${t('overzicht.titel')}</h1>
<p class="vd-lead">${t('overzicht.inleiding')} ${watNogKan(delen)}</p>
${nogVragen > 0 && html`<p class="vd-actions"><a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'vraag')}">${t('overzicht.verder')}</a></p>`}
${samenvatting(delen)}
${(['zeker', 'mogelijk', 'vraag-na'] as const).map((groep) => sectie(delen, groep, overzicht.groepen[groep]))}
${maandfiguur({ spraak, beeld, antwoord: delen.antwoord })}
${inkomensfiguur({ spraak, beeld, antwoord: delen.antwoord })}
${sectie(delen, 'niet-nu', overzicht.groepen['niet-nu'])}
${gaanUitVan(delen)}
<p class="vd-calm vd-small">${t('overzicht.datum', { datum: spraak.datum(beeld.datum) })} ${t('overzicht.beslist')}</p>`
}

/** Whether an answer can still change something: an open question, or one the visitor did not know. */
function watNogKan({ context: { spraak, taal }, beeld, nogVragen }: OverzichtBeeld): Html {
  const { t } = spraak
  if (nogVragen > VEEL_VRAGEN) return html`${t('overzicht.inleiding_veel')}`
  if (nogVragen > 0) return html`${t('overzicht.inleiding_open', { n: nogVragen })}`
  const n = beeld.antwoorden.onbekend.length
  if (n === 0) return html`${t('overzicht.inleiding_klaar')}`
  return html`${t('overzicht.inleiding_weet_niet', { n })} <a href="${adres(taal, 'antwoorden')}">${t('overzicht.antwoorden')}</a>`
}

function samenvatting({ context, overzicht, nogVragen }: OverzichtBeeld): Html {
  const { spraak } = context
  const { t } = spraak
  const { totaal, groepen } = overzicht
  const geld = (cents: number): string => spraak.geld(Math.floor(cents / 100) * 100, totaal.valuta)
  const hoe = zegbaar(totaal)
  // What is certain stands beside it: «at least» has news only when it is more than that.
  const open =
    hoe === 'tussen'
      ? ([`${geld(totaal.van)} – ${geld(totaal.tot)}`, t('overzicht.totaal.tussen')] as const)
      : hoe === 'vanaf' && totaal.van > totaal.zeker
        ? ([t('overzicht.kaart.vanaf', { bedrag: geld(totaal.van) }), t('overzicht.totaal.tussen')] as const)
        : ([t('overzicht.totaal.te_vroeg'), t('overzicht.totaal.te_vroeg_wat')] as const)
  const vakken: readonly (readonly [string, string, string])[] = [
    ['zeker', geld(totaal.zeker), t('overzicht.totaal.zeker')],
    ...(totaal.tot > totaal.van ? [['tussen', ...open] as const] : []),
    ...(groepen['vraag-na'].length > 0
      ? ([
          [
            'vraag-na',
            spraak.getal(groepen['vraag-na'].length),
            t('overzicht.totaal.vraag_na', { n: groepen['vraag-na'].length }),
          ],
        ] as const)
      : []),
  ]
  return html`<section aria-label="${t('overzicht.totaal.naam')}"><ul class="vd-figures">
${vakken.map(([soort, getal, tekst]) => html`<li class="vd-figure vd-figure--${soort}"><strong>${getal}</strong> <span>${tekst}</span></li>`)}
</ul>
${hoe !== 'tussen' && html`<p class="vd-calm vd-small vd-figures__note">${t('overzicht.totaal.schelen', { grens: geld(HOOGSTENS_VERSCHIL) })}${nogVragen > 0 && ` ${t('overzicht.totaal.schelen_vraag')}`}</p>`}
${totaal.zonderGrens > 0 && html`<p class="vd-calm vd-small vd-figures__note">${t('overzicht.totaal.zonder_grens', { n: totaal.zonderGrens })}</p>`}
</section>`
}

function sectie(
  { context, beeld }: OverzichtBeeld,
  groep: Groep,
  uitkomsten: readonly Uitkomst[],
): Html | undefined {
  const { spraak } = context
  const { t } = spraak
  if (uitkomsten.length === 0) {
    if (groep !== 'zeker') return undefined
    return html`<section class="vd-section" id="${groep}"><h2>${t('overzicht.groep.zeker')}</h2><p>${t('overzicht.groep.zeker_leeg')}</p></section>`
  }
  const hoogste = Math.max(
    1,
    ...uitkomsten.map(({ grenzen }) => (grenzen && zegbareGrenzen(grenzen) === 'tussen' && grenzen.tot) || 0),
  )
  const kaarten = uitkomsten.map((uitkomst) => {
    const regeling = beeld.regelingen.get(uitkomst.regeling)
    return regeling && kaart({ spraak, beeld, uitkomst, regeling, hoogste })
  })
  const kale = html`<ul class="vd-rights">${kaarten}</ul>`
  const lijst =
    groep === 'niet-nu' && uitkomsten.length > HOOGSTENS_NIET_NU
      ? html`<details class="vd-details vd-fold"><summary>${t('overzicht.groep.niet-nu_toon', { n: uitkomsten.length })}</summary><div>${kale}</div></details>`
      : kale
  const uitleg =
    groep === 'vraag-na' || groep === 'niet-nu'
      ? html`<p>${t(`overzicht.groep.${groep}_uitleg`)}</p>`
      : undefined
  return html`<section class="vd-section" id="${groep}"><h2>${t(`overzicht.groep.${groep}`)} <span class="vd-count">${uitkomsten.length}</span></h2>${uitleg}${lijst}</section>`
}

/** What was not asked because it is nearly always so; each can be changed. */
function gaanUitVan({ context, beeld, overzicht }: OverzichtBeeld): Html | undefined {
  const { spraak } = context
  const alle = Object.values(overzicht.groepen).flat()
  const regels = [...new Set(alle.flatMap((uitkomst) => aannames(spraak, beeld, uitkomst)))]
  if (regels.length === 0) return undefined
  return html`<section class="vd-section" id="aannames"><h2>${spraak.t('overzicht.aannames.titel')}</h2>
<p>${spraak.t('overzicht.aannames.uitleg')}</p>
<details class="vd-details vd-fold"><summary>${spraak.t('overzicht.aannames.toon', { n: regels.length })}</summary><div><ul class="vd-list">${regels.map((regel) => html`<li>${regel}</li>`)}</ul></div></details>
<p><a href="${adres(spraak.taal, 'antwoorden', { anker: 'aannames' })}">${spraak.t('overzicht.aannames.wijzig')}</a></p></section>`
}

function zijkant({ context, beeld }: OverzichtBeeld): Html {
  const { t } = context.spraak
  return html`<nav class="vd-box vd-screen-only" aria-label="${t('overzicht.antwoorden')}">
<p><a href="${adres(context.taal, 'antwoorden')}">${t('overzicht.antwoorden')}</a></p>
<p><a href="${adres(context.taal, 'print')}">${t('overzicht.print')}</a></p>
</nav>
${context.kanInloggen && volgvak(context)}
${watAlsVak(context, beeld.antwoorden)}`
}

/** The rights of today; for who wants to hear of those of tomorrow. */
function volgvak({ taal, spraak: { t } }: Context): Html {
  return html`<section class="vd-box vd-screen-only" aria-labelledby="volgen"><h2 class="vd-box__title" id="volgen">${t('volgen.titel')}</h2><p>${t('volgen.vak')}</p>
<p><a href="${adres(taal, 'volgen')}">${t('volgen.meer')}</a></p></section>`
}
