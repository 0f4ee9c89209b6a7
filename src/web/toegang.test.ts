import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { openAudit, openSleutelring } from '../audit/index.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { type Datum, maakPersoonId, type PersoonId, parseDatum } from '../domain/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import {
  beslis,
  doelenVoor,
  type Ingelogd,
  type Machtiging,
  type Medewerkerrol,
  medewerkerrollen,
  type Niveau,
  openSessies,
  rolVoor,
  type Sessie,
  type SessieStore,
  type Subject,
  type VoorKeuze,
} from '../toegang/index.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import { geheugenGronden, proefbalie } from './proefbalie.ts'
import { proefbronnen, proefcorpus, proefdag, proefsleutel } from './proefweb.ts'
import { createWeb } from './register.ts'
import { inTaal, leesTerugnaam, routes, talen, terugnaam } from './routes.ts'

const persoon = (): PersoonId => maakPersoonId(proefdag, randomBytes)
const [ik, ander, kind] = [persoon(), persoon(), persoon()]
function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

const machtiging = (deel: Partial<Machtiging>): Machtiging => ({
  id: '00000000-0000-7000-8000-000000000000',
  soort: 'machtiging',
  gever: ander,
  gemachtigde: ik,
  organisatie: proeforganisatie('svb'),
  diensten: [],
  geldigVanaf: dag('2020-01-01'),
  geldigTot: dag('2030-01-01'),
  wijze: { soort: 'digitaal' },
  vastgelegd: proefdag,
  ingetrokken: undefined,
  ...deel,
})

interface Geval {
  readonly wie: Ingelogd | undefined
  readonly voor?: VoorKeuze
  readonly machtiging?: Machtiging
}

const inwoner = (niveau: Niveau, minutenGeleden = 0): Extract<Subject, { soort: 'inwoner' }> => ({
  soort: 'inwoner',
  persoon: ik,
  herkenning: {
    middel: 'digid',
    niveau,
    bron: 'https://x.example',
    op: new Date(proefdag.getTime() - minutenGeleden * 60_000),
  },
})

const medewerker: Ingelogd = {
  soort: 'medewerker',
  medewerker: 'm-1',
  organisatie: proeforganisatie('svb'),
  rollen: ['balie', 'klantcontact'],
  doelen: ['inwoner-zoeken', 'inwoner-helpen', 'machtiging-registreren'],
}
const metMachtiging = (deel: Partial<Machtiging>): Geval => {
  const een = machtiging(deel)
  return { wie: inwoner('substantieel'), voor: { soort: 'machtiging', id: een.id }, machtiging: een }
}
const alsKind = (meerderjarigOp: string): Geval => ({
  wie: inwoner('substantieel'),
  voor: { soort: 'kind', persoon: kind, meerderjarigOp: dag(meerderjarigOp) },
})

const gevallen: Readonly<Record<string, Geval>> = {
  niemand: { wie: undefined },
  medewerker: { wie: medewerker },
  zelf: { wie: inwoner('substantieel') },
  'zelf, hoog': { wie: inwoner('hoog') },
  'zelf, laag': { wie: inwoner('laag') },
  'zelf, een kwartier geleden herkend': { wie: inwoner('substantieel', 14) },
  kind: alsKind('2030-01-01'),
  'kind dat 18 werd': alsKind('2026-01-01'),
  gemachtigd: metMachtiging({}),
  'machtiging voorbij': metMachtiging({ geldigTot: dag('2026-02-01') }),
  'machtiging nog niet': metMachtiging({ geldigVanaf: dag('2027-01-01') }),
  'machtiging ingetrokken': metMachtiging({ ingetrokken: proefdag }),
  'machtiging van een ander': metMachtiging({ gemachtigde: ander, gever: kind }),
  bewind: metMachtiging({ soort: 'bewind' }),
  mentorschap: metMachtiging({ soort: 'mentorschap' }),
}

/** What each may open, besides what is open to everybody. Written out: a change here is a decision. */
const eigen = ['mijn', 'sessiesEinde', 'voorWie', 'voorWieKies']
const lezen = ['gegevens', 'inzage', 'inzageBestand', 'kloptNiet', 'kloptNietStuur', 'meldingen']
const toestemmen = ['invullen', 'invullenNeem']
const machtigen = ['machtigingen', 'machtigingTrekIn']
const allesEigen = [...eigen, ...lezen, ...toestemmen, ...machtigen]
const magWel: Readonly<Record<string, readonly string[]>> = {
  niemand: [],
  medewerker: [],
  zelf: [...allesEigen, 'invullenGeef'],
  'zelf, hoog': [...allesEigen, 'invullenGeef'],
  'zelf, laag': eigen,
  'zelf, een kwartier geleden herkend': allesEigen,
  kind: [...eigen, ...lezen],
  'kind dat 18 werd': eigen,
  gemachtigd: [...eigen, 'gegevens'],
  'machtiging voorbij': eigen,
  'machtiging nog niet': eigen,
  'machtiging ingetrokken': eigen,
  // Not found for this person, so that there is no session at all.
  'machtiging van een ander': [],
  bewind: [...eigen, ...lezen, ...toestemmen, 'invullenGeef'],
  mentorschap: [...eigen, ...lezen],
}

/** Sessions in memory, registers that count who they are asked about. */
function opstelling() {
  const rijen = new Map<string, Sessie>()
  const sleutel = (hash: Buffer): string => hash.toString('hex')
  const store: SessieStore = {
    begin: async (hash, sessie) => void rijen.set(sleutel(hash), sessie),
    vind: async (hash) => rijen.get(sleutel(hash)),
    gebruikt: async () => {},
    kies: async () => true,
    wis: async (hash) => void rijen.delete(sleutel(hash)),
    vanPersoon: async (wie) =>
      [...rijen.values()].filter((een) => een.wie.soort === 'inwoner' && een.wie.persoon === wie),
    wisVanPersoon: async () => 0,
  }
  const sessies = openSessies({ store, nu: () => proefdag, toeval: randomBytes })
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
  let bekend: Machtiging | undefined
  const mijn: MijnBronnen = {
    toegang: {
      audit: {
        ...audit,
        metVerwerking: (verwerking, fn) => {
          gevraagd.push(...verwerking.betrokkenen)
          return audit.metVerwerking(verwerking, fn)
        },
      },
      sessies,
      beslis: (wat) => beslis(register, wat),
      machtigingen: {
        // As the database does it: seen by both sides and by nobody else.
        vind: async (vrager) =>
          bekend !== undefined && [bekend.gever, bekend.gemachtigde].includes(vrager.persoon)
            ? bekend
            : undefined,
        alle: async () => [],
        geef: async () => ({ status: 'niet-de-gever' }),
        trekIn: async () => 'niet-gevonden',
      },
      leesInzage: async (over) => {
        gevraagd.push(over)
        return []
      },
    },
    inlog: { start: async () => ({ status: 'onbereikbaar' }), rond: async () => ({ status: 'geweigerd' }) },
    registers: { brp: { raadpleeg: vraag }, inkomen: { raadpleeg: vraag } },
    terugmelden: {
      store: {
        bewaar: async () => {},
        wijzig: async () => true,
        haal: async () => undefined,
        vanPersoon: async () => [],
        teVerzenden: async () => [],
      },
      loketten: {
        brp: { meld: async () => ({ status: 'onbekend' }), volg: async () => ({ status: 'onbekend' }) },
        inkomen: { meld: async () => ({ status: 'onbekend' }), volg: async () => ({ status: 'onbekend' }) },
      },
      nu: () => proefdag,
    },
    verwerkingen: () => proefcorpus().verwerkingen,
    toeval: randomBytes,
  }
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
  const gronden = geheugenGronden()
  const { toegang, registers } = mijn
  const balie = proefbalie({ toegang, registers, gronden })
  const web = createWeb({
    bronnen: proefbronnen(),
    mijn,
    balie,
    teksten,
    sleutel: proefsleutel,
    isHttps: false,
  })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const cookieVan = async ({ wie, voor, machtiging: een }: Geval): Promise<string> => {
    bekend = een
    if (wie === undefined) return ''
    const { token } = await sessies.begin({ wie, voor: voor ?? { soort: 'zelf' }, apparaat: '' })
    return `voordeur-sessie=${token}`
  }
  /** At work, with a ground for somebody or for nobody yet; the cookie of professionals unless said otherwise. */
  const werkCookie = async (rol: Medewerkerrol, doel?: string, over?: PersoonId) => {
    const wie = { ...werkend(rol), doelen: doelenVoor(register, [rol]) }
    const { token, sessie } = await sessies.begin({ wie, voor: { soort: 'zelf' }, apparaat: '' })
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
  return { app, cookieVan, werkCookie, gevraagd, sessies, gronden }
}

function werkend(rol: Medewerkerrol) {
  return {
    soort: 'medewerker',
    medewerker: 'm-1',
    organisatie: proeforganisatie('svb'),
    rollen: [rol],
  } as const
}

const overWie: Readonly<Record<string, PersoonId>> = {
  kind,
  gemachtigd: ander,
  bewind: ander,
  mentorschap: ander,
}

test('every page against everybody who can be at the door: only what is written out opens, and only about whom they act for', async (t) => {
  const { app, cookieVan, gevraagd } = opstelling()
  let aantal = 0
  for (const [naam, geval] of Object.entries(gevallen)) {
    for (const [route, { methode, pad, toegang }] of Object.entries(routes)) {
      if (toegang.soort === 'openbaar') continue
      const cookie = await cookieVan(geval)
      gevraagd.length = 0
      const isForm = { 'content-type': 'application/x-www-form-urlencoded' }
      const { statusCode, body } = await app.inject({
        method: methode,
        url: pad.replace(':gegeven', 'adres'),
        headers: { accept: 'text/html', cookie, ...(methode === 'POST' && isForm) },
        ...(methode === 'POST' && { payload: 'wie=zelf&welke=andere&bron=brp&toelichting=x' }),
      })
      const isBinnen = statusCode !== 401 && statusCode !== 403
      assert.equal(isBinnen, magWel[naam]?.includes(route) === true, `${naam} bij ${route}: ${statusCode}`)
      assert.ok(statusCode < 500, `${naam} bij ${route}: ${statusCode}`)
      const magOver = 'alsZelf' in toegang ? ik : (overWie[naam] ?? ik)
      const lek = isBinnen ? gevraagd.filter((over) => over !== magOver && over !== ik) : gevraagd
      assert.deepEqual(lek, [], `${naam} bij ${route} kwam bij iemand anders`)
      for (const id of [ander, kind]) assert.ok(!body.includes(id), `${route} noemt een persoon`)
      aantal++
    }
  }
  t.diagnostic(`${aantal} combinaties`)
  assert.ok(aantal > 200)
})

/** What each role may open at a desk, by what they stated. Written out: a change here is a decision. */
const altijd = ['balie', 'balieEinde']
const zoekend = [...altijd, 'balieGrond', 'balieZoeken', 'balieZoek', 'balieKies']
const kijkend = [...altijd, 'balieGrond', 'balieInwoner']
const papier = ['balieMachtiging', 'balieMachtigingGeef']
const magWerk = (rol: Medewerkerrol, doel: string | undefined, isGekozen: boolean): readonly string[] => {
  if (rol === 'toezicht') return [...altijd, 'balieToezicht', 'balieControle']
  const eigen = {
    balie: ['inwoner-helpen', 'machtiging-registreren'],
    klantcontact: ['inwoner-helpen'],
    hulpverlener: ['schuldhulp-geven'],
    behandelaar: ['regeling-uitvoeren'],
  }
  const doelen = Object.entries(eigen).find(([naam]) => naam === rol)?.[1]
  if (doelen === undefined) return altijd
  if (doel === undefined) return [...altijd, 'balieGrond']
  // A ground for somebody else's purpose is worth nothing.
  if (!doelen.includes(doel)) return [...altijd, 'balieGrond']
  if (!isGekozen) return zoekend
  return doel === 'machtiging-registreren' ? [...zoekend, ...papier] : kijkend
}

test('every page of a desk against every role and every ground: only what is written out opens, and only about whom it is', async (t) => {
  const { app, werkCookie, cookieVan, gevraagd } = opstelling()
  const doelen = [
    ...new Set(
      medewerkerrollen.flatMap((rol) => doelenVoor(verwerkingsregister(proefcorpus().verwerkingen), [rol])),
    ),
  ]
  let aantal = 0
  const probeer = async (route: keyof typeof routes, cookie: string, grond: string) => {
    const { methode, pad } = routes[route]
    gevraagd.length = 0
    const isForm = methode === 'POST'
    const antwoord = await app.inject({
      method: methode,
      url: pad.replace(':gegeven', 'adres'),
      headers: {
        accept: 'text/html',
        cookie,
        ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(isForm && {
        payload: `grond=${grond}&met=bsn&bsn=111222333&wie=zomaar&welke=andere&toelichting=x&bron=brp`,
      }),
    })
    assert.ok(antwoord.statusCode < 500, `${route}: ${antwoord.statusCode}`)
    assert.ok(![ander, kind].some((id) => antwoord.body.includes(id)), `${route} noemt een persoon`)
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
          const { cookie, grond } = await werkCookie(rol, doel, over)
          const wat = `${rol}, ${doel ?? 'zonder reden'}, ${over === undefined ? 'zoekt' : 'gekozen'}, bij ${route}`
          const isBinnen = await probeer(route, cookie, grond)
          assert.equal(isBinnen, magWerk(rol, doel, over !== undefined).includes(route), wat)
          const lek = isBinnen ? gevraagd.filter((wie) => wie !== over) : gevraagd
          assert.deepEqual(lek, [], `${wat} kwam bij iemand anders`)
        }
  // The session of the one in the cookie of the other opens nothing, in either direction.
  for (const route of Object.keys(routes) as (keyof typeof routes)[]) {
    if (routes[route].toegang.soort === 'openbaar') continue
    const inwonertoken = await cookieVan({ wie: inwoner('hoog') })
    assert.equal(
      await probeer(route, inwonertoken.replace('voordeur-sessie', 'voordeur-balie'), ''),
      false,
      route,
    )
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

test('whoever is not logged in gets the page to log in, in their language, and comes back', async () => {
  const { app } = opstelling()
  for (const taal of talen) {
    const { statusCode, body, headers } = await app.inject({
      url: inTaal(taal, '/mijn/inzage'),
      headers: { accept: 'text/html' },
    })
    assert.equal(statusCode, 401)
    assert.match(body, new RegExp(`href="${inTaal(taal, '/inloggen/start')}\\?[^"]*naar=inzage`))
    assert.equal(headers['cache-control'], 'no-store')
  }
})

test('one comes back to a page of ours and nowhere else', () => {
  assert.equal(leesTerugnaam('inzage'), 'inzage')
  for (const vals of [
    'https://kwaad.example',
    '//kwaad.example',
    'uitloggen',
    'inlogTerug',
    'regeling',
    '',
    null,
    '__proto__',
  ])
    assert.equal(leesTerugnaam(vals), undefined, String(vals))
  assert.equal(terugnaam('/mijn/gegevens/klopt-niet/adres'), 'gegevens')
  assert.equal(terugnaam('/mijn/sessies'), 'mijn')
  // A path that is none of ours ends at our own first page.
  assert.equal(terugnaam('//kwaad.example/mijn'), 'start')
})

test('a form from elsewhere, or one that hides that it is a form, does nothing', async () => {
  const { app, cookieVan, sessies } = opstelling()
  const cookie = await cookieVan({ wie: inwoner('substantieel') })
  const formulier = 'application/x-www-form-urlencoded'
  for (const [headers, status] of [
    [{ 'content-type': formulier, 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'content-type': formulier, 'sec-fetch-site': 'same-site' }, 403],
    [{ 'content-type': formulier, origin: 'https://kwaad.example' }, 403],
    [{ 'content-type': formulier, origin: 'null' }, 403],
    [{ 'content-type': 'text/plain', origin: 'https://kwaad.example' }, 400],
    [{ 'content-type': 'application/json' }, 400],
    [{}, 400],
  ] as const) {
    const heeftSoort = 'content-type' in headers
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/uitloggen',
      headers: { accept: 'text/html', cookie, ...headers },
      ...(heeftSoort && { payload: headers['content-type'] === 'application/json' ? '{}' : 'uit=1' }),
    })
    assert.equal(statusCode, status, JSON.stringify(headers))
    assert.ok(await sessies.vind(cookie.replace('voordeur-sessie=', '')), 'nog ingelogd')
  }
})

test('a session that ended is closed for the very next request', async () => {
  const { app, cookieVan, sessies } = opstelling()
  const cookie = await cookieVan({ wie: inwoner('substantieel') })
  const haal = async () =>
    (await app.inject({ url: '/mijn', headers: { accept: 'text/html', cookie } })).statusCode
  assert.equal(await haal(), 200)
  await sessies.beeindig(cookie.replace('voordeur-sessie=', ''))
  assert.equal(await haal(), 401)
})
