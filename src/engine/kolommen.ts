/** Checked households as columns that say what is not known: what the generated JavaScript reads for a few of them. */

import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import type { Gezin, Lijst, Mens } from './gezin.ts'
import { peildag, Situatie } from './situatie.ts'
import type { Huishouden } from './types.ts'
import type { VolleKolommen } from './volkolommen.ts'
import { uitGezinnen } from './volkolommen-maken.ts'

/**
 * As the columns of a population, with NaN for what is not known. Who is surely on a list has a row; whether that is
 * everybody stands beside it.
 */
export interface Kolommen extends VolleKolommen {
  /** 1 when it is known who is on that list of a household, and which care entries a person (a row) has. */
  readonly zeker: Readonly<Record<'partner' | 'kinderen' | 'medebewoners', Uint8Array>>
  readonly opvangZeker: Uint8Array
  /** A household as the evaluator takes it, for those of whom something is needed that is not known. */
  readonly gezin: (h: number) => Gezin
}

/** Facts are taken on the day on which the scheme takes them (`peilmoment`). */
export function maakKolommen(
  corpus: Corpus,
  id: string,
  datum: string,
  huishoudens: readonly Huishouden[],
): Kolommen {
  const dag = leesDatum(datum) ?? 0
  const gezin = (h: Huishouden): Gezin => {
    const s = Situatie.van(corpus, h)
    const { keus } = s.kies(id, dag)
    return s.op(keus.k === 'plan' || keus.k === 'verlopen' ? peildag(keus.plan.wet, dag) : dag)
  }
  const gezinnen = huishoudens.map(gezin)
  const { k, mensen } = uitGezinnen(corpus, gezinnen, zekerDaar, true)
  const bekend = (lijst: (g: Gezin) => Lijst) => Uint8Array.from(gezinnen, (g) => isBekend(lijst(g)))
  return {
    ...k,
    zeker: {
      partner: bekend((g) => g.partner),
      kinderen: bekend((g) => g.kinderen),
      medebewoners: bekend((g) => g.medebewoners),
    },
    opvangZeker: Uint8Array.from(mensen, (m) => isBekend(m.opvang)),
    gezin: (h) => {
      const huishouden = huishoudens[h]
      if (!huishouden) throw new RangeError(`no household ${h}`)
      return gezin(huishouden)
    },
  }
}

function zekerDaar(l: Lijst): readonly Mens[] {
  return l.leden.filter((d) => d.min === 1 && d.max === 1).map((d) => d.m)
}

function isBekend(l: Lijst): number {
  return l.leden.every((d) => d.min === d.max) ? 1 : 0
}
