import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakAdressen } from './adressen.ts'

const uuid = '11111111-1111-4111-8111-111111111111'
const adressen = maakAdressen(
  {
    zrc: new URL('https://zaken.voorbeeld.nl/zaken/api/v1/'),
    ztc: new URL('https://zaken.voorbeeld.nl/catalogi/api/v1'),
    drc: new URL('https://stukken.voorbeeld.nl:8443/'),
  },
  { zrc: [new URL('https://intern.voorbeeld.nl/open-zaak/zaken/api/v1')] },
)

test('what begins as the source was written down is at that component', () => {
  assert.deepEqual(adressen.ontleed(`https://zaken.voorbeeld.nl/zaken/api/v1/zaken/${uuid}`), {
    component: 'zrc',
    pad: `zaken/${uuid}`,
  })
  assert.deepEqual(adressen.ontleed('https://zaken.voorbeeld.nl/catalogi/api/v1/zaaktypen?page=2'), {
    component: 'ztc',
    pad: 'zaaktypen?page=2',
  })
  assert.equal(adressen.ontleed('https://stukken.voorbeeld.nl:8443/x')?.component, 'drc')
  // By the name that the source calls itself, though we reach it elsewhere.
  const eigenNaam = `https://intern.voorbeeld.nl/open-zaak/zaken/api/v1/zaken/${uuid}`
  assert.equal(adressen.uuidIn('zrc', 'zaken', eigenNaam), uuid)
})

test('nothing else is', () => {
  for (const url of [
    `http://zaken.voorbeeld.nl/zaken/api/v1/zaken/${uuid}`,
    `https://zaken.voorbeeld.nl:444/zaken/api/v1/zaken/${uuid}`,
    `https://zaken.voorbeeld.nl.boos.nl/zaken/api/v1/zaken/${uuid}`,
    `https://zaken.voorbeeld.nl@boos.nl/zaken/api/v1/zaken/${uuid}`,
    `https://iemand:wachtwoord@zaken.voorbeeld.nl/zaken/api/v1/zaken/${uuid}`,
    `https://zaken.voorbeeld.nl/zaken/api/v1`,
    `https://zaken.voorbeeld.nl/zaken/api/v1x/zaken/${uuid}`,
    'https://zaken.voorbeeld.nl/zaken/api/v1/../../beheer',
    'https://zaken.voorbeeld.nl/zaken/api/v1/%2e%2e/beheer',
    'https://zaken.voorbeeld.nl/zaken/api/v1/zaken%2f..%2fbeheer',
    'https://zaken.voorbeeld.nl/zaken/api/v1//boos.nl',
    'https://zaken.voorbeeld.nl/zaken/api/v1/zaken#x',
    '//zaken.voorbeeld.nl/zaken/api/v1/zaken',
    'javascript:alert(1)',
    '',
    `https://zaken.voorbeeld.nl/zaken/api/v1/${'x'.repeat(2_000)}`,
    'https://besluiten.voorbeeld.nl/besluiten/api/v1/besluiten',
  ]) {
    assert.equal(adressen.ontleed(url), undefined, url)
  }
})

test('a uuid is one only at the end of the address of its kind', () => {
  const basis = 'https://zaken.voorbeeld.nl/zaken/api/v1'
  assert.equal(adressen.uuidIn('zrc', 'zaken', `${basis}/zaken/${uuid.toUpperCase()}`), uuid)
  for (const url of [
    `${basis}/zaken/${uuid}/besluiten`,
    `${basis}/zaken/${uuid}?expand=rollen`,
    `${basis}/statussen/${uuid}`,
    `${basis}/zaken/1`,
  ]) {
    assert.equal(adressen.uuidIn('zrc', 'zaken', url), undefined, url)
  }
})
