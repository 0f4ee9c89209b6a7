import type { PersoonId, Toeval } from '../domain/index.ts'
import type { Verwerkingsactiviteit } from './register.ts'
import { ontzegel, type Sleutelring, verzegel } from './sleutelring.ts'

/** The required attributes of Logboek Dataverwerkingen 1.0. */
export function ldvAttributen(
  { ring, toeval, registerUri }: { ring: Sleutelring; toeval: Toeval; registerUri: string },
  { id, versie }: Verwerkingsactiviteit,
  persoon: PersoonId | undefined,
  aanroep?: { readonly spanId: string; readonly door: URL },
): Readonly<Record<string, string>> {
  const activiteit = {
    'dpl.core.processing_activity_id': `${registerUri}/${id}/${versie}`,
    ...(aanroep !== undefined && {
      'dpl.core.foreign_operation.span_id': aanroep.spanId,
      'dpl.core.foreign_operation.processor': aanroep.door.href,
    }),
  }
  if (persoon === undefined) return activiteit
  const { kid, cijfer } = verzegel(ring, plek, persoon, { toeval })
  return {
    ...activiteit,
    'dpl.core.data_subject_id': `${kid}.${cijfer.toString('base64url')}`,
    'dpl.core.data_subject_id_type': 'voordeur:persoon',
  }
}

/** Who an encrypted `data_subject_id` of ours is about; for an inspection with the ring at hand. */
export function openDataSubjectId(ring: Sleutelring, tekst: string): string {
  const [kid = '', cijfer = ''] = tekst.split('.')
  return ontzegel(ring, plek, { kid, cijfer: Buffer.from(cijfer, 'base64url') })
}

const plek = { tabel: 'ldv', rij: 'data_subject_id', doel: 'logboek' }

/** One record as the standard draws it. */
export interface LdvRegel {
  readonly trace_id: string
  readonly span_id: string
  readonly parent_span_id?: string
  readonly status: 'Unset' | 'Ok' | 'Error'
  readonly name: string
  readonly start_time: number
  readonly end_time?: number
  readonly attributes: Readonly<Record<string, string>>
}
