import { join } from 'node:path'
import { MEEGELEVERD } from './corpus/index.ts'
import {
  createProefzetter,
  type Drukkerij,
  leesBriefwoorden,
  openDrukkerij,
  type Zetsel,
} from './kanalen/brief/index.ts'
import type { Terugbericht, Verzendstuk } from './kanalen/index.ts'
import type { Controle } from './platform/http/index.ts'
import { type Config, herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'

/** The part of the composition root about paper: our own pile, or a document for a service that prints. */
export interface Briefdeel {
  /** Absent: no directory was named (VOORDEUR_BRIEVEN). */
  readonly drukkerij: Drukkerij | undefined
  readonly zetBrief: (stuk: Verzendstuk) => Promise<Zetsel>
  readonly controles: readonly (readonly [string, Controle])[]
  /** Once, as it is done every minute; absent: there is no pile. */
  readonly kijk?: () => Promise<void>
}

/** Named limit: so long may what left or came back by post lie before it is known. */
const retourMs = 60_000
/** Named limit: letters that nobody printed for so long are a sign: of a notice the law asks it within 48 hours. */
const oudMs = 24 * 3_600_000

export function openBrieven(
  { config, klok, log }: { readonly config: Pick<Config, 'brieven'>; readonly klok: Klok; readonly log: Log },
  neemTerug: (terug: Terugbericht) => Promise<unknown>,
  levensloop: Levensloop,
): Briefdeel {
  const woorden = leesBriefwoorden(join(MEEGELEVERD, 'teksten'))
  const zetter = createProefzetter(woorden, klok.nu)
  const zetBrief = async ({ inhoud, adres, taal, vorm }: Verzendstuk): Promise<Zetsel> => {
    if (inhoud.soort !== 'brief' || adres.soort !== 'post') throw new Error('dit is geen brief')
    return zetter(inhoud.brief, { taal, groot: vorm === 'groot', adres: adres.regels })
  }
  if (config.brieven === undefined) return { drukkerij: undefined, zetBrief, controles: [] }
  const { map, venster, retouradres } = config.brieven
  const drukkerij = openDrukkerij({
    map,
    nu: klok.nu,
    woorden,
    opmaak: { ...(venster && { venster }), ...(retouradres !== undefined && { retouradres }) },
  })
  let wachtMs = 0
  const haalOp = async () => {
    await drukkerij.terugberichten(async (terug) => {
      await neemTerug(terug)
    })
    const was = wachtMs
    wachtMs = await drukkerij.wachtMs()
    if (wachtMs > oudMs && was <= oudMs)
      log.waarschuwing('brieven liggen te lang op de stapel', { uren: Math.floor(wachtMs / 3_600_000) })
  }
  const stop = herhaal(retourMs, haalOp, (fout) => log.waarschuwing('retourpost niet verwerkt', { fout }))
  levensloop.bijSluiten('brieven', stop)
  const stand: Controle = async () => ({
    stand: wachtMs > oudMs ? 'beperkt' : 'goed',
    wachtenOpDruk: await drukkerij.open(),
    oudsteSeconden: Math.floor(wachtMs / 1000),
  })
  return { drukkerij, zetBrief, controles: [['drukwerk', stand]], kijk: haalOp }
}
