import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { parse } from 'yaml'
import { bsns, maakRegister, nu, typen, zaakVan } from '../../../test/zgw/register.ts'
import { operatiesVan, type Specificatie } from '../../../test/zgw/specificatie.ts'
import { Abonnementen } from './abonnementen.ts'
import { apiVersies, gewonePaden, type Onderdeel } from './verzameling.ts'

const specs: readonly (readonly [Onderdeel, Specificatie])[] = [
  ['zrc', 'zaken'],
  ['ztc', 'catalogi'],
  ['drc', 'documenten'],
  ['brc', 'besluiten'],
  ['ac', 'autorisaties'],
]

test('each component says what it answers, to anybody: valid OpenAPI with every operation of the standard', async () => {
  const { vraag } = maakRegister()
  for (const [component, spec] of specs) {
    const pad = `${gewonePaden[component]}/schema/openapi.yaml`
    const antwoord = await vraag('GET', pad, { koppen: { authorization: undefined, accept: 'text/html' } })
    assert.equal(antwoord.status, 200)
    assert.equal(antwoord.koppen['content-type'], 'application/yaml')
    assert.equal(antwoord.koppen['api-version'], apiVersies[component])
    const beschrijving = parse(antwoord.tekst)
    const { valid, errors } = await new Validator().validate(beschrijving)
    assert.ok(valid, `${component}: ${JSON.stringify(errors ?? '').slice(0, 500)}`)
    assert.equal(beschrijving.info.version, apiVersies[component])
    for (const [bekend, methoden] of operatiesVan(spec)) {
      const eigen = Object.keys(beschrijving.paths[bekend] ?? {}).map((naam) => naam.toUpperCase())
      assert.deepEqual(eigen.sort(), methoden.sort(), `${component} ${bekend}`)
    }
    const { etag } = antwoord.koppen
    const weer = await vraag('GET', pad, { koppen: { authorization: undefined, 'if-none-match': etag } })
    assert.deepEqual([weer.status, weer.tekst], [304, ''])
    const kop = await vraag('HEAD', pad)
    assert.deepEqual([kop.status, kop.tekst, kop.koppen.etag], [200, '', etag])
    assert.equal((await vraag('POST', pad)).koppen.allow, 'GET, HEAD')
  }
})

test('notifications describe themselves as well', async () => {
  const abonnementen = new Abonnementen({
    basis: 'https://zaken.example/notificaties/api/v1',
    clienten: () => undefined,
    nu: () => nu,
    uuid: () => '00000000-0000-4000-8000-000000000001',
    bezorg: async () => 204,
  })
  const adres = new URL('https://zaken.example/notificaties/api/v1/schema/openapi.yaml')
  const antwoord = await abonnementen.beantwoord({ methode: 'GET', adres, koppen: {}, lichaam: '' })
  assert.deepEqual([antwoord?.status, antwoord?.koppen['api-version']], [200, '1.0.0'])
  const beschrijving = parse(String(antwoord?.lichaam))
  assert.ok((await new Validator().validate(beschrijving)).valid)
  for (const [bekend, methoden] of operatiesVan('notificaties')) {
    const eigen = Object.keys(beschrijving.paths[bekend] ?? {}).map((naam) => naam.toUpperCase())
    assert.deepEqual(eigen.sort(), methoden.sort(), bekend)
  }
})

test('what cannot be done says what can, and every answer says which version speaks', async () => {
  const register = maakRegister()
  const zaak = await zaakVan(register, bsns.anna)
  for (const [methode, pad, allow] of [
    ['DELETE', '/zaken/api/v1/zaken', 'GET, POST'],
    ['POST', zaak, 'GET, HEAD, PUT, PATCH, DELETE'],
    ['PUT', `${zaak}/audittrail`, 'GET'],
    ['PUT', '/zaken/api/v1/statussen/x', 'GET, HEAD'],
    ['GET', '/documenten/api/v1/bestandsdelen/x', 'PUT'],
    ['GET', '/zaken/api/v1/zaken/_zoek', 'POST'],
    ['GET', '/documenten/api/v1/enkelvoudiginformatieobjecten/x/lock', 'POST'],
    ['POST', '/autorisaties/api/v1/applicaties/consumer', 'GET'],
    ['DELETE', typen.catalogus, 'GET, HEAD'],
  ] as const) {
    const antwoord = await register.vraag(methode, pad)
    assert.deepEqual([antwoord.status, antwoord.koppen.allow], [405, allow], `${methode} ${pad}`)
    assert.ok(antwoord.koppen['api-version'], pad)
  }
  for (const pad of [
    '/zaken/api/v1/niets',
    '/documenten/api/v1/documentversies',
    '/documenten/api/v1/documentsloten/x',
  ]) {
    const antwoord = await register.vraag('GET', pad)
    assert.equal(antwoord.status, 404, pad)
    assert.ok(antwoord.koppen['api-version'], pad)
  }
  const vreemd = await register.vraag('GET', `${zaak}?vreemd=1`)
  assert.deepEqual([vreemd.status, vreemd.inhoud.invalidParams[0].code], [400, 'unknown-parameters'])
  const html = await register.vraag('GET', zaak, { koppen: { accept: 'text/html' } })
  assert.deepEqual([html.status, html.inhoud.code], [406, 'not_acceptable'])
})
