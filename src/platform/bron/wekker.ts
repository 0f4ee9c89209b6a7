/** Calls back after so many milliseconds; gives what cancels it. Passed in, so that tests need not wait. */
export type Wekker = (ms: number, fn: () => void) => () => void

export const systeemwekker: Wekker = (ms, fn) => {
  const wekker = setTimeout(fn, ms)
  return () => clearTimeout(wekker)
}

/** Gives so many random bytes; passed in, like the clock. */
export type Toeval = (aantal: number) => Uint8Array

/** From 0 up to and not including 1. */
export function breuk(toeval: Toeval): number {
  const [a = 0, b = 0, c = 0, d = 0] = toeval(4)
  return (((a * 256 + b) * 256 + c) * 256 + d) / 2 ** 32
}
