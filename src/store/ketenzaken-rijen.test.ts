import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { proefbewijs } from '../audit/proefaudit.ts'
import { maakUuid7 } from '../domain/index.ts'
import { lijstWoorden, wisWoorden } from '../loket/index.ts'
import { ingangen, type Tx } from './context.ts'
import { ketenzaakOpruimer } from './ketenzaken.ts'
import { alsEigenaar, openProefdatabank } from './proefdatabank.ts'
import { duo, gemeente, openProefloket, svb, w } from './proefloket.ts'

test('the database shows nobody more than access does, and a case goes with everything when its time is over', async (t) => {
  const proef = await openProefdatabank(t)
  const { databank, alsRol } = proef
  const {
    audit,
    bij,
    medewerker: bijOrganisatie,
    ik,
    inwoner,
    klok,
    loket,
    nieuw,
    open,
    persoon,
    ring,
    store,
  } = openProefloket(proef)
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
  // A colleague of who owns it says why first; a coordinator and the system of the municipality do not.
  const collega = (rol: string, over?: typeof ik) => {
    const als = bijOrganisatie(gemeente, [rol], over)
    return { ...als, subject: { ...als.subject, medewerker: 'm-2' } } as typeof als
  }
  const leest = async (vrager: typeof bij.svb) => (await loket.bekijk(vrager, ketenzaak))?.zicht.als
  assert.equal(await leest(collega('balie')), undefined)
  const noteer = { soort: 'voeg-toe', wat: 'notitie', tekst: w('Gezien') } as const
  assert.deepEqual(await loket.doe(collega('balie'), { id: nieuw(), ketenzaak, verwacht: nr }, noteer), {
    ...{ status: 'geweigerd', weigering: { reden: 'mag-niet' } },
  })
  assert.match((await loket.vraagtGrond?.(collega('balie'), ketenzaak)) ?? '', /\S/)
  assert.equal(await loket.grondOver?.(collega('balie'), ketenzaak, proefbewijs([])), ik)
  for (const vrager of [bij.gemeente, bij.svb, bijOrganisatie(duo)])
    assert.equal(await loket.vraagtGrond?.(vrager, ketenzaak), undefined)
  assert.equal(await leest(collega('balie', persoon())), undefined, 'een grond over een ander')
  const magWel = [
    collega('balie', ik),
    collega('coordinator'),
    { ...collega('balie'), isSysteem: true } as const,
  ]
  for (const vrager of magWel) assert.equal(await leest(vrager), 'regie')
  assert.equal(await leest(collega('doorbreker')), undefined, 'niet gevraagd')

  // By the owner: what stood there before it was changed goes as well, and nobody wipes what is not theirs.
  const teksten = () => alsEigenaar(proef, 'select id from voordeur.loket_tekst')
  const wie = { verwacht: 0, ketenzaak }
  const wis = (vrager: typeof bij.svb, onderdeel: string) =>
    loket.doe(vrager, { ...wie, id: nieuw() }, { soort: 'wis-woorden', onderdeel, waarom: 'verzoek' })
  const doel = { soort: 'wijzig-uitkomst', uitkomst: w('Elke maand geld, en rust') } as const
  assert.equal((await loket.doe(bij.gemeente, { ...wie, verwacht: nr, id: nieuw() }, doel)).status, 'ok')
  const eerst = (await teksten()).length
  assert.equal((await wis(bij.svb, 'uitkomst')).status, 'geweigerd')
  assert.equal((await wis(bij.gemeente, 'uitkomst')).status, 'ok')
  assert.equal(eerst - (await teksten()).length, 2)
  assert.deepEqual(await wis(bij.gemeente, 'uitkomst'), {
    ...{ status: 'geweigerd', weigering: { reden: 'kan-niet-nu', stand: 'gewist' } },
  })
  // By the administrator, whoever's they are, and of who is nobody's.
  const delen = { store, audit, ring, nu: () => klok.nu, toeval: randomBytes, isOverheid: () => true }
  const nummer = (await loket.bekijk(inwoner(), ketenzaak))?.zicht.nummer ?? ''
  assert.equal(await store.vindNummer({ soort: 'taak' }, nummer), ketenzaak)
  assert.ok((await lijstWoorden(delen, ketenzaak)).some(({ onderdelen }) => onderdelen.includes('vraag')))
  const weg = (onderdeel: string) =>
    wisWoorden(delen, { id: nieuw(), ketenzaak }, { onderdeel, waarom: 'verkeerde-zaak' })
  assert.equal((await weg('vraag')).status, 'ok')
  assert.deepEqual(await weg('er-niet'), { status: 'geweigerd', weigering: { reden: 'niet-gevonden' } })
  const bewijs = await alsEigenaar(
    proef,
    `select inhoud from voordeur.loket_voorval where soort = 'woorden-gewist'`,
  )
  assert.deepEqual(
    bewijs.map(({ inhoud }) => inhoud),
    [
      { soort: 'woorden-gewist', onderdeel: 'uitkomst', waarom: 'verzoek' },
      { soort: 'woorden-gewist', onderdeel: 'vraag', waarom: 'verkeerde-zaak' },
    ],
  )
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
