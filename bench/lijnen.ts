/** Direct lines in the simulator: the policy that routes real calls, held against the formulas. A model, no measurement. */
import {
  bootsNa,
  eenRij,
  metGeduld,
  type Nabootsuitkomst,
  type Opzet,
  tweeKlassen,
  type Uitkomst,
  type Vorm,
} from '../src/lijnen/index.ts'
import type { Meting } from './meet.ts'
import { rond } from './meet.ts'

const drukte = { medewerkers: 50, perMinuut: (50 * 0.95) / 8, behandelMinuten: 8 }
/** Of the processor: whoever asks for a page in between waits no longer than that for a piece. */
const STUK_MS = 20

/**
 * Fifty people at 95 %, three in a hundred calls of professionals, so many calls each time; seed 8. How long a queue gets
 * at 95 % is largely chance: with 200,000 calls one run is easily a quarter off, with two million some percent.
 */
export async function lijnenproef(oproepen: number): Promise<Meting[]> {
  const twee = waarde(tweeKlassen(drukte, 0.03))
  const geduld = waarde(metGeduld({ ...drukte, perMinuut: (50 * 1.05) / 8 }, 10))
  const deel = (medewerkers: number, aandeel: number) =>
    waarde(eenRij({ ...drukte, medewerkers, perMinuut: drukte.perMinuut * aandeel })).gemiddeldMinuten * 60
  const stukken: number[] = []
  const speel = (vorm: Vorm, anders: Partial<Opzet> = {}) =>
    speelGemeten({ vorm, oproepen, ...anders }, stukken)

  const rij = await speel({ soort: 'een-rij' })
  const lijn = await speel({ soort: 'voorrang', plafond: 0.08 })
  const apart2 = await speel({ soort: 'eigen-team', medewerkers: 2 })
  const apart3 = await speel({ soort: 'eigen-team', medewerkers: 3 })
  const druk = await speel({ soort: 'een-rij' }, { perMinuut: (50 * 1.05) / 8, geduldMinuten: 10 })
  const rijVeel = await speel({ soort: 'een-rij' }, { aandeelLijn: 0.4 })
  const lijnVeel = await speel({ soort: 'voorrang', plafond: 0.08 }, { aandeelLijn: 0.4 })
  const { samen, publiek } = {
    samen: rij.samen.gemiddeldSeconden ?? 0,
    publiek: lijn.publiek.gemiddeldSeconden,
  }
  return [
    tegen('een-rij', rij.samen.gemiddeldSeconden, twee.eenRij.gemiddeldMinuten * 60),
    tegen('lijn', lijn.lijn.gemiddeldSeconden, twee.lijn.gemiddeldMinuten * 60),
    tegen('publiek', publiek, twee.publiek.gemiddeldMinuten * 60),
    { naam: 'lijnen.lijn-p90', waarde: lijn.lijn.p90Seconden ?? 0, eenheid: 's in het model' },
    {
      naam: 'lijnen.lijn-binnen-20s',
      waarde: rond((lijn.lijn.binnen20 ?? 0) * 100),
      eenheid: '% in het model',
    },
    // Of the same calls, so that the length of the queue, which is chance, plays no part.
    {
      naam: 'lijnen.publiek-langer',
      waarde: rond(((publiek ?? 0) / samen - 1) * 100),
      eenheid: '% in het model',
    },
    tegen('eigen-team-2', apart2.lijn.gemiddeldSeconden, deel(2, 0.03)),
    tegen('eigen-team-2-publiek', apart2.publiek.gemiddeldSeconden, deel(48, 0.97)),
    tegen('eigen-team-3', apart3.lijn.gemiddeldSeconden, deel(3, 0.03)),
    tegen('eigen-team-3-publiek', apart3.publiek.gemiddeldSeconden, deel(47, 0.97)),
    tegen('te-druk', druk.samen.gemiddeldSeconden, geduld.gemiddeldMinuten * 60),
    {
      naam: 'lijnen.te-druk-afgehaakt',
      waarde: rond((druk.samen.afgehaakt ?? 0) * 100),
      eenheid: `% in het model (formule ${rond(geduld.kansAfhaken * 100)})`,
    },
    {
      naam: 'lijnen.plafond-publiek-langer',
      waarde: rond(
        ((lijnVeel.publiek.gemiddeldSeconden ?? 0) / (rijVeel.samen.gemiddeldSeconden ?? 0) - 1) * 100,
      ),
      eenheid: '% in het model, met 40 % over de lijn en een plafond van 8 %',
      // ρ/(ρ-ρ1) - 1: see src/lijnen/plafond.ts.
      grens: rond((0.95 / (0.95 - 0.08) - 1) * 100),
    },
    {
      naam: 'lijnen.stuk-p99',
      waarde: rond(stukken.sort((a, b) => a - b)[Math.floor(stukken.length * 0.99)] ?? 0),
      eenheid: 'ms rekentijd',
      grens: STUK_MS,
    },
  ]
}

async function speelGemeten(
  deel: Pick<Opzet, 'vorm' | 'oproepen'> & Partial<Opzet>,
  stukken: number[],
): Promise<Nabootsuitkomst> {
  let sinds = rekentijdMs()
  const opzet: Opzet = {
    ...drukte,
    zaad: 8,
    aandeelLijn: 0.03,
    opwarm: Math.ceil(deel.oproepen / 50),
    ...deel,
  }
  const uit = await bootsNa(opzet, {
    rust: async () => {
      const nu = rekentijdMs()
      stukken.push(nu - sinds)
      sinds = nu
    },
  })
  if (uit.soort !== 'klaar') throw new Error(JSON.stringify(uit))
  return uit.uitkomst
}

/** What other programs do meanwhile does not count. */
function rekentijdMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function tegen(naam: string, seconden: number | undefined, formule: number): Meting {
  return {
    naam: `lijnen.${naam}`,
    waarde: rond(seconden ?? 0),
    eenheid: 's gemiddeld in het model',
    verhouding: rond((seconden ?? 0) / formule),
    tegen: `${rond(formule)} s volgens de formule`,
  }
}

function waarde<T>(uitkomst: Uitkomst<T>): T {
  if (uitkomst.soort !== 'bekend') throw new Error(JSON.stringify(uitkomst))
  return uitkomst.waarde
}
