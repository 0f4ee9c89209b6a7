import { datumOp } from '../../../kalender/index.ts'
import type { Bericht } from '../../../kanalen/index.ts'
import type { Context } from '../../ui/context.ts'
import type { Verzoek } from '../../verzoek.ts'
import { moment } from './kader.ts'

/** Reading messages, for the line on the record of whose they are. */
export const berichtenwerk = { doel: 'berichten-tonen', gegevens: ['bericht'] }

export function afzendernaam({ context, beeld }: Verzoek, { inhoud }: Bericht): string {
  const { t } = context.spraak
  if (inhoud.van === undefined) return t('berichten.ons')
  return beeld.organisaties.get(inhoud.van)?.naam ?? inhoud.van
}

export function ontvangenOp(context: Context, { verstuurd }: Pick<Bericht, 'verstuurd'>): string {
  return tijdstip(context, verstuurd)
}

/** By the clock of the Netherlands. */
export function tijdstip(context: Context, op: Date): string {
  return moment(context, op, datumOp(op, 'Europe/Amsterdam'))
}
