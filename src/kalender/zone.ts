import { type Datum, datum } from './datum.ts'

/** The zones of the Kingdom's legislators that we serve. All three islands keep UTC-4 without summer time. */
export type Tijdzone = 'Europe/Amsterdam' | 'America/Kralendijk'

const klokken: Readonly<Record<Tijdzone, Intl.DateTimeFormat>> = {
  'Europe/Amsterdam': dagklok('Europe/Amsterdam'),
  'America/Kralendijk': dagklok('America/Kralendijk'),
}

/** Which day it is there at that moment: at 23:30 on Bonaire it is already tomorrow in The Hague. */
export function datumOp(moment: Date, zone: Tijdzone): Datum {
  const deel = Object.fromEntries(klokken[zone].formatToParts(moment).map(({ type, value }) => [type, value]))
  return datum(`${deel.year}-${deel.month}-${deel.day}`)
}

function dagklok(timeZone: Tijdzone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
}
