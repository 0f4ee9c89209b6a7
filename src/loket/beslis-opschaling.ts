/** Decisions about what is stuck: to which function it goes, at the owner of the case and where the step lies. */
import type { OrganisatieId } from '../domain/index.ts'
import { isAf, type Opschaalfunctie, type Opschaalreden, opschaalfuncties } from './begrippen.ts'
import { type Bouw, voeg } from './bouw.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import type { Tekstverwijzing } from './woorden.ts'

type T = Tekstverwijzing
type Van<S extends Opdracht['soort']> = Extract<Opdracht<T>, { soort: S }>

/** Why somebody may say that it is stuck; the other reasons are found by time, or come with another act. */
export const zegbareRedenen = [
  'termijn-gemist',
  'regisseur-afwezig',
  'stap-geweigerd',
  'niet-opgelost',
  'anders',
] as const satisfies readonly Opschaalreden[]

/**
 * Somebody says that it is stuck. A reason that is about a step must be true of it: a term that counts as missed before
 * its day is one that the clock does not look at any more.
 */
export function zegVast(
  bouw: Bouw,
  { aanleiding, stap: id, reden }: Van<'schaal-op'>,
): Weigering | undefined {
  if (!zegbareRedenen.some((een) => een === aanleiding)) return { reden: 'aanleiding-past-niet' }
  if (id === undefined) return schaalOp(bouw, { aanleiding, reden })
  const stap = bouw.stand.stappen.get(id)
  if (stap === undefined) return { reden: 'niet-gevonden' }
  const { vandaagBij } = bouw.omgeving
  const isTeLaat = !isAf(stap.stand) && stap.termijn < vandaagBij(stap.eigenaar)
  const past =
    aanleiding === 'termijn-gemist' ? isTeLaat : aanleiding !== 'stap-geweigerd' || stap.stand === 'geweigerd'
  if (!past) return { reden: 'aanleiding-past-niet' }
  const weigering = schaalOp(bouw, { aanleiding, stap: id, reden })
  const isGevraagd = vraagDaar(bouw, { aanleiding, stap: id })
  return isGevraagd ? undefined : weigering
}

/** To the next function: the first one, or the one after whoever was asked for the same and did not act. */
export function schaalOp(
  bouw: Bouw,
  { aanleiding, stap, reden }: Zorg,
  /** Whose functions; absent: of who owns the case. */
  bij: OrganisatieId = bouw.stand.regie.organisatie,
): Weigering | undefined {
  if (stap !== undefined && !bouw.stand.stappen.has(stap)) return { reden: 'niet-gevonden' }
  const open = [...bouw.stand.opschalingen.values()].find(
    (een) =>
      een.stand === 'open' && een.aanleiding === aanleiding && een.stap === stap && een.organisatie === bij,
  )
  const plaats = open === undefined ? 0 : opschaalfuncties.indexOf(open.functie) + 1
  const functie = opschaalfuncties[plaats]
  // There is nobody above who may break through.
  if (functie === undefined) return { reden: 'al-onderweg' }
  const zorg = { aanleiding, ...(stap !== undefined && { stap }), ...(reden && { reden }) }
  vraag(bouw, functie, zorg, bij)
  return undefined
}

interface Zorg {
  readonly aanleiding: Opschaalreden
  readonly stap?: string
  readonly reden?: T
}

/** Something new on top of what was escalated: who is highest up, and asked already, is asked about this as well. */
export function schaalNieuwOp(bouw: Bouw, zorg: Zorg): void {
  if (schaalOp(bouw, zorg) === undefined) return
  const hoogste = opschaalfuncties.at(-1)
  if (hoogste !== undefined) vraag(bouw, hoogste, zorg, bouw.stand.regie.organisatie)
}

/**
 * Where the step lies at another body of government its own functions are asked beside those of the owner: they can do
 * there what nobody else can. By the reason and the step alone, no words. Gives whether somebody was asked.
 */
export function vraagDaar(
  bouw: Bouw,
  { aanleiding, stap }: { readonly aanleiding: Opschaalreden; readonly stap: string },
): boolean {
  const { eigenaar, regieMeldt } = bouw.stand.stappen.get(stap) ?? {}
  if (eigenaar?.soort !== 'organisatie' || regieMeldt === true) return false
  const { organisatie } = eigenaar
  if (organisatie === bouw.stand.regie.organisatie) return false
  return schaalOp(bouw, { aanleiding, stap }, organisatie) === undefined
}

function vraag(
  bouw: Bouw,
  functie: Opschaalfunctie,
  { aanleiding, stap, reden }: Zorg,
  organisatie: OrganisatieId,
): void {
  voeg(bouw, {
    soort: 'opgeschaald',
    opschaling: bouw.omgeving.id(),
    aanleiding,
    ...(stap !== undefined && { stap }),
    organisatie,
    functie,
    ...(reden && { reden }),
    tot: bouw.omgeving.opschalingTot,
  })
}

/** Nobody waits until it is read: whoever is next is asked, unless somebody has it before them already. */
export function meldNietOpgelost(bouw: Bouw, { reden }: { readonly reden: T }): void {
  const isGevraagd = [...bouw.stand.opschalingen.values()].some(
    ({ aanleiding, stand, tot }) =>
      aanleiding === 'niet-opgelost' && stand === 'open' && tot > bouw.omgeving.nu,
  )
  if (!isGevraagd) schaalNieuwOp(bouw, { aanleiding: 'niet-opgelost', reden })
}

export function behandel(
  bouw: Bouw,
  { opschaling, uitkomst }: Van<'behandel-opschaling'>,
): Weigering | undefined {
  const fout = magOpschaling(bouw, opschaling)
  if (fout !== undefined) return fout
  voeg(bouw, { soort: 'opschaling-behandeld', opschaling, uitkomst })
  return undefined
}

/** Whoever has that function, where it was asked; nobody else. */
export function magOpschaling(bouw: Bouw, id: string): Weigering | undefined {
  const is = bouw.stand.opschalingen.get(id)
  if (is === undefined) return { reden: 'niet-gevonden' }
  if (is.stand !== 'open') return { reden: 'kan-niet-nu', stand: is.stand }
  const { wie } = bouw
  const heeft =
    wie.soort === 'medewerker' && wie.organisatie === is.organisatie && wie.functies.includes(is.functie)
  return heeft ? undefined : { reden: 'mag-niet' }
}
