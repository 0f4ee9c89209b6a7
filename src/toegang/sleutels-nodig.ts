import type { BewijsLezer, Kid, Sleutelring } from '../audit/index.ts'
import type { KluisStore } from './kluis-store.ts'

export interface OntbrekendeSleutel {
  readonly kid: Kid
  readonly waarvoor: 'kluis' | 'bewijs'
}

/**
 * Keys that something in the database is sealed with and this ring does not have. Without one of the vault somebody
 * we know would be a stranger; without one of the evidence they could not read who saw their data.
 */
export async function ontbrekendeSleutels(
  {
    kluis,
    bewijsLezer,
  }: { readonly kluis: Pick<KluisStore, 'sleutels'>; readonly bewijsLezer: Pick<BewijsLezer, 'sleutels'> },
  ring: Pick<Sleutelring, 'heeft'>,
): Promise<readonly OntbrekendeSleutel[]> {
  const [vanKluis, vanBewijs] = await Promise.all([kluis.sleutels(), bewijsLezer.sleutels()])
  const mist = (waarvoor: OntbrekendeSleutel['waarvoor'], kids: readonly Kid[]) =>
    kids.filter((kid) => !ring.heeft(kid)).map((kid) => ({ kid, waarvoor }))
  return [...mist('kluis', vanKluis), ...mist('bewijs', vanBewijs)]
}
