import { writeFileSync } from 'node:fs'
import { startBank } from './bank.ts'

/** `main.ts [poort] [bestand]`: starts the bench, and writes the environment file for newman. Stops on a signal. */
const [poort = '8000', bestand] = process.argv.slice(2)
const bank = await startBank(Number(poort))
if (bestand !== undefined) writeFileSync(bestand, JSON.stringify(bank.omgeving, undefined, 2))
console.log(
  `Alle componenten op http://127.0.0.1:${bank.poort}${bestand === undefined ? '' : `; omgeving in ${bestand}`}`,
)
for (const teken of ['SIGINT', 'SIGTERM'] as const) process.once(teken, () => void bank.sluit())
