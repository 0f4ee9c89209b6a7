import { existsSync } from 'node:fs'
import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Terugbericht } from '../index.ts'
import { leesManifest, leesStuk, type Mappen, namenIn, stapelmap } from './mappen.ts'
import { type Drukomgeving, legNeer, type Neergelegd } from './stapel.ts'
import { hashVan, naamVan, type Stuk, terugvorm } from './stuk.ts'
import { leesAls, schrijfVast, tenzijWeg, wachtOpMap } from './vast-schrijven.ts'

export type Gevonden =
  | { readonly soort: 'gevonden'; readonly stuk: Stuk }
  | { readonly soort: 'onbekend' }
  /** More than one letter has this reference: somebody must say which. */
  | { readonly soort: 'meer'; readonly zendingen: readonly string[] }

/** Which printed letter has this number of a sending, control code or reference? The last print of it. */
export async function zoekBrief({ verwerkt }: Mappen, gezocht: string): Promise<Gevonden> {
  const gevonden = new Map<string, Stuk>()
  const wil = vergelijkbaar(gezocht)
  for (const naam of await namenIn(verwerkt)) {
    const stuk = await leesStuk(verwerkt, naam)
    if (stuk === undefined) continue
    const { zending, brief, herdruk } = stuk
    const namen = [zending, brief.controlecode?.code, brief.kenmerk]
    if (!namen.some((een) => een !== undefined && vergelijkbaar(een) === wil)) continue
    const eerder = gevonden.get(zending)
    if ((eerder?.herdruk?.keer ?? -1) < (herdruk?.keer ?? 0)) gevonden.set(zending, stuk)
  }
  const [eerste, ...rest] = gevonden.values()
  if (eerste === undefined) return { soort: 'onbekend' }
  return rest.length === 0
    ? { soort: 'gevonden', stuk: eerste }
    : { soort: 'meer', zendingen: [...gevonden.keys()].sort() }
}

/** As people type it: small or capital, with or without what parts it. */
function vergelijkbaar(tekst: string): string {
  return tekst.toUpperCase().replace(/[\s-]/g, '')
}

/** Lays a letter on the pile again, in the words of then and saying that it is a new print. */
export async function drukOpnieuw(omgeving: Drukomgeving, stuk: Stuk): Promise<Neergelegd> {
  const { zending, taal, vorm, adres, brief, kijk } = stuk
  const keer = (stuk.herdruk?.keer ?? 0) + 1
  const dag = /^\d{4}-\d{2}-\d{2}$/.test(brief.datum) ? brief.datum : stuk.gelegd.slice(0, 10)
  const van = stuk.herdruk?.van ?? dag
  return legNeer(omgeving, {
    ...{ zending, taal, vorm, adres, brief, herdruk: { keer, van } },
    ...(kijk !== undefined && { kijk }),
  })
}

/** A letter came back. `was-er-al`: this print of it had come back already. */
export async function meldRetour(
  { mappen, nu }: Pick<Drukomgeving, 'mappen' | 'nu'>,
  { zending, herdruk }: Stuk,
  reden: string | undefined,
): Promise<'gemeld' | 'was-er-al'> {
  const naam = `${naamVan(zending, herdruk?.keer)}.json`
  if ([mappen.retour, mappen.gemeld].some((map) => existsSync(join(map, naam)))) return 'was-er-al'
  const terug = { zending, ...(reden !== undefined && { reden }), op: nu().toISOString() }
  await schrijfVast(join(mappen.retour, naam), JSON.stringify(terug))
  return 'gemeld'
}

/** What came back and was not told yet, oldest first; the same until `bevestig` says that it was taken. */
export async function leesTerugberichten({
  retour,
}: Mappen): Promise<readonly { readonly naam: string; readonly bericht: Terugbericht }[]> {
  const uit: { naam: string; bericht: Terugbericht }[] = []
  for (const naam of await namenIn(retour)) {
    const tekst = await leesAls(join(retour, `${naam}.json`))
    if (tekst === undefined) continue
    const { zending, reden, op } = terugvorm.parse(JSON.parse(tekst.toString('utf8')))
    uit.push({
      naam,
      bericht: { zending, uitkomst: 'retour', ...(reden !== undefined && { reden }), op: new Date(op) },
    })
  }
  return uit.sort((a, b) => a.bericht.op.getTime() - b.bericht.op.getTime())
}

export async function bevestigTerugbericht({ retour, gemeld }: Mappen, naam: string): Promise<void> {
  await tenzijWeg(rename(join(retour, `${naam}.json`), join(gemeld, `${naam}.json`)))
  await wachtOpMap(gemeld)
}

/** Every file of a closed batch against its manifest; empty: it is as it was closed. `undefined`: there is none. */
export async function controleerStapel(
  mappen: Mappen,
  nummer: number,
): Promise<readonly { readonly bestand: string; readonly fout: 'weg' | 'anders' | 'te-veel' }[] | undefined> {
  const manifest = await leesManifest(mappen, nummer)
  if (manifest === undefined) return undefined
  const map = stapelmap(mappen, nummer)
  const fouten: { bestand: string; fout: 'weg' | 'anders' | 'te-veel' }[] = []
  const bekend = [manifest.adresblad, ...manifest.stukken]
  for (const { bestand, sha256 } of bekend) {
    const inhoud = await leesAls(join(map, bestand))
    if (inhoud === undefined) fouten.push({ bestand, fout: 'weg' })
    else if (hashVan(inhoud) !== sha256) fouten.push({ bestand, fout: 'anders' })
  }
  const namen = new Set(['manifest.json', ...bekend.map(({ bestand }) => bestand)])
  for (const bestand of await readdir(map)) if (!namen.has(bestand)) fouten.push({ bestand, fout: 'te-veel' })
  return fouten
}
