import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type App, startApp } from '../../src/app.ts'
import { klokVanaf, loadConfig, stilLog } from '../../src/platform/index.ts'
import { maakProefmap } from '../../src/store/proefdatabank.ts'
import { startBrowser } from './browser.ts'

export interface Reis {
  readonly page: Page
  /** `http://localhost:…`, without a slash at the end. */
  readonly basis: string
}

export interface ReisOpties extends BrowserContextOptions {
  /** `false`: as somebody whose browser runs no scripts. */
  readonly javaScriptEnabled?: boolean
}

/** `VOORDEUR_PROEF=heel`: every page in every language; otherwise all in Dutch, and a part in each of the others. */
export const isHeel = process.env.VOORDEUR_PROEF === 'heel'

/** The day on which every journey takes place. */
export const reisdag = '2026-03-01'

/**
 * A person with a browser of their own (nothing left of another journey) before the real program: database,
 * corpus, HTTP. Program and browser are started once for all journeys. What the page logs as an error fails the test.
 */
export async function openReis(
  t: { after: (fn: () => Promise<void>) => void },
  opties: ReisOpties = {},
): Promise<Reis> {
  gestart ??= start()
  const { app, browser } = await gestart
  const basis = app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost')
  const context = await browser.newContext({ baseURL: basis, locale: 'nl-NL', ...opties })
  const page = await context.newPage()
  const klachten: string[] = []
  page.on('pageerror', (fout) => klachten.push(fout.message))
  page.on('console', (bericht) => {
    if (bericht.type() === 'error') klachten.push(bericht.text())
  })
  t.after(async () => {
    await context.close()
    // Chrome reports each answer of 400 or more as well; journeys test those on purpose.
    assert.deepEqual(
      klachten.filter((klacht) => !/the server responded with a status of/.test(klacht)),
      [],
    )
  })
  return { page, basis }
}

/** WCAG 2.2 AA as far as a program can see it; each fault with the place where it stands. */
export async function controleerToegankelijkheid(page: Page): Promise<void> {
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  await vraagAxe(page, { runOnly })
}

/** Only what another colour scheme can change. */
export async function controleerContrast(page: Page): Promise<void> {
  await vraagAxe(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } })
}

async function vraagAxe(page: Page, opties: object): Promise<void> {
  // By the debugger and not as a script of the page, which our own security policy would refuse.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axeBron)
  const gevonden: unknown = await page.evaluate(
    `axe.run(document, ${JSON.stringify(opties)})
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.target.join(' ')).join(', ')))`,
  )
  assert.deepEqual(gevonden, [], page.url())
}

async function start(): Promise<{ app: App; browser: Browser; map: string }> {
  const map = maakProefmap()
  const nu = new Date(`${reisdag}T12:00:00Z`)
  const omgeving = {
    VOORDEUR_PORT: '0',
    VOORDEUR_DATA: map,
    DEMO: 'false',
    DATABASE_URL: process.env.DATABASE_URL,
  }
  const config = loadConfig(omgeving, process.cwd())
  const app = await startApp({ config, klok: klokVanaf(nu), log: stilLog })
  const browser = await startBrowser()
  return { app, browser, map }
}

const axeBron = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let gestart: ReturnType<typeof start> | undefined

after(async () => {
  if (gestart === undefined) return
  const { app, browser, map } = await gestart
  await browser.close()
  await app.sluit()
  rmSync(map, { recursive: true, force: true })
})
