/** `voordeur bevolking stand`: which runs over the made-up population there are, and how far they came. */
import { bevolkingsloopOpslag } from '../store/index.ts'
import type { VoerUit } from './opdracht.ts'
import { metToegang } from './toegang.ts'

const HOOGSTENS = 10

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metToegang(wereld, async ({ opslag }) => {
    const lopen = await bevolkingsloopOpslag(opslag.databank).lijst(HOOGSTENS)
    if (lopen.length === 0) wereld.uit('Er is nog niets uitgerekend.')
    for (const { stand, zaad, datum, gedaan, stukken, merk } of lopen)
      wereld.uit(
        `${datum} zaad ${zaad}: ${stand}, ${gedaan} van ${stukken} stukken${merk ? `, ${merk.slice(0, 12)}` : ''}`,
      )
    return 0
  })
