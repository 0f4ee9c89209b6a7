/** A changed text in the place of one that holds, to work out what it would do. Nothing is published. */
import { isMap, isScalar, parseDocument } from 'yaml'
import type { Corpus, CorpusFout } from '../engine/index.ts'
import { type BronBestand, bronBestand } from './bestand.ts'
import { type Bestandscontrole, controleerErbovenop } from './controleer.ts'
import type { Laag } from './laag.ts'
import { plaatsVoor } from './plaatsing.ts'
import { waardeOp } from './velden.ts'

/**
 * A text that says which scheme it is goes to the place of that scheme: the version number does not matter then. Other
 * faults are told as `regeling controleer` tells them, with file and line.
 */
export function probeerVersie(lagen: readonly Laag[], bron: BronBestand): Bestandscontrole {
  const zonder = lagen.map((l) => ({
    ...l,
    bestanden: l.bestanden.filter((b) => b.bestand !== bron.bestand),
  }))
  return controleerErbovenop(zonder, bron)
}

/** The place of a text is what it says itself; one that does not say so gets a place where its faults are named. */
export function proefbestand(naam: string, tekst: string): BronBestand {
  return bronBestand(plaatsVoor(naam, tekst) ?? `regelingen/nationaal/onbekend/${naam}`, tekst)
}

/** Figures of a scheme that somebody may try another value of. */
export interface Proefcijfer {
  readonly naam: string
  readonly waarde: string
  readonly eenheid: string
  readonly bron: string
  /** Stands in this file, and not in one that it builds on. */
  readonly isEigen: boolean
}

/** One number or yes or no each; tables and values per place are changed in the file. */
export function proefcijfers(corpus: Corpus, bestand: string): readonly Proefcijfer[] {
  const wet = corpus.wetten.find((w) => w.lezing.doc.bestand === bestand)
  return [...(wet?.parameters.values() ?? [])].flatMap((p) => {
    const { lezing, pad } = p.plek
    const waarde = waardeOp(lezing.doc.inhoud, [...pad, 'waarde'])
    if (typeof waarde !== 'string' && typeof waarde !== 'number' && typeof waarde !== 'boolean') return []
    const isEigen = lezing.doc.bestand === bestand
    return [
      {
        naam: p.naam,
        waarde: waarde === true ? 'ja' : waarde === false ? 'nee' : String(waarde),
        eenheid: p.eenheidTekst,
        bron: p.bron,
        isEigen,
      },
    ]
  })
}

/**
 * The same text with other figures: a figure that stands in the file is changed where it stands, so that every line keeps
 * its number; one of a file that it builds on is added below `parameters`. A value is checked by the corpus, not here.
 */
export function metCijfers(
  tekst: string,
  cijfers: readonly Proefcijfer[],
  nieuw: ReadonlyMap<string, string>,
): string {
  const boom = parseDocument(tekst, { schema: 'failsafe' })
  const parameters = boom.get('parameters', true)
  const vervang: { readonly van: number; readonly tot: number; readonly door: string }[] = []
  const erbij: string[] = []
  for (const c of cijfers) {
    const waarde = nieuw.get(c.naam)
    if (waarde === undefined || waarde === c.waarde) continue
    const plek = isMap(parameters) ? parameters.getIn([c.naam, 'waarde'], true) : undefined
    if (isScalar(plek) && plek.range)
      vervang.push({ van: plek.range[0], tot: plek.range[1], door: yamlWaarde(waarde) })
    else
      erbij.push(
        `  ${c.naam}: { waarde: ${yamlWaarde(waarde)}, eenheid: ${c.eenheid}, bron: "wat als", vertrouwen: opgesteld }`,
      )
  }
  const regels = vervang
    .toSorted((a, b) => b.van - a.van)
    .reduce((t, { van, tot, door }) => `${t.slice(0, van)}${door}${t.slice(tot)}`, tekst)
  if (erbij.length === 0) return regels
  const blok = erbij.join('\n')
  return /^parameters:[^\S\n]*$/m.test(regels)
    ? regels.replace(/^parameters:[^\S\n]*$/m, (kop) => `${kop}\n${blok}`)
    : `${regels.replace(/\n?$/, '\n')}parameters:\n${blok}\n`
}

/** What is no plain word or number goes between quotes: then it is one value, whatever stands in it. */
function yamlWaarde(waarde: string): string {
  return /^[\w.-]+$/.test(waarde) ? waarde : JSON.stringify(waarde)
}

/** Faults of a check in the order in which they are shown: in the text itself first. */
export function proeffouten(c: Extract<Bestandscontrole, { status: 'fout' }>): readonly CorpusFout[] {
  return [...c.fouten, ...c.elders]
}
