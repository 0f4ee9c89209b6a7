/** From a step to what colleagues wrote about its schemes and its life event. */
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import type { Verzoek } from '../../verzoek.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { bladadres } from '../kennis/bron.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import { inTaal } from './woorden.ts'

/** Named limit: a step that touches more schemes names so many; the sheet of its life event names the rest. */
const HOOGSTENS = 3

/** Beside what somebody is filling in: the sheet opens in a window of its own. */
export function kennislinks(
  verzoek: Verzoek,
  { gebeurtenis, stap }: { readonly gebeurtenis: string; readonly stap?: string },
): Html | undefined {
  const { context, beeld } = verzoek
  const { t } = context.spraak
  const bron = beeld.gebeurtenissen.get(gebeurtenis)
  if (bron === undefined) return undefined
  const regelingen = bron.stappen.find(({ id }) => id === stap)?.regelingen ?? []
  const links = regelingen.slice(0, HOOGSTENS).flatMap((id) => {
    const regeling = beeld.regelingen.get(id)
    if (regeling === undefined) return []
    const { tekst, lang } = regelingtekst(context.spraak, regeling)
    return [
      link(
        context,
        bladadres(context, { soort: 'regeling', id }),
        html`<span${attrs({ lang })}>${tekst.titel}</span>`,
      ),
    ]
  })
  const over = link(
    context,
    bladadres(context, { soort: 'gebeurtenis', id: gebeurtenis }),
    inTaal(woorden(context.spraak, bron.titel)),
  )
  return html`<span class="vd-small">${t('loket.kennis')} ${[...links, over].map((een, i) => html`${i > 0 && ', '}${een}`)}</span>`
}

function link({ spraak }: Context, href: string, tekst: Html): Html {
  return html`<a href="${href}" target="_blank" rel="noopener">${tekst}${ernaast(spraak)}</a>`
}

/** A link that opens beside the page says so to who listens, and shows it with a sign to who looks. */
export function ernaast({ t }: Context['spraak']): Html {
  return html`<span class="vd-visually-hidden"> ${t('loket.voorstel.ernaast')}</span><span aria-hidden="true"> ↗</span>`
}
