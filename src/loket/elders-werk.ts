/** What lies with an organisation in chain cases at other installations, and what somebody did there that failed. */
import type { EldersStore } from './elders-store.ts'
import type { Loketvrager, Werkregel } from './loket.ts'
import { magVan, type Toegangsdelen } from './vrager.ts'

export async function werkElders(
  delen: Toegangsdelen & { readonly store: Pick<EldersStore, 'lijst' | 'mislukt'> },
  vrager: Loketvrager,
): Promise<readonly Werkregel[]> {
  const { subject } = vrager
  if (subject.soort !== 'medewerker') return []
  const { soort, organisatie, medewerker } = subject
  if (!magVan(delen, vrager, 'bekijken', { deelnemers: [organisatie], organisatie })) return []
  const lezer = { soort, organisatie, medewerker }
  const rijen = await delen.store.lijst(lezer)
  const mislukt = await delen.store.mislukt(lezer)
  return [
    ...mislukt.map(({ ketenzaak, nummer, bij, uitkomst }) => ({
      ...({ ketenzaak, nummer, soort: 'mislukt', stand: uitkomst, elders: bij } as const),
    })),
    ...rijen.flatMap(({ regels, bij }) => regels.map((regel) => ({ ...regel, elders: bij }))),
  ]
}

export function opTermijn(een: Werkregel, ander: Werkregel): number {
  return (een.termijn ?? '9999').localeCompare(ander.termijn ?? '9999')
}
