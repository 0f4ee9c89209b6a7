/** A parent who looks at the cases of a child: only while the register says that they may, and that it is no secret. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Verwerking } from '../audit/index.ts'
import { nepbewijs, openProefaudit } from '../audit/proefaudit.ts'
import { type Geheimhouding, maakPersoonId, type PersoonId } from '../domain/index.ts'
import { maakDeeldatum, type Registers } from '../inwoner/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import { type Niveau, openSessies, type VoorKeuze } from '../toegang/index.ts'
import { proefnaam } from './proefbalie.ts'
import { geheugensessies, proefmijn } from './proefinwoner.ts'
import { keurPagina, leesbaar } from './proefkeuring.ts'
import { proefbronnen, proefdag, proefsleutel } from './proefweb.ts'
import { maakProefzaken, proefdatum, proefuuid } from './proefzaken.ts'
import { createWeb } from './register.ts'

const [ouder, kind] = [1, 2].map((n) => maakPersoonId(new Date(n), () => new Uint8Array(16).fill(n)))
assert.ok(ouder && kind)

type Antwoord = Awaited<ReturnType<Registers['brp']['raadpleeg']>>
type Gezegd = Geheimhouding | 'geen-antwoord' | 'niet-in-register'

const stil = { status: 'fout', soort: 'onbereikbaar', sinds: proefdag } as const

/** What the register says: of the parent that they have custody, of the child whether it is secret. */
function zegt(over: PersoonId, gezegd: Gezegd, heeftGezag: boolean): Antwoord {
  if (over === kind && gezegd === 'geen-antwoord') return stil
  if (over === kind && gezegd === 'niet-in-register') return { status: 'onbekend', op: proefdag }
  const gegeven = <T>(waarde: T) =>
    ({ waarde, bron: 'brp', datum: undefined, opgehaaldOp: proefdag, isInOnderzoek: false }) as const
  const alsOuder = heeftGezag ? kind : undefined
  const kinderen = [{ naam: proefnaam, geboren: maakDeeldatum(2017, 5, 1), alsOuder, isZelfdeAdres: true }]
  return {
    status: 'ok',
    op: proefdag,
    gegevens: {
      naam: gegeven(proefnaam),
      geboortedatum: gegeven(undefined),
      adres: gegeven({ regel1: 'Kaneelkade 15', regel2: '2511AX ERGENS', gebied: 'GM0518' }),
      partner: gegeven(null),
      kinderen: gegeven(over === ouder ? kinderen : []),
      medebewoners: undefined,
      geheimhouding: over === kind ? (gezegd as Geheimhouding) : 'onbekend',
      isOnderCuratele: false,
      isOverleden: false,
    },
  }
}

interface Stand {
  readonly gezegd: Gezegd
  /** Minutes ago that the register was asked about custody. */
  readonly geleden?: number
  readonly heeftGezag?: boolean
  readonly keuze?: Partial<Extract<VoorKeuze, { soort: 'kind' }>>
  readonly niveau?: Niveau
}

async function opstelling({
  gezegd,
  geleden = 0,
  heeftGezag = true,
  keuze = {},
  niveau = 'substantieel',
}: Stand) {
  const gevraagd: PersoonId[] = []
  const regels: Pick<Verwerking, 'doel' | 'betrokkenen' | 'gegevens' | 'door'>[] = []
  const { audit } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const sessies = openSessies({ store: geheugensessies(), audit, nu: () => proefdag, toeval: randomBytes })
  // With something asked and something said, so that a way to answer would show.
  const taak = {
    uuid: proefuuid(9),
    titel: { nl: 'Stuur een formulier' },
    status: 'open',
    zaak: proefuuid(1),
    uitvoering: { soort: 'anders', elders: new URL('https://elders.example/doe') },
  } as const
  const ok = <T>(gegevens: T) => ({ status: 'ok', gegevens, op: proefdag }) as const
  const zaken = {
    ...maakProefzaken(),
    taken: async () => ok({ taken: [taak], isVolledig: true }),
    taak: async () => ok(taak),
    contacten: async () => ok({ contacten: [], isVolledig: true }),
  }
  const mijn = proefmijn({
    sessies,
    audit: {
      ...audit,
      metVerwerking: async ({ doel, betrokkenen, gegevens, door }, fn) => {
        regels.push({ doel, betrokkenen, gegevens, door })
        return fn(nepbewijs(doel, gegevens))
      },
    },
    registers: {
      brp: {
        raadpleeg: async (over) => {
          gevraagd.push(over)
          return zegt(over, gezegd, heeftGezag)
        },
      },
      inkomen: { raadpleeg: async () => stil },
    },
    vindMachtiging: async () => undefined,
    zaken,
  })
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
  const web = createWeb({ bronnen: proefbronnen(), mijn, teksten, sleutel: proefsleutel, isHttps: false })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const voor: VoorKeuze = {
    soort: 'kind',
    persoon: kind as PersoonId,
    naam: 'Yassin',
    meerderjarigOp: proefdatum('2035-05-01'),
    twaalfOp: proefdatum('2029-05-01'),
    gezagOp: new Date(proefdag.getTime() - geleden * 60_000).toISOString(),
    ...keuze,
  }
  const herkenning = {
    middel: 'digid',
    niveau,
    bron: 'https://x.example',
    op: proefdag,
  } as const
  const wie = { soort: 'inwoner', persoon: ouder as PersoonId, herkenning } as const
  const { token } = await sessies.begin({ wie, voor, apparaat: '' })
  const headers = { accept: 'text/html', cookie: `voordeur-sessie=${token}` }
  const haal = (url: string) => app.inject({ url, headers })
  const stuur = (url: string, velden: Readonly<Record<string, string>>) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(velden).toString(),
    })
  return { haal, stuur, gevraagd, regels, zaken, sessies, token }
}

const bijstand = `/mijn/zaken/gemeente-GM0599/${proefuuid(1)}`

test('a parent sees the cases of a child; the register was asked about the child itself, once, on its own record', async () => {
  const { haal, gevraagd, regels, zaken } = await opstelling({ gezegd: 'nee' })
  const lijst = await haal('/mijn/zaken')
  assert.equal(lijst.statusCode, 200)
  const tekst = leesbaar(lijst.body)
  assert.match(tekst, /U ziet de zaken van Yassin\. Dat kan tot 1 mei 2035; dan is uw kind 18\./)
  assert.match(tekst, /Leerlingenvervoer/)
  assert.match(tekst, /U kunt hier alleen kijken/)
  assert.doesNotMatch(tekst, /Onthouden waar u zaken heeft|vanaf welke leeftijd/)
  assert.deepEqual(regels, [
    {
      doel: 'zaken-tonen',
      betrokkenen: [kind],
      gegevens: ['geheimhouding'],
      door: { soort: 'inwoner', persoon: ouder, alsVertegenwoordiger: 'kind' },
    },
  ])
  const { kijker } = zaken.gevraagd[0] ?? {}
  assert.deepEqual(
    [kijker?.persoon, kijker?.zicht, kijker?.door.soort === 'inwoner' && kijker.door.alsVertegenwoordiger],
    [kind, undefined, 'kind'],
  )
  assert.equal((await haal(bijstand)).statusCode, 200)
  assert.deepEqual(gevraagd, [kind])
})

test('secret and unknown are one answer, without a case, an organisation or an address, and with whom to call', async () => {
  const lichamen = new Map<string, string[]>()
  for (const gezegd of ['ja', 'onbekend', 'niet-in-register'] as const) {
    const { haal, zaken, regels } = await opstelling({ gezegd })
    for (const pad of ['/mijn/zaken', bijstand, '/en/mijn/zaken', '/pap/mijn/zaken']) {
      const { statusCode, body: heel } = await haal(pad)
      assert.equal(statusCode, 403, pad)
      // Who helps whoever gets stuck stands on every page, and follows from what the visitor said of themselves alone.
      const body = heel.replace(/<li data-steun=.*?<\/li>/gs, '')
      assert.doesNotMatch(body, /Haarlem|Rotterdam|Leerlingenvervoer|Kaneelkade|GM0\d/)
      const vast = body.replace(/<p class="vd-calm vd-small">[^<]*<\/p>/, '')
      lichamen.set(pad, [...(lichamen.get(pad) ?? []), vast])
    }
    assert.deepEqual(zaken.gevraagd, [], 'nobody was asked for cases')
    assert.equal((await haal('/mijn/berichten')).statusCode, 403)
    // Asked once: what it said holds as long as the custody.
    assert.equal(regels.length, 1)
    const lijst = leesbaar((await haal('/mijn/zaken')).body)
    assert.match(lijst, /De zaken van dit kind laten wij hier niet zien/)
    assert.match(lijst, /Bel uw eigen gemeente/)
    // The way to it stays: that it went would say it too.
    assert.match((await haal('/mijn')).body, /href="\/mijn\/zaken"/)
  }
  for (const [pad, [eerste, ...rest]] of lichamen)
    for (const ander of rest) assert.equal(ander, eerste, `${pad} gives away which of the two it is`)
})

test('a register that does not answer shows nothing and says that it cannot be checked now', async () => {
  const { haal, zaken, sessies, token } = await opstelling({ gezegd: 'geen-antwoord' })
  for (const pad of ['/mijn/zaken', bijstand]) {
    const { statusCode, body } = await haal(pad)
    assert.equal(statusCode, 503, pad)
    assert.match(body, /Wij kunnen nu niet nakijken/)
    assert.doesNotMatch(body, /Yassin|Leerlingenvervoer|Haarlem/)
  }
  assert.deepEqual(zaken.gevraagd, [])
  const voor = (await sessies.vind(token))?.voor
  assert.ok(voor?.soort === 'kind' && voor.geheimhouding === undefined, 'nothing was made of silence')
})

test('custody is asked again after a quarter of an hour, and secrecy with it; who lost it sees nothing of the child', async () => {
  const later = await opstelling({ gezegd: 'ja', geleden: 16, keuze: { geheimhouding: 'nee' } })
  assert.equal((await later.haal('/mijn/zaken')).statusCode, 403)
  assert.deepEqual(later.gevraagd, [ouder, kind])
  assert.deepEqual(later.zaken.gevraagd, [])
  const voorbij = await opstelling({
    gezegd: 'nee',
    geleden: 16,
    heeftGezag: false,
    keuze: { geheimhouding: 'nee' },
  })
  const { statusCode, body } = await voorbij.haal('/mijn/zaken')
  assert.equal(statusCode, 403)
  assert.match(body, /U kunt niet meer voor dit kind kijken/)
  assert.deepEqual(voorbij.gevraagd, [ouder], 'and nothing is asked about the child')
})

test('of whom we are not sure enough who they are, the register is asked nothing about a child', async () => {
  const { haal, gevraagd, regels } = await opstelling({ gezegd: 'nee', niveau: 'laag' })
  assert.equal((await haal('/mijn/zaken')).statusCode, 403)
  assert.deepEqual([gevraagd, regels], [[], []])
})

test('on the eighteenth birthday it is over, whatever was chosen before', async () => {
  const { haal, zaken } = await opstelling({
    gezegd: 'nee',
    keuze: { meerderjarigOp: proefdatum('2026-03-01'), geheimhouding: 'nee' },
  })
  assert.equal((await haal('/mijn/zaken')).statusCode, 403)
  assert.deepEqual(zaken.gevraagd, [])
})

test('from twelve on only what is certainly not about care or help, and the page says so', async () => {
  for (const twaalfOp of [proefdatum('2026-03-01'), undefined]) {
    const { haal, zaken } = await opstelling({
      gezegd: 'nee',
      keuze: twaalfOp === undefined ? { twaalfOp: undefined as never } : { twaalfOp },
    })
    const { body } = await haal('/mijn/zaken')
    const tekst = leesbaar(body)
    assert.match(
      tekst,
      /Van een kind van 12 jaar of ouder laten wij alleen zaken zien over Paspoort en papieren; School en studie;/,
    )
    assert.match(tekst, /Wij hebben niet vastgesteld welke daarvan een ouder mag zien/)
    // How many the child has altogether is not what stands here.
    assert.match(body, /data-nieuws="[^"]*U ziet hier \d+ lopende/)
    assert.doesNotMatch(body, /Uw kind heeft/)
    const zicht = zaken.gevraagd[0]?.kijker.zicht
    assert.ok(zicht?.soort === 'onderwerpen')
    for (const nooit of ['zorg', 'kinderen', 'bezwaar', 'werk', 'parkeren', 'wonen'] as const)
      assert.ok(!zicht.onderwerpen.includes(nooit), nooit)
  }
  const jonger = await opstelling({ gezegd: 'nee', keuze: { twaalfOp: proefdatum('2026-03-02') } })
  assert.doesNotMatch((await jonger.haal('/mijn/zaken')).body, /12 jaar of ouder/)
  assert.equal(jonger.zaken.gevraagd[0]?.kijker.zicht, undefined)
})

test('a parent looks and does nothing: no form, no link to one, and nothing that is sent arrives', async () => {
  const { haal, stuur } = await opstelling({ gezegd: 'nee' })
  const zaak = (await haal(bijstand)).body
  assert.match(leesbaar(zaak), /U kunt hier alleen kijken.*Bel daarvoor de organisatie/)
  assert.match(zaak, /href="#contact"/)
  assert.match(zaak, /Stuur een formulier/)
  assert.doesNotMatch(zaak, /type="file"|\/vraag"|\/taken\//)
  const taak = (await haal(`${bijstand}/taken/${proefuuid(9)}`)).body
  assert.match(leesbaar(taak), /Stuur een formulier.*U kunt hier alleen kijken/)
  assert.doesNotMatch(taak, /elders\.example|<form[^>]*taken/)
  for (const pad of [`${bijstand}/documenten`, `${bijstand}/vraag`, `${bijstand}/taken/${proefuuid(9)}`])
    assert.equal((await stuur(pad, { tekst: 'x' })).statusCode, 403, pad)
  assert.equal((await haal(`${bijstand}/vraag`)).statusCode, 403)
})

test('the pages are sound in three languages', async () => {
  for (const [gezegd, twaalfOp] of [
    ['nee', '2026-01-01'],
    ['ja', '2029-01-01'],
  ] as const) {
    const { haal } = await opstelling({ gezegd, keuze: { twaalfOp: proefdatum(twaalfOp) } })
    for (const taal of ['', '/en', '/pap'])
      assert.deepEqual(keurPagina((await haal(`${taal}/mijn/zaken`)).body), [])
  }
})
