import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bsns, maakRegister, rolVan, typen, zaakVan } from '../../../test/zgw/register.ts'
import { Geheugen } from './geheugen.ts'

test('what does not come to an end leaves nothing behind', async () => {
  const geheugen = new Geheugen()
  const [oud, nieuw] = ['https://x.example/oud', 'https://x.example/nieuw']
  geheugen.leg('zaken', { url: oud, omschrijving: 'eerst' })
  const poging = geheugen.samen(async (schrijver) => {
    await schrijver.zet('zaken', { url: oud, omschrijving: 'anders' })
    await schrijver.zet('zaken', { url: nieuw })
    await schrijver.verwijder('zaken', oud)
    await schrijver.zetInhoud(nieuw, Buffer.from('half'))
    throw new Error('halverwege')
  })
  await assert.rejects(poging, /halverwege/)
  assert.equal(geheugen.pak('zaken', oud)?.omschrijving, 'eerst')
  assert.equal(geheugen.pak('zaken', nieuw), undefined)
  assert.equal(await geheugen.inhoud(nieuw), undefined)
})

test('two that want the same at once get it one after the other', async () => {
  const register = maakRegister()
  const zaak = await zaakVan(register, bsns.anna)
  const json = { zaak, resultaattype: typen.verleend }
  const uitkomsten = await Promise.all(
    [1, 2, 3].map(() => register.vraag('POST', '/zaken/api/v1/resultaten', { json })),
  )
  assert.deepEqual(uitkomsten.map(({ status }) => status).sort(), [201, 400, 400])
  await Promise.all(
    [1, 2, 3].map(() => register.vraag('POST', '/zaken/api/v1/rollen', { json: rolVan(zaak, bsns.bert) })),
  )
  // The first role came with the case; none of the three overwrote another.
  assert.equal((await register.vraag('GET', zaak)).inhoud.rollen.length, 4)
})
