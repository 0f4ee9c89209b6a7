/** `voordeur bevolking stand`: which runs over the made-up population there are, and how far they came. */
import { randomUUID } from 'node:crypto'
import { openGebruikslopen } from '../proactief/index.ts'
import { bevolkingsloopOpslag } from '../store/index.ts'
import type { VoerUit } from './opdracht.ts'
import { metToegang } from './toegang.ts'

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metToegang(wereld, async ({ opslag, klok }) => {
    const store = bevolkingsloopOpslag(opslag.databank)
    const lopen = await openGebruikslopen({ store, nu: klok.nu, nieuwId: randomUUID }).lijst()
    if (lopen.length === 0) wereld.uit('Er is nog niets uitgerekend.')
    for (const { stand, zaad, datum, gedaan, stukken, merk } of lopen)
      wereld.uit(
        `${datum} zaad ${zaad}: ${stand}, ${gedaan} van ${stukken} stukken${merk ? `, ${merk.slice(0, 12)}` : ''}`,
      )
    return 0
  })
