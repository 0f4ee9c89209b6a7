import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '../kalender/index.ts'
import type { Loketvrager } from '../loket/index.ts'
import { leringOpslag } from './ketenlering.ts'
import { alsEigenaar, openProefdatabank } from './proefdatabank.ts'
import { duo, gemeente, openProefloket, svb, w } from './proefloket.ts'

test('a case over two organisations, from the desk to a yes; each sees what is theirs, and it stands who saw what', async (t) => {
  const proef = await openProefdatabank(t)
  const { bij, ik, inwoner, loket, medewerker, nieuw, open, persoon, store, verstuurd } =
    openProefloket(proef)
  const { ketenzaak, eerst, daarna } = await open()

  const bijSvb = await loket.bekijk(bij.svb, ketenzaak)
  assert.equal(bijSvb?.zicht.als, 'deelnemer')
  assert.deepEqual(
    bijSvb?.zicht.stappen.map(({ stap, isAfgeschermd, titel }) => [stap, isAfgeschermd, titel]),
    [
      [eerst, false, { soort: 'vrij', tekst: 'Herstel de AOW' }],
      [daarna, true, undefined],
    ],
  )
  assert.deepEqual([bijSvb?.zicht.onderdelen, bijSvb?.zicht.betrokkene, bijSvb?.verloop], [[], undefined, []])
  assert.equal(await loket.bekijk(bij.duo, ketenzaak), undefined)
  assert.equal(await loket.bekijk(inwoner(persoon()), ketenzaak), undefined)

  const doe = async (wie: Loketvrager, opdracht: Parameters<typeof loket.doe>[2]) => {
    const beeld = await loket.bekijk(wie, ketenzaak)
    assert.ok(beeld, `${opdracht.soort} van wie niets ziet`)
    const uitslag = await loket.doe(wie, { id: nieuw(), ketenzaak, verwacht: beeld.zicht.nr }, opdracht)
    assert.equal(uitslag.status, 'ok', JSON.stringify(uitslag))
  }
  const tot = new Date('2026-06-01T00:00:00Z')
  const deelnemer = bijSvb?.zicht.deelnemer ?? ''
  await doe(bij.gemeente, {
    soort: 'deel',
    onderdeel: 'vraag',
    deelnemer,
    doel: 'stap-uitvoeren',
    grond: 'taak',
    tot,
  })
  assert.equal((await loket.bekijk(bij.svb, ketenzaak))?.zicht.onderdelen[0]?.tekst, 'Mijn AOW is gestopt')
  // Who it is about is looked up by whom it is shared with, on the record of the resident, and by nobody else.
  const wie = (vrager: Loketvrager) =>
    loket.overBetrokkene(vrager, ketenzaak, async (wie, { gegevens }) => [wie, ...gegevens])
  assert.equal(await wie(bij.svb), undefined)
  assert.equal(await loket.afscheid(bij.svb, ketenzaak), undefined, 'wie meedoet, nam geen afscheid')
  const deelWie = { onderdeel: 'betrokkene', deelnemer, doel: 'stap-uitvoeren', grond: 'taak', tot } as const
  await doe(bij.gemeente, { soort: 'deel', ...deelWie })
  for (const vrager of [bij.gemeente, bij.svb])
    assert.deepEqual(await wie(vrager), [ik, 'naam', 'geboortedatum', 'adres'])
  for (const vrager of [bij.duo, inwoner()]) assert.equal(await wie(vrager), undefined)
  // By its number it is found by who takes part; with whom it is about at the desk, in the list of theirs.
  const { nummer = '' } = (await loket.bekijk(bij.svb, ketenzaak))?.zicht ?? {}
  const vind = (een: string) =>
    Promise.all([bij.gemeente, bij.svb, bij.duo].map((vrager) => loket.vindNummer(vrager, een)))
  assert.deepEqual(await vind(nummer), [ketenzaak, ketenzaak, undefined])
  assert.deepEqual(await vind('0000-0000-0000'), [undefined, undefined, undefined])
  const helpt = async (organisatie: typeof svb, over = ik) =>
    (await loket.vanGeholpene(medewerker(organisatie, ['balie'], over))).map((een) => een.nummer)
  assert.deepEqual([await helpt(svb), await helpt(duo), await helpt(svb, persoon())], [[nummer], [], []])
  assert.deepEqual(await loket.vanGeholpene(bij.svb), [], 'zonder gestelde grond niemand')
  await doe(bij.svb, { soort: 'aanvaard-stap', stap: eerst })
  await doe(bij.svb, { soort: 'rond-stap-af', stap: eerst, uitkomst: w('Hersteld') })
  await doe(bij.gemeente, { soort: 'rond-stap-af', stap: daarna })
  await doe(bij.gemeente, { soort: 'vraag-sluiting', uitleg: w('Het geld loopt weer') })
  await doe(inwoner(), { soort: 'sluit-met-ja', hoe: 'ingelogd', uitleg: w('Dank') })
  assert.equal(await loket.bekijk(bij.svb, ketenzaak), undefined, 'gesloten is voor iedereen gesloten')
  // Who took part hears that it ended and whom to call, and finds it by its number; a stranger hears nothing.
  const afscheid = { soort: 'gesloten', nummer, regie: gemeente, aanspreekpunt: 'Fatma, 14 020' }
  const bijEinde = await loket.afscheid(bij.svb, ketenzaak)
  assert.deepEqual({ ...bijEinde, op: undefined }, { ...afscheid, op: undefined })
  assert.deepEqual(await vind(nummer), [ketenzaak, ketenzaak, undefined])
  assert.equal(await loket.afscheid(bij.duo, ketenzaak), undefined)
  assert.equal(await wie(bij.svb), undefined)
  await doe(inwoner(), { soort: 'beantwoord-navraag', opgelost: 'ja', keerVerteld: 2 })

  const mijn = await loket.bekijk(inwoner(), ketenzaak)
  assert.deepEqual([mijn?.zicht.stand, mijn?.zicht.sluiting?.uitleg], ['gesloten', 'Dank'])
  assert.equal(mijn?.verloop.at(-1)?.soort, 'nabevraagd')
  assert.deepEqual(
    (await loket.wieZag(inwoner(), ketenzaak)).rijen.map(({ wie, onderdelen }) => [
      wie.soort === 'organisatie' && wie.organisatie,
      onderdelen.includes('vraag'),
    ]),
    [
      [gemeente, true],
      [svb, true],
    ],
  )
  assert.deepEqual(
    (await loket.eigen(inwoner())).map(({ stand, regie }) => [stand, regie]),
    [['gesloten', gemeente]],
  )
  // How long the step of a template took is counted, about nobody.
  const sleutel = { organisatie: gemeente, sjabloon: 'met-pensioen/toeslag' }
  assert.deepEqual(await store.duren([sleutel]), [{ ...sleutel, tellingen: [{ dagen: 0, aantal: 1 }] }])
  // What the chain learns was written with it: seen by the two it is between, and by who looks after the installation.
  const { lering } = leringOpslag(proef.databank)
  const geleerd = async (organisatie?: typeof gemeente) =>
    (
      await lering(
        organisatie === undefined
          ? { soort: 'installatie' }
          : { soort: 'organisatie', medewerker: 'm', organisatie },
        datum('2026-03-01'),
      )
    ).map(({ van, naar, soort, dagen, aantal }) => [van, naar, soort, dagen, aantal])
  const alsSvb = [gemeente, svb, 'wacht', 0, 1]
  const vanGemeente = [
    [gemeente, gemeente, 'geopend', 0, 1],
    [gemeente, gemeente, 'opgelost-ja', 0, 1],
    [gemeente, gemeente, 'verteld', 2, 1],
    [gemeente, gemeente, 'wacht', 0, 1],
    alsSvb,
  ]
  assert.deepEqual(
    [await geleerd(gemeente), await geleerd(svb), await geleerd(duo), await geleerd()],
    [vanGemeente, [alsSvb], [], vanGemeente],
  )
  // What people wrote stands nowhere in the open, and in no event.
  const [alles] = await alsEigenaar(
    proef,
    `select string_agg(v::text, ' ') || (select string_agg(t::text, ' ') from voordeur.loket_tekst t)
      || (select string_agg(b::text, ' ') from voordeur.bewijs_regel b) as alles from voordeur.loket_voorval v`,
  )
  assert.doesNotMatch(String(alles?.alles), /AOW|Fatma|Hersteld|Dank/)
  const regels = await alsEigenaar(
    proef,
    `select soort from voordeur.bewijs_regel where onderwerp = 'zaak:${ketenzaak}' order by volgnummer`,
  )
  assert.deepEqual(
    regels.map(({ soort }) => soort),
    ['ontvangen', 'gedeeld', 'gedeeld', 'gedeeld', 'besloten'],
  )
  assert.ok((await loket.zend()) > 10)
  assert.equal(await loket.zend(), 0)
  assert.deepEqual(
    verstuurd.map(({ data }) => data.nr),
    Array.from(verstuurd, (_, plaats) => plaats + 1),
  )
  assert.doesNotMatch(JSON.stringify(verstuurd), /AOW|m-1/)
})

test('a command is done once however often and by whichever node it is sent; another one under its id is refused', async (t) => {
  const { bij, loket, nieuw, open } = openProefloket(await openProefdatabank(t))
  const { ketenzaak, nr } = await open()
  const kop = { id: nieuw(), ketenzaak, verwacht: nr }
  const bericht = { soort: 'voeg-toe', wat: 'notitie', tekst: w('Eén keer') } as const
  const samen = await Promise.all([1, 2, 3, 4].map(() => loket.doe(bij.gemeente, kop, bericht)))
  assert.deepEqual(samen.map((een) => een.status === 'ok' && een.isHerhaald).toSorted(), [
    false,
    true,
    true,
    true,
  ])
  assert.deepEqual(await loket.doe(bij.gemeente, kop, { ...bericht, tekst: w('Iets anders') }), {
    status: 'geweigerd',
    weigering: { reden: 'opdracht-anders' },
  })
  const beeld = await loket.bekijk(bij.gemeente, ketenzaak)
  assert.equal(beeld?.zicht.onderdelen.filter(({ soort }) => soort === 'notitie').length, 1)
  // Opened twice at once with one form: one case.
  const openKop = { id: nieuw(), ketenzaak: nieuw() }
  const opdracht = {
    ...({ soort: 'open', ingang: 'balie', vraag: w('v'), uitkomst: w('u') } as const),
    ...({ betrokkene: { soort: 'anoniem' }, aanspreekpunt: w('a') } as const),
  }
  const twee = await Promise.all([1, 2].map(() => loket.open(bij.gemeente, openKop, opdracht)))
  assert.deepEqual(twee.map((een) => een.status === 'ok' && een.isHerhaald).toSorted(), [false, true])
  // The id of somebody else's case gives nothing away.
  assert.deepEqual(await loket.open(bij.duo, { id: nieuw(), ketenzaak }, opdracht), {
    status: 'geweigerd',
    weigering: { reden: 'niet-gevonden' },
  })
})

test('two at once: what touches something else merges, what touches the same is a conflict with what the other did', async (t) => {
  const { bij, loket, nieuw, open } = openProefloket(await openProefdatabank(t))
  const { ketenzaak, nr, eerst, daarna } = await open()
  const kop = () => ({ id: nieuw(), ketenzaak, verwacht: nr })
  const [a, b] = await Promise.all([
    loket.doe(bij.gemeente, kop(), { soort: 'begin-stap', stap: daarna }),
    loket.doe(bij.svb, kop(), { soort: 'aanvaard-stap', stap: eerst }),
  ])
  assert.ok(a?.status === 'ok' && b?.status === 'ok')
  assert.deepEqual([a.isSamengevoegd, b.isSamengevoegd].toSorted(), [false, true])
  const botsing = await loket.doe(bij.gemeente, kop(), {
    soort: 'wijzig-stap',
    stap: eerst,
    termijn: datum('2026-04-01'),
  })
  assert.ok(botsing.status === 'conflict')
  assert.deepEqual(
    botsing.anderen.map(({ soort, over }) => [soort, over]),
    [['stap-stand', eerst]],
  )
  // Twenty at once on one case: all of them hold, and none is lost.
  const notities = Array.from({ length: 20 }, (_, n) =>
    loket.doe(bij.gemeente, kop(), { soort: 'voeg-toe', wat: 'notitie', tekst: w(`notitie ${n}`) }),
  )
  assert.ok((await Promise.all(notities)).every(({ status }) => status === 'ok'))
  const beeld = await loket.bekijk(bij.gemeente, ketenzaak)
  assert.equal(new Set(beeld?.zicht.onderdelen.map(({ tekst }) => tekst)).size, 23)
})

test('an outside party comes in by a code that works once, sees its own step, and nothing when the share ended', async (t) => {
  const { bij, klok, loket, nieuw, open } = openProefloket(await openProefdatabank(t))
  const { ketenzaak } = await open()
  const tot = new Date(klok.nu.getTime() + 3 * 86_400_000)
  const nr = async () => (await loket.bekijk(bij.gemeente, ketenzaak))?.zicht.nr ?? 0
  const uit = await loket.nodigUit(
    bij.gemeente,
    { id: nieuw(), ketenzaak, verwacht: await nr() },
    {
      ...({ soort: 'nodig-uit', partij: 'bank', naam: w('De Bank'), doel: 'stap-uitvoeren', tot } as const),
    },
  )
  assert.ok(uit.status === 'ok')
  const zien = await loket.bekijk(bij.gemeente, ketenzaak)
  const deelnemer = zien?.zicht.deelnemers.find(({ wie }) => wie.soort === 'partij')?.id ?? ''
  const stap = nieuw()
  const plan = {
    ...{ stap, titel: { soort: 'vrij', tekst: w('Stuur het afschrift') } as const, wachtOp: [] },
    ...{ eigenaar: { soort: 'partij', deelnemer } as const, termijn: datum('2026-03-10') },
  }
  const kop = async () => ({ id: nieuw(), ketenzaak, verwacht: await nr() })
  assert.deepEqual(await loket.doe(bij.gemeente, await kop(), { soort: 'plan-stappen', stappen: [plan] }), {
    status: 'geweigerd',
    weigering: { reden: 'grond-past-niet' },
  })
  const goed = { soort: 'plan-stappen', stappen: [{ ...plan, grond: 'toestemming' }] } as const
  assert.equal((await loket.doe(bij.gemeente, await kop(), goed)).status, 'ok')

  const code = uit.code.toLowerCase().replaceAll('-', ' ')
  const samen = await Promise.all(
    [1, 2].map(() => loket.meldAan({ code, ondertekenaar: 'J. Jansen' }, nieuw())),
  )
  assert.deepEqual(samen.map((een) => (een.status === 'ok' ? 'ok' : een.weigering.reden)).toSorted(), [
    'code-gebruikt',
    'ok',
  ])
  const binnen = samen.find((een) => een.status === 'ok')
  assert.ok(binnen?.status === 'ok')
  const subject = await loket.genodigde(binnen.sleutel)
  assert.deepEqual(subject, { soort: 'genodigde', ketenzaak, deelnemer })
  assert.equal(await loket.genodigde('zomaar'), undefined)
  const bank: Loketvrager = { subject, voor: { soort: 'zelf' } }
  const ziet = await loket.bekijk(bank, ketenzaak)
  assert.deepEqual(
    [ziet?.zicht.stappen.map(({ titel }) => titel), ziet?.zicht.onderdelen, ziet?.zicht.deelnemers.length],
    [[{ soort: 'vrij', tekst: 'Stuur het afschrift' }], [], 1],
  )
  // Forged: the same participant in another case, and another participant in this one.
  const ander = await open()
  for (const vervalst of [
    { soort: 'genodigde', ketenzaak: ander.ketenzaak, deelnemer },
    { soort: 'genodigde', ketenzaak, deelnemer: nieuw() },
  ] as const)
    assert.equal(
      await loket.bekijk({ subject: vervalst, voor: { soort: 'zelf' } }, vervalst.ketenzaak),
      undefined,
    )
  assert.equal(
    (
      await loket.doe(
        bank,
        { id: nieuw(), ketenzaak, verwacht: ziet?.zicht.nr ?? 0 },
        { soort: 'rond-stap-af', stap },
      )
    ).status,
    'geweigerd',
  )
  assert.equal(
    (
      await loket.doe(
        bank,
        { id: nieuw(), ketenzaak, verwacht: ziet?.zicht.nr ?? 0 },
        { soort: 'aanvaard-stap', stap },
      )
    ).status,
    'ok',
  )
  klok.nu = new Date('2026-06-20T00:00:00Z')
  assert.equal(await loket.bekijk(bank, ketenzaak), undefined, 'na negentig dagen niet meer')
  // Their key opens nothing, and says since when and whom to call; also when they were taken out, and when it was closed.
  const einde = async () => {
    const wie = await loket.genodigde(binnen.sleutel)
    const waarom = wie && (await loket.afscheid({ subject: wie, voor: { soort: 'zelf' } }, ketenzaak))
    return [waarom?.soort, waarom?.op, waarom?.aanspreekpunt]
  }
  const punt = 'Fatma, 14 020'
  const [soort, op] = await einde()
  assert.deepEqual([soort, op instanceof Date && op <= klok.nu], ['verlopen', true])
  const vervalt = { soort: 'laat-stap-vervallen', stap, reden: w('Hoeft niet') } as const
  assert.equal((await loket.doe(bij.gemeente, await kop(), vervalt)).status, 'ok')
  const weg = { soort: 'haal-deelnemer-weg', deelnemer } as const
  const dicht = { soort: 'sluit-met-reden', om: 'onbereikbaar', uitleg: w('Weg') } as const
  for (const opdracht of [weg, dicht]) {
    assert.equal((await loket.doe(bij.gemeente, await kop(), opdracht)).status, 'ok')
    assert.deepEqual(await einde(), ['weg', klok.nu, punt], 'van later hoort wie weg is niets')
    const schrijf = { soort: 'voeg-toe', wat: 'bericht', tekst: w('x') } as const
    assert.equal((await loket.doe(bank, await kop(), schrijf)).status, 'geweigerd')
  }
})

test('time goes on by itself: a missed term goes to the coordinator, then to who may break through, each once', async (t) => {
  const proef = await openProefdatabank(t)
  const { bij, klok, loket, medewerker, nieuw, open } = openProefloket(proef)
  const { ketenzaak, eerst } = await open()
  assert.equal(await loket.klok(), 0)
  klok.nu = new Date('2026-03-21T09:00:00Z')
  assert.deepEqual([await loket.klok(), await loket.klok()], [1, 0])
  const coordinator = medewerker(gemeente, ['coordinator'])
  const soorten = async (wie: Loketvrager) =>
    (await loket.werkvoorraad(wie)).map(({ soort, stand }) => `${soort} ${stand}`)
  assert.deepEqual(await soorten(coordinator), ['regie open', 'opschaling coordinator', 'stap aanvaard'])
  assert.deepEqual(await soorten(bij.gemeente), ['regie open', 'stap aanvaard'])
  assert.deepEqual(await soorten(bij.svb), ['stap gevraagd'])
  assert.deepEqual(await soorten(bij.duo), [])
  klok.nu = new Date('2026-03-26T09:00:00Z')
  assert.deepEqual([await loket.klok(), await loket.klok()], [1, 0])
  const geleerd = await leringOpslag(proef.databank).lering({ soort: 'installatie' }, datum('2026-03-01'))
  assert.deepEqual(
    geleerd.filter(({ soort }) => soort === 'gemist').map(({ van, naar, aantal }) => [van, naar, aantal]),
    [[gemeente, svb, 1]],
    'one miss counts once, however far it escalates',
  )
  const doorbreker = medewerker(gemeente, ['doorbreker'])
  const beeld = await loket.bekijk(doorbreker, ketenzaak)
  const opschaling = beeld?.zicht.opschalingen.find(({ stand }) => stand === 'open')
  assert.deepEqual([opschaling?.functie, opschaling?.stap], ['doorbreker', eerst])
  const breek = {
    ...({ soort: 'breek-door', opschaling: opschaling?.id ?? '', besluit: w('Nu meteen') } as const),
    termijnen: [{ stap: eerst, termijn: datum('2026-03-28') }],
  }
  assert.equal(
    (await loket.doe(coordinator, { id: nieuw(), ketenzaak, verwacht: beeld?.zicht.nr ?? 0 }, breek)).status,
    'geweigerd',
  )
  assert.equal(
    (await loket.doe(doorbreker, { id: nieuw(), ketenzaak, verwacht: beeld?.zicht.nr ?? 0 }, breek)).status,
    'ok',
  )
  assert.equal(await loket.klok(), 0)
  // A clock that runs behind on another node puts nothing earlier than what stands there already.
  klok.nu = new Date('2026-03-22T09:00:00Z')
  const zien = await loket.bekijk(bij.gemeente, ketenzaak)
  await loket.doe(
    bij.gemeente,
    { id: nieuw(), ketenzaak, verwacht: zien?.zicht.nr ?? 0 },
    { soort: 'voeg-toe', wat: 'notitie', tekst: w('later') },
  )
  // What somebody was writing waits an hour for them, and for nobody else.
  await loket.onaf.bewaar(bij.gemeente, 'vraag=een')
  await loket.onaf.bewaar(bij.gemeente, 'vraag=twee')
  assert.equal((await loket.onaf.haal(bij.gemeente))?.velden, 'vraag=twee')
  assert.equal(await loket.onaf.haal(bij.svb), undefined)
  klok.nu = new Date(klok.nu.getTime() + 3_600_000)
  assert.equal(await loket.onaf.haal(bij.gemeente), undefined)
  const tijden = (await loket.bekijk(bij.gemeente, ketenzaak))?.verloop.map(({ op }) => op.getTime()) ?? []
  assert.deepEqual(
    tijden,
    tijden.toSorted((x, y) => x - y),
  )
})
