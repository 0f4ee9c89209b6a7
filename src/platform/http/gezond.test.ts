import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stilLog } from '../log.ts'
import { type Controle, registerGezond } from './gezond.ts'
import { createKern } from './kern.ts'

async function vraagGezond(onderdelen: Record<string, Controle>) {
  const app = createKern({ log: stilLog })
  registerGezond(app, new Map(Object.entries(onderdelen)))
  return app.inject('/gezond')
}

test('ready when every part works; limited is still ready', async () => {
  const antwoord = await vraagGezond({
    databank: async () => ({ stand: 'goed' }),
    corpus: () => ({ stand: 'beperkt', melding: 'een bestand is geweigerd' }),
  })
  assert.equal(antwoord.statusCode, 200)
  assert.equal(antwoord.json().onderdelen.corpus.stand, 'beperkt')
})

test('not ready when one part fails, and what failed is not shown to strangers', async () => {
  const antwoord = await vraagGezond({
    databank: async () => {
      throw new Error('wachtwoord=geheim')
    },
  })
  assert.equal(antwoord.statusCode, 503)
  assert.doesNotMatch(antwoord.body, /geheim/)
})
