import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from './proefcorpus.ts'
import { cijferregels, type Regelingstand, regelingstanden } from './regelingstand.ts'
import { gebeurtenisteksten, talenVan, wetteksten } from './regelingteksten.ts'
import { voorbeeldenstand } from './voorbeelden-stand.ts'

const geladen = proefcorpus()
const corpus = geladen

async function stand(id: string, datum = '2026-03-01'): Promise<Regelingstand> {
  const gevonden = (await regelingstanden(corpus.engine, datum)).find((s) => s.id === id)
  assert.ok(gevonden, id)
  return gevonden
}

test('a version ends where the next file begins, and the one of the day is the one of now', async () => {
  const { versies, nu } = await stand('huurtoeslag', '2025-05-01')
  assert.deepEqual(
    versies.map(({ vanaf, tot }) => [vanaf, tot]),
    [
      ['2026-01-01', undefined],
      ['2025-01-01', '2026-01-01'],
      ['2024-01-01', '2025-01-01'],
    ],
  )
  assert.equal(nu.vanaf, '2025-01-01')
})

test('every file of the corpus has a place in the overview', async () => {
  const standen = await regelingstanden(corpus.engine, '2026-03-01')
  const bestanden = standen.flatMap(({ versies }) => versies.map(({ bestand }) => bestand))
  const regelingen = corpus.bestanden.map(({ bestand }) => bestand).filter((b) => b.startsWith('regelingen/'))
  assert.deepEqual(bestanden.sort(), regelingen.sort())
  assert.ok(
    standen.some(({ soort }) => soort === 'gedeeld') && standen.some(({ soort }) => soort === 'invulling'),
  )
})

test('what is missing is named: figures with their reason, open values, ended figures, ways', async () => {
  const studie = await stand('studietoeslag')
  assert.deepEqual(
    studie.gemis.cijfers.map(({ naam, reden }) => [naam, reden]),
    [['minimum_niet_vastgesteld', 'bedrag-niet-vastgesteld']],
  )
  assert.deepEqual(studie.gemis.kanalen, ['telefoon'])
  assert.ok((await stand('kwijtschelding-gemeente')).gemis.open.includes('kwijtschelding_norm'))
  assert.equal((await stand('huurtoeslag')).gemis.verlopen, undefined)
  assert.equal((await stand('huurtoeslag', '2027-01-01')).gemis.verlopen, '2027-01-01')
})

test('trust is counted per figure and rule, and sources once each', async () => {
  const { vertrouwen, nu, bronnen } = await stand('zorgtoeslag')
  const som = Object.values(vertrouwen).reduce((a, b) => a + b, 0)
  assert.equal(som, nu.wet.parameters.size + nu.wet.regels.size)
  assert.ok(bronnen > 1 && bronnen <= nu.wet.parameters.size)
})

test('figures stand as the author wrote them: single, in a table, per place', async () => {
  const regels = async (id: string, naam: string) => {
    const cijfer = (await stand(id)).nu.wet.parameters.get(naam)
    assert.ok(cijfer, naam)
    return cijferregels(cijfer)
  }
  assert.deepEqual((await regels('aow-leeftijd', 'aow_maanden'))[0], { bij: '1947-12-31', waarde: '780' })
  assert.equal((await regels('aov', 'ouderdomspensioen'))[0]?.bij, 'bonaire')
  assert.deepEqual(await regels('studietoeslag', 'minimum_niet_vastgesteld'), [{}])
  assert.deepEqual(await regels('studietoeslag', 'laagste_leeftijd'), [{ waarde: '15' }])
})

test('a sentence without a translation is named with its place', () => {
  const wet = corpus.engine.wetten.find(({ id }) => id === 'studietoeslag')
  assert.ok(wet)
  assert.ok(wetteksten(wet).every(({ tekst }) => talenVan(tekst).length === 3))
  const { en: _en, ...teksten } = wet.info.teksten
  const zonder = wetteksten({ ...wet, info: { ...wet.info, teksten } })
  assert.deepEqual(talenVan(zonder.find(({ plek }) => plek === 'teksten.kort')?.tekst ?? {}), ['nl', 'pap'])
})

test('every step of an event gives its sentences', () => {
  const kind = corpus.gebeurtenissen.get('kind-krijgen')
  assert.ok(kind)
  const plekken = gebeurtenisteksten(kind).map(({ plek }) => plek)
  for (const { id } of kind.stappen) assert.ok(plekken.includes(`stappen.${id}.wat`), id)
})

test('examples are computed beside us: a fault shows with its file, and asking costs no waiting', async () => {
  const eigen = corpus.voorbeelden.filter(({ bestand }) => bestand.includes('/studietoeslag/'))
  assert.ok(eigen.length > 1)
  const [eerste, ...rest] = eigen
  assert.ok(eerste)
  const kapot = { ...eerste, tekst: eerste.tekst.replaceAll(/recht: \w+/g, 'recht: nee') }
  const engine = { ...corpus.engine }
  const vraag = { engine, bestanden: corpus.bestanden, voorbeelden: [kapot, ...rest] }
  assert.equal((await voorbeeldenstand(vraag, 0)).staat, 'bezig')
  const { staat, uitslagen, aantal } = await voorbeeldenstand(vraag, 170_000)
  assert.equal(staat, 'klaar')
  assert.equal(uitslagen.length, aantal)
  const verschillen = (bestand: string) =>
    uitslagen.find((u) => u.bestand === bestand)?.voorbeelden.flatMap((v) => v.verschillen)
  assert.match(verschillen(eerste.bestand)?.join() ?? '', /recht is "(ja|onbekend)", verwacht "nee"/)
  for (const { bestand } of rest) assert.deepEqual(verschillen(bestand), [])
})

test('a corpus that cannot be computed says so instead of «in a moment»', async () => {
  const engine = { ...corpus.engine }
  const bestanden = corpus.bestanden.filter(({ bestand }) => !bestand.startsWith('feiten/'))
  const { staat } = await voorbeeldenstand({ engine, bestanden, voorbeelden: corpus.voorbeelden }, 170_000)
  assert.notEqual(staat, 'bezig')
})
