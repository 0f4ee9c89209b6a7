import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { createNaspeler, type Naspeler, openGids } from '../lijnen/index.ts'
import { nooit, proefbalieZonderMensen } from './proefbalie.ts'
import { keurPagina } from './proefkeuring.ts'
import { Bezoeker, proefdag, proefweb } from './proefweb.ts'

async function opstelling({ naspeler }: { readonly naspeler?: Naspeler } = {}) {
  const { sessies, balie: leeg } = proefbalieZonderMensen()
  const gids = openGids({
    store: {
      alle: async () => [],
      bewaar: nooit,
      verwijder: nooit,
      bevestig: nooit,
      vraagNa: nooit,
    },
    wachtrijen: { lees: async () => undefined, bezet: async () => new Map(), noteer: nooit },
    isHier: () => true,
    nu: () => proefdag,
    meldFout: () => undefined,
  })
  const balie = {
    ...leeg,
    gids,
    naspeler,
  }
  const app = proefweb({}, { balie })
  const wie = {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: proeforganisatie('svb'),
    rollen: ['klantcontact'],
    doelen: [],
  } as const
  const { token } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
  const bezoeker = new Bezoeker(app)
  bezoeker.koekjes = `voordeur-balie=${token}`
  return { bezoeker }
}

const vraag = (deel: Record<string, string> = {}) =>
  `/balie/lijnen/model?${new URLSearchParams({
    ...{ medewerkers: '50', bezetting: '95', aandeel: '3', minuten: '8', geduld: '', team: '2', k: '1' },
    ...deel,
  })}`

/** The cells of the large table: first what a row is called, then its figures. */
function rijen(pagina: string): string[][] {
  const tabel = /aria-labelledby="tabel">([\s\S]*?)<\/table>/.exec(pagina)?.[1] ?? ''
  return [...tabel.matchAll(/<tr><th scope="row">([\s\S]*?)<\/tr>/g)].map(([, rij = '']) =>
    rij.split(/<\/?t[hd][^>]*>/).filter((cel) => cel !== ''),
  )
}

test('the page gives the check values, in each arrangement', async () => {
  const { bezoeker } = await opstelling()
  for (const [medewerkers, bezetting, rij, lijn, publiek, langer] of [
    ['50', '85', '12,1', '1,9', '12,5', '2,6%'],
    ['50', '90', '34,9', '3,6', '35,9', '2,8%'],
    ['50', '95', '120,8', '6,2', '124,3', '2,9%'],
    ['50', '97', '244,5', '7,6', '251,9', '3%'],
    ['200', '95', '17,5', '0,9', '18', '2,9%'],
  ] as const) {
    const { body } = await bezoeker.haal(vraag({ medewerkers, bezetting }))
    const [een, hier, daar] = rijen(body)
    assert.deepEqual([een?.[1], hier?.[1], daar?.[1]], [rij, lijn, publiek], `${medewerkers} ${bezetting}`)
    assert.ok(body.includes(`Dat is ${langer} langer dan in één rij`), `${medewerkers} ${bezetting}`)
  }
  const { body } = await bezoeker.haal(vraag({ medewerkers: '10' }))
  assert.deepEqual(
    rijen(body)
      .slice(0, 3)
      .map((een) => Math.round(Number(een[1]?.replace(',', '.')))),
    [793, 41, 816],
  )
})

test('teams of their own: two and three wait longer, and with four the public has too few people', async () => {
  const { bezoeker } = await opstelling()
  const team = async (n: string) => {
    const { body } = await bezoeker.haal(vraag({ team: n }))
    return {
      body,
      cellen: rijen(body)
        .slice(3)
        .map((een) => een[1]),
    }
  }
  assert.deepEqual((await team('2')).cellen, ['494,9', '174,4'])
  assert.deepEqual((await team('3')).cellen, ['64,2', '438,7'])
  const vier = await team('4')
  assert.equal(vier.cellen[1], 'groeit')
  assert.match(vier.body, /blijven er te weinig mensen over voor inwoners/)
  assert.match(vier.body, /te weinig mensen: 0,6 wachtenden erbij per uur/)
})

test('too busy is no fault: it says how fast the queue grows, and with people who hang up there is an answer', async () => {
  const { bezoeker } = await opstelling()
  const { body, statusCode } = await bezoeker.haal(vraag({ bezetting: '105' }))
  assert.equal(statusCode, 200)
  assert.match(body, /De rij groeit met 18,8 wachtenden per uur/)
  const { body: met } = await bezoeker.haal(vraag({ bezetting: '105', geduld: '10' }))
  // Erlang A: 0.78 minutes.
  assert.equal(Math.round(Number(rijen(met)[0]?.[1]?.replace(',', '.'))), 47)
  assert.match(met, /omdat mensen ophangen/)
})

test('what makes no sense comes back with every fault at its field, and nothing is reckoned', async () => {
  const { bezoeker } = await opstelling()
  const { body, statusCode } = await bezoeker.haal(
    vraag({ medewerkers: '1', bezetting: 'veel', minuten: '0', aandeel: '60', geduld: '<b>', k: '-1' }),
  )
  assert.equal(statusCode, 400)
  for (const veld of ['medewerkers', 'bezetting', 'minuten', 'aandeel', 'geduld', 'k'])
    assert.ok(body.includes(`id="${veld}-fout"`), veld)
  assert.ok(!body.includes('<b>') && body.includes('value="&lt;b&gt;"'))
  assert.deepEqual(rijen(body), [])
  const { body: team } = await bezoeker.haal(vraag({ medewerkers: '10', team: '10' }))
  assert.match(team, /id="team-fout"[\s\S]*?hoogstens 9 in/)
})

test('whoever only looks plays nothing; who asked sees how far it is, and then the calls beside the formulas', async (t) => {
  const naspeler = createNaspeler()
  t.after(naspeler.sluit)
  const { bezoeker } = await opstelling({ naspeler })
  const { body: kaal } = await bezoeker.haal('/balie/lijnen/model')
  assert.match(kaal, /Dan spelen wij ook duizenden gesprekken na/)
  assert.deepEqual(rijen(kaal)[0]?.slice(1, 3), ['120,8', '–'])
  const klein = vraag({ medewerkers: '4', bezetting: '70', team: '1' })
  let { body } = await bezoeker.haal(klein)
  while (body.includes('data-klaar="nee"')) {
    assert.match(body, /<progress max="100"/)
    body = (await bezoeker.haal(klein)).body
  }
  assert.match(body, /dezelfde 40.000 gesprekken/)
  const [een, lijn] = rijen(body)
  const getal = (cel: string | undefined) => Number(cel?.replace(',', '.'))
  assert.ok(Math.abs(getal(een?.[2]) / getal(een?.[1]) - 1) < 0.2, String(een))
  assert.ok(Math.abs(getal(lijn?.[2]) / getal(lijn?.[1]) - 1) < 0.4, String(lijn))
})

test('it is a model and says so, in each language', async () => {
  const { bezoeker } = await opstelling()
  for (const [taal, woord] of [
    ['', 'Dit is een model, geen meting.'],
    ['/en', 'This is a model, not a measurement.'],
    ['/pap', 'Esaki ta un modelo, no un midimentu.'],
  ] as const) {
    const { body } = await bezoeker.haal(`${taal}/balie/lijnen/model`)
    assert.ok(body.includes(woord))
    assert.deepEqual(keurPagina(body), [])
  }
})
