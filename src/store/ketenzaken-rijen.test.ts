import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { proefbewijs } from '../audit/proefaudit.ts'
import { maakUuid7 } from '../domain/index.ts'
import { ingangen, type Tx } from './context.ts'
import { ketenzaakOpruimer, wisKetenteksten } from './ketenzaken.ts'
import { alsEigenaar, openProefdatabank } from './proefdatabank.ts'
import { duo, gemeente, openProefloket, svb, w } from './proefloket.ts'

test('the database shows nobody more than access does, and a case goes with everything when its time is over', async (t) => {
  const proef = await openProefdatabank(t)
  const { databank, alsRol } = proef
  const { bij, ik, inwoner, klok, loket, nieuw, open, persoon, store } = openProefloket(proef)
  const { ketenzaak, nr } = await open()
  const tabellen = [
    'zaak',
    'voorval',
    'opdracht',
    'tekst',
    'stap',
    'deelnemer',
    'deling',
    'oproep',
    'ingang',
    'gezien',
  ]
  const { alsMedewerker, alsPersoon, alsTaak, alsTaakMetHashes } = ingangen(databank)
  const telAls = async (als: (fn: (tx: Tx) => Promise<number>) => Promise<number>) => {
    let aantal = 0
    for (const tabel of tabellen)
      aantal += await als(async (tx) => {
        const { rows } = await sql<{
          n: number
        }>`select count(*)::int as n from ${sql.table(`loket_${tabel}`)}`.execute(tx)
        return rows[0]?.n ?? 0
      })
    return aantal
  }
  const vreemden = [
    telAls((fn) => alsMedewerker({ medewerker: 'm', organisatie: duo }, fn)),
    telAls((fn) => alsPersoon(persoon(), fn)),
    telAls((fn) => alsTaak('loket', fn)),
    telAls((fn) => alsTaak('kluis', fn)),
    telAls((fn) => alsTaakMetHashes('loket', [randomBytes(16)], fn)),
    telAls((fn) => alsTaakMetHashes('loket-ingang', [randomBytes(32)], fn)),
  ]
  assert.deepEqual(await Promise.all(vreemden), [0, 0, 0, 0, 0, 0])
  const genoemd = { ketenzaken: [ketenzaak] }
  assert.ok((await telAls((fn) => alsPersoon(ik, fn, genoemd))) > 5)
  assert.ok((await telAls((fn) => alsMedewerker({ medewerker: 'm', organisatie: svb }, fn, genoemd))) > 5)
  // Who names nothing sees what lists are made of and that there was a command, and nothing of what happened; who names what is not theirs, nothing.
  assert.equal(await telAls((fn) => alsPersoon(ik, fn)), 2)
  assert.equal(await telAls((fn) => alsPersoon(persoon(), fn, genoemd)), 0)
  assert.equal(await telAls((fn) => alsMedewerker({ medewerker: 'm', organisatie: duo }, fn, genoemd)), 0)
  // Events are never changed, and the words of somebody who is known have no way round their record.
  await assert.rejects(
    alsTaak('loket-ronde', (tx) => sql`update loket_voorval set inhoud = '{}'`.execute(tx)),
  )
  assert.deepEqual(
    await store.tekstenZonderPersoon({ soort: 'taak' }, ketenzaak, [maakUuid7(klok.nu, randomBytes)]),
    [],
  )
  await assert.rejects(
    store.teksten({ soort: 'taak' }, { ketenzaak, persoon: ik }, [], proefbewijs(persoon())),
  )

  const bewaring = alsRol('bewaring')
  const [{ id: tekst } = {}] = await alsEigenaar(
    proef,
    `select inhoud -> 'vraag' ->> 'tekst' as id from voordeur.loket_voorval where nr = 1`,
  )
  assert.equal(await wisKetenteksten(bewaring, [String(tekst)]), 1)
  assert.equal(
    (await loket.bekijk(inwoner(), ketenzaak))?.zicht.onderdelen.find(({ id }) => id === 'vraag')?.tekst,
    undefined,
  )
  const { ruimOp } = ketenzaakOpruimer(bewaring)
  const later = new Date(klok.nu.getTime() + 1_000)
  assert.equal(await ruimOp(later), 0, 'wat openstaat blijft')
  const dicht = { soort: 'sluit-met-reden', om: 'onbereikbaar', uitleg: w('Niet bereikt') } as const
  assert.equal((await loket.doe(bij.gemeente, { id: nieuw(), ketenzaak, verwacht: nr }, dicht)).status, 'ok')
  assert.equal(await ruimOp(later), 1)
  const [over] = await alsEigenaar(
    proef,
    `select ${tabellen.map((tabel) => `(select count(*) from voordeur.loket_${tabel})`).join(' + ')} as n`,
  )
  assert.equal(Number(over?.n), 0)
})

test('a case about nobody who is known: seen on its own chain, forwarded and told in one, handed over only by a yes', async (t) => {
  const proef = await openProefdatabank(t)
  const { bij, ik, inwoner, klok, loket, nieuw, open } = openProefloket(proef)
  const { ketenzaak } = await open({ betrokkene: { soort: 'anoniem' } })
  const kop = async () => {
    const beeld = await loket.bekijk(bij.gemeente, ketenzaak)
    return { id: nieuw(), ketenzaak, verwacht: beeld?.zicht.nr ?? 0 }
  }
  const tot = new Date(klok.nu.getTime() + 86_400_000 * 5)
  const stuur = {
    ...({ soort: 'stuur-door', naar: duo, reden: w('Dit is van DUO'), hoe: 'print', tot } as const),
    melding: w('Wij stuurden uw vraag door aan DUO'),
  }
  assert.equal((await loket.doe(bij.gemeente, await kop(), stuur)).status, 'ok')
  const bijDuo = await loket.bekijk(bij.duo, ketenzaak)
  assert.deepEqual(
    [bijDuo?.zicht.betrokkene, bijDuo?.zicht.onderdelen.map(({ tekst }) => tekst)],
    [{ soort: 'anoniem' }, [undefined, 'Mijn AOW is gestopt', 'Weer elke maand geld']],
  )
  const bied = { soort: 'bied-overdracht-aan', aan: svb, reden: w('Het is een AOW-vraag'), tot } as const
  assert.equal((await loket.doe(bij.gemeente, await kop(), bied)).status, 'ok')
  const aanbod = await loket.bekijk(bij.svb, ketenzaak)
  assert.deepEqual([aanbod?.zicht.als, aanbod?.zicht.regie.organisatie], ['aangeboden', gemeente])
  const overdracht = aanbod?.zicht.overdracht?.id ?? ''
  const neem = { soort: 'aanvaard-overdracht', overdracht, aanspreekpunt: w('Piet, 020') } as const
  const verwacht = aanbod?.zicht.nr ?? 0
  assert.equal((await loket.doe(bij.duo, { id: nieuw(), ketenzaak, verwacht }, neem)).status, 'geweigerd')
  assert.equal((await loket.doe(bij.svb, { id: nieuw(), ketenzaak, verwacht }, neem)).status, 'ok')
  // Who was owner sees the step that is still theirs, and no more of it.
  const oud = await loket.bekijk(bij.gemeente, ketenzaak)
  assert.deepEqual(
    [oud?.zicht.als, oud?.zicht.onderdelen, oud?.zicht.regie.organisatie],
    ['deelnemer', [], svb],
  )
  // Who it is about is found out by a stated ground about them, and by no other.
  const bekend = { soort: 'maak-bekend', persoon: ik, hoe: 'document' } as const
  const nr = (await loket.bekijk(bij.svb, ketenzaak))?.zicht.nr ?? 0
  assert.deepEqual(await loket.doe(bij.svb, { id: nieuw(), ketenzaak, verwacht: nr }, bekend), {
    status: 'geweigerd',
    weigering: { reden: 'mag-niet' },
  })
  assert.equal(await loket.bekijk(inwoner(), ketenzaak), undefined)
  const regels = await alsEigenaar(
    proef,
    `select soort from voordeur.bewijs_regel where onderwerp = 'zaak:${ketenzaak}' order by volgnummer`,
  )
  const soorten = regels.map(({ soort }) => soort)
  for (const soort of [
    'ontvangen',
    'gezien',
    'doorgezonden',
    'gemeld',
    'overdracht-aangeboden',
    'overgedragen',
  ])
    assert.ok(soorten.includes(soort), soort)
})
