/** `voordeur sessies beeindig`: everybody logs in again. For after a burglary, or when a login service was not to be trusted. */
import { beeindigAlleSessies } from '../store/index.ts'
import type { VoerUit } from './opdracht.ts'
import { metPersonen } from './personen.ts'

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metPersonen(wereld, async ({ opslag }) => {
    const aantal = await beeindigAlleSessies(opslag.bewaring)
    wereld.uit(`${aantal} sessies zijn beëindigd. Iedereen moet opnieuw inloggen.`)
    return 0
  })
