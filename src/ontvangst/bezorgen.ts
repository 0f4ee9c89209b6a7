import type { Sleutelring } from '../audit/index.ts'
import type { Berichten, Berichtsoort } from '../kanalen/index.ts'
import type { Kennissoort } from './poststuk.ts'
import type { PoststukStore } from './poststuk-store.ts'
import { ontzegelKennis } from './poststuk-zegel.ts'

/** Named limits: so many notices at once, and so long are they of one worker. Who falls over leaves them to another. */
const perKeer = 100
const pachtMs = 120_000

const soorten = {
  ontvangen: 'ontvangstbevestiging',
  doorgezonden: 'doorgestuurd',
  'verkeerde-weg': 'verkeerde-weg',
  geweigerd: 'geweigerd',
  'toch-aangenomen': 'toch-aangenomen',
} as const satisfies Record<Kennissoort, Berichtsoort>

/**
 * Brings notices to inboxes, on every node. When what somebody sent was received stands in its own row and does not
 * change by how late this runs. A notice has one mark: sent again after a crash it is the same message.
 */
export async function bezorgKennisgevingen({
  store,
  berichten,
  ring,
  nu,
}: {
  readonly store: Pick<PoststukStore, 'pak' | 'klaar'>
  readonly berichten: Pick<Berichten, 'stuur'>
  readonly ring: Sleutelring
  readonly nu: () => Date
}): Promise<number> {
  const begin = nu()
  const tot = new Date(begin.getTime() + pachtMs)
  const rijen = await store.pak({ hoe: 'bericht', nu: begin, tot, hoogstens: perKeer })
  // All at once: what goes to inboxes together is written together.
  const uit = await Promise.allSettled(
    rijen.map(async (rij) => {
      const { id, persoon, soort } = rij
      if (persoon === undefined) return []
      const { bericht } = ontzegelKennis(ring, rij)
      await berichten.stuur({ persoon, soort: soorten[soort], kenmerk: `post|${id}`, inhoud: bericht })
      return [id]
    }),
  )
  const gedaan = uit.flatMap((een) => (een.status === 'fulfilled' ? een.value : []))
  if (gedaan.length > 0) await store.klaar(gedaan, nu())
  // One that fails keeps no other; it comes back when its lease is over, and whoever runs this hears of it.
  const mis = uit.find((een) => een.status === 'rejected')
  if (mis !== undefined) throw mis.reason
  return gedaan.length
}
