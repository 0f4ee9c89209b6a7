import assert from 'node:assert/strict'
import { test } from 'node:test'
import { opruimersVan } from './opruimers.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { openProefverzending } from './proefverzending.ts'

test('what was sent and what holds no more goes after its period; what holds stays', async (t) => {
  const proef = await openProefdatabank(t)
  const huis = openProefverzending(proef)
  const an = huis.persoon()
  await huis.maakBereikbaar(an, { soort: 'email', waarde: 'an@voorbeeld.example' })
  const houder = huis.zelf(an)
  await huis.als(an, 'contactvoorkeuren', async (bewijs) => {
    await huis.adressen.voegToe(houder, { soort: 'email', waarde: 'nooit@voorbeeld.example' }, bewijs)
    await huis.voorkeuren.verklaar(houder, { kanaal: 'sms' }, bewijs)
    const { verklaringen } = await huis.voorkeuren.haal(houder, bewijs)
    const sms = verklaringen.find(({ kanaal }) => kanaal === 'sms')
    await huis.voorkeuren.trekIn(houder, sms?.id ?? '', bewijs)
  })
  await huis.stuur(an, { bijlagen: [{ naam: 'a.txt', type: 'text/plain', inhoud: new Uint8Array([1]) }] })
  await huis.werkAf()
  await huis.stuur(huis.persoon())
  await huis.werkAf()
  const grens = new Date(huis.klok.nu.getTime() + 1_000)
  const weg = new Map<string, number>()
  for (const { verwerking, ruimOp } of opruimersVan(proef.alsRol('bewaring')))
    weg.set(verwerking, (weg.get(verwerking) ?? 0) + (await ruimOp(grens)))
  assert.equal(weg.get('bericht-sturen'), 2)
  assert.ok((weg.get('bericht-verzenden') ?? 0) >= 4)
  assert.equal(weg.get('contactvoorkeuren'), 2)
  const over = await huis.als(an, 'contactvoorkeuren', (bewijs) => huis.voorkeuren.haal(houder, bewijs))
  assert.deepEqual([over.adressen.length, over.verklaringen.length, over.regels.length], [1, 1, 1])
})
