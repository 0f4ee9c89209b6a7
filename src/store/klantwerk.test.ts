import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { type TestContext, test } from 'node:test'
import type { OrganisatieId } from '../domain/index.ts'
import { bezorgUitgaand, createKlantbezorger, createKlantmelding, type Uitgaand } from '../loket/index.ts'
import { createBron, metSleutel } from '../platform/bron/index.ts'
import { stilLog } from '../platform/index.ts'
import type { Klantwerk } from '../zaken/index.ts'
import { klantinteractiesWerk } from '../zaken/klantinteracties/klantwerk.ts'
import { klantwerkOpslag } from './klantwerk.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { datum, duo, gemeente, openProefloket, svb, w } from './proefloket.ts'

const actor = '3b5b4ee6-2a83-4b0c-9a55-1f3f0a9f2c11'
type Json = Readonly<Record<string, unknown>>
type Rij = Json & { readonly uuid: string }

/** The fields of the standard with which each is made; with another one, or without one of the first, it is refused. */
const velden: Readonly<Record<string, { readonly eis: readonly string[]; readonly mag: readonly string[] }>> =
  {
    klantcontacten: {
      eis: ['kanaal', 'onderwerp', 'taal', 'vertrouwelijk'],
      mag: ['nummer', 'inhoud', 'reactie', 'indicatieContactGelukt', 'plaatsgevondenOp'],
    },
    onderwerpobjecten: { eis: ['klantcontact', 'wasKlantcontact', 'onderwerpobjectidentificator'], mag: [] },
    internetaken: {
      eis: ['gevraagdeHandeling', 'aanleidinggevendKlantcontact', 'toegewezenAanActoren', 'status'],
      mag: ['nummer', 'toelichting', 'afgehandeldOp'],
    },
  }
const lengten: Readonly<Record<string, number>> = {
  nummer: 10,
  kanaal: 50,
  onderwerp: 200,
  taal: 3,
  gevraagdeHandeling: 200,
  toelichting: 1_000,
}

/** A register as Open Klant is: a number once, nothing that the standard does not know, and only what refers to something. */
async function openRegister(t: TestContext) {
  const er: Record<string, Rij[]> = { klantcontacten: [], onderwerpobjecten: [], internetaken: [] }
  const alles: string[] = []
  let hoe: 'goed' | 'weg' | 'zwijgt' = 'goed'
  const keur = (wat: string, json: Json): boolean => {
    const { eis = [], mag = [] } = velden[wat] ?? {}
    const isHeel = eis.every((naam) => naam in json)
    const isBekend = Object.keys(json).every((naam) => eis.includes(naam) || mag.includes(naam))
    const past = Object.entries(json).every(
      ([naam, waarde]) => typeof waarde !== 'string' || waarde.length <= (lengten[naam] ?? 1_000),
    )
    const contact = (json.klantcontact ?? json.aanleidinggevendKlantcontact) as { uuid: string } | undefined
    const verwijst = wat === 'klantcontacten' || er.klantcontacten?.some(({ uuid }) => uuid === contact?.uuid)
    const isNieuw = json.nummer === undefined || er[wat]?.every(({ nummer }) => nummer !== json.nummer)
    const isGetal = json.nummer === undefined || /^\d{10}$/.test(String(json.nummer))
    return isHeel && isBekend && past && verwijst === true && isNieuw === true && isGetal
  }
  const toon = (rij: Rij) => ({
    ...rij,
    gingOverOnderwerpobjecten: er.onderwerpobjecten?.filter(
      ({ klantcontact }) => (klantcontact as { uuid: string }).uuid === rij.uuid,
    ),
  })
  const server = createServer((vraag, uit) => {
    const { pathname, searchParams } = new URL(vraag.url ?? '', 'http://x')
    const wat = pathname.split('/').at(-1) ?? ''
    const stuur = (status: number, json: unknown) =>
      uit.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
    let tekst = ''
    vraag.on('data', (deel: Buffer) => {
      tekst += deel.toString('utf8')
    })
    vraag.on('end', () => {
      alles.push(`${vraag.url} ${tekst}`)
      if (hoe === 'weg') return stuur(503, {})
      const taak = er.internetaken?.findIndex(({ uuid }) => uuid === wat) ?? -1
      if (vraag.method === 'PATCH' && pathname.split('/').at(-2) === 'internetaken') {
        const rij = er.internetaken?.[taak]
        const nieuw = JSON.parse(tekst) as Json
        const mag = Object.keys(nieuw).every((naam) => naam === 'status') && nieuw.status === 'verwerkt'
        if (rij === undefined || !mag) return stuur(400, { code: 'invalid' })
        er.internetaken?.splice(taak, 1, { ...rij, ...nieuw })
        return stuur(200, { ...rij, ...nieuw })
      }
      if (vraag.headers.authorization !== 'Token t' || er[wat] === undefined) return stuur(404, {})
      if (vraag.method === 'GET') {
        const contact = searchParams.get('aanleidinggevendKlantcontact__uuid')
        const results = er[wat].filter(
          ({ nummer, aanleidinggevendKlantcontact: van }) =>
            (!searchParams.has('nummer') || nummer === searchParams.get('nummer')) &&
            (contact === null || (van as { uuid: string }).uuid === contact),
        )
        return stuur(200, { count: results.length, next: null, results: results.map(toon) })
      }
      const json = JSON.parse(tekst) as Json
      if (!keur(wat, json)) return stuur(400, { code: 'invalid' })
      const rij = { ...json, uuid: randomUUID() }
      er[wat].push(rij)
      // It was made, and whoever made it never hears so.
      if (hoe === 'zwijgt') return uit.destroy()
      return stuur(201, toon(rij))
    })
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const plek = server.address()
  const poort = plek !== null && typeof plek === 'object' ? plek.port : assert.fail()
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const lijst = (wat: string) => er[wat] ?? assert.fail()
  return {
    alles,
    contacten: () => lijst('klantcontacten'),
    objecten: () => lijst('onderwerpobjecten'),
    taken: () => lijst('internetaken'),
    url: new URL(`http://127.0.0.1:${poort}/klantinteracties/api/v1`),
    zet: (nieuw: typeof hoe) => {
      hoe = nieuw
    },
  }
}

/** Chain cases here, and which organisations have a register; `met`: those with somebody who answers. */
async function openProef(
  t: TestContext,
  met: readonly OrganisatieId[],
  zonder: readonly OrganisatieId[] = [],
) {
  const p = openProefloket(await openProefdatabank(t))
  const register = await openRegister(t)
  const nu = () => p.klok.nu
  const werkVan = (id: OrganisatieId): readonly [OrganisatieId, Klantwerk] => {
    const bron = createBron(
      {
        ...{ naam: 'klant', basisUrl: register.url, aanmelden: metSleutel('authorization', 'Token t') },
        grenzen: { pogingen: 1 },
        onderbreker: { venster: 1_000, minimum: 1_000, aandeel: 1, rustMs: 1 },
      },
      { klok: { nu }, log: stilLog, toeval: randomBytes },
    )
    t.after(() => bron.sluit())
    return [id, klantinteractiesWerk({ id, bron, ...(met.includes(id) && { behandelaars: actor }) })]
  }
  const werken = new Map([...met, ...zonder].map(werkVan))
  const klantwerk = klantwerkOpslag(p.databank)
  const bronnen = { bij: (id: OrganisatieId) => werken.get(id), isEr: () => werken.size > 0 }
  const meld = createKlantmelding({ store: p.store, klantwerk, bronnen, nu })
  const zeg = (sleutel: string, waarden?: object) => `${sleutel} ${JSON.stringify(waarden ?? {})}`
  const bezorg = createKlantbezorger({
    ...{ store: p.store, bronnen, t: zeg, datum: (dag: string) => dag },
    adresVan: (id) => `https://voordeur.example/balie/loket/${id}`,
  })
  const opgegeven: string[] = []
  const ronde = (anders: (wat: Uitgaand) => ReturnType<typeof bezorg> = bezorg) =>
    bezorgUitgaand({
      ...{ store: klantwerk, bezorg: anders, nu, loting: () => 0 },
      meldOpgegeven: ({ id }) => void opgegeven.push(id),
    })
  const vertel = async () => {
    await p.loket.zend()
    await meld(p.verstuurd)
  }
  const later = (ms: number) => {
    p.klok.nu = new Date(p.klok.nu.getTime() + ms)
  }
  return { ...p, bezorg, klantwerk, later, opgegeven, register, ronde, vertel, werken }
}

type Proef = Awaited<ReturnType<typeof openProef>>
const doe = async (
  p: Proef,
  wie: Parameters<Proef['loket']['doe']>[0],
  ketenzaak: string,
  wat: Parameters<Proef['loket']['doe']>[2],
) => {
  const { voorvallen } = await p.store.laad({ soort: 'taak' }, ketenzaak)
  const uit = await p.loket.doe(wie, { id: p.nieuw(), ketenzaak, verwacht: voorvallen.length }, wat)
  assert.equal(uit.status, 'ok', JSON.stringify(uit))
}
const contactmoment = {
  soort: 'voeg-toe',
  wat: 'contactmoment',
  tekst: w('Zij belde over haar AOW'),
} as const
const handelingen = ({ register }: Proef) => register.taken().map((een) => String(een.gevraagdeHandeling))

test('a contact and a step asked reach the register of that organisation once, without a word of anybody', async (t) => {
  const p = await openProef(t, [svb], [gemeente])
  const { register } = p
  const { ketenzaak } = await p.open()
  await doe(p, p.bij.gemeente, ketenzaak, contactmoment)
  await p.vertel()
  // Dies after the rows were laid and before the events were marked.
  await p.vertel()
  assert.equal(await p.ronde(), 2)
  assert.equal(await p.ronde(), 0)
  // All over again from the events, after all arrived: nothing comes of it.
  await p.vertel()
  assert.equal(await p.ronde(), 0)
  const { contacten, objecten, taken } = register
  assert.deepEqual([contacten().length, objecten().length, taken().length], [2, 2, 1])
  const [taak] = taken()
  assert.match(String(taak?.gevraagdeHandeling), /klantwerk\.stap .*2026-03-20/)
  assert.deepEqual([taak?.toegewezenAanActoren, taak?.status], [[{ uuid: actor }], 'te_verwerken'])
  assert.equal(
    taak?.toelichting,
    `loket.klantwerk.waar {"adres":"https://voordeur.example/balie/loket/${ketenzaak}"}`,
  )
  for (const contact of contacten()) {
    assert.deepEqual([contact.kanaal, contact.taal, contact.vertrouwelijk], ['ketenzaak', 'und', true])
    const over = objecten().find((een) => (een.klantcontact as Rij).uuid === contact.uuid)
    assert.deepEqual(over?.onderwerpobjectidentificator, {
      ...{ codeObjecttype: 'zaak', codeRegister: 'voordeur', codeSoortObjectId: 'uuid', objectId: ketenzaak },
    })
  }
  const gestuurd = register.alles.join('\n')
  for (const woord of ['AOW', 'Fatma', 'belde', p.ik, 'm-1', 'partij', 'betrokkene"'])
    assert.ok(!gestuurd.includes(woord), `${woord} in ${gestuurd}`)
})

test('asked are other organisations, functions, and to whom is forwarded or offered; while it is waited for', async (t) => {
  const p = await openProef(t, [svb, duo, gemeente])
  const { ketenzaak, eerst } = await p.open()
  // Answered before anybody brought it; and of their own step the municipality asks itself nothing.
  await doe(p, p.bij.svb, ketenzaak, { soort: 'aanvaard-stap', stap: eerst })
  await p.vertel()
  await p.ronde()
  assert.deepEqual(p.register.contacten(), [])
  await doe(p, p.bij.svb, ketenzaak, { soort: 'weiger-stap', stap: eerst, reden: w('kan niet') })
  const tot = new Date(p.klok.nu.getTime() + 86_400_000)
  await doe(p, p.bij.gemeente, ketenzaak, {
    ...({
      soort: 'stuur-door',
      naar: duo,
      reden: w('is van hen'),
      melding: w('naar DUO'),
      hoe: 'mondeling',
    } as const),
    tot,
  })
  await doe(p, p.bij.gemeente, ketenzaak, {
    soort: 'bied-overdracht-aan',
    aan: svb,
    reden: w('ligt daar'),
    tot,
  })
  await doe(p, p.bij.gemeente, ketenzaak, { soort: 'schaal-op', aanleiding: 'anders', reden: w('zit vast') })
  // From the one who refused to another: who had it is not asked again, who has it now is asked once.
  const opnieuw = { soort: 'vraag-opnieuw', stap: eerst, termijn: datum('2026-03-25') } as const
  await doe(p, p.bij.gemeente, ketenzaak, {
    ...opnieuw,
    eigenaar: { soort: 'organisatie', organisatie: duo },
  })
  await p.vertel()
  await p.ronde()
  const soorten = handelingen(p).map((een) => een.split(' ')[0]?.split('.').at(-1))
  assert.deepEqual(soorten.toSorted(), ['coordinator', 'doorgestuurd', 'overdracht', 'stap'])
})

test('a register that is away costs its own part: it waits longer each time, is said, and comes once', async (t) => {
  const p = await openProef(t, [svb])
  const { register } = p
  const { ketenzaak } = await p.open()
  register.zet('weg')
  await p.vertel()
  assert.deepEqual(await p.klantwerk.stand(), [{ naar: svb, wachtend: 1, hapert: false }])
  assert.equal(await p.ronde(), 0)
  assert.equal(await p.ronde(), 0, 'niet meteen opnieuw')
  p.later(5_000)
  assert.equal(await p.ronde(), 0)
  assert.deepEqual(await p.klantwerk.stand(), [{ naar: svb, wachtend: 1, hapert: true }])
  // Each of the three is made without the answer being heard; the next time it goes on from there.
  register.zet('zwijgt')
  for (let keer = 0; keer < 3; keer++) {
    p.later(3_600_000)
    assert.equal(await p.ronde(), 0)
  }
  register.zet('goed')
  p.later(3_600_000)
  // Dies after all is there and before anybody marked it.
  const valt = async (wat: Uitgaand) => {
    await p.bezorg(wat)
    throw new Error('gevallen')
  }
  await assert.rejects(p.ronde(valt), /gevallen/)
  p.later(3_600_000)
  assert.equal(await p.ronde(), 1)
  const { contacten, objecten, taken } = register
  assert.deepEqual([contacten().length, objecten().length, taken().length], [1, 1, 1])
  assert.deepEqual(await p.klantwerk.stand(), [])
  assert.deepEqual(p.opgegeven, [])
  // The case itself went on all the time.
  assert.ok((await p.loket.bekijk(p.bij.svb, ketenzaak)) !== undefined)
})

test('a number that another contact has is left to it; who is not connected any more gets nothing', async (t) => {
  const p = await openProef(t, [], [gemeente])
  const { ketenzaak } = await p.open()
  await doe(p, p.bij.gemeente, ketenzaak, contactmoment)
  await p.vertel()
  await p.ronde()
  const [eigen] = p.register.contacten()
  assert.ok(eigen)
  // The same number, of somebody who called them.
  p.register.contacten().splice(0, 1, { ...eigen, uuid: randomUUID(), kanaal: 'telefoon' })
  const werk = p.werken.get(gemeente) ?? assert.fail()
  const nr = (await p.store.laad({ soort: 'taak' }, ketenzaak)).voorvallen.length
  const wat = { id: 'x', soort: 'klant', naar: gemeente, ketenzaak, op: p.klok.nu, pogingen: 1 } as const
  assert.deepEqual(await p.bezorg({ ...wat, inhoud: { nr } }), { status: 'klaar' })
  assert.deepEqual(await p.bezorg({ ...wat, inhoud: { nr } }), { status: 'klaar' })
  assert.equal(p.register.contacten().length, 2)
  assert.equal(new Set(p.register.contacten().map(({ nummer }) => nummer)).size, 2)
  assert.equal(werk.neemtTaken, false)
  await doe(p, p.bij.gemeente, ketenzaak, contactmoment)
  await p.vertel()
  p.werken.delete(gemeente)
  assert.equal(await p.ronde(), 1)
  assert.equal(p.register.contacten().length, 2)
  // Nobody has one: nothing is even laid.
  await doe(p, p.bij.gemeente, ketenzaak, contactmoment)
  await p.vertel()
  assert.deepEqual(await p.klantwerk.stand(), [])
})

test('what is not waited for any more is done there as well: once, after it was made, and not what somebody there did', async (t) => {
  const p = await openProef(t, [svb, gemeente])
  const { register } = p
  const standen = () => register.taken().map(({ status }) => status)
  const { ketenzaak, eerst } = await p.open()
  await p.vertel()
  await p.ronde()
  assert.deepEqual(standen(), ['te_verwerken'])
  await doe(p, p.bij.svb, ketenzaak, { soort: 'aanvaard-stap', stap: eerst })
  register.zet('weg')
  await p.vertel()
  await p.vertel()
  assert.equal(await p.ronde(), 0)
  register.zet('goed')
  p.later(3_600_000)
  assert.equal(await p.ronde(), 1)
  assert.deepEqual(standen(), ['verwerkt'])
  const aantal = register.alles.length
  // All over again from the events: nothing comes of it.
  await p.vertel()
  assert.equal(await p.ronde(), 0)
  assert.equal(register.alles.length, aantal)

  // Asked again is another task; closed by somebody there, it is left to them.
  const opnieuw = { soort: 'vraag-opnieuw', stap: eerst, termijn: datum('2026-03-25') } as const
  await doe(p, p.bij.svb, ketenzaak, { soort: 'weiger-stap', stap: eerst, reden: w('kan niet') })
  await doe(p, p.bij.gemeente, ketenzaak, opnieuw)
  await p.vertel()
  await p.ronde()
  assert.deepEqual(standen(), ['verwerkt', 'te_verwerken'])
  const [een, twee] = register.taken()
  assert.ok(een && twee)
  register.taken().splice(1, 1, { ...twee, status: 'geannuleerd' })
  await doe(p, p.bij.svb, ketenzaak, { soort: 'weiger-stap', stap: eerst, reden: w('nog niet') })
  await p.vertel()
  await p.ronde()
  assert.deepEqual(standen(), ['verwerkt', 'geannuleerd'])
  assert.deepEqual(await p.klantwerk.stand(), [])

  // Answered while the register was away: it was never made, and nothing is left to do.
  await doe(p, p.bij.gemeente, ketenzaak, opnieuw)
  register.zet('weg')
  await p.vertel()
  assert.equal(await p.ronde(), 0)
  await doe(p, p.bij.svb, ketenzaak, { soort: 'aanvaard-stap', stap: eerst })
  await p.vertel()
  register.zet('goed')
  for (let keer = 0; keer < 3; keer++) {
    p.later(3_600_000)
    await p.ronde()
  }
  assert.deepEqual(standen(), ['verwerkt', 'geannuleerd'])
  assert.deepEqual(await p.klantwerk.stand(), [])
})
