/**
 * What sources send in the proof, made by chance from a seed, and what has to come of it: pure. The same seed gives the
 * same story, so that a proof that was broken off goes on where it was.
 */
import { gooien } from '../src/loket/proefopdrachten.ts'
import {
  kenmerkenVan,
  type Levensloopsoort,
  levensloopsoorten,
  type Volgbron,
} from '../src/proactief/index.ts'

/** One event: about which of the people (`undefined`: somebody unknown), and what. */
export interface Bericht {
  readonly mens: number | undefined
  readonly id: string
  readonly wat: { readonly soort: Levensloopsoort } | { readonly intrekt: string }
}

/** What goes in one body; what stands in `eerst` is taken in before the rest is sent. */
export interface Zending {
  readonly eerst: readonly Bericht[]
  readonly dan: readonly Bericht[]
}

/** Named limits: so many in one body of the stream, and in one of many about one person. */
const perZending = 20
export const perVloed = 100

/** A death is told of in its own measure, below; what one near does to a household is another story (nabestaande.test.ts). */
const zonderDood = levensloopsoorten.filter((soort) => !soort.startsWith('overlijden'))

/** Half of them let the register of persons be asked, and half that of incomes. Each says something else once. */
export function bronVan(mens: number): Volgbron {
  return mens % 2 === 0 ? 'inkomen' : 'brp'
}

function werkt(mens: number, soort: Levensloopsoort): boolean {
  return soort !== 'overlijden' && kenmerkenVan(soort).bronnen.some((bron) => bron === bronVan(mens))
}

/** While it holds nothing can be said: of who died, or who moved and lets nobody be asked where to. */
function belemmert(mens: number, soort: Levensloopsoort): boolean {
  return soort === 'overlijden' || (soort === 'verhuizing' && bronVan(mens) === 'inkomen')
}

/**
 * The stream of one of several senders, each of whom tells of people of their own, one body after the other. To one in
 * five of these nothing happens: what is said of them touches nothing, or was taken back before it came. Of the rest one
 * event in ten was taken back before it came, some are taken back later, a few are a death, and now and then it is about
 * somebody whom nobody knows.
 */
export function zending(zaad: number, zender: number, nr: number, mensen: readonly number[]): Zending {
  const gooi = (keer: number) => gooien(zaad * 7_919 + zender * 1_000_003 + keer * 31)
  const nu = gebeurd(gooi(nr), `s${zender}z${nr}`, mensen)
  // What was told a while ago turns out not to be so: one in ten of then, and half of the deaths.
  const toen = nr < terugNa ? [] : gebeurd(gooi(nr - terugNa), `s${zender}z${nr - terugNa}`, mensen).dan
  const terug = toen.filter(({ wat }, i) =>
    'soort' in wat && wat.soort === 'overlijden' ? i % 2 === 0 : i % 10 === 0,
  )
  return { ...nu, dan: [...nu.dan, ...terug.map(trekIn)] }
}

/** So many bodies later. */
const terugNa = 3

function gebeurd(gooi: (tot: number) => number, naam: string, mensen: readonly number[]): Zending {
  const delen = Array.from({ length: perZending }, (_, i): Zending => {
    const [mens, welke, kans] = [mensen[gooi(mensen.length)], gooi(zonderDood.length), gooi(100)]
    const soort = zonderDood[welke]
    if (mens === undefined || soort === undefined) throw new Error('er gebeurt niets')
    const id = `${naam}e${i}`
    if (kans < 3) return { eerst: [], dan: [{ mens: undefined, id, wat: { soort } }] }
    if (kans < 6 && mens % 5 !== 0)
      return { eerst: [], dan: [{ mens, id, wat: { soort: 'overlijden' as const } }] }
    const een = { mens, id, wat: { soort } }
    const isTerug = kans < 16 || (mens % 5 === 0 && werkt(mens, soort))
    return { eerst: isTerug ? [trekIn(een)] : [], dan: [een] }
  })
  return { eerst: delen.flatMap(({ eerst }) => eerst), dan: delen.flatMap(({ dan }) => dan) }
}

function trekIn({ mens, id }: Bericht): Bericht {
  return { mens, id: `${id}t`, wat: { intrekt: id } }
}

/** The same event again and again. */
export function herhaling(mens: number): Zending {
  return {
    eerst: [],
    dan: Array.from({ length: perVloed }, () => ({ mens, id: 'dubbel', wat: iets(mens, 0) })),
  }
}

/** Another event each time, all about one person. */
export function vloed(mens: number, nr: number): Zending {
  return {
    eerst: [],
    dan: Array.from({ length: perVloed }, (_, i) => ({ mens, id: `v${nr}e${i}`, wat: iets(mens, i) })),
  }
}

function iets(mens: number, keer: number): { readonly soort: Levensloopsoort } {
  const soorten = zonderDood.toSorted((a, b) => Number(werkt(mens, b)) - Number(werkt(mens, a)))
  return { soort: soorten[keer % soorten.length] ?? 'nieuw-jaar' }
}

/**
 * Whether somebody has to be told, looked at by what was sent about them, in that order. `mag`: it depends on when
 * anybody looked, before something was taken back or after.
 */
export function afloop(mens: number, berichten: readonly Bericht[]): 'moet' | 'mag' | 'niet' {
  const [gold, weg] = [new Map<string, Levensloopsoort>(), new Set<string>()]
  const isBelemmerd = () => [...gold.values()].some((soort) => belemmert(mens, soort))
  let isGezien = false
  for (const { id, wat } of berichten) {
    if ('intrekt' in wat) {
      weg.add(wat.intrekt)
      const soort = gold.get(wat.intrekt)
      // Whoever turns out to live, or to live where they lived, is looked at anew with whatever happened meanwhile.
      if (soort !== undefined && belemmert(mens, soort)) isGezien = true
      gold.delete(wat.intrekt)
    } else if (!weg.has(id)) {
      gold.set(id, wat.soort)
      if (werkt(mens, wat.soort) && !isBelemmerd()) isGezien = true
    }
  }
  if (!isBelemmerd() && [...gold.values()].some((soort) => werkt(mens, soort))) return 'moet'
  return isGezien ? 'mag' : 'niet'
}
