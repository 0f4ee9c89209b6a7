/** From which state what can be done with a step; for the decision, and for the page that offers it. */
import { isAf, type Stapstand } from './begrippen.ts'
import type { Opdrachtsoort } from './opdracht.ts'

const vanuit = {
  'aanvaard-stap': ['gevraagd'],
  'weiger-stap': ['gevraagd', 'aanvaard', 'bezig'],
  'begin-stap': ['aanvaard'],
  'rond-stap-af': ['aanvaard', 'bezig'],
  'laat-stap-vervallen': ['gevraagd', 'aanvaard', 'geweigerd', 'bezig'],
  'vraag-opnieuw': ['geweigerd', 'klaar'],
} as const satisfies Partial<Readonly<Record<Opdrachtsoort, readonly Stapstand[]>>>

export type Staphandeling = keyof typeof vanuit

/**
 * `isGemeld`: the owner of the case writes it down for whoever does it. They do it or not, and may be heard of only when
 * it is done: nobody asks them to accept first.
 */
export function kanMetStap(
  handeling: Staphandeling,
  { stand, isGemeld }: { readonly stand: Stapstand; readonly isGemeld: boolean },
): boolean {
  if (isGemeld && handeling === 'rond-stap-af') return !isAf(stand) && stand !== 'geweigerd'
  const past: readonly Stapstand[] = vanuit[handeling]
  return past.includes(stand)
}
