import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { openProefaudit, proeforganisatie } from '../audit/proefaudit.ts'
import { createStoringen } from '../ontvangst/index.ts'
import { bewijsOpslag } from './bewijs.ts'
import { alsEigenaar, openProefdatabank } from './proefdatabank.ts'
import { storingOpslag } from './storingen.ts'

const [svb, uwv] = [proeforganisatie('svb'), proeforganisatie('uwv')]
const lezer = (organisatie = svb) => ({ medewerker: 'm-1', organisatie })

test('an outage is written down by its own organisation, and everybody may know of it', async (t) => {
  const proef = await openProefdatabank(t)
  const { databank, alsRol } = proef
  const { audit, klok } = openProefaudit(bewijsOpslag({ databank, bewijs: alsRol('bewijs') }))
  const nu = () => klok.nu
  const storingen = createStoringen({ store: storingOpslag(databank), audit, nu, toeval: randomBytes })
  const begin = new Date('2026-03-01T08:00:00Z')
  klok.nu = new Date('2026-03-01T10:00:00Z')
  assert.deepEqual(await storingen.meld(lezer(), { kanaal: 'web', begin, einde: begin }), [
    'einde-voor-begin',
  ])
  assert.equal(
    await storingen.meld(lezer(), { kanaal: 'web', begin, aankondiging: 'De site doet het niet.' }),
    'ok',
  )
  const [een] = await storingen.van(svb)
  assert.ok(een)
  const komt = { kanaal: 'telefoon', begin: new Date('2026-03-05T08:00:00Z') } as const
  const later = { kanaal: 'email', begin: new Date('2026-03-20T08:00:00Z') } as const
  for (const storing of [komt, later]) assert.equal(await storingen.meld(lezer(uwv), storing), 'ok')
  assert.deepEqual(
    (await storingen.lopend()).map(({ organisatie, kanaal }) => [organisatie, kanaal]),
    [
      ['svb', 'web'],
      ['uwv', 'telefoon'],
    ],
  )
  assert.equal(await storingen.beeindig(lezer(uwv), een.id, klok.nu), 'niet-gevonden')
  assert.equal(await storingen.beeindig(lezer(), een.id, begin), 'einde-voor-begin')
  assert.equal(await storingen.beeindig(lezer(), een.id, klok.nu), 'ok')
  assert.deepEqual(
    (await storingen.van(svb)).map(({ einde }) => einde),
    [klok.nu],
  )
  assert.deepEqual(
    (await storingen.lopend()).map(({ organisatie }) => organisatie),
    ['uwv'],
  )
  const [weg] = await storingen.van(uwv)
  assert.ok(weg)
  const trekIn = (wie = lezer(uwv), waarom = 'verkeerde week') => storingen.trekIn(wie, weg.id, waarom)
  assert.equal(await trekIn(undefined, ' '), 'waarom')
  assert.equal(await trekIn(lezer()), 'niet-gevonden')
  assert.deepEqual(await Promise.all([trekIn(), trekIn()]).then((uit) => uit.toSorted()), [
    'niet-gevonden',
    'ok',
  ])
  assert.deepEqual(
    (await storingen.van(uwv)).map(({ ingetrokken }) => ingetrokken),
    [klok.nu, undefined],
    'the row stays',
  )
  assert.equal(
    await storingen.beeindig(lezer(uwv), weg.id, new Date('2026-03-21T08:00:00Z')),
    'niet-gevonden',
  )
  await assert.rejects(sql`select ingetrokken_door from storing`.execute(proef.databank), { code: '42501' })
  await assert.rejects(sql`select medewerker from storing`.execute(proef.databank), { code: '42501' })
  const client = new pg.Client({ connectionString: proef.url })
  await client.connect()
  const keten = (
    await client.query(`select soort from voordeur.bewijs_regel where onderwerp = 'organisatie:svb'`)
  ).rows as readonly { soort: string }[]
  await client.end()
  assert.deepEqual(
    keten.map(({ soort }) => soort),
    ['storing-gemeld', 'storing-voorbij'],
  )
  const vanUwv = await alsEigenaar(
    proef,
    `select soort from voordeur.bewijs_regel where onderwerp = 'organisatie:uwv' order by volgnummer desc limit 1`,
    [],
  )
  assert.deepEqual(vanUwv, [{ soort: 'storing-ingetrokken' }])
})
