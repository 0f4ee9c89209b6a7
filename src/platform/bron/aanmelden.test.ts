import assert from 'node:assert/strict'
import { test } from 'node:test'
import { metSleutel, metToken } from './aanmelden.ts'
import type { Bron, Bronstand } from './bron.ts'
import { bronControle } from './controle.ts'
import { Proeftijd } from './proeftijd.ts'
import type { BronVerzoek } from './verzoek.ts'

const stand: Bronstand = {
  naam: 'token',
  keten: 'dicht',
  laatsteGoed: undefined,
  foutSinds: undefined,
  laatsteFout: undefined,
  lopend: 0,
  wachtend: 0,
}

function opstelling(antwoord: () => unknown) {
  const tijd = new Proeftijd('2026-03-01T10:00:00Z')
  const gevraagd: unknown[] = []
  const bron: Pick<Bron, 'vraag'> = {
    async vraag<T>(verzoek: BronVerzoek<T>) {
      gevraagd.push(verzoek.formulier)
      const inhoud = verzoek.vorm.safeParse(antwoord())
      return inhoud.success
        ? { status: 'ok', inhoud: inhoud.data, op: tijd.klok.nu() }
        : { status: 'fout', soort: 'onleesbaar', sinds: tijd.klok.nu() }
    },
  }
  const aanmelden = metToken({
    bron,
    pad: 'token',
    clientId: 'wij',
    clientSecret: 'geheim',
    nu: tijd.klok.nu,
  })
  return { aanmelden, tijd, gevraagd }
}

test('a key goes in the header that the source wants', async () => {
  assert.deepEqual(await metSleutel('X-API-KEY', 'abc')(), { 'x-api-key': 'abc' })
})

test('one token serves everybody until just before it ends', async () => {
  let nummer = 0
  const { aanmelden, tijd, gevraagd } = opstelling(() => {
    nummer++
    return { access_token: `t${nummer}`, token_type: 'Bearer', expires_in: 100 }
  })
  const samen = await Promise.all([aanmelden(), aanmelden(), aanmelden()])
  assert.deepEqual(samen, Array(3).fill({ authorization: 'Bearer t1' }))
  assert.deepEqual(gevraagd, [
    { grant_type: 'client_credentials', client_id: 'wij', client_secret: 'geheim' },
  ])
  tijd.vooruit(69_999)
  assert.deepEqual(await aanmelden(), { authorization: 'Bearer t1' })
  tijd.vooruit(1)
  assert.deepEqual(await aanmelden(), { authorization: 'Bearer t2' })
})

test('without a good token nobody is logged in, and the next question tries again', async () => {
  let inhoud: unknown = { access_token: 'x', token_type: 'mac' }
  const { aanmelden } = opstelling(() => inhoud)
  await assert.rejects(aanmelden(), /geen token/)
  inhoud = { access_token: 'x', token_type: 'bearer' }
  assert.deepEqual(await aanmelden(), { authorization: 'Bearer x' })
})

test('a source that fails makes the house limited, not unfit', async () => {
  const van = (over: Partial<Bronstand>) =>
    bronControle({
      stand: () => ({ ...stand, ...over }),
    })()
  const sinds = new Date('2026-03-01T10:00:00Z')
  assert.deepEqual(await van({}), { stand: 'goed', keten: 'dicht', lopend: 0, wachtend: 0 })
  const ziek = await van({ keten: 'open', foutSinds: sinds, laatsteFout: 'te-laat' })
  assert.deepEqual(
    [ziek.stand, ziek.foutSinds, ziek.laatsteFout],
    ['beperkt', '2026-03-01T10:00:00.000Z', 'te-laat'],
  )
})
