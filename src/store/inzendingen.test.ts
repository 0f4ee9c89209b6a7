import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nepbewijs, openProefaudit, proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { inzendingDoel, openInzendingen } from '../zaken/index.ts'
import { bewaringOpslag, bewijsOpslag } from './bewijs.ts'
import { inzendingOpslag } from './inzendingen.ts'
import { openProefdatabank } from './proefdatabank.ts'

test('what somebody sent is in their own record, with the number of its line; after its term only that something was sent', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const { audit, ring, klok, persoon } = openProefaudit(bewijsOpslag({ databank, bewijs: alsRol('bewijs') }))
  const store = inzendingOpslag(databank)
  const inzendingen = openInzendingen({ store, audit, ring, nu: () => klok.nu })
  const [ik, ander] = [persoon(), persoon()]
  const wat = { bron: proeforganisatie('svb'), zaak: 'z', taak: 't', bestanden: ['loonstrook.pdf'] }
  await inzendingen.leg(ik, wat)
  await audit.schrijf({ onderwerp: `persoon:${ik}`, soort: 'verstuurd', tijd: klok.nu, codes: {} })
  await inzendingen.leg(ik, { ...wat, bestanden: [] })

  const eigen = await inzendingen.lees(ik, proefbewijs(ik))
  assert.deepEqual(eigen, [
    { ...wat, bestanden: [], nummer: 3, op: klok.nu },
    { ...wat, nummer: 1, op: klok.nu },
  ])
  assert.deepEqual(await inzendingen.lees(ander, proefbewijs(ander)), [])
  for (const bewijs of [nepbewijs(), proefbewijs(ander)])
    await assert.rejects(async () => inzendingen.lees(ik, bewijs), { name: 'VerwerkingGeweigerd' })

  const grens = new Date(klok.nu.getTime() + 1)
  const maakRegel = (onderwerp: string, nummers: readonly number[]) =>
    audit.verzegel({
      onderwerp: onderwerp as `persoon:${string}`,
      soort: 'gewist',
      tijd: grens,
      codes: { regels: nummers.join() },
    })
  const opdracht = { verwerking: inzendingDoel, grens, max: 10, maakRegel }
  assert.equal(await bewaringOpslag(alsRol('bewaring')).wisInhoud(opdracht), 2)
  assert.deepEqual(await inzendingen.lees(ik, proefbewijs(ik)), [])
  assert.equal((await store.lees(ik, proefbewijs(ik), 10)).length, 2)
})
