/** What happened in a case, oldest last: each line a moment, who, and what. */
import type { Gebeurd } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Ketenscherm } from './scherm.ts'
import { dadernaam, deelnemernaam, stapnaam, tijdstip, vindDeelnemer } from './woorden.ts'

/** Named limit: so many lines stand open; of more the rest is one click away. */
const HOOGSTENS_OPEN = 12

export function verloopregel(scherm: Ketenscherm, { op, soort, van, over }: Gebeurd): Html {
  const { context } = scherm.verzoek
  const { t } = context.spraak
  const wat = over === undefined ? undefined : waarover(scherm, over)
  return html`<span class="vd-calm vd-small">${tijdstip(context, op)}</span><br>${t('loket.verloop.regel', { wie: dadernaam(scherm, van), wat: t(`loket.verloop.${soort}`) })}${wat !== undefined && html`: ${wat}`}`
}

function waarover(scherm: Ketenscherm, over: string): string | undefined {
  if (scherm.beeld.zicht.stappen.some(({ stap }) => stap === over)) return stapnaam(scherm, over)
  const deelnemer = vindDeelnemer(scherm, over)
  return deelnemer && deelnemernaam(scherm, deelnemer)
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
