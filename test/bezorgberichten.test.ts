import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as wacht } from 'node:timers/promises'
import { bezorgberichten } from '../src/api/index.ts'
import { openVerzendwegen } from '../src/app-wegen.ts'
import { deursleutel, openSleutelring } from '../src/audit/index.ts'
import { proeforganisatie } from '../src/audit/proefaudit.ts'
import { bezorgberichtMet } from '../src/cli/bezorgbericht.ts'
import type { Demo } from '../src/demo/index.ts'
import { startPost } from '../src/demo/post/post.ts'
import { proefstuk, proefzending } from '../src/kanalen/email/proefpost.ts'
import { retourmerk } from '../src/kanalen/email/retouradres.ts'
import type { Terugbericht } from '../src/kanalen/index.ts'
import { createKern } from '../src/platform/http/index.ts'
import { Levensloop, stilLog } from '../src/platform/index.ts'

const nu = () => new Date('2026-03-01T10:00:00Z')
const geheim = 'een-sleutel-van-ruim-tweeendertig-tekens'
const ring = openSleutelring(() => [geheim])

/** The whole way round: we send, the made-up post delivers nothing, and tells us so over HTTP. */
async function opstelling(t: TestContext) {
  const levensloop = new Levensloop(stilLog)
  const post = await startPost({ nu, beheersleutel: 'beheer' })
  const gekomen: Terugbericht[] = []
  const wegen = openVerzendwegen(
    {
      config: {
        brieven: undefined,
        kanalen: { smtp: undefined, notify: undefined },
        url: new URL('https://voordeur.example'),
        poort: 3000,
      },
      klok: { nu },
      log: stilLog,
    },
    {
      ring,
      // Only its post is used here.
      demo: { post } as unknown as Demo,
      neemTerug: async (terug) => gekomen.push(terug),
      heeftBalie: () => false,
    },
    levensloop,
  )
  const server = createKern({ log: stilLog })
  await server.register(bezorgberichten, { deur: wegen.deur })
  const hier = new URL(await server.listen({ host: '127.0.0.1', port: 0 }))
  post.zetMeldadressen(wegen.meldadressen(hier))
  t.after(async () => {
    await levensloop.sluit()
    await post.sluit()
    await server.close()
  })
  const weg = (kanaal: string) => {
    const gevonden = wegen.wegen.find((een) => een.kanaal === kanaal)
    assert.ok(gevonden)
    return gevonden
  }
  const controle = async (naam: string) => wegen.controles.find(([een]) => een === naam)?.[1]()
  /** Until so many things came back. */
  const terug = async (aantal: number) => {
    for (let i = 0; gekomen.length < aantal && i < 100; i++) await wacht(50)
    return gekomen.map(({ zending, uitkomst, reden }) => [zending, uitkomst, reden])
  }
  return { post, wegen, weg, terug, controle, server, hier }
}

test('what is taken and then comes back is known to us by its own item, from mail server and service alike', async (t) => {
  const { weg, terug, post, controle } = await opstelling(t)
  for (const aan of ['vertraagd@proef.example', 'afwezig@proef.example', 'terug@proef.example'])
    assert.equal((await weg('email').verzend(proefstuk({ aan }))).soort, 'verzonden')
  assert.deepEqual(await terug(1), [[proefzending, 'mislukt', 'adres-bestaat-niet']])
  const ander = '019f5b2e-7c4a-7000-8000-0000000000b2'
  await weg('sms').verzend(
    proefstuk({ zending: ander, adres: { soort: 'telefoon', nummer: '+31600000003' } }),
  )
  assert.deepEqual((await terug(2))[1], [ander, 'mislukt', 'niet-bereikt'])
  const tellers = await controle('bezorgberichten')
  assert.deepEqual(tellers, { stand: 'goed', verwerkt: 2, zonderGevolg: 2, onbekend: 0 })
  assert.equal((await controle('email'))?.stand, 'goed')
  // Who builds on this can look at it.
  const pagina = await (await fetch(post.pagina)).text()
  assert.match(pagina, /terug@proef\.example/)
  assert.match(pagina, /dat is gebracht/)
  assert.ok(!pagina.includes('<script'))
})

test('the door opens to who was given its key, and drops what is not ours', async (t) => {
  const { wegen, server, hier, controle } = await opstelling(t)
  const { email, notify } = wegen.meldadressen(hier)
  const breng = async (pad: string, soort: string, payload: string, authorization?: string) =>
    (
      await server.inject({
        method: 'POST',
        url: `/bezorgberichten/${pad}`,
        headers: { 'content-type': soort, ...(authorization && { authorization }) },
        payload,
      })
    ).statusCode
  const rfc822 = 'message/rfc822'
  const vals = `To: b-${'a'.repeat(32)}-${'b'.repeat(20)}@retour.voordeur.example\r\n\r\nhallo`
  assert.equal(await breng('email', rfc822, vals, email.auth), 204)
  for (const auth of [
    undefined,
    'Bearer x',
    notify.auth,
    deursleutel(ring, 'zaakberichten', 'email'),
    `${email.auth}x`,
  ])
    assert.ok([401, 403].includes(await breng('email', rfc822, vals, auth)), auth)
  const melding = JSON.stringify({ id: 'a', reference: 'van-een-ander', status: 'delivered' })
  assert.equal(await breng('notify', 'application/json', melding, notify.auth), 204)
  for (const payload of ['', '{', '[]', '{"status":"delivered"}'])
    assert.equal(await breng('notify', 'application/json', payload, notify.auth), 400, payload)
  assert.equal(await breng('notify', 'application/json', `"${'x'.repeat(70_000)}"`, notify.auth), 413)
  assert.deepEqual(await controle('bezorgberichten'), {
    stand: 'goed',
    verwerkt: 0,
    zonderGevolg: 0,
    onbekend: 2,
  })
})

test('a way that nobody set up is not connected, and says so', async () => {
  const { wegen, controles, navraag } = openVerzendwegen(
    {
      config: {
        brieven: undefined,
        kanalen: { smtp: undefined, notify: undefined },
        url: undefined,
        poort: 3000,
      },
      klok: { nu },
      log: stilLog,
    },
    { ring, demo: undefined, neemTerug: async () => 'onbekend', heeftBalie: () => false },
    new Levensloop(stilLog),
  )
  // Calling needs nothing but people, and there is no desk here.
  assert.deepEqual([wegen.map(({ kanaal }) => kanaal), navraag], [['telefoon'], undefined])
  assert.equal(wegen[0]?.bedient?.(proeforganisatie('svb')), false)
  for (const [naam, controle] of controles.filter(([een]) => een !== 'bezorgberichten'))
    assert.deepEqual(await controle(), { stand: 'goed', aangesloten: false }, naam)
})

test('a mail server pipes what came back into a command, and keeps it when we cannot take it', async (t) => {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-'))
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const [uit, fout]: [string[], string[]] = [[], []]
  const wereld = (omgeving: Record<string, string>) => ({
    uit: (regel: string) => uit.push(regel),
    fout: (regel: string) => fout.push(regel),
    omgeving: { VOORDEUR_SLEUTEL: geheim, ...omgeving },
    werkmap: map,
  })
  const merk = retourmerk(proefzending, { sleutels: () => [ring.leid(ring.actief(), 'retouradres')] })
  const bericht = `From: MAILER-DAEMON@mx.example\r\nSubject: Undeliverable\r\n\r\n550 5.1.1 no such user`
  const voerUit = bezorgberichtMet(async () => Buffer.from(bericht))
  const weg = { DATABASE_URL: 'postgres://niemand:x@127.0.0.1:1/niets' }
  assert.equal(await voerUit([`${merk}@retour.voordeur.example`], wereld(weg)), 75)
  assert.match(fout.join(), /niet verwerkt/)
  assert.deepEqual(uit, [])
})
