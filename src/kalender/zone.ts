import { type Datum, datum } from './datum.ts'

/** The zones of the Kingdom's legislators that we serve. All three islands keep UTC-4 without summer time. */
export type Tijdzone = 'Europe/Amsterdam' | 'America/Kralendijk'

const klokken: Readonly<Record<Tijdzone, Intl.DateTimeFormat>> = {
  'Europe/Amsterdam': dagklok('Europe/Amsterdam'),
  'America/Kralendijk': dagklok('America/Kralendijk'),
}

/** Which day it is there at that moment: at 23:30 on Bonaire it is already tomorrow in The Hague. */
export function datumOp(moment: Date, zone: Tijdzone): Datum {
  return datum(klokken[zone].format(moment))
}

// Swedes write a day as ISO 8601 does.
function dagklok(timeZone: Tijdzone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
}
