import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefbewijs } from '../audit/proefaudit.ts'
import { onthul } from '../domain/index.ts'
import { ketensVan, taakHeel, zaakurn } from './portaalbeeld.ts'
import { leesPortaaltoken } from './portaaltoken.ts'
import {
  ik,
  land,
  mijnBsn,
  nu,
  portaaltoken,
  proefportalen,
  slechteTokens,
  stad,
  svb,
  vreemdeBsn,
} from './proefportalen.ts'
import { bronId, dag, mens, uuid } from './proefzaken.ts'
import type { Taak } from './taakbron.ts'
import type { Zaakbeeld } from './zaakbeeld.ts'
import type { Zakenblik } from './zaken.ts'

const openProef = (wat: Zakenblik) => proefportalen((bsn) => onthul(bsn) === mijnBsn, wat)
const duo = bronId('duo')
const beeld = (nummer: number, anders: Partial<Zaakbeeld> = {}): Zaakbeeld => ({
  ref: { bron: svb, uuid: uuid(nummer) },
  organisatie: svb,
  rol: 'initiator',
  titel: { van: 'bron', tekst: 'AOW' },
  start: dag('2026-01-01'),
  verwacht: [],
  isOpgeschort: false,
  isVerlengd: false,
  signalen: [],
  verwant: [],
  ...anders,
})
const taak = (nummer: number, anders: Partial<Taak> = {}): Taak => ({
  uuid: uuid(nummer),
  titel: { nl: 'Stuur iets' },
  status: 'open',
  zaak: uuid(1),
  uitvoering: { soort: 'betaling', elders: new URL('https://svb.example/betaal') },
  ...anders,
})
const antwoordde = { soort: 'geantwoord', op: nu, isVolledig: true } as const
const blik: Zakenblik = {
  zaken: [beeld(1), beeld(2)],
  bronnen: [{ bron: svb, stand: antwoordde }],
  taken: [{ bron: svb, taak: taak(7) }],
  isKlaar: true,
}
const woorden = {
  rsinVan: (bron: string) => (bron === svb ? '999800005' : undefined),
  naamVan: (id: string) => id,
  adresVan: () => undefined,
}

test('a token of a portal that is known says who asks about whom; any other says nothing', () => {
  const goed = leesPortaaltoken(portaaltoken(), [stad, land], nu)
  assert.deepEqual(goed?.portaal, { id: stad.id, naam: stad.naam })
  assert.equal(goed?.klant, 'klant-1')
  for (const [wat, token] of Object.entries(slechteTokens))
    assert.equal(leesPortaaltoken(token, [stad, land], nu), undefined, wat)
  assert.equal(leesPortaaltoken(portaaltoken(), [], nu), undefined, 'no portal is known')
  const later = new Date(nu.getTime() + 300_000)
  assert.equal(leesPortaaltoken(portaaltoken(), [stad], later), undefined, 'five minutes later')
})

function vraag(proef: ReturnType<typeof proefportalen>, anders: Parameters<typeof portaaltoken>[0] = {}) {
  const beller = proef.portalen.beller(portaaltoken(anders)) ?? assert.fail()
  return {
    zoek: (rest: { klant?: string; delen?: readonly string[]; context?: string } = {}) =>
      proef.portalen.zoek(beller, { klant: 'klant-1', ...rest }),
    taak: (nummer: number) => proef.portalen.taak(beller, uuid(nummer)),
  }
}

test('without a yes nothing is asked and nothing is said: not whether somebody is known either', async () => {
  const proef = openProef(blik)
  const geen = { status: 'geen-toestemming' }
  assert.deepEqual(await vraag(proef).zoek(), geen)
  assert.deepEqual(await vraag(proef, { lading: { bsn: vreemdeBsn } }).zoek(), geen)
  proef.vindJa(land.id)
  assert.deepEqual(await vraag(proef).zoek(), geen, 'a yes to another portal')
  assert.deepEqual(await vraag(proef).taak(7), geen)
  assert.deepEqual([proef.kijkers, proef.log.regels], [[], []])
})

test('with a yes each answer has a line that names the portal, and what is fetched is found by no other', async () => {
  const proef = openProef(blik)
  proef.vindJa()
  proef.vindJa(land.id)
  assert.equal((await vraag(proef).zoek()).status, 'ok')
  await vraag(proef).zoek({ delen: ['taken'] })
  await vraag(proef, { lading: { iss: land.client, client_id: land.client }, geheim: land.geheim }).zoek()
  assert.deepEqual(
    proef.log.regels.map(({ doel, door, gegevens, betrokkenen }) => [doel, door, gegevens, betrokkenen]),
    [
      ['portaal-tonen', { soort: 'portaal', portaal: stad.id, naam: stad.naam }, ['taken', 'zaken'], [ik]],
      ['portaal-tonen', { soort: 'portaal', portaal: stad.id, naam: stad.naam }, ['taken'], [ik]],
      ['portaal-tonen', { soort: 'portaal', portaal: land.id, naam: land.naam }, ['taken', 'zaken'], [ik]],
    ],
  )
  const plekken = proef.kijkers.map(({ plek, persoon }) => `${plek} ${persoon}`)
  assert.equal(new Set(plekken).size, 2)
  assert.ok(!JSON.stringify(proef.kijkers).includes(mijnBsn))
  proef.log.isStuk = true
  await assert.rejects(vraag(proef).zoek(), 'no line, no answer')
  assert.equal(proef.kijkers.length, 3)
})

test('a yes is given and taken back with evidence, and stopping holds for the very next question, also for one that runs', async () => {
  const proef = openProef(blik)
  const { portalen, store, vergeten } = proef
  const bewijs = proefbewijs(ik)
  assert.equal(await portalen.geef(ik, 'bestaat-niet', bewijs), false)
  assert.equal(await portalen.geef(ik, stad.id, bewijs), true)
  assert.deepEqual(await portalen.toestemmingen(ik, bewijs), [{ portaal: stad.id, sinds: nu }])
  assert.equal((await vraag(proef).zoek()).status, 'ok')
  assert.equal(await portalen.trekIn(ik, stad.id, bewijs), true)
  assert.equal((await vraag(proef).zoek()).status, 'geen-toestemming')
  assert.deepEqual(vergeten, [`portaal:${stad.id}:${ik}`])
  assert.deepEqual(store.bewijzen, [
    `toestemming-gegeven ${JSON.stringify({ portaal: stad.id })}`,
    `toestemming-ingetrokken ${JSON.stringify({ portaal: stad.id })}`,
  ])
  await portalen.geef(ik, stad.id, bewijs)
  proef.tussendoor.doe = () => portalen.trekIn(ik, stad.id, bewijs)
  assert.equal(
    (await vraag(proef).zoek()).status,
    'geen-toestemming',
    'stopped while organisations were asked',
  )
  const vreemd = proefbewijs(mens(2))
  for (const doe of [
    async () => portalen.geef(ik, stad.id, vreemd),
    async () => portalen.trekIn(ik, stad.id, vreemd),
    async () => portalen.toestemmingen(ik, vreemd),
  ])
    await assert.rejects(doe, { name: 'VerwerkingGeweigerd' })
})

test('the klantId is the sub of the token, and who asks too often waits', async () => {
  const proef = openProef(blik)
  proef.vindJa()
  const { zoek } = vraag(proef)
  assert.equal((await zoek({ klant: 'klant-2' })).status, 'andere-klant')
  for (let i = 0; i < 60; i++) assert.equal((await zoek()).status, 'ok')
  assert.deepEqual(await zoek(), { status: 'te-vaak', seconden: 60 })
  const ander = vraag(proef, { lading: { sub: 'klant-9' } })
  assert.equal((await ander.zoek({ klant: 'klant-9' })).status, 'ok', 'somebody else does not wait for that')
})

test('only what was asked for comes, and what we do not know is passed over', async () => {
  const proef = openProef(blik)
  proef.vindJa()
  const sleutels = async (delen?: readonly string[]) => {
    const uitkomst = await vraag(proef).zoek(delen && { delen })
    return uitkomst.status === 'ok' ? Object.keys(uitkomst.antwoord) : uitkomst.status
  }
  const alles = ['taken', 'zaken', 'ketens', 'volledigheid']
  assert.deepEqual(await sleutels(), alles)
  assert.deepEqual(await sleutels([]), alles)
  assert.deepEqual(await sleutels(['taken', 'dansen']), ['taken', 'volledigheid'])
  assert.deepEqual(await sleutels(['contactmomenten']), [])
  const context = zaakurn(woorden, { bron: svb, uuid: uuid(2) })
  const een = await vraag(proef).zoek({ context })
  assert.ok(een.status === 'ok')
  assert.deepEqual(
    een.antwoord.zaken?.map(({ urn }) => urn),
    [context],
  )
  assert.deepEqual(een.antwoord.taken, [])
})

test('a gap is said: who did not answer is named, and asked again at the next question', async () => {
  const proef = openProef({
    ...blik,
    bronnen: [
      { bron: svb, stand: antwoordde },
      { bron: duo, stand: { soort: 'mislukt', waarom: 'storing', sinds: nu } },
      { bron: bronId('cak'), stand: { soort: 'kent-hen-niet' } },
      { bron: bronId('uwv'), stand: { ...antwoordde, isVolledig: false } },
    ],
    takenOnbekend: [svb],
  } as Zakenblik)
  proef.vindJa()
  const uitkomst = await vraag(proef).zoek()
  assert.ok(uitkomst.status === 'ok')
  assert.deepEqual(uitkomst.antwoord.volledigheid, {
    gevraagd: 3,
    geantwoord: 1,
    ontbreekt: [
      { id: duo, naam: 'naam van duo' },
      { id: 'uwv', naam: 'naam van uwv' },
    ],
    takenOntbreken: [{ id: svb, naam: 'naam van svb' }],
  })
  assert.deepEqual(proef.vergeten, [`portaal:${stad.id}:${ik}`])
  assert.deepEqual(await vraag(proef).taak(9), { status: 'later' }, 'it may be there')
})

test('one task comes fresh from its source; what is not in their list is not opened', async () => {
  const proef = openProef(blik)
  proef.vindJa()
  proef.taak.uitkomst = { status: 'ok', gegevens: taak(7, { status: 'afgerond' }), op: nu }
  const vers = await vraag(proef).taak(7)
  assert.equal(vers.status === 'ok' && vers.antwoord.status, 'afgerond')
  assert.deepEqual(await vraag(proef).taak(8), { status: 'onbekend' })
  proef.taak.uitkomst = { status: 'onbekend', op: nu }
  assert.deepEqual(await vraag(proef).taak(7), { status: 'onbekend' })
  proef.taak.uitkomst = { status: 'fout', soort: 'storing', sinds: nu }
  assert.deepEqual(await vraag(proef).taak(7), { status: 'later' })
})

test('cases that belong together are one group, over any number of steps; a case that they do not see is in none', () => {
  const naar = (nummer: number, aard: 'vervolg' | 'deelzaak') => [
    { ref: { bron: svb, uuid: uuid(nummer) }, aard },
  ]
  const zaken = [
    beeld(1, { verwant: naar(2, 'vervolg') }),
    beeld(2, { verwant: naar(1, 'vervolg') }),
    beeld(3, { verwant: naar(2, 'deelzaak') }),
    beeld(4, { verwant: naar(99, 'vervolg') }),
    beeld(5),
  ]
  const [keten, ...rest] = ketensVan(woorden, zaken)
  assert.deepEqual(rest, [])
  assert.deepEqual(keten?.aard, ['deelzaak', 'vervolg'])
  assert.deepEqual(
    keten?.zaken.toSorted(),
    [1, 2, 3].map((n) => `urn:nld:rsin:999800005:zaak:uuid:${uuid(n)}`),
  )
  assert.equal(zaakurn(woorden, { bron: duo, uuid: uuid(1) }), `urn:uuid:${uuid(1)}`)
})

test('what a source lacks in Dutch is what it did say, and nothing to do a task with leaves us', () => {
  const upload = taak(1, {
    titel: { en: 'Send it' },
    uitvoering: {
      soort: 'upload',
      elders: new URL('https://svb.example/doe'),
      maxBestanden: 1,
      maxOmvang: 1,
      formaten: [],
    },
  })
  const { titel, uitvoering } = taakHeel(woorden, svb, upload)
  assert.deepEqual(titel, { en: 'Send it', nl: 'Send it' })
  assert.deepEqual(uitvoering, { type: 'bij-de-bron', fallbackUrl: 'https://svb.example/doe' })
})
