import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { proefportaal } from '../../../src/web/proefportaal.ts'
import { proefdag } from '../../../src/web/proefweb.ts'
import {
  klaar,
  maakProefzaken,
  type Proefzaken,
  type ProefzakenDelen,
  proefstanden,
  proefuuid,
  proefzaak,
  proefzaken,
} from '../../../src/web/proefzaken.ts'
import { type Taal, talen } from '../../../src/web/routes.ts'
import { GEDULD, startBrowser } from '../browser.ts'
import { controleerContrast, controleerToegankelijkheid, isHeel } from '../reis.ts'
import { loopMetTab } from '../toetsenbord.ts'

let browser: Browser | undefined
after(async () => browser?.close())

/** The pages over real HTTP, with cases that never change unless a test makes them. */
async function open(t: TestContext, zaken: Proefzaken, wie: 'inwoner' | 'medewerker' = 'inwoner') {
  const portaal = proefportaal(zaken)
  t.after(() => portaal.app.close())
  const basis = await portaal.app.listen({ host: '127.0.0.1', port: 0 })
  const bezoeker = wie === 'inwoner' ? await portaal.inwoner() : (await portaal.medewerker()).bezoeker
  browser ??= await startBrowser()
  const viewport = { width: 360, height: 800 }
  const context = await browser.newContext({ baseURL: basis, viewport, reducedMotion: 'reduce' })
  t.after(() => context.close())
  const [name = '', value = ''] = bezoeker.koekjes.split('=')
  await context.addCookies([{ name, value, url: basis }])
  const page = await context.newPage()
  page.setDefaultTimeout(GEDULD)
  const klachten: string[] = []
  page.on('pageerror', (fout) => klachten.push(fout.message))
  page.on('console', (bericht) => {
    // Chrome reports each answer of 400 or more as well; some pages here are that on purpose.
    const isStatus = /the server responded with a status of/.test(bericht.text())
    if (bericht.type() === 'error' && !isStatus) klachten.push(bericht.text())
  })
  t.after(() => assert.deepEqual(klachten, []))
  return { page, basis }
}

const veel = [...proefzaken, ...Array.from({ length: 30 }, (_, i) => proefzaak(100 + i))]
const alleKlaar = klaar('gemeente-GM0599', 'duo')
const stil = { status: 'fout', soort: 'onbereikbaar', sinds: proefdag } as const
const zaak = (n: number): string => `/mijn/zaken/gemeente-GM0599/${proefuuid(n)}`

/** Every template in every state that has words of its own. */
const beelden: readonly (readonly [string, ProefzakenDelen, readonly string[], 'inwoner' | 'medewerker'])[] =
  [
    [
      'kaarten en zaken',
      { bronnen: proefstanden.filter(({ stand }) => stand.soort !== 'bezig') },
      [
        '/mijn/zaken',
        '/mijn/zaken?stand=afgerond',
        zaak(1),
        zaak(2),
        `/mijn/zaken/duo/${proefuuid(3)}`,
        zaak(4),
        zaak(77),
      ],
      'inwoner',
    ],
    [
      'nog bezig, en wat ontbreekt',
      { verhaal: { ontbreekt: ['tijdlijn', 'documenten', 'besluiten'] } },
      ['/mijn/zaken', zaak(1)],
      'inwoner',
    ],
    ['een tabel', { zaken: veel, bronnen: alleKlaar }, ['/mijn/zaken', '/mijn/zaken?n=2'], 'inwoner'],
    ['niets', { zaken: [], bronnen: alleKlaar }, ['/mijn/zaken'], 'inwoner'],
    [
      'een bron die zwijgt',
      { open: () => stil, document: () => stil },
      [zaak(1), `${zaak(1)}/documenten/${proefuuid(501)}`],
      'inwoner',
    ],
    [
      'een medewerker',
      { zaken: veel, bronnen: proefstanden.filter(({ stand }) => stand.soort !== 'bezig') },
      ['/balie/zaken', zaak(2).replace('/mijn', '/balie')],
      'medewerker',
    ],
  ]

const inTaal = (taal: Taal, pad: string): string => (taal === 'nl' ? pad : `/${taal}${pad}`)

async function controleerBreedte(page: Page, breedte: number): Promise<void> {
  const echt = Number(await page.evaluate('document.documentElement.scrollWidth'))
  assert.ok(echt <= breedte, `${page.url()}: ${echt} breed op ${breedte}`)
}

async function keur(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
  await controleerToegankelijkheid(page)
  await controleerBreedte(page, 360)
  await page.setViewportSize({ width: 320, height: 700 })
  await controleerBreedte(page, 320)
  await page.setViewportSize({ width: 360, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await controleerContrast(page)
}

for (const [naam, delen, paden, wie] of beelden)
  test(`pages of cases, ${naam}: in each language, light and dark, at 400 %: nothing that axe can find, nothing too wide`, async (t) => {
    const { page } = await open(t, maakProefzaken(delen), wie)
    for (const [i, pad] of paden.entries())
      for (const taal of talen) {
        if (!isHeel && taal !== 'nl' && i % 2 !== talen.indexOf(taal) % 2) continue
        await page.goto(inTaal(taal, pad))
        await keur(page)
      }
  })

test('a form with faults, by keyboard and for a screen reader: the faults come first and lead to their fields', async (t) => {
  const { page } = await open(t, maakProefzaken())
  for (const taal of talen) {
    await page.goto(inTaal(taal, zaak(2)))
    await page.locator('#toevoegen summary').click()
    await page.locator('#toevoegen button').click()
    await page.locator('#fouten').waitFor()
    assert.equal(await page.evaluate('document.activeElement.id'), 'fouten')
    await page.locator('#fouten a').first().click()
    assert.equal(await page.evaluate('document.activeElement.id'), 'titel')
    await keur(page)
  }
  await page.goto('/mijn/zaken')
  assert.ok((await loopMetTab(page)) > 15)
  await page.goto(zaak(2))
  assert.ok((await loopMetTab(page)) > 10)
})

test('while the list fills in, the focus, what is typed, what is open and what one looks at stay; it stops when it is complete', async (t) => {
  let stap = 0
  const rest = Array.from({ length: 6 }, (_, i) => proefzaak(200 + i))
  const langzaam = maakProefzaken({
    nu: () => ({
      zaken: stap < 2 ? proefzaken : [...rest, ...proefzaken],
      bronnen: stap < 4 ? proefstanden : [...alleKlaar, ...klaar('svb', 'uwv')],
    }),
  })
  const { page } = await open(t, langzaam)
  await page.goto('/mijn/zaken')
  const gehaald: string[] = []
  page.on('request', (vraag) => gehaald.push(vraag.url()))
  await page.locator('#zoek-zaken summary').click()
  await page.getByLabel('Zoek in uw zaken').fill('bijst')
  await page.locator('#alle-bronnen summary').focus()
  await page.locator('#alle-bronnen summary').press('Enter')
  const hoogte = () => page.evaluate("document.querySelector('#alle-bronnen').getBoundingClientRect().top")
  await page.locator('#alle-bronnen').scrollIntoViewIfNeeded()
  const eerst = Number(await hoogte())
  stap = 2
  await page.getByText('Bijstand 205').waitFor({ state: 'attached' })
  assert.equal(await page.evaluate("document.activeElement.closest('details')?.id"), 'alle-bronnen')
  assert.equal(await page.locator('#alle-bronnen').getAttribute('open'), '')
  assert.equal(await page.getByLabel('Zoek in uw zaken').inputValue(), 'bijst')
  assert.ok(Math.abs(Number(await hoogte()) - eerst) < 40, `${eerst} werd ${await hoogte()}`)
  assert.equal(await page.locator('[data-nieuws]').textContent(), '')
  stap = 4
  await page.locator('[data-verrijk="zaken"][data-klaar="ja"]').waitFor({ state: 'attached' })
  assert.match(
    (await page.locator('[data-nieuws]').textContent()) ?? '',
    /4 van de 4 organisaties hebben geantwoord/,
  )
  // Who was looking at what is gone now is still somewhere on the page.
  assert.equal(await page.getByRole('link', { name: 'Vernieuw de lijst' }).count(), 0)
  const tot = gehaald.length
  await page.waitForTimeout(5000)
  assert.equal(gehaald.length, tot)
})
