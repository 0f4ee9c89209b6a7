/** `voordeur brieven retour <kenmerk of bestand> [reden]`: letters that the post brought back. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { metDrukkerij, vindBrief } from './brieven.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = ([wat = '', reden], wereld) =>
  metDrukkerij(wereld, async (drukkerij) => {
    const bestand = resolve(wereld.werkmap, wat)
    const regels = existsSync(bestand)
      ? readFileSync(bestand, 'utf8')
          .split(/\r?\n/)
          .filter((regel) => regel.trim() !== '')
          .map((regel) => regel.split(';').map((deel) => deel.trim()))
      : [[wat, reden]]
    let goed = true
    for (const [kenmerk = '', waarom = reden] of regels) {
      const brief = await vindBrief(drukkerij, kenmerk)
      if (typeof brief === 'string') {
        wereld.fout(brief)
        goed = false
        continue
      }
      const uitslag = await drukkerij.retour(brief, waarom || undefined)
      wereld.uit(`${kenmerk}: ${uitslag === 'gemeld' ? 'opgeschreven' : 'stond er al'}`)
    }
    return goed ? 0 : 1
  })
