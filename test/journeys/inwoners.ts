import { after, type TestContext } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { startApp } from '../../src/app.ts'
import { MEEGELEVERD, startCorpus } from '../../src/corpus/index.ts'
import { createLog, klokVanaf, loadConfig } from '../../src/platform/index.ts'
import { type Databank, regelingOpslag, zoekopslag } from '../../src/store/index.ts'
import { openGevuldeProefdatabank } from '../../src/store/proefdatabank.ts'
import { maakZoeker } from '../../src/zoeken/index.ts'
import { GEDULD, startBrowser } from './browser.ts'

/**
 * What the program looks at each minute it looks at here every second: nobody has to wait for it, and whatever
 * comes too often must do no harm. What it looks at every few seconds stays so: reading the corpus for changes takes
 * more than all else together. So does what it looks at every few hours, such as whether there is something to erase: no
 * story waits for that, and it asks the database more than all the rest.
 */
const hoogstensMs = 1_000
const vaakMs = 5_000
const zeldenMs = 3_600_000
const echt = globalThis.setInterval
globalThis.setInterval = ((doe: () => void, ms = 0) => {
  const korter = ms >= zeldenMs ? vaakMs : hoogstensMs
  return echt(doe, ms <= vaakMs ? ms : korter)
}) as typeof globalThis.setInterval

let browser: Browser | undefined
after(async () => browser?.close())

/** The whole program with its made-up organisations, on a database that can be read out afterwards. */
export async function startReis(
  t: TestContext,
  meer: Readonly<Record<string, string>> = {},
  begin = '2026-03-01T12:00:00Z',
) {
  const { url } = await openGevuldeProefdatabank(t, bewaarRegelingen)
  const regels: string[] = []
  const vanaf = klokVanaf(new Date(begin))
  let verderMs = 0
  const klok = { nu: () => new Date(vanaf.nu().getTime() + verderMs) }
  const omgeving = { VOORDEUR_PORT: '0', DATABASE_URL: url, VOORDEUR_SLEUTEL: 'x'.repeat(40), ...meer }
  const app = await startApp({
    config: loadConfig(omgeving, process.cwd()),
    klok,
    log: createLog(klok.nu, (regel) => regels.push(regel)),
  })
  t.after(app.sluit)
  browser ??= await startBrowser()
  const gestart = browser
  const baseURL = app.adres.replace(/\/\/(\[::1\]|127\.0\.0\.1)/, '//localhost')
  /** Every address that was asked and every page that came, of whoever it was. */
  const gezien: string[] = []
  /** Somebody, with a browser of their own. */
  const nieuw = async (voor: BrowserContextOptions = {}) => {
    const context = await gestart.newContext({ baseURL, locale: 'nl-NL', ...voor })
    t.after(() => context.close())
    const page = await context.newPage()
    page.setDefaultTimeout(GEDULD)
    page.on('request', (vraag) => gezien.push(vraag.url()))
    page.on('response', async (antwoord) => {
      const isPagina = antwoord.headers()['content-type']?.includes('text/html') === true
      if (isPagina) gezien.push(await antwoord.text().catch(() => ''))
    })
    return { context, page }
  }
  /** It becomes that much later, for the whole program. */
  const later = (ms: number) => {
    verderMs += ms
  }
  return { app, browser: gestart, klok, later, nieuw, regels, gezien, url }
}

/** As the start of the program does: which rules there are, and what is to be found in them. */
async function bewaarRegelingen(databank: Databank): Promise<void> {
  const gestart = await startCorpus({ mappen: [MEEGELEVERD], archief: regelingOpslag(databank) })
  if (!gestart.ok) throw new Error(JSON.stringify(gestart.fouten))
  await maakZoeker(zoekopslag(databank)).werkBij(gestart.lopend.huidig(), [])
}

/** The same, with somebody who is there already. */
export async function opstelling(t: TestContext, opties: BrowserContextOptions = {}) {
  const reis = await startReis(t)
  return { ...reis, ...(await reis.nieuw(opties)) }
}

export async function logIn(page: Page, naam: RegExp, knop = 'Inloggen met DigiD'): Promise<void> {
  await page.getByRole('link', { name: knop }).click()
  await page.getByRole('button', { name: naam }).click()
}
