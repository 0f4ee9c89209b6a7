import { randomBytes } from 'node:crypto'

/** Named limit: so much is asked of the system at once. */
const voorraadBytes = 8_192

/**
 * Random bytes of the system, asked for many uses at once: a salt, a nonce and an id for each of a thousand rows a second
 * are little bytes and many calls. What was given out is gone from here.
 */
export function maakToeval(): (aantal: number) => Buffer {
  let voorraad = Buffer.alloc(0)
  return (aantal) => {
    if (aantal > voorraadBytes) return randomBytes(aantal)
    if (aantal > voorraad.length) voorraad = randomBytes(voorraadBytes)
    const deel = Buffer.from(voorraad.subarray(0, aantal))
    voorraad.fill(0, 0, aantal)
    voorraad = voorraad.subarray(aantal)
    return deel
  }
}
