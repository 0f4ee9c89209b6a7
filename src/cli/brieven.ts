import { join } from 'node:path'
import { MEEGELEVERD } from '../corpus/index.ts'
import { type Drukkerij, leesBriefwoorden, openDrukkerij } from '../kanalen/brief/index.ts'
import { klokVanaf, loadConfig, systeemklok } from '../platform/index.ts'
import type { Eindcode, Wereld } from './opdracht.ts'

/** Opens the pile of letters for one command; says what to set when there is none. No database: printing goes on without. */
export async function metDrukkerij(
  wereld: Wereld,
  fn: (drukkerij: Drukkerij) => Promise<Eindcode>,
): Promise<Eindcode> {
  const config = loadConfig(wereld.omgeving, wereld.werkmap)
  if (config.brieven === undefined) {
    wereld.fout('Zeg met VOORDEUR_BRIEVEN in welke map de brieven liggen. Zie docs/operations.md.')
    return 2
  }
  const { map, venster, retouradres } = config.brieven
  const { nu } = config.nu === undefined ? systeemklok : klokVanaf(config.nu)
  return fn(
    openDrukkerij({
      map,
      nu,
      woorden: leesBriefwoorden(join(MEEGELEVERD, 'teksten')),
      opmaak: { ...(venster && { venster }), ...(retouradres !== undefined && { retouradres }) },
    }),
  )
}

/** The one letter that somebody means, or a sentence that says why there is not one. */
export async function vindBrief(
  drukkerij: Drukkerij,
  gezocht: string,
): Promise<Extract<Awaited<ReturnType<Drukkerij['zoek']>>, { soort: 'gevonden' }>['stuk'] | string> {
  const gevonden = await drukkerij.zoek(gezocht)
  if (gevonden.soort === 'gevonden') return gevonden.stuk
  if (gevonden.soort === 'onbekend') return `Geen gedrukte brief heeft dit kenmerk: ${gezocht}`
  return `Meer brieven hebben dit kenmerk: ${gezocht}. Noem het nummer van de zending:\n  ${gevonden.zendingen.join('\n  ')}`
}
