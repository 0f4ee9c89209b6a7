import { type OrganisatieId, parseOrganisatieId } from '../domain/index.ts'

/** Of what we wrote ourselves; anything else is a fault in the database. */
export function eisOrganisatie(id: string): OrganisatieId {
  const organisatie = parseOrganisatieId(id)
  if (organisatie === undefined) throw new Error('in de databank staat iets anders dan een organisatie')
  return organisatie
}
