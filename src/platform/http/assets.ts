import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { openbaar } from './toegangsregel.ts'

/** One file for browsers: its name in the address and where it stands on disk. */
export interface AssetBron {
  /** For example `site.css`; letters, digits, dots, dashes. */
  readonly naam: string
  /** Several text files make one, in this order: fewer requests, and they compress better together. */
  readonly pad: string | readonly string[]
}

export interface Assets {
  /** The address of an asset, with the hash of its content in it. An unknown name is a mistake of ours. */
  readonly url: (naam: string) => string
  readonly register: (app: FastifyInstance) => void
}

const typen: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * Reads the files once, at the start. The address changes with the content, so browsers may keep it for a
 * year and never ask again. Text is compressed beforehand. A style sheet that needs the address of a font
 * gets it through `vul`, which replaces `asset:naam` inside CSS by the address of an asset listed before it; a script
 * that imports `./naam.js` gets that of the script, in the same way.
 */
export function loadAssets(bronnen: readonly AssetBron[], voorvoegsel = '/assets'): Assets {
  const adressen = new Map<string, string>()
  const bestanden = bronnen.map(({ naam, pad }) => {
    const type = typen[extname(naam)]
    if (type === undefined) throw new Error(`geen bekend soort bestand: ${naam}`)
    const gelezen = typeof pad === 'string' ? readFileSync(pad) : voegSamen(pad)
    const body = vulIn(naam, gelezen, adressen)
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
    const adres = `${voorvoegsel}/${hash}/${naam}`
    adressen.set(naam, adres)
    return { adres, type, body, klein: type.startsWith('font/') ? undefined : comprimeer(hash, body) }
  })
  return {
    url: (naam) => {
      const adres = adressen.get(naam)
      if (adres === undefined) throw new Error(`onbekende asset: ${naam}`)
      return adres
    },
    register: (app) => {
      for (const { adres, type, body, klein } of bestanden) {
        app.get(adres, { config: { toegang: openbaar } }, async (request, reply) => {
          reply.type(type).header('cache-control', 'public, max-age=31536000, immutable')
          if (klein === undefined) return reply.send(body)
          reply.header('vary', 'accept-encoding')
          if (!/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(body)
          return reply.header('content-encoding', 'br').send(klein)
        })
      }
    },
  }
}

function voegSamen(paden: readonly string[]): Buffer {
  return Buffer.from(paden.map((pad) => readFileSync(pad, 'utf8')).join('\n'))
}

function vulIn(naam: string, gelezen: Buffer, adressen: ReadonlyMap<string, string>): Buffer {
  if (naam.endsWith('.css')) return Buffer.from(vul(gelezen.toString('utf8'), adressen))
  return naam.endsWith('.js') ? Buffer.from(vulScript(gelezen.toString('utf8'), adressen)) : gelezen
}

/** A script that takes something of another one gets it at the address with the hash. */
function vulScript(script: string, adressen: ReadonlyMap<string, string>): string {
  return script.replace(/from '\.\/([\w.-]+)'/g, (_geheel, naam: string) => {
    const adres = adressen.get(naam)
    if (adres === undefined)
      throw new Error(`een script noemt ${naam}, maar dat staat niet eerder in de lijst`)
    return `from '${adres}'`
  })
}

function vul(css: string, adressen: ReadonlyMap<string, string>): string {
  return css.replace(/asset:([\w.-]+)/g, (_geheel, naam: string) => {
    const adres = adressen.get(naam)
    if (adres === undefined) throw new Error(`de stijl noemt ${naam}, maar die staat niet eerder in de lijst`)
    return adres
  })
}

/** By hash: a process that makes the website more than once compresses each file once. */
const gecomprimeerd = new Map<string, Buffer>()

// Quality 9: some tens of milliseconds at the start, within a few percent of the slowest setting.
function comprimeer(hash: string, body: Buffer): Buffer {
  const eerder = gecomprimeerd.get(hash)
  if (eerder !== undefined) return eerder
  const klein = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  gecomprimeerd.set(hash, klein)
  return klein
}
