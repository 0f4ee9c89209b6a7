import type { Controle } from '../http/index.ts'
import type { Bron } from './bron.ts'

/** For `GET /gezond`. A source that fails makes us `beperkt`, never unfit: the rest of the house works. */
export function bronControle(bron: Pick<Bron, 'stand'>): Controle {
  return () => {
    const { keten, laatsteGoed, foutSinds, laatsteFout, lopend, wachtend } = bron.stand()
    const isGoed = keten === 'dicht' && foutSinds === undefined
    return {
      stand: isGoed ? 'goed' : 'beperkt',
      keten,
      lopend,
      wachtend,
      ...(laatsteGoed && { laatsteGoed: laatsteGoed.toISOString() }),
      ...(foutSinds && { foutSinds: foutSinds.toISOString(), laatsteFout }),
    }
  }
}
