import assert from 'node:assert/strict'
import { test } from 'node:test'
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
