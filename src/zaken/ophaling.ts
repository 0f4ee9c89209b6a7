import type { Registerfout, RegisterUitkomst } from '../inwoner/index.ts'
import type { Inzending } from './inzending.ts'
import type { Taak, Takenlijst } from './taakbron.ts'
import type { Zaaklijst } from './zaakbron.ts'
import type { BronId, Zaakgegevens } from './zaakgegevens.ts'
import type { Bezoek } from './zaakindex.ts'
import type { Deelnemer } from './zaakindex-store.ts'
import type { Bronstand } from './zaken.ts'

/** Named limit: of one organisation; who has more sees that this is not all of it. */
export const maxZakenPerBron = 500

const geenTaken: Takenlijst = { taken: [], isVolledig: true }

function hoogstens({ taken, isVolledig }: Takenlijst): Takenlijst {
  const meeste = taken.slice(0, maxZakenPerBron)
  return { taken: meeste, isVolledig: isVolledig && meeste.length === taken.length }
}

interface Beurt {
  stand: Bronstand
  /** Of the last good answer, also while is asked again or when that failed. */
  zaken: readonly Zaakgegevens[]
  laatstGezien: Date | undefined
  /** What it asks of this person; `onbekend` when it did not say. */
  taken: Takenlijst | 'onbekend'
  /** When the question began that runs, or that was answered. */
  gevraagdOp: Date
  /** Asked before the connection changed: counts as not answered, and is asked anew at the next look. */
  isVervallen?: true
}

/**
 * What was fetched for one place about one person, for as long as it may stay in memory. Answers come in whatever
 * order; what comes after it was forgotten is let go.
 */
export class Ophaling {
  readonly #beurten = new Map<BronId, Beurt>()
  #verstuurd: readonly Inzending[] = []
  readonly #geheugens = new Map<BronId, Map<string, string>>()
  #isWeg = false
  /** As the index had it when was begun; absent: does not take part. */
  deelnemer: Deelnemer | undefined
  /** What is still to be written of this visit, and when: see `Bezoek`. */
  meldAan: Bezoek['meldAan'] = 'niets'
  /** That was left, because they looked in passing: see `Kijker.isTerloops`. */
  isNietAangemeld = false
  slaOver: readonly BronId[] = []
  /** Was decided whom to ask? Until then nothing can be said of what there is. */
  isBegonnen = false
  /** Reads `deelnemer`; never fails. */
  index: Promise<void> | undefined
  /** Settles when was decided whom to ask and the line stands in the log. */
  aanloop: Promise<void> | undefined
  /** Rounds of questions that still run. */
  readonly rondes = new Set<Promise<void>>()

  get isWeg(): boolean {
    return this.#isWeg
  }

  get isKlaar(): boolean {
    if (this.#isWeg || !this.isBegonnen) return false
    return [...this.#beurten.values()].every(({ stand }) => stand.soort !== 'bezig')
  }

  /** Cases that it holds in memory. */
  get aantal(): number {
    return [...this.#beurten.values()].reduce((som, { zaken }) => som + zaken.length, 0)
  }

  kent(bron: BronId): boolean {
    const beurt = this.#beurten.get(bron)
    return beurt !== undefined && beurt.isVervallen !== true
  }

  isBezig(bron: BronId): boolean {
    return this.kent(bron) && this.#beurten.get(bron)?.stand.soort === 'bezig'
  }

  /** From now on it is being asked. Gives what takes that back. */
  begin(bron: BronId, gevraagdOp: Date): () => void {
    const vorige = this.#beurten.get(bron)
    const laatstGezien = vorige?.laatstGezien ?? this.#indexVan(bron)?.bevestigdOp
    const stand = { soort: 'bezig' } as const
    this.#beurten.set(bron, {
      stand,
      zaken: vorige?.zaken ?? [],
      taken: vorige?.taken ?? geenTaken,
      laatstGezien,
      gevraagdOp,
    })
    return () => {
      if (vorige === undefined) this.#beurten.delete(bron)
      else this.#beurten.set(bron, vorige)
    }
  }

  /** What the adapter of this source remembers of this person, for as long as this is there. */
  geheugenVan(bron: BronId): Map<string, string> {
    const geheugen = this.#geheugens.get(bron) ?? new Map<string, string>()
    if (!this.#isWeg) this.#geheugens.set(bron, geheugen)
    return geheugen
  }

  /** Lets go what it said, and what it is still to say to the question that runs. Gives how many cases that were. */
  laatVallen(bron: BronId, isEr: boolean): number {
    this.#geheugens.delete(bron)
    const beurt = this.#beurten.get(bron)
    if (beurt === undefined) return 0
    if (!isEr) this.#beurten.delete(bron)
    else
      this.#beurten.set(bron, {
        ...beurt,
        stand: { soort: 'bezig' },
        zaken: [],
        taken: geenTaken,
        isVervallen: true,
      })
    return beurt.zaken.length
  }

  /** The turn of the question that began then; an answer to an earlier one finds none. */
  #beurtVan(bron: BronId, gevraagdOp: Date): Beurt | undefined {
    const beurt = this.#beurten.get(bron)
    const isDeze = beurt?.gevraagdOp === gevraagdOp && beurt.isVervallen !== true
    return isDeze && !this.#isWeg ? beurt : undefined
  }

  /** What came of the question that began then. False: nobody waits for it any more. */
  neem(bron: BronId, gevraagdOp: Date, uitkomst: RegisterUitkomst<Zaaklijst>): boolean {
    const beurt = this.#beurtVan(bron, gevraagdOp)
    if (beurt === undefined) return false
    switch (uitkomst.status) {
      case 'ok': {
        // A case under the name of another connection is not this one's to tell.
        const eigen = uitkomst.gegevens.zaken.filter(({ ref }) => ref.bron === bron)
        const zaken = eigen.slice(0, maxZakenPerBron)
        const isVolledig = uitkomst.gegevens.isVolledig && zaken.length === uitkomst.gegevens.zaken.length
        beurt.stand = { soort: 'geantwoord', op: uitkomst.op, isVolledig }
        beurt.zaken = zaken
        beurt.laatstGezien = uitkomst.op
        return true
      }
      case 'onbekend':
        beurt.stand = { soort: 'geantwoord', op: uitkomst.op, isVolledig: true }
        beurt.zaken = []
        beurt.laatstGezien = uitkomst.op
        return true
      case 'geen-bsn':
        beurt.stand = { soort: 'kent-hen-niet' }
        beurt.zaken = []
        return true
      case 'fout':
        beurt.stand = this.#mislukt(bron, beurt, uitkomst.soort, uitkomst.sinds)
        return true
    }
  }

  /** What it asks of this person; comes before `neem`, so that nothing is shown without it. */
  neemTaken(bron: BronId, gevraagdOp: Date, uitkomst: RegisterUitkomst<Takenlijst>): void {
    const beurt = this.#beurtVan(bron, gevraagdOp)
    if (beurt === undefined) return
    if (uitkomst.status === 'fout') beurt.taken = 'onbekend'
    else beurt.taken = uitkomst.status === 'ok' ? hoogstens(uitkomst.gegevens) : geenTaken
  }

  /** Heard of the source meanwhile: what somebody did is not asked of them again by the list. */
  zetTaak(bron: BronId, taak: Taak): void {
    const beurt = this.#beurten.get(bron)
    if (this.#isWeg || beurt === undefined || beurt.taken === 'onbekend') return
    const { taken, isVolledig } = beurt.taken
    beurt.taken = { taken: taken.map((was) => (was.uuid === taak.uuid ? taak : was)), isVolledig }
  }

  /** What they sent because it was asked, as their own record has it now. */
  zetVerstuurd(alle: readonly Inzending[]): void {
    if (!this.#isWeg) this.#verstuurd = alle
  }

  verstuurd(): readonly Inzending[] {
    return this.#verstuurd
  }

  /** Per organisation that answered. */
  taken(): readonly { readonly bron: BronId; readonly taken: Takenlijst | 'onbekend' }[] {
    return [...this.#beurten]
      .filter(([, { stand }]) => stand.soort === 'geantwoord')
      .map(([bron, { taken }]) => ({ bron, taken }))
  }

  /** Per organisation that was asked, in the order in which that was first done. */
  bronnen(): readonly { readonly bron: BronId; readonly stand: Bronstand }[] {
    return [...this.#beurten].map(([bron, { stand }]) => ({ bron, stand }))
  }

  zaken(): readonly Zaakgegevens[] {
    return [...this.#beurten.values()].flatMap(({ zaken }) => zaken)
  }

  /** Nothing of it stays behind, and nothing comes in any more. */
  vergeet(): void {
    this.#isWeg = true
    this.#beurten.clear()
    this.#verstuurd = []
    for (const geheugen of this.#geheugens.values()) geheugen.clear()
    this.#geheugens.clear()
    this.deelnemer = undefined
  }

  #mislukt(bron: BronId, { zaken, laatstGezien }: Beurt, waarom: Registerfout, sinds: Date): Bronstand {
    const bekend = zaken.length > 0 ? zaken.length : this.#indexVan(bron)?.zaken.length
    return {
      soort: 'mislukt',
      waarom,
      sinds,
      ...(laatstGezien !== undefined && { laatstGezien }),
      ...(bekend !== undefined && { bekend }),
    }
  }

  #indexVan(bron: BronId) {
    return this.deelnemer?.bronnen.find((een) => een.bron === bron)
  }
}
