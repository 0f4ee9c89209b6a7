/**
 * Units as powers of base symbols: EUR/maand is {EUR: 1, maand: -1}. Checked, never converted:
 * a formula converts by a named constant (12 maand/jaar) or not at all.
 */

export type Eenheid = Readonly<Record<string, number>>

export const GEEN: Eenheid = {}
/** A calendar day; no arithmetic but the date functions. */
export const DATUM: Eenheid = { datum: 1 }

const BASIS = new Set([
  'EUR',
  'USD',
  'geld',
  'jaar',
  'kwartaal',
  'maand',
  '2-weken',
  'week',
  'dag',
  'uur',
  'm2',
  'kW',
])

/** Reads `EUR/maand`, `jaar^2/maand/EUR`, `uur*kW`; undefined for an unknown word. `procent` and `getal` are pure numbers. */
export function leesEenheid(tekst: string): Eenheid | undefined {
  if (tekst === 'getal' || tekst === 'procent') return GEEN
  if (isProcent(tekst)) return leesEenheid(`getal${tekst.slice('procent'.length)}`)
  const uit: Record<string, number> = {}
  let teken = 1
  for (const deel of tekst.split(/([*/])/)) {
    if (deel === '*') teken = 1
    else if (deel === '/') teken = -1
    else {
      const m = /^([A-Za-z0-9-]+?)(?:\^(\d))?$/.exec(deel)
      const naam = m?.[1]
      if (naam === 'getal' && teken === 1) continue
      if (!naam || !BASIS.has(naam)) return undefined
      uit[naam] = (uit[naam] ?? 0) + teken * Number(m?.[2] ?? 1)
    }
  }
  return schoon(uit)
}

/** `procent` and `procent/jaar` are written in hundredths. */
export function isProcent(tekst: string): boolean {
  return /^procent([*/]|$)/.test(tekst)
}

function schoon(e: Record<string, number>): Eenheid {
  return Object.fromEntries(Object.entries(e).filter(([, n]) => n !== 0))
}

export function maal(a: Eenheid, b: Eenheid): Eenheid {
  const uit: Record<string, number> = { ...a }
  for (const [k, n] of Object.entries(b)) uit[k] = (uit[k] ?? 0) + n
  return schoon(uit)
}

export function gedeeld(a: Eenheid, b: Eenheid): Eenheid {
  return maal(a, Object.fromEntries(Object.entries(b).map(([k, n]) => [k, -n])))
}

export function gelijk(a: Eenheid, b: Eenheid): boolean {
  const x = Object.keys(a)
  return x.length === Object.keys(b).length && x.every((k) => a[k] === b[k])
}

/** `geld` stands for the currency of the place. */
export function metValuta(e: Eenheid, valuta: string): Eenheid {
  const n = e.geld
  if (n === undefined) return e
  const { geld: _, ...rest } = e
  return maal(rest, { [valuta]: n })
}

export function isDatum(e: Eenheid): boolean {
  return e.datum === 1
}

const getoond = new WeakMap<Eenheid, string>()

export function toonEenheid(e: Eenheid): string {
  let t = getoond.get(e)
  if (t === undefined) {
    t = schrijfEenheid(e)
    getoond.set(e, t)
  }
  return t
}

function schrijfEenheid(e: Eenheid): string {
  const boven = Object.entries(e).filter(([, n]) => n > 0)
  const onder = Object.entries(e).filter(([, n]) => n < 0)
  if (boven.length === 0 && onder.length === 0) return 'getal'
  const macht = (k: string, n: number) => (n === 1 ? k : `${k}^${n}`)
  const teller = boven.map(([k, n]) => macht(k, n)).join('*') || '1'
  return [teller, ...onder.map(([k, n]) => macht(k, -n))].join('/')
}
