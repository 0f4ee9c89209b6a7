/** How many questions until nothing is open: our order, that of the website, a fixed order, and «what most schemes need» first. */
import {
  type Corpus,
  parseVraag,
  randomHuishouden,
  type Vraagkandidaat,
  vasteToeval,
  volgendeVragen,
} from '../src/engine/index.ts'
import { opVolgorde } from '../src/rechten/index.ts'
import { openCorpus, openVraagvolgorde } from './corpus.ts'
import { type Meting, rond } from './meet.ts'

const PLEK = 'GM0344'
const DATUM = '2026-03-01'
/** Named limit: no household needs more questions than this. */
const MAX_VRAGEN = 120

type Orde = (k: readonly Vraagkandidaat[]) => Vraagkandidaat | undefined
type Obj = Record<string, unknown>

export function vragen(huishoudens: number): Meting[] {
  const corpus = openCorpus()
  const eerst = openVraagvolgorde()
  const plaatsVan = new Map(corpus.feiten.map((f, i) => [f.id, i]))
  const rang = (k: Vraagkandidaat) => plaatsVan.get(k.feit) ?? -1
  const orden: readonly (readonly [string, Orde])[] = [
    ['vragen.onze-orde', (k) => k[0]],
    ['vragen.website-orde', (k) => opVolgorde(k, eerst)[0]],
    ['vragen.vaste-orde', (k) => [...k].sort((a, b) => rang(a) - rang(b) || (a.pad < b.pad ? -1 : 1))[0]],
    [
      'vragen.meeste-regelingen',
      (k) => [...k].sort((a, b) => b.regelingen.length - a.regelingen.length || rang(a) - rang(b))[0],
    ],
  ]
  const gemiddelden = orden.map(([naam, orde]) => {
    const toeval = vasteToeval(41)
    const tellingen = Array.from({ length: huishoudens }, () =>
      tel(corpus, randomHuishouden(corpus, toeval, PLEK, DATUM), orde),
    )
    const gemiddeld = tellingen.reduce((a, b) => a + b, 0) / huishoudens
    const spreiding = Math.sqrt(
      tellingen.reduce((s, n) => s + (n - gemiddeld) ** 2, 0) / Math.max(1, huishoudens - 1),
    )
    return { naam, gemiddeld, marge: (1.96 * spreiding) / Math.sqrt(huishoudens) }
  })
  const onze = gemiddelden[0]?.gemiddeld ?? 1
  return [
    ...gemiddelden.map(({ naam, gemiddeld, marge }) => ({
      naam,
      waarde: rond(gemiddeld),
      eenheid: `vragen (± ${rond(marge)}, ${huishoudens} huishoudens)`,
      verhouding: rond(gemiddeld / onze),
      tegen: 'vragen.onze-orde',
    })),
    ...achteraf(corpus, Math.ceil(huishoudens / 10)),
  ]
}

/**
 * What no order could do without: of the questions that our order asked, those whose answer still leaves something
 * open when it is taken away. Who knows the answers beforehand would ask these; the distance is what an order can win.
 */
function achteraf(corpus: Corpus, huishoudens: number): Meting[] {
  const toeval = vasteToeval(41)
  let gesteld = 0
  let nodig = 0
  for (let n = 0; n < huishoudens; n++) {
    const waar = randomHuishouden(corpus, toeval, PLEK, DATUM)
    const { paden, overslaan } = vraagUit(corpus, waar, (k) => k[0])
    let rest = paden
    for (const pad of paden) {
      const zonder = rest.filter((p) => p !== pad && !p.startsWith(`${pad}/`))
      if (open(corpus, metAntwoorden(waar, zonder), overslaan).length === 0) rest = zonder
    }
    gesteld += paden.length
    nodig += rest.length
  }
  return [
    {
      naam: 'vragen.achteraf-nodig',
      waarde: rond(nodig / huishoudens),
      eenheid: `vragen (${huishoudens} huishoudens; onze orde stelde er ${rond(gesteld / huishoudens)})`,
      verhouding: rond(nodig / gesteld),
      tegen: 'vragen.onze-orde',
    },
  ]
}

/** How many questions it takes: also those whose answer the truth does not hold. */
function tel(corpus: Corpus, waar: unknown, orde: Orde): number {
  const { paden, overslaan } = vraagUit(corpus, waar, orde)
  return paden.length + overslaan.length
}

/** Answers questions from what is true, until none is left. */
function vraagUit(corpus: Corpus, waar: unknown, orde: Orde): { paden: string[]; overslaan: string[] } {
  const bekend = metAntwoorden(waar, [])
  const paden: string[] = []
  const overslaan: string[] = []
  for (let n = 0; n < MAX_VRAGEN; n++) {
    const vraag = orde(open(corpus, bekend, overslaan))
    if (!vraag) break
    if (antwoord(bekend, waar, vraag.pad.split('/').slice(2))) paden.push(vraag.pad)
    else overslaan.push(vraag.pad)
  }
  return { paden, overslaan }
}

function metAntwoorden(waar: unknown, paden: readonly string[]): Obj {
  const bekend: Obj = { aanvrager: {}, woning: { gemeente: PLEK } }
  for (const pad of paden) antwoord(bekend, waar, pad.split('/').slice(2))
  return bekend
}

function open(corpus: Corpus, huishouden: Obj, overslaan: readonly string[]): readonly Vraagkandidaat[] {
  const v = parseVraag(corpus, { datum: DATUM, huishouden })
  if (!v.ok) throw new Error(JSON.stringify(v.fouten))
  return volgendeVragen(corpus, v.vraag, { overslaan })
}

/** Copies one answer; of a list or partner only who there is. False when the truth does not say. */
function antwoord(doel: Obj, waar: unknown, pad: readonly string[]): boolean {
  let bron: unknown = waar
  let plek: Obj = doel
  for (const [i, stap] of pad.entries()) {
    const w = bron as Obj | undefined | null // read defensively below
    bron = w?.[stap]
    if (i < pad.length - 1) {
      plek[stap] ??= {}
      plek = plek[stap] as Obj // just made, or made by an earlier answer
    }
  }
  const laatste = pad.at(-1) ?? ''
  if (laatste === 'opvang' && bron === undefined) bron = []
  if (bron === undefined) return false
  const leeg = (x: unknown) => (typeof x === 'object' && x !== null ? {} : x)
  plek[laatste] = Array.isArray(bron) ? bron.map(leeg) : laatste === 'partner' ? leeg(bron) : bron
  return true
}
