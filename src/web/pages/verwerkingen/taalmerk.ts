import type { Tekst } from '../../../engine/index.ts'
import { attrs } from '../../../platform/index.ts'
import type { Taal } from '../../routes.ts'

/** What an added file gives in Dutch alone is shown so, and said so to who has it read out. */
export function taalmerk(tekst: Tekst, taal: Taal) {
  return attrs({ lang: tekst[taal] === undefined ? 'nl' : undefined })
}
