/** For tests of pages behind a login: mandates by code, of which there are none. */
import type { Aanbiedingen } from '../toegang/index.ts'

export const geenAanbiedingen: Aanbiedingen = {
  toets: async () => [],
  maak: async () => ({ status: 'ongeldig', fouten: [] }),
  alle: async () => [],
  trekIn: async () => false,
  bekijk: async () => ({ status: 'onbekend' }),
  neemAan: async () => ({ status: 'onbekend' }),
  weiger: async () => ({ status: 'onbekend' }),
  sluitVerlopen: async () => 0,
}
