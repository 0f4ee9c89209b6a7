import { datumOp } from '../../../kalender/index.ts'
import type { Bericht } from '../../../kanalen/index.ts'
import type { Context } from '../../ui/context.ts'
import type { Verzoek } from '../../verzoek.ts'
import { moment } from './kader.ts'

/** Reading messages, for the line on the record of whose they are. */
export const berichtenwerk = { doel: 'berichten-tonen', gegevens: ['bericht'] }

export function afzendernaam(verzoek: Verzoek, { inhoud }: Bericht): string {
  return naamVanAfzender(verzoek, inhoud.van ?? 'ons')
}

/** `ons`: of this installation itself. */
export function naamVanAfzender({ context, beeld }: Verzoek, van: string): string {
  return van === 'ons' ? context.spraak.t('berichten.ons') : (beeld.organisaties.get(van)?.naam ?? van)
}

export function ontvangenOp(context: Context, { verstuurd }: Pick<Bericht, 'verstuurd'>): string {
  return tijdstip(context, verstuurd)
}

/** By the clock of the Netherlands. */
export function tijdstip(context: Context, op: Date): string {
  return moment(context, op, datumOp(op, 'Europe/Amsterdam'))
}
