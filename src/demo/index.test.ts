import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startDemo } from './index.ts'

const nu = () => new Date('2026-03-01T10:00:00Z')

test('both registers start on ports of their own and let go of them', async () => {
  const demo = await startDemo({ nu })
  assert.notEqual(demo.brp.url.port, demo.inkomen.url.port)
  // A connection that hangs does not keep it open.
  const hangt = demo.bekenden.find(({ id }) => id === 'brp-hangt')
  const vraag = fetch(`${demo.brp.url}/personen`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': demo.brp.sleutel },
    body: JSON.stringify({
      type: 'RaadpleegMetBurgerservicenummer',
      burgerservicenummer: [hangt?.persoon.bsn],
      fields: ['naam'],
    }),
  }).catch((fout: unknown) => fout)
  await demo.sluit()
  assert.ok((await vraag) instanceof Error)
  const opnieuw = await startDemo({
    nu,
    poorten: { brp: Number(demo.brp.url.port), inkomen: Number(demo.inkomen.url.port) },
  })
  await opnieuw.sluit()
})

test('when the second cannot start the first does not stay behind', async () => {
  const bezet = await startDemo({ nu })
  const poort = Number(bezet.inkomen.url.port)
  await assert.rejects(startDemo({ nu, poorten: { inkomen: poort } }), { code: 'EADDRINUSE' })
  await bezet.sluit()
})

test('keys are new at each start, unless nodes share one', async (t) => {
  const [een, ander, gedeeld] = [
    await startDemo({ nu }),
    await startDemo({ nu }),
    await startDemo({ nu, sleutel: 'samen' }),
  ]
  for (const demo of [een, ander, gedeeld]) t.after(demo.sluit)
  assert.notEqual(een.brp.sleutel, ander.brp.sleutel)
  assert.equal(gedeeld.brp.sleutel, 'samen')
  assert.notEqual(gedeeld.beheersleutel, 'samen')
})
