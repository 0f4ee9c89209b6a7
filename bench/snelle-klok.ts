/** A hundred times as fast as the one on the wall, from a moment that every process of a proof knows. */
export function snelleKlok(begin: number): () => Date {
  return () => new Date(begin + (Date.now() - begin) * 100)
}
