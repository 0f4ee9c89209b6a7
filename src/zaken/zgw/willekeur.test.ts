import assert from 'node:assert/strict'
import { test } from 'node:test'
import { opstelling } from '../../../test/zgw/opstelling.ts'
import { anderBsn, eigenBsn, pagina, stuur, uuids } from '../../../test/zgw/vijandig.ts'
import { Zaad } from '../../demo/bevolking/toeval.ts'

/** What a field holds when a source is beside itself. */
const rommel: readonly unknown[] = [
  null,
  '',
  'x',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [[[[]]]],
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '2026-02-01T25:00:00Z',
  'http://',
  'https://voorbeeld.nl/zaken/api/v1/zaken/1',
  '\ud800\u0000\u202e',
  'x'.repeat(5_000),
  { url: null },
  [null, { url: 'x' }],
]

/** The same, with one value somewhere inside in another's place, or gone. */
function verminkt(waarde: unknown, zaad: Zaad): unknown {
  if (zaad.kans(0.03)) return zaad.kies(rommel)
  if (Array.isArray(waarde)) return waarde.map((deel) => verminkt(deel, zaad))
  if (typeof waarde !== 'object' || waarde === null) return waarde
  const delen = Object.entries(waarde).filter(() => !zaad.kans(0.02))
  return Object.fromEntries(delen.map(([naam, deel]) => [naam, verminkt(deel, zaad)]))
}

test('whatever a source makes of its answers: nothing is thrown and nobody else is shown', async (t) => {
  const { vijand, bron, ik, ref, tijd } = await opstelling(t)
  let [gezien, mislukt, gedeeltelijk] = [0, 0, 0]
  for (let ronde = 0; ronde < 150; ronde++) {
    const zaad = new Zaad(ronde)
    vijand.zet(({ methode, url }, a, w) => {
      const gewoon = url.includes('_zoek')
        ? pagina([w.zaak(uuids.zaak), w.zaak(uuids.ander, anderBsn), w.zaak(uuids.rol, eigenBsn)])
        : w.gewoon(methode, url)
      // The catalogue stays as it is, or it would be kept as it came.
      if (gewoon === undefined || url.includes('/catalogi/')) return false
      return stuur(a, verminkt(gewoon, zaad))
    })
    const lijst = await bron.zoek(ik)
    if (lijst.status === 'ok') {
      const { zaken, isVolledig } = lijst.gegevens
      assert.ok(zaken.every(({ ref }) => ref.uuid !== uuids.ander))
      gezien += zaken.length
      if (!isVolledig) gedeeltelijk += 1
    } else mislukt += 1
    const geopend = await bron.haal(ik, ref)
    assert.ok(['ok', 'onbekend', 'fout'].includes(geopend.status))
    // After so much that is wrong the way closes; a good answer opens it again.
    vijand.zet(() => false)
    tijd.vooruit(100_000)
    for (const zaak of [ref, ref]) await bron.haal(ik, zaak)
  }
  assert.ok(gezien > 40 && gedeeltelijk > 20 && mislukt > 5, `${gezien} ${gedeeltelijk} ${mislukt}`)
})
