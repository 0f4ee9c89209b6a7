import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { datum } from '../kalender/index.ts'
import { aanTeKondigen, keurStoring, type Storing, standVan, termijnNaStoringen } from './storing.ts'

const op = (tekst: string) => new Date(tekst)
const storing = (begin: string, einde?: string, kanaal: Storing['kanaal'] = 'web'): Storing => ({
  id: '00000000-0000-7000-8000-000000000000',
  organisatie: proeforganisatie('svb'),
  kanaal,
  begin: op(begin),
  ...(einde !== undefined && { einde: op(einde) }),
  gemeld: op(begin),
})

test('what is out of order now or within a week is announced; what is over is not', () => {
  const nu = op('2026-06-10T10:00Z')
  const [voorbij, bezig, straks, later] = [
    storing('2026-06-09T10:00Z', '2026-06-10T10:00Z'),
    storing('2026-06-10T10:00Z'),
    storing('2026-06-12T10:00Z', '2026-06-12T12:00Z'),
    storing('2026-06-20T10:00Z'),
  ] as const
  assert.deepEqual(
    [voorbij, bezig, straks, later].map((een) => standVan(een, nu)),
    ['voorbij', 'nu', 'komt', 'komt'],
  )
  assert.deepEqual(aanTeKondigen([later, straks, bezig, voorbij], nu), [bezig, straks])
})

test('a term is lengthened by outages of its own way that began, and not by what was only announced', () => {
  const termijn = {
    dagVan: datum('2026-06-01'),
    laatsteDag: datum('2026-06-10'),
    zone: 'Europe/Amsterdam',
  } as const
  const nu = op('2026-06-10T12:00Z')
  const na = (...storingen: readonly Storing[]) =>
    termijnNaStoringen(termijn, storingen, { kanaal: 'web', nu })
  assert.equal(na(storing('2026-06-09T10:00Z', '2026-06-09T11:00Z', 'email')).uitvalMs, 0)
  assert.equal(na(storing('2026-06-10T13:00Z', '2026-06-10T14:00Z')).uitvalMs, 0)
  assert.deepEqual(na(storing('2026-06-09T10:00Z', '2026-06-09T11:00Z')), {
    soort: 'bekend',
    laatsteDag: '2026-06-11',
    uitvalMs: 3_600_000,
  })
  // An end that was foreseen for tonight is no end yet.
  assert.equal(na(storing('2026-06-10T10:00Z', '2026-06-10T20:00Z')).soort, 'loopt-nog')
})

test('an end before the begin and a story too long are faults', () => {
  const begin = op('2026-06-10T10:00Z')
  const nu = op('2026-06-10T12:00Z')
  assert.deepEqual(keurStoring({ begin, einde: begin }, { nu }), ['einde-voor-begin'])
  assert.deepEqual(keurStoring({ begin, aankondiging: 'x'.repeat(501) }, { nu }), ['aankondiging'])
  assert.deepEqual(keurStoring({ begin }, { nu }), [])
})

test('one that lasts longer than a week is asked about again, and one that is taken back says nothing any more', () => {
  const nu = op('2026-02-26T12:00Z')
  const vorigJaar = { begin: op('2025-02-26T10:00Z'), einde: nu }
  assert.deepEqual(keurStoring(vorigJaar, { nu }), ['lang'])
  assert.deepEqual(keurStoring({ begin: vorigJaar.begin }, { nu }), ['lang'])
  assert.deepEqual(keurStoring(vorigJaar, { nu, isZeker: true }), [])
  const fout = { ...storing('2025-02-26T10:00Z', '2026-02-26T12:00Z'), ingetrokken: nu }
  const komt = { ...storing('2026-02-27T10:00Z'), ingetrokken: nu }
  assert.equal(standVan(fout, nu), 'ingetrokken')
  assert.deepEqual(aanTeKondigen([fout, komt, { ...komt, begin: nu }], nu), [])
  const termijn = { dagVan: datum('2026-01-20'), laatsteDag: datum('2026-03-03') } as const
  const na = termijnNaStoringen({ ...termijn, zone: 'Europe/Amsterdam' }, [fout], { kanaal: 'web', nu })
  assert.equal(na.uitvalMs, 0)
})
