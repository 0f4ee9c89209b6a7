import { readFileSync } from 'node:fs'
import { meldingVan, PlatformError } from '../platform/index.ts'

/** Tokens for light, and in this media query for dark. Nothing that could change what a page says or hide it. */
const DONKER = /@media\s*\(prefers-color-scheme:\s*dark\)\s*\{\s*(:root\s*\{[^{}]*\})\s*\}/g
const WORTEL = /:root\s*\{([^{}]*)\}/g
const TOKEN = /^--(?:vd|utrecht)-[a-z0-9-]+\s*:\s*[^;{}<@]+$/
/** An address in a token would let a browser ask another party for something. */
const ADRES = /url\s*\(|https?:/i

/**
 * Checks the theme of an organisation: a style sheet that only gives tokens (`--vd-…`, `--utrecht-…`) a value,
 * in `:root { … }` and, for dark, in `@media (prefers-color-scheme: dark) { :root { … } }`.
 * @returns the same path, for `webAssets`.
 * @throws PlatformError `configuratie-ongeldig` that names each line which is something else.
 */
export function leesThema(pad: string): string {
  const fouten = keurThema(lees(pad))
  if (fouten.length === 0) return pad
  throw new PlatformError('configuratie-ongeldig', {
    detail: `VOORDEUR_THEMA: in ${pad} mogen alleen tokens staan. Dit hoort er niet: ${fouten.join('; ')}`,
  })
}

/** What stands in a theme and does not belong there; empty when all is well. */
export function keurThema(css: string): readonly string[] {
  const zonder = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(DONKER, '$1')
  const blokken = [...zonder.matchAll(WORTEL)].map(([, inhoud = '']) => inhoud)
  const regels = blokken.flatMap((blok) => blok.split(';').map((regel) => regel.trim()))
  const rest = zonder.replace(WORTEL, '').trim()
  return [
    ...(rest === '' ? [] : [kort(rest)]),
    ...regels.filter((regel) => regel !== '' && (!TOKEN.test(regel) || ADRES.test(regel))).map(kort),
  ]
}

function lees(pad: string): string {
  try {
    return readFileSync(pad, 'utf8')
  } catch (fout) {
    throw new PlatformError('configuratie-ongeldig', {
      detail: `VOORDEUR_THEMA: ${pad} is niet te lezen (${meldingVan(fout)}).`,
      cause: fout,
    })
  }
}

function kort(tekst: string): string {
  return tekst.length > 60 ? `${tekst.slice(0, 60)}…` : tekst
}
