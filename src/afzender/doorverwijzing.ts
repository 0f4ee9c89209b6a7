import { isIPv4 } from 'node:net'
import { ontcijfer } from './adres.ts'

/**
 * Behind a genuine name stands another place: then the real website may send somebody on to it. How a website calls the
 * value that it follows nobody can know, so any name of a place counts, wherever it stands: in the path, in a value and
 * behind the `#`. What is hidden deeper than we look leads on as well. It does not see what is written in a code.
 */
export function leidtVerder(
  { pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>,
  isBekend: (host: string) => boolean,
): boolean {
  const rauw = `${pathname}${search}${hash}`
  if (rauw.length > maxTekens) return true
  // A plus is a space in a value, and itself in a path: both are looked at.
  return [rauw, rauw.replaceAll('+', ' ')].some((deel) => {
    const achter = ontcijfer(deel).replaceAll('\\', '/')
    if (/%(25)*(2[ef]|3a|5c|40)/i.test(achter) || /(^|[^a-z])(javascript|vbscript|data):/i.test(achter))
      return true
    for (const [, host = ''] of achter.matchAll(/\/\/+([^/?#&\s]*)/g)) if (!isBekend(host)) return true
    return achter.split(scheiding).some((woord) => isPlaats(woord) && !isBekend(woord.toLowerCase()))
  })
}

/** Named limit: longer than a link that somebody writes. */
const maxTekens = 2_000

const scheiding = /[^\p{L}\p{N}\p{M}.。．｡_-]+/u

/** As a name on the web is written: words with dots, and an ending of letters that no file has. */
function isPlaats(woord: string): boolean {
  const naam = woord.replace(/^[-_.]+|[-_.。．｡]+$/g, '')
  if (isIPv4(naam)) return true
  const einde = /^(?:[\p{L}\p{N}\p{M}_-]+[.。．｡])+(\p{L}[\p{L}\p{N}\p{M}-]+)$/u.exec(naam)?.[1]
  return einde !== undefined && !bestanden.has(einde.toLowerCase())
}

/** Endings of files and pages that are no ending of a name on the web. */
const bestanden: ReadonlySet<string> = new Set(
  'pdf htm html xhtml shtml php asp aspx jsp jsf cgi css js json xml csv txt rtf doc docx xls xlsx ppt pptx odt ods odp epub jpg jpeg png gif svg webp ico'.split(
    ' ',
  ),
)
