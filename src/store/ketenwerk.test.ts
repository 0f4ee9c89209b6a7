import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Ketenlijst, WERK_GETELD, WERK_PER_BLAD, werkgroepen } from '../loket/index.ts'
import { LIJST_GETELD, type Lijstplek } from '../loket/ketenlijst-store.ts'
import { ketenlijstOpslag } from './ketenlijst.ts'
import { alsEigenaar, openProefdatabank, type Proefdatabank } from './proefdatabank.ts'
import { gemeente, openProefloket, svb } from './proefloket.ts'

const ZAKEN = 610

/** Cases as rows alone, which is what lists are made of: of the municipality, with the SVB in each of them. */
async function laadRijen(proef: Proefdatabank): Promise<void> {
  const opdrachten = [
    `insert into voordeur.loket_zaak (id, nummer, organisatie, medewerker, stand, nr, geopend, termijn)
      select ('019c0000-0000-7000-8000-' || lpad(to_hex(n * 7919 % 100003), 12, '0'))::uuid,
        'AAAA-BBBB-' || upper(lpad(to_hex(n), 4, '0')), '${gemeente}', 'm-1', 'open', 1,
        timestamptz '2026-01-01T09:00:00Z' + (n % 200) * interval '1 hour',
        case when n % 50 = 0 then null else date '2026-03-01' + n % 40 end
      from generate_series(1, ${ZAKEN}) n`,
    `insert into voordeur.loket_deelnemer (ketenzaak, id, organisatie, rol)
      select id, 'd1', '${svb}', 'uitvoerder' from voordeur.loket_zaak`,
    // Two steps of one case on one day, so that a page can end between them.
    `insert into voordeur.loket_stap (ketenzaak, id, organisatie, stand, termijn, kan_verder)
      select id, gen_random_uuid(), '${svb}', 'gevraagd', date '2026-04-01' + (nr % 3), true
      from (select id, row_number() over (order by id)::int as nr from voordeur.loket_zaak limit 60) z,
        generate_series(1, 2)`,
    `insert into voordeur.loket_oproep (ketenzaak, id, soort, organisatie, functie, tot)
      select id, 'o' || o, 'opschaling', '${gemeente}', 'coordinator', timestamptz '2026-03-20T12:00:00Z'
      from (select id from voordeur.loket_zaak order by id limit 20) z, generate_series(1, 2) o`,
  ]
  for (const een of opdrachten) await alsEigenaar(proef, een)
}

test('a work list goes on until everything was shown once, the first term first, and counts no further than it says', async (t) => {
  const proef = await openProefdatabank(t)
  const { loket, medewerker } = openProefloket(proef)
  await laadRijen(proef)
  const coordinator = medewerker(gemeente, ['coordinator'])
  const eerst = await loket.werkbladen(coordinator, {})
  assert.deepEqual(
    eerst.map(({ groep, aantal, isMeer, rijen }) => [groep, aantal, isMeer, rijen.length]),
    [
      ['antwoord', 40, false, WERK_PER_BLAD],
      ['stap', 0, false, 0],
      ['regie', WERK_GETELD, true, WERK_PER_BLAD],
    ],
  )
  for (const [wie, verwacht] of [
    [coordinator, { antwoord: 40, stap: 0, regie: ZAKEN }],
    [medewerker(svb), { antwoord: 0, stap: 120, regie: 0 }],
    // Who holds no function is not asked what that function is asked.
    [medewerker(gemeente, ['balie']), { antwoord: 0, stap: 0, regie: ZAKEN }],
  ] as const)
    for (const groep of werkgroepen) {
      const alle: { sleutel: string; termijn: string }[] = []
      let na: string | undefined
      do {
        const [blad] = await loket.werkbladen(wie, { groep, ...(na && { na }) })
        for (const { plek } of blad?.rijen ?? [])
          alle.push({ sleutel: `${plek.ketenzaak} ${plek.sleutel}`, termijn: plek.termijn ?? '9999' })
        na = blad?.volgende
        assert.ok(blad !== undefined && (na === undefined || blad.rijen.length === WERK_PER_BLAD))
      } while (na !== undefined)
      assert.equal(alle.length, verwacht[groep], groep)
      assert.equal(new Set(alle.map(({ sleutel }) => sleutel)).size, alle.length, 'each line once')
      assert.deepEqual(
        alle.map(({ termijn }) => termijn),
        alle.map(({ termijn }) => termijn).toSorted(),
      )
    }
  // What somebody typed themselves is the first page, of their own organisation.
  for (const na of ['', 'x', '2026-13-01_a_b', `geen_${'0'.repeat(36)}_'; drop`])
    assert.equal(
      (await loket.werkbladen(coordinator, { groep: 'regie', na }))[0]?.rijen.length,
      WERK_PER_BLAD,
    )
})

test('the list for systems goes on where it ended, and there is a next page exactly when there is more', async (t) => {
  const proef = await openProefdatabank(t)
  await laadRijen(proef)
  const { lijst } = ketenlijstOpslag(proef.databank)
  const lezer = { soort: 'medewerker', medewerker: 'm', organisatie: svb } as const
  type Orde = Parameters<Ketenlijst['zoek']>[1]['orde']
  for (const orde of ['oudste', 'nummer-af'] satisfies Orde[]) {
    const alle: string[] = []
    let na: Lijstplek | undefined
    for (let vanaf = 0; ; vanaf += 25) {
      const blad = await lijst(lezer, { orde, vanaf, aantal: 25, ...(na && { na }) })
      const opNummer = await lijst(lezer, { orde, vanaf, aantal: 25 })
      assert.deepEqual(blad.zaken, opNummer.zaken, 'the same page, by its place or by its number')
      assert.equal(blad.aantal, opNummer.aantal)
      assert.ok(blad.aantal <= Math.max(LIJST_GETELD, vanaf + 25) + 1)
      alle.push(...blad.zaken)
      na = blad.laatste
      if (blad.aantal <= vanaf + 25) break
    }
    assert.deepEqual([alle.length, new Set(alle).size], [ZAKEN, ZAKEN], orde)
  }
  await alsEigenaar(
    proef,
    `with z as (update voordeur.loket_zaak set geopend = timestamptz '2026-02-09T23:30:00Z'
        where nummer like '%0001' returning id, geopend)
      update voordeur.loket_deelnemer d set geopend = z.geopend from z where z.id = d.ketenzaak`,
  )
  for (const [van, tot, aantal] of [
    ['2026-02-08T23:00:00Z', '2026-02-09T23:00:00Z', 0],
    ['2026-02-09T23:00:00Z', '2026-02-10T23:00:00Z', 1],
  ] as const) {
    const bereik = { geopendVan: new Date(van), geopendTot: new Date(tot) }
    assert.equal(
      (await lijst(lezer, { orde: 'oudste', vanaf: 0, aantal: 25, ...bereik })).aantal,
      aantal,
      van,
    )
  }
})
