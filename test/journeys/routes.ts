import type { BrowserContext, Page } from 'playwright-core'
import { rondgang, zonderPagina } from '../../src/web/proefrondgang.ts'
import type { Taal } from '../../src/web/routes.ts'
import { beantwoordAlles, ouderMetKind } from './vragen.ts'

/** Beside what the links lead to: a question that is open, a scheme without a right, an error. */
const OOK = [
  '/rechten/vraag?n=1',
  '/rechten/vraag?n=2',
  '/rechten/aow',
  '/rechten/huurtoeslag',
  '/zoeken?q=huur',
  '/rechten/wat-als/werken/uitslag',
  '/gebeurtenissen/kind-krijgen',
  '/echt/K7M29QTD4XV',
  // On paper letters.
  '/gelukt/besluiten',
]

/** Somebody who has answered everything, with a plan and a change tried out. */
export async function vulAlles(page: Page, voor: string): Promise<void> {
  await beantwoordAlles(page, ouderMetKind, voor)
  await page.goto(`${voor}/gebeurtenissen/kind-krijgen`)
  await page.fill('#dag', '14')
  await page.fill('#maand', '3')
  await page.fill('#jaar', '2026')
  await page.locator('main form button').last().click()
  await page.waitForURL(/#voortgang$/)
  await page.goto(`${voor}/rechten/wat-als/werken`)
  await page.fill('#inkomen', '42000')
  await page.locator('main form button').click()
  await page.waitForURL(/uitslag$/)
}

/** One page of every route of the table, as this visitor sees it; throws when a route has none. */
export async function allePaginas(context: BrowserContext, taal: Taal): Promise<readonly string[]> {
  const vondsten = await rondgang(
    async (pad) => {
      const antwoord = await context.request.get(pad, { maxRedirects: 0 })
      const type = antwoord.headers()['content-type'] ?? ''
      const isPagina = type.startsWith('text/html')
      return { status: antwoord.status(), type, body: isPagina ? await antwoord.text() : '' }
    },
    { taal, perRoute: 2, ook: OOK },
  )
  const zonder = zonderPagina(vondsten)
  if (zonder.length > 0) throw new Error(`geen pagina gevonden van ${zonder.join(', ')}`)
  const perRoute = new Set<string>()
  return vondsten
    .filter(
      ({ naam, status, type }) =>
        status === 200 && type.startsWith('text/html') && naam !== 'gebeurtenisBewaar',
    )
    .filter(({ naam, pad }) => {
      const isNieuw = !perRoute.has(naam)
      perRoute.add(naam)
      return isNieuw || OOK.some((ook) => pad.endsWith(ook))
    })
    .map(({ pad }) => pad)
}
