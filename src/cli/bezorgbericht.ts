/**
 * `voordeur bezorgbericht [ontvanger]`: reads one mail that came back, on standard input, and says what it means. A mail
 * server calls it; 75 (sysexits: try later) makes it keep the message.
 */
import { retoursleutels } from '../app-wegen.ts'
import { leesBezorgbericht, maxBezorgbericht } from '../kanalen/email/bezorgbericht.ts'
import { klokVanaf, systeemklok } from '../platform/index.ts'
import type { VoerUit } from './opdracht.ts'
import { metPersonen } from './personen.ts'

export const voerUit: VoerUit = bezorgberichtMet(() => leesInvoer(process.stdin))

/** For a test: with something else in the place of standard input. */
export function bezorgberichtMet(lees: () => Promise<Buffer>): VoerUit {
  return async ([ontvanger], wereld) => {
    const ruw = await lees()
    try {
      return await metPersonen(wereld, async ({ config, ring }) => {
        const { nu } = config.nu === undefined ? systeemklok : klokVanaf(config.nu)
        const gelezen = await leesBezorgbericht(ruw, { nu, ...retoursleutels(ring) }, ontvanger)
        const { zending, uitkomst, reden } =
          gelezen.soort === 'terugbericht'
            ? gelezen.terugbericht
            : {
                zending: 'zending' in gelezen ? gelezen.zending : undefined,
                uitkomst: undefined,
                reden: undefined,
              }
        wereld.uit(JSON.stringify({ soort: gelezen.soort, zending, uitkomst, reden }))
        return 0
      })
    } catch (fout) {
      // Whatever is wrong is wrong with us: the message is good, and must not be lost.
      wereld.fout(`Het bericht is niet verwerkt: ${fout instanceof Error ? fout.message : String(fout)}`)
      return 75
    }
  }
}

/** No more than is read of it; the rest is heard out, so that who writes it is not cut off. */
async function leesInvoer(stroom: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const delen: Uint8Array[] = []
  let bytes = 0
  for await (const deel of stroom) {
    if (bytes < maxBezorgbericht) delen.push(deel)
    bytes += deel.byteLength
  }
  return Buffer.concat(delen)
}
