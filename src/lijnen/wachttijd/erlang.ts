/** A. K. Erlang, «Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges» (1917). */
import {
  bekend,
  belasting,
  type Drukte,
  instabiel,
  isAantal,
  keurDrukte,
  keurMedewerkers,
  onbekend,
  type Uitkomst,
  type Wachtverdeling,
} from './uitkomst.ts'

/** Erlang B: the part of the calls that finds everybody busy, when nobody waits. `erlang`: the work offered. */
export function erlangB(medewerkers: number, erlang: number): Uitkomst<number> {
  const reden = keurMedewerkers(medewerkers) ?? (isAantal(erlang) ? undefined : 'aanbod')
  return reden === undefined ? bekend(b(medewerkers, erlang)) : onbekend(reden)
}

/** Erlang C: that somebody has to wait, when everybody waits as long as it takes. */
export function erlangC(medewerkers: number, erlang: number): Uitkomst<number> {
  const reden = keurMedewerkers(medewerkers) ?? (isAantal(erlang) ? undefined : 'aanbod')
  if (reden !== undefined) return onbekend(reden)
  const bezetting = erlang / medewerkers
  if (bezetting >= 1) return instabiel(bezetting)
  const blok = b(medewerkers, erlang)
  return bekend(blok / (1 - bezetting * (1 - blok)))
}

/** One queue, first come first served: M/M/c. */
export function eenRij(drukte: Drukte): Uitkomst<Wachtverdeling> {
  const reden = keurDrukte(drukte)
  if (reden !== undefined) return onbekend(reden)
  const kans = erlangC(drukte.medewerkers, belasting(drukte).erlang)
  if (kans.soort !== 'bekend') return kans
  const tempoPerMinuut = drukte.medewerkers / drukte.behandelMinuten - drukte.perMinuut
  return bekend({ kansWachten: kans.waarde, tempoPerMinuut, gemiddeldMinuten: kans.waarde / tempoPerMinuut })
}

/** Service level: the part that is through within so many minutes, from 0 to 1. */
export function binnen({ kansWachten, tempoPerMinuut }: Wachtverdeling, minuten: number): Uitkomst<number> {
  if (!isAantal(minuten)) return onbekend('tijd')
  return bekend(1 - kansWachten * Math.exp(-tempoPerMinuut * minuten))
}

/** So many minutes or less for that part of the people: with 0.9, nine in ten. */
export function kwantiel({ kansWachten, tempoPerMinuut }: Wachtverdeling, deel: number): Uitkomst<number> {
  if (!(deel >= 0 && deel < 1)) return onbekend('aandeel')
  return bekend(kansWachten <= 1 - deel ? 0 : Math.log(kansWachten / (1 - deel)) / tempoPerMinuut)
}

/** Recursion with terms between 0 and 1: it neither overflows nor loses digits, however many people. */
function b(medewerkers: number, erlang: number): number {
  let kans = 1
  for (let k = 1; k <= medewerkers; k++) kans = (erlang * kans) / (k + erlang * kans)
  return kans
}
