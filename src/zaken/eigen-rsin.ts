import type { Aansluitfout, Aansluiting } from './aansluiting.ts'
import type { BronId } from './zaakgegevens.ts'

/** The first is its own; the others are of organisations that it keeps cases for. */
export const eigenRsin = ({ rsins }: Pick<Aansluiting, 'rsins'>): string | undefined => rsins[0]

/**
 * Whose case it is that came over `van`: its own, unless it says itself that it works for others too. What another
 * connection claims changes nothing about it, and one that residents see nothing of lends nobody its name.
 */
export function organisatieBij(
  van: Pick<Aansluiting, 'organisatie' | 'rsins'>,
  rsin: string,
  anderen: readonly Pick<Aansluiting, 'organisatie' | 'rsins' | 'stand'>[],
): BronId {
  if (rsin === eigenRsin(van) || !van.rsins.includes(rsin)) return van.organisatie
  const ander = anderen.find((een) => een.stand === 'aan' && eigenRsin(een) === rsin)
  return ander?.organisatie ?? van.organisatie
}

/** Two organisations never have one RSIN. One that stood there twice already keeps nobody from changing the rest. */
export function keurEigenRsin(
  nieuw: Aansluiting,
  oud: Pick<Aansluiting, 'rsins'> | undefined,
  anderen: readonly Aansluiting[],
): readonly Aansluitfout[] {
  const eigen = eigenRsin(nieuw)
  if (eigen === undefined || (oud !== undefined && eigenRsin(oud) === eigen)) return []
  const bij = anderen.find((een) => een.organisatie !== nieuw.organisatie && eigenRsin(een) === eigen)
  return bij === undefined ? [] : [{ veld: 'rsins', code: 'rsin-bezet', wat: bij.organisatie }]
}
