/**
 * Login and registers of people as in bench/inwoner.ts, and 28 case registers, in a process of their own. Everybody has
 * cases at six of them. Speaks with bench/zaken.ts only.
 */
import { startDemo } from '../src/demo/index.ts'
import { zaakorganisaties } from '../src/demo/zaken/organisaties.ts'
import { klokVanaf } from '../src/platform/index.ts'
import { demoOmgeving } from './demo-omgeving.ts'
import { meldRekentijd } from './rekentijd.ts'
import { type Meetbron, startBron } from './zaken-bron.ts'

const demo = await startDemo({
  nu: klokVanaf(new Date('2026-03-01T12:00:00Z')).nu,
  magTerug: ({ pathname }) => pathname === '/inloggen/terug',
})
const omgeving = demoOmgeving(demo)

const aantal = zaakorganisaties.length
/** Spread over all of them: six for each person, beginning somewhere else. */
const heeft = (bsn: string, plaats: number): boolean =>
  [0, 1, 2, 3, 4, 5].some((keer) => (Number(bsn) + keer * 5) % aantal === plaats)
const bronnen: Meetbron[] = []
for (const [plaats, { id, rsin }] of zaakorganisaties.entries())
  bronnen.push(
    await startBron({
      organisatie: id,
      rsin,
      tweePaginas: plaats % 2 === 1,
      heeft: (bsn) => heeft(bsn, plaats),
    }),
  )

meldRekentijd(async () => {
  await Promise.all([demo.sluit(), ...bronnen.map((bron) => bron.sluit())])
})
process.on('message', async (wat) => {
  if (wat !== 'uit') return
  await Promise.all(bronnen.slice(0, 6).map((bron, i) => bron.zet(i < 3 ? 'dood' : 'traag')))
  process.send?.('uit')
})
const mensen = demo.bekenden.filter(({ groep, persoon }) => groep === 'verhaal' && persoon.bsn !== undefined)
process.send?.({
  omgeving: {
    ...omgeving,
    METING_BRONNEN: JSON.stringify(
      bronnen.map(({ organisatie, rsin, basis }) => ({ organisatie, rsin, basis })),
    ),
  },
  mensen: mensen.map(({ id }) => id),
  bsns: mensen.map(({ persoon }) => persoon.bsn),
})
