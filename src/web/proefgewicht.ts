/** For tests and measurements: what a browser without scripts fetches for a page, compressed, over real HTTP. */
import { request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { type Gehaald, rondgang } from './proefrondgang.ts'
import { talen } from './routes.ts'

/** Issue with the design: HTML and CSS of the heaviest page, and of the first page. */
export const GRENZEN = { zwaarste: 60_000, eerste: 30_000 } as const

export interface Gewicht {
  readonly pad: string
  /** Bytes on the line, HTML and style sheets together, without their headers. */
  readonly bytes: number
}

interface Ontvangen extends Gehaald {
  readonly bytes: number
}

/** @param basis `http://localhost:…` @param koekjes of a visitor who has filled everything in. */
export async function weegPaginas(
  basis: string,
  koekjes: string,
  perRoute: number,
): Promise<readonly Gewicht[]> {
  const bladen = new Map<string, number>()
  const uit: Gewicht[] = []
  const weeg = async (pad: string): Promise<Gehaald> => {
    const pagina = await ontvang(basis + pad, koekjes)
    let bytes = pagina.bytes
    for (const [, blad = ''] of pagina.body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
      const bekend = bladen.get(blad) ?? (await ontvang(basis + blad, '')).bytes
      bladen.set(blad, bekend)
      bytes += bekend
    }
    if (pagina.status === 200 && pagina.type.startsWith('text/html')) uit.push({ pad, bytes })
    return pagina
  }
  for (const taal of talen) {
    await rondgang(weeg, { taal, perRoute, ook: ['/rechten/vraag?n=1', '/rechten/wat-als/werken/uitslag'] })
  }
  return uit
}

function ontvang(url: string, cookie: string): Promise<Ontvangen> {
  const headers = { accept: 'text/html', 'accept-encoding': 'br', ...(cookie && { cookie }) }
  const { promise, resolve, reject } = Promise.withResolvers<Ontvangen>()
  const vraag = request(url, { headers }, (antwoord) => {
    const stukken: Buffer[] = []
    antwoord.on('data', (stuk: Buffer) => stukken.push(stuk))
    antwoord.on('end', () => {
      const lijf = Buffer.concat(stukken)
      const isBrotli = antwoord.headers['content-encoding'] === 'br'
      resolve({
        status: antwoord.statusCode ?? 0,
        type: String(antwoord.headers['content-type'] ?? ''),
        body: (isBrotli ? brotliDecompressSync(lijf) : lijf).toString('utf8'),
        bytes: lijf.length,
      })
    })
  })
  vraag.on('error', reject)
  vraag.end()
  return promise
}
