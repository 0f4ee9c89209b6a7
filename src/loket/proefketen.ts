/** For tests and proofs: people and organisations around one chain case, and whatever they may try in it. */
import { maakPersoonId, type OrganisatieId, parseOrganisatieId } from '../domain/index.ts'
import { beginVan, type Datum, datumOp, plusDagen, plusWerkdagen } from '../kalender/index.ts'
import { OPSCHALING_WERKDAGEN } from './begrippen.ts'
import type { Doener, Omgeving } from './bouw.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { Opdracht } from './opdracht.ts'
import { stilTot } from './stilte.ts'
import type { Voorval } from './voorval.ts'
import type { Tekstverwijzing } from './woorden.ts'
import type { Kijker } from './zicht-vorm.ts'

export const proefzaak = '0198a000-0000-7000-8000-000000000001'
const org = (naam: string): OrganisatieId => {
  const organisatie = parseOrganisatieId(naam)
  if (organisatie === undefined) throw new Error(naam)
  return organisatie
}
export const [gemeente, svb, duo, uwv] = [org('gemeente-GM0363'), org('svb'), org('duo'), org('uwv')]
export const bank = org('een-bank')
export const begin = new Date('2026-03-02T09:00:00Z')
export const ik = maakPersoonId(begin, (n) => new Uint8Array(n).fill(7))
export const vandaagOp = (nu: Date): Datum => datumOp(nu, 'Europe/Amsterdam')

export const medewerker = (
  organisatie: OrganisatieId,
  functies: Extract<Kijker, { soort: 'medewerker' }>['functies'] = [],
  naam = 'm-1',
): Extract<Kijker, { soort: 'medewerker' }> => ({
  soort: 'medewerker',
  organisatie,
  medewerker: naam,
  functies,
})
export const inwoner: Kijker = { soort: 'inwoner' }

/** Words as they stand in the case: each another one, so that a leak can be seen. */
export const woord = (naam: string): Tekstverwijzing => ({ tekst: naam, hash: 'h' })

/** A case that goes on, with a clock that somebody moves. */
export interface Keten {
  nu: Date
  stand: Ketenzaak | undefined
  readonly voorvallen: Voorval[]
  readonly doe: (wie: Doener, opdracht: Opdracht<Tekstverwijzing>) => ReturnType<typeof decide>
}

export function proefketen(anders: Partial<Omgeving> = {}): Keten {
  let teller = 0
  const keten: Keten = {
    nu: begin,
    stand: undefined,
    voorvallen: [],
    doe(wie, opdracht) {
      const { nu } = keten
      const vandaag = vandaagOp(nu)
      const omgeving: Omgeving = {
        nu,
        vandaag,
        vandaagBij: () => vandaag,
        opschalingTot: beginVan(
          plusDagen(plusWerkdagen(vandaag, OPSCHALING_WERKDAGEN), 1),
          'Europe/Amsterdam',
        ),
        stilTot: (sinds) => stilTot(sinds, 'Europe/Amsterdam'),
        id: () => `id-${++teller}`,
        nummer: () => 'K-1',
        isOverheid: (organisatie) => organisatie !== bank,
        ...anders,
      }
      const besluit = decide(proefzaak, keten.stand, opdracht, wie, omgeving)
      if (besluit.soort === 'ok')
        for (const inhoud of besluit.voorvallen) {
          const nr = (keten.stand?.nr ?? 0) + 1
          const door = wie.soort === 'medewerker' ? { ...wie, functies: undefined } : wie
          const voorval: Voorval = { nr, op: nu, door, opdracht: `o-${nr}`, inhoud }
          keten.voorvallen.push(voorval)
          keten.stand = evolve(proefzaak, keten.stand, voorval)
        }
      return besluit
    },
  }
  return keten
}

/** One that the municipality opened for somebody who is logged in. */
export function geopend(anders: Partial<Extract<Opdracht<Tekstverwijzing>, { soort: 'open' }>> = {}): Keten {
  const keten = proefketen()
  keten.doe(medewerker(gemeente), {
    soort: 'open',
    ingang: 'balie',
    vraag: woord('vraag'),
    uitkomst: woord('uitkomst'),
    betrokkene: { soort: 'persoon', persoon: ik, hoe: 'ingelogd' },
    aanspreekpunt: woord('aanspreekpunt'),
    ...anders,
  })
  return keten
}

export const stapje = (
  stap: string,
  anders: Partial<Extract<Opdracht<Tekstverwijzing>, { soort: 'plan-stappen' }>['stappen'][number]> = {},
): Extract<Opdracht<Tekstverwijzing>, { soort: 'plan-stappen' }>['stappen'][number] => ({
  stap,
  titel: { soort: 'vrij', tekst: woord(`titel-${stap}`) },
  eigenaar: { soort: 'organisatie', organisatie: svb },
  termijn: plusDagen(vandaagOp(begin), 30),
  wachtOp: [],
  ...anders,
})
