/** The lines of the table of access that are about chain cases; `beleid.ts` takes them in, and says what they mean. */

/** Professionals of government who work in a chain. */
const inDeKeten = [
  'balie',
  'klantcontact',
  'hulpverlener',
  'behandelaar',
  'coordinator',
  'doorbreker',
] as const

export const loketbeleid = [
  {
    // No wrong door: whoever the resident meets opens it, and their organisation owns it from then on.
    id: 'ketenzaak-openen',
    wie: 'medewerker',
    handelingen: ['stellen'],
    voorwerpen: ['ketenzaak'],
    rollen: inDeKeten,
    doelen: ['ketenzaak'],
    eist: ['eigen-organisatie'],
  },
  {
    // Taking part is the ground: the owner asked their organisation in, with a purpose, and the resident sees it. What
    // they then see of it says `magOnderdeelLezen`; what they may do, the case itself.
    id: 'ketenzaak-behandelen',
    wie: 'medewerker',
    handelingen: ['bekijken', 'toevoegen'],
    voorwerpen: ['ketenzaak'],
    rollen: inDeKeten,
    doelen: ['ketenzaak'],
    eist: ['neemt-deel'],
  },
  {
    // What lies with their own organisation, by number. Of whom and what it is does not stand here.
    id: 'ketenwerk-zien',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['ketenwerk'],
    rollen: inDeKeten,
    eist: ['eigen-organisatie'],
  },
  {
    // Their own case: to see all of it, to take part, to object and to say whether it is solved.
    id: 'ketenzaak-eigen',
    wie: 'inwoner',
    voor: ['zelf', 'bedrijf', 'bewind', 'curatele'],
    handelingen: ['bekijken', 'toevoegen'],
    voorwerpen: ['ketenzaak'],
    niveau: 'substantieel',
    doelen: ['ketenzaak'],
    eist: ['van-hen', 'machtiging-dekt', 'heel-bedrijf'],
  },
  {
    // By invitation, into one case.
    id: 'ketenzaak-genodigd',
    wie: 'genodigde',
    handelingen: ['bekijken', 'toevoegen'],
    voorwerpen: ['ketenzaak'],
    eist: ['genodigd-hier'],
  },
] as const

/** What a share says, as far as access is decided on it. */
export interface Deelfeit {
  readonly onderdeel: string
  readonly deelnemer: string
  /** Exclusive. */
  readonly tot: Date
  /** Neither stopped nor objected to. */
  readonly geldt: boolean
}

/** As what somebody reads in a case. */
export type Onderdeellezer =
  | { readonly als: 'inwoner' | 'regie' }
  | {
      readonly als: 'deelnemer'
      readonly deelnemer: string
      /** An outside party: signed confidentiality, and its way in has not ended. */
      readonly isToegelaten: boolean
    }

export type Leesbesluit =
  | { readonly mag: true; readonly regel: 'eigen-zaak' | 'regie' | 'gedeeld' }
  | { readonly mag: false; readonly regel: 'werknotitie' | 'niet-gedeeld' | 'niet-toegelaten' }

/**
 * The one place where is decided who reads an item of a chain case. Default nothing: a participant reads what is shared
 * with them, until the share ends. The resident reads everything but work notes, of which they see that they are there
 * and why they are not shown.
 */
export function magOnderdeelLezen(
  lezer: Onderdeellezer,
  { id, isWerknotitie }: { readonly id: string; readonly isWerknotitie: boolean },
  delingen: Iterable<Deelfeit>,
  nu: Date,
): Leesbesluit {
  if (lezer.als === 'inwoner')
    return isWerknotitie ? { mag: false, regel: 'werknotitie' } : { mag: true, regel: 'eigen-zaak' }
  if (lezer.als !== 'deelnemer') return { mag: true, regel: 'regie' }
  if (!lezer.isToegelaten) return { mag: false, regel: 'niet-toegelaten' }
  for (const deling of delingen)
    if (deling.onderdeel === id && deling.deelnemer === lezer.deelnemer && deling.geldt && deling.tot > nu)
      return { mag: true, regel: 'gedeeld' }
  return { mag: false, regel: 'niet-gedeeld' }
}
