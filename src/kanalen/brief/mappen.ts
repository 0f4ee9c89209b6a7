import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { maakMap } from '../../platform/index.ts'
import { type Manifest, manifestvorm, type Stuk, stukvorm } from './stuk.ts'
import { leesAls } from './vast-schrijven.ts'

/**
 * Where letters lie. `open`: to be printed. `gesloten/000001`: a closed batch, which never changes. `verwerkt`: what each
 * letter of a closed batch said, to print it again. `retour`: what came back and was not told yet; `gemeld`: was told.
 */
export interface Mappen {
  readonly open: string
  readonly gesloten: string
  readonly verwerkt: string
  readonly retour: string
  readonly gemeld: string
  /** What was asked and answered before closing (nakijken.ts). */
  readonly gezien: string
}

export function mappenIn(map: string): Mappen {
  const [open = '', gesloten = '', verwerkt = '', retour = '', gemeld = '', gezien = ''] = [
    'open',
    'gesloten',
    'verwerkt',
    'retour',
    'gemeld',
    'gezien',
  ].map((naam) => join(map, naam))
  return { open, gesloten, verwerkt, retour, gemeld, gezien }
}

export function maakMappen(mappen: Mappen): void {
  for (const map of Object.values(mappen)) maakMap(map, 0o700)
}

/** Named limit: six digits, so that names sort as numbers do. */
export function stapelmap({ gesloten }: Mappen, nummer: number): string {
  return join(gesloten, String(nummer).padStart(6, '0'))
}

/** The number of the last closed batch; 0 before the first. */
export async function laatsteStapel({ gesloten }: Mappen): Promise<number> {
  const nummers = (await readdir(gesloten)).filter((naam) => /^\d{6}$/.test(naam)).map(Number)
  return Math.max(0, ...nummers)
}

export async function leesManifest(mappen: Mappen, nummer: number): Promise<Manifest | undefined> {
  const tekst = await leesAls(join(stapelmap(mappen, nummer), 'manifest.json'))
  return tekst === undefined ? undefined : manifestvorm.parse(JSON.parse(tekst.toString('utf8')))
}

export async function leesStuk(map: string, naam: string): Promise<Stuk | undefined> {
  const tekst = await leesAls(join(map, `${naam}.json`))
  return tekst === undefined ? undefined : stukvorm.parse(JSON.parse(tekst.toString('utf8')))
}

/** Names without their `.json`, in order; files that were being written when something fell over do not count. */
export async function namenIn(map: string): Promise<readonly string[]> {
  return (await readdir(map))
    .filter((naam) => /^[0-9a-f]{32}(-\d+)?\.json$/.test(naam))
    .map((naam) => naam.slice(0, -'.json'.length))
    .sort()
}
