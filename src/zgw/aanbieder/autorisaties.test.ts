import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakProef } from '../../../test/zgw/proef.ts'
import { bsns, maakRegister, type Register, token, typen, zaakVan } from '../../../test/zgw/register.ts'
import { clientenUit } from './autorisaties.ts'
import { Geheugen } from './geheugen.ts'

const applicaties = '/autorisaties/api/v1/applicaties'
const lezer = {
  clientIds: ['balie', 'balie-oud'],
  label: 'Balie',
  autorisaties: [
    {
      component: 'zrc',
      scopes: ['zaken.lezen'],
      zaaktype: typen.zaaktype,
      maxVertrouwelijkheidaanduiding: 'openbaar',
    },
  ],
}

test('an application is registered, found by its clients, changed and removed; the channel hears of it', async () => {
  const register = maakRegister()
  const { goed, fout } = maakProef(register.vraag)
  const gemaakt = await goed('POST', applicaties, lezer)
  assert.equal(gemaakt.autorisaties[0].componentWeergave, 'Zaakregistratiecomponent')
  assert.equal((await goed('GET', `${applicaties}?clientIds=balie-oud,niemand`)).count, 1)
  assert.equal((await goed('GET', `${applicaties}?clientIds=niemand`)).count, 0)
  assert.equal((await goed('GET', `${applicaties}/consumer?clientId=balie-oud`)).url, gemaakt.url)
  assert.deepEqual(await fout('GET', `${applicaties}/consumer?clientId=niemand`), ['404 not_found'])
  assert.deepEqual(await fout('POST', applicaties, { ...lezer, clientIds: ['balie'] }), [
    'clientIds: clientId-exists',
  ])
  for (const [meer, verwacht] of [
    [{ heeftAlleAutorisaties: true }, 'nonFieldErrors: ambiguous-authorizations-specified'],
    [{ autorisaties: [] }, 'nonFieldErrors: missing-authorizations'],
    [{ autorisaties: [{ component: 'zrc', scopes: ['zaken.lezen'] }] }, 'autorisaties.0.zaaktype: required'],
    [{ clientIds: [] }, 'clientIds: invalid'],
  ] as const) {
    const gevonden = await fout('POST', applicaties, { ...lezer, clientIds: ['nieuw'], ...meer })
    assert.ok(gevonden.includes(verwacht), `${verwacht} in ${gevonden.join()}`)
  }
  await goed('PATCH', gemaakt.url, { label: 'Balie 3' })
  await goed('PUT', gemaakt.url, { ...lezer, heeftAlleAutorisaties: true, autorisaties: [] })
  await goed('DELETE', gemaakt.url)
  assert.deepEqual(
    register.gemeld.map(({ kanaal, actie }) => `${kanaal} ${actie}`),
    ['create', 'partial_update', 'update', 'destroy'].map((actie) => `autorisaties ${actie}`),
  )
})

test('what was registered over HTTP is what a client may do from then on, and no more after it went', async () => {
  const opslag = new Geheugen()
  const clienten = clientenUit(opslag, (id) =>
    id === 'beheer' || id === 'balie' ? `geheim-van-${id}` : undefined,
  )
  const register = maakRegister({ opslag, clienten })
  const als = (id: string) => ({ koppen: { authorization: token(id, undefined, `geheim-van-${id}`) } })
  opslag.leg('applicaties', {
    url: `https://zaken.example${applicaties}/1`,
    clientIds: ['beheer'],
    label: 'Beheer',
    heeftAlleAutorisaties: true,
    autorisaties: [],
  })
  const bron = maakRegister()
  for (const soort of ['zaaktypen', 'informatieobjecttypen', 'roltypen'] as const) {
    for (const rij of (await bron.opslag.zoek(soort, { voorwaarden: [] })).rijen) opslag.leg(soort, rij)
  }
  const beheer: Register = {
    ...register,
    opslag,
    vraag: (methode, pad, meer = {}) =>
      register.vraag(methode, pad, { ...meer, koppen: { ...als('beheer').koppen, ...meer.koppen } }),
  }
  const zaak = await zaakVan(beheer, bsns.anna)
  const stil = await zaakVan(beheer, bsns.anna, { vertrouwelijkheidaanduiding: 'intern' })
  assert.equal((await register.vraag('GET', zaak, als('balie'))).status, 403)
  const { inhoud } = await beheer.vraag('POST', applicaties, { json: lezer })
  assert.equal((await register.vraag('GET', zaak, als('balie'))).status, 200)
  assert.equal((await register.vraag('GET', stil, als('balie'))).status, 403)
  assert.equal((await register.vraag('GET', '/zaken/api/v1/zaken', als('balie'))).inhoud.count, 1)
  assert.equal((await register.vraag('PATCH', zaak, { json: {}, ...als('balie') })).status, 403)
  // A client without a secret is nobody, also when it has an application.
  assert.equal((await register.vraag('GET', zaak, als('balie-oud'))).status, 403)
  await beheer.vraag('DELETE', inhoud.url)
  assert.equal((await register.vraag('GET', zaak, als('balie'))).status, 403)
})
