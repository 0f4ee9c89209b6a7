/** Who may do what in a chain case, by what they are in it. What they may read stands in toegang/beleid-loket.ts. */
import { isAf } from './begrippen.ts'
import type { Doener } from './bouw.ts'
import { type Ketenzaak, openOverdracht } from './ketenzaak.ts'
import type { Opdracht, Opdrachtsoort } from './opdracht.ts'
import { openVerzoeken } from './verzoeken.ts'

/** What somebody is in this case; several at once can be true. */
export type Hoedanigheid =
  | 'inwoner'
  | 'regie'
  | 'opschaling'
  | 'aangeboden'
  | 'gevraagd'
  | 'deelnemer'
  | 'genodigde'
  | 'klok'

export function hoedanigheden(stand: Ketenzaak, wie: Doener, nu: Date): ReadonlySet<Hoedanigheid> {
  if (wie.soort === 'klok' || wie.soort === 'inwoner') return new Set([wie.soort])
  if (wie.soort === 'genodigde') {
    const toegang = stand.deelnemers.get(wie.deelnemer)?.toegang
    return new Set(toegang !== undefined && toegang.tot > nu ? ['genodigde'] : [])
  }
  const { organisatie, functies } = wie
  const is = new Set<Hoedanigheid>()
  if (stand.regie.organisatie === organisatie) is.add('regie')
  for (const { wie: een } of stand.deelnemers.values())
    if (een.soort === 'organisatie' && een.organisatie === organisatie) is.add('deelnemer')
  const aanbod = openOverdracht(stand)
  if (aanbod?.aan === organisatie && aanbod.tot > nu) is.add('aangeboden')
  if (openVerzoeken(stand).some((een) => een.organisatie === organisatie)) is.add('gevraagd')
  for (const een of stand.opschalingen.values())
    if (een.stand === 'open' && een.organisatie === organisatie && functies.includes(een.functie))
      is.add('opschaling')
  return is
}

/** Each command, with who may give it. `eigenaar`: of the step it is about. */
const mag: Readonly<Record<Exclude<Opdrachtsoort, 'open'>, readonly (Hoedanigheid | 'eigenaar')[]>> = {
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
  'bied-overdracht-aan': ['regie'],
  'aanvaard-overdracht': ['aangeboden'],
  'weiger-overdracht': ['aangeboden'],
  'trek-overdracht-in': ['regie'],
  'neem-over': ['regie'],
  'schaal-op': ['regie', 'deelnemer', 'inwoner'],
  'behandel-opschaling': ['opschaling'],
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
}

/** A closed case is closed for everyone: only this is left, of whoever it is about. */
const naSluiting: readonly Opdrachtsoort[] = ['betwist-sluiting', 'beantwoord-navraag']

export function magDoen(stand: Ketenzaak, wie: Doener, opdracht: Opdracht<unknown>, nu: Date): boolean {
  if (opdracht.soort === 'open') return false
  // The code itself is looked at next.
  if (opdracht.soort === 'gebruik-uitnodiging') return wie.soort === 'genodigde'
  const wat = mag[opdracht.soort]
  const is = hoedanigheden(stand, wie, nu)
  if (wat.some((een) => een !== 'eigenaar' && is.has(een))) return true
  return wat.includes('eigenaar') && 'stap' in opdracht && isEigenaar(stand, wie, opdracht.stap, is)
}

/** The owner of a step. What a resident did outside this website, the owner of the case writes down for them. */
function isEigenaar(
  { stappen }: Ketenzaak,
  wie: Doener,
  stap: string | undefined,
  is: ReadonlySet<Hoedanigheid>,
): boolean {
  const eigenaar = stap === undefined ? undefined : stappen.get(stap)?.eigenaar
  switch (eigenaar?.soort) {
    case 'inwoner':
      return is.has('inwoner') || is.has('regie')
    case 'organisatie':
      return wie.soort === 'medewerker' && wie.organisatie === eigenaar.organisatie && is.size > 0
    case 'partij':
      return wie.soort === 'genodigde' && wie.deelnemer === eigenaar.deelnemer && is.has('genodigde')
    case undefined:
      return false
  }
}

export function isOpenVoor(stand: Ketenzaak, soort: Opdrachtsoort): boolean {
  return stand.stand === 'open' ? soort !== 'betwist-sluiting' : naSluiting.includes(soort)
}

/** What somebody can do now: for the buttons of a page. */
export function kan(stand: Ketenzaak, wie: Doener, nu: Date): readonly Opdrachtsoort[] {
  const is = hoedanigheden(stand, wie, nu)
  const eigen = [...stand.stappen.values()].some(
    (stap) => !isAf(stap.stand) && isEigenaar(stand, wie, stap.stap, is),
  )
  // The keys of the table above are the kinds of command.
  return (Object.keys(mag) as Exclude<Opdrachtsoort, 'open'>[]).filter(
    (soort) =>
      isOpenVoor(stand, soort) && mag[soort].some((een) => (een === 'eigenaar' ? eigen : is.has(een))),
  )
}
