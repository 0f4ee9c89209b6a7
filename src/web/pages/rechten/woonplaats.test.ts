import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Bezoeker, proefweb } from '../../proefweb.ts'

const app = proefweb()
const pad = '/huishouden/woning/gemeente'

test('who types a village hears what to choose, gets the list, and where to see which it is', async () => {
  const bezoeker = new Bezoeker(app)
  const { statusCode, body } = await bezoeker.stuur('/rechten/vraag', { pad, n: '1', gemeente: 'Vleuten' })
  assert.equal(statusCode, 422)
  assert.match(body, /We kennen geen gemeente met de naam Vleuten\. Kies uw gemeente, niet uw woonplaats\./)
  assert.equal(body.match(/<option value="GM/g)?.length, 342)
  assert.match(body, /<label[^>]* for="gemeente-lijst">Of kies uw gemeente uit de lijst<\/label>/)
  assert.match(body, /stempas/)
  const gekozen = { pad, n: '1', gemeente: 'Vleuten', 'gemeente-lijst': 'GM0344' }
  assert.equal((await bezoeker.stuur('/rechten/vraag', gekozen)).statusCode, 303)
  assert.match((await bezoeker.haal('/rechten/antwoorden')).body, /Utrecht/)
})

test('the list counts for nothing when nothing real was chosen in it', async () => {
  const bezoeker = new Bezoeker(app)
  for (const lijst of ['', 'GM9999', 'nederland'])
    assert.equal(
      (await bezoeker.stuur('/rechten/vraag', { pad, n: '1', gemeente: 'Vleuten', 'gemeente-lijst': lijst }))
        .statusCode,
      422,
      lijst,
    )
  assert.doesNotMatch((await bezoeker.haal('/rechten/vraag?n=1')).body, /<option/)
})

test('an event and a change say the same of a village', async () => {
  const bezoeker = new Bezoeker(app)
  const zin = /Kies uw gemeente, niet uw woonplaats/
  assert.match((await bezoeker.stuur('/gebeurtenissen/verhuizen', { gemeente: 'Vleuten' })).body, zin)
  await bezoeker.stuur('/rechten/vraag', { pad, n: '1', gemeente: 'Utrecht' })
  assert.match((await bezoeker.stuur('/rechten/wat-als/verhuizen', { plaats: 'Vleuten' })).body, zin)
})
