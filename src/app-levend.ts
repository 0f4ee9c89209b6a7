import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { type Levend, type LevendOpties, type Onderwerp, openLevend } from './platform/http/index.ts'
import type { Config, Levensloop, Log } from './platform/index.ts'
import { levendKanaal, meldOp, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'
import { levendPad } from './web/index.ts'

/** The part of the composition root about live connections: what changes on one node is told on all of them. */
export interface Levenddeel {
  /** That it changed; waits for nobody. */
  readonly meld: (onderwerp: Onderwerp) => void
  readonly open: (server: FastifyInstance, wie: LevendOpties['wie']) => void
}

/**
 * Named limits: so long changes are gathered for other nodes, because somebody waits for it to ring; so many go in one
 * notice, which is at most 8000 bytes.
 */
const bundelMs = 2
const hoogstensPerMelding = 100

export function openLevenddeel(
  { config, log }: { readonly config: Pick<Config, 'url'>; readonly log: Log },
  {
    opslag,
    toegang,
  }: { readonly opslag: Pick<Opslag, 'databank' | 'luister'>; readonly toegang: Pick<Toegang, 'bijEinde'> },
  levensloop: Levensloop,
): Levenddeel {
  // What this node said itself comes back to it as well: whoever is here heard it already.
  const node = randomBytes(6).toString('base64url')
  const wachtend = new Set<string>()
  let levend: Levend | undefined
  let wekker: ReturnType<typeof setTimeout> | undefined
  const verstuur = async (): Promise<void> => {
    wekker = undefined
    const alle = [...wachtend]
    wachtend.clear()
    for (let i = 0; i < alle.length; i += hoogstensPerMelding) {
      const deel = alle.slice(i, i + hoogstensPerMelding)
      await meldOp(opslag.databank, levendKanaal, [node, ...deel].join(' '))
    }
  }
  // A notice that is lost costs a page its news, and nobody what they did: it stands in the database.
  const straks = () => void verstuur().catch((fout: unknown) => log.waarschuwing('niet gemeld', { fout }))
  const stop = opslag.luister(levendKanaal, (bericht) => {
    const [van, ...alle] = bericht?.split(' ') ?? []
    if (bericht === undefined) levend?.meldAlles()
    else if (van !== node) for (const een of alle) meldEen(levend, een)
  })
  toegang.bijEinde((plek) => levend?.sluitPlek(plek))
  levensloop.bijSluiten('levend', async () => {
    clearTimeout(wekker)
    await stop()
  })
  return {
    meld: (onderwerp) => {
      levend?.meld(onderwerp)
      wachtend.add(`${onderwerp.soort}:${onderwerp.id}`)
      wekker ??= setTimeout(straks, bundelMs)
    },
    open: (server, wie) => {
      levend = openLevend(server, { pad: levendPad, url: config.url, log, wie })
    },
  }
}

function meldEen(levend: Levend | undefined, bericht: string): void {
  const [soort = '', id = ''] = bericht.split(':')
  levend?.meld({ soort, id })
}
