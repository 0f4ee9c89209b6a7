import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Bewijs } from '../audit/index.ts'
import { type Lijstgrond, loadCorpus, MEEGELEVERD } from '../corpus/index.ts'
import { parseOrganisatieId } from '../domain/index.ts'
import { beslisLijst, type Lijstkennis, openLijstvragen, weigerredenen } from './lijstvraag.ts'

const goed: Lijstgrond = {
  id: 'goed',
  naam: { nl: 'Een grond die deugt' },
  wet: 'Wet van de proef',
  artikel: '1',
  uitleg: { nl: 'Voor de proef.' },
  stand: 'in-werking',
  vertrouwen: 'beoordeeld',
  bron: 'proef',
  regelingen: ['bijstand'],
  gegevens: ['inkomen'],
  termijn: 'P3M',
}
const gronden: readonly Lijstgrond[] = [
  goed,
  { ...goed, id: 'voorstel', stand: 'wetsvoorstel' },
  { ...goed, id: 'ander', regelingen: ['aow'] },
  { ...goed, id: 'ongezien', vertrouwen: 'opgesteld' },
]
const kennis: Lijstkennis = {
  gronden: new Map(gronden.map((g) => [g.id, g])),
  gemeenten: new Set(['GM0599', 'GM0363']),
  uitvoerder: (id) =>
    new Map([
      ['bijstand', 'gemeente'],
      ['aow', 'svb'],
    ]).get(id),
}
function org(id: string) {
  const organisatie = parseOrganisatieId(id)
  assert.ok(organisatie)
  return organisatie
}
const aanvraag = {
  organisatie: org('gemeente-GM0599'),
  gemeente: 'GM0599',
  regeling: 'bijstand',
  grond: 'goed',
}

test('a list needs a ground that is in force, for this scheme, and reviewed; each lack has its own reason', () => {
  const uit = beslisLijst(aanvraag, kennis)
  assert.ok(uit.mag && uit.grond.id === 'goed')
  const reden = (anders: Partial<typeof aanvraag> | { grond: undefined }) => {
    const besluit = beslisLijst({ ...aanvraag, ...anders }, kennis)
    assert.ok(!besluit.mag && besluit.alternatief === 'zonder-lijst')
    return besluit.reden
  }
  const gezien = [
    reden({ gemeente: 'GM9999' }),
    reden({ regeling: 'bestaat-niet' }),
    reden({ gemeente: 'GM0363' }),
    reden({ grond: undefined }),
    reden({ grond: 'voorstel' }),
    reden({ grond: 'ander' }),
    reden({ grond: 'ongezien' }),
  ]
  assert.deepEqual(gezien, [...weigerredenen])
  assert.equal(reden({ organisatie: org('svb') }), 'niet-van-deze-organisatie')
  assert.ok(
    !beslisLijst({ ...aanvraag, organisatie: org('svb'), regeling: 'aow' }, kennis).mag,
    'other ground',
  )
  assert.ok(
    beslisLijst({ ...aanvraag, organisatie: org('svb'), regeling: 'aow', grond: 'ander' }, kennis).mag,
  )
})

test('with the grounds that are shipped no list is made of any scheme: none is established', () => {
  const geladen = loadCorpus({ mappen: [MEEGELEVERD] })
  assert.ok(geladen.ok)
  const { lijstgronden, engine } = geladen.corpus
  assert.ok(lijstgronden.size >= 3)
  const regelingen = engine.alleRegelingen().map(({ id }) => id)
  for (const grond of lijstgronden.keys())
    for (const regeling of regelingen) {
      const vraag = { ...aanvraag, regeling, grond }
      const eigen = { ...kennis, gronden: lijstgronden, uitvoerder: () => 'gemeente' }
      assert.equal(beslisLijst(vraag, eigen).mag, false, `${grond} ${regeling}`)
    }
})

test('what was asked is written down before it is answered, refused or not, with who asked and the ground', async () => {
  const geschreven: Bewijs[] = []
  let mis = false
  const vragen = openLijstvragen({
    kennis: () => kennis,
    audit: {
      async schrijf(...bewijzen) {
        if (mis) throw new Error('no evidence')
        geschreven.push(...bewijzen)
        return []
      },
    },
    nu: () => new Date('2026-03-02T10:00:00Z'),
  })
  await vragen.vraag(aanvraag, 'm-1')
  await vragen.vraag({ ...aanvraag, grond: 'voorstel' }, 'm-1')
  assert.deepEqual(
    geschreven.map(({ soort, onderwerp, codes }) => [
      soort,
      onderwerp,
      codes.grond,
      codes.reden ?? codes.termijn,
    ]),
    [
      ['lijst-toegestaan', 'organisatie:gemeente-GM0599', 'goed', 'P3M'],
      ['lijst-geweigerd', 'organisatie:gemeente-GM0599', 'voorstel', 'niet-in-werking'],
    ],
  )
  mis = true
  await assert.rejects(vragen.vraag(aanvraag, 'm-1'), 'without evidence there is no answer')
})
