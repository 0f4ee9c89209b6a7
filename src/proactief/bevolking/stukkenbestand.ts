/** Pieces that are done, in a file: a line of JSON each, after a line that says of which run they are. */
import { createHash } from 'node:crypto'
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises'
import type { Loopopdracht, Stukresultaat, Stukuitkomst } from './doorrekening.ts'
import type { Stukkenbewaring } from './loop.ts'

/** A run of another seed, date, law or size starts the file again. */
export function stukkenbestand<U extends Stukresultaat = Stukuitkomst>(
  pad: string,
  o: Loopopdracht,
): Stukkenbewaring<U> {
  const kop = `${JSON.stringify({ loop: loopmerk(o) })}\n`
  return {
    gedaan: async () => {
      const tekst = await readFile(pad, 'utf8').catch(() => '')
      if (!tekst.startsWith(kop)) {
        await writeFile(pad, kop)
        return []
      }
      // A line that was being written when the run was killed does not end: that piece is made again.
      const heel = tekst.slice(0, tekst.lastIndexOf('\n') + 1)
      if (heel.length < tekst.length) await truncate(pad, Buffer.byteLength(heel))
      const regels = heel
        .slice(kop.length)
        .split('\n')
        .filter((r) => r !== '')
      return regels.map((r) => JSON.parse(r) as U) // written below
    },
    bewaar: (uit) => appendFile(pad, `${JSON.stringify(uit)}\n`),
  }
}

/** Pieces of an older form are of no use: a form has a number. */
const VORM = 3

/** Hash of all that decides the outcome: law, date, seed and size. */
export function loopmerk({ woorden, gelezen, ...o }: Loopopdracht): string {
  const alles = JSON.stringify([VORM, o, [...gelezen], woorden.feiten, [...woorden.prior.kans]])
  return createHash('sha256').update(alles).digest('hex')
}
