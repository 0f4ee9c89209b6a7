import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { nepbewijs } from '../../audit/proefaudit.ts'
import { maakPersoonId, parseBsn } from '../../domain/index.ts'
import type { Bron } from '../../platform/bron/index.ts'
import { inkomensRegister } from './inkomen.ts'

const op = new Date('2026-03-01T10:00:00Z')
const bsn = parseBsn('999990019')
assert.ok(bsn)

test('only the fields of the purpose are asked, and what comes besides is let go', async () => {
  const gevraagd: unknown[] = []
  const antwoord = {
    burgerservicenummer: '999990019',
    valuta: 'EUR',
    toetsingsinkomens: [{ jaar: 2026, bedrag: 100, status: 'verwacht', datum: '2026-02-01' }],
    vermogen: { bedrag: 200, peildatum: '2026-01-01' },
    nettoMaandinkomen: { bedrag: 300, maand: '2026-01' },
    bronnen: [],
  }
  // A register that does not look at what was asked.
  const vraag: Bron['vraag'] = async ({ json, vorm }) => {
    gevraagd.push(json)
    return { status: 'ok', inhoud: vorm.parse(antwoord), op } as never
  }
  const register = inkomensRegister({ vraag } as Bron, async (_persoon, _bewijs, fn) => ({
    status: 'ok',
    uitkomst: await fn(bsn),
  }))
  const lees = async (...soorten: string[]) => {
    const uitkomst = await register.raadpleeg(maakPersoonId(op, randomBytes), nepbewijs('x', soorten))
    assert.ok(uitkomst.status === 'ok')
    const { toetsingsinkomens, vermogen, nettoMaandinkomen } = uitkomst.gegevens
    return [toetsingsinkomens.length, nettoMaandinkomen?.waarde, vermogen?.waarde]
  }
  assert.deepEqual(await lees('inkomen', 'maandinkomen', 'vermogen'), [1, 300, 200])
  assert.deepEqual(await lees('inkomen'), [1, undefined, undefined])
  assert.deepEqual(await lees('maandinkomen'), [0, 300, undefined])
  assert.deepEqual(await lees('vermogen'), [0, undefined, 200])
  assert.deepEqual(
    gevraagd.map((een) => Object(een).velden),
    [
      ['toetsingsinkomens', 'nettoMaandinkomen', 'vermogen'],
      ['toetsingsinkomens'],
      ['nettoMaandinkomen'],
      ['vermogen'],
    ],
  )
})
