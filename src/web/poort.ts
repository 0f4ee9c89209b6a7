import type { FastifyRequest } from 'fastify'
import { datumOp } from '../kalender/index.ts'
import { openbaar, type Toegangsregel } from '../platform/http/index.ts'
import { PlatformError } from '../platform/index.ts'
import { baliesessieUit } from './bezoek/baliekoekje.ts'
import { meewerksleutelUit } from './bezoek/meewerkkoekje.ts'
import { sessieUit } from './bezoek/sessiekoekje.ts'
import type { BalieBronnen } from './pages/balie/bronnen.ts'
import { beslisVoorWerker, leesWerker, type Werker } from './pages/balie/werker.ts'
import type { Genodigde, LoketBronnen } from './pages/loket/bronnen.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import { vernieuwGezag, vraagGeheimhouding } from './pages/mijn/gezag.ts'
import { beslisVoor, leesWie, type Wie } from './pages/mijn/wie.ts'
import type { Genodigdeneis, Inwonereis, Medewerkereis, Toegangseis } from './toegangseis.ts'

/** Nobody is `undefined`; that it cannot be said is something else. */
export type Bekend<T> = T | undefined | 'onbekend'

export interface Poort {
  /** Who is logged in, asked once per request; for a page that is open to everybody. */
  readonly wie: (request: FastifyRequest) => Promise<Wie | undefined>
  /** Which professional is at work. Another cookie and another kind of session: neither opens what the other does. */
  readonly werker: (request: FastifyRequest) => Promise<Werker | undefined>
  /** Which outside party came in by invitation, into which one case. */
  readonly genodigde: (request: FastifyRequest) => Promise<Genodigde | undefined>
  /** For a page of error: as `wie`, but asked anew only if that is allowed, and never failing. */
  readonly wieAlsBekend: (request: FastifyRequest, magVragen: boolean) => Promise<Bekend<Wie>>
  readonly werkerAlsBekend: (request: FastifyRequest, magVragen: boolean) => Promise<Bekend<Werker>>
  /** The rule that the kernel asks before anything else of the page runs. */
  readonly regel: (eis: Toegangseis) => Toegangsregel
}

export interface PoortOpties {
  readonly mijn: MijnBronnen | undefined
  readonly balie: BalieBronnen | undefined
  readonly loket: LoketBronnen | undefined
  readonly isHttps: boolean
  readonly nu: () => Date
}

/** In this order: what a refusal says that the register still has to be asked, and who asks it. */
const navragen = [
  ['gezag-te-oud', vernieuwGezag],
  ['geheim-niet-gevraagd', vraagGeheimhouding],
] as const

/** Stands before every page. Nothing is open unless the table of access says so. */
export function maakPoort({ mijn, balie, loket, isHttps, nu }: PoortOpties): Poort {
  const wie = eenmaal<Wie>((request) => {
    const token = sessieUit(request.headers.cookie, isHttps)
    return mijn !== undefined && token ? leesWie(mijn, token) : Promise.resolve(undefined)
  })
  const werker = eenmaal<Werker>((request) => {
    const token = baliesessieUit(request.headers.cookie, isHttps)
    return balie !== undefined && token ? leesWerker(balie, token) : Promise.resolve(undefined)
  })
  const genodigde = eenmaal<Genodigde>((request) => {
    const sleutel = meewerksleutelUit(request.headers.cookie, isHttps)
    return loket !== undefined && sleutel ? loket.loket.genodigde(sleutel) : Promise.resolve(undefined)
  })
  const magInwoner = async (request: FastifyRequest, eis: Inwonereis): Promise<boolean> => {
    const gevonden = await wie(request)
    if (mijn === undefined || gevonden === undefined) throw new PlatformError('niet-ingelogd')
    let besluit = beslisVoor(mijn, gevonden, eis, nu())
    // First whether they may act for the child at all; only then is anything asked about the child itself.
    for (const [reden, vraagNa] of navragen) {
      if (besluit.mag || besluit.reden !== reden) continue
      const nieuw = await vraagNa(mijn, (await wie(request)) ?? gevonden, nu())
      wie.zet(request, nieuw)
      besluit = beslisVoor(mijn, nieuw, eis, nu())
    }
    if (besluit.mag) return true
    if (besluit.reden === 'niveau-te-laag') throw new PlatformError('niveau-te-laag')
    if (besluit.reden === 'kind-is-afgeschermd') throw new PlatformError('kind-afgeschermd')
    if (besluit.reden === 'opnieuw-inloggen') throw new PlatformError('opnieuw-inloggen')
    return false
  }
  const magMedewerker = async (request: FastifyRequest, eis: Medewerkereis): Promise<boolean> => {
    const gevonden = await werker(request)
    if (balie === undefined || gevonden === undefined) throw new PlatformError('niet-ingelogd')
    const besluit = beslisVoorWerker(balie, gevonden, eis, nu())
    if (besluit.mag) return true
    if (besluit.reden === 'grond-verlopen') throw new PlatformError('grond-verlopen')
    if (besluit.reden === 'grond-ontbreekt' || besluit.reden === 'grond-voor-ander')
      throw new PlatformError('grond-ontbreekt')
    return false
  }
  const magGenodigde = async (request: FastifyRequest, eis: Genodigdeneis): Promise<boolean> => {
    const subject = await genodigde(request)
    if (loket === undefined || subject === undefined) throw new PlatformError('niet-ingelogd')
    return loket.beslis({
      subject,
      voor: { soort: 'zelf' },
      handeling: eis.handeling,
      voorwerp: { soort: eis.voorwerp, ketenzaak: subject.ketenzaak },
      nu: nu(),
      vandaag: datumOp(nu(), 'Europe/Amsterdam'),
    }).mag
  }
  return {
    wie,
    werker,
    genodigde,
    wieAlsBekend: (request, magVragen) =>
      alsBekend(wie, request, magVragen || sessieUit(request.headers.cookie, isHttps) === undefined),
    werkerAlsBekend: (request, magVragen) =>
      alsBekend(werker, request, magVragen || baliesessieUit(request.headers.cookie, isHttps) === undefined),
    regel: (eis) => {
      if (eis.soort === 'openbaar') return openbaar
      const naam = `${eis.soort}: ${eis.handeling} ${eis.voorwerp}`
      if (eis.soort === 'genodigde') return { naam, laatDoor: (request) => magGenodigde(request, eis) }
      return eis.soort === 'inwoner'
        ? { naam, laatDoor: (request) => magInwoner(request, eis) }
        : { naam, laatDoor: (request) => magMedewerker(request, eis) }
    },
  }
}

/** Asked once for each request, however many want to know; `zet` puts what is known better in its place. */
function eenmaal<T>(vraag: (request: FastifyRequest) => Promise<T | undefined>) {
  const gevraagd = new WeakMap<FastifyRequest, Promise<T | undefined>>()
  const geef = (request: FastifyRequest): Promise<T | undefined> => {
    const bezig = gevraagd.get(request) ?? vraag(request)
    gevraagd.set(request, bezig)
    return bezig
  }
  const zet = (request: FastifyRequest, waarde: T) => void gevraagd.set(request, Promise.resolve(waarde))
  const isGevraagd = (request: FastifyRequest): boolean => gevraagd.has(request)
  return Object.assign(geef, { zet, isGevraagd })
}

/** What was asked before is known, also that it failed. Who carries no token is nobody, without asking. */
async function alsBekend<T>(
  wie: ReturnType<typeof eenmaal<T>>,
  request: FastifyRequest,
  magVragen: boolean,
): Promise<Bekend<T>> {
  if (!magVragen && !wie.isGevraagd(request)) return 'onbekend'
  return wie(request).catch(() => 'onbekend' as const)
}
