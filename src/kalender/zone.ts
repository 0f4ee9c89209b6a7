import { type Datum, datum } from './datum.ts'

/** The zones of the Kingdom's legislators that we serve. All three islands keep UTC-4 without summer time. */
export type Tijdzone = 'Europe/Amsterdam' | 'America/Kralendijk'

const klokken: Readonly<Record<Tijdzone, Intl.DateTimeFormat>> = {
  'Europe/Amsterdam': dagklok('Europe/Amsterdam'),
  'America/Kralendijk': dagklok('America/Kralendijk'),
}

const wandklokken: Readonly<Record<Tijdzone, Intl.DateTimeFormat>> = {
  'Europe/Amsterdam': wandklok('Europe/Amsterdam'),
  'America/Kralendijk': wandklok('America/Kralendijk'),
}

/** Clocks are ahead of universal time by whole quarters of an hour, so within one the day is the same. */
const kwartierMs = 15 * 60_000
const laatst: Record<Tijdzone, { kwartier: number; dag: Datum | undefined }> = {
  'Europe/Amsterdam': { kwartier: Number.NaN, dag: undefined },
  'America/Kralendijk': { kwartier: Number.NaN, dag: undefined },
}
/** Before it clocks went by the sun, and were minutes and seconds apart. */
const kwartierenVanaf = Date.UTC(1970, 0, 1)

/** Which day it is there at that moment: at 23:30 on Bonaire it is already tomorrow in The Hague. */
export function datumOp(moment: Date, zone: Tijdzone): Datum {
  const ms = moment.getTime()
  if (!(ms >= kwartierenVanaf)) return datum(klokken[zone].format(moment))
  // One page asks it of the same moment dozens of times, and a clock is slow to answer.
  const kwartier = Math.floor(ms / kwartierMs)
  const bekend = laatst[zone]
  if (bekend.dag !== undefined && bekend.kwartier === kwartier) return bekend.dag
  const dag = datum(klokken[zone].format(moment))
  laatst[zone] = { kwartier, dag }
  return dag
}

/** How many minutes after midnight the wall clock there says it is. */
export function minuutOp(moment: Date, zone: Tijdzone): number {
  const [uur = 0, minuut = 0] = tijdOp(moment, zone).split(':').map(Number)
  return uur * 60 + minuut
}

/**
 * The first moment of that day there. Found by asking the clock, so that no table of summer time is ours to keep:
 * the day there never begins more than a day before or after the day in London.
 */
export function beginVan(dag: Datum, zone: Tijdzone): Date {
  const sleutel = `${dag} ${zone}`
  const bekend = begonnen.get(sleutel)
  if (bekend !== undefined) return new Date(bekend)
  const begin = zoekBegin(dag, zone)
  if (begonnen.size < maxBegonnen) begonnen.set(sleutel, begin)
  return new Date(begin)
}

/** Named limit: the first moments of so many days are remembered. Many people are looked at again on the same day. */
const maxBegonnen = 2_000
const begonnen = new Map<string, number>()

function zoekBegin(dag: Datum, zone: Tijdzone): number {
  const middernacht = Date.parse(dag)
  let [voor, na] = [middernacht - msPerDag, middernacht + msPerDag]
  while (na - voor > 1) {
    const midden = Math.floor((voor + na) / 2)
    if (datumOp(new Date(midden), zone) < dag) voor = midden
    else na = midden
  }
  return na
}

/** What the clock there shows: hours and minutes, `09:05`. */
export function tijdOp(moment: Date, zone: Tijdzone): string {
  return wandklokken[zone].format(moment)
}

/** The moment of that day on which the clock there shows so many minutes after midnight; where it skips them, an hour later. */
export function momentOp(dag: Datum, minuten: number, zone: Tijdzone): Date {
  const alsUtc = Date.parse(dag) + minuten * msPerMinuut
  let moment = alsUtc
  // Twice: the first guess may lie on the other side of a change of the clock.
  for (let keer = 0; keer < 2; keer++) moment = alsUtc - afwijkingOp(new Date(moment), zone)
  return new Date(moment)
}

/** How far the clock there is ahead of universal time, in milliseconds. */
function afwijkingOp(moment: Date, zone: Tijdzone): number {
  const daar = Date.parse(datumOp(moment, zone)) + minuutOp(moment, zone) * msPerMinuut
  return daar - Math.floor(moment.getTime() / msPerMinuut) * msPerMinuut
}

const msPerMinuut = 60_000
const msPerDag = 86_400_000

// Swedes write a day as ISO 8601 does.
function dagklok(timeZone: Tijdzone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
}

function wandklok(timeZone: Tijdzone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}
