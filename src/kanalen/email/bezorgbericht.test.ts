import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Gedrag, gedragingen } from '../../demo/post/gedrag.ts'
import { terugpost } from '../../demo/post/terugpost.ts'
import { leesBezorgbericht, maxBezorgbericht } from './bezorgbericht.ts'
import { proefsleutel, proefzending } from './proefpost.ts'
import { retourmerk } from './retouradres.ts'

const op = new Date('2026-03-01T10:00:00Z')
const sleutels = () => [proefsleutel]
const merk = retourmerk(proefzending, { sleutels }) ?? ''
const aan = `${merk}@retour.voordeur.example`

const lees = (regels: string | readonly string[], ontvanger?: string) => {
  const ruw = typeof regels === 'string' ? regels : regels.join('\r\n')
  return leesBezorgbericht(Buffer.from(ruw), { nu: () => op, sleutels }, ontvanger)
}
/** Outcome and reason, or the kind. */
const kort = async (...vraag: Parameters<typeof lees>) => {
  const gelezen = await lees(...vraag)
  if (gelezen.soort !== 'terugbericht') return gelezen.soort
  assert.equal(gelezen.terugbericht.zending, proefzending)
  assert.deepEqual(gelezen.terugbericht.op, op)
  return [gelezen.terugbericht.uitkomst, gelezen.terugbericht.reden]
}

const kop = (onderwerp: string, van = 'MAILER-DAEMON@mx.example', naar = aan) => [
  'Return-Path: <>',
  `From: Mail Delivery System <${van}>`,
  `To: ${naar}`,
  `Subject: ${onderwerp}`,
  'MIME-Version: 1.0',
]

const rapport = (velden: readonly string[], soort = 'message/delivery-status') => [
  ...kop('Bericht'),
  'Auto-Submitted: auto-replied',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="=_x"',
  '',
  '--=_x',
  'Content-Type: text/plain; charset=us-ascii',
  '',
  'Your message was delayed, failed, delivered or whatever: nobody reads this.',
  '',
  '--=_x',
  `Content-Type: ${soort}`,
  '',
  'Reporting-MTA: dns; mx.example',
  'Arrival-Date: Sun, 1 Mar 2026 10:00:00 +0000',
  '',
  ...velden,
  '',
  '--=_x',
  'Content-Type: message/rfc822',
  '',
  'From: berichten@voordeur.example',
  'Subject: 550 5.1.1 in a subject of ours',
  '',
  'tekst',
  '--=_x--',
  '',
]

test('a notification of RFC 3464 says what became of which item, and why', async () => {
  for (const [velden, verwacht] of [
    [
      [
        'Final-Recipient: rfc822; jan@y.example',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 no',
      ],
      ['mislukt', 'adres-bestaat-niet'],
    ],
    [
      [
        'Final-Recipient: rfc822; jan@y.example',
        'Action: failed',
        'Status: 5.0.0',
        'Diagnostic-Code: smtp; 552-5.2.2 The email',
        '  account is over quota',
      ],
      ['mislukt', 'postbus-vol'],
    ],
    [
      ['Final-Recipient: rfc822; jan@y.example', 'Action: failed (expired)', 'Status: 4.4.7 (too long)'],
      ['mislukt', 'te-lang-niet-gelukt'],
    ],
    [
      ['final-recipient:rfc822;jan@y.example', 'ACTION: Failed', 'status: 5.7.1'],
      ['mislukt', 'geweigerd'],
    ],
    [
      [
        'Final-Recipient: rfc822; jan@y.example',
        'Action: failed',
        'Status: 5.0.0',
        'Diagnostic-Code: x-unix; user gone',
      ],
      ['mislukt', 'onbekend'],
    ],
    [
      ['Final-Recipient: rfc822; jan@y.example', 'Status: 5.4.4'],
      ['mislukt', 'domein-neemt-niets-aan'],
    ],
    [
      ['Final-Recipient: rfc822; jan@y.example', 'Action: delivered', 'Status: 2.0.0'],
      ['bezorgd', undefined],
    ],
    [
      ['Final-Recipient: rfc822; jan@y.example', 'Action: expanded', 'Status: 2.0.0'],
      ['bezorgd', undefined],
    ],
    [['Final-Recipient: rfc822; jan@y.example', 'Action: relayed', 'Status: 2.0.0'], 'onduidelijk'],
    [
      [
        'Final-Recipient: rfc822; jan@y.example',
        'Action: delayed',
        'Status: 4.4.1',
        'Will-Retry-Until: Tue, 3 Mar 2026 10:00:00 +0000',
      ],
      'vertraagd',
    ],
    [['Final-Recipient: rfc822; jan@y.example', 'Status: 4.2.2'], 'vertraagd'],
    [
      ['Action: delivered', 'Status: 2.0.0', '', 'Action: failed', 'Status: 5.1.1'],
      ['mislukt', 'adres-bestaat-niet'],
    ],
    [['Action: delivered', '', 'Action: delayed', 'Status: 4.0.0'], 'vertraagd'],
    [['Nothing: that anybody knows'], 'onduidelijk'],
  ] as const)
    assert.deepEqual(await kort(rapport(velden)), verwacht, velden.join(' / '))
  const internationaal = rapport(
    ['Final-Recipient: utf-8; jàn@y.example', 'Action: failed', 'Status: 5.1.1'],
    'message/global-delivery-status',
  )
  assert.deepEqual(await kort(internationaal), ['mislukt', 'adres-bestaat-niet'])
})

test('servers that know no RFC 3464 are understood by their words', async () => {
  const los = (onderwerp: string, tekst: string, extra: readonly string[] = []) => [
    ...kop(onderwerp),
    ...extra,
    '',
    tekst,
  ]
  const vormen: readonly (readonly [string, readonly string[], unknown])[] = [
    [
      'qmail',
      [
        'Return-Path: <>',
        'From: postmaster@qmail.example',
        `To: ${aan}`,
        'Subject: failure notice',
        '',
        'Hi. This is the qmail-send program at qmail.example.',
        "I'm afraid I wasn't able to deliver your message to the following addresses.",
        "This is a permanent error; I've given up. Sorry it didn't work out.",
        '',
        '<jan@y.example>:',
        '192.0.2.1 does not like recipient.',
        'Remote host said: 550 5.1.1 unknown',
        '',
        '--- Below this line is a copy of the message.',
        '',
        `Return-Path: <${aan}>`,
      ],
      ['mislukt', 'adres-bestaat-niet'],
    ],
    [
      'exim',
      los(
        'Mail delivery failed: returning message to sender',
        'This message was created automatically by mail delivery software.\r\n\r\n  jan@y.example\r\n    host mx.y.example [192.0.2.1]:\r\n    550 Mailbox unavailable',
        ['X-Failed-Recipients: jan@y.example', 'Auto-Submitted: auto-replied'],
      ),
      ['mislukt', 'adres-bestaat-niet'],
    ],
    [
      'exim, delay',
      los(
        'Warning: message 1abc delayed 24 hours',
        'This message has been waiting. The message has not yet been delivered. No action is required on your part.',
        ['Auto-Submitted: auto-replied'],
      ),
      'vertraagd',
    ],
    [
      'sendmail',
      los(
        'Warning: could not send message for past 4 hours',
        '**  THIS IS A WARNING MESSAGE ONLY  **\r\n** YOU DO NOT NEED TO RESEND YOUR MESSAGE **',
      ),
      'vertraagd',
    ],
    [
      'exchange',
      los(
        'Undeliverable: Er is een nieuw bericht voor u',
        "Your message to jan@y.example couldn't be delivered.\r\nRemote Server returned '550 5.7.23 rejected'",
      ),
      ['mislukt', 'geweigerd'],
    ],
    [
      'in Dutch',
      los('Niet bezorgd', 'Uw bericht kon niet worden bezorgd bij jan@y.example.'),
      ['mislukt', 'onbekend'],
    ],
    [
      'in HTML alone',
      los('Undeliverable', '<html><body><p>554 5.2.2 mailbox full</p></body></html>', [
        'Content-Type: text/html',
      ]),
      ['mislukt', 'postbus-vol'],
    ],
    ['says nothing', los('Bericht', 'Hallo.'), 'onduidelijk'],
  ]
  for (const [naam, ruw, verwacht] of vormen) assert.deepEqual(await kort(ruw), verwacht, naam)
})

test('somebody who is away has not bounced, however empty the return path', async () => {
  for (const koppen of [['Auto-Submitted: auto-replied'], ['X-Autoreply: yes', 'Precedence: bulk'], []])
    assert.equal(
      await kort([
        ...kop('Automatisch antwoord: 550 dagen afwezig', 'jan@y.example'),
        ...koppen,
        '',
        'Ik kom niet meer terug. 5.1.1 Undeliverable.',
      ]),
      'automatisch',
    )
})

test('a receipt of reading says that it arrived, one of throwing away does not', async () => {
  const bevestiging = (wat: string) => [
    ...kop('Gelezen', 'jan@y.example'),
    'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
    '',
    '--b',
    'Content-Type: message/disposition-notification',
    '',
    'Final-Recipient: rfc822;jan@y.example',
    `Disposition: manual-action/MDN-sent-manually; ${wat}`,
    '',
    '--b--',
    '',
  ]
  assert.deepEqual(await kort(bevestiging('displayed')), ['bezorgd', undefined])
  assert.equal(await kort(bevestiging('deleted')), 'automatisch')
})

test('without a mark of ours it is about nothing of ours', async () => {
  const vals = `b-${'a'.repeat(32)}-${'b'.repeat(20)}@retour.voordeur.example`
  const velden = ['Final-Recipient: rfc822; x@y.example', 'Action: failed', 'Status: 5.1.1']
  const vreemd = rapport(velden).map((regel) => regel.replace(aan, vals))
  assert.deepEqual(await lees(vreemd), { soort: 'onbekend' })
  // The server knows where it delivered, also when the message does not say so.
  assert.deepEqual(await kort(vreemd, aan.toUpperCase()), ['mislukt', 'adres-bestaat-niet'])
  const inGesprek = rapport([`Original-Envelope-Id: ${merk}`, ...velden]).map((regel) =>
    regel.replace(aan, vals),
  )
  assert.deepEqual(await kort(inGesprek), ['mislukt', 'adres-bestaat-niet'])
})

test('what the made-up mail server sends back is read as what it is', async () => {
  const uitkomsten: Record<string, unknown> = {}
  // Its keys are all behaviours.
  for (const gedrag of Object.keys(gedragingen) as Gedrag[]) {
    const ruw = terugpost(gedrag, { aan, ontvanger: 'jan@y.example', op, koppen: 'Subject: x', envid: merk })
    if (ruw !== undefined) uitkomsten[gedrag] = await kort(ruw)
  }
  assert.deepEqual(uitkomsten, {
    terug: ['mislukt', 'adres-bestaat-niet'],
    vertraagd: 'vertraagd',
    afwezig: 'automatisch',
  })
})

test('nothing that comes in breaks it, and it reads no more than it must', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.nat(3_000), async (tekst, plek) => {
      const heel = rapport(['Action: failed', 'Status: 5.1.1']).join('\r\n')
      await lees(tekst, aan)
      await lees(heel.slice(0, plek) + tekst + heel.slice(plek), aan)
    }),
    { seed: 6, numRuns: 200 },
  )
  const diep = [
    ...kop('diep'),
    ...Array.from({ length: 60 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`),
  ]
  assert.equal((await lees(diep)).soort, 'onleesbaar')
  const groot = `${kop('Bericht', 'jan@y.example').join('\r\n')}\r\n\r\n${'x'.repeat(maxBezorgbericht * 2)}`
  assert.equal((await lees(groot)).soort, 'automatisch')
})
