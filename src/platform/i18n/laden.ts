import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { meldingVan, PlatformError } from '../errors.ts'
import { type Taal, talen } from './taalvormen.ts'
import { type Berichten, controleerTeksten, vlakTeksten } from './teksten.ts'

type Teksten = Readonly<Record<Taal, Berichten>>

/** What ships with the program does not change while it runs, so a directory is read once. */
const gelezen = new Map<string, Teksten>()

/**
 * Reads `<map>/<taal>/*.yaml`; the name of the file is the first part of each key.
 * Throws once, with every fault named, so that a text can never be missing on a page.
 */
export function loadTeksten(map: string): Teksten {
  const eerder = gelezen.get(resolve(map))
  if (eerder !== undefined) return eerder
  const teksten = lees(map)
  gelezen.set(resolve(map), teksten)
  return teksten
}

function lees(map: string): Teksten {
  const fouten: string[] = []
  const [nl, en, pap] = talen.map((taal) => leesTaal(join(map, taal), fouten))
  if (nl === undefined || en === undefined || pap === undefined) throw new Error('een taal ontbreekt')
  const teksten = { nl, en, pap }
  fouten.push(...controleerTeksten(teksten))
  if (fouten.length > 0)
    throw new PlatformError('corpus-ongeldig', { detail: `${map}: ${fouten.join('; ')}` })
  return teksten
}

function leesTaal(map: string, fouten: string[]): Berichten {
  const berichten = new Map<string, string>()
  try {
    for (const bestand of readdirSync(map)
      .filter((naam) => naam.endsWith('.yaml'))
      .sort()) {
      const boom: unknown = parse(readFileSync(join(map, bestand), 'utf8'))
      for (const [sleutel, tekst] of vlakTeksten(bestand.slice(0, -'.yaml'.length), boom))
        berichten.set(sleutel, tekst)
    }
  } catch (fout) {
    fouten.push(`${map}: ${meldingVan(fout)}`)
  }
  return berichten
}
