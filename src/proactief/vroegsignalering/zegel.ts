/** What is sealed: what a creditor told, and what happened to an offer. */
import { createHash } from 'node:crypto'
import { ontzegel, type Sleutelring, verzegel } from '../../audit/index.ts'
import type { Toeval } from '../../domain/index.ts'
import { type Aanbodvoorval, type Hulpaanbod, speelAanbodAf } from './hulpaanbod.ts'
import type { AanbodRij, VroegsignaalRij } from './hulpaanbod-store.ts'
import type { Achterstand } from './vroegsignaal.ts'

interface Zegelaar {
  readonly ring: Sleutelring
  readonly toeval: Toeval
}

/** By which a signal is known again: with its creditor the same, however often it comes. */
export function signaalsleutel(bron: string, id: string): Buffer {
  return createHash('sha256').update(`voordeur vroegsignaal|${bron}|${id}`).digest()
}

export function sluitSignaal({ ring, toeval }: Zegelaar, id: string, inhoud: Achterstand) {
  return verzegel(ring, signaalplek(id), JSON.stringify(inhoud), { toeval })
}

export function openSignaal(
  ring: Sleutelring,
  rij: Pick<VroegsignaalRij, 'id' | 'kid' | 'cijfer'>,
): Achterstand {
  // Sealed by us with the place as a part of it: what opens is what was written.
  return JSON.parse(ontzegel(ring, signaalplek(rij.id), rij)) as Achterstand
}

export function sluitVoorvallen(
  { ring, toeval }: Zegelaar,
  id: string,
  voorvallen: readonly Aanbodvoorval[],
) {
  return verzegel(ring, aanbodplek(id), JSON.stringify(voorvallen), { toeval })
}

export function openVoorvallen(
  ring: Sleutelring,
  rij: Pick<AanbodRij, 'id' | 'kid' | 'cijfer'>,
): { readonly voorvallen: readonly Aanbodvoorval[]; readonly aanbod: Hulpaanbod } {
  // As above; a moment is written as text.
  const gelezen = JSON.parse(ontzegel(ring, aanbodplek(rij.id), rij)) as readonly Aanbodvoorval[]
  const voorvallen = gelezen.map((een) => ({ ...een, op: new Date(een.op) }))
  const aanbod = speelAanbodAf(voorvallen)
  if (aanbod === undefined) throw new Error('een aanbod zonder signaal')
  return { voorvallen, aanbod }
}

const signaalplek = (id: string) => ({ tabel: 'vroegsignaal', rij: id, doel: 'inhoud' })
const aanbodplek = (id: string) => ({ tabel: 'hulpaanbod', rij: id, doel: 'voorvallen' })
