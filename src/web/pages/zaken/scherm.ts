import type { Datum } from '../../../domain/index.ts'
import { datumOp, type Tijdzone } from '../../../kalender/index.ts'
import type { Storing, Storingkanaal } from '../../../ontvangst/index.ts'
import type { Html } from '../../../platform/index.ts'
import type { Zaakref } from '../../../zaken/index.ts'
import { type AdresDelen, adres, type Routenaam } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import type { Verzoek } from '../../verzoek.ts'
import type { Beeld } from '../rechten/beeld.ts'

/**
 * Where cases are shown: to a resident, or to a professional who helps them. Both get the same parts, so that the one
 * sees exactly what the other sees; only the addresses differ.
 */
export interface Scherm {
  readonly context: Context
  readonly beeld: Beeld
  readonly nu: Date
  readonly vandaag: Datum
  /** `voorbeeld`: to an operator, as a test person; a case opens there, its documents do not. */
  readonly kant: 'mijn' | 'balie' | 'voorbeeld'
  /** In each form: under which ground it was made. */
  readonly verborgen: Html | undefined
  /** What was out of order at the organisation of this one case; absent in a list. */
  readonly uitvallen?: {
    readonly storingen: readonly Storing[]
    readonly zone: Tijdzone
    /** Electronic ways to object to that body on a day. */
    readonly wegenOp: (dag: Datum) => readonly Storingkanaal[]
  }
  /** They look, and may not add, answer or ask: a parent for a child. */
  readonly isAlleenKijken?: boolean
}

type Plek = 'lijst' | 'zoek' | 'opnieuw' | 'zaak' | 'document'

const routenaam = {
  mijn: {
    lijst: 'zaken',
    zoek: 'zakenZoek',
    opnieuw: 'zakenOpnieuw',
    zaak: 'zaak',
    document: 'zaakDocument',
  },
  balie: {
    lijst: 'balieZaken',
    zoek: 'balieZakenZoek',
    opnieuw: 'balieZakenOpnieuw',
    zaak: 'balieZaak',
    document: 'balieZaakDocument',
  },
} as const satisfies Readonly<Record<Exclude<Scherm['kant'], 'voorbeeld'>, Readonly<Record<Plek, Routenaam>>>>

export function maakScherm({ context, beeld, nu }: Verzoek, kant: Scherm['kant'], verborgen?: Html): Scherm {
  return { context, beeld, nu, vandaag: datumOp(nu, 'Europe/Amsterdam'), kant, verborgen }
}

export function plekAdres({ context, kant }: Scherm, plek: Plek, delen: AdresDelen = {}): string {
  return kant === 'voorbeeld' ? '#voorbeeld' : adres(context.taal, routenaam[kant][plek], delen)
}

export function zaakAdres(scherm: Scherm, { bron, uuid }: Zaakref, delen: AdresDelen = {}): string {
  return plekAdres(scherm, 'zaak', { ...delen, bron, zaak: uuid })
}
