import type { Log } from './log.ts'

/** Named limit: after this long an orderly end has failed and we leave anyway. */
export const maxSluitenMs = 15_000

/**
 * What was opened is closed in reverse order: server, jobs, pool, database.
 * One that fails does not keep the others open.
 */
export class Levensloop {
  readonly #sluiters: { readonly naam: string; readonly sluit: () => Promise<void> }[] = []
  readonly #log: Log
  #bezig: Promise<void> | undefined

  constructor(log: Log) {
    this.#log = log
  }

  bijSluiten(naam: string, sluit: () => Promise<void>): void {
    this.#sluiters.push({ naam, sluit })
  }

  /** Calling it twice closes once. */
  sluit(): Promise<void> {
    this.#bezig ??= this.#sluitAlles()
    return this.#bezig
  }

  async #sluitAlles(): Promise<void> {
    for (const { naam, sluit } of this.#sluiters.reverse()) {
      try {
        await sluit()
      } catch (fout) {
        this.#log.fout('sluiten mislukt', { onderdeel: naam, fout })
      }
    }
  }
}

/**
 * Ends the process in order on SIGINT (Ctrl-C) and SIGTERM. A second signal, or too long a wait, ends it at once.
 * Only `main.ts` calls this: a test must be able to end an application without ending itself.
 */
export function sluitBijSignaal(sluit: () => Promise<void>, log: Log): void {
  let isGevraagd = false
  const bijSignaal = (signaal: NodeJS.Signals) => {
    if (isGevraagd) process.exit(1)
    isGevraagd = true
    log.info('sluiten', { signaal })
    setTimeout(() => process.exit(1), maxSluitenMs).unref()
    sluit().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', bijSignaal)
  process.on('SIGTERM', bijSignaal)
}
