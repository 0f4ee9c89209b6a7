import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { codeVan, PlatformError } from '../errors.ts'

/** Listens where the settings say; gives where. What stands in the way gets a sentence with the remedy. */
export async function luister(server: FastifyInstance, { adres, poort }: Config): Promise<string> {
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
