import type { Corpus, RegelingInfo } from '../engine/index.ts'

export interface RegelingErgens {
  readonly info: RegelingInfo
  /** Whether it applies in one of the places somebody lives in. */
  readonly isHier: boolean
}

/**
 * A scheme by its id, wherever it applies: at the visitor's own place when it does, else at the place it is for.
 * Undefined when no place has it on this date.
 */
export function vindRegeling(
  corpus: Corpus,
  id: string,
  { datum, gebied }: { readonly datum: string; readonly gebied: string | undefined },
): RegelingErgens | undefined {
  const hier = corpus.regelingenOp(datum, gebied).find((info) => info.id === id)
  if (hier) return { info: hier, isHier: true }
  for (const { gebied: plaats } of corpus.alleRegelingen().filter((info) => info.id === id)) {
    const info = corpus.regelingenOp(datum, plaatsIn(corpus, plaats)).find((r) => r.id === id)
    if (info) return { info, isHier: false }
  }
  return undefined
}

/** Every scheme that applies somewhere on this date, once for each place it is for. */
export function alleRegelingenOp(corpus: Corpus, datum: string): readonly RegelingInfo[] {
  const gevonden = new Map<string, RegelingInfo>()
  for (const plaats of new Set(corpus.alleRegelingen().map((info) => info.gebied))) {
    for (const info of corpus.regelingenOp(datum, plaatsIn(corpus, plaats))) {
      if (info.gebied === plaats) gevonden.set(`${info.gebied} ${info.id}`, info)
    }
  }
  return [...gevonden.values()]
}

/** The engine asks for a municipality or an island; of a larger area any place in it will do. */
function plaatsIn(corpus: Corpus, code: string): string | undefined {
  if (code === 'nederland') return undefined
  const gebied = corpus.gebieden.get(code)
  if (gebied === undefined || ['gemeente', 'eiland'].includes(gebied.soort)) return code
  const kinderen = [...corpus.gebieden.values()]
  return (
    kinderen.find((g) => ['gemeente', 'eiland'].includes(g.soort) && g.in.includes(code))?.code ??
    kinderen.find((g) => g.waterschappen.includes(code))?.code ??
    code
  )
}
