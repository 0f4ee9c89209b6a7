import type { GeladenCorpus } from '../corpus/index.ts'
import type { Lijnkennis } from './lijnteam-vorm.ts'

/** What exists in the corpus in force: an entry of the guide names nothing else. */
export function lijnkennis({ engine, gebeurtenissen }: GeladenCorpus): Lijnkennis {
  const regelingen = new Set(engine.alleRegelingen().map(({ id }) => id))
  return {
    isOnderwerp: ({ soort, id }) => (soort === 'regeling' ? regelingen.has(id) : gebeurtenissen.has(id)),
    isPlaats: (code) => {
      const soort = engine.gebieden.get(code)?.soort
      return soort === 'gemeente' || soort === 'eiland'
    },
  }
}
