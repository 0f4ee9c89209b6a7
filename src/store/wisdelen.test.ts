import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alsEigenaar } from './proefdatabank.ts'
import { openProefvolgen } from './proefvolgen.ts'
import { wisOuder } from './wisdelen.ts'

test('what is past its term goes part by part, also where many came at one moment; what is not stays', async (t) => {
  const { alsRol, url } = await openProefvolgen(t)
  // One on each day from the second to the sixth, and seven on the seventh.
  await alsEigenaar(
    { url },
    `set search_path to voordeur; insert into levensloop_abonnement (bron, wie, persoon, sinds)
      select 'bron', repeat('x', 40) || n, gen_random_uuid(),
        timestamptz '2026-01-01T00:00:00Z' + least(n, 6) * interval '1 day' from generate_series(1, 12) n`,
  )
  const waarvan = { tabel: 'levensloop_abonnement', moment: 'sinds' }
  const wis = (tot: string, hoogstens: number) =>
    wisOuder(alsRol('bewaring'), waarvan, new Date(tot), hoogstens)
  assert.equal(await wis('2026-01-06T12:00:00Z', 2), 5)
  // The very moment is not past it yet.
  assert.equal(await wis('2026-01-07T00:00:00Z', 3), 0)
  assert.equal(await wis('2026-01-07T00:00:01Z', 3), 7)
  assert.equal(await wis('2026-02-01T00:00:00Z', 3), 0)
})
