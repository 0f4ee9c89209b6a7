import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { proefbewijs } from '../audit/proefaudit.ts'
import { type Aanmeldweg, openLevensloopbronnen } from '../proactief/index.ts'
import { ingangen } from './context.ts'
import { levensloopbronOpslag } from './levensloopbronnen.ts'
import { alsEigenaar } from './proefdatabank.ts'
import { openProefvolgen } from './proefvolgen.ts'

const uren = (n: number) => n * 3_600_000
const brp = {
  bron: 'rvig',
  organisatie: 'gemeente',
  soorten: ['geboorte'],
  aanmelden: 'https://brp.example/volgen',
}

async function opzet(t: Parameters<typeof openProefvolgen>[0]) {
  const proef = await openProefvolgen(t)
  const { databank, audit, ring, klok } = proef
  const store = levensloopbronOpslag(databank)
  const bronnen = openLevensloopbronnen({
    ...{ store, audit, ring, nu: () => klok.nu, toeval: randomBytes },
    isOverheid: (id) => ({ gemeente: true, bank: false })[id as string],
    magAdres: ({ protocol }) => protocol === 'https:',
  })
  const gehoord: string[] = []
  const wie = { antwoord: 'ok' as 'ok' | 'wacht', tussendoor: async () => {} }
  const weg: Aanmeldweg = {
    volg: async ({ geheim }, { naam, soorten }) => {
      gehoord.push(`aan ${naam} ${soorten.join(' ')} ${geheim}`)
      await wie.tussendoor()
      return wie.antwoord
    },
    stop: async (_naar, naam) => {
      gehoord.push(`af ${naam}`)
      return wie.antwoord
    },
  }
  // The line itself is tested where lines are written.
  const regels: Parameters<typeof bronnen.meldAan>[0]['audit'] = {
    metVerwerking: (verwerking, doe) => doe(proefbewijs([...verwerking.betrokkenen])),
  }
  const meldAan = () => bronnen.meldAan({ weg, audit: regels, loting: () => 0 })
  return { ...proef, store, bronnen, gehoord, wie, meldAan }
}

test('a connected source hears whom to follow, by its own name, and that it ended; one that is not hears nothing', async (t) => {
  const { bronnen, volgen, doetMee, naam, gehoord, meldAan, wie, klok } = await opzet(t)
  await doetMee()
  assert.equal(await meldAan(), 0)
  assert.equal((await bronnen.zet(brp, 'een sleutel')).status, 'ok')
  const ik = await doetMee()
  const mijn = naam('rvig', ik)
  // It does not answer: later, and once.
  wie.antwoord = 'wacht'
  assert.equal(await meldAan(), 0)
  assert.equal(await meldAan(), 0)
  assert.equal((await bronnen.wachtend()).get('rvig'), 1)
  klok.nu = new Date(klok.nu.getTime() + uren(2))
  wie.antwoord = 'ok'
  assert.equal(await meldAan(), 1)
  assert.equal(await meldAan(), 0)
  assert.deepEqual(gehoord, Array(2).fill(`aan ${mijn} geboorte een sleutel`))
  await volgen.stop(ik, proefbewijs(ik))
  assert.equal(await meldAan(), 1)
  assert.equal(gehoord.at(-1), `af ${mijn}`)
  assert.equal(await meldAan(), 0)
})

test('who takes part already is followed by a source that comes later, in batches, and not who stopped', async (t) => {
  const { bronnen, volgen, doetMee, persoon, naam, gehoord, meldAan, klok, store, ontvangst, audit } =
    await opzet(t)
  const [een, twee, drie, weg] = [await doetMee(), await doetMee(), await doetMee(), await doetMee()]
  await volgen.stop(weg, proefbewijs(weg))
  const later = { ...brp, bron: 'svb', soorten: ['geboorte', 'overlijden'] }
  await bronnen.zet(later, 'een sleutel')
  // Not before every node knows of it: who begins meanwhile would fall between.
  assert.deepEqual([await bronnen.vulAan(), await meldAan()], [0, 0])
  klok.nu = new Date(klok.nu.getTime() + 15_000)
  const maak = (bron: string, wie: typeof een) => {
    const bewijs = {
      onderwerp: `persoon:${wie}`,
      soort: 'bron-volgt',
      tijd: klok.nu,
      codes: { bron },
    } as const
    return { wie: naam(bron, wie), bewijs: audit.verzegel(bewijs) }
  }
  // Two at a time: what is done in one go is bounded, and nobody is forgotten or done twice.
  assert.deepEqual(
    [
      await store.vulAan(klok.nu, 2, maak),
      await store.vulAan(klok.nu, 2, maak),
      await store.vulAan(klok.nu, 2, maak),
    ],
    [2, 1, 0],
  )
  assert.equal(await meldAan(), 3)
  const verwacht = [een, twee, drie].map((wie) => `aan ${naam('svb', wie)} geboorte overlijden een sleutel`)
  assert.deepEqual(gehoord.toSorted(), verwacht.toSorted())
  // From then on it is believed.
  const bericht = {
    ...{ specversion: '1.0', id: 'a', source: 'x', type: 'nl.voordeur.levensloop.geboorte' },
    ...{ subject: naam('svb', een), data: { op: '2026-03-01' } },
  }
  const uitkomst = await ontvangst.ontvang('svb', bericht)
  assert.equal(uitkomst.status === 'ontvangen' && uitkomst.nieuw, 1)

  // The same again is no change; other kinds are told of everybody whom it follows, once.
  await bronnen.zet(later)
  klok.nu = new Date(klok.nu.getTime() + 15_000)
  assert.deepEqual([await bronnen.vulAan(), await meldAan()], [0, 0])
  await bronnen.zet({ ...later, soorten: ['overlijden'] })
  klok.nu = new Date(klok.nu.getTime() + 15_000)
  assert.deepEqual([await bronnen.vulAan(), await bronnen.vulAan(), await meldAan()], [3, 0, 3])
  assert.deepEqual(
    gehoord.slice(-3).toSorted(),
    [een, twee, drie].map((wie) => `aan ${naam('svb', wie)} overlijden een sleutel`).toSorted(),
  )
  // Who stops is followed by none of them.
  await volgen.stop(twee, proefbewijs(twee))
  await meldAan()
  assert.equal(gehoord.at(-1), `af ${naam('svb', twee)}`)
  assert.ok(!gehoord.some((regel) => regel.includes(naam('svb', weg))) && persoon() !== weg)
})

test('a source that has enough to hear gets no more names: who stops now does not wait behind a whole country', async (t) => {
  const { bronnen, volgen, doetMee, gehoord, meldAan, naam, url, klok } = await opzet(t)
  const [ik, ander] = [await doetMee(), await doetMee()]
  await bronnen.zet({ ...brp, bron: 'svb' })
  klok.nu = new Date(klok.nu.getTime() + 15_000)
  await alsEigenaar(
    { url },
    `insert into voordeur.levensloop_aanmelding (bron, wie, wat) select 'svb', 'een ander ' || n, 'af'
      from generate_series(1, 500) n`,
  )
  assert.equal(await bronnen.vulAan(), 0)
  while ((await meldAan()) > 0);
  assert.equal(await bronnen.vulAan(), 2)
  await volgen.stop(ik, proefbewijs(ik))
  await meldAan()
  assert.deepEqual(gehoord.slice(-2).toSorted(), [
    `aan ${naam('svb', ander)} geboorte undefined`,
    `af ${naam('svb', ik)}`,
  ])
})

test('who stops while a source that came later gets their name, has no name anywhere afterwards', async (t) => {
  const { volgen, doetMee, databank, naam, url, klok } = await opzet(t)
  const ik = await doetMee()
  const wacht = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  // As it is written down: read under a lock, and meanwhile they stop.
  const stopt = await ingangen(databank).alsTaak('levensloop', async (tx) => {
    await sql`select 1 from levensloop_dossier where persoon = ${ik} for key share`.execute(tx)
    const bezig = volgen.stop(ik, proefbewijs(ik))
    while ((await alsEigenaar({ url }, wacht)).length === 0);
    await sql`insert into levensloop_abonnement (bron, wie, persoon, sinds)
      values ('svb', ${naam('svb', ik)}, ${ik}, ${klok.nu})`.execute(tx)
    return { bezig }
  })
  assert.equal(await stopt.bezig, true)
  assert.deepEqual(await alsEigenaar({ url }, 'select bron from voordeur.levensloop_abonnement'), [])
})

test('who stops before the source heard is never named; while it hears, it hears afterwards that it ended', async (t) => {
  const { bronnen, volgen, doetMee, naam, gehoord, meldAan, wie } = await opzet(t)
  await bronnen.zet(brp)
  const [vroeg, tijdens] = [await doetMee(), await doetMee()]
  await volgen.stop(vroeg, proefbewijs(vroeg))
  wie.tussendoor = async () => {
    await volgen.stop(tijdens, proefbewijs(tijdens))
  }
  await meldAan()
  wie.tussendoor = async () => {}
  await meldAan()
  const namen = { vroeg: naam('rvig', vroeg), tijdens: naam('rvig', tijdens) }
  assert.ok(!gehoord.some((een) => een.startsWith(`aan ${namen.vroeg}`)))
  assert.deepEqual(
    gehoord.filter((een) => een.includes(namen.tijdens)).map((een) => een.split(' ')[0]),
    ['aan', 'af'],
  )
})

test('a source that is closed is told nothing more, and nobody has a name there', async (t) => {
  const { bronnen, doetMee, meldAan, naam, ontvangst } = await opzet(t)
  await bronnen.zet(brp)
  const ik = await doetMee()
  assert.equal(await bronnen.sluit('rvig'), true)
  assert.equal(await bronnen.sluit('rvig'), false)
  assert.equal(await meldAan(), 0)
  const bericht = {
    ...{ specversion: '1.0', id: 'a', source: 'x', type: 'nl.voordeur.levensloop.geboorte' },
    ...{ subject: naam('rvig', ik), data: { op: '2026-03-01' } },
  }
  const { status: _, ...telling } = await ontvangst.ontvang('rvig', bericht)
  assert.deepEqual(telling, { nieuw: 0, dubbel: 0, samen: 0, onbekend: 1 })
})

test('every fault of a file is named with what to do, and nothing of it is kept', async (t) => {
  const { bronnen } = await opzet(t)
  const fout = { bron: 'Rvig!', organisatie: 'bank', soorten: ['geboorte', 'iets'], aanmelden: 'http://x' }
  const uitkomst = await bronnen.zet(fout)
  assert.ok(uitkomst.status === 'ongeldig')
  assert.deepEqual(
    uitkomst.fouten.map(({ veld }) => veld),
    ['bron', 'organisatie', 'soorten', 'aanmelden'],
  )
  assert.match(uitkomst.fouten.map(({ waarom }) => waarom).join(' '), /Wabb art\. 10.*Kies uit: geboorte/)
  assert.equal((await bronnen.zet({ ...brp, extra: 1 })).status, 'ongeldig')
  assert.equal((await bronnen.zet({ ...brp, organisatie: 'niemand' })).status, 'ongeldig')
  assert.deepEqual(await bronnen.alle(), [])
})
