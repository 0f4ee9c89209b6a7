import type { Audit, Bewijs } from '../audit/index.ts'
import { isUuid, type Toeval } from '../domain/index.ts'
import { boekingVan, type HeeftBalie, taakVoor } from './boeking.ts'
import { alarmgrenzen, alarmOp, herstelVanafUren, meldtermijn } from './verzendmoment.ts'
import type { Terugbericht } from './verzendweg.ts'
import type { Onbemeld, ZendingStore } from './zending-store.ts'

/** What becomes of items after they left, and of messages of which nobody was told. */
export interface Bezorgdienst {
  /** For whoever hears of receipts and bounces; as often and in whatever order they come. */
  readonly neemTerug: (terug: Terugbericht) => Promise<'gewijzigd' | 'was-er-al' | 'onbekend'>
  /** Warns of messages of which no notice went out (Awb 2:10); gives how many. Run it every minute. */
  readonly bewaak: () => Promise<number>
}

export interface BezorgOnderdelen {
  readonly store: ZendingStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly nu: () => Date
  readonly toeval: Toeval
  readonly loting: () => number
  readonly heeftBalie: HeeftBalie
  /** For the log of the operator: that there is one, and how late. */
  readonly meldAlarm: (uren: number, aantal: number) => void
}

/** Named limit: so many warnings at once. */
const perKeer = 200

export function createBezorgdienst(onderdelen: BezorgOnderdelen): Bezorgdienst {
  const { store, nu } = onderdelen
  return {
    async neemTerug({ zending, ...terug }) {
      if (!isUuid(zending)) return 'onbekend'
      const gevolg = await store.wijzig(zending, (was) =>
        boekingVan(onderdelen, was, { soort: 'terug', terug }, nu()),
      )
      if (gevolg !== 'onbekend' || !['mislukt', 'retour'].includes(terug.uitkomst)) return gevolg
      return (await store.codeMislukt(zending, terug.op)) ? 'gewijzigd' : 'onbekend'
    },

    bewaak: () => bewaak(onderdelen),
  }
}

async function bewaak(onderdelen: BezorgOnderdelen): Promise<number> {
  const { store, nu, meldAlarm } = onderdelen
  const op = nu()
  const perUur = new Map<number, number>()
  for (const bericht of await store.onbemeld(alarmgrenzen(op), perKeer)) {
    const uren = alarmOp(bericht.verstuurd, op)
    if (uren === undefined || !(await waarschuw(onderdelen, bericht, uren, op))) continue
    perUur.set(uren, (perUur.get(uren) ?? 0) + 1)
  }
  for (const [uren, aantal] of perUur) meldAlarm(uren, aantal)
  return [...perUur.values()].reduce((som, aantal) => som + aantal, 0)
}

function waarschuw(
  onderdelen: BezorgOnderdelen,
  onbemeld: Onbemeld,
  uren: number,
  op: Date,
): Promise<boolean> {
  const { store, audit } = onderdelen
  const { persoon, bericht, organisatie } = onbemeld
  const bewijs: Bewijs = {
    onderwerp: `persoon:${persoon}`,
    soort: 'melding-uitgebleven',
    tijd: op,
    codes: { bericht, uren },
  }
  const wie = {
    ...{ persoon, bericht, uiterlijk: meldtermijn(onbemeld.verstuurd) },
    ...(organisatie !== undefined && { organisatie }),
  }
  const taken =
    uren >= herstelVanafUren ? [taakVoor(onderdelen, wie, 'bellen', 'melding-uitgebleven', op)] : []
  return store.waarschuw(onbemeld, uren, taken, [audit.verzegel(bewijs)])
}
