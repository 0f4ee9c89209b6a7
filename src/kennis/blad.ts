import {
  type GeladenCorpus,
  type Kennisblad,
  type Kennisonderwerp,
  kennisbladId,
  type Levensgebeurtenis,
  type Organisatie,
  vindOrganisatie,
} from '../corpus/index.ts'
import { parseOrganisatieId } from '../domain/index.ts'
import type { Onzeker, RegelingInfo, Vertrouwen } from '../engine/index.ts'
import type { Eigenaar } from './melding.ts'
import { eigenaarVan } from './meldingen.ts'

/** A condition in one sentence, with where the law says it and how far its rule was checked. */
export interface Bladvoorwaarde {
  readonly tekst: string
  readonly artikel?: string
  readonly vertrouwen?: Vertrouwen
}

/** Everything about one scheme or life event for a colleague of another organisation. */
export interface Bladbeeld {
  readonly over: Kennisonderwerp
  readonly id: string
  /** What was written for it; absent: then the page says what the corpus knows otherwise. */
  readonly blad: Kennisblad | undefined
  readonly regeling: RegelingInfo | undefined
  readonly gebeurtenis: Levensgebeurtenis | undefined
  readonly voorwaarden: readonly Bladvoorwaarde[]
  readonly beslist: Organisatie | undefined
  readonly legtUit: Organisatie | undefined
  readonly eigenaar: Eigenaar
  /** What our sums leave out, with its article: exceptions among them. */
  readonly nietGerekend: readonly Onzeker[]
  /** Schemes of a life event, or life events of a scheme, by id. */
  readonly verwant: readonly Kennisonderwerp[]
}

/** `undefined` when there is no such scheme or life event. `gebieden`: places to find the body of, nearest first. */
export function maakBladbeeld(
  corpus: GeladenCorpus,
  over: Kennisonderwerp,
  { datum, gebieden }: { readonly datum: string; readonly gebieden: readonly string[] },
): Bladbeeld | undefined {
  const id = kennisbladId(over)
  const blad = corpus.kennis.get(id)
  const regeling = over.soort === 'regeling' ? regelingOp(corpus, over.id, datum) : undefined
  const gebeurtenis = over.soort === 'gebeurtenis' ? corpus.gebeurtenissen.get(over.id) : undefined
  if (regeling === undefined && gebeurtenis === undefined) return undefined
  const bij = (wie: string | undefined) =>
    wie === undefined ? undefined : vindOrganisatie(corpus.organisaties, wie, gebieden)
  const eigen = blad?.eigenaar ?? regeling?.uitvoerder
  const bekend = eigen === undefined ? undefined : corpus.organisaties.get(eigen)
  const eigenaarId = parseOrganisatieId(bekend?.id)
  return {
    over,
    id,
    blad,
    regeling,
    gebeurtenis,
    voorwaarden: regeling === undefined ? [] : voorwaardenVan(corpus, regeling),
    beslist: bij(blad?.beslist ?? regeling?.uitvoerder),
    legtUit: bij(blad?.legtUit?.organisatie ?? regeling?.uitvoerder),
    eigenaar: eigenaarVan(eigenaarId && bekend ? { id: eigenaarId, overheid: bekend.overheid } : undefined),
    nietGerekend: regeling?.onzeker ?? [],
    verwant: verwantVan(corpus, { regeling, gebeurtenis }),
  }
}

/** The text that holds on the day, or the first that comes; of the nearest place when several have one. */
export function regelingOp(corpus: GeladenCorpus, id: string, datum: string): RegelingInfo | undefined {
  const alle = corpus.engine.alleRegelingen().filter((info) => info.id === id)
  const geldend = alle.filter(({ vanaf }) => vanaf <= datum)
  const kies = (rij: readonly RegelingInfo[], beter: (a: RegelingInfo, b: RegelingInfo) => boolean) =>
    rij.reduce<RegelingInfo | undefined>(
      (al, een) => (al === undefined || beter(een, al) ? een : al),
      undefined,
    )
  return kies(geldend, (a, b) => a.vanaf > b.vanaf) ?? kies(alle, (a, b) => a.vanaf < b.vanaf)
}

function voorwaardenVan({ engine }: GeladenCorpus, info: RegelingInfo): readonly Bladvoorwaarde[] {
  const wet = engine.wetten.find(({ info: van }) => van === info)
  const gedeeld = engine.wetten.filter(({ id }) => wet?.gebruikt.includes(id))
  return Object.entries(info.teksten.nl?.voorwaarden ?? {}).map(([naam, tekst]) => {
    const regel =
      wet?.regels.get(naam) ?? gedeeld.map(({ regels }) => regels.get(naam)).find((een) => een !== undefined)
    if (regel === undefined) return { tekst }
    const { artikel, vertrouwen, grondslag } = regel
    const isAndereWet = grondslag !== undefined && grondslag.wet !== info.grondslag.wet
    return {
      tekst,
      vertrouwen,
      ...(artikel !== '' && { artikel: isAndereWet ? `${grondslag.wet} ${artikel}` : artikel }),
    }
  })
}

function verwantVan(
  corpus: GeladenCorpus,
  { regeling, gebeurtenis }: Pick<Bladbeeld, 'regeling' | 'gebeurtenis'>,
): readonly Kennisonderwerp[] {
  if (gebeurtenis !== undefined) {
    const bekend = new Set(corpus.engine.alleRegelingen().map(({ id }) => id))
    return gebeurtenis.regelingen
      .filter((id) => bekend.has(id))
      .map((id) => ({ soort: 'regeling' as const, id }))
  }
  if (regeling === undefined) return []
  return [...corpus.gebeurtenissen.values()]
    .filter(({ id, regelingen }) => regeling.gebeurtenissen.includes(id) || regelingen.includes(regeling.id))
    .map(({ id }) => ({ soort: 'gebeurtenis' as const, id }))
}
