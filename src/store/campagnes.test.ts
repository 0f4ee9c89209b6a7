import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { grensVan } from '../audit/index.ts'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import {
  BEWAARMAANDEN,
  type Campagneplan,
  campagneDoel,
  LEGE_TELLING,
  openCampagnes,
} from '../proactief/index.ts'
import { campagneOpslag } from './campagnes.ts'
import { opruimersVan } from './opruimers.ts'
import { alsEigenaar, openProefdatabank } from './proefdatabank.ts'

const plan: Campagneplan = {
  regeling: 'bijstand',
  gemeente: 'GM0599',
  kanaal: 'brief',
  eenheid: 'buurt',
  perEenheid: 50,
  lagen: [{ naam: 'noord', omvang: 40 }],
  ...{ controledeel: 0.5, zaad: 1, grond: undefined, verwacht: { zonder: 0.05, stijging: 0.02 } },
}
const kennis = {
  regelingen: new Set(['bijstand']),
  gemeenten: new Set(['GM0599', 'GM0344']),
  eigen: 'GM0599',
  magLijst: () => false,
}
const telling = {
  ...LEGE_TELLING,
  campagne: { bereikt: 500, bekeken: 200, aangevraagd: 90, toegekend: 60 },
}

async function opzet(t: Parameters<typeof openProefdatabank>[0]) {
  const { databank, alsRol, url } = await openProefdatabank(t)
  const klok = { nu: new Date('2026-03-02T10:00:00Z') }
  const campagnes = openCampagnes({
    ...{ store: campagneOpslag(databank), nu: () => klok.nu, nieuwId: randomUUID },
  })
  const wij = { medewerker: 'm-1', organisatie: proeforganisatie('gemeente-GM0599') }
  const ander = { medewerker: 'm-2', organisatie: proeforganisatie('svb') }
  return { databank, alsRol, url, klok, campagnes, wij, ander }
}

test('a plan can be another one or go until somebody counted; then it can only end, and what was counted stays', async (t) => {
  const { databank, klok, campagnes, wij, ander } = await opzet(t)
  const maak = async () => {
    const gemaakt = await campagnes.maak(wij, plan, kennis)
    assert.ok('id' in gemaakt)
    return gemaakt.id
  }
  // Not for who lives elsewhere, also not afterwards.
  const elders = { ...plan, gemeente: 'GM0344' }
  const geweigerd = { fouten: [{ veld: 'gemeente', code: 'andere' }] }
  assert.deepEqual(await campagnes.maak(wij, elders, kennis), geweigerd)
  const id = await maak()
  assert.deepEqual(await campagnes.wijzig(wij, id, 1, elders, kennis), geweigerd)

  const anders = { ...plan, zaad: 2 }
  assert.equal(await campagnes.wijzig(ander, id, 1, anders, kennis), 'niet')
  assert.equal(await campagnes.wijzig(wij, id, 1, anders, kennis), 'ok')
  assert.equal(await campagnes.wijzig(wij, id, 1, plan, kennis), 'intussen')
  assert.deepEqual((await campagnes.een(wij, id))?.plan, anders)
  assert.equal(await campagnes.tel(wij, id, 2, telling), 'ok')
  assert.equal(await campagnes.wijzig(wij, id, 3, plan, kennis), 'niet')

  assert.equal(await campagnes.trekIn(ander, id, 3), 'niet')
  assert.equal(await campagnes.trekIn(wij, id, 3), 'gestopt')
  const na = await campagnes.een(wij, id)
  assert.deepEqual([na?.gestopt, na?.tellingen], ['2026-03-02', telling])
  assert.equal(await campagnes.tel(wij, id, 4, telling), 'niet')
  assert.equal(await campagnes.trekIn(wij, id, 4), 'niet')

  // Somebody counts while a colleague takes it away: what was counted does not go.
  const tweede = await maak()
  assert.equal(await campagneOpslag(databank).tel(wij, tweede, 1, telling), true)
  assert.equal(await campagneOpslag(databank).wis(wij, tweede, 2), false)
  const derde = await maak()
  assert.equal(await campagnes.trekIn(wij, derde, 1), 'ok')
  assert.equal(await campagnes.een(wij, derde), undefined)

  // Five years on.
  klok.nu = new Date('2031-03-02T10:00:00Z')
  assert.equal((await campagnes.lijst(wij)).length, 2)
  klok.nu = new Date('2031-03-03T10:00:00Z')
  assert.deepEqual([await campagnes.lijst(wij), await campagnes.een(wij, id)], [[], undefined])
})

test('a campaign is erased when its term is over, by the retention run, also when nobody looks', async (t) => {
  const { klok, campagnes, wij, ander, alsRol, url } = await opzet(t)
  const maak = async (wie: typeof wij) => {
    const gemaakt = await campagnes.maak(wie, plan, kennis)
    assert.ok('id' in gemaakt)
  }
  await maak(wij)
  await maak(ander)
  klok.nu = new Date('2026-03-03T10:00:00Z')
  await maak(wij)
  const activiteit = verwerkingsregister(proefcorpus().verwerkingen).vind(campagneDoel)
  assert.ok(activiteit)
  assert.equal(activiteit.bewaren.termijn, `P${BEWAARMAANDEN / 12}Y`)
  const opruimers = opruimersVan(alsRol('bewaring')).filter((een) => een.verwerking === campagneDoel)
  const ruimOp = async (nu: string) => {
    let weg = 0
    for (const een of opruimers) weg += await een.ruimOp(grensVan(activiteit.bewaren, new Date(nu)))
    const [over] = await alsEigenaar({ url }, 'select count(*)::int as n from voordeur.campagne')
    return [weg, over?.n]
  }
  assert.deepEqual(await ruimOp('2031-03-02T10:00:00Z'), [0, 3])
  // Of whichever organisation; what nobody may see any more stands nowhere either.
  assert.deepEqual(await ruimOp('2031-03-03T10:00:00Z'), [2, 1])
  assert.deepEqual(await ruimOp('2031-03-04T10:00:00Z'), [1, 0])
})

test('a campaign is of one organisation; who writes on an old count is told so', async (t) => {
  const { campagnes, wij, ander } = await opzet(t)
  const gemaakt = await campagnes.maak(wij, plan, kennis)
  assert.ok('id' in gemaakt)
  assert.deepEqual((await campagnes.een(wij, gemaakt.id))?.plan, plan)
  assert.equal(await campagnes.een(ander, gemaakt.id), undefined)
  assert.deepEqual(await campagnes.lijst(ander), [])
  assert.equal(await campagnes.tel(ander, gemaakt.id, 1, telling), 'niet')
  assert.equal(await campagnes.tel(wij, gemaakt.id, 1, telling), 'ok')
  assert.equal(await campagnes.tel(wij, gemaakt.id, 1, telling), 'intussen')
  assert.deepEqual((await campagnes.een(wij, gemaakt.id))?.tellingen, telling)
})
