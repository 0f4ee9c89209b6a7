import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** `VOORDEUR_PROEF=heel`: every page in every language; otherwise all in Dutch, and a part in each of the others. */
export const isHeel = process.env.VOORDEUR_PROEF === 'heel'

const axeBron = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules about colours: what they say depends on nothing but what `TEKENS` puts together. */
const kleurregels = ['color-contrast', 'link-in-text-block']

/**
 * Every text of a page by what its colours are made of: of itself and of all around it the name, classes, colours,
 * background, opacity and position, and the size and weight of its letters. As hashes, with the elements left on the page.
 */
const TEKENS = `(() => {
  const hash = (tekst) => {
    let [a, b] = [0xdeadbeef, 0x41c6ce57]
    for (let i = 0; i < tekst.length; i++) {
      a = Math.imul(a ^ tekst.charCodeAt(i), 2654435761)
      b = Math.imul(b ^ tekst.charCodeAt(i), 1597334677)
    }
    return (a >>> 0).toString(36) + (b >>> 0).toString(36)
  }
  const ketens = new Map()
  const keten = (e) => {
    if (e === null) return ''
    if (!ketens.has(e)) {
      const s = getComputedStyle(e)
      const eigen = [e.tagName, e.className, s.color, s.backgroundColor, s.backgroundImage, s.opacity, s.filter,
        s.mixBlendMode, s.position, s.zIndex, s.fontSize, s.fontWeight, s.textShadow, s.textDecorationLine,
        s.borderBottomStyle, s.visibility, e.checkVisibility()]
      ketens.set(e, hash(keten(e.parentElement) + '|' + eigen.join(';')))
    }
    return ketens.get(e)
  }
  const heeftTekst = (e) =>
    e.matches('input, select, textarea, button') || [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim() !== '')
  globalThis.voordeurTekens = Map.groupBy([...document.querySelectorAll('body *')].filter(heeftTekst), keten)
  return [...globalThis.voordeurTekens.keys()]
})()`

/** What was looked at before in this process; the same text in the same colours gives the same answer. */
const gezien = new Set<string>()

/**
 * WCAG 2.5.8: what one can press and is under 24 pixels high or wide, unless it stands in a line of text or has so much
 * room that a circle of 24 pixels around it touches nothing else. The rule of axe takes more time than all others together.
 */
const TE_KLEIN = `(() => {
  const druk = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.vd-visually-hidden') && !e.disabled)
    .map((e) => ({ e, r: e.getBoundingClientRect() })).filter(({ r }) => r.width > 1 && r.height > 1)
  const blok = (e) => getComputedStyle(e).display.startsWith('inline') ? blok(e.parentElement) : e
  const lang = (tekst) => tekst.replace(/\\s+/g, '').length
  const inTekst = (e) => {
    if (getComputedStyle(e).display !== 'inline') return false
    const om = blok(e)
    return lang(om.textContent) > [...om.querySelectorAll('a, button')].reduce((som, een) => som + lang(een.textContent), 0)
  }
  const klein = druk.filter(({ e, r }) => (r.width < 24 || r.height < 24) && !inTekst(e))
  const raakt = (a, b) => {
    const [x, y] = [a.left + a.width / 2, a.top + a.height / 2]
    const [dx, dy] = [Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom)]
    return Math.hypot(dx, dy) < 12
  }
  return klein.filter(({ e, r }) => druk.some((ander) => ander.e !== e && !ander.e.contains(e) && !e.contains(ander.e) && raakt(r, ander.r)))
    .map(({ e, r }) => 'te klein om te raken: ' + e.tagName + ' «' + e.textContent.trim().slice(0, 30) + '» ' + Math.round(r.width) + 'x' + Math.round(r.height))
})()`

/** WCAG 2.2 AA as far as a program can see it; each fault with the place where it stands. */
export async function controleerToegankelijkheid(page: Page): Promise<void> {
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const uit = isHeel ? kleurregels : [...kleurregels, 'target-size']
  const rules = Object.fromEntries(uit.map((regel) => [regel, { enabled: false }]))
  // Style sheets and media need not be fetched once more for the rules that look at them: ours are on the page.
  await vraagAxe(page, 'document', { runOnly, rules, preload: isHeel })
  assert.deepEqual(await page.evaluate(TE_KLEIN), [], page.url())
  await controleerContrast(page)
}

/**
 * Only what another colour scheme can change. Header, footer and much else are the same on every page: a text whose
 * colours were looked at before is not looked at again, but when everything is (`VOORDEUR_PROEF=heel`).
 */
export async function controleerContrast(page: Page): Promise<void> {
  const tekens = (await page.evaluate(TEKENS)) as readonly string[] // TEKENS gives exactly this
  const nieuw = isHeel ? tekens : tekens.filter((een) => !gezien.has(een))
  if (nieuw.length === 0) return
  const welke = `{ include: ${JSON.stringify(nieuw)}.flatMap((een) => globalThis.voordeurTekens.get(een)) }`
  await vraagAxe(page, isHeel ? 'document' : welke, { runOnly: { type: 'rule', values: kleurregels } })
  for (const een of nieuw) gezien.add(een)
}

async function vraagAxe(page: Page, waar: string, opties: object): Promise<void> {
  // Its timers never ring where no scripts run: the test would wait for ever.
  assert.ok(
    await page.evaluate('matchMedia("(scripting: enabled)").matches'),
    'axe needs a browser with scripts',
  )
  // By the debugger and not as a script of the page, which our own security policy would refuse.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axeBron)
  // Of what is in order nothing but its number is needed.
  const gevonden: unknown = await page.evaluate(
    `axe.run(${waar}, ${JSON.stringify({ ...opties, resultTypes: ['violations'] })})
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.target.join(' ')).join(', ')))`,
  )
  assert.deepEqual(gevonden, [], page.url())
}
