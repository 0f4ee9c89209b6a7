/** Does something again and again, never twice at once. What it gives back stops it and waits for the last one. */
export function herhaal(ms: number, doe: () => Promise<unknown>, bijFout: (fout: unknown) => void) {
  let bezig: Promise<unknown> | undefined
  const wekker = setInterval(() => {
    bezig ??= doe()
      .catch(bijFout)
      .finally(() => {
        bezig = undefined
      })
  }, ms)
  return async (): Promise<void> => {
    clearInterval(wekker)
    await bezig
  }
}
