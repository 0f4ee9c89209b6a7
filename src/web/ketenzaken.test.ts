import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { maakUuid7, parseDatum } from '../domain/index.ts'
import type { Afscheid, Ketenbeeld, Loket, Uitslag, Weigering } from '../loket/index.ts'
import { beslis } from '../toegang/index.ts'
import { isBelbaar, netjes } from './pages/loket/bereik.ts'
import { leesDag } from './pages/loket/velden.ts'
import { Bezoeker, proefdag, proefweb } from './proefweb.ts'
import { inTaal, talen } from './routes.ts'

const nieuwId = () => maakUuid7(proefdag, randomBytes)
const [ketenzaak, deelnemer, stap] = [nieuwId(), nieuwId(), nieuwId()]
const gemeente = proeforganisatie('gemeente-GM0599')
const termijn = parseDatum('2026-03-20')
assert.ok(termijn)

/** What a bank sees: its own step, whom to call, and nothing else. */
const beeld: Ketenbeeld = {
  zicht: {
    ...{ id: ketenzaak, nummer: 'K-1', nr: 7, als: 'deelnemer', deelnemer, stand: 'open', geopend: proefdag },
    ingang: 'balie',
    regie: { organisatie: gemeente, aanspreekpunt: 'Esra <b>, 14 010' },
    onderdelen: [],
    stappen: [
      {
        ...{ stap, eigenaar: { soort: 'partij', deelnemer }, stand: 'gevraagd', termijn, wachtOp: [] },
        isAfgeschermd: false,
        titel: { soort: 'vrij', tekst: '<script>alert(1)</script>' },
      },
    ],
    deelnemers: [],
    delingen: [],
    opschalingen: [],
    doorzendingen: [],
    verzoeken: [],
    kan: ['aanvaard-stap', 'weiger-stap', 'voeg-toe'],
  },
  zin: { nu: [], daarna: [], kritiek: [], wachten: [] },
  verloop: [],
  herkomst: { plaatsen: {}, standen: [] },
}

function opstelling({
  weigering = 'code-onbekend',
  uitslag = { status: 'ok', nr: 8, isHerhaald: false, isSamengevoegd: false },
  begrens = false,
  einde,
}: {
  readonly weigering?: Weigering['reden'] | 'geen'
  readonly uitslag?: Uitslag
  readonly begrens?: boolean
  /** They are in no more. */
  readonly einde?: Afscheid
} = {}) {
  const gedaan: unknown[] = []
  const nooit = () => Promise.reject(new Error('dit vraagt hier niemand'))
  const loket: Loket = {
    ...{ nieuwId, open: nooit, nodigUit: nooit, eigen: nooit, wieZag: nooit, werkvoorraad: nooit },
    ...{ werkbladen: nooit, klok: nooit, zend: nooit, volg: nooit, brengAan: nooit, ontvangers: () => [] },
    ...{ vindNummer: nooit, overBetrokkene: nooit, vanGeholpene: nooit },
    afscheid: async () => einde,
    onaf: { bewaar: nooit, haal: nooit, vergeet: nooit },
    doe: async (vrager, kop, opdracht) => {
      gedaan.push({ vrager: vrager.subject.soort, ...kop, opdracht })
      return uitslag
    },
    meldAan: async () =>
      weigering === 'geen'
        ? { status: 'ok', ketenzaak, deelnemer, sleutel: 'sleutel-1' }
        : { status: 'geweigerd', weigering: { reden: weigering } as Weigering },
    genodigde: async (sleutel) =>
      sleutel === 'sleutel-1' ? { soort: 'genodigde', ketenzaak, deelnemer } : undefined,
    bekijk: async (_vrager, id) => (id === ketenzaak && einde === undefined ? beeld : undefined),
    overzie: async (_vrager, id) => (id === ketenzaak ? beeld : undefined),
  }
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const geteld: string[] = []
  const app = proefweb(
    {},
    {
      loket: { loket, beslis: (vraag) => beslis(register, vraag), bedrijfBij: nooit },
      begrenzer: {
        tel: async (actie) => {
          geteld.push(actie)
          return begrens ? { mag: false, per: 'adres', seconden: 60 } : { mag: true }
        },
      },
    },
  )
  return { bezoeker: new Bezoeker(app), gedaan, geteld }
}

const code = { code: 'AAAA-BBBB-CCCC-DDDD', ondertekenaar: 'Sven, Maasbank', geheim: 'ja' }

test('a wrong code, one that was used and one that is over get the same page with the same status, in each language', async () => {
  for (const taal of talen) {
    const antwoorden = new Set<string>()
    for (const weigering of ['code-onbekend', 'code-gebruikt', 'code-verlopen', 'gesloten'] as const) {
      const { bezoeker, geteld } = opstelling({ weigering })
      const { statusCode, body } = await bezoeker.stuur(inTaal(taal, '/meewerken'), code)
      antwoorden.add(`${statusCode} ${body}`)
      assert.equal(bezoeker.koekjes, '')
      assert.deepEqual(geteld, ['meewerkcode'])
      assert.ok(!body.includes(code.code))
    }
    assert.equal(antwoorden.size, 1, taal)
    assert.match([...antwoorden][0] ?? '', /^400 /)
  }
})

test('of a code that works and asks for a login is said which; it comes back in no page', async () => {
  for (const taal of talen)
    for (const weigering of ['bedrijf-nodig', 'ander-bedrijf'] as const) {
      const { bezoeker } = opstelling({ weigering })
      const { statusCode, body } = await bezoeker.stuur(inTaal(taal, '/meewerken'), code)
      assert.equal(statusCode, 400)
      assert.match(body, /eHerkenning|empresa|company|bedrijf/)
      assert.equal(bezoeker.koekjes, '')
      assert.ok(!body.includes(code.code))
    }
})

test('nobody is let in before they signed, nor when it was tried too often', async () => {
  const { bezoeker } = opstelling({ weigering: 'geen' })
  const { statusCode, body } = await bezoeker.stuur('/meewerken', { ...code, geheim: '' })
  assert.equal(statusCode, 400)
  assert.match(body, /value="AAAA-BBBB-CCCC-DDDD"/, 'nothing was tried: it is not typed twice')
  assert.match(body, /<li><a href="#geheim">[^<]*geheim[^<]*: Zet hier een vinkje\.<\/a>/)
  const bsn = await bezoeker.stuur('/meewerken', { ...code, ondertekenaar: 'Sven, bsn 123456782' })
  assert.match(bsn.body, /Hier lijkt een burgerservicenummer in te staan/)
  assert.equal(bezoeker.koekjes, '')
  const vaak = opstelling({ weigering: 'geen', begrens: true })
  assert.equal((await vaak.bezoeker.stuur('/meewerken', code)).statusCode, 429)
})

test('an outside party sees its own step, with every text as text; without its key the page of the code and nothing else', async () => {
  const { bezoeker, gedaan } = opstelling({ weigering: 'geen' })
  const dicht = await bezoeker.haal('/meewerken/stap')
  assert.equal(dicht.statusCode, 401)
  assert.match(dicht.body, /name="code"/)
  await bezoeker.stuur('/meewerken', code)
  const { body, headers } = await bezoeker.haal('/meewerken/stap')
  assert.equal(headers['cache-control'], 'no-store')
  assert.match(body, /&lt;script&gt;alert/)
  assert.doesNotMatch(body, /<script>alert|<b>,/)
  const zonder = { opdracht: nieuwId(), verwacht: '7', over: stap, antwoord: 'weiger-stap', noot: '' }
  assert.equal((await bezoeker.stuur('/meewerken/stap', zonder)).statusCode, 400)
  assert.deepEqual(gedaan, [])
  const { statusCode } = await bezoeker.stuur('/meewerken/stap', { ...zonder, noot: 'Niet onze klant' })
  assert.equal(statusCode, 303)
  assert.deepEqual(gedaan, [
    {
      ...{ vrager: 'genodigde', id: zonder.opdracht, ketenzaak, verwacht: 7 },
      opdracht: { soort: 'weiger-stap', stap, reden: { woorden: 'Niet onze klant' } },
    },
  ])
  await bezoeker.stuur('/meewerken/uit', {})
  // The key itself ends: what was copied of it opens nothing either.
  assert.partialDeepStrictEqual(gedaan.at(-1), { ketenzaak, opdracht: { soort: 'beeindig-toegang' } })
  assert.equal((await bezoeker.haal('/meewerken/stap')).statusCode, 401)
})

test('an outside party that is in no more reads how it ended, on which day and whom to call, and nothing of the case', async () => {
  const wat = { nummer: 'ABCD-EFGH-0123', regie: gemeente, aanspreekpunt: 'Esra <b>, 14 010' }
  for (const [soort, zin] of [
    ['gesloten', /Deze ketenzaak is gesloten op 1 maart 2026/],
    ['weg', /Sinds 1 maart 2026 doet u niet meer mee/],
    ['verlopen', /Uw code gold tot 1 maart 2026/],
  ] as const) {
    const op = new Date('2026-03-01T12:00:00Z')
    const { bezoeker } = opstelling({ weigering: 'geen', einde: { soort, op, ...wat } })
    await bezoeker.stuur('/meewerken', code)
    const { statusCode, body } = await bezoeker.haal('/meewerken/stap')
    assert.equal(statusCode, 410)
    assert.match(body, zin)
    assert.match(body, /Esra &lt;b&gt;, 14 010/)
    assert.doesNotMatch(body, /alert\(1\)/)
    assert.equal((await bezoeker.haal('/meewerken/stap')).statusCode, 401, 'de sleutel is weg')
  }
})

test('when another was first, what they did is shown and what was typed is kept', async () => {
  const anderen = [{ nr: 8, op: proefdag, soort: 'stap-stand', van: { soort: 'klok' }, over: stap }] as const
  const { bezoeker } = opstelling({ weigering: 'geen', uitslag: { status: 'conflict', nr: 8, anderen } })
  await bezoeker.stuur('/meewerken', code)
  const velden = {
    opdracht: nieuwId(),
    verwacht: '7',
    over: stap,
    antwoord: 'aanvaard-stap',
    noot: 'Wij beginnen morgen',
  }
  const { statusCode, body } = await bezoeker.stuur('/meewerken/stap', velden)
  assert.equal(statusCode, 409)
  assert.match(body, /Wij beginnen morgen/)
  assert.match(body, /Stap verder/)
})

test('a key opens no page of a professional or a resident', async () => {
  const { bezoeker } = opstelling()
  bezoeker.koekjes = 'voordeur-meewerken=sleutel-1; voordeur-sessie=sleutel-1; voordeur-balie=sleutel-1'
  for (const pad of [`/balie/loket/${ketenzaak}`, `/mijn/loket/${ketenzaak}`, '/balie/loket'])
    assert.equal((await bezoeker.haal(pad)).statusCode, 401, pad)
  assert.equal((await bezoeker.haal('/meewerken/stap')).statusCode, 200)
})

test('whom the resident calls is a person with a number', () => {
  for (const tekst of ['Esra Havenstroom, 14 010', 'Piet (06) 12 34 56 78', 'Ann, +31 88 123 45 67'])
    assert.ok(isBelbaar(tekst), tekst)
  for (const tekst of ['Esra Havenstroom, ', '14 010', 'Esra, kamer 12', '', ', ,'])
    assert.ok(!isBelbaar(tekst), tekst)
  assert.equal(netjes(' Esra Havenstroom,, 14 010 ,'), 'Esra Havenstroom, 14 010')
})

test('a day is read as a browser sends it and as people write it, and nothing else is a day', () => {
  for (const tekst of ['2026-03-12', '12-3-2026', ' 12/03/2026 ', '12.3.2026'])
    assert.equal(leesDag(tekst), '2026-03-12', tekst)
  for (const tekst of ['', '31-2-2026', 'morgen', '12-3-26', '2026-13-01'])
    assert.equal(leesDag(tekst), undefined, tekst)
})
