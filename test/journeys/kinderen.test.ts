import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { leesDatabank, vindNummers } from '../nummers.ts'
import { logIn, startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'

/** The slowest of the made-up organisations answers after six seconds. */
const LANGZAAM = 60_000

type Reis = Awaited<ReturnType<typeof startReis>>

test('a parent looks at the cases of a child', async (t) => {
  const reis = await startReis(t)
  await t.test(
    'the list fills in, a case opens, nothing can be done there, and the log of the child tells it',
    () => kijkVoorKind(reis),
  )
  await t.test(
    'without a script the same list is there, of a child of twelve without what may be about care',
    () => kijkZonderScript(reis),
  )
  await t.test('secret and unknown read the same, and the register that is down shows nothing', () =>
    afgeschermd(reis),
  )
  await t.test('nowhere did a number come along, and the index knows none of these children', () =>
    controleerResten(reis),
  )
})

async function voorKind(page: Page, ouder: RegExp, kind: RegExp): Promise<void> {
  await page.goto('/inloggen?naar=mijn')
  await logIn(page, ouder)
  await page.waitForURL('**/mijn')
  await page.goto('/mijn/voor-wie')
  await page.getByRole('button', { name: kind }).click()
  await page.getByText(/\(uw kind\)/).waitFor()
}

async function kijkVoorKind({ nieuw }: Reis): Promise<void> {
  const { page } = await nieuw({ viewport: { width: 360, height: 800 } })
  page.setDefaultTimeout(30_000)
  await voorKind(page, /Fatima/, /Kies.*Yassin/)
  await page.getByRole('link', { name: 'Bekijk uw zaken' }).click()
  await page
    .locator('[data-verrijk="zaken"][data-klaar="ja"]')
    .waitFor({ timeout: LANGZAAM, state: 'attached' })
  await page.getByText('U ziet de zaken van Yassin').waitFor()
  await page.getByText('Daar kunnen ook zaken van uw kind zijn').waitFor()
  assert.equal(await page.getByText('Onthouden waar u zaken heeft').count(), 0)
  // A case of the parent is not between them.
  assert.equal(await page.getByText('Bijzondere bijstand').count(), 0)
  await controleerToegankelijkheid(page)
  await page.getByRole('link', { name: 'Vervoer naar school' }).click()
  await page.getByRole('heading', { level: 1, name: 'Vervoer naar school' }).waitFor()
  await page.getByText('U kunt hier alleen kijken').waitFor()
  assert.equal(await page.locator('main input[type="file"], main a[href$="/vraag"]').count(), 0)
  assert.equal((await page.goto(`${new URL(page.url()).pathname}/vraag`))?.status(), 403)
  await page.goto('/mijn/inzage')
  await page.getByText('of uw gegevens geheim zijn, voordat een ouder uw zaken ziet').first().waitFor()
  await page.getByText('uw zaken bij de overheid').first().waitFor()
}

async function kijkZonderScript({ nieuw }: Reis): Promise<void> {
  const { page } = await nieuw({ javaScriptEnabled: false })
  page.setDefaultTimeout(30_000)
  await voorKind(page, /Karin/, /Kies.*Mees/)
  await page.goto('/mijn/zaken')
  const lijst = page.locator('[data-verrijk="zaken"]')
  const eind = performance.now() + LANGZAAM
  while (performance.now() < eind && (await lijst.getAttribute('data-klaar')) !== 'ja') {
    await page.waitForTimeout(1000)
    await page.getByRole('link', { name: 'Vernieuw de lijst' }).click()
  }
  await page.getByText('Van een kind van 12 jaar of ouder').waitFor()
  await page.getByRole('link', { name: 'Paspoort of identiteitskaart' }).first().waitFor()
  for (const stand of ['', '?stand=afgerond']) {
    await page.goto(`/mijn/zaken${stand}`)
    assert.equal(await page.getByText(/Parkeerkaart bij een beperking/).count(), 0)
  }
}

async function afgeschermd({ nieuw, app }: Reis): Promise<void> {
  const teksten: string[] = []
  for (const [ouder, kind] of [
    [/Noor/, /Kies.*Sem/],
    [/Shurensly/, /Kies.*Xiomara/],
  ] as const) {
    const { page } = await nieuw()
    await voorKind(page, ouder, kind)
    const antwoord = await page.goto('/mijn/zaken')
    assert.equal(antwoord?.status(), 403)
    await controleerToegankelijkheid(page)
    const tekst = await page.locator('main').innerText()
    assert.match(tekst, /Bel uw eigen gemeente/)
    teksten.push(tekst.replace(/Noem dan dit nummer: .*/, ''))
  }
  assert.equal(teksten[0], teksten[1])

  const { page } = await nieuw()
  await voorKind(page, /Fatima/, /Kies.*Yassin/)
  assert.ok(app.demo)
  await zetBrpUit(app.demo, 'weg')
  try {
    const antwoord = await page.goto('/mijn/zaken')
    assert.equal(antwoord?.status(), 503)
    await page.getByRole('heading', { name: /Wij kunnen nu niet nakijken/ }).waitFor()
    assert.equal(await page.getByText(/Yassin/).count(), 0)
    // The box with help at the foot names a desk for everybody.
    assert.equal(
      await page
        .locator('main')
        .getByText(/Gemeente Rotterdam/)
        .count(),
      0,
    )
  } finally {
    await zetBrpUit(app.demo, null)
  }
}

async function controleerResten({ app, regels, gezien, url }: Reis): Promise<void> {
  const nummers = (app.demo?.bevolking.personen ?? []).flatMap(({ bsn }) => bsn ?? [])
  assert.ok(nummers.length > 400)
  const eigen = gezien.filter((tekst) => !tekst.includes('Deze mensen bestaan niet'))
  const databank = await leesDatabank(url)
  const overal = { pagina: eigen.join('\n'), logboek: regels.join('\n'), databank }
  assert.deepEqual(vindNummers(new Map(Object.entries(overal)), nummers), [])
  // Nobody looked at their own cases here.
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query('select count(*)::int as aantal from voordeur.zaakindex_deelnemer')
    assert.deepEqual(rows, [{ aantal: 0 }])
  } finally {
    await client.end()
  }
}

async function zetBrpUit(demo: NonNullable<Reis['app']['demo']>, soort: 'weg' | null): Promise<void> {
  const { ok } = await fetch(new URL('/beheer/storing', demo.brp.beheerUrl), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-beheersleutel': demo.beheersleutel },
    body: JSON.stringify({ soort }),
  })
  assert.ok(ok)
}
