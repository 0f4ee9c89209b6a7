import { ontzegel, type Sleutelring, verzegel } from '../audit/index.ts'
import { type PersoonId, parsePersoonId, type Toeval } from '../domain/index.ts'
import { pseudoniemVoor } from '../toegang/index.ts'
import type { Indexpseudoniem } from './zaakindex-store.ts'

const ontvanger = 'zaakindex'

/** Under each key of the ring, the newest first: who came before a key was changed stands under an older one. */
export function indexnamen(ring: Sleutelring, persoon: PersoonId): readonly Indexpseudoniem[] {
  const [nieuwste, ...rest] = [ring.actief(), ...ring.kids().filter((kid) => kid !== ring.actief())]
  return [nieuwste, ...rest].map((kid) => {
    const { waarde } = pseudoniemVoor(ring, ontvanger, persoon, kid)
    return `${kid}.${waarde}` as Indexpseudoniem
  })
}

/** Newest key only: under this name somebody takes part from now on. */
export function indexnaam(ring: Sleutelring, persoon: PersoonId): Indexpseudoniem {
  const [naam] = indexnamen(ring, persoon)
  if (naam === undefined) throw new Error('een lege sleutelring')
  return naam
}

/** The key a name was made with. */
export function kidVan(naam: Indexpseudoniem): string {
  return naam.slice(0, naam.indexOf('.'))
}

/**
 * Who it is, for the work that asks a source again: a pseudonym does not lead back. Sealed to this row, so that it
 * opens nowhere else.
 */
export function verzegelNaam(
  ring: Sleutelring,
  naam: Indexpseudoniem,
  persoon: PersoonId,
  toeval: Toeval,
): Buffer {
  return verzegel(ring, plekVan(naam), persoon, { toeval, kid: kidVan(naam) }).cijfer
}

/** Throws when the key is no longer on the ring, or the seal belongs to another row. */
export function openNaam(ring: Sleutelring, naam: Indexpseudoniem, zegel: Buffer): PersoonId {
  const persoon = parsePersoonId(ontzegel(ring, plekVan(naam), { kid: kidVan(naam), cijfer: zegel }))
  if (persoon === undefined) throw new Error('in de index staat iets anders dan een persoon')
  return persoon
}

const plekVan = (naam: Indexpseudoniem) => ({ tabel: 'zaakindex_deelnemer', rij: naam, doel: 'persoon' })
