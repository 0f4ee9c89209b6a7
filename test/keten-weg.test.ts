import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { sql } from 'kysely'
import { maakKetentoken } from '../src/loket/ketentoken.ts'
import { eldersOpslag } from '../src/store/ketenelders.ts'
import { duo, gemeente, svb, w } from '../src/store/proefloket.ts'
import { geheim, openEigenaar, twee } from './zgw/ketentwee.ts'

test('what stands between two installations and says 404 ends no command and takes no case away; what ends keeps its line', async (t) => {
  const { stad, agentschap, henk } = await twee(t)
  const { ketenzaak, eerst } = await stad.open()
  await stad.ronde()
  await agentschap.keten.ronde.ververs()
  const nr = (await agentschap.loket.bekijk(henk, ketenzaak))?.zicht.nr ?? 0
  const geef = (verwacht: number, opdracht: Parameters<typeof stad.loket.doe>[2]) =>
    agentschap.loket.doe(henk, { id: agentschap.nieuw(), ketenzaak, verwacht }, opdracht)
  const verder = (ms: number) => {
    agentschap.klok.nu = new Date(agentschap.klok.nu.getTime() + ms)
    stad.klok.nu = agentschap.klok.nu
  }
  const stap = async () =>
    (await stad.loket.bekijk(stad.bij.gemeente, ketenzaak))?.zicht.stappen.find((een) => een.stap === eerst)
  await stad.sluit()
  const uit = await geef(nr, { soort: 'aanvaard-stap', stap: eerst })
  assert.equal(uit.status === 'ok' && uit.isBewaard, true)

  // As a proxy during a release, and as one that was set to answer everything in our own words.
  for (const lichaam of ['not found', JSON.stringify({ code: 'not_found', status: 404 })]) {
    const proxy = createServer((_, antwoord) => {
      antwoord.writeHead(404, { 'content-type': 'application/problem+json' }).end(lichaam)
    })
    await new Promise<void>((klaar) => proxy.listen(Number(stad.adres.port), '127.0.0.1', klaar))
    verder(60_000)
    assert.equal(await agentschap.keten.ronde.bezorg(), 0)
    assert.ok((await agentschap.loket.bekijk(henk, ketenzaak))?.elders?.isNu === false)
    assert.equal((await agentschap.loket.ligtElders?.(henk, ketenzaak))?.opdrachten.length, 1)
    assert.equal((await agentschap.loket.werkvoorraad(henk)).length, 1)
    proxy.closeAllConnections()
    await new Promise((klaar) => proxy.close(klaar))
  }
  await stad.heropen()
  for (let keer = 0; keer < 12 && (await stap())?.stand !== 'aanvaard'; keer++) {
    verder(600_000)
    await agentschap.keten.ronde.bezorg()
  }
  assert.equal((await stap())?.stand, 'aanvaard')

  // Taken out of the case while something that they did was under way: it ends, and both places say so.
  await stad.sluit()
  assert.equal('isBewaard' in (await geef(nr + 1, { soort: 'begin-stap', stap: eerst })), true)
  const baas = async (opdracht: Parameters<typeof stad.loket.doe>[2]) => {
    const zicht = (await stad.loket.bekijk(stad.bij.gemeente, ketenzaak))?.zicht
    const kop = { id: stad.nieuw(), ketenzaak, verwacht: zicht?.nr ?? 0 }
    assert.equal((await stad.loket.doe(stad.bij.gemeente, kop, opdracht)).status, 'ok')
    return zicht
  }
  const eigenaar = { soort: 'organisatie', organisatie: gemeente } as const
  const zicht = await baas({ soort: 'wijzig-stap', stap: eerst, eigenaar })
  await baas({ soort: 'haal-deelnemer-weg', deelnemer: zicht?.deelnemers[0]?.id ?? '' })
  await stad.heropen()
  for (let keer = 0; keer < 12; keer++) {
    verder(600_000)
    await agentschap.keten.ronde.bezorg()
    await agentschap.keten.ronde.ververs()
  }
  assert.equal(await agentschap.loket.bekijk(henk, ketenzaak), undefined)
  const waar = await agentschap.loket.ligtElders?.(henk, ketenzaak)
  assert.deepEqual(
    [waar?.isWeg, waar?.opdrachten.map(({ soort, uitkomst }) => [soort, uitkomst])],
    [true, [['begin-stap', 'geweigerd']]],
  )
  const [regel, ...rest] = await agentschap.loket.werkvoorraad(henk)
  assert.deepEqual([regel?.soort, regel?.ketenzaak, rest], ['mislukt', ketenzaak, []])
  assert.match(regel?.nummer ?? '', /^\w{4}-/)
})

test('what is forwarded to a linked installation lies in the work list there, and is taken or given back from there', async (t) => {
  const { stad, agentschap, henk } = await twee(t)
  const { ketenzaak, nr } = await stad.open({ stappen: [] })
  const tot = new Date(stad.klok.nu.getTime() + 90 * 86_400_000)
  const uit = await stad.loket.doe(
    stad.bij.gemeente,
    { id: stad.nieuw(), ketenzaak, verwacht: nr },
    {
      ...({
        soort: 'stuur-door',
        naar: svb,
        reden: w('Dit is AOW'),
        melding: w('De SVB heeft het'),
      } as const),
      ...({ hoe: 'bericht', tot } as const),
    },
  )
  assert.equal(uit.status, 'ok', JSON.stringify(uit))
  await stad.ronde()
  await agentschap.keten.ronde.ververs()
  const [regel, ...rest] = await agentschap.loket.werkvoorraad(henk)
  assert.deepEqual([regel?.soort, regel?.ketenzaak, rest], ['doorzending', ketenzaak, []])
  const zicht = (await agentschap.loket.bekijk(henk, ketenzaak))?.zicht
  const [verzoek] = zicht?.verzoeken ?? []
  assert.deepEqual([verzoek?.wat, verzoek?.reden], ['doorzending', 'Dit is AOW'])
  const terug = await agentschap.loket.doe(
    henk,
    { id: agentschap.nieuw(), ketenzaak, verwacht: zicht?.nr ?? 0 },
    { soort: 'geef-verzoek-terug', verzoek: verzoek?.id ?? '', reden: w('Dit is voor DUO') },
  )
  assert.equal(terug.status, 'ok', JSON.stringify(terug))
  const bijStad = await stad.loket.werkvoorraad(stad.bij.gemeente)
  assert.deepEqual(bijStad.map(({ soort }) => soort).toSorted(), ['regie', 'terug'])
  const antwoord = (await stad.loket.bekijk(stad.bij.gemeente, ketenzaak))?.zicht.verzoeken[0]?.antwoord
  assert.equal(antwoord, 'Dit is voor DUO')
})

test('who says first that a case lies with them keeps nobody out, and rows in which nothing lies with us push nothing away', async (t) => {
  const { stad, agentschap, henk, naar } = await twee(t)
  const { ketenzaak, eerst } = await stad.open()
  const opslag = eldersOpslag(agentschap.proef.databank)
  const op = agentschap.klok.nu
  const ander = {
    organisatie: duo,
    client: 'duo',
    onszelf: 'svb-d',
    keten: naar(agentschap, '/keten/v1'),
    voor: svb,
  }
  assert.equal((await agentschap.keten.koppelingen.bewaar(ander, geheim)).status, 'ok')
  await opslag.erbij({ ketenzaak, bij: duo, voor: svb, op })
  for (let keer = 0; keer < 201; keer++)
    await opslag.erbij({ ketenzaak: agentschap.nieuw(), bij: duo, voor: svb, op })
  await stad.ronde()
  await agentschap.keten.ronde.ververs()
  const werk = await agentschap.loket.werkvoorraad(henk)
  assert.deepEqual(
    werk.map((een) => [een.ketenzaak, een.elders]),
    [[ketenzaak, gemeente]],
  )
  const beeld = await agentschap.loket.bekijk(henk, ketenzaak)
  assert.equal(beeld?.elders?.bij, gemeente)
  const kop = { id: agentschap.nieuw(), ketenzaak, verwacht: beeld?.zicht.nr ?? 0 }
  const aanvaard = { soort: 'aanvaard-stap', stap: eerst } as const
  // Both answered for it: words go to neither of them.
  await opslag.zetWerk({ bij: duo, voor: svb, op }, [
    { ketenzaak, nummer: 'X', soort: 'stap', stand: 'gevraagd' },
  ])
  assert.deepEqual(await agentschap.loket.doe(henk, kop, aanvaard), {
    status: 'geweigerd',
    weigering: { reden: 'twee-plekken' },
  })
  await opslag.weg(ketenzaak, duo, op)
  assert.equal((await agentschap.loket.doe(henk, kop, aanvaard)).status, 'ok')
})

test('who did it from elsewhere is written with the deed, and of a case that is not there nothing is written', async (t) => {
  const { stad, naar } = await twee(t)
  const { ketenzaak, eerst, nr } = await stad.open()
  const onszelf = { koppeling: { onszelf: 'svb' }, geheim } as Parameters<typeof maakKetentoken>[0]
  const stuur = async (zaak: string, json: object) => {
    const tekst = JSON.stringify(json)
    const token = maakKetentoken(onszelf, tekst, { nu: stad.klok.nu, toeval: randomBytes })
    const koppen = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const adres = naar(stad, `/keten/v1/zaken/${zaak}/opdrachten`)
    return (await fetch(adres, { method: 'POST', headers: koppen, body: tekst })).json() as Promise<
      ReturnType<typeof JSON.parse>
    >
  }
  const door = { medewerker: '0'.repeat(32), rollen: ['behandelaar'], grond: 'ketenzaak' }
  const vraag = (opdracht: object) => ({ id: stad.nieuw(), verwacht: nr, na: [], door, opdracht })
  const aanvaard = vraag({ soort: 'aanvaard-stap', stap: eerst })
  for (const zaak of ['zomaar-een-tekst-1', stad.nieuw()]) {
    const uit = await stuur(zaak, aanvaard)
    assert.equal(uit.code ?? uit.weigering?.reden, zaak.startsWith('z') ? 'not_found' : 'niet-gevonden')
  }
  // The chain of evidence is not there for a moment: then the deed was not done either.
  const eigenaar = await openEigenaar(stad.proef, t)
  const slot = (stand: 'enable' | 'disable') =>
    sql.raw(`alter table bewijs_regel ${stand} trigger proef_stuk`).execute(eigenaar)
  await sql`create function proef_stuk() returns trigger language plpgsql as $$ begin
    if new.soort = 'opdracht-van-elders' then raise exception 'stuk'; end if; return new; end $$`.execute(
    eigenaar,
  )
  await sql`create trigger proef_stuk before insert on bewijs_regel for each row execute function proef_stuk()`.execute(
    eigenaar,
  )
  assert.equal((await stuur(ketenzaak, aanvaard)).status, 500)
  assert.equal((await stad.loket.bekijk(stad.bij.gemeente, ketenzaak))?.zicht.nr, nr)
  await slot('disable')
  assert.equal((await stuur(ketenzaak, aanvaard)).isHerhaald, false)
  assert.equal((await stuur(ketenzaak, aanvaard)).isHerhaald, true)
  const { rows } = await sql<{ onderwerp: string; codes: string }>`select onderwerp, codes from bewijs_regel
    where soort = 'opdracht-van-elders'`.execute(eigenaar)
  assert.deepEqual(
    rows.map(({ onderwerp, codes }) => [onderwerp, JSON.parse(codes).opdracht, JSON.parse(codes).uitkomst]),
    [[`zaak:${ketenzaak}`, aanvaard.id, 'ok']],
  )
})
