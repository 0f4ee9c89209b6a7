import type { Afspraken } from './afspraken/index.ts'
import type { Afspraakteam } from './corpus/index.ts'
import { alsAfspraakteam, type Belafspraken, createBelafspraken } from './lijnen/index.ts'
import { herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import { belafspraakOpslag, gidsOpslag, type Opslag } from './store/index.ts'

import type { Toegang } from './toegang/index.ts'

/** Named limit: so long may an appointment with a team follow what the guide said of it before. */
const leesMs = 2_000

/** Times agreed between organisations; absent where nobody makes appointments. */
export function openBelafspraken(
  { klok }: { readonly klok: Klok },
  {
    opslag,
    afspraken,
    toegang,
  }: {
    readonly opslag: Pick<Opslag, 'databank'>
    readonly afspraken: Afspraken | undefined
    readonly toegang: Pick<Toegang, 'audit'>
  },
): { readonly belafspraken: Belafspraken | undefined } {
  return {
    belafspraken:
      afspraken &&
      createBelafspraken({
        store: belafspraakOpslag(opslag.databank),
        gids: gidsOpslag(opslag.databank),
        ...{ afspraken, nu: klok.nu, verzegel: toegang.audit.verzegel },
      }),
  }
}

/** Teams of the guide, for what was agreed with them: looked up while a resident waits, so kept at hand. */
export function openBelteams(
  { log }: { readonly log: Log },
  { opslag }: { readonly opslag: Pick<Opslag, 'databank'> },
  levensloop: Levensloop,
): (id: string) => Afspraakteam | undefined {
  const gids = gidsOpslag(opslag.databank)
  let bekend: ReadonlyMap<string, Afspraakteam> = new Map()
  const lees = async () => {
    const teams = (await gids.alle()).map(({ team }) => alsAfspraakteam(team))
    bekend = new Map(teams.map((een) => [een.id, een]))
  }
  const stop = herhaal(leesMs, lees, (fout) => log.waarschuwing('lijnteams niet gelezen', { fout }), {
    meteen: true,
  })
  levensloop.bijSluiten('lijnteams voor afspraken', stop)
  return (id) => bekend.get(id)
}
