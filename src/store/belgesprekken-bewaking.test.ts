import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { proeforganisatie } from '../audit/proefaudit.ts'
import {
  BEWAAK_MS,
  type Belwerker,
  createGesprekken,
  createMediabrug,
  maakBewaking,
  STIL_MS,
  TELEFOON_MS,
} from '../lijnen/index.ts'
import { belgesprekOpruimer, belgesprekOpslag } from './belgesprekken.ts'
import { alsEigenaar, openProefdatabank } from './proefdatabank.ts'

const [gemeente, svb] = [proeforganisatie('gemeente-rotterdam'), proeforganisatie('svb')]
const werker = (medewerker: string, organisatie: typeof svb): Belwerker => ({
  ...{ medewerker, organisatie, naam: medewerker, magZaak: async () => true },
})
const [esra, bo] = [werker('esra', gemeente), werker('bo', svb)]

/** Nodes on one database, each with a clock of its own, a mixer and a line that write down what they are asked. */
async function open(t: Parameters<typeof openProefdatabank>[0]) {
  const proef = await openProefdatabank(t)
  const store = belgesprekOpslag(proef.databank)
  const tijd = { ms: new Date('2026-03-02T10:00:00Z').getTime(), tik: 0 }
  const maak = ({ achterMs = 0 } = {}) => {
    const gedaan: string[] = []
    const nu = () => new Date(tijd.ms - achterMs)
    const plek = { ip: '192.0.2.1', poort: 4000 }
    const doe = (wat: string) => async () => void gedaan.push(wat)
    const gesprekken = createGesprekken({
      ...{ store, nu, toeval: randomBytes, isHier: () => true },
      gewijzigd: (gesprek, _isOokLijst, los) => brug.isGewijzigd(gesprek, los),
    })
    const brug = createMediabrug({
      menger: {
        neemBrowser: async (_gesprek, sdp) => ({ sdp, weg: doe('browser los') }),
        neemTelefoon: async () => ({ hoort: plek, spreekTegen: async () => {}, weg: doe('been los') }),
        ruimOp: doe('kamer weg'),
      },
      lijn: {
        bel: (_nummer, _hoort, hoor) => {
          hoor('opgenomen', plek, 'verzegeld')
          hangtZelfOp = () => hoor('opgehangen')
          return { hangOp: () => void gedaan.push('hangt op') }
        },
        hangOp: (lijn) => void gedaan.push(`hangt ${lijn} op`),
      },
      ...{ meld: gesprekken.meldTelefoon, leeft: gesprekken.leeftTelefoon },
      klacht: (fout) => assert.fail(String(fout)),
    })
    let [hier, hangtZelfOp] = [[] as readonly string[], () => {}]
    const bewaak = maakBewaking({
      ...{ store, gesprekken, brug, nu, tik: () => tijd.tik },
      seinpost: { lopend: () => hier, ruimVertrokken: async () => {} },
    })
    const houdt = (...ids: readonly string[]) => {
      hier = ids
    }
    return { gesprekken, brug, bewaak, gedaan, houdt, hangtZelfOp: () => hangtZelfOp() }
  }
  const later = (ms: number) => {
    tijd.ms += ms
    tijd.tik += ms
  }
  return {
    ...{ proef, store, maak, later },
    /** That node looks again and again, for so long. */
    bewaakt: async (bewaak: () => Promise<void>, ms: number) => {
      for (let n = 0; n <= ms; n += BEWAAK_MS) {
        await bewaak()
        later(BEWAAK_MS)
      }
    },
    /** In the clock of the database, for all calls: so long nobody was heard. */
    stilSinds: (ms: number) =>
      alsEigenaar(
        proef,
        `update voordeur.belgesprek set gehoord = now() - make_interval(secs => ${ms / 1000})`,
      ),
    stand: async (id: string) => await store.vind(id),
  }
}

/** Past every policy: to hold a row. */
async function eigenClient({ url }: { readonly url: string }): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // When the test fails it is cut off with its database.
  client.on('error', () => {})
  return client
}

type Node = ReturnType<Awaited<ReturnType<typeof open>>['maak']>

async function praat({ gesprekken }: Node): Promise<string> {
  const gebeld = await gesprekken.bel(esra, { organisatie: svb })
  assert.ok(gebeld.status === 'ok')
  const { id } = gebeld.uitkomst.gesprek
  assert.equal((await gesprekken.neemOp(bo, id)).status, 'ok')
  return id
}

async function metTelefoon(node: Node, id: string): Promise<string> {
  const gebeld = await node.gesprekken.roepTelefoon(esra, id, 'inwoner')
  assert.ok(gebeld.status === 'ok')
  await node.brug.bel?.(id, gebeld.uitkomst.deelnemer, '+31101234567')
  while (!(await node.gesprekken.alsMedewerker(esra, id))?.gesprek.deelnemers.some(isOpTelefoon))
    await new Promise((klaar) => setImmediate(klaar))
  return gebeld.uitkomst.deelnemer
}

function isOpTelefoon({ partij, stand }: { partij: { soort: string }; stand: string }): boolean {
  return partij.soort === 'telefoon' && stand === 'in-gesprek'
}

test('a telephone of a node that was killed is hung up by another one, once, and whoever is left talks on', async (t) => {
  const { store, maak, bewaakt } = await open(t)
  const [dood, leeft, ook] = [maak(), maak(), maak()]
  const id = await praat(dood)
  const wie = await metTelefoon(dood, id)
  leeft.houdt(id)
  // As long as it says so it is there, and nobody else touches it.
  await bewaakt(dood.bewaak, TELEFOON_MS)
  await leeft.bewaak()
  assert.deepEqual(leeft.gedaan, [])
  await bewaakt(leeft.bewaak, TELEFOON_MS)
  await ook.bewaak()
  assert.deepEqual([leeft.gedaan, ook.gedaan], [['hangt verzegeld op'], []])
  const na = await store.vind(id)
  assert.deepEqual(
    na?.deelnemers.map(({ stand }) => stand),
    ['in-gesprek', 'in-gesprek', 'weg'],
  )
  assert.equal(JSON.stringify(na).includes('verzegeld'), false)
  // The call ends there as well, and with it the room that the other node made.
  const bij = await leeft.gesprekken.alsMedewerker(bo, id)
  assert.ok(bij)
  await leeft.gesprekken.gaWeg(bij)
  assert.deepEqual(leeft.gedaan, ['hangt verzegeld op', 'kamer weg'])
  assert.equal(await leeft.gesprekken.leeftTelefoon(id, wie), false)
})

test('when everybody hangs up right after that node was killed, the telephone and the room go at once', async (t) => {
  const { maak } = await open(t)
  const [dood, leeft] = [maak(), maak()]
  const id = await praat(dood)
  await metTelefoon(dood, id)
  for (const wie of [bo, esra]) {
    const bij = await leeft.gesprekken.alsMedewerker(wie, id)
    assert.ok(bij)
    await leeft.gesprekken.gaWeg(bij)
  }
  assert.deepEqual(leeft.gedaan.toSorted(), ['hangt verzegeld op', 'kamer weg'])
})

test('a telephone that hung up itself is not hung up once more, and one that is let go elsewhere goes by whoever holds it too', async (t) => {
  const { maak, store } = await open(t)
  const een = maak()
  const id = await praat(een)
  await metTelefoon(een, id)
  een.hangtZelfOp()
  while ((await store.vind(id))?.deelnemers.some(isOpTelefoon))
    await new Promise((klaar) => setImmediate(klaar))
  assert.deepEqual(een.gedaan, ['been los'])
  const tweede = await metTelefoon(een, id)
  assert.equal((await een.gesprekken.haalWeg(esra, id, tweede)).status, 'ok')
  assert.deepEqual(een.gedaan.slice(1), ['hangt op', 'been los'])
  assert.equal(JSON.stringify(await store.vind(id)).includes('verzegeld'), false)
})

test('a call of which no browser is heard any more ends after the quiet minutes, on a node that could hear it all that time', async (t) => {
  const { maak, bewaakt, stilSinds, stand } = await open(t)
  const [node, ander] = [maak(), maak()]
  const id = await praat(node)
  const wie = await metTelefoon(node, id)
  node.houdt(id)
  await bewaakt(node.bewaak, STIL_MS)
  await stilSinds(STIL_MS + 1_000)
  await node.bewaak()
  assert.equal((await stand(id))?.beeindigdMs, undefined)
  // Both browsers lose power: the node notices that their wires are gone, and keeps the telephone.
  node.houdt()
  await bewaakt(node.bewaak, STIL_MS)
  assert.equal((await stand(id))?.beeindigdMs, undefined)
  await stilSinds(STIL_MS + 1_000)
  // One that began a moment ago does not know whether anybody could say that they are there.
  await ander.bewaak()
  assert.equal((await stand(id))?.beeindigdMs, undefined)
  await node.bewaak()
  const na = await stand(id)
  assert.notEqual(na?.beeindigdMs, undefined)
  assert.equal(na?.deelnemers.find((een) => een.id === wie)?.stand, 'weg')
  assert.ok(node.gedaan.includes('hangt op') && node.gedaan.includes('kamer weg'))
})

test('after the database was away nobody ends a call until everybody had the time to say that they are there', async (t) => {
  const { maak, bewaakt, later, stilSinds, stand } = await open(t)
  const node = maak()
  const id = await praat(node)
  await bewaakt(node.bewaak, STIL_MS)
  later(STIL_MS)
  await stilSinds(STIL_MS + 1_000)
  await node.bewaak()
  assert.equal((await stand(id))?.beeindigdMs, undefined)
  later(BEWAAK_MS)
  await bewaakt(node.bewaak, STIL_MS)
  assert.notEqual((await stand(id))?.beeindigdMs, undefined)
})

test('a ring that nobody answers is over by the round of any node, also when nobody has a page open', async (t) => {
  const { maak, later, stand } = await open(t)
  const gebeld = await maak().gesprekken.bel(esra, { organisatie: svb })
  assert.ok(gebeld.status === 'ok')
  later(TELEFOON_MS * 2)
  await maak().bewaak()
  assert.equal((await stand(gebeld.uitkomst.gesprek.id))?.deelnemers[1]?.stand, 'niet-opgenomen')
})

test('a call that cannot be read keeps no other one from its time', async (t) => {
  const { proef, maak, later, stand } = await open(t)
  const { gesprekken, bewaak } = maak()
  const bel = (letter: string) => gesprekken.bel(esra, { organisatie: svb, id: letter.repeat(22) })
  await bel('b')
  await alsEigenaar(proef, `update voordeur.belgesprek set stand = '{}'`)
  for (const letter of ['a', 'c']) await bel(letter)
  later(TELEFOON_MS * 2)
  await assert.rejects(bewaak(), TypeError)
  for (const id of ['a', 'c'])
    assert.equal((await stand(id.repeat(22)))?.deelnemers[1]?.stand, 'niet-opgenomen')
})

test('a telephone of which nothing can be read keeps no other call from being heard', async (t) => {
  const { proef, maak, bewaakt, stilSinds } = await open(t)
  const node = maak()
  const [stuk, goed, ook] = [await praat(node), await praat(node), await praat(node)]
  await metTelefoon(node, stuk)
  const wie = await metTelefoon(node, ook)
  node.houdt(stuk, goed, ook)
  await stilSinds(STIL_MS + 1_000)
  await alsEigenaar(proef, `update voordeur.belgesprek set stand = '{}' where id = $1`, [stuk])
  await bewaakt(() => assert.rejects(node.bewaak()), TELEFOON_MS)
  const [gehoord] = await alsEigenaar(
    proef,
    `select gehoord > now() - interval '1 minute' as is_nu from voordeur.belgesprek where id = $1`,
    [goed],
  )
  assert.deepEqual(gehoord, { is_nu: true })
  assert.equal(await node.gesprekken.leeftTelefoon(ook, wie), true)
})

test('however many calls are quiet and may not be ended yet, what is due in another one is done', async (t) => {
  const { proef, maak, later, stand } = await open(t)
  const node = maak()
  await praat(node)
  await alsEigenaar(
    proef,
    `insert into voordeur.belgesprek (id, nr, stand, kenmerken, organisaties, begonnen, gewijzigd_ms, is_voorbij,
        volgend_ms, gehoord)
      select lpad(n::text, 22, 'x'), nr, stand, '{}', organisaties, begonnen, gewijzigd_ms, false, volgend_ms,
        now() - interval '1 hour' from voordeur.belgesprek, generate_series(1, 500) n`,
  )
  const gebeld = await node.gesprekken.bel(esra, { organisatie: svb })
  assert.ok(gebeld.status === 'ok')
  later(TELEFOON_MS * 2)
  await node.bewaak()
  assert.equal((await stand(gebeld.uitkomst.gesprek.id))?.deelnemers[1]?.stand, 'niet-opgenomen')
})

test('the number of a list of calls goes up by each change, whatever the clock of a node says, and by what is cleared away not down', async (t) => {
  const { proef, maak } = await open(t)
  const [voor, achter] = [maak(), maak({ achterMs: 3_600_000 })]
  const nummers: number[] = []
  const nummer = async () => void nummers.push(await voor.gesprekken.lijstnummer(bo))
  await nummer()
  const gebeld = await voor.gesprekken.bel(esra, { organisatie: svb })
  assert.ok(gebeld.status === 'ok')
  await nummer()
  await achter.gesprekken.neemOp(bo, gebeld.uitkomst.gesprek.id)
  await nummer()
  await achter.gesprekken.bel(esra, { organisatie: svb })
  await nummer()
  assert.deepEqual(
    nummers.toSorted((a, b) => a - b).filter((nr, i, rij) => nr !== rij[i - 1]),
    nummers,
  )
  const opruimer = belgesprekOpruimer(proef.alsRol('bewaring'))
  assert.equal(await opruimer.ruimOp(new Date('2026-03-03T10:00:00Z')), 2)
  assert.equal(await voor.gesprekken.lijstnummer(bo), nummers.at(-1))
  await voor.gesprekken.bel(esra, { organisatie: svb })
  assert.ok((await voor.gesprekken.lijstnummer(bo)) > (nummers.at(-1) ?? 0))
  // Of another organisation nothing is counted.
  assert.equal(await voor.gesprekken.lijstnummer(werker('x', proeforganisatie('uwv'))), 0)
})

test('several calls are written in one order, so that two nodes never wait for each other', async (t) => {
  const { proef, store, maak } = await open(t)
  const { gesprekken } = maak()
  const beide = []
  // In the table the other way round.
  for (const letter of ['b', 'a']) {
    const uit = await gesprekken.bel(werker(letter, gemeente), { id: letter.repeat(22) })
    assert.ok(uit.status === 'ok')
    beide.push(uit.uitkomst.gesprek)
  }
  const [laatst, eerst] = beide
  assert.ok(eerst && laatst)
  const volgende = (een: typeof eerst) => ({ ...een, nr: een.nr + 1 })
  for (const schrijf of [
    () => store.hoort([laatst.id, eerst.id]),
    // The first goes alone, what comes meanwhile goes together.
    () =>
      Promise.all([
        store.bewaar({ ...eerst, nr: 9 }, false),
        store.bewaar(volgende(laatst), false),
        store.bewaar(volgende(eerst), false),
      ]),
  ]) {
    const [houder, kijker] = [await eigenClient(proef), await eigenClient(proef)]
    await houder.query('begin')
    await houder.query('select 1 from voordeur.belgesprek where id = $1 for update', [laatst.id])
    const klaar = schrijf()
    const wacht = `select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    while ((await kijker.query(wacht)).rows[0].n === 0) await new Promise((verder) => setImmediate(verder))
    // It waits for the last one, and has the first by then.
    await assert.rejects(
      kijker.query('select 1 from voordeur.belgesprek where id = $1 for update nowait', [eerst.id]),
      /could not obtain lock/,
    )
    await houder.query('commit')
    await klaar
    await Promise.all([houder.end(), kijker.end()])
  }
})
