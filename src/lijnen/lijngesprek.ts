/** What a call that came of a line is about: the subject for whoever is in it, the case for who may see that. */
import type { OrganisatieId } from '../domain/index.ts'
import type { Oproep } from './dienst-store.ts'
import type { Belwerker } from './gesprekken.ts'
import type { Lijnonderwerp } from './lijnteam.ts'

export interface Lijngesprek {
  readonly onderwerp: Lijnonderwerp
  /** The case of whoever called; only for who may see it. */
  readonly ketenzaak?: string
  /** It is about a chain case of this organisation, which the reader may not see. */
  readonly zaakVan?: OrganisatieId
}

/** `undefined`: it came of no line. */
export async function lijngesprekVan(
  oproep: Oproep | undefined,
  wie: Pick<Belwerker, 'magZaak'>,
): Promise<Lijngesprek | undefined> {
  if (oproep === undefined) return undefined
  const { onderwerp, ketenzaak, organisatie } = oproep
  if (ketenzaak === undefined) return { onderwerp }
  return (await wie.magZaak(ketenzaak)) ? { onderwerp, ketenzaak } : { onderwerp, zaakVan: organisatie }
}
