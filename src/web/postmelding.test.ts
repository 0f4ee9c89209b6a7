import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { MEEGELEVERD } from '../corpus/index.ts'
import { datum } from '../kalender/index.ts'
import type { Gemeld } from '../ontvangst/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { maakPostOpsteller } from './postmelding.ts'

const svb = proeforganisatie('svb')
const { opstel } = maakPostOpsteller(loadTeksten(join(MEEGELEVERD, 'teksten')), {
  naamVan: () => 'de SVB',
  zoneVan: () => 'Europe/Amsterdam',
})

test('who is told that it was passed on inside hears from when the term counts, and that is receipt unless Awb 2:24 says so', () => {
  const op = new Date('2026-03-05T10:00:00Z')
  const stuk = {
    nummer: 'A',
    onderwerp: 'x',
    organisatie: svb,
    bij: svb,
    ontvangen: new Date('2026-03-02T10:00:00Z'),
    triage: { uitkomst: 'behandel', grond: 'aangewezen-weg' },
  } as unknown as Gemeld
  const zin = (door: 'ontvangst' | 'doorzending', dag: string) =>
    opstel(stuk, { soort: 'doorgezonden', naar: svb, op, begin: { dagVan: datum(dag), door } }).alineas[1]?.nl
  assert.match(zin('ontvangst', '2026-03-02') ?? '', /telt vanaf 2 maart 2026: de dag van ontvangst/)
  assert.match(zin('doorzending', '2026-03-05') ?? '', /begint op 5 maart 2026/)
})
