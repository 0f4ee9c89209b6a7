import { hash } from 'node:crypto'

/** Root of a Merkle tree as in RFC 6962: leaves and nodes are hashed apart, so that one cannot pose as the other. */
export function merkleWortel(bladen: readonly Uint8Array[]): Buffer {
  if (bladen.length === 0) return hash('sha256', '', 'buffer')
  let laag = bladen.map((blad) => sha256(0, blad))
  while (laag.length > 1) {
    const hoger: Buffer[] = []
    for (let i = 0; i < laag.length; i += 2) {
      const [links, rechts] = [laag[i], laag[i + 1]]
      if (links !== undefined) hoger.push(rechts === undefined ? links : sha256(1, links, rechts))
    }
    laag = hoger
  }
  return laag[0] ?? hash('sha256', '', 'buffer')
}

/** In one call: a root over ten thousand lines is made while others wait for their page. */
function sha256(soort: 0 | 1, ...delen: readonly Uint8Array[]): Buffer {
  return hash('sha256', Buffer.concat([Uint8Array.of(soort), ...delen]), 'buffer')
}
