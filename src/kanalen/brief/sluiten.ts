import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readdir, rename, rm, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { codeVan } from '../../platform/index.ts'
import { type Sorteersleutel, sorteersleutel, vergelijk } from './adres.ts'
import { adresbladgegevens } from './adresblad.ts'
import { laatsteStapel, leesManifest, leesStuk, namenIn, stapelmap } from './mappen.ts'
import { magMee, sluitVraag, type Vraagnaam, vraagNaarStukken } from './nakijken.ts'
import type { Drukomgeving } from './stapel.ts'
import { hashVan, type Manifest, naamVan, type Stuk } from './stuk.ts'
import { leesAls, schrijfEnWacht, tenzijWeg, wachtOpMap } from './vast-schrijven.ts'

export type Sluiting =
  | {
      readonly soort: 'gesloten'
      readonly map: string
      readonly manifest: Manifest
      /** So many stay on the pile: nobody said in time whether they may still leave. */
      readonly blijven: number
    }
  | { readonly soort: 'leeg'; readonly blijven: number }
  /** A file is not what was laid down: nothing was closed. */
  | { readonly soort: 'beschadigd'; readonly bestand: string }
  | { readonly soort: 'geen-adresblad' }

interface Opgepakt {
  readonly naam: string
  readonly stuk: Stuk
  readonly inhoud: Buffer
  readonly sleutel: Sorteersleutel
}

/** Named limit: so often another process may be first before we stop. */
const POGINGEN = 10
/** What was half written this long ago is left over from a process that is gone. */
const RESTANT_MS = 3_600_000

/**
 * Closes what lies on the pile now. Everything is made under another name, and one rename makes it a batch: before it
 * there is none, after it there is a whole one. Two who close at once get different batches, and no letter goes twice.
 */
export async function sluitStapel(omgeving: Drukomgeving, geduldMs: number): Promise<Sluiting> {
  const { mappen } = omgeving
  const vraag = await vraagNaarStukken(mappen, geduldMs)
  try {
    return await sluitNu(omgeving, vraag)
  } finally {
    await sluitVraag(mappen, vraag)
  }
}

async function sluitNu(omgeving: Drukomgeving, vraag: Vraagnaam | undefined): Promise<Sluiting> {
  const { mappen } = omgeving
  for (let poging = 0; poging < POGINGEN; poging += 1) {
    // Read once: what another closes from here on takes the number that we want, and then we begin again.
    const laatste = await laatsteStapel(mappen)
    await rondAf(omgeving, laatste)
    const gepakt = await pakOp(omgeving, vraag)
    if (gepakt === 'bewogen') continue
    if ('soort' in gepakt) return gepakt
    const { opgepakt, blijven } = gepakt
    if (opgepakt.length === 0) return { soort: 'leeg', blijven }
    const bezig = join(mappen.gesloten, `.bezig-${randomBytes(6).toString('hex')}`)
    const manifest = await leg(omgeving, { opgepakt, nummer: laatste + 1, bezig })
    if (manifest === undefined) return { soort: 'geen-adresblad' }
    const map = stapelmap(mappen, manifest.nummer)
    if (!(await maakVast(bezig, map))) continue
    await wachtOpMap(mappen.gesloten)
    await rondAf(omgeving, manifest.nummer)
    return { soort: 'gesloten', map, manifest, blijven }
  }
  throw new Error(`${POGINGEN} keer was een ander eerder met het sluiten van de stapel`)
}

/** Takes the letters of a closed batch off the pile. What a process did not get to, the next one does. */
async function rondAf({ mappen }: Drukomgeving, nummer: number): Promise<void> {
  const manifest = nummer === 0 ? undefined : await leesManifest(mappen, nummer)
  for (const { zending, herdruk } of manifest?.stukken ?? []) {
    const naam = naamVan(zending, herdruk)
    await tenzijWeg(rename(join(mappen.open, `${naam}.json`), join(mappen.verwerkt, `${naam}.json`)))
    const stuk = await leesStuk(mappen.verwerkt, naam)
    if (stuk !== undefined) await tenzijWeg(unlink(join(mappen.open, stuk.bestand)))
  }
  await wachtOpMap(mappen.verwerkt)
  await ruimOp(mappen.open, (naam, er) => !naam.endsWith('.json') && !er.has(naam.split('.')[0]))
  await ruimOp(mappen.gesloten, (naam) => naam.startsWith('.bezig-'))
}

/** What somebody was writing when the power failed. How old it is, the disk says: its clock wrote all of these times. */
async function ruimOp(
  map: string,
  isRestant: (naam: string, beschreven: ReadonlySet<string | undefined>) => boolean,
): Promise<void> {
  const namen = await readdir(map)
  const er = new Set(namen.filter((naam) => naam.endsWith('.json')).map((naam) => naam.split('.')[0]))
  const laatst = await stat(map)
  for (const naam of namen.filter((een) => isRestant(een, er))) {
    const pad = join(map, naam)
    const oud = await tenzijWeg(stat(pad))
    if (oud !== undefined && laatst.mtimeMs - oud.mtimeMs > RESTANT_MS)
      await rm(pad, { recursive: true, force: true })
  }
}

async function pakOp(
  { mappen }: Drukomgeving,
  vraag: Vraagnaam | undefined,
): Promise<{ readonly opgepakt: readonly Opgepakt[]; readonly blijven: number } | 'bewogen' | Sluiting> {
  const opgepakt: Opgepakt[] = []
  let blijven = 0
  for (const naam of await namenIn(mappen.open)) {
    const stuk = await leesStuk(mappen.open, naam)
    // Laid down a second time by whoever had not seen that it was printed.
    if (stuk !== undefined && (await leesStuk(mappen.verwerkt, naam)) !== undefined) {
      await tenzijWeg(unlink(join(mappen.open, `${naam}.json`)))
      continue
    }
    if (stuk !== undefined && !(await magMee(mappen, naam, stuk, vraag))) {
      blijven += 1
      continue
    }
    const inhoud = stuk && (await leesAls(join(mappen.open, stuk.bestand)))
    if (stuk === undefined || inhoud === undefined) {
      if ((await leesStuk(mappen.open, naam)) === undefined) return 'bewogen'
      return { soort: 'beschadigd', bestand: stuk?.bestand ?? `${naam}.json` }
    }
    if (hashVan(inhoud) !== stuk.sha256) return { soort: 'beschadigd', bestand: stuk.bestand }
    opgepakt.push({ naam, stuk, inhoud, sleutel: sorteersleutel(stuk.adres) })
  }
  opgepakt.sort((a, b) => vergelijk(a.sleutel, b.sleutel) || (a.naam < b.naam ? -1 : 1))
  return { opgepakt, blijven }
}

async function leg(
  omgeving: Drukomgeving,
  {
    opgepakt,
    nummer,
    bezig,
  }: { readonly opgepakt: readonly Opgepakt[]; readonly nummer: number; readonly bezig: string },
): Promise<Manifest | undefined> {
  const { zet, woorden, nu } = omgeving
  const gesloten = nu()
  const stukken = opgepakt.map(({ stuk }, i) => {
    const { sha256, bladzijden, zending, vorm, taal, herdruk } = stuk
    const bestand = `${String(i + 1).padStart(5, '0')}-${vorm}.${stuk.bestand.split('.').at(-1)}`
    return {
      ...{ nummer: i + 1, bestand, sha256, bladzijden, zending, vorm, taal },
      ...(herdruk && { herdruk: herdruk.keer }),
    }
  })
  const bladzijden = stukken.reduce((som, stuk) => som + stuk.bladzijden, 0)
  const regels = opgepakt.map(({ stuk }) => stuk)
  const blad = await zet(
    'adresblad',
    adresbladgegevens({ nummer, gesloten, bladzijden, stukken: regels }, woorden.nl),
    gesloten,
  )
  if (blad.soort !== 'gezet') return undefined
  const manifest: Manifest = {
    versie: 1,
    nummer,
    gesloten: gesloten.toISOString(),
    volgorde: 'land, postcode, plaats',
    brieven: stukken.length,
    bladzijden,
    adresblad: { bestand: 'adresblad.pdf', sha256: hashVan(blad.pdf), bladzijden: blad.bladzijden },
    stukken,
  }
  await mkdir(bezig, { mode: 0o700 })
  const bestanden: readonly (readonly [string, string | Buffer])[] = [
    ...opgepakt.map(({ inhoud }, i) => [stukken[i]?.bestand ?? '', inhoud] as const),
    ['adresblad.pdf', blad.pdf],
    ['manifest.json', `${JSON.stringify(manifest, undefined, 2)}\n`],
  ]
  for (const [naam, inhoud] of bestanden) {
    await schrijfEnWacht(join(bezig, naam), inhoud)
    await chmod(join(bezig, naam), 0o400)
  }
  await wachtOpMap(bezig)
  return manifest
}

/** `false`: another batch has this name already. A directory with files in it is never overwritten by a rename. */
async function maakVast(bezig: string, map: string): Promise<boolean> {
  try {
    await rename(bezig, map)
    return true
  } catch (fout) {
    const bezet = await tenzijWeg(stat(map))
    if (bezet === undefined || !['EEXIST', 'ENOTEMPTY', 'EPERM', 'EACCES'].includes(codeVan(fout) ?? ''))
      throw fout
    await rm(bezig, { recursive: true, force: true })
    return false
  }
}
