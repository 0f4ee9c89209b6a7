/** What was done, where it is now, and what is expected: three kinds that differ in shape and in words. */
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Zaakverhaal } from '../../../zaken/index.ts'
import type { Scherm } from './scherm.ts'
import { dagMetSoort, zin } from './woorden.ts'

export function tijdlijn(scherm: Scherm, { zaak, tijdlijn: stappen, daarna, ontbreekt }: Zaakverhaal): Html {
  const { spraak, taal } = scherm.context
  const { t, datum } = spraak
  const isOpen = zaak.einde === undefined
  const lang = taal === 'nl' ? undefined : 'nl'
  const eersteDag = stappen[0]?.op
  const stap = ({ op, wat, toelichting }: Zaakverhaal['tijdlijn'][number], i: number): Html => {
    const isNu = isOpen && i === stappen.length - 1
    return html`<li class="vd-lijn__stap vd-lijn__stap--${isNu ? 'nu' : 'gedaan'}"${attrs({ 'aria-current': isNu ? 'step' : undefined })}>
<p class="vd-lijn__dag">${isNu && html`<strong>${t('zaken.tijdlijn.nu')}</strong> `}${datum(op)}</p><p>${zin(scherm, wat)}</p>
${toelichting !== undefined && html`<p><q${attrs({ lang })}>${toelichting}</q> <span class="vd-calm vd-small">${t('zaken.eigen_woorden')}</span></p>`}</li>`
  }
  return html`<section class="vd-section" aria-labelledby="tijdlijn"><h2 id="tijdlijn">${t('zaken.tijdlijn.titel')}</h2>
${ontbreekt.includes('tijdlijn') && html`<p class="vd-notice">${t('zaken.tijdlijn.ontbreekt')}</p>`}
<ol class="vd-lijn">
${eersteDag !== zaak.start && html`<li class="vd-lijn__stap vd-lijn__stap--gedaan"><p class="vd-lijn__dag">${datum(zaak.start)}</p><p>${t('zaken.tijdlijn.begin')}</p></li>`}
${stappen.map(stap)}
${zaak.einde !== undefined && html`<li class="vd-lijn__stap vd-lijn__stap--gedaan"><p class="vd-lijn__dag">${datum(zaak.einde)}</p><p>${t('zaken.tijdlijn.einde')}</p></li>`}
${isOpen && daarna.map((wat) => html`<li class="vd-lijn__stap vd-lijn__stap--straks"><p class="vd-lijn__dag">${t('zaken.tijdlijn.straks')}</p><p>${zin(scherm, wat)}</p></li>`)}
${isOpen && zaak.verwacht.filter((een) => een.datum >= scherm.vandaag).map((een) => html`<li class="vd-lijn__stap vd-lijn__stap--straks"><p class="vd-lijn__dag">${t('zaken.tijdlijn.verwacht')}</p><p>${dagMetSoort(scherm, een, zaak)}</p></li>`)}
</ol></section>`
}
