import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** What has the focus: whether it can be seen, lies bare, and comes after what had it before. */
const FOCUS = `(() => {
  const e = document.activeElement
  if (!e || e === document.body || e === document.documentElement) return null
  const toont = (el) => {
    const s = getComputedStyle(el)
    return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2
  }
  const labels = [...(e.labels ?? [])]
  const vak = e.getClientRects()[0] ?? e.getBoundingClientRect()
  const boven = document.elementFromPoint(vak.x + vak.width / 2, vak.y + vak.height / 2)
  const vorige = globalThis.vorigeFocus
  globalThis.vorigeFocus = e
  return {
    wat: e.tagName + ' ' + (e.id || e.getAttribute('href') || e.name || '') + ' «' + (e.textContent ?? '').trim().slice(0, 40) + '»',
    zichtbaar: toont(e) || labels.some(toont),
    bloot: boven !== null && (e.contains(boven) || boven.contains(e) || labels.some((l) => l.contains(boven))),
    erna: vorige === undefined || (vorige.compareDocumentPosition(e) & 4) === 4,
  }
})()`

/** How many stops a keyboard should make: a group of radio buttons is one. */
const HALTES = `(() => {
  const groepen = new Set()
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter((e) => {
    if (e.disabled || !e.checkVisibility({ visibilityProperty: true })) return false
    if (e.type !== 'radio') return true
    const groep = (e.form?.action ?? '') + e.name
    if (groepen.has(groep)) return false
    groepen.add(groep)
    return true
  }).length
})()`

interface Focus {
  readonly wat: string
  readonly zichtbaar: boolean
  readonly bloot: boolean
  readonly erna: boolean
}

/** Walks a page with Tab from its beginning to its end: every stop is reached once, seen, bare and in order. */
export async function loopMetTab(page: Page): Promise<number> {
  const haltes = Number(await page.evaluate(HALTES))
  const gezien: string[] = []
  for (let i = 0; i < haltes; i += 1) {
    await page.keyboard.press('Tab')
    const focus = (await page.evaluate(FOCUS)) as Focus | null // FOCUS gives exactly this
    if (focus === null) break
    gezien.push(focus.wat)
    const plek = `${page.url()}: ${focus.wat}`
    assert.ok(focus.zichtbaar, `${plek}: de focus is niet te zien`)
    assert.ok(focus.bloot, `${plek}: de focus ligt ergens onder`)
    assert.ok(focus.erna, `${plek}: komt na ${gezien.at(-2)}, maar staat ervoor`)
  }
  assert.equal(
    gezien.length,
    haltes,
    `${page.url()}: ${gezien.length} van ${haltes}, tot en met ${gezien.at(-1)}`,
  )
  return haltes
}
