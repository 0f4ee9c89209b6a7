/** What can be found. `stap` is one step of a life event; `ouder` names that event. */
export type Zoeksoort = 'gebeurtenis' | 'stap' | 'regeling' | 'organisatie' | 'pagina'

/** A professional also finds by law, article and official product name. */
export type Doelgroep = 'inwoner' | 'medewerker'

export interface Zoekdocument {
  readonly soort: Zoeksoort
  readonly id: string
  readonly ouder?: string
  readonly taal: string
  readonly titel: string
  readonly kort: string
  /** Other names by which it is known exactly; who types one means this. */
  readonly namen: readonly string[]
  /** Words that people use for it and that our own text does not. */
  readonly woorden: readonly string[]
  readonly tekst: string
  /** Law, articles, product name: only searched for professionals. */
  readonly vaktekst: string
  /** The place it is for; absent: everywhere. */
  readonly gebied?: string
}

/** Unique within a language. */
export function sleutelVan({ soort, ouder, id }: Pick<Zoekdocument, 'soort' | 'ouder' | 'id'>): string {
  return [soort, ...(ouder === undefined ? [] : [ouder]), id].join(':')
}
