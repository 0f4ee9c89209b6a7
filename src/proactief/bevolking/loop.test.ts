import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { openCorpus } from '../../../bench/corpus.ts'
import { maakOpdracht, perRegeling } from './doorrekening.ts'
import { rekenDoor, type Voortgang } from './loop.ts'
import { stukkenbestand } from './stukkenbestand.ts'

const corpus = openCorpus()
const DAG = Date.UTC(2026, 2, 1) / 86_400_000
const opdracht = (zaad: number) =>
  maakOpdracht(corpus, DAG, { datum: '2026-03-01', zaad, huishoudens: 8_000 })

test('a run that was stopped goes on where it was, with the same outcome as one that was not', async (t) => {
  const map = mkdtempSync(join(tmpdir(), 'bevolking-'))
  t.after(() => rmSync(map, { recursive: true }))
  const pad = join(map, 'stukken.jsonl')
  const o = opdracht(5)
  const heel = await rekenDoor(o, { draden: 1 })
  assert.ok(heel.heel)
  assert.ok(perRegeling(o, heel.uitkomsten).some((r) => r.regeling === 'zorgtoeslag' && r.recht > 500))

  const stop = new AbortController()
  const half = await rekenDoor(o, {
    draden: 2,
    store: stukkenbestand(pad, o),
    stop: stop.signal,
    voortgang: (v) => {
      if (v.gedaan >= 100) stop.abort()
    },
  })
  assert.ok(!half.heel && half.uitkomsten.length >= 100)
  // As if the process was killed while it wrote.
  appendFileSync(pad, '{"nr":399,"huish')
  let eerste: Voortgang | undefined
  const verder = await rekenDoor(o, {
    draden: 2,
    store: stukkenbestand(pad, o),
    voortgang: (v) => {
      eerste ??= v
    },
  })
  assert.ok(eerste && eerste.gedaan > half.uitkomsten.length && eerste.nogMs !== undefined)
  assert.deepEqual(verder.uitkomsten, heel.uitkomsten)
  // Nothing was worked out twice: a line for the run, and one for each piece.
  assert.equal(readFileSync(pad, 'utf8').trim().split('\n').length, o.stukken.length + 1)

  assert.deepEqual(await stukkenbestand(pad, opdracht(6)).gedaan(), [], 'another seed is another run')
})

test('a store that is slow loses nothing: the run ends when every piece is kept', async () => {
  const o = opdracht(5)
  let bewaard = 0
  const uit = await rekenDoor(o, {
    draden: 2,
    store: {
      gedaan: async () => [],
      // The last pieces are kept long after the threads are gone.
      bewaar: async () => {
        for (let i = 0; i < 50; i++) await setImmediate()
        bewaard++
      },
    },
  })
  assert.ok(uit.heel)
  assert.equal(bewaard, o.stukken.length)
})
