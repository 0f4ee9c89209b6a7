import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { opdrachten } from '../../src/cli/opdrachten.ts'
import { voerOpdrachtUit } from '../../src/cli/voer-uit.ts'
import { maakProefmap } from '../../src/store/proefdatabank.ts'
import { startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

const stad = 'gemeente-GM0599'

/** As an operator does it: a file, and the secret in the environment. */
async function koppel(t: TestContext, { url }: { readonly url: string }, koppeling: object): Promise<void> {
  const map = maakProefmap()
  const bestand = join(map, 'koppeling.json')
  writeFileSync(bestand, JSON.stringify({ ...koppeling, geheim_uit: 'KETEN_GEHEIM' }))
  const regels: string[] = []
  const code = await voerOpdrachtUit(['keten', 'zet', bestand], opdrachten, {
    uit: (regel) => regels.push(regel),
    fout: (regel) => regels.push(regel),
    omgeving: {
      DATABASE_URL: url,
      VOORDEUR_SLEUTEL: 'x'.repeat(40),
      KETEN_GEHEIM: 'het-geheim-van-deze-twee-installaties',
    },
    werkmap: map,
  })
  assert.equal(code, 0, regels.join('\n'))
  t.diagnostic(regels.join(' '))
}

async function naarKetenzaken(page: Page, organisatie: RegExp, wie: RegExp): Promise<void> {
  await page.goto('/balie/inloggen')
  await page.getByRole('link', { name: organisatie }).click()
  await page.getByRole('button', { name: wie }).click()
  await page.waitForURL('**/balie')
  await page.goto('/balie/loket')
}

async function antwoord(page: Page, wat: string): Promise<void> {
  await page.getByRole('link', { name: 'Antwoord' }).click()
  await page.getByLabel(wat).check()
  await page.getByRole('button', { name: 'Stuur het antwoord' }).click()
}

test('a municipality and the SVB on two installations: seen and done there, and kept while the other is away', async (t) => {
  const daar = await startReis(t)
  const hier = await startReis(t)
  const ketenVan = ({ app }: typeof daar) => new URL('/keten/v1', app.adres).href
  await koppel(t, daar, {
    organisatie: 'svb',
    client: 'svb',
    onszelf: 'rotterdam',
    meldadres: `${ketenVan(hier)}/berichten`,
  })
  await koppel(t, daar, { organisatie: stad, rsin: '000000012' })
  await koppel(t, hier, {
    organisatie: stad,
    client: 'rotterdam',
    onszelf: 'svb',
    keten: ketenVan(daar),
    voor: 'svb',
  })

  const esra = (await daar.nieuw()).page
  await naarKetenzaken(esra, /Rotterdam/, /Esra/)
  await esra.getByRole('link', { name: 'Open een ketenzaak' }).click()
  await esra.getByLabel('Wat is de vraag, in eigen woorden?').fill('Mijn AOW komt niet')
  await esra.getByLabel('Wat wilt u samen bereiken?').fill('Elke maand weer geld')
  await esra.getByLabel('Nog anoniem').check()
  await esra.getByLabel('Wie kan de inwoner bellen?').fill('Esra Havenstroom, 14 010')
  await esra.getByRole('button', { name: 'Open de ketenzaak' }).click()
  await esra.getByText('De ketenzaak is open.').waitFor()
  const zaak = new URL(esra.url()).pathname
  await esra.getByRole('link', { name: 'Stap erbij' }).click()
  await esra.getByLabel('Wat gebeurt er in deze stap?').fill('Herstel de AOW')
  await esra.getByLabel('Van wie is deze stap?').selectOption({ label: 'Sociale Verzekeringsbank (SVB)' })
  await esra.getByRole('button', { name: 'Zet de stap in het plan' }).click()
  await esra.getByText('Dit ligt nu bij Sociale Verzekeringsbank').waitFor()

  // Nothing was done at the SVB: the message brought it.
  const henk = (await hier.nieuw()).page
  await naarKetenzaken(henk, /Sociale Verzekeringsbank/, /Henk/)
  const regel = henk.getByText(/ketenzaak van .*Rotterdam/)
  for (let keer = 0; keer < 20 && (await regel.count()) === 0; keer++) {
    await henk.waitForLoadState()
    await henk.reload()
  }
  await regel.first().waitFor()
  await henk.locator('.vd-werk a').first().click()
  await henk.getByText(/Deze ketenzaak staat bij .*Rotterdam/).waitFor()
  await henk.getByRole('heading', { name: 'Herstel de AOW' }).waitFor()
  assert.ok(!(await henk.content()).includes('Mijn AOW komt niet'), 'de vraag is niet gedeeld')
  await controleerToegankelijkheid(henk)
  await antwoord(henk, 'Wij doen deze stap')
  await henk.getByText('Het is gedaan.').waitFor()
  await esra.goto(zaak)
  await esra.getByText('aangenomen').first().waitFor()

  // The municipality is away: what stood there stays to be read, and what is done is kept.
  await daar.app.sluit()
  await henk.goto(zaak)
  await henk.getByRole('heading', { name: /Rotterdam antwoordt nu niet/ }).waitFor()
  await antwoord(henk, 'Wij zijn ermee bezig')
  await henk.getByText('Dit is bewaard.').waitFor()
  await henk.getByText(/Met de stap begonnen.*wacht tot de andere organisatie antwoordt/).waitFor()
  await controleerToegankelijkheid(henk)
  assert.doesNotMatch([...daar.regels, ...hier.regels].join('\n'), /Mijn AOW|Havenstroom|geheim-van/)
})
