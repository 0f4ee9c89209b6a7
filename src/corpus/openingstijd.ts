import { leesLijst } from './gebeurtenis-lezen.ts'
import { type Pad, type VeldLezer, waardeOp } from './velden.ts'

/** In the order of the week; the first is Monday, as in ISO 8601. */
export const WEEKDAGEN = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const

/** On one day of the week, by the clock of the place. */
export interface Openingstijd {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdag: number
  /** Minutes after midnight; `tot` is the first minute after closing. */
  readonly vanMinuut: number
  readonly totMinuut: number
}

/** `- { dagen: [ma, di], van: "09:00", tot: "17:00" }`, a row per set of hours; two rows of one day do not overlap. */
export function leesOpeningstijden(lezer: VeldLezer, inhoud: unknown, pad: Pad): readonly Openingstijd[] {
  const tijden = leesLijst(lezer, inhoud, pad).flatMap((regel) => {
    lezer.alleen(regel, ['dagen', 'van', 'tot'])
    const [vanMinuut, totMinuut] = (['van', 'tot'] as const).map((veld) => leesTijd(lezer, [...regel, veld]))
    if (vanMinuut === undefined || totMinuut === undefined) return []
    if (vanMinuut >= totMinuut)
      lezer.meld(regel, 'openingstijd', 'Van moet voor tot liggen.', 'Schrijf van: "09:00", tot: "17:00".')
    return leesLijst(lezer, inhoud, [...regel, 'dagen']).flatMap((dag): Openingstijd[] => {
      const weekdag = (WEEKDAGEN as readonly string[]).indexOf(lezer.tekst(dag)) + 1
      if (weekdag > 0) return [{ weekdag, vanMinuut, totMinuut }]
      lezer.meld(dag, 'openingstijd', 'Dit is geen dag.', `Kies uit: ${WEEKDAGEN.join(', ')}.`)
      return []
    })
  })
  const opVolgorde = tijden.toSorted((a, b) => a.weekdag - b.weekdag || a.vanMinuut - b.vanMinuut)
  const dubbel = opVolgorde.some((een, i) => {
    const vorige = opVolgorde[i - 1]
    return vorige?.weekdag === een.weekdag && vorige.totMinuut > een.vanMinuut
  })
  if (dubbel) lezer.meld(pad, 'openingstijd', 'Twee tijden van een dag overlappen.', 'Maak er een van.')
  if (waardeOp(inhoud, pad) !== undefined && tijden.length === 0)
    lezer.meld(pad, 'openingstijd', 'Er staat geen tijd.', 'Zet er minstens een dag met tijden in.')
  return opVolgorde
}

function leesTijd(lezer: VeldLezer, pad: Pad): number | undefined {
  const tekst = lezer.tekst(pad)
  const [, uur, minuut] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(tekst) ?? []
  const minuten = uur === undefined ? Number.NaN : Number(uur) * 60 + Number(minuut)
  if (minuten <= 24 * 60) return minuten
  if (tekst !== '') lezer.meld(pad, 'openingstijd', `${tekst} is geen tijd.`, 'Schrijf een tijd als "09:00".')
  return undefined
}
