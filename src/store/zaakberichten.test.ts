import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openSleutelring } from '../audit/index.ts'
import { nepbewijs } from '../audit/proefaudit.ts'
import { maakPersoonId, type OrganisatieId } from '../domain/index.ts'
import type { Registerfout } from '../inwoner/index.ts'
import { openPostvak, openZaakindex, type WieHeeft, werkHintsAf } from '../zaken/index.ts'
import type { Databank } from './databank.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { zaakberichtOpslag } from './zaakberichten.ts'
import { zaakindexOpslag, zaakweigeringOpslag } from './zaakindex.ts'
import { zaakindexwerkOpslag } from './zaakindexwerk.ts'

const [rotterdam, svb] = ['gemeente-GM0599', 'svb'] as readonly string[] as readonly [
  OrganisatieId,
  OrganisatieId,
]
const minuutMs = 60_000

async function opzet(databank: Databank) {
  const klok = { ms: Date.UTC(2026, 2, 1, 10) }
  const nu = () => new Date(klok.ms)
  const berichten = zaakberichtOpslag(databank)
  const ring = openSleutelring(() => ['een geheim van minstens tweeëndertig tekens'])
  const index = zaakindexOpslag(databank, nu)
  const werk = zaakindexwerkOpslag(databank)
  const weigeringen = zaakweigeringOpslag(databank)
  const zaken = openZaakindex({ store: index, werk, weigeringen, ring, nu, toeval: randomBytes })
  const ik = maakPersoonId(nu(), randomBytes)
  await zaken.meldAan(ik)
  const gevraagd: string[] = []
  const fouten: unknown[] = []
  let fout: Registerfout | undefined
  const wieHeeft: WieHeeft = async ({ uuid }) => {
    gevraagd.push(uuid)
    if (fout !== undefined) return { status: 'fout', soort: fout, sinds: nu() }
    return { status: 'ok', gegevens: [ik], op: nu() }
  }
  const werkAf = () =>
    werkHintsAf({
      index,
      werk,
      berichten,
      ring,
      nu,
      audit: { metVerwerking: async (_verwerking, fn) => fn(nepbewijs()) },
      bronnen: () =>
        new Map([
          [svb, wieHeeft],
          [rotterdam, wieHeeft],
        ]),
      loting: () => 0.5,
      meldFout: (een) => void fouten.push(een),
    })
  const stand = async (bron: OrganisatieId = svb) =>
    (await berichten.standen()).find((een) => een.bron === bron)
  return {
    klok,
    nu,
    berichten,
    zaken,
    ik,
    gevraagd,
    fouten,
    werkAf,
    stand,
    zetFout: (een: Registerfout | undefined) => {
      fout = een
    },
  }
}

const pakAlles = { bronnen: [svb, rotterdam], perBron: 100 }

test('said ten times is read once; what is said while it is read is read again', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { berichten, nu, klok, stand } = await opzet(databank)
  const zaak = randomUUID()
  await berichten.ontvang(Array.from({ length: 10 }, () => ({ bron: svb, zaak, op: nu() })))
  const tot = new Date(klok.ms + minuutMs)
  const [hint, ...rest] = await berichten.pak({ ...pakAlles, nu: nu(), tot })
  assert.deepEqual([hint?.ref, rest], [{ bron: svb, uuid: zaak }, []])
  assert.ok(hint)
  await berichten.ontvang([{ bron: svb, zaak, op: nu() }])
  assert.deepEqual(await berichten.pak({ ...pakAlles, nu: nu(), tot }), [], 'somebody has it')
  await berichten.klaar(svb, [hint])
  const [weer] = await berichten.pak({ ...pakAlles, nu: nu(), tot })
  assert.ok(weer)
  await berichten.klaar(svb, [weer])
  assert.deepEqual(await berichten.pak({ ...pakAlles, nu: nu(), tot }), [])
  const { ontvangen, verwerkt, wachtend } = (await stand()) ?? {}
  assert.deepEqual({ ontvangen, verwerkt, wachtend }, { ontvangen: 11, verwerkt: 2, wachtend: 0 })
})

test('nodes never take the same case, and what a node took when it fell over another one gets later', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { berichten, nu, klok } = await opzet(databank)
  const zaken = Array.from({ length: 60 }, () => randomUUID())
  await berichten.ontvang(zaken.map((zaak) => ({ bron: svb, zaak, op: nu() })))
  const tot = new Date(klok.ms + minuutMs)
  const delen = await Promise.all(
    Array.from({ length: 4 }, () => berichten.pak({ ...pakAlles, perBron: 20, nu: nu(), tot })),
  )
  const gepakt = delen.flat().map(({ ref }) => ref.uuid)
  assert.equal(new Set(gepakt).size, gepakt.length)
  while ((await berichten.pak({ ...pakAlles, nu: nu(), tot })).length > 0);
  klok.ms += minuutMs
  assert.equal((await berichten.pak({ ...pakAlles, nu: nu(), tot: new Date(klok.ms + minuutMs) })).length, 60)
})

test('a source that fails is left alone, longer each time; another one goes on, and nothing is lost', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { berichten, nu, klok, werkAf, zetFout, gevraagd, stand, zaken, ik } = await opzet(databank)
  const alles = Array.from({ length: 30 }, () => randomUUID())
  await berichten.ontvang(alles.map((zaak) => ({ bron: svb, zaak, op: nu() })))
  zetFout('onbereikbaar')
  await werkAf()
  assert.ok(gevraagd.length <= 4, `${gevraagd.length} asked`)
  const eerst = (await stand())?.rustTot
  assert.ok(eerst !== undefined && eerst > nu())
  await werkAf()
  assert.ok(gevraagd.length <= 4, 'not before its time')
  klok.ms = eerst.getTime()
  await werkAf()
  const later = (await stand())?.rustTot
  assert.ok(
    later !== undefined && later.getTime() - nu().getTime() > eerst.getTime() - Date.UTC(2026, 2, 1, 10),
  )

  const elders = randomUUID()
  zetFout(undefined)
  await berichten.ontvang([{ bron: rotterdam, zaak: elders, op: nu() }])
  await werkAf()
  assert.deepEqual((await zaken.bekend(ik))?.bronnen, [{ bron: rotterdam, zaken: [elders] }])
  for (let i = 0; i < 5; i++) {
    klok.ms += 20 * minuutMs
    await werkAf()
  }
  const bronnen = (await zaken.bekend(ik))?.bronnen
  assert.deepEqual(bronnen?.find(({ bron }) => bron === svb)?.zaken, alles.toSorted())
  assert.deepEqual([(await stand())?.wachtend, (await stand())?.rustTot], [0, undefined])
})

test('a case of which the answer is never of use is given up in the end, counted, and asked about anew', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { berichten, nu, klok, werkAf, zetFout, gevraagd, stand, fouten } = await opzet(databank)
  await berichten.ontvang([{ bron: svb, zaak: randomUUID(), op: nu() }])
  zetFout('onleesbaar')
  for (let i = 0; i < 30; i++) {
    await werkAf()
    klok.ms += 20 * minuutMs
  }
  assert.equal(gevraagd.length, 10)
  const { mislukt, wachtend, gemistOp } = (await stand()) ?? {}
  assert.deepEqual([mislukt, wachtend, fouten], [1, 0, []])
  assert.ok(gemistOp)
})

test('what comes in together is written together; who was told that it is kept can count on it', async () => {
  const geschreven: number[] = []
  let isStuk = false
  const vak = openPostvak({
    ontvang: async (ontvangsten) => {
      geschreven.push(ontvangsten.length)
      if (isStuk) throw new Error('de databank is weg')
    },
  })
  const een = () => vak.ontvang([{ bron: svb, zaak: randomUUID(), op: new Date(0) }])
  assert.deepEqual(new Set(await Promise.all(Array.from({ length: 40 }, een))), new Set(['bewaard']))
  assert.deepEqual(geschreven, [1, 39])
  isStuk = true
  const uit = await Promise.allSettled([een(), een()])
  assert.deepEqual(
    uit.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  isStuk = false
  const veel = Array.from({ length: 5_001 }, () => ({ bron: svb, op: new Date(0) }))
  assert.equal(await vak.ontvang(veel), 'vol')
  assert.equal(await vak.ontvang(veel.slice(0, 700)), 'bewaard')
})
