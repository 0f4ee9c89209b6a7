import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createAfspraken } from '../afspraken/index.ts'
import { openSleutelring } from '../audit/index.ts'
import { createBelafspraken, type Lijnteam } from '../lijnen/index.ts'
import { afspraakOpslag } from './afspraken.ts'
import { belafspraakOpslag } from './belafspraken.ts'
import { gidsOpslag } from './lijngids.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { verzegel } from './proeflijnen.ts'

/** Agreed times with that team, on a database of their own; the clock stands at `begin` until somebody moves it. */
export async function openProefbelafspraken(
  t: Parameters<typeof openProefdatabank>[0],
  { team, begin }: { readonly team: Lijnteam; readonly begin: Date },
) {
  const proef = await openProefdatabank(t)
  const { databank } = proef
  const klok = { nu: begin }
  const nu = () => klok.nu
  await gidsOpslag(databank).bewaar('beheer', { team, vanVersie: 0 })
  const afspraken = createAfspraken({
    store: afspraakOpslag(databank),
    audit: { verzegel: () => assert.fail('over niemand is bewijs') },
    ring: openSleutelring(() => ['een geheim van minstens tweeëndertig tekens']),
    ...{ teams: () => [], nu, toeval: randomBytes },
  })
  const belafspraken = createBelafspraken({
    ...{ store: belafspraakOpslag(databank), gids: gidsOpslag(databank), afspraken, nu, verzegel },
  })
  return { proef, klok, nu, belafspraken }
}
