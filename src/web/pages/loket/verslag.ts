/** What came of a call, as anybody reads it who was in it or sees the case: question, answer, agreed, who does what by when. */
import type { Gelezen, Gespreksverslag, Stapeigenaar } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { geschreven } from './woorden.ts'

export interface Verslag extends Gespreksverslag<Gelezen> {
  readonly vraag: Gelezen
}

/** Labels in the language of the reader; the words as somebody wrote them. */
export function verslagdelen(
  context: Context,
  { vraag, antwoord, acties, ...rest }: Verslag,
  naamVan: (wie: Stapeigenaar) => string,
): Html {
  const { t, datum } = context.spraak
  const regel = (sleutel: string, tekst: Gelezen) =>
    html`<dt>${t(`loket.verslag.${sleutel}`)}</dt><dd>${geschreven(context, tekst)}</dd>`
  return html`<dl class="vd-verslag">${regel('vraag', vraag)}${regel('antwoord', antwoord)}
${'afgesproken' in rest && regel('afgesproken', rest.afgesproken)}
${
  acties.length > 0 &&
  html`<dt>${t('loket.verslag.acties')}</dt><dd><ul class="vd-list">${acties.map(
    ({ wie, wat, termijn }) =>
      html`<li><strong>${naamVan(wie)}</strong>: ${geschreven(context, wat)} <span class="vd-whole">${t('loket.verslag.uiterlijk', { dag: datum(termijn) })}</span></li>`,
  )}</ul></dd>`
}</dl>`
}
