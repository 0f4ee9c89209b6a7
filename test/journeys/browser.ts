import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { aptGet, magInstalleren } from '../debian.ts'

/**
 * Without windows first: the same engine, that draws nothing for a screen. A page costs it half the processor, a stop
 * of the keyboard two thirds.
 */
const zonderVensters = 'chromium-headless-shell'

/**
 * Named limit: so long what must come may take. Everything runs side by side, on machines that have other work too; what
 * never comes fails all the same.
 */
export const GEDULD = 30_000

const namen = [
  zonderVensters,
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]

/** Where a Chromium or Chrome is usually found, after VOORDEUR_CHROMIUM and the PATH. */
const bekendePlekken = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export function findBrowser(): string | undefined {
  const gekozen = process.env.VOORDEUR_CHROMIUM
  if (gekozen !== undefined && gekozen !== '') return gekozen
  const mappen = (process.env.PATH ?? '').split(delimiter)
  const paden = [...namen.flatMap((naam) => mappen.map((map) => join(map, naam))), ...bekendePlekken]
  return paden.find((pad) => existsSync(pad))
}

/**
 * The browser, or a sentence that says how to get one. On Debian as root it is installed, as the README says; also the
 * one without windows where there is only one with, because the journeys take half as long in it.
 */
export function zorgVoorBrowser(): string {
  const gevonden = findBrowser()
  const isGekozen = (process.env.VOORDEUR_CHROMIUM ?? '') !== ''
  if (gevonden !== undefined && (isGekozen || gevonden.includes(zonderVensters))) return gevonden
  if (magInstalleren()) {
    console.error('Voordeur: Chromium installeren voor de reizen (apt-get) …')
    // What is known of the packages may be old; asking anew takes longer than installing.
    const meteen = installeer(zonderVensters)
    if (meteen !== undefined) return meteen
    aptGet('update', '-q')
    // Debian has both, Ubuntu only the second.
    for (const pakket of gevonden === undefined ? [zonderVensters, 'chromium'] : [zonderVensters]) {
      const geinstalleerd = installeer(pakket)
      if (geinstalleerd !== undefined) return geinstalleerd
    }
  }
  if (gevonden !== undefined) return gevonden
  throw new Error(
    'Voor de reizen is Chromium of Chrome nodig. Installeer die (Debian en Ubuntu: apt-get install chromium), ' +
      'of wijs er een aan: VOORDEUR_CHROMIUM=/pad/naar/chrome npm test',
  )
}

/** Where it is then; nothing when there is no such package. */
function installeer(pakket: string): string | undefined {
  return aptGet('install', '-qy', '--no-install-recommends', pakket) ? findBrowser() : undefined
}

/** In a container Chromium is often root, and then has no sandbox; it only opens our own pages. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: zorgVoorBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
