import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vrijePoort } from '../../bench/waakhond.ts'
import { logIn, startReis } from './inwoners.ts'
import { naarBalie, openKetenzaak, vindFatima, voegStapToe } from './ketenreis.ts'

test('in a call about a case the desk dials the number that the resident gave, and it is shown to nobody', async (t) => {
  const [menger, sbc, hier] = [await vrijePoort(), await vrijePoort(), await vrijePoort()]
  const { app, nieuw, gezien, regels } = await startReis(t, {
    VOORDEUR_MENGER_URL: `http://127.0.0.1:${menger}/janus`,
    ...{ VOORDEUR_MENGER_GEHEIM: 'geheim-van-de-proef', VOORDEUR_MENGER_BEHEER: 'beheer' },
    ...{ VOORDEUR_SIP_SBC: `127.0.0.1:${sbc}`, VOORDEUR_SIP_HIER: `127.0.0.1:${hier}` },
    ...{ VOORDEUR_SIP_NUMMER: '+31101234567', VOORDEUR_SIP_GEBRUIKER: 'voordeur' },
    VOORDEUR_SIP_WACHTWOORD: 'wachtwoord-van-de-proef',
  })
  const [fatima, balie] = [
    (await nieuw({ javaScriptEnabled: false })).page,
    (await nieuw({ javaScriptEnabled: false })).page,
  ]
  await naarBalie(balie, /Rotterdam/, /Esra/)
  await vindFatima(balie)
  const zaak = await openKetenzaak(balie)
  await voegStapToe(balie, { titel: 'Anw-uitkering beoordelen', van: 'Sociale Verzekeringsbank (SVB)' })
  await balie.goto(zaak)
  await balie.getByRole('button', { name: /Bel direct in de browser.*SVB/ }).click()
  await balie.getByRole('button', { name: 'Zoek het nummer' }).click()
  await balie.getByText('Er is geen nummer dat u hier kunt bellen.').waitFor()

  await fatima.goto('/inloggen?naar=kanalen')
  await logIn(fatima, /^Fatima/)
  await fatima.getByText(/Voeg een (mobiel |telefoon)?nummer toe/).click()
  await fatima
    .getByLabel(/nummer/i)
    .first()
    .fill('06 12 34 56 78')
  await fatima.locator('form:has(#adres-telefoon) button').click()
  await fatima.getByText('Wij stuurden een code.').waitFor()
  const [code = ''] =
    /\d{6}/.exec(JSON.stringify(app.demo?.post.bord.lijst()[0] ?? '').replace('+31612345678', '')) ?? []
  await fatima.getByLabel(/^Code voor/).fill(code)
  await fatima.getByRole('button', { name: 'Bevestig' }).click()
  await fatima.getByText(/is bevestigd\./).waitFor()

  gezien.length = 0
  await balie
    .getByRole('link', { name: /Bellen/ })
    .first()
    .waitFor({ state: 'attached' })
  await balie.goBack()
  await balie.getByRole('button', { name: 'Zoek het nummer' }).click()
  await balie.getByRole('button', { name: 'Bel het nummer dat eindigt op 78' }).click()
  // The mixer of this story does not answer: it is said, and nothing of the number stays anywhere.
  await balie.getByText('de inwoner, aan de telefoon').first().waitFor()
  assert.ok(gezien.some((een) => een.includes('eindigt op 78')))
  assert.equal(
    [...gezien, ...regels].some((een) => /6\D?12\D?34\D?56\D?78|345678/.test(een)),
    false,
  )
})
