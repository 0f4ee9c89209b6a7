import type { Audit, Sleutelring, VerzegeldBewijs } from '../audit/index.ts'
import { isUuid7 } from '../domain/index.ts'
import { nogEens, type Terugbericht, type Verzendweg } from '../kanalen/index.ts'
import type { GepakteRij, KennisRij, PoststukStore } from './poststuk-store.ts'
import { ontzegelKennis } from './poststuk-zegel.ts'

/** Named limits: so many are taken at once, and so many of those sent at once. */
const perKeer = 100
const tegelijk = 24
/** Named limit: so long are they of one worker. Who falls over leaves them to another. */
const pachtMs = 10 * 60_000
/** Named limit: so long can one take (kanalen/email); with less of the lease left nothing is begun, or two would send it. */
const eenMs = 300_000

export interface Mailwerk {
  readonly store: Pick<PoststukStore, 'pak' | 'klaar' | 'naarAdres' | 'stelUit'>
  /** Absent: no mail server is connected. */
  readonly weg: Pick<Verzendweg, 'verzend'> | undefined
  readonly ring: Sleutelring
  readonly audit: Pick<Audit, 'verzegel'>
  readonly nu: () => Date
  /** Between 0 and 1, so that what failed together does not come back together. */
  readonly loting: () => number
}

/**
 * Sends notices to the address that an e-mail came from, on every node; gives how many went. Each has one mark, so that a
 * mail server that sees it again after a crash can leave it out, and is tried again as often as every other message
 * (`kanalen/zending.ts`). What cannot be sent, now or ever, becomes work for a human.
 */
export async function mailKennisgevingen(werk: Mailwerk): Promise<number> {
  const { store, nu } = werk
  const begin = nu()
  const tot = new Date(begin.getTime() + pachtMs)
  const rijen = await store.pak({ hoe: 'email', nu: begin, tot, hoogstens: perKeer })
  const rij = rijen[Symbol.iterator]()
  let verzonden = 0
  const loop = async (): Promise<void> => {
    for (const een of rij) {
      if (tot.getTime() - nu().getTime() < eenMs) await store.stelUit(een, nu())
      else if (await mailEen(werk, een)) verzonden += 1
    }
  }
  await Promise.all(Array.from({ length: tegelijk }, loop))
  return verzonden
}

async function mailEen(werk: Mailwerk, rij: GepakteRij): Promise<boolean> {
  const { store, weg, ring, nu, loting } = werk
  const { id, op, greep, pogingen, ongewis } = rij
  const { email } = ontzegelKennis(ring, rij)
  const uit =
    weg && email
      ? await weg.verzend({
          zending: id,
          poging: pogingen + ongewis + 1,
          adres: { soort: 'email', waarde: email.adres },
          taal: 'nl',
          vorm: 'gewoon',
          inhoud: { soort: 'tekst', onderwerp: email.onderwerp, tekst: email.tekst },
        })
      : ({ soort: 'blijvend', reden: 'niet-aangesloten' } as const)
  const moment = nu()
  if (uit.soort === 'klaar') return false
  if (uit.soort === 'verzonden') {
    await store.klaar([id], moment, [regel(werk, rij, { soort: 'verzonden', tijd: moment })])
    return true
  }
  if (uit.soort === 'tijdelijk') {
    const was = { id, kanaal: 'email', greep, pogingen, ongewis, gemaakt: op, daarna: [] } as const
    const { geteld, volgende } = nogEens(was, uit, moment, { loting })
    if (volgende !== undefined) {
      await store.stelUit(geteld, volgende)
      return false
    }
  }
  const { reden } = uit
  await store.naarAdres(id, (was) => [regel(werk, was, { soort: 'niet-bezorgd', tijd: moment, reden })])
  return false
}

/** What came back after it had been sent (RFC 3464): from then on somebody brings it. `onbekend`: it is no notice of ours. */
export async function neemMailTerug(
  { store, ring, audit }: Delen & { readonly store: Pick<PoststukStore, 'naarAdres'> },
  { zending, uitkomst, reden, op }: Terugbericht,
): Promise<'gewijzigd' | 'onbekend'> {
  if (uitkomst === 'bezorgd' || !isUuid7(zending)) return 'onbekend'
  const wijzig = (was: KennisRij) => [regel({ ring, audit }, was, { soort: 'niet-bezorgd', tijd: op, reden })]
  return (await store.naarAdres(zending, wijzig)) ? 'gewijzigd' : 'onbekend'
}

interface Delen {
  readonly ring: Sleutelring
  readonly audit: Pick<Audit, 'verzegel'>
}

/** On the chain of the body that has it: of the sender nobody knows who they are. */
function regel(
  { ring, audit }: Delen,
  rij: KennisRij,
  {
    soort,
    tijd,
    reden,
  }: { readonly soort: string; readonly tijd: Date; readonly reden?: string | undefined },
): VerzegeldBewijs {
  const { van } = ontzegelKennis(ring, rij).bericht
  return audit.verzegel({
    onderwerp: `organisatie:${van ?? 'voordeur'}`,
    soort,
    tijd,
    codes: { kennisgeving: rij.id, kanaal: 'email', ...(reden !== undefined && { reden }) },
  })
}
