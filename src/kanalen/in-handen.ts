import type { Controlecodes, GemaakteCode } from '../afzender/index.ts'
import type { Audit, Sleutelring, Verwerkingsbewijs } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import type { Berichtinhoud } from './bericht.ts'
import type { BerichtRij } from './bericht-store.ts'
import type { BoekOnderdelen } from './boeking.ts'
import type { Postbestemming } from './brieftalen.ts'
import type { Laatsteblikken } from './laatste-vraag.ts'
import type { Opsteller } from './opsteller.ts'
import type { Routevraag } from './route.ts'
import type { Verzenduitslag, Verzendweg } from './verzendweg.ts'
import type { Gebeurtenis, Zending } from './zending.ts'
import type { ZendingStore } from './zending-store.ts'

/** What a worker that sends needs of the house. */
export interface Verzendwerk extends BoekOnderdelen {
  readonly store: ZendingStore
  readonly audit: Pick<Audit, 'metVerwerking' | 'verzegel'>
  readonly ring: Sleutelring
  /** The same for every way of a message, and at each try. */
  readonly codes: Pick<Controlecodes, 'maakControlecodes'>
  readonly nu: () => Date
  readonly wegen: () => ReadonlyMap<Verzendweg['kanaal'], Verzendweg>
  readonly opstel: Opsteller
  /** As a register has it, of who gave none; `undefined`: not known there either. What fails is thrown. */
  readonly postadres: Postadres
  /** As a register has it, for a helper who must know whose message they got; `undefined`: not known there. */
  readonly naamVan: Naamvraag
  /** To a helper who should have a copy; whether they may is asked there. */
  readonly kopieer: Kopieer
  readonly laatsteBlikken: Laatsteblikken
  /** Gives up waiting after so long. */
  readonly hoogstens: <T>(ms: number, belofte: Promise<T>) => Promise<T | 'te-laat'>
  /** Nothing more is begun: this process ends. */
  readonly isDicht: () => boolean
  readonly meldFout: (fout: unknown) => void
}

export type Naamvraag = (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<string | undefined>

export type Postadres = (persoon: PersoonId, bewijs: Verwerkingsbewijs) => Promise<Postbestemming | undefined>

export type Kopieer = (
  van: { readonly persoon: PersoonId; readonly bericht: string; readonly helper: PersoonId },
  bewijs: Verwerkingsbewijs,
) => Promise<void>

/** One item in hand with everything that is needed to send it. */
export interface Inhanden {
  readonly zending: Zending
  readonly rij: BerichtRij
  readonly vraag: Routevraag
  readonly inhoud: Berichtinhoud
  readonly code: GemaakteCode | undefined
}

export function blijvend({ greep }: Zending, reden: string, op: Date): Gebeurtenis {
  return { soort: 'uitslag', greep, op, uitslag: { soort: 'blijvend', reden } }
}

/** Nothing left the house, because of us; unless it is said that something may have. */
export function tijdelijk(
  { greep }: Zending,
  op: Date,
  { reden = 'fout', ...rest }: Partial<Omit<Extract<Verzenduitslag, { soort: 'tijdelijk' }>, 'soort'>> = {},
): Gebeurtenis {
  return {
    soort: 'uitslag',
    greep,
    op,
    uitslag: { soort: 'tijdelijk', reden, hoever: 'niet-begonnen', ...rest },
  }
}

export function later({ greep }: Zending, volgende: Date): Gebeurtenis {
  return { soort: 'later', greep, volgende }
}
