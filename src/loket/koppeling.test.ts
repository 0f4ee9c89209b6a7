import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { isUuid, isUuid7 } from '../domain/index.ts'
import { keurKoppeling, leesKoppeling, oinVan } from './koppeling.ts'
import { bezorgUitgaand, volgendOp } from './uitgaand.ts'
import type { Uitgaand } from './uitgaand-store.ts'
import { idVan } from './vast-id.ts'
import { deelsoorten, leesDeel, maakDeel } from './zgw/adressen.ts'

const svb = proeforganisatie('svb')
const duo = proeforganisatie('duo')
const omgeving = {
  anderen: [],
  kentOrganisatie: () => true,
  magAdres: ({ protocol }: URL) => protocol === 'https:',
}

function fouten(invoer: object): string[] {
  const gelezen = leesKoppeling(invoer)
  if (!gelezen.ok) return gelezen.fouten.map(({ veld }) => veld)
  return keurKoppeling(gelezen.koppeling, omgeving).map(({ veld }) => veld)
}

test('a connection says who they are and who we are; with one secret for both ways the two names differ', () => {
  assert.deepEqual(
    fouten({ organisatie: 'svb', client: 'svb', onszelf: 'stad', meldadres: 'https://svb.example/m' }),
    [],
  )
  assert.deepEqual(fouten({ organisatie: 'svb', client: 'svb', onszelf: 'svb' }), ['onszelf'])
  assert.deepEqual(fouten({ organisatie: 'svb', meldadres: 'http://svb.example/m' }), [
    'meldadres',
    'onszelf',
  ])
  assert.deepEqual(fouten({ organisatie: 'svb', keten: 'https://svb.example/k', onszelf: 'x' }), [
    'client',
    'voor',
  ])
  assert.deepEqual(fouten({ organisatie: 'svb', rsin: '123456789' }), ['rsin'])
  assert.deepEqual(fouten({ organisatie: 'svb', wachtwoord: 'x' }), ['-'])
  assert.deepEqual(fouten({ organisatie: 'svb', client: 'a b' }), ['client'])
  const ander = { organisatie: duo, stand: 'aan', client: 'svb', rsin: '000000012' } as const
  const zelfde = leesKoppeling({ organisatie: svb, client: 'svb', rsin: '000000012' })
  assert.ok(zelfde.ok)
  assert.deepEqual(
    keurKoppeling(zelfde.koppeling, { ...omgeving, anderen: [ander] }).map(({ veld }) => veld),
    ['client', 'rsin'],
  )
  assert.equal(oinVan('823288444'), '00000001823288444000')
})

test('what hangs on a case has an address of which the case is found, and no other case answers for it', () => {
  const [een, ander] = ['019ca8d7-2d7b-7d5a-810c-0dce58380dcf', '019ca8d7-2d7b-7d5a-910c-0dce58380dc0']
  for (const soort of deelsoorten)
    for (const nr of [0, 1, 4_999]) {
      const uuid = maakDeel(een, soort, nr)
      assert.ok(isUuid(uuid) && !isUuid7(uuid))
      const deel = leesDeel(uuid)
      assert.deepEqual([deel?.soort, deel?.nr], [soort, nr])
      assert.ok(deel && deel.van <= een && een <= deel.tot)
      assert.notEqual(maakDeel(ander, soort, nr), uuid)
    }
  assert.equal(leesDeel(een), undefined)
  assert.equal(leesDeel('../zaken'), undefined)
  assert.equal(idVan('a', 'b'), idVan('a', 'b'))
  assert.notEqual(idVan('ab'), idVan('a', 'b'))
})

test('what does not arrive comes again, later each time, is given up after two weeks, and keeps no other', async () => {
  const op = new Date('2026-03-01T10:00:00Z')
  const s = (pogingen: number, lot: number) => (volgendOp(pogingen, op, lot).getTime() - op.getTime()) / 1000
  assert.deepEqual([s(1, 0), s(1, 1), s(2, 1), s(3, 1), s(30, 1)], [2.5, 5, 10, 20, 3_600])
  const wat = (id: string, meer: Partial<Uitgaand> = {}): Uitgaand => ({
    ...{ id, soort: 'bericht', naar: svb, ketenzaak: '', op, pogingen: 1, inhoud: {} },
    ...meer,
  })
  const gedaan: string[] = []
  const opgegeven: string[] = []
  const ronde = bezorgUitgaand({
    store: {
      pak: async () => [
        wat('aan'),
        wat('weg'),
        wat('oud', { op: new Date('2026-02-01T10:00:00Z') }),
        wat('kapot'),
        wat('kapot oud', { op: new Date('2026-02-01T10:00:00Z') }),
      ],
      later: async (id, wanneer) => void gedaan.push(`${id} ${wanneer > op}`),
      klaar: async (id) => void gedaan.push(`${id} klaar`),
    },
    bezorg: async ({ id }) => {
      if (id.startsWith('kapot')) throw new Error('stuk')
      return id === 'aan' ? { status: 'klaar' } : { status: 'wacht' }
    },
    meldOpgegeven: ({ id }) => void opgegeven.push(id),
    nu: () => op,
    loting: () => 0.5,
  })
  await assert.rejects(ronde, /stuk/)
  assert.deepEqual(gedaan.toSorted(), ['aan klaar', 'kapot oud klaar', 'kapot true', 'oud klaar', 'weg true'])
  assert.deepEqual(opgegeven, ['oud', 'kapot oud'])
})
