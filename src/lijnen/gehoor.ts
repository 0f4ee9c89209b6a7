/** Whoever could not be heard is not gone: the database was away, or every node was. */

/**
 * For how long everybody could say that they are there, in milliseconds; asked in each round, after the database answered.
 * @param tik Goes up whatever happens to the clock: `performance.now`.
 * @param hoogstensMs A longer time between two rounds is a break, after which it begins anew.
 */
export function maakGehoor(tik: () => number, hoogstensMs: number): () => number {
  let vorige: number | undefined
  let sinds = 0
  return () => {
    const ms = tik()
    if (vorige === undefined || ms - vorige > hoogstensMs) sinds = ms
    vorige = ms
    return ms - sinds
  }
}
