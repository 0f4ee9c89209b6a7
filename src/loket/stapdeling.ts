/** How long what is shared for a step can be read by who does it. */
import { DELING_DAGEN, HOOGSTENS_DELINGEN, isAf, NALOOP_DAGEN } from './begrippen.ts'
import { type Bouw, deelMet, naDagen } from './bouw.ts'
import { type Deling, type Ketenzaak, type Stap, vindOrganisatie } from './ketenzaak.ts'
import type { Weigering } from './opdracht.ts'

/** Named limit: so long before its end the share of a step that is still open is given anew. */
const VOORAF_DAGEN = 7

/** Some time after its term, or after today when that is over; no share holds longer than the limit of all shares. */
export function stapdelingTot({ omgeving: { nu, vandaag } }: Bouw, termijn: string): Date {
  const dag = new Date(`${termijn > vandaag ? termijn : vandaag}T00:00:00Z`)
  const [naTermijn, grens] = [naDagen(dag, NALOOP_DAGEN), naDagen(nu, DELING_DAGEN)]
  return naTermijn < grens ? naTermijn : grens
}

/** The participant that a step lies with; `undefined`: the resident, or who owns the case. */
function deelnemerBij(stand: Ketenzaak, { eigenaar }: Pick<Stap, 'eigenaar'>): string | undefined {
  if (eigenaar.soort === 'partij') return eigenaar.deelnemer
  if (eigenaar.soort === 'inwoner' || eigenaar.organisatie === stand.regie.organisatie) return undefined
  return vindOrganisatie(stand, eigenaar.organisatie)?.id
}

type PerPaar = ReadonlyMap<string, readonly Deling[]>
const paar = ({ onderdeel, deelnemer }: Pick<Deling, 'onderdeel' | 'deelnemer'>) =>
  `${onderdeel} ${deelnemer}`
const perPaar = ({ delingen }: Ketenzaak): PerPaar => Map.groupBy(delingen.values(), paar)

/** By what they see an item for a step. What was stopped, or is objected to, is not given back by a term. */
function gegeven(delingen: PerPaar, onderdeel: string, deelnemer: string): Deling | undefined {
  const alle = delingen.get(paar({ onderdeel, deelnemer })) ?? []
  const voorStap = alle.filter(({ doel }) => doel === 'stap-uitvoeren')
  const laatste = voorStap.at(-1)
  if (laatste?.stand !== 'geldt' || alle.some(({ stand }) => stand === 'bezwaar')) return undefined
  return voorStap.findLast(({ stand, grond }) => stand === 'geldt' && grond === 'taak') ?? laatste
}

/** The same items on the same ground, until the end that belongs to the term as it is now. */
export function hernieuwDelingen(bouw: Bouw, id: string): Weigering | undefined {
  const stap = bouw.stand.stappen.get(id)
  const deelnemer = stap && deelnemerBij(bouw.stand, stap)
  if (stap === undefined || deelnemer === undefined) return undefined
  const tot = stapdelingTot(bouw, stap.termijn)
  const delingen = perPaar(bouw.stand)
  for (const onderdeel of [id, ...(stap.mee ?? [])]) {
    const is = gegeven(delingen, onderdeel, deelnemer)
    const weigering = is && deelMet(bouw, deelnemer, [onderdeel], { doel: is.doel, grond: is.grond, tot })
    if (weigering !== undefined) return weigering
  }
  return undefined
}

/**
 * Open steps of other bodies of government, and when what they see of it has to be given anew: as long as it is their
 * task. What the resident said yes to ends on its day, and time does not say yes for them.
 */
export function teHernieuwen(stand: Ketenzaak): readonly { readonly stap: string; readonly op: Date }[] {
  if (stand.stand !== 'open' || stand.delingen.size >= HOOGSTENS_DELINGEN) return []
  const open = [...stand.stappen.values()].filter(
    ({ stand: hoe, eigenaar }) => !isAf(hoe) && eigenaar.soort === 'organisatie',
  )
  const delingen = open.length === 0 ? new Map() : perPaar(stand)
  return open.flatMap((stap) => {
    const deelnemer = deelnemerBij(stand, stap)
    const is = deelnemer === undefined ? undefined : gegeven(delingen, stap.stap, deelnemer)
    if (is?.grond !== 'taak') return []
    return [{ stap: stap.stap, op: naDagen(is.tot, -VOORAF_DAGEN) }]
  })
}
