import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rijproef } from '../bench/lijnenproef.ts'
import { controleerLijnen } from '../bench/lijnenproef-controle.ts'
import { alsEigenaar, openProefdatabank } from '../src/store/proefdatabank.ts'

test('two nodes with queues are killed while everybody does whatever they like: nothing accepted is lost, nobody loses their place; and a fault is found', async (t) => {
  const proef = await openProefdatabank(t)
  const { url: databaseUrl } = proef
  const metingen = await rijproef({ aantal: 300, pools: 2, keren: 2, databank: 'verbreek', databaseUrl })
  const uitkomst = new Map(metingen.map(({ naam, waarde }) => [naam, waarde]))
  t.diagnostic(metingen.map(({ naam, waarde, eenheid }) => `${naam} ${waarde} ${eenheid}`).join('; '))
  assert.ok((uitkomst.get('lijnen.aanvaard') ?? 0) > 100)
  for (const { naam, waarde, grens } of metingen)
    if (grens !== undefined) assert.ok(waarde <= grens, `${naam}: ${waarde}`)

  // A check that finds nothing would let everything pass.
  const gehoord = { opMs: 0, inhoud: { soort: 'afgemeld', plek: 'niemand' } } as const
  const [rij] = await alsEigenaar(
    proef,
    `select pool, max(nr)::int as nr from voordeur.lijn_voorval where pool is not null group by pool limit 1`,
  )
  const { pool, nr } = rij as { pool: string; nr: number }
  assert.equal((await controleerLijnen(databaseUrl, [{ pool, nr, voorval: gehoord }])).verloren, 1)
  await alsEigenaar(
    proef,
    `set search_path to voordeur;
    delete from lijn_voorval where pool = '${pool}' and nr = (
      select min(nr) from lijn_voorval where pool = '${pool}' and soort = 'aangekomen')`,
  )
  const bevonden = await controleerLijnen(databaseUrl, [])
  assert.ok(bevonden.gaten > 0 && bevonden.rijen === 1, JSON.stringify(bevonden))
})
