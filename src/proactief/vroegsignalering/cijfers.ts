/** What is shown of how early signalling goes: numbers about nobody, and no small ones. Pure. */
import { type Telbaar, type Telling, telbaar } from './hulpaanbod-store.ts'
import { type Achterstandsoort, soortnamen } from './regels.ts'

/** Named limit: a number below this is shown as «minder dan 10»: behind a small number stand people one may know. */
export const kleinsteGetal = 10

/** `klein`: fewer than ten, none included. */
export type Cijfer = number | 'klein'

export interface Cijferregel {
  readonly soort: Achterstandsoort | 'alles'
  readonly cijfers: Readonly<Record<Telbaar, Cijfer>>
}

/**
 * One line for each kind of creditor, and one for all. Where one part is small the total tells it to who subtracts, so
 * that the total of that column is then hidden too, unless two or more parts are.
 */
export function cijfersVan(tellingen: readonly Telling[]): readonly Cijferregel[] {
  const som = (soort: Achterstandsoort, wat: Telbaar) =>
    tellingen.filter((een) => een.soort === soort && een.wat === wat).reduce((a, { aantal }) => a + aantal, 0)
  const klein = (aantal: number): Cijfer => (aantal < kleinsteGetal ? 'klein' : aantal)
  const perSoort = soortnamen.map((soort) => ({
    soort,
    cijfers: regel((wat) => klein(som(soort, wat))),
  }))
  const alles = regel((wat) => {
    const delen = soortnamen.map((soort) => som(soort, wat))
    const verborgen = delen.filter((een) => een < kleinsteGetal)
    return verborgen.length === 1 ? 'klein' : klein(delen.reduce((a, b) => a + b, 0))
  })
  return [...perSoort, { soort: 'alles', cijfers: alles }]
}

function regel(van: (wat: Telbaar) => Cijfer): Readonly<Record<Telbaar, Cijfer>> {
  // Every key of the list that the type is made of.
  return Object.fromEntries(telbaar.map((wat) => [wat, van(wat)])) as Record<Telbaar, Cijfer>
}
