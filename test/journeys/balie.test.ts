import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { leesDatabank, vindNummers } from '../nummers.ts'
import { startReis } from './inwoners.ts'
import { controleerToegankelijkheid } from './reis.ts'
import { loopMetTab } from './toetsenbord.ts'

/** The whole program, and the number by which the register knows somebody of its stories. */
async function opstelling(t: TestContext) {
  const { nieuw, app, ...reis } = await startReis(t)
  const bsnVan = (id: string): string => {
    const bsn = app.demo?.bekenden.find((een) => een.id === id)?.persoon.bsn
    assert.ok(bsn, id)
    return bsn
  }
  return { ...reis, app, iemand: nieuw, bsnVan }
}

async function naarBalie(page: Page, organisatie: RegExp, wie: RegExp): Promise<void> {
  await page.goto('/balie/inloggen')
  await page.getByRole('link', { name: organisatie }).click()
  await page.getByRole('button', { name: wie }).click()
  await page.waitForURL('**/balie')
}

async function geefReden(page: Page, doel: string, reden: string, kenmerk = ''): Promise<void> {
  await page.goto('/balie')
  await page.getByLabel(doel, { exact: true }).check()
  await page.getByLabel(reden).check()
  await page.getByLabel('Kenmerk bij uw eigen organisatie').fill(kenmerk)
  await page.getByRole('button', { name: 'Verder naar zoeken' }).click()
  await page.waitForURL('**/balie/zoeken')
}

async function zoekBsn(page: Page, bsn: string): Promise<void> {
  await page.getByLabel('Burgerservicenummer').fill(bsn)
  await page.getByRole('button', { name: 'Zoek met dit nummer' }).click()
}

async function zoekNaam(
  page: Page,
  achternaam: string,
  [dag, maand, jaar]: readonly string[],
): Promise<void> {
  await page.getByLabel('Achternaam').fill(achternaam)
  await page.getByLabel('Dag').fill(dag ?? '')
  await page.getByLabel('Maand').fill(maand ?? '')
  await page.getByLabel('Jaar').fill(jaar ?? '')
  await page.getByRole('button', { name: 'Zoek met deze naam' }).click()
}

async function alsInwoner(page: Page, naam: RegExp, naar: string): Promise<void> {
  await page.goto(`/inloggen?naar=${naar}`)
  await page.getByRole('link', { name: 'Inloggen met DigiD' }).click()
  await page.getByRole('button', { name: naam }).click()
}

test('a professional says why, finds somebody and helps; the resident sees who it was and why; no number stays behind', async (t) => {
  const { app, iemand, bsnVan, regels, gezien, url } = await opstelling(t)
  const { page, context } = await iemand()
  // Not logged in: the page to log in, and nothing behind it.
  const dicht = await page.goto('/balie')
  assert.equal(dicht?.status(), 401)
  await controleerToegankelijkheid(page)
  await naarBalie(page, /Rotterdam/, /Esra/)
  await page.getByText('Esra Havenstroom').waitFor()
  await controleerToegankelijkheid(page)
  assert.ok((await loopMetTab(page)) > 10)

  // Before the reason there is no search, and no resident.
  for (const pad of ['/balie/zoeken', '/balie/inwoner', '/balie/machtiging']) {
    assert.equal((await page.goto(pad))?.status(), 403, pad)
    await page.getByRole('heading', { name: 'Zeg eerst waarom u kijkt' }).waitFor()
  }
  assert.equal((await page.goto('/balie/toezicht'))?.status(), 403)
  await page.goto('/balie')
  await page.getByRole('button', { name: 'Verder naar zoeken' }).click()
  await page.getByRole('alert').getByText('Kies wat u gaat doen.').waitFor()
  await page.getByRole('alert').getByText('Kies een reden.').waitFor()
  await controleerToegankelijkheid(page)

  await geefReden(page, 'Een inwoner helpen', 'De inwoner staat bij mij aan de balie', 'KCC-2026/17')
  await controleerToegankelijkheid(page)
  assert.ok((await loopMetTab(page)) > 10)
  await page.reload()
  await zoekBsn(page, '123456789')
  await page.getByRole('alert').getByText('Dit is geen burgerservicenummer.').waitFor()
  assert.equal(await page.getByLabel('Burgerservicenummer').inputValue(), '')
  await zoekBsn(page, '111222333')
  await page.getByText('Niemand gevonden').waitFor()
  await zoekNaam(page, 'Nourani', ['1', 'mei', '1990'])
  await page.getByText('1 persoon gevonden').waitFor()
  await page.getByText('Gemeente: Rotterdam').waitFor()
  assert.equal(new URL(page.url()).search, '')
  await controleerToegankelijkheid(page)
  await page.getByRole('button', { name: /Kies.*Fatima/ }).click()
  await page.waitForURL('**/balie/inwoner')
  await page.getByText('U helpt: Fatima el Nourani').waitFor()
  await page.getByText('Kenmerk: KCC-2026/17').waitFor()
  await page.getByText('Yassin').waitFor()
  // Not for this purpose.
  assert.equal(await page.getByRole('heading', { name: 'Inkomen en bezit' }).count(), 0)
  assert.doesNotMatch(await page.title(), /Fatima|Nourani/)
  await controleerToegankelijkheid(page)
  // One reason, one person; a page of a resident stays closed to a professional.
  assert.equal((await page.goto('/balie/zoeken'))?.status(), 403)
  assert.equal((await page.goto('/mijn/gegevens'))?.status(), 401)

  // Stopped is stopped, for the very next request and for Back.
  await page.goto('/balie/inwoner')
  await page.getByRole('button', { name: 'Stop met helpen' }).click()
  await page.getByText('U bent gestopt met helpen.').waitFor()
  assert.equal((await page.goto('/balie/inwoner'))?.status(), 403)

  // Fatima herself, in her own browser: who it was, for what, why, and what they saw.
  const fatima = await iemand()
  await alsInwoner(fatima.page, /Fatima/, 'inzage')
  const regel = fatima.page.locator('.vd-log__item', { hasText: 'Een inwoner helpen' }).first()
  await regel.getByText('Een medewerker van Gemeente Rotterdam (medewerker aan de balie)').waitFor()
  await regel.getByText('De reden: u was bij de medewerker aan de balie. Kenmerk: KCC-2026/17.').waitFor()
  await fatima.page.locator('.vd-log__item', { hasText: 'Een inwoner opzoeken' }).first().waitFor()
  assert.equal((await fatima.page.goto('/balie'))?.status(), 401)

  // Somebody who helps with debts sees income; a secret address stays secret.
  const joost = await iemand({ javaScriptEnabled: false })
  await naarBalie(joost.page, /Rotterdam/, /Joost/)
  await geefReden(joost.page, 'Helpen bij schulden', 'De inwoner belt mij')
  await zoekBsn(joost.page, bsnVan('noor'))
  await joost.page.getByText('Het adres is geheim.').waitFor()
  await joost.page.getByRole('button', { name: /Kies.*Noor/ }).click()
  await joost.page.getByText('Voor dit doel laten wij het niet zien.').waitFor()
  await joost.page.getByRole('heading', { name: 'Inkomen en bezit' }).waitFor()
  await joost.page.getByText(/2025: €/).waitFor()
  assert.equal(await joost.page.getByText('Adres', { exact: true }).count(), 0)

  // Somebody with an island number is found once they were here, without a name, and a desk helps them too.
  const eilandnummer = app.demo?.bekenden.find(({ id }) => id === 'elaine')?.persoon.eilandnummer
  assert.ok(eilandnummer)
  const zoekEiland = async () => {
    await page.getByLabel('Eilandnummer').fill(eilandnummer)
    await page.getByRole('button', { name: 'Zoek met dit eilandnummer' }).click()
  }
  await geefReden(page, 'Een inwoner helpen', 'De inwoner staat bij mij aan de balie')
  await zoekEiland()
  await page.getByText('Bij ons logde niemand eerder in met dit nummer.').waitFor()
  const elaine = await iemand()
  await elaine.page.goto('/inloggen?naar=inzage')
  await elaine.page.getByRole('link', { name: 'Inloggen met eilandnummer' }).click()
  await elaine.page.getByRole('button', { name: /Elaine/ }).click()
  await elaine.page.waitForURL('**/mijn/inzage')
  await zoekEiland()
  await page.getByText('Kijk op de sédula').waitFor()
  await controleerToegankelijkheid(page)
  await page.getByRole('button', { name: /Kies.*Iemand met dit eilandnummer/ }).click()
  await page.waitForURL('**/balie/inwoner')
  await page.getByText('Dat hebben wij niet van deze persoon.').first().waitFor()
  await elaine.page.reload()
  await elaine.page.locator('.vd-log__item', { hasText: 'Een inwoner opzoeken' }).first().waitFor()

  await page.goto('/balie')
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await page.getByText('U bent uitgelogd.').waitFor()
  assert.equal((await page.goto('/balie'))?.status(), 401)
  await context.close()

  const nummers = (app.demo?.bevolking.personen ?? []).flatMap(
    ({ bsn, eilandnummer }) => bsn ?? eilandnummer ?? [],
  )
  const eigen = gezien.filter((tekst) => !tekst.includes('Deze mensen bestaan niet'))
  const overal = { pagina: eigen.join('\n'), logboek: regels.join('\n'), databank: await leesDatabank(url) }
  const gezocht = [...nummers, '111222333', '123456789']
  assert.deepEqual(vindNummers(new Map(Object.entries(overal)), gezocht), [])
  // Nor what was searched with, in an address or in the log of the operator.
  const adressen = eigen.filter((tekst) => tekst.startsWith('http'))
  assert.doesNotMatch([...adressen, ...regels].join('\n'), /Nourani|KCC-2026/)
})

test('a paper mandate is recorded for two people who were found, and ends at the desk or by the one who gave it', async (t) => {
  const { iemand, bsnVan } = await opstelling(t)
  const { page } = await iemand()
  await naarBalie(page, /Rotterdam/, /Esra/)
  await geefReden(
    page,
    'Een machtiging van papier vastleggen of beëindigen',
    'De inwoner staat bij mij aan de balie',
  )
  await zoekBsn(page, bsnVan('ria'))
  await page.getByRole('button', { name: /Kies.*Ria/ }).click()
  await page.getByText('U helpt: Ria').waitFor()
  await page.getByRole('link', { name: 'Zoek wie de machtiging krijgt' }).click()
  await page.getByRole('heading', { name: 'Zoek wie de machtiging krijgt' }).waitFor()
  await zoekBsn(page, bsnVan('ria'))
  await page.getByText('Deze persoon geeft de machtiging al.').waitFor()
  await zoekBsn(page, bsnVan('sanne'))
  await page.getByRole('button', { name: /Kies.*Sanne/ }).click()
  await page
    .getByLabel('Voor welke organisatie is de machtiging?')
    .selectOption({ label: 'Dienst Toeslagen' })
  await page.getByRole('button', { name: 'Kies', exact: true }).click()
  await page.getByRole('button', { name: 'Leg de machtiging vast' }).click()
  await page.getByRole('alert').getByText('Zet een vinkje als u het papier').waitFor()
  await controleerToegankelijkheid(page)
  await page.goto('/balie/machtiging?bij=dienst-toeslagen')
  assert.ok((await loopMetTab(page)) > 20)
  const vul = async (naam: string, delen: readonly [string, string, string]) => {
    for (const [i, deel] of ['dag', 'maand', 'jaar'].entries())
      await page.locator(`#${naam}-${deel}`).fill(delen[i] ?? '')
  }
  const legVast = async (nummer: string) => {
    await page.goto('/balie/machtiging?bij=dienst-toeslagen')
    await page.getByLabel('Zorgtoeslag').check()
    await vul('vanaf', ['1', '3', '2026'])
    await vul('tot', ['28', '2', '2027'])
    await vul('gezien', ['28', '2', '2026'])
    await page.getByLabel('Nummer van het papier').fill(nummer)
    await page.getByLabel(/Ik zag het papier/).check()
    await page.getByRole('button', { name: 'Leg de machtiging vast' }).click()
    await page.getByText('De machtiging is vastgelegd.').waitFor()
  }
  await legVast('M-2026.004')
  await page.getByText('Vastgelegd van papier.').waitFor()
  await page.getByText('Van 1 maart 2026 tot en met 28 februari 2027.').waitFor()

  const ria = await iemand()
  await alsInwoner(ria.page, /^Ria/, 'machtigingen')
  await ria.page.getByText('Vastgelegd van papier.').waitFor()
  const sanne = await iemand()
  await alsInwoner(sanne.page, /Sanne/, 'voorWie')
  await sanne.page.getByRole('button', { name: /Kies.*Iemand die u machtigde/ }).waitFor()
  await sanne.page.goto('/mijn/inzage')
  await sanne.page
    .getByText(/Gemeente Rotterdam \(medewerker aan de balie\)/)
    .first()
    .waitFor()
  await ria.page.getByRole('button', { name: /Trek in/ }).click()
  await ria.page.getByText('De machtiging is ingetrokken.').waitFor()
  const gemachtigd = sanne.page.getByRole('button', { name: /Kies.*Iemand die u machtigde/ })
  await sanne.page.goto('/mijn/voor-wie')
  assert.equal(await gemachtigd.count(), 0)

  // Another paper; Sanne acts with it, until Ria asks at the desk to end it.
  await legVast('M-2026.005')
  await sanne.page.goto('/mijn/voor-wie')
  await gemachtigd.click()
  assert.equal((await sanne.page.goto('/mijn/gegevens'))?.status(), 200)
  await page.goto('/balie/machtiging')
  await page.getByText('Papier: 2026-02-28/M-2026.005').waitFor()
  await page.getByText(/Deze machtiging heeft: Sanne/).waitFor()
  const eind = page.getByRole('button', { name: /Beëindig de machtiging/ })
  await eind.click()
  await page.getByRole('alert').getByText('Zet een vinkje als de inwoner bij u staat').waitFor()
  await controleerToegankelijkheid(page)
  assert.equal((await sanne.page.goto('/mijn/gegevens'))?.status(), 200)
  await page.getByLabel(/De inwoner staat bij mij, vraagt dit zelf/).check()
  await eind.click()
  await page.getByText('De machtiging is beëindigd.').waitFor()
  assert.equal(await eind.count(), 0)
  assert.notEqual((await sanne.page.goto('/mijn/gegevens'))?.status(), 200)
  await ria.page.goto('/mijn/machtigingen')
  assert.equal(await ria.page.getByRole('button', { name: /Trek in/ }).count(), 0)
  assert.equal(await ria.page.getByText(/Dit is ingetrokken/).count(), 2)

  // By telephone nobody sees who asks.
  await legVast('M-2026.006')
  await geefReden(page, 'Een machtiging van papier vastleggen of beëindigen', 'De inwoner belt mij')
  await zoekBsn(page, bsnVan('ria'))
  await page.getByRole('button', { name: /Kies.*Ria/ }).click()
  await page.getByText('Beëindigen kan alleen als de inwoner bij u aan de balie staat.').waitFor()
  assert.equal(await eind.count(), 0)
})

test('whoever should not come in does not; who is no government opens nothing; a supervisor sees figures and no people', async (t) => {
  const { iemand, bsnVan } = await opstelling(t)
  const { page } = await iemand()
  for (const [wie, tekst] of [
    [/Bouke/, 'Uw inlogdienst noemt een andere organisatie'],
    [/Wim/, 'Uw organisatie gaf u een rol die wij niet kennen'],
  ] as const) {
    await page.goto('/balie/inloggen')
    await page.getByRole('link', { name: /Rotterdam/ }).click()
    await page.getByText('Mensen die er niet in horen te komen').click()
    await page.getByRole('button', { name: wie }).click()
    await page.getByText(tekst).waitFor()
    await controleerToegankelijkheid(page)
    assert.equal((await page.goto('/balie'))?.status(), 401)
  }
  await page.goto('/balie/inloggen')
  await page.getByRole('link', { name: /Rotterdam/ }).click()
  await page.getByLabel('laag').check()
  await page.getByRole('button', { name: /Esra/ }).click()
  await page.getByText('Uw organisatie moet zekerder weten wie u bent.').waitFor()

  for (const [organisatie, wie] of [
    [/Bibliotheek/, /Corrie/],
    [/Uw bank/, /Sven/],
  ] as const) {
    const ander = await iemand()
    await naarBalie(ander.page, organisatie, wie)
    await ander.page.getByText('In uw rol ziet u geen gegevens van inwoners.').waitFor()
    await controleerToegankelijkheid(ander.page)
    assert.equal((await ander.page.goto('/balie/zoeken'))?.status(), 403)
  }

  const priya = await iemand()
  await naarBalie(priya.page, /Dienst Toeslagen/, /Priya/)
  await geefReden(priya.page, 'Een regeling uitvoeren', 'Ik werk aan een lopende zaak', 'Z-77')
  await zoekBsn(priya.page, bsnVan('noor'))
  await priya.page.getByRole('button', { name: /Kies.*Noor/ }).click()
  await priya.page.getByText('Geef het aan niemand door.').waitFor()
  await priya.page.getByText('Adres', { exact: true }).waitFor()

  await naarBalie(page, /Rotterdam/, /Maarten/)
  await page.getByRole('link', { name: 'Toezicht op het gebruik van gegevens' }).click()
  await page.getByText('In deze periode keek niemand van uw organisatie naar gegevens.').waitFor()
  const esra = await iemand()
  await naarBalie(esra.page, /Rotterdam/, /Esra/)
  await geefReden(esra.page, 'Een inwoner helpen', 'De inwoner belt mij')
  await zoekNaam(esra.page, 'Nourani', ['1', '5', '1990'])
  await esra.page.getByRole('button', { name: /Kies.*Fatima/ }).click()
  await page.reload()
  await page.getByRole('row', { name: /Een inwoner helpen.*medewerker aan de balie/ }).waitFor()
  assert.equal(await page.getByText(/Fatima|Esra|behandelaar/).count(), 0)
  await page.getByRole('button', { name: 'Controleer het logboek nu' }).click()
  await page.getByText('Alles is zoals het is geschreven.').waitFor()
  await controleerToegankelijkheid(page)

  // In the dark, on a small telephone, in the other languages.
  await esra.page.emulateMedia({ colorScheme: 'dark' })
  await esra.page.setViewportSize({ width: 360, height: 740 })
  for (const pad of ['/pap/balie', '/en/balie/inwoner', '/pap/balie/inwoner', '/en/balie/inloggen']) {
    await esra.page.goto(pad)
    await controleerToegankelijkheid(esra.page)
    const breedte = await esra.page.evaluate<number>('document.documentElement.scrollWidth')
    assert.ok(breedte <= 360, `${pad} is ${breedte} breed`)
  }
})
