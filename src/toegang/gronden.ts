import { type Aanleiding, geefAanleiding, type Handelende, type Reden } from '../audit/index.ts'
import { maakUuid7, type PersoonId, type Toeval } from '../domain/index.ts'
import { type GesteldeGrond, type GrondFout, kenmerkFout, maxPogingen } from './grond.ts'
import type { GrondStore, GrondVrager } from './grond-store.ts'
import type { Subject } from './wie.ts'

export interface NieuweGrond extends GrondVrager {
  readonly rol: string
  readonly doel: string
  readonly reden: Reden
  readonly kenmerk: string | undefined
}

/** The reasons of professionals. Everything stands in the database: another node knows it, and an end is an end. */
export interface Gronden {
  stel(
    nieuw: NieuweGrond,
  ): Promise<
    | { readonly status: 'ok'; readonly grond: GesteldeGrond }
    | { readonly status: 'ongeldig'; readonly fout: GrondFout }
  >
  vind(vrager: GrondVrager): Promise<GesteldeGrond | undefined>
  /** Before each question to a register. */
  telPoging(grond: GesteldeGrond): Promise<boolean>
  /** Gives each person that was found a word of its own; what was found before can no longer be chosen. */
  onthoud(grond: GesteldeGrond, personen: readonly PersoonId[]): Promise<readonly string[]>
  /** The person behind such a word; from now on the ground is about them and nobody else. */
  kies(grond: GesteldeGrond, handvat: string): Promise<'ok' | 'onbekend' | 'zelfde-persoon'>
  /** From now on it is about this person, whom they did not look for: of whom something came in. Only once. */
  richt(grond: GesteldeGrond, persoon: PersoonId): Promise<boolean>
  beeindig(vrager: GrondVrager): Promise<void>
}

/** Named limit: 128 bits, so that nobody guesses whom somebody else found. */
const handvatBytes = 16

export function openGronden({
  store,
  nu,
  toeval,
  meldEinde = () => {},
}: {
  readonly store: GrondStore
  readonly nu: () => Date
  readonly toeval: Toeval
  /** Hears the id of a ground that ends: by its professional, or because they stated another. */
  readonly meldEinde?: (grond: string) => void
}): Gronden {
  const eindigt = async (vrager: GrondVrager): Promise<void> => {
    const grond = await store.vind(vrager)
    if (grond !== undefined) meldEinde(grond.id)
  }
  return {
    async stel({ sessie, medewerker, organisatie, rol, doel, reden, kenmerk }) {
      const fout = kenmerkFout(reden, kenmerk)
      if (fout !== undefined) return { status: 'ongeldig', fout }
      const gesteldOp = nu()
      const grond: GesteldeGrond = {
        id: maakUuid7(gesteldOp, toeval),
        sessie,
        medewerker,
        organisatie,
        rol,
        doel,
        reden,
        kenmerk,
        gesteldOp,
        persoon: undefined,
        ander: undefined,
        kandidaten: [],
        pogingen: 0,
      }
      await eindigt(grond)
      await store.stel(grond)
      return { status: 'ok', grond }
    },

    vind: (vrager) => store.vind(vrager),
    telPoging: (grond) => store.telPoging(grond, grond.id, maxPogingen),

    async onthoud(grond, personen) {
      const kandidaten = personen.map((persoon) => ({
        handvat: Buffer.from(toeval(handvatBytes)).toString('base64url'),
        persoon,
      }))
      await store.bewaarKandidaten(grond, grond.id, kandidaten)
      return kandidaten.map(({ handvat }) => handvat)
    },

    async kies(grond, handvat) {
      const gevonden = grond.kandidaten.find((een) => een.handvat === handvat)
      if (gevonden === undefined) return 'onbekend'
      if (gevonden.persoon === grond.persoon) return 'zelfde-persoon'
      const wie = grond.persoon === undefined ? 'persoon' : 'ander'
      return (await store.kies(grond, grond.id, wie, gevonden.persoon)) ? 'ok' : 'onbekend'
    },

    richt: (grond, persoon) => store.kies(grond, grond.id, 'persoon', persoon),

    async beeindig(vrager) {
      await eindigt(vrager)
      await store.beeindig(vrager)
    },
  }
}

/** Who does it and why, for the record of processing. Only with a ground that stands in the database. */
export function handelendeMet({
  medewerker,
  organisatie,
  rol,
  reden,
  kenmerk,
}: GesteldeGrond): Extract<Handelende, { soort: 'medewerker' }> {
  const aanleiding: Aanleiding = geefAanleiding(reden, kenmerk)
  return { soort: 'medewerker', medewerker, organisatie, rol, aanleiding }
}

/**
 * Who does it and why, of a professional in a chain case: the case is the reason, and its number the mark under which it
 * is found. That their organisation takes part in it stands in the database, with the purpose, and was looked at first.
 */
export function handelendeInKeten(
  { medewerker, organisatie }: Pick<Extract<Subject, { soort: 'medewerker' }>, 'medewerker' | 'organisatie'>,
  { rol, nummer }: { readonly rol: string; readonly nummer: string },
): Extract<Handelende, { soort: 'medewerker' }> {
  return { soort: 'medewerker', medewerker, organisatie, rol, aanleiding: geefAanleiding('zaak', nummer) }
}
