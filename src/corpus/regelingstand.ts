/** What an author wants to know of a scheme: its versions in time, and what is missing. */
import { setImmediate } from 'node:timers/promises'
import type { Corpus, Onzeker, Vertrouwen } from '../engine/index.ts'
import { KANALEN } from './kanalen.ts'
import { TALEN, type Talen, talenVan, wetteksten } from './regelingteksten.ts'
import { waardeOp } from './velden.ts'

export type Wet = Corpus['wetten'][number]
type Cijfer = Wet['parameters'] extends ReadonlyMap<string, infer P> ? P : never

/** `regeling` decides by itself, `invulling` fills in what another one leaves open, `gedeeld` is used by others. */
export type Wetsoort = 'regeling' | 'invulling' | 'gedeeld'

export interface Versie {
  readonly wet: Wet
  readonly bestand: string
  readonly vanaf: string
  /** Where the next file of the same place begins. */
  readonly tot?: string
  /** From this day its figures are not known. */
  readonly bedragenTot?: string
}

export interface Regelingstand {
  readonly id: string
  readonly soort: Wetsoort
  /** Newest first. */
  readonly versies: readonly Versie[]
  /** In force on the day; else the first that comes. */
  readonly nu: Versie
  /** Different sources that its figures name. */
  readonly bronnen: number
  /** Figures and rules per trust state. */
  readonly vertrouwen: Readonly<Partial<Record<Vertrouwen, number>>>
  readonly gemis: Gemis
}

export interface Gemis {
  readonly cijfers: readonly {
    readonly naam: string
    readonly reden: Cijfer['reden']
    readonly bron: string
  }[]
  /** Figures that somebody lower must fill in, and that no default answers. */
  readonly open: readonly string[]
  /** The figures ended before the day. */
  readonly verlopen: string | undefined
  readonly onzeker: readonly Onzeker[]
  /** Sentences without one of the languages. */
  readonly vertalingen: readonly { readonly plek: string; readonly taal: string }[]
  /** Ways without a computer, and the web, that nobody described. */
  readonly kanalen: readonly string[]
}

/** The ways that every scheme could have; the information point helps with each, so it need not be named. */
const GEWONE_KANALEN = KANALEN.slice(0, 4)

/** Named limit: so long may looking at a whole corpus keep other requests waiting. */
const MAX_BEURT_MS = 5

const bewaard = new WeakMap<
  Corpus,
  { readonly datum: string; readonly standen: Promise<readonly Regelingstand[]> }
>()

/** By id; `datum` decides which version is the one of now. Looked at once a day for each corpus. */
export function regelingstanden(corpus: Corpus, datum: string): Promise<readonly Regelingstand[]> {
  const eerder = bewaard.get(corpus)
  if (eerder?.datum === datum) return eerder.standen
  const standen = bekijk(corpus, datum)
  bewaard.set(corpus, { datum, standen })
  return standen
}

async function bekijk(corpus: Corpus, datum: string): Promise<readonly Regelingstand[]> {
  const standen: Regelingstand[] = []
  let begin = performance.now()
  for (const [id, wetten] of Map.groupBy(corpus.wetten, (wet) => wet.id)) {
    standen.push(standVan(id, wetten, datum))
    if (performance.now() - begin < MAX_BEURT_MS) continue
    await setImmediate()
    begin = performance.now()
  }
  return standen.sort((a, b) => a.id.localeCompare(b.id, 'nl'))
}

function standVan(id: string, wetten: readonly Wet[], datum: string): Regelingstand {
  const versies = wetten
    .map((wet) => versieVan(wet, wetten))
    .sort((a, b) => b.vanaf.localeCompare(a.vanaf) || a.wet.gebied.localeCompare(b.wet.gebied))
  const nu = versies.find(({ vanaf }) => vanaf <= datum) ?? versies.at(-1)
  if (nu === undefined) throw new Error(`${id} heeft geen bestanden`)
  const { wet } = nu
  return {
    id,
    soort: wet.soort === 'gedeeld' ? 'gedeeld' : wet.vultIn === undefined ? 'regeling' : 'invulling',
    versies,
    nu,
    bronnen: new Set([...wet.parameters.values()].flatMap(({ bron }) => bron || [])).size,
    vertrouwen: telVertrouwen([...wet.parameters.values(), ...wet.regels.values()]),
    gemis: gemisVan(nu, datum),
  }
}

/** How many figures or rules stand on each step of trust. */
export function telVertrouwen(
  delen: Iterable<{ readonly vertrouwen: Vertrouwen }>,
): Readonly<Partial<Record<Vertrouwen, number>>> {
  const tel: Partial<Record<Vertrouwen, number>> = {}
  for (const { vertrouwen } of delen) tel[vertrouwen] = (tel[vertrouwen] ?? 0) + 1
  return tel
}

function versieVan(wet: Wet, wetten: readonly Wet[]): Versie {
  const later = wetten
    .filter(({ gebied, vanaf }) => gebied === wet.gebied && vanaf > wet.vanaf)
    .map(({ info }) => info.vanaf)
    .sort()[0]
  const bedragenTot = waardeOp(wet.lezing.doc.inhoud, ['bedragen_tot'])
  return {
    wet,
    bestand: wet.lezing.doc.bestand,
    vanaf: wet.info.vanaf,
    ...(later !== undefined && { tot: later }),
    ...(typeof bedragenTot === 'string' && { bedragenTot }),
  }
}

function gemisVan({ wet, bedragenTot }: Versie, datum: string): Gemis {
  const cijfers = [...wet.parameters.values()]
  const zinnen = wet.soort === 'gedeeld' ? [] : wetteksten(wet)
  return {
    cijfers: cijfers.filter((c) => c.open === undefined && isOnbekend(c)),
    open: cijfers.filter((c) => c.open !== undefined && isOnbekend(c)).map(({ naam }) => naam),
    verlopen: bedragenTot !== undefined && bedragenTot <= datum ? bedragenTot : undefined,
    onzeker: wet.info.onzeker,
    vertalingen: zinnen.flatMap(({ plek, tekst }) => ontbrekend(tekst).map((taal) => ({ plek, taal }))),
    kanalen:
      wet.soort === 'gedeeld' || wet.vultIn !== undefined
        ? []
        : GEWONE_KANALEN.filter((id) => wet.info.kanalen[id] === undefined),
  }
}

function ontbrekend(tekst: Talen): readonly string[] {
  const er = talenVan(tekst)
  return TALEN.filter((taal) => !er.includes(taal))
}

function isOnbekend({ waarde }: Cijfer): boolean {
  if (waarde.k === 'onbekend') return true
  return waarde.k === 'per-gebied' && [...waarde.waarden.values()].includes(undefined)
}

export interface Cijferregel {
  /** A place, or the upper limit of a row; absent for a single figure. */
  readonly bij?: string
  /** As the author wrote it; absent when it is not known. */
  readonly waarde?: string
}

/** The figure as it stands in the file: `13.730` keeps its decimals. */
export function cijferregels(cijfer: Cijfer): readonly Cijferregel[] {
  const { lezing, pad } = cijfer.plek
  const op = (veld: string): unknown => {
    const { inhoud } = lezing.doc
    return waardeOp(inhoud, [...pad, veld]) ?? waardeOp(inhoud, [...pad, 'bij_afwezigheid', veld])
  }
  const { waarde } = cijfer
  if (waarde.k === 'onbekend') return [{}]
  const los = waarde.k === 'tabel' ? op('tabel') : waarde.k === 'per-gebied' ? op('per_gebied') : undefined
  if (Array.isArray(los)) return los.map(rij)
  if (typeof los === 'object' && los !== null)
    return Object.entries(los).map(([bij, w]) => ({ bij, ...gaf(w) }))
  return [gaf(op('waarde'))]
}

/** `[2026, 12]`: up to and including 2026, 12. */
function rij(deel: unknown): Cijferregel {
  const [tot, waarde]: readonly unknown[] = Array.isArray(deel) ? deel : []
  return { bij: String(tot ?? ''), ...gaf(waarde) }
}

function gaf(waarde: unknown): { readonly waarde?: string } {
  if (waarde === undefined || waarde === 'onbekend') return {}
  if (typeof waarde === 'boolean') return { waarde: waarde ? 'ja' : 'nee' }
  return { waarde: String(waarde) }
}
