import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { proefbewijs } from '../audit/proefaudit.ts'
import type { NieuwPoststuk } from '../ontvangst/index.ts'
import { ingangen } from './context.ts'
import { ruimPoststukkenOp } from './poststukken.ts'
import { alsEigenaar, openProefdatabank } from './proefdatabank.ts'
import {
  proeflezer as lezer,
  openProefontvangst as openProef,
  proefstuk as stuk,
  svb,
  uwv,
} from './proefontvangst.ts'

test('what somebody sends is kept once, with its receipt and evidence, as it was sent and when it came in', async (t) => {
  const proef = await openProefdatabank(t)
  const { ontvangst, klok, persoon } = openProef(proef)
  const ik = persoon()
  const bijlagen = [{ naam: 'brief.pdf', formaat: 'application/pdf', inhoud: Buffer.from('%PDF-geheim') }]
  const nieuw = stuk({ afzender: { soort: 'persoon', persoon: ik }, bijlagen })
  klok.nu = new Date('2026-03-01T10:00:00Z')
  const tegelijk = await Promise.all([1, 2, 3].map(() => ontvangst.neemAan(nieuw)))
  assert.equal(tegelijk.filter(({ isNieuw }) => isNieuw).length, 1)
  assert.equal(new Set(tegelijk.map(({ stuk: { nummer } }) => nummer)).size, 1)
  // An hour later the same once more: nothing new, and the moment stays that of the first.
  klok.nu = new Date('2026-03-01T11:00:00Z')
  const nogEens = await ontvangst.neemAan({ ...nieuw, ontvangen: klok.nu })
  assert.deepEqual([nogEens.isNieuw, nogEens.stuk.ontvangen], [false, nieuw.ontvangen])
  // A changed sentence under the same mark is something else, and none of it is lost.
  const anders = await ontvangst.neemAan({ ...nieuw, tekst: 'Ik wachtte twee uur.' })
  assert.ok(anders.isNieuw)

  const [gelezen, ander] = [
    await ontvangst.open(ik, nogEens.stuk.id, proefbewijs(ik)),
    await ontvangst.open(persoon(), nogEens.stuk.id, proefbewijs(ik)).catch(() => 'geweigerd'),
  ]
  assert.equal(ander, 'geweigerd')
  assert.deepEqual(gelezen, tegelijk[0]?.stuk)
  assert.ok(gelezen)
  assert.match(gelezen.nummer, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  assert.deepEqual(
    gelezen.gebeurd.map(({ soort, kennisgeving: { hoe } }) => [soort, hoe]),
    [['ontvangen', 'pagina']],
  )
  assert.deepEqual(gelezen.triage, { uitkomst: 'behandel', grond: 'geen-weg-aangewezen' })
  const terug = await ontvangst.bijlage(ik, gelezen.id, 0, proefbewijs(ik))
  assert.deepEqual(terug, bijlagen[0])
  assert.equal(await ontvangst.bijlage(ik, gelezen.id, 1, proefbewijs(ik)), undefined)
  const vreemde = persoon()
  assert.equal(await ontvangst.open(vreemde, gelezen.id, proefbewijs(vreemde)), undefined)

  // Everything of it that Awb 2:25 asks for, on one chain; and nothing of what they wrote is readable in the database.
  const verkeer = await ontvangst.verkeer(ik, proefbewijs(ik))
  assert.deepEqual(
    verkeer.map(({ soort }) => soort),
    ['ontvangen', 'ontvangen'],
  )
  assert.ok(
    verkeer.every(({ codes }) => codes.includes('2026-03-01T09:59:00.000Z') || codes.includes('11:00')),
  )
  const ruw = await alsEigenaar(
    proef,
    `select (select string_agg(p::text, ' ') from voordeur.poststuk p)
      || (select string_agg(b::text, ' ') from voordeur.poststuk_bijlage b)
      || (select string_agg(k::text, ' ') from voordeur.poststuk_kennisgeving k) as alles`,
  )
  const alles = Buffer.from(String(ruw[0]?.alles)).toString('latin1')
  assert.ok(alles.includes(gelezen.nummer))
  for (const geheim of [
    'wachtte',
    'brief.pdf',
    Buffer.from('wachtte').toString('hex'),
    Buffer.from('geheim').toString('hex'),
  ])
    assert.ok(!alles.includes(geheim), geheim)
})

test('however often and in whatever order things are sent, each is there once and when it came in', async (t) => {
  const proef = await openProefdatabank(t)
  const { ontvangst, klok, persoon } = openProef(proef)
  let ronde = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5_000 })), {
        minLength: 1,
        maxLength: 8,
      }),
      async (zendingen) => {
        ronde += 1
        const ik = persoon()
        const eerste = new Map<number, Date>()
        for (const [welke, wachtS] of zendingen) {
          const ontvangen = new Date(klok.nu)
          // However late it is worked on.
          klok.nu = new Date(klok.nu.getTime() + wachtS * 1000)
          if (!eerste.has(welke)) eerste.set(welke, ontvangen)
          const afzender = { soort: 'persoon', persoon: ik } as const
          await ontvangst.neemAan(
            stuk({ afzender, ontvangen, kenmerk: `${ronde}-${welke}`, tekst: `nr ${welke}` }),
          )
        }
        const kept = await ontvangst.verstuurd(ik, proefbewijs(ik))
        assert.deepEqual(
          kept.map(({ tekst, ontvangen }) => `${tekst} ${ontvangen.toISOString()}`).toSorted(),
          [...eerste].map(([welke, op]) => `nr ${welke} ${op.toISOString()}`).toSorted(),
        )
      },
    ),
    { numRuns: 8 },
  )
})

test('forwarding goes with its notice or not at all, and the other body has it then', async (t) => {
  const proef = await openProefdatabank(t)
  const { ontvangst, klok, persoon, bezorg, inbox: lees } = openProef(proef)
  const ik = persoon()
  const { stuk: aangenomen } = await ontvangst.neemAan(
    stuk({ afzender: { soort: 'persoon', persoon: ik }, weg: 'brief' }),
  )
  const { id } = aangenomen
  klok.nu = new Date('2026-03-02T10:00:00Z')
  const door = { soort: 'doorgezonden', naar: uwv, op: klok.nu } as const
  // Another organisation, another person, nobody: it is not there.
  const vreemde = persoon()
  assert.equal(await ontvangst.meld(lezer(uwv, ik), id, door, proefbewijs(ik)), 'niet-gevonden')
  assert.equal(await ontvangst.meld(lezer(svb, vreemde), id, door, proefbewijs(vreemde)), 'niet-gevonden')
  assert.equal(await ontvangst.meld(lezer(svb), id, door, proefbewijs([])), 'niet-gevonden')
  const tegelijk = await Promise.all(
    [1, 2].map(() => ontvangst.meld(lezer(svb, ik), id, door, proefbewijs(ik))),
  )
  assert.equal(tegelijk.filter((uit) => uit === 'ok').length, 1)
  assert.equal(await ontvangst.openBij(lezer(svb, ik), id, proefbewijs(ik)), undefined)
  const daar = await ontvangst.openBij(lezer(uwv, ik), id, proefbewijs(ik))
  assert.deepEqual([daar?.bij, daar?.organisatie], [uwv, svb])
  assert.deepEqual(
    daar?.gebeurd.map(({ soort }) => soort),
    ['ontvangen', 'doorgezonden'],
  )

  // The sender hears of both, once, however often and by however many workers that is brought.
  assert.equal(
    (await Promise.all([bezorg(), bezorg()])).reduce((a, b) => a + b),
    2,
  )
  assert.equal(await bezorg(), 0)
  const inbox = await lees(ik, proefbewijs(ik))
  assert.deepEqual(inbox.map(({ soort }) => soort).toSorted(), ['doorgestuurd', 'ontvangstbevestiging'])
  const verkeer = await ontvangst.verkeer(ik, proefbewijs(ik))
  assert.deepEqual(verkeer.map(({ soort }) => soort).toSorted(), [
    'doorgezonden',
    'ontvangen',
    'verzonden',
    'verzonden',
  ])
})

test('the database itself moves nothing without a notice, and changes nothing of what was sent', async (t) => {
  const proef = await openProefdatabank(t)
  const { ontvangst, store, persoon } = openProef(proef)
  const ik = persoon()
  const { stuk: een } = await ontvangst.neemAan(stuk({ afzender: { soort: 'persoon', persoon: ik } }))
  const rij = (await store.vind(ik, een.id, proefbewijs(ik)))?.rij ?? assert.fail()
  const [kennis] = (await store.vind(ik, een.id, proefbewijs(ik)))?.kennis ?? []
  const { alsTaakMetHashes } = ingangen(proef.databank)
  const als = (opdracht: ReturnType<typeof sql>) =>
    alsTaakMetHashes('post', [rij.kenmerk], (tx) => opdracht.execute(tx))
  await assert.rejects(als(sql`update poststuk set bij = 'uwv', bij_sinds = now() where id = ${een.id}`), {
    code: '23514',
  })
  const doorzending = (kennisgeving: string | null) =>
    als(sql`insert into poststuk_doorzending (poststuk, van, naar, op, kennisgeving)
      values (${een.id}, 'svb', 'uwv', now(), ${kennisgeving})`)
  await assert.rejects(doorzending(null), { code: '23502' })
  // A receipt is no notice of forwarding.
  await assert.rejects(doorzending(kennis?.id ?? assert.fail()), { code: '23503' })
  await assert.rejects(als(sql`update poststuk set cijfer = '' where id = ${een.id}`), { code: '42501' })
  await assert.rejects(als(sql`delete from poststuk where id = ${een.id}`), { code: '42501' })
  // Without its mark it is not there, whatever the task is called.
  const zonder = await alsTaakMetHashes('post', [randomBytes(32)], (tx) =>
    sql`select 1 from poststuk`.execute(tx),
  )
  assert.deepEqual(zonder.rows, [])
})

test('a sender whom nobody recognised is told where they said, and that somebody did is evidence', async (t) => {
  const proef = await openProefdatabank(t)
  const { ontvangst, persoon, klok } = openProef(proef)
  const afzender = { soort: 'onbekend', adres: 'Straat 1, Dorp' } as const
  const { stuk: een } = await ontvangst.neemAan(stuk({ afzender, weg: 'email', kenmerk: 'mail' }))
  const { stuk: naamloos } = await ontvangst.neemAan(stuk({ weg: 'email', kenmerk: 'mail2' }))
  const { stuk: van } = await ontvangst.neemAan(stuk({ afzender: { soort: 'persoon', persoon: persoon() } }))
  assert.deepEqual(
    [een, naamloos].map(({ gebeurd }) => gebeurd[0]?.kennisgeving.hoe),
    ['adres', 'geen-adres'],
  )
  assert.deepEqual(naamloos.bevestiging, { plicht: false, reden: 'geen-adres' })
  const zonder = proefbewijs([])
  const { regels: lijst } = await ontvangst.bij(lezer(), zonder)
  assert.deepEqual(new Set(lijst.map(({ id }) => id)), new Set([een.id, naamloos.id]))
  assert.equal(await ontvangst.openBij(lezer(), van.id, zonder), undefined)
  const { regels: werk } = await ontvangst.werklijst(lezer())
  assert.deepEqual(
    werk.map(({ nummer, isBekend, teBezorgen }) => [nummer, isBekend, teBezorgen]).toSorted(),
    [
      [een.nummer, false, 1],
      [naamloos.nummer, false, 0],
      [van.nummer, true, 0],
    ].toSorted(),
  )
  assert.deepEqual(await ontvangst.werklijst(lezer(uwv)), { regels: [] })
  const kennis = een.gebeurd[0]?.kennisgeving.id ?? assert.fail()
  klok.nu = new Date('2026-03-02T10:00:00Z')
  assert.equal(await ontvangst.merkBezorgd(lezer(uwv), kennis, zonder), false)
  assert.equal(await ontvangst.merkBezorgd(lezer(), kennis, zonder), true)
  assert.equal(await ontvangst.merkBezorgd(lezer(), kennis, zonder), false)
  const weigering = { soort: 'geweigerd', reden: 'onvoldoende-betrouwbaar' } as const
  assert.equal(await ontvangst.meld(lezer(), een.id, weigering, zonder), 'ok')
  const nu = await ontvangst.openBij(lezer(), een.id, zonder)
  assert.deepEqual(
    nu?.gebeurd.map((wat) => [
      wat.soort,
      'reden' in wat ? wat.reden : wat.kennisgeving.bezorgd?.toISOString(),
    ]),
    [
      ['ontvangen', '2026-03-02T10:00:00.000Z'],
      ['geweigerd', 'onvoldoende-betrouwbaar'],
    ],
  )
  const ketens = await alsEigenaar(
    proef,
    `select soort from voordeur.bewijs_regel where onderwerp = 'organisatie:svb' order by volgnummer`,
  )
  assert.deepEqual(
    ketens.map(({ soort }) => soort),
    ['ontvangen', 'ontvangen', 'verzonden', 'geweigerd'],
  )
})

test('that a way was wrong is told only of what need not be treated, and refusing is only for electronic ways', async (t) => {
  const { ontvangst, klok, persoon } = openProef(await openProefdatabank(t))
  const zonder = proefbewijs([])
  const meld = async (anders: Partial<NieuwPoststuk>, soort: 'verkeerde-weg' | 'geweigerd') => {
    const { stuk: een } = await ontvangst.neemAan(
      stuk({ kenmerk: JSON.stringify([anders, soort]), ...anders }),
    )
    klok.nu = new Date(klok.nu.getTime() + 1000)
    const melding = soort === 'geweigerd' ? ({ soort, reden: 'onevenredig-belastend' } as const) : { soort }
    return ontvangst.meld(lezer(), een.id, melding, zonder)
  }
  assert.equal(await meld({ weg: 'email', soort: 'zienswijze' }, 'verkeerde-weg'), 'ok')
  assert.equal(await meld({ weg: 'web', soort: 'zienswijze' }, 'verkeerde-weg'), 'mag-niet')
  assert.equal(await meld({ weg: 'email', soort: 'bezwaar' }, 'verkeerde-weg'), 'mag-niet')
  assert.equal(await meld({ weg: 'brief', soort: 'zienswijze' }, 'verkeerde-weg'), 'mag-niet')
  assert.equal(await meld({ weg: 'email' }, 'geweigerd'), 'ok')
  assert.equal(await meld({ weg: 'brief' }, 'geweigerd'), 'mag-niet')
  // Passed on inside the same body: it stays there, and its sender is told (Awb 2:24).
  const ik = persoon()
  const { stuk: een } = await ontvangst.neemAan(
    stuk({ afzender: { soort: 'persoon', persoon: ik }, kenmerk: 'in' }),
  )
  const intern = { soort: 'doorgezonden', naar: svb, op: klok.nu } as const
  assert.equal(await ontvangst.meld(lezer(svb, ik), een.id, intern, proefbewijs(ik)), 'ok')
  const nu = await ontvangst.openBij(lezer(svb, ik), een.id, proefbewijs(ik))
  assert.deepEqual([nu?.bij, nu?.gebeurd.map(({ soort }) => soort)], [svb, ['ontvangen', 'doorgezonden']])
})

test('what is older than its retention period goes with everything that belongs to it', async (t) => {
  const proef = await openProefdatabank(t)
  const { ontvangst, persoon } = openProef(proef)
  const ik = persoon()
  const bijlagen = [{ naam: 'a.pdf', formaat: 'application/pdf', inhoud: Buffer.from('%PDF-') }]
  const { stuk: een } = await ontvangst.neemAan(
    stuk({ afzender: { soort: 'persoon', persoon: ik }, bijlagen, weg: 'brief' }),
  )
  const door = { soort: 'doorgezonden', naar: uwv, op: new Date('2026-03-01T10:00:00Z') } as const
  assert.equal(await ontvangst.meld(lezer(svb, ik), een.id, door, proefbewijs(ik)), 'ok')
  const bewaring = proef.alsRol('bewaring')
  assert.equal(await ruimPoststukkenOp(bewaring, new Date('2026-03-01T09:59:00Z')), 0)
  assert.equal(await ruimPoststukkenOp(bewaring, new Date('2026-03-01T09:59:01Z')), 1)
  for (const tabel of ['poststuk', 'poststuk_bijlage', 'poststuk_kennisgeving', 'poststuk_doorzending'])
    assert.deepEqual(await alsEigenaar(proef, `select 1 from voordeur.${tabel}`), [], tabel)
})
