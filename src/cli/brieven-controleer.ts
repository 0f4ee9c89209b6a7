/** `voordeur brieven controleer <nummer>`: is a closed batch still as it was closed? */
import { metDrukkerij } from './brieven.ts'
import type { VoerUit } from './opdracht.ts'

const zinnen = { weg: 'is weg', anders: 'is veranderd', 'te-veel': 'hoort er niet bij' } as const

export const voerUit: VoerUit = ([nummer = ''], wereld) =>
  metDrukkerij(wereld, async (drukkerij) => {
    const fouten = /^\d{1,6}$/.test(nummer) ? await drukkerij.controleer(Number(nummer)) : undefined
    if (fouten === undefined) {
      wereld.fout(`Deze stapel is er niet: ${nummer}`)
      return 2
    }
    for (const { bestand, fout } of fouten) wereld.uit(`${bestand} ${zinnen[fout]}`)
    if (fouten.length === 0) wereld.uit(`Stapel ${Number(nummer)} is zoals hij is gesloten.`)
    return fouten.length === 0 ? 0 : 1
  })
