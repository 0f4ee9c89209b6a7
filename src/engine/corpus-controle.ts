/** Every plan of a corpus made once, so that all faults are known before anybody asks. */
import type { Plan } from './plan.ts'
import type { CorpusFout, GebiedInfo } from './types.ts'
import { gebiedsketen } from './vocabulaire.ts'
import type { Wet } from './wet-vorm.ts'

export type PlanMaker = (
  wet: Wet,
  dag: number,
  keten: readonly string[],
  fouten: CorpusFout[],
) => Plan | undefined

interface Gelezen {
  readonly wetten: readonly Wet[]
  readonly gebieden: ReadonlyMap<string, GebiedInfo>
  /** Ids of the schemes that exist anywhere, at any date. */
  readonly ids: ReadonlySet<string>
}

/** Makes every plan once, at each date on which something it uses begins and each place that fills it in. */
export function controleerPlannen(corpus: Gelezen, plan: PlanMaker, fouten: CorpusFout[]): void {
  const { wetten, gebieden } = corpus
  for (const w of wetten) {
    if (!gebieden.has(w.gebied))
      w.lezing.fout(
        ['gebied'],
        'gebied',
        `Het gebied «${w.gebied}» bestaat niet.`,
        'Kijk in corpus/gebieden/gebieden.yaml.',
      )
    if (w.vultIn !== undefined && !corpus.ids.has(w.vultIn))
      w.lezing.fout(
        ['vult_in'],
        'vult-in',
        `De regeling «${w.vultIn}» bestaat niet.`,
        'Noem het id van de regeling die iets openlaat.',
      )
  }
  for (const w of wetten.filter((x) => x.soort !== 'gedeeld' && x.vultIn === undefined)) {
    const einde = Math.min(
      ...wetten
        .filter((x) => x.id === w.id && x.gebied === w.gebied && x.vanaf > w.vanaf)
        .map((x) => x.vanaf),
      Number.POSITIVE_INFINITY,
    )
    const invullers = wetten.filter((x) => x.vultIn === w.id)
    const datums = new Set([
      w.vanaf,
      ...wetten
        .filter((x) => (x.soort === 'gedeeld' || x.vultIn === w.id) && x.vanaf > w.vanaf && x.vanaf < einde)
        .map((x) => x.vanaf),
    ])
    const eilanden = [...gebieden.values()]
      .filter((g) => g.in.includes(w.gebied))
      .filter((g) => g.soort === 'eiland')
      .map((g) => g.code)
    const plaatsen = [w.gebied, ...eilanden, ...new Set(invullers.map((x) => x.gebied))]
    for (const dag of datums) for (const g of plaatsen) plan(w, dag, ketenMet(gebieden, g, w.gebied), fouten)
  }
}

function ketenMet(gebieden: ReadonlyMap<string, GebiedInfo>, code: string, eigen: string): string[] {
  const keten = gebiedsketen(gebieden, code)
  return keten.includes(eigen) ? keten : [...keten, eigen]
}

export function ontdubbel(fouten: readonly CorpusFout[]): CorpusFout[] {
  const gezien = new Set<string>()
  const uit = fouten.filter((f) => {
    const s = `${f.bestand}:${f.regel}:${f.kolom}:${f.melding}`
    return gezien.has(s) ? false : gezien.add(s)
  })
  return uit.sort((a, b) =>
    a.bestand === b.bestand ? a.regel - b.regel || a.kolom - b.kolom : a.bestand < b.bestand ? -1 : 1,
  )
}
