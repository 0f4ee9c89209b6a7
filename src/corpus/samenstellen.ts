import type { CorpusFout } from '../engine/index.ts'
import type { Afspraakteam } from './afspraakteam.ts'
import type { Afzender } from './afzender.ts'
import type { BronBestand } from './bestand.ts'
import type { Contactgronden } from './contactgrond.ts'
import type { Informatiepunt } from './informatiepunt.ts'
import type { Kennisblad } from './kennisblad.ts'
import type { Afgewezen, Leesgeheugen } from './kiezen.ts'
import type { Deelnemer, Geweigerd, Laag } from './laag.ts'
import type { Levensgebeurtenis } from './levensgebeurtenis.ts'
import type { Lijstgrond } from './lijstgrond.ts'
import type { Organisatie } from './organisatie.ts'
import type { Postwegregister } from './postwegen.ts'
import { type Compileer, type Gecompileerd, type Poging, probeer, samen } from './proberen.ts'
import type { Synoniemen } from './synoniemen.ts'
import type { Verwerking } from './verwerking.ts'
import type { Vraagvolgorde } from './vraagvolgorde.ts'
import type { Zaaktaal } from './zaaktaal-woorden.ts'

export type Samengesteld<C extends Gecompileerd> =
  | {
      readonly ok: true
      readonly engine: C
      readonly organisaties: ReadonlyMap<string, Organisatie>
      readonly gebeurtenissen: ReadonlyMap<string, Levensgebeurtenis>
      readonly synoniemen: Synoniemen
      readonly vraagvolgorde: Vraagvolgorde
      readonly verwerkingen: ReadonlyMap<string, Verwerking>
      readonly zaaktaal: Zaaktaal
      readonly afzenders: ReadonlyMap<string, Afzender>
      readonly postwegen: Postwegregister
      readonly afspraakteams: ReadonlyMap<string, Afspraakteam>
      readonly informatiepunten: ReadonlyMap<string, Informatiepunt>
      readonly kennis: ReadonlyMap<string, Kennisblad>
      readonly contactgronden: Contactgronden
      readonly lijstgronden: ReadonlyMap<string, Lijstgrond>
      readonly deelnemers: readonly Deelnemer[]
      readonly geweigerd: readonly Geweigerd[]
    }
  | { readonly ok: false; readonly fouten: readonly CorpusFout[] }

export interface Opdracht<C extends Gecompileerd> {
  readonly lagen: readonly Laag[]
  readonly compileer: Compileer<C>
  readonly geheugen: Leesgeheugen
  /** The last text of a file that was right in its layer; used when the file now has a fault. */
  readonly laatsteGoede?: (laag: string, bestand: string) => BronBestand | undefined
}

/**
 * Makes one corpus of all layers. A fault in a shipped file is the end: all faults are given back.
 * A faulty file of another layer is left out, its last good text comes back, and the rest is made again.
 * Each round refuses a text for good, so it ends; without faults there is one round.
 */
export function stelSamen<C extends Gecompileerd>(opdracht: Opdracht<C>): Samengesteld<C> {
  let lagen = opdracht.lagen
  const geweigerd: Geweigerd[] = []
  for (;;) {
    const poging = probeer(lagen, opdracht.compileer, opdracht.geheugen)
    const schuldig = [...poging.afgewezen, ...schuldigen(poging, lagen, opdracht)]
    if (schuldig.length === 0 && poging.engine !== undefined) {
      const { engine, organisaties, gebeurtenissen, synoniemen, vraagvolgorde } = poging
      const {
        verwerkingen,
        zaaktaal,
        afzenders,
        postwegen,
        afspraakteams,
        informatiepunten,
        kennis,
        contactgronden,
        lijstgronden,
        deelnemers,
      } = poging
      return {
        ok: true,
        engine,
        organisaties,
        gebeurtenissen,
        synoniemen,
        vraagvolgorde,
        verwerkingen,
        zaaktaal,
        afzenders,
        postwegen,
        afspraakteams,
        informatiepunten,
        kennis,
        contactgronden,
        lijstgronden,
        deelnemers,
        geweigerd: metVervanger(geweigerd, deelnemers),
      }
    }
    const meegeleverd = schuldig.filter(({ laag }) => laag.soort === 'meegeleverd')
    if (meegeleverd.length > 0) return { ok: false, fouten: alleFouten(meegeleverd, poging) }
    for (const afgewezen of schuldig) {
      const { laag, bron, fouten } = afgewezen
      const nogNiet = !geweigerd.some((g) => g.laag === laag.naam && g.bestand === bron.bestand)
      const eerder = nogNiet ? opdracht.laatsteGoede?.(laag.naam, bron.bestand) : undefined
      lagen = lagen.map((l) => (l.naam === laag.naam ? zonder(l, bron, eerder) : l))
      if (nogNiet)
        geweigerd.push({
          laag: laag.naam,
          bestand: bron.bestand,
          sha256: bron.sha256,
          fouten,
          inPlaats: 'niets',
        })
    }
  }
}

/** Of the shipped files every fault, also those that would only show after the others are mended. */
function alleFouten<C extends Gecompileerd>(schuldig: readonly Afgewezen[], poging: Poging<C>): CorpusFout[] {
  const eigen = new Set(
    poging.deelnemers.filter((d) => d.laag.soort === 'meegeleverd').map((d) => d.bron.bestand),
  )
  return samen(
    schuldig.flatMap(({ fouten }) => fouten),
    poging.ook.filter((f) => eigen.has(f.bestand)),
  )
}

function zonder(laag: Laag, oud: BronBestand, eerder: BronBestand | undefined): Laag {
  const terug = eerder === undefined || eerder.sha256 === oud.sha256 ? [] : [eerder]
  return { ...laag, bestanden: [...laag.bestanden.filter((b) => b.bestand !== oud.bestand), ...terug] }
}

/** Only at the end is known what answers instead of a refused file. */
function metVervanger(geweigerd: readonly Geweigerd[], deelnemers: readonly Deelnemer[]): Geweigerd[] {
  return geweigerd.map((g) => {
    const nu = deelnemers.find((d) => d.bron.bestand === g.bestand)
    if (nu === undefined) return g
    return { ...g, inPlaats: nu.laag.naam === g.laag ? 'laatste-goede' : 'eerdere-laag' }
  })
}

/** Which files answer for the faults of an attempt. */
function schuldigen<C extends Gecompileerd>(
  poging: Poging<C>,
  lagen: readonly Laag[],
  opdracht: Opdracht<C>,
): Afgewezen[] {
  if (poging.fouten.length === 0) return []
  const perBestand = Map.groupBy(poging.fouten, (fout) => fout.bestand)
  const afgewezen = ({ laag, bron }: Deelnemer, fouten: readonly CorpusFout[]): Afgewezen => ({
    laag,
    bron,
    fouten: samen(
      fouten,
      poging.ook.filter((f) => f.bestand === bron.bestand),
    ),
  })
  const toegevoegd = poging.deelnemers.filter((d) => d.laag.soort !== 'meegeleverd')
  const genoemd = toegevoegd.filter((d) => perBestand.has(d.bron.bestand))
  if (genoemd.length > 0) return genoemd.map((d) => afgewezen(d, perBestand.get(d.bron.bestand) ?? []))
  const oorzaak = zoekOorzaak(toegevoegd, lagen, opdracht)
  if (oorzaak !== undefined) return [afgewezen(oorzaak, poging.fouten)]
  // Nothing was added, or the shipped files are wrong by themselves.
  return poging.deelnemers
    .filter((d) => perBestand.has(d.bron.bestand))
    .map((d) => afgewezen(d, perBestand.get(d.bron.bestand) ?? []))
}

/**
 * All faults are reported in shipped files, but an added file may be the cause: it replaced something
 * that others use. The first added file with which it goes wrong, found by halving.
 */
function zoekOorzaak<C extends Gecompileerd>(
  toegevoegd: readonly Deelnemer[],
  lagen: readonly Laag[],
  { compileer, geheugen }: Opdracht<C>,
): Deelnemer | undefined {
  const isGoedMet = (aantal: number): boolean => {
    const mee = new Set(toegevoegd.slice(0, aantal).map((d) => d.bron))
    const deel = lagen.map((l) =>
      l.soort === 'meegeleverd' ? l : { ...l, bestanden: l.bestanden.filter((b) => mee.has(b)) },
    )
    return probeer(deel, compileer, geheugen).fouten.length === 0
  }
  if (toegevoegd.length === 0 || !isGoedMet(0)) return undefined
  let goed = 0
  let fout = toegevoegd.length
  while (fout - goed > 1) {
    const midden = Math.floor((goed + fout) / 2)
    if (isGoedMet(midden)) goed = midden
    else fout = midden
  }
  return toegevoegd[fout - 1]
}
