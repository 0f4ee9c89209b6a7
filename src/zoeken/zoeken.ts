import { createHash } from 'node:crypto'
import type { GeladenCorpus, Synoniemen } from '../corpus/index.ts'
import { begrippenVan } from './begrippen.ts'
import type { Doelgroep, Zoekdocument } from './document.ts'
import { sleutelVan } from './document.ts'
import { enkelvouden } from './meervoud.ts'
import { verzamel } from './verzamel.ts'
import { delenVan, samenstellingenVan, vraagwoorden, woordenVan } from './woorden.ts'
import type { Treffer, Zoekindex, Zoekopslag } from './zoek-store.ts'

/** Named limit: who finds nothing among these looks for something else. */
const HOOGSTENS_TREFFERS = 20
/** Longer questions are cut off here; nobody types them. */
export const HOOGSTENS_TEKENS = 200
/** Changes when the way of indexing changes, so that an older index is not used for it. */
const VORM = '4'

export interface Zoekopdracht {
  readonly tekst: string
  readonly taal: string
  readonly doelgroep: Doelgroep
  /** Codes of the places somebody lives in, most specific first. */
  readonly gebieden: readonly string[]
}

export interface Zoekuitslag {
  readonly treffers: readonly Treffer[]
  /** The language of what was found: Dutch when the visitor's own language gave nothing. */
  readonly taal: string
  readonly verbeterd: readonly { readonly woord: string; readonly bedoeld: string }[]
}

export interface Zoeker {
  /** Makes the index of this corpus when it is not there yet. Cheap when it is. */
  werkBij(corpus: GeladenCorpus, paginas: readonly Zoekdocument[]): Promise<void>
  /** Rejects when the database does not answer; the page then says so and shows other ways. */
  zoek(opdracht: Zoekopdracht): Promise<Zoekuitslag>
}

export function maakZoeker(opslag: Zoekopslag): Zoeker {
  let nu:
    | {
        readonly hash: string
        readonly synoniemen: Synoniemen
        readonly plaatsen: Plaatsnamen
        readonly eigennamen: ReadonlySet<string>
      }
    | undefined

  const zoekIn = async (opdracht: Zoekopdracht, taal: string): Promise<Zoekuitslag> => {
    if (nu === undefined) throw new Error('de zoekindex wordt nog gemaakt')
    const { hash, synoniemen, plaatsen, eigennamen } = nu
    const tekst = opdracht.tekst.slice(0, HOOGSTENS_TEKENS)
    const woorden = vraagwoorden(tekst, taal)
    if (woorden.length === 0) return { treffers: [], taal, verbeterd: [] }
    const lijktOp = await opslag.lijktOp(hash, taal, [
      ...woorden,
      ...(taal === 'nl' ? woorden.flatMap(enkelvouden) : []),
      ...samenstellingenVan(woorden).map(({ woord }) => woord),
    ])
    const plaatsenInVraag = genoemdIn(tekst, plaatsen)
    const genoemd = new Set(plaatsenInVraag.flatMap((plaats) => plaats.woorden))
    const vraag = begrippenVan(tekst, taal, synoniemen, lijktOp, { eigennamen, genoemd })
    const { begrippen, geheel, synoniem, verbeterd } = vraag
    const treffers = await opslag.zoek({
      index: hash,
      taal,
      doelgroep: opdracht.doelgroep,
      begrippen,
      geheel,
      synoniem,
      gebieden:
        plaatsenInVraag.length > 0 ? plaatsenInVraag.flatMap(({ codes }) => codes) : opdracht.gebieden,
      hoogstens: HOOGSTENS_TREFFERS,
    })
    return { treffers, taal, verbeterd }
  }

  return {
    async werkBij(corpus, paginas) {
      const index = maakIndex([...verzamel(corpus), ...paginas])
      if (!(await opslag.heeft(index.hash))) await opslag.bewaar(index)
      const [plaatsen, eigennamen] = [plaatsnamen(corpus), woordenVanPlaatsen(corpus)]
      nu = { hash: index.hash, synoniemen: corpus.synoniemen, plaatsen, eigennamen }
    },
    async zoek(opdracht) {
      const eigen = await zoekIn(opdracht, opdracht.taal)
      return eigen.treffers.length > 0 || opdracht.taal === 'nl' ? eigen : zoekIn(opdracht, 'nl')
    },
  }
}

/** Every word in the name of a place: Wierden is not a mistyped `worden`. */
function woordenVanPlaatsen({ engine }: GeladenCorpus): ReadonlySet<string> {
  return new Set([...engine.gebieden.values()].flatMap(({ naam }) => woordenVan(naam)))
}

/** Of each place the words of its name, and the codes of itself and the larger places it lies in. */
type Plaatsnamen = readonly { readonly woorden: readonly string[]; readonly codes: readonly string[] }[]

function plaatsnamen({ engine }: GeladenCorpus): Plaatsnamen {
  return [...engine.gebieden.values()]
    .filter(({ soort }) => soort === 'gemeente' || soort === 'provincie' || soort === 'eiland')
    .map(({ code, naam, in: ligtIn }) => ({
      // «Bergen (L)»: nobody types what is between brackets.
      woorden: woordenVan(naam.replace(/ \(.*\)$/, '')),
      codes: [code, ...ligtIn],
    }))
}

/** Who asks for `pensioen bonaire` means that place, wherever they live. */
function genoemdIn(tekst: string, plaatsen: Plaatsnamen): Plaatsnamen {
  const gevraagd = new Set(woordenVan(tekst))
  return plaatsen.filter(({ woorden }) => woorden.every((woord) => gevraagd.has(woord)))
}

/** Which words there are, which of them are made of others, and one hash over everything. */
export function maakIndex(documenten: readonly Zoekdocument[]): Zoekindex {
  const perTaal = new Map<string, Set<string>>()
  for (const document of documenten) {
    const woorden = perTaal.get(document.taal) ?? new Set()
    perTaal.set(document.taal, woorden)
    for (const woord of woordenVan(tekstVan(document))) if (!/^\d+$/.test(woord)) woorden.add(woord)
  }
  const delen = new Map<string, readonly string[]>()
  for (const document of documenten) {
    const bekend = perTaal.get(document.taal)
    if (document.taal !== 'nl' || bekend === undefined) continue
    const gevonden = woordenVan([document.titel, ...document.woorden].join(' ')).flatMap((woord) =>
      delenVan(woord, (deel) => bekend.has(deel)),
    )
    if (gevonden.length > 0) delen.set(`${document.taal} ${sleutelVan(document)}`, [...new Set(gevonden)])
  }
  const woorden = [...perTaal].flatMap(([taal, set]) => [...set].map((woord) => ({ taal, woord })))
  const hash = createHash('sha256')
    .update(JSON.stringify([VORM, documenten]))
    .digest('hex')
  return { hash, documenten, woorden, delen }
}

function tekstVan({ titel, kort, namen, woorden, tekst, vaktekst }: Zoekdocument): string {
  return [titel, kort, ...namen, ...woorden, tekst, vaktekst].join(' ')
}
