import assert from 'node:assert/strict'
import { type Browser, chromium, type Page } from 'playwright-core'
import { zorgVoorBrowser } from './browser.ts'

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

/** Waits until that many others are heard, each with a sound that grows. */
export async function hoort(page: Page, aantal: number): Promise<void> {
  let eerst: Gehoord | undefined
  const tot = Date.now() + 40_000
  while (Date.now() < tot) {
    const nu = await luister(page)
    const isMeer =
      eerst?.energie.length === aantal && nu.energie.every((een, i) => een > (eerst?.energie[i] ?? een))
    if (nu.verbonden === aantal && nu.energie.length === aantal && isMeer) return
    if (nu.energie.length === aantal) eerst ??= nu
    await page.waitForTimeout(200)
  }
  assert.fail(`hoort geen ${aantal}: ${JSON.stringify(await luister(page))}`)
}
