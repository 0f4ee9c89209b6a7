import type { FastifyRequest } from 'fastify'
import { openbaar, type Toegangsregel } from '../platform/http/index.ts'
import { PlatformError } from '../platform/index.ts'
import { sessieUit } from './bezoek/sessiekoekje.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import { beslisVoor, leesWie, type Wie } from './pages/mijn/wie.ts'
import type { Toegangseis } from './toegangseis.ts'

export interface Poort {
  /** Who is logged in, asked once per request; for a page that is open to everybody. */
  readonly wie: (request: FastifyRequest) => Promise<Wie | undefined>
  /** The rule that the kernel asks before anything else of the page runs. */
  readonly regel: (eis: Toegangseis) => Toegangsregel
}

export interface PoortOpties {
  readonly mijn: MijnBronnen | undefined
  readonly isHttps: boolean
  readonly nu: () => Date
}

/** Stands before every page. Nothing is open unless the table of access says so. */
export function maakPoort({ mijn, isHttps, nu }: PoortOpties): Poort {
  const gevraagd = new WeakMap<FastifyRequest, Promise<Wie | undefined>>()
  const wie = (request: FastifyRequest): Promise<Wie | undefined> => {
    const token = sessieUit(request.headers.cookie, isHttps)
    if (mijn === undefined || token === undefined || token === '') return Promise.resolve(undefined)
    const bezig = gevraagd.get(request) ?? leesWie(mijn, token)
    gevraagd.set(request, bezig)
    return bezig
  }
  return {
    wie,
    regel: (eis) => {
      if (eis.soort === 'openbaar') return openbaar
      const laatDoor = async (request: FastifyRequest): Promise<boolean> => {
        const gevonden = await wie(request)
        if (mijn === undefined || gevonden === undefined) throw new PlatformError('niet-ingelogd')
        const besluit = beslisVoor(mijn, gevonden, eis, nu())
        if (besluit.mag) return true
        if (besluit.reden === 'niveau-te-laag') throw new PlatformError('niveau-te-laag')
        if (besluit.reden === 'opnieuw-inloggen') throw new PlatformError('opnieuw-inloggen')
        return false
      }
      return { naam: `inwoner: ${eis.handeling} ${eis.voorwerp}`, laatDoor }
    },
  }
}
