import { z } from 'zod'
import { isUuid7 } from '../../domain/index.ts'
import type { Terugbericht } from '../index.ts'

/** What Notify says of one message: on the way, or what came of it. */
type Betekenis = { readonly uitkomst: Terugbericht['uitkomst']; readonly reden?: string } | 'onderweg'

/** Every status of the API, in the words of the service (documentation of the REST API, «status descriptions»). */
const statussen: Readonly<Record<string, Betekenis>> = {
  created: 'onderweg',
  sending: 'onderweg',
  pending: 'onderweg',
  // To a number abroad: nobody will ever say more.
  sent: 'onderweg',
  delivered: { uitkomst: 'bezorgd' },
  'permanent-failure': { uitkomst: 'mislukt', reden: 'adres-bestaat-niet' },
  // Three days long no signal, or no room: over for this message.
  'temporary-failure': { uitkomst: 'mislukt', reden: 'niet-bereikt' },
  'technical-failure': { uitkomst: 'mislukt', reden: 'storing-bij-verzender' },
  // Of letters. That one was printed and posted does not say that it lies on the mat.
  accepted: 'onderweg',
  received: 'onderweg',
  'pending-virus-check': 'onderweg',
  'virus-scan-failed': { uitkomst: 'mislukt', reden: 'inhoud-geweigerd' },
  'validation-failed': { uitkomst: 'mislukt', reden: 'inhoud-geweigerd' },
  cancelled: { uitkomst: 'mislukt', reden: 'ingetrokken' },
  failed: { uitkomst: 'mislukt', reden: 'onbekend' },
  'returned-letter': { uitkomst: 'retour', reden: 'retour' },
}

/** The parts of a message that we read, as the API and its callbacks both have them. */
export const notificatieVorm = z.object({
  id: z.string().min(1).max(100),
  reference: z.string().max(1_000).nullish(),
  status: z.string().max(100),
  completed_at: z.string().max(100).nullish(),
})
export type Notificatie = z.infer<typeof notificatieVorm>

export type Notifyuitkomst =
  | { readonly soort: 'terugbericht'; readonly terugbericht: Terugbericht }
  | { readonly soort: 'onderweg'; readonly zending: string }
  /** Sent by somebody else with the same service, or a status that nobody told us of: dropped, and counted. */
  | { readonly soort: 'onbekend' }

/** @param nu Stands in where the service does not say when. */
export function duidNotificatie(
  { reference, status, completed_at: klaar }: Notificatie,
  nu: Date,
): Notifyuitkomst {
  const betekenis = Object.hasOwn(statussen, status) ? statussen[status] : undefined
  if (betekenis === undefined || !isUuid7(reference)) return { soort: 'onbekend' }
  if (betekenis === 'onderweg') return { soort: 'onderweg', zending: reference }
  const terugbericht = { zending: reference, ...betekenis, op: leesTijd(klaar) ?? nu }
  return { soort: 'terugbericht', terugbericht }
}

/** ISO, or without its letters; always UTC. */
function leesTijd(tekst: string | null | undefined): Date | undefined {
  const delen = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d{1,6})?(Z|\+00:00)?$/.exec(tekst ?? '')
  if (delen === null) return undefined
  const op = new Date(`${delen[1]}T${delen[2]}${(delen[3] ?? '').slice(0, 4)}Z`)
  return Number.isNaN(op.getTime()) ? undefined : op
}
