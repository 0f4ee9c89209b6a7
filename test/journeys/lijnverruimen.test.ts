import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startReis } from './inwoners.ts'
import { naarBalie } from './ketenreis.ts'
import { controleerToegankelijkheid } from './reis.ts'

/** In lane hours of the made-up teams. */
const MAANDAGOCHTEND = '2026-03-02T09:00:00Z'

/** An entry of their own in the guide: for another place, and for this one as a neighbour. */
async function zetBuurteam(ingrid: Page): Promise<void> {
  await ingrid.goto('/balie/lijnen/beheer/nieuw')
  await ingrid.getByLabel('Kort kenmerk').fill('steunpunt-capelle')
  await ingrid.getByLabel('Naam van het team').fill('Steunpunt Capelle')
  await ingrid.getByText('Zoek de code van een onderwerp op').click()
  await ingrid.getByText('regeling-aow', { exact: true }).waitFor()
  await ingrid.getByLabel('Onderwerpen die dit team uitlegt').fill('regeling-aow')
  await ingrid.getByLabel('Plaatsen', { exact: true }).fill('GM0502')
  await ingrid.getByLabel('Buurplaatsen').fill('GM0599')
  await ingrid.getByLabel('Gesprekken tegelijk').fill('2')
  await controleerToegankelijkheid(ingrid)
  await ingrid.getByRole('button', { name: 'Bewaar' }).click()
  await ingrid.getByText('Het team staat in de gids.').waitFor()
}

test('nobody answers at the team that fits best: it is looked further at another organisation, the page says so, and it rings there', async (t) => {
  const { later, nieuw } = await startReis(t, {}, MAANDAGOCHTEND)
  const [ingrid, naima, esra] = [(await nieuw()).page, (await nieuw()).page, (await nieuw()).page]
  await naarBalie(ingrid, /Rotterdam/, /Ingrid/)
  await zetBuurteam(ingrid)

  await naarBalie(naima, /UWV/, /Naima/)
  await naima.goto('/balie/lijnen')
  await naima.getByLabel('Of kies een onderwerp').selectOption('regeling-aow')
  await naima.getByLabel('Woonplaats of eiland van de inwoner').fill('Rotterdam')
  await naima.getByRole('button', { name: 'Zoek een team' }).click()
  await naima.getByRole('button', { name: /Wacht toch in de rij.*Lijn AOW/ }).click()
  await naima.getByText('Wij zoeken in het team dat het best past.').waitFor()

  later(61_000)
  await naima
    .getByText('Wij zoeken nu ook bij: Steunpunt Capelle (Gemeente Rotterdam).')
    .waitFor({ timeout: 60_000 })
  await controleerToegankelijkheid(naima)

  await naarBalie(esra, /Rotterdam/, /Esra/)
  await esra.goto('/balie/lijnen/dienst')
  await esra.getByRole('button', { name: 'Meld u aan' }).click()
  await esra.getByRole('heading', { name: 'Er belt iemand' }).waitFor()
  await esra.getByText('Over AOW-pensioen').waitFor()
  await naima.getByText('Bij: Steunpunt Capelle.').waitFor()
  await esra.getByRole('button', { name: 'Neem op' }).click()
  await naima.waitForURL('**/balie/lijnen/gesprek/*')
})
