/** `npm run proef -- <naam>`: proofs at full size; what came out is added to bench/proeven.json with date and commit. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afzenderproef } from './afzender.ts'
import { berichtenproef } from './berichten.ts'
import { bevolkingsproef } from './bevolking.ts'
import { kanalenproef } from './kanalenproef.ts'
import { lijnenproef } from './lijnen.ts'
import { rijproef } from './lijnenproef.ts'
import { geschiedenissen, loketproef } from './loketproef.ts'
import type { Meting } from './meet.ts'
import {
  bewijs,
  intrekken,
  metBlijvendeDatabank,
  metDuurzameDatabank,
  omgevallen,
  rijen,
} from './personen.ts'
import { proactiefproef } from './proactiefproef.ts'
import { vragen } from './vragen.ts'

const proeven: Readonly<Record<string, () => Meting[] | Promise<Meting[] | undefined>>> = {
  /** With 1,000 households; the margin of error stands beside the figure. */
  vragen: () => vragen(1000),
  /** Each of 100,000 lines of evidence once changed or removed. */
  bewijs: () => bewijs(100_000),
  /** 10,000 populations, seen without context. */
  rijen: () => rijen(10_000),
  /** 100,000 orders in which a mandate is given, taken back and used. */
  intrekken: () => intrekken(100_000),
  /** 200 logins and 200 reports of a wrong datum, while the server is killed again and again. */
  omvallen: () => omgevallen(200, 20),
  /** 100,000 names that imitate one of the register, and a million codes that nobody gave out. */
  afzenders: () => afzenderproef(100_000, 1_000_000),
  /** A million messages about cases that change meanwhile, while the server that takes them is killed 20 times. */
  berichten: () =>
    metDuurzameDatabank((databaseUrl) => berichtenproef({ aantal: 1_000_000, keren: 20, databaseUrl })),
  /** 20,000 messages to 500 people, while the server that sends them and its database are killed 60 times. */
  kanalen: () =>
    metDuurzameDatabank((databaseUrl) =>
      kanalenproef({ aantal: 20_000, mensen: 500, keren: 60, databank: 'kill', databaseUrl }),
    ),
  /** 100,000 random households at eight places: every scheme by every back-end, to the cent. */
  bevolking: () => bevolkingsproef(100_000),
  /**
   * 30,000 commands in 10 queues on two nodes, while these and their database are killed 40 times. Then two million calls
   * each: one queue, a lane, teams of their own, people who hang up, and a lane above its cap.
   */
  lijnen: async () => [
    ...(await metDuurzameDatabank((databaseUrl) =>
      rijproef({ aantal: 30_000, pools: 10, keren: 40, databank: 'kill', databaseUrl }),
    )),
    ...(await lijnenproef(2_000_000)),
  ],
  /**
   * Ten minutes by the clock: 6,000 people to whom things happen, 50 a second, with 10,000 times the same and a flood about
   * one, while one of the two nodes that tell them is killed every few seconds, and now and then the database.
   */
  proactief: () => {
    let isGestopt = false
    // Ctrl-C: it stops where it is, and goes on from there the next time; pressed again it ends at once.
    process.once('SIGINT', () => {
      isGestopt = true
    })
    return metBlijvendeDatabank('proactief', (databaseUrl) =>
      proactiefproef({
        ...{ mensen: 6_000, dubbel: 10_000, vloed: 5_000, databank: 'kill', databaseUrl },
        tijd: { duurMs: 600_000, perSeconde: 50, doodMs: [1_500, 4_500] },
        moetStoppen: () => isGestopt,
      }),
    )
  },
  /** Histories of 10,000 commands; and 10,000 commands in 40 cases on two nodes, while these and their database are killed 40 times. */
  loket: async () => [
    ...geschiedenissen(2, 10_000),
    ...(await metDuurzameDatabank((databaseUrl) =>
      loketproef({ aantal: 10_000, zaken: 40, keren: 40, databank: 'kill', databaseUrl }),
    )),
  ],
}

const naam = process.argv[2] ?? ''
const proef = Object.hasOwn(proeven, naam) ? proeven[naam] : undefined
if (!proef) {
  process.stderr.write(`Kies een proef: ${Object.keys(proeven).join(', ')}.\n`)
  process.exit(2)
}
const metingen = await proef()
if (metingen === undefined) {
  process.stderr.write('Gestopt voor het eind. Dezelfde opdracht gaat straks verder waar het bleef.\n')
  process.exit(130)
}
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
const pad = join(import.meta.dirname, 'proeven.json')
const eerder: unknown[] = existsSync(pad) ? (JSON.parse(readFileSync(pad, 'utf8')) as unknown[]) : [] // written below
writeFileSync(
  pad,
  `${JSON.stringify([...eerder, { proef: naam, op: new Date().toISOString().slice(0, 10), commit, metingen }], null, 2)}\n`,
)
for (const m of metingen) process.stdout.write(`${m.naam}  ${m.waarde} ${m.eenheid}  ${m.verhouding ?? ''}\n`)
