import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { HOOGSTENS_EMAIL, ontvangenAanRand, poststukVan } from './email.ts'
import { leesEmail } from './lees-email.ts'
import { kenmerkhash } from './poststuk.ts'

const nu = new Date('2026-03-02T09:00:00Z')
const rand = ['mx.voordeur.example']
const rauw = Buffer.from('From: anna@x.example\r\n\r\nalles')
const kop = (door: string, tijd: string) => `from ergens.example by ${door} with ESMTP id 1; ${tijd}`

test('when an e-mail came in says our own edge and nobody else', () => {
  const op = (...ontvangen: readonly string[]) => ontvangenAanRand({ ontvangen }, { rand, nu }).toISOString()
  const eigen = kop('MX.voordeur.example', 'Sun, 01 Mar 2026 23:59:30 +0100')
  assert.equal(
    op(eigen, kop('elders.example', 'Fri, 27 Feb 2026 10:00:00 +0100')),
    '2026-03-01T22:59:30.000Z',
  )
  // Below the line of others a line that looks like ours was written by them.
  assert.equal(op(kop('elders.example', 'Fri, 27 Feb 2026 10:00:00 +0100'), eigen), nu.toISOString())
  assert.equal(op(kop('mx.voordeur.example', 'gisteren')), nu.toISOString())
  assert.equal(op(kop('mx.voordeur.example', 'Tue, 03 Mar 2026 10:00:00 +0100')), nu.toISOString())
  assert.equal(op(), nu.toISOString())
})

test('an e-mail that comes twice is one item, and its sender is nobody we know', () => {
  const email = {
    berichtId: '<1@x.example>',
    van: { naam: 'Anna', adres: 'anna@x.example' },
    onderwerp: '  Te\n lang  ',
    tekst: 'x'.repeat(30_000),
    isHeel: true,
    isAutomatisch: false,
    bestanden: [],
    ontvangen: [],
  }
  const wat = {
    organisatie: proeforganisatie('svb'),
    soort: 'klacht',
    ontvangen: nu,
    waar: 'klacht@svb.example',
  } as const
  const stuk = poststukVan(email, rauw, wat)
  assert.deepEqual(stuk.afzender, { soort: 'onbekend', naam: 'Anna', adres: 'anna@x.example' })
  assert.deepEqual([stuk.onderwerp, stuk.tekst.length], ['Te lang', 20_000])
  assert.deepEqual(
    stuk.bijlagen,
    [{ naam: 'bericht.eml', formaat: 'message/rfc822', inhoud: rauw }],
    'what was cut off',
  )
  const later = poststukVan(email, rauw, { ...wat, ontvangen: new Date() })
  assert.deepEqual(kenmerkhash(later), kenmerkhash(stuk))
  assert.notDeepEqual(
    kenmerkhash(poststukVan({ ...email, berichtId: '<2@x.example>' }, rauw, wat)),
    kenmerkhash(stuk),
  )
})

test('without a Message-ID each e-mail is one of its own, and what an edge gives twice is one', () => {
  const email = (regel: string) => ({
    berichtId: undefined,
    van: { adres: 'anna@x.example' },
    onderwerp: 'Ingebrekestelling',
    tekst: 'U bent te laat.',
    isHeel: true,
    isAutomatisch: false,
    bestanden: [],
    ontvangen: [regel],
  })
  const merk = (regel: string, ontvangen = nu) =>
    kenmerkhash(poststukVan(email(regel), rauw, { ...wat, ontvangen })).toString('hex')
  const een = kop('mx.voordeur.example', 'Sun, 01 Mar 2026 23:59:30 +0100')
  assert.equal(merk(een), merk(een))
  assert.notEqual(merk(een), merk(een.replace('id 1', 'id 2')))
  assert.notEqual(merk(een), merk(een, new Date(nu.getTime() + 86_400_000)))
})

const wat = {
  organisatie: proeforganisatie('svb'),
  soort: 'vraag',
  ontvangen: nu,
  waar: 'x@svb.example',
} as const

const bericht = (...regels: readonly string[]) => Buffer.from(regels.join('\r\n'))
const mime = 'MIME-Version: 1.0'

async function lees(rauwe: Uint8Array) {
  const gelezen = await leesEmail(rauwe)
  assert.ok(gelezen !== 'onleesbaar')
  return gelezen
}

test('names, words and files are read as the standard says', async () => {
  const rauwe = bericht(
    `Received: ${kop('mx.voordeur.example', 'Sun, 01 Mar 2026 23:59:30 +0100')}`,
    'From: =?utf-8?q?Ann=C3=A1?= <anna@x.example>',
    'Subject: =?utf-8?B?Qmll?=',
    'Message-ID: <1@x.example>',
    mime,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<style>p{color:red}</style><p>Beste <b>gemeente</b></p><script>alert(1)</script><p>Dag <a href="https://x.example">hier</a></p>',
    '--b',
    'Content-Type: application/pdf',
    'Content-Disposition: attachment; filename="../../brief.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('%PDF-1.7 hallo').toString('base64'),
    '--b--',
  )
  const gelezen = await lees(rauwe)
  assert.equal(ontvangenAanRand(gelezen, { rand, nu }).toISOString(), '2026-03-01T22:59:30.000Z')
  assert.deepEqual(gelezen.van, { naam: 'Anná', adres: 'anna@x.example' })
  assert.deepEqual([gelezen.tekst, gelezen.isHeel], ['Beste gemeente\n\nDag hier', true])
  const { bijlagen } = poststukVan(gelezen, rauwe, wat)
  assert.deepEqual(
    bijlagen.map(({ naam, formaat, inhoud }) => [naam, formaat, Buffer.from(inhoud).toString()]),
    [['brief.pdf', 'application/pdf', '%PDF-1.7 hallo']],
  )
})

test('a file that we do not open, or that says it is another, makes the message itself come along', async () => {
  const met = (type: string, inhoud: string) =>
    bericht(
      'From: anna@x.example',
      mime,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'Zie bijlage',
      '--b',
      `Content-Type: ${type}; name=x`,
      'Content-Disposition: attachment; filename=x.pdf',
      '',
      inhoud,
      '--b--',
    )
  for (const rauwe of [
    met('application/zip', 'PK'),
    met('application/pdf', 'MZ geen pdf'),
    met('message/rfc822', 'Subject: binnenin\r\n\r\ngeheim'),
  ]) {
    const { tekst, bijlagen } = poststukVan(await lees(rauwe), rauwe, wat)
    assert.equal(tekst, 'Zie bijlage')
    assert.deepEqual(
      bijlagen.map(({ naam, inhoud }) => [naam, inhoud]),
      [['bericht.eml', rauwe]],
    )
  }
})

test('what turns text around or hides in it does not reach who reads it', async () => {
  const gelezen = await lees(
    bericht(
      'From: anna@x.example',
      mime,
      'Content-Type: text/plain; charset=utf-8',
      '',
      'een\u0007\u202etwee\u0000\ttab',
    ),
  )
  assert.equal(poststukVan(gelezen, rauw, wat).tekst, 'eentwee\ttab')
})

test('of two forms that say different things, and of a sender that does not fit, nothing is lost', async () => {
  const beide = (tekst: string, html: string) =>
    bericht(
      'From: anna@x.example',
      mime,
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      '',
      tekst,
      '--b',
      'Content-Type: text/html',
      '',
      html,
      '--b--',
    )
  const namen = async (rauwe: Buffer) =>
    poststukVan(await lees(rauwe), rauwe, wat).bijlagen.map(({ naam }) => naam)
  assert.deepEqual(
    await namen(beide('Ik ben het er *niet* mee eens', '<p>Ik ben het er <b>niet</b> mee eens')),
    [],
  )
  assert.deepEqual(await namen(beide('Uw programma toont dit niet', '<p>Ik ben het er niet mee eens')), [
    'bericht.eml',
  ])
  assert.deepEqual(await namen(bericht('From: de buren', '', 'hoi')), ['bericht.eml'])
  const lang = bericht(`From: "Anna\u202e${'x'.repeat(400)}" <anna@x.example>`, '', 'hoi')
  const { afzender, bijlagen } = poststukVan(await lees(lang), lang, wat)
  assert.deepEqual(afzender, { soort: 'onbekend', naam: `Anna${'x'.repeat(296)}`, adres: 'anna@x.example' })
  assert.equal(bijlagen.length, 1)
})

test('a program that writes is known as one; a sender without an address is nobody to answer', async () => {
  const is = async (...koppen: readonly string[]) =>
    (await lees(bericht('From: a@x.example', ...koppen, '', 'hoi'))).isAutomatisch
  assert.equal(await is(), false)
  assert.equal(await is('Auto-Submitted: no'), false)
  assert.equal(await is('Auto-Submitted: auto-replied'), true)
  assert.equal(await is('Precedence: bulk'), true)
  assert.equal(await is('Return-Path: <>'), true)
  assert.equal(await is('List-Id: <nieuws.x.example>'), true)
  assert.equal((await lees(bericht('Subject: x', '', 'hoi'))).van, undefined)
  assert.equal((await lees(bericht('From: geen adres', '', 'hoi'))).van, undefined)
})

test('what is no message, is too big or never ends in its own depth is not read', async () => {
  assert.equal(await leesEmail(Buffer.alloc(0)), 'onleesbaar')
  assert.equal(await leesEmail(Buffer.alloc(HOOGSTENS_EMAIL + 1, 'a')), 'onleesbaar')
  const diep = bericht(
    'From: a@x.example',
    ...Array.from({ length: 60 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`),
    '',
    'onderin',
  )
  assert.equal(await leesEmail(diep), 'onleesbaar')
  const haken = bericht('From: a@x.example', mime, 'Content-Type: text/html', '', '<div>'.repeat(200_000))
  assert.equal((await lees(haken)).isHeel, false)
})
