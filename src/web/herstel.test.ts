import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { openProefaudit, proeforganisatie } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { maakPersoonId, maakUuid7 } from '../domain/index.ts'
import type { GeopendeTaak, Herstelwerk } from '../kanalen/index.ts'
import { createKern } from '../platform/http/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { stilLog } from '../platform/index.ts'
import { beslis, doelenVoor, type Medewerkerrol, openSessies } from '../toegang/index.ts'
import { geheugenGronden, proefbalie } from './proefbalie.ts'
import { geheugensessies } from './proefinwoner.ts'
import { proefbronnen, proefdag, proefsleutel } from './proefweb.ts'
import { createWeb } from './register.ts'

const svb = proeforganisatie('svb')
const nummer = '+31612345678'

/** A desk of the SVB with one call to make, and what was done with it. */
function opstelling(deel: Partial<GeopendeTaak['taak']> = {}, meer: Partial<GeopendeTaak> = {}) {
  const persoon = maakPersoonId(proefdag, randomBytes)
  const taak: GeopendeTaak['taak'] = {
    ...{
      id: maakUuid7(proefdag, randomBytes),
      soort: 'bellen' as const,
      reden: 'telefoon-gekozen',
      organisatie: svb,
    },
    ...{ gemaakt: proefdag, uiterlijk: new Date(proefdag.getTime() + 86_400_000), pogingen: 0, persoon },
    bericht: maakUuid7(proefdag, randomBytes),
    ...deel,
  }
  const gedaan: unknown[] = []
  const regels: { readonly gegevens: readonly string[]; readonly betrokkenen: readonly string[] }[] = []
  const herstelwerk: Herstelwerk = {
    werklijst: async () => ({ taken: [taak] }),
    wie: async (wie, id) => (id === taak.id && wie.organisatie === svb ? persoon : undefined),
    open: async (wie, id) =>
      id === taak.id && wie.persoon === persoon
        ? {
            taak,
            nummers: [nummer],
            postadres: undefined,
            taal: 'pap',
            tekst: 'Yama nos.\n\nMañan.',
            ookIn: [
              { taal: 'nl' as const, tekst: 'Bel ons.\n\nMorgen.' },
              { taal: 'en' as const, tekst: 'Call us.' },
            ],
            bijlagen: [{ naam: 'besluit.pdf', type: 'application/pdf' as const, bytes: 1200 }],
            bericht: { verstuurd: proefdag, inhoud: {} },
            verloop: undefined,
            ...meer,
          }
        : undefined,
    bijlage: async (wie, id, nr) =>
      id === taak.id && wie.persoon === persoon && nr === 0
        ? { naam: 'besluit.pdf', type: 'application/pdf' as const, inhoud: Buffer.from('%PDF-1.7 x') }
        : undefined,
    zonderOrganisatie: async () => [taak],
    geefAan: async (wie, id, aan) => {
      gedaan.push([wie.organisatie, id, aan])
      return id === taak.id
    },
    rondAf: async ({ persoon: over }, id, uitkomst) => {
      gedaan.push([over, id, uitkomst])
      return uitkomst === 'gedaan' ? 'gedaan' : 'later'
    },
    verlopen: async () => 0,
  }
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const { audit } = openProefaudit({
    schrijf: async (bewijzen) =>
      bewijzen.map(({ onderwerp }) => ({ onderwerp, volgnummer: 1, hash: Buffer.alloc(32) })),
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const sessies = openSessies({ store: geheugensessies(), audit, nu: () => proefdag, toeval: randomBytes })
  const vraag = async () => ({ status: 'onbekend', op: proefdag }) as const
  const balie = proefbalie({
    toegang: {
      audit: {
        ...audit,
        metVerwerking: async (verwerking, fn) => {
          regels.push(verwerking)
          return fn({ doel: verwerking.doel } as Parameters<typeof fn>[0])
        },
      },
      sessies,
      beslis: (wat) => beslis(register, wat),
      machtigingen: {
        vind: async () => undefined,
        alle: async () => [],
        geef: async () => ({ status: 'niet-de-gever' }) as const,
        trekIn: async () => 'niet-gevonden' as const,
      },
    },
    gronden: geheugenGronden(),
    registers: { brp: { raadpleeg: vraag }, inkomen: { raadpleeg: vraag } },
  })
  const web = createWeb({
    ...{ bronnen: proefbronnen(), balie: { ...balie, herstelwerk }, sleutel: proefsleutel, isHttps: false },
    teksten: loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten')),
  })
  const app = createKern({ log: stilLog, foutpagina: web.foutpagina })
  web.register(app)
  const begin = async (rol: Medewerkerrol) => {
    const wie = { soort: 'medewerker', medewerker: 'm-1', organisatie: svb, rollen: [rol] } as const
    const { token } = await sessies.begin({
      ...{ wie: { ...wie, doelen: doelenVoor(register, [rol]) }, voor: { soort: 'zelf' }, apparaat: '' },
    })
    const headers = { accept: 'text/html', cookie: `voordeur-balie=${token}` }
    return {
      haal: (url: string) => app.inject({ url, headers }),
      stuur: (url: string, velden: Readonly<Record<string, string>>) =>
        app.inject({
          ...{ method: 'POST', url, payload: new URLSearchParams(velden).toString() },
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        }),
    }
  }
  return { begin, taak, persoon, gedaan, regels }
}

test('a desk sees that somebody must be called, says why it opens that, and only then reads whom and what', async () => {
  const { begin, taak, persoon, gedaan, regels } = opstelling()
  const { haal, stuur } = await begin('klantcontact')
  const pad = `/balie/herstel/${taak.id}`
  const lijnen = () => regels.map(({ gegevens, betrokkenen }) => [gegevens.length, betrokkenen])
  const lijst = await haal('/balie/herstel')
  assert.match(lijst.body, /De inwoner wil gebeld worden\./)
  assert.equal(
    [nummer, persoon, 'Yama'].some((een) => lijst.body.includes(een)),
    false,
  )
  assert.equal((await haal(pad)).statusCode, 403)
  assert.deepEqual(lijnen(), [])

  const gevraagd = await stuur('/balie/herstel/openen', { taak: taak.id })
  assert.match(gevraagd.body, /Waarom opent u deze taak\?/)
  assert.doesNotMatch(gevraagd.body, /31612345678/)
  assert.equal(
    (await stuur('/balie/herstel/openen', { taak: taak.id, 'reden-gevraagd': '1' })).statusCode,
    400,
  )
  assert.deepEqual(lijnen(), [])
  const geopend = await stuur('/balie/herstel/openen', { taak: taak.id, reden: 'telefoon' })
  assert.equal(geopend.headers.location, pad)

  regels.length = 0
  const pagina = await haal(pad)
  assert.equal(pagina.statusCode, 200)
  assert.match(pagina.body, /href="tel:\+31612345678"/)
  assert.match(pagina.body, /<div lang="pap"><p>Yama nos\.<\/p>\s*<p>Mañan\.<\/p><\/div>/)
  assert.deepEqual(lijnen(), [
    [3, [persoon]],
    [2, [persoon]],
  ])
  const [, grond = ''] = /name="grond" value="([^"]+)"/.exec(pagina.body) ?? []
  assert.equal((await stuur(pad, { uitkomst: 'gedaan', grond: 'een andere' })).statusCode, 403)
  assert.equal((await stuur(pad, { uitkomst: 'zomaar', grond })).statusCode, 404)
  assert.deepEqual(gedaan, [])
  assert.equal(
    (await stuur(pad, { uitkomst: 'niet-bereikt', grond })).headers.location,
    '/balie/herstel?gedaan=later',
  )
  assert.equal(
    (await stuur(pad, { uitkomst: 'gedaan', grond })).headers.location,
    '/balie/herstel?gedaan=gedaan',
  )
  assert.deepEqual(gedaan, [
    [persoon, taak.id, 'niet-bereikt'],
    [persoon, taak.id, 'gedaan'],
  ])
})

test('who does not speak with residents sees no such work, and every kind has its words in every language', async () => {
  const { begin } = opstelling()
  for (const rol of ['behandelaar', 'beheerder', 'toezicht'] as const)
    assert.equal((await (await begin(rol)).haal('/balie/herstel')).statusCode, 403, rol)
  for (const soort of ['bellen', 'brief', 'adres'] as const)
    for (const taal of ['', '/en', '/pap']) {
      const huis = opstelling({ soort, pogingen: 2, geprobeerd: proefdag, reden: 'bijlage-op-papier' })
      const { haal, stuur } = await huis.begin('balie')
      await stuur('/balie/herstel/openen', { taak: huis.taak.id, reden: 'balie' })
      for (const pad of ['', `/${huis.taak.id}`])
        assert.equal((await haal(`${taal}/balie/herstel${pad}`)).statusCode, 200, `${soort} ${taal}${pad}`)
    }
})

test('who prints sees the files and gets them; who answers for the installation gives work of no body away', async () => {
  const huis = opstelling({ soort: 'brief', reden: 'bijlage-op-papier' })
  const { haal, stuur } = await huis.begin('balie')
  await stuur('/balie/herstel/openen', { taak: huis.taak.id, reden: 'balie' })
  const pagina = await haal(`/balie/herstel/${huis.taak.id}`)
  assert.match(pagina.body, /Download besluit\.pdf/)
  const bestand = await haal(`/balie/herstel/${huis.taak.id}/bijlagen/0`)
  assert.deepEqual([bestand.statusCode, bestand.headers['content-type']], [200, 'application/pdf'])
  assert.equal((await haal(`/balie/herstel/${huis.taak.id}/bijlagen/1`)).statusCode, 404)

  const pad = '/balie/herstel/installatie'
  assert.equal((await haal(pad)).statusCode, 403)
  const beheer = await huis.begin('installatiebeheerder')
  assert.equal((await beheer.haal('/balie/herstel')).statusCode, 403)
  for (const taal of ['', '/en', '/pap']) assert.equal((await beheer.haal(`${taal}${pad}`)).statusCode, 200)
  assert.doesNotMatch((await beheer.haal(pad)).body, new RegExp(`${huis.persoon}|31612345678`))
  assert.equal((await beheer.stuur(pad, { taak: huis.taak.id, aan: 'niemand' })).statusCode, 404)
})

test('what is said to somebody on Bonaire stands there in both languages; to somebody elsewhere in theirs alone', async () => {
  for (const [postadres, isTweetalig] of [
    [['Kaya Voorbeeld 1', 'Kralendijk', 'Bonaire'], true],
    [['Bonairestraat 1', '1000 AA Amsterdam'], false],
  ] as const) {
    const { begin, taak } = opstelling({}, { postadres })
    const { haal, stuur } = await begin('klantcontact')
    await stuur('/balie/herstel/openen', { taak: taak.id, reden: 'brief' })
    const { body } = await haal(`/balie/herstel/${taak.id}`)
    assert.match(body, /<div lang="pap"><p>Yama nos\.<\/p>/)
    assert.equal(
      /<h3>Nederlands<\/h3><div lang="nl"><p>Bel ons\.<\/p><p>Morgen\.<\/p>/.test(body),
      isTweetalig,
    )
    assert.doesNotMatch(body, /Call us/)
  }
})
