import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { openProefaudit, proefbewijs } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { startDemo } from '../demo/index.ts'
import { type Bsn, maakPersoonId, type PersoonId, parseBsn } from '../domain/index.ts'
import { brpRegister } from '../inwoner/brp/brp.ts'
import { type BronId, type Terugmelding, verzendOpenstaande } from '../inwoner/index.ts'
import { inkomensRegister } from '../inwoner/inkomen/inkomen.ts'
import { terugmeldloket } from '../inwoner/terugmeldloket/terugmeldloket.ts'
import { createBron } from '../platform/bron/index.ts'
import { Proeftijd, vasteBytes } from '../platform/bron/proeftijd.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import { beslis, openSessies } from '../toegang/index.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import { geenAanbiedingen, geheugensessies } from './proefinwoner.ts'
import { proefkanalen, proefpost } from './proefkanalen.ts'
import { Bezoeker, padUit, proefbronnen, proefsleutel } from './proefweb.ts'
import { createWeb } from './register.ts'

const begin = '2026-03-01T10:00:00Z'

/** Pages, real adapters, and the made-up registers on their ports, each side with a clock of its own: nobody waits. */
async function opstelling(t: TestContext) {
  const [daar, hier] = [new Proeftijd(begin), new Proeftijd(begin)]
  const demo = await startDemo({ nu: daar.klok.nu, wekker: daar.wekker })
  const bronVan = (naam: BronId) =>
    createBron(
      { naam, basisUrl: demo[naam].url, aanmelden: async () => ({ 'x-api-key': demo[naam].sleutel }) },
      { klok: hier.klok, wekker: hier.wekker, toeval: vasteBytes(3), log: stilLog },
    )
  const bronnen = { brp: bronVan('brp'), inkomen: bronVan('inkomen') }
  t.after(async () => {
    for (const bron of Object.values(bronnen)) bron.sluit()
    await demo.sluit()
  })
  const ik = demo.bekenden.find(({ id }) => id === 'fatima')?.persoon
  assert.ok(ik)
  const { mijn, cookie, rijen } = await maakMijn({ bronnen, hier, demo, nummer: parseBsn(ik.bsn) })
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
  const web = createWeb({
    bronnen: proefbronnen({ nu: hier.klok.nu }),
    mijn,
    teksten,
    sleutel: proefsleutel,
    isHttps: false,
  })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const bezoeker = new Bezoeker(app)
  bezoeker.koekjes = cookie

  /** Lets time pass where somebody waits for it: short pauses at once, the whole time when only silence is left. */
  const tot = async <T>(belofte: Promise<T>): Promise<T> => {
    let isKlaar = false
    const klaar = belofte.finally(() => {
      isKlaar = true
    })
    const lopend = () => bronnen.brp.stand().lopend + bronnen.inkomen.stand().lopend
    while (!isKlaar) {
      await new Promise((verder) => setImmediate(verder))
      if ((hier.eerstvolgendeMs ?? 1_000) <= 400) hier.vooruit(400)
      else if (daar.wachtend > 0 && daar.wachtend === lopend()) hier.vooruit(3_000)
    }
    return klaar
  }
  const zet = async (bron: BronId, soort: string | null) => {
    const antwoord = await fetch(new URL('storing', demo[bron].beheerUrl), {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-beheersleutel': demo.beheersleutel },
      body: JSON.stringify({ soort }),
    })
    assert.equal(antwoord.status, 200)
    // A timer of an answer that nobody waits for any more would be waited for.
    daar.vooruit(60_000)
  }
  const haal = (url: string) => tot(bezoeker.haal(url))
  const stuur = (url: string, velden: Readonly<Record<string, string>>) => tot(bezoeker.stuur(url, velden))
  const verzend = () =>
    tot(
      verzendOpenstaande(
        {
          ...mijn.terugmelden,
          verwerkVoor:
            ({ persoon }) =>
            (_bron, fn) =>
              fn(proefbewijs(persoon)),
        },
        50,
      ),
    )
  return { demo, bronnen, hier, bezoeker, haal, stuur, zet, rijen, verzend }
}

/** Everything about residents but the database: that stands in maps. */
async function maakMijn({
  bronnen,
  hier,
  demo,
  nummer,
}: {
  bronnen: Record<BronId, ReturnType<typeof createBron>>
  hier: Proeftijd
  demo: Awaited<ReturnType<typeof startDemo>>
  nummer: Bsn | undefined
}) {
  const { nu } = hier.klok
  const persoon = maakPersoonId(nu(), randomBytes)
  const anderen = new Map<string, PersoonId>()
  const metBsn = async <T>(id: PersoonId, _doel: unknown, fn: (bsn: Bsn) => Promise<T>) =>
    nummer === undefined || id !== persoon
      ? ({ status: 'geen-bsn' } as const)
      : ({ status: 'ok', uitkomst: await fn(nummer) } as const)
  const rijen = new Map<string, Terugmelding>()
  const { audit } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const sessies = openSessies({ store: geheugensessies(), audit, nu, toeval: randomBytes })
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const mijn: MijnBronnen = {
    toegang: {
      // Who may ask, and on which record, is tested elsewhere; here it is about what comes back.
      audit: {
        ...audit,
        metVerwerking: async (wat, fn) => fn(proefbewijs(wat.betrokkenen, wat)),
      },
      sessies,
      aanbiedingen: geenAanbiedingen,
      kluis: { toonNummers: async () => [] },
      beslis: (wat) => beslis(register, wat),
      machtigingen: {
        vind: async () => undefined,
        alle: async () => [],
        geef: async () => ({ status: 'niet-de-gever' }),
        trekIn: async () => 'niet-gevonden',
      },
      leesInzage: async () => [],
      leesKeuzes: async () => ({ verwerkingen: [], organisaties: [] }),
      leesKop: async () => undefined,
    },
    inlog: {
      middelen: [],
      start: async () => ({ status: 'onbereikbaar' }),
      rond: async () => ({ status: 'geweigerd' }),
    },
    registers: {
      brp: brpRegister(bronnen.brp, {
        metBsn,
        personenBij: async (bsns) =>
          bsns.map((bsn) => {
            const gevonden = demo.bevolking.personen.find((een) => parseBsn(een.bsn)?.isGelijk(bsn) === true)
            const naam = String(gevonden?.nr)
            const id = anderen.get(naam) ?? maakPersoonId(nu(), randomBytes)
            anderen.set(naam, id)
            return id
          }),
        schrijfMeegekomen: async () => {},
      }),
      inkomen: inkomensRegister(bronnen.inkomen, metBsn),
    },
    ...proefpost(),
    kanalen: proefkanalen(),
    terugmelden: {
      store: {
        async bewaar(melding) {
          if (rijen.has(melding.id)) return false
          rijen.set(melding.id, melding)
          return true
        },
        async wijzig(_was, wordt) {
          rijen.set(wordt.id, wordt)
          return true
        },
        haal: async (_persoon, _bewijs, id) => rijen.get(id),
        vanPersoon: async () => [...rijen.values()],
        teVerzenden: async (op) =>
          [...rijen.values()].filter((een) => een.volgendePoging !== undefined && een.volgendePoging <= op),
      },
      loketten: {
        brp: terugmeldloket(bronnen.brp, metBsn),
        inkomen: terugmeldloket(bronnen.inkomen, metBsn),
      },
      nu,
    },
    verwerkingen: () => proefcorpus().verwerkingen,
    toeval: randomBytes,
  }
  const herkenning = { middel: 'digid', niveau: 'substantieel', bron: 'https://x.example', op: nu() } as const
  const wie = { soort: 'inwoner', persoon, herkenning } as const
  const { token } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
  return { mijn, cookie: `voordeur-sessie=${token}`, rijen }
}

/** What the page says of each way to fail. */
const zegt: Readonly<Record<string, string>> = {
  weg: 'Bij de bron ging iets mis.',
  traag: 'De bron antwoordde niet op tijd.',
  hangt: 'De bron antwoordde niet op tijd.',
  'fout-500': 'Bij de bron ging iets mis.',
  onzin: 'Wij konden het antwoord van de bron niet lezen.',
  'verkeerde-soort': 'Wij konden het antwoord van de bron niet lezen.',
  'ander-persoon': 'De bron gaf een verkeerd antwoord. Wij laten er niets van zien.',
  half: 'Bij de bron ging iets mis.',
}
const mist = {
  brp: 'Het personenregister ontbreekt op deze pagina.',
  inkomen: 'Uw inkomen en bezit ontbreken op deze pagina.',
} as const
const hoortBij = { brp: /Fatima/, inkomen: /2025: €/ } as const
const meldbaar = { brp: 'adres', inkomen: 'vermogen' } as const

for (const bron of ['brp', 'inkomen'] as const) {
  const ander = bron === 'brp' ? 'inkomen' : 'brp'
  for (const [soort, zin] of Object.entries(zegt)) {
    test(`${bron} ${soort}: each page says what is missing, the rest works, and nothing wrong is shown`, async (t) => {
      const { demo, haal, stuur, zet, rijen, verzend, bezoeker, hier } = await opstelling(t)
      // Known before it went wrong: where somebody lives, and a report that the source has.
      const vraag = await haal('/rechten/vraag?n=1')
      await stuur('/rechten/vraag', { pad: padUit(vraag.body), n: '1', gemeente: 'Rotterdam' })
      const gegeven = meldbaar[bron]
      await stuur(`/mijn/gegevens/klopt-niet/${gegeven}`, { toelichting: 'Eerder gemeld.' })
      assert.deepEqual(
        [...rijen.values()].map(({ status }) => status),
        ['ontvangen'],
      )
      await zet(bron, soort)

      const pagina = await haal('/mijn/gegevens')
      assert.equal(pagina.statusCode, 200)
      for (const tekst of [mist[bron], zin, 'De rest van deze pagina klopt wel.'])
        assert.ok(pagina.body.includes(tekst), tekst)
      assert.ok(!pagina.body.includes(mist[ander]))
      assert.match(pagina.body, hoortBij[ander])
      assert.doesNotMatch(pagina.body, hoortBij[bron])
      const vreemden = demo.bevolking.personen.filter(({ geslachtsnaam }) => geslachtsnaam !== 'Nourani')
      const namen = vreemden.map(({ voornamen, geslachtsnaam }) => `${voornamen} ${geslachtsnaam}`)
      assert.deepEqual(
        namen.filter((naam) => pagina.body.includes(naam)),
        [],
      )

      // Filling in: nothing of this source, and the other one goes on.
      const voor = bezoeker.koekjes
      const ingevuld = await stuur('/mijn/invullen', { bron })
      assert.equal(ingevuld.statusCode, 503)
      assert.ok(ingevuld.body.includes('De bron antwoordt nu niet. Er is niets ingevuld.'))
      assert.equal(bezoeker.koekjes, voor, 'er is niets bewaard')
      assert.equal((await stuur('/mijn/invullen', { bron: ander })).statusCode, 303)

      // «This is not right» is kept and sent later; what the source had is shown as it was, and so it says.
      hier.vooruit(20_000)
      const gemeld = await stuur(`/mijn/gegevens/klopt-niet/${gegeven}`, { toelichting: 'Nu gemeld.' })
      assert.equal(gemeld.statusCode, 303)
      const lijst = await haal(gemeld.headers.location ?? '')
      assert.equal(lijst.statusCode, 200)
      assert.ok(lijst.body.includes('Nu gemeld.') && lijst.body.includes('Eerder gemeld.'))
      assert.deepEqual(
        [...rijen.values()].map(({ status }) => status),
        ['ontvangen', 'opgesteld'],
      )
      assert.match(gemeld.headers.location ?? '', /gedaan=bewaard/)
      const voorWie = await haal('/mijn/voor-wie')
      assert.equal(voorWie.statusCode, 200)
      assert.equal(voorWie.body.includes('Wij kunnen nu niet zien of u kinderen heeft.'), bron === 'brp')

      await zet(bron, null)
      hier.vooruit(3_600_000 / 6)
      await verzend()
      assert.deepEqual(
        [...rijen.values()].map(({ status }) => status),
        ['ontvangen', 'ontvangen'],
      )
      const heel = await haal('/mijn/gegevens')
      assert.match(heel.body, hoortBij[bron])
      assert.ok(!heel.body.includes(mist[bron]))
    })
  }
}

test('pages leave a register alone that keeps failing, say so, and ask again after its rest', async (t) => {
  const { haal, zet, bronnen, hier } = await opstelling(t)
  await zet('inkomen', 'onzin')
  for (let i = 0; i < 5; i++) await haal('/mijn/gegevens')
  assert.equal(bronnen.inkomen.stand().keten, 'open')
  // Also when it is well again: nobody asks until the rest is over.
  await zet('inkomen', null)
  const tijdensRust = await haal('/mijn/gegevens')
  assert.ok(tijdensRust.body.includes('De bron heeft nu een storing. Wij vragen even niets.'))
  assert.match(tijdensRust.body, /Dit is zo sinds 1 maart 2026/)
  hier.vooruit(10_000)
  const daarna = await haal('/mijn/gegevens')
  assert.match(daarna.body, hoortBij.inkomen)
  assert.equal(bronnen.inkomen.stand().keten, 'dicht')
})
