/** What a command may use of the outside world, so that a test can give it another one. */
export interface Wereld {
  readonly uit: (tekst: string) => void
  readonly fout: (tekst: string) => void
  readonly omgeving: Readonly<Record<string, string | undefined>>
  readonly werkmap: string
}

/**
 * Exit codes: 0 done, 1 done and the answer is "not good" (a file with faults), 2 used wrongly. For who pipes something
 * in (sysexits): 65 what came in is no good, 75 not done, try later.
 */
export type Eindcode = 0 | 1 | 2 | 65 | 75

/** Runs a command. A `PlatformError` it throws is shown as a sentence, with exit code 1. */
export type VoerUit = (argumenten: readonly string[], wereld: Wereld) => Promise<Eindcode>

/** One command. `laad` imports it only when asked for, so that each starts quickly. */
export interface Opdracht {
  /** One or two words: `bereken`, `regeling controleer`. */
  readonly naam: string
  /** What follows the name, for example `<bestand.json>`; also how many arguments it takes. `[…]` may be left out. */
  readonly argumenten: readonly string[]
  readonly uitleg: string
  readonly laad: () => Promise<{ readonly voerUit: VoerUit }>
}
