/** `voordeur afzenders stand`: which snapshot counts, and how old it is. */
import { dagenOud } from '../afzender/index.ts'
import { datumOp } from '../kalender/index.ts'
import { klokVanaf, systeemklok } from '../platform/index.ts'
import { momentopnameOpslag } from '../store/index.ts'
import type { VoerUit } from './opdracht.ts'
import { metPersonen } from './personen.ts'

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metPersonen(wereld, async ({ config, opslag }) => {
    const laatste = await momentopnameOpslag(opslag.databank).laatste()
    if (laatste === undefined) {
      wereld.uit('Er is geen momentopname gelezen. Alleen wat in het corpus staat, telt mee.')
      return 0
    }
    const { nu } = config.nu === undefined ? systeemklok : klokVanaf(config.nu)
    const dagen = dagenOud(laatste, datumOp(nu(), 'Europe/Amsterdam'))
    wereld.uit(
      `${laatste.domeinen.length} domeinen uit ${laatste.bron}, zoals het was op ${laatste.peildatum}: ${dagen} dagen oud.`,
    )
    return 0
  })
