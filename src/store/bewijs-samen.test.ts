import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { controleerBewijs } from '../audit/index.ts'
import { openProefaudit } from '../audit/proefaudit.ts'
import { stilLog } from '../platform/index.ts'
import { bewijsOpslag } from './bewijs.ts'
import { bewijsLezer } from './bewijs-lezer.ts'
import { openDatabank } from './databank.ts'
import { openProefdatabank } from './proefdatabank.ts'

test('a batch over many subjects makes the chains that line by line would, and a change in it is found', async (t) => {
  const proef = await openProefdatabank(t)
  const store = bewijsOpslag({ databank: proef.databank, bewijs: proef.alsRol('bewijs') })
  const { audit, ring, persoon } = openProefaudit(store)
  const lezer = bewijsLezer(proef.databank)
  const wie = Array.from({ length: 8 }, persoon)
  // Subjects through each other, some several times, some with a payload; and four batches at once, in other orders.
  const batch = (nummer: number) =>
    Array.from({ length: 40 }, (_, i) => {
      const ik = wie[(i * (nummer + 1) + nummer) % wie.length]
      const inhoud = { persoon: ik, verwerking: 'gegevens-tonen', organisatie: undefined, waarde: { i } }
      return audit.verzegel({
        onderwerp: `persoon:${ik}`,
        soort: 'ontvangen',
        tijd: new Date(nummer * 1000 + i),
        codes: { nummer, i },
        ...(i % 3 === 0 && { inhoud }),
      })
    })
  const batches = [0, 1, 2, 3].map(batch)
  const geschreven = await Promise.all(batches.map((regels) => store.schrijf(regels)))
  assert.deepEqual((await controleerBewijs(lezer, ring)).afwijkingen, [])
  for (const [nummer, regels] of batches.entries())
    for (const ik of wie) {
      const keten = await lezer.keten(`persoon:${ik}`)
      const van = keten.regels.filter(({ codes }) => codes.startsWith(`{"nummer":${nummer},`))
      // In the order in which they were given, behind each other, and as the answer numbered them.
      const gegeven = regels.filter(({ onderwerp }) => onderwerp === `persoon:${ik}`)
      assert.deepEqual(
        van.map(({ codes }) => codes),
        gegeven.map(({ codes }) => codes),
      )
      assert.deepEqual(
        van.map(({ volgnummer }) => volgnummer),
        geschreven[nummer]?.flatMap((een) => (een.onderwerp === `persoon:${ik}` ? [een.volgnummer] : [])),
      )
    }
  // As somebody who owns the server.
  const inbreker = openDatabank({ url: proef.url, log: stilLog, max: 1 })
  t.after(() => inbreker.destroy())
  const slachtoffer = `persoon:${wie[3]}`
  await sql`update bewijs_regel set codes = replace(codes, '"i":', '"i":1') where onderwerp = ${slachtoffer}
    and volgnummer = 7`.execute(inbreker)
  await sql`delete from bewijs_inhoud where (onderwerp, volgnummer) = (select onderwerp, volgnummer
    from bewijs_inhoud where onderwerp <> ${slachtoffer} order by onderwerp, volgnummer limit 1)`.execute(
    inbreker,
  )
  const { afwijkingen } = await controleerBewijs(lezer, ring)
  assert.deepEqual(afwijkingen.map(({ wat }) => wat).toSorted(), ['inhoud-ontbreekt', 'regel-gewijzigd'])
})

test('a chain has a subject of a known kind, on one line and not too long', async (t) => {
  const proef = await openProefdatabank(t)
  const store = bewijsOpslag({ databank: proef.databank, bewijs: proef.alsRol('bewijs') })
  const { audit } = openProefaudit(store)
  const schrijf = (onderwerp: string) =>
    store.schrijf([
      {
        ...audit.verzegel({ onderwerp: 'zaak:x', soort: 'ontvangen', tijd: new Date(0), codes: {} }),
        onderwerp,
      },
    ] as Parameters<typeof store.schrijf>[0])
  await schrijf(`installatie:${'x'.repeat(200)}`)
  for (const onderwerp of [
    `installatie:${'x'.repeat(201)}`,
    'installatie:',
    'iemand:x',
    'zaak:een\ntwee',
    'zaak:een\n',
    'zaak:een|twee',
  ])
    await assert.rejects(schrijf(onderwerp), { code: '23514' }, onderwerp)
  // One that cannot be written takes along what came with it: all of a call or nothing.
  await assert.rejects(
    store.schrijf([
      ...['zaak:goed', 'zaak:goed'].map((onderwerp) => ({
        ...audit.verzegel({ onderwerp: 'zaak:x', soort: 'ontvangen', tijd: new Date(0), codes: {} }),
        onderwerp: onderwerp as 'zaak:goed',
      })),
      audit.verzegel({ onderwerp: 'zaak:x', soort: 'MAG NIET', tijd: new Date(0), codes: {} }),
    ]),
    { code: '23514' },
  )
  const [eerste] = await store.schrijf([
    audit.verzegel({ onderwerp: 'zaak:goed', soort: 'ontvangen', tijd: new Date(0), codes: {} }),
  ])
  assert.equal(eerste?.volgnummer, 1)
})
