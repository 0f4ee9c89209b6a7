import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { openSleutelring } from '../audit/index.ts'
import { createGesprekken, createNotities, type Notitiewerker, nieuweWachtrij } from '../lijnen/index.ts'
import { belgesprekOpslag } from './belgesprekken.ts'
import { gespreksnotitieOpruimer, gespreksnotitieOpslag } from './gespreksnotities.ts'
import { oproepOpslag } from './lijndienst.ts'
import { wachtrijOpslag } from './lijnwachtrij.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { datum, duo, gemeente, openProefloket, svb } from './proefloket.ts'

const inhoud = (antwoord: string, wat?: string) => ({
  ...{ vraag: 'Waar blijft het geld?', antwoord },
  acties:
    wat === undefined
      ? []
      : [{ wie: { soort: 'organisatie', organisatie: svb } as const, wat, termijn: datum('2026-06-30') }],
})

/** The municipality calls the SVB, about a case in which the SVB has a step, or about none. */
async function opzet(t: Parameters<typeof openProefdatabank>[0], metZaak = true) {
  const proef = await openProefdatabank(t)
  const keten = openProefloket(proef)
  const { loket, bij, klok } = keten
  const werker = (
    organisatie: typeof svb,
    vrager: Notitiewerker['vrager'],
    medewerker = 'm-1',
  ): Notitiewerker => ({
    ...{ organisatie, medewerker, vrager },
    magZaak: async (zaak) => (await loket.volg(vrager, zaak)) !== undefined,
  })
  const [balie, ander, derde] = [werker(gemeente, bij.gemeente), werker(svb, bij.svb), werker(duo, bij.duo)]
  let ketenzaak: string | undefined
  if (metZaak) ketenzaak = (await keten.open()).ketenzaak
  const store = belgesprekOpslag(proef.databank)
  const gesprekken = createGesprekken({
    ...{ store, gewijzigd: () => {}, isHier: () => true, nu: () => klok.nu, toeval: randomBytes },
  })
  const notities = createNotities({
    store: gespreksnotitieOpslag(proef.databank),
    gesprekken: store,
    oproepen: oproepOpslag(proef.databank),
    ...{ loket, nu: () => klok.nu, toeval: randomBytes },
    ring: openSleutelring(() => ['een geheim van minstens tweeëndertig tekens']),
  })
  const gebeld = await gesprekken.bel(balie, { organisatie: svb, ketenzaak })
  assert.ok(gebeld.status === 'ok')
  const { id } = gebeld.uitkomst.gesprek
  const zaak = async () => {
    const beeld = ketenzaak === undefined ? undefined : await loket.bekijk(bij.gemeente, ketenzaak)
    assert.ok(beeld)
    return beeld.zicht
  }
  return {
    ...proef,
    keten,
    loket,
    gesprekken,
    notities,
    gebeld,
    id,
    balie,
    ander,
    derde,
    ketenzaak,
    zaak,
  }
}

/** Both are in it, and both leave. */
async function voerGesprek({ gesprekken, gebeld, id, ander }: Awaited<ReturnType<typeof opzet>>) {
  assert.equal((await gesprekken.neemOp(ander, id)).status, 'ok')
  await gesprekken.gaWeg(gebeld.uitkomst)
}

test('who was in a call is asked for a note until somebody wrote one or said that nothing was agreed; of a call that nobody took nothing is asked', async (t) => {
  const op = await opzet(t)
  const { notities, balie, ander, derde, id, gesprekken } = op
  assert.deepEqual(await notities.open(balie), [])
  assert.equal(await notities.lees(balie, id), undefined)
  await voerGesprek(op)
  for (const wie of [balie, ander])
    assert.deepEqual(
      (await notities.open(wie)).map((een) => een.id),
      [id],
    )
  // Nobody else, also not a colleague who was not in it.
  assert.deepEqual(await notities.open(derde), [])
  assert.deepEqual(await notities.open({ ...balie, medewerker: 'm-9' }), [])
  assert.equal(await notities.lees({ ...balie, medewerker: 'm-9' }, id), undefined)
  assert.equal((await notities.niets(balie, id, 0)).status, 'ok')
  for (const wie of [balie, ander]) assert.deepEqual(await notities.open(wie), [])
  // Nobody took this one.
  const stil = await gesprekken.bel(balie, { organisatie: svb })
  assert.ok(stil.status === 'ok')
  await gesprekken.gaWeg(stil.uitkomst)
  assert.deepEqual(await notities.open(balie), [])
})

test('two who write at once: one note, the second hears of the first and loses nothing, and each comes into the case once', async (t) => {
  const op = await opzet(t)
  const { notities, balie, ander, id, loket, zaak, ketenzaak, alsRol } = op
  await voerGesprek(op)
  const [een, twee] = [loket.nieuwId(), loket.nieuwId()]
  const samen = await Promise.all([
    notities.schrijf(balie, id, { id: een, gezien: 0, inhoud: inhoud('Het komt eraan', 'Betaalt') }),
    notities.schrijf(ander, id, { id: twee, gezien: 0, inhoud: inhoud('Vrijdag', 'Belt terug') }),
  ])
  assert.deepEqual(samen.map(({ status }) => status).sort(), ['conflict', 'ok'])
  const [eerste, tweede] = samen[0].status === 'ok' ? [balie, ander] : [ander, balie]
  const [a, b] = eerste === balie ? [een, twee] : [twee, een]
  const zegt = (wie: Notitiewerker) =>
    wie === balie ? inhoud('Het komt eraan', 'Betaalt') : inhoud('Vrijdag', 'Belt terug')
  // Sent again by who saw it: added. Sent twice: once.
  for (let keer = 0; keer < 2; keer++) {
    const erbij = await notities.schrijf(tweede, id, { id: b, gezien: 1, inhoud: zegt(tweede) })
    assert.equal(erbij.status, 'ok')
  }
  await notities.schrijf(eerste, id, { id: a, gezien: 0, inhoud: zegt(eerste) })
  const contacten = (await zaak()).onderdelen.filter(({ soort }) => soort === 'contactmoment')
  assert.equal(contacten.length, 2)
  assert.deepEqual(
    contacten.map(({ tekst }) => tekst),
    ['Waar blijft het geld?', 'Waar blijft het geld?'],
  )
  assert.equal(contacten.find(({ gesprek }) => gesprek?.antwoord === 'Vrijdag')?.gesprek?.acties.length, 1)

  // What the SVB wrote is planned by who owns the case, from the case itself; pressed twice it is there once.
  assert.ok(ketenzaak)
  const stappen = async () => (await zaak()).stappen.length
  const voor = await stappen()
  for (const wacht of await notities.wachtOpPlan(balie, ketenzaak))
    for (let keer = 0; keer < 2; keer++)
      assert.equal((await notities.plan(balie, ketenzaak, wacht.gesprek)).status, 'ok')
  assert.deepEqual(await notities.wachtOpPlan(balie, ketenzaak), [])
  assert.equal(await stappen(), 4)
  assert.ok(voor === 3 || voor === 4)
  const namen = (await zaak()).stappen.flatMap(({ titel }) => (titel?.soort === 'vrij' ? [titel.tekst] : []))
  assert.deepEqual(namen.slice(1).sort(), ['Belt terug', 'Betaalt'])
  assert.equal(await gespreksnotitieOpruimer(alsRol('bewaring')).ruimOp(new Date('2030-01-01')), 1)
})

test('a participant writes: the contact stands in the case, and the steps wait for who may plan', async (t) => {
  const op = await opzet(t)
  const { notities, balie, ander, derde, id, loket, zaak, ketenzaak } = op
  assert.ok(ketenzaak)
  await voerGesprek(op)
  const uit = await notities.schrijf(ander, id, {
    ...{ id: loket.nieuwId(), gezien: 0, inhoud: inhoud('Vrijdag', 'Belt terug') },
  })
  assert.ok(uit.status === 'ok' && uit.weigering === undefined)
  assert.deepEqual(
    uit.notitie.bijdragen.map(({ isContact, isGepland }) => [isContact, isGepland]),
    [[true, false]],
  )
  assert.equal((await zaak()).stappen.length, 2)
  // Who has no part in the case sees nothing of it, and plans nothing.
  assert.deepEqual(await notities.wachtOpPlan(derde, ketenzaak), [])
  assert.equal((await notities.plan(derde, ketenzaak, id)).status, 'niet-gevonden')
  assert.equal((await notities.wachtOpPlan(balie, ketenzaak)).length, 1)
  assert.equal((await notities.plan(balie, ketenzaak, id)).status, 'ok')
  assert.equal((await zaak()).stappen.length, 3)
})

test('a call about no case: who was in it reads the note, the resident by the key of their browser, and it comes into a case later', async (t) => {
  const op = await opzet(t, false)
  const { notities, balie, ander, id, loket, keten, gesprekken } = op
  assert.equal((await gesprekken.neemOp(ander, id)).status, 'ok')
  const sleutels: string[] = []
  for (const als of ['inwoner', 'tolk'] as const) {
    const code = await gesprekken.nodigUit(balie, id, als)
    assert.ok(code.status === 'ok')
    const binnen = await gesprekken.metCode(code.uitkomst.code)
    assert.ok(binnen)
    sleutels.push(binnen.sleutel)
  }
  const [inwoner = '', tolk = ''] = sleutels
  assert.equal(await notities.voorGast(inwoner), undefined)
  await notities.schrijf(balie, id, {
    ...{ id: loket.nieuwId(), gezien: 0, inhoud: inhoud('Het komt eraan', 'Betaalt') },
  })
  assert.equal((await notities.lees(ander, id))?.notitie?.bijdragen.length, 1)
  assert.equal((await notities.voorGast(inwoner))?.bijdragen[0]?.inhoud.antwoord, 'Het komt eraan')
  assert.equal(await notities.voorGast(tolk), undefined)
  assert.equal(await notities.voorGast('iets anders'), undefined)
  // Who came in after that note was written reads it, without anybody writing more; and what is written since.
  const alsTolk = await gesprekken.alsGast(tolk)
  assert.ok(alsTolk)
  await gesprekken.gaWeg(alsTolk)
  const code = await gesprekken.nodigUit(balie, id, 'inwoner')
  const tweede = code.status === 'ok' ? await gesprekken.metCode(code.uitkomst.code) : undefined
  assert.ok(tweede)
  assert.equal((await notities.voorGast(tweede.sleutel))?.bijdragen.length, 1)
  const niets = await notities.niets(balie, id, 1)
  assert.ok(niets.status === 'ok')
  assert.equal((await notities.voorGast(tweede.sleutel))?.bijdragen.length, 1)
  // Whoever came in by a code that was not for them is let go, and reads nothing of it.
  const alsTweede = await gesprekken.alsGast(tweede.sleutel)
  assert.equal((await gesprekken.haalWeg(balie, id, alsTweede?.deelnemer ?? '')).status, 'ok')
  assert.equal(await notities.voorGast(tweede.sleutel), undefined)
  assert.equal((await notities.voorGast(inwoner))?.bijdragen.length, 1)
  const { ketenzaak } = await keten.open()
  assert.equal((await notities.zetInZaak(balie, id, ketenzaak)).status, 'ok')
  const zicht = (await loket.bekijk(keten.bij.gemeente, ketenzaak))?.zicht
  assert.equal(zicht?.onderdelen.filter(({ soort }) => soort === 'contactmoment').length, 1)
  assert.equal(zicht?.stappen.length, 3)
})

/** The municipality called a line about its case; whoever answered it is of an organisation outside that case. */
async function opLijn(t: Parameters<typeof openProefdatabank>[0]) {
  const op = await opzet(t)
  const { gesprekken, balie, derde, ketenzaak, keten } = op
  assert.ok(ketenzaak)
  const blind = async () => false
  const gebeld = await gesprekken.bel({ ...balie, magZaak: blind }, { organisatie: duo })
  assert.ok(gebeld.status === 'ok')
  const { id } = gebeld.uitkomst.gesprek
  assert.equal(gebeld.uitkomst.gesprek.ketenzaak, undefined)
  const { medewerker, organisatie } = balie
  const nuMs = keten.klok.nu.getTime()
  const oproep = {
    ...{ beller: 'beller-van-de-lijn-001', pool: duo, organisatie, medewerker, ketenzaak },
    ...({
      onderwerp: { soort: 'regeling', id: 'studiefinanciering' },
      begonnenMs: nuMs,
      geldigTotMs: nuMs,
    } as const),
    ...{ gesprek: id, verbondenMs: nuMs },
  }
  const mee = { plekken: { erbij: [], weg: [] }, bewijzen: [], oproep }
  await wachtrijOpslag(op.databank).schrijf(nieuweWachtrij(duo, op.keten.klok.nu), undefined, [], mee)
  await voerGesprek({ ...op, gebeld, id, ander: derde })
  return { ...op, id, zaaknummer: ketenzaak }
}

test('a call over a line knows the case of whoever called: their note lands there by itself', async (t) => {
  const { notities, balie, id, loket, zaak, zaaknummer } = await opLijn(t)
  const beeld = await notities.lees(balie, id)
  assert.equal(beeld?.ketenzaak, zaaknummer)
  assert.deepEqual(beeld?.lijn, {
    ...{ onderwerp: { soort: 'regeling', id: 'studiefinanciering' }, ketenzaak: zaaknummer },
  })
  const wat = { id: loket.nieuwId(), gezien: 0, inhoud: inhoud('Vrijdag', 'Betaalt') }
  const uit = await notities.schrijf(balie, id, wat)
  assert.ok(uit.status === 'ok' && uit.weigering === undefined)
  const { onderdelen, stappen } = await zaak()
  assert.equal(onderdelen.filter(({ soort }) => soort === 'contactmoment').length, 1)
  assert.ok(stappen.some(({ titel }) => titel?.soort === 'vrij' && titel.tekst === 'Betaalt'))
})

test('who answers a line without sight of the case writes all the same; nothing of it is in the case until whoever plans takes it in', async (t) => {
  const { notities, balie, ander, derde, id, loket, zaak, zaaknummer } = await opLijn(t)
  const beeld = await notities.lees(derde, id)
  assert.equal(beeld?.ketenzaak, undefined)
  assert.deepEqual(beeld?.lijn, {
    ...{ onderwerp: { soort: 'regeling', id: 'studiefinanciering' }, zaakVan: gemeente },
  })
  const wat = { id: loket.nieuwId(), gezien: 0, inhoud: inhoud('Wij kijken het na', 'Rekent na') }
  const uit = await notities.schrijf(derde, id, wat)
  assert.ok(uit.status === 'ok' && uit.weigering === undefined)
  // By no number that they type does it come into another case, or into this one.
  await notities.zetInZaak(derde, id, zaaknummer)
  const contacten = async () =>
    (await zaak()).onderdelen.filter(({ soort }) => soort === 'contactmoment').length
  const stappen = async () =>
    (await zaak()).stappen.filter(({ titel }) => titel?.soort === 'vrij' && titel.tekst === 'Rekent na')
      .length
  const eigen = { id: loket.nieuwId(), gezien: 1, inhoud: inhoud('Zij rekenen het na') }
  assert.equal((await notities.schrijf(balie, id, eigen)).status, 'ok')
  assert.deepEqual([await contacten(), await stappen()], [1, 0])
  assert.equal((await notities.wachtOpPlan(balie, zaaknummer)).length, 1)
  assert.deepEqual(await notities.wachtOpPlan(derde, zaaknummer), [])
  // A participant who may not plan takes in nothing of it.
  await notities.plan(ander, zaaknummer, id)
  assert.deepEqual([await contacten(), await stappen()], [1, 0])
  for (let keer = 0; keer < 2; keer++) assert.equal((await notities.plan(balie, zaaknummer, id)).status, 'ok')
  assert.deepEqual([await contacten(), await stappen()], [2, 1])
  assert.deepEqual(await notities.wachtOpPlan(balie, zaaknummer), [])
})
