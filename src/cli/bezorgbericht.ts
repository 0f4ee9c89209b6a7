/**
 * `voordeur bezorgbericht [ontvanger]`: takes one mail that came back from standard input, and writes down what became of
 * ours. A mail server calls it; 75 (sysexits: try later) makes it keep the message.
 */
import { maakBezorgdienst } from '../app-kanalen.ts'
import { baliesUit } from '../app-medewerkers.ts'
import { maakMailTerug } from '../app-ontvangst.ts'
import { retoursleutels } from '../app-wegen.ts'
import { leesBezorgbericht, maxBezorgbericht } from '../kanalen/email/bezorgbericht.ts'
import { stilLog } from '../platform/index.ts'
import { leesInvoer } from './invoer.ts'
import type { VoerUit } from './opdracht.ts'
import { metToegang } from './toegang.ts'

export const voerUit: VoerUit = bezorgberichtMet(
  async () => (await leesInvoer(process.stdin, maxBezorgbericht)).inhoud,
)

/** For a test: with something else in the place of standard input. */
export function bezorgberichtMet(lees: () => Promise<Buffer>): VoerUit {
  return async ([ontvanger], wereld) => {
    const ruw = await lees()
    try {
      return await metToegang(wereld, async ({ config, klok, opslag, ring, toegang }) => {
        const gelezen = await leesBezorgbericht(ruw, { nu: klok.nu, ...retoursleutels(ring) }, ontvanger)
        if (gelezen.soort !== 'terugbericht') {
          const zending = 'zending' in gelezen ? gelezen.zending : undefined
          wereld.uit(JSON.stringify({ soort: gelezen.soort, zending }))
          return 0
        }
        const { zending, uitkomst, reden } = gelezen.terugbericht
        const dienst = maakBezorgdienst(
          { klok, log: stilLog },
          { opslag, toegang, heeftBalie: baliesUit(config) },
        )
        const bekend = await dienst.neemTerug(gelezen.terugbericht)
        const mailTerug = maakMailTerug({ opslag, toegang, ring })
        const gevolg = bekend === 'onbekend' ? await mailTerug(gelezen.terugbericht) : bekend
        wereld.uit(JSON.stringify({ soort: gelezen.soort, zending, uitkomst, reden, gevolg }))
        return 0
      })
    } catch (fout) {
      // Whatever is wrong is wrong with us: the message is good, and must not be lost.
      wereld.fout(`Het bericht is niet verwerkt: ${fout instanceof Error ? fout.message : String(fout)}`)
      return 75
    }
  }
}
