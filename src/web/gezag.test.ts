import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Verwerking } from '../audit/index.ts'
import { openProefaudit } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { maakPersoonId, type PersoonId, parseDatum } from '../domain/index.ts'
import type { Registers, Terugmeldloket } from '../inwoner/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import { beslis, type Ingelogd, openSessies, type SessieStore } from '../toegang/index.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import { proefnaam } from './proefbalie.ts'
import { geenAanbiedingen, geheugensessies } from './proefinwoner.ts'
import { proefkanalen, proefpost } from './proefkanalen.ts'
import { proefbronnen, proefdag, proefsleutel } from './proefweb.ts'
import { createWeb } from './register.ts'

const [ouder, kind] = [1, 2].map((n) => maakPersoonId(new Date(n), () => new Uint8Array(16).fill(n)))
const [geboren, meerderjarigOp] = [parseDatum('2018-05-01'), parseDatum('2036-05-01')]
assert.ok(ouder && kind && geboren && meerderjarigOp)
const jong = { van: geboren, tot: geboren }
const wie: Ingelogd = {
  soort: 'inwoner',
  persoon: ouder,
  herkenning: { middel: 'digid', niveau: 'substantieel', bron: 'https://x.example', op: proefdag },
}

const geenLoket: Terugmeldloket = {
  meld: async () => ({ status: 'geen-bsn' }),
  volg: async () => ({ status: 'geen-bsn' }),
}

type Antwoord = Awaited<ReturnType<Registers['brp']['raadpleeg']>>

/** A register that says of which children somebody has custody; `undefined`: it does not answer. */
function antwoord(kinderen: readonly PersoonId[] | undefined): Antwoord {
  if (kinderen === undefined) return { status: 'fout', soort: 'onbereikbaar', sinds: proefdag }
  const gegeven = <T>(waarde: T) =>
    ({ waarde, bron: 'brp', datum: undefined, opgehaaldOp: proefdag, isInOnderzoek: false }) as const
  return {
    status: 'ok',
    op: proefdag,
    gegevens: {
      naam: gegeven(proefnaam),
      geboortedatum: gegeven(undefined),
      adres: gegeven({ regel1: undefined, regel2: undefined, gebied: undefined }),
      partner: gegeven(null),
      kinderen: gegeven(
        kinderen.map((alsOuder) => ({ naam: proefnaam, geboren: jong, alsOuder, isZelfdeAdres: true })),
      ),
      medebewoners: undefined,
      geheimhouding: 'nee',
      isOnderCuratele: false,
      isOverleden: false,
    },
  }
}

async function opstelling(minutenGeleden: number, zegt: readonly PersoonId[] | undefined) {
  const gevraagd: PersoonId[] = []
  /** What was put on whose record. */
  const regels: Pick<Verwerking, 'doel' | 'betrokkenen' | 'gegevens'>[] = []
  const store: { -readonly [K in keyof SessieStore]: SessieStore[K] } = geheugensessies()
  const { audit } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const sessies = openSessies({ store, audit, nu: () => proefdag, toeval: randomBytes })
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const mijn: MijnBronnen = {
    toegang: {
      audit: {
        ...audit,
        metVerwerking: async ({ doel, betrokkenen, gegevens }, fn) => {
          regels.push({ doel, betrokkenen, gegevens })
          return fn({ doel } as Parameters<typeof fn>[0])
        },
      },
      sessies,
      beslis: (wat) => beslis(register, wat),
      machtigingen: {
        vind: async () => undefined,
        alle: async () => [],
        geef: async () => ({ status: 'niet-de-gever' }),
        trekIn: async () => 'niet-gevonden',
      },
      aanbiedingen: geenAanbiedingen,
      kluis: { toonNummers: async () => [] },
      leesKeuzes: async () => ({ verwerkingen: [], organisaties: [] }),
      leesKop: async () => undefined,
      leesInzage: async () => [],
    },
    inlog: {
      middelen: [],
      start: async () => ({ status: 'onbereikbaar' }),
      rond: async () => ({ status: 'geweigerd' }),
    },
    registers: {
      brp: {
        raadpleeg: async (over) => {
          gevraagd.push(over)
          return antwoord(zegt)
        },
      },
      inkomen: { raadpleeg: async () => ({ status: 'onbekend', op: proefdag }) },
    },
    ...proefpost(),
    kanalen: proefkanalen(),
    terugmelden: {
      store: {
        bewaar: async () => true,
        wijzig: async () => true,
        haal: async () => undefined,
        vanPersoon: async () => [],
        teVerzenden: async () => [],
      },
      loketten: { brp: geenLoket, inkomen: geenLoket },
      nu: () => proefdag,
    },
    verwerkingen: () => proefcorpus().verwerkingen,
    toeval: randomBytes,
  }
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
  const web = createWeb({ bronnen: proefbronnen(), mijn, teksten, sleutel: proefsleutel, isHttps: false })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const gezagOp = new Date(proefdag.getTime() - minutenGeleden * 60_000).toISOString()
  assert.ok(kind && meerderjarigOp)
  const voor = { soort: 'kind', persoon: kind, meerderjarigOp, gezagOp, naam: 'Kees' } as const
  const { token } = await sessies.begin({ wie, voor, apparaat: '' })
  const haal = (url: string) =>
    app.inject({ url, headers: { accept: 'text/html', cookie: `voordeur-sessie=${token}` } })
  const stuur = (url: string, velden: Readonly<Record<string, string>>) =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        accept: 'text/html',
        cookie: `voordeur-sessie=${token}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams(velden).toString(),
    })
  return { haal, stuur, gevraagd, regels, sessies, token, app, store }
}

test('whoever acts for a child goes on as long as the register says so, and is asked after it now and then', async () => {
  const net = await opstelling(14, [])
  assert.equal((await net.haal('/mijn/inzage')).statusCode, 200)
  assert.deepEqual(net.gevraagd, [])

  const later = await opstelling(16, [kind])
  assert.equal((await later.haal('/mijn/inzage')).statusCode, 200)
  // The parent was asked about, once: what it said holds again for a while.
  assert.deepEqual(later.gevraagd, [ouder])
  // On the record of the parent, before anything of the child.
  assert.deepEqual(later.regels[0], {
    doel: 'eigen-gegevens-tonen',
    betrokkenen: [ouder],
    gegevens: ['naam', 'geboortedatum', 'kinderen'],
  })
  assert.equal((await later.haal('/mijn/inzage')).statusCode, 200)
  assert.deepEqual(later.gevraagd, [ouder])
  assert.deepEqual(
    later.regels.map(({ betrokkenen }) => betrokkenen[0]),
    [ouder, kind, kind],
  )

  // To say that a datum is wrong is to change something: that needs what the register said a minute ago at most.
  for (const [minuten, vragen] of [
    [1, []],
    [2, [ouder]],
  ] as const) {
    const wijzigt = await opstelling(minuten, [kind])
    const { statusCode } = await wijzigt.stuur('/mijn/gegevens/klopt-niet/naam', {
      toelichting: 'Het is Cees.',
    })
    assert.equal(statusCode, 303)
    assert.deepEqual(wijzigt.gevraagd, vragen, `${minuten} minuten`)
  }
  const voorbij = await opstelling(2, [])
  assert.equal(
    (await voorbij.stuur('/mijn/gegevens/klopt-niet/naam', { toelichting: 'Het is Cees.' })).statusCode,
    403,
  )
})

test('the name of the child stands on no page once what the register said is too old', async () => {
  for (const [minuten, staatEr] of [
    [14, true],
    [16, false],
  ] as const) {
    const { haal } = await opstelling(minuten, [])
    for (const pad of ['/', '/hulp', '/bestaat-niet', '/mijn/voor-wie']) {
      const { body } = await haal(pad)
      assert.equal(/<strong>Kees/.test(body), staatEr, `${pad}, ${minuten} minuten`)
      assert.match(body, /\(?uw kind\)?<\/strong>/, pad)
    }
  }
})

test('whoever lost custody sees nothing more of the child, nor while the register does not answer', async () => {
  for (const [zegt, status, tekst] of [
    [[], 403, /U kunt niet meer voor dit kind kijken/],
    [[ouder], 403, /U kunt niet meer voor dit kind kijken/],
    [undefined, 503, /Wij kunnen nu niet nakijken/],
  ] as const) {
    const { haal, gevraagd, sessies, token } = await opstelling(16, zegt)
    for (const pad of ['/mijn/inzage', '/mijn/gegevens', '/mijn/meldingen']) {
      const antwoord = await haal(pad)
      assert.equal(antwoord.statusCode, status, pad)
      assert.match(antwoord.body, tekst)
      assert.match(antwoord.body, /href="\/mijn\/voor-wie"/)
      assert.ok(!antwoord.body.includes('Kees'), pad)
      assert.match(antwoord.body, /U kijkt voor <strong>uw kind<\/strong>/)
      assert.doesNotMatch(antwoord.body, /voor <strong>uzelf|href="\/inloggen"/)
    }
    assert.ok(gevraagd.every((over) => over === ouder))
    // Still as the child, until they choose: nobody becomes somebody else without knowing it.
    assert.equal((await sessies.vind(token))?.voor.soort, 'kind')
    assert.equal((await haal('/mijn/voor-wie')).statusCode, 200)
  }
})

test('a page of error says for whom somebody acts; after a failure of ours it says nothing rather than something wrong', async () => {
  const { haal, app, store } = await opstelling(2, [kind])
  for (const [pad, status] of [
    ['/mijn/bestaat-niet', 404],
    ['/bestaat-niet', 404],
    ['/en/mijn/bestaat-niet', 404],
    ['/mijn/machtigingen', 403],
    ['/%zz', 400],
  ] as const) {
    const { statusCode, body } = await haal(pad)
    assert.equal(statusCode, status, pad)
    assert.match(body, /<strong>Kees \((uw kind|your child)\)<\/strong>/, pad)
    assert.match(body, /action="(\/en)?\/uitloggen"/, pad)
    assert.doesNotMatch(body, /<strong>(uzelf|yourself)|woonplaats weten/, pad)
  }
  // Nobody is logged in: that is known without asking anybody.
  const vreemde = await app.inject({ url: '/mijn/bestaat-niet', headers: { accept: 'text/html' } })
  assert.match(vreemde.body, /U kijkt voor <strong>uzelf<\/strong>/)
  assert.match(vreemde.body, /href="\/inloggen"/)
  // The sessions cannot be read: neither who it is nor that it is nobody.
  let gevraagd = 0
  store.vind = async () => {
    gevraagd += 1
    throw new Error('weg')
  }
  for (const [pad, status] of [
    ['/mijn', 500],
    ['/mijn/bestaat-niet', 404],
  ] as const) {
    gevraagd = 0
    const { statusCode, body } = await haal(pad)
    assert.deepEqual([statusCode, gevraagd], [status, 1], pad)
    assert.doesNotMatch(body, /U kijkt voor|href="\/inloggen"|uitloggen|Kees/, pad)
  }
})
