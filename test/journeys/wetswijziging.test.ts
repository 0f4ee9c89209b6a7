import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import pg from 'pg'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'

const pad = '/balie/wetswijziging'

test('who makes policy changes a figure, sees who gains and loses, and takes the figures along', async (t) => {
  const { nieuw, url } = await startReis(t)
  await maakKlein(url)
  const { page, context } = await nieuw()
  await naarBalie(page, /Rotterdam/, /Floor/)
  await page.goto(`${pad}/regeling/zorgtoeslag`)
  await page.getByRole('button', { name: 'Doorrekenen' }).click()
  await page.getByText('Er verandert niets').first().waitFor()
  await page.getByLabel('standaardpremie').fill('2.200')
  await page.getByRole('button', { name: 'Doorrekenen' }).click()
  await page.getByRole('link', { name: /alle groepen.*CSV/ }).waitFor({ timeout: 60_000 })
  assert.match(await page.locator('main').innerText(), /standaardpremie: 2\.200 euro per jaar \(nu 2\.119\)/)
  // A higher premium is a higher allowance: nobody loses.
  const kern = await page.locator('.vd-wet__kern').innerText()
  assert.match(kern, /Gaat erop vooruit\s+[1-9][\d.]* huishoudens/)
  assert.match(kern, /Gaat erop achteruit\s+0 huishoudens/)
  for (const beeld of await page.getByRole('figure').all())
    assert.match((await beeld.textContent()) ?? '', /Verzonnen mensen/, 'every picture says what it is')
  const [bestand] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /alle groepen.*CSV/ }).click(),
  ])
  assert.match(readFileSync(await bestand.path(), 'utf8'), /Rotterdam/)

  const uitslag = new URL(page.url()).pathname
  const smal = { viewport: { width: 360, height: 800 }, colorScheme: 'dark' } as const
  const { page: klein } = await nieuw({ ...smal, storageState: await context.storageState() })
  for (const taal of ['', '/en', '/pap'])
    for (const deel of [pad, `${pad}/regeling/zorgtoeslag`, uitslag]) {
      await klein.goto(`${taal}${deel}`)
      await controleerToegankelijkheid(klein)
      const breed = Number(await klein.evaluate('document.documentElement.scrollWidth'))
      assert.ok(breed <= 360, `${taal}${deel}: ${breed}`)
    }
})

/** A hundredth of the country, whatever is asked. */
async function maakKlein(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`
    create function voordeur.maak_klein() returns trigger language plpgsql
      as $$ begin new.invoer := new.invoer || '{"huishoudens": 86000}'; return new; end $$;
    create trigger maak_klein before insert on voordeur.bevolkingsloop
      for each row execute function voordeur.maak_klein()`)
  await client.end()
}
