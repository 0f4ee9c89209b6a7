import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefmedewerker } from '../audit/proefaudit.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import type { PersoonId } from '../domain/index.ts'
import {
  begin,
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
import type { BronId } from './zaakgegevens.ts'
import type { Bezoek, Zaakindex } from './zaakindex.ts'
import type { Bronantwoord, Deelnemer } from './zaakindex-store.ts'
import { createZaken } from './zaken-maken.ts'

const { zaaktaal } = proefcorpus()
const ik = mens(1)
const [cak, svb] = [bronId('cak'), bronId('svb')]

/** Keeps who takes part, as the database does. */
class Proefindex implements Zaakindex {
  readonly deelnemers = new Map<
    PersoonId,
    Map<BronId, { readonly op: Date; readonly zaken: readonly string[] }>
  >()
  readonly weigeraars = new Set<PersoonId>()
  isStuk = false
  straks = false
  aanmeldingen = 0

  readonly bezoek = async (persoon: PersoonId): Promise<Bezoek | undefined> => {
    if (this.isStuk) throw new Error('index weg')
    if (this.weigeraars.has(persoon)) return undefined
    const deelnemer = await this.bekend(persoon)
    return deelnemer === undefined
      ? { deelnemer: { sinds: begin, gezien: begin, bronnen: [] }, meldAan: 'eerst' }
      : { deelnemer, meldAan: this.straks ? 'straks' : 'niets' }
  }
  readonly meldAan = async (persoon: PersoonId) => {
    this.aanmeldingen += 1
    if (this.isStuk) throw new Error('index weg')
    if (this.weigeraars.has(persoon)) return undefined
    if (!this.deelnemers.has(persoon)) this.deelnemers.set(persoon, new Map())
    return this.bekend(persoon)
  }
  readonly bekend = async (persoon: PersoonId): Promise<Deelnemer | undefined> => {
    const rijen = this.deelnemers.get(persoon)
    if (rijen === undefined) return undefined
    return {
      sinds: begin,
      gezien: begin,
      bronnen: [...rijen].map(([bron, { op, zaken }]) => ({ bron, bevestigdOp: op, zaken })),
    }
  }
  readonly deelname = async (persoon: PersoonId) =>
    this.weigeraars.has(persoon) ? 'nee' : this.deelnemers.has(persoon) ? 'ja' : 'onbekend'
  readonly zetDeelname = async (persoon: PersoonId, meedoen: boolean) => {
    if (meedoen) {
      this.weigeraars.delete(persoon)
      await this.meldAan(persoon)
    } else {
      this.weigeraars.add(persoon)
      this.deelnemers.delete(persoon)
    }
  }
  readonly bevestig = async (persoon: PersoonId, antwoorden: readonly Bronantwoord[]) => {
    if (this.isStuk) throw new Error('index weg')
    for (const { bron, uuids, op } of antwoorden)
      this.deelnemers.get(persoon)?.set(bron, { op, zaken: uuids })
  }
}

function opzet() {
  const klok = new Proefwekker()
  const log = new Proeflog()
  const index = new Proefindex()
  const gemeld: string[] = []
  const bronnen = [
    new Proefbron('cak', [proefzaak({ ref: { bron: cak, uuid: uuid(1) } }, cak)]),
    new Proefbron('svb'),
  ]
  const zaken = createZaken({
    verbindingen: () => bronnen.map((bron) => verbind(bron)),
    zaaktaal: () => zaaktaal,
    audit: log,
    index,
    nu: klok.nu,
    wekker: klok.wekker,
    meld: (wat) => gemeld.push(wat),
  })
  const kijk = async (anders: Parameters<typeof kijkerVoor>[1] = {}) => {
    const blik = await zaken.kijk(kijkerVoor(ik, anders), 300)
    await rust()
    return blik
  }
  const gevraagd = () => bronnen.map(({ vragen }) => vragen.length)
  return { zaken, index, bronnen, log, kijk, gevraagd, gemeld, klok }
}

test('the first visit asks everybody and fills the index; the next asks where something is', async () => {
  const { index, kijk, gevraagd, klok } = opzet()
  await kijk()
  assert.deepEqual(index.deelnemers.get(ik)?.get(cak), { op: begin, zaken: [uuid(1)] })
  assert.deepEqual(index.deelnemers.get(ik)?.get(svb), { op: begin, zaken: [] })
  klok.vooruit(3_600_000)
  const later = await kijk({ plek: 'een dag later' })
  assert.deepEqual([later.overgeslagen, later.zaken.length, later.isKlaar], [[svb], 1, true])
  assert.deepEqual(gevraagd(), [2, 1])
})

test('who looks in passing does not begin to take part; who looks at their cases after that does', async () => {
  const { index, kijk, gevraagd, zaken } = opzet()
  zaken.leesVooruit(kijkerVoor(ik))
  const terloops = await kijk({ isTerloops: true })
  assert.deepEqual([terloops.zaken.length, index.deelnemers.size, index.aanmeldingen], [1, 0, 0])
  // In the same session, and of what was fetched already: nobody is asked twice.
  await kijk()
  assert.deepEqual([index.deelnemers.has(ik), index.aanmeldingen], [true, 1])
  assert.deepEqual(gevraagd(), [1, 1])
  await kijk({ isTerloops: true })
  assert.equal(index.aanmeldingen, 1)
  // Who takes part already still does, and what was learned of them is kept.
  await kijk({ plek: 'later', isTerloops: true })
  assert.deepEqual(index.deelnemers.get(ik)?.get(cak)?.zaken, [uuid(1)])
})

test('what was confirmed a moment ago and is still so is not written again', async () => {
  const { index, bronnen, kijk, klok } = opzet()
  const geschreven: BronId[] = []
  const { bevestig } = index
  Object.assign(index, {
    bevestig: (...alles: Parameters<typeof bevestig>) => {
      geschreven.push(...alles[1].map(({ bron }) => bron))
      return bevestig(...alles)
    },
  })
  await kijk()
  await kijk({ plek: 'meteen daarna' })
  assert.deepEqual(geschreven, [cak, svb])
  const [eerste] = bronnen
  assert.ok(eerste)
  eerste.antwoord = () => lijst([2, 3].map((nr) => proefzaak({ ref: { bron: cak, uuid: uuid(nr) } }, cak)))
  await kijk({ plek: 'anders' })
  assert.deepEqual(geschreven, [cak, svb, cak])
  klok.vooruit(13 * 3_600_000)
  await kijk({ plek: 'een halve dag later' })
  assert.deepEqual(geschreven, [cak, svb, cak, cak])
})

test('who refuses is asked everywhere from then on and leaves nothing; who takes part again is asked everywhere once more', async () => {
  const { zaken, index, kijk, gevraagd, log } = opzet()
  await kijk()
  await zaken.zetDeelname(kijkerVoor(ik), false)
  assert.equal(await zaken.deelname(kijkerVoor(ik)), 'nee')
  const zonder = await kijk({ plek: 'later' })
  assert.equal(zonder.overgeslagen, undefined)
  assert.deepEqual([index.deelnemers.size, ...gevraagd()], [0, 2, 2])
  await zaken.zetDeelname(kijkerVoor(ik, { plek: 'later' }), true)
  assert.equal(await zaken.deelname(kijkerVoor(ik)), 'ja')
  // A case that began between that look and now reached nobody: that there was none says nothing any more.
  assert.deepEqual([index.deelnemers.get(ik)?.size, ...gevraagd()], [0, 2, 2])
  assert.equal((await kijk({ plek: 'nog later' })).overgeslagen, undefined)
  assert.deepEqual([index.deelnemers.get(ik)?.size, ...gevraagd()], [2, 3, 3])
  const keuzes = log.regels.filter(({ doel }) => doel === 'zaken-index')
  assert.deepEqual(
    keuzes.map(({ gegevens, bronnen }) => [gegevens, bronnen]),
    [
      [['keuze'], undefined],
      [['keuze'], undefined],
    ],
  )
})

test('a page does not wait a second time for an index that is slow', async () => {
  const { zaken, index, kijk, klok } = opzet()
  const traag = Promise.withResolvers<undefined>()
  Object.defineProperty(index, 'bezoek', { value: () => traag.promise })
  const eerste = kijk()
  await rust()
  klok.vooruit(300)
  await eerste
  assert.equal(await zaken.deelname(kijkerVoor(ik)), 'onbekend')
  traag.resolve(undefined)
})

test('nobody is put in the index, or taken out, by somebody else; what is known of who takes part is used', async () => {
  const { zaken, index, kijk, log } = opzet()
  const ouder = mens(2)
  for (const door of [
    { soort: 'inwoner', persoon: ouder, alsVertegenwoordiger: 'kind' },
    proefmedewerker(),
  ] as const) {
    const anders = { plek: door.soort, door }
    await kijk(anders)
    await zaken.zetDeelname(kijkerVoor(ik, anders), true)
    assert.equal(await zaken.deelname(kijkerVoor(ik, anders)), 'onbekend')
  }
  assert.equal(index.deelnemers.size, 0)
  assert.ok(log.regels.every(({ doel }) => doel === 'zaken-tonen'))
  await index.meldAan(ik)
  await kijk({ plek: 'balie', door: proefmedewerker() })
  assert.equal(index.deelnemers.get(ik)?.size, 2)
})

test('a parent does not read in the index where a child has cases: everybody is asked, and nothing stays behind', async () => {
  const { index, kijk, gevraagd } = opzet()
  await index.meldAan(ik)
  await kijk()
  const voor = gevraagd()
  const bekend = structuredClone(index.deelnemers.get(ik))
  const ouder = { soort: 'inwoner', persoon: mens(2), alsVertegenwoordiger: 'kind' } as const
  // The index knows by now who has nothing; for the parent they are asked all the same.
  await kijk({ plek: 'ouder', door: ouder })
  assert.deepEqual(
    gevraagd().map((aantal, i) => aantal - (voor[i] ?? 0)),
    voor.map(() => 1),
  )
  assert.deepEqual(index.deelnemers.get(ik), bekend)
})

test('who is new is written down before anybody is asked, who was here before only after; who was here just now not', async () => {
  const { index, bronnen, kijk, gevraagd } = opzet()
  const stap = Promise.withResolvers<void>()
  const { meldAan } = index
  const wachtend = async (persoon: PersoonId) => {
    await stap.promise
    return meldAan(persoon)
  }
  Object.defineProperty(index, 'meldAan', { value: wachtend })
  const eerste = kijk()
  await rust()
  assert.deepEqual(gevraagd(), [0, 0], 'a case that begins now would find nobody')
  stap.resolve()
  await eerste
  assert.deepEqual([index.aanmeldingen, ...gevraagd()], [1, 1, 1])
  Object.defineProperty(index, 'meldAan', { value: meldAan })
  await kijk({ plek: 'net weg' })
  assert.equal(index.aanmeldingen, 1)
  index.straks = true
  const zag = Promise.withResolvers<number>()
  const [eersteBron] = bronnen
  assert.ok(eersteBron)
  const { antwoord } = eersteBron
  eersteBron.antwoord = (vraag) => {
    zag.resolve(index.aanmeldingen)
    return antwoord(vraag)
  }
  await kijk({ plek: 'lang weg' })
  assert.equal(await zag.promise, 1, 'nobody waits for it')
  assert.equal(index.aanmeldingen, 2)
})

test('who has no case anywhere was here all the same, and is not forgotten for it', async () => {
  const { index, bronnen, kijk, gevraagd } = opzet()
  for (const bron of bronnen) bron.antwoord = () => lijst([])
  await kijk()
  index.straks = true
  const later = await kijk({ plek: 'later' })
  assert.deepEqual([later.overgeslagen, later.isKlaar, ...gevraagd()], [[cak, svb], true, 1, 1])
  assert.equal(index.aanmeldingen, 2)
})

test('who refuses in another window meanwhile leaves nothing', async () => {
  const { index, kijk } = opzet()
  const { meldAan } = index
  Object.defineProperty(index, 'meldAan', {
    value: (persoon: PersoonId) => {
      index.weigeraars.add(persoon)
      return meldAan(persoon)
    },
  })
  const blik = await kijk()
  assert.equal(blik.zaken.length, 1)
  assert.equal(index.deelnemers.size, 0)
})

test('an index that fails costs no case: then everybody is asked', async () => {
  const { index, kijk, gevraagd, gemeld } = opzet()
  index.isStuk = true
  const blik = await kijk()
  assert.deepEqual([blik.zaken.length, ...gevraagd()], [1, 1, 1])
  assert.deepEqual(gemeld, ['de index van zaken antwoordt niet'])
  index.isStuk = false
  await kijk({ plek: 'later' })
  index.isStuk = true
  await kijk({ plek: 'nog later' })
  assert.equal(gemeld.length, 2)
})

test('only a whole answer says what is not there', async () => {
  const { index, bronnen, kijk } = opzet()
  const [eerste, tweede] = bronnen
  assert.ok(eerste && tweede)
  eerste.antwoord = () => lijst([], false)
  tweede.antwoord = () => ({ status: 'fout', soort: 'storing', sinds: begin })
  await kijk()
  assert.deepEqual([...(index.deelnemers.get(ik)?.keys() ?? [])], [])
  eerste.antwoord = () => ({ status: 'onbekend', op: begin })
  await kijk({ plek: 'later' })
  assert.deepEqual([...(index.deelnemers.get(ik)?.keys() ?? [])], [cak])
})
