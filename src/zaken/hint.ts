import type { Audit, Sleutelring } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import type { Registerfout, RegisterUitkomst } from '../inwoner/index.ts'
import { indexnamen, kidVan, openNaam } from './indexnaam.ts'
import type { Zaakref } from './zaakgegevens.ts'
import type { Genoemd, Indexpseudoniem, ZaakindexStore, ZaakindexwerkStore } from './zaakindex-store.ts'

/**
 * Who of the people this installation knows holds a role of their own in this case, as the source says now. Makes
 * nobody. Empty: nobody of them, or a case that may not be shown. `onbekend`: gone (404, 410).
 */
export type WieHeeft = (ref: Zaakref) => Promise<RegisterUitkomst<readonly PersoonId[]>>

export interface HintOnderdelen {
  readonly index: ZaakindexStore
  readonly werk: ZaakindexwerkStore
  readonly audit: Pick<Audit, 'metVerwerking'>
  readonly ring: Sleutelring
  readonly nu: () => Date
}

export type Hintafloop =
  /** `betrokken`: so many who take part have to do with it. */
  | { readonly status: 'verwerkt'; readonly betrokken: number }
  | { readonly status: 'fout'; readonly soort: Registerfout }

/** In the register of processing activities. */
export const indexdoel = 'zaken-index'
export const indexgegevens = ['zaakverwijzing'] as const
export const indextaak = 'zaakindex'

/**
 * A hint says only that something happened. The source is asked how it is now, and that goes into the index; so it
 * does not matter in which order hints come, or how often. Who does not take part leaves nothing behind.
 */
export async function verwerkHint(
  onderdelen: HintOnderdelen,
  ref: Zaakref,
  wieHeeft: WieHeeft,
): Promise<Hintafloop> {
  const { index, werk, nu } = onderdelen
  const begin = nu()
  const uitkomst = await wieHeeft(ref)
  if (uitkomst.status === 'fout') return { status: 'fout', soort: uitkomst.soort }
  const personen = uitkomst.status === 'ok' ? uitkomst.gegevens : []
  const houders = await werk.houders(ref, nu())
  const erin = await deelnemersVan(onderdelen, personen)
  const eruit = houders.filter(({ wie }) => !erin.has(wie))
  const betrokkenen = [...erin.values(), ...eruit.flatMap((een) => openIndien(onderdelen.ring, een) ?? [])]
  await alsVerwerking(onderdelen, betrokkenen, ref, async () => {
    if (uitkomst.status === 'onbekend') return index.verwijder(ref, begin)
    for (const wie of erin.keys()) await index.merk(wie, ref, true, begin)
    for (const { wie } of eruit) await index.merk(wie, ref, false, begin)
  })
  return { status: 'verwerkt', betrokken: erin.size + eruit.length }
}

async function deelnemersVan(
  { index, ring }: HintOnderdelen,
  personen: readonly PersoonId[],
): Promise<ReadonlyMap<Indexpseudoniem, PersoonId>> {
  const perNaam = new Map(
    [...new Set(personen)].flatMap((persoon) =>
      indexnamen(ring, persoon).map((naam) => [naam, persoon] as const),
    ),
  )
  const erin = new Set(await index.deelnemersOnder([...perNaam.keys()]))
  return new Map([...perNaam].filter(([naam]) => erin.has(naam)))
}

/** Without a seal, or under a key that is no longer there, it is a row that nobody can say whose it is. */
function openIndien(ring: Sleutelring, { wie, zegel }: Genoemd): PersoonId | undefined {
  if (zegel === undefined || !ring.heeft(kidVan(wie))) return undefined
  return openNaam(ring, wie, zegel)
}

/** A line for whoever takes part; about nobody else is there anything to write. */
async function alsVerwerking(
  { audit }: HintOnderdelen,
  betrokkenen: readonly PersoonId[],
  { bron }: Zaakref,
  fn: () => Promise<void>,
): Promise<void> {
  if (betrokkenen.length === 0) return fn()
  await audit.metVerwerking(
    {
      doel: indexdoel,
      betrokkenen,
      gegevens: indexgegevens,
      door: { soort: 'taak', taak: indextaak },
      bronnen: [bron],
    },
    fn,
  )
}
