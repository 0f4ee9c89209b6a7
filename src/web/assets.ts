import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Assets, loadAssets } from '../platform/http/index.ts'

const hier = import.meta.dirname
const vanPakket = createRequire(import.meta.url).resolve
const lettertype = vanPakket(
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
)

/** Components of NL Design System; their colours and sizes come from the tokens of the theme. */
const COMPONENTEN = [
  'document',
  'skip-link',
  'button',
  'form-field',
  'form-label',
  'form-field-error-message',
  'textbox',
  'radio-button',
  'alert',
  'table',
] as const

/** In the sheet of every page, in this order; the other sheets of the theme are named by the pages that need them. */
const OVERAL = ['basis.css', 'onderdelen.css', 'invoer.css'] as const

/**
 * Everything a browser fetches beside pages. Fonts come first: the style sheet names them.
 * @param thema Style sheet with the tokens of an organisation, already checked by `leesThema`; it has the last word.
 */
export function webAssets(thema?: string): Assets {
  return loadAssets([
    { naam: 'letters.woff2', pad: lettertype },
    { naam: 'voordeur.css', pad: voordeur(thema) },
    ...eigenBladen().map((naam) => ({ naam, pad: inThema(naam) })),
    ...[
      'vervang.js',
      'gemak.js',
      'zaken.js',
      'gelukt.js',
      'levend.js',
      'menger.js',
      'terplekke.js',
      'bellen.js',
      'lijn.js',
    ].map((naam) => ({
      naam,
      pad: join(hier, 'enhance', naam),
    })),
    { naam: 'deur.svg', pad: inThema('deur.svg') },
  ])
}

function voordeur(thema: string | undefined): readonly string[] {
  return [
    inThema('tokens.css'),
    ...COMPONENTEN.map((naam) => vanPakket(`@utrecht/${naam}-css/dist/index.min.css`)),
    ...OVERAL.map(inThema),
    ...(thema === undefined ? [] : [thema]),
  ]
}

function inThema(naam: string): string {
  return join(hier, 'thema', naam)
}

/** The sheets that belong to one kind of page, or to paper. */
function eigenBladen(): string[] {
  const overal: readonly string[] = ['tokens.css', ...OVERAL]
  return readdirSync(join(hier, 'thema'))
    .filter((naam) => naam.endsWith('.css') && !overal.includes(naam))
    .sort()
}
