import type { Deelnemer, InGesprek } from '../../../lijnen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { organisatienaam } from '../loket/woorden.ts'

/** As everybody in the call sees somebody: their name and organisation, or as what they take part. */
export function deelnemernaam(verzoek: Verzoek, { partij }: Deelnemer): string {
  const { t } = verzoek.context.spraak
  if (partij.soort === 'gast') return t(`bellen.als.${partij.als}`)
  const organisatie = organisatienaam(verzoek, partij.organisatie).tekst
  return partij.naam === undefined ? organisatie : `${partij.naam}, ${organisatie}`
}

export function deelnemerlijst(verzoek: Verzoek, { gesprek, deelnemer: eigen }: InGesprek): Html {
  const { t } = verzoek.context.spraak
  return html`<ul class="vd-rows">${gesprek.deelnemers.map((een) => {
    const bij = [
      t(`bellen.stand.${een.stand}`),
      ...(een.stand === 'in-gesprek' && een.isGedempt ? [t('bellen.stand.gedempt')] : []),
      ...(een.stand === 'in-gesprek' && een.staatInWacht ? [t('bellen.stand.wacht')] : []),
    ]
    return html`<li class="vd-row"><span>${deelnemernaam(verzoek, een)}${een.id === eigen && ` (${t('bellen.u')})`}</span><span class="vd-calm">${bij.join(', ')}</span></li>`
  })}</ul>`
}

/** Who is in it already, while it rings. */
export function wieBelt(verzoek: Verzoek, deelnemers: InGesprek['gesprek']['deelnemers']): string {
  return deelnemers
    .filter(({ stand }) => stand === 'in-gesprek')
    .map((een) => deelnemernaam(verzoek, een))
    .join('; ')
}
