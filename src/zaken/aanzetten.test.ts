import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesAansluiting } from './aansluiting.ts'
import type { Aansluitingen, Wijziging } from './aansluitingen.ts'
import { bewaarGetest } from './aanzetten.ts'
import type { Proefverslag } from './bronnenbeheer.ts'
import { proefinvoer } from './proefaansluiting.ts'

const op = new Date('2026-03-01T12:00:00Z')
const goed = { op, regels: [{ onderdeel: 'aanmelden', uitslag: 'goed', code: 'aanmelden-goed' }] } as const
const rood = { op, regels: [{ onderdeel: 'aanmelden', uitslag: 'fout', code: 'aanmelden-geheim' }] } as const

function opstelling(verslag: Proefverslag | undefined, begin?: string) {
  const standen: string[] = begin === undefined ? [] : [begin]
  const nu = () => {
    const stand = standen.at(-1)
    const gelezen = leesAansluiting({ ...proefinvoer(), stand })
    assert.ok(gelezen.ok)
    return stand === undefined
      ? undefined
      : { aansluiting: gelezen.aansluiting, versie: standen.length, heeftGeheim: [], bezwaren: [] }
  }
  const aansluitingen: Pick<Aansluitingen, 'vind' | 'bewaar'> = {
    vind: async () => nu(),
    bewaar: async ({ invoer }) => {
      const gelezen = leesAansluiting(invoer)
      assert.ok(gelezen.ok)
      standen.push(gelezen.aansluiting.stand)
      return { status: 'ok', versie: standen.length, wat: ['stand'] }
    },
  }
  const nooit = () => Promise.reject(new Error('niet gevraagd'))
  const rest = {
    alle: nooit,
    versies: nooit,
    verbindingen: nooit,
    nummer: nooit,
    wisselSleutel: nooit,
    gesloten: nooit,
  }
  const wijziging: Wijziging = {
    invoer: { ...proefinvoer(), stand: 'aan' },
    geheimen: {},
    door: { soort: 'opdracht' },
  }
  const zet = () =>
    bewaarGetest({ aansluitingen: { ...rest, ...aansluitingen }, test: async () => verslag }, wijziging)
  return { standen, zet }
}

test('a connection goes on after a test without red, and only then', async () => {
  const gelukt = opstelling(goed)
  assert.deepEqual(await gelukt.zet(), { uitkomst: { status: 'ok', versie: 2, wat: ['stand'] } })
  assert.deepEqual(gelukt.standen, ['proef', 'aan'])
  const gezakt = opstelling(rood, 'uit')
  assert.equal((await gezakt.zet()).gezakt, rood)
  assert.deepEqual(gezakt.standen, ['uit', 'proef'])
  assert.equal((await opstelling(undefined, 'proef').zet()).gezakt, 'niet-te-testen')
  const bleef = opstelling(rood, 'aan')
  assert.equal((await bleef.zet()).gezakt, undefined)
  assert.deepEqual(bleef.standen, ['aan', 'aan'])
})
