/** What stories of calls do in common: browsers with a microphone that beeps, and what is heard in them. */
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { GEDULD, zorgVoorBrowser } from './browser.ts'

/** A browser that hears a beep as its microphone; a call in it is a real call. */
export function startBelbrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: zorgVoorBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
}

/** What a page made to speak to others is kept where a test can look at it. Runs in the page. */
export const bewaarVerbindingen = `
  globalThis.alle = []
  const Echt = RTCPeerConnection
  globalThis.RTCPeerConnection = class extends Echt {
    constructor(opties) {
      super(opties)
      alle.push(this)
    }
  }`

export interface Gehoord {
  readonly verbonden: number
  readonly energie: readonly number[]
}

/** Per live connection: the sound that came in, which grows while the other is heard. */
export const luister = (page: Page): Promise<Gehoord> =>
  page.evaluate<Gehoord>(`(async () => {
    const open = alle.filter(({ connectionState }) => connectionState === 'connected')
    const energie = []
    for (const pc of open)
      for (const een of (await pc.getStats()).values())
        if (een.type === 'inbound-rtp' && een.kind === 'audio') energie.push(een.totalAudioEnergy ?? 0)
    return { verbonden: open.length, energie }
  })()`)

/** Waits until that many are connected, and exactly `hoorbaar` of them (all, when not said) make a sound that grows. */
export async function hoort(page: Page, aantal: number, hoorbaar = aantal): Promise<void> {
  let eerst: Gehoord | undefined
  const tot = Date.now() + 40_000
  while (Date.now() < tot) {
    const nu = await luister(page)
    if (nu.verbonden === aantal && nu.energie.length === aantal) {
      const luider = nu.energie.filter((een, i) => een - (eerst?.energie[i] ?? een) > 1e-4).length
      if (luider === hoorbaar) {
        if (hoorbaar === aantal) return
        // Somebody less than all: that they stay quiet shows after the others beeped again.
        if (eerst !== undefined && (await blijftBij(page, nu, hoorbaar))) return
      }
      if (eerst?.energie.length !== aantal || luider > hoorbaar) eerst = nu
    } else eerst = undefined
    await page.waitForTimeout(200)
  }
  assert.fail(`hoort geen ${hoorbaar} van ${aantal}: ${JSON.stringify(await luister(page))}`)
}

/** Over more than two beeps, the same number of sounds grows. */
async function blijftBij(page: Page, eerst: Gehoord, hoorbaar: number): Promise<boolean> {
  await page.waitForTimeout(2_500)
  const { energie } = await luister(page)
  return energie.filter((een, i) => een - (eerst.energie[i] ?? 0) > 1e-4).length === hoorbaar
}

/** So much louder did it become in half a second. */
export async function groei(page: Page): Promise<number> {
  const som = ({ energie }: Gehoord) => energie.reduce((totaal, een) => totaal + een, 0)
  const eerst = som(await luister(page))
  await page.waitForTimeout(500)
  return som(await luister(page)) - eerst
}

/** What was on its way still arrives; then it is quiet, or it never becomes so. */
export async function isStil(page: Page): Promise<boolean> {
  for (let keer = 0; keer < 20; keer++) if ((await groei(page)) < 1e-4) return true
  return false
}

/** People with browsers of their own, that all call in the same engine. */
export async function belmensen(t: TestContext, baseURL: string, gezien: string[] = []) {
  const browser = await startBelbrowser()
  t.after(() => browser.close())
  return async (): Promise<Page> => {
    const context = await browser.newContext({ baseURL, locale: 'nl-NL' })
    t.after(() => context.close())
    await context.addInitScript(bewaarVerbindingen)
    const page = await context.newPage()
    page.setDefaultTimeout(GEDULD)
    page.on('request', (vraag) => gezien.push(vraag.url()))
    return page
  }
}

/** A professional calls an organisation, and somebody of it answers; the moment at which they press for that. */
export async function belOrganisatie(van: Page, naar: Page, organisatie: string): Promise<number> {
  await naar.goto('/balie/lijnen/gesprekken')
  await van.goto('/balie/lijnen/gesprekken')
  await van.getByLabel('Welke organisatie?').selectOption(organisatie)
  await van.getByRole('button', { name: 'Bel', exact: true }).click()
  const neemOp = naar.getByRole('button', { name: 'Neem op' })
  await neemOp.waitFor()
  const opMs = performance.now()
  await neemOp.click()
  return opMs
}

/** Somebody comes in with the code that the desk made for them. */
export async function metCode(balie: Page, gast: Page, voor: string): Promise<void> {
  await balie.getByRole('button', { name: voor }).click()
  await gast.goto((await balie.getByText(/\/gesprek#/).textContent()) ?? '')
  await gast.getByRole('button', { name: 'Doe mee' }).click()
}

/** Returns when that many others were heard for the first time. */
export async function eersteGeluid(page: Page, aantal: number): Promise<void> {
  for (;;) {
    const { energie } = await luister(page)
    if (energie.filter((een) => een > 0).length >= aantal) return
    await page.waitForTimeout(20)
  }
}

/** Whether everything that comes in on this page is silenced for who sits before it. */
export const isDoof = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`[...document.querySelectorAll('audio')].every(({ muted }) => muted)`)
