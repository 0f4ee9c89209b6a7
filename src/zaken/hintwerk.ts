import type { Registerfout } from '../inwoner/index.ts'
import { type HintOnderdelen, verwerkHint, type WieHeeft } from './hint.ts'
import type { Hint, ZaakberichtStore } from './zaakbericht-store.ts'
import type { BronId } from './zaakgegevens.ts'

export interface Hintwerk extends HintOnderdelen {
  readonly berichten: ZaakberichtStore
  readonly bronnen: () => ReadonlyMap<BronId, WieHeeft>
  /** Between 0 and 1, so that what failed together does not come back together. */
  readonly loting: () => number
  /** What went wrong with one hint beside its source; the others go on. */
  readonly meldFout: (fout: unknown) => void
}

/** Named limits: so many hints of one connection are taken, and so many read, at once. */
const perBron = 40
const tegelijk = 4
/** A node that fell over holds its hints this long. Longer than reading them all can take. */
const leenMs = 120_000
/** Tries of one case of which the answer cannot be used, before it is left to the next round of asking. */
const maxPogingen = 10
const eersteUitstelMs = 30_000
const langsteUitstelMs = 15 * 60_000

/** Says something about the source, and not about one case: the others of this source need not be tried now. */
const bronfouten: readonly Registerfout[] = ['onbereikbaar', 'te-laat', 'storing', 'niet-gevraagd']

/** Works off what is in the inbox, once; true when there may be more. Sources are independent of each other. */
export async function werkHintsAf(werk: Hintwerk): Promise<boolean> {
  const bronnen = werk.bronnen()
  const nu = werk.nu()
  const hints = await werk.berichten.pak({
    bronnen: [...bronnen.keys()],
    nu,
    tot: new Date(nu.getTime() + leenMs),
    perBron,
  })
  const perBronHints = Map.groupBy(hints, ({ ref }) => ref.bron)
  await Promise.all(
    [...perBronHints].map(async ([bron, rij]) => {
      const wieHeeft = bronnen.get(bron)
      if (wieHeeft !== undefined) await werkBronAf(werk, bron, wieHeeft, rij)
    }),
  )
  return hints.length > 0
}

async function werkBronAf(
  werk: Hintwerk,
  bron: BronId,
  wieHeeft: WieHeeft,
  hints: readonly Hint[],
): Promise<void> {
  const rij = hints[Symbol.iterator]()
  let isStuk = false
  const loop = async (): Promise<void> => {
    for (const hint of rij) {
      if (isStuk) {
        // Not tried: it waits for the source, and that is no try of its own.
        await werk.berichten.laatLos(hint)
        continue
      }
      if (!(await doe(werk, hint, wieHeeft))) isStuk = true
    }
  }
  await Promise.all(Array.from({ length: tegelijk }, loop))
  if (!isStuk) return werk.berichten.hervat(bron)
  await werk.berichten.rust(bron, (keren) => straks(werk, keren))
}

/** False when the source itself fails. */
async function doe(werk: Hintwerk, hint: Hint, wieHeeft: WieHeeft): Promise<boolean> {
  const { berichten, nu, meldFout } = werk
  try {
    const afloop = await verwerkHint(werk, hint.ref, wieHeeft)
    if (afloop.status === 'verwerkt') {
      await berichten.klaar(hint)
      return true
    }
    if (bronfouten.includes(afloop.soort)) {
      await berichten.stelUit(hint, straks(werk, 1))
      return false
    }
  } catch (fout) {
    meldFout(fout)
  }
  if (hint.pogingen + 1 >= maxPogingen) await berichten.geefOp(hint, nu())
  else await berichten.stelUit(hint, straks(werk, hint.pogingen + 1))
  return true
}

/** Twice as long each time, and never exactly. */
function straks({ nu, loting }: Hintwerk, keren: number): Date {
  const ms = Math.min(eersteUitstelMs * 2 ** (keren - 1), langsteUitstelMs)
  return new Date(nu().getTime() + ms * (0.5 + loting() / 2))
}
