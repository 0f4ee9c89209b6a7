import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { ontvangenAanRand, poststukVan } from './email.ts'
import { kenmerkhash } from './poststuk.ts'

const nu = new Date('2026-03-02T09:00:00Z')
const rand = ['mx.voordeur.example']
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
    aan: ['klacht@svb.example'],
    onderwerp: '  Te\n lang  ',
    tekst: 'x'.repeat(30_000),
    bijlagen: [],
    ontvangen: [],
  }
  const wat = {
    organisatie: proeforganisatie('svb'),
    soort: 'klacht',
    ontvangen: nu,
    waar: 'klacht@svb.example',
  } as const
  const stuk = poststukVan(email, wat)
  assert.deepEqual(stuk.afzender, { soort: 'onbekend', naam: 'Anna', adres: 'anna@x.example' })
  assert.deepEqual([stuk.onderwerp, stuk.tekst.length], ['Te lang', 20_000])
  const later = poststukVan(email, { ...wat, ontvangen: new Date() })
  assert.deepEqual(kenmerkhash(later), kenmerkhash(stuk))
  assert.notDeepEqual(
    kenmerkhash(poststukVan({ ...email, berichtId: '<2@x.example>' }, wat)),
    kenmerkhash(stuk),
  )
})
