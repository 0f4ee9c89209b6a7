import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openAudit, openSleutelring } from '../audit/index.ts'
import { proefbewijs } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { maakPersoonId, type OrganisatieId, type PersoonId, parseDatum } from '../domain/index.ts'
import {
  bekijk,
  herbevestig,
  openZaakindex,
  verwerkHint,
  type Zaakbron,
  type Zaakgegevens,
} from '../zaken/index.ts'
import { bewijsOpslag } from './bewijs.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { zaakberichtOpslag } from './zaakberichten.ts'
import { zaakindexOpslag, zaakweigeringOpslag } from './zaakindex.ts'
import { zaakindexwerkOpslag } from './zaakindexwerk.ts'

const [rotterdam, svb] = ['gemeente-GM0599', 'svb'] as readonly string[] as readonly [
  OrganisatieId,
  OrganisatieId,
]
const dagMs = 24 * 3_600_000
type Antwoord = Awaited<ReturnType<Zaakbron['zoek']>>

/** With the real record of processing: a purpose that does not cover this would end the round. */
async function opzet(t: Parameters<typeof openProefdatabank>[0]) {
  const { databank, alsRol } = await openProefdatabank(t)
  const klok = { ms: Date.UTC(2026, 2, 1, 10) }
  const nu = () => new Date(klok.ms)
  const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const audit = openAudit({
    store: bewijsOpslag({ databank, bewijs: alsRol('bewijs') }),
    register: () => register,
    ring,
    nu,
    toeval: randomBytes,
    registerUri: 'https://voordeur.example/verwerkingen',
  })
  const index = zaakindexOpslag(databank, nu)
  const werk = zaakindexwerkOpslag(databank)
  const weigeringen = zaakweigeringOpslag(databank)
  const zaken = openZaakindex({ store: index, werk, weigeringen, ring, nu, toeval: randomBytes })
  const gevraagd: string[] = []
  const fouten: unknown[] = []
  let antwoord: (bron: OrganisatieId) => Antwoord = () => heeft([])
  const heeft = (uuids: readonly string[], isVolledig = true): Antwoord => ({
    status: 'ok',
    op: nu(),
    gegevens: {
      isVolledig,
      // Only where it is, is read of it.
      zaken: uuids.map((uuid) => ({ ref: { bron: svb, uuid } }) as Zaakgegevens),
    },
  })
  const vandaag = parseDatum('2026-03-01')
  assert.ok(vandaag)
  const bekeken: string[] = []
  const opdracht = () =>
    ({
      index,
      werk,
      audit,
      ring,
      nu,
      vandaag: () => vandaag,
      bronnen: () =>
        [svb, rotterdam].map((id) => ({
          meldt: id === svb,
          bron: {
            id,
            zoek: async ({ persoon, bewijs }) => {
              gevraagd.push(`${id} ${persoon} ${bewijs.doel}`)
              return antwoord(id)
            },
            haal: async ({ bewijs }, ref) => {
              gevraagd.push(`haal ${ref.uuid} ${bewijs.doel}`)
              return { status: 'fout', soort: 'storing', sinds: nu() }
            },
          },
        })),
      wacht: {
        neem: async (persoon, bron, zaken) => void bekeken.push(`${bron} ${persoon} ${zaken.length}`),
      },
      meldFout: (fout) => void fouten.push(fout),
    }) satisfies Parameters<typeof herbevestig>[0]
  const ronde = () => herbevestig(opdracht())
  return {
    opdracht,
    bekeken,
    klok,
    nu,
    ring,
    audit,
    index,
    werk,
    zaken,
    berichten: zaakberichtOpslag(databank),
    gevraagd,
    fouten,
    ronde,
    heeft,
    zet: (een: typeof antwoord) => {
      antwoord = een
    },
  }
}

const mens = (): PersoonId => maakPersoonId(new Date(1_800_000_000_000), randomBytes)

test('who was never asked about is asked for everywhere, then again when it is long ago; each with a line of its own', async (t) => {
  const { klok, zaken, ronde, gevraagd, audit, fouten } = await opzet(t)
  const ik = mens()
  assert.equal(await ronde(), 0)
  await zaken.meldAan(ik)
  assert.equal(await ronde(), 2)
  assert.deepEqual(gevraagd.toSorted(), [`${rotterdam} ${ik} zaken-index`, `${svb} ${ik} zaken-index`])
  assert.equal(await ronde(), 0)
  klok.ms += dagMs + 1
  assert.equal(await ronde(), 1, 'who tells us nothing is asked each day')
  klok.ms += 6 * dagMs
  assert.equal(await ronde(), 2)
  const regels = await audit.leesInzage(ik, proefbewijs(ik))
  assert.deepEqual([regels.length, fouten], [5, []])
})

test('a source that does not answer changes nothing and is left alone for a while', async (t) => {
  const { klok, zaken, ronde, zet, heeft, nu } = await opzet(t)
  const [ik, een, twee] = [mens(), randomUUID(), randomUUID()]
  const bijSvb = async () => (await zaken.bekend(ik))?.bronnen.find(({ bron }) => bron === svb)
  await zaken.meldAan(ik)
  zet(() => heeft([een]))
  await ronde()
  const eerst = await bijSvb()
  assert.deepEqual(eerst, { bron: svb, bevestigdOp: nu(), zaken: [een] })
  klok.ms += 8 * dagMs
  zet(() => ({ status: 'fout', soort: 'te-laat', sinds: nu() }))
  assert.equal(await ronde(), 2)
  assert.equal(await ronde(), 0)
  assert.deepEqual(await bijSvb(), eerst)
  klok.ms += 7 * 3_600_000
  // Not the whole of it: what is there is added, what is not there stays, and it is not confirmed.
  zet(() => heeft([twee], false))
  assert.equal(await ronde(), 2)
  assert.deepEqual(await bijSvb(), { bron: svb, bevestigdOp: eerst?.bevestigdOp, zaken: [een, twee].sort() })
  klok.ms += 7 * 3_600_000
  zet(() => ({ status: 'onbekend', op: nu() }))
  assert.equal(await ronde(), 2)
  assert.deepEqual(await bijSvb(), { bron: svb, bevestigdOp: nu(), zaken: [] })
})

test('after news was missed everybody at that source is asked about anew, not at once and not elsewhere', async (t) => {
  const { klok, zaken, ronde, berichten, nu } = await opzet(t)
  for (const wie of [mens(), mens()]) await zaken.meldAan(wie)
  await ronde()
  klok.ms += 3_600_000
  await berichten.zetAbonnement(svb, { fout: 'geweigerd', isGemist: true }, nu())
  assert.equal(await ronde(), 0)
  klok.ms += 6 * 3_600_000
  assert.equal(await ronde(), 2)
  assert.equal(await ronde(), 0)
  klok.ms += 6 * 3_600_000
  assert.equal(await ronde(), 0, 'asked after what was missed')
})

test('two nodes never ask about the same person at the same source', async (t) => {
  const { zaken, ronde, gevraagd } = await opzet(t)
  await Promise.all(Array.from({ length: 12 }, () => zaken.meldAan(mens())))
  await Promise.all([ronde(), ronde(), ronde()])
  while ((await ronde()) > 0);
  assert.deepEqual([gevraagd.length, new Set(gevraagd).size], [24, 24])
})

test('a hint writes a line for who takes part, and about others there is nothing to write', async (t) => {
  const { zaken, index, werk, audit, ring, nu } = await opzet(t)
  const [ik, ander] = [mens(), mens()]
  await zaken.meldAan(ik)
  const delen = { index, werk, audit, ring, nu }
  const ref = { bron: svb, uuid: randomUUID() }
  const wie = (...gegevens: PersoonId[]) =>
    verwerkHint(delen, ref, async () => ({ status: 'ok', gegevens, op: nu() }))
  assert.deepEqual(await wie(ander), { status: 'verwerkt', betrokken: 0 })
  assert.deepEqual(await wie(ander, ik), { status: 'verwerkt', betrokken: 1 })
  assert.deepEqual((await zaken.bekend(ik))?.bronnen, [{ bron: svb, zaken: [ref.uuid] }])
  assert.deepEqual(await wie(ander), { status: 'verwerkt', betrokken: 1 }, 'it was theirs')
  assert.deepEqual((await zaken.bekend(ik))?.bronnen, [])
  assert.deepEqual(
    [
      (await audit.leesInzage(ik, proefbewijs(ik))).length,
      (await audit.leesInzage(ander, proefbewijs(ander))).length,
    ],
    [2, 0],
  )
  const [regel] = await audit.leesInzage(ik, proefbewijs(ik))
  assert.equal(regel?.verwerking, 'zaken-index')
})

test('where somebody has cases is looked each day whether one takes too long, also at a source that tells of every change', async (t) => {
  const { klok, nu, zaken, ronde, opdracht, bekeken, zet, heeft, gevraagd } = await opzet(t)
  const [ik, een] = [mens(), randomUUID()]
  const blik = () => bekijk(opdracht())
  assert.equal(await blik(), 0)
  zet((bron) => heeft(bron === svb ? [een] : []))
  await zaken.meldAan(ik)
  assert.equal(await blik(), 0, 'nowhere is known that they have a case')
  await ronde()
  bekeken.length = 0
  assert.equal(await blik(), 0, 'who was asked about was looked at')
  klok.ms += dagMs - 1
  assert.equal(await blik(), 0)
  klok.ms += 1
  gevraagd.length = 0
  assert.deepEqual([await blik(), await blik()], [1, 0])
  assert.deepEqual(gevraagd, [`${svb} ${ik} zaken-index`])
  assert.deepEqual(bekeken, [`${svb} ${ik} 1`])
  // What failed, at the source or in our own work, is done again within the hour, and not before.
  const uurMs = 3_600_000
  const kapot: Antwoord = { status: 'fout', soort: 'storing', sinds: nu() }
  const stukgaan = [
    () => zet(() => kapot),
    () =>
      zet(() => {
        throw new Error('register weg')
      }),
  ]
  klok.ms += dagMs
  for (const maakStuk of stukgaan) {
    maakStuk()
    assert.deepEqual([await blik(), await blik()], [1, 0])
    klok.ms += uurMs - 1
    assert.equal(await blik(), 0)
    klok.ms += 1
  }
  zet(() => heeft([een]))
  assert.deepEqual([await blik(), await blik()], [1, 0])
  klok.ms += uurMs
  assert.equal(await blik(), 0, 'it went well: a day again')
  // Nobody looks for somebody who wants to be forgotten, nor where nobody is told.
  klok.ms += dagMs
  const { wacht: _, ...zonder } = opdracht()
  assert.equal(await bekijk(zonder), 0)
  await zaken.zetDeelname(ik, false)
  assert.equal(await blik(), 0)
})

test('what is in a case is read for a purpose of its own, and what cannot be had is not known', async (t) => {
  const { zaken, opdracht, zet, heeft, gevraagd } = await opzet(t)
  const [ik, een] = [mens(), randomUUID()]
  zet((bron) => heeft(bron === svb ? [een] : []))
  await zaken.meldAan(ik)
  const gehoord: unknown[] = []
  const contact = { id: 'c', kanaal: 'portaal', onderwerp: 'Vraag', zaken: [een] }
  await herbevestig({
    ...opdracht(),
    bronnen: () =>
      opdracht()
        .bronnen()
        .map((bron) => ({
          ...bron,
          contacten: {
            contacten: async ({ bewijs }) => {
              gevraagd.push(`contacten ${bron.bron.id} ${bewijs.doel}`)
              return { status: 'ok', op: new Date(), gegevens: { contacten: [contact], isVolledig: true } }
            },
          },
        })),
    wacht: {
      async neem(_persoon, bron, _zaken, ernaast) {
        const besluiten = await ernaast?.besluitenVan?.({ bron, uuid: een }, proefbewijs(ik))
        gehoord.push([bron, ernaast?.contacten?.length, besluiten])
      },
    },
  })
  assert.deepEqual(gehoord.toSorted(), [
    [rotterdam, undefined, undefined],
    [svb, 1, undefined],
  ])
  assert.deepEqual(gevraagd.filter((wat) => wat.endsWith('zaken-signalen')).toSorted(), [
    `contacten ${svb} zaken-signalen`,
  ])
})
