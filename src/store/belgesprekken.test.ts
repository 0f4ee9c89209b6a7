import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import {
  type Belwerker,
  createGesprekken,
  createSeinpost,
  type Hoort,
  TELEFOON_MS,
  VERTROKKEN_MS,
} from '../lijnen/index.ts'
import { belgesprekOpruimer, belgesprekOpslag } from './belgesprekken.ts'
import { openProefdatabank } from './proefdatabank.ts'

const [gemeente, svb, uwv] = ['gemeente-rotterdam', 'svb', 'uwv'].map((id) => proeforganisatie(id)) as [
  ReturnType<typeof proeforganisatie>,
  ReturnType<typeof proeforganisatie>,
  ReturnType<typeof proeforganisatie>,
]

/** Where nobody logs in. */
const ergens = proeforganisatie('ergens')

function werker(medewerker: string, organisatie: typeof svb, zaken: readonly string[] = []): Belwerker {
  return { medewerker, organisatie, naam: medewerker, magZaak: async (zaak) => zaken.includes(zaak) }
}

async function open(t: Parameters<typeof openProefdatabank>[0], telefoon = { perGesprek: 2, perUur: 3 }) {
  const { databank, alsRol } = await openProefdatabank(t)
  const store = belgesprekOpslag(databank)
  let nu = new Date('2026-03-02T10:00:00Z')
  /** `voorMs`: so much the clock of its machine is ahead. */
  const maak = (voorMs = 0) => {
    /** Each change, and whether it is one for lists of calls as well. */
    const gewijzigd: boolean[] = []
    const gesprekken = createGesprekken({
      store,
      gewijzigd: (gesprek, isOokLijst) => {
        gewijzigd.push(isOokLijst)
        void post.isGewijzigd(gesprek.id, gesprek)
      },
      ...{ nu: () => nu, toeval: randomBytes },
      isHier: (organisatie) => organisatie !== ergens,
      telefoon,
    })
    /** What browsers say to each other, and that somebody opened their call anew. */
    const [uit, geopend]: [string[], string[]] = [[], []]
    const post = createSeinpost({
      ...{
        gesprekken,
        vind: store.vind,
        turn: undefined,
        nu: () => nu,
        turnNu: () => new Date(nu.getTime() + voorMs),
        meng: async () => undefined,
      },
      naarAndere: async (bericht) => void (JSON.parse(bericht).length === 3 ? geopend : uit).push(bericht),
      klacht: (fout) => assert.fail(String(fout)),
    })
    return { gesprekken, post, uit, geopend, gewijzigd }
  }
  return { maak, store, alsRol, later: (ms: number) => (nu = new Date(nu.getTime() + ms)) }
}

test('it rings at no organisation where nobody can log in, whatever a form says', async (t) => {
  const { maak } = await open(t)
  const { gesprekken, gewijzigd } = maak()
  const esra = werker('esra', gemeente)
  assert.equal((await gesprekken.bel(esra, { organisatie: ergens })).status, 'geweigerd')
  const alleen = await gesprekken.bel(esra, {})
  assert.ok(alleen.status === 'ok')
  const { id } = alleen.uitkomst.gesprek
  const uit = await gesprekken.roepErbij(esra, id, ergens)
  assert.deepEqual(uit, { status: 'geweigerd', reden: 'niet-gevonden' })
  assert.equal(gewijzigd.length, 1)
  assert.equal((await gesprekken.roepErbij(esra, id, svb)).status, 'ok')
})

test('telephones are dialled so often in one call and by one professional in an hour, and no more', async (t) => {
  const { maak, later } = await open(t)
  const { gesprekken } = maak()
  const [esra, ander] = [werker('esra', gemeente), werker('bo', gemeente)]
  const begin = async (wie: Belwerker) => {
    const uit = await gesprekken.bel(wie, {})
    assert.ok(uit.status === 'ok')
    return uit.uitkomst.gesprek.id
  }
  const bel = async (wie: Belwerker, id: string) => {
    const uit = await gesprekken.roepTelefoon(wie, id, 'inwoner')
    if (uit.status !== 'ok') return uit.reden
    await gesprekken.meldTelefoon(id, uit.uitkomst.deelnemer, 'niet-opgenomen')
    return 'ok'
  }
  const eerste = await begin(esra)
  assert.deepEqual([await bel(esra, eerste), await bel(esra, eerste)], ['ok', 'ok'])
  assert.equal(await bel(esra, eerste), 'te-vaak')
  const tweede = await begin(esra)
  assert.deepEqual([await bel(esra, tweede), await bel(esra, tweede)], ['ok', 'te-vaak'])
  assert.equal(await bel(ander, await begin(ander)), 'ok')
  later(3_600_000)
  assert.equal(await bel(esra, await begin(esra)), 'ok')
})

test('who presses at once in several calls, on two nodes, dials no more than may be', async (t) => {
  const { maak } = await open(t, { perGesprek: 2, perUur: 3 })
  const nodes = [maak().gesprekken, maak().gesprekken] as const
  const esra = werker('esra', gemeente)
  const ids = await Promise.all(
    [0, 1, 2, 3].map(async () => {
      const uit = await nodes[0].bel(esra, {})
      return uit.status === 'ok' ? uit.uitkomst.gesprek.id : assert.fail(uit.reden)
    }),
  )
  const belAlle = () =>
    Promise.all(
      nodes.flatMap((node) => ids.map(async (id) => (await node.roepTelefoon(esra, id, 'inwoner')).status)),
    )
  assert.equal((await belAlle()).filter((status) => status === 'ok').length, 3)
})

test('a call about a case is for who may see the case, another organisation sees none of it, and one takes it', async (t) => {
  const { maak, store, alsRol } = await open(t)
  const { gesprekken } = maak()
  const esra = werker('esra', gemeente, ['zaak-1'])
  assert.equal((await gesprekken.bel(esra, { organisatie: svb, ketenzaak: 'zaak-2' })).status, 'geweigerd')
  const gebeld = await gesprekken.bel(esra, { organisatie: svb, ketenzaak: 'zaak-1' })
  assert.ok(gebeld.status === 'ok')
  const { id } = gebeld.uitkomst.gesprek
  assert.match(id, /^[\w-]{22}$/)
  const [bo, zonder] = [werker('bo', svb, ['zaak-1']), werker('jo', svb)]
  assert.equal((await gesprekken.lijst(bo)).gaatOver.length, 1)
  assert.deepEqual(await gesprekken.lijst(zonder), { gaatOver: [], in: [] })
  assert.deepEqual(await store.vanOrganisatie(werker('x', uwv, ['zaak-1'])), [])
  for (const ander of [zonder, werker('x', uwv, ['zaak-1'])])
    assert.equal((await gesprekken.neemOp(ander, id)).status, 'geweigerd')
  const samen = await Promise.all(
    [bo, werker('fee', svb, ['zaak-1'])].map((een) => gesprekken.neemOp(een, id)),
  )
  assert.deepEqual(samen.map(({ status }) => status).sort(), ['geweigerd', 'ok'])
  assert.equal(await gesprekken.alsMedewerker(werker('esra', uwv, ['zaak-1']), id), undefined)
  // Whoever may not see the case any more is not in a call about it.
  assert.equal(await gesprekken.alsMedewerker(werker('esra', gemeente), id), undefined)
  assert.ok(await gesprekken.alsMedewerker(esra, id))
  assert.equal(await store.bewaar({ ...gebeld.uitkomst.gesprek, nr: 2 }, true), 'ingehaald')
  const opruimer = belgesprekOpruimer(alsRol('bewaring'))
  assert.equal(await opruimer.ruimOp(new Date('2026-03-02T10:00:00Z')), 0)
  assert.equal(await opruimer.ruimOp(new Date('2026-03-02T10:00:01Z')), 1)
})

test('a code lets one browser in once, and what is kept opens nothing; over two nodes only who is in the call signals', async (t) => {
  const { maak, store, later } = await open(t)
  const [een, twee] = [maak(), maak()]
  const esra = werker('esra', gemeente)
  const gebeld = await een.gesprekken.bel(esra, {})
  assert.ok(gebeld.status === 'ok')
  const { id } = gebeld.uitkomst.gesprek
  const uitgenodigd = await een.gesprekken.nodigUit(esra, id, 'inwoner')
  assert.ok(uitgenodigd.status === 'ok')
  const { code } = uitgenodigd.uitkomst
  assert.equal(JSON.stringify(await store.vind(id)).includes(code.replaceAll('-', '')), false)
  assert.equal(await twee.gesprekken.metCode('0000-0000-0000-0000'), undefined)
  const binnen = await twee.gesprekken.metCode(` ${code.toLowerCase()} `)
  assert.ok(binnen)
  assert.equal(await twee.gesprekken.metCode(code), undefined)
  const gast = await twee.gesprekken.alsGast(binnen.sleutel)
  assert.ok(gast)
  const bekend = JSON.stringify(gast.gesprek)
  for (const [, hash = ''] of bekend.matchAll(/"ingang":"(\w+)"/g))
    assert.equal(await twee.gesprekken.alsGast(hash), undefined)

  const gehoord: Hoort[] = []
  const gesloten: string[] = []
  const draad = (wie: string) => ({
    zend: (bericht: Hoort) => void gehoord.push(bericht),
    sluit: (waarom: string) => void gesloten.push(`${wie} ${waarom}`),
  })
  const eigen = await een.gesprekken.alsMedewerker(esra, id)
  assert.ok(eigen)
  const balie = een.post.verbind(eigen, draad('balie'))
  const inwoner = twee.post.verbind(gast, draad('inwoner'))
  const hallo = (aan: string) => JSON.stringify({ soort: 'sein', aan, sein: { soort: 'hallo', plek: 'p1' } })
  gehoord.length = 0
  await balie.zegt(hallo(gast.deelnemer))
  assert.deepEqual([een.uit.length, gehoord.length], [1, 0])
  twee.post.vanAndere(een.uit[0] ?? '')
  assert.deepEqual(gehoord, [{ soort: 'sein', van: eigen.deelnemer, sein: { soort: 'hallo', plek: 'p1' } }])
  // Somebody of another call, with every id in hand: nothing arrives.
  const vreemd = await een.gesprekken.bel(werker('mallory', uwv), {})
  assert.ok(vreemd.status === 'ok')
  const mallory = een.post.verbind(vreemd.uitkomst, draad('mallory'))
  gehoord.length = 0
  for (const aan of [gast.deelnemer, eigen.deelnemer, vreemd.uitkomst.deelnemer])
    await mallory.zegt(hallo(aan))
  assert.deepEqual([een.uit.length, gehoord.length], [1, 0])
  // Who floods is let go.
  for (let i = 0; i < 200; i++) await mallory.zegt(hallo(gast.deelnemer))
  assert.ok(gesloten.includes('mallory onjuist'))
  // The desk hangs up: the resident, alone, is in no call, and their key opens nothing.
  await een.gesprekken.gaWeg(eigen)
  await twee.post.kijkNa()
  assert.ok(gesloten.includes('inwoner voorbij'))
  gehoord.length = 0
  await inwoner.zegt(hallo(eigen.deelnemer))
  assert.deepEqual(gehoord, [])
  assert.equal(await twee.gesprekken.alsGast(binnen.sleutel), undefined)
  later(1)
})

test('a code that was withdrawn and a guest who was let go open nothing any more, on any node', async (t) => {
  const { maak } = await open(t)
  const [een, twee] = [maak(), maak()]
  const [esra, bo] = [werker('esra', gemeente), werker('bo', svb)]
  const gebeld = await een.gesprekken.bel(esra, { organisatie: svb })
  assert.ok(gebeld.status === 'ok')
  const { id } = gebeld.uitkomst.gesprek
  assert.equal((await een.gesprekken.neemOp(bo, id)).status, 'ok')
  const nodig = async () => {
    const uit = await een.gesprekken.nodigUit(esra, id, 'inwoner')
    assert.ok(uit.status === 'ok')
    const wie = (await een.gesprekken.alsMedewerker(esra, id))?.gesprek.deelnemers.at(-1)?.id ?? ''
    return { code: uit.uitkomst.code, wie }
  }
  const verkeerd = await nodig()
  assert.equal((await twee.gesprekken.haalWeg(werker('mallory', uwv), id, verkeerd.wie)).status, 'geweigerd')
  assert.equal((await twee.gesprekken.haalWeg(bo, id, verkeerd.wie)).status, 'ok')
  assert.equal(await twee.gesprekken.metCode(verkeerd.code), undefined)
  const { code, wie } = await nodig()
  const binnen = await twee.gesprekken.metCode(code)
  const gast = binnen && (await twee.gesprekken.alsGast(binnen.sleutel))
  assert.ok(gast)
  const gesloten: string[] = []
  twee.post.verbind(gast, { zend: () => {}, sluit: (waarom) => void gesloten.push(waarom) })
  assert.equal((await een.gesprekken.haalWeg(esra, id, wie)).status, 'ok')
  await twee.post.kijkNa()
  assert.deepEqual(gesloten, ['voorbij'])
  assert.equal(await twee.gesprekken.alsGast(binnen?.sleutel ?? ''), undefined)
})

test('who opens their call once more, on whatever node, is heard in the last window alone', async (t) => {
  const { maak, later } = await open(t)
  const [een, twee] = [maak(), maak()]
  const gebeld = await een.gesprekken.bel(werker('esra', gemeente), { organisatie: svb })
  assert.ok(gebeld.status === 'ok')
  assert.equal((await een.gesprekken.neemOp(werker('bo', svb), gebeld.uitkomst.gesprek.id)).status, 'ok')
  const bo = await een.gesprekken.alsMedewerker(werker('bo', svb), gebeld.uitkomst.gesprek.id)
  assert.ok(bo)
  const gesloten: string[] = []
  const venster = (wie: string) => ({
    zend: () => {},
    sluit: (waarom: string) => void gesloten.push(`${wie} ${waarom}`),
  })
  een.post.verbind(bo, venster('de ander'))
  een.post.verbind(gebeld.uitkomst, venster('eerste'))
  later(1)
  een.post.verbind(gebeld.uitkomst, venster('tweede'))
  assert.deepEqual(gesloten.splice(0), ['eerste elders'])
  later(1)
  twee.post.verbind(gebeld.uitkomst, venster('derde'))
  for (const bericht of twee.geopend) een.post.vanAndere(bericht)
  assert.ok(gesloten.includes('tweede elders'))
  gesloten.length = 0
  // Heard late, it ends nothing that was opened after it.
  for (const bericht of een.geopend) twee.post.vanAndere(bericht)
  assert.deepEqual(gesloten, [])
})

test('however many colleagues are in a call, one’s own and what rings stand in the list', async (t) => {
  const { maak, later } = await open(t)
  const { gesprekken } = maak()
  const [bo, esra] = [werker('bo', svb), werker('esra', gemeente)]
  assert.equal((await gesprekken.bel(bo, {})).status, 'ok')
  assert.equal((await gesprekken.bel(esra, { organisatie: svb })).status, 'ok')
  assert.equal((await gesprekken.bel(esra, { organisatie: svb, medewerker: 'jo' })).status, 'ok')
  later(1_000)
  for (let n = 0; n < 201; n++) await gesprekken.bel(werker(`collega-${n}`, svb), {})
  const lijst = await gesprekken.lijst(bo)
  assert.deepEqual([lijst.in.length, lijst.gaatOver.length], [1, 1])
})

test('who closes the page of their call and opens it nowhere again has hung up; a network that breaks is no hanging up', async (t) => {
  const { maak, store, later } = await open(t)
  // However far one machine is ahead.
  const [een, twee] = [maak(60_000), maak()]
  const [esra, bo] = [werker('esra', gemeente), werker('bo', svb)]
  const gebeld = await een.gesprekken.bel(esra, { organisatie: svb })
  assert.ok(gebeld.status === 'ok')
  const { id } = gebeld.uitkomst.gesprek
  assert.equal((await een.gesprekken.neemOp(bo, id)).status, 'ok')
  const bijBo = await een.gesprekken.alsMedewerker(bo, id)
  assert.ok(bijBo)
  const draad = { zend: () => {}, sluit: () => {} }
  const standen = async () => {
    for (const { post } of [een, twee]) await post.ruimVertrokken()
    return (await store.vind(id))?.deelnemers.map(({ stand }) => stand)
  }
  een.post.verbind(gebeld.uitkomst, draad).weg(false)
  const eerste = een.post.verbind(bijBo, draad)
  later(10 * VERTROKKEN_MS)
  assert.deepEqual(await standen(), ['in-gesprek', 'in-gesprek'])
  // Opened again on another node, as after a reload.
  eerste.weg(true)
  later(1_000)
  const tweede = twee.post.verbind(bijBo, draad)
  een.post.vanAndere(twee.geopend.at(-1) ?? '')
  later(VERTROKKEN_MS)
  assert.deepEqual(await standen(), ['in-gesprek', 'in-gesprek'])
  tweede.weg(true)
  later(VERTROKKEN_MS - 1)
  assert.deepEqual(await standen(), ['in-gesprek', 'in-gesprek'])
  later(1)
  assert.deepEqual(await standen(), ['weg', 'weg'])
  assert.notEqual((await store.vind(id))?.beeindigdMs, undefined)
})

test('what somebody may say is no more by a new wire, and a clock that goes back breaks nothing', async (t) => {
  const { maak, later } = await open(t)
  const { gesprekken, post, gewijzigd } = maak()
  const gebeld = await gesprekken.bel(werker('esra', gemeente), { organisatie: svb })
  assert.ok(gebeld.status === 'ok')
  const gesloten: string[] = []
  // Nobody else of this call is on this node.
  const verbind = () =>
    post.verbind(gebeld.uitkomst, { zend: () => {}, sluit: (waarom) => void gesloten.push(waarom) })
  const hallo = JSON.stringify({ soort: 'sein', aan: 'niemand', sein: { soort: 'hallo', plek: 'p1' } })
  const zeg = async (draad: ReturnType<typeof verbind>, keer: number) => {
    for (let n = 0; n < keer; n++) await draad.zegt(hallo)
  }
  const eerst = verbind()
  await zeg(eerst, 150)
  assert.deepEqual(gesloten, [])
  eerst.weg()
  const weer = verbind()
  await zeg(weer, 1)
  assert.deepEqual(gesloten, ['onjuist'])
  later(1_000)
  await zeg(weer, 10)
  later(-3_600_000)
  await zeg(weer, 5)
  later(1_000)
  await zeg(weer, 14)
  assert.deepEqual(gesloten, ['onjuist'])
  // That somebody mutes themselves is told to who is in the call, and changes no list of calls.
  const voor = await gesprekken.lijstnummer(werker('bo', svb))
  later(5_000)
  const aantal = gewijzigd.length
  await weer.zegt(JSON.stringify({ soort: 'zet', isGedempt: true, staatInWacht: false }))
  assert.equal(gewijzigd.length, aantal + 1)
  assert.deepEqual([gewijzigd.at(-1), await gesprekken.lijstnummer(werker('bo', svb))], [false, voor])
})

test('a telephone is there while its node says so, which tells nobody anything; when that node is gone another one says so', async (t) => {
  const { maak, store, later } = await open(t)
  const [een, twee] = [maak(), maak()]
  const [esra, bo] = [werker('esra', gemeente), werker('bo', svb)]
  const gebeld = await een.gesprekken.bel(esra, { organisatie: svb })
  assert.ok(gebeld.status === 'ok')
  const { id } = gebeld.uitkomst.gesprek
  assert.equal((await een.gesprekken.neemOp(bo, id)).status, 'ok')
  const telefoon = await een.gesprekken.roepTelefoon(esra, id, 'inwoner')
  assert.ok(telefoon.status === 'ok')
  const wie = telefoon.uitkomst.deelnemer
  assert.equal(await een.gesprekken.leeftTelefoon(id, wie), true)
  assert.equal(await een.gesprekken.leeftTelefoon(id, 'niemand'), false)
  assert.equal(await een.gesprekken.leeftTelefoon('niets', wie), false)
  assert.equal(await een.gesprekken.meldTelefoon(id, wie, 'opgenomen'), true)
  const stand = async () =>
    (await store.vind(id))?.deelnemers.find((deelnemer) => deelnemer.id === wie)?.stand
  const verteld = een.gewijzigd.length
  for (const ms of [TELEFOON_MS - 1, TELEFOON_MS - 1]) {
    later(ms)
    assert.equal(await een.gesprekken.leeftTelefoon(id, wie), true)
    await twee.gesprekken.naTijd(id)
  }
  assert.deepEqual([await stand(), een.gewijzigd.length, twee.gewijzigd.length], ['in-gesprek', verteld, 0])
  const gehoord: Hoort[] = []
  const bij = await twee.gesprekken.alsMedewerker(bo, id)
  assert.ok(bij)
  twee.post.verbind(bij, { zend: (bericht) => void gehoord.push(bericht), sluit: () => {} })
  later(TELEFOON_MS)
  for (const gesprek of twee.post.lopend()) await twee.gesprekken.naTijd(gesprek)
  assert.equal(await stand(), 'weg')
  assert.deepEqual(
    gehoord.flatMap((een) => (een.soort === 'gesprek' ? [een.isGemengd] : [])),
    [true, false],
  )
  // Who held it after all, and was only slow, lets go.
  assert.equal(await een.gesprekken.leeftTelefoon(id, wie), false)
})
