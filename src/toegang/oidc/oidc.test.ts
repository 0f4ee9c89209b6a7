import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type InlogOpties, startInlog } from '../../demo/inlog/inlog.ts'
import { Proefbrowser } from '../../demo/inlog/proefbrowser.ts'
import { type Identificatie, onthul, type PersoonId, parsePersoonId } from '../../domain/index.ts'
import type { Inlogmiddel, Inlogstaat } from '../inlogdienst.ts'
import type { Niveau } from '../wie.ts'
import type { OidcInstelling } from './instelling.ts'
import { oidcInlogdienst } from './oidc.ts'

const terug = new URL('http://localhost:1/inloggen/terug')
const ik = parsePersoonId('01890000-0000-7000-8000-000000000001')
const nu = new Date('2026-06-01T10:00:00Z')

const scopes = {
  bsn: ['bsn'],
  kvk: ['kvk', 'handelende', 'vestiging', 'handelsnaam'],
  eidas: ['eidas'],
  eilandnummer: ['eilandnummer'],
}
const gever = (
  id: string,
  scope: keyof typeof scopes,
  waarde: string,
  meer: Readonly<Record<string, string>> = {},
) => ({
  id,
  naam: id,
  verhaal: '',
  isExtra: false,
  scope,
  claims: { [scope]: waarde, ...meer },
})
const opties: InlogOpties = {
  titel: 'Inloggen',
  gevers: [
    gever('anna', 'bsn', '999990019'),
    gever('zonder', 'bsn', '123'),
    gever('bakker', 'kvk', '12345678', { handelende: 'eh-bakker-1', handelsnaam: ' De Bakker ' }),
    gever('filiaal', 'kvk', '12345678', { handelende: 'eh-bakker-2', vestiging: '000012345678' }),
    gever('niemand', 'kvk', '12345678'),
    gever('onleesbaar', 'kvk', '12345678', { handelende: 'eh-bakker-3', vestiging: '12' }),
    gever('elaine', 'eilandnummer', '1990041427'),
    gever('klaus', 'eidas', 'DE/NL/abc'),
  ],
  scopes,
  niveaus: ['laag', 'substantieel', 'hoog'],
  magTerug: (adres) => adres.pathname === '/inloggen/terug',
}

async function opstelling(t: TestContext) {
  const inlog = await startInlog(opties)
  t.after(inlog.sluit)
  const gezien: string[] = []
  const meldingen: string[] = []
  const instelling: OidcInstelling = {
    uitgever: inlog.uitgever,
    client: inlog.client,
    geheim: inlog.geheim,
    acr: { laag: 'laag', substantieel: 'substantieel', hoog: 'hoog' },
    middelen: {
      digid: { scope: 'bsn', claim: 'bsn' },
      eherkenning: { scope: 'kvk', claim: 'kvk' },
      eidas: { scope: 'eidas', claim: 'eidas' },
      eiland: { scope: 'eilandnummer', claim: 'eilandnummer' },
    },
    bedrijf: { handelende: 'handelende', vestiging: 'vestiging', naam: 'handelsnaam' },
  }
  const dienst = oidcInlogdienst({
    instelling,
    persoonBij: async (identificatie: Identificatie): Promise<PersoonId> => {
      gezien.push(`${identificatie.soort} ${onthul(identificatie)}`)
      assert.ok(ik)
      return ik
    },
    nu: () => nu,
    meld: (wat) => meldingen.push(wat),
  })
  const browser = new Proefbrowser()
  const ga = async (
    wie: string,
    { middel = 'digid', niveau = 'substantieel', kies = niveau }: Keuze = {},
  ): Promise<{ adres: URL; staat: Inlogstaat }> => {
    const start = await dienst.start({ middel, niveau, terug })
    assert.ok(start.status === 'ok')
    return { adres: await browser.logIn(start.adres, { wie, niveau: kies }), staat: start.staat }
  }
  return { dienst, ga, gezien, meldingen, inlog, instelling }
}
interface Keuze {
  readonly middel?: Inlogmiddel
  readonly niveau?: Niveau
  readonly kies?: Niveau
}

test('who logs in is found by the number of the means, which goes to the vault alone', async (t) => {
  const { dienst, ga, gezien, inlog } = await opstelling(t)
  for (const [wie, middel, nummer] of [
    ['anna', 'digid', 'bsn 999990019'],
    ['bakker', 'eherkenning', 'eherkenning eh-bakker-1'],
    ['klaus', 'eidas', 'eidas DE/NL/abc'],
    ['elaine', 'eiland', 'eilandnummer 1990041427'],
  ] as const) {
    const { adres, staat } = await ga(wie, { middel })
    assert.ok(!adres.href.includes('999990019'))
    const uitkomst = await dienst.rond(adres, staat)
    assert.ok(uitkomst.status === 'ok', uitkomst.status)
    const { op, ...herkenning } = uitkomst.herkenning
    assert.deepEqual(herkenning, { middel, niveau: 'substantieel', bron: inlog.uitgever.href })
    assert.ok(nu.getTime() - op.getTime() < 60_000)
    assert.equal(gezien.pop(), nummer)
    assert.ok(!JSON.stringify(uitkomst).includes(nummer.slice(4)))
  }
})

test('who acts for a company is somebody beside it, and a limit to one branch comes along', async (t) => {
  const { dienst, ga, gezien } = await opstelling(t)
  const log = async (wie: string) => {
    const { adres, staat } = await ga(wie, { middel: 'eherkenning' })
    return dienst.rond(adres, staat)
  }
  const heel = await log('bakker')
  assert.deepEqual(gezien.splice(0), ['kvk 12345678', 'eherkenning eh-bakker-1'])
  assert.ok(heel.status === 'ok')
  assert.deepEqual(heel.bedrijf, { persoon: ik, naam: 'De Bakker' })
  const filiaal = await log('filiaal')
  assert.ok(filiaal.status === 'ok')
  assert.deepEqual(filiaal.bedrijf, { persoon: ik, vestiging: '000012345678' })
  // Without somebody who acts there is nobody to write down; a limit that cannot be read is not no limit.
  assert.deepEqual(await log('niemand'), { status: 'geen-nummer' })
  assert.deepEqual(await log('onleesbaar'), { status: 'geweigerd' })
  const { adres, staat } = await ga('anna')
  const mens = await dienst.rond(adres, staat)
  assert.ok(mens.status === 'ok' && mens.bedrijf === undefined)
})

test('what this installation cannot ask for is not offered and not begun', async (t) => {
  const { dienst, instelling } = await opstelling(t)
  assert.deepEqual(dienst.middelen, ['digid', 'eherkenning', 'eidas', 'eiland'])
  const { eiland: _, ...middelen } = instelling.middelen
  const zonder = oidcInlogdienst({
    instelling: { ...instelling, middelen },
    persoonBij: () => Promise.reject(new Error('niet vragen')),
    nu: () => nu,
    meld: () => {},
  })
  assert.deepEqual(zonder.middelen, ['digid', 'eherkenning', 'eidas'])
  assert.deepEqual(await zonder.start({ middel: 'eiland', niveau: 'laag', terug }), {
    status: 'onbereikbaar',
  })
})

test('nothing about the person stands in the address that starts a login: it is pushed', async (t) => {
  const { dienst } = await opstelling(t)
  const start = await dienst.start({ middel: 'digid', niveau: 'hoog', terug })
  assert.ok(start.status === 'ok')
  assert.deepEqual([...start.adres.searchParams.keys()].sort(), ['client_id', 'request_uri'])
})

test('a lower level than asked is refused, a higher one is fine, and turning back is no fault', async (t) => {
  const { dienst, ga, gezien } = await opstelling(t)
  const laag = await ga('anna', { kies: 'laag' })
  assert.deepEqual(await dienst.rond(laag.adres, laag.staat), { status: 'niveau-te-laag' })
  assert.deepEqual(gezien, [])
  const hoog = await ga('anna', { kies: 'hoog' })
  const uitkomst = await dienst.rond(hoog.adres, hoog.staat)
  assert.equal(uitkomst.status === 'ok' && uitkomst.herkenning.niveau, 'hoog')
  const niemand = await ga('')
  assert.deepEqual(await dienst.rond(niemand.adres, niemand.staat), { status: 'afgebroken' })
  const zonder = await ga('zonder')
  assert.deepEqual(await dienst.rond(zonder.adres, zonder.staat), { status: 'geen-nummer' })
})

test('an answer that is not the one to this question lets nobody in', async (t) => {
  const { dienst, ga, gezien, meldingen } = await opstelling(t)
  const anders = (adres: URL, naam: string, waarde: string | undefined): URL => {
    const kopie = new URL(adres)
    if (waarde === undefined) kopie.searchParams.delete(naam)
    else kopie.searchParams.set(naam, waarde)
    return kopie
  }
  const pogingen: Readonly<Record<string, (a: URL, s: Inlogstaat, b: Inlogstaat) => [URL, Inlogstaat]>> = {
    'another state': (a, s) => [anders(a, 'state', 'x'), s],
    'no state': (a, s) => [anders(a, 'state', undefined), s],
    'the state of another browser': (a, _s, b) => [a, b],
    'another nonce': (a, s) => [a, { ...s, nonce: 'x'.repeat(43) }],
    'another verifier': (a, s, b) => [a, { ...s, verifier: b.verifier }],
    'another issuer': (a, s) => [anders(a, 'iss', 'https://kwaad.example'), s],
    'no issuer': (a, s) => [anders(a, 'iss', undefined), s],
    'another code': (a, s) => [anders(a, 'code', 'x'.repeat(43)), s],
    'no code': (a, s) => [anders(a, 'code', undefined), s],
  }
  for (const [naam, maak] of Object.entries(pogingen)) {
    const { adres, staat } = await ga('anna')
    const ander = await dienst.start({ middel: 'digid', niveau: 'substantieel', terug })
    assert.ok(ander.status === 'ok')
    const [valsAdres, valseStaat] = maak(adres, staat, ander.staat)
    assert.deepEqual(await dienst.rond(valsAdres, valseStaat), { status: 'geweigerd' }, naam)
  }
  const { adres, staat } = await ga('anna')
  assert.equal((await dienst.rond(adres, staat)).status, 'ok')
  assert.deepEqual(await dienst.rond(adres, staat), { status: 'geweigerd' }, 'a code that was used')
  assert.equal(gezien.length, 1)
  assert.ok(meldingen.every((regel) => !regel.includes('999990019')))
})

test('a provider that is away is said to be away, and asked again by the next person', async (t) => {
  const { inlog, instelling } = await opstelling(t)
  const weg = oidcInlogdienst({
    instelling: { ...instelling, uitgever: new URL('http://localhost:9') },
    persoonBij: () => Promise.reject(new Error('niet vragen')),
    nu: () => nu,
    meld: () => {},
  })
  assert.deepEqual(await weg.start({ middel: 'digid', niveau: 'laag', terug }), { status: 'onbereikbaar' })
  await inlog.sluit()
})

test('the made-up login has no icon, and that is no fault in the console of a browser', async (t) => {
  const inlog = await startInlog(opties)
  t.after(inlog.sluit)
  assert.equal((await fetch(new URL('/favicon.ico', inlog.uitgever))).status, 204)
})
