import { posix } from 'node:path'
import { magAdapter, magImporteren, onderdelen } from './importtabel.ts'

/** Path from the root of the repository (`src/web/routes.ts`) to its text. */
export type Bronnen = ReadonlyMap<string, string>

export interface Importregel {
  readonly van: string
  readonly naar: string
}

/** Relative imports, of values and of types. Comments do not count. */
export function findImports(bronnen: Bronnen): Importregel[] {
  return [...bronnen].flatMap(([van, tekst]) =>
    [...zonderCommentaar(tekst).matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()'(\.[^']+)'/g)].map(
      ([, pad]) => ({
        van,
        naar: posix.join(posix.dirname(van), pad ?? ''),
      }),
    ),
  )
}

export function zonderCommentaar(tekst: string): string {
  return tekst.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

/** Everything in `src` that goes against the table or past a front door. */
export function findOvertredingen(bronnen: Bronnen): string[] {
  const modules = new Set([...bronnen.keys()].map(moduleVan))
  const onbekend = [...modules].filter((module) => magImporteren(module) === undefined)
  const imports = findImports(bronnen).filter(({ van }) => !van.endsWith('.test.ts'))
  return [
    ...onbekend.map((module) => `src/${module} staat niet in het plan van het huis`),
    ...imports.flatMap((regel) => {
      const bezwaar = bezwaarTegen(regel)
      return bezwaar === undefined ? [] : [`${regel.van} → ${regel.naar}: ${bezwaar}`]
    }),
  ]
}

/** Files that import each other in a circle, each circle once. */
export function findKringen(bronnen: Bronnen): string[] {
  const naar = Map.groupBy(findImports(bronnen), ({ van }) => van)
  const kringen: string[] = []
  const klaar = new Set<string>()
  const bezoek = (bestand: string, weg: readonly string[]): void => {
    const begin = weg.indexOf(bestand)
    if (begin >= 0) kringen.push([...weg.slice(begin), bestand].join(' → '))
    if (begin >= 0 || klaar.has(bestand)) return
    for (const regel of naar.get(bestand) ?? []) bezoek(regel.naar, [...weg, bestand])
    klaar.add(bestand)
  }
  for (const bestand of bronnen.keys()) bezoek(bestand, [])
  return kringen
}

/** `src/web/ui/balk.ts` is in `web`; `src/app.ts` is its own. */
export function moduleVan(pad: string): string {
  return pad.split('/')[1] ?? ''
}

function bezwaarTegen({ van, naar }: Importregel): string | undefined {
  const [vanModule, naarModule] = [moduleVan(van), moduleVan(naar)]
  if (!naar.startsWith('src/')) return 'ligt buiten src'
  const adapter = isAdapter(van)
  if (vanModule === naarModule) {
    if (adapter && !isZelfdeAdapter(van, naar) && isAdapter(naar)) return 'adapters kennen elkaar niet'
    return !adapter && naar === `src/${naarModule}/index.ts` ? 'de voordeur van binnenuit' : undefined
  }
  const mag = adapter ? magAdapter(vanModule, van.split('/')[2]) : magImporteren(vanModule)
  if (mag === undefined || mag.includes('*')) return undefined
  if (!mag.includes(naarModule)) return `${vanModule} mag ${naarModule} niet gebruiken`
  const isOnderdeel = (onderdelen as readonly string[]).includes(naarModule)
  // The store makes the ports of a feature true; those stand beside the front door.
  if (vanModule === 'store' && naar.endsWith('-store.ts')) return undefined
  return isOnderdeel && naar !== `src/${naarModule}/index.ts`
    ? 'alleen door de voordeur (index.ts)'
    : undefined
}

function isAdapter(pad: string): boolean {
  return (onderdelen as readonly string[]).includes(moduleVan(pad)) && pad.split('/').length > 3
}

function isZelfdeAdapter(een: string, ander: string): boolean {
  return een.split('/')[2] === ander.split('/')[2]
}
