import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nepbewijs } from '../audit/proefaudit.ts'
import { maakPersoonId, type PersoonId } from '../domain/index.ts'
import type { Verwerk } from './kluistoegang.ts'
import {
  type MeldUitkomst,
  meldTerug,
  type Terugmeldloket,
  verzendOpenstaande,
  volgTerugmeldingen,
} from './terugmelden.ts'
import { isAf, stelOp, type Terugmelding, volgens } from './terugmelding.ts'
import type { TerugmeldingStore } from './terugmelding-store.ts'

const persoon: PersoonId = maakPersoonId(new Date(0), (aantal) => new Uint8Array(aantal))
const begin = new Date('2026-03-01T10:00:00Z')
const nieuw = {
  id: 'm1',
  persoon,
  door: persoon,
  gegeven: 'adres',
  toelichting: ' Ik ben verhuisd. ',
} as const
const ontvangen: MeldUitkomst = {
  status: 'ok',
  stand: { status: 'ontvangen', sinds: begin, uitleg: undefined },
}
const weg: MeldUitkomst = { status: 'fout', soort: 'onbereikbaar', sinds: begin }

function opstelling() {
  const rijen = new Map<string, Terugmelding>()
  const store: TerugmeldingStore = {
    async bewaar(melding) {
      if (rijen.has(melding.id)) return false
      rijen.set(melding.id, melding)
      return true
    },
    async wijzig(was, wordt) {
      const nu = rijen.get(was.id)
      if (nu?.status !== was.status || nu.pogingen !== was.pogingen) return false
      rijen.set(was.id, wordt)
      return true
    },
    haal: async (_persoon, _bewijs, id) => rijen.get(id),
    vanPersoon: async () => [...rijen.values()],
    teVerzenden: async (nu, aantal) =>
      [...rijen.values()]
        .filter(({ volgendePoging }) => volgendePoging !== undefined && volgendePoging <= nu)
        .slice(0, aantal),
  }
  const stand = { brp: ontvangen, inkomen: ontvangen, nu: begin, gemeld: [] as string[] }
  const loket = (bron: 'brp' | 'inkomen'): Terugmeldloket => ({
    async meld(melding) {
      stand.gemeld.push(`${bron} ${melding.id}`)
      return stand[bron]
    },
    volg: async () => stand[bron],
  })
  const verwerk: Verwerk = (bron, fn) => fn(nepbewijs(`terugmelding-${bron}`))
  const loketten = { brp: loket('brp'), inkomen: loket('inkomen') }
  return { onderdelen: { store, loketten, verwerk, nu: () => stand.nu }, rijen, stand, verwerk }
}

test('a report goes to the source of the datum and is received', async () => {
  const { onderdelen, stand, rijen } = opstelling()
  const uitkomst = await meldTerug(onderdelen, nieuw)
  assert.equal(uitkomst.status, 'verzonden')
  assert.deepEqual(stand.gemeld, ['brp m1'])
  await meldTerug(onderdelen, { ...nieuw, id: 'm2', gegeven: 'vermogen' })
  assert.deepEqual(stand.gemeld, ['brp m1', 'inkomen m2'])
  const melding = rijen.get('m1')
  assert.equal(melding?.status, 'ontvangen')
  assert.equal(melding?.toelichting, 'Ik ben verhuisd.')
  assert.equal(melding?.volgendePoging, undefined)
})

test('the same form sent twice is one report, and the id of somebody else gives nothing', async () => {
  const { onderdelen, stand, rijen } = opstelling()
  await meldTerug(onderdelen, nieuw)
  const weer = await meldTerug(onderdelen, { ...nieuw, toelichting: 'Iets anders.' })
  assert.equal(weer.status, 'verzonden')
  assert.deepEqual(stand.gemeld, ['brp m1'])
  assert.equal(rijen.get('m1')?.toelichting, 'Ik ben verhuisd.')
  const vanEenAnder = { ...onderdelen, store: { ...onderdelen.store, haal: async () => undefined } }
  assert.deepEqual(await meldTerug(vanEenAnder, nieuw), { status: 'ongeldig' })
})

test('without words nothing is reported, and a whole book neither', async () => {
  const { onderdelen, rijen } = opstelling()
  for (const toelichting of ['', '   ', 'x'.repeat(2_001)])
    assert.deepEqual(await meldTerug(onderdelen, { ...nieuw, toelichting }), { status: 'ongeldig' })
  assert.equal(rijen.size, 0)
})

test('when the source does not answer the report is kept, and sent later and ever less often', async () => {
  const { onderdelen, stand, rijen, verwerk } = opstelling()
  stand.brp = weg
  const uitkomst = await meldTerug(onderdelen, nieuw)
  assert.deepEqual([uitkomst.status, rijen.get('m1')?.status], ['bewaard', 'opgesteld'])
  const taak = { ...onderdelen, verwerkVoor: () => verwerk }
  assert.equal(await verzendOpenstaande(taak, 10), 0)
  assert.equal(stand.gemeld.length, 1, 'nog niet aan de beurt')
  const wachten: number[] = []
  for (let i = 0; i < 12; i++) {
    const volgende = rijen.get('m1')?.volgendePoging
    assert.ok(volgende)
    wachten.push((volgende.getTime() - stand.nu.getTime()) / 60_000)
    stand.nu = volgende
    await verzendOpenstaande(taak, 10)
  }
  assert.deepEqual(wachten, [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360])
  stand.brp = ontvangen
  stand.nu = new Date(stand.nu.getTime() + 7 * 3_600_000)
  assert.equal(await verzendOpenstaande(taak, 10), 1)
  assert.equal(rijen.get('m1')?.status, 'ontvangen')
  assert.equal(await verzendOpenstaande(taak, 10), 0)
})

test('when keeping fails nothing is sent and nobody is told that it was received', async () => {
  const { onderdelen, stand } = opstelling()
  const bewaar = async () => {
    throw new Error('databank weg')
  }
  await assert.rejects(
    meldTerug({ ...onderdelen, store: { ...onderdelen.store, bewaar } }, nieuw),
    /databank weg/,
  )
  assert.deepEqual(stand.gemeld, [])
})

test('following asks only what still runs, and says which source did not answer', async () => {
  const { onderdelen, stand, rijen } = opstelling()
  await meldTerug(onderdelen, nieuw)
  await meldTerug(onderdelen, { ...nieuw, id: 'm2', gegeven: 'vermogen' })
  const sinds = new Date('2026-03-03T10:00:00Z')
  stand.brp = { status: 'ok', stand: { status: 'aangepast', sinds, uitleg: 'Verbeterd.' } }
  stand.inkomen = weg
  const gevolgd = await volgTerugmeldingen(onderdelen, persoon, nepbewijs())
  assert.deepEqual(gevolgd.nietGevraagd, ['inkomen'])
  assert.deepEqual(
    gevolgd.meldingen.map(({ id, status, uitleg }) => [id, status, uitleg]),
    [
      ['m1', 'aangepast', 'Verbeterd.'],
      ['m2', 'ontvangen', undefined],
    ],
  )
  assert.equal(rijen.get('m1')?.status, 'aangepast')
})

test('a report only moves forward, and what is finished stays as it is', () => {
  const standen = ['ontvangen', 'in-onderzoek', 'aangepast', 'niet-aangepast'] as const
  const rang = { opgesteld: 0, ontvangen: 1, 'in-onderzoek': 2, aangepast: 3, 'niet-aangepast': 3 }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...standen), { maxLength: 8 }), (reeks) => {
      let melding = stelOp(nieuw, begin)
      assert.ok(melding)
      for (const status of reeks) {
        const wordt: Terugmelding = volgens(melding, { status, sinds: begin, uitleg: undefined })
        assert.ok(rang[wordt.status] >= rang[melding.status])
        if (isAf(melding)) assert.equal(wordt, melding)
        melding = wordt
      }
    }),
    { seed: 4 },
  )
})
