import { writeFileSync } from 'node:fs'
import { startBank } from './bank.ts'

/** `main.ts [poort] [bestand]`: starts the bench, and writes the environment file for newman. Stops on a signal. */
const [poort = '8000', bestand] = process.argv.slice(2)
const nummer = /^\d{1,5}$/.test(poort) && Number(poort) < 65_536 ? Number(poort) : undefined
if (nummer === undefined) stop(`${poort} is geen poort. Geef een getal van 0 tot en met 65535.`)
const bank = await startBank(nummer).catch((fout: NodeJS.ErrnoException) =>
  stop(
    fout.code === 'EADDRINUSE'
      ? `Op poort ${poort} luistert al een ander programma. Kies een andere.`
      : `Luisteren op poort ${poort} kan hier niet (${fout.code}).`,
  ),
)
if (bestand !== undefined) writeFileSync(bestand, JSON.stringify(bank.omgeving, undefined, 2))
console.log(
  `Alle componenten op http://127.0.0.1:${bank.poort}${bestand === undefined ? '' : `; omgeving in ${bestand}`}`,
)
for (const teken of ['SIGINT', 'SIGTERM'] as const) process.once(teken, () => void bank.sluit())

function stop(waarom: string): never {
  console.error(waarom)
  process.exit(2)
}
