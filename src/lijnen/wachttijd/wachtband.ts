import {
  bekend,
  instabiel,
  isAantal,
  isPositief,
  keurMedewerkers,
  onbekend,
  type Uitkomst,
} from './uitkomst.ts'

export interface Wachtvraag {
  /** So many wait before this one; nobody is free. */
  readonly voor: number
  /** Who are at work for them now. */
  readonly medewerkers: number
  readonly behandelMinuten: number
  /** Calls that will come in and go before this one all the same; 0 when nobody can. */
  readonly inhalersPerMinuut: number
}

/** Nine in ten wait between these two, one in twenty shorter and one in twenty longer. In minutes, not rounded. */
export interface Wachtband {
  readonly vanMinuten: number
  readonly totMinuten: number
  readonly gemiddeldMinuten: number
}

/** Named limit: with so many before them nobody is helped by a forecast. */
export const HOOGSTENS_VOOR = 2000
const ONDER = 0.05
const BOVEN = 0.95

/**
 * The live forecast. With everybody busy one comes free every 1/(cμ) minutes, so that the wait behind n others is
 * Erlang(n+1, cμ): (n+1)/(cμ) on average. Who can be overtaken waits n+1 times as long as it takes until the queue before
 * them is one shorter, newcomers included.
 */
export function wachtband({
  voor,
  medewerkers,
  behandelMinuten,
  inhalersPerMinuut,
}: Wachtvraag): Uitkomst<Wachtband> {
  if (!Number.isInteger(voor) || voor < 0) return onbekend('aantal-voor')
  if (voor > HOOGSTENS_VOOR) return onbekend('te-groot')
  const reden = keurMedewerkers(medewerkers)
  if (reden !== undefined) return onbekend(reden)
  if (!isPositief(behandelMinuten)) return onbekend('behandeltijd')
  if (!isAantal(inhalersPerMinuut)) return onbekend('aanbod')
  const tempo = medewerkers / behandelMinuten
  const druk = inhalersPerMinuut / tempo
  if (druk >= 1) return instabiel(druk)
  if (druk >= MAX_DRUK) return onbekend('te-groot')
  const gemiddeldMinuten = (voor + 1) / (tempo - inhalersPerMinuut)
  const kansOp = passagekans(voor + 1, tempo, inhalersPerMinuut)
  return bekend({
    vanMinuten: vindTijd(kansOp, ONDER, gemiddeldMinuten),
    totMinuten: vindTijd(kansOp, BOVEN, gemiddeldMinuten),
    gemiddeldMinuten,
  })
}

/** Above it the longest tail is hardly known, and the service keeps overtakers far below (see `PLAFOND`). */
const MAX_DRUK = 0.9

/**
 * The chance that somebody behind `diepte - 1` others is through at time t. Steps (one leaves, one comes before) follow
 * each other at the joint pace of both; the first time that `diepte` more have left than come has the law of the ballot
 * theorem: after 2m - k steps with chance k/(2m-k) · C(2m-k, m) · q^m · p^(m-k). Without overtakers it is Erlang's.
 */
function passagekans(diepte: number, tempo: number, inhalers: number): (minuten: number) => number {
  const samen = tempo + inhalers
  const [lnWeg, lnErbij] = [Math.log(tempo / samen), Math.log(inhalers / samen)]
  // hoogstens[i]: the chance that it took at most diepte + 2i steps.
  const hoogstens: number[] = []
  let som = 0
  for (let m = diepte; som < 1 - 1e-12 && hoogstens.length < 100_000; m++) {
    const stappen = 2 * m - diepte
    const erbij = m - diepte
    const ln =
      Math.log(diepte / stappen) + lnFaculteit(stappen) - lnFaculteit(m) - lnFaculteit(erbij) + m * lnWeg
    som += Math.exp(ln + (erbij === 0 ? 0 : erbij * lnErbij))
    hoogstens.push(Math.min(1, som))
  }
  const klaarNa = (stappen: number): number =>
    stappen < diepte ? 0 : (hoogstens[Math.floor((stappen - diepte) / 2)] ?? 1)
  return (minuten) => poissonGemiddelde(samen * minuten, klaarNa)
}

/** The mean of `f` over a Poisson number of steps; what lies fourteen deviations away does not count. */
function poissonGemiddelde(verwacht: number, f: (stappen: number) => number): number {
  if (verwacht === 0) return f(0)
  const marge = 14 * Math.sqrt(verwacht) + 40
  let kans = 0
  const eerste = Math.max(0, Math.floor(verwacht - marge))
  for (let j = eerste; j <= verwacht + marge; j++)
    kans += Math.exp(j * Math.log(verwacht) - verwacht - lnFaculteit(j)) * f(j)
  return kans
}

/** The time at which the chance is that: by halving, to a millionth of the mean. */
function vindTijd(kansOp: (minuten: number) => number, kans: number, gemiddeld: number): number {
  let [van, tot] = [0, gemiddeld]
  while (kansOp(tot) < kans) [van, tot] = [tot, tot * 2]
  while (tot - van > gemiddeld * 1e-7) {
    const midden = (van + tot) / 2
    if (kansOp(midden) < kans) van = midden
    else tot = midden
  }
  return (van + tot) / 2
}

const faculteiten: number[] = [0]

/** The natural logarithm of n!, remembered: one forecast asks for the same ones again and again. */
function lnFaculteit(n: number): number {
  if (n >= 20_000) return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n)
  for (let i = faculteiten.length; i <= n; i++) faculteiten.push((faculteiten[i - 1] ?? 0) + Math.log(i))
  return faculteiten[n] ?? 0
}
