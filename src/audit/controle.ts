import { type Anker, hashVanAnker, isOndertekend } from './anker.ts'
import type { BewijsLezer, Keten } from './bewijs-store.ts'
import { type Bewijsregel, beginHash, hashVanInhoud, hashVanRegel, openInhoud } from './bewijsregel.ts'
import { leesCodes } from './inzage.ts'
import { merkleWortel } from './merkle.ts'
import type { Sleutelring } from './sleutelring.ts'

export type Bevinding =
  | 'regel-gewijzigd'
  | 'regel-ontbreekt'
  | 'regels-verwisseld'
  | 'einde-klopt-niet'
  | 'inhoud-gewijzigd'
  | 'inhoud-ontbreekt'
  | 'inhoud-te-veel'
  | 'te-vroeg-gewist'
  | 'anker-gewijzigd'
  | 'anker-ontbreekt'
  | 'anker-zonder-handtekening'
  | 'anker-wortel-klopt-niet'

/** What is wrong and where. */
export interface Afwijking {
  readonly wat: Bevinding
  readonly onderwerp: string
  readonly volgnummer: number
}

export interface Controleverslag {
  readonly onderwerpen: number
  readonly regels: number
  readonly ankers: number
  /** Erased payloads per retention rule: these are in order. */
  readonly gewist: ReadonlyMap<string, number>
  readonly afwijkingen: readonly Afwijking[]
}

/** Reads everything again and says of each line whether it is what was written. Changes nothing. */
export async function controleerBewijs(lezer: BewijsLezer, ring: Sleutelring): Promise<Controleverslag> {
  const afwijkingen: Afwijking[] = []
  const gewist = new Map<string, number>()
  const onderwerpen = await lezer.onderwerpen()
  let regels = 0
  for (const onderwerp of onderwerpen) {
    const keten = await lezer.keten(onderwerp)
    regels += keten.regels.length
    const meld = (wat: Bevinding, volgnummer: number) => afwijkingen.push({ wat, onderwerp, volgnummer })
    controleerKeten(keten, meld)
    controleerInhouden(keten, { ring, onderwerp, gewist, meld })
  }
  const ankers = await lezer.ankers()
  await controleerAnkers(lezer, ankers, ring, afwijkingen)
  return { onderwerpen: onderwerpen.length, regels, ankers: ankers.length, gewist, afwijkingen }
}

/** Named limit. */
const maxVerwisseld = 200

type Meld = (wat: Bevinding, volgnummer: number) => void

/**
 * Each line must be what its hash says, hold the hash of the line before, be what its anchor holds, and the numbers
 * run from 1 to the end without a gap. Each fault is told once, at the line where it lies.
 */
export function controleerKeten(keten: Keten, meld: Meld): void {
  const { regels, kop, bladen } = keten
  const kapot = new Set<number>()
  const perNummer = new Map(regels.map((regel) => [regel.volgnummer, regel]))
  for (const regel of regels) if (!hashVanRegel(regel).equals(regel.hash)) kapot.add(regel.volgnummer)
  const verwisseld = verwisseldeVan(regels, kapot)
  for (const nummer of kapot) meld(verwisseld.has(nummer) ? 'regels-verwisseld' : 'regel-gewijzigd', nummer)

  const laatste = laatsteVan(keten)
  for (let nummer = 1; nummer <= laatste; nummer++) {
    const regel = perNummer.get(nummer)
    if (regel === undefined) {
      meld('regel-ontbreekt', nummer)
      continue
    }
    if (kapot.has(nummer)) continue
    const blad = bladen.get(nummer)
    if (blad !== undefined && !blad.equals(regel.hash)) {
      // Written anew, hash and all. Later lines then hang on the new one: they are told apart by their own leaves.
      meld('regel-gewijzigd', nummer)
      kapot.add(nummer)
      continue
    }
    const vorige = nummer === 1 ? beginHash : perNummer.get(nummer - 1)?.hash
    // With a sound hash of its own, this line still remembers what stood before it.
    if (vorige !== undefined && !vorige.equals(regel.vorige) && !kapot.has(nummer - 1))
      meld('regel-gewijzigd', Math.max(1, nummer - 1))
  }
  const einde = perNummer.get(kop?.volgnummer ?? 0)
  if (regels.length > 0 && (kop === undefined || kop.volgnummer < (regels.at(-1)?.volgnummer ?? 0)))
    meld('einde-klopt-niet', regels.at(-1)?.volgnummer ?? 0)
  else if (
    einde !== undefined &&
    kop !== undefined &&
    !kapot.has(kop.volgnummer) &&
    !einde.hash.equals(kop.hash)
  )
    meld('einde-klopt-niet', kop.volgnummer)
}

/** Lines whose hash is right again when they stand at the number of another broken line. */
function verwisseldeVan(regels: readonly Bewijsregel[], kapot: ReadonlySet<number>): Set<number> {
  const gevonden = new Set<number>()
  // Each is tried against each: with very many the word for what happened no longer matters.
  if (kapot.size > maxVerwisseld) return gevonden
  for (const regel of regels) {
    if (!kapot.has(regel.volgnummer)) continue
    const past = [...kapot].some((volgnummer) => hashVanRegel({ ...regel, volgnummer }).equals(regel.hash))
    if (past) gevonden.add(regel.volgnummer)
  }
  return gevonden
}

interface InhoudControle {
  readonly ring: Sleutelring
  readonly onderwerp: string
  readonly gewist: Map<string, number>
  readonly meld: Meld
}

function controleerInhouden(keten: Keten, { ring, onderwerp, gewist, meld }: InhoudControle): void {
  const { regels, inhouden } = keten
  const regelVan = wisregels(regels)
  const bekend = new Set<number>()
  for (const { volgnummer, inhoudHash, tijd } of regels) {
    const inhoud = inhouden.get(volgnummer)
    bekend.add(volgnummer)
    if (inhoudHash === undefined) {
      if (inhoud !== undefined) meld('inhoud-te-veel', volgnummer)
      continue
    }
    const wissing = regelVan.get(volgnummer)
    if (inhoud === undefined) {
      if (wissing === undefined) meld('inhoud-ontbreekt', volgnummer)
      else if (tijd.toISOString() >= wissing.grens) meld('te-vroeg-gewist', volgnummer)
      else gewist.set(wissing.regel, (gewist.get(wissing.regel) ?? 0) + 1)
    } else if (wissing !== undefined) {
      meld('inhoud-te-veel', volgnummer)
    } else {
      const tekst = probeer(() => openInhoud(ring, onderwerp, inhoud))
      if (tekst === undefined || !hashVanInhoud(inhoud.zout, tekst).equals(inhoudHash))
        meld('inhoud-gewijzigd', volgnummer)
    }
  }
  // Beside a line that is gone the line itself was told already.
  const laatste = laatsteVan(keten)
  for (const volgnummer of inhouden.keys())
    if (!bekend.has(volgnummer) && volgnummer > laatste) meld('inhoud-te-veel', volgnummer)
}

/** How far the chain must run, by whatever remembers it. */
function laatsteVan({ regels, kop, bladen }: Keten): number {
  let laatste = Math.max(regels.at(-1)?.volgnummer ?? 0, kop?.volgnummer ?? 0)
  for (const nummer of bladen.keys()) laatste = Math.max(laatste, nummer)
  return laatste
}

interface Wissing {
  readonly regel: string
  /** What was recorded before this moment was old enough. */
  readonly grens: string
}

/** Which numbers were erased, and under which rule, by the lines that say so. */
function wisregels(regels: readonly Bewijsregel[]): Map<number, Wissing> {
  const gevonden = new Map<number, Wissing>()
  for (const { soort, codes } of regels) {
    if (soort !== 'gewist') continue
    const { regel = '', grens = '', nummers = '' } = probeer(() => leesCodes(codes)) ?? {}
    for (const nummer of nummers.split(',')) gevonden.set(Number(nummer), { regel, grens })
  }
  return gevonden
}

async function controleerAnkers(
  lezer: BewijsLezer,
  ankers: readonly Anker[],
  ring: Sleutelring,
  afwijkingen: Afwijking[],
): Promise<void> {
  let vorige: Buffer = Buffer.alloc(32)
  let verwacht = 1
  for (const anker of ankers) {
    const meld = (wat: Bevinding, volgnummer = anker.nummer) =>
      afwijkingen.push({ wat, onderwerp: 'ankers', volgnummer })
    for (; verwacht < anker.nummer; verwacht++) meld('anker-ontbreekt', verwacht)
    const isGat = anker.nummer > 1 && !ankers.some(({ nummer }) => nummer === anker.nummer - 1)
    if (!hashVanAnker(anker).equals(anker.hash) || (!isGat && !anker.vorige.equals(vorige)))
      meld('anker-gewijzigd')
    else if (!isOndertekend(ring, anker)) meld('anker-zonder-handtekening')
    const bladen = await lezer.bladen(anker.nummer)
    if (bladen.length !== anker.aantal || !merkleWortel(bladen.map(({ hash }) => hash)).equals(anker.wortel))
      meld('anker-wortel-klopt-niet')
    vorige = anker.hash
    verwacht = anker.nummer + 1
  }
}

function probeer<T>(fn: () => T): T | undefined {
  try {
    return fn()
  } catch {
    // A seal that does not open, or codes that are no JSON: the caller reports it as changed.
    return undefined
  }
}
