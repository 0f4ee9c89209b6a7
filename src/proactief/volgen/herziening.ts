/** What somebody has a right to, worked out anew only where something that it hangs on has changed. */
import {
  type Bedrag,
  bereken,
  type Corpus,
  eersteWijzigingen,
  type Huishouden,
  parseHuishouden,
  type Recht,
  type Uitkomst,
} from '../../engine/index.ts'
import { parseDatum, plusDagen } from '../../kalender/index.ts'
import { type Afhankelijkheid, afhankelijkheden, geraakt, gewijzigdeFeiten } from './afhankelijkheid.ts'

/** What one scheme gives on a day, as far as it is known. Cents. */
export interface Rechtsstand {
  readonly recht: Recht
  readonly bedrag?: Bedrag
  readonly van?: number
  readonly tot?: number | null
  /** Not known, and what of it is written down holds: the rest only the body that decides can say. */
  readonly voldoet?: true
}

interface Gevolgd extends Rechtsstand {
  /** YYYY-MM-DD: on this day it must be looked at again; until then it stays as it is when no fact changes. */
  readonly geldigTot: string
  /** Of what is not known now: what it was when it was known last. */
  readonly laatst?: Rechtsstand
}

/** Of one person: the facts that were used, and what came of them. */
export interface Dossier {
  readonly huishouden: Readonly<Record<string, unknown>>
  readonly dag: string
  /** Which texts of the law: another corpus, and everything is looked at again. */
  readonly corpus: string
  readonly standen: Readonly<Record<string, Gevolgd>>
}

export interface Verschil {
  readonly regeling: string
  /** Absent: nobody had looked, or the scheme did not hold there. */
  readonly voor: Rechtsstand | undefined
  readonly na: Rechtsstand | undefined
}

export interface Herziening {
  readonly dossier: Dossier
  readonly verschillen: readonly Verschil[]
  /** Facts that say something else than before. */
  readonly gewijzigd: ReadonlySet<string>
  /** What was worked out; the rest was left alone. */
  readonly gerekend: readonly string[]
  /** The first day on which this must be done again without any event. */
  readonly volgende: string
}

export interface Rekenwijze {
  readonly corpus: Corpus
  /** A name for the texts in this corpus. */
  readonly versie: string
  /** Named limit, in days: so far ahead is looked for a day on which something changes; then again. */
  readonly vooruitDagen?: number
  /** For this corpus and day, where somebody made it already. */
  readonly afhankelijk?: Afhankelijkheid
}

const vooruitDagen = 400

/** `undefined`: these facts do not fit the vocabulary, and nothing is said about them. */
export function herzie(
  wijze: Rekenwijze,
  vorige: Dossier | undefined,
  huishouden: Dossier['huishouden'],
  dag: string,
): Herziening | undefined {
  const { corpus, versie } = wijze
  const gelezen = parseHuishouden(corpus, huishouden)
  if (!gelezen.ok) return undefined
  const gewijzigd = gewijzigdeFeiten(vorige?.huishouden ?? {}, huishouden)
  const hier = regelingenVoor(corpus, gelezen.huishouden, dag)
  const isOnbruikbaar = vorige === undefined || vorige.corpus !== versie || vorige.dag > dag
  const oud = isOnbruikbaar ? {} : vorige.standen
  const anders = geraakt(wijze.afhankelijk ?? afhankelijkheden(corpus, dag), gewijzigd)
  const gerekend = hier.filter((id) => {
    const eerder = oud[id]
    return eerder === undefined || anders.has(id) || eerder.geldigTot <= dag
  })
  const nieuw = reken(wijze, gelezen.huishouden, dag, gerekend)
  const standen = Object.fromEntries(
    hier.flatMap((id) => {
      const stand = nieuw.get(id) ?? oud[id]
      return stand === undefined ? [] : [[id, metLaatst(stand, vorige?.standen[id])] as const]
    }),
  )
  return {
    dossier: { huishouden, dag, corpus: versie, standen },
    verschillen: verschillenTussen(vorige?.standen ?? {}, standen),
    gewijzigd,
    gerekend,
    volgende: eerste([
      eindeVan(wijze, dag),
      ...Object.values(standen).map(({ geldigTot }) => geldigTot),
      ...nieuweTeksten(corpus, dag),
    ]),
  }
}

function regelingenVoor(corpus: Corpus, { gebied, json }: Huishouden, dag: string): readonly string[] {
  const { woning } = json
  const waterschap = woning instanceof Object && 'waterschap' in woning ? woning.waterschap : undefined
  return corpus
    .regelingenOp(dag, gebied, typeof waterschap === 'string' ? waterschap : undefined)
    .map(({ id }) => id)
}

function reken(
  wijze: Rekenwijze,
  huishouden: Huishouden,
  dag: string,
  regelingen: readonly string[],
): ReadonlyMap<string, Gevolgd> {
  if (regelingen.length === 0) return new Map()
  const { corpus } = wijze
  const tot = eindeVan(wijze, dag)
  const wissels = eersteWijzigingen(corpus, huishouden, { van: dag, tot }, regelingen)
  const { uitkomsten } = bereken(corpus, { datum: dag, huishouden, regelingen }, { uitleg: false })
  return new Map(
    uitkomsten.map((uitkomst) => {
      const geldigTot = wissels.get(uitkomst.regeling) ?? tot
      const voldoet = isVanUitvoerder(uitkomst) ? ({ voldoet: true } as const) : {}
      return [uitkomst.regeling, { ...standVan(uitkomst), ...voldoet, geldigTot }]
    }),
  )
}

export function standVan({ recht, bedrag, grenzen }: Uitkomst): Rechtsstand {
  return {
    recht,
    ...(bedrag && { bedrag }),
    ...(grenzen && { van: grenzen.van, tot: grenzen.tot }),
  }
}

function isVanUitvoerder({ recht, ontbreekt }: Uitkomst): boolean {
  return (
    recht === 'onbekend' &&
    ontbreekt.length > 0 &&
    ontbreekt.every(({ reden }) => reden === 'niet-gemodelleerd')
  )
}

export function isZelfde(a: Rechtsstand | undefined, b: Rechtsstand | undefined): boolean {
  const isNiets = (stand: Rechtsstand | undefined) => stand === undefined || stand.recht === 'nee'
  if (isNiets(a) && isNiets(b)) return true
  return (
    a?.recht === b?.recht &&
    a?.bedrag?.waarde === b?.bedrag?.waarde &&
    a?.bedrag?.per === b?.bedrag?.per &&
    a?.van === b?.van &&
    a?.tot === b?.tot
  )
}

function verschillenTussen(
  oud: Readonly<Record<string, Gevolgd>>,
  nieuw: Readonly<Record<string, Gevolgd>>,
): readonly Verschil[] {
  return [...new Set([...Object.keys(oud), ...Object.keys(nieuw)])].flatMap((regeling) => {
    // Not knowing for a while changes nobody's right: what is known again is laid beside what was known before.
    const was = oud[regeling]
    const na = zonderDag(nieuw[regeling])
    // What was told to a survivor, of what only the body that decides can know, may turn out not to be so.
    const isTerug = was?.voldoet === true && was.laatst?.recht !== 'ja' && na?.recht === 'nee'
    const voor = (isTerug ? undefined : was?.laatst) ?? zonderDag(was)
    return isZelfde(voor, na) ? [] : [{ regeling, voor, na }]
  })
}

function zonderDag(stand: Gevolgd | undefined): Rechtsstand | undefined {
  if (stand === undefined) return undefined
  const { geldigTot: _, laatst: __, ...rest } = stand
  return rest
}

function metLaatst(stand: Gevolgd, vorige: Gevolgd | undefined): Gevolgd {
  const { laatst: _, ...kaal } = stand
  if (stand.recht !== 'onbekend') return kaal
  const laatst = vorige?.recht === 'onbekend' ? vorige.laatst : zonderDag(vorige)
  return laatst === undefined ? kaal : { ...kaal, laatst }
}

function eindeVan({ vooruitDagen: n = vooruitDagen }: Rekenwijze, dag: string): string {
  const begin = parseDatum(dag)
  if (begin === undefined) throw new RangeError(`geen dag: ${dag}`)
  return plusDagen(begin, n)
}

const begindagen = new WeakMap<Corpus, ReadonlySet<string>>()

/** A scheme that begins is in no list yet: the day on which any text begins is a day to look. */
function nieuweTeksten(corpus: Corpus, dag: string): readonly string[] {
  const dagen = begindagen.get(corpus) ?? new Set(corpus.alleRegelingen().map(({ vanaf }) => vanaf))
  begindagen.set(corpus, dagen)
  return [...dagen].filter((vanaf) => vanaf > dag)
}

function eerste(dagen: readonly string[]): string {
  return dagen.reduce((a, b) => (a < b ? a : b))
}
