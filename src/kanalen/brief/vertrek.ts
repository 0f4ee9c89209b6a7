import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Terugbericht } from '../index.ts'
import { laatsteStapel, leesManifest, leesStuk, type Mappen, namenIn, stapelmap } from './mappen.ts'
import type { Drukomgeving } from './stapel.ts'
import { schrijfVast } from './vast-schrijven.ts'

/** Named limit: of so many letters at once is told that they left. */
const TEGELIJK = 20

/**
 * Hands over of each letter of a closed batch that it left, with the time of closing; a batch of which everything was
 * taken is marked and not told again. Closing may be the work of another process (`brieven sluit`).
 */
export async function meldGesloten(
  mappen: Mappen,
  neem: (bericht: Terugbericht) => Promise<void>,
): Promise<number> {
  const laatste = await laatsteStapel(mappen)
  const gemeld = new Set(await readdir(mappen.gemeld))
  let aantal = 0
  for (let nummer = 1; nummer <= laatste; nummer += 1) {
    const merk = `stapel-${basename(stapelmap(mappen, nummer))}`
    if (gemeld.has(merk)) continue
    const manifest = await leesManifest(mappen, nummer)
    const stukken = manifest?.stukken ?? []
    for (let i = 0; i < stukken.length; i += TEGELIJK)
      await Promise.all(
        stukken
          .slice(i, i + TEGELIJK)
          .map(({ zending }) =>
            neem({ zending, uitkomst: 'verzonden', op: new Date(manifest?.gesloten ?? 0) }),
          ),
      )
    await schrijfVast(join(mappen.gemeld, merk), '')
    aantal += stukken.length
  }
  return aantal
}

export async function wachtOpDruk({ mappen: { open }, nu }: Drukomgeving): Promise<number> {
  const nuMs = nu().getTime()
  let wachtMs = 0
  for (const naam of await namenIn(open)) {
    const stuk = await leesStuk(open, naam)
    if (stuk !== undefined) wachtMs = Math.max(wachtMs, nuMs - Date.parse(stuk.gelegd))
  }
  return wachtMs
}
