import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { loadCorpus } from '../corpus/index.ts'
import type { Corpus } from '../engine/index.ts'
import { aandelenBeantwoord, regelingenOveral, telAandelenVooraf } from './aandeel.ts'

const nu = new Date('2026-03-01T12:00:00Z')
const DAG = '2026-03-01'

function vers(): Corpus {
  const geladen = loadCorpus({ mappen: ['corpus'] })
  if (!geladen.ok) assert.fail(JSON.stringify(geladen.fouten.slice(0, 3)))
  return geladen.corpus.engine
}

/** How often others had their turn before it was done. */
async function beurtenTot(werk: Promise<unknown>): Promise<number> {
  let klaar = false
  let beurten = 0
  const einde = werk.then(() => {
    klaar = true
  })
  while (!klaar) {
    await setImmediate()
    beurten += 1
  }
  await einde
  return beurten
}

test('what was counted beforehand is answered at once, and is what a first caller would have counted', async () => {
  const [eerst, vooraf] = [vers(), vers()]
  const lijst = regelingenOveral(vooraf, DAG)
  assert.ok(lijst.length > 50)
  const zelf = await aandelenBeantwoord(eerst, regelingenOveral(eerst, DAG), DAG, nu)
  // In turns: whoever else wants something meanwhile comes in between, many times.
  assert.ok((await beurtenTot(telAandelenVooraf(vooraf, nu))) > 20)
  assert.ok((await beurtenTot(aandelenBeantwoord(vooraf, lijst, DAG, nu))) <= 2)
  assert.deepEqual(await aandelenBeantwoord(vooraf, lijst, DAG, nu), zelf)
  assert.ok(zelf.every((a) => a >= 0 && a <= 1) && zelf.some((a) => a > 0.5))
})

test('one scheme by itself and among the others has the same share; who asks meanwhile waits for the same count', async () => {
  const corpus = vers()
  const lijst = regelingenOveral(corpus, DAG).filter((r) => r.gebied === 'nederland')
  const [een] = lijst
  assert.ok(een)
  const [alleen, ...alle] = await Promise.all([
    aandelenBeantwoord(corpus, [een], DAG, nu),
    aandelenBeantwoord(corpus, lijst, DAG, nu),
    aandelenBeantwoord(corpus, lijst, DAG, nu),
  ])
  assert.deepEqual(alle[0], alle[1])
  assert.equal(alleen?.[0], alle[0]?.[0])
})

test('counting for a corpus that was replaced stops, and who waits for it still gets the whole answer', async () => {
  const [corpus, ander] = [vers(), vers()]
  const lijst = regelingenOveral(corpus, DAG).filter((r) => r.gebied === 'nederland')
  const afbreken = new AbortController()
  const vooraf = telAandelenVooraf(corpus, nu, afbreken.signal)
  const wachtend = aandelenBeantwoord(corpus, lijst, DAG, nu)
  await setImmediate()
  afbreken.abort()
  await assert.rejects(vooraf, { name: 'AbortError' })
  assert.deepEqual(await wachtend, await aandelenBeantwoord(ander, lijst, DAG, nu))
})
