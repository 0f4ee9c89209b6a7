/** Who opens a live connection, by the side of the page that asks; and what each may follow. */
import type { IncomingMessage } from 'node:http'
import type { Lijn } from '../lijnen/index.ts'
import type { Loketvrager } from '../loket/index.ts'
import type { Lid, Onderwerp } from '../platform/http/index.ts'
import { baliesessieUit } from './bezoek/baliekoekje.ts'
import { meewerksleutelUit } from './bezoek/meewerkkoekje.ts'
import { sessieUit } from './bezoek/sessiekoekje.ts'
import type { BalieBronnen } from './pages/balie/bronnen.ts'
import { leesWerker } from './pages/balie/werker.ts'
import type { LoketBronnen } from './pages/loket/bronnen.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import { leesWie } from './pages/mijn/wie.ts'

/** Where browsers connect; the side of the page comes after it, and nothing else. */
export const levendPad = '/levend'

export interface Levendbronnen {
  readonly mijn: MijnBronnen | undefined
  readonly balie: BalieBronnen | undefined
  readonly loket: Pick<LoketBronnen, 'loket' | 'gesprekken' | 'lijn'> | undefined
  readonly isHttps: boolean
}

/** Who has a session on this side now, and its id. */
interface Aanwezig {
  readonly plek: string
  readonly vrager: Loketvrager
}

/**
 * Read anew each time, so that a session or a mandate that ended ends this as well; and never counted as use, or an open
 * page would keep somebody logged in for ever.
 */
export function maakLevenddeur(
  bronnen: Levendbronnen,
): (verzoek: IncomingMessage) => Promise<Lid | undefined> {
  const { loket } = bronnen
  return async ({ url = '', headers }) => {
    const lees = lezerVoor(bronnen, new URL(url, 'http://x').searchParams.get('kant'), headers.cookie)
    const nu = await lees?.()
    if (lees === undefined || nu === undefined) return undefined
    const nogSteeds = async () => {
      const weer = await lees()
      return weer?.plek === nu.plek ? weer : undefined
    }
    // On a line whoever has its page open is there: what they follow says so, again and again.
    const opLijn = new Map<string, Onderwerp>()
    return {
      plek: nu.plek,
      leeft: async () => {
        const weer = await nogSteeds()
        if (weer !== undefined && loket?.lijn !== undefined)
          for (const een of opLijn.values()) await leeftOpLijn(loket.lijn, weer.vrager, een)
        return weer !== undefined
      },
      volgt: async (onderwerp) => {
        const { soort, id } = onderwerp
        const weer = await nogSteeds()
        if (weer === undefined || loket === undefined) return undefined
        if (soort === 'lijndienst' || soort === 'lijnoproep') {
          const nr = loket.lijn && (await volgLijn(loket.lijn, weer.vrager, onderwerp))
          if (nr === undefined) opLijn.delete(id)
          else opLijn.set(id, onderwerp)
          return nr
        }
        if (soort === 'oproepen') return volgOproepen(loket, weer.vrager, id)
        return soort === 'ketenzaak' ? loket.loket.volg(weer.vrager, id) : undefined
      },
    }
  }
}

/** What rings at their own organisation, and at no other. */
async function volgOproepen(
  { gesprekken }: Pick<LoketBronnen, 'gesprekken'>,
  { subject }: Loketvrager,
  organisatie: string,
): Promise<number | undefined> {
  if (subject.soort !== 'medewerker' || subject.organisatie !== organisatie) return undefined
  return gesprekken?.lijstnummer(subject)
}

/** Their own shift or call, and nobody else's. Asked once: then they are there as well. */
async function volgLijn(lijn: Lijn, vrager: Loketvrager, onderwerp: Onderwerp): Promise<number | undefined> {
  const { subject } = vrager
  if (subject.soort !== 'medewerker') return undefined
  await leeftOpLijn(lijn, vrager, onderwerp)
  if (onderwerp.soort === 'lijnoproep') return (await lijn.oproep(subject, onderwerp.id))?.nr
  const beeld = await lijn.dienst(subject)
  return beeld?.dienst.plek === onderwerp.id ? beeld.nr : undefined
}

async function leeftOpLijn(lijn: Lijn, { subject }: Loketvrager, { soort, id }: Onderwerp): Promise<void> {
  if (subject.soort !== 'medewerker') return
  if (soort === 'lijnoproep') await lijn.leeftBeller(subject, id)
  else await lijn.leeft(subject, id, 'levend')
}

function lezerVoor(
  { mijn, balie, loket, isHttps }: Levendbronnen,
  kant: string | null,
  cookie: string | undefined,
): (() => Promise<Aanwezig | undefined>) | undefined {
  const zelf = { soort: 'zelf' } as const
  switch (kant) {
    case 'balie': {
      const token = baliesessieUit(cookie, isHttps)
      if (balie === undefined || token === undefined) return undefined
      return async () => {
        const werker = await leesWerker(zonderGebruik(balie), token)
        return werker && { plek: werker.sessie.id, vrager: { subject: werker.subject, voor: zelf } }
      }
    }
    case 'mijn': {
      const token = sessieUit(cookie, isHttps)
      if (mijn === undefined || token === undefined) return undefined
      return async () => {
        const wie = await leesWie(zonderGebruik(mijn), token)
        return wie && { plek: wie.sessie.id, vrager: { subject: wie.subject, voor: wie.voor } }
      }
    }
    case 'partij': {
      const sleutel = meewerksleutelUit(cookie, isHttps)
      if (loket === undefined || sleutel === undefined) return undefined
      return async () => {
        const subject = await loket.loket.genodigde(sleutel)
        return subject && { plek: subject.deelnemer, vrager: { subject, voor: zelf } }
      }
    }
    default:
      return undefined
  }
}

/** The same sources, in which looking who somebody is counts as no use. */
export function zonderGebruik<B extends { readonly toegang: Pick<MijnBronnen['toegang'], 'sessies'> }>(
  bronnen: B,
): B {
  const { sessies } = bronnen.toegang
  return { ...bronnen, toegang: { ...bronnen.toegang, sessies: { ...sessies, vind: sessies.leeft } } }
}
