import type { Zaaktypetaal } from '../corpus/index.ts'
import { type Datum, dagenTussen, eersteWerkdagVanaf } from '../kalender/index.ts'
import { naDuur } from './duur.ts'
import { isIngebrekestellingMogelijk } from './ingebreke.ts'
import { isBeslist, wettelijkeTermijn } from './termijn.ts'
import type { Signaal, Zaakbeeld } from './zaakbeeld.ts'
import type { Zaakgegevens } from './zaakgegevens.ts'

export interface Signaalvraag {
  readonly zaaktype: Zaaktypetaal | undefined
  readonly groep: Zaakbeeld['groep']
  readonly doet: Zaakbeeld['doet']
  /** When the last thing happened. */
  readonly laatst: Datum
  readonly vandaag: Datum
}

/**
 * Past its legal term, or nothing happened for longer than this kind of case takes. Never of a case that is closed or
 * decided, or of which the term stands still: also when nobody recorded that, while the organisation waits for
 * what it asked of the applicant (Awb 4:15). Then nobody is late but, at most, who was asked.
 */
export function signalenVan(zaak: Zaakgegevens, vraag: Signaalvraag): readonly Signaal[] {
  const { groep, doet } = vraag
  if (zaak.einde !== undefined || zaak.isOpgeschort || isBeslist(groep)) return []
  if (groep === 'wacht-op-u' || doet === 'u' || doet === 'niemand') return []
  return [teLaat(zaak, vraag), stil(zaak, vraag)].filter((een) => een !== undefined)
}

function teLaat(zaak: Zaakgegevens, { zaaktype, vandaag }: Signaalvraag): Signaal | undefined {
  const termijn = wettelijkeTermijn(zaak, zaaktype)
  if (termijn === undefined) return undefined
  // A register that counted days may have recorded a Sunday: then the next working day is in time as well.
  if (vandaag <= eersteWerkdagVanaf(termijn.datum)) return undefined
  return {
    soort: 'te-laat',
    termijn: termijn.datum,
    volgens: termijn.volgens,
    ...(isIngebrekestellingMogelijk(zaak, zaaktype) && { kan: 'ingebrekestelling' }),
  }
}

/**
 * Only by what the organisation itself says about this kind of case: what it promises, or else the longest it takes.
 * We do not make a usual duration of how long cases happened to take.
 */
function stil({ type }: Zaakgegevens, { laatst, vandaag }: Signaalvraag): Signaal | undefined {
  for (const volgens of ['servicenorm', 'doorlooptijd'] as const) {
    const duur = type[volgens]
    const tot = duur === undefined ? undefined : naDuur(laatst, duur)
    if (tot === undefined) continue
    if (vandaag <= eersteWerkdagVanaf(tot)) return undefined
    return { soort: 'stil', sinds: laatst, gebruikelijkDagen: dagenTussen(laatst, tot), volgens }
  }
  return undefined
}
