/** The synthetic Netherlands, piece by piece: households with every fact that a scheme asks, as columns. */
import { maakHuishoudens } from './huishoudens.ts'
import { vulOverige } from './overige-feiten.ts'
import { type Bevolkingsstuk, Ruimte, type Woordenlijst } from './ruimte.ts'
import type { Stuk } from './stukken.ts'

export interface Bevolking {
  /** The people of a piece. The columns are those of the piece before: use them before making the next. */
  maak(stuk: Stuk): Bevolkingsstuk
}

/**
 * `zaad` decides everything; a piece made again, alone or after others, has the same people. `datum`: day number on
 * which ages count. `gelezen`: slots of the facts that are read; the others stay zero and cost nothing (default: all).
 */
export function maakBevolking(
  w: Woordenlijst,
  zaad: number,
  datum: number,
  gelezen?: ReadonlySet<number>,
): Bevolking {
  let ruimte: Ruimte | undefined
  return {
    maak: (stuk) => {
      if (!ruimte || ruimte.huishoudens < stuk.huishoudens) ruimte = new Ruimte(w, stuk.huishoudens)
      const k = maakHuishoudens(ruimte, zaad, datum, stuk)
      vulOverige(w, ruimte, k, zaad, stuk.nr, gelezen)
      return k
    },
  }
}
