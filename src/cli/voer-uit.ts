import { meldingVan, PlatformError } from '../platform/index.ts'
import type { Eindcode, Opdracht, Wereld } from './opdracht.ts'

/** Finds the command in what was typed and runs it; else says what can be typed. */
export async function voerOpdrachtUit(
  getypt: readonly string[],
  opdrachten: readonly Opdracht[],
  wereld: Wereld,
): Promise<Eindcode> {
  if (getypt.length === 0 || ['help', 'hulp', '--help', '-h'].includes(getypt[0] ?? '')) {
    wereld.uit(gebruik(opdrachten))
    return getypt.length === 0 ? 2 : 0
  }
  const opdracht = opdrachten.find(({ naam }) => naam.split(' ').every((woord, i) => getypt[i] === woord))
  if (opdracht === undefined) {
    // Half a name: only what goes on from there.
    const verder = opdrachten.filter(({ naam }) => naam.startsWith(`${getypt[0]} `))
    const watEr = gebruik(verder.length > 0 ? verder : opdrachten)
    wereld.fout(`Deze opdracht is er niet: ${getypt.slice(0, 2).join(' ')}\n\n${watEr}`)
    return 2
  }
  const argumenten = getypt.slice(opdracht.naam.split(' ').length)
  const nodig = opdracht.argumenten.filter((naam) => !naam.startsWith('[')).length
  if (argumenten.length < nodig || argumenten.length > opdracht.argumenten.length) {
    wereld.fout(`Zo gebruikt u deze opdracht:\n  ${regel(opdracht)}`)
    return 2
  }
  try {
    const { voerUit } = await opdracht.laad()
    return await voerUit(argumenten, wereld)
  } catch (fout) {
    if (!(fout instanceof PlatformError)) throw fout
    const fouten = fout.fouten.map(({ pointer, melding }) => `\n  ${pointer}: ${melding}`)
    wereld.fout(`${fout.publiek}\n${meldingVan(fout)}${fouten.join('')}`)
    return 1
  }
}

function gebruik(opdrachten: readonly Opdracht[]): string {
  const breedte = Math.max(0, ...opdrachten.map((opdracht) => regel(opdracht).length))
  const regels = opdrachten.map((opdracht) => `  ${regel(opdracht).padEnd(breedte)}  ${opdracht.uitleg}`)
  return ['Gebruik: npm run --silent voordeur -- <opdracht>', '', ...regels].join('\n')
}

function regel({ naam, argumenten }: Opdracht): string {
  return [naam, ...argumenten].join(' ')
}
