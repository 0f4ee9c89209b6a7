import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { proeforganisatie } from '../../audit/proefaudit.ts'
import { startInlog } from '../../demo/inlog/inlog.ts'
import { Proefbrowser } from '../../demo/inlog/proefbrowser.ts'
import type { OrganisatieId } from '../../domain/index.ts'
import type { Medewerkerrol } from '../rollen.ts'
import { type Organisatielogin, oidcOrganisatielogins } from './medewerkers.ts'

const terug = new URL('http://localhost:1/balie/inloggen/svb/terug')
const [svb, uwv] = [proeforganisatie('svb'), proeforganisatie('uwv')]

const gevers = [
  ['els', { org: 'svb', groepen: ['frontoffice'] }],
  ['dubbel', { org: 'svb', groepen: ['frontoffice', 'toetser', 'frontoffice'] }],
  ['alseenander', { org: 'uwv', groepen: ['frontoffice'] }],
  ['lijst', { org: ['svb', 'uwv'], groepen: ['frontoffice'] }],
  ['zonder', { groepen: ['frontoffice'] }],
  ['vreemd', { org: 'svb', groepen: ['frontoffice', 'koning'] }],
  ['balie', { org: 'svb', groepen: ['balie'] }],
  ['niets', { org: 'svb', groepen: [] }],
  ['raar', { org: 'svb', groepen: [{ naam: 'frontoffice' }] }],
  ['tekst', { org: 'svb', groepen: 'frontoffice toetser' }],
] as const

/** One provider for each organisation, as it is outside the demo. */
async function provider(t: TestContext, organisatie: OrganisatieId) {
  const inlog = await startInlog({
    titel: organisatie,
    gevers: gevers.map(([id, claims]) => ({
      id,
      naam: id,
      verhaal: '',
      isExtra: false,
      scope: 'werk',
      claims,
    })),
    scopes: { werk: ['org', 'groepen'] },
    niveaus: ['laag', 'substantieel', 'hoog'],
    magTerug: ({ pathname }) => pathname === terug.pathname,
  })
  t.after(inlog.sluit)
  const login: Organisatielogin = {
    organisatie,
    uitgever: inlog.uitgever,
    client: inlog.client,
    geheim: inlog.geheim,
    scope: 'werk',
    acr: ['substantieel', 'hoog'],
    claims: { organisatie: 'org', rollen: 'groepen', medewerker: 'sub', naam: 'name' },
    organisatiewaarde: organisatie,
    rollen: new Map<string, Medewerkerrol>([
      ['frontoffice', 'klantcontact'],
      ['toetser', 'behandelaar'],
    ]),
  }
  return login
}

async function opstelling(t: TestContext) {
  const meldingen: string[] = []
  const logins = [await provider(t, svb), await provider(t, uwv)]
  const dienst = oidcOrganisatielogins(logins, (wat) => meldingen.push(wat))
  const ga = async (wie: string, { organisatie = svb, niveau = 'substantieel' } = {}) => {
    const start = await dienst.start(organisatie, terug)
    assert.ok(start.status === 'ok')
    return { adres: await new Proefbrowser().logIn(start.adres, { wie, niveau }), staat: start.staat }
  }
  const kom = async (wie: string, keuze: Parameters<typeof ga>[1] = {}) => {
    const { adres, staat } = await ga(wie, keuze)
    return dienst.rond(adres, staat)
  }
  return { dienst, ga, kom, meldingen }
}

test('a professional comes in with the roles that their organisation gives, in our words', async (t) => {
  const { kom } = await opstelling(t)
  const els = { status: 'ok', medewerker: 'els', naam: undefined, organisatie: svb, rollen: ['klantcontact'] }
  assert.deepEqual(await kom('els'), els)
  assert.deepEqual(await kom('dubbel'), {
    ...els,
    medewerker: 'dubbel',
    rollen: ['klantcontact', 'behandelaar'],
  })
  assert.deepEqual(await kom('tekst'), {
    ...els,
    medewerker: 'tekst',
    rollen: ['klantcontact', 'behandelaar'],
  })
})

test('an organisation speaks for itself: whoever says to work elsewhere, or nowhere, is refused', async (t) => {
  const { kom } = await opstelling(t)
  for (const wie of ['alseenander', 'lijst', 'zonder'])
    assert.deepEqual(await kom(wie), { status: 'andere-organisatie' }, wie)
  // The same people at the provider of the other one: there it is the truth for one of them alone.
  assert.equal((await kom('alseenander', { organisatie: uwv })).status, 'ok')
  assert.deepEqual(await kom('els', { organisatie: uwv }), { status: 'andere-organisatie' })
})

test('a role that the organisation may not give refuses everything, and no role is no entrance', async (t) => {
  const { kom } = await opstelling(t)
  // Our own word for a role is no word of theirs.
  for (const wie of ['vreemd', 'balie']) assert.deepEqual(await kom(wie), { status: 'rol-onbekend' }, wie)
  for (const wie of ['niets', 'raar']) assert.deepEqual(await kom(wie), { status: 'geen-rol' }, wie)
})

test('one factor is not enough, and turning back is no fault', async (t) => {
  const { kom } = await opstelling(t)
  assert.deepEqual(await kom('els', { niveau: 'laag' }), { status: 'niveau-te-laag' })
  assert.equal((await kom('els', { niveau: 'hoog' })).status, 'ok')
  assert.deepEqual(await kom(''), { status: 'afgebroken' })
})

test('the answer of one provider opens no door of another, and no door twice', async (t) => {
  const { dienst, ga } = await opstelling(t)
  const bijUwv = await ga('alseenander', { organisatie: uwv })
  const start = await dienst.start(svb, terug)
  assert.ok(start.status === 'ok')
  assert.deepEqual(await dienst.rond(bijUwv.adres, start.staat), { status: 'geweigerd' })
  assert.deepEqual(await dienst.rond(bijUwv.adres, { ...bijUwv.staat, organisatie: svb }), {
    status: 'geweigerd',
  })
  const { adres, staat } = await ga('els')
  assert.equal((await dienst.rond(adres, staat)).status, 'ok')
  assert.deepEqual(await dienst.rond(adres, staat), { status: 'geweigerd' })
  assert.deepEqual(await dienst.start(proeforganisatie('duo'), terug), { status: 'onbekend' })
})
