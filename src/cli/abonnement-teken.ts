/**
 * `voordeur abonnement teken <bron> <bestand>`: the header that belongs to these bytes, for a minute, so that somebody
 * can try the door with a tool of their own before the source itself can sign.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { bronsleutel, tekenLevensloop } from '../proactief/index.ts'
import { metLevensloopbronnen } from './levensloopbronnen.ts'
import { onleesbaar } from './onleesbaar.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = async ([bron = '', getypt = ''], wereld) => {
  let tekst: string
  try {
    tekst = readFileSync(resolve(wereld.werkmap, getypt), 'utf8')
  } catch (reden) {
    wereld.fout(onleesbaar(getypt, reden))
    return 2
  }
  return metLevensloopbronnen(wereld, async (bronnen, { ring, klok }) => {
    if (!(await bronnen.alle()).some((een) => een.bron === bron)) {
      wereld.fout(
        `${bron} is niet aangesloten. Sluit haar eerst aan: voordeur abonnement zet <bestand.json>.`,
      )
      return 1
    }
    wereld.uit(`Authorization: Bearer ${tekenLevensloop(bron, bronsleutel(ring, bron), tekst, klok.nu())}`)
    return 0
  })
}
