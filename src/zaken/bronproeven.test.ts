import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Bewijs, Verwerking } from '../audit/index.ts'
import { nepbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { maakPersoonId, parseDatum } from '../domain/index.ts'
import { leesAansluiting } from './aansluiting.ts'
import { maakBronproeven, type Proefonderdelen } from './bronproeven.ts'
import { proefinvoer } from './proefaansluiting.ts'
import { gewoneToonregels, type Toonregels } from './toonregel.ts'
import type { Zaakvraag } from './zaakbron.ts'

const nu = new Date('2026-03-01T12:00:00Z')
const proefpersoon = maakPersoonId(nu, (n) => Buffer.alloc(n, 1))
const door = {
  soort: 'medewerker',
  medewerker: 'm-7',
  organisatie: proeforganisatie('svb'),
  rol: 'beheerder',
} as const

function opstelling(over: Partial<Proefonderdelen> = {}, stand: 'proef' | 'uit' = 'proef') {
  const gelezen = leesAansluiting({
    ...proefinvoer(),
    stand,
    proefpersonen: [{ persoon: proefpersoon, einde: '019' }],
  })
  const vandaag = parseDatum('2026-03-01')
  assert.ok(gelezen.ok && vandaag)
  const { aansluiting } = gelezen
  const regels: Bewijs[] = []
  const verwerkt: Verwerking[] = []
  const gemaakt: Toonregels[] = []
  const gevraagd: Zaakvraag[] = []
  let gesloten = 0
  const nooit = () => Promise.reject(new Error('niet gevraagd'))
  const proeven = maakBronproeven({
    verbinding: async () => ({ aansluiting, versie: 1, geheimen: { register: 'een-geheim' } }),
    maak: ({ aansluiting: { organisatie, regels: welke } }) => {
      gemaakt.push(welke)
      return {
        bron: {
          id: organisatie,
          zoek: async (vraag) => {
            gevraagd.push(vraag)
            return { status: 'fout', soort: 'te-laat', sinds: nu }
          },
          haal: nooit,
          document: nooit,
          voegToe: nooit,
          verken: nooit,
          zaaktypen: nooit,
        },
        sluit: () => {
          gesloten++
        },
      }
    },
    tast: nooit,
    berichten: nooit,
    audit: {
      schrijf: async (...bewijzen) => {
        regels.push(...bewijzen)
        return []
      },
      metVerwerking: (verwerking, fn) => {
        verwerkt.push(verwerking)
        return fn(nepbewijs(verwerking.doel))
      },
    },
    zaaktaal: () => ({ vindZaaktype: () => undefined, vindStatus: () => undefined }),
    zone: () => 'Europe/Amsterdam',
    nu: () => nu,
    vandaag: () => vandaag,
    isEchteTijd: true,
    ...over,
  })
  const bron = aansluiting.organisatie
  return { proeven, bron, regels, verwerkt, gemaakt, gevraagd, gesloten: () => gesloten }
}

test('a preview is recorded by role, asks with the rules that were given, and closes what it opened', async () => {
  const { proeven, bron, regels, verwerkt, gemaakt, gevraagd, gesloten } = opstelling()
  const nieuw = { ...gewoneToonregels, standaard: { ...gewoneToonregels.standaard, documenten: false } }
  const uitkomst = await proeven.voorbeeld(bron, { persoon: proefpersoon, regels: nieuw, door })
  assert.equal(uitkomst.status === 'ok' && uitkomst.uitkomst.status, 'fout')
  assert.deepEqual(gemaakt, [nieuw])
  assert.equal(gevraagd.length, 1)
  assert.equal(gesloten(), 1)
  assert.deepEqual(
    regels.map(({ onderwerp, soort, codes }) => [onderwerp, soort, codes]),
    [
      [
        'organisatie:gemeente-GM0599',
        'aansluiting-voorbeeld',
        { door: 'medewerker', rol: 'beheerder', van: 'svb' },
      ],
    ],
  )
  // Neither who looked nor whom it was about stands in it; the question itself stands with the test person.
  assert.ok(!JSON.stringify(regels).includes(proefpersoon))
  assert.ok(!JSON.stringify(regels).includes('m-7'))
  assert.deepEqual(
    verwerkt.map(({ doel, betrokkenen, bronnen }) => [doel, betrokkenen, bronnen]),
    [['aansluiting-proef', [proefpersoon], ['gemeente-GM0599']]],
  )
})

test('about anybody whom this source did not name as a test person nothing is asked', async () => {
  const { proeven, bron, regels, gemaakt, gevraagd } = opstelling()
  const persoon = maakPersoonId(nu, (n) => Buffer.alloc(n, 2))
  assert.deepEqual(await proeven.voorbeeld(bron, { persoon, regels: gewoneToonregels, door }), {
    status: 'geen-proefpersoon',
  })
  assert.deepEqual([regels, gemaakt, gevraagd], [[], [], []])
})

test('of a connection that is off nobody is asked anything, and nothing is made for it', async () => {
  const { proeven, bron, regels, gemaakt, gevraagd } = opstelling({}, 'uit')
  assert.equal(await proeven.test(bron, door), undefined)
  assert.equal(await proeven.typen(bron), undefined)
  const gezien = await proeven.voorbeeld(bron, { persoon: proefpersoon, regels: gewoneToonregels, door })
  assert.deepEqual(gezien, { status: 'uit' })
  assert.deepEqual([gemaakt, gevraagd, regels], [[], [], []])
})

test('a command goes by what the server found of the subscription, and says why nobody was compared', async () => {
  const { bron: id } = opstelling()
  const nooit = () => Promise.reject(new Error('niet gevraagd'))
  const leeg = { bron: id, ontvangen: 0, onbekend: 0, verwerkt: 0, mislukt: 0, wachtend: 0, deelnemers: 0 }
  const gelezen = leesAansluiting({
    ...proefinvoer(),
    stand: 'proef',
    proefpersonen: [
      { persoon: proefpersoon, einde: '019' },
      { persoon: maakPersoonId(nu, (n) => Buffer.alloc(n, 2)), einde: '020' },
    ],
  })
  assert.ok(gelezen.ok)
  const codes = async (abonnement: { fout?: string } | undefined) => {
    const { proeven } = opstelling({
      verbinding: async () => ({ aansluiting: gelezen.aansluiting, versie: 1, geheimen: {} }),
      maak: () => ({
        bron: {
          id,
          zoek: async () => ({ status: 'ok', gegevens: { zaken: [], isVolledig: true }, op: nu }),
          haal: nooit,
          document: nooit,
          voegToe: nooit,
          verken: async () => ({
            op: nu,
            onderdelen: [],
            zoek: 'ja',
            expand: 'ja',
            crs: 'goed',
          }),
          zaaktypen: nooit,
        },
        sluit: () => {},
      }),
      tast: async () => ({
        plaatsen: [],
        onderdelen: [],
        eigenToken: { soort: 'antwoord', http: 200, isLijst: true },
        valsToken: undefined,
        bladeren: 'goed',
        berichten: 'niet-geabonneerd',
      }),
      berichten: async () => [{ ...leeg, ...(abonnement && { abonnement: { op: nu, ...abonnement } }) }],
    })
    const regels = (await proeven.test(id, door))?.regels ?? []
    return ['vreemd', 'berichten'].map((een) => regels.find(({ onderdeel }) => onderdeel === een)?.code)
  }
  assert.deepEqual(await codes(undefined), ['vreemd-geen-zaak', 'berichten-geen-abonnement'])
  assert.deepEqual(await codes({}), ['vreemd-geen-zaak', 'berichten-goed'])
  assert.deepEqual(await codes({ fout: 'geweigerd' }), ['vreemd-geen-zaak', 'berichten-mislukt'])
})
