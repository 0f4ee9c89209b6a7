import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kiesKetenzaken, laadKetenzaken, telKetenzaken, verzegelOpnieuw } from '../bench/loket-laden.ts'
import { maakVoorbeeld, openHuis, organisatie, STAPPEN, VOORBEELDEN } from '../bench/loket-voorbeeld.ts'
import { loketproef } from '../bench/loketproef.ts'
import { controleerKetens } from '../bench/loketproef-controle.ts'
import { alsEigenaar, openProefdatabank } from '../src/store/proefdatabank.ts'
import { ketenregister } from '../src/store/proefloket.ts'

const sleutel = 'x'.repeat(40)
const begin = new Date('2026-03-01T12:00:00Z')
const gemeenten = ['gemeente-GM0014', 'gemeente-GM0363', 'gemeente-GM0599']

test('cases that are loaded are as those of real commands: read, listed, gone on with, and each row follows from the events', async (t) => {
  const proef = await openProefdatabank(t)
  const { url, databank, alsRol } = proef
  const aantal = 600
  const laad = { databaseUrl: url, sleutel, aantal, regie: gemeenten, nu: begin }
  assert.equal(await laadKetenzaken(laad), aantal + VOORBEELDEN)
  assert.equal(await telKetenzaken(url), aantal + VOORBEELDEN)
  const gekozen = await kiesKetenzaken({ databaseUrl: url }, aantal, 12)
  const huis = openHuis(
    { databank, bewijs: alsRol('bewijs') },
    { sleutel, register: ketenregister, isOverheid: () => true, nu: () => begin },
  )
  const { loket, ring, vragerVan } = huis
  await verzegelOpnieuw({ databaseUrl: url }, ring, gekozen)
  assert.ok(gekozen.length > 12)
  for (const { ketenzaak, organisatie: naam } of gekozen) {
    const wie = vragerVan(organisatie(naam), 'm-9')
    const beeld = await loket.bekijk(wie, ketenzaak)
    assert.ok(beeld)
    if (beeld.zicht.als === 'regie') {
      assert.equal(beeld.zicht.stappen.length, STAPPEN)
      assert.match(beeld.zicht.onderdelen.map(({ tekst }) => tekst).join(), /Mijn AOW is gestopt.*Gebeld/)
    }
    const werk = await loket.werkvoorraad(wie)
    assert.ok(werk.length > 0)
    const termijnen = werk.map(({ termijn }) => termijn ?? '9')
    assert.deepEqual(termijnen, termijnen.toSorted())
    const kop = { id: loket.nieuwId(), ketenzaak, verwacht: beeld.zicht.nr }
    const uitslag = await loket.doe(wie, kop, {
      ...({ soort: 'voeg-toe', wat: 'notitie', tekst: { woorden: 'Verder' } } as const),
    })
    assert.equal(uitslag.status, 'ok')
  }
  // One more by real commands: as many rows of each table as a loaded one has.
  await maakVoorbeeld(huis, 3, begin)
  for (const tabel of ['voorval', 'opdracht', 'tekst', 'stap', 'deelnemer', 'deling']) {
    const rows = await alsEigenaar(
      proef,
      `select distinct count(*)::int as n from voordeur.loket_${tabel}
      where not ketenzaak::text = any (string_to_array($1, ',')) group by ketenzaak`,
      [gekozen.map(({ ketenzaak }) => ketenzaak).join()],
    )
    assert.ok(rows.length <= 2, `${tabel}: ${JSON.stringify(rows)}`)
  }
})

test('two nodes are killed while everybody does whatever they like: what was accepted is there, once; and a fault is found', async (t) => {
  const proef = await openProefdatabank(t)
  const { url: databaseUrl } = proef
  const metingen = await loketproef({ aantal: 60, zaken: 4, keren: 2, databank: 'verbreek', databaseUrl })
  const uitkomst = new Map(metingen.map(({ naam, waarde }) => [naam, waarde]))
  assert.ok((uitkomst.get('loket.aanvaard') ?? 0) > 10)
  for (const { naam, waarde, grens } of metingen)
    if (grens !== undefined) assert.ok(waarde <= grens, `${naam}: ${waarde}`)

  // A check that finds nothing would let everything pass.
  await alsEigenaar(
    proef,
    `set search_path to voordeur; set session_replication_role to replica;
    update loket_stap set termijn = termijn + 1 where id = (select id from loket_stap limit 1);
    delete from loket_tekst where id = (select id from loket_tekst limit 1);
    insert into loket_duur values ('nergens', 'geen/stap', 1, 1);
    delete from bewijs_regel where (onderwerp, volgnummer) in (
      select onderwerp, max(volgnummer) from bewijs_regel where onderwerp like 'zaak:%' group by 1 limit 1)`,
  )
  const [eerste] = await alsEigenaar(
    proef,
    'select ketenzaak::text, opdracht::text as id from voordeur.loket_voorval where nr = 1 limit 1',
  )
  const [ketenzaak, open] = [String(eerste?.ketenzaak), String(eerste?.id)]
  const weg = new Map([
    ['0198a000-0000-7000-8000-000000000009', { ketenzaak, soort: 'open', nr: 1 } as const],
    [open, { ketenzaak, soort: 'open', nr: 99 } as const],
  ])
  const { verloren, rijen, teksten, duren, bewijs, afwijkingen } = await controleerKetens(databaseUrl, weg)
  assert.deepEqual([verloren, rijen, teksten, bewijs], [2, 1, 1, 1])
  assert.ok(duren > 0 && afwijkingen > 0)
})
