import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { onleesbaar } from './onleesbaar.ts'
import type { Wereld } from './opdracht.ts'

/** A setting in a file, with its secret out of the environment; `undefined`: it says what is wrong. */
export function leesInstelling(
  getypt: string,
  { werkmap, omgeving, fout }: Wereld,
  geenVoorwerp: string,
): { readonly invoer: object; readonly geheim?: string } | undefined {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(resolve(werkmap, getypt), 'utf8'))
  } catch (reden) {
    fout(reden instanceof SyntaxError ? `${getypt}: Dit is geen JSON.` : onleesbaar(getypt, reden))
    return undefined
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    fout(`${getypt}: ${geenVoorwerp}`)
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
