import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakProef } from '../../../../test/zgw/proef.ts'
import { bsns, maakRegister, rsin, typen, zaakVan } from '../../../../test/zgw/register.ts'
import type { Autorisatie } from '../rechten.ts'

const drc = '/documenten/api/v1'
const documenten = `${drc}/enkelvoudiginformatieobjecten`
const nieuw = (meer: object = {}) => ({
  bronorganisatie: rsin,
  creatiedatum: '2026-02-01',
  titel: 'Loonstrook',
  auteur: 'Anna',
  taal: 'nld',
  informatieobjecttype: typen.brief,
  inhoud: Buffer.from('een').toString('base64'),
  bestandsomvang: 3,
  ...meer,
})

const alleen = (...scopes: string[]) => ({
  clienten: () => ({
    geheim: 'geheim-van-alles',
    autorisaties: [{ component: 'drc', scopes }] satisfies Autorisatie[],
  }),
})

function formulier(inhoud: Uint8Array, lock: string) {
  const grens = 'grens-van-de-proef'
  const deel = (kop: string) => `--${grens}\r\nContent-Disposition: form-data; ${kop}\r\n\r\n`
  const bytes = Buffer.concat([
    Buffer.from(`${deel('name="lock"')}${lock}\r\n`),
    Buffer.from(deel('name="inhoud"; filename="deel"')),
    inhoud,
    Buffer.from(`\r\n--${grens}--\r\n`),
  ])
  return { bytes, koppen: { 'content-type': `multipart/form-data; boundary=${grens}` } }
}

test('a document changes with its lock only, and each change is a version of its own', async () => {
  let klok = new Date('2026-03-01T10:00:00Z')
  const { goed, fout, vraag } = maakProef(maakRegister({ nu: () => klok }).vraag)
  const { url, lock: geen } = await goed('POST', documenten, nieuw())
  assert.equal(geen, '')
  assert.deepEqual(await fout('PATCH', url, { titel: 'Anders', lock: 'x' }), ['nonFieldErrors: unlocked'])
  const { lock } = await goed('POST', `${url}/lock`)
  assert.deepEqual(await fout('POST', `${url}/lock`), ['nonFieldErrors: existing-lock'])
  assert.equal((await goed('GET', url)).locked, true)
  assert.deepEqual(await fout('PATCH', url, { titel: 'X', lock: 'x' }), ['nonFieldErrors: incorrect-lock-id'])
  assert.deepEqual(await fout('PATCH', url, { titel: 'X' }), ['nonFieldErrors: missing-lock-id'])
  klok = new Date('2026-03-01T10:10:00Z')
  const twee = await goed('PATCH', url, { titel: 'Loonstrook februari', lock })
  assert.deepEqual([twee.versie, twee.titel, 'lock' in twee], [2, 'Loonstrook februari', false])
  klok = new Date('2026-03-01T10:20:00Z')
  const inhoud = Buffer.from('drie!').toString('base64')
  const drie = await goed('PUT', url, nieuw({ titel: 'Drie', inhoud, bestandsomvang: 5, lock }))
  assert.deepEqual([drie.versie, drie.bestandsomvang], [3, 5])
  assert.deepEqual(await fout('POST', `${url}/unlock`, { lock: 'x' }), ['nonFieldErrors: incorrect-lock-id'])
  await goed('POST', `${url}/unlock`, { lock })

  const bytes = async (vraagt: string) => (await vraag('GET', `${url}/download${vraagt}`)).tekst
  assert.deepEqual(
    [await bytes(''), await bytes('?versie=1'), await bytes('?versie=2')],
    ['drie!', 'een', 'een'],
  )
  assert.equal((await goed('GET', `${url}?versie=1`)).titel, 'Loonstrook')
  assert.equal((await goed('GET', `${url}?registratieOp=2026-03-01T11:15:00%2B01:00`)).versie, 2)
  assert.deepEqual(await fout('GET', `${url}?versie=4`), ['404 not_found'])
  assert.deepEqual(await fout('GET', `${url}?registratieOp=2026-02-28T00:00:00Z`), ['404 not_found'])
  assert.equal((await goed('GET', documenten)).count, 1)
})

test('what is final changes by force alone, and what nobody can unlock is unlocked by force', async () => {
  const rechten = ['documenten.aanmaken', 'documenten.lezen', 'documenten.bijwerken', 'documenten.lock']
  const gewoon = maakProef(maakRegister(alleen(...rechten)).vraag)
  const { url } = await gewoon.goed('POST', documenten, nieuw({ status: 'definitief' }))
  const { lock } = await gewoon.goed('POST', `${url}/lock`)
  assert.deepEqual(await gewoon.fout('PATCH', url, { titel: 'X', lock }), ['nonFieldErrors: modify-status'])
  assert.deepEqual(await gewoon.fout('POST', `${url}/unlock`), ['nonFieldErrors: missing-lock-id'])
  const beheer = maakProef(maakRegister().vraag)
  const ander = await beheer.goed('POST', documenten, nieuw())
  await beheer.goed('POST', `${ander.url}/lock`)
  await beheer.goed('POST', `${ander.url}/unlock`)
  assert.equal((await beheer.goed('GET', ander.url)).locked, false)
})

test('a large document comes in parts: in any order, each of its size, and whole before it is let go', async () => {
  const { goed, fout, vraag } = maakProef(maakRegister({ deelBytes: 4 }).vraag)
  const gemaakt = await goed('POST', documenten, nieuw({ inhoud: null, bestandsomvang: 10 }))
  const { url, lock, bestandsdelen } = gemaakt
  assert.deepEqual(
    bestandsdelen.map(({ volgnummer, omvang, voltooid }: Record<string, unknown>) => [
      volgnummer,
      omvang,
      voltooid,
    ]),
    [
      [1, 4, false],
      [2, 4, false],
      [3, 2, false],
    ],
  )
  assert.ok(bestandsdelen.every((deel: { lock: string }) => deel.lock === lock && lock !== ''))
  const gelezen = await goed('GET', url)
  assert.deepEqual([gelezen.locked, gelezen.inhoud, gelezen.bestandsdelen[0].lock], [true, null, ''])
  const [een, twee, drie] = bestandsdelen.map((deel: { url: string }) => deel.url)
  const zet = (deel: string, tekst: string, slot = lock) =>
    fout('PUT', deel, undefined, formulier(Buffer.from(tekst), slot))
  assert.deepEqual(await zet(een, 'abcde'), ['nonFieldErrors: file-size'])
  assert.deepEqual(await zet(een, 'abcd', 'x'), ['nonFieldErrors: incorrect-lock-id'])
  const vreemd = { koppen: { 'content-type': 'application/json' }, lichaam: '{}' }
  assert.deepEqual(await fout('PUT', een, undefined, vreemd), ['415 unsupported_media_type'])
  // Bytes that are no text, and one that looks like the end of a line.
  const binair = Buffer.from([0xff, 0x00, 0x0d, 0x0a])
  for (const [deel, inhoud] of [
    [drie, Buffer.from('kl')],
    [een, Buffer.from('abcd')],
  ] as const) {
    assert.equal((await goed('PUT', deel, undefined, formulier(inhoud, lock))).voltooid, true)
  }
  assert.deepEqual(await fout('POST', `${url}/unlock`, { lock }), ['nonFieldErrors: file-size'])
  await goed('PUT', twee, undefined, formulier(binair, lock))
  await goed('POST', `${url}/unlock`, { lock })
  const { bytes } = await vraag('GET', `${url}/download?versie=1`)
  assert.deepEqual(Buffer.from(bytes), Buffer.concat([Buffer.from('abcd'), binair, Buffer.from('kl')]))
  const klaar = await goed('GET', url)
  assert.deepEqual([klaar.locked, klaar.bestandsdelen, klaar.bestandsomvang], [false, [], 10])
  assert.deepEqual(await fout('PUT', een, undefined, formulier(Buffer.from('abcd'), lock)), ['404 not_found'])
})

test('that there are rights of use follows from making one, and is unknown after the last', async () => {
  const { goed, fout } = maakProef(maakRegister().vraag)
  const { url } = await goed('POST', documenten, nieuw())
  const recht = {
    informatieobject: url,
    startdatum: '2026-01-01T00:00:00Z',
    omschrijvingVoorwaarden: 'Intern',
  }
  const gemaakt = await goed('POST', `${drc}/gebruiksrechten`, recht)
  assert.equal((await goed('GET', url)).indicatieGebruiksrecht, true)
  const { lock } = await goed('POST', `${url}/lock`)
  assert.deepEqual(await fout('PATCH', url, { indicatieGebruiksrecht: false, lock }), [
    'indicatieGebruiksrecht: existing-gebruiksrechten',
  ])
  const op = encodeURIComponent(url)
  const lijst = (rest: string) => goed('GET', `${drc}/gebruiksrechten?informatieobject=${op}${rest}`)
  assert.equal((await lijst('&startdatum__gte=2026-01-01T01:00:00%2B01:00')).length, 1)
  assert.equal((await lijst('&startdatum__gt=2026-01-01T01:00:00%2B01:00')).length, 0)
  const vol = await goed('GET', `${gemaakt.url}?expand=informatieobject`)
  assert.equal(vol._expand.informatieobject.url, url)
  assert.deepEqual(await fout('PATCH', gemaakt.url, { informatieobject: `${url}x` }), [
    'informatieobject: wijzigen-niet-toegelaten',
  ])
  await goed('PUT', gemaakt.url, { ...recht, einddatum: '2027-01-01T00:00:00Z' })
  await goed('DELETE', gemaakt.url)
  assert.equal((await goed('GET', url)).indicatieGebruiksrecht, null)
  assert.deepEqual(
    await fout('POST', `${drc}/gebruiksrechten`, { ...recht, informatieobject: typen.brief }),
    ['informatieobject: invalid-resource'],
  )
})

test('documents are found by what they are called, with their type beside them', async () => {
  const { goed, fout } = maakProef(maakRegister().vraag)
  const een = await goed('POST', documenten, nieuw({ identificatie: 'D-1' }))
  const twee = await goed('POST', documenten, nieuw({ identificatie: 'D-2' }))
  const uuid__in = [een, twee].map(({ url }) => url.split('/').at(-1))
  const zoek = (json: object) => goed('POST', `${documenten}/_zoek`, json)
  assert.equal((await zoek({ uuid__in })).count, 2)
  const gevonden = await zoek({ uuid__in, identificatie: 'D-2', expand: 'informatieobjecttype' })
  assert.deepEqual(
    gevonden.results.map(({ url }: { url: string }) => url),
    [twee.url],
  )
  assert.equal(gevonden.results[0]._expand.informatieobjecttype.url, typen.brief)
  assert.deepEqual(await fout('POST', `${documenten}/_zoek`, {}), ['nonFieldErrors: empty_search_body'])
  assert.deepEqual(await fout('POST', `${documenten}/_zoek`, { titel: 'Brief' }), [
    'nonFieldErrors: unknown-parameters',
  ])
})

test('to whom a document went is written down with the address of then', async () => {
  const { goed } = maakProef(maakRegister().vraag)
  const { url } = await goed('POST', documenten, nieuw())
  const verzending = {
    betrokkene: 'https://klanten.example/1',
    informatieobject: url,
    aardRelatie: 'geadresseerde',
    contactPersoon: 'https://medewerkers.example/1',
    binnenlandsCorrespondentieadres: {
      huisnummer: 12,
      naamOpenbareRuimte: 'Grote Markt',
      woonplaatsnaam: 'Haarlem',
      postcode: '2011RD',
    },
  }
  const gemaakt = await goed('POST', `${drc}/verzendingen`, verzending)
  await goed('PATCH', gemaakt.url, { verzenddatum: '2026-02-03' })
  await goed('PUT', gemaakt.url, { ...verzending, mijnOverheid: true })
  const lijst = await goed('GET', `${drc}/verzendingen?aardRelatie=geadresseerde`)
  assert.deepEqual([lijst.count, lijst.results[0].mijnOverheid], [1, true])
  await goed('GET', gemaakt.url)
  await goed('DELETE', gemaakt.url)
  assert.equal((await goed('GET', `${drc}/verzendingen`)).count, 0)
})

test('a mirror is made and removed only as its source says, and holds its document', async () => {
  const register = maakRegister()
  const { goed, fout } = maakProef(register.vraag)
  const zaak = await zaakVan(register, bsns.anna)
  const { url } = await goed('POST', documenten, nieuw())
  const spiegel = { informatieobject: url, object: zaak, objectType: 'zaak' }
  const oio = `${drc}/objectinformatieobjecten`
  assert.deepEqual(await fout('POST', oio, spiegel), ['nonFieldErrors: inconsistent-relation'])
  assert.deepEqual(await fout('POST', oio, { ...spiegel, object: `${zaak}9` }), ['object: bad-url'])
  const koppeling = await goed('POST', '/zaken/api/v1/zaakinformatieobjecten', {
    zaak,
    informatieobject: url,
  })
  assert.deepEqual(await fout('POST', oio, spiegel), ['nonFieldErrors: unique'])
  const [gespiegeld] = await goed('GET', `${oio}?object=${encodeURIComponent(zaak)}`)
  await goed('GET', gespiegeld.url)
  assert.deepEqual(await fout('DELETE', gespiegeld.url), ['nonFieldErrors: remote-relation-exists'])
  await register.vraag('DELETE', url).then(({ status, inhoud }) => {
    assert.deepEqual([status, inhoud.invalidParams[0].code], [400, 'pending-relations'])
  })
  await goed('DELETE', koppeling.url)
  const elders = { informatieobject: url, object: 'https://verzoeken.example/1', objectType: 'verzoek' }
  const vanElders = await goed('POST', oio, elders)
  await goed('DELETE', vanElders.url)
  const { lock } = await goed('POST', `${url}/lock`)
  await goed('PATCH', url, { titel: 'Twee', lock })
  await goed('DELETE', url)
  assert.deepEqual(await fout('GET', `${url}?versie=1`), ['404 not_found'])
})

test('a document of a type in concept, or with a name that is taken, is not made', async () => {
  const register = maakRegister()
  const { goed, fout } = maakProef(register.vraag)
  const { url: concept } = await goed('POST', '/catalogi/api/v1/informatieobjecttypen', {
    catalogus: typen.catalogus,
    omschrijving: 'Nog niet',
    vertrouwelijkheidaanduiding: 'openbaar',
    informatieobjectcategorie: 'Brieven',
    beginGeldigheid: '2026-01-01',
  })
  assert.deepEqual(await fout('POST', documenten, nieuw({ informatieobjecttype: concept })), [
    'informatieobjecttype: not-published',
  ])
  await goed('POST', documenten, nieuw({ identificatie: 'D-1' }))
  assert.deepEqual(await fout('POST', documenten, nieuw({ identificatie: 'D-1' })), [
    'identificatie: identificatie-niet-uniek',
  ])
  const leeg = await goed('POST', documenten, nieuw({ inhoud: null, bestandsomvang: 0, ondertekening: null }))
  assert.deepEqual([leeg.bestandsomvang, leeg.bestandsdelen], [0, []])
  const smal = maakRegister({
    clienten: () => ({
      geheim: 'geheim-van-alles',
      autorisaties: [
        { component: 'drc', scopes: ['documenten.aanmaken'], type: typen.brief, maximum: 'openbaar' },
      ],
    }),
  })
  assert.deepEqual(await maakProef(smal.vraag).fout('POST', documenten, nieuw()), ['403 permission_denied'])
})
