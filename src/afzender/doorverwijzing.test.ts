import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { beoordeel } from './beoordelen.ts'
import { maakRegister } from './register.ts'

const register = maakRegister({ ...proefcorpus(), govNl: false, eigen: new URL('https://voordeur.nl') })
const zegt = (tekst: string): string => {
  const [een] = beoordeel(register, tekst).oordelen
  const uitslag = een?.uitslag ?? assert.fail(tekst)
  return uitslag.status === 'kan-niet-zeggen' ? `${uitslag.status} ${uitslag.reden}` : uitslag.status
}

test('a bare name behind a genuine one may be where somebody ends up', () => {
  for (const tekst of [
    'https://svb.nl/redirect/evil.com',
    'https://svb.nl/?back=evil.com',
    'https://svb.nl/?service=evil.com',
    'https://svb.nl/a?x=evil.com/pad',
    'https://svb.nl/a#evil.com',
    'https://svb.nl/?p=evil%252Ecom',
    'https://svb.nl/?to=javascript%3Aalert',
    'https://svb.nl/?page=https:evil.com',
    'https://svb.nl/uit;evil.com',
    'https://voordeur.nl/?n=1&verder=evil.com',
    'https://svb.nl/?x=10.0.0.1',
    'https://svb.nl/?x=evil。com',
    'https://svb.nl/?x=info@evil.com',
  ])
    assert.match(zegt(tekst), /^kan-niet-zeggen (doorverwijzing|vreemde-tekens)$/, tekst)
  // Files, versions and numbers are no places, and what the register knows may be named.
  for (const tekst of [
    'https://svb.nl/folder.pdf',
    'https://svb.nl/nl/index.html?versie=2.1',
    'https://svb.nl/v1.2/aow?bedrag=1.200,00',
    'https://svb.nl/?van=uwv.nl',
    'https://svb.nl/?q=a.o.w.',
    'https://svb.nl/kaart?punt=51.92,4.48',
  ])
    assert.equal(zegt(tekst), 'echt', tekst)
})
