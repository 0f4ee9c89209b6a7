/** Where a page says what changed since it was opened; the script listens, and without it this is nothing. */
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Ketenscherm } from './scherm.ts'
import { dadernaam } from './woorden.ts'

/** A live region from the beginning, so that it is read out when something comes in it. */
export function levendvak(scherm: Ketenscherm): Html {
  const { kant, ketenzaak, beeld, verzoek } = scherm
  const { t } = verzoek.context.spraak
  const iets = t('loket.levend.iets')
  return html`<div class="vd-levend vd-screen-only" role="status"${attrs({ 'data-verrijk': 'levend', 'data-kant': kant, 'data-soort': 'ketenzaak', 'data-id': ketenzaak, 'data-nr': beeld.zicht.nr, 'data-iets': iets, 'data-nieuws': nieuws(scherm) ?? iets })}></div>`
}

/** Who did the last thing, and what; of who sees a part of the case only that something did. */
function nieuws(scherm: Ketenscherm): string | undefined {
  const laatste = scherm.beeld.verloop.at(-1)
  const { t } = scherm.verzoek.context.spraak
  return (
    laatste &&
    t('loket.levend.door', { wie: dadernaam(scherm, laatste.van), wat: t(`loket.verloop.${laatste.soort}`) })
  )
}

export const levendscript = ['levend.js']
