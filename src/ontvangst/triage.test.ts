import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Aanwijzing, POSTSOORTEN } from '../corpus/index.ts'
import { datum } from '../kalender/index.ts'
import { inkomwegen } from './inkomweg.ts'
import { bevestigingVan, type Triagefeiten, triage } from './triage.ts'

const formulier: Aanwijzing = { soort: 'vastgesteld', wegen: [{ kanaal: 'web' }], besluit: 'proef' }
const elders: Aanwijzing = {
  soort: 'vastgesteld',
  wegen: [
    { kanaal: 'web', waar: 'https://svb.example/klacht' },
    { kanaal: 'email', waar: 'klacht@svb.example' },
  ],
  besluit: 'proef',
}
const niets: Aanwijzing = { soort: 'niet-vastgesteld' }
const uitzondering: Aanwijzing = { soort: 'uitzondering', tot: datum('2027-01-01'), besluit: 'proef' }

const feiten = (anders: Partial<Triagefeiten>): Triagefeiten => ({
  soort: 'klacht',
  weg: 'email',
  aanwijzing: formulier,
  isWegErgensVoor: true,
  isZoBehandelbaar: false,
  ...anders,
})

/** Decision table of Awb 2:13, 2:14 and 2:16: what is so, what follows, and on which ground. */
const tabel: readonly [string, Partial<Triagefeiten>, string][] = [
  ['by the designated form', { weg: 'web' }, 'behandel aangewezen-weg'],
  [
    'to the designated address, in capitals',
    { aanwijzing: elders, waar: 'Klacht@SVB.example' },
    'behandel aangewezen-weg',
  ],
  ['to another address', { aanwijzing: elders, waar: 'info@svb.example' }, 'wijs-weg'],
  ['by our form where their own page is designated', { aanwijzing: elders, weg: 'web' }, 'wijs-weg'],
  // The four branches of 2:16.
  ['lid 1, a: can be treated as it came', { isZoBehandelbaar: true }, 'behandel zo-behandelbaar'],
  ['lid 1, b: an objection', { soort: 'bezwaar' }, 'behandel bezwaar'],
  ['lid 1, c: no way is designated', { aanwijzing: niets }, 'behandel geen-weg-aangewezen'],
  ['lid 2: by a way that is designated for nothing', { isWegErgensVoor: false }, 'geen-plicht'],
  // What comes together.
  [
    'an objection by a way that is for nothing',
    { soort: 'bezwaar', isWegErgensVoor: false },
    'behandel bezwaar',
  ],
  [
    'treatable by a way that is for nothing',
    { isZoBehandelbaar: true, isWegErgensVoor: false },
    'behandel zo-behandelbaar',
  ],
  ['nobody looked yet', { isZoBehandelbaar: 'onbekend' }, 'beoordeel'],
  ['a temporary exception is no way either', { aanwijzing: uitzondering }, 'behandel geen-weg-aangewezen'],
  ['on paper', { weg: 'brief' }, 'behandel niet-elektronisch'],
  ['at a desk', { weg: 'balie', aanwijzing: niets }, 'behandel niet-elektronisch'],
  ['by telephone', { weg: 'telefoon', soort: 'overig' }, 'behandel niet-elektronisch'],
  // Awb 2:14: other messages.
  ['another message by a way that is open', { soort: 'overig', weg: 'web' }, 'behandel opengesteld'],
  ['another message by a way that is not', { soort: 'overig' }, 'niet-open'],
  [
    'another message, and nobody knows what is open',
    { soort: 'overig', aanwijzing: niets },
    'behandel niet-vastgesteld',
  ],
]
for (const [naam, anders, verwacht] of tabel)
  test(`triage: ${naam}`, () => {
    const uit = triage(feiten(anders))
    assert.equal(uit.uitkomst === 'behandel' ? `behandel ${uit.grond}` : uit.uitkomst, verwacht)
  })

test('an objection, paper, and what has no designated way are always treated; who is pointed elsewhere is told where', () => {
  const alle = fc.record({
    soort: fc.constantFrom(...POSTSOORTEN),
    weg: fc.constantFrom(...inkomwegen),
    aanwijzing: fc.constantFrom(formulier, elders, niets, uitzondering),
    isWegErgensVoor: fc.boolean(),
    isZoBehandelbaar: fc.constantFrom(true, false, 'onbekend' as const),
  })
  fc.assert(
    fc.property(alle, (een) => {
      const uit = triage(een)
      const moet =
        een.soort === 'bezwaar' ||
        (een.weg !== 'web' && een.weg !== 'email') ||
        een.aanwijzing.soort !== 'vastgesteld'
      if (moet) assert.equal(uit.uitkomst, 'behandel')
      if (uit.uitkomst !== 'behandel') assert.ok(uit.wegen.length > 0)
    }),
    { numRuns: 300 },
  )
})

test('Awb 2:17: a receipt is due by a designated way, unless they see it themselves or nobody can be told', () => {
  const aangewezen = { uitkomst: 'behandel', grond: 'aangewezen-weg' } as const
  const op = (isZelfdeSysteem: boolean, heeftAdres: boolean, gevonden = triage(feiten({ weg: 'web' }))) =>
    bevestigingVan({ triage: gevonden, isZelfdeSysteem, heeftAdres })
  assert.deepEqual(triage(feiten({ weg: 'web' })), aangewezen)
  assert.deepEqual(op(false, true), { plicht: true })
  assert.deepEqual(op(true, true), { plicht: false, reden: 'zelfde-systeem' })
  assert.deepEqual(op(false, false), { plicht: false, reden: 'geen-adres' })
  assert.deepEqual(op(false, true, triage(feiten({ aanwijzing: niets }))), { plicht: true })
  assert.deepEqual(op(false, true, triage(feiten({}))), { plicht: false, reden: 'niet-aangewezen' })
  assert.deepEqual(op(false, true, triage(feiten({ weg: 'brief' }))), {
    plicht: false,
    reden: 'niet-aangewezen',
  })
})
