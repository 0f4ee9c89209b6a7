import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openProefdatabank } from './proefdatabank.ts'
import { datum, gemeente, openProefloket, svb, w } from './proefloket.ts'

test('a case that cannot be looked at stops no other, is told of, and makes room for the next in the rounds after it', async (t) => {
  const kapot = new Set<string>()
  const proef = openProefloket(await openProefdatabank(t), (store) => ({
    // The longest waiting first, and of those no more than one round takes.
    teBekijken: (nu, _hoogstens, zonder) => store.teBekijken(nu, 2, zonder),
    laad: (lezer, ketenzaak, opdracht) =>
      kapot.has(ketenzaak) && lezer.soort === 'taak'
        ? Promise.reject(Object.assign(new Error('onleesbaar'), { code: 'XX001' }))
        : store.laad(lezer, ketenzaak, opdracht),
  }))
  const { fouten, klok, loket, open } = proef
  for (let keer = 0; keer < 2; keer++) kapot.add((await open()).ketenzaak)
  klok.nu = new Date(klok.nu.getTime() + 1_000)
  const { ketenzaak } = await open()
  klok.nu = new Date('2026-03-21T09:00:00Z')
  assert.deepEqual([await loket.klok(), await loket.klok(), await loket.klok()], [0, 1, 0])
  assert.deepEqual(
    fouten,
    [...kapot].map((id) => [id, 'XX001']),
  )
  const beeld = await loket.bekijk(proef.bij.gemeente, ketenzaak)
  assert.deepEqual(
    beeld?.zicht.opschalingen.map(({ aanleiding, organisatie }) => [aanleiding, organisatie]),
    [
      ['termijn-gemist', gemeente],
      ['termijn-gemist', svb],
    ],
  )
  // Later it is tried again, and goes on where it was.
  kapot.clear()
  klok.nu = new Date('2026-03-21T09:15:00Z')
  assert.equal(await loket.klok(), 2)
})

test('a step that was refused waits in the list of who owns the case, until somebody is asked again', async (t) => {
  const { bij, loket, nieuw, open } = openProefloket(await openProefdatabank(t))
  const { ketenzaak, eerst, nr } = await open()
  const soorten = async () =>
    (await loket.werkvoorraad(bij.gemeente)).map(
      ({ soort, termijn, bij: wie }) => `${soort} ${termijn} ${wie}`,
    )
  const weiger = { soort: 'weiger-stap', stap: eerst, reden: w('Dit is van DUO') } as const
  assert.equal((await loket.doe(bij.svb, { id: nieuw(), ketenzaak, verwacht: nr }, weiger)).status, 'ok')
  assert.deepEqual(await soorten(), [
    // The case has its own day first: somebody has to be found before it counts as left alone.
    `regie 2026-03-13 ${gemeente}`,
    'stap-geweigerd 2026-03-20 undefined',
    'stap 2026-03-31 undefined',
  ])
  const verwacht = (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht.nr ?? 0
  const opnieuw = { soort: 'vraag-opnieuw', stap: eerst, termijn: datum('2026-03-24') } as const
  await loket.doe(bij.gemeente, { id: nieuw(), ketenzaak, verwacht }, opnieuw)
  assert.deepEqual(await soorten(), [`regie 2026-03-24 ${svb}`, 'stap 2026-03-31 undefined'])
})

test('events of a case that cannot be told keep nobody from being told of another, and are told in their order when they can', async (t) => {
  const proef = await openProefdatabank(t)
  const kapot = new Set<string>()
  const { loket, open, verstuurd, fouten, klok, bij, nieuw } = openProefloket(
    proef,
    undefined,
    (berichten) => {
      if (berichten.some(({ subject }) => kapot.has(subject))) throw new Error('niet te vertellen')
    },
  )
  const eerste = await open()
  kapot.add(eerste.ketenzaak)
  assert.equal(await loket.zend(), 0)
  assert.deepEqual(fouten, [[eerste.ketenzaak, undefined]])
  const tweede = await open()
  assert.ok((await loket.zend()) > 0)
  assert.deepEqual([...new Set(verstuurd.map(({ subject }) => subject))], [tweede.ketenzaak])
  const erbij = { soort: 'voeg-toe', wat: 'notitie', tekst: w('later') } as const
  await loket.doe(bij.gemeente, { id: nieuw(), ketenzaak: eerste.ketenzaak, verwacht: eerste.nr }, erbij)
  assert.equal(await loket.zend(), 0, 'wat erna kwam, komt er niet voor')
  kapot.clear()
  klok.nu = new Date(klok.nu.getTime() + 61_000)
  assert.equal(await loket.zend(), eerste.nr + 1)
  const nummers = verstuurd.filter(({ subject }) => subject === eerste.ketenzaak).map(({ data }) => data.nr)
  assert.deepEqual(
    nummers,
    Array.from({ length: eerste.nr + 1 }, (_, i) => i + 1),
  )
})
