import type { Audit } from '../audit/index.ts'
import type { Berichten, Berichtinhoud } from '../kanalen/index.ts'
import type { Afspraak } from './afspraak.ts'
import { type Afspraken, afspraakDoel } from './afspraken.ts'

export interface HerinnerOnderdelen {
  readonly afspraken: Pick<Afspraken, 'herinner' | 'vind'>
  readonly berichten: Pick<Berichten, 'stuur'>
  readonly audit: Pick<Audit, 'metVerwerking'>
  /** In the languages of the house. */
  readonly opstel: (afspraak: Afspraak) => Berichtinhoud
}

/**
 * Reminds of what is to come, on every node; each on the way that they chose. The same appointment at the same time is
 * one message, also after a crash. One that fails keeps no other, and is there again the next time: it is thrown at
 * the end, so that whoever runs this hears of it.
 */
export async function stuurHerinneringen({
  afspraken,
  berichten,
  audit,
  opstel,
}: HerinnerOnderdelen): Promise<number> {
  const { gedaan, fouten } = await afspraken.herinner(async ({ id, persoon, begin }) => {
    const verwerking = {
      doel: afspraakDoel,
      gegevens: ['afspraak'],
      betrokkenen: [persoon],
      door: { soort: 'taak', taak: 'afspraken' },
    } as const
    const afspraak = await audit.metVerwerking(verwerking, (bewijs) =>
      afspraken.vind({ soort: 'persoon', persoon }, id, bewijs),
    )
    if (afspraak === undefined) throw new Error('een afspraak om aan te herinneren is weg')
    await berichten.stuur({
      persoon,
      soort: 'afspraak-herinnering',
      kenmerk: `afspraak|${id}|${begin.toISOString()}`,
      inhoud: opstel(afspraak),
    })
  })
  if (fouten.length > 0) throw fouten[0]
  return gedaan
}
