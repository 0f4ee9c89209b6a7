import { type Organisatie, vindOrganisatie } from '../../../corpus/index.ts'
import type { RegelingInfo } from '../../../engine/index.ts'
import { alleRegelingenOp } from '../../../rechten/index.ts'
import type { Context } from '../../ui/context.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Beeld } from '../rechten/beeld.ts'
import { regelingtekst } from '../rechten/zinnen.ts'

/** One service as a page calls it, with the language of the name when that is another one. */
export interface Dienst {
  readonly id: string
  readonly naam: string
  readonly lang: string | undefined
}

/** Descriptions of a kind of organisation, of which each place has its own: nobody gives a mandate for «a municipality». */
const algemeen: readonly string[] = ['gemeente', 'provincie', 'waterschap', 'eiland']

/** Organisations of government for which somebody can be given a mandate, by name. */
export function machtigbareOrganisaties({ organisaties }: Beeld): readonly Organisatie[] {
  return [...organisaties.values()]
    .filter(({ id, overheid }) => overheid && !algemeen.includes(id))
    .sort((a, b) => a.naam.localeCompare(b.naam, 'nl'))
}

/** What this organisation carries out, as far as we know. */
export function dienstenVan(context: Context, beeld: Beeld, organisatie: Organisatie): readonly Dienst[] {
  return regelingenVan(beeld, organisatie)
    .map((info) => dienstMet(context, info))
    .sort((a, b) => a.naam.localeCompare(b.naam, 'nl'))
}

/** The same as schemes, each once. */
export function regelingenVan(
  beeld: Pick<Beeld, 'corpus' | 'datum' | 'organisaties'>,
  organisatie: Organisatie,
): readonly RegelingInfo[] {
  const gebieden = organisatie.gebied === undefined ? [] : [organisatie.gebied]
  const isVan = ({ uitvoerder, gebied }: RegelingInfo): boolean => {
    if (vindOrganisatie(beeld.organisaties, uitvoerder, gebieden)?.id !== organisatie.id) return false
    const [eigen] = gebieden
    return eigen === undefined || [eigen, 'nederland', 'caribisch'].includes(gebied)
  }
  const gevonden = alleRegelingenOp(beeld.corpus, beeld.datum).filter(isVan)
  return [...new Map(gevonden.map((info) => [info.id, info])).values()]
}

/** By its id, also when it is not carried out any more. */
export function dienstMetId(context: Context, beeld: Beeld, id: string): Dienst {
  const info = beeld.corpus.alleRegelingen().findLast((een) => een.id === id)
  return info === undefined ? { id, naam: id, lang: 'nl' } : dienstMet(context, info)
}

function dienstMet({ spraak }: Context, info: RegelingInfo): Dienst {
  const { tekst, lang } = regelingtekst(spraak, info)
  return { id: info.id, naam: tekst.titel, lang }
}

export function organisatienaam({ organisaties }: Beeld, id: string): string {
  return organisaties.get(id)?.naam ?? id
}

/** «AOW bij Sociale Verzekeringsbank», or only the organisation when it is for all of it. */
export function waarvoorTekst(
  context: Context,
  beeld: Beeld,
  { organisatie, dienst }: { readonly organisatie: string; readonly dienst?: string },
): string {
  const naam = organisatienaam(beeld, organisatie)
  if (dienst === undefined) return naam
  return context.spraak.t('machtigen.waarvoor', {
    dienst: dienstMetId(context, beeld, dienst).naam,
    organisatie: naam,
  })
}

export function dienstenTekst(context: Context, beeld: Beeld, diensten: readonly string[]): string {
  if (diensten.length === 0) return context.spraak.t('mijn.machtigingen.alle_diensten')
  return opsomming(
    context.spraak,
    diensten.map((id) => dienstMetId(context, beeld, id).naam),
  )
}
