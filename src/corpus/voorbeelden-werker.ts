/**
 * Runs in a thread of its own: makes the same corpus again and computes every example. Reading one file of examples
 * takes tens of milliseconds that cannot be cut in slices; here nobody waits for them.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { bronBestand } from './bestand.ts'
import { laadLagen } from './laden.ts'
import { controleerVoorbeelden, leesVoorbeelden } from './voorbeelden.ts'
import type { Bestandsuitslag, Werkopdracht } from './voorbeelden-stand.ts'

// Only voorbeelden-stand.ts starts this file, with exactly this.
const { bestanden, voorbeelden } = workerData as Werkopdracht

const geladen = laadLagen(
  [
    {
      naam: 'nagerekend',
      soort: 'toegevoegd',
      bestanden: bestanden.map(({ bestand, tekst }) => bronBestand(bestand, tekst)),
    },
  ],
  {},
)
if (!geladen.ok) throw new Error('het corpus dat nu geldt, is hier niet te maken')
const { engine } = geladen.corpus

for (const { bestand, tekst } of voorbeelden) parentPort?.postMessage(uitslagVan(bestand, tekst))

function uitslagVan(bestand: string, tekst: string): Bestandsuitslag {
  const gelezen = leesVoorbeelden(bronBestand(bestand, tekst))
  if (!gelezen.ok)
    return {
      bestand,
      regeling: undefined,
      voorbeelden: [],
      fouten: gelezen.fouten.map(({ melding }) => melding),
    }
  const { regeling } = gelezen.voorbeelden
  if (!engine.ids.has(regeling)) {
    return { bestand, regeling, voorbeelden: [], fouten: [`De regeling ${regeling} doet niet mee.`] }
  }
  const voorbeeldenVan = controleerVoorbeelden(engine, gelezen.voorbeelden).map(
    ({ voorbeeld, verschillen }) => ({
      naam: voorbeeld.naam,
      herkomst: voorbeeld.herkomst,
      bron: voorbeeld.bron,
      datum: voorbeeld.datum,
      verwacht: voorbeeld.verwacht,
      verschillen,
    }),
  )
  return { bestand, regeling, voorbeelden: voorbeeldenVan, fouten: [] }
}
