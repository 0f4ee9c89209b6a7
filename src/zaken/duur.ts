import { type Datum, plusDagen, plusJaren, plusMaanden } from '../kalender/index.ts'
import { duurIn } from '../zgw/index.ts'

/** Named limit: a catalogue that says more than ten years says nothing that anybody can use. */
const maxDagen = 3_660

/** The day so long after another; `duur` as in a catalogue (`P8W`). `undefined` for what is no duration of days. */
export function naDuur(dag: Datum, duur: string): Datum | undefined {
  const gelezen = duurIn(duur)
  if (gelezen === undefined) return undefined
  const { jaren, maanden, dagen } = gelezen
  const samen = jaren * 366 + maanden * 31 + dagen
  if (samen === 0 || samen > maxDagen) return undefined
  return plusDagen(plusMaanden(plusJaren(dag, jaren), maanden), dagen)
}
