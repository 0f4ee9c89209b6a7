import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nepbewijs } from '../audit/proefaudit.ts'
import { kijkVoor, zonderRegels } from './bronvoorbeeld.ts'
import { begin, dag, lijst, mens, proefzaak, uuid } from './proefzaken.ts'
import type { RegisterUitkomst } from './register.ts'
import type { Taak, Takenlijst } from './taakbron.ts'
import { gewoneToonregel, gewoneToonregels, type Toonregels } from './toonregel.ts'
import type { Documentgegevens, Zaakdetail, Zaakgegevens } from './zaakgegevens.ts'

const vraag = {
  persoon: mens(1),
  bewijs: nepbewijs('aansluiting-proef', ['zaken']),
  vandaag: dag('2026-06-01'),
}
const bron = proefzaak().ref.bron
const zaak = (nummer: number, over: Partial<Zaakgegevens> = {}) =>
  proefzaak({ ref: { bron, uuid: uuid(nummer) }, nummer: `Z-${nummer}`, ...over })
const soort = (identificatie: string, naam: string) => ({
  sleutel: { domein: 'ZAKEN', rsin: '999800005', identificatie },
  namen: [naam],
  stappen: [],
})
const papier = (nummer: number): Documentgegevens => ({
  uuid: uuid(nummer),
  titel: `Brief ${nummer}`,
  richting: 'aan-u',
})
const detail = (een: Zaakgegevens, documenten: readonly Documentgegevens[]): Zaakdetail => ({
  zaak: een,
  tijdlijn: [],
  documenten,
  besluiten: [],
  ontbreekt: [],
})

const klacht = soort('K1', 'Klacht')
const regels: Toonregels = {
  standaard: { ...gewoneToonregel, vanaf: dag('2024-01-01') },
  perZaaktype: [{ sleutel: klacht.sleutel, regel: { tonen: false } }],
}
const gewoon = zaak(1)
const alle = [
  gewoon,
  zaak(2, { type: klacht }),
  zaak(3, { start: dag('2023-01-01'), einde: dag('2023-02-01') }),
  // Without a status.
  (({ status: _, ...rest }) => rest)(zaak(4)),
  zaak(5),
]

function kijk(
  over: {
    readonly zaak?: string
    readonly isStil?: boolean
    readonly regels?: Toonregels
    readonly taken?: RegisterUitkomst<Takenlijst>
  } = {},
) {
  const welke = over.regels ?? regels
  const stil = { status: 'fout', soort: 'te-laat', sinds: begin } as const
  const ok = <T>(gegevens: T) => ({ status: 'ok', gegevens, op: begin }) as const
  return kijkVoor({
    id: bron,
    taken: over.taken && { zoek: async () => over.taken ?? stil },
    vraag,
    regels: welke,
    bron: {
      zoek: async () => lijst([gewoon]),
      haal: async () => ok(detail(gewoon, [papier(11)])),
    },
    maakOpen: () => ({
      zoek: async () => (over.isStil ? stil : lijst(alle)),
      haal: async () => (over.isStil ? stil : ok(detail(gewoon, [papier(11), papier(12)]))),
    }),
    wijze: ({ organisatie: _ }) => ({
      zaaktaal: { vindZaaktype: () => undefined, vindStatus: () => undefined },
      regels: welke,
      vandaag: vraag.vandaag,
      zone: 'Europe/Amsterdam',
    }),
    zaak: over.zaak,
  })
}

test('of each case that stays out is said of what kind it is, and by which rule', async () => {
  const uitkomst = await kijk()
  assert.ok(uitkomst.status === 'ok')
  const { zaken, verborgen, zaak: geopend } = uitkomst.gegevens
  assert.deepEqual(
    zaken.map(({ nummer }) => nummer),
    ['Z-1'],
  )
  assert.equal(geopend, undefined)
  assert.deepEqual(verborgen, [
    { nummer: 'Z-2', soort: 'Klacht', door: 'tonen', isVanType: true },
    { nummer: 'Z-3', soort: 'Parkeervergunning', door: 'vanaf', isVanType: false },
    { nummer: 'Z-4', soort: 'Parkeervergunning', door: 'zonderStatus', isVanType: false },
    { nummer: 'Z-5', soort: 'Parkeervergunning', door: 'hoogsteVertrouwelijkheid', isVanType: false },
  ])
})

test('an opened case has the rule that holds for it, with what is of its type alone and how many papers stay out', async () => {
  const eigen = { ...regels, perZaaktype: [{ sleutel: gewoon.type.sleutel, regel: { documenten: true } }] }
  const uitkomst = await kijk({ zaak: uuid(1), regels: eigen })
  assert.ok(uitkomst.status === 'ok' && uitkomst.gegevens.zaak)
  const { verhaal, regel, vanType, verborgenDocumenten, soort: naam } = uitkomst.gegevens.zaak
  assert.equal(verhaal.zaak.nummer, 'Z-1')
  assert.equal(regel.vanaf, '2024-01-01')
  assert.deepEqual([naam, vanType, verborgenDocumenten], ['Parkeervergunning', ['documenten'], 1])
})

test('a case that the rules keep out does not open, and a source that is silent is never «nothing stays out»', async () => {
  const dicht = await kijk({ zaak: uuid(2) })
  assert.ok(dicht.status === 'ok' && dicht.gegevens.zaak === undefined)
  const stil = await kijk({ zaak: uuid(1), isStil: true })
  assert.ok(stil.status === 'ok')
  assert.equal(stil.gegevens.verborgen, 'onbekend')
  assert.equal(stil.gegevens.zaak?.verborgenDocumenten, 'onbekend')
})

test('what is asked stands with the case it belongs to, or apart; that nobody said it is not «nothing»', async () => {
  const taak = (nummer: number, over: Partial<Taak> = {}): Taak => ({
    uuid: uuid(nummer),
    titel: { nl: `Taak ${nummer}` },
    status: 'open',
    uitvoering: { soort: 'anders', elders: new URL('https://proef.example/taak') },
    ...over,
  })
  const taken = {
    status: 'ok',
    gegevens: { taken: [taak(21, { zaak: uuid(1) }), taak(22)], isVolledig: true },
    op: begin,
  } as const
  const uitkomst = await kijk({ zaak: uuid(1), taken })
  assert.ok(uitkomst.status === 'ok')
  const { zaken, losseTaken, zijnTakenOnbekend, zaak: geopend } = uitkomst.gegevens
  assert.deepEqual([zaken[0]?.openTaken, zijnTakenOnbekend], [1, false])
  assert.deepEqual(
    losseTaken.map(({ titel }) => titel.nl),
    ['Taak 22'],
  )
  assert.ok(geopend?.taken?.status === 'ok')
  assert.deepEqual(
    geopend.taken.gegevens.taken.map(({ titel }) => titel.nl),
    ['Taak 21'],
  )
  const stil = await kijk({ zaak: uuid(1), taken: { status: 'fout', soort: 'te-laat', sinds: begin } })
  assert.ok(stil.status === 'ok')
  assert.equal(stil.gegevens.zijnTakenOnbekend, true)
  assert.equal(stil.gegevens.zaak?.taken?.status, 'fout')
  const zonder = await kijk({ zaak: uuid(1) })
  assert.ok(zonder.status === 'ok')
  assert.deepEqual([zonder.gegevens.zijnTakenOnbekend, zonder.gegevens.zaak?.taken], [false, undefined])
})

test('beside the rules stands everything that any rule could show', () => {
  const { standaard, perZaaktype } = zonderRegels(regels)
  assert.deepEqual(perZaaktype, [])
  assert.deepEqual(standaard, {
    ...gewoneToonregels.standaard,
    hoogsteVertrouwelijkheid: 'zeer_geheim',
    zonderStatus: true,
  })
})
