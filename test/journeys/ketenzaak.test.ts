import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startReis } from './inwoners.ts'
import { naarBalie, vindFatima, voegStapToe } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'

/** With scripts every page is looked at by axe, which is one itself; without them the story is the same. */
let magKijken = false
const controleer = (page: Page): Promise<void> =>
  magKijken ? controleerToegankelijkheid(page) : Promise.resolve()

const vraag = 'Mijn man is overleden en nu stopt alles tegelijk <script>x</script>'

/** Walk-in: the question, who it is, and a first plan from the life event. */
async function openZaak(page: Page): Promise<string> {
  await page.goto('/balie')
  await page.getByRole('link', { name: 'Ketenzaken' }).click()
  await page.getByText('Er ligt nu niets bij uw organisatie.').waitFor()
  await controleer(page)
  await page.getByRole('link', { name: 'Open een ketenzaak' }).click()
  await page.getByRole('button', { name: 'Open de ketenzaak' }).click()
  await page.getByRole('alert').getByText('Vul dit in.').first().waitFor()
  await controleer(page)
  await page.getByLabel('Wat is de vraag, in eigen woorden?').fill(vraag)
  await page
    .getByLabel('Wat wilt u samen bereiken?')
    .fill('De huur betaald houden en één brief in plaats van tien')
  await page.getByLabel('De inwoner die u nu helpt').check()
  await page.getByLabel(/Hoe weet u wie het is/).selectOption('document')
  await page.getByLabel(/Wie is erbij om te helpen/).fill('mijn dochter')
  await page.getByLabel('Wie kan de inwoner bellen?').fill('Esra Havenstroom, 14 010')
  await page.getByLabel(/Wat is er gebeurd/).selectOption('overlijden')
  await page.getByRole('button', { name: 'Doe een voorstel' }).click()
  // What was typed is still there, and nothing was ticked for them.
  assert.equal(await page.getByLabel('Wat is de vraag, in eigen woorden?').inputValue(), vraag)
  assert.equal(await page.locator('input[name=kies]:checked').count(), 0)
  await page
    .getByText(/Deze stappen horen bij «/)
    .first()
    .waitFor()
  await controleer(page)
  // Who is involved, and why: by the life event, by what runs there, by what they may have a right to.
  await page.getByText(/^\d+ organisaties lijken betrokken$/).waitFor()
  // Whoever did not answer yet is named, and asked again with the same button.
  const loopt = page.getByText(/^Er (loopt|lopen) daar/).first()
  for (let keer = 0; keer < 10 && !(await loopt.isVisible()); keer++)
    await page.getByRole('button', { name: 'Doe een voorstel' }).click()
  await loopt.waitFor()
  await page.getByText('Het inkomen mag u nu niet zien.').waitFor()
  await page.getByText('Er is recht op: Kinderbijslag.').waitFor()
  assert.equal(await page.locator('input[name=erbij]:checked').count(), 0)
  await page.getByLabel('Dienst Toeslagen').check()
  await page.getByRole('button', { name: 'Open de ketenzaak' }).click()
  await page.getByText('De ketenzaak is open.').waitFor()
  await page.getByText('Wie ziet wat').click()
  await page.getByRole('heading', { name: 'Dienst Toeslagen' }).waitFor()
  await page.getByRole('heading', { name: vraag }).waitFor()
  assert.doesNotMatch(await page.title(), /man|overleden/)
  await controleer(page)
  return new URL(page.url()).pathname
}

async function antwoord(page: Page, wat: string, noot = ''): Promise<void> {
  await page.getByLabel(wat).check()
  await page.getByLabel('Uitleg').fill(noot)
  await page.getByRole('button', { name: 'Stuur het antwoord' }).click()
}

for (const javaScriptEnabled of [false, true])
  test(`four parties, ${javaScriptEnabled ? 'with' : 'without'} scripts: from walk-in to closing, each sees its own part, and the resident says when it is done`, async (t) => {
    magKijken = javaScriptEnabled
    /** Everybody in a browser of their own. */
    const met = { javaScriptEnabled } as const
    const { nieuw, gezien, regels } = await startReis(t)
    const gemeente = await nieuw(met)
    await naarBalie(gemeente.page, /Rotterdam/, /Esra/)
    await vindFatima(gemeente.page)
    const zaak = await openZaak(gemeente.page)
    const { page } = gemeente

    await voegStapToe(page, {
      titel: 'Anw-uitkering beoordelen',
      van: 'Sociale Verzekeringsbank (SVB)',
      nodig: 'de datum van overlijden',
    })
    await page.getByText('Dit ligt nu bij Sociale Verzekeringsbank').waitFor()
    await page.getByText('De inwoner hoeft nu niets te doen.').waitFor()
    await voegStapToe(page, { titel: 'Stuur het huurcontract', van: 'de inwoner' })
    await page.getByText('De inwoner moet nu iets doen.').waitFor()

    // The plan on paper, as a document, and as a message by the way they chose.
    await page.goto(`${zaak}/print`)
    await page.getByText('U bent aan de beurt: Stuur het huurcontract.').waitFor()
    await controleer(page)
    const document = await page.request.get(`${zaak}/plan.pdf`)
    assert.equal(document.headers()['content-type'], 'application/pdf')
    assert.match((await document.body()).toString('latin1'), /^%PDF-1\.7[\s\S]*\/StructTreeRoot/)
    await page.goto(zaak)
    await page.getByRole('link', { name: 'Stuur het plan' }).click()
    await page.getByRole('button', { name: 'Stuur het plan' }).click()
    await page.getByText('Het plan is gestuurd, zoals het toen was.').waitFor()

    // A bank: no government, in by a code that is shown once.
    await page.getByText(/Wie ziet wat/).click()
    await page.getByRole('link', { name: 'Partij uitnodigen' }).click()
    await page.getByLabel('Bank', { exact: true }).check()
    await page.getByLabel('Naam van de partij').fill('Maasbank')
    await page.getByRole('button', { name: 'Maak een code' }).click()
    const code = (await page.locator('.vd-codeblad__code').innerText()).trim()
    assert.match(code, /^(\w{4}-){3}\w{4}$/)
    await controleer(page)
    await page.goto(zaak)
    assert.doesNotMatch(await page.content(), new RegExp(code))
    // With who is no government nothing is shared without a yes.
    await voegStapToe(page, { titel: 'Rekening op één naam', van: 'Maasbank' })
    await page.getByRole('alert').getByText('Vraag de inwoner eerst om een ja.').waitFor()
    await page.getByLabel('De inwoner zei ja tegen delen met deze partij').check()
    await page.getByRole('button', { name: 'Zet de stap in het plan' }).click()
    await page.getByText('Maasbank · geen overheid').waitFor()
    await controleer(page)

    // A work note says why it is closed.
    await page.getByRole('link', { name: 'Werkaantekening maken' }).click()
    await page.getByLabel('Tekst').fill('De broer wil niet genoemd worden')
    await page.getByLabel('dit gaat ook over iemand anders').check()
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await page.getByText('Behalve 1 werkaantekening.').waitFor()

    // The agency, in its own browser: its own step and nothing that was not shared.
    const svb = await nieuw(met)
    await naarBalie(svb.page, /Sociale Verzekeringsbank/, /Henk/)
    await svb.page.getByRole('link', { name: 'Ketenzaken' }).click()
    await controleer(svb.page)
    await svb.page.locator('.vd-werk a').first().click()
    await svb.page.getByText('De vraag is niet met u gedeeld').waitFor()
    const bijSvb = await svb.page.content()
    for (const verborgen of ['overleden en nu', 'Maasbank', 'huurcontract', 'De broer', 'mijn dochter'])
      assert.ok(!bijSvb.includes(verborgen), verborgen)
    await controleer(svb.page)
    await svb.page.getByRole('link', { name: 'Antwoord' }).click()
    const oud = svb.page.url()
    await antwoord(svb.page, 'Wij doen deze stap', 'Wij beginnen maandag')
    await svb.page.getByText('Het is gedaan.').waitFor()
    // Whoever has the case before them hears of it; without scripts it is there when they open it again.
    if (javaScriptEnabled)
      await page.getByText(/^Er is iets veranderd door Sociale Verzekeringsbank \(SVB\)/).waitFor()
    else await page.reload()
    await page.getByText('Wij beginnen maandag').waitFor()

    // Two at once about the same step: the second sees what the first did, and keeps what they typed.
    const collega = await nieuw(met)
    await naarBalie(collega.page, /Sociale Verzekeringsbank/, /Henk/)
    await collega.page.goto(oud)
    await svb.page.goto(oud)
    await antwoord(svb.page, 'Wij zijn ermee bezig')
    await svb.page.getByText('Het is gedaan.').waitFor()
    await antwoord(collega.page, 'De stap is klaar', 'Beschikking is verstuurd')
    await collega.page.getByRole('heading', { name: 'Een ander deed hier intussen iets' }).waitFor()
    assert.equal(await collega.page.getByLabel('Uitleg').inputValue(), 'Beschikking is verstuurd')
    await controleer(collega.page)
    await collega.page.getByLabel('De stap is klaar').check()
    await collega.page.getByRole('button', { name: 'Doe het toch' }).click()
    await collega.page.getByText('Het is gedaan.').waitFor()

    // The bank: signs, sees its own step and nothing else. Wrong and used codes are answered alike.
    const bank = await nieuw(met)
    const probeer = async (wie: Page, welke: string) => {
      await wie.goto('/meewerken')
      await wie.getByLabel('Uw code').fill(welke)
      await wie.getByLabel('Uw naam en waar u werkt').fill('Sven Muntveld, Maasbank')
      await wie.getByLabel('Ik houd dit geheim').check()
      await wie.getByRole('button', { name: 'Teken en ga verder' }).click()
    }
    const weigering = async (wie: Page) => wie.getByRole('alert').innerText()
    await probeer(bank.page, 'AAAA-BBBB-CCCC-DDDD')
    const fout = await weigering(bank.page)
    await controleer(bank.page)
    await probeer(bank.page, code.toLowerCase().replaceAll('-', ' '))
    await bank.page.getByRole('heading', { name: 'Rekening op één naam' }).waitFor()
    // Nor the desks of a resident: the whole page is theirs.
    const bijBank = await bank.page.content()
    for (const verborgen of ['overleden en nu', 'Anw', 'huurcontract', 'Fatima', 'Sociale Verzekeringsbank'])
      assert.ok(!bijBank.includes(verborgen), verborgen)
    await controleer(bank.page)
    const vreemde = await nieuw(met)
    await probeer(vreemde.page, code)
    assert.equal(await weigering(vreemde.page), fout)
    assert.equal((await vreemde.page.goto('/meewerken/stap'))?.status(), 401)
    await antwoord(bank.page, 'Wij kunnen dit niet doen')
    await bank.page.getByRole('alert').getByText('Schrijf op waarom').waitFor()
    await antwoord(bank.page, 'Wij doen deze stap')
    await antwoord(bank.page, 'De stap is klaar', 'De rekening staat op naam van mevrouw')
    await bank.page.getByText('Het is gedaan.').waitFor()
    await bank.page.getByRole('button', { name: 'Stop en ga weg' }).click()
    assert.equal((await bank.page.goto('/meewerken/stap'))?.status(), 401)

    // What is shared is there for who it was shared with, also while the resident sits beside.
    await page.goto(zaak)
    await page.getByText(/Wie ziet wat/).click()
    await page.getByRole('link', { name: 'Iets delen' }).first().click()
    await page.getByLabel('Wat laat u zien?').selectOption({ label: 'de vraag' })
    await page.getByLabel('Aan wie?').selectOption({ label: 'Sociale Verzekeringsbank (SVB)' })
    await page.getByLabel('Meedenken').check()
    await page.getByLabel('Het hoort bij hun taak').check()
    await page.getByRole('button', { name: 'Deel dit' }).click()
    await page.getByText('Het is gedaan.').waitFor()
    await svb.page.reload()
    await svb.page
      .getByText(/overleden en nu/)
      .first()
      .waitFor()

    // An invitation that names a company: first the login, then the code, then its own step and nothing else.
    await page.goto(zaak)
    await page.getByText(/Wie ziet wat/).click()
    await page.getByRole('link', { name: 'Partij uitnodigen' }).click()
    await page.getByLabel('Een andere partij', { exact: true }).check()
    await page.getByLabel('Naam van de partij').fill('Fietsatelier')
    await page.getByLabel(/eHerkenning/).fill('1234')
    await page.getByRole('button', { name: 'Maak een code' }).click()
    await page.getByRole('alert').getByText('Dit is geen KVK-nummer.').waitFor()
    await page.getByLabel(/eHerkenning/).fill('90009101')
    await page.getByRole('button', { name: 'Maak een code' }).click()
    await page.getByText('Log eerst in met eHerkenning, voor KVK-nummer 90009101.').waitFor()
    const bedrijfscode = (await page.locator('.vd-codeblad__code').innerText()).trim()
    const atelier = await nieuw(met)
    await probeer(atelier.page, bedrijfscode)
    await atelier.page.getByRole('alert').getByText('Bij deze code hoort inloggen met eHerkenning.').waitFor()
    await controleer(atelier.page)
    await atelier.page.getByRole('link', { name: 'Log in met eHerkenning' }).click()
    await atelier.page.getByRole('button', { name: /Hilde/ }).click()
    await atelier.page.getByText('U bent ingelogd voor').waitFor()
    await probeer(atelier.page, bedrijfscode)
    await atelier.page.getByText('Er is nu geen stap voor u.').waitFor()
    assert.ok(!(await atelier.page.locator('main').innerHTML()).includes('Maasbank'))

    // The resident: all of it, in plain language, with a person to call.
    const fatima = await nieuw(met)
    await fatima.page.goto('/inloggen?naar=loket')
    await fatima.page.getByRole('link', { name: 'Inloggen met DigiD' }).click()
    await fatima.page.getByRole('button', { name: /Fatima/ }).click()
    await fatima.page.getByText('U bent nu aan de beurt.').waitFor()
    await controleer(fatima.page)
    await fatima.page.getByRole('link', { name: /Uw vraag van/ }).click()
    await fatima.page.getByText('Esra Havenstroom, 14 010').first().waitFor()
    await fatima.page.getByText('dit gaat ook over iemand anders').waitFor()
    assert.ok(!(await fatima.page.content()).includes('De broer'))
    await controleer(fatima.page)
    await fatima.page.getByText('Wie ziet wat van u?').click()
    await fatima.page
      .getByText(/Sociale Verzekeringsbank \(SVB\) zag/)
      .first()
      .waitFor()
    await fatima.page.getByText(/Maasbank zag/).waitFor()
    // What was sent lies with their messages, with what they do themselves above it.
    await fatima.page.goto('/mijn/berichten')
    await fatima.page.getByRole('link', { name: /Uw plan, zaak/ }).click()
    await fatima.page.getByText(/^Stuur het huurcontract\. Klaar vóór of op/).waitFor()
    await controleer(fatima.page)
    await fatima.page.getByRole('link', { name: 'Naar uw vraag en het plan' }).click()
    await fatima.page.getByText('Wie ziet wat van u?').click()
    // Objecting stops a share at once.
    await fatima.page.getByRole('link', { name: 'Ik wil dit niet' }).first().click()
    await fatima.page.getByLabel('Waarom?').fill('Dit hoeft niet meer')
    await fatima.page.getByRole('button', { name: 'Stop dit nu' }).click()
    await fatima.page.getByText('Wie ziet wat van u?').click()
    await fatima.page.getByText('bezwaar, niet te zien').waitFor()
    await fatima.page.getByRole('link', { name: 'Dit heb ik gedaan' }).click()
    await fatima.page.getByRole('button', { name: 'Ja, dit is gedaan' }).click()
    await fatima.page.getByText('Er zijn geen open stappen.').waitFor()
    await fatima.page.goto(`${new URL(fatima.page.url()).pathname}/print`)
    await fatima.page.getByText('Wie kunt u bellen?').waitFor()
    await controleer(fatima.page)

    // The owner judges the objection, and the resident reads what and why.
    await page.goto(zaak)
    await page.getByText(/Wie ziet wat/).click()
    await page.getByRole('link', { name: 'Beslis op het bezwaar' }).click()
    await page.getByLabel('Het delen stopt').check()
    await page.getByLabel('Waarom?').fill('Het is niet meer nodig')
    await page.getByRole('button', { name: 'Beslis' }).click()
    await page.getByText('Het is gedaan.').waitFor()
    await fatima.page.goto(zaak.replace('/balie/', '/mijn/'))
    await fatima.page.getByText('Wie ziet wat van u?').click()
    await fatima.page.getByText('Het delen stopt: Het is niet meer nodig').waitFor()

    // Closing asks them. First it is not solved, then it is.
    const vraagOfHetKlaarIs = async () => {
      await page.goto(zaak)
      await page.getByRole('link', { name: 'Vraag de inwoner of het klaar is' }).click()
      await page.getByLabel('Wat is er bereikt?').fill('De uitkering loopt en de rekening is geregeld')
      await page.getByRole('button', { name: 'Vraag het' }).click()
    }
    await vraagOfHetKlaarIs()
    await fatima.page.goto('/mijn/loket')
    await fatima.page.getByRole('link', { name: /Uw vraag van/ }).click()
    await fatima.page.getByRole('link', { name: 'Dit is niet opgelost' }).first().click()
    await fatima.page.getByLabel('Wat is er nog niet goed?').fill('Ik krijg nog post op naam van mijn man')
    await fatima.page.getByRole('button', { name: 'Verstuur' }).click()
    await vraagOfHetKlaarIs()
    await page.getByText('Ik krijg nog post op naam van mijn man').first().waitFor()
    await fatima.page.reload()
    await controleer(fatima.page)
    await fatima.page.getByRole('link', { name: 'Ja, het is klaar' }).click()
    await fatima.page.getByRole('button', { name: 'Ja, het is klaar' }).click()
    await fatima.page.getByRole('heading', { name: 'Deze vraag is afgesloten' }).waitFor()
    // A yes is not for ever: who finds out later that it is not solved opens it again.
    await fatima.page.getByRole('link', { name: 'Het is niet klaar' }).click()
    await fatima.page.getByLabel('Wat is er nog niet goed?').fill('De huur is toch niet betaald')
    await fatima.page.getByRole('button', { name: 'Open de zaak weer' }).click()
    await fatima.page.getByText('Er zijn geen open stappen.').waitFor()
    await vraagOfHetKlaarIs()
    await page.getByText('De huur is toch niet betaald').first().waitFor()
    await fatima.page.goto(zaak.replace('/balie/', '/mijn/'))
    await fatima.page.getByRole('link', { name: 'Ja, het is klaar' }).click()
    await fatima.page.getByRole('button', { name: 'Ja, het is klaar' }).click()
    await fatima.page.getByRole('heading', { name: 'Deze vraag is afgesloten' }).waitFor()
    await fatima.page.getByRole('link', { name: 'Twee vragen achteraf' }).click()
    await fatima.page.getByLabel('Ja, het is opgelost').check()
    await fatima.page.getByLabel('Hoe vaak moest u uw verhaal vertellen?').fill('2')
    await fatima.page.getByRole('button', { name: 'Verstuur' }).click()
    await fatima.page.getByText('Dank u wel voor uw antwoorden.').waitFor()
    // Closed for everyone who took part; who owned it still has it.
    assert.equal((await svb.page.goto(zaak))?.status(), 410)
    await svb.page.getByText('Deze ketenzaak is gesloten op').waitFor()
    await svb.page.getByText('Esra Havenstroom, 14 010').waitFor()
    await controleer(svb.page)
    await page.goto(zaak)
    await page.getByText('Gesloten op').waitFor()
    assert.equal(await page.getByRole('link', { name: 'Stap erbij' }).count(), 0)

    // What people wrote stands in no address and in no line of the log.
    assert.doesNotMatch(regels.join('\n'), /overleden|Maasbank|Nourani/)
    const adressen = gezien.filter((een) => /^https?:/.test(een))
    assert.doesNotMatch(adressen.join('\n'), new RegExp(`overleden|Maasbank|${code}`))
  })
