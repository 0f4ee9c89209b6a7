/** What all pages of direct lines need of the house. */
import { tolktalen } from '../../../inwoner/index.ts'
import { type Gids, type Lijnonderwerp, lijnonderwerpId } from '../../../lijnen/index.ts'
import type { Context } from '../../ui/context.ts'
import { gebiedsnaam } from '../../ui/gebied.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { bladtitel, bladUit, type Gesproken } from '../kennis/bron.ts'

export interface Gidsplek {
  readonly gids: Gids
  readonly wie: ReturnType<typeof eisWerker>['werker']['subject']
}

/** `undefined` where there is no guide. */
export function gidsVan(verzoek: Verzoek): Gidsplek | undefined {
  const { balie, werker } = eisWerker(verzoek)
  return balie.gids && { gids: balie.gids, wie: werker.subject }
}

/** What a scheme or life event is called; its id where nobody has it any more. */
export function onderwerpnaam(verzoek: Verzoek, onderwerp: Lijnonderwerp): Gesproken {
  const blad = bladUit(verzoek, lijnonderwerpId(onderwerp))
  return blad === undefined ? { tekst: onderwerp.id, lang: undefined } : bladtitel(verzoek.context, blad)
}

export function taalnaam({ spraak }: Pick<Context, 'spraak'>, taal: string): string {
  return lijntalen.includes(taal) ? spraak.t(`lijnen.taal.${taal}`) : taal
}

/** Our own languages, and those that people ask an interpreter for: these have a name in our texts; a team may speak others. */
export const lijntalen: readonly string[] = [...new Set(['nl', 'en', 'pap', ...tolktalen])].filter(
  (taal) => taal !== 'ngt',
)

export function plaatsnamen({ context, beeld }: Verzoek, codes: readonly string[]): string {
  const namen = codes.map((code) => gebiedsnaam(context.spraak, beeld.corpus.gebieden, code))
  return opsomming(context.spraak, namen)
}
