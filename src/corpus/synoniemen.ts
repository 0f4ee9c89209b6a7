import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import { leesLijst } from './gebeurtenis-lezen.ts'
import { veldLezer, waardeOp } from './velden.ts'

/** Per language groups of words, or of words that belong together, that mean the same to who searches. */
export type Synoniemen = Readonly<Record<string, readonly (readonly string[])[]>>

const TALEN = ['nl', 'en', 'pap'] as const

export function leesSynoniemen(document: CorpusDocument): {
  readonly synoniemen: Synoniemen
  readonly fouten: readonly CorpusFout[]
} {
  const lezer = veldLezer(document)
  const { inhoud } = document
  lezer.alleen([], ['synoniemen'])
  lezer.alleen(['synoniemen'], TALEN)
  const synoniemen: Record<string, readonly (readonly string[])[]> = {}
  for (const taal of TALEN) {
    if (waardeOp(inhoud, ['synoniemen', taal]) === undefined) continue
    synoniemen[taal] = leesLijst(lezer, inhoud, ['synoniemen', taal]).map((groep) => {
      const woorden = leesLijst(lezer, inhoud, groep).map((pad) => lezer.tekst(pad))
      if (woorden.length < 2)
        lezer.meld(
          groep,
          'synoniem-alleen',
          'Een groep heeft minstens twee woorden.',
          'Zet er een woord bij, of haal de regel weg.',
        )
      return woorden
    })
  }
  return { synoniemen, fouten: lezer.fouten }
}

/** Files of added layers come on top: their groups are added. */
export function voegSynoniemenSamen(delen: readonly Synoniemen[]): Synoniemen {
  return Object.fromEntries(TALEN.map((taal) => [taal, delen.flatMap((deel) => deel[taal] ?? [])]))
}
