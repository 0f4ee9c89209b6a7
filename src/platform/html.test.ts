import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attrs, Html, html } from './html.ts'

test('what a person typed can never become markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (tekst) => {
      const binnen = String(html`<p title="${tekst}">${tekst}</p>`).slice('<p title="'.length, -'</p>'.length)
      assert.doesNotMatch(binnen.replace('">', ''), /[<>"']/)
    }),
  )
})

test('markup of our own stays markup, lists are joined, nothing prints nothing', () => {
  const namen = ['Anna & Bo', 'Cas']
  const lijst = html`<ul>${namen.map((naam) => html`<li>${naam}</li>`)}</ul>`
  assert.equal(String(lijst), '<ul><li>Anna &amp; Bo</li><li>Cas</li></ul>')
  assert.equal(String(html`${undefined}${null}${false}${0}`), '0')
  assert.equal(String(html`${Html.vertrouwd('<svg></svg>')}`), '<svg></svg>')
})

test('something that only looks like Html is escaped', () => {
  const vervalst = { toString: () => '<script>' }
  // @ts-expect-error an object is no value for markup
  assert.throws(() => html`${vervalst}`)
})

test('attributes', () => {
  const lijst = attrs({ id: 'a"b', required: true, disabled: false, value: undefined, maxlength: 3 })
  assert.equal(String(lijst), ' id="a&quot;b" required maxlength="3"')
  assert.throws(() => attrs({ 'x onclick=y': 'z' }))
})
