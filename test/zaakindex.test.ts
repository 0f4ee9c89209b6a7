import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { api, zgwBerichten } from '../src/api/index.ts'
import { type Indexbron, openZaakindexdeel } from '../src/app-zaakindex.ts'
import { nepbewijs } from '../src/audit/proefaudit.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { maakPersoonId, type OrganisatieId, type PersoonId } from '../src/domain/index.ts'
import { createKern } from '../src/platform/http/index.ts'
import { Levensloop, loadConfig, stilLog } from '../src/platform/index.ts'
import { openDatabank } from '../src/store/databank.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'
import { Proefindex } from '../src/store/proefindex.ts'
import type { WieHeeft, Zaakgegevens } from '../src/zaken/index.ts'
import { beheersleutel, inpBsn, startZakentest, type Zakentest } from './zgw/vragen.ts'

/** One that sends notifications, a messy one, and two that send CloudEvents, of which one is messy. */
const bronnen = [
  'gemeente-GM0599',
  'gemeente-GM0268',
  'duo',
  'gemeente-GM0518',
] as readonly string[] as readonly OrganisatieId[]
const eigenRollen = ['initiator', 'mede_initiator', 'belanghebbende']
/** Who is in the register of cases and known to the vault here: the first takes part, the second refuses. */
const bekenden = ['fatima', 'dawit'] as const

async function opzet(t: TestContext) {
  const { databank, url } = await openProefdatabank(t)
  const demo = await startZakentest()
  t.after(demo.sluit)
  const klok = { nu: new Date('2026-03-02T10:00:00Z') }
  const mensen = new Map(
    bekenden.map((id) => [demo.bsnVan(id), maakPersoonId(klok.nu, randomBytes)] as const),
  )
  const verwerkt: string[] = []
  const alsLoket = new Set<OrganisatieId>()
  const deel = openZaakindexdeel(
    {
      config: loadConfig({ VOORDEUR_SLEUTEL: 'x'.repeat(40), VOORDEUR_DATA: '/nergens' }, '/'),
      klok: { nu: () => klok.nu },
      log: stilLog,
    },
    {
      opslag: { databank },
      toegang: {
        audit: {
          metVerwerking: async ({ doel, betrokkenen, door }, fn) => {
            verwerkt.push(...betrokkenen.map((een) => `${doel} ${door.soort} ${een}`))
            return fn(nepbewijs())
          },
        },
      },
      demo: {
        zaken: demo.bronnen.filter(
          ({ organisatie }) => organisatie === 'duo' || organisatie === 'gemeente-GM0518',
        ),
        beheersleutel,
      },
      bronnen: () => bronnen.map((bron) => indexbron(demo, bron, mensen, alsLoket.has(bron))),
      afzenders: () => bronnen.map((id) => ({ id, zaken: new URL(demo.bron(id).urls.zrc), isAan: true })),
    },
    new Levensloop(stilLog),
  )
  const { engine, gebeurtenissen, organisaties } = proefcorpus()
  const kern = createKern({ log: stilLog })
  await kern.register(api, {
    log: stilLog,
    corpus: () => engine,
    gebeurtenissen: () => gebeurtenissen,
    organisaties: () => organisaties,
    nu: () => klok.nu,
    deur: deel.deur,
  })
  await kern.register(zgwBerichten, { berichten: deel.berichten })
  t.after(() => kern.close())
  deel.zetAdres(new URL(await kern.listen({ host: '127.0.0.1', port: 0 })))
  const [ik, ander] = [...mensen.values()]
  assert.ok(ik !== undefined && ander !== undefined)
  const eigenaar = openDatabank({ url, log: stilLog, max: 1 })
  t.after(() => eigenaar.destroy())
  return {
    demo,
    deel,
    ik,
    ander,
    verwerkt,
    /** Treated as if nobody knew how these tell us. */
    alsLoket,
    uitdraai: () => Proefindex.uitdraai(eigenaar),
    zetKlok: (tekst: string) => {
      klok.nu = new Date(tekst)
      demo.zetKlok(tekst)
    },
    waarheid: () => waarheid(demo),
  }
}

/** As simple as can be: whoever holds a role of their own. What may be shown is for the real one. */
function indexbron(
  demo: Zakentest,
  id: OrganisatieId,
  mensen: ReadonlyMap<string, PersoonId>,
  alsLoket: boolean,
): Indexbron {
  const bron = demo.bron(id)
  const wieHeeft: WieHeeft = async ({ uuid }) => {
    const zaak = `${bron.urls.zrc}/zaken/${uuid}`
    const op = new Date()
    if ((await demo.vraag(bron, zaak)).status === 404) return { status: 'onbekend', op }
    const rollen = await demo.vraag(bron, `/rollen?zaak=${encodeURIComponent(zaak)}`)
    const gegevens = (
      rollen.inhoud.results as {
        omschrijvingGeneriek: string
        betrokkeneIdentificatie?: { inpBsn?: string }
      }[]
    ).flatMap(({ omschrijvingGeneriek, betrokkeneIdentificatie }) =>
      eigenRollen.includes(omschrijvingGeneriek)
        ? (mensen.get(betrokkeneIdentificatie?.inpBsn ?? '') ?? [])
        : [],
    )
    return { status: 'ok', gegevens, op }
  }
  return {
    wieHeeft,
    zaken: bron.urls.zrc,
    stuurtGebeurtenissen: bron.meldt === 'gebeurtenissen' && !alsLoket,
    ...((bron.meldt === 'notificaties' || alsLoket) && {
      nrc: { url: bron.urls.nrc, client: bron.client, geheim: bron.geheim },
    }),
    bron: {
      id,
      zoek: async ({ persoon }) => {
        const [bsn = ''] = [...mensen].find(([, wie]) => wie === persoon) ?? []
        const zaken = (await zakenVan(demo, id, bsn)).map(
          (uuid) => ({ ref: { bron: id, uuid } }) as Zaakgegevens,
        )
        return { status: 'ok', gegevens: { zaken, isVolledig: true }, op: new Date() }
      },
      haal: async () => ({ status: 'onbekend', op: new Date() }),
    },
  }
}

async function zakenVan(demo: Zakentest, id: OrganisatieId, bsn: string): Promise<string[]> {
  const uuids: string[] = []
  let adres: string | null = '/zaken/_zoek'
  for (let pagina = 1; adres !== null; pagina++) {
    const { inhoud } = await demo.vraag(demo.bron(id), `/zaken/_zoek?page=${pagina}`, {
      json: { [inpBsn]: bsn },
    })
    for (const { url, uuid } of inhoud.results) {
      const rollen = await demo.vraag(demo.bron(id), `/rollen?zaak=${encodeURIComponent(url)}`)
      const isEigen = rollen.inhoud.results.some(
        (rol: { omschrijvingGeneriek: string; betrokkeneIdentificatie?: { inpBsn?: string } }) =>
          eigenRollen.includes(rol.omschrijvingGeneriek) && rol.betrokkeneIdentificatie?.inpBsn === bsn,
      )
      if (isEigen) uuids.push(uuid)
    }
    adres = inhoud.next
  }
  return uuids.sort()
}

async function waarheid(demo: Zakentest) {
  return new Map(
    await Promise.all(
      bronnen.map(async (bron) => [bron, await zakenVan(demo, bron, demo.bsnVan('fatima'))] as const),
    ),
  )
}

test('organisations that move on are followed by what they say, and nothing of anybody else is here', async (t) => {
  const { demo, deel, ik, ander, verwerkt, uitdraai, zetKlok, waarheid } = await opzet(t)
  await deel.ronde.abonnementen()
  assert.deepEqual(await deel.standen(), [], 'nobody takes part, so nothing has to be heard')

  await deel.index.meldAan(ik)
  await deel.index.zetDeelname(ander, false)
  await deel.ronde.vragen()
  await deel.ronde.abonnementen()
  const gelijk = async () => {
    const bekend = new Map((await deel.index.bekend(ik))?.bronnen.map(({ bron, zaken }) => [bron, zaken]))
    for (const [bron, zaken] of await waarheid()) assert.deepEqual(bekend.get(bron) ?? [], zaken, bron)
  }
  await gelijk()
  const eerst = await waarheid()
  // Wakes what was told an address.
  await demo.tik()

  let gehoord = 0
  for (const dag of ['2026-03-03', '2026-03-06']) {
    zetKlok(`${dag}T10:00:00Z`)
    gehoord += await demo.tik()
    await demo.tik()
    await deel.ronde.hints()
    await gelijk()
  }
  assert.ok(gehoord > 50, `${gehoord} messages`)
  assert.notDeepEqual(await waarheid(), eerst, 'something changed in the end')
  for (const stand of await deel.standen()) {
    assert.equal(stand.wachtend, 0)
    assert.equal(stand.feed, 'goed')
    assert.ok(stand.ontvangen > 0 && stand.deelnemers === 1, stand.bron)
  }

  const alles = await uitdraai()
  const eigen = new Set([...(await waarheid()).values()].flat())
  const vreemd = [...alles.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g)]
    .map(([uuid]) => uuid)
    .filter((uuid) => !eigen.has(uuid))
  // The refusal of the other is their own row.
  assert.deepEqual(vreemd, [ander])
  assert.ok(!alles.includes(ik), 'the index does not say who it is about')
  assert.deepEqual(new Set(verwerkt), new Set([`zaken-index taak ${ik}`]))
})

test('a subscription that went away or was changed is made again, and what was missed is asked for', async (t) => {
  const { demo, deel, ik, zetKlok, waarheid } = await opzet(t)
  await deel.index.meldAan(ik)
  await deel.ronde.vragen()
  const [rotterdam] = bronnen
  assert.ok(rotterdam)
  assert.deepEqual(await deel.abonneer(rotterdam), { status: 'goed', hoe: 'gemaakt' })
  assert.deepEqual(await deel.abonneer(rotterdam), { status: 'goed', hoe: 'stond-er' })
  const bron = demo.bron(rotterdam)
  const lees = async () => (await demo.vraag(bron, `${bron.urls.nrc}/abonnement`)).inhoud
  const [ons] = await lees()
  const anders = { ...ons, kanalen: [{ naam: 'zaken', filters: { zaaktype: 'https://elders.example/1' } }] }
  await demo.vraag(bron, ons.url, { methode: 'PUT', json: anders })
  assert.deepEqual(await deel.abonneer(rotterdam), { status: 'goed', hoe: 'hersteld' })
  assert.equal((await lees()).length, 1)

  await demo.vraag(bron, ons.url, { methode: 'DELETE' })
  zetKlok('2026-03-09T10:00:00Z')
  assert.equal(await demo.tik(), 0, 'nobody hears it')
  await deel.ronde.abonnementen()
  await deel.ronde.vragen()
  const bekend = (await deel.index.bekend(ik))?.bronnen.find((een) => een.bron === rotterdam)
  assert.deepEqual(bekend?.zaken, (await waarheid()).get(rotterdam))
  assert.ok(bekend?.bevestigdOp && bekend.bevestigdOp > new Date('2026-03-08'))
})

test('an organisation of which nobody wrote down that it sends CloudEvents is found out, and told where', async (t) => {
  const { deel, ik, alsLoket } = await opzet(t)
  await deel.index.meldAan(ik)
  const duo = bronnen[2]
  assert.ok(duo)
  alsLoket.add(duo)
  assert.deepEqual(await deel.abonneer(duo), { status: 'geen-loket' })
  const feed = async () => (await deel.standen()).find(({ bron }) => bron === duo)?.feed
  assert.equal(await feed(), 'geen-abonnement')
  const { naar, auth } = deel.gebeurtenisadres(duo, undefined)
  const bericht = {
    specversion: '1.0',
    id: '1',
    source: 'urn:nld:oin:1:x',
    type: 'nl.overheid.zaken.zaak-gemuteerd',
  }
  const headers = { 'content-type': 'application/cloudevents+json', authorization: auth }
  const subject = '2f0f4f0e-6f57-4b0f-8c8a-5f2b1c9d7e10'
  const { status } = await fetch(naar, {
    method: 'POST',
    headers,
    body: JSON.stringify({ ...bericht, subject }),
  })
  assert.equal(status, 202)
  assert.equal(await feed(), 'goed')
})

test('an organisation without notification component, or that refuses us, is said so to the operator', async (t) => {
  const { demo, deel, ik } = await opzet(t)
  await deel.index.meldAan(ik)
  const [rotterdam, , duo] = bronnen
  assert.ok(rotterdam && duo)
  assert.equal(await deel.abonneer(duo), undefined)
  assert.match(deel.gebeurtenisadres(duo, undefined).naar, /\/api\/v1\/gebeurtenisberichten$/)
  await fetch(new URL('storing', demo.bron(rotterdam).beheerUrl), {
    method: 'PUT',
    headers: { 'x-beheersleutel': beheersleutel },
    body: JSON.stringify({ soort: 'fout-500' }),
  })
  assert.deepEqual(await deel.abonneer(rotterdam), { status: 'fout', waarom: 'storing' })
  const stand = (await deel.standen()).find(({ bron }) => bron === rotterdam)
  assert.deepEqual([stand?.feed, stand?.abonnement?.fout], ['geen-abonnement', 'storing'])
})
