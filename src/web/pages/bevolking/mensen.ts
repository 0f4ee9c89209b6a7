/** Who the made-up people of a calculation are: after which counts, of when, and what is assumed of them. */
import { type Html, html } from '../../../platform/index.ts'
import { HUISHOUDENS, marges, TELLING } from '../../../proactief/index.ts'
import type { Context } from '../../ui/context.ts'
import type { Maat } from '../../ui/figuur/figuur.ts'

/** Where on the page it is told; pictures lead there. */
const PLEK = 'mensen'

/** @param ook of this page alone, each with its source. */
export function mensenvak(
  { spraak }: Context,
  ook: readonly { readonly naam: string; readonly bron: string }[] = [],
): Html {
  const { t, datum, getal } = spraak
  const { later, ...telling } = TELLING
  const alle = marges()
  const aangenomen = alle.filter(({ zekerheid }) => zekerheid === 'aangenomen')
  const geteld = alle.filter(({ zekerheid }) => zekerheid === 'vastgesteld')
  return html`<section class="vd-section" id="${PLEK}"><h2>${t('bevolking.titel')}</h2>
<p>${t('bevolking.wat', { datum: datum(telling.datum), mensen: getal(telling.mensen) })} ${t(
    'bevolking.huishoudens',
    {
      huishoudens: getal(telling.huishoudens),
      instelling: getal(telling.instelling),
      samen: getal(HUISHOUDENS),
    },
  )}</p>
<p>${t('bevolking.later', { datum: datum(later.datum), mensen: getal(later.mensen) })} ${t('bevolking.loting')}</p>
<h3>${t('bevolking.aangenomen')}</h3><p>${t('bevolking.aangenomen_uitleg')}</p>
<ul class="vd-list">${aangenomen.map(({ naam }) => html`<li>${t(`bevolking.marge.${naam}`)}</li>`)}${ook.map(({ naam, bron }) => html`<li>${naam}: ${bron}</li>`)}</ul>
<details class="vd-details"><summary>${t('bevolking.geteld')}</summary><div><p>${t('bevolking.geteld_uitleg')}</p>
<ul class="vd-list">${geteld.map(({ naam, bron }) => html`<li>${t(`bevolking.marge.${naam}`)}: <span lang="nl">${bron}</span></li>`)}</ul></div></details></section>`
}

/** On the picture itself: who takes it elsewhere takes this along. @param metSter some of its groups have a star. */
export function beeldmerk({ spraak }: Context, maat: Pick<Maat, 'naam'>, metSter = false): string {
  const { datum } = TELLING
  return spraak.t(`bevolking.beeld.${maat.naam}${metSter ? '_ster' : ''}`, {
    datum: spraak.datum(datum),
    jaar: datum.slice(0, 4),
  })
}

/** Below the picture. */
export function beeldvoet({ spraak }: Context): Html {
  return html`<p class="vd-calm vd-small">${spraak.t('bevolking.beeld.welke')} <a href="#${PLEK}">${spraak.t('bevolking.beeld.alles')}</a></p>`
}
