import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Keuze } from '../kanalen/index.ts'
import { opruimersVan } from './opruimers.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { openProefverzending } from './proefverzending.ts'
import { voorkeurOpruimer } from './voorkeuren.ts'

test('what was sent and what holds no more goes after its period; what holds stays', async (t) => {
  const proef = await openProefdatabank(t)
  const huis = openProefverzending(proef)
  const an = huis.persoon()
  await huis.maakBereikbaar(an, { soort: 'email', waarde: 'an@voorbeeld.example' })
  const houder = huis.zelf(an)
  await huis.als(an, 'contactvoorkeuren', async (bewijs) => {
    await huis.adressen.voegToe(houder, { soort: 'email', waarde: 'nooit@voorbeeld.example' }, bewijs)
    await huis.voorkeuren.wijzig(houder, () => ({ verklaar: [{ kanaal: 'sms' }] }), bewijs)
    const { verklaringen } = await huis.voorkeuren.haal(houder, bewijs)
    const sms = verklaringen.find(({ kanaal }) => kanaal === 'sms')
    await huis.voorkeuren.wijzig(houder, () => ({ trekIn: [sms?.id ?? ''] }), bewijs)
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

test('a number on which somebody wants to be called stays, without a code, until they want that no more', async (t) => {
  const proef = await openProefdatabank(t)
  const huis = openProefverzending(proef)
  const [an, bo] = [huis.persoon(), huis.persoon()]
  const als = <T>(wie: typeof an, fn: Parameters<typeof huis.als<T>>[2]) =>
    huis.als(wie, 'contactvoorkeuren', fn)
  const kies = (wie: typeof an, keuze: Keuze) =>
    als(wie, (bewijs) =>
      huis.voorkeuren.wijzig(huis.zelf(wie), () => ({ keuzes: [{ bereik: {}, keuze }] }), bewijs),
    )
  await kies(an, { kanaal: 'telefoon' })
  await kies(bo, { kanaal: 'brief' })
  for (const wie of [an, bo])
    for (const adres of [
      { soort: 'telefoon', nummer: '0612345678' },
      { soort: 'email', waarde: 'nooit@voorbeeld.example' },
    ] as const)
      await als(wie, (bewijs) => huis.adressen.voegToe(huis.zelf(wie), adres, bewijs))
  const over = async (wie: typeof an) =>
    (await als(wie, (bewijs) => huis.voorkeuren.haal(huis.zelf(wie), bewijs))).adressen.map(
      ({ adres }) => adres.soort,
    )
  const { ruimOp } = voorkeurOpruimer(proef.alsRol('bewaring'))
  const grens = new Date(huis.klok.nu.getTime() + 1_000)
  assert.equal(await ruimOp(grens), 3)
  assert.deepEqual([await over(an), await over(bo)], [['telefoon'], []])
  await kies(an, { kanaal: 'brief' })
  assert.equal(await ruimOp(grens), 1)
  assert.deepEqual(await over(an), [])
})
