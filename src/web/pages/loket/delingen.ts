/** What is shared with whom, what for, on which ground and until when. */
import {
  type Gelezen,
  UITNODIGING_DAGEN,
  type ZichtbareDeelnemer,
  type ZichtbareDeling,
} from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { ketenlink, verborgen } from './kader.ts'
import type { Ketenscherm } from './scherm.ts'
import { overDagen } from './vorm.ts'
import { kanVorm } from './vormen.ts'
import { deelnemernaam, geschreven, onderdeelnaam, totDag, vindDeelnemer, voorLezer } from './woorden.ts'

type Deling = ZichtbareDeling<Gelezen>
type Deelnemer = ZichtbareDeelnemer<Gelezen>

export function delingzin(scherm: Ketenscherm, { onderdeel, deelnemer }: Deling): string {
  const wie = vindDeelnemer(scherm, deelnemer)
  return scherm.verzoek.context.spraak.t('loket.deling.zin', {
    wat: onderdeelnaam(scherm, onderdeel),
    wie: wie === undefined ? '' : deelnemernaam(scherm, wie),
  })
}

/** Who takes part besides the one who owns the case, also when that was a participant before. */
export function anderen({ beeld }: Pick<Ketenscherm, 'beeld'>): Ketenscherm['beeld']['zicht']['deelnemers'] {
  const { deelnemers, regie } = beeld.zicht
  return deelnemers.filter(({ wie }) => wie.soort !== 'organisatie' || wie.organisatie !== regie.organisatie)
}

/** Per participant; what ended stays in sight, said as ended. */
export function delingenlijst(scherm: Ketenscherm): Html {
  const { context } = scherm.verzoek
  const { t } = context.spraak
  const { delingen } = scherm.beeld.zicht
  const rij = anderen(scherm)
  if (rij.length === 0) return html`<p>${t('loket.deling.niemand')}</p>`
  return html`<ul class="vd-plain vd-delen">${rij.map((een) => {
    const van = delingen.filter((deling) => deling.deelnemer === een.id && !isIngehaald(deling, delingen))
    return html`<li class="vd-delen__wie"><h3>${deelnemernaam(scherm, een)}</h3>
<p class="vd-calm vd-small">${t(voorLezer(scherm, `loket.rol.${een.rol}`))}${een.heeftGetekend !== undefined && html`. ${t(een.heeftGetekend ? 'loket.deling.getekend' : 'loket.deling.niet_getekend')}${een.ondertekenaar !== undefined && html`: ${een.ondertekenaar}`}`}</p>
${van.length === 0 && html`<p class="vd-small">${t('loket.deling.niets')}</p>`}
<ul class="vd-plain">${van.map((deling) => html`<li class="vd-delen__wat">${delingregel(scherm, deling)}</li>`)}</ul>
<p class="vd-small vd-no-print">${ketenlink(scherm, 'deel', een.id)} ${een.heeftGetekend !== undefined && ketenlink(scherm, 'uitnodigen', een.id, 'loket.vorm.uitnodigen.opnieuw')} ${ketenlink(scherm, 'deelnemer-weg', een.id)}</p>${nieuweCode(scherm, een)}</li>`
  })}</ul>`
}

/** The same item for the same purpose, given anew for longer: one line says until when. */
function isIngehaald(deling: Deling, alle: readonly Deling[]): boolean {
  return (
    deling.stand === 'geldt' &&
    alle.some(
      (een) =>
        een.stand === 'geldt' &&
        een.deelnemer === deling.deelnemer &&
        een.onderdeel === deling.onderdeel &&
        een.doel === deling.doel &&
        een.grond === deling.grond &&
        een.tot > deling.tot,
    )
  )
}

/** Whoever lost the way in gets a new code with one press; what they had opens nothing from then on. */
function nieuweCode(scherm: Ketenscherm, een: Deelnemer): Html | undefined {
  const { id, heeftGetekend } = een
  if (heeftGetekend !== true || !kanVorm(scherm, 'uitnodigen', id)) return undefined
  const { context } = scherm.verzoek
  const filter = { over: id }
  const actie = adres(context.taal, 'balieKetenDoe', {
    ...{ ketenzaak: scherm.ketenzaak, vorm: 'uitnodigen', filter },
  })
  return html`<form class="vd-no-print" method="post" action="${actie}">${verborgen(scherm, id)}<input type="hidden" name="kvk" value=""><input type="hidden" name="tot" value="${overDagen(scherm, UITNODIGING_DAGEN - 1)}">
<button class="vd-link-button vd-small" type="submit">${context.spraak.t('loket.vorm.uitnodigen.ineens')}<span class="vd-visually-hidden">: ${deelnemernaam(scherm, een)}</span></button></form>`
}

function delingregel(scherm: Ketenscherm, deling: Deling): Html {
  const { context } = scherm.verzoek
  const { t } = context.spraak
  const { id, stand, doel, grond, tot, bezwaar } = deling
  const waarom = t('loket.deling.waarom', {
    doel: t(`loket.doel.${doel}`),
    grond: t(voorLezer(scherm, `loket.grond.${grond}`)),
  })
  return html`<p><strong class="vd-zinkop">${onderdeelnaam(scherm, deling.onderdeel)}</strong>${stand !== 'geldt' && html` <span class="vd-badge vd-badge--rustig">${t(`loket.deling.stand.${stand}`)}</span>`}<br>
<span class="vd-small vd-calm">${waarom} ${stand === 'geldt' && t('loket.deling.tot', { dag: totDag(context, tot) })}</span></p>
${bezwaar && html`<p class="vd-small">${t(voorLezer(scherm, 'loket.deling.bezwaar'))} ${geschreven(context, bezwaar.reden)}${bezwaar.namens && html` <span class="vd-calm">(${t(`loket.ja.${bezwaar.namens}`)})</span>`}${bezwaar.uitkomst !== undefined && html`<br>${t(`loket.bezwaar.${bezwaar.uitkomst}`)}: ${geschreven(context, bezwaar.antwoord)}`}</p>`}
<p class="vd-small vd-no-print">${ketenlink(scherm, 'bezwaar', id)} ${ketenlink(scherm, 'bezwaar-namens', id)} ${ketenlink(scherm, 'bezwaar-beoordelen', id)} ${ketenlink(scherm, 'stop-delen', id)}</p>`
}
