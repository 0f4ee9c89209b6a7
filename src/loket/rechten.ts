/**
 * Who may do what in a chain case, by what they are in it: asked of the one table of toegang/ (`beleid-loket.ts`), as what
 * they may read. Here stands what somebody is, which the case itself says.
 */
import { type Ketenhoedanigheid, kanNaSluiting, ketenopdrachten, magKetenopdracht } from '../toegang/index.ts'
import { isAf } from './begrippen.ts'
import type { Doener } from './bouw.ts'
import { type Ketenzaak, openOverdracht, type Stap } from './ketenzaak.ts'
import type { Opdracht, Opdrachtsoort } from './opdracht.ts'
import { openVerzoeken } from './verzoeken.ts'

export function hoedanigheden(stand: Ketenzaak, wie: Doener, nu: Date): ReadonlySet<Ketenhoedanigheid> {
  if (wie.soort === 'klok' || wie.soort === 'inwoner' || wie.soort === 'beheer') return new Set([wie.soort])
  if (wie.soort === 'genodigde') {
    const toegang = stand.deelnemers.get(wie.deelnemer)?.toegang
    return new Set(toegang !== undefined && toegang.tot > nu ? ['genodigde'] : [])
  }
  const { organisatie, functies } = wie
  const is = new Set<Ketenhoedanigheid>()
  if (stand.regie.organisatie === organisatie) is.add('regie')
  for (const { wie: een } of stand.deelnemers.values())
    if (een.soort === 'organisatie' && een.organisatie === organisatie) is.add('deelnemer')
  const aanbod = openOverdracht(stand)
  if (aanbod?.aan === organisatie && aanbod.tot > nu) is.add('aangeboden')
  if (openVerzoeken(stand).some((een) => een.organisatie === organisatie)) is.add('gevraagd')
  for (const een of stand.opschalingen.values())
    if (een.stand === 'open' && een.organisatie === organisatie && functies.includes(een.functie))
      is.add(organisatie === stand.regie.organisatie ? 'opschaling' : 'opschaling-daar')
  return is
}

// Every command has a row, and no row is of no command.
const rijen: Readonly<Record<Exclude<Opdrachtsoort, 'open'>, unknown>> & typeof ketenopdrachten =
  ketenopdrachten
// The keys of the table are the kinds of command.
const soorten = Object.keys(rijen) as readonly Exclude<Opdrachtsoort, 'open'>[]

export function magDoen(stand: Ketenzaak, wie: Doener, opdracht: Opdracht<unknown>, nu: Date): boolean {
  if (opdracht.soort === 'open') return false
  // The code itself is looked at next.
  if (opdracht.soort === 'gebruik-uitnodiging') return wie.soort === 'genodigde'
  const is = hoedanigheden(stand, wie, nu)
  const stap = 'stap' in opdracht ? opdracht.stap : undefined
  return magKetenopdracht(opdracht.soort, is, () => isEigenaar(stand, wie, { stap, is, nu }))
}

/** The owner of a step; and who owns the case, of what whoever does it cannot write down here themselves. */
function isEigenaar(
  stand: Ketenzaak,
  wie: Doener,
  {
    stap: id,
    is,
    nu,
  }: {
    readonly stap: string | undefined
    readonly is: ReadonlySet<Ketenhoedanigheid>
    readonly nu: Date
  },
): boolean {
  const stap = id === undefined ? undefined : stand.stappen.get(id)
  if (stap === undefined) return false
  if (is.has('regie') && meldtRegie(stand, stap, nu)) return true
  const { eigenaar } = stap
  switch (eigenaar.soort) {
    case 'inwoner':
      return is.has('inwoner')
    case 'organisatie':
      return wie.soort === 'medewerker' && wie.organisatie === eigenaar.organisatie && is.size > 0
    case 'partij':
      return wie.soort === 'genodigde' && wie.deelnemer === eigenaar.deelnemer && is.has('genodigde')
  }
}

/**
 * What was done outside this website the owner of the case writes down: by the resident, by an organisation that nobody
 * reads for here, by an outside party that has no way in.
 */
export function meldtRegie(
  { deelnemers }: Pick<Ketenzaak, 'deelnemers'>,
  { eigenaar, regieMeldt }: Pick<Stap, 'eigenaar' | 'regieMeldt'>,
  nu: Date,
): boolean {
  if (eigenaar.soort === 'organisatie') return regieMeldt === true
  if (eigenaar.soort === 'inwoner') return true
  const toegang = deelnemers.get(eigenaar.deelnemer)?.toegang
  return toegang === undefined || toegang.tot <= nu
}

export function isOpenVoor(stand: Ketenzaak, soort: Opdrachtsoort): boolean {
  return stand.stand === 'open' ? soort !== 'betwist-sluiting' : kanNaSluiting.some((een) => een === soort)
}

/** What somebody can do now: for the buttons of a page. */
export function kan(stand: Ketenzaak, wie: Doener, nu: Date): readonly Opdrachtsoort[] {
  const is = hoedanigheden(stand, wie, nu)
  const eigen = () =>
    [...stand.stappen.values()].some(
      ({ stap, stand: hoe }) => !isAf(hoe) && isEigenaar(stand, wie, { stap, is, nu }),
    )
  return soorten.filter((soort) => isOpenVoor(stand, soort) && magKetenopdracht(soort, is, eigen))
}
