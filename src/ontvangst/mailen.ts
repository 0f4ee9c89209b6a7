import type { Audit, Sleutelring, VerzegeldBewijs } from '../audit/index.ts'
import { isUuid7 } from '../domain/index.ts'
import type { Terugbericht, Verzendweg } from '../kanalen/index.ts'
import type { KennisRij, PoststukStore } from './poststuk-store.ts'
import { ontzegelKennis } from './poststuk-zegel.ts'

/** Named limits: so many at once, and so long are they of one worker. Who falls over leaves them to another. */
const perKeer = 20
const pachtMs = 10 * 60_000
/** Named limit: so long can one take (kanalen/email); with less of the lease left nothing is begun, or two would send it. */
const eenMs = 300_000
/** Named limit: what a mail server does not take for so long is brought by somebody. No law gives a number here. */
const opgevenMs = 48 * 3_600_000

/**
 * Sends notices to the address that an e-mail came from, on every node. Each has one mark, so that a mail server that
 * sees it again after a crash can leave it out. What cannot be sent, now or ever, becomes work for a human.
 */
export async function mailKennisgevingen({
  store,
  weg,
  ring,
  audit,
  nu,
}: {
  readonly store: Pick<PoststukStore, 'pak' | 'klaar' | 'naarAdres'>
  /** Absent: no mail server is connected. */
  readonly weg: Pick<Verzendweg, 'verzend'> | undefined
  readonly ring: Sleutelring
  readonly audit: Pick<Audit, 'verzegel'>
  readonly nu: () => Date
}): Promise<number> {
  const begin = nu()
  const tot = new Date(begin.getTime() + pachtMs)
  const rijen = await store.pak({ hoe: 'email', nu: begin, tot, hoogstens: perKeer })
  let verzonden = 0
  for (const rij of rijen) {
    if (tot.getTime() - nu().getTime() < eenMs) break
    const { id, op } = rij
    const { email } = ontzegelKennis(ring, rij)
    const uit =
      weg && email
        ? await weg.verzend({
            zending: id,
            poging: 1,
            adres: { soort: 'email', waarde: email.adres },
            taal: 'nl',
            vorm: 'gewoon',
            inhoud: { soort: 'tekst', onderwerp: email.onderwerp, tekst: email.tekst },
          })
        : ({ soort: 'blijvend', reden: 'niet-aangesloten' } as const)
    const moment = nu()
    if (uit.soort === 'verzonden') {
      await store.klaar([id], moment, [regel({ ring, audit }, rij, { soort: 'verzonden', tijd: moment })])
      verzonden += 1
    } else if (
      uit.soort !== 'klaar' &&
      (uit.soort === 'blijvend' || moment.getTime() - op.getTime() > opgevenMs)
    )
      await store.naarAdres(id, (was) => [
        regel({ ring, audit }, was, { soort: 'niet-bezorgd', tijd: moment, reden: uit.reden }),
      ])
  }
  return verzonden
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
