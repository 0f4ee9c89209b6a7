/**
 * `voordeur keten zet <bestand.json>`: with whom chain cases are exchanged. The file names no secret but says in
 * `geheim_uit` in which variable of the environment it stands. It says all of the connection; the secret may stay away
 * while the addresses are the same.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { metKoppelingen } from './ketenkoppelingen.ts'
import { onleesbaar } from './onleesbaar.ts'
import type { VoerUit, Wereld } from './opdracht.ts'

export const voerUit: VoerUit = async ([getypt = ''], wereld) => {
  const gelezen = lees(getypt, wereld)
  if (gelezen === undefined) return 2
  return metKoppelingen(wereld, async (koppelingen) => {
    const uitkomst = await koppelingen.bewaar(gelezen.invoer, gelezen.geheim)
    if (uitkomst.status === 'ingehaald') {
      wereld.fout('Een ander wijzigde deze koppeling intussen. Probeer het opnieuw.')
      return 1
    }
    if (uitkomst.status === 'ongeldig') {
      for (const { veld, waarom } of uitkomst.fouten) wereld.fout(`${veld}: ${waarom}`)
      return 1
    }
    wereld.uit(
      uitkomst.isAnders ? `Bewaard als versie ${uitkomst.versie}. Dit geldt meteen.` : 'Er is niets anders.',
    )
    return 0
  })
}

function lees(
  getypt: string,
  { werkmap, omgeving, fout }: Wereld,
): { readonly invoer: object; readonly geheim?: string } | undefined {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(resolve(werkmap, getypt), 'utf8'))
  } catch (reden) {
    fout(reden instanceof SyntaxError ? `${getypt}: Dit is geen JSON.` : onleesbaar(getypt, reden))
    return undefined
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    fout(`${getypt}: Hier hoort één koppeling te staan, tussen { en }.`)
    return undefined
  }
  const { geheim_uit: uit, ...invoer } = json as { readonly geheim_uit?: unknown }
  if (uit === undefined) return { invoer }
  const geheim = typeof uit === 'string' && /^[A-Z][A-Z0-9_]*$/.test(uit) ? omgeving[uit]?.trim() : undefined
  if (!geheim) {
    fout('geheim_uit noemt een omgevingsvariabele in hoofdletters waarin het geheim staat.')
    return undefined
  }
  return { invoer, geheim }
}
