import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import Fastify from 'fastify'
import { webAssets } from './assets.ts'
import { keurThema } from './thema.ts'

test('a theme of tokens, light and dark, is fine', () => {
  const css = `/* Gemeente Proefdorp */
:root { --vd-door: #004b8d; --utrecht-button-border-radius: 0 }
@media (prefers-color-scheme: dark) { :root { --vd-door: #9cc9f0; } }`
  assert.deepEqual(keurThema(css), [])
})

test('whatever else stands in a theme is named', () => {
  assert.deepEqual(keurThema('.vd-footer { display: none }'), ['.vd-footer { display: none }'])
  assert.deepEqual(keurThema(':root { color: red; --vd-door: blue }'), ['color: red'])
  assert.deepEqual(keurThema(':root { --vd-sky: url(//elders.example/x.png) }'), [
    '--vd-sky: url(//elders.example/x.png)',
  ])
  assert.deepEqual(keurThema('@import "x.css";'), ['@import "x.css";'])
})

test('what somebody writes in a field of more lines goes on below, on every page that has one', async () => {
  const app = Fastify()
  const assets = webAssets()
  assets.register(app)
  const css = (await app.inject(assets.url('voordeur.css'))).body
  const regels = [...css.matchAll(/\.vd-textarea\s*\{([^}]*)\}/g)].map(([, regel]) => regel ?? '')
  assert.match(regels.join(';'), /white-space:\s*pre-wrap/)
  // After the component, which says `nowrap` with a selector that weighs the same.
  assert.ok(css.lastIndexOf('.vd-textarea') > css.lastIndexOf('utrecht-textbox'))
  // Lines of a file are not sentences, and do not go on below.
  for (const [veld] of bronnen('src/web').flatMap((tekst) => [...tekst.matchAll(/<textarea[^>]*/g)]))
    assert.match(veld, /vd-textarea|wrap="off"/)
})

/** The source of all pages. */
function bronnen(map: string): readonly string[] {
  return readdirSync(map, { recursive: true, encoding: 'utf8' })
    .filter((naam) => naam.endsWith('.ts') && !naam.endsWith('.test.ts'))
    .map((naam) => readFileSync(join(map, naam), 'utf8'))
}
