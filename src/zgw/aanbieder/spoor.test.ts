import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakProef } from '../../../test/zgw/proef.ts'
import { bsns, maakRegister, rsin, typen, zaakVan } from '../../../test/zgw/register.ts'

interface Regel {
  readonly uuid: string
  readonly actie: string
  readonly resource: string
  readonly resultaat: number
  readonly toelichting: string
  readonly wijzigingen: { readonly oud?: Record<string, unknown>; readonly nieuw?: Record<string, unknown> }
  readonly [veld: string]: unknown
}
const kort = (regels: readonly Regel[]) => regels.map(({ resource, actie }) => `${resource} ${actie}`)

test('all that is written to a case stands in its trail: who, with which application, why, and what it was', async () => {
  const register = maakRegister()
  const { goed, vraag } = maakProef(register.vraag)
  const zaak = await zaakVan(register, bsns.anna)
  await register.vraag('PATCH', zaak, {
    json: { toelichting: 'Nieuw' },
    koppen: { 'x-audit-toelichting': 'Op verzoek van de inwoner' },
  })
  const status = { zaak, statustype: typen.ontvangen, datumStatusGezet: '2026-02-01T09:00:00Z' }
  await goed('POST', '/zaken/api/v1/statussen', status)
  const { rollen } = (await vraag('GET', zaak)).inhoud
  await goed('DELETE', rollen[0])
  const regels: Regel[] = await goed('GET', `${zaak}/audittrail`)
  assert.deepEqual(kort(regels), [
    'zaak create',
    'rol create',
    'zaak partial_update',
    'status create',
    'rol destroy',
  ])
  const wijziging = regels[2]
  assert.deepEqual(
    [wijziging?.gebruikersId, wijziging?.gebruikersWeergave, wijziging?.applicatieId, wijziging?.resultaat],
    ['balie-3', 'Balie 3', 'alles', 200],
  )
  assert.equal(wijziging?.toelichting, 'Op verzoek van de inwoner')
  assert.deepEqual(
    [wijziging?.wijzigingen.oud?.toelichting, wijziging?.wijzigingen.nieuw?.toelichting],
    ['', 'Nieuw'],
  )
  assert.deepEqual([regels[0]?.wijzigingen.oud, regels[4]?.wijzigingen.nieuw], [undefined, undefined])
  assert.deepEqual(
    [regels[4]?.resultaat, regels[4]?.resourceUrl, regels[4]?.hoofdObject],
    [204, rollen[0], zaak],
  )
  assert.deepEqual(await goed('GET', `${zaak}/audittrail/${wijziging?.uuid}`), wijziging)
  // What was refused was not written, and is not in the trail.
  await register.vraag('PATCH', zaak, { json: { startdatum: 'gisteren' } })
  assert.equal((await goed('GET', `${zaak}/audittrail`)).length, 5)
  await goed('DELETE', zaak)
  assert.equal((await register.vraag('GET', `${zaak}/audittrail`)).status, 404)
  assert.equal((await register.vraag('GET', `${zaak}/audittrail/${wijziging?.uuid}`)).status, 404)
})

test('documents and decisions have a trail of their own, without the lock of anybody', async () => {
  const register = maakRegister()
  const { goed } = maakProef(register.vraag)
  const { url } = await goed('POST', '/documenten/api/v1/enkelvoudiginformatieobjecten', {
    bronorganisatie: rsin,
    creatiedatum: '2026-02-01',
    titel: 'Brief',
    auteur: 'Anna',
    taal: 'nld',
    informatieobjecttype: typen.brief,
  })
  const { lock } = await goed('POST', `${url}/lock`)
  await goed('PATCH', url, { titel: 'Twee', lock })
  await goed('POST', '/documenten/api/v1/gebruiksrechten', {
    informatieobject: url,
    startdatum: '2026-01-01T00:00:00Z',
    omschrijvingVoorwaarden: 'Intern',
  })
  const regels: Regel[] = await goed('GET', `${url}/audittrail`)
  assert.deepEqual(kort(regels), [
    'enkelvoudiginformatieobject create',
    'enkelvoudiginformatieobject partial_update',
    'gebruiksrechten create',
  ])
  assert.ok(!JSON.stringify(regels).includes(lock))
})

test('a trail asks its own scope, and the type of what it is of', async () => {
  const scopes = ['zaken.aanmaken', 'zaken.lezen', 'zaken.bijwerken']
  const met = (extra: readonly string[]) =>
    maakRegister({
      clienten: () => ({
        geheim: 'geheim-van-alles',
        autorisaties: [{ component: 'zrc', scopes: [...scopes, ...extra] }],
      }),
    })
  const zonder = met([])
  const zaak = await zaakVan(zonder, bsns.anna)
  assert.equal((await zonder.vraag('GET', `${zaak}/audittrail`)).status, 403)
  const wel = met(['audittrails.lezen'])
  const andere = await zaakVan(wel, bsns.anna)
  assert.equal((await wel.vraag('GET', `${andere}/audittrail`)).status, 200)
})
