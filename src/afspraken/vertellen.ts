import type { Audit } from '../audit/index.ts'
import type { Berichten, NieuwBericht } from '../kanalen/index.ts'
import type { Afspraak } from './afspraak.ts'
import type { TeVertellen, Vertelling } from './afspraak-store.ts'
import { type Afspraken, afspraakDoel, herinnerMs, isKort } from './afspraken.ts'

/** What was agreed goes before what is near: who just moved it reads the new time first. */
const vertellingen = ['bevestiging', 'herinnering'] as const satisfies readonly Vertelling[]

/** The words of a message, with the files that come with it. */
export type Afspraakbericht = Pick<NieuwBericht, 'inhoud' | 'bijlagen'>
export type Afspraaksoort = NieuwBericht['soort'] & `afspraak${string}`

export interface VertelOnderdelen {
  readonly afspraken: Pick<Afspraken, 'vertel' | 'vind'>
  readonly berichten: Pick<Berichten, 'stuur' | 'kent'>
  readonly audit: Pick<Audit, 'metVerwerking'>
  /** In the languages of the house. */
  readonly opstel: (afspraak: Afspraak, soort: Afspraaksoort) => Afspraakbericht
  readonly nu: () => Date
  /** Stops between two rounds. */
  readonly isDicht?: () => boolean
}

/**
 * Tells people what was agreed, whoever made, moved or cancelled it and wherever, and reminds them of what is near; on
 * every node, each on the way that they chose. The same agreement is one message, also after a crash. One that fails
 * keeps no other, and is there again later: the first fault is thrown at the end, so that whoever runs this hears of it.
 */
export async function stuurAfspraakberichten(onderdelen: VertelOnderdelen): Promise<number> {
  const { afspraken, isDicht = () => false } = onderdelen
  const fouten: unknown[] = []
  let gedaan = 0
  for (const wat of vertellingen) {
    for (let isMeer = true; isMeer && !isDicht(); ) {
      const ronde = await afspraken.vertel(wat, (een) => vertel(onderdelen, wat, een))
      gedaan += ronde.gedaan
      fouten.push(...ronde.fouten.slice(0, 1))
      isMeer = ronde.gedaan + ronde.fouten.length > 0
    }
  }
  if (fouten.length > 0) throw fouten[0]
  return gedaan
}

async function vertel(
  { afspraken, berichten, audit, opstel, nu }: VertelOnderdelen,
  wat: Vertelling,
  een: TeVertellen,
): Promise<void> {
  const { id, persoon } = een
  const verwerking = {
    doel: afspraakDoel,
    gegevens: ['afspraak'],
    betrokkenen: [persoon],
    door: { soort: 'taak', taak: 'afspraken' },
  } as const
  const afspraak = await audit.metVerwerking(verwerking, (bewijs) =>
    afspraken.vind({ soort: 'persoon', persoon }, id, bewijs),
  )
  if (afspraak === undefined) throw new Error('een afspraak om iets over te vertellen is weg')
  const eerder = wat === 'bevestiging' ? await eerderVerteld(berichten, een) : undefined
  const isAf = wat === 'bevestiging' && een.stand === 'afgezegd'
  // Of what nobody heard of there is nothing to take back.
  if (isAf && eerder === undefined) return
  const soort = soortVan(wat, een, eerder)
  const over = isAf && eerder !== undefined ? { ...afspraak, begin: eerder } : afspraak
  const { inhoud, ...rest } = opstel(over, soort)
  const alleenSnel = wat === 'herinnering' && isKort(een)
  await berichten.stuur({
    persoon,
    soort,
    kenmerk: kenmerkVan(wat, een),
    ...rest,
    inhoud: {
      ...inhoud,
      ...(alleenSnel && { alleenSnel, nutTot: een.begin.toISOString() }),
      ...belVoor(een, eerder, nu()),
    },
  })
}

/**
 * A desk moved or cancelled what is near: whoever reads that on paper would stand before a closed door, or not be there.
 * Who did it themselves knows.
 */
function belVoor({ begin, gewijzigdDoor }: TeVertellen, eerder: Date | undefined, nu: Date) {
  if (eerder === undefined || gewijzigdDoor !== 'medewerker') return {}
  const straks = [begin, eerder].filter((op) => op > nu).map((op) => op.getTime())
  const eerst = Math.min(...straks)
  return eerst - nu.getTime() < herinnerMs && { belVoor: new Date(eerst).toISOString() }
}

/** The time that they heard of last. A message that went just before a server fell over was never written down here. */
async function eerderVerteld(
  berichten: VertelOnderdelen['berichten'],
  een: TeVertellen,
): Promise<Date | undefined> {
  if (een.verteld !== undefined || een.keer === 1) return een.verteld
  const vorige = kenmerkVan('bevestiging', { ...een, keer: een.keer - 1 })
  return (await berichten.kent({ persoon: een.persoon, kenmerk: vorige })) ? een.begin : undefined
}

function soortVan(wat: Vertelling, { stand }: TeVertellen, eerder: Date | undefined): Afspraaksoort {
  if (wat === 'herinnering') return 'afspraak-herinnering'
  if (stand === 'afgezegd') return 'afspraak-afgezegd'
  return eerder === undefined ? 'afspraak' : 'afspraak-verzet'
}

/** Who goes back to an earlier time agreed on it anew; a reminder is for a time. */
function kenmerkVan(wat: Vertelling, { id, begin, keer }: TeVertellen): string {
  return wat === 'herinnering'
    ? `afspraak|${id}|${begin.toISOString()}`
    : `afspraak-bevestiging|${id}|${keer}`
}
