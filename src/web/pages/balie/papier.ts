import { type Organisatie, vindOrganisatie } from '../../../corpus/index.ts'
import { type Datum, type OrganisatieId, parseDatum, parseOrganisatieId } from '../../../domain/index.ts'
import type { RegelingInfo } from '../../../engine/index.ts'
import { plusDagen } from '../../../kalender/index.ts'
import { alleRegelingenOp } from '../../../rechten/index.ts'
import { isKenmerk, type Machtiging, type NieuweMachtiging } from '../../../toegang/index.ts'
import { leesDatum } from '../../invoer/datum-velden.ts'
import type { Beeld } from '../rechten/beeld.ts'

/** What somebody read from the paper. */
export interface Papier {
  readonly organisatie: OrganisatieId
  readonly diensten: readonly string[]
  readonly vanaf: Datum
  readonly tot: Datum
  /** The day on which it was seen and its number in the archive of the desk: never what it says. */
  readonly kenmerk: string
}

export type Papierfout = 'organisatie' | 'diensten' | 'vanaf' | 'tot' | 'gezien' | 'nummer' | 'getekend'

/** An organisation that a mandate can be for, with its schemes. */
export interface Keuze {
  readonly organisatie: Organisatie
  readonly regelingen: readonly RegelingInfo[]
}

/** The own organisation first, then what works for the whole country and carries something out. */
export function keuzesVoor({ organisaties, corpus, datum }: Beeld, eigen: OrganisatieId): readonly Keuze[] {
  const regelingen = alleRegelingenOp(corpus, datum)
  const keuze = (organisatie: Organisatie): Keuze => ({
    organisatie,
    regelingen: regelingen.filter(
      ({ uitvoerder }) =>
        vindOrganisatie(organisaties, uitvoerder, organisatie.gebied ? [organisatie.gebied] : [])?.id ===
        organisatie.id,
    ),
  })
  const landelijk = [...organisaties.values()]
    .filter(
      ({ id, overheid, gebied, soort }) => overheid && gebied === undefined && id !== soort && id !== eigen,
    )
    .map(keuze)
    .filter((een) => een.regelingen.length > 0)
    .sort((a, b) => a.organisatie.naam.localeCompare(b.organisatie.naam, 'nl'))
  const zelf = organisaties.get(eigen)
  return [...(zelf ? [keuze(zelf)] : []), ...landelijk]
}

/** `alles` as a service stands for every service: an empty list, as the mandate itself has it. */
export function leesPapier(
  form: URLSearchParams,
  keuzes: readonly Keuze[],
  vandaag: Datum,
): { readonly papier: Papier } | { readonly fouten: readonly Papierfout[] } {
  const keuze = keuzes.find((een) => een.organisatie.id === form.get('bij'))
  const organisatie = parseOrganisatieId(keuze?.organisatie.id)
  const gekozen = form.getAll('dienst')
  const diensten = gekozen.includes('alles')
    ? []
    : (keuze?.regelingen ?? []).filter(({ id }) => gekozen.includes(id)).map(({ id }) => id)
  const dag = (naam: string): Datum | undefined => {
    const deel = (veld: string) => form.get(`${naam}-${veld}`) ?? ''
    const gelezen = leesDatum({ dag: deel('dag'), maand: deel('maand'), jaar: deel('jaar') })
    return gelezen.status === 'ok' ? parseDatum(gelezen.datum) : undefined
  }
  const [vanaf, laatste, gezien] = [dag('vanaf'), dag('tot'), dag('gezien')]
  // On paper and in the form the last day counts; with us the first day after it is kept.
  const tot = laatste && plusDagen(laatste, 1)
  const nummer = (form.get('nummer') ?? '').trim()
  const fouten: readonly (readonly [boolean, Papierfout])[] = [
    [organisatie === undefined, 'organisatie'],
    [diensten.length === 0 && !gekozen.includes('alles'), 'diensten'],
    [vanaf === undefined, 'vanaf'],
    [tot === undefined, 'tot'],
    [gezien === undefined || gezien > vandaag, 'gezien'],
    [!isKenmerk(nummer), 'nummer'],
    [form.get('getekend') !== 'ja', 'getekend'],
  ]
  const mis = fouten.filter(([isFout]) => isFout).map(([, fout]) => fout)
  if (mis.length > 0 || organisatie === undefined || !vanaf || !tot || !gezien) return { fouten: mis }
  return { papier: { organisatie, diensten, vanaf, tot, kenmerk: `${gezien}/${nummer}` } }
}

/** The same paper between the same two: a form that was sent twice, or again with Back, is one mandate. */
export function isAlVastgelegd(lopend: readonly Machtiging[], nieuw: NieuweMachtiging): boolean {
  const sleutel = ({
    gever,
    gemachtigde,
    organisatie,
    diensten,
    geldigVanaf,
    geldigTot,
    wijze,
  }: NieuweMachtiging) =>
    JSON.stringify([
      gever,
      gemachtigde,
      organisatie,
      [...diensten].sort(),
      geldigVanaf,
      geldigTot,
      wijze.soort === 'papier' && wijze.kenmerk,
    ])
  return lopend.some((een) => een.ingetrokken === undefined && sleutel(een) === sleutel(nieuw))
}
