import type { CorpusDocument, CorpusFout } from '../engine/index.ts'

export type Pad = readonly (string | number)[]

export type Velden = Readonly<Record<string, unknown>>

export function isVelden(waarde: unknown): waarde is Velden {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

/** The value at a path, undefined when a step does not exist. */
export function waardeOp(inhoud: unknown, pad: Pad): unknown {
  let hier = inhoud
  for (const stap of pad) {
    if (Array.isArray(hier) && typeof stap === 'number') hier = hier[stap]
    else if (isVelden(hier) && Object.hasOwn(hier, stap)) hier = hier[stap]
    else return undefined
  }
  return hier
}

export function foutOp(
  document: CorpusDocument,
  pad: Pad,
  fout: Pick<CorpusFout, 'code' | 'melding' | 'remedie'>,
): CorpusFout {
  return { ...fout, bestand: document.bestand, ...document.plaats(pad) }
}

export interface VeldLezer {
  readonly fouten: readonly CorpusFout[]
  meld(pad: Pad, code: string, melding: string, remedie: string): void
  /** A text that must be there; an empty string after a fault, so that reading goes on and names every fault. */
  tekst(pad: Pad): string
  mogelijkeTekst(pad: Pad): string | undefined
  jaNee(pad: Pad): boolean
  velden(pad: Pad): Velden
  /** Names that do not belong here, so that a typing error is not a silence. */
  alleen(pad: Pad, namen: readonly string[]): void
}

/** Reads fields from a document and gathers every fault instead of stopping at the first. */
export function veldLezer(document: CorpusDocument): VeldLezer {
  const fouten: CorpusFout[] = []
  const meld = (pad: Pad, code: string, melding: string, remedie: string): void => {
    fouten.push(foutOp(document, pad, { code, melding, remedie }))
  }
  const naam = (pad: Pad): string => pad.join('.') || 'het bestand'
  const mogelijkeTekst = (pad: Pad): string | undefined => {
    const waarde = waardeOp(document.inhoud, pad)
    if (waarde === undefined) return undefined
    if (typeof waarde === 'string' && waarde.trim() !== '') return waarde
    meld(
      pad,
      'veld-geen-tekst',
      `${naam(pad)} moet een tekst zijn.`,
      'Vul een tekst in, of haal de regel weg.',
    )
    return undefined
  }
  return {
    fouten,
    meld,
    mogelijkeTekst,
    tekst(pad) {
      if (waardeOp(document.inhoud, pad) === undefined) {
        meld(pad, 'veld-ontbreekt', `${naam(pad)} ontbreekt.`, `Zet ${naam(pad)} erbij, met een tekst.`)
        return ''
      }
      return mogelijkeTekst(pad) ?? ''
    },
    jaNee(pad) {
      const waarde = waardeOp(document.inhoud, pad)
      if (waarde === 'ja' || waarde === true) return true
      if (waarde === 'nee' || waarde === false) return false
      meld(
        pad,
        'veld-geen-ja-nee',
        `${naam(pad)} moet ja of nee zijn.`,
        `Schrijf ${naam(pad)}: ja of ${naam(pad)}: nee.`,
      )
      return false
    },
    velden(pad) {
      const waarde = waardeOp(document.inhoud, pad)
      if (isVelden(waarde)) return waarde
      meld(
        pad,
        'veld-geen-lijst',
        `${naam(pad)} moet namen met waarden hebben.`,
        `Schrijf onder ${naam(pad)} regels als naam: waarde.`,
      )
      return {}
    },
    alleen(pad, namen) {
      const waarde = waardeOp(document.inhoud, pad)
      if (!isVelden(waarde)) return
      for (const sleutel of Object.keys(waarde)) {
        if (namen.includes(sleutel)) continue
        meld(
          [...pad, sleutel],
          'veld-onbekend',
          `De naam ${sleutel} hoort hier niet.`,
          `Hier mag staan: ${namen.join(', ')}.`,
        )
      }
    },
  }
}

/** The id stands in the name of the file: whoever looks for the one finds the other. */
export function leesBestandsid(lezer: VeldLezer, bestand: string, code: string): string {
  const id = lezer.tekst(['id'])
  const naam = bestand.slice(bestand.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
  if (id !== '' && id !== naam)
    lezer.meld(
      ['id'],
      code,
      `Het id ${id} en de bestandsnaam ${naam}.yaml verschillen.`,
      `Noem het bestand ${id}.yaml, of schrijf id: ${naam}.`,
    )
  return id
}
