/**
 * Before any list of people is made: with which ground. One that is in force, was reviewed, and is for this scheme; for
 * their own municipality or their own scheme. Everything else is refused, with the reason and what can be done instead.
 * Whatever comes out stands in the evidence. No list is made here: the source of the data does, under this order.
 */
import type { Audit } from '../audit/index.ts'
import type { Lijstgrond } from '../corpus/index.ts'
import type { OrganisatieId } from '../domain/index.ts'

export interface Lijstaanvraag {
  readonly organisatie: OrganisatieId
  readonly gemeente: string
  readonly regeling: string
  /** Id of a ground; absent when none was chosen. */
  readonly grond: string | undefined
}

export interface Lijstkennis {
  readonly gronden: ReadonlyMap<string, Lijstgrond>
  readonly gemeenten: ReadonlySet<string>
  /** Who carries out a scheme; `undefined` for one that does not exist. */
  readonly uitvoerder: (regeling: string) => string | undefined
}

export const weigerredenen = [
  'gemeente-onbekend',
  'regeling-onbekend',
  'niet-van-deze-organisatie',
  'geen-grond',
  'niet-in-werking',
  'niet-voor-deze-regeling',
  'niet-beoordeeld',
] as const
export type Lijstweigering = (typeof weigerredenen)[number]

export type Lijstbesluit =
  | { readonly mag: true; readonly grond: Lijstgrond }
  /** `zonder-lijst`: a campaign for everybody, for instance per neighbourhood. */
  | {
      readonly mag: false
      readonly reden: Lijstweigering
      readonly grond: Lijstgrond | undefined
      readonly alternatief: 'zonder-lijst'
    }

/** In the order of what weighs most: whether it is theirs to ask, then whether the law allows it. */
export function beslisLijst(aanvraag: Lijstaanvraag, kennis: Lijstkennis): Lijstbesluit {
  const grond = aanvraag.grond === undefined ? undefined : kennis.gronden.get(aanvraag.grond)
  const reden = weigering(aanvraag, kennis, grond)
  if (reden === undefined && grond !== undefined) return { mag: true, grond }
  return { mag: false, reden: reden ?? 'geen-grond', grond, alternatief: 'zonder-lijst' }
}

function weigering(
  { organisatie, gemeente, regeling }: Lijstaanvraag,
  { gemeenten, uitvoerder }: Lijstkennis,
  grond: Lijstgrond | undefined,
): Lijstweigering | undefined {
  if (!gemeenten.has(gemeente)) return 'gemeente-onbekend'
  const wie = uitvoerder(regeling)
  if (wie === undefined) return 'regeling-onbekend'
  const isGemeente = organisatie.startsWith('gemeente-')
  if (isGemeente ? organisatie !== `gemeente-${gemeente}` : organisatie !== wie)
    return 'niet-van-deze-organisatie'
  if (grond === undefined) return 'geen-grond'
  return tekort(grond, regeling)
}

/** What a ground lacks to make a list of that scheme with; nothing when it will do. */
export function tekort(grond: Lijstgrond, regeling: string): Lijstweigering | undefined {
  if (grond.stand !== 'in-werking') return 'niet-in-werking'
  if (!grond.regelingen.includes(regeling)) return 'niet-voor-deze-regeling'
  return grond.vertrouwen === 'beoordeeld' ? undefined : 'niet-beoordeeld'
}

export interface Lijstvragen {
  /** Decides, and writes down that it was asked before it answers. */
  vraag(aanvraag: Lijstaanvraag, medewerker: string): Promise<Lijstbesluit>
}

export function openLijstvragen({
  kennis,
  audit,
  nu,
}: {
  readonly kennis: () => Lijstkennis
  readonly audit: Pick<Audit, 'schrijf'>
  readonly nu: () => Date
}): Lijstvragen {
  return {
    async vraag(aanvraag, medewerker) {
      const besluit = beslisLijst(aanvraag, kennis())
      const { organisatie, gemeente, regeling, grond = 'geen' } = aanvraag
      await audit.schrijf({
        onderwerp: `organisatie:${organisatie}`,
        soort: besluit.mag ? 'lijst-toegestaan' : 'lijst-geweigerd',
        tijd: nu(),
        codes: {
          ...{ gemeente, regeling, grond, medewerker },
          ...(besluit.mag
            ? { termijn: besluit.grond.termijn, artikel: besluit.grond.artikel }
            : { reden: besluit.reden }),
        },
      })
      return besluit
    },
  }
}
