import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesKanalen } from './config-kanalen.ts'

function lees(omgeving: Readonly<Record<string, string>>) {
  const fouten: string[] = []
  const meld = (naam: string, melding: string): undefined => {
    fouten.push(naam)
    assert.ok(!melding.includes('stilletjes'), 'een geheim staat in de melding')
  }
  return { fouten, ...leesKanalen((naam) => omgeving[naam], meld) }
}

const smtp = {
  VOORDEUR_SMTP_URL: 'smtps://wij:stilletjes%40@mail.gemeente.example',
  VOORDEUR_SMTP_AFZENDER: 'berichten@gemeente.example',
}
const notify = {
  VOORDEUR_NOTIFY_URL: 'https://api.notify.example',
  VOORDEUR_NOTIFY_SLEUTEL: 'x-0b6f6a52-6c5b-4b4e-9f0e-3f3a4f1c2d10-5a1f0c1e-1111-4b4e-9f0e-3f3a4f1c2d10',
}

test('a way that is not named is not connected', () => {
  assert.deepEqual(lees({}), { fouten: [], smtp: undefined, notify: undefined })
})

test('mail goes in the open on this computer only, and comes back to the domain of the sender', () => {
  const gewoon = lees(smtp)
  assert.deepEqual(gewoon.fouten, [])
  assert.deepEqual(
    [gewoon.smtp?.retourdomein, gewoon.smtp?.afzender.naam, gewoon.smtp?.magZonderTls],
    ['gemeente.example', 'Voordeur', false],
  )
  const elders = (url: string) => lees({ ...smtp, VOORDEUR_SMTP_URL: url }).smtp?.magZonderTls
  assert.deepEqual(
    [
      'smtp://mail.example:587',
      'smtp://localhost:25',
      'smtp://127.0.0.1',
      'smtp://[::1]:25',
      'smtp://localhost.boos.example',
    ].map(elders),
    [false, true, true, true, false],
  )
  const retour = (domein: string) => lees({ ...smtp, VOORDEUR_SMTP_RETOURDOMEIN: domein }).fouten
  assert.deepEqual(retour('retour.gemeente.example'), [])
  for (const domein of ['ander.example', 'boosgemeente.example'])
    assert.deepEqual(retour(domein), ['VOORDEUR_SMTP_RETOURDOMEIN'])
})

test('each fault is named, and no secret in it', () => {
  for (const url of [
    'mail.example',
    'https://mail.example',
    'smtp://',
    'smtps://a:stilletjes%zz@mail.example',
  ])
    assert.deepEqual(lees({ ...smtp, VOORDEUR_SMTP_URL: url }).fouten, ['VOORDEUR_SMTP_URL'], url)
  assert.deepEqual(lees({ VOORDEUR_SMTP_NAAM: 'x' }).fouten, ['VOORDEUR_SMTP_URL', 'VOORDEUR_SMTP_AFZENDER'])
  assert.deepEqual(lees({ ...smtp, VOORDEUR_SMTP_AFZENDER: 'Naam <a@b.example>' }).fouten, [
    'VOORDEUR_SMTP_AFZENDER',
  ])
  assert.deepEqual(lees({ ...notify, VOORDEUR_NOTIFY_URL: 'http://notify.example' }).fouten, [
    'VOORDEUR_NOTIFY_URL',
  ])
  assert.deepEqual(lees({ ...notify, VOORDEUR_NOTIFY_SLEUTEL: 'stilletjes' }).fouten, [
    'VOORDEUR_NOTIFY_SLEUTEL',
  ])
  const rest = { VOORDEUR_NOTIFY_SMS: 'x', VOORDEUR_NOTIFY_EMAIL: 'y', VOORDEUR_NOTIFY_BRIEF: 'z' }
  assert.deepEqual(lees({ ...notify, ...rest }).fouten, Object.keys(rest))
})

test('what goes through the service is what has a template there, and letters when it may', () => {
  const sms = '7c4a1a1e-2f0c-4a1b-9a65-0c8a5bb3f0de'
  const { fouten, notify: gelezen } = lees({
    ...notify,
    VOORDEUR_NOTIFY_SMS: sms,
    VOORDEUR_NOTIFY_BRIEF: 'true',
  })
  assert.deepEqual(fouten, [])
  assert.deepEqual([gelezen?.sms, gelezen?.email, gelezen?.brief], [sms, undefined, true])
})
