/** Standard input, no more than so many bytes; the rest is heard out, so that who writes it is not cut off. */
export async function leesInvoer(
  stroom: AsyncIterable<Uint8Array>,
  hoogstens: number,
): Promise<{ readonly inhoud: Buffer; readonly isHeel: boolean }> {
  const delen: Uint8Array[] = []
  let bytes = 0
  for await (const deel of stroom) {
    if (bytes < hoogstens) delen.push(deel)
    bytes += deel.byteLength
  }
  return { inhoud: Buffer.concat(delen).subarray(0, hoogstens), isHeel: bytes <= hoogstens }
}
