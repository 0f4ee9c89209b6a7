import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { persoonJson } from '../demo/brp/persoon-json.ts'
import { createBevolking } from '../demo/index.ts'
import { parseCents } from '../domain/index.ts'
import { parseVraag } from '../engine/index.ts'
import { datum } from '../kalender/index.ts'
import { raadpleegAntwoord } from './brp/haal-centraal.ts'
import { vertaal } from './brp/vertaal.ts'
import { maakDeeldatum } from './deeldatum.ts'
import type { Gegeven } from './gegeven.ts'
import { huishoudfeiten, zonderBron } from './huishoudfeiten.ts'
import type { Inkomensgegevens } from './inkomensregister.ts'
import type { Partner, Persoonsgegevens } from './persoonsregister.ts'

const op = datum('2026-03-01')
const nu = new Date('2026-03-01T10:00:00Z')

function brp<T>(waarde: T, isInOnderzoek = false): Gegeven<T> {
  return { waarde, bron: 'brp', datum: undefined, opgehaaldOp: nu, isInOnderzoek }
}

const leegNaam = { voornamen: 'A', voorvoegsel: undefined, geslachtsnaam: 'B', aanschrijfnaam: undefined }

const alleen: Persoonsgegevens = {
  naam: brp(leegNaam),
  geboortedatum: brp(maakDeeldatum(1990, 5, 1)),
  adres: brp({ regel1: 'X 1', regel2: '1000AA Y', gebied: 'GM0363' }),
  partner: brp(null),
  kinderen: brp([]),
  medebewoners: brp([]),
  geheimhouding: 'nee',
  isOnderCuratele: false,
  isOverleden: false,
}

const inkomen: Inkomensgegevens = {
  valuta: 'EUR',
  toetsingsinkomens: [2026, 2025].map((jaar) => ({
    ...brp({ jaar, bedrag: geld(jaar * 1_000), status: 'verwacht' as const }),
    bron: 'inkomen' as const,
  })),
  vermogen: { ...brp(geld(500)), bron: 'inkomen', datum: datum('2026-01-01') },
  nettoMaandinkomen: { ...brp(geld(200)), bron: 'inkomen', datum: datum('2026-02-01') },
  bronnen: [],
}

const feitenVan = (gegevens: Partial<Persoonsgegevens>) =>
  huishoudfeiten({ brp: { ...alleen, ...gegevens } }, op).huishouden

test('who lives alone and is not married has no partner and no co-residents', () => {
  assert.deepEqual(feitenVan({}), {
    aanvrager: { geboortedatum: '1990-05-01' },
    woning: { gemeente: 'GM0363' },
    kinderen: [],
    partner: null,
    medebewoners: [],
  })
})

test('another adult at the address may be a partner: then nothing is said about either', () => {
  for (const geboren of [maakDeeldatum(1960), maakDeeldatum(2008), undefined]) {
    const feiten = feitenVan({ medebewoners: brp([{ geboren }]) })
    assert.ok(!('partner' in feiten) && !('medebewoners' in feiten), JSON.stringify(geboren))
  }
  const kind = feitenVan({ medebewoners: brp([{ geboren: maakDeeldatum(2020, 2, 2) }]) })
  assert.equal(kind.partner, null)
  assert.deepEqual(kind.medebewoners, [{ geboortedatum: '2020-02-02' }])
})

test('who is married has that partner, and others at the address are co-residents', () => {
  const partner: Partner = {
    naam: leegNaam,
    geboren: maakDeeldatum(1991, 2),
    soort: 'huwelijk',
    sinds: maakDeeldatum(2020, 1, 1),
    isZelfdeAdres: true,
  }
  const feiten = feitenVan({ partner: brp(partner), medebewoners: brp([{ geboren: undefined }]) })
  assert.deepEqual(feiten.partner, {
    geboortedatum: { van: '1991-02-01', tot: '1991-02-28' },
    gehuwd: true,
    zelfde_adres: true,
  })
  assert.deepEqual(feiten.medebewoners, [{ geboortedatum: { onbekend: 'bron-zweeg' } }])
  const onbekendAdres = feitenVan({
    partner: brp({ ...partner, isZelfdeAdres: undefined }),
    medebewoners: undefined,
  })
  assert.deepEqual(Reflect.get(Object(onbekendAdres.partner), 'zelfde_adres'), { onbekend: 'bron-zweeg' })
  assert.ok(!('medebewoners' in onbekendAdres))
})

test('what the source doubts is used for nothing', () => {
  const feiten = feitenVan({
    geboortedatum: brp(maakDeeldatum(1990, 5, 1), true),
    adres: brp(alleen.adres.waarde, true),
    partner: brp(null, true),
    kinderen: brp([], true),
  })
  assert.deepEqual(feiten, {})
  // A doubtful address also says nothing about who lives there.
  const adres = feitenVan({ adres: brp(alleen.adres.waarde, true) })
  assert.deepEqual(Object.keys(adres).sort(), ['aanvrager', 'kinderen'])
})

test('a child registered elsewhere lives elsewhere when it is grown up, and perhaps half here when it is not', () => {
  const kind = (jaar: number, isZelfdeAdres: boolean | undefined) => {
    const een = { naam: leegNaam, geboren: maakDeeldatum(jaar, 1, 1), isZelfdeAdres, alsOuder: undefined }
    const kinderen = feitenVan({ kinderen: brp([een]) }).kinderen
    return Array.isArray(kinderen) ? kinderen[0].thuiswonend : undefined
  }
  const zweeg = { onbekend: 'bron-zweeg' }
  assert.deepEqual([kind(2015, true), kind(2000, true)], [true, true])
  assert.deepEqual([kind(2015, false), kind(2000, false)], [zweeg, false])
  assert.deepEqual([kind(2015, undefined), kind(2000, undefined)], [zweeg, zweeg])
})

test('a day of which the month or the day is not known becomes a range, of which nothing is known stays away', () => {
  const van = (geboren: ReturnType<typeof maakDeeldatum>) =>
    Reflect.get(Object(feitenVan({ geboortedatum: brp(geboren) }).aanvrager), 'geboortedatum')
  assert.deepEqual(van(maakDeeldatum(1994)), { van: '1994-01-01', tot: '1994-12-31' })
  assert.deepEqual(van(maakDeeldatum(2024, 2)), { van: '2024-02-01', tot: '2024-02-29' })
  assert.equal(van(undefined), undefined)
  assert.equal(maakDeeldatum(2023, 2, 29), undefined)
  assert.equal(maakDeeldatum(2023, 13), undefined)
})

test('income is that of the year, in the money of the place, and assets are those of 1 January', () => {
  const aanvrager = (dag: string, gebied?: string, over: Partial<Inkomensgegevens> = {}) =>
    huishoudfeiten({ inkomen: { ...inkomen, ...over } }, datum(dag), gebied).huishouden.aanvrager
  assert.deepEqual(aanvrager('2026-03-01', 'GM0363'), {
    toetsingsinkomen: 2_026_000,
    vermogen: 500,
    netto_maandinkomen: 200,
  })
  assert.deepEqual(aanvrager('2025-03-01', 'GM0363'), { toetsingsinkomen: 2_025_000 })
  assert.equal(aanvrager('2027-01-01', 'GM0363'), undefined)
  assert.equal(aanvrager('2026-03-01', 'bonaire'), undefined)
  assert.ok(aanvrager('2026-03-01', 'bonaire', { valuta: 'USD' }))
  assert.equal(aanvrager('2026-03-01'), undefined)
})

test('about who died nothing is filled in', () => {
  assert.deepEqual(feitenVan({ isOverleden: true }), {})
})

test('taking back a source takes away what came from it and nothing else', () => {
  const alles = huishoudfeiten({ brp: alleen, inkomen }, op)
  const zonderInkomen = zonderBron(alles, 'inkomen')
  assert.deepEqual(zonderInkomen.huishouden, feitenVan({}))
  assert.ok([...zonderInkomen.herkomst.values()].every(({ bron }) => bron === 'brp'))
  const niets = zonderBron(zonderInkomen, 'brp')
  assert.deepEqual([niets.huishouden, niets.herkomst.size], [{}, 0])
  assert.ok('partner' in alles.huishouden, 'het origineel is niet veranderd')
})

test('the facts of everybody in the made-up population are ones that the rules accept', (t) => {
  const geladen = proefcorpus()
  const bevolking = createBevolking()
  let goed = 0
  for (const persoon of bevolking.personen.filter(({ bsn }) => bsn !== undefined)) {
    const json = JSON.parse(JSON.stringify(persoonJson(bevolking, persoon, op)))
    const antwoord = raadpleegAntwoord.parse({ type: 'RaadpleegMetBurgerservicenummer', personen: [json] })
    const [gelezen] = antwoord.personen
    assert.ok(gelezen)
    const bewoners = bevolking.thuisVan(persoon).leden.flatMap((nr) => {
      const { bsn, geboren } = bevolking.persoon(nr)
      if (bsn === undefined) return []
      const bekend = { burgerservicenummer: bsn }
      return geboren.length < 10
        ? [bekend]
        : [{ ...bekend, geboorte: { datum: { type: 'Datum' as const, datum: geboren } } }]
    })
    const gegevens = vertaal({
      persoon: gelezen,
      bewoners,
      op: nu,
      onderGezag: new Map(),
      zwijgt: 'onbekend',
    })
    const { huishouden } = huishoudfeiten({ brp: gegevens, inkomen }, op)
    const vraag = parseVraag(geladen.engine, { datum: op, huishouden })
    assert.ok(vraag.ok, JSON.stringify([persoon.nr, huishouden, vraag]))
    goed++
  }
  t.diagnostic(`${goed} huishoudens aangenomen`)
  assert.ok(goed > 500)
})

function geld(waarde: number) {
  const cents = parseCents(waarde)
  assert.ok(cents !== undefined)
  return cents
}
