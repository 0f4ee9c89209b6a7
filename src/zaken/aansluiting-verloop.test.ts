import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AansluitingVersie } from './aansluiting-store.ts'
import { verloopVan } from './aansluiting-verloop.ts'
import { proefinvoer } from './proefaansluiting.ts'
import { gewoneToonregel } from './toonregel.ts'

const versie = (nummer: number, instelling: unknown): AansluitingVersie => ({
  versie: nummer,
  op: new Date('2026-03-01T12:00:00Z'),
  door: { soort: 'opdracht' },
  wat: [],
  instelling,
})
const persoon = '019cabcd-0000-7000-8000-000000000001'

test('each version says what was and what became, and the first one has nothing before it', () => {
  const eerst = proefinvoer()
  const { drc: _, ...adressen } = eerst.adressen
  const sleutel = { domein: 'ZAKEN', rsin: '999800103', identificatie: 'K1' }
  const later = {
    ...eerst,
    adressen: { ...adressen, zrc: 'https://zaken.example.nl/zaken/api/v2' },
    stand: 'aan',
    regels: {
      standaard: { ...gewoneToonregel, documenten: false },
      perZaaktype: [
        { sleutel, regel: { tonen: false } },
        { sleutel: { ...sleutel, rsin: '999800115' }, regel: { tonen: true } },
      ],
    },
    proefpersonen: [{ persoon, einde: '019' }],
    tls: { ca: 'PEM', eigenCertificaat: true },
  }
  const [tweede, begin] = verloopVan([versie(2, later), versie(1, eerst)])
  assert.deepEqual(begin?.verschillen, [])
  assert.deepEqual(
    tweede?.verschillen.map(({ veld, zaaktype, was, wordt }) => [veld, zaaktype, was, wordt]).toSorted(),
    [
      ['adressen.drc', undefined, 'https://zaken.example.nl/documenten/api/v1', undefined],
      [
        'adressen.zrc',
        undefined,
        'https://zaken.example.nl/zaken/api/v1',
        'https://zaken.example.nl/zaken/api/v2',
      ],
      ['proefpersonen', undefined, undefined, '019'],
      ['regels.perZaaktype.tonen', 'K1', undefined, 'false'],
      ['regels.perZaaktype.tonen', 'K1', undefined, 'true'],
      ['regels.standaard.documenten', undefined, 'true', 'false'],
      ['stand', undefined, 'uit', 'aan'],
      ['tls.eigenCertificaat', undefined, undefined, 'true'],
    ],
  )
  // Of a person only how the number ends, of a certificate nothing, of a way in nothing that opens it.
  assert.doesNotMatch(JSON.stringify(tweede), new RegExp(`${persoon}|PEM`))
})
