import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { after } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type App, startApp } from '../../src/app.ts'
import { klokVanaf, loadConfig, stilLog } from '../../src/platform/index.ts'
import { maakProefmap } from '../../src/store/proefdatabank.ts'
import { startBrowser } from './browser.ts'

export { controleerContrast, controleerToegankelijkheid, isHeel } from './axe.ts'

export interface Reis {
  readonly page: Page
  /** `http://localhost:…`, without a slash at the end. */
  readonly basis: string
}

export interface ReisOpties extends BrowserContextOptions {
  /** `false`: as somebody whose browser runs no scripts. */
  readonly javaScriptEnabled?: boolean
}

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

let gestart: ReturnType<typeof start> | undefined

after(async () => {
  if (gestart === undefined) return
  const { app, browser, map } = await gestart
  await browser.close()
  await app.sluit()
  rmSync(map, { recursive: true, force: true })
})
