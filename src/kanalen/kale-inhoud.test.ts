import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Bezwaar, bezwarenTegen } from './kale-inhoud.ts'

const magLink = ({ host }: URL) => host === 'voordeur.example'
const bezwaren = (tekst: string) => bezwarenTegen([tekst], magLink)

test('a notice that says only that there is something may go, in every language', () => {
  for (const tekst of [
    'Er staat een bericht van Gemeente Rotterdam voor u klaar.\nU moet iets doen vóór 12 maart 2026.\nGa zelf naar voordeur.example. Wij sturen nooit een link om in te loggen.',
    'There is a message for you. Go to https://voordeur.example/ yourself. Questions? Call 14 010.',
    'Tin un mensahe pa bo. Bai na https://voordeur.example. Yama +599 717 8130.',
    'Controleer deze brief op https://voordeur.example/echt met code 7K3M-9QPD-2X. Dat kan tot 30.06.2026.',
    'Bel 088 123 45 67 of tel:+31881234567, tussen 9.00 en 17.00 uur.',
  ])
    assert.deepEqual(bezwaren(tekst), [], tekst)
})

test('a number of somebody, an amount, and a link to anywhere else may not', () => {
  const verwacht: readonly (readonly [string, readonly Bezwaar[]])[] = [
    ['nummer 999990019', ['burgerservicenummer']],
    ['nummer 9999.90.019', ['burgerservicenummer']],
    ['nummer 9999 90 019', ['burgerservicenummer']],
    ['nummer 99 99 90 019', ['burgerservicenummer']],
    ['nummer 999-990-019', ['burgerservicenummer']],
    ['nl91abna0417164300', ['rekeningnummer']],
    ['u krijgt 120 EUR', ['bedrag']],
    ['u krijgt 120€', ['bedrag']],
    ['u krijgt 1.200,00', ['bedrag']],
    ['u krijgt 12,-', ['bedrag']],
    ['Ga naar evil.com', ['vreemde-link']],
    ['Ga naar evil.com.', ['vreemde-link']],
    ['Ga naar evil.com:8080', ['vreemde-link']],
    ['Ga naar ëvil.com', ['vreemde-link']],
    ['Ga naar evil.com?a=1', ['link-met-kenmerk']],
    ['NL91ABNA0417164300', ['rekeningnummer']],
    ['u krijgt € 12,50', ['bedrag']],
    ['u betaalt 12 euro', ['bedrag']],
    ['USD 40', ['bedrag']],
    ['https://voordeur.example/inloggen', ['inloglink']],
    ['https://login.example/', ['inloglink']],
    ['www.digid.nl', ['inloglink']],
    ['https://voordeur.example/?a=1', ['link-met-kenmerk']],
    ['https://voordeur.example/#x', ['link-met-kenmerk']],
    ['https://voordeur.example@boos.example/', ['link-met-kenmerk']],
    ['voordeur-example.com/bericht', ['vreemde-link']],
    ['www.boos.example', ['vreemde-link']],
    ['javascript://voordeur.example/%0aalert(1)', ['vreemde-link']],
    ['<a href="http://boos.example/">voordeur.example</a>', ['vreemde-link']],
    ['€ 5, zie https://boos.example/inloggen en 999990019', ['burgerservicenummer', 'bedrag', 'inloglink']],
  ]
  for (const [tekst, soorten] of verwacht) assert.deepEqual(bezwaren(tekst), soorten, tekst)
})
