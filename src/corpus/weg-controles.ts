/** Does every «ja» and «nee» mean a way that is there, and does everybody without a computer keep one? */
import { heeftNietDigitaalKanaal, NIET_DIGITAAL } from './kanalen.ts'
import type { Organisatie } from './organisatie.ts'
import type { Pad } from './velden.ts'
import { type Kanaalkeuzes, type Kanalen, stapelWegen, verdeelWegen } from './wegen.ts'

/** `uitvoerder` may also be the body of the place where somebody lives. */
export const PLAATSELIJKE_UITVOERDERS = ['gemeente', 'waterschap', 'provincie', 'eiland'] as const

export interface TeControlerenWegen {
  /** Where the ways stand in the file. */
  readonly pad: Pad
  /** Ids of who carries it out. Several: `gemeente` of a step is on an island the public entity. */
  readonly uitvoerders: readonly string[]
  readonly organisaties: ReadonlyMap<string, Organisatie>
  /** As they stand in this file. */
  readonly eigen: Kanaalkeuzes
  /** Of the file that this one builds on or fills in. */
  readonly basis?: Kanaalkeuzes
}

export interface Wegfout {
  readonly pad: Pad
  readonly code: 'kanaal-geen-weg' | 'niet-digitaal'
  readonly melding: string
  readonly remedie: string
}

export function controleerWegen(wegen: TeControlerenWegen): readonly Wegfout[] {
  const { pad, uitvoerders, organisaties, eigen, basis = {} } = wegen
  const lichamen = uitvoerders.flatMap((id) => lichamenVan(organisaties, id))
  const fouten: Wegfout[] = []
  for (const [id, keuze] of Object.entries(eigen)) {
    if (typeof keuze === 'object' || lichamen.length === 0) continue
    if (lichamen.some((kanalen) => kanalen[id] !== undefined)) continue
    if (keuze === 'nee' && basis[id] !== undefined) continue
    const namen = [...new Set(lichamen.flatMap((kanalen) => Object.keys(kanalen)))].join(', ')
    fouten.push({
      pad: [...pad, id],
      code: 'kanaal-geen-weg',
      melding: `De organisatie ${uitvoerders.join(' of ')} heeft geen weg ${id}, dus ${keuze} zegt hier niets.`,
      remedie: `Haal de regel weg, beschrijf de weg zelf, of kies uit: ${namen}.`,
    })
  }
  const keuzes = { ...basis, ...eigen }
  const alle = lichamen.length === 0 ? [{}] : lichamen
  if (!alle.every((kanalen) => heeftNietDigitaalKanaal(verdeelWegen(kanalen, keuzes).doen))) {
    fouten.push({
      pad,
      code: 'niet-digitaal',
      melding: 'Er blijft geen weg over voor iemand zonder computer.',
      remedie: `Laat of zet minstens één van deze wegen aan: ${NIET_DIGITAAL.join(', ')}.`,
    })
  }
  return fouten
}

/** The ways of an organisation, and of each body of a place that may stand in for it. */
function lichamenVan(organisaties: ReadonlyMap<string, Organisatie>, id: string): Kanalen[] {
  const algemeen = organisaties.get(id)
  const plaatselijk: readonly string[] = PLAATSELIJKE_UITVOERDERS
  const eigen = plaatselijk.includes(id)
    ? [...organisaties.values()].filter((o) => o.gebied !== undefined && o.id === `${id}-${o.gebied}`)
    : []
  return [
    ...(algemeen ? [algemeen.kanalen] : []),
    ...eigen.map((o) => stapelWegen(algemeen?.kanalen, o.kanalen)),
  ]
}
