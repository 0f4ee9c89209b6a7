/** A date from three fields. The month may be a number or a name in one of our languages. */
export type DatumVeld = 'dag' | 'maand' | 'jaar'
export interface DatumVelden {
  readonly dag: string
  readonly maand: string
  readonly jaar: string
}
export type DatumUitslag =
  | { readonly status: 'ok'; readonly datum: string }
  | {
      readonly status: 'leeg' | 'mist' | 'dag' | 'maand' | 'jaar' | 'jaar-kort' | 'bestaat-niet'
      readonly veld: DatumVeld
    }

const MAANDNAMEN: readonly (readonly string[])[] = [
  ['jan', 'yan'],
  ['feb'],
  ['mrt', 'maa', 'mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun', 'yün', 'yun'],
  ['jul', 'yül', 'yul'],
  ['aug', 'oug'],
  ['sep', 'sèp'],
  ['okt', 'oct', 'òkt'],
  ['nov'],
  ['dec', 'des', 'dez'],
]

export function leesDatum(velden: DatumVelden): DatumUitslag {
  const dag = velden.dag.trim()
  const maand = velden.maand.trim()
  const jaar = velden.jaar.trim()
  if (dag === '' && maand === '' && jaar === '') return { status: 'leeg', veld: 'dag' }
  for (const [veld, waarde] of [
    ['dag', dag],
    ['maand', maand],
    ['jaar', jaar],
  ] as const) {
    if (waarde === '') return { status: 'mist', veld }
  }
  const d = /^\d{1,2}$/.test(dag) ? Number(dag) : 0
  if (d < 1 || d > 31) return { status: 'dag', veld: 'dag' }
  const m = leesMaand(maand)
  if (m < 1 || m > 12) return { status: 'maand', veld: 'maand' }
  if (/^\d{1,2}$/.test(jaar)) return { status: 'jaar-kort', veld: 'jaar' }
  if (!/^\d{4}$/.test(jaar)) return { status: 'jaar', veld: 'jaar' }
  const datum = `${jaar}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  if (!bestaat(Number(jaar), m, d)) return { status: 'bestaat-niet', veld: 'dag' }
  return { status: 'ok', datum }
}

function leesMaand(tekst: string): number {
  if (/^\d{1,2}$/.test(tekst)) return Number(tekst)
  const begin = tekst.normalize('NFC').toLowerCase().slice(0, 3)
  return MAANDNAMEN.findIndex((namen) => namen.includes(begin)) + 1
}

function bestaat(jaar: number, maand: number, dag: number): boolean {
  const datum = new Date(Date.UTC(jaar, maand - 1, dag))
  return datum.getUTCMonth() === maand - 1 && datum.getUTCDate() === dag && jaar >= 1000
}
