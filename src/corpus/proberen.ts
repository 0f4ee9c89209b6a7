import type { CorpusDocumenten, CorpusFout, GebiedInfo, RegelingInfo } from '../engine/index.ts'
import { type Afspraakteam, controleerTeam, leesAfspraakteam } from './afspraakteam.ts'
import { type Afzender, leesAfzender, onbekendeOrganisatie } from './afzender.ts'
import {
  type Contactgrond,
  type Contactgronden,
  controleerContactgrond,
  leesContactgrond,
} from './contactgrond.ts'
import { controleerVerband } from './controles.ts'
import { controleerGebeurtenis } from './gebeurtenis-controles.ts'
import { type Informatiepunt, leesInformatiepunt } from './informatiepunt.ts'
import { controleerKennisblad, type Kennisblad, leesKennisblad } from './kennisblad.ts'
import { type Afgewezen, kiesBestanden, type Leesgeheugen } from './kiezen.ts'
import type { Deelnemer, Laag } from './laag.ts'
import { type Levensgebeurtenis, leesLevensgebeurtenis } from './levensgebeurtenis.ts'
import { type Lijstgrond, leesLijstgrond } from './lijstgrond.ts'
import { leesOrganisatie, type Organisatie } from './organisatie.ts'
import {
  controleerPostwegen,
  leesPostwegen,
  maakPostwegregister,
  type Postwegen,
  type Postwegregister,
} from './postwegen.ts'
import { leesSynoniemen, type Synoniemen, voegSynoniemenSamen } from './synoniemen.ts'
import { controleerFeitTeksten, controleerRegelingTeksten } from './tekst-controle.ts'
import { leesVerwerking, type Verwerking } from './verwerking.ts'
import { leesVraagvolgorde, type Vraagvolgorde } from './vraagvolgorde.ts'
import { leesZaaktaal, type Zaaktaaldeel } from './zaaktaal.ts'
import { dubbelIn, maakZaaktaal, type Zaaktaal } from './zaaktaal-woorden.ts'

/** What we need to know of a compiled corpus here; the engine's own type has more. */
export interface Gecompileerd {
  readonly gebieden: ReadonlyMap<string, GebiedInfo>
  alleRegelingen(): readonly RegelingInfo[]
}

export type Compileer<C extends Gecompileerd> = (documenten: CorpusDocumenten) =>
  | { readonly ok: true; readonly corpus: C }
  | {
      readonly ok: false
      readonly fouten: readonly CorpusFout[]
      /** What could be read, to look for other faults in. */
      readonly gelezen?: Gecompileerd
    }

/** One attempt to make a corpus of these layers. Without faults and with `engine` it is the corpus. */
export interface Poging<C extends Gecompileerd> {
  readonly deelnemers: readonly Deelnemer[]
  readonly afgewezen: readonly Afgewezen[]
  /** Faults that show only when everything is laid together. */
  readonly fouten: readonly CorpusFout[]
  /**
   * More faults, seen in what could be read of a corpus that does not compile: told with those above, so that
   * they do not show one run later. By themselves they are no reason to refuse a file: the cause may be another.
   */
  readonly ook: readonly CorpusFout[]
  readonly organisaties: ReadonlyMap<string, Organisatie>
  readonly gebeurtenissen: ReadonlyMap<string, Levensgebeurtenis>
  readonly synoniemen: Synoniemen
  /** Of the last layer that has one. */
  readonly vraagvolgorde: Vraagvolgorde
  readonly verwerkingen: ReadonlyMap<string, Verwerking>
  readonly zaaktaal: Zaaktaal
  /** From where bodies of government write and call, by id. */
  readonly afzenders: ReadonlyMap<string, Afzender>
  readonly postwegen: Postwegregister
  readonly afspraakteams: ReadonlyMap<string, Afspraakteam>
  readonly informatiepunten: ReadonlyMap<string, Informatiepunt>
  readonly kennis: ReadonlyMap<string, Kennisblad>
  readonly contactgronden: Contactgronden
  readonly lijstgronden: ReadonlyMap<string, Lijstgrond>
  readonly engine: C | undefined
}

export function probeer<C extends Gecompileerd>(
  lagen: readonly Laag[],
  compileer: Compileer<C>,
  geheugen: Leesgeheugen,
): Poging<C> {
  const { deelnemers, afgewezen } = kiesBestanden(lagen, geheugen)
  const keuring = keur(deelnemers, compileer)
  return { ...keuring, deelnemers, afgewezen: metInhoudsfouten(afgewezen, deelnemers, compileer) }
}

type Keuring<C extends Gecompileerd> = Omit<Poging<C>, 'deelnemers' | 'afgewezen'>

function keur<C extends Gecompileerd>(deelnemers: readonly Deelnemer[], compileer: Compileer<C>): Keuring<C> {
  const fouten: CorpusFout[] = []
  const organisaties = new Map<string, Organisatie>()
  const synoniemen: Synoniemen[] = []
  const verwerkingen = new Map<string, Verwerking>()
  let vraagvolgorde: Vraagvolgorde = []
  const zaaktaal: Zaaktaaldeel[] = []
  const afzenders = new Map<string, Afzender>()
  const aangewezen: { readonly document: Deelnemer['document']; readonly postwegen: Postwegen }[] = []
  const teams: { readonly deelnemer: Deelnemer; readonly team: Afspraakteam }[] = []
  const informatiepunten = new Map<string, Informatiepunt>()
  const lijstgronden = new Map<string, Lijstgrond>()
  const kennis: { readonly deelnemer: Deelnemer; readonly blad: Kennisblad }[] = []
  const gronden: { readonly document: Deelnemer['document']; readonly regeling: string }[] = []
  const contactgronden = new Map<string, Contactgrond>()
  const beschreven: { readonly deelnemer: Deelnemer; readonly gebeurtenis: Levensgebeurtenis }[] = []
  for (const deelnemer of deelnemers) {
    const { soort, laag, document } = deelnemer
    const talen = laag.soort === 'meegeleverd' ? ['nl', 'en', 'pap'] : ['nl']
    if (soort === 'regeling') fouten.push(...controleerRegelingTeksten(document))
    else if (soort === 'feiten') fouten.push(...controleerFeitTeksten(document, talen))
    else if (soort === 'organisatie') {
      const gelezen = leesOrganisatie(document, { talen })
      fouten.push(...gelezen.fouten)
      organisaties.set(gelezen.organisatie.id, gelezen.organisatie)
    } else if (soort === 'gebeurtenis') {
      const gelezen = leesLevensgebeurtenis(document, { talen })
      fouten.push(...gelezen.fouten)
      beschreven.push({ deelnemer, gebeurtenis: gelezen.gebeurtenis })
    } else if (soort === 'synoniemen') {
      const gelezen = leesSynoniemen(document)
      fouten.push(...gelezen.fouten)
      synoniemen.push(gelezen.synoniemen)
    } else if (soort === 'vraagvolgorde') {
      const gelezen = leesVraagvolgorde(document)
      fouten.push(...gelezen.fouten)
      vraagvolgorde = gelezen.volgorde
    } else if (soort === 'verwerking') {
      const gelezen = leesVerwerking(document, { talen })
      fouten.push(...gelezen.fouten)
      verwerkingen.set(gelezen.verwerking.id, gelezen.verwerking)
    } else if (soort === 'zaaktaal') {
      const gelezen = leesZaaktaal(document, { talen })
      fouten.push(...gelezen.fouten, ...dubbelIn(document, [...zaaktaal, gelezen.zaaktaal]))
      zaaktaal.push(gelezen.zaaktaal)
    } else if (soort === 'afzender') {
      const gelezen = leesAfzender(document)
      fouten.push(...gelezen.fouten)
      afzenders.set(gelezen.afzender.id, gelezen.afzender)
    } else if (soort === 'postwegen') {
      const gelezen = leesPostwegen(document)
      fouten.push(...gelezen.fouten)
      aangewezen.push({ document, postwegen: gelezen.postwegen })
    } else if (soort === 'afspraakteam') {
      const gelezen = leesAfspraakteam(document, { talen })
      fouten.push(...gelezen.fouten)
      teams.push({ deelnemer, team: gelezen.team })
    } else if (soort === 'informatiepunt') {
      const gelezen = leesInformatiepunt(document)
      fouten.push(...gelezen.fouten)
      informatiepunten.set(gelezen.punt.id, gelezen.punt)
    } else if (soort === 'kennisblad') {
      const gelezen = leesKennisblad(document)
      fouten.push(...gelezen.fouten)
      kennis.push({ deelnemer, blad: gelezen.blad })
    } else if (soort === 'contactgrond') {
      const { fouten: gevonden, regeling, grond } = leesContactgrond(document)
      fouten.push(...gevonden)
      gronden.push({ document, regeling })
      contactgronden.set(regeling, grond)
    } else if (soort === 'lijstgrond') {
      const gelezen = leesLijstgrond(document, { talen })
      fouten.push(...gelezen.fouten)
      lijstgronden.set(gelezen.grond.id, gelezen.grond)
    }
  }
  const gecompileerd = compileer(documentenVan(deelnemers))
  const gelezen = gecompileerd.ok ? gecompileerd.corpus : gecompileerd.gelezen
  const gebeurtenissen = new Map(beschreven.map(({ gebeurtenis }) => [gebeurtenis.id, gebeurtenis]))
  const regelingen = gelezen && new Set(gelezen.alleRegelingen().map(({ id }) => id))
  for (const { deelnemer, gebeurtenis } of beschreven) {
    const isMeegeleverd = deelnemer.laag.soort === 'meegeleverd'
    fouten.push(
      ...controleerGebeurtenis(deelnemer.document, gebeurtenis, { organisaties, regelingen, isMeegeleverd }),
    )
  }
  for (const { soort, document } of deelnemers)
    if (soort === 'afzender') fouten.push(...onbekendeOrganisatie(document, organisaties))
  const register = maakPostwegregister(aangewezen.map(({ postwegen }) => postwegen))
  for (const { document, postwegen } of aangewezen)
    fouten.push(...controleerPostwegen(document, postwegen, { organisaties, register }))
  for (const { deelnemer, team } of teams)
    fouten.push(...controleerTeam(deelnemer.document, team, organisaties))
  for (const { deelnemer, blad } of kennis)
    fouten.push(
      ...controleerKennisblad(deelnemer.document, blad, { organisaties, gebeurtenissen, regelingen }),
    )
  for (const { document, regeling } of gronden)
    fouten.push(...controleerContactgrond(document, regeling, regelingen))
  const wat = {
    organisaties,
    gebeurtenissen,
    verwerkingen,
    vraagvolgorde,
    synoniemen: voegSynoniemenSamen(synoniemen),
    zaaktaal: maakZaaktaal(zaaktaal),
    afzenders,
    postwegen: register,
    afspraakteams: new Map(teams.map(({ team }) => [team.id, team])),
    informatiepunten,
    kennis: new Map(kennis.map(({ blad }) => [blad.id, blad])),
    contactgronden,
    lijstgronden,
  }
  const verband =
    gelezen === undefined
      ? []
      : controleerVerband({
          regelingen: gelezen.alleRegelingen(),
          deelnemers,
          organisaties,
          gebeurtenissen,
          isCaribisch: (code) =>
            code === 'caribisch' || gelezen.gebieden.get(code)?.in.includes('caribisch') === true,
        })
  if (gecompileerd.ok)
    return { ...wat, fouten: [...fouten, ...verband], ook: [], engine: gecompileerd.corpus }
  fouten.push(...gecompileerd.fouten)
  return { ...wat, fouten, ook: verband, engine: undefined }
}

/**
 * A file that cannot take part (a wrong folder, a version that exists) is read all the same, as if it could, so
 * that the faults inside it show in the same run.
 */
function metInhoudsfouten<C extends Gecompileerd>(
  afgewezen: readonly Afgewezen[],
  deelnemers: readonly Deelnemer[],
  compileer: Compileer<C>,
): readonly Afgewezen[] {
  const leesbaar = afgewezen.flatMap((a) => a.deelnemer ?? [])
  if (leesbaar.length === 0) return afgewezen
  const paden = new Set(leesbaar.map((d) => d.bron.bestand))
  const rest = deelnemers.filter((d) => !paden.has(d.bron.bestand))
  const { fouten, ook } = keur([...rest, ...leesbaar], compileer)
  return afgewezen.map((a) =>
    a.deelnemer === undefined
      ? a
      : {
          ...a,
          fouten: samen(
            a.fouten,
            [...fouten, ...ook].filter((f) => f.bestand === a.bron.bestand),
          ),
        },
  )
}

/** Each fault once: two checks may see the same. */
export function samen(...lijsten: readonly (readonly CorpusFout[])[]): CorpusFout[] {
  const gezien = new Map(
    lijsten.flat().map((f) => [`${f.bestand}:${f.regel}:${f.kolom} ${f.melding}`, f] as const),
  )
  return [...gezien.values()]
}

function documentenVan(deelnemers: readonly Deelnemer[]): CorpusDocumenten {
  const van = (soort: Deelnemer['soort']) =>
    deelnemers.filter((d) => d.soort === soort).map((d) => d.document)
  return {
    regelingen: van('regeling'),
    feiten: van('feiten'),
    gebieden: van('gebieden'),
    prior: van('prior'),
  }
}
