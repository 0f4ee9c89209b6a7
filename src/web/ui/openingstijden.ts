import { type Openingstijd, WEEKDAGEN } from '../../corpus/index.ts'
import { type Html, html } from '../../platform/index.ts'
import type { Spraak } from './spraak.ts'

/** Days with the same hours stand together: «ma t/m do 09:00–12:30 en 13:00–17:00». A screen reader hears whole days. */
export function openingstijden(spraak: Spraak, tijden: readonly Openingstijd[]): Html {
  return html`<p class="vd-calm">${spraak.t('steun.open')} ${tijdregel(spraak, tijden)}</p>`
}

/** The same in one line, for a list. */
export function tijdregel({ t }: Spraak, tijden: readonly Openingstijd[]): string {
  const perDag = WEEKDAGEN.map((naam, i) => ({
    naam,
    uren: tijden
      .filter(({ weekdag }) => weekdag === i + 1)
      .map(({ vanMinuut, totMinuut }) => `${klok(vanMinuut)}–${klok(totMinuut)}`)
      .join(` ${t('algemeen.en')} `),
  }))
  const groepen: { eerste: string; laatste: string; uren: string }[] = []
  for (const { naam, uren } of perDag) {
    const vorige = groepen.at(-1)
    if (vorige?.uren === uren) vorige.laatste = naam
    else groepen.push({ eerste: naam, laatste: naam, uren })
  }
  return groepen
    .filter(({ uren }) => uren !== '')
    .map(({ eerste, laatste, uren }) => {
      const [van, tot] = [t(`afspraken.dag.${eerste}`), t(`afspraken.dag.${laatste}`)]
      return `${eerste === laatste ? van : t('steun.tot_en_met', { van, tot })} ${uren}`
    })
    .join('; ')
}

function klok(minuut: number): string {
  return `${String(Math.floor(minuut / 60)).padStart(2, '0')}:${String(minuut % 60).padStart(2, '0')}`
}
