import { type BoekOnderdelen, vervolg } from './boeking.ts'
import type { Inhanden } from './in-handen.ts'
import { routeVoor } from './route.ts'
import { meldtermijn } from './verzendmoment.ts'
import type { Boeking } from './zending-store.ts'

/**
 * From the inbox on: whether that counts as sending, and what goes out beside it or instead. Why so is evidence, with
 * the statement that it rests on (Awb 2:8, 2:25).
 */
export function planBoeking(
  onderdelen: BoekOnderdelen,
  { zending, rij, vraag }: Omit<Inhanden, 'inhoud' | 'code'>,
  op: Date,
): Boeking {
  const { inbox, grond, verklaring, begin, meldplicht } = routeVoor(vraag)
  const uiterlijk = meldplicht ? meldtermijn(rij.verstuurd) : undefined
  const { alleenSnel, nutTot } = vraag
  const deel = { op, uiterlijk: uiterlijk ?? nutTot, ...(alleenSnel && { alleenSnel }) }
  const wegen = begin.map(({ kanaal, daarna }) => [kanaal, ...daarna].join('>')).join(',')
  const gepland = onderdelen.audit.verzegel({
    onderwerp: `persoon:${zending.persoon}`,
    soort: 'verzending-gepland',
    tijd: op,
    codes: { bericht: rij.id, grond, wegen, ...(verklaring !== undefined && { verklaring }) },
  })
  return {
    was: zending,
    wordt: inbox
      ? { ...zending, stand: 'verzonden', verzonden: rij.verstuurd }
      : { ...zending, stand: 'mislukt', reden: grond },
    nieuw: begin.map(({ kanaal, daarna, uiterlijk: eigen }) =>
      vervolg(onderdelen, zending, { kanaal, daarna, ...deel, ...(eigen && { uiterlijk: eigen }) }),
    ),
    taken: [],
    bewijzen: [gepland],
    meldtermijn: { uiterlijk },
  }
}
