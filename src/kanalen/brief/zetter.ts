import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Letters, letters, meldingVan } from '../../platform/index.ts'

/** What became of setting. What Typst refuses is a value: a letter that cannot be read out is no letter. */
export type Zetsel =
  | { readonly soort: 'gezet'; readonly pdf: Buffer; readonly bladzijden: number }
  | { readonly soort: 'geweigerd'; readonly reden: 'teken-onbekend' | 'zetten-mislukt' }
  /** This machine has no binary of Typst, or it does not load. */
  | { readonly soort: 'geen-zetter' }

export type Sjabloon = 'brief' | 'adresblad'

/** Sets one document; about four milliseconds, of which nothing else in this process has any. */
export type Zetter = (sjabloon: Sjabloon, gegevens: object, gemaakt: Date) => Promise<Zetsel>

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler')

/** Named limit: what was set stays in memory for so many letters, so that it does not grow with a batch. */
const ONTHOUD = 20

/** Sets documents as tagged PDF/UA-1 (docs/adr/0022). The data go in as JSON; a template never sees them as markup. */
export function createZetter(): Zetter {
  let typst: Promise<ReturnType<typeof maakTypst> | undefined> | undefined
  return async (sjabloon, gegevens, gemaakt) => {
    typst ??= laad()
    const zet = await typst
    return zet === undefined ? { soort: 'geen-zetter' } : zet(sjabloon, gegevens, gemaakt)
  }
}

async function laad(): Promise<ReturnType<typeof maakTypst> | undefined> {
  try {
    return maakTypst(await import('@myriaddreamin/typst-ts-node-compiler'))
  } catch {
    // Fifty megabytes of somebody else's machine code: a machine that cannot load it sends its letters another way.
    return undefined
  }
}

function maakTypst({ NodeCompiler, PdfStandard }: Typst) {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: [...lettersVoorTypst(letters())] }],
  })
  return (sjabloon: Sjabloon, gegevens: object, gemaakt: Date): Zetsel => {
    const mainFileContent = sjablonen(sjabloon)
    try {
      const { result } = compiler.compile({ mainFileContent, inputs: { brief: JSON.stringify(gegevens) } })
      if (result === null) return { soort: 'geweigerd', reden: 'zetten-mislukt' }
      const pdf = compiler.pdf(result, {
        pdfStandard: PdfStandard.UA_1,
        creationTimestamp: Math.floor(gemaakt.getTime() / 1000),
      })
      return { soort: 'gezet', pdf: Buffer.from(pdf), bladzijden: result.numOfPages }
    } catch (fout) {
      return { soort: 'geweigerd', reden: redenVan(fout) }
    } finally {
      compiler.evictCache(ONTHOUD)
    }
  }
}

/** Typst says it in the code of the error. What it says may hold a word of the letter, so it goes no further. */
function redenVan(fout: unknown): 'teken-onbekend' | 'zetten-mislukt' {
  const code = typeof fout === 'object' && fout !== null && 'code' in fout ? String(fout.code) : ''
  return `${code} ${meldingVan(fout)}`.includes('could not be displayed')
    ? 'teken-onbekend'
    : 'zetten-mislukt'
}

const gelezen = new Map<Sjabloon, string>()

function sjablonen(sjabloon: Sjabloon): string {
  let tekst = gelezen.get(sjabloon)
  if (tekst === undefined) {
    tekst = readFileSync(join(import.meta.dirname, `${sjabloon}.typ`), 'utf8')
    gelezen.set(sjabloon, tekst)
  }
  return tekst
}

/**
 * Typst takes one font per family and weight. The letters of Central and Eastern Europe lie in files of their own under
 * the same name; under another name a template can ask for them second.
 */
export function lettersVoorTypst({ gewoon, vet, uitgebreid }: Letters): readonly Buffer[] {
  return [gewoon, vet, herdoop(uitgebreid.gewoon), herdoop(uitgebreid.vet)]
}

/** In the table of names everything is UTF-16; the new name is as long as the old one. */
function herdoop(letter: Buffer): Buffer {
  const oud = utf16('Hyperlegible Next')
  const nieuw = utf16('Hyperlegible Meer')
  const uit = Buffer.from(letter)
  for (let plek = uit.indexOf(oud); plek >= 0; plek = uit.indexOf(oud, plek + 1)) nieuw.copy(uit, plek)
  return uit
}

function utf16(tekst: string): Buffer {
  return Buffer.from(tekst, 'utf16le').swap16()
}
