import { createHash } from 'node:crypto'

/** Root of a Merkle tree as in RFC 6962: leaves and nodes are hashed apart, so that one cannot pose as the other. */
export function merkleWortel(bladen: readonly Uint8Array[]): Buffer {
  if (bladen.length === 0) return createHash('sha256').digest()
  let laag = bladen.map((blad) => sha256(0, blad))
  while (laag.length > 1) {
    const hoger: Buffer[] = []
    for (let i = 0; i < laag.length; i += 2) {
      const [links, rechts] = [laag[i], laag[i + 1]]
      if (links !== undefined) hoger.push(rechts === undefined ? links : sha256(1, links, rechts))
    }
    laag = hoger
  }
  return laag[0] ?? createHash('sha256').digest()
}

function sha256(soort: 0 | 1, ...delen: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256').update(Uint8Array.of(soort))
  for (const deel of delen) hash.update(deel)
  return hash.digest()
}
