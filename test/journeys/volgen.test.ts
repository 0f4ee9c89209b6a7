import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Toneel } from '../../src/demo/index.ts'
import { logIn, startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'
import { beantwoordAlles, ouderMetKind } from './vragen.ts'

const begin = '2026-04-02T12:00:00Z'

/**
 * Says yes to both registers and no to looking at cases, since theirs run already, and waits until they follow and were looked at: then there is something to compare with.
 * @param uitRegister What only a register knows.
 */
async function volg(page: Page, toneel: Toneel, wie: string, uitRegister: RegExp): Promise<void> {
  await page.locator('[name=brp][value=ja]').check()
  await page.locator('[name=inkomen][value=ja]').check()
  await page.locator('[name=zaken][value=nee]').check()
  await page.getByRole('button', { name: 'Ja, houd mij op de hoogte' }).click()
  await page.getByText('Wij houden u op de hoogte. U kunt dit altijd stoppen.').waitFor()
  await tot(page, '/mijn/volgen', async () => {
    const bewaard = (await page.locator('main details').first().textContent()) ?? ''
    const volgt = (await (await fetch(toneel.pagina)).text()).includes(`${wie} (wordt gevolgd)`)
    return volgt && uitRegister.test(bewaard) ? 1 : 0
  })
}

/** Looks again until it is there: the work goes on by itself. */
async function tot(page: Page, pad: string, gezien: () => Promise<number>): Promise<void> {
  for (let keer = 0; keer < 60; keer++) {
    await page.goto(pad)
    if ((await gezien()) > 0) return
    await page.waitForTimeout(500)
  }
  assert.fail(`nooit gezien op ${pad}: ${await page.locator('main').innerText()}`)
}

/** Whoever asked for help stands on the list of who decides: each page there, on a telephone. */
async function kijkAanBalie(page: Page): Promise<void> {
  await naarBalie(page, /SVB|Sociale Verzekeringsbank/, /Henk/)
  await page.goto('/balie/veranderingen')
  await controleerToegankelijkheid(page)
  await page.getByRole('button', { name: /Vraagt om hulp/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Waarom opent u dit?' }).waitFor()
  await controleerToegankelijkheid(page)
  await page.getByLabel('De inwoner belt mij').check()
  await page.getByRole('button', { name: 'Openen' }).click()
  await page.getByText('Er is een kind geboren. Dat liet de gemeente ons weten.').waitFor()
  await controleerToegankelijkheid(page)
  await page.goto('/balie/inwoner/veranderingen')
  await controleerToegankelijkheid(page)
}

test('a child is born: who chose nothing gets a letter; a correction undoes it; a person helps; on paper it is as easy; stopping erases all', async (t) => {
  const { app, nieuw } = await startReis(t, {}, begin)
  const { demo } = app
  assert.ok(demo)
  const { page } = await nieuw()
  await page.goto('/inloggen?naar=volgen')
  await logIn(page, /Lisa/)
  await page.getByRole('heading', { level: 1, name: 'Houd mij op de hoogte' }).waitFor()
  await controleerToegankelijkheid(page)
  // Nothing is chosen for them, and what was forgotten is said.
  assert.equal(await page.locator('input[type=radio]:checked').count(), 0)
  await page.getByRole('button', { name: 'Ja, houd mij op de hoogte' }).click()
  await page.getByText('Kies ja of nee bij het personenregister.').first().waitFor()
  await controleerToegankelijkheid(page)
  await page.getByRole('button', { name: 'Nee, liever niet' }).click()
  await page.getByText('Goed, wij doen niets.').waitFor()
  await volg(page, demo.toneel, 'Lisa', /23 juli 1995/)
  await controleerToegankelijkheid(page)

  assert.deepEqual(demo.toneel.speel('lisa', 'geboorte', '2026-03-20'), { verteld: 1 })
  // Once the made-up SVB answered, the page says of her case there that it runs.
  const kinderbijslag = page.getByRole('link', {
    name: /(Misschien heeft u recht op|Dit loopt al): Kinderbijslag/,
  })
  await tot(page, '/mijn/veranderingen', () => kinderbijslag.count())
  await controleerToegankelijkheid(page)
  await kinderbijslag.click()
  await page.getByText('Er is een kind geboren.').waitFor()
  await page.getByText('Dit is geen besluit.').waitFor()
  await controleerToegankelijkheid(page)
  // Who chose nothing gets it on paper, and the letter promises nothing.
  const brieven = () => demo.post.bord.lijst().filter(({ weg }) => weg === 'brief')
  await tot(page, '/mijn/berichten', async () => brieven().length)
  // One, however many schemes it is about.
  assert.equal(await page.getByText('Kijk waar u nu misschien recht op heeft').count(), 1)

  // Each answer, and the way back.
  await page.goto('/mijn/veranderingen')
  await kinderbijslag.click()
  const hier = page.url()
  for (const [knop, gezegd] of [
    ['Dit is geregeld', 'Wij vragen er niet meer naar.'],
    ['De gegevens kloppen niet', 'Hieronder staat waar u het laat aanpassen.'],
    ['Help mij', 'Uw vraag ligt bij een medewerker.'],
  ] as const) {
    await page.getByRole('button', { name: knop }).click()
    await page.getByText(gezegd).first().waitFor()
    await controleerToegankelijkheid(page)
  }
  await page
    .getByRole('link', { name: /Meld dat dit niet klopt/ })
    .first()
    .waitFor()
  await kijkAanBalie((await nieuw({ viewport: { width: 360, height: 800 } })).page)
  await page.getByRole('button', { name: 'Neem dit antwoord terug' }).click()
  await page.getByText('Uw antwoord is teruggenomen.').waitFor()

  // On paper it is as easy: with what is known filled in.
  await page.getByRole('link', { name: 'Op papier' }).click()
  await page.getByText('23 juli 1995').waitFor()
  await controleerToegankelijkheid(page)
  await page.getByRole('button', { name: 'Stuur mij dit op papier' }).click()
  await page.getByText('Er gaat een brief naar u toe').waitFor()
  await page.goto(hier)
  await page.getByRole('button', { name: 'Aanvragen' }).click()
  await page.waitForURL('**/rechten/kinderbijslag#aanvragen')
  await page.goto('/rechten/antwoorden')
  await page.getByText('23 juli 1995').waitFor()

  // It was a mistake of the register: they are told that too.
  assert.deepEqual(demo.toneel.speel('lisa', 'correctie'), { verteld: 1 })
  await tot(page, '/mijn/veranderingen', () => page.getByText('Ging toch niet door').count())
  await tot(page, '/mijn/berichten', () => page.getByText('Ons eerdere bericht klopt niet meer').count())

  // Stopping is one press, and everything is gone.
  await page.goto('/mijn/volgen')
  await page.getByRole('button', { name: 'Stop, en wis alles' }).click()
  await page.getByText('U bent gestopt.').waitFor()
  await page.goto('/mijn/veranderingen')
  await page.getByText('Wij houden u nu niet op de hoogte.').waitFor()
  assert.doesNotMatch(await page.locator('main').innerText(), /Kinderbijslag/)
})

test('who reads messages here gets a notice by e-mail; a move sets aside what was said of the home, and a correction brings it back without a message', async (t) => {
  const { app, nieuw } = await startReis(t, {}, begin)
  const { demo } = app
  assert.ok(demo)
  // As somebody whose browser runs no scripts.
  const { page } = await nieuw({ javaScriptEnabled: false })
  await beantwoordAlles(page, {
    ...ouderMetKind,
    gemeente: 'Rotterdam',
    'aanvrager/geboortedatum': '1 mei 1990',
  })
  await page.getByRole('link', { name: 'Lees wat dit betekent' }).click()
  await logIn(page, /Fatima/)
  await page.goto('/mijn/kanalen')
  await page.getByLabel('Ja, ik lees mijn post hier.').check()
  await page.getByRole('button', { name: 'Stuur mij berichten' }).click()
  await page.getByText('Voeg een e-mailadres toe').click()
  await page.getByLabel('E-mailadres').fill('fatima@voorbeeld.example')
  await page.locator('form:has(#adres-email) button').click()
  await page.getByText('Wij stuurden een code.').waitFor()
  const [code = ''] = /\d{6}/.exec(demo.post.bord.lijst()[0]?.onderwerp ?? '') ?? []
  await page.getByLabel(/^Code voor/).fill(code)
  await page.getByRole('button', { name: 'Bevestig' }).click()
  await page.getByText('Uw adres is bevestigd.').waitFor()

  await page.goto('/mijn/volgen')
  await volg(page, demo.toneel, 'Fatima', /19 november 2022/)
  const bewaard = async () => {
    await page.goto('/mijn/volgen')
    return page.locator('main details').first().textContent()
  }
  assert.match((await bewaard()) ?? '', /Rotterdam[\s\S]*650,50/)

  assert.deepEqual(demo.toneel.speel('fatima', 'verhuizing', 'GM0344'), { verteld: 1 })
  await tot(page, '/mijn/volgen', () => page.locator('main details').first().getByText('Utrecht').count())
  assert.doesNotMatch((await bewaard()) ?? '', /650,50/)
  assert.deepEqual(demo.toneel.speel('fatima', 'correctie'), { verteld: 1 })
  await tot(page, '/mijn/volgen', () => page.locator('main details').first().getByText('Rotterdam').count())
  assert.match((await bewaard()) ?? '', /650,50/)
  // What was known and is known again was never news.
  await page.goto('/mijn/veranderingen')
  await page.getByText('Wij zien nu geen verandering in waar u recht op heeft.').waitFor()
  await page.goto('/mijn/berichten')
  assert.doesNotMatch(await page.locator('main').innerText(), /recht|bericht klopt niet/)
  const kenmerk = demo.post.bord.lijst().length

  // Another income is; and the notice says nothing of what it is about.
  assert.deepEqual(demo.toneel.speel('fatima', 'inkomen', '38000'), { verteld: 1 })
  await tot(page, '/mijn/veranderingen', () => page.locator('main h2 a').count())
  await tot(page, '/mijn/berichten', async () => demo.post.bord.lijst().length - kenmerk)
  const [melding] = demo.post.bord.lijst()
  assert.deepEqual([melding?.weg, melding?.aan], ['email', 'fatima@voorbeeld.example'])
  assert.doesNotMatch(`${melding?.onderwerp} ${melding?.tekst}`, /toeslag|budget|inkomen|38/i)
})
