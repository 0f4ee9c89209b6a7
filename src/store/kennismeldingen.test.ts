import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { openKennismeldingen } from '../kennis/index.ts'
import { kennismeldingOpruimer, kennismeldingOpslag } from './kennismeldingen.ts'
import { openProefdatabank } from './proefdatabank.ts'

const [bieb, svb, uwv] = ['bibliotheek', 'svb', 'uwv'].map((id) => proeforganisatie(id)) as [
  ReturnType<typeof proeforganisatie>,
  ReturnType<typeof proeforganisatie>,
  ReturnType<typeof proeforganisatie>,
]
const wie = (organisatie: typeof bieb, isInstallatie = false) => ({
  medewerker: 'm-1',
  organisatie,
  isInstallatie,
})
const over = { blad: 'regeling-aow', deel: 'vragen', reden: 'fout' } as const

async function open(t: Parameters<typeof openProefdatabank>[0]) {
  const { databank, alsRol } = await openProefdatabank(t)
  const store = kennismeldingOpslag(databank)
  const nu = () => new Date('2026-03-02T10:00:00Z')
  return { meldingen: openKennismeldingen({ store, nu, toeval: randomBytes }), store, alsRol }
}

test('a report reaches its owner and nobody else, is answered once, and the answer reaches everybody', async (t) => {
  const { meldingen, alsRol } = await open(t)
  const tekst = 'Dit is oud. Bel mij op 06 12345678 of mail jan@voorbeeld.example.'
  await meldingen.meld(wie(bieb), { ...over, tekst, eigenaar: svb })
  const [melding, ...rest] = (await meldingen.lijst(wie(svb))).aan
  assert.ok(melding)
  assert.deepEqual(rest, [])
  assert.deepEqual([melding.stand, melding.van, melding.gemeld], ['open', bieb, '2026-03-02'])
  // No number, no address, and nothing of who wrote it.
  assert.doesNotMatch(JSON.stringify(melding), /12345678|jan@|m-1/)
  assert.match(melding.tekst ?? '', /Dit is oud/)
  assert.deepEqual(await meldingen.lijst(wie(uwv)), { aan: [], van: [] })
  assert.deepEqual(await meldingen.vanBlad(wie(uwv), 'regeling-aow'), [])
  assert.equal((await meldingen.lijst(wie(bieb))).van.length, 1)

  const hoe = { stand: 'aangepast', antwoord: 'Dank, het staat er nu goed.' } as const
  assert.equal(await meldingen.handelAf(wie(uwv), melding.id, hoe), 'niet-gevonden')
  // Who reported it does not answer it.
  assert.equal(await meldingen.handelAf(wie(bieb), melding.id, hoe), 'niet-gevonden')
  assert.equal(
    await meldingen.handelAf(wie(svb), melding.id, { ...hoe, antwoord: ' ' }),
    'antwoord-ontbreekt',
  )
  assert.equal(await meldingen.handelAf(wie(svb), melding.id, hoe), 'ok')
  assert.equal(await meldingen.handelAf(wie(svb), melding.id, hoe), 'niet-gevonden')
  assert.equal((await meldingen.vanBlad(wie(uwv), 'regeling-aow'))[0]?.antwoord, hoe.antwoord)
  const opruimer = kennismeldingOpruimer(alsRol('bewaring'))
  assert.equal(await opruimer.ruimOp(new Date('2026-03-02T00:00:00Z')), 0)
  assert.equal(await opruimer.ruimOp(new Date('2026-03-03T00:00:00Z')), 1)
})

test('of a sheet that no body keeps, whoever answers for the installation sees it, whatever their organisation', async (t) => {
  const { meldingen, store } = await open(t)
  await meldingen.meld(wie(bieb), { ...over, tekst: 'Er staat niets.', eigenaar: 'installatie' })
  assert.equal((await meldingen.lijst(wie(svb))).aan.length, 0)
  const [melding] = (await meldingen.lijst(wie(svb, true))).aan
  assert.ok(melding)
  const hoe = { stand: 'blijft', antwoord: 'Wij zoeken het uit.' } as const
  assert.equal(await meldingen.handelAf(wie(svb), melding.id, hoe), 'niet-gevonden')
  assert.equal(await meldingen.handelAf(wie(svb, true), melding.id, hoe), 'ok')
  // Row-level security holds also where the use case would not: in the name of another organisation nothing is written.
  await assert.rejects(
    store.bewaar(wie(uwv), { ...melding, id: melding.id.replace(/.$/, '0'), stand: 'open', van: svb }),
  )
})
