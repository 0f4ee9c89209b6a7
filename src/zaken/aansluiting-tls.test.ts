import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { openSleutelring } from '../audit/index.ts'
import { leesAansluiting } from './aansluiting.ts'
import { brontlsVan, certificatenIn, leesEigenCertificaat } from './aansluiting-tls.ts'
import { openAansluitingen } from './aansluitingen.ts'
import { geheugenAansluitingen, proefinvoer } from './proefaansluiting.ts'

const pem = (naam: string) =>
  readFileSync(new URL(`../../test/fixtures/tls/${naam}.pem`, import.meta.url), 'utf8')
const [geldig, sleutel] = [pem('geldig'), pem('sleutel')]

test('certificates in PEM are read, several behind each other too, and nothing else', () => {
  assert.equal(certificatenIn(geldig)?.length, 1)
  assert.equal(certificatenIn(`${geldig}\n${pem('verlopen')}`)?.length, 2)
  for (const mis of [
    '',
    'hallo',
    sleutel,
    `${geldig}hallo`,
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
  ])
    assert.equal(certificatenIn(mis), undefined)
})

test('our own certificate counts with the key that belongs to it', () => {
  assert.ok(leesEigenCertificaat(`${geldig}\n${sleutel}`))
  assert.ok(leesEigenCertificaat(`${sleutel}\n${geldig}`))
  for (const mis of [
    geldig,
    sleutel,
    '',
    `${geldig}\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----`,
  ])
    assert.equal(leesEigenCertificaat(mis), undefined)
})

function opzet() {
  let nummer = 0
  const aansluitingen = openAansluitingen({
    store: geheugenAansluitingen(),
    ring: openSleutelring(() => ['een geheim van minstens tweeëndertig tekens']),
    audit: {
      verzegel: ({ onderwerp, soort, tijd }) => ({
        onderwerp,
        soort,
        tijd,
        codes: '{}',
        inhoudHash: undefined,
        inhoud: undefined,
      }),
    },
    netwerk: { isDemo: false, toegestaan: [] },
    eigenAdressen: [],
    kentOrganisatie: () => true,
    personenBij: async () => [],
    nu: () => new Date(1_800_000_000_000 + nummer++),
    toeval: randomBytes,
  })
  const bewaar = (deel: object, geheimen = {}) =>
    aansluitingen.bewaar({
      invoer: { ...proefinvoer(), ...deel },
      geheimen: { register: 'een-lang-geheim', ...geheimen },
      door: { soort: 'opdracht' },
    })
  return { aansluitingen, bewaar }
}
const fouten = (uitkomst: Awaited<ReturnType<ReturnType<typeof opzet>['bewaar']>>) =>
  uitkomst.status === 'ongeldig' ? uitkomst.fouten : uitkomst.status

test('a source behind an outway is connected with its authority, our certificate and its other name; and lets go of them again', async () => {
  const { aansluitingen, bewaar } = opzet()
  const tls = { ca: geldig, eigenCertificaat: true }
  assert.deepEqual(fouten(await bewaar({ tls })), [{ veld: 'geheim.certificaat', code: 'geheim-ontbreekt' }])
  assert.deepEqual(fouten(await bewaar({ tls }, { certificaat: geldig })), [
    { veld: 'geheim.certificaat', code: 'certificaat-past-niet' },
  ])
  assert.deepEqual(fouten(await bewaar({ tls: { ca: 'hallo', eigenCertificaat: false } })), [
    { veld: 'tls.ca', code: 'geen-certificaat' },
  ])
  assert.deepEqual(fouten(await bewaar({ noemtZich: { zrc: 'geen adres' } })), [
    { veld: 'noemtZich.zrc', code: 'geen-adres' },
  ])

  const certificaat = `${geldig}\n${sleutel}`
  const noemtZich = { zrc: 'https://intern.example.nl/zaken/api/v1/' }
  assert.equal((await bewaar({ tls, noemtZich }, { certificaat })).status, 'ok')
  const [verbinding] = (await aansluitingen.verbindingen()).lijst
  assert.ok(verbinding)
  assert.equal(verbinding.aansluiting.noemtZich?.zrc, 'https://intern.example.nl/zaken/api/v1')
  const eigen = brontlsVan(verbinding.aansluiting, verbinding.geheimen.certificaat)
  assert.equal(eigen?.ca, geldig.trim())
  assert.ok(eigen.certificaat?.includes('CERTIFICATE') && eigen.sleutel?.includes('PRIVATE KEY'))
  assert.doesNotMatch(eigen.certificaat ?? '', /PRIVATE/)

  // Not needed any more: the key goes.
  const zonder = await bewaar({})
  assert.deepEqual(zonder.status === 'ok' && zonder.wat, ['tls', 'noemtZich', 'geheim-certificaat'])
  const [na] = (await aansluitingen.verbindingen()).lijst
  assert.equal(na?.geheimen.certificaat, undefined)
  assert.equal(na && brontlsVan(na.aansluiting, undefined), undefined)
})

test('an empty form says nothing about the line', () => {
  const gelezen = leesAansluiting({
    ...proefinvoer(),
    tls: { ca: '', eigenCertificaat: false },
    noemtZich: { zrc: '', ztc: '', drc: '', brc: '' },
  })
  assert.ok(gelezen.ok)
  assert.deepEqual([gelezen.aansluiting.tls, gelezen.aansluiting.noemtZich], [undefined, undefined])
})
