import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plusDagen } from '../kalender/index.ts'
import { ketenzaakOpslag } from './ketenzaken.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { datum, duo, gemeente, openProefloket, svb } from './proefloket.ts'

test('whoever it is about, and the owner for them, reads of every day who saw what, however long it went on', async (t) => {
  const proef = await openProefdatabank(t)
  const { loket, open, inwoner, bij } = openProefloket(proef)
  const { ketenzaak } = await open()
  const store = ketenzaakOpslag(proef.databank)
  const dagen = Array.from({ length: 150 }, (_, i) => plusDagen(datum('2026-03-02'), i))
  for (const dag of dagen)
    for (const wie of [gemeente, svb, duo])
      await store.merkGezien(ketenzaak, { wie: `organisatie:${wie}`, dag, onderdelen: ['vraag'] })
  for (const vrager of [inwoner(), bij.gemeente]) {
    const gelezen: string[] = []
    let voor: Parameters<typeof loket.wieZag>[2]
    for (let blad = 0; blad < 10; blad++) {
      const { rijen, eerder } = await loket.wieZag(vrager, ketenzaak, voor)
      gelezen.push(...rijen.map(({ wie, dag }) => `${dag} ${'organisatie' in wie ? wie.organisatie : ''}`))
      if (eerder === undefined) break
      voor = eerder
    }
    const alles = dagen.flatMap((dag) => [duo, gemeente, svb].map((wie) => `${dag} ${wie}`))
    assert.deepEqual(gelezen.toSorted(), alles.toSorted(), 'elke regel één keer')
    assert.equal(gelezen[0]?.slice(0, 10), dagen.at(-1), 'het laatste eerst')
  }
  assert.deepEqual(await loket.wieZag(bij.svb, ketenzaak), { rijen: [] })
})
