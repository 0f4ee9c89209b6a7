import type { Ongemeld } from './ketenzaak-store.ts'
import { zichtdader } from './zicht.ts'

/** A CloudEvent 1.0 about one event. Ids and codes: nothing of whom it is or what it says. */
export interface Ketenbericht {
  readonly specversion: '1.0'
  /** The same event has the same id, however often it is sent. */
  readonly id: string
  readonly source: string
  readonly type: string
  /** The chain case. */
  readonly subject: string
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly data: {
    readonly nr: number
    readonly door: string
    readonly stap?: string
    readonly stand?: string
    readonly organisatie?: string
  }
}

/** Who listens is told elsewhere: the connection of an organisation, `proactief`, the pages that are open. */
export type MeldKeten = (berichten: readonly Ketenbericht[]) => Promise<void>

export function ketenbericht(source: string, { ketenzaak, voorval }: Ongemeld): Ketenbericht {
  const { nr, op, door, inhoud } = voorval
  const wie = zichtdader(door)
  const organisatie =
    inhoud.soort === 'doorgestuurd'
      ? inhoud.naar
      : inhoud.soort === 'overdracht-aangeboden'
        ? inhoud.aan
        : 'regie' in inhoud
          ? inhoud.regie.organisatie
          : undefined
  return {
    specversion: '1.0',
    id: `${ketenzaak}/${nr}`,
    source,
    type: `nl.voordeur.ketenzaak.${inhoud.soort}`,
    subject: ketenzaak,
    time: op.toISOString(),
    datacontenttype: 'application/json',
    data: {
      nr,
      door: wie.soort === 'organisatie' ? wie.organisatie : wie.soort,
      ...('stap' in inhoud && inhoud.stap !== undefined && { stap: inhoud.stap }),
      ...(inhoud.soort === 'stap-stand' && { stand: inhoud.naar }),
      ...(organisatie !== undefined && { organisatie }),
    },
  }
}
