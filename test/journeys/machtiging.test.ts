import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { leesDatabank, vindNummers } from '../nummers.ts'
import { logIn, opstelling } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

const zonderScript = { javaScriptEnabled: false }

/** Axe runs in the page and needs scripts; the same page is looked at in a browser that has them. */
async function maakCode(page: Page, isOokNagekeken = false): Promise<string> {
  const kijk = async () => {
    if (isOokNagekeken) await controleerToegankelijkheid(page)
  }
  await page.goto('/mijn/machtigingen/geven')
  await kijk()
  await page.selectOption('#bij', 'svb')
  await page.getByRole('button', { name: 'Verder' }).click()
  await kijk()
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByText('Kies of het voor alles is, of voor een paar diensten.').first().waitFor()
  await kijk()
  await page.getByLabel('Alleen voor de diensten die ik kies').check()
  await page.getByLabel('AOW-pensioen').check()
  await page.getByLabel('Kinderbijslag', { exact: true }).check()
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByText('Van 1 maart 2026 tot en met 28 februari 2027.').waitFor()
  await kijk()
  await page.getByRole('button', { name: 'Maak de code' }).click()
  const code = await page.locator('.vd-code__digits').textContent()
  await kijk()
  assert.match(code ?? '', /^\d{3} \d{3} \d{3} \d{3}$/)
  return code ?? ''
}

test('somebody gives a mandate by a code, the other accepts, acts for one service at a time, and it ends at once', async (t) => {
  const { page: fatima, nieuw, regels, url } = await opstelling(t, zonderScript)
  await fatima.goto('/inloggen?naar=machtigingen')
  await logIn(fatima, /Fatima/)
  const code = await maakCode(fatima)
  // Without a script there is no button that only a script makes work.
  assert.equal(await fatima.getByRole('button', { name: 'Print' }).count(), 0)

  const { page: marloes } = await nieuw()
  await marloes.goto('/inloggen?naar=machtigingen')
  await logIn(marloes, /Marloes/)
  await controleerToegankelijkheid(marloes)
  // A wrong code says nothing, and nothing of whose code there is.
  for (const fout of ['000 000 000 001', 'geen code']) {
    await marloes.fill('#code', fout)
    await marloes.getByRole('button', { name: 'Bekijk wat erin staat' }).click()
    await marloes.getByText('Deze code werkt niet.').first().waitFor()
    assert.equal(await marloes.getByText('Fatima').count(), 0)
  }
  await controleerToegankelijkheid(marloes)
  await marloes.fill('#code', code.replaceAll(' ', '-'))
  await marloes.getByRole('button', { name: 'Bekijk wat erin staat' }).click()
  await marloes.getByText('Fatima el Nourani wil u machtigen.').waitFor()
  for (const tekst of ['Sociale Verzekeringsbank (SVB)', 'AOW-pensioen', 'Kinderbijslag'])
    await marloes.getByText(tekst, { exact: true }).waitFor()
  await marloes.getByText('Bij elkaar is dat: naam, geboortedatum, adres, partner en kinderen.').waitFor()
  await controleerToegankelijkheid(marloes)
  await marloes.getByRole('button', { name: 'Ja, ik regel dit' }).click()
  await marloes.getByText('U zei ja.').waitFor()

  // Once: also for who accepted it.
  await marloes.fill('#code', code)
  await marloes.getByRole('button', { name: 'Bekijk wat erin staat' }).click()
  await marloes.getByText('Deze code werkt niet.').first().waitFor()

  // One service at a time, and every page says which.
  await marloes.goto('/mijn/voor-wie')
  assert.equal(await marloes.getByRole('button', { name: /Kies.*Fatima/ }).count(), 2)
  await controleerToegankelijkheid(marloes)
  await marloes.getByRole('button', { name: /Kies.*Fatima.*AOW-pensioen/ }).click()
  const strip = marloes.getByRole('region', { name: 'Voor wie en waar' })
  await strip.getByText(/Fatima el Nourani, machtiging, AOW-pensioen bij Sociale/).waitFor()
  await marloes.goto('/mijn/gegevens')
  await marloes.getByText('Fatima el Nourani').nth(1).waitFor()
  // What the pension reads, and nothing else of what the registers have.
  await marloes.getByText(/U regelt hier AOW-pensioen .* Daarvoor zijn deze gegevens nodig\./).waitFor()
  const termen = await marloes.locator('dl.vd-data dt').allTextContents()
  assert.deepEqual(termen, ['Naam', 'Geboortedatum', 'Adres', 'Partner'])
  await marloes.getByRole('heading', { name: 'Wat u hier niet ziet' }).waitFor()
  await controleerToegankelijkheid(marloes)
  await marloes.goto('/mijn/voor-wie')
  await marloes.getByRole('button', { name: /Kies.*Fatima.*Kinderbijslag/ }).click()
  await marloes.goto('/mijn/gegevens')
  const kinderbijslag = await marloes.locator('dl.vd-data dt').allTextContents()
  assert.deepEqual(kinderbijslag, ['Naam', 'Geboortedatum', 'Adres', 'Kinderen'])
  await marloes.goto('/mijn/voor-wie')
  await marloes.getByRole('button', { name: /Kies.*Fatima.*AOW-pensioen/ }).click()
  await marloes.goto('/rechten')
  await strip.getByText(/AOW-pensioen bij Sociale/).waitFor()
  // Who has a mandate gives nothing on.
  assert.equal((await marloes.goto('/mijn/machtigingen/geven'))?.status(), 403)
  assert.equal((await marloes.goto('/mijn/machtigingen/code'))?.status(), 403)

  // The giver sees who, for what; and ends it while the other is in the middle of it.
  await fatima.goto('/mijn/inzage')
  await fatima
    .getByText(/Iemand anders namens deze persoon \(machtiging, AOW-pensioen bij/)
    .first()
    .waitFor()
  await fatima.goto('/mijn/machtigingen')
  await fatima.getByText(/Machtiging: Marloes/).waitFor()
  await fatima.getByRole('button', { name: /^Trek in/ }).click()
  await fatima.getByText('De machtiging is ingetrokken.').waitFor()
  assert.equal((await marloes.goto('/mijn/gegevens'))?.status(), 403)

  const overal = [...regels, await leesDatabank(url)].join('\n')
  assert.ok(!overal.includes(code) && !overal.includes(code.replaceAll(' ', '')), 'the code stands nowhere')
})

test('guessing stops; a refused code and a withdrawn one are gone; who is under curatele gives nothing', async (t) => {
  const { page: lisa, nieuw } = await opstelling(t)
  await lisa.goto('/inloggen?naar=machtigingen')
  await logIn(lisa, /Lisa/)
  const code = await maakCode(lisa, true)
  const { page: sanne } = await nieuw(zonderScript)
  await sanne.goto('/inloggen?naar=machtigingCode')
  await logIn(sanne, /Sanne/)
  const probeer = async (wat: string) => {
    await sanne.fill('#code', wat)
    await sanne.getByRole('button', { name: 'Bekijk wat erin staat' }).click()
  }
  await probeer(code)
  await sanne.getByRole('button', { name: 'Nee, ik wil dit niet' }).click()
  await sanne.getByText('U zei nee.').waitFor()
  await lisa.goto('/mijn/machtigingen')
  await lisa.getByText('Wie de code had, zei nee.').waitFor()

  const tweede = await maakCode(lisa)
  await lisa.goto('/mijn/machtigingen')
  await controleerToegankelijkheid(lisa)
  await lisa.getByRole('button', { name: /Trek de code in/ }).click()
  await lisa.getByText('De code werkt niet meer. Dit geldt meteen.').waitFor()

  const derde = await maakCode(lisa)
  for (const fout of [code, tweede, '1', '2', '3']) {
    await probeer(fout)
    await sanne.getByText('Deze code werkt niet.').first().waitFor()
  }
  await probeer(derde)
  await sanne.getByText('U vulde te vaak een verkeerde code in.').first().waitFor()

  // Where the register does not answer, it is not known whether somebody may give: then nothing is given.
  const { page: stil } = await nieuw(zonderScript)
  await stil.goto('/inloggen?naar=machtigingGeef')
  await stil.getByRole('link', { name: 'Inloggen met DigiD' }).click()
  await stil.getByText('Mensen bij wie een bron niet goed antwoordt').click()
  await stil.locator('button[value="brp-fout-500"]').click()
  await stil.selectOption('#bij', 'svb')
  await stil.getByRole('button', { name: 'Verder' }).click()
  await stil.getByLabel('Voor alles bij deze organisatie').check()
  await stil.getByRole('button', { name: 'Verder' }).click()
  await stil.getByText('Het personenregister antwoordt niet.').first().waitFor()

  const { page: liesbeth } = await nieuw(zonderScript)
  await liesbeth.goto('/inloggen?naar=machtigingGeef')
  await logIn(liesbeth, /Liesbeth/)
  await liesbeth.selectOption('#bij', 'duo')
  await liesbeth.getByRole('button', { name: 'Verder' }).click()
  const alles = liesbeth.getByLabel('Voor alles bij deze organisatie')
  if ((await alles.count()) > 0) await alles.check()
  await liesbeth.getByRole('button', { name: 'Verder' }).click()
  await liesbeth.getByText('Een rechter wees iemand aan die dit voor u regelt.').first().waitFor()
})

test('a helper beside somebody is named on every page until it is said that they left, and is on the record', async (t) => {
  const { page, nieuw } = await opstelling(t, zonderScript)
  await page.goto('/inloggen?naar=ernaast')
  await logIn(page, /^Ria/)
  await page.fill('#naam', 'Joke 999990019')
  await page.getByRole('button', { name: 'Ja, er zit iemand naast mij' }).click()
  await page.getByText('Zet hier geen nummer van een persoon.').first().waitFor()
  await page.fill('#naam', 'Joke')
  await page.fill('#organisatie', 'Bibliotheek')
  await page.getByRole('button', { name: 'Ja, er zit iemand naast mij' }).click()
  for (const pad of ['/', '/mijn/gegevens', '/rechten', '/mijn/machtigingen']) {
    await page.goto(pad)
    await page.getByText('U wordt geholpen door Joke (Bibliotheek)').waitFor()
  }
  await page.goto('/pap/mijn')
  await page.getByText('Ta yuda bo Joke (Bibliotheek)').waitFor()
  await page.goto('/mijn/inzage')
  await page.getByText('U zelf. Er zat een helper naast.').first().waitFor()
  await page.getByText('Wie hielp: Joke, Bibliotheek.').first().waitFor()
  await page
    .getByRole('heading', { name: 'Vastleggen dat iemand naast u zat om te helpen' })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'stop de hulp' }).click()
  await page.getByText('Wij weten nu dat niemand meer naast u zit.').waitFor()
  await page.goto('/')
  assert.equal(await page.getByText('U wordt geholpen door').count(), 0)

  const { page: kijker } = await nieuw({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
  await kijker.goto('/inloggen?naar=ernaast')
  await logIn(kijker, /Greet/)
  await controleerToegankelijkheid(kijker)
  await kijker.getByRole('button', { name: 'Ja, er zit iemand naast mij' }).click()
  await kijker.getByText('U wordt geholpen door iemand naast u').waitFor()
  for (const pad of [
    '/mijn/hulp',
    '/pap/mijn/machtigingen',
    '/en/mijn/machtigingen/geven',
    '/pap/mijn/machtigingen/code',
  ]) {
    await kijker.goto(pad)
    await controleerToegankelijkheid(kijker)
    const breedte = await kijker.evaluate<number>('document.documentElement.scrollWidth')
    assert.ok(breedte <= 360, `${pad} is ${breedte} breed`)
  }
})

test('a company, one branch of it, and people without a BSN see what we know and nothing that we do not', async (t) => {
  const { app, page: hilde, nieuw, regels, gezien, url } = await opstelling(t)
  await hilde.goto('/inloggen?naar=gegevens')
  await logIn(hilde, /Hilde/, 'Inloggen met eHerkenning')
  await hilde.getByText('Fietsatelier Kettingzaag & Zn. (uw bedrijf)').waitFor()
  await hilde.getByText('90009101').waitFor()
  await hilde.getByText('Het handelsregister is hier nog niet aangesloten.').waitFor()
  await controleerToegankelijkheid(hilde)
  assert.equal(await hilde.getByRole('heading', { name: 'Personenregister (BRP)' }).count(), 0)
  assert.equal((await hilde.goto('/mijn/machtigingen'))?.status(), 403)
  await hilde.goto('/mijn/voor-wie')
  await hilde.getByText('U bent ingelogd voor dit bedrijf.').waitFor()
  await controleerToegankelijkheid(hilde)

  const { page: omar } = await nieuw(zonderScript)
  await omar.goto('/inloggen?naar=inzage')
  await logIn(omar, /Omar/, 'Inloggen met eHerkenning')
  await omar.getByText('U, voor: uw bedrijf, vestiging 000090009111').first().waitFor()
  // What was done for the whole company is not shown to who may act for one branch.
  assert.equal(await omar.getByText('Iemand anders, voor: uw bedrijf').count(), 0)
  await hilde.goto('/mijn/inzage')
  await hilde.getByText('Iemand anders, voor: uw bedrijf, vestiging 000090009111').first().waitFor()
  const { page: joke } = await nieuw(zonderScript)
  await joke.goto('/inloggen?naar=inzage')
  await logIn(joke, /Joke/, 'Inloggen met eHerkenning')
  assert.equal(await joke.getByText('000090009111').count(), 0)

  const { page: elaine } = await nieuw()
  await elaine.goto('/inloggen?naar=gegevens')
  await controleerToegankelijkheid(elaine)
  await logIn(elaine, /Elaine/, 'Inloggen met eilandnummer')
  await elaine.getByText('U staat in het bevolkingsregister van uw eiland.').waitFor()
  await controleerToegankelijkheid(elaine)
  const { page: klaus } = await nieuw(zonderScript)
  await klaus.goto('/inloggen?naar=gegevens')
  await logIn(klaus, /Klaus/, 'Inloggen met eIDAS')
  await klaus.getByText('De Nederlandse registers kennen u niet aan een nummer uit een ander land.').waitFor()

  const { bevolking } = app.demo ?? {}
  const nummers = (bevolking?.personen ?? []).flatMap(
    ({ eilandnummer, eidas }) => eilandnummer ?? eidas ?? [],
  )
  assert.ok(nummers.length >= 3)
  const eigen = gezien.filter((tekst) => !tekst.includes('Deze mensen bestaan niet'))
  const overal = { pagina: eigen.join('\n'), logboek: regels.join('\n'), databank: await leesDatabank(url) }
  assert.deepEqual(vindNummers(new Map(Object.entries(overal)), [...nummers, 'eh-90009101']), [])
})
