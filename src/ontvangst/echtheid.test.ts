import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { poststukVan } from './email.ts'
import { leesEmail } from './lees-email.ts'

const nu = new Date('2026-03-02T09:00:00Z')
const rand = ['mx.voordeur.example', 'mx2.voordeur.example']
const wat = {
  organisatie: proeforganisatie('svb'),
  soort: 'vraag',
  ontvangen: nu,
  waar: 'x@svb.example',
} as const
const bij = (door: string) =>
  `Received: from ergens by ${door} with ESMTP id 1; Sun, 01 Mar 2026 23:59:30 +0100`
const ons = bij('mx.voordeur.example')

async function lees(...koppen: readonly string[]) {
  const rauw = Buffer.from([...koppen, 'From: Anna <anna@x.example>', '', 'hoi'].join('\r\n'))
  const gelezen = await leesEmail(rauw)
  assert.ok(gelezen !== 'onleesbaar')
  return poststukVan(gelezen, rauw, { ...wat, rand })
}
const magTerug = async (...koppen: readonly string[]) => (await lees(...koppen)).magTerug

test('what our own edge says of a sender counts, and what others wrote in its name does not', async () => {
  const zegt = (uit: string, wie = 'mx.voordeur.example') => `Authentication-Results: ${wie}; ${uit}`
  const goed =
    'spf=pass smtp.mailfrom=x.example; dkim=pass header.d=x.example; dmarc=pass header.from=x.example'
  for (const [mag, uit] of [
    [true, goed],
    [true, 'dmarc=none; dkim=pass (2048-bit key; met ; erin) header.d=post.x.example'],
    [true, 'spf=pass smtp.mailfrom=bounce@x.example'],
    [false, 'spf=pass smtp.mailfrom=x.example; dmarc=fail header.from=x.example'],
    [false, 'spf=fail smtp.mailfrom=x.example'],
    [false, 'spf=pass smtp.mailfrom=evil.example; dkim=pass header.d=evil.example'],
    [false, 'dkim=none; spf=softfail'],
    [true, 'none'],
  ] as const)
    assert.equal(await magTerug(zegt(uit), ons), mag, uit)
  assert.equal(await magTerug(ons), true, 'our edge says nothing')
  const fout = zegt('dmarc=fail')
  // Below the line of our edge the sender can write what they like: it is not read, and lifts nothing either.
  assert.equal(await magTerug(zegt('dmarc=fail'), ons, zegt(goed)), false)
  assert.equal(await magTerug(ons, fout), true)
  assert.equal(await magTerug(bij('elders.example'), zegt(goed), ons), true)
  // Two machines of ours after each other; another name on top is not ours.
  assert.equal(await magTerug(bij('mx2.voordeur.example'), fout, ons), false)
  assert.equal(await magTerug(zegt('dmarc=fail', 'mx.evil.example'), ons), true)
})

test('an answer goes where the sender wants it, by itself only within the same domain', async () => {
  const antwoord = async (waar: string) => {
    const { afzender, magTerug: mag } = await lees(ons, `Reply-To: ${waar}`)
    return afzender.soort === 'onbekend' ? [afzender.naam, afzender.adres, mag] : []
  }
  assert.deepEqual(await antwoord('anna@x.example'), ['Anna', 'anna@x.example', true])
  assert.deepEqual(await antwoord('Post <post@X.example>'), ['Anna <anna@x.example>', 'post@X.example', true])
  assert.deepEqual(await antwoord('slachtoffer@y.example'), [
    'Anna <anna@x.example>',
    'slachtoffer@y.example',
    false,
  ])
  assert.deepEqual(await antwoord('a@x.example, b@x.example'), [
    'Anna <anna@x.example>',
    'a@x.example',
    false,
  ])
  assert.deepEqual(await antwoord('de buren'), ['Anna', 'anna@x.example', true])
})
