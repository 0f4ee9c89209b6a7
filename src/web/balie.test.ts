import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { openAudit, openSleutelring } from '../audit/index.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { maakPersoonId, type PersoonId } from '../domain/index.ts'
import type { Registers, Zoekuitkomst } from '../inwoner/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import {
  beleid,
  beslis,
  doelenVoor,
  type Ingelogd,
  type Medewerkerrol,
  maxPogingen,
  medewerkerrollen,
  openSessies,
  rolVoor,
} from '../toegang/index.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import { geheugenGronden, proefbalie, proefnaam, proeftreffer } from './proefbalie.ts'
import { geenAanbiedingen, geheugensessies } from './proefinwoner.ts'
import { geenKanalen } from './proefkanalen.ts'
import { maakSteekproef, magWerk } from './proefmag.ts'
import { proefbronnen, proefdag, proefsleutel } from './proefweb.ts'
import { maakProefzaken, proefuuid } from './proefzaken.ts'
import { createWeb } from './register.ts'
import { routes } from './routes.ts'
import { vanGrond } from './toegangseis.ts'

const persoon = (): PersoonId => maakPersoonId(proefdag, randomBytes)
const ander = persoon()

const inwoner: Ingelogd = {
  soort: 'inwoner',
  persoon: persoon(),
  herkenning: { middel: 'digid', niveau: 'hoog', bron: 'https://x.example', op: proefdag },
}

function werkend(rol: Medewerkerrol) {
  return {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: proeforganisatie('svb'),
    rollen: [rol],
  } as const
}

/** Sessions and grounds in memory, registers that count who they are asked about. */
function opstelling({
  zoek,
  grondOp = proefdag,
  brp,
}: {
  zoek?: () => Zoekuitkomst
  grondOp?: Date
  brp?: Awaited<ReturnType<Registers['brp']['raadpleeg']>>
} = {}) {
  const store = geheugensessies()
  const gevraagd: PersoonId[] = []
  const vraag = async (over: PersoonId) => {
    gevraagd.push(over)
    return { status: 'onbekend', op: proefdag } as const
  }
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const audit = openAudit({
    store: {
      schrijf: async (bewijzen) => bewijzen.map(({ onderwerp }) => ({ onderwerp, volgnummer: 1 })),
      leesInzage: async () => [],
      veranker: async () => undefined,
    },
    register: () => register,
    ring: openSleutelring(() => ['een geheim van minstens tweeëndertig tekens']),
    nu: () => proefdag,
    toeval: randomBytes,
    registerUri: 'https://voordeur.example/verwerkingen',
  })
  const sessies = openSessies({ store, audit, nu: () => proefdag, toeval: randomBytes })
  const toegang = {
    audit: {
      ...audit,
      metVerwerking: ((verwerking, fn) => {
        gevraagd.push(...verwerking.betrokkenen)
        return audit.metVerwerking(verwerking, fn)
      }) as typeof audit.metVerwerking,
    },
    sessies,
    beslis: (wat: Parameters<MijnBronnen['toegang']['beslis']>[0]) => beslis(register, wat),
    machtigingen: {
      vind: async () => undefined,
      alle: async () => [],
      geef: async () => ({ status: 'niet-de-gever' }) as const,
      trekIn: async () => 'niet-gevonden' as const,
    },
    aanbiedingen: geenAanbiedingen,
    kluis: { toonNummers: async () => [] },
    leesKeuzes: async () => ({ verwerkingen: [], organisaties: [] }),
    leesKop: async () => undefined,
    leesInzage: async (over: PersoonId) => {
      gevraagd.push(over)
      return []
    },
  }
  const vraagBrp: Registers['brp']['raadpleeg'] = async (over) => brp ?? vraag(over)
  const registers: Registers = { brp: { raadpleeg: vraagBrp }, inkomen: { raadpleeg: vraag } }
  const gronden = geheugenGronden(() => grondOp)
  const nooit = () => Promise.reject(new Error('een medewerker kwam op een pagina van een inwoner'))
  const mijn: MijnBronnen = {
    toegang,
    inlog: { middelen: [], start: nooit, rond: nooit },
    registers,
    ...geenKanalen(nooit),
    terugmelden: {
      store: { bewaar: nooit, wijzig: nooit, haal: nooit, vanPersoon: nooit, teVerzenden: nooit },
      loketten: { brp: { meld: nooit, volg: nooit }, inkomen: { meld: nooit, volg: nooit } },
      nu: () => proefdag,
    },
    verwerkingen: () => proefcorpus().verwerkingen,
    toeval: randomBytes,
  }
  const zaken = maakProefzaken({ meld: ({ persoon: over }) => void gevraagd.push(over) })
  const web = createWeb({
    bronnen: proefbronnen(),
    mijn,
    balie: { ...proefbalie({ toegang, registers, gronden, ...(zoek && { zoek }) }), zaken },
    teksten: loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten')),
    sleutel: proefsleutel,
    isHttps: false,
  })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const begin = (wie: Ingelogd) => sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
  /** At work, with a ground for somebody or for nobody yet; the cookie of professionals unless said otherwise. */
  const werkCookie = async (rol: Medewerkerrol, doel?: string, over?: PersoonId) => {
    const wie = { ...werkend(rol), doelen: doelenVoor(register, [rol]) }
    const { token, sessie } = await begin(wie)
    let grond = ''
    if (doel !== undefined) {
      const rolBij = rolVoor(register.vind(doel)?.rollen ?? [], [rol]) ?? rol
      const vrager = {
        ...wie,
        sessie: sessie.id,
        rol: rolBij,
        doel,
        reden: 'balie',
        kenmerk: undefined,
      } as const
      const gesteld = await gronden.stel(vrager)
      assert.ok(gesteld.status === 'ok')
      grond = gesteld.grond.id
      if (over !== undefined) {
        const [handvat = ''] = await gronden.onthoud(gesteld.grond, [over])
        const nu = await gronden.vind(vrager)
        assert.ok(nu)
        assert.equal(await gronden.kies(nu, handvat), 'ok')
      }
    }
    return { cookie: `voordeur-balie=${token}`, grond, sessie, token }
  }
  return { app, begin, werkCookie, gevraagd, sessies, gronden }
}

test('every page of a desk against every role and every ground: only what is written out opens, and only about whom it is', async (t) => {
  const { app, werkCookie, begin, gevraagd } = opstelling()
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const doelen = [...new Set(medewerkerrollen.flatMap((rol) => doelenVoor(register, [rol])))]
  const inProef = maakSteekproef()
  let aantal = 0
  // A refusal is the same page each time: one in eight is looked at as a page, the others as a problem.
  const probeer = async (route: keyof typeof routes, cookie: string, grond: string, isVerwacht = false) => {
    const { methode, pad } = routes[route]
    const isForm = methode === 'POST'
    const antwoord = await app.inject({
      method: methode,
      url: pad
        .replace(':gegeven', 'adres')
        .replace(':bron', 'gemeente-GM0599')
        .replace(/:(zaak|document)/g, proefuuid(1)),
      headers: {
        accept: isVerwacht || aantal % 8 === 0 ? 'text/html' : 'application/json',
        cookie,
        ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(isForm && {
        payload: `grond=${grond}&met=bsn&bsn=111222333&wie=zomaar&welke=andere&toelichting=x&bron=brp`,
      }),
    })
    assert.ok(antwoord.statusCode < 500, `${route}: ${antwoord.statusCode}`)
    assert.ok(!antwoord.body.includes(ander), `${route} noemt een persoon`)
    assert.ok(!antwoord.body.includes('111222333'), `${route} geeft het nummer terug`)
    aantal++
    return antwoord.statusCode !== 401 && antwoord.statusCode !== 403
  }
  for (const rol of medewerkerrollen)
    for (const doel of [undefined, ...doelen])
      for (const over of doel === undefined ? [undefined] : [undefined, ander])
        for (const route of Object.keys(routes) as (keyof typeof routes)[]) {
          const { toegang } = routes[route]
          // What is of residents is tried without a ground, which is nothing to it.
          if (toegang.soort === 'openbaar' || (toegang.soort === 'inwoner' && doel !== undefined)) continue
          const isVerwacht = magWerk(rol, doel, over !== undefined).includes(route)
          // Each page with each role, and what opens with each purpose; of the rest a part.
          if (!inProef(`${isVerwacht} ${rol} ${route}`, isVerwacht ? `${doel} ${route}` : '')) continue
          const { cookie, grond } = await werkCookie(rol, doel, over)
          const wat = `${rol}, ${doel ?? 'zonder reden'}, ${over === undefined ? 'zoekt' : 'gekozen'}, bij ${route}`
          gevraagd.length = 0
          const isBinnen = await probeer(route, cookie, grond, isVerwacht)
          assert.equal(isBinnen, isVerwacht, wat)
          const lek = gevraagd.filter((wie) => !isBinnen || wie !== over)
          assert.deepEqual(lek, [], `${wat} kwam bij iemand anders`)
        }
  // The session of the one in the cookie of the other opens nothing, in either direction.
  for (const route of Object.keys(routes) as (keyof typeof routes)[]) {
    if (routes[route].toegang.soort === 'openbaar') continue
    const inwonertoken: string = (await begin(inwoner)).token
    assert.equal(await probeer(route, `voordeur-balie=${inwonertoken}`, ''), false, route)
    const { token, grond } = await werkCookie('balie', 'inwoner-helpen', ander)
    assert.equal(await probeer(route, `voordeur-sessie=${token}`, grond), false, route)
  }
  t.diagnostic(`${aantal} combinaties`)
  assert.ok(aantal > 1_000)
})

test('a form of another ground, and a page after the end of helping, do nothing', async () => {
  const { app, werkCookie, gronden, gevraagd, sessies } = opstelling()
  const { cookie, sessie, token } = await werkCookie('balie', 'machtiging-registreren', ander)
  const stuur = async (url: string, payload: string) =>
    (
      await app.inject({
        method: 'POST',
        url,
        headers: { accept: 'text/html', cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      })
    ).statusCode
  gevraagd.length = 0
  assert.equal(await stuur('/balie/machtiging', 'grond=00000000-0000-7000-8000-000000000000'), 403)
  assert.equal(await stuur('/balie/zoeken', 'met=bsn&bsn=111222333'), 403)
  assert.deepEqual(gevraagd, [])
  const haal = async () =>
    (await app.inject({ url: '/balie/machtiging', headers: { accept: 'text/html', cookie } })).statusCode
  assert.equal(await haal(), 200)
  assert.equal(await stuur('/balie/einde', 'stop=1'), 303)
  gevraagd.length = 0
  assert.equal(await haal(), 403)
  assert.deepEqual(gevraagd, [])
  assert.equal(await gronden.vind({ ...werkend('balie'), sessie: sessie.id }), undefined)
  assert.equal(await stuur('/balie/uitloggen', 'uit=1'), 303)
  assert.equal(await sessies.vind(token), undefined)
  assert.equal(await haal(), 401)
})

test('a paper of somebody under curatele is not recorded, nor one of whom nobody can tell', async () => {
  const stil = { status: 'fout', soort: 'onbereikbaar', sinds: proefdag } as const
  const gegeven = <T>(waarde: T) =>
    ({ waarde, bron: 'brp', datum: undefined, opgehaaldOp: proefdag, isInOnderzoek: false }) as const
  const onderCuratele = {
    naam: gegeven(proefnaam),
    geboortedatum: gegeven(undefined),
    adres: gegeven({ regel1: undefined, regel2: undefined, gebied: undefined }),
    partner: gegeven(null),
    kinderen: gegeven([]),
    medebewoners: undefined,
    geheimhouding: 'nee' as const,
    isOnderCuratele: true,
    isOverleden: false,
  }
  const gevallen = [
    [{ status: 'ok', gegevens: onderCuratele, op: proefdag }, /Een rechter wees iemand aan/],
    [stil, /Wij kunnen niet nakijken of deze persoon dit zelf mag geven/],
  ] as const
  for (const [brp, tekst] of gevallen) {
    const { app, werkCookie, gronden } = opstelling({ brp })
    const { cookie, grond, sessie } = await werkCookie('balie', 'machtiging-registreren', ander)
    const vrager = { ...werkend('balie'), sessie: sessie.id }
    const gesteld = await gronden.vind(vrager)
    assert.ok(gesteld)
    const [handvat = ''] = await gronden.onthoud(gesteld, [persoon()])
    const nu = await gronden.vind(vrager)
    assert.ok(nu)
    assert.equal(await gronden.kies(nu, handvat), 'ok')
    const dag = (naam: string, jaar: number) => `${naam}-dag=1&${naam}-maand=1&${naam}-jaar=${jaar}`
    const antwoord = await app.inject({
      method: 'POST',
      url: '/balie/machtiging',
      headers: { accept: 'text/html', cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `grond=${grond}&bij=svb&dienst=alles&${dag('vanaf', 2026)}&${dag('tot', 2027)}&${dag('gezien', 2026)}&nummer=P-1&getekend=ja`,
    })
    assert.equal(antwoord.statusCode, 400)
    assert.match(antwoord.body, tekst)
  }
})

test('what a search can come to has a page each: nobody, too many, a register that is down, somebody who died', async () => {
  const sinds = new Date('2026-03-01T11:30:00Z')
  const dood = proeftreffer(ander, { isOverleden: true, geheim: 'ja', woonplaats: undefined })
  const gevallen: readonly (readonly [Zoekuitkomst, number, RegExp])[] = [
    [{ status: 'ok', treffers: [] }, 200, /Niemand gevonden/],
    [{ status: 'te-veel' }, 200, /Er passen meer dan tien mensen/],
    [{ status: 'fout', soort: 'onbereikbaar', sinds }, 503, /Dit is zo sinds 1 maart 2026 om 12:30/],
    [{ status: 'fout', soort: 'ander-persoon', sinds }, 503, /geeft geen goed antwoord/],
    [{ status: 'ok', treffers: [dood] }, 200, /Het adres is geheim\.[\s\S]*Deze persoon is overleden\./],
  ]
  for (const [uitkomst, status, tekst] of gevallen) {
    const { app, werkCookie, gevraagd } = opstelling({ zoek: () => uitkomst })
    const { cookie, grond } = await werkCookie('balie', 'inwoner-helpen')
    gevraagd.length = 0
    const antwoord = await app.inject({
      method: 'POST',
      url: '/balie/zoeken',
      headers: { accept: 'text/html', cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `grond=${grond}&met=naam&achternaam=Proef&voornamen=&dag=1&maand=5&jaar=1980`,
    })
    assert.equal(antwoord.statusCode, status)
    assert.match(antwoord.body, tekst)
    assert.equal(antwoord.headers['cache-control'], 'no-store')
    // Whoever is shown has a line of their own, and nobody else.
    assert.deepEqual(gevraagd, uitkomst.status === 'ok' && uitkomst.treffers.length > 0 ? [ander] : [])
  }
})

test('a reason that is over an hour old opens nothing, and asking too often ends as well', async () => {
  const oud = opstelling({ grondOp: new Date(proefdag.getTime() - 61 * 60_000) })
  const over = await oud.werkCookie('balie', 'inwoner-helpen', ander)
  oud.gevraagd.length = 0
  const antwoord = await oud.app.inject({
    url: '/balie/inwoner',
    headers: { accept: 'text/html', cookie: over.cookie },
  })
  assert.equal(antwoord.statusCode, 403)
  assert.match(antwoord.body, /Uw tijd is voorbij/)
  assert.deepEqual(oud.gevraagd, [])

  let gezocht = 0
  const { app, werkCookie } = opstelling({
    zoek: () => {
      gezocht++
      return { status: 'ok', treffers: [] }
    },
  })
  const { cookie, grond } = await werkCookie('balie', 'inwoner-helpen')
  const zoek = async () =>
    (
      await app.inject({
        method: 'POST',
        url: '/balie/zoeken',
        headers: { accept: 'text/html', cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: `grond=${grond}&met=bsn&bsn=111222333`,
      })
    ).statusCode
  for (let i = 0; i < maxPogingen; i++) assert.equal(await zoek(), 200)
  assert.equal(await zoek(), 429)
  assert.equal(gezocht, maxPogingen)
})

test('a route that no line of the policy could ever open is a mistake', () => {
  for (const [naam, { toegang }] of Object.entries(routes)) {
    if (toegang.soort === 'openbaar') continue
    const { soort, handeling, voorwerp, doel } = { doel: undefined, ...toegang }
    const past = beleid.some(
      (regel) =>
        regel.wie === soort &&
        regel.handelingen.includes(handeling) &&
        regel.voorwerpen.includes(voorwerp) &&
        (doel === vanGrond || doel === undefined
          ? doel === vanGrond || regel.doelen === undefined
          : regel.doelen?.includes(doel) === true),
    )
    assert.ok(past, naam)
  }
})

test('a page of error below /balie says who is at work, and never speaks as to a resident', async () => {
  const { app, werkCookie } = opstelling()
  const { cookie } = await werkCookie('balie', 'inwoner-helpen', inwoner.persoon)
  const haal = (url: string, koekje = '') =>
    app.inject({ url, headers: { accept: 'text/html', cookie: koekje } }).then(({ body }) => body)
  for (const pad of ['/balie/bestaat-niet', '/balie/toezicht', '/balie/zoeken'])
    assert.match(await haal(pad, cookie), /^(?!.*U kijkt voor).*action="\/balie\/uitloggen"/s, pad)
  assert.doesNotMatch(await haal('/balie/bestaat-niet'), /U kijkt voor|uitloggen/)
})

test('who comes to log in for the first time reads nothing of having been away', async () => {
  const { app } = opstelling()
  const tekst = async (cookie?: string) => {
    const antwoord = await app.inject({
      url: '/balie',
      headers: { accept: 'text/html', ...(cookie !== undefined && { cookie }) },
    })
    assert.equal(antwoord.statusCode, 401)
    return antwoord.body
  }
  assert.doesNotMatch(await tekst(), /deed een tijd niets/)
  assert.match(await tekst('voordeur-balie=een-sessie-die-voorbij-is'), /deed een tijd niets/)
})
