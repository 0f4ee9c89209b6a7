import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openSleutelring, type Sleutelring } from '../audit/index.ts'
import { maakPersoonId, type OrganisatieId, type PersoonId } from '../domain/index.ts'
import {
  hernoemIndex,
  indexnaam,
  openZaakindex,
  verzegelNaam,
  type ZaakindexOnderdelen,
} from '../zaken/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'
import { zichtbaar } from './proefbevolking.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { zaakberichtOpslag } from './zaakberichten.ts'
import { zaakindexOpruimers, zaakindexOpslag, zaakweigeringOpslag } from './zaakindex.ts'
import { zaakindexwerkOpslag } from './zaakindexwerk.ts'

const [rotterdam, svb] = ['gemeente-GM0599', 'svb'] as readonly string[] as readonly [
  OrganisatieId,
  OrganisatieId,
]
const oudGeheim = 'een geheim van minstens tweeëndertig tekens'
const nieuwGeheim = 'een nieuwer geheim van minstens tweeëndertig'
const mens = (): PersoonId => maakPersoonId(new Date(1_800_000_000_000), randomBytes)

function opzet(databank: Databank, ring: Sleutelring = openSleutelring(() => [oudGeheim])) {
  const klok = { ms: Date.UTC(2026, 2, 1, 10) }
  const nu = () => new Date(klok.ms)
  const index = zaakindexOpslag(databank, nu)
  const werk = zaakindexwerkOpslag(databank)
  const onderdelen: ZaakindexOnderdelen = {
    store: index,
    werk,
    weigeringen: zaakweigeringOpslag(databank),
    ring,
    nu,
    toeval: randomBytes,
  }
  return {
    klok,
    nu,
    index,
    werk,
    ring,
    onderdelen,
    zaken: openZaakindex(onderdelen),
    berichten: zaakberichtOpslag(databank),
  }
}

test('whatever goes on at once, nobody waits for another in a circle', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { index, werk, ring, nu, berichten } = opzet(databank)
  const mensen = Array.from({ length: 6 }, mens)
  const zaken = Array.from({ length: 8 }, () => randomUUID())
  const namen = mensen.map((persoon) => ({ naam: indexnaam(ring, persoon), persoon }))
  const vraag = {
    bronnen: [svb, rotterdam].map((bron) => ({ bron, bevestigdVoor: new Date(nu().getTime() + 1) })),
    pauzeMs: 0,
    aantal: 50,
  }
  const loop = async (nr: number): Promise<void> => {
    for (let i = 0; i < 25; i++) {
      const wie = namen[(nr + i) % namen.length]
      const [bron, zaak] = [i % 2 === 0 ? svb : rotterdam, zaken[i % zaken.length] ?? '']
      if (wie === undefined) return
      switch ((nr * 7 + i) % 7) {
        case 0:
          await index.neemOp(wie.naam, nu(), verzegelNaam(ring, wie.naam, wie.persoon, randomBytes))
          break
        case 1:
          await index.bevestig(wie.naam, [{ bron, uuids: zaken, op: nu() }])
          break
        case 2:
          await werk.teVragen({ ...vraag, nu: nu() })
          break
        case 3:
          await index.verwijder({ bron, uuid: zaak }, nu())
          break
        case 4:
          await berichten.ontvang(zaken.toReversed().map((een) => ({ bron, zaak: een, op: nu() })))
          break
        case 5:
          for (const [van, hints] of Map.groupBy(
            await berichten.pak({ bronnen: [svb, rotterdam], nu: nu(), tot: nu(), perBron: 6 }),
            ({ ref }) => ref.bron,
          ))
            await berichten.klaar(van, hints)
          break
        default:
          await (i % 3 === 0
            ? index.vergeet(wie.naam)
            : index.merk(wie.naam, { bron, uuid: zaak }, true, nu()))
      }
    }
  }
  const klaar = await Promise.allSettled(Array.from({ length: 12 }, (_, nr) => loop(nr)))
  assert.deepEqual(
    klaar.flatMap((een) => (een.status === 'rejected' ? [String(een.reason)] : [])),
    [],
  )
})

test('who refuses is forgotten and stays so at the next visit, until they change their mind', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { zaken, nu, index, ring } = opzet(databank)
  const [ik, ander, zaak] = [mens(), mens(), randomUUID()]
  assert.equal(await zaken.deelname(ik), 'onbekend')
  assert.deepEqual(await zaken.meldAan(ik), { sinds: nu(), gezien: nu(), bronnen: [] })
  await zaken.meldAan(ander)
  await zaken.bevestig(ik, [{ bron: svb, uuids: [zaak], op: nu() }])
  const bronnen = [{ bron: svb, bevestigdOp: nu(), zaken: [zaak] }]
  assert.deepEqual(await zaken.bekend(ik), { sinds: nu(), gezien: nu(), bronnen })
  assert.equal(await zaken.deelname(ik), 'ja')

  await zaken.zetDeelname(ik, false)
  assert.equal(await zaken.deelname(ik), 'nee')
  assert.equal(await zaken.meldAan(ik), undefined)
  await zaken.bevestig(ik, [{ bron: svb, uuids: [zaak], op: nu() }])
  await index.merk(indexnaam(ring, ik), { bron: svb, uuid: zaak }, true, nu())
  assert.equal(await zaken.bekend(ik), undefined)
  assert.deepEqual(await index.deelnemersOnder([ik, ander].map((een) => indexnaam(ring, een))), [
    indexnaam(ring, ander),
  ])

  await zaken.zetDeelname(ik, true)
  assert.equal(await zaken.deelname(ik), 'ja')
})

test('refusing in one window while another comes in: the refusal stands, whoever was first', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { zaken } = opzet(databank)
  for (let i = 0; i < 30; i++) {
    const ik = mens()
    const binnen = [zaken.meldAan(ik), zaken.meldAan(ik)]
    await Promise.all([...binnen, zaken.zetDeelname(ik, false)])
    assert.equal(await zaken.deelname(ik), 'nee')
    assert.equal(await zaken.bekend(ik), undefined)
  }
})

test('an answer takes away only what was last seen before its question, and an older one nothing', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { zaken, klok, nu, index, ring, berichten } = opzet(databank)
  const [ik, een, twee] = [mens(), randomUUID(), randomUUID()]
  const naam = indexnaam(ring, ik)
  const heeft = async () => (await zaken.bekend(ik))?.bronnen.flatMap((bron) => bron.zaken).sort()
  const wachtend = async () =>
    (await berichten.pak({ bronnen: [svb], nu: nu(), tot: nu(), perBron: 9 })).length
  await zaken.meldAan(ik)
  const vroeg = nu()
  klok.ms += 1_000
  await zaken.bevestig(ik, [{ bron: svb, uuids: [een], op: nu() }])
  await index.merk(naam, { bron: svb, uuid: twee }, true, nu())
  // Asked earlier, answered later: it knows less.
  await zaken.bevestig(ik, [{ bron: svb, uuids: [], op: vroeg }])
  assert.deepEqual(await heeft(), [een, twee].sort())
  assert.equal(await wachtend(), 0)
  // Not theirs, says a question from before they were last seen to have it: nobody knows, so it is read once more.
  await index.merk(naam, { bron: svb, uuid: twee }, false, vroeg)
  assert.deepEqual(await heeft(), [een, twee].sort())
  assert.equal(await wachtend(), 1)
  klok.ms += 1_000
  await index.merk(naam, { bron: svb, uuid: twee }, false, nu())
  assert.deepEqual(await heeft(), [een])
  await index.verwijder({ bron: svb, uuid: een }, nu())
  await index.verwijder({ bron: svb, uuid: een }, nu())
  assert.deepEqual(await heeft(), [])
})

test('of a connection that was closed nobody has anything any more, and of another one everything stays', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { zaken, index, werk, berichten, ring, nu } = opzet(databank)
  const [ik, ander, zaak] = [mens(), mens(), randomUUID()]
  for (const een of [ik, ander]) {
    await zaken.meldAan(een)
    for (const bron of [svb, rotterdam]) await zaken.bevestig(een, [{ bron, uuids: [zaak], op: nu() }])
  }
  await berichten.ontvang([svb, rotterdam].map((bron) => ({ bron, op: nu(), zaak })))
  await werk.vergeetBron(svb)
  await werk.vergeetBron(svb)
  for (const een of [ik, ander]) {
    const { bronnen } =
      (await index.deelnemers([indexnaam(ring, een)])).get(indexnaam(ring, een)) ?? assert.fail()
    assert.deepEqual(
      bronnen.map(({ bron, zaken: uuids }) => [bron, uuids]),
      [[rotterdam, [zaak]]],
    )
  }
  const standen = await berichten.standen()
  assert.equal(standen.find(({ bron }) => bron === svb)?.wachtend ?? 0, 0)
  assert.equal(standen.find(({ bron }) => bron === rotterdam)?.wachtend, 1)
})

test('under a new key everybody keeps what is known, and what no key opens is forgotten', async (t) => {
  const { databank } = await openProefdatabank(t)
  const oud = opzet(databank)
  const [ik, ander, zaak] = [mens(), mens(), randomUUID()]
  for (const een of [ik, ander]) {
    await oud.zaken.meldAan(een)
    await oud.zaken.bevestig(een, [{ bron: svb, uuids: [zaak], op: oud.nu() }])
  }
  const was = await oud.zaken.bekend(ik)
  const beide = opzet(
    databank,
    openSleutelring(() => [nieuwGeheim, oudGeheim]),
  )
  assert.deepEqual(await beide.zaken.bekend(ik), was, 'found under the older name')
  assert.deepEqual(await beide.zaken.meldAan(ik), was, 'at a visit it gets the newer name')
  const keus = { werk: beide.werk, ring: beide.ring, toeval: randomBytes }
  assert.equal(await hernoemIndex(keus), 1)
  assert.equal(await hernoemIndex(keus), 0)
  const nieuw = opzet(
    databank,
    openSleutelring(() => [nieuwGeheim]),
  )
  assert.deepEqual(await nieuw.zaken.bekend(ander), was)
  assert.equal(await oud.zaken.bekend(ander), undefined)

  const derde = opzet(
    databank,
    openSleutelring(() => ['nog weer een ander geheim van genoeg tekens']),
  )
  assert.equal(await hernoemIndex({ werk: derde.werk, ring: derde.ring, toeval: randomBytes }), 0)
  assert.equal(await derde.werk.heeftDeelnemers(), false)
})

test('a page sees the rows of one pseudonym, the work in the background those of the index alone', async (t) => {
  const { databank } = await openProefdatabank(t)
  const { zaken, nu } = opzet(databank)
  const [ik, ander] = [mens(), mens()]
  for (const een of [ik, ander]) {
    await zaken.meldAan(een)
    await zaken.bevestig(een, [{ bron: svb, uuids: [randomUUID()], op: nu() }])
  }
  await zaken.zetDeelname(mens(), false)
  const { alsTaak, alsPersoon } = ingangen(databank)
  assert.deepEqual(await alsTaak('zaakindex', zichtbaar), {})
  assert.deepEqual(await alsTaak('zaakberichten', zichtbaar), {})
  assert.deepEqual(await alsPersoon(ik, zichtbaar), {})
  assert.deepEqual(await alsTaak('zaakindex-bijhouden', zichtbaar), {
    zaakindex_bron: 2,
    zaakindex_deelnemer: 2,
    zaakindex_zaak: 2,
  })
})

test('who was not here for a long time is forgotten, and a hint that nobody could follow is counted', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const { zaken, klok, nu, berichten } = opzet(databank)
  const [weg, hier] = [mens(), mens()]
  await zaken.meldAan(weg)
  await zaken.meldAan(hier)
  await berichten.ontvang([{ bron: svb, zaak: randomUUID(), op: nu() }])
  klok.ms += 1_000
  await zaken.meldAan(hier)
  await berichten.ontvang([{ bron: svb, zaak: randomUUID(), op: nu() }])
  const opruimers = zaakindexOpruimers(alsRol('bewaring'))
  const gegaan = await Promise.all(opruimers.map(async (een) => [een.verwerking, await een.ruimOp(nu())]))
  assert.deepEqual(gegaan, [
    ['zaken-index', 1],
    ['zaken-berichten', 1],
  ])
  assert.deepEqual([await zaken.deelname(weg), await zaken.deelname(hier)], ['onbekend', 'ja'])
  const [stand] = await berichten.standen()
  assert.deepEqual([stand?.wachtend, stand?.mislukt, stand?.ontvangen], [1, 1, 2])
  assert.ok(stand?.gemistOp !== undefined)
})
