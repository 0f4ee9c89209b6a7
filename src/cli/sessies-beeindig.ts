/**
 * `voordeur sessies beeindig`: everybody logs in again. For after a burglary, or when a login service was not to be
 * trusted. Whoever helped beside somebody left with it, and that is written down as at every other end.
 */
import { randomBytes } from 'node:crypto'
import { verzegelBewijs } from '../audit/index.ts'
import { klokVanaf, systeemklok } from '../platform/index.ts'
import { beeindigAlleSessies, toegangOpslag } from '../store/index.ts'
import { openSessies } from '../toegang/index.ts'
import type { VoerUit } from './opdracht.ts'
import { metPersonen } from './personen.ts'

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metPersonen(wereld, async ({ config, opslag, ring }) => {
    const { nu } = config.nu === undefined ? systeemklok : klokVanaf(config.nu)
    const sessies = openSessies({
      store: toegangOpslag(opslag).sessies,
      audit: { verzegel: (bewijs) => verzegelBewijs(ring, bewijs, randomBytes) },
      nu,
      toeval: randomBytes,
    })
    const metHulp = await sessies.sluitAlleHulp()
    const aantal = metHulp + (await beeindigAlleSessies(opslag.bewaring))
    wereld.uit(`${aantal} sessies zijn beëindigd. Iedereen moet opnieuw inloggen.`)
    return 0
  })
