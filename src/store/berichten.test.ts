import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openAudit } from '../audit/index.ts'
import { nepbewijs, openProefaudit, proefregister } from '../audit/proefaudit.ts'
import { createBerichten, type Linkkeuring, type NieuwBericht } from '../kanalen/index.ts'
import { berichtOpslag, ruimBerichtenOp } from './berichten.ts'
import { bewijsOpslag } from './bewijs.ts'
import { alsEigenaar, openProefdatabank, type Proefdatabank } from './proefdatabank.ts'
import { proefinbox } from './proefinbox.ts'

const register = proefregister(
  (['bericht-sturen', 'berichten-tonen'] as const).map((id) => ({
    id,
    versie: 1,
    gegevens: ['bericht'],
    betrokkenen: ['inwoner'],
    door: [id === 'bericht-sturen' ? 'taak' : 'inwoner'],
    rollen: [],
    bewaren: { regel: 'B1', termijn: 'P1Y' },
  })),
)

function openProef({ databank, alsRol }: Proefdatabank) {
  const store = bewijsOpslag({ databank, bewijs: alsRol('bewijs') })
  const { ring, klok, persoon } = openProefaudit(store)
  const nu = () => klok.nu
  const audit = openAudit({
    store,
    register: () => register,
    ring,
    nu,
    toeval: randomBytes,
    registerUri: 'https://voordeur.example/verwerkingen',
  })
  const delen = { store: berichtOpslag(databank), audit, ring, nu, toeval: randomBytes }
  const berichten = createBerichten(delen)
  const alsLezer = <T>(
    wie: ReturnType<typeof persoon>,
    fn: (bewijs: ReturnType<typeof nepbewijs>) => Promise<T>,
  ) =>
    audit.metVerwerking(
      {
        doel: 'berichten-tonen',
        gegevens: ['bericht'],
        betrokkenen: [wie],
        door: { soort: 'inwoner', persoon: wie },
      },
      fn,
    )
  const links: Linkkeuring = {
    toets: (tekst) =>
      tekst.includes('evil.com')
        ? { mag: false, bezwaren: [{ link: 'evil.com', waarom: 'niet-echt' }] }
        : { mag: true },
    weggelaten: { nl: '(weg)' },
  }
  const metToets = createBerichten({ ...delen, links })
  return { berichten, metToets, inbox: proefinbox(delen), klok, persoon, alsLezer }
}

const zelf = (wie: ReturnType<ReturnType<typeof openProef>['persoon']>) => ({ persoon: wie, lezer: wie })

const inhoud = {
  onderwerp: { nl: 'Uw zaak duurt te lang', en: 'Your case takes too long', pap: 'Bo kaso ta dura muchu' },
  alineas: [{ nl: 'Bel de gemeente.', en: 'Call the municipality.', pap: 'Yama munisipio.' }],
}

test('a message is kept without the links that may not go out', async (t) => {
  const { metToets, inbox, persoon, alsLezer } = openProef(await openProefdatabank(t))
  const wie = persoon()
  const alineas = [{ nl: 'Betaal op evil.com' }]
  const nieuw = {
    persoon: wie,
    soort: 'zaak-te-laat',
    kenmerk: 'link',
    inhoud: { ...inhoud, alineas },
  } as const
  assert.equal(await metToets.stuur(nieuw), 'gestuurd')
  assert.equal(await metToets.stuur(nieuw), 'was-er-al')
  const [een] = await alsLezer(wie, (bewijs) => inbox(wie, bewijs))
  assert.deepEqual(
    [een?.inhoud.onderwerp, een?.inhoud.alineas],
    [inhoud.onderwerp, [{ nl: 'Betaal op (weg)' }]],
  )
})

test('a message is kept once however often it is sent, opens once, and both are evidence', async (t) => {
  const proef = await openProefdatabank(t)
  const { berichten, inbox, klok, persoon, alsLezer } = openProef(proef)
  const ik = persoon()
  const nieuw: NieuwBericht = { persoon: ik, soort: 'zaak-te-laat', kenmerk: 'een', inhoud }
  const tegelijk = await Promise.all([1, 2, 3].map(() => berichten.stuur(nieuw)))
  assert.deepEqual(tegelijk.toSorted(), ['gestuurd', 'was-er-al', 'was-er-al'])
  klok.nu = new Date('2026-03-02T10:00:00Z')
  await berichten.stuur({ ...nieuw, kenmerk: 'twee' })

  const lijst = await alsLezer(ik, (bewijs) => inbox(ik, bewijs))
  assert.equal(lijst.length, 2)
  const [laatste] = lijst
  assert.equal(laatste?.verstuurd.toISOString(), '2026-03-02T10:00:00.000Z')
  assert.deepEqual(laatste?.inhoud, inhoud)
  const id = laatste?.id ?? ''
  const open = () => alsLezer(ik, (bewijs) => berichten.open(zelf(ik), id, bewijs))
  klok.nu = new Date('2026-03-03T10:00:00Z')
  assert.equal((await open())?.geopend?.toISOString(), '2026-03-03T10:00:00.000Z')
  klok.nu = new Date('2026-03-04T10:00:00Z')
  assert.equal((await open())?.geopend?.toISOString(), '2026-03-03T10:00:00.000Z')

  const rijen = await alsEigenaar(proef, 'select soort from voordeur.bewijs_regel where onderwerp = $1', [
    `persoon:${ik}`,
  ])
  const soorten = rijen
    .map(({ soort }) => String(soort))
    .filter((soort) => /^(verzonden|geopend)$/.test(soort))
  assert.deepEqual(soorten.toSorted(), ['geopend', 'verzonden', 'verzonden'])
})

test('nobody reads a message of somebody else, without a line in the log, or without a context', async (t) => {
  const proef = await openProefdatabank(t)
  const { berichten, inbox, persoon, alsLezer } = openProef(proef)
  const [ik, ander] = [persoon(), persoon()]
  await berichten.stuur({ persoon: ik, soort: 'zaak-stil', kenmerk: 'een', inhoud })
  const [mijn] = await alsLezer(ik, (bewijs) => inbox(ik, bewijs))
  const id = mijn?.id ?? ''
  assert.equal(await alsLezer(ander, (bewijs) => berichten.open(zelf(ander), id, bewijs)), undefined)
  assert.equal(await alsLezer(ik, (bewijs) => berichten.open(zelf(ik), 'geen id', bewijs)), undefined)
  await assert.rejects(
    alsLezer(ander, (bewijs) => inbox(ik, bewijs)),
    /bewijs-van-ander/,
  )
  await assert.rejects(async () => inbox(ik, nepbewijs('berichten-tonen')))
  assert.deepEqual((await sql`select * from bericht`.execute(proef.databank)).rows, [])
  await assert.rejects(sql`update bericht set cijfer = ''`.execute(proef.databank), /permission denied/)
  const [rij] = await alsEigenaar(proef, 'select bericht::text as alles from voordeur.bericht')
  assert.match(String(rij?.alles), new RegExp(id))
  assert.doesNotMatch(String(rij?.alles), /gemeente|een/)
})

test('retention takes away what is old', async (t) => {
  const proef = await openProefdatabank(t)
  const { berichten, inbox, klok, persoon, alsLezer } = openProef(proef)
  const ik = persoon()
  await berichten.stuur({ persoon: ik, soort: 'zaak-stil', kenmerk: 'oud', inhoud })
  klok.nu = new Date('2026-04-01T10:00:00Z')
  await berichten.stuur({ persoon: ik, soort: 'zaak-stil', kenmerk: 'nieuw', inhoud })
  assert.equal(await ruimBerichtenOp(proef.alsRol('bewaring'), new Date('2026-03-15T00:00:00Z')), 1)
  assert.equal((await alsLezer(ik, (bewijs) => inbox(ik, bewijs))).length, 1)
})
