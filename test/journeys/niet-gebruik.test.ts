import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import pg from 'pg'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'

test('who makes policy has the country worked out, sees where a right is left, is refused a list, and measures a campaign, without script', async (t) => {
  const { nieuw, url } = await startReis(t, {}, '2026-03-02T09:00:00Z')
  const { page: floor } = await nieuw({ javaScriptEnabled: false })
  // Looked at afterwards, in a browser with scripts: what looks needs them.
  const paden = new Set<string>()
  const bekijken = () => paden.add(new URL(floor.url()).pathname)
  await naarBalie(floor, /Rotterdam/, /Floor/)
  await floor.getByRole('link', { name: 'Wie een recht niet gebruikt' }).click()
  await floor.getByText('Dit gaat over niemand die bestaat.').waitFor()
  await floor.getByText('Er is nog niets uitgerekend.').waitFor()

  await floor.getByLabel('Startgetal').fill('geen')
  await floor.getByRole('button', { name: /Reken .* huishoudens uit/ }).click()
  await floor.getByText('Het startgetal is een getal').waitFor()
  await floor.getByLabel('Startgetal').fill('12')
  await floor.getByRole('button', { name: /Reken .* huishoudens uit/ }).click()

  // Stopped while it goes; what is done is kept.
  await floor.getByText(/\d+ van 698 stukken klaar/).waitFor({ timeout: 30_000 })
  assert.equal(await floor.getByRole('progressbar').count(), 1)
  await floor.getByRole('button', { name: 'Stop de berekening' }).click()
  await wacht(floor, 'De berekening is gestopt.')
  bekijken()
  assert.equal(await floor.getByRole('button', { name: 'Ga verder' }).count(), 1)

  // The whole country takes a while; a hundredth of it is asked for in its place.
  await vraagKlein(url)
  await wacht(floor, 'De berekening is klaar.')

  const rijen = floor.getByRole('table', { name: 'Per regeling' }).getByRole('row')
  assert.match((await rijen.filter({ hasText: 'Huurtoeslag' }).textContent()) ?? '', /12%.*CPB.*2021/)
  assert.equal(
    await rijen.filter({ hasText: 'Kinderopvangtoeslag' }).count(),
    0,
    'no published figure, no guess',
  )
  bekijken()
  const [bestand] = await Promise.all([
    floor.waitForEvent('download'),
    floor.locator('a[href$="cijfers.csv"]').click(),
  ])
  const csv = readFileSync(await bestand.path(), 'utf8').split('\r\n')
  assert.match(csv[0] ?? '', /^regeling,gemeente,gemeentenaam,.*oorzaken,datum,zaad,merk$/)
  assert.ok(
    csv.some((rij) => /^huurtoeslag,GM0599,Rotterdam,\d+,.*verzonnen,vastgesteld,aangenomen,/.test(rij)),
  )

  await floor.getByRole('link', { name: 'Huurtoeslag' }).click()
  for (const beeld of await floor.getByRole('figure').all())
    assert.match((await beeld.textContent()) ?? '', /[Dd]eels aangenomen/, 'every picture says what it is')
  const gemeenten = floor.getByRole('table', { name: 'Per gemeente' }).getByRole('row')
  assert.equal(await gemeenten.count(), 343)
  // On paper all of it, with a map and each number once, in a few sheets.
  const bladen = (await floor.pdf({ format: 'A4', preferCSSPageSize: true }))
    .toString('latin1')
    .match(/\/Type \/Page\b/g)
  assert.ok(bladen && bladen.length >= 3 && bladen.length <= 5, String(bladen?.length))
  await floor.getByLabel('Provincie').selectOption({ label: 'Zeeland' })
  await floor.getByRole('button', { name: 'Toon' }).click()
  assert.ok((await gemeenten.count()) < 20)
  bekijken()

  await floor.goto('/balie/niet-gebruik/lijst')
  await floor.getByLabel('Regeling').selectOption('bijstand')
  await floor.getByLabel('Wet proactieve dienstverlening SZW').check()
  await floor.getByRole('button', { name: 'Vraag of het mag' }).click()
  await floor.getByText('Een wetsvoorstel geeft geen bevoegdheid.').waitFor()
  bekijken()
  await floor.getByRole('link', { name: 'Maak een campagne zonder lijst' }).click()

  await floor.getByLabel('Regeling').selectOption('bijstand')
  await floor.getByRole('button', { name: 'Maak de campagne' }).click()
  await floor
    .getByRole('alert')
    .getByRole('link', { name: /Schrijf minstens één groep op/ })
    .click()
  await floor.getByLabel('Groepen om binnen te loten').fill('Noord; 40\nZuid; 62')
  await floor.getByRole('button', { name: 'Reken uit of het genoeg is' }).click()
  await floor.getByText(/Met deze groepen is die kans \d+%/).waitFor()
  await floor.getByRole('button', { name: 'Maak de campagne' }).click()
  await floor.getByText('Er is geloot tussen hele buurten.').waitFor()
  // Until somebody counted it can be another one, for their own municipality alone.
  await floor.getByRole('link', { name: 'Verander het plan' }).click()
  assert.equal(await floor.getByLabel('Gemeente', { exact: true }).locator('option').count(), 2)
  await floor.getByLabel('Startgetal van de loting').fill('7')
  bekijken()
  await floor.getByRole('button', { name: 'Bewaar het plan' }).click()
  await floor.getByText('Het plan is veranderd. Er is opnieuw geloot.').waitFor()

  await floor.locator('#campagne-bereikt').fill('99999')
  await floor.getByRole('button', { name: 'Bewaar de aantallen' }).click()
  await floor
    .getByRole('alert')
    .getByRole('link', { name: /Dit is meer dan de stap ervoor/ })
    .waitFor()
  const tel = async (getallen: Readonly<Record<string, string>>) => {
    for (const [veld, n] of Object.entries(getallen)) await floor.locator(`#${veld}`).fill(n)
    await floor.getByRole('button', { name: 'Bewaar de aantallen' }).click()
    await floor.getByText('De aantallen zijn bewaard.').waitFor()
  }
  await tel({ 'campagne-bereikt': '1800', 'campagne-aangevraagd': '240', 'campagne-toegekend': '180' })
  await tel({ 'controle-aangevraagd': '120', 'controle-toegekend': '7' })
  await floor.getByRole('cell', { name: 'minder dan 10' }).waitFor()
  await floor.locator('p', { hasText: 'een van de aantallen is kleiner dan 10' }).waitFor()
  await tel({ 'controle-toegekend': '90' })
  await floor.locator('p', { hasText: /Toegekend.*De campagne hielp/ }).waitFor()
  bekijken()
  // It ends when that is said on purpose, and what was counted stays.
  await floor.getByRole('button', { name: 'Stop de campagne' }).click()
  await floor.getByText('Kruis aan dat u het zeker weet.').waitFor()
  await floor.getByLabel('Ja, stop deze campagne').check()
  await floor.getByRole('button', { name: 'Stop de campagne' }).click()
  await floor.getByText('De aantallen blijven staan.').waitFor()
  await floor.locator('p', { hasText: /Toegekend.*De campagne hielp/ }).waitFor()
  bekijken()

  // The same on a telephone, in the dark, in the other languages.
  const hier = new URL(floor.url()).pathname
  const { page: smal } = await nieuw({ viewport: { width: 360, height: 800 }, colorScheme: 'dark' })
  await naarBalie(smal, /Rotterdam/, /Floor/)
  assert.ok(paden.has(hier) && paden.has('/balie/niet-gebruik/lijst'))
  for (const pad of [...paden, '/balie/campagnes', '/balie/campagnes/nieuw'])
    for (const taal of ['', '/en', '/pap']) {
      await smal.goto(`${taal}${pad}`)
      await controleerToegankelijkheid(smal)
      assert.ok(Number(await smal.evaluate('document.documentElement.scrollWidth')) <= 360, `${taal}${pad}`)
    }

  // Another role does not come in.
  const { page: esra } = await nieuw()
  await naarBalie(esra, /Rotterdam/, /Esra/)
  assert.equal(await esra.getByRole('link', { name: 'Wie een recht niet gebruikt' }).count(), 0)
  assert.equal((await esra.goto('/balie/niet-gebruik'))?.status(), 403)
})

async function vraagKlein(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into voordeur.bevolkingsloop (id, soort, invoer, stand, gevraagd, bijgewerkt)
     values ($1, 'niet-gebruik', '{"zaad": 12, "datum": "2026-03-02", "huishoudens": 86000}', 'wacht', now(), now())`,
    [randomUUID()],
  )
  await client.end()
}

/** Without script the page is fetched again by itself; a test does not wait for that. */
async function wacht(page: import('playwright-core').Page, tekst: string): Promise<void> {
  const doel = page.getByText(tekst)
  for (let keer = 0; keer < 300 && (await doel.count()) === 0; keer++) {
    await page.waitForTimeout(1_000)
    await page.goto('/balie/niet-gebruik')
  }
  await doel.waitFor()
}
