import { z } from 'zod'
import { duidNotificatie, type Notifyuitkomst, notificatieVorm } from './statussen.ts'

/** As the service has it for letters that came back: another shape, without a status. */
const retourbrief = z.object({
  notification_id: z.string().min(1).max(100),
  reference: z.string().max(1_000).nullish(),
})

/**
 * What Notify tells us by itself (a callback), about a message or a letter that came back. `ongeldig`: no callback of
 * Notify at all. The address that stands in it is not read.
 */
export function leesTerugmelding(
  lichaam: unknown,
  nu: Date,
): Notifyuitkomst | { readonly soort: 'ongeldig' } {
  const melding = notificatieVorm.safeParse(lichaam)
  if (melding.success) return duidNotificatie(melding.data, nu)
  const brief = retourbrief.safeParse(lichaam)
  if (!brief.success) return { soort: 'ongeldig' }
  const { notification_id: id, reference } = brief.data
  return duidNotificatie({ id, reference, status: 'returned-letter' }, nu)
}
