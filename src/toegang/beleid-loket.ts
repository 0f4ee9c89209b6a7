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
  /** What it is shared for. */
  readonly doel: string
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
      /** Who gives advice reads what is shared to think along, and nothing that is shared to decide or to do. */
      readonly isAdviseur?: boolean
      /** An outside party: signed confidentiality, and its way in has not ended. */
      readonly isToegelaten: boolean
    }

export type Leesbesluit =
  | { readonly mag: true; readonly regel: 'eigen-zaak' | 'regie' | 'gedeeld' }
  | { readonly mag: false; readonly regel: 'werknotitie' | 'niet-gedeeld' | 'niet-toegelaten' }

/** What somebody who gives advice is not shared something for. */
export const nietVoorAdviseur: readonly string[] = ['beslissen', 'stap-uitvoeren']

/**
 * The one place where is decided who reads an item of a chain case. Default nothing: a participant reads what is shared
 * with them, until the share ends. The resident reads everything but work notes that are closed yet, of which they see
 * that they are there, why they are not shown, and until when.
 */
export function magOnderdeelLezen(
  lezer: Onderdeellezer,
  { id, isDicht }: { readonly id: string; readonly isDicht: boolean },
  delingen: Iterable<Deelfeit>,
  nu: Date,
): Leesbesluit {
  if (lezer.als === 'inwoner')
    return isDicht ? { mag: false, regel: 'werknotitie' } : { mag: true, regel: 'eigen-zaak' }
  if (lezer.als !== 'deelnemer') return { mag: true, regel: 'regie' }
  if (!lezer.isToegelaten) return { mag: false, regel: 'niet-toegelaten' }
  for (const deling of delingen)
    if (
      !(lezer.isAdviseur === true && nietVoorAdviseur.includes(deling.doel)) &&
      deling.onderdeel === id &&
      deling.deelnemer === lezer.deelnemer &&
      deling.geldt &&
      deling.tot > nu
    )
      return { mag: true, regel: 'gedeeld' }
  return { mag: false, regel: 'niet-gedeeld' }
}

/**
 * What somebody is in a case; several at once can be true. `opschaling`: asked about what is stuck by a function at who
 * owns the case; `opschaling-daar`: by one where the step lies. `gevraagd`: to take part. `aangeboden`: to take the case over.
 */
export type Ketenhoedanigheid =
  | 'inwoner'
  | 'regie'
  | 'opschaling'
  | 'opschaling-daar'
  | 'aangeboden'
  | 'gevraagd'
  | 'deelnemer'
  | 'genodigde'
  | 'klok'
  | 'beheer'

/** Each command, with who may give it. `eigenaar`: of the step it is about. */
export const ketenopdrachten = {
  'maak-bekend': ['regie'],
  'wijzig-uitkomst': ['regie', 'inwoner'],
  'plan-stappen': ['regie', 'opschaling'],
  'wijzig-stap': ['regie', 'opschaling'],
  'vraag-opnieuw': ['regie', 'opschaling'],
  'aanvaard-stap': ['eigenaar'],
  'weiger-stap': ['eigenaar'],
  'begin-stap': ['eigenaar'],
  'rond-stap-af': ['eigenaar'],
  'laat-stap-vervallen': ['regie', 'opschaling'],
  'voeg-organisatie-toe': ['regie'],
  'haal-deelnemer-weg': ['regie'],
  'nodig-uit': ['regie'],
  'nodig-opnieuw-uit': ['regie'],
  // Whoever has the code, and is nobody here yet: see below.
  'gebruik-uitnodiging': [],
  'beeindig-toegang': ['genodigde'],
  deel: ['regie'],
  'stop-deling': ['regie'],
  // For who is not logged in the owner writes it down, as said by them.
  'maak-bezwaar': ['inwoner', 'regie'],
  'beoordeel-bezwaar': ['regie'],
  'voeg-toe': ['inwoner', 'regie', 'deelnemer', 'genodigde'],
  'voeg-werknotitie-toe': ['regie', 'opschaling'],
  // For who is not logged in the owner asks.
  'vraag-notities-op': ['inwoner', 'regie'],
  'toon-werknotitie': ['regie', 'opschaling'],
  'wis-woorden': ['regie', 'beheer'],
  'bied-overdracht-aan': ['regie'],
  'aanvaard-overdracht': ['aangeboden'],
  'weiger-overdracht': ['aangeboden'],
  'trek-overdracht-in': ['regie'],
  'neem-over': ['regie'],
  'schaal-op': ['regie', 'deelnemer', 'inwoner'],
  'behandel-opschaling': ['opschaling', 'opschaling-daar'],
  'breek-door': ['opschaling'],
  'stuur-door': ['regie'],
  'neem-verzoek-aan': ['gevraagd'],
  'geef-verzoek-terug': ['gevraagd'],
  'handel-teruggave-af': ['regie'],
  // For who is not logged in the owner writes it down.
  'meld-niet-opgelost': ['inwoner', 'regie'],
  'vraag-sluiting': ['regie'],
  'sluit-met-ja': ['inwoner', 'regie'],
  'sluit-met-reden': ['regie'],
  'betwist-sluiting': ['inwoner', 'regie'],
  'beantwoord-navraag': ['inwoner', 'regie'],
  klok: ['klok'],
} as const satisfies Readonly<Record<string, readonly (Ketenhoedanigheid | 'eigenaar')[]>>

/** A closed case is closed for everyone: only this is left, of whoever it is about; and words can always be erased. */
export const kanNaSluiting = ['betwist-sluiting', 'beantwoord-navraag', 'wis-woorden'] as const

/** The one place where is decided who gives a command in a chain case. Default nobody. */
export function magKetenopdracht(
  soort: keyof typeof ketenopdrachten,
  is: ReadonlySet<Ketenhoedanigheid>,
  isEigenaar: () => boolean,
): boolean {
  const mag: readonly (Ketenhoedanigheid | 'eigenaar')[] = ketenopdrachten[soort]
  return mag.some((een) => (een === 'eigenaar' ? isEigenaar() : is.has(een)))
}
