import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { proefbewijs } from '../audit/proefaudit.ts'
import { ingangen } from './context.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { proeflezer as lezer, openProefontvangst, proefstuk } from './proefontvangst.ts'
import { proefweg } from './proefverzending.ts'

const afzender = { soort: 'onbekend', naam: 'Anna', adres: 'anna@x.example' } as const
const email = (anders = {}) =>
  proefstuk({ afzender, weg: 'email', waar: 'klacht@svb.example', magTerug: true, ...anders })

async function opzet(t: TestContext) {
  const proef = await openProefdatabank(t)
  const huis = openProefontvangst(proef)
  const hoe = async () => {
    const { regels } = await huis.ontvangst.bij(lezer(), proefbewijs([]), { stand: 'alles' })
    const [een] = regels
    return een?.gebeurd.map(({ kennisgeving }) => [kennisgeving.hoe, kennisgeving.bezorgd])
  }
  return { proef, ...huis, hoe }
}

test('who sent an e-mail hears by e-mail that it came, once, without anything of what they wrote', async (t) => {
  const { ontvangst, mail, klok, hoe } = await opzet(t)
  const { stuk } = await ontvangst.neemAan(email())
  assert.deepEqual(stuk.bevestiging, { plicht: true })
  assert.deepEqual(await hoe(), [['email', undefined]])
  const weg = proefweg('email')
  assert.equal(await mail(weg), 1)
  assert.equal(await mail(weg), 0)
  assert.deepEqual(
    weg.gekregen.map(({ zending, adres, inhoud }) => [zending, adres, inhoud]),
    [
      [
        stuk.gebeurd[0]?.kennisgeving.id,
        { soort: 'email', waarde: 'anna@x.example' },
        { soort: 'tekst', onderwerp: `ontvangen ${stuk.nummer}`, tekst: 'tekst' },
      ],
    ],
  )
  assert.deepEqual(await hoe(), [['email', klok.nu]])
  // What is done with it later goes the same way.
  assert.equal(
    await ontvangst.meld(
      lezer(),
      stuk.id,
      { soort: 'geweigerd', reden: 'onevenredig-belastend' },
      proefbewijs([]),
    ),
    'ok',
  )
  assert.equal(await mail(weg), 1)
})

test('a program that writes, and an address that somebody typed, are not answered by themselves', async (t) => {
  const { ontvangst, mail, hoe } = await opzet(t)
  await ontvangst.neemAan(email({ magTerug: false }))
  assert.deepEqual(await hoe(), [['adres', undefined]])
  await ontvangst.neemAan(proefstuk({ afzender, weg: 'brief', ontvangen: new Date('2026-03-01T09:59:30Z') }))
  assert.deepEqual(await hoe(), [['adres', undefined]])
  const weg = proefweg('email')
  assert.equal(await mail(weg), 0)
})

test('what a mail server will not take, or nobody connected one, is brought by somebody', async (t) => {
  const { ontvangst, mail, klok, hoe } = await opzet(t)
  await ontvangst.neemAan(email())
  const traag = proefweg('email', async () => ({ soort: 'tijdelijk', reden: 'druk' }))
  assert.equal(await mail(traag), 0)
  assert.equal(await mail(traag), 0)
  assert.equal(traag.gekregen.length, 1, 'left alone for a while')
  klok.nu = new Date(klok.nu.getTime() + 3_600_000)
  await mail(traag)
  assert.equal(traag.gekregen.length, 2)
  assert.deepEqual(await hoe(), [['email', undefined]])
  klok.nu = new Date(klok.nu.getTime() + 48 * 3_600_000)
  await mail(traag)
  assert.deepEqual(await hoe(), [['adres', undefined]])
  await ontvangst.neemAan(email({ kenmerk: 'twee', ontvangen: klok.nu }))
  await mail(proefweg('email', async () => ({ soort: 'blijvend', reden: 'adres-bestaat-niet' })))
  assert.deepEqual(await hoe(), [['adres', undefined]])
  await ontvangst.neemAan(email({ kenmerk: 'drie', ontvangen: new Date(klok.nu.getTime() + 1) }))
  await mail(undefined)
  assert.deepEqual(await hoe(), [['adres', undefined]])
  const { regels } = await ontvangst.werklijst(lezer())
  assert.equal(regels.at(-1)?.teBezorgen, 1)
})

test('how somebody is told changes from e-mail to an address and in no other way', async (t) => {
  const { proef, ontvangst, store } = await opzet(t)
  const { stuk } = await ontvangst.neemAan(email())
  const id = stuk.gebeurd[0]?.kennisgeving.id ?? ''
  const zet = (wordt: string) =>
    ingangen(proef.databank).alsTaak('post-bezorgen', (tx) =>
      sql`update poststuk_kennisgeving set hoe = ${wordt} where id = ${id}`.execute(tx),
    )
  for (const wordt of ['pagina', 'geen-adres', 'bericht']) await assert.rejects(zet(wordt))
  assert.equal(await store.naarAdres(id, () => []), true)
  assert.equal(await store.naarAdres(id, () => []), false)
  assert.equal((await zet('email')).numAffectedRows, 0n)
})

test('a notice that comes back after it was sent becomes work for somebody', async (t) => {
  const { ontvangst, mail, terug, klok, hoe } = await opzet(t)
  const { stuk } = await ontvangst.neemAan(email())
  await mail(proefweg('email'))
  const zending = stuk.gebeurd[0]?.kennisgeving.id ?? ''
  const op = klok.nu
  assert.equal(await terug({ zending, uitkomst: 'bezorgd', op }), 'onbekend')
  assert.deepEqual(await hoe(), [['email', op]])
  assert.equal(await terug({ zending, uitkomst: 'mislukt', reden: 'adres-bestaat-niet', op }), 'gewijzigd')
  assert.deepEqual(await hoe(), [['adres', undefined]])
  assert.equal(await terug({ zending, uitkomst: 'mislukt', op }), 'onbekend')
  assert.equal((await ontvangst.werklijst(lezer())).regels[0]?.teBezorgen, 1)
})

test('with little of the lease left nothing is begun, so that no two workers send the same', async (t) => {
  const { ontvangst, mail, klok } = await opzet(t)
  for (const kenmerk of ['een', 'twee']) await ontvangst.neemAan(email({ kenmerk }))
  const weg = proefweg('email', async () => {
    klok.nu = new Date(klok.nu.getTime() + 6 * 60_000)
    return { soort: 'verzonden' }
  })
  assert.equal(await mail(weg), 1)
  klok.nu = new Date(klok.nu.getTime() + 10 * 60_000)
  assert.equal(await mail(weg), 1)
  assert.equal(new Set(weg.gekregen.map(({ zending }) => zending)).size, 2)
})

test('a server that takes mail and says nothing gets the same one four times, each but the first as a second try', async (t) => {
  const { ontvangst, mail, klok, hoe } = await opzet(t)
  await ontvangst.neemAan(email())
  const weg = proefweg('email', async () => ({
    ...{ soort: 'tijdelijk', reden: 'antwoord-bleef-uit', hoever: 'ongewis' },
  }))
  for (let i = 0; i < 60; i++) {
    klok.nu = new Date(klok.nu.getTime() + 10 * 60_000)
    await mail(weg)
  }
  assert.deepEqual(
    weg.gekregen.map(({ poging }) => poging),
    [1, 2, 3, 4],
  )
  assert.deepEqual(await hoe(), [['adres', undefined]])
})

test('of what a worker that fell over held, the next one asks first', async (t) => {
  const { ontvangst, store, mail, klok } = await opzet(t)
  await ontvangst.neemAan(email())
  const tot = new Date(klok.nu.getTime() + 60_000)
  assert.equal((await store.pak({ hoe: 'email', nu: klok.nu, tot, hoogstens: 10 })).length, 1)
  klok.nu = tot
  const weg = proefweg('email')
  assert.equal(await mail(weg), 1)
  assert.deepEqual(
    weg.gekregen.map(({ poging }) => poging),
    [2],
  )
})

test('an hour of mail is confirmed at once, and one that takes long holds up no other', async (t) => {
  const { ontvangst, mail } = await opzet(t)
  await Promise.all(Array.from({ length: 60 }, (_, i) => ontvangst.neemAan(email({ kenmerk: `k${i}` }))))
  const { promise: klaar, resolve: laatGaan } = Promise.withResolvers<{ soort: 'verzonden' }>()
  let keren = 0
  const weg = proefweg('email', () => {
    if (keren++ === 0) return klaar
    if (keren === 60) laatGaan({ soort: 'verzonden' })
    return Promise.resolve({ soort: 'verzonden' })
  })
  assert.equal(await mail(weg), 60)
})
