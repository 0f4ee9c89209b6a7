/** Work for whoever runs a team: somebody was promised a call that nobody made. */
import type { Gemist, Gidsrij } from '../../../lijnen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { wanneer } from '../afspraken/kant.ts'
import { onderwerpnaam } from './bron.ts'

export function gemistvak(
  verzoek: Verzoek,
  gemist: readonly Gemist[],
  rijen: readonly Gidsrij[],
): Html | undefined {
  if (gemist.length === 0) return undefined
  const { context } = verzoek
  const { t } = context.spraak
  return html`<section class="vd-notice" aria-labelledby="gemist"><h2 id="gemist">${t('lijndienst.gemist.kop')}</h2><ul>${gemist.map(
    ({ team: id, vraag, gemistMs, nieuwMs }) => {
      const team = rijen.find((een) => een.team.id === id)?.team
      const op = (ms: number) => wanneer(context, new Date(ms), team?.rooster.zone ?? 'Europe/Amsterdam')
      const onderwerp = onderwerpnaam(verzoek, vraag.onderwerp).tekst
      return html`<li>${t('lijndienst.gemist.regel', { team: team?.naam ?? id, onderwerp, gemist: op(gemistMs), nieuw: op(nieuwMs) })}</li>`
    },
  )}</ul></section>`
}
