import type { GenoemdeHelper, Verwerkingsbewijs } from '../../../audit/index.ts'
import type { BronId, Verwerk } from '../../../inwoner/index.ts'
import type { MijnBronnen } from './bronnen.ts'
import { handelende, type Wie } from './wie.ts'

/** Per source: for which purpose, and which kinds of data. */
export type Doelen = Readonly<Record<BronId, { readonly doel: string; readonly gegevens: readonly string[] }>>

export const toonDoelen: Doelen = {
  brp: {
    doel: 'eigen-gegevens-tonen',
    gegevens: ['naam', 'geboortedatum', 'adres', 'huishouden', 'partner', 'kinderen'],
  },
  inkomen: { doel: 'inkomen-tonen', gegevens: ['inkomen', 'maandinkomen', 'vermogen'] },
}

export const vulDoelen: Doelen = {
  brp: {
    doel: 'rechten-invullen',
    gegevens: ['geboortedatum', 'adres', 'huishouden', 'partner', 'kinderen'],
  },
  inkomen: { doel: 'rechten-invullen', gegevens: ['inkomen', 'maandinkomen', 'vermogen'] },
}

/** The same purposes with only these kinds of data. A source of which none is left is not to be asked. */
export function alleenVoor({ brp, inkomen }: Doelen, soorten: ReadonlySet<string>): Doelen {
  const over = (gegevens: readonly string[]) => gegevens.filter((soort) => soorten.has(soort))
  return {
    brp: { ...brp, gegevens: over(brp.gegevens) },
    inkomen: { ...inkomen, gegevens: over(inkomen.gegevens) },
  }
}

/** Writes the line in the log first, then asks the source, with the proof of it. */
export function verwerkVoor({ toegang }: MijnBronnen, wie: Wie, doelen: Doelen): Verwerk {
  return (bron, fn) =>
    toegang.audit.metVerwerking({ ...doelen[bron], betrokkenen: [wie.persoon], door: handelende(wie) }, fn)
}

/** The same for what we keep ourselves. */
export function metRegel<T>(
  { toegang }: MijnBronnen,
  wie: Wie,
  wat: {
    readonly doel: string
    readonly gegevens: readonly string[]
    readonly helper?: GenoemdeHelper
  },
  fn: (bewijs: Verwerkingsbewijs) => Promise<T>,
): Promise<T> {
  return toegang.audit.metVerwerking({ ...wat, betrokkenen: [wie.persoon], door: handelende(wie) }, fn)
}
