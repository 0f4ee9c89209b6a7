import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'

/** In lane hours of the made-up teams. */
const MAANDAGOCHTEND = '2026-03-02T09:00:00Z'

/** Types it in the guide of that language; the subjects that come out, in order, each with the teams under it. */
async function gevonden(page: Page, taal: '' | '/en' | '/pap', q: string) {
  await page.goto(`${taal}/balie/lijnen`)
  await page.locator('#q').fill(q)
  await page.locator('form[role="search"] button').click()
  const secties = await page.locator('main section.vd-section[aria-labelledby]').all()
  return Promise.all(
    secties.map(async (een) => ({
      id: await een.getAttribute('aria-labelledby'),
      teams: await een.locator('.vd-lijn h3').allInnerTexts(),
    })),
  )
}

test('in each language the words of the page and the Dutch ones of the letter on the desk lead to the same team', async (t) => {
  const { nieuw } = await startReis(t, {}, MAANDAGOCHTEND)
  const { page } = await nieuw({ javaScriptEnabled: false })
  await naarBalie(page, /Rotterdam/, /Esra/)
  const toeslagen = 'Lijn voor professionals (verzonnen)'
  const uwv = 'Lijn werk en ziekte (verzonnen)'
  for (const [taal, q, id, team] of [
    ['', 'huur te hoog', 'regeling-huurtoeslag', toeslagen],
    ['/en', 'huur te hoog', 'regeling-huurtoeslag', toeslagen],
    ['/en', 'rent benefit', 'regeling-huurtoeslag', toeslagen],
    ['/en', 'ziek op het werk', 'gebeurtenis-ziek-worden', uwv],
    ['/pap', 'ziek op het werk', 'gebeurtenis-ziek-worden', uwv],
    ['/pap', 'gaan scheiden', 'gebeurtenis-scheiden', toeslagen],
    ['/pap', 'kontribushon pa hür', 'regeling-huurtoeslag', toeslagen],
  ] as const)
    assert.deepEqual((await gevonden(page, taal, q))[0], { id, teams: [team] }, `${taal} ${q}`)
})

test('in the words of whoever asks: what they mean most goes first, also when nobody has a line for it; and what the answer goes by is said', async (t) => {
  const { nieuw } = await startReis(t, {}, MAANDAGOCHTEND)
  const { page } = await nieuw()
  await naarBalie(page, /Rotterdam/, /Esra/)
  const [overleden] = await gevonden(page, '', 'mijn man is overleden')
  assert.deepEqual(overleden, {
    id: 'gebeurtenis-overlijden',
    teams: ['Lijn AOW en kinderbijslag (verzonnen)'],
  })
  await page
    .getByText(
      'Gezocht op: “mijn man is overleden” · Rotterdam · Nederlands · Uitleg · Voor een inwoner die nu bij mij is.',
    )
    .waitFor()
  await controleerToegankelijkheid(page)
  const [trouwen] = await gevonden(page, '', 'wij gaan trouwen')
  assert.deepEqual(trouwen, { id: 'gebeurtenis-trouwen', teams: [] })
  await page.getByText('Voor deze vraag is er nog geen team met een lijn.').waitFor()
  await controleerToegankelijkheid(page)
})
