import type { PersoonId } from '../domain/index.ts'
import type { BewijsStore, InzageFilter, InzageRij } from './bewijs-store.ts'
import { openInhoud } from './bewijsregel.ts'
import type { LdvRegel } from './ldv.ts'
import type { VerwerkingInhoud } from './met-verwerking.ts'
import type { Sleutelring } from './sleutelring.ts'
import type { Verwerkingsbewijs } from './verwerking.ts'

/** One thing that was done with a person's data, for `Wie zag mijn gegevens`. */
export interface Inzage {
  readonly volgnummer: number
  readonly tijd: Date
  /** Id in the register, and which version of it held. */
  readonly verwerking: string
  readonly versie: number
  readonly afloop: 'gelukt' | 'mislukt' | 'onbekend'
  /** Who and what; absent when the retention period is over and only the fact remains. */
  readonly inhoud: VerwerkingInhoud | undefined
  readonly ldv: LdvRegel
}

/** Named limit: so many at once. */
export const maxInzagen = 200

/** Newest first. Reading this is itself a processing, and the store asks for the proof of it. */
export async function leesInzage(
  { store, ring }: { store: Pick<BewijsStore, 'leesInzage'>; ring: Sleutelring },
  persoon: PersoonId,
  bewijs: Verwerkingsbewijs,
  filter: Partial<InzageFilter> = {},
): Promise<readonly Inzage[]> {
  const max = Math.min(filter.max ?? maxInzagen, maxInzagen)
  const rijen = await store.leesInzage(persoon, bewijs, { ...filter, max })
  return rijen.map((rij) => inzageVan(ring, rij))
}

function inzageVan(ring: Sleutelring, { regel, inhoud, afloop }: InzageRij): Inzage {
  const codes = leesCodes(regel.codes)
  // Written by `metVerwerking` alone, and the seal is proof that nobody changed it.
  const open =
    inhoud === undefined
      ? undefined
      : (JSON.parse(openInhoud(ring, regel.onderwerp, inhoud)) as VerwerkingInhoud)
  const status = leesCodes(afloop?.codes ?? '{}').status ?? 'Unset'
  return {
    volgnummer: regel.volgnummer,
    tijd: regel.tijd,
    verwerking: codes.verwerking ?? '',
    versie: Number(codes.versie),
    afloop: status === 'Ok' ? 'gelukt' : status === 'Error' ? 'mislukt' : 'onbekend',
    inhoud: open,
    ldv: {
      trace_id: codes.trace ?? '',
      span_id: codes.span ?? '',
      ...(codes.ouder !== undefined && { parent_span_id: codes.ouder }),
      status: status === 'Ok' || status === 'Error' ? status : 'Unset',
      name: codes.verwerking ?? '',
      start_time: regel.tijd.getTime(),
      ...(afloop !== undefined && { end_time: afloop.tijd.getTime() }),
      attributes: open?.attributen ?? {},
    },
  }
}

/** Codes as they stand in the chain. What is not a record of texts and numbers gives nothing. */
export function leesCodes(tekst: string): Readonly<Record<string, string>> {
  const waarde: unknown = JSON.parse(tekst)
  if (typeof waarde !== 'object' || waarde === null) return {}
  return Object.fromEntries(Object.entries(waarde).map(([naam, code]) => [naam, String(code)]))
}
