/** Does the same for each, so many at a time, and keeps the order. */
export async function perStuk<T, U>(
  dingen: readonly T[],
  tegelijk: number,
  doe: (ding: T) => Promise<U>,
): Promise<U[]> {
  const uit: U[] = new Array(dingen.length)
  let volgende = 0
  const werk = async () => {
    for (let i = volgende++; i < dingen.length; i = volgende++) {
      const ding = dingen[i]
      // Below the length there is one; the compiler cannot see that.
      if (ding !== undefined) uit[i] = await doe(ding)
    }
  }
  await Promise.all(Array.from({ length: Math.min(tegelijk, dingen.length) }, werk))
  return uit
}
