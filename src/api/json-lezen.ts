/**
 * JSON as RFC 8259 has it, read strictly: what `JSON.parse` lets pass in silence is named here, because it
 * can change an amount. Twice the same key, a number that does not fit a double, nesting without end.
 *
 * A fault that leaves one meaning (a double key: the last one) does not stop the reading, so that it is named
 * together with every other fault of the request.
 */
import type { InvoerFout } from '../engine/index.ts'

/** Deeper than any request of ours: huishouden, kinderen, 0, opvang, 0, uren, 0, waarde is eight. */
export const MAX_DIEPTE = 24
/**
 * Values in one request. A household of forty people with every fact has some two thousand; more would only keep
 * others waiting while it is read.
 */
export const MAX_WAARDEN = 50_000
/** Named at most, so that an answer stays smaller than the question. */
const MAX_LEESFOUTEN = 100

export type GelezenJson =
  | { readonly ok: true; readonly waarde: unknown; readonly fouten: readonly InvoerFout[] }
  | { readonly ok: false; readonly fouten: readonly InvoerFout[] }

export function leesJson(inhoud: Uint8Array | string): GelezenJson {
  let tekst: string
  try {
    tekst = typeof inhoud === 'string' ? inhoud : new TextDecoder('utf-8', { fatal: true }).decode(inhoud)
  } catch {
    return {
      ok: false,
      fouten: [fout('', 'ongeldige-tekens', 'De inhoud is geen geldige UTF-8.', 'tekst in UTF-8')],
    }
  }
  const lezer = new JsonLezer(tekst)
  try {
    const waarde = lezer.document()
    return { ok: true, waarde, fouten: lezer.fouten }
  } catch (e) {
    if (!(e instanceof Leesfout)) throw e
    return { ok: false, fouten: [...lezer.fouten, e.fout] }
  }
}

/** One step of a JSON Pointer, RFC 6901. */
export function pointerStap(sleutel: string | number): string {
  return `/${String(sleutel).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function fout(
  pointer: string,
  code: string,
  melding: string,
  verwacht: string,
  gegeven?: string,
): InvoerFout {
  return { pointer, code, melding, verwacht, ...(gegeven === undefined ? {} : { gegeven: kort(gegeven) }) }
}

function kort(tekst: string): string {
  return tekst.length > 60 ? `${tekst.slice(0, 60)}…` : tekst
}

/** Stops the reading: what follows has no meaning any more. */
class Leesfout extends Error {
  readonly fout: InvoerFout
  constructor(f: InvoerFout) {
    super(f.melding)
    this.fout = f
  }
}

const GETAL = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WIT = /[ \t\n\r]*/y
// A JSON string: no control characters, only the escapes of RFC 8259 §7.
const TEKST = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const WOORDEN: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

class JsonLezer {
  readonly fouten: InvoerFout[] = []
  readonly #tekst: string
  #plaats = 0
  #aantal = 0

  constructor(tekst: string) {
    this.#tekst = tekst
  }

  document(): unknown {
    this.#wit()
    if (this.#plaats === this.#tekst.length) throw new Leesfout(LEEG)
    const waarde = this.#waarde('', 0)
    this.#wit()
    if (this.#plaats < this.#tekst.length) throw this.#syntaxis('einde van de inhoud')
    return waarde
  }

  #waarde(pad: string, diepte: number): unknown {
    const teken = this.#tekst[this.#plaats]
    if (++this.#aantal > MAX_WAARDEN) throw new Leesfout(TE_VEEL)
    if (teken === '{' || teken === '[') {
      if (diepte === MAX_DIEPTE) throw new Leesfout(teDiep(pad))
      return teken === '{' ? this.#object(pad, diepte + 1) : this.#lijst(pad, diepte + 1)
    }
    if (teken === '"') return this.#string()
    for (const [woord, waarde] of WOORDEN) {
      if (this.#tekst.startsWith(woord, this.#plaats)) {
        this.#plaats += woord.length
        return waarde
      }
    }
    return this.#getal(pad)
  }

  #object(pad: string, diepte: number): Record<string, unknown> {
    const uit: Record<string, unknown> = {}
    this.#plaats++
    this.#wit()
    if (this.#neem('}')) return uit
    for (;;) {
      if (this.#tekst[this.#plaats] !== '"') throw this.#syntaxis('een naam tussen aanhalingstekens')
      const naam = this.#string()
      const hier = pad + pointerStap(naam)
      if (Object.hasOwn(uit, naam)) this.#meld(dubbel(hier, naam))
      this.#wit()
      if (!this.#neem(':')) throw this.#syntaxis('een dubbele punt')
      this.#wit()
      const waarde = this.#waarde(hier, diepte)
      zet(uit, naam, waarde)
      this.#wit()
      if (this.#neem('}')) return uit
      if (!this.#neem(',')) throw this.#syntaxis('een komma of }')
      this.#wit()
    }
  }

  #lijst(pad: string, diepte: number): unknown[] {
    const uit: unknown[] = []
    this.#plaats++
    this.#wit()
    if (this.#neem(']')) return uit
    for (;;) {
      uit.push(this.#waarde(`${pad}/${uit.length}`, diepte))
      this.#wit()
      if (this.#neem(']')) return uit
      if (!this.#neem(',')) throw this.#syntaxis('een komma of ]')
      this.#wit()
    }
  }

  #string(): string {
    const letterlijk = this.#pas(TEKST)
    if (letterlijk === undefined) throw this.#syntaxis('een tekst die sluit met een aanhalingsteken')
    return JSON.parse(letterlijk) as string // one JSON string, matched whole by TEKST
  }

  #getal(pad: string): number {
    const letterlijk = this.#pas(GETAL)
    if (letterlijk === undefined) throw this.#syntaxis('een waarde')
    const getal = Number(letterlijk)
    if (!isPrecies(letterlijk, getal)) this.#meld(onnauwkeurig(pad, letterlijk))
    return getal
  }

  #pas(vorm: RegExp): string | undefined {
    vorm.lastIndex = this.#plaats
    const gevonden = vorm.exec(this.#tekst)?.[0]
    if (gevonden !== undefined) this.#plaats += gevonden.length
    return gevonden
  }

  #wit(): void {
    this.#pas(WIT)
  }

  #neem(teken: string): boolean {
    if (this.#tekst[this.#plaats] !== teken) return false
    this.#plaats++
    return true
  }

  #meld(f: InvoerFout): void {
    if (this.fouten.length < MAX_LEESFOUTEN) this.fouten.push(f)
  }

  #syntaxis(verwacht: string): Leesfout {
    const voor = this.#tekst.slice(0, this.#plaats).split('\n')
    const plaats = `regel ${voor.length}, teken ${(voor.at(-1)?.length ?? 0) + 1}`
    const rest = this.#tekst.slice(this.#plaats, this.#plaats + 20)
    const gegeven = rest === '' ? 'einde van de inhoud' : rest
    return new Leesfout(
      fout('', 'ongeldige-json', `De inhoud is geen geldige JSON: fout op ${plaats}.`, verwacht, gegeven),
    )
  }
}

/** Assigning `__proto__` would change the object instead of naming a property: that one is defined. */
function zet(object: Record<string, unknown>, naam: string, waarde: unknown): void {
  if (naam !== '__proto__') object[naam] = waarde
  else
    Object.defineProperty(object, naam, {
      value: waarde,
      enumerable: true,
      configurable: true,
      writable: true,
    })
}

/** Whether the double is the number that was written: all digits kept, no infinity. */
function isPrecies(letterlijk: string, getal: number): boolean {
  if (!Number.isFinite(getal)) return false
  const cijfers = letterlijk
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '')
  if (cijfers === '') return true
  if (getal === 0) return false // 1e-400
  // A double keeps any 15 digits (IEEE 754 binary64); longer ones only when they happen to fit.
  if (cijfers.length <= 15) return true
  return /^-?\d+$/.test(letterlijk) && BigInt(letterlijk) === BigInt(getal)
}

const LEEG = fout('', 'leeg', 'De aanvraag heeft geen inhoud.', 'een JSON-object met datum en huishouden')

const TE_VEEL = fout(
  '',
  'te-veel-waarden',
  `Er staan meer dan ${MAX_WAARDEN} waarden in de inhoud.`,
  `hoogstens ${MAX_WAARDEN} waarden`,
)

function teDiep(pad: string): InvoerFout {
  const top = pad.split('/').slice(0, 6).join('/')
  return fout(
    top,
    'te-diep',
    `Er zitten meer dan ${MAX_DIEPTE} lagen in elkaar.`,
    `hoogstens ${MAX_DIEPTE} lagen`,
  )
}

function dubbel(pointer: string, naam: string): InvoerFout {
  return fout(
    pointer,
    'dubbele-sleutel',
    'Deze naam staat twee keer in hetzelfde object.',
    'elke naam één keer',
    naam,
  )
}

function onnauwkeurig(pointer: string, letterlijk: string): InvoerFout {
  const melding = 'Dit getal is te groot of heeft te veel cijfers om precies te lezen.'
  return fout(pointer, 'onnauwkeurig-getal', melding, 'een getal van hoogstens 15 cijfers', letterlijk)
}
