/**
 * An outcome, written out for the sets of keys that most schemes have: a literal is one allocation, where keys that
 * are added to an object afterwards make it grow each time.
 */
import type { Onbekende } from './onbekenden.ts'
import type {
  Bedrag,
  Grenzen,
  Ontbreekt,
  Ontvangstbewijs,
  Recht,
  RegelingInfo,
  Uitkomst,
  Uitleg,
} from './types.ts'
import type { Uitgelegd } from './uitleg.ts'

/** What was worked out, before it is explained; always with all of its keys. */
export interface Kern {
  readonly recht: Recht
  readonly bedrag: Bedrag | undefined
  readonly grenzen: Grenzen | undefined
  readonly jaar: number | undefined
  readonly ontbreekt: readonly Ontbreekt[]
  readonly indicatie: Bedrag | undefined
  readonly onbekend: readonly Onbekende[]
}

export function maakUitkomst(
  regeling: string,
  info: RegelingInfo,
  k: Kern,
  { vertrouwen, aannames }: Uitgelegd,
  uitleg: Uitleg,
  ontvangstbewijs: Ontvangstbewijs,
): Uitkomst {
  const { naam, soort } = info
  const { recht, bedrag, grenzen, jaar: jaarbedrag, ontbreekt, indicatie } = k
  if (bedrag && grenzen && jaarbedrag === undefined && !indicatie)
    return {
      regeling,
      naam,
      soort,
      recht,
      vertrouwen,
      bedrag,
      grenzen,
      ontbreekt,
      aannames,
      uitleg,
      ontvangstbewijs,
    }
  if (bedrag && grenzen && jaarbedrag !== undefined && !indicatie)
    return {
      regeling,
      naam,
      soort,
      recht,
      vertrouwen,
      bedrag,
      jaarbedrag,
      grenzen,
      ontbreekt,
      aannames,
      uitleg,
      ontvangstbewijs,
    }
  if (!bedrag && !grenzen && jaarbedrag === undefined && !indicatie)
    return { regeling, naam, soort, recht, vertrouwen, ontbreekt, aannames, uitleg, ontvangstbewijs }
  return {
    regeling,
    naam,
    soort,
    recht,
    vertrouwen,
    ...(bedrag ? { bedrag } : {}),
    ...(jaarbedrag === undefined ? {} : { jaarbedrag }),
    ...(grenzen ? { grenzen } : {}),
    ontbreekt,
    aannames,
    ...(indicatie ? { indicatie } : {}),
    uitleg,
    ontvangstbewijs,
  }
}
