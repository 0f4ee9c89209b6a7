/** What somebody and a desk read of what changed: also that nothing did, what is uncertain, and who a person is. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { nepbewijs, openProefaudit, proeforganisatie } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { maakPersoonId } from '../domain/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import type { BewaardSignaal, Volgbeeld } from '../proactief/index.ts'
import { beslis, doelenVoor, openSessies } from '../toegang/index.ts'
import type { Proactiefbronnen } from './pages/proactief/bronnen.ts'
import { geheugenGronden, proefbalie } from './proefbalie.ts'
import { geheugensessies, proefmijn } from './proefinwoner.ts'
import { keurPagina, leesbaar } from './proefkeuring.ts'
import { proefbronnen, proefdag, proefsleutel } from './proefweb.ts'
import { createWeb } from './register.ts'

type Volgt = NonNullable<Volgbeeld['volgt']>

const ik = maakPersoonId(proefdag, randomBytes)
const stad = proeforganisatie('gemeente-GM0363')
const huishouden = { woning: { gemeente: 'GM0363' }, aanvrager: { geboortedatum: '1990-05-01' } }

const basis: Volgt = {
  ...{ sinds: proefdag, feiten: { huishouden, bronnen: ['brp', 'inkomen'] }, laatst: huishouden },
  ...{ anders: [], gekeken: [], onzeker: [], isOpzij: false, kijkt: new Date('2026-04-01T00:00:00+02:00') },
}

function signaal(anders: Partial<BewaardSignaal> = {}): BewaardSignaal {
  return {
    ...{ id: '00000000-0000-7000-8000-000000000009', persoon: ik, ontstaan: proefdag },
    ...{ regeling: 'kindgebonden-budget', soort: 'kans', stand: 'open' },
    ...{ voor: { recht: 'nee' }, na: { recht: 'ja' } },
    aanleidingen: [{ soort: 'geboorte', bron: 'brp', melding: 'a' }],
    gegevens: ['kinderen.*'],
    ...anders,
  }
}

/** One website, on which a resident and a desk read the same of this person. */
async function opzet(volgt: Partial<Volgt> = {}, signalen: readonly BewaardSignaal[] = []) {
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const echt = openProefaudit({
    schrijf: async (bewijzen) =>
      bewijzen.map(({ onderwerp }) => ({ onderwerp, volgnummer: 1, hash: Buffer.alloc(32) })),
    leesInzage: async () => [],
    veranker: async () => undefined,
  }).audit
  const audit: typeof echt = {
    ...echt,
    metVerwerking: async ({ doel, gegevens }, fn) => fn(nepbewijs(doel, gegevens)),
  }
  const sessies = openSessies({ store: geheugensessies(), audit, nu: () => proefdag, toeval: randomBytes })
  const stil = {
    raadpleeg: async () => ({ status: 'fout', soort: 'onbereikbaar', sinds: proefdag }) as const,
  }
  const registers = { brp: stil, inkomen: stil }
  const mijn = proefmijn({ sessies, audit, registers, vindMachtiging: async () => undefined })
  const gronden = geheugenGronden()
  const toegang = {
    ...mijn.toegang,
    audit,
    beslis: (wat: Parameters<typeof beslis>[1]) => beslis(register, wat),
  }
  const nooit = () => Promise.reject(new Error('hier wordt niets geschreven'))
  const proactief: Omit<Proactiefbronnen, 'spraken'> = {
    volgen: {
      ...{ volg: nooit, wijzig: nooit, stop: nooit, zetNietVoorMij: nooit },
      bekijk: async () => ({ afgemeld: undefined, nietVoorMij: new Set(), volgt: { ...basis, ...volgt } }),
    },
    signalen: {
      ...{ antwoord: nooit, trekTerug: nooit, bureaulijst: nooit, bureauWie: nooit },
      ...{ bureauOpen: nooit, bureauRond: nooit },
      van: async () => signalen,
    },
    bronnen: () => [],
    gronden: () => proefcorpus().contactgronden,
  }
  const web = createWeb({
    ...{ bronnen: proefbronnen(), mijn, proactief, balie: proefbalie({ toegang, registers, gronden }) },
    teksten: loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten')),
    ...{ sleutel: proefsleutel, isHttps: false },
  })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const herkenning = { middel: 'digid', niveau: 'hoog', bron: 'https://x.example', op: proefdag } as const
  const { token } = await sessies.begin({
    wie: { soort: 'inwoner', persoon: ik, herkenning },
    ...{ voor: { soort: 'zelf' }, apparaat: '' },
  })
  const werker = {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: stad,
    rollen: ['balie'],
    doelen: doelenVoor(register, ['balie']),
  } as const
  const werk = await sessies.begin({ wie: werker, voor: { soort: 'zelf' }, apparaat: '' })
  const vrager = {
    ...werker,
    sessie: werk.sessie.id,
    rol: 'balie',
    doel: 'inwoner-helpen',
    reden: 'balie',
    kenmerk: undefined,
  } as const
  const gesteld = await gronden.stel(vrager)
  assert.ok(gesteld.status === 'ok')
  const [handvat = ''] = await gronden.onthoud(gesteld.grond, [ik])
  const nu = await gronden.vind(vrager)
  assert.ok(nu)
  assert.equal(await gronden.kies(nu, handvat), 'ok')
  return async (url: string) => {
    const cookie = `voordeur-sessie=${token}; voordeur-balie=${werk.token}`
    const antwoord = await app.inject({ url, headers: { accept: 'text/html', cookie } })
    assert.equal(antwoord.statusCode, 200, `${url}: ${antwoord.body.slice(0, 300)}`)
    assert.deepEqual(keurPagina(antwoord.body), [], url)
    return { html: antwoord.body, tekst: leesbaar(antwoord.body) }
  }
}

const balie = '/balie/inwoner/veranderingen'
const een = `/mijn/veranderingen/${signaal().id}`

test('that we looked and nothing came of it is said, with what became uncertain and how to fill it in', async () => {
  const lees = await opzet({
    gekeken: [
      { op: '2026-03-02', waardoor: ['geboorte'], isAnders: false },
      { op: '2026-02-01', waardoor: ['tijd'], isAnders: true },
    ],
    onzeker: ['kindgebonden-budget'],
  })
  const mijn = await lees('/mijn/veranderingen')
  assert.match(
    mijn.tekst,
    /2 maart 2026: Er is een kind geboren\. Wij zagen geen verandering in waar u recht op heeft\./,
  )
  assert.match(mijn.tekst, /1 februari 2026: .* Er veranderde misschien iets\./)
  assert.match(mijn.tekst, /Op 1 april 2026 kijken wij weer/)
  assert.match(mijn.tekst, /Wat wij nu niet weten .*Kindgebonden budget/)
  assert.match(mijn.html, /name="regeling" value="kindgebonden-budget"/)
  assert.doesNotMatch(mijn.tekst, /Wij zien nu geen verandering/)
  const daar = await lees(balie)
  assert.match(daar.tekst, /Wij zagen geen verandering in waar deze inwoner recht op heeft\./)
  // A desk reads it along, and presses nothing in the name of the resident.
  assert.match(daar.tekst, /Wat wij nu niet weten .*Kindgebonden budget/)
  assert.doesNotMatch(daar.html, /value="aanvullen"/)
  for (const taal of ['en', 'pap']) await lees(`/${taal}/mijn/veranderingen`)
})

test('of whom it does not work out it is not said that nothing changed, nor that somebody is about to look', async () => {
  const lees = await opzet({ isOpzij: true, kijkt: proefdag })
  const { tekst } = await lees('/mijn/veranderingen')
  assert.match(tekst, /Het lukt ons nu niet om opnieuw te kijken\. Wij proberen het elke dag weer\./)
  assert.doesNotMatch(tekst, /Wij zien nu geen verandering|Wij gaan nu kijken/)
})

test('what somebody said and a register says otherwise stands there both, for them and not at the desk that helps', async () => {
  const verschil = {
    feit: 'aanvrager.toetsingsinkomen',
    bron: 'inkomen',
    op: '2026-03-01',
    gezegd: { aanvrager: { toetsingsinkomen: 5_000_000 } },
    register: { aanvrager: { toetsingsinkomen: 6_000_000 } },
  } as const
  const lees = await opzet({ anders: [verschil] }, [signaal()])
  for (const pad of [een, '/mijn/volgen', '/mijn/veranderingen']) {
    const { tekst, html } = await lees(pad)
    assert.match(tekst, /Het register zegt iets anders .*U zei op 1 maart 2026: € 50\.000\b/, pad)
    assert.match(tekst, /Dit staat in .*: € 60\.000\b/, pad)
    assert.match(html, /Laat het register aanpassen/, pad)
  }
  // Answers are within following, and not within helping.
  assert.doesNotMatch((await lees(balie)).tekst, /De inwoner zei|50\.000/)
  const mensen = {
    ...verschil,
    feit: 'kinderen',
    bron: 'brp',
    gezegd: { kinderen: [{ geboortedatum: '2020-01-02' }, { geboortedatum: '2026-02-20' }] },
    register: { kinderen: [{ geboortedatum: '2020-01-02' }] },
  } as const
  const { tekst } = await (await opzet({ anders: [mensen] }, [signaal()]))(een)
  assert.match(tekst, /U zei op 1 maart 2026: Aantal kinderen: 2;.*20 februari 2026/)
})

test('who a desk looks for reads that, and what came of it; and never who it was', async () => {
  const bij = (anders: object, rest: Partial<BewaardSignaal> = {}) =>
    signaal({
      organisatie: stad,
      bureau: { reden: 'alleen-mens', sinds: proefdag, pogingen: 0, ...anders },
      ...rest,
    })
  for (const [wat, zin, aanBalie] of [
    [
      bij({}),
      /Iemand van .*Amsterdam kijkt hier sinds 1 maart 2026 naar, en neemt contact met u op\./,
      /Iemand van .*Amsterdam kijkt hier sinds 1 maart 2026 naar, en neemt contact op met de inwoner\./,
    ],
    [
      bij({ pogingen: 2 }),
      /Iemand van .* probeerde u te bereiken, en probeert het opnieuw\./,
      /Iemand van .* probeerde de inwoner te bereiken, en probeert het opnieuw\./,
    ],
    [
      bij({ af: proefdag, uitkomst: 'verteld' }),
      /Iemand van .*keek mee, en vertelde het u op 1 maart 2026\./,
      /Iemand van .*keek mee, en vertelde het de inwoner op 1 maart 2026\./,
    ],
    [
      bij({ af: proefdag, uitkomst: 'niet-nodig' }),
      /keek mee op 1 maart 2026\. Er is niets meer nodig\./,
      /keek mee op 1 maart 2026\. Er is niets meer nodig\./,
    ],
    [
      bij({ reden: 'hulp', af: proefdag, uitkomst: 'verteld' }, { stand: 'hulp' }),
      /vertelde het u op 1 maart 2026\..*Heeft u nog een vraag\?/,
      undefined,
    ],
  ] as const) {
    const lees = await opzet({}, [wat])
    assert.match((await lees(een)).tekst, zin)
    if (aanBalie !== undefined) assert.match((await lees(balie)).tekst, aanBalie)
    assert.match((await lees('/mijn/veranderingen')).tekst, /Iemand van .*Amsterdam/)
    assert.doesNotMatch((await lees(een)).tekst, /m-1/)
  }
  // Ended because they answered: nobody did anything.
  const lees = await opzet({}, [bij({ af: proefdag }, { stand: 'geregeld' })])
  assert.doesNotMatch((await lees(een)).tekst, /Iemand van/)
})

test('who asks for help where no desk is, is promised nobody, and led to people', async () => {
  const elders = { ...huishouden, woning: { gemeente: 'GM0268' } }
  const lees = await opzet({ laatst: elders }, [signaal({ stand: 'hulp' })])
  const { tekst, html } = await lees(`${een}?gedaan=hulp`)
  assert.doesNotMatch(tekst, /neemt contact met u op|ligt bij een medewerker/)
  assert.match(tekst, /Hieronder staat bij wie u terecht kunt\./)
  const deel = /<section[^>]*id="hulp"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
  // The municipality of where they live, with its own number; the library; and whoever decides on it.
  const nummer = proefcorpus().organisaties.get('gemeente-GM0268')?.kanalen.telefoon?.nummer
  assert.ok(nummer && deel.includes(nummer), leesbaar(deel))
  assert.match(leesbaar(deel), /Informatiepunt.*bibliotheek/)
  assert.match(deel, /href="\/hulp#bieb"/)
  assert.match(leesbaar(deel), /Dienst Toeslagen/)
  // Before they press it, it says what it leads to.
  const eerst = await opzet({}, [signaal()])
  assert.match((await eerst(een)).tekst, /Help mij U ziet daarna wie u kunt bellen/)
  const met = await opzet({}, [signaal({ organisatie: stad })])
  assert.match((await met(een)).tekst, /Help mij Een medewerker neemt contact met u op\./)
})

test('each page about it leads to where it is stopped, in every language, and says how without a computer', async () => {
  const lees = await opzet({}, [signaal()])
  for (const taal of ['', '/en', '/pap'])
    for (const pad of ['/mijn/veranderingen', een]) {
      const { html } = await lees(`${taal}${pad}`)
      assert.ok(html.includes(`href="${taal}/mijn/volgen#stoppen"`), `${taal}${pad}`)
      const daar = await lees(`${taal}/mijn/volgen`)
      // One press each, and how long a no is remembered.
      const deel = /<section[^>]*id="stoppen"[\s\S]*?<\/section>/.exec(daar.html)?.[0] ?? ''
      assert.match(deel, /value="stop"[\s\S]*value="nooit"/)
      assert.match(leesbaar(deel), /10 (jaar|years|aña)/)
      assert.match(leesbaar(html), /met een brief|by letter|ku un karta|14 \d/)
    }
})
