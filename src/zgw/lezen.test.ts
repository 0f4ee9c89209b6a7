import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  besluitSchema,
  duurIn,
  foutSchema,
  informatieobjectSchema,
  isHoogstens,
  isNegenElfproef,
  isOngewijzigd,
  leesExpand,
  maakEtag,
  paginaSchema,
  rolSchema,
  statustypeSchema,
  zaakSchema,
  zaaktypeSchema,
} from './index.ts'

/** As a register of an older version gives it: no uuid, no lists of relations, an empty text for nothing. */
const oud = {
  url: 'https://zaken.example/api/v1/zaken/1',
  identificatie: 'Z-1',
  bronorganisatie: '000000012',
  verantwoordelijkeOrganisatie: '000000012',
  zaaktype: 'https://zaken.example/api/v1/zaaktypen/2',
  startdatum: '2026-01-01',
  einddatum: null,
  hoofdzaak: '',
  status: null,
  verlenging: { reden: '', duur: '' },
  nieuwVeld: { wat: 'dan ook' },
}

test('a case of an older register is read, and what we do not know falls away', () => {
  const zaak = zaakSchema.parse(oud)
  assert.deepEqual([zaak.rollen, zaak.deelzaken, zaak.relevanteAndereZaken], [[], [], []])
  assert.equal('nieuwVeld' in zaak, false)
  for (const fout of [
    { url: 'ftp://zaken.example/1' },
    { url: undefined },
    { startdatum: '01-01-2026' },
    { einddatum: undefined },
    { rollen: 'geen' },
    { identificatie: 7 },
  ]) {
    assert.ok(!zaakSchema.safeParse({ ...oud, ...fout }).success, JSON.stringify(fout))
  }
})

test('of a role we read who it is by number, and no name of an official', () => {
  const rol = rolSchema.parse({
    url: 'https://zaken.example/api/v1/rollen/1',
    zaak: oud.url,
    betrokkeneType: 'medewerker',
    roltype: 'https://zaken.example/api/v1/roltypen/1',
    omschrijvingGeneriek: 'behandelaar',
    betrokkeneIdentificatie: { identificatie: 'med-1', achternaam: 'Rozendaal' },
  })
  assert.ok(!JSON.stringify(rol).includes('Rozendaal'))
})

test('what says nothing about who may see it is shown to nobody', () => {
  const type = zaaktypeSchema.parse({
    url: oud.zaaktype,
    identificatie: 'PV',
    catalogus: 'https://zaken.example/api/v1/catalogussen/1',
    omschrijving: 'Parkeren',
    vertrouwelijkheidaanduiding: 'openbaar',
    indicatieInternOfExtern: 'misschien',
    doorlooptijd: 'acht weken',
  })
  assert.deepEqual([type.indicatieInternOfExtern, type.doorlooptijd], ['intern', null])
  assert.ok(isHoogstens('openbaar', 'zaakvertrouwelijk'))
  assert.ok(isHoogstens('zaakvertrouwelijk', 'zaakvertrouwelijk'))
  for (const niveau of ['vertrouwelijk', '', 'OPENBAAR', undefined, null, 0]) {
    assert.ok(!isHoogstens(niveau, 'zaakvertrouwelijk'), String(niveau))
  }
})

test('a type of status without a text for the resident, a document and a decision with empty fields are read', () => {
  const status = {
    url: 'https://z.example/1',
    omschrijving: 'X',
    zaaktype: oud.zaaktype,
    volgnummer: 1,
    isEindstatus: false,
  }
  assert.equal(statustypeSchema.parse(status).statustekst, '')
  const document = {
    url: 'https://z.example/2',
    bronorganisatie: '000000012',
    creatiedatum: '2026-01-01',
    titel: 'Brief',
    versie: 1,
    informatieobjecttype: 'https://z.example/3',
    bestandsomvang: null,
    inhoud: null,
  }
  assert.equal(informatieobjectSchema.parse(document).status, '')
  const besluit = {
    url: 'https://z.example/4',
    verantwoordelijkeOrganisatie: '000000012',
    besluittype: 'https://z.example/5',
    zaak: '',
    datum: '2026-01-01',
    ingangsdatum: '2026-01-01',
    vervalreden: '',
  }
  assert.equal(besluitSchema.parse(besluit).uiterlijkeReactiedatum, undefined)
})

test('a page holds what it says, and one bad row is not passed over in silence', () => {
  const pagina = paginaSchema(zaakSchema)
  assert.equal(pagina.parse({ count: 1, next: null, results: [oud] }).results.length, 1)
  for (const fout of [[oud], { count: 1, results: [oud, {}] }, { count: -1, results: [] }, { results: [] }]) {
    assert.ok(!pagina.safeParse(fout).success)
  }
})

test('an error of a source is read with its codes, which are an open list', () => {
  const fout = {
    code: 'nooit-gezien',
    title: 'T',
    status: 400,
    detail: '',
    instance: 'urn:uuid:1',
    invalidParams: [],
  }
  assert.equal(foutSchema.parse(fout).code, 'nooit-gezien')
  assert.ok(!foutSchema.safeParse({ status: 400 }).success)
})

test('expand is a tree of at most three', () => {
  assert.deepEqual(leesExpand('status.statustype, rollen,status'), { status: { statustype: {} }, rollen: {} })
  for (const fout of ['', 'a,', 'a..b', 'a.b.c.d', 'a b', '__proto__', 'a;b']) {
    assert.equal(leesExpand(fout), undefined, fout)
  }
  // A name that every object has is a name like another.
  assert.deepEqual(leesExpand('constructor.name'), { constructor: { name: {} } })
})

test('durations, numbers and marks', () => {
  assert.deepEqual(duurIn('P8W'), { jaren: 0, maanden: 0, dagen: 56 })
  assert.deepEqual(duurIn('P1Y2M3D'), { jaren: 1, maanden: 2, dagen: 3 })
  assert.equal(duurIn('8 weken'), undefined)
  assert.ok(isNegenElfproef('999990019'))
  for (const fout of ['999990018', '99999001', 'a99990019', '']) assert.ok(!isNegenElfproef(fout), fout)
  const etag = maakEtag('{}')
  assert.match(etag, /^"[0-9a-f]{32}"$/)
  assert.notEqual(maakEtag('{ }'), etag)
  assert.ok(isOngewijzigd(`W/${etag}`, etag))
  assert.ok(!isOngewijzigd(undefined, etag))
})
