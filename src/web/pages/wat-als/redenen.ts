import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Regelverschil } from '../../../rechten/index.ts'
import type { Spraak } from '../../ui/spraak.ts'
import type { Beeld } from '../rechten/beeld.ts'
import { waardetekst } from '../rechten/waarde.ts'
import { afstandzin, isDatum, regelingtekst, voorwaardetekst } from '../rechten/zinnen.ts'

/** Why a scheme changes: the conditions that turn; when none does, the amounts nearest to what was changed. */
export function redenen(spraak: Spraak, dan: Beeld, regel: Regelverschil): Html | undefined {
  const { t } = spraak
  const info = dan.regelingen.get(regel.regeling)
  if (!info) return html`<p>${t('wat-als.reden.niet_hier')}</p>`
  const { tekst, lang } = regelingtekst(spraak, info)
  // What is not asked any more turned to «unknown» because another condition fails already.
  const gevolg = regel.voorwaarden.filter(
    (v) => v.dan.voldaan !== 'onbekend' || regel.dan?.recht === 'onbekend',
  )
  // Of conditions that fail the first is the cause: after it the amount is nothing, and later ones fail with it.
  const oorzaken = gevolg.slice(0, gevolg[0]?.dan.voldaan === 'nee' ? 1 : 2)
  const regels = [
    ...oorzaken.map(({ naam, dan: v }) => {
      // An amount that changed says more than a distance to a limit.
      const toont = v.voldaan === 'nee' && regel.stappen.length === 0 && !isDatum(v.afstand?.gemeten)
      const afstand = toont ? afstandzin(spraak, dan, v) : undefined
      return html`<li>${t(`wat-als.reden.${v.voldaan}`)} <span${attrs({ lang })}>${voorwaardetekst(tekst, naam)}</span> ${afstand}</li>`
    }),
    // What a step does is written by the authors of the scheme, in Dutch.
    ...regel.stappen.map(({ stap, nu }) => {
      const van = waardetekst(spraak, nu, stap.eenheid)
      const naar = waardetekst(spraak, stap.waarde, stap.eenheid)
      return html`<li><span lang="nl">${stap.uitleg || stap.naam.replaceAll('_', ' ')}</span> ${t('wat-als.reden.stap', { van, naar })}</li>`
    }),
  ]
  return regels.length === 0 ? undefined : html`<ul class="vd-list vd-wissel__redenen">${regels}</ul>`
}
