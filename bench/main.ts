/** `npm run bench [naam]`: measures, prints a table, and keeps what it found in bench/uitkomst.json. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afzender } from './afzender.ts'
import { bevolking } from './bevolking.ts'
import { inwoner } from './inwoner.ts'
import { kanalen } from './kanalen.ts'
import { kanalenSamen } from './kanalen-samen.ts'
import { laden } from './laden.ts'
import { lijnenOpzetten } from './lijnen-opzetten.ts'
import { lijnenRij } from './lijnen-rij.ts'
import { loket } from './loket.ts'
import type { Meting } from './meet.ts'
import { ontvangst } from './ontvangst.ts'
import { bewijs } from './personen.ts'
import { portaal } from './portaal.ts'
import { proactief } from './proactief.ts'
import { regels } from './regels.ts'
import { vragen } from './vragen.ts'
import { zaken } from './zaken.ts'

/** At the size of a coffee break; `npm run proef -- vragen` does more. */
const HUISHOUDENS = 60

const metingen: Readonly<Record<string, () => Meting[] | Promise<Meting[]>>> = {
  regels,
  corpus: laden,
  bewijs: () => bewijs(1_000),
  vragen: () => vragen(HUISHOUDENS),
  portaal,
  inwoner,
  zaken,
  kanalen,
  lijnen: async () => [...(await lijnenOpzetten()), ...(await lijnenRij())],
  loket: () => loket(),
  afzender,
  ontvangst,
  samen: () => kanalenSamen(),
  bevolking,
  proactief: () => proactief(),
}

const gevraagd = process.argv[2]
/** Figures about the channels that are measured by themselves. */
const apart: Readonly<Record<string, string>> = { ontvangst: 'kanalen.ontvangst', samen: 'kanalen.samen' }
const isApart = Object.values(apart).some((begin) => gevraagd?.startsWith(begin))
const isGevraagd = (naam: string): boolean => {
  if (gevraagd === undefined || gevraagd === naam) return true
  const begin = apart[naam]
  if (begin !== undefined) return gevraagd === 'kanalen' || gevraagd.startsWith(begin)
  return gevraagd.split('.')[0] === naam && !(naam === 'kanalen' && isApart)
}
const namen = Object.keys(metingen).filter(isGevraagd)
if (namen.length === 0) {
  process.stderr.write(`Er is geen meting «${gevraagd}». Kies uit: ${Object.keys(metingen).join(', ')}.\n`)
  process.exit(2)
}
const uit: Meting[] = []
for (const naam of namen) uit.push(...((await metingen[naam]?.()) ?? []))
toon(uit)
bewaar(uit)

function toon(rijen: readonly Meting[]): void {
  const cellen = rijen.map((m) => [
    m.naam,
    `${m.waarde} ${m.eenheid}`,
    oordeel(m),
    m.verhouding === undefined ? '' : `${m.verhouding} × ${m.tegen}`,
  ])
  const breedte = [0, 1, 2].map((i) => Math.max(...cellen.map((c) => c[i]?.length ?? 0)))
  for (const c of cellen)
    process.stdout.write(
      `${c
        .map((t, i) => t.padEnd(breedte[i] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    )
}

function oordeel({ waarde, grens, minstens }: Meting): string {
  if (grens !== undefined) return `${waarde <= grens ? 'binnen' : 'BOVEN'} ${grens}`
  if (minstens !== undefined) return `${waarde >= minstens ? 'gehaald:' : 'ONDER'} ${minstens}`
  return ''
}

/** Measurements of this run replace those of the same name. */
function bewaar(rijen: readonly Meting[]): void {
  const pad = join(import.meta.dirname, 'uitkomst.json')
  let oud: Meting[] = []
  try {
    oud = JSON.parse(readFileSync(pad, 'utf8')) as Meting[] // written by this function
  } catch (fout) {
    if (!(fout instanceof Error && 'code' in fout && fout.code === 'ENOENT')) throw fout
  }
  const samen = [...oud.filter((o) => !rijen.some((r) => r.naam === o.naam)), ...rijen]
  writeFileSync(pad, `${JSON.stringify(samen, null, 2)}\n`)
}
