/** Runs in a thread of its own, which only wijzigwerk.ts starts: makes the corpus as it is now, and one with the text. */
import { parentPort, workerData } from 'node:worker_threads'
import { bronBestand, laadLagen } from '../../corpus/index.ts'
import { openVergelijking } from './wijziging.ts'
import type { Werkvraag } from './wijzigwerk.ts'

const { bestanden, tekst, ...vraag } = workerData as Werkvraag // given by wijzigwerk.ts
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
  wijziging: { soort: 'tekst', bron: bronBestand(tekst.bestand, tekst.tekst) },
})
parentPort?.postMessage(uitslag)
