import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { gewonePlekgrenzen } from './plekken.ts'
import {
  bronId,
  kijkerVoor,
  lijst,
  mens,
  Proefbron,
  Proeflog,
  Proefwekker,
  proefzaak,
  rust,
  uuid,
  verbind,
} from './proefzaken.ts'
import type { Zaakvraag } from './zaakbron.ts'
import type { Kijker, Zakenblik } from './zaken.ts'
import { createZaken } from './zaken-maken.ts'

const { zaaktaal } = proefcorpus()
const mensen = [mens(1), mens(2), mens(3)]
const namen = ['cak', 'svb', 'duo']

type Stap =
  | { readonly wat: 'kijk'; readonly plek: number; readonly wie: number; readonly als: 'zelf' | 'ander' }
  | { readonly wat: 'opnieuw'; readonly plek: number; readonly wie: number; readonly bron: number }
  | { readonly wat: 'antwoord'; readonly bron: number; readonly welke: number }
  | { readonly wat: 'vergeet'; readonly plek: number }
  | { readonly wat: 'tijd'; readonly ms: number }

const getal = (max: number) => fc.nat(max - 1)
const stap: fc.Arbitrary<Stap> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      wat: fc.constant('kijk' as const),
      plek: getal(3),
      wie: getal(3),
      als: fc.constantFrom('zelf' as const, 'ander' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      wat: fc.constant('opnieuw' as const),
      plek: getal(3),
      wie: getal(3),
      bron: getal(3),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ wat: fc.constant('antwoord' as const), bron: getal(3), welke: getal(6) }),
  },
  { weight: 1, arbitrary: fc.record({ wat: fc.constant('vergeet' as const), plek: getal(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({ wat: fc.constant('tijd' as const), ms: fc.constantFrom(100, 30_000, 900_000) }),
  },
)

/** Every case carries whose it is: the first part of its uuid is the number of the person. */
function zakenVan({ persoon }: Zaakvraag, bron: Proefbron) {
  const nummer = mensen.indexOf(persoon) + 1
  assert.ok(nummer > 0)
  return lijst([
    proefzaak({ ref: { bron: bron.id, uuid: uuid(nummer * 100) }, nummer: `${nummer}` }, bron.id),
  ])
}

test('however people, sessions and slow organisations come through each other, nobody sees a case of another', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stap, { minLength: 5, maxLength: 40 }), async (stappen) => {
      const klok = new Proefwekker()
      const bronnen = namen.map((naam) => new Proefbron(naam))
      for (const bron of bronnen) {
        bron.houdtOp = true
        bron.antwoord = (vraag) => zakenVan(vraag, bron)
      }
      const log = new Proeflog()
      const zaken = createZaken({
        verbindingen: () => bronnen.map((bron) => verbind(bron)),
        zaaktaal: () => zaaktaal,
        audit: log,
        nu: klok.nu,
        wekker: klok.wekker,
        meld: () => {},
        grenzen: { ...gewonePlekgrenzen, plekken: 2, perPlek: 2 },
      })
      const gezien: Promise<void>[] = []
      const kijker = (plek: number, wie: number, als: 'zelf' | 'ander' = 'zelf'): Kijker => {
        const persoon = mensen[wie] ?? mens(1)
        const helper = mensen[(wie + 1) % mensen.length] ?? persoon
        const door =
          als === 'zelf'
            ? ({ soort: 'inwoner', persoon } as const)
            : ({ soort: 'inwoner', persoon: helper, alsVertegenwoordiger: 'kind' } as const)
        return kijkerVoor(persoon, { plek: `plek ${plek}`, door })
      }
      const controleer = (blik: Zakenblik, wie: number): void => {
        for (const { nummer } of blik.zaken) assert.equal(nummer, `${wie + 1}`)
        // A list is finished only when each of those that were asked said something.
        if (blik.isKlaar) assert.ok(blik.bronnen.length === namen.length)
      }
      for (const een of stappen) {
        switch (een.wat) {
          case 'kijk':
            gezien.push(
              zaken.kijk(kijker(een.plek, een.wie, een.als), 100).then((blik) => controleer(blik, een.wie)),
            )
            break
          case 'opnieuw':
            gezien.push(zaken.opnieuw(kijker(een.plek, een.wie), bronId(namen[een.bron] ?? 'cak')))
            break
          case 'antwoord':
            bronnen[een.bron]?.laatGaan(een.welke)
            break
          case 'vergeet':
            zaken.vergeet(`plek ${een.plek}`)
            break
          case 'tijd':
            klok.vooruit(een.ms)
            break
        }
        await rust()
      }
      klok.vooruit(100)
      await Promise.all(gezien)
      // Each line is about one person, and each question was asked about the person of its line.
      for (const { betrokkenen } of log.regels) assert.equal(betrokkenen.length, 1)
      zaken.sluit()
    }),
    { numRuns: 150, seed: 17 },
  )
})
