import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

async function naarBalie(page: Page, wie: RegExp): Promise<void> {
  await page.goto('/balie/inloggen')
  await page.getByRole('link', { name: /Rotterdam/ }).click()
  await page.getByRole('button', { name: wie }).click()
  await page.waitForURL('**/balie')
}

const vak = (page: Page) => page.locator('#gelukt')

test('whether it worked is said in place with a script, and by a form without; a desk says it too; what is kept are counts and a sentence without numbers', async (t) => {
  const { app, nieuw, url } = await startReis(t)

  const met = await nieuw({ viewport: { width: 360, height: 800 } })
  await met.page.goto('/organisaties/svb')
  await controleerToegankelijkheid(met.page)
  await vak(met.page).getByRole('button', { name: 'Nee' }).click()
  await vak(met.page).getByText('Jammer dat het niet lukte.').waitFor()
  assert.equal(new URL(met.page.url()).search, '', 'nobody leaves what they were reading')
  assert.equal(await met.page.evaluate('document.activeElement.id'), 'gelukt', 'and the thanks are in hand')
  await controleerToegankelijkheid(met.page)
  await vak(met.page).getByText('Ik vond niet wat ik zocht').click()
  await vak(met.page).getByLabel('Wilt u er iets bij zeggen?').fill('Ik zocht 111222333 maar niets')
  await vak(met.page).getByRole('button', { name: 'Versturen' }).click()
  await vak(met.page).getByText('Wij lezen dit om het beter te maken.').waitFor()
  assert.deepEqual(await met.context.cookies(), [])

  const zonder = await nieuw({ javaScriptEnabled: false })
  await zonder.page.goto('/organisaties/svb')
  await vak(zonder.page).getByRole('button', { name: 'Deels' }).click()
  await zonder.page.waitForURL('**/organisaties/svb?gelukt=deels#gelukt')
  await vak(zonder.page).getByText('Ik begreep de tekst niet').click()
  await vak(zonder.page).getByRole('button', { name: 'Versturen' }).click()
  await zonder.page.waitForURL('**/organisaties/svb?gelukt=bedankt#gelukt')
  // In the middle of a step it is folded; a page that a form gave is not lost either.
  await zonder.page.goto('/echt')
  await vak(zonder.page).getByText('Loopt u hier vast?').click()
  await vak(zonder.page).getByRole('button', { name: 'Ja' }).click()
  await zonder.page.waitForURL('**/echt?gelukt=ja#gelukt')
  assert.deepEqual(await zonder.context.cookies(), [])

  const balie = await nieuw()
  await naarBalie(balie.page, /Esra/)
  await balie.page.getByRole('link', { name: 'Is het gelukt?' }).click()
  await controleerToegankelijkheid(balie.page)
  await balie.page.getByLabel('Waarmee hielp u?').selectOption({ label: 'Schrijven en versturen' })
  await balie.page.getByLabel('Telefoon', { exact: true }).check()
  await balie.page.getByLabel('Ja', { exact: true }).check()
  await balie.page.getByRole('button', { name: 'Opslaan' }).click()
  await balie.page.getByText('Opgeslagen. Dank u wel.').waitFor()

  // What was counted waits in memory; closing writes it, as the clock would.
  await app.sluit()
  const { tellingen, zinnen } = await leesUit(url)
  assert.deepEqual(tellingen, [
    'echt-vragen web  antwoord-ja 1',
    'post-schrijven telefoon gemeente-GM0599 antwoord-ja 1',
    'vinden-organisatie web svb antwoord-deels 1',
    'vinden-organisatie web svb antwoord-nee 1',
    'vinden-organisatie web svb reden-niet-begrepen 1',
    'vinden-organisatie web svb reden-niet-gevonden 1',
  ])
  assert.deepEqual(zinnen, ['Ik zocht […] maar niets'])
})

async function leesUit(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const tellingen = await client.query<{ wat: string; aantal: number }>(
      `select stap || ' ' || kanaal || ' ' || organisatie || ' ' || soort as wat, sum(aantal)::int as aantal
       from voordeur.ervaring_telling where soort ~ '^(antwoord|reden)' group by 1 order by 1`,
    )
    const zinnen = await client.query<{ tekst: string }>('select tekst from voordeur.ervaring_zin')
    return {
      tellingen: tellingen.rows.map(({ wat, aantal }) => `${wat} ${aantal}`),
      zinnen: zinnen.rows.map(({ tekst }) => tekst),
    }
  } finally {
    await client.end()
  }
}
