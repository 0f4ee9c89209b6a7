/** Runs in a thread of its own, which only wijzigwerk.ts starts: makes the corpus as it is now, and what is laid beside it. */
import { parentPort, workerData } from 'node:worker_threads'
import { bronBestand, laadLagen } from '../../corpus/index.ts'
import { openVergelijking } from './wijziging.ts'
import type { Werkvraag } from './wijzigwerk.ts'

const { bestanden, wijziging, ...vraag } = workerData as Werkvraag // given by wijzigwerk.ts
const lagen = [
  {
    ...({ naam: 'lopend', soort: 'meegeleverd' } as const),
    bestanden: bestanden.map((een) => bronBestand(een.bestand, een.tekst)),
  },
]
const geladen = laadLagen(lagen, {})
if (!geladen.ok) throw new Error('het corpus dat nu geldt, is hier niet te maken')
const uitslag = await openVergelijking({
  ...{ ...vraag, lagen, corpus: geladen.corpus.engine },
  wijziging:
    wijziging.soort === 'versie'
      ? wijziging
      : { soort: 'tekst', bron: bronBestand(wijziging.bestand, wijziging.tekst) },
})
parentPort?.postMessage(uitslag)
