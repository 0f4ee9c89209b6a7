import { type Browser, chromium } from 'playwright-core'
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
