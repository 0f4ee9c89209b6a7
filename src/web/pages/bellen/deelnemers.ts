import type { Deelnemer, InGesprek } from '../../../lijnen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { organisatienaam } from '../loket/woorden.ts'
import { hoofdletter } from '../rechten/vraagtekst.ts'

/** As everybody in the call sees somebody: their name and organisation, or as what they take part. */
export function deelnemernaam(verzoek: Verzoek, { partij }: Deelnemer): string {
  const { t } = verzoek.context.spraak
  if (partij.soort === 'gast') return t(`bellen.als.${partij.als}`)
  if (partij.soort === 'telefoon') return t('bellen.telefoon.wie', { wie: t(`bellen.als.${partij.als}`) })
  const organisatie = organisatienaam(verzoek, partij.organisatie).tekst
  return partij.naam === undefined ? organisatie : `${partij.naam}, ${organisatie}`
}

/** With `actie`: of a professional, who can let go a telephone or a guest, and withdraw a code that nobody used. */
export function deelnemerlijst(
  verzoek: Verzoek,
  { gesprek, deelnemer: eigen }: InGesprek,
  actie?: string,
): Html {
  const { t } = verzoek.context.spraak
  return html`<ul class="vd-rows">${gesprek.deelnemers.map((een) => {
    const naam = hoofdletter(deelnemernaam(verzoek, een))
    const bij = [
      t(`bellen.stand.${standwoord(een)}`),
      ...(een.stand === 'in-gesprek' && een.isGedempt ? [t('bellen.stand.gedempt')] : []),
      ...(een.stand === 'in-gesprek' && een.staatInWacht ? [t('bellen.stand.wacht')] : []),
    ]
    // By its id a button in it keeps the focus when the list is put in anew: each guest has the same one.
    return html`<li class="vd-row vd-deelnemer"${attrs({ id: `deelnemer-${een.id}`, 'data-deelnemer': een.id, 'data-naam': naam })}><span>${naam}${een.id === eigen && ` (${t('bellen.u')})`}</span><span class="vd-calm">${bij.join(', ')}</span>${actie !== undefined && laatLos(verzoek, een, actie)}</li>`
  })}</ul>`
}

/** A code rings nowhere: somebody has it and is not in yet, it was withdrawn, or nobody used it in time. */
function standwoord({ partij, stand }: Deelnemer): string {
  if (partij.soort !== 'gast' || partij.isBinnen) return stand
  return stand === 'weggehaald' ? 'ingetrokken' : stand === 'niet-opgenomen' ? 'niet-gebruikt' : 'nog-niet'
}

function laatLos(verzoek: Verzoek, een: Deelnemer, actie: string): Html | undefined {
  const { id, partij, stand } = een
  if (partij.soort === 'medewerker' || (stand !== 'gaat-over' && stand !== 'in-gesprek')) return undefined
  const wat =
    partij.soort === 'telefoon'
      ? 'telefoon.laat_los'
      : stand === 'gaat-over'
        ? 'gast.trek_in'
        : 'gast.haal_weg'
  return html`<form method="post" action="${actie}" data-terplekke><input type="hidden" name="deelnemer" value="${id}">
<button class="utrecht-button utrecht-button--subtle" type="submit" name="doe" value="haal-weg">${verzoek.context.spraak.t(`bellen.${wat}`)}<span class="vd-visually-hidden">: ${deelnemernaam(verzoek, een)}</span></button></form>`
}

/** Who is in it already, while it rings. */
export function wieBelt(verzoek: Verzoek, deelnemers: InGesprek['gesprek']['deelnemers']): string {
  return deelnemers
    .filter(({ stand }) => stand === 'in-gesprek')
    .map((een) => deelnemernaam(verzoek, een))
    .join('; ')
}
