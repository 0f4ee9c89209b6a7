import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { isHeel, openReis } from './reis.ts'
import { beantwoordAlles, type Huishouden, ouderMetKind } from './vragen.ts'

const telefoon = { viewport: { width: 360, height: 800 } }

/** The same whole visit in each language: Dutch and English in Utrecht, Papiamentu on Bonaire. */
interface Bezoek {
  readonly voor: string
  readonly plaats: string
  readonly maand: string
  readonly huishouden: Huishouden
  readonly zoek: string
  readonly gevonden: string
  readonly organisatie: RegExp
  readonly stap: string
  readonly termijn: RegExp
  /** Of the step with the term, in the calendar. */
  readonly dag: string
  readonly regeling: RegExp
  readonly geld: RegExp
  readonly bel: RegExp
  /** What stands on the sheet to hand over. */
  readonly meenemen: string
}

const bezoeken: readonly Bezoek[] = [
  {
    voor: '',
    plaats: 'Utrecht',
    maand: 'maart',
    huishouden: ouderMetKind,
    zoek: 'huurtoeslach',
    gevonden: 'Huurtoeslag',
    organisatie: /Dienst Toeslagen/,
    stap: 'Geef de geboorte aan',
    termijn: /uiterlijk dinsdag 17 maart/,
    dag: '20260317',
    regeling: /Zorgtoeslag/,
    geld: /€\s129/,
    bel: /14 030/,
    meenemen: 'Wat u meeneemt',
  },
  {
    voor: '/en',
    plaats: 'Utrecht',
    maand: 'March',
    huishouden: ouderMetKind,
    zoek: 'rent benefit',
    gevonden: 'Rent benefit (huurtoeslag)',
    organisatie: /Dienst Toeslagen/,
    stap: 'Register the birth',
    termijn: /by Tuesday 17 March/,
    dag: '20260317',
    regeling: /Healthcare benefit/,
    geld: /€129/,
    bel: /14 030/,
    meenemen: 'What to bring',
  },
  {
    voor: '/pap',
    plaats: 'Boneiru',
    maand: 'mart',
    huishouden: { ...ouderMetKind, gemeente: 'bonaire', 'kinderen/0/geboortedatum': '2 aprel 2016' },
    zoek: 'onderstant',
    gevonden: 'Ònderstant',
    organisatie: /RCN|Rijksdienst/,
    stap: 'Registrá e nasementu',
    termijn: /mart/,
    dag: '202603',
    regeling: /[Yy]u/,
    geld: /\$/,
    bel: /Yama e entidat públiko/,
    meenemen: 'Kiko bo ta bai kuné',
  },
]

/** In Dutch with and without scripts; in the other languages one of the two (`VOORDEUR_PROEF=heel`: both). */
const overgeslagen: ReadonlySet<string> = new Set(['/en false', '/pap true'])

for (const bezoek of bezoeken) {
  for (const javaScriptEnabled of [true, false]) {
    if (!isHeel && overgeslagen.has(`${bezoek.voor} ${javaScriptEnabled}`)) continue
    const hoe = `${bezoek.voor || '/nl'}, on a phone, ${javaScriptEnabled ? 'with' : 'without'} scripts`
    test(`one visit ${hoe}: search, a life event, rights, what if, and a sheet for the desk`, async (t) => {
      const { page } = await openReis(t, { ...telefoon, javaScriptEnabled })
      await zoekt(page, bezoek)
      await plant(page, bezoek)
      await rekent(page, bezoek)
      await neemtMee(page, bezoek)
    })
  }
}

/** From the field on the first page to a scheme, and on to who carries it out. */
async function zoekt(page: Page, { voor, zoek, gevonden, organisatie }: Bezoek): Promise<void> {
  await page.goto(`${voor}/`)
  await page.fill('main input[name=q]', zoek)
  await page.locator('main form[role=search] button').click()
  await page.locator('.vd-found__title').getByRole('link', { name: gevonden, exact: true }).first().click()
  await page.waitForURL(/\/regelingen\//)
  assert.ok((await page.locator('.vd-channel').count()) >= 3, 'every way to apply')
  await page.locator('.vd-facts').getByRole('link', { name: organisatie }).first().click()
  await page.waitForURL(/\/organisaties\//)
  assert.ok((await page.locator('.vd-channel').count()) >= 2)
  assert.ok((await page.locator('main a[href*="/regelingen/"]').count()) > 0, 'and what else they do')
  assert.deepEqual(await page.context().cookies(), [], 'looking around sets nothing')
}

/** A life event with its day: terms, paper, calendar. */
async function plant(page: Page, { voor, plaats, maand, stap, termijn, dag, bel }: Bezoek): Promise<void> {
  await page.goto(`${voor}/gebeurtenissen`)
  await page.locator('.vd-event__title a[href$="/kind-krijgen"]').click()
  await page.fill('#dag', '14')
  await page.fill('#maand', maand)
  await page.fill('#jaar', '2026')
  await page.fill('#gemeente', plaats)
  await page.locator('main .vd-situation form button').click()
  await page.waitForURL(/#voortgang$/)
  const schakel = page.locator('.vd-link').filter({ has: page.getByRole('heading', { name: stap }) })
  assert.match(await schakel.innerText(), termijn)
  // Who gets stuck: one press to people, what to bring, and this plan on paper.
  await page.locator('.vd-stuck a').click()
  assert.match(page.url(), /#niet-digitaal$/)
  const hulp = page.locator('section[aria-labelledby=niet-digitaal]')
  assert.match(await hulp.innerText(), bel)
  const agenda = await page.context().request.get(`${voor}/gebeurtenissen/kind-krijgen/agenda.ics`)
  assert.match(await agenda.text(), new RegExp(`DTSTART;VALUE=DATE:${dag}`))
  await hulp.locator('a[href$="/gebeurtenissen/kind-krijgen/print"]').click()
  await page.waitForURL(/\/print$/)
  await page.emulateMedia({ media: 'print' })
  const stappen = await page.locator('.vd-paper__step').count()
  assert.ok(stappen >= 3, `${stappen} steps`)
  assert.match(await page.locator('main').innerText(), new RegExp(stap))
  assert.ok(!(await page.locator('.vd-nav').isVisible()))
  await page.emulateMedia({ media: 'screen' })
}

/** Questions with help beside each, the overview, a scheme with its picture, and a change. */
async function rekent(page: Page, { voor, huishouden, regeling, geld }: Bezoek): Promise<void> {
  await page.goto(`${voor}/rechten/vraag?n=1`)
  assert.ok(await page.locator('.vd-stuck a').isVisible())
  await beantwoordAlles(page, huishouden, voor)
  const kaart = page.locator('#zeker .vd-right').filter({ hasText: regeling }).first()
  assert.match(await kaart.innerText(), geld)
  await kaart.getByRole('heading').getByRole('link').click()
  await page.locator('.vd-result').waitFor()
  // On an island one applies at the desk or by letter; the other ways are there to ask.
  assert.ok((await page.locator('#aanvragen .vd-channel').count()) >= 2)
  assert.ok((await page.locator('#aanvragen .vd-channel, #vragen .vd-channel').count()) >= 3)
  assert.equal(await page.locator('#per-maand svg:visible').count(), 1, 'one of the two drawings shows')
  await page.locator('#berekening summary').first().click()
  assert.ok(await page.locator('#berekening .vd-tree').first().isVisible())
  await page.goto(`${voor}/rechten/wat-als/kind`)
  await page.fill('#geboortedatum-dag', '3')
  await page.fill('#geboortedatum-maand', '8')
  await page.fill('#geboortedatum-jaar', '2026')
  await page.locator('main form button').click()
  await page.waitForURL(/uitslag$/)
  assert.ok((await page.locator('.vd-wissel').count()) > 0)
}

/** What was filled in, to hand over at a desk; then everything is erased. */
async function neemtMee(page: Page, { meenemen, geld }: Bezoek): Promise<void> {
  await page.locator('section[aria-labelledby=niet-digitaal] a[href$="/rechten/print"]').click()
  await page.waitForURL(/\/rechten\/print$/)
  await page.emulateMedia({ media: 'print' })
  assert.ok(await page.getByRole('heading', { name: meenemen }).isVisible())
  assert.match(await page.locator('main').innerText(), geld)
  assert.ok((await page.locator('.vd-answer').count()) > 5, 'the answers themselves')
  await page.emulateMedia({ media: 'screen' })
  await page.locator('.vd-footer button').click()
  await page.waitForURL(/opnieuw=gewist/)
  assert.deepEqual(await page.context().cookies(), [])
}
