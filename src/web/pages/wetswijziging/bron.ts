/** What the pages about a changed law share: whose comparisons, which schemes, and how numbers are said. */

import type { OrganisatieId } from '../../../domain/index.ts'
import type { Corpus } from '../../../engine/index.ts'
import { datumOp } from '../../../kalender/index.ts'
import { PlatformError } from '../../../platform/index.ts'
import type { Vergelijkingen } from '../../../proactief/index.ts'
import type { Spraak } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'

export interface Wetbron {
  readonly loper: Vergelijkingen
  readonly organisatie: OrganisatieId
  readonly corpus: Corpus
  /** Today: the law as it is now, and the age of people, are those of this day. */
  readonly vandaag: string
}

export function wetbron(verzoek: Verzoek): Wetbron {
  const { balie, werker } = eisWerker(verzoek)
  if (balie.vergelijkloper === undefined) throw new PlatformError('niet-gevonden')
  return {
    loper: balie.vergelijkloper,
    organisatie: werker.subject.organisatie,
    corpus: verzoek.bronnen.corpus(),
    vandaag: datumOp(verzoek.nu, 'Europe/Amsterdam'),
  }
}

export type Wet = Corpus['wetten'][number]

/** Schemes of the whole country that are worked out and hold today, by name. */
export function kiesbareWetten(corpus: Corpus, vandaag: string): readonly Wet[] {
  return corpus
    .regelingenOp(vandaag)
    .flatMap(({ id }) => geldendeWet(corpus, id, vandaag) ?? [])
    .filter((w) => w.uitkomst.beslist)
    .toSorted((a, b) => a.info.naam.localeCompare(b.info.naam, 'nl'))
}

export function geldendeWet(corpus: Corpus, id: string, vandaag: string): Wet | undefined {
  return versiesVan(corpus, id).find((w) => w.info.vanaf <= vandaag)
}

/** Of the whole country, newest first; of corrections the last. */
export function versiesVan(corpus: Corpus, id: string): readonly Wet[] {
  const alle = corpus.wetten
    .filter((w) => w.id === id && w.gebied === 'nederland' && w.soort !== 'gedeeld' && w.vultIn === undefined)
    .toSorted((a, b) => b.vanaf - a.vanaf || b.versie - a.versie)
  return alle.filter((w, i) => alle[i - 1]?.vanaf !== w.vanaf)
}

export function procent({ getal }: Spraak, deel: number, heel: number): string {
  return `${getal(heel === 0 ? 0 : Math.round((1000 * deel) / heel) / 10)}%`
}
