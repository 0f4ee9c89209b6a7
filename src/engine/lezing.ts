/**
 * Reading a corpus document with care: each wrong or unknown key becomes a fault with its place,
 * and reading goes on, so that a law file shows all its faults at once.
 */
import { leesDatum } from './datum.ts'
import { type Decimaal, leesDecimaal } from './getal.ts'
import type { CorpusDocument, CorpusFout, Vertalingen } from './types.ts'

export type Pad = readonly (string | number)[]

const TALEN = ['nl', 'en', 'pap'] as const

/** A sentence for residents: in Dutch, and in other languages when the author wrote it as `{ nl: …, en: … }`. */
export interface Vertaald {
  readonly nl: string
  readonly vertalingen: Vertalingen | undefined
}

export class Lezing {
  readonly doc: CorpusDocument
  readonly fouten: CorpusFout[]

  constructor(doc: CorpusDocument, fouten: CorpusFout[]) {
    this.doc = doc
    this.fouten = fouten
  }

  fout(pad: Pad, code: string, melding: string, remedie: string, verschuiving = 0): undefined {
    const p = this.doc.plaats(pad)
    this.fouten.push({
      code,
      bestand: this.doc.bestand,
      regel: p.regel,
      kolom: p.kolom + verschuiving,
      melding,
      remedie,
    })
    return undefined
  }

  waarde(pad: Pad): unknown {
    let w: unknown = this.doc.inhoud
    for (const deel of pad) {
      if (typeof w !== 'object' || w === null || !Object.hasOwn(w, deel)) return undefined
      w = (w as Record<string | number, unknown>)[deel]
    }
    return w
  }

  /** The keys of an object; a fault for keys outside `bekend` (all allowed without it). */
  sleutels(pad: Pad, bekend?: readonly string[]): string[] {
    const w = this.waarde(pad)
    if (w === undefined || w === null) return []
    if (typeof w !== 'object' || Array.isArray(w)) {
      this.fout(
        pad,
        'vorm',
        `${naam(pad)} hoort een lijstje van «naam: waarde» te zijn.`,
        'Zet elke naam op een eigen regel, twee spaties naar rechts.',
      )
      return []
    }
    const sleutels = Object.keys(w)
    if (!bekend) return sleutels
    for (const s of sleutels) {
      if (!bekend.includes(s)) {
        this.fout(
          [...pad, s],
          'onbekende-sleutel',
          `«${s}» is hier niet bekend.`,
          `Gebruik een van: ${bekend.join(', ')}.`,
        )
      }
    }
    return sleutels.filter((s) => bekend.includes(s))
  }

  tekst(pad: Pad, verplicht: true): string
  tekst(pad: Pad, verplicht?: false): string | undefined
  tekst(pad: Pad, verplicht = false): string | undefined {
    const w = this.waarde(pad)
    if (typeof w === 'string' && w !== '') return w
    if (typeof w === 'number') return String(w)
    if (w === undefined || w === null || w === '') {
      if (verplicht)
        this.fout(
          pad.slice(0, -1),
          'ontbreekt',
          `${naam(pad)} ontbreekt.`,
          `Vul «${String(pad.at(-1))}:» in.`,
        )
    } else this.fout(pad, 'vorm', `${naam(pad)} hoort tekst te zijn.`, 'Schrijf één regel tekst.')
    return verplicht ? '' : undefined
  }

  vertaald(pad: Pad, verplicht: boolean): Vertaald {
    const w = this.waarde(pad)
    if (typeof w !== 'object' || w === null || Array.isArray(w)) {
      const isLeeg = w === ''
      return {
        nl: verplicht || isLeeg ? this.tekst(pad, true) : (this.tekst(pad) ?? ''),
        vertalingen: undefined,
      }
    }
    const talen = this.sleutels(pad, TALEN)
    const nl = this.tekst([...pad, 'nl'], true)
    const zin = (taal: 'en' | 'pap'): Vertalingen =>
      talen.includes(taal) ? { [taal]: this.tekst([...pad, taal], true) } : {}
    const vertalingen = { ...zin('en'), ...zin('pap') }
    return { nl, vertalingen: Object.keys(vertalingen).length > 0 ? vertalingen : undefined }
  }

  keuze<T extends string>(pad: Pad, opties: readonly T[], anders: T): T {
    const t = this.tekst(pad)
    if (t === undefined) return anders
    const gevonden = opties.find((o) => o === t)
    if (gevonden !== undefined) return gevonden
    this.fout(pad, 'keuze', `${naam(pad)} is «${t}».`, `Kies uit: ${opties.join(', ')}.`)
    return anders
  }

  datum(pad: Pad, verplicht: boolean): number | undefined {
    const t = verplicht ? this.tekst(pad, true) : this.tekst(pad)
    if (t === undefined || t === '') return undefined
    const d = leesDatum(t)
    return (
      d ??
      this.fout(
        pad,
        'datum',
        `${naam(pad)} is «${t}»; die dag bestaat niet.`,
        'Schrijf een datum als 2026-01-31.',
      )
    )
  }

  decimaal(pad: Pad): Decimaal | undefined {
    const t = this.tekst(pad)
    if (t === undefined) return undefined
    const d = leesDecimaal(t)
    return (
      d ??
      this.fout(
        pad,
        'getal',
        `${naam(pad)} is «${t}»; dat is geen getal.`,
        'Schrijf een getal met een punt voor de decimalen: 13.73.',
      )
    )
  }

  geheel(pad: Pad, anders: number): number {
    const t = this.tekst(pad)
    if (t === undefined) return anders
    if (/^\d{1,6}$/.test(t)) return Number(t)
    this.fout(pad, 'getal', `${naam(pad)} is «${t}»; dat is geen geheel getal.`, 'Schrijf bijvoorbeeld 1.')
    return anders
  }

  jaNee(pad: Pad, anders: boolean): boolean {
    const w = this.waarde(pad)
    if (w === true || w === 'ja') return true
    if (w === false || w === 'nee') return false
    if (w !== undefined)
      this.fout(pad, 'keuze', `${naam(pad)} hoort ja of nee te zijn.`, 'Schrijf ja of nee.')
    return anders
  }

  lijst(pad: Pad): unknown[] {
    const w = this.waarde(pad)
    if (w === undefined || w === null) return []
    if (Array.isArray(w)) return w
    this.fout(
      pad,
      'vorm',
      `${naam(pad)} hoort een lijst te zijn.`,
      'Schrijf [a, b] of elke waarde op een regel met een streepje.',
    )
    return []
  }

  teksten(pad: Pad): string[] {
    return this.lijst(pad).map((_, i) => this.tekst([...pad, i], true))
  }
}

function naam(pad: Pad): string {
  return pad.length === 0 ? 'Dit bestand' : `«${pad.join('.')}»`
}
