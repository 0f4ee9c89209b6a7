import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duidSmtpfout } from './smtp-uitslag.ts'

const nu = new Date('2026-03-01T10:00:00Z')

/** As nodemailer throws it. */
function duid(antwoord: string, command = 'RCPT TO', code = 'EENVELOPE') {
  const fout = { code, command, response: antwoord, responseCode: Number(antwoord.slice(0, 3)) }
  const { uitslag, isZiek } = duidSmtpfout(Object.assign(new Error('x'), fout), nu)
  return [uitslag.soort, uitslag.reden, isZiek]
}

test('5xx about a recipient or a message is for good, with the reason of its enhanced code', () => {
  for (const [antwoord, reden] of [
    ['550 5.1.1 User unknown', 'adres-bestaat-niet'],
    ['550-5.1.1 Multi\n550 5.1.1 line', 'adres-bestaat-niet'],
    ['550 No such user', 'adres-bestaat-niet'],
    ['556 5.1.10 Domain does not accept mail', 'domein-neemt-niets-aan'],
    ['550 5.2.1 Disabled', 'postbus-dicht'],
    ['552 5.2.2 Over quota', 'postbus-vol'],
    ['552 Too much', 'postbus-vol'],
    ['550 5.7.26 DMARC', 'geweigerd'],
    ['554 Transaction failed at 5.1.1.1', 'geweigerd'],
    ['554 5.6.0 Bad content', 'inhoud-geweigerd'],
  ] as const)
    assert.deepEqual(duid(antwoord), ['blijvend', reden, false], antwoord)
  assert.deepEqual(duid('554 5.7.1 Spam', 'DATA', 'EMESSAGE'), ['blijvend', 'geweigerd', false])
  assert.deepEqual(duid('552 5.3.4 Too big', 'MAIL FROM'), ['blijvend', 'te-groot', false])
})

test('5xx about us makes nobody unreachable: it is a fault of the installation', () => {
  assert.deepEqual(duid('535 5.7.8 Bad password', 'AUTH PLAIN', 'EAUTH'), [
    'tijdelijk',
    'aanmelden-geweigerd',
    true,
  ])
  assert.deepEqual(duid('530 5.7.0 Authentication required', 'MAIL FROM'), [
    'tijdelijk',
    'aanmelden-geweigerd',
    true,
  ])
  assert.deepEqual(duid('550 5.7.1 Sender not allowed', 'MAIL FROM'), [
    'tijdelijk',
    'afzender-geweigerd',
    true,
  ])
  assert.deepEqual(duid('554 No SMTP here', 'CONN', 'EPROTOCOL'), ['tijdelijk', 'aanmelden-geweigerd', true])
  assert.deepEqual(duid('503 Bad sequence'), ['tijdelijk', 'server-begrijpt-ons-niet', true])
  assert.deepEqual(duid('250 What?', 'DATA', 'EMESSAGE'), ['tijdelijk', 'onverwacht-antwoord', true])
})

test('4xx waits as long as the code says', () => {
  const wacht = (antwoord: string) => {
    const { uitslag } = duidSmtpfout(
      {
        code: 'EENVELOPE',
        command: 'RCPT TO',
        response: antwoord,
        responseCode: Number(antwoord.slice(0, 3)),
      },
      nu,
    )
    const minuten =
      'nietVoor' in uitslag && uitslag.nietVoor ? (uitslag.nietVoor.getTime() - nu.getTime()) / 60_000 : 0
    return [uitslag.soort, uitslag.reden, minuten]
  }
  assert.deepEqual(wacht('421 4.3.2 Shutting down'), ['tijdelijk', 'server-vol', 1])
  assert.deepEqual(wacht('450 4.2.0 Greylisted'), ['tijdelijk', 'nu-niet', 5])
  assert.deepEqual(wacht('452 4.2.2 Full'), ['tijdelijk', 'postbus-vol', 60])
  assert.deepEqual(wacht('454 4.7.0 TLS not available'), ['tijdelijk', 'geweigerd', 0])
})

test('whatever else is thrown is temporary', () => {
  for (const fout of [undefined, null, 'tekst', new Error('x'), { code: 'ESTREAM' }])
    assert.deepEqual(duidSmtpfout(fout, nu).uitslag, {
      soort: 'tijdelijk',
      reden: 'antwoord-bleef-uit',
      hoever: 'ongewis',
    })
})
