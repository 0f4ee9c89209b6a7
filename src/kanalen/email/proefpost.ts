import { createServer, type Socket } from 'node:net'
import { stilLog } from '../../platform/index.ts'
import type { Verzendstuk } from '../index.ts'
import type { Emailinstelling, Emailomgeving } from './email.ts'

/** For tests: an item, the settings of a way, and servers that go wrong in ways no library offers. */
export const proefzending = '019f5b2e-7c4a-7000-8000-0000000000a1'
export const proefsleutel = Buffer.alloc(32, 7)

export function proefstuk(
  wat: Partial<Verzendstuk> & { readonly aan?: string; readonly tekst?: string } = {},
): Verzendstuk {
  const { aan = 'gewoon@proef.example', tekst = 'Er staat een bericht voor u klaar.', ...rest } = wat
  return {
    zending: proefzending,
    poging: 1,
    adres: { soort: 'email', waarde: aan },
    taal: 'nl',
    vorm: 'gewoon',
    inhoud: { soort: 'tekst', onderwerp: 'Er is een nieuw bericht voor u', tekst },
    ...rest,
  }
}

export function proefinstelling(url: URL, anders: Partial<Emailinstelling> = {}): Emailinstelling {
  return {
    url,
    afzender: { adres: 'berichten@voordeur.example', naam: 'Voordeur' },
    retourdomein: 'retour.voordeur.example',
    magZonderTls: true,
    ...anders,
  }
}

export const proefomgeving: Emailomgeving = {
  klok: { nu: () => new Date('2026-03-01T10:00:00Z') },
  log: stilLog,
  sleutels: () => [proefsleutel],
  magLink: ({ host, pathname }) => host === 'voordeur.example' && pathname === '/',
}

/** Says these lines, the first at the greeting and then one for each line it hears; after the last it is silent. */
export async function rauweServer(
  antwoorden: readonly string[],
): Promise<{ readonly url: URL; readonly sluit: () => Promise<void> }> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    const nog = [...antwoorden]
    const zeg = () => {
      const volgende = nog.shift()
      if (volgende === 'BREEK') socket.destroy()
      else if (volgende !== undefined) socket.write(`${volgende}\r\n`)
    }
    zeg()
    socket.on('data', zeg)
    socket.on('error', () => {})
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const adres = server.address()
  const poort = typeof adres === 'object' && adres !== null ? adres.port : 0
  return {
    url: new URL(`smtp://127.0.0.1:${poort}`),
    sluit: () => {
      for (const socket of open) socket.destroy()
      return new Promise((klaar) => server.close(() => klaar()))
    },
  }
}
