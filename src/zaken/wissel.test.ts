import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import {
  begin,
  bronId,
  dag,
  kijkerVoor,
  mens,
  Proefbron,
  Proeflog,
  Proefwekker,
  proefzaak,
  rust,
  uuid,
  verbind,
} from './proefzaken.ts'
import { gewoneToonregel } from './toonregel.ts'
import type { BronId } from './zaakgegevens.ts'
import { createZaken } from './zaken-maken.ts'
import type { Zaakverbinding } from './zakenomgeving.ts'

const { zaaktaal } = proefcorpus()
const kijker = kijkerVoor(mens(1))
const streng = { standaard: { ...gewoneToonregel, vanaf: dag('2025-01-01') }, perZaaktype: [] }

function opzet() {
  const klok = new Proefwekker()
  const oud = new Proefbron('cak', [proefzaak({ ref: { bron: bronId('cak'), uuid: uuid(1) } })])
  const ander = new Proefbron('svb', [
    proefzaak({ ref: { bron: bronId('svb'), uuid: uuid(2) }, nummer: 'SVB-2' }),
  ])
  let verbindingen: readonly Zaakverbinding[] = [verbind(oud), verbind(ander)]
  let meld: (bronnen: readonly BronId[]) => void = () => {}
  let luistert = true
  const zaken = createZaken({
    verbindingen: () => verbindingen,
    bijWissel: (fn) => {
      meld = fn
      return () => {
        luistert = false
      }
    },
    zaaktaal: () => zaaktaal,
    audit: new Proeflog(),
    nu: klok.nu,
    wekker: klok.wekker,
    meld: () => {},
  })
  return {
    zaken,
    klok,
    oud,
    ander,
    luistert: () => luistert,
    verbindMet: (een: Zaakverbinding) => {
      verbindingen = [een]
    },
    /** The connection as it is from now on; absent: taken away. */
    wissel: (nieuw: Zaakverbinding | undefined) => {
      verbindingen = [...(nieuw === undefined ? [] : [nieuw]), verbind(ander)]
      meld([oud.id])
    },
    zie: async () => {
      const blik = zaken.kijk(kijker, 300)
      await rust()
      klok.vooruit(300)
      return blik
    },
  }
}

test('what came in under the old settings of a connection is let go, and only that connection is asked anew', async () => {
  const { zie, oud, ander, wissel, zaken, luistert } = opzet()
  assert.equal((await zie()).zaken.length, 2)
  // The adapter of the new settings holds back what the old one let through.
  const nieuw = new Proefbron('cak')
  wissel(verbind(nieuw, streng))
  const blik = await zie()
  assert.deepEqual([blik.zaken.length, blik.isKlaar], [1, true])
  assert.deepEqual([oud.vragen.length, nieuw.vragen.length, ander.vragen.length], [1, 1, 1])
  zaken.sluit()
  assert.equal(luistert(), false)
})

test('an answer that was on its way under the old settings is not taken, also when the new was asked meanwhile', async () => {
  const { zie, zaken, klok, oud, wissel } = opzet()
  oud.houdtOp = true
  await zie()
  const nieuw = new Proefbron('cak')
  nieuw.houdtOp = true
  const wachtend = zaken.kijk(kijker, 10_000)
  await rust()
  wissel(verbind(nieuw, streng))
  oud.laatGaan()
  await rust()
  klok.vooruit(10_000)
  // Whoever waited while it changed hears that it is not all: never a silent gap.
  const tussen = await wachtend
  assert.deepEqual([tussen.zaken.length, tussen.isKlaar, tussen.bronnen.length], [1, false, 2])
  await zie()
  assert.deepEqual([nieuw.vragen.length, nieuw.wachtend], [1, 1])
  nieuw.laatGaan()
  await rust()
  const na = await zie()
  assert.deepEqual([na.zaken.length, na.isKlaar], [1, true])
})

test('an old answer that comes after the new question does not become its answer', async () => {
  const { zie, oud, wissel } = opzet()
  oud.houdtOp = true
  await zie()
  const nieuw = new Proefbron('cak')
  nieuw.houdtOp = true
  wissel(verbind(nieuw, streng))
  await zie()
  oud.laatGaan()
  await rust()
  assert.equal((await zie()).zaken.length, 1)
})

test('a connection that was taken away is neither waited for nor named', async () => {
  const { zie, wissel, ander } = opzet()
  await zie()
  wissel(undefined)
  const blik = await zie()
  assert.deepEqual([blik.isKlaar, blik.bronnen.map(({ bron }) => bron)], [true, [ander.id]])
})

test('what an adapter remembers of somebody is of this session and person alone, and goes with it', async () => {
  const { zaken, oud, verbindMet } = opzet()
  const geheugens: (Map<string, string> | undefined)[] = []
  verbindMet({
    ...verbind(oud),
    contacten: {
      id: oud.id,
      contacten: async ({ geheugen }) => {
        geheugens.push(geheugen)
        geheugen?.set('partij', 'x')
        return { status: 'onbekend', op: begin }
      },
      stelVraag: async () => ({ status: 'onbekend', op: begin }),
    },
  })
  const ref = { bron: oud.id, uuid: uuid(1) }
  const ander = kijkerVoor(mens(2), { plek: 'elders' })
  for (const wie of [kijker, kijker, ander]) await zaken.contacten(wie, ref)
  const [eerste, tweede, derde] = geheugens
  assert.equal(eerste, tweede)
  assert.notEqual(eerste, derde)
  zaken.vergeet(kijker.plek)
  assert.deepEqual([eerste?.size, derde?.size], [0, 1])
})
