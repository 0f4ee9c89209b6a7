import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSleutelring } from '../audit/index.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { openZaakberichten } from './berichten.ts'

const bron = proeforganisatie('svb')
const uuid = 'abcdefab-0000-4000-8000-00000000000f'

test('a notification is about a case of its connection however the port is written, and about no other', async () => {
  const berichten = openZaakberichten({
    ring: openSleutelring(() => ['een geheim van minstens tweeëndertig tekens']),
    bronnen: () => [
      {
        id: bron,
        zaken: new URL('https://zaken.example/zaken/api/v1'),
        noemtZich: new URL('https://intern.example/api'),
        isAan: true,
      },
    ],
    postvak: { ontvang: async () => 'bewaard' },
    nu: () => new Date('2026-03-01T10:00:00Z'),
  })
  const hints = async (zaak: string) => {
    const bewijs = await berichten.notificatie(bron, {
      kanaal: 'zaken',
      hoofdObject: zaak,
      resource: 'zaak',
      resourceUrl: zaak,
      actie: 'update',
      aanmaakdatum: '2026-03-01T10:00:00Z',
      kenmerken: {},
    })
    return bewijs.status === 'ontvangen' ? bewijs.hints : bewijs.status
  }
  const basis = 'zaken/api/v1/zaken'
  for (const adres of [
    `https://zaken.example/${basis}/${uuid}`,
    `https://zaken.example:443/${basis}/${uuid}/`,
    `https://Zaken.Example/${basis}/${uuid.toUpperCase()}`,
    `https://intern.example/api/zaken/${uuid}`,
  ])
    assert.equal(await hints(adres), 1, adres)
  for (const adres of [
    `https://elders.example/${basis}/${uuid}`,
    `https://zaken.example:8443/${basis}/${uuid}`,
    `https://zaken.example/zaken/api/v1/statussen/${uuid}`,
  ])
    assert.equal(await hints(adres), 0, adres)
})
