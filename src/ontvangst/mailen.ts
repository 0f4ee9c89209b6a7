import type { Audit, Sleutelring } from '../audit/index.ts'
import type { Verzendweg } from '../kanalen/index.ts'
import type { PoststukStore } from './poststuk-store.ts'
import { ontzegelKennis } from './poststuk-zegel.ts'

/** Named limits: so many at once, and so long are they of one worker. Who falls over leaves them to another. */
const perKeer = 20
const pachtMs = 10 * 60_000
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
    const { id, op } = rij
    const { bericht, email } = ontzegelKennis(ring, rij)
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
        : ({ soort: 'blijvend' } as const)
    const moment = nu()
    if (uit.soort === 'verzonden') {
      const codes = { kennisgeving: id, kanaal: 'email' }
      const onderwerp = `organisatie:${bericht.van ?? 'voordeur'}` as const
      await store.klaar([id], moment, [
        audit.verzegel({ onderwerp, soort: 'verzonden', tijd: moment, codes }),
      ])
      verzonden += 1
    } else if (uit.soort === 'blijvend' || moment.getTime() - op.getTime() > opgevenMs)
      await store.naarAdres(id)
  }
  return verzonden
}
