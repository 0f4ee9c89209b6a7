/** Who opens the wire of a call: a professional who is in it, or somebody who came in by a code. */
import type { IncomingMessage } from 'node:http'
import type { Hoort, InGesprek } from '../lijnen/index.ts'
import type { Draad, Seingast, SeinOpties } from '../platform/http/index.ts'
import { baliesessieUit } from './bezoek/baliekoekje.ts'
import { gespreksleutelUit } from './bezoek/gesprekkoekje.ts'
import { zonderGebruik } from './levenddeur.ts'
import type { BalieBronnen } from './pages/balie/bronnen.ts'
import { leesWerker } from './pages/balie/werker.ts'
import { belwerkerVan } from './pages/bellen/wie.ts'
import type { LoketBronnen } from './pages/loket/bronnen.ts'

/** Where browsers connect; which call comes after it for a professional, and nothing for a guest: their key says it. */
export const seinPad = '/seinen'

export interface Seinbronnen {
  readonly balie: BalieBronnen | undefined
  readonly loket: Pick<LoketBronnen, 'loket' | 'gesprekken' | 'seinpost'> | undefined
  readonly isHttps: boolean
}

/**
 * Read anew each time. While somebody else is in the call, or it rings at somebody, it counts as use of the session:
 * whoever talks does not click, and would be cut off in the middle of a sentence. Alone in a call is no use.
 */
export function maakSeindeur({ balie, loket, isHttps }: Seinbronnen): SeinOpties['wie'] {
  const { gesprekken, seinpost } = loket ?? {}
  if (loket === undefined || gesprekken === undefined || seinpost === undefined) return async () => undefined
  const laatIn = (plek: string, wie: InGesprek, leeft: () => Promise<boolean>): Seingast => ({
    plek,
    leeft,
    verbind: (draad) => seinpost.verbind(wie, metWoorden(draad)),
  })
  return async ({ url = '', headers }: IncomingMessage) => {
    const zoek = new URL(url, 'http://x').searchParams
    if (zoek.get('kant') === 'gast') {
      const sleutel = gespreksleutelUit(headers.cookie, isHttps)
      const lees = async () => (sleutel === undefined ? undefined : gesprekken.alsGast(sleutel))
      const wie = await lees()
      return wie && laatIn(`gesprek ${wie.deelnemer}`, wie, async () => (await lees()) !== undefined)
    }
    const token = baliesessieUit(headers.cookie, isHttps)
    if (balie === undefined || token === undefined) return undefined
    const lees = async () => {
      const werker = await leesWerker(zonderGebruik(balie), token)
      const wie =
        werker &&
        (await gesprekken.alsMedewerker(belwerkerVan(werker, loket.loket), zoek.get('gesprek') ?? ''))
      return werker && wie && { plek: werker.sessie.id, wie }
    }
    const nu = await lees()
    return (
      nu &&
      laatIn(nu.plek, nu.wie, async () => {
        const weer = await lees()
        if (weer?.plek !== nu.plek) return false
        if (isSamen(weer.wie)) await balie.toegang.sessies.vind(token)
        return true
      })
    )
  }
}

function isSamen({ gesprek, deelnemer }: InGesprek): boolean {
  const isErbij = ({ id, stand }: InGesprek['gesprek']['deelnemers'][number]) =>
    id !== deelnemer && (stand === 'in-gesprek' || stand === 'gaat-over')
  return gesprek.beeindigdMs === undefined && gesprek.deelnemers.some(isErbij)
}

function metWoorden({ zend, sluit }: Draad) {
  return { zend: (bericht: Hoort) => zend(bericht), sluit }
}
