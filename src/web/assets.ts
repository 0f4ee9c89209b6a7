import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Assets, loadAssets } from '../platform/http/index.ts'

const hier = import.meta.dirname
const lettertype = createRequire(import.meta.url).resolve(
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
)

/** Everything a browser fetches beside pages. Fonts come first: the style sheet names them. */
export function webAssets(): Assets {
  return loadAssets([
    { naam: 'letters.woff2', pad: lettertype },
    ...stijlbladen().map((naam) => ({ naam, pad: join(hier, 'thema', naam) })),
    { naam: 'gemak.js', pad: join(hier, 'enhance', 'gemak.js') },
    { naam: 'deur.svg', pad: join(hier, 'thema', 'deur.svg') },
  ])
}

/** Every style sheet of the theme; which of them a page asks for, the page says. */
function stijlbladen(): string[] {
  return readdirSync(join(hier, 'thema'))
    .filter((naam) => naam.endsWith('.css'))
    .sort()
}
