import { type GelezenFeiten, gelezenFeiten } from '../../../engine/index.ts'
import { type Gegevensoort, metOverWie, nodigVoor } from '../../../inwoner/index.ts'
import type { Machtiging } from '../../../toegang/index.ts'
import type { Beeld } from '../rechten/beeld.ts'
import { regelingenVan } from './diensten.ts'
import type { Wie } from './wie.ts'

/** How much of somebody's data belongs to what a mandate is for. */
export interface Reikwijdte {
  /** What the schemes of the mandate read; empty when it is for something of which we know no rules. */
  readonly gelezen: readonly GelezenFeiten[]
  /** Which data those schemes read. */
  readonly nodig: ReadonlySet<Gegevensoort>
  /** What is to be seen: those, and by what somebody is known. */
  readonly gegevens: ReadonlySet<Gegevensoort>
}

/** Absent for every other role: what those see is in the table of access alone. */
export function reikwijdteVan(
  beeld: Pick<Beeld, 'corpus' | 'datum' | 'organisaties'>,
  { voor }: Pick<Wie, 'voor'>,
): Reikwijdte | undefined {
  if (voor.soort !== 'machtiging' || voor.machtiging.soort !== 'machtiging') return undefined
  const { machtiging, dienst } = voor
  const diensten = dienst === undefined ? machtiging.diensten : [dienst]
  return reikwijdte(beeld, { organisatie: machtiging.organisatie, diensten })
}

/** A mandate without services is for all that the organisation carries out, as far as we know. */
export function reikwijdte(
  beeld: Pick<Beeld, 'corpus' | 'datum' | 'organisaties'>,
  { organisatie, diensten }: Pick<Machtiging, 'organisatie' | 'diensten'>,
): Reikwijdte {
  const bij = beeld.organisaties.get(organisatie)
  const ids =
    diensten.length > 0 ? diensten : bij === undefined ? [] : regelingenVan(beeld, bij).map(({ id }) => id)
  const gelezen = ids.flatMap((id) => gelezenFeiten(beeld.corpus, id, beeld.datum) ?? [])
  const nodig = nodigVoor(gelezen)
  return { gelezen, nodig, gegevens: metOverWie(nodig) }
}
