/** Does something again and again, never twice at once. What it gives back stops it and waits for the last one. */
export function herhaal(
  ms: number,
  doe: () => Promise<unknown>,
  bijFout: (fout: unknown) => void,
  { meteen = false }: { readonly meteen?: boolean } = {},
) {
  let bezig: Promise<unknown> | undefined
  const keer = () => {
    bezig ??= doe()
      .catch(bijFout)
      .finally(() => {
        bezig = undefined
      })
  }
  const wekker = setInterval(keer, ms)
  if (meteen) keer()
  return async (): Promise<void> => {
    clearInterval(wekker)
    await bezig
  }
}
