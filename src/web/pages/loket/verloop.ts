/** What happened in a case, oldest last: each line a moment, who, and what. */
import type { Gebeurd } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Ketenscherm } from './scherm.ts'
import {
  dadernaam,
  deelnemernaam,
  onderdeelnaam,
  organisatienaam,
  stapnaam,
  tijdstip,
  vindDeelnemer,
} from './woorden.ts'

/** Named limit: so many lines stand open; of more the rest is one click away. */
const HOOGSTENS_OPEN = 12

export function verloopregel(scherm: Ketenscherm, een: Gebeurd): Html {
  const { op, soort, van, stand } = een
  const { context } = scherm.verzoek
  const { t } = context.spraak
  const wat = waarover(scherm, een)
  const hoe = stand === undefined ? t(`loket.verloop.${soort}`) : t(`loket.verloop.stap.${stand}`)
  return html`<span class="vd-calm vd-small">${tijdstip(context, op)}</span><br>${t('loket.verloop.regel', { wie: dadernaam(scherm, van), wat: hoe })}${wat !== undefined && html`: ${wat}`}`
}

/** Of what is shared what and with whom; of who signed their name; else the step or the participant itself. */
function waarover(scherm: Ketenscherm, { soort, over, met, aan }: Gebeurd): string | undefined {
  const { t } = scherm.verzoek.context.spraak
  const { stappen, onderdelen, delingen } = scherm.beeld.zicht
  if (aan !== undefined) return organisatienaam(scherm.verzoek, aan).tekst
  if (over === undefined) return undefined
  const deling = delingen.find(({ id }) => id === over)
  if (deling !== undefined) return gedeeldMet(scherm, deling.onderdeel, deling.deelnemer)
  if (met !== undefined) return gedeeldMet(scherm, over, met)
  if (stappen.some(({ stap }) => stap === over)) return stapnaam(scherm, over)
  if (onderdelen.some(({ id }) => id === over)) return onderdeelnaam(scherm, over)
  const deelnemer = vindDeelnemer(scherm, over)
  if (deelnemer === undefined) return undefined
  const wie = deelnemernaam(scherm, deelnemer)
  return soort === 'uitnodiging-gebruikt' && deelnemer.ondertekenaar !== undefined
    ? t('loket.verloop.getekend', { wie, naam: deelnemer.ondertekenaar })
    : wie
}

function gedeeldMet(scherm: Ketenscherm, onderdeel: string, wie: string): string {
  const deelnemer = vindDeelnemer(scherm, wie)
  const wat = onderdeelnaam(scherm, onderdeel)
  if (deelnemer === undefined) return wat
  return scherm.verzoek.context.spraak.t('loket.verloop.met', { wat, wie: deelnemernaam(scherm, deelnemer) })
}

export function verlooplijst(scherm: Ketenscherm): Html | undefined {
  const { t } = scherm.verzoek.context.spraak
  const { verloop } = scherm.beeld
  if (verloop.length === 0) return undefined
  const regels = verloop.toReversed()
  const lijst = (deel: readonly Gebeurd[]) =>
    html`<ol class="vd-plain vd-verloop">${deel.map((een) => html`<li>${verloopregel(scherm, een)}</li>`)}</ol>`
  return html`<details class="vd-details vd-fold" id="verloop"><summary>${t('loket.verloop.titel', { n: regels.length })}</summary><div>${lijst(regels.slice(0, HOOGSTENS_OPEN))}
${regels.length > HOOGSTENS_OPEN && html`<details class="vd-details"><summary>${t('loket.verloop.eerder', { n: regels.length - HOOGSTENS_OPEN })}</summary><div>${lijst(regels.slice(HOOGSTENS_OPEN))}</div></details>`}</div></details>`
}
