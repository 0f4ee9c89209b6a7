import type { CorpusStand } from './corpus/index.ts'
import { controleerDatabank, type Opslag } from './store/index.ts'

/** What `/gezond` says of the ground floor. */
export function corpusstand({ activering, bestanden, geweigerd, fouten }: CorpusStand) {
  const isGoed = geweigerd.length === 0 && fouten.length === 0
  return {
    stand: isGoed ? 'goed' : 'beperkt',
    activering,
    bestanden,
    ...(isGoed
      ? {}
      : { melding: 'Niet alle bestanden doen mee.', geweigerd: geweigerd.map(({ bestand }) => bestand) }),
  } as const
}

export async function databankstand({ databank, soort }: Opslag) {
  const { versie } = await controleerDatabank(databank)
  return { stand: 'goed', soort, versie } as const
}
