import type { RegisterUitkomst } from '../inwoner/index.ts'
import type { Brondag, BronverkeerStore, Bronverloop } from './aansluiting-store.ts'
import type { Zaakbron } from './zaakbron.ts'
import type { BronId } from './zaakgegevens.ts'

/** What happened once with a connection. */
export type Bronvoorval =
  | { readonly soort: 'gevraagd' }
  | { readonly soort: 'mislukt'; readonly waarom: string }

/** Counts in memory and writes from time to time: a page never waits for a counter. */
export interface Bronverkeer {
  readonly tel: (bron: BronId, voorval: Bronvoorval) => void
  /** Writes what was counted since the last time; what the database refuses is counted again later. */
  readonly schrijf: () => Promise<void>
  readonly dagen: BronverkeerStore['dagen']
  readonly verloop: BronverkeerStore['verloop']
}

export function openBronverkeer({
  store,
  nu,
  dagVan,
}: {
  readonly store: BronverkeerStore
  readonly nu: () => Date
  readonly dagVan: (op: Date) => string
}): Bronverkeer {
  let geteld = new Map<string, Geteld>()
  return {
    tel: (bron, voorval) => {
      const op = nu()
      const dag = dagVan(op)
      const sleutel = `${bron} ${dag}`
      const was = geteld.get(sleutel) ?? { bron, dag, ...niets }
      geteld.set(sleutel, { ...was, ...telBij(was, voorval, op) })
    },
    schrijf: async () => {
      if (geteld.size === 0) return
      const teSchrijven = geteld
      geteld = new Map()
      try {
        await store.tel([...teSchrijven.values()])
      } catch (fout) {
        for (const [sleutel, van] of teSchrijven) geteld.set(sleutel, samen(van, geteld.get(sleutel)))
        throw fout
      }
    },
    dagen: store.dagen,
    verloop: store.verloop,
  }
}

type Geteld = Brondag & Bronverloop

const niets = { gevraagd: 0, mislukt: 0 }

function telBij(was: Geteld, voorval: Bronvoorval, op: Date): Partial<Geteld> {
  switch (voorval.soort) {
    case 'gevraagd':
      return { gevraagd: was.gevraagd + 1, laatstGoed: op }
    case 'mislukt':
      return {
        gevraagd: was.gevraagd + 1,
        mislukt: was.mislukt + 1,
        laatstMislukt: op,
        laatsteFout: voorval.waarom,
      }
  }
}

function samen(eerder: Geteld, later: Geteld | undefined): Geteld {
  if (later === undefined) return eerder
  return {
    ...eerder,
    ...later,
    gevraagd: eerder.gevraagd + later.gevraagd,
    mislukt: eerder.mislukt + later.mislukt,
  }
}

/** The same source, of which every answer is counted: that there was one, and how it failed. */
export function metTelling<B extends Zaakbron>(bron: B, tel: Bronverkeer['tel']): B {
  const na = async <T>(antwoord: Promise<RegisterUitkomst<T>>): Promise<RegisterUitkomst<T>> => {
    const uitkomst = await antwoord
    // Nothing was asked: that says nothing about the source.
    const isGevraagd =
      uitkomst.status !== 'geen-bsn' && !(uitkomst.status === 'fout' && uitkomst.soort === 'niet-gevraagd')
    if (isGevraagd)
      tel(
        bron.id,
        uitkomst.status === 'fout' ? { soort: 'mislukt', waarom: uitkomst.soort } : { soort: 'gevraagd' },
      )
    return uitkomst
  }
  return {
    ...bron,
    zoek: (vraag) => na(bron.zoek(vraag)),
    haal: (vraag, ref) => na(bron.haal(vraag, ref)),
    document: (vraag, ref, uuid) => na(bron.document(vraag, ref, uuid)),
    voegToe: (vraag, ref, nieuw) => na(bron.voegToe(vraag, ref, nieuw)),
  }
}
