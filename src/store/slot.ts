import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wacht } from 'node:timers/promises'
import { codeVan, maakMap, PlatformError } from '../platform/index.ts'

/** Named limits. Making a cluster takes about a second, a start after a crash some seconds. */
const maxWachtMs = 60_000
const tussenpozeMs = 50

/** One process at a time starts or stops the database of a data directory. */
export async function metSlot<T>(pad: string, fn: () => Promise<T>): Promise<T> {
  const begonnen = performance.now()
  while (!neem(pad)) {
    if (performance.now() - begonnen > maxWachtMs) {
      throw new PlatformError('databank-start-mislukt', {
        detail: `Een ander proces is al ${maxWachtMs / 1000} seconden bezig met deze map. Loopt er niets, verwijder dan ${pad}.`,
      })
    }
    await wacht(tussenpozeMs)
  }
  try {
    return await fn()
  } finally {
    rmSync(pad, { force: true })
  }
}

/** Who uses the embedded database: one file per process. The last one to leave stops it. */
export function meldAan(gebruikers: string): void {
  maakMap(gebruikers)
  closeSync(openSync(join(gebruikers, String(process.pid)), 'w'))
}

/** Takes ourselves off, and answers whether nobody is left. Files of processes that were killed are swept up. */
export function meldAf(gebruikers: string): boolean {
  rmSync(join(gebruikers, String(process.pid)), { force: true })
  // Somebody threw the whole directory away: nobody is left to spare.
  if (!existsSync(gebruikers)) return true
  let anderen = 0
  for (const naam of readdirSync(gebruikers)) {
    if (isLevend(Number(naam))) anderen++
    else rmSync(join(gebruikers, naam), { force: true })
  }
  return anderen === 0
}

export function isLevend(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (fout) {
    // EPERM: it is there, but of somebody else.
    return codeVan(fout) === 'EPERM'
  }
}

function neem(pad: string): boolean {
  try {
    maakMap(dirname(pad))
    const bestand = openSync(pad, 'wx')
    writeSync(bestand, String(process.pid))
    closeSync(bestand)
    return true
  } catch (fout) {
    if (codeVan(fout) !== 'EEXIST') throw fout
    ruimOp(pad)
    return false
  }
}

// A holder that was killed leaves its file behind. Ours with our own number is an older process that had it.
function ruimOp(pad: string): void {
  let houder = ''
  try {
    houder = readFileSync(pad, 'utf8')
  } catch {
    return // Just released.
  }
  if (houder !== '' && !isLevend(Number(houder))) rmSync(pad, { force: true })
}
