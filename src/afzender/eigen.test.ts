import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { beoordeel } from './beoordelen.ts'
import { toetsLinks } from './links.ts'
import { maakRegister } from './register.ts'

const register = maakRegister({
  ...proefcorpus(),
  govNl: false,
  eigen: new URL('https://voordeur.nl'),
  eigenMail: 'berichten@post.voordeur.nl',
})
const zegt = (tekst: string): string => {
  const [een] = beoordeel(register, tekst).oordelen
  const uitslag = een?.uitslag ?? assert.fail(tekst)
  if (uitslag.status === 'lijkt-op') return `${uitslag.status} ${uitslag.echt}`
  return uitslag.status === 'kan-niet-zeggen' ? `${uitslag.status} ${uitslag.reden}` : uitslag.status
}

test('what imitates this website itself is recognised as such', () => {
  for (const tekst of [
    'https://vo0rdeur.nl',
    'https://voordeur.nl.evil.com',
    'https://voordeur.nl@evil.com',
    'https://voordeur.com',
    'https://voordeur-inloggen.nl',
    'https://evil.com/voordeur.nl',
    'berichten@voordeur-nl.com',
  ])
    assert.equal(zegt(tekst), 'lijkt-op voordeur.nl', tekst)
})

test('this website, with www as well, and who sends its mail are genuine; what else lies below it nobody wrote down', () => {
  for (const tekst of [
    'https://voordeur.nl',
    'https://www.voordeur.nl/echt',
    'berichten@post.voordeur.nl',
    'https://voordeur.nl/mijn/berichten',
  ])
    assert.equal(zegt(tekst), 'echt', tekst)
  assert.equal(zegt('info@voordeur.nl'), 'kan-niet-zeggen mail-onbekend')
  assert.equal(zegt('https://mijn.voordeur.nl'), 'kan-niet-zeggen onder-onbekend')
  assert.equal(zegt('https://post.voordeur.nl'), 'kan-niet-zeggen web-onbekend')
  assert.deepEqual(toetsLinks(register, 'Lees het op https://www.voordeur.nl/mijn/berichten.'), { mag: true })
})

test('a place that is no name on the web, and mail of another, add no name to imitate', () => {
  for (const eigen of ['http://localhost:3000', 'http://10.0.0.1', 'https://[::1]:8443'])
    assert.equal(
      maakRegister({ ...proefcorpus(), govNl: false, eigen: new URL(eigen) }).domeinen.size,
      maakRegister({ ...proefcorpus(), govNl: false }).domeinen.size,
      eigen,
    )
})
