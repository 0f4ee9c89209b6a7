import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { gedaanten, leesDatabank } from '../nummers.ts'
import { startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'
import { loopMetTab } from './toetsenbord.ts'

async function naarBalie(page: Page, organisatie: RegExp, wie: RegExp): Promise<void> {
  await page.goto('/balie/inloggen')
  await page.getByRole('link', { name: organisatie }).click()
  await page.getByRole('button', { name: wie }).click()
  await page.waitForURL('**/balie')
}

/** Search is made beside the start. */
async function wachtOpZoeken(page: Page): Promise<void> {
  for (let keer = 0; keer < 60; keer++) {
    await page.goto('/zoeken?q=aow')
    if ((await page.locator('.vd-found').count()) > 0) return
    await page.waitForTimeout(500)
  }
}

async function zoek(page: Page, tekst: string): Promise<void> {
  await page.goto('/balie/kennis')
  await page.getByRole('searchbox').fill(tekst)
  await page.getByRole('button', { name: 'Zoek', exact: true }).click()
}

test('a colleague finds a sheet by a misspelt word, says that a part is not right, and its owner answers', async (t: TestContext) => {
  const { nieuw } = await startReis(t)
  const { page } = await nieuw({ javaScriptEnabled: false })
  await wachtOpZoeken(page)
  await naarBalie(page, /Bibliotheek/, /Corrie/)
  await page.getByRole('link', { name: 'Elkaars regelingen kennen' }).click()
  for (const [tekst, titel] of [
    ['zorgtoelsag', 'Zorgtoeslag'],
    ['bijstandsuitkeringen', 'Bijstand'],
  ] as const) {
    await zoek(page, tekst)
    assert.equal(await page.locator('.vd-found__title a').first().textContent(), titel, tekst)
    // What was typed stands in no address.
    assert.equal(new URL(page.url()).search, '')
  }
  await zoek(page, 'zorgtoelsag')
  await page.locator('.vd-found__title a').first().click()
  await page.getByText('Dit blad is van Dienst Toeslagen.').waitFor()
  await page.getByText('artikel Awir 15 lid 1').first().waitFor()
  // Nobody established a hardship clause, nor a way for professionals: that is said, and not made up.
  const hardheid = page.locator('section', { has: page.getByRole('heading', { name: 'Hardheidsclausule' }) })
  await hardheid.getByText('Niet bekend').waitFor()
  await page.getByText('Een eigen weg voor professionals bij Dienst Toeslagen: niet bekend.').waitFor()
  await hardheid.getByRole('link', { name: 'Dit klopt niet' }).click()
  await page.getByRole('button', { name: 'Stuur de melding' }).click()
  await page.getByRole('alert').getByText('Kies wat er mis is.').waitFor()
  await page.getByLabel('Er ontbreekt iets').check()
  await page.getByRole('textbox').fill('Noem het artikel. Bel 06 12345678 voor mevrouw.')
  await page.getByRole('button', { name: 'Stuur de melding' }).click()
  await page.getByText('Uw melding is verstuurd.').waitFor()
  // A sheet of nobody in particular is there too, from what the corpus knows.
  await page.goto('/balie/kennis/regelingen/ooievaarspas')
  await page.getByText('Voor dit onderwerp schreef nog niemand aanwijzingen.').waitFor()
  assert.equal((await page.goto('/balie/kennis/regelingen/bestaat-niet'))?.status(), 404)

  const eigenaar = await nieuw()
  await naarBalie(eigenaar.page, /Toeslagen/, /Priya/)
  await eigenaar.page.goto('/balie/kennis/meldingen')
  await eigenaar.page.getByText('Noem het artikel. Bel […] voor mevrouw.').waitFor()
  await controleerToegankelijkheid(eigenaar.page)
  await eigenaar.page.getByLabel('Wij passen het blad aan').check()
  await eigenaar.page.getByLabel(/^Antwoord/).fill('Wij zoeken het artikel op.')
  await eigenaar.page.getByRole('button', { name: /Beantwoord en sluit/ }).click()
  await eigenaar.page.getByText('De melding is beantwoord en gesloten.').waitFor()
  assert.equal(await eigenaar.page.getByRole('button', { name: /Beantwoord/ }).count(), 0)
  await page.goto('/balie/kennis/meldingen')
  await page.getByText('Wij zoeken het artikel op.').waitFor()
  assert.equal(await page.getByRole('button', { name: /Beantwoord/ }).count(), 0)
  // Another organisation does not see a report that was not for it.
  const svb = await nieuw()
  await naarBalie(svb.page, /SVB|Verzekeringsbank/, /Henk/)
  await svb.page.goto('/balie/kennis/meldingen')
  assert.equal(await svb.page.getByText('Noem het artikel').count(), 0)
  for (const pad of [
    '/balie/kennis',
    '/balie/kennis/regelingen/zorgtoeslag',
    '/balie/kennis/gebeurtenissen/overlijden',
  ]) {
    await svb.page.goto(pad)
    await controleerToegankelijkheid(svb.page)
  }
  assert.ok((await loopMetTab(svb.page)) > 10)
})

/** Words that nobody else writes, and a number that looks like one of a person. */
const geheim = 'zwartgeblakerde paraplufabriek'
const nummer = '111222333'

test('whoever walks in is helped without a file: proposals, an appointment, a print, and nothing stays behind', async (t: TestContext) => {
  const { nieuw, regels, gezien, url } = await startReis(t)
  const { page, context } = await nieuw()
  const adressen: string[] = []
  page.on('request', (vraag) => adressen.push(vraag.url()))
  await wachtOpZoeken(page)
  await naarBalie(page, /Bibliotheek/, /Corrie/)
  await page.getByRole('link', { name: 'Iemand helpen zonder dossier' }).click()
  await controleerToegankelijkheid(page)
  await page.getByRole('button', { name: 'Zoek wat erbij past' }).click()
  await page.getByRole('alert').getByText('Schrijf op wat de vraag is.').waitFor()
  await page
    .getByLabel('Wat is de vraag?')
    .fill(`Mijn man is overleden, ${geheim}, ${nummer}. Houd ik de huurtoeslag?`)
  await page.getByLabel('Waar woont de bezoeker?').fill('Roterdam')
  await page.getByRole('button', { name: 'Zoek wat erbij past' }).click()
  await page.getByRole('alert').getByText('Deze gemeente kennen wij niet.').waitFor()
  await page.getByLabel('Waar woont de bezoeker?').fill('Rotterdam')
  await page.getByRole('button', { name: 'Zoek wat erbij past' }).click()
  await page.getByText(geheim).first().waitFor()
  await page
    .getByText(/in de vraag staat.*“overleden”/)
    .first()
    .waitFor()
  await page.getByLabel('Huurtoeslag', { exact: true }).check()
  await page.getByLabel('Sociale Verzekeringsbank (SVB)', { exact: true }).check()
  await page.getByRole('button', { name: 'Zet op de kaart' }).click()
  await page.getByRole('link', { name: '0800 0543' }).waitFor()
  await controleerToegankelijkheid(page)

  await page.getByRole('link', { name: /Kies een tijd bij Sociale Verzekeringsbank/ }).click()
  await controleerToegankelijkheid(page)
  await page.getByRole('button', { name: 'Maak de afspraak' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByRole('group', { name: /tijd/i }).getByRole('radio').first().check()
  await page.getByLabel('Een brief die ik niet begrijp').check()
  await page.getByRole('button', { name: 'Maak de afspraak' }).click()
  const afspraaknummer = /[A-Z]{3}-\d{4}/.exec(
    await page.getByText(/De afspraak staat\. Nummer/).innerText(),
  )?.[0]
  assert.ok(afspraaknummer)

  await page.getByRole('link', { name: 'Print voor de bezoeker' }).click()
  await page.emulateMedia({ media: 'print' })
  await page.getByText(afspraaknummer).waitFor()
  await page.getByText('0800 0543').waitFor()
  await page.getByText('Openingstijden: niet bekend.').first().waitFor()
  // Who sat at the desk is not on it.
  assert.equal(await page.getByText('Corrie Leesweide').isVisible(), false)
  await page.emulateMedia({ media: 'screen' })
  await controleerToegankelijkheid(page)

  // No file: what is of residents is closed to this role.
  for (const pad of [
    '/balie/zoeken',
    '/balie/inwoner',
    '/balie/zaken',
    '/balie/afspraken',
    '/balie/zonder-naam',
  ])
    assert.equal((await page.goto(pad))?.status(), 403, pad)

  // Another login on the same computer does not see the card.
  const kaartkoekjes = (await context.cookies()).filter(({ name }) => /^voordeur\d$/.test(name))
  const sven = await nieuw({ javaScriptEnabled: false })
  await naarBalie(sven.page, /Uw bank/, /Sven/)
  await sven.context.addCookies(kaartkoekjes)
  await sven.page.goto('/balie/intake')
  assert.equal(await sven.page.getByText(geheim).count(), 0)
  // Without JavaScript it is the same card.
  await sven.page.getByLabel('Wat is de vraag?').fill('Ik kan de huur niet betalen.')
  await sven.page.getByRole('button', { name: 'Zoek wat erbij past' }).click()
  await sven.page.getByLabel('Huurtoeslag', { exact: true }).check()
  await sven.page.getByRole('button', { name: 'Zet op de kaart' }).click()
  await sven.page.getByRole('link', { name: '0800 0543' }).waitFor()
  await sven.page.getByRole('button', { name: 'Klaar: wis alles' }).click()
  await sven.page.getByText('De kaart is gewist.').waitFor()

  await page.goto('/balie/intake')
  await page.getByRole('button', { name: 'Klaar: wis alles' }).click()
  await page.getByText('Deze browser heeft geen kaart en geen antwoorden meer.').waitFor()
  assert.deepEqual(
    (await context.cookies()).filter(({ name }) => /^voordeur\d$/.test(name)),
    [],
  )
  await controleerToegankelijkheid(page)

  // The desk receives who comes with the number, and nothing else of them.
  const henk = await nieuw()
  await naarBalie(henk.page, /SVB|Verzekeringsbank/, /Henk/)
  await henk.page.getByRole('link', { name: 'Afspraken zonder naam' }).click()
  await henk.page.getByText(afspraaknummer, { exact: true }).waitFor()
  await controleerToegankelijkheid(henk.page)
  await henk.page.getByRole('button', { name: new RegExp(`Zeg af.*${afspraaknummer}`) }).click()
  await henk.page.getByText('De afspraak is afgezegd.').waitFor()

  // Nothing of it is in the database, in the log or in an address; only the pages of this browser said it.
  const databank = await leesDatabank(url)
  assert.ok(databank.includes(afspraaknummer), 'de hele databank is gelezen')
  for (const [waar, tekst] of [
    ['databank', databank],
    ['logboek', regels.join('\n')],
    ['adressen', adressen.join('\n')],
  ] as const)
    for (const vorm of ['paraplufabriek', ...gedaanten(nummer)])
      assert.ok(!tekst.includes(vorm), `${vorm} staat in ${waar}`)
  assert.ok(gezien.some((tekst) => tekst.includes('paraplufabriek')))
})
