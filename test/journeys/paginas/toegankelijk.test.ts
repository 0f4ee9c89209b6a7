import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Taal, talen } from '../../../src/web/routes.ts'
import { controleerContrast, controleerToegankelijkheid, isHeel, openReis } from '../reis.ts'
import { allePaginas, vulAlles } from '../routes.ts'
import { loopMetTab } from '../toetsenbord.ts'
import { beantwoord, ouderMetKind } from '../vragen.ts'

// Without movement: a colour that is on its way to another one is neither.
const telefoon = { viewport: { width: 360, height: 800 }, reducedMotion: 'reduce' } as const
const voorvoegsel = (taal: Taal): string => (taal === 'nl' ? '' : `/${taal}`)

/** WCAG 1.4.12, as a visitor's own style sheet would do it. */
const RUIMER = `(() => {
  const blad = new CSSStyleSheet()
  blad.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }')
  document.adoptedStyleSheets = [blad]
})()`

/** Text that lies outside a box which cuts it off, and parts wider than the window. */
const BUITEN = `(() => {
  const uit = []
  for (const e of document.querySelectorAll('main *, header *, footer *, .vd-aside *')) {
    if (e.closest('.vd-visually-hidden, svg, thead') || !e.checkVisibility()) continue
    const s = getComputedStyle(e)
    if (/hidden|clip/.test(s.overflowX) && e.scrollWidth > e.clientWidth + 1) uit.push('afgesneden: ' + e.className)
    if (e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.vd-beeld__tabel')) uit.push('buiten beeld: ' + e.tagName + '.' + e.className)
  }
  return uit.slice(0, 5)
})()`

async function controleerBreedte(page: Page, breedte: number): Promise<void> {
  const waar = `${page.url()} op ${breedte}`
  const echt = Number(await page.evaluate('document.documentElement.scrollWidth'))
  assert.ok(echt <= breedte, `${waar}: ${echt} breed`)
  assert.deepEqual(await page.evaluate(BUITEN), [], waar)
}

for (const taal of talen) {
  test(`${isHeel || taal === 'nl' ? 'every route' : 'one route in six'} in ${taal}, on a phone, light and dark: nothing that axe can find; at 400 % and with more space nothing is lost`, async (t) => {
    const { page } = await openReis(t, telefoon)
    await vulAlles(page, voorvoegsel(taal))
    const paginas = await allePaginas(page.context(), taal)
    for (const [i, pad] of [...paginas, `${voorvoegsel(taal)}/bestaat-niet`].entries()) {
      // The parts are the same in each language; words differ, and are longer or shorter.
      if (!isHeel && taal !== 'nl' && i % 6 !== talen.indexOf(taal)) continue
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(pad)
      await page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
      await controleerToegankelijkheid(page)
      await controleerBreedte(page, 360)
      // Colours do not know languages: all of them once in Dutch, half in each of the others.
      if (taal === 'nl' || !isHeel || i % 2 === talen.indexOf(taal) % 2) {
        await page.emulateMedia({ colorScheme: 'dark' })
        await controleerContrast(page)
      }
      // 1280 pixels at 400 %.
      await page.setViewportSize({ width: 320, height: 700 })
      await controleerBreedte(page, 320)
      await page.evaluate(RUIMER)
      await controleerBreedte(page, 320)
      await page.setViewportSize(telefoon.viewport)
    }
    t.diagnostic(`${paginas.length} pagina's`)
  })
}

test(`${isHeel ? 'every route' : 'every other route'} by keyboard alone: each stop is reached, seen, not covered, in order; also in forced colours`, async (t) => {
  const { page } = await openReis(t, telefoon)
  await vulAlles(page, '')
  let haltes = 0
  for (const [i, pad] of (await allePaginas(page.context(), 'nl')).entries()) {
    if (!isHeel && i % 2 === 1) continue
    await page.emulateMedia({ forcedColors: i % 3 === 0 ? 'active' : 'none' })
    await page.goto(pad)
    haltes += await loopMetTab(page)
    const vouw = page.locator('main summary').first()
    if ((await vouw.count()) === 0) continue
    const open = () => page.locator('main details').first().getAttribute('open')
    if ((await open()) === '') continue
    await vouw.focus()
    await page.keyboard.press('Enter')
    assert.equal(await open(), '', `${pad}: Enter`)
    await page.keyboard.press('Space')
    assert.equal(await open(), null, `${pad}: spatie`)
  }
  t.diagnostic(`${haltes} haltes`)
})

test('a colour that is too faint is found, also where everything else was looked at before', async (t) => {
  const { page } = await openReis(t, telefoon)
  await page.goto('/')
  await controleerContrast(page)
  for (const [wat, kleur] of [
    ['main p', 'color: #ddd'],
    ['main', 'background: #555'],
    ['footer a', 'opacity: 0.2'],
  ]) {
    await page.goto('/')
    await controleerContrast(page)
    await page.evaluate(`document.querySelector('${wat}').style.cssText += ';${kleur}'`)
    await assert.rejects(controleerContrast(page), /color-contrast/, wat)
  }
})

test('links that are too small to press beside each other are found', async (t) => {
  const { page } = await openReis(t, telefoon)
  await page.goto('/')
  await controleerToegankelijkheid(page)
  await page.evaluate(`{
    const rij = document.createElement('div')
    rij.style.display = 'flex'
    for (const tekst of ['a', 'b']) {
      const a = Object.assign(document.createElement('a'), { href: '/' + tekst, textContent: tekst })
      a.style.cssText = 'min-height: 0; font-size: 12px'
      rij.append(a)
    }
    document.querySelector('main').append(rij)
  }`)
  await assert.rejects(controleerToegankelijkheid(page), /te klein om te raken: A/)
})

test('the skip link is the first stop of every page and leads past the menu', async (t) => {
  const { page } = await openReis(t, telefoon)
  for (const pad of ['/', '/gebeurtenissen/verhuizen', '/organisaties', '/bestaat-niet']) {
    await page.goto(pad)
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('document.activeElement.hash'), '#inhoud', pad)
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.id'), 'inhoud', pad)
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate("document.activeElement.closest('main, .vd-aside') !== null"), true, pad)
  }
})

test('each question on the way, and forms with a fault: nothing that axe can find', async (t) => {
  const { page } = await openReis(t, telefoon)
  await page.goto('/rechten/vraag?n=1')
  await page.locator('button[value=verder]').click()
  await controleerToegankelijkheid(page)
  await page.goto('/gebeurtenissen/kind-krijgen')
  await page.fill('#dag', '30')
  await page.fill('#maand', 'februari')
  await page.fill('#jaar', '2026')
  await page.locator('main form button').click()
  await controleerToegankelijkheid(page)
  await page.goto('/rechten/vraag?n=1')
  const soorten = new Set<string>()
  for (let n = 0; n < 40 && page.url().includes('/vraag'); n += 1) {
    const velden = await page.evaluate(
      "[...document.querySelectorAll('main input:not([type=hidden])')].map((veld) => veld.id).join()",
    )
    if (!soorten.has(String(velden))) {
      await controleerToegankelijkheid(page)
      await controleerBreedte(page, 360)
      await page.emulateMedia({ colorScheme: 'dark' })
      await controleerContrast(page)
      await page.emulateMedia({ colorScheme: 'light' })
    }
    soorten.add(String(velden))
    await beantwoord(page, ouderMetKind)
  }
  assert.ok(soorten.size > 3)
})
