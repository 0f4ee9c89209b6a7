import type { CorpusDocument, CorpusFout, Kanaal, Tekst } from '../engine/index.ts'
import { leesMogelijkeTaaltekst } from './gebeurtenis-lezen.ts'
import { leesKanalen, leesTeksten } from './kanalen.ts'
import { leesBestandsid, veldLezer } from './velden.ts'

/** What everybody may know of an organisation; its settings and secrets are elsewhere. */
export interface Organisatie {
  readonly id: string
  readonly naam: string
  /** How a page calls it in each language, when its name is a description: «Uw werkgever», «Your employer». */
  readonly noem?: Tekst
  /** False for a bank, a housing association, an employer. */
  readonly overheid: boolean
  /** rijksdienst, zbo, gemeente, waterschap, provincie, openbaar-lichaam, maatschappelijk, … */
  readonly soort: string
  /** The place it works for, when it works for one: GM0363, PV27, WS0155, bonaire. */
  readonly gebied?: string
  /** What it does, per language. */
  readonly wat: Tekst
  readonly kanalen: Readonly<Record<string, Kanaal>>
  readonly bron: string
}

const VELDEN = ['id', 'naam', 'noem', 'overheid', 'soort', 'gebied', 'wat', 'kanalen', 'bron'] as const

export function leesOrganisatie(
  document: CorpusDocument,
  eis: { readonly talen: readonly string[] },
): { readonly organisatie: Organisatie; readonly fouten: readonly CorpusFout[] } {
  const lezer = veldLezer(document)
  lezer.alleen([], VELDEN)
  const gebied = lezer.mogelijkeTekst(['gebied'])
  const noem = leesMogelijkeTaaltekst(lezer, document.inhoud, ['noem'], eis.talen)
  const organisatie: Organisatie = {
    ...(noem && { noem }),
    ...(gebied !== undefined && { gebied }),
    id: leesBestandsid(lezer, document.bestand, 'organisatie-naam'),
    naam: lezer.tekst(['naam']),
    overheid: lezer.jaNee(['overheid']),
    soort: lezer.tekst(['soort']),
    wat: leesTeksten(lezer, ['wat']),
    kanalen: leesKanalen(lezer, ['kanalen']),
    bron: lezer.tekst(['bron']),
  }
  for (const taal of eis.talen) {
    if (taal !== 'nl' && organisatie.wat[taal] === undefined) lezer.tekst(['wat', taal])
  }
  return { organisatie, fouten: lezer.fouten }
}

/**
 * The organisation behind an `uitvoerder`. For `gemeente`, `waterschap`, `provincie` or `eiland` that is the body
 * of one of these places; when we have no description of that body, the general one with the same id.
 */
export function vindOrganisatie(
  organisaties: ReadonlyMap<string, Organisatie>,
  uitvoerder: string,
  gebieden: readonly string[],
): Organisatie | undefined {
  for (const gebied of gebieden) {
    const eigen = organisaties.get(`${uitvoerder}-${gebied}`)
    if (eigen !== undefined) return eigen
  }
  return organisaties.get(uitvoerder)
}
