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
const perBron = 16
const tegelijk = 4
/** A node that fell over holds its hints this long; one that did not begins none in the last part of it. */
const leenMs = 20_000
const langsteLezingMs = 8_000
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
  // As long as nobody takes part, no case is of anybody here, and no source has to be asked.
  const isLeeg = hints.length > 0 && !(await werk.werk.heeftDeelnemers())
  const perBronHints = Map.groupBy(hints, ({ ref }) => ref.bron)
  await Promise.all(
    [...perBronHints].map(async ([bron, rij]) => {
      const wieHeeft = bronnen.get(bron)
      if (isLeeg) await werk.berichten.klaar(bron, rij)
      else if (wieHeeft !== undefined) await werkBronAf(werk, { bron, wieHeeft, hints: rij, nu })
    }),
  )
  return hints.length > 0
}

async function werkBronAf(
  werk: Hintwerk,
  {
    bron,
    wieHeeft,
    hints,
    nu: gepakt,
  }: {
    readonly bron: BronId
    readonly wieHeeft: WieHeeft
    readonly hints: readonly Hint[]
    readonly nu: Date
  },
): Promise<void> {
  const uiterlijk = gepakt.getTime() + leenMs - langsteLezingMs
  const rij = hints[Symbol.iterator]()
  const klaar: Hint[] = []
  let isStuk = false
  const loop = async (): Promise<void> => {
    for (const hint of rij) {
      if (isStuk || werk.nu().getTime() > uiterlijk) {
        // Not tried: that is no try of its own.
        await werk.berichten.laatLos(hint)
        continue
      }
      const afloop = await doe(werk, hint, wieHeeft)
      if (afloop === 'klaar') klaar.push(hint)
      if (afloop === 'bron-faalt') isStuk = true
    }
  }
  await Promise.all(Array.from({ length: tegelijk }, loop))
  // Together: whoever falls over before this reads them once more, which changes nothing.
  if (klaar.length > 0) await werk.berichten.klaar(bron, klaar)
  if (!isStuk) return werk.berichten.hervat(bron)
  await werk.berichten.rust(bron, (keren) => straks(werk, keren))
}

async function doe(
  werk: Hintwerk,
  hint: Hint,
  wieHeeft: WieHeeft,
): Promise<'klaar' | 'later' | 'bron-faalt'> {
  const { berichten, nu, meldFout } = werk
  try {
    const afloop = await verwerkHint(werk, hint.ref, wieHeeft)
    if (afloop.status === 'verwerkt') return 'klaar'
    if (bronfouten.includes(afloop.soort)) {
      await berichten.stelUit(hint, straks(werk, 1))
      return 'bron-faalt'
    }
  } catch (fout) {
    meldFout(fout)
  }
  if (hint.pogingen + 1 >= maxPogingen) await berichten.geefOp(hint, nu())
  else await berichten.stelUit(hint, straks(werk, hint.pogingen + 1))
  return 'later'
}

/** Twice as long each time, and never exactly. */
function straks({ nu, loting }: Hintwerk, keren: number): Date {
  const ms = Math.min(eersteUitstelMs * 2 ** (keren - 1), langsteUitstelMs)
  return new Date(nu().getTime() + ms * (0.5 + loting() / 2))
}
