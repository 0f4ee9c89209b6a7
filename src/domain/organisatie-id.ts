declare const merk: unique symbol

/** The name of an organisation inside this installation, as in `corpus/organisaties/`: `dienst-toeslagen`, `gemeente-GM0599`. */
export type OrganisatieId = string & { readonly [merk]: 'OrganisatieId' }

export function parseOrganisatieId(waarde: unknown): OrganisatieId | undefined {
  if (typeof waarde !== 'string' || !/^[a-z][a-z0-9]*(-[A-Za-z0-9]+)*$/.test(waarde) || waarde.length > 80)
    return undefined
  // The pattern above is the proof of this cast.
  return waarde as OrganisatieId
}
