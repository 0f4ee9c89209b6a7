import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Controle, createKern, registerGezond } from './platform/http/index.ts'
import { type Config, codeVan, type Klok, Levensloop, type Log, PlatformError } from './platform/index.ts'
import { controleerDatabank, type Opslag, openOpslag } from './store/index.ts'

/** The corpus that comes with the product; VOORDEUR_CORPUS adds directories. */
export const meegeleverdCorpus = join(import.meta.dirname, '..', 'corpus')

export interface AppOpties {
  readonly config: Config
  readonly klok: Klok
  readonly log: Log
}

export interface App {
  readonly server: FastifyInstance
  /** Where it listens. */
  readonly adres: string
  readonly sluit: () => Promise<void>
}

/**
 * The composition root: the only place where everything meets. Database, migrations, corpus, routes, listen,
 * in that order; what was opened is closed in reverse order, also when a later step fails.
 */
export async function startApp(opties: AppOpties): Promise<App> {
  const { config, log } = opties
  const levensloop = new Levensloop(log)
  try {
    const opslag = await openOpslag({ databaseUrl: config.databaseUrl, dataMap: config.dataMap, log })
    levensloop.bijSluiten('databank', opslag.sluit)
    const server = await createServer(opties, opslag)
    levensloop.bijSluiten('server', () => server.close())
    const adres = await luister(server, config)
    return { server, adres, sluit: () => levensloop.sluit() }
  } catch (fout) {
    await levensloop.sluit()
    throw fout
  }
}

async function createServer({ config, log }: AppOpties, opslag: Opslag): Promise<FastifyInstance> {
  const server = createKern({ log, url: config.url, proxies: config.proxies })
  registerGezond(server, new Map<string, Controle>([['databank', () => databankstand(opslag)]]))
  return server
}

async function databankstand({ databank, soort }: Opslag) {
  const { versie } = await controleerDatabank(databank)
  return { stand: 'goed', soort, versie } as const
}

async function luister(server: FastifyInstance, { adres, poort }: Config): Promise<string> {
  try {
    return await server.listen({ host: adres, port: poort })
  } catch (fout) {
    const code = codeVan(fout)
    if (code === 'EADDRINUSE') {
      throw new PlatformError('poort-bezet', {
        cause: fout,
        detail: `Op poort ${poort} luistert al een ander programma. Kies een andere, bijvoorbeeld: VOORDEUR_PORT=${poort + 1} npm start`,
      })
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new PlatformError('configuratie-ongeldig', {
        cause: fout,
        detail: `Luisteren op ${adres}:${poort} mag of kan hier niet (${code}). Kies een ander VOORDEUR_ADRES of VOORDEUR_PORT.`,
      })
    }
    throw fout
  }
}
