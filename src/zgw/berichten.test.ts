import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Abonnement,
  gebeurtenissleutel,
  isVerwijderd,
  type Notificatie,
  notificatieSchema,
  sleutelVan,
  wilHebben,
  zaakgebeurtenisSchema,
} from './index.ts'

const bericht: Notificatie = {
  kanaal: 'zaken',
  hoofdObject: 'https://zaken.example/zaken/api/v1/zaken/1',
  resource: 'status',
  resourceUrl: 'https://zaken.example/zaken/api/v1/statussen/2',
  actie: 'create',
  aanmaakdatum: '2026-03-01T10:00:00Z',
  kenmerken: { zaaktype: 'https://zaken.example/catalogi/api/v1/zaaktypen/3', bronorganisatie: '000000012' },
}

test('the same event delivered twice has the same key, another has another', () => {
  assert.equal(sleutelVan(bericht), sleutelVan({ ...bericht, kenmerken: {} }))
  for (const anders of [
    { actie: 'update' },
    { aanmaakdatum: '2026-03-01T10:00:01Z' },
    { resourceUrl: bericht.hoofdObject },
  ]) {
    assert.notEqual(sleutelVan({ ...bericht, ...anders }), sleutelVan(bericht))
  }
})

test('a subscriber gets what passes all filters of one of its channels', () => {
  const abonnement = (...kanalen: Abonnement['kanalen']): Abonnement => ({
    callbackUrl: 'https://wij.example/',
    auth: 'x',
    kanalen,
  })
  const zaken = (filters: Record<string, string>) => abonnement({ naam: 'zaken', filters })
  assert.ok(wilHebben(zaken({}), bericht))
  assert.ok(wilHebben(zaken({ zaaktype: '*', bronorganisatie: '000000012' }), bericht))
  assert.ok(!wilHebben(zaken({ bronorganisatie: '000000024' }), bericht))
  assert.ok(!wilHebben(zaken({ vertrouwelijkheidaanduiding: 'openbaar' }), bericht))
  assert.ok(!wilHebben(abonnement({ naam: 'documenten', filters: {} }), bericht))
})

test('a notification that is none is refused', () => {
  assert.ok(notificatieSchema.safeParse(bericht).success)
  for (const fout of [
    { ...bericht, hoofdObject: 'javascript:alert(1)' },
    { ...bericht, aanmaakdatum: 'gisteren' },
    { ...bericht, kenmerken: { zaaktype: 'x'.repeat(1001) } },
    [bericht],
    null,
  ]) {
    assert.ok(!notificatieSchema.safeParse(fout).success, JSON.stringify(fout).slice(0, 80))
  }
})

test('an event of a case names its source, and its reference stays at that source', () => {
  const gebeurtenis = {
    specversion: '1.0',
    id: 'a1',
    source: 'urn:nld:oin:00000001234567890000:zaaksysteem',
    type: 'nl.overheid.zaken.zaak-verwijderd',
    subject: '00000000-0000-4000-8000-000000000001',
    time: '2026-03-01T10:00:00Z',
    dataref: '/zaken/api/v1/zaken/00000000-0000-4000-8000-000000000001',
    data: { bronorganisatie: '000000012', 'zaaktype.catalogus': 'https://x.example/1', nieuw: 'veld' },
  }
  const gelezen = zaakgebeurtenisSchema.parse(gebeurtenis)
  assert.ok(isVerwijderd(gelezen))
  assert.equal(gebeurtenissleutel(gelezen), 'urn:nld:oin:00000001234567890000:zaaksysteem a1')
  for (const anders of [
    { source: 'https://elders.example' },
    { type: 'com.example.iets' },
    { specversion: '0.3' },
    { subject: '999990019' },
    { dataref: 'https://elders.example/zaken/1' },
    { dataref: '//elders.example/zaken/1' },
    { dataref: '/\\elders.example/zaken/1' },
    { id: '' },
  ]) {
    assert.ok(!zaakgebeurtenisSchema.safeParse({ ...gebeurtenis, ...anders }).success, JSON.stringify(anders))
  }
})
