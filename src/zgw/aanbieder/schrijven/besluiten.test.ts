import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakProef } from '../../../../test/zgw/proef.ts'
import { bsns, maakRegister, rsin, typen, zaakVan } from '../../../../test/zgw/register.ts'

const brc = '/besluiten/api/v1'
const ztc = '/catalogi/api/v1'
const besluittype = `https://zaken.example${ztc}/besluittypen/b1000000-0000-4000-8000-000000000001`

/** A register whose case type knows one decision type, which is written down in letters. */
async function metBesluit(soorten: readonly string[] = [typen.brief]) {
  const register = maakRegister()
  const zaaktype = register.opslag.pak('zaaktypen', typen.zaaktype)
  assert.ok(zaaktype !== undefined)
  register.opslag.leg('zaaktypen', { ...zaaktype, besluittypen: [besluittype] })
  register.opslag.leg('besluittypen', {
    url: besluittype,
    catalogus: typen.catalogus,
    omschrijving: 'Toekenning',
    publicatieIndicatie: false,
    informatieobjecttypen: [...soorten],
    beginGeldigheid: '2026-01-01',
    concept: false,
    zaaktypen: [typen.zaaktype],
    resultaattypen: [],
    resultaattypenOmschrijving: [],
    vastgelegdIn: [],
  })
  const zaak = await zaakVan(register, bsns.anna)
  const proef = maakProef(register.vraag)
  const besluit = await proef.goed('POST', `${brc}/besluiten`, {
    verantwoordelijkeOrganisatie: rsin,
    besluittype,
    zaak,
    datum: '2026-02-20',
    ingangsdatum: '2026-02-21',
  })
  const document = await proef.goed('POST', '/documenten/api/v1/enkelvoudiginformatieobjecten', {
    bronorganisatie: rsin,
    creatiedatum: '2026-02-20',
    titel: 'Beschikking',
    auteur: 'Gemeente',
    taal: 'nld',
    informatieobjecttype: typen.brief,
  })
  return { register, zaak, besluit, document, ...proef }
}

test('a decision is written down in a document, mirrored there, and both go together', async () => {
  const { goed, fout, besluit, document, zaak } = await metBesluit()
  const koppel = { besluit: besluit.url, informatieobject: document.url }
  const { url } = await goed('POST', `${brc}/besluitinformatieobjecten`, koppel)
  assert.deepEqual(await fout('POST', `${brc}/besluitinformatieobjecten`, koppel), ['nonFieldErrors: unique'])
  assert.deepEqual(
    await fout('POST', `${brc}/besluitinformatieobjecten`, { ...koppel, informatieobject: typen.brief }),
    ['informatieobject: invalid-resource'],
  )
  await goed('GET', url)
  const op = `/documenten/api/v1/objectinformatieobjecten?informatieobject=${encodeURIComponent(document.url)}`
  const [spiegel] = await goed('GET', op)
  assert.deepEqual([spiegel.object, spiegel.objectType], [besluit.url, 'besluit'])
  const regels = await goed('GET', `${besluit.url}/audittrail`)
  assert.deepEqual(
    regels.map(({ resource, actie }: Record<string, string>) => `${resource} ${actie}`),
    ['besluit create', 'besluitinformatieobject create'],
  )
  await goed('DELETE', url)
  assert.deepEqual(await goed('GET', op), [])
  await goed('POST', `${brc}/besluitinformatieobjecten`, koppel)
  await goed('DELETE', besluit.url)
  assert.deepEqual(await goed('GET', op), [])
  const vanDocument = await goed('GET', `${document.url}/audittrail`)
  assert.deepEqual(
    vanDocument.map(({ resource, actie }: Record<string, string>) => `${resource} ${actie}`),
    [
      'enkelvoudiginformatieobject create',
      'objectinformatieobject create',
      'objectinformatieobject destroy',
      'objectinformatieobject create',
      'objectinformatieobject destroy',
    ],
  )
  const vanZaak = await goed('GET', `${zaak}/audittrail`)
  assert.deepEqual(
    vanZaak.map(({ resource, actie }: Record<string, string>) => `${resource} ${actie}`),
    ['zaak create', 'rol create', 'zaakbesluit create', 'zaakbesluit destroy'],
  )
  await goed('DELETE', document.url)
})

test('a document of a type that the decision type does not know is not tied (brc-008)', async () => {
  const { fout, besluit, document } = await metBesluit([])
  const koppel = { besluit: besluit.url, informatieobject: document.url }
  assert.deepEqual(await fout('POST', `${brc}/besluitinformatieobjecten`, koppel), [
    'nonFieldErrors: missing-besluittype-informatieobjecttype-relation',
  ])
})

test('what a decision belongs to lies fixed, and its case shows it as long as it says so', async () => {
  const { goed, fout, zaak, besluit, register } = await metBesluit()
  for (const [json, veld] of [
    [{ zaak: '' }, 'zaak'],
    [{ identificatie: 'B-2' }, 'identificatie'],
    [{ verantwoordelijkeOrganisatie: '111222333' }, 'verantwoordelijkeOrganisatie'],
    [{ besluittype: typen.brief }, 'besluittype'],
  ] as const) {
    assert.deepEqual(await fout('PATCH', besluit.url, json), [`${veld}: wijzigen-niet-toegelaten`])
  }
  const [spiegel] = await goed('GET', `${zaak}/besluiten`)
  assert.equal('zaak' in spiegel, false)
  await goed('GET', spiegel.url)
  assert.deepEqual(await fout('DELETE', spiegel.url), ['nonFieldErrors: remote-relation-exists'])
  // Said again it is the same one.
  assert.equal((await goed('POST', `${zaak}/besluiten`, { besluit: besluit.url })).url, spiegel.url)
  const andere = await zaakVan(register, bsns.bert)
  assert.deepEqual(await fout('POST', `${andere}/besluiten`, { besluit: besluit.url }), [
    'nonFieldErrors: inconsistent-relation',
  ])
  await goed('DELETE', besluit.url)
  assert.deepEqual(await goed('GET', `${zaak}/besluiten`), [])
})
