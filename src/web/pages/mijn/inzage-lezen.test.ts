import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Inzage, InzageFilter } from '../../../audit/index.ts'
import { nepbewijs } from '../../../audit/proefaudit.ts'
import { maakPersoonId, type PersoonId, parseVestigingsnummer } from '../../../domain/index.ts'
import { datum } from '../../../kalender/index.ts'
import type { Sessie, Voor } from '../../../toegang/index.ts'
import { kijkerVan, past } from './inzage-filter.ts'
import { leesGevouwen, leesTeKiezen, leesTeZien } from './inzage-lezen.ts'

const bedrijf: PersoonId = maakPersoonId(new Date(0), () => new Uint8Array(16).fill(7))
const [arnhem, nijmegen] = ['000090009111', '000090009112'].map(parseVestigingsnummer)
assert.ok(arnhem && nijmegen)

function inzage(nummer: number, vestiging: string | undefined): Inzage {
  const tijd = new Date(Date.UTC(2026, 0, 1) + nummer * 60_000)
  const door = { soort: 'inwoner', persoon: bedrijf, ...(vestiging !== undefined && { vestiging }) } as const
  return {
    volgnummer: nummer,
    tijd,
    verwerking: 'eigen-gegevens-tonen',
    versie: 1,
    afloop: 'gelukt',
    inhoud: { naam: 'eigen-gegevens-tonen', attributen: {}, gegevens: ['nummer'], door },
    ldv: {
      trace_id: 't',
      span_id: String(nummer),
      status: 'Ok',
      name: 'eigen-gegevens-tonen',
      start_time: tijd.getTime(),
      attributes: {},
    },
  }
}

const subject = {
  soort: 'inwoner',
  persoon: bedrijf,
  herkenning: { middel: 'eherkenning', niveau: 'substantieel', bron: 'https://x.example', op: new Date(0) },
} as const
const proefsessie: Sessie = {
  id: 'x',
  wie: subject,
  voor: { soort: 'zelf' },
  begonnen: new Date(0),
  laatstGebruikt: new Date(0),
  apparaat: '',
}

/** As the database does it: the newest first, before a moment, and no more than was asked. */
function logboek(regels: readonly Inzage[]) {
  const gevraagd: Partial<InzageFilter>[] = []
  const leesInzage = async (_persoon: PersoonId, _bewijs: unknown, filter: Partial<InzageFilter> = {}) => {
    gevraagd.push(filter)
    const { tot, max = 200 } = filter
    return regels
      .filter(({ tijd }) => tot === undefined || tijd < tot)
      .toReversed()
      .slice(0, max)
  }
  return { bronnen: { toegang: { leesInzage } }, gevraagd }
}

const voor = (vestiging?: NonNullable<typeof arnhem>): Voor => ({
  soort: 'bedrijf',
  persoon: bedrijf,
  ...(vestiging && { vestiging }),
})
const nummers = (inzagen: readonly Pick<Inzage, 'volgnummer'>[]) =>
  inzagen.map(({ volgnummer }) => volgnummer)

test('somebody of one branch finds their lines below hundreds of another branch, and none of those', async () => {
  const regels = [
    inzage(1, arnhem),
    inzage(2, undefined),
    inzage(3, arnhem),
    ...Array.from({ length: 700 }, (_, i) => inzage(i + 4, nijmegen)),
  ]
  const { bronnen } = logboek(regels)
  const wie = { persoon: bedrijf, subject, voor: voor(arnhem) }
  const { inzagen, isMeer } = await leesTeZien(bronnen, wie, nepbewijs(), 100)
  assert.deepEqual(nummers(inzagen), [3, 1])
  assert.equal(isMeer, false)
  const geheel = await leesTeZien(bronnen, { persoon: bedrijf, subject, voor: voor() }, nepbewijs(), 10_000)
  assert.equal(geheel.inzagen.length, 703)
})

test('it is said that there is more when there is, and only then', async () => {
  const regels = Array.from({ length: 101 }, (_, i) => inzage(i, undefined))
  const wie = { persoon: bedrijf, subject, voor: voor() }
  const { bronnen, gevraagd } = logboek(regels)
  const deel = await leesTeZien(bronnen, wie, nepbewijs(), 100)
  assert.deepEqual([deel.inzagen.length, deel.isMeer, gevraagd.length], [100, true, 1])
  const heel = await leesTeZien(bronnen, wie, nepbewijs(), 101)
  assert.deepEqual([heel.inzagen.length, heel.isMeer], [101, false])
})

test('a log of which they may see nothing is not read for ever, and then nobody says that it was all of it', async () => {
  const { bronnen, gevraagd } = logboek(Array.from({ length: 5000 }, (_, i) => inzage(i, nijmegen)))
  const { inzagen, isMeer } = await leesTeZien(
    bronnen,
    { persoon: bedrijf, subject, voor: voor(arnhem) },
    nepbewijs(),
    100,
  )
  assert.deepEqual([inzagen.length, isMeer], [0, true])
  assert.ok(gevraagd.length <= 21, `${gevraagd.length} keer`)
})

test('lines of one moment that stand on two pages are kept once', async () => {
  const zelfde = Array.from({ length: 6 }, (_, i) => ({
    ...inzage(i, undefined),
    tijd: new Date(i < 3 ? 1 : 2),
  }))
  const { bronnen } = logboek(zelfde)
  const { inzagen } = await leesTeZien(bronnen, { persoon: bedrijf, subject, voor: voor() }, nepbewijs(), 4)
  assert.equal(new Set(nummers(inzagen)).size, inzagen.length)
})

test('the filter offers what ever happened; for one branch nothing of another one', async () => {
  const gebeurd = { verwerkingen: ['inzage-tonen', 'eigen-gegevens-tonen'], organisaties: ['svb'] }
  const { bronnen, gevraagd } = logboek([
    inzage(1, arnhem),
    { ...inzage(2, nijmegen), verwerking: 'inzage-tonen' },
  ])
  const bron = { toegang: { ...bronnen.toegang, leesKeuzes: async () => gebeurd } }
  const wie = { persoon: bedrijf, subject, sessie: proefsessie, token: '', naam: undefined }
  assert.deepEqual(await leesTeKiezen(bron, { ...wie, voor: voor() }, nepbewijs()), gebeurd)
  assert.equal(gevraagd.length, 0, 'the lines themselves are not read for it')
  assert.deepEqual(await leesTeKiezen(bron, { ...wie, voor: voor(arnhem) }, nepbewijs()), {
    verwerkingen: ['eigen-gegevens-tonen'],
    organisaties: [],
  })
})

test('for one branch a choice keeps its place when something else happens', async () => {
  const toen = [{ ...inzage(1, arnhem), verwerking: 'inzage-tonen' }, inzage(2, arnhem)]
  const daarna = [...toen, { ...inzage(3, arnhem), verwerking: 'aanbod-bekijken' }]
  for (const regels of [toen, daarna]) {
    const bron = {
      toegang: { ...logboek(regels).bronnen.toegang, leesKeuzes: () => assert.fail('van het geheel') },
    }
    const wie = {
      persoon: bedrijf,
      subject,
      sessie: proefsessie,
      token: '',
      naam: undefined,
      voor: voor(arnhem),
    }
    const { verwerkingen } = await leesTeKiezen(bron, wie, nepbewijs())
    assert.deepEqual(verwerkingen.slice(0, 2), ['inzage-tonen', 'eigen-gegevens-tonen'])
  }
})

test('what came along is a choice of its own, and nobody else looked', () => {
  const wie = { subject }
  const met = (door: NonNullable<Inzage['inhoud']>['door']): Inzage => {
    const een = inzage(1, undefined)
    return { ...een, inhoud: een.inhoud && { ...een.inhoud, door } }
  }
  const bekend = { waarvoor: 'inloggen', haalde: { soort: 'lezer' } } as const
  const lijn = met({ soort: 'huishouden', relatie: 'partner', bekend })
  assert.equal(kijkerVan(wie, lijn), 'meegekomen')
  assert.equal(kijkerVan(wie, met({ soort: 'huishouden', relatie: 'afgeschermd' })), 'meegekomen')
  assert.equal(past({ kijker: 'ander' }, wie, lijn), false)
  assert.equal(past({ kijker: 'meegekomen' }, wie, lijn), true)
  assert.equal(kijkerVan(wie, met({ soort: 'taak', taak: 'x' })), 'programma')
})

test('a portal is a portal and not somebody else, and one of several can be chosen', () => {
  const wie = { subject }
  const een = inzage(1, undefined)
  const door = { soort: 'portaal', portaal: 'mijn-stad', naam: 'Mijn Stad' } as const
  const lijn: Inzage = { ...een, inhoud: een.inhoud && { ...een.inhoud, door } }
  assert.equal(kijkerVan(wie, lijn), 'portaal')
  for (const [keuze, isErbij] of [
    [{ kijker: 'ander' }, false],
    [{ kijker: 'portaal' }, true],
    [{ kijker: 'portaal', portaal: 'mijn-stad' }, true],
    [{ kijker: 'portaal', portaal: 'mijn-land' }, false],
  ] as const)
    assert.equal(past(keuze, wie, lijn), isErbij, JSON.stringify(keuze))
})

test('which portals are known is to be chosen only by whom one of them asked about', async () => {
  const portalen = { alle: [{ id: 'mijn-stad', naam: 'Mijn Stad' }] }
  const wie = {
    persoon: bedrijf,
    subject,
    sessie: proefsessie,
    token: '',
    naam: undefined,
    voor: { soort: 'zelf' },
  } as const
  for (const [verwerkingen, verwacht] of [
    [['inloggen'], undefined],
    [['inloggen', 'portaal-tonen'], ['mijn-stad']],
  ] as const) {
    const { toegang } = logboek([]).bronnen
    const bron = {
      toegang: { ...toegang, leesKeuzes: async () => ({ verwerkingen, organisaties: [] }) },
      portalen,
    }
    assert.deepEqual((await leesTeKiezen(bron, wie, nepbewijs())).portalen, verwacht)
  }
})

test('who it was is looked at line by line, and an end of the period stays an end', async () => {
  const ander = maakPersoonId(new Date(1), () => new Uint8Array(16).fill(9))
  const regels = Array.from({ length: 500 }, (_, i): Inzage => {
    const een = inzage(i, undefined)
    const { inhoud } = een
    return i % 5 === 0 && inhoud
      ? { ...een, inhoud: { ...inhoud, door: { soort: 'inwoner', persoon: ander } } }
      : een
  })
  const { bronnen, gevraagd } = logboek(regels)
  const wie = { persoon: bedrijf, subject, voor: voor() }
  const { inzagen, isMeer } = await leesTeZien(bronnen, wie, nepbewijs(), 200, {
    kijker: 'ander',
    totEnMet: datum('2026-01-01'),
  })
  // Lines begin at one in the night in the Netherlands, one a minute: all of them on the first of January.
  assert.deepEqual([inzagen.length, isMeer], [100, false])
  assert.ok(gevraagd.every(({ zonderOrganisatie, tot }) => zonderOrganisatie === true && tot !== undefined))
  const ervoor = await leesTeZien(bronnen, wie, nepbewijs(), 200, { totEnMet: datum('2025-12-31') })
  assert.equal(ervoor.inzagen.length, 0)
})

const zelf = { persoon: bedrijf, subject, voor: voor() }
const bundelNummers = ({ bundels }: Awaited<ReturnType<typeof leesGevouwen>>) =>
  bundels.map(({ dag, nieuwste, tijden }) => [dag, nieuwste.volgnummer, tijden.length])

test('the same on one day is one, with how often and whom it was asked; another day, kind of data or outcome is not', async () => {
  const met = (
    nummer: number,
    anders: Partial<Inzage> & { gegevens?: string[]; bronnen?: string[] },
  ): Inzage => {
    const een = inzage(nummer, undefined)
    const { gegevens, bronnen, ...rest } = anders
    const inhoud = een.inhoud && { ...een.inhoud, ...(gegevens && { gegevens }), ...(bronnen && { bronnen }) }
    return { ...een, inhoud, ...rest }
  }
  const { bronnen } = logboek([
    met(1, { bronnen: ['svb', 'duo'] }),
    met(2, { bronnen: ['duo', 'uwv'] }),
    met(3, { gegevens: ['adres'] }),
    met(4, { afloop: 'mislukt' }),
    met(5, { versie: 2 }),
    met(6, {}),
    // 23 hours later it is the next day in the Netherlands.
    met(1380, {}),
    met(1381, {}),
  ])
  const gelezen = await leesGevouwen(bronnen, zelf, nepbewijs(), 100)
  assert.deepEqual(bundelNummers(gelezen), [
    ['2026-01-02', 1381, 2],
    ['2026-01-01', 6, 3],
    ['2026-01-01', 5, 1],
    ['2026-01-01', 4, 1],
    ['2026-01-01', 3, 1],
  ])
  assert.equal(gelezen.isMeer, false)
  assert.deepEqual(gelezen.bundels[1]?.nieuwste.inhoud?.bronnen, ['duo', 'uwv', 'svb'])
})

test('what a professional stated keeps lines apart', async () => {
  const reden = (nummer: number, kenmerk: string): Inzage => {
    const een = inzage(nummer, undefined)
    const door = {
      soort: 'medewerker',
      medewerker: 'm',
      organisatie: 'svb',
      rol: 'balie',
      aanleiding: { reden: 'balie', kenmerk },
    }
    // As it is read from the log.
    return { ...een, inhoud: JSON.parse(JSON.stringify({ ...een.inhoud, door })) as Inzage['inhoud'] }
  }
  const { bronnen } = logboek([reden(1, 'A'), reden(2, 'B'), reden(3, 'A')])
  const gelezen = await leesGevouwen(bronnen, zelf, nepbewijs(), 100)
  assert.deepEqual(bundelNummers(gelezen), [
    ['2026-01-01', 3, 2],
    ['2026-01-01', 2, 1],
  ])
})

test('a folded page is read until its last day is whole, and says when there is more', async () => {
  // Seven days with 300 lines of two kinds each: a line every four minutes and a bit.
  const regels = Array.from({ length: 2100 }, (_, i): Inzage => {
    const tijd = new Date(Date.UTC(2026, 0, 1 + Math.floor(i / 300), 6) + (i % 300) * 60_000)
    return { ...inzage(i, undefined), tijd, verwerking: i % 2 === 0 ? 'zaken-tonen' : 'inzage-tonen' }
  })
  const { bronnen } = logboek(regels)
  const drie = await leesGevouwen(bronnen, zelf, nepbewijs(), 30)
  assert.deepEqual(
    [drie.bundels.length, drie.isMeer],
    [4, true],
    'six hundred lines are looked at for thirty',
  )
  const heel = await leesGevouwen(bronnen, zelf, nepbewijs(), 200)
  assert.deepEqual([heel.bundels.length, heel.isMeer], [14, false])
  assert.ok(heel.bundels.every(({ tijden }) => tijden.length === 150))
})
