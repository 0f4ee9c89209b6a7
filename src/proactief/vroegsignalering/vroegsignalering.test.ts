import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseOrganisatieId } from '../../domain/index.ts'
import { datum, plusDagen } from '../../kalender/index.ts'
import { wisVanaf } from './bewaren.ts'
import { cijfersVan } from './cijfers.ts'
import {
  type Aanbodopdracht,
  type Aanbodvoorval,
  aanbodstanden,
  beslisAanbod,
  gevolgVan,
  kanNu,
  type Meegeteld,
  speelAanbodAf,
} from './hulpaanbod.ts'
import { isZelfdeAdres } from './koppelen.ts'
import { plichten, soortnamen, soortregel } from './regels.ts'
import { leesSignaal, type Signaalpartner, signaalvoorvoegsel } from './vroegsignaal.ts'

const organisatie = parseOrganisatieId('gemeente-GM0599') ?? assert.fail()
const verhuurder: Signaalpartner = {
  bron: 'woonstad',
  soort: 'huur',
  naam: 'Woonhuis Voorbeeld',
  organisatie,
  gemeente: 'GM0599',
}

const contact = {
  geslachtsnaam: 'Nourani',
  voornamen: 'Fatima',
  geboren: '1990-05-01',
  postcode: '3011 AB',
  huisnummer: '12',
}
const data = { gemeente: 'GM0599', bedrag: 120_000, plichten: [...plichten], contact }
const bericht = (van: object, type = 'achterstand') => ({
  specversion: '1.0',
  id: 's-1',
  source: 'urn:woonstad',
  type: `${signaalvoorvoegsel}${type}`,
  data: van,
})
const lees = (van: object, partner = verhuurder) => leesSignaal(partner, bericht(van))

test('a creditor tells only what may be told, and only after what it must do first', () => {
  const goed = lees(data)
  assert.equal(goed?.wat, 'achterstand')
  assert.ok(goed?.wat === 'achterstand')
  assert.equal(goed.inhoud.contact.postcode, '3011AB')
  const reden = (van: object, partner?: Signaalpartner) => {
    const gelezen = lees(van, partner)
    return gelezen?.wat === 'geweigerd' ? [gelezen.reden, gelezen.veld] : gelezen?.wat
  }
  assert.deepEqual(reden({ ...data, burgerservicenummer: '999990019' }), [
    'meer-dan-mag',
    'burgerservicenummer',
  ])
  assert.deepEqual(reden({ ...data, contact: { ...contact, inkomen: 1 } }), [
    'meer-dan-mag',
    'contact.inkomen',
  ])
  assert.deepEqual(reden({ ...data, klantnummer: 'k-1' }), ['meer-dan-mag', 'klantnummer'])
  assert.deepEqual(reden({ ...data, gemeente: 'GM0363' }), ['andere-gemeente', 'gemeente'])
  assert.deepEqual(reden({ ...data, bedrag: 12.5 }), ['onvolledig', 'bedrag'])
  assert.deepEqual(reden({ ...data, dreiging: 'afsluiting' }), ['past-niet', 'dreiging'])
  assert.equal(reden({ ...data, dreiging: 'ontruiming' }), 'achterstand')
  const water = { ...verhuurder, soort: 'water' } as const
  assert.equal(reden({ ...data, klantnummer: 'k-1' }, water), 'achterstand')
  // Each of the duties of the Besluit by itself, for each kind of creditor.
  for (const soort of soortnamen)
    for (const plicht of soortregel(soort).plichten)
      assert.deepEqual(
        reden({ ...data, plichten: plichten.filter((een) => een !== plicht) }, { ...verhuurder, soort }),
        ['plicht-niet-gedaan', `plichten: ${plicht}`],
      )
  assert.equal(leesSignaal(verhuurder, { ...bericht(data), type: 'iets.anders' }), undefined)
})

const mag = fc.constantFrom('huur', 'energie', 'water', 'zorg') satisfies fc.Arbitrary<Meegeteld['soort']>
const dag = fc.integer({ min: 0, max: 300 }).map((n) => plusDagen(datum('2026-01-05'), n))
const signaal = fc
  .record({
    id: fc.uuid(),
    bron: fc.constantFrom('a', 'b', 'c'),
    soort: mag,
    op: dag,
    dreigt: fc.boolean(),
  })
  .map(
    ({ dreigt, ...rest }): Meegeteld => ({
      ...rest,
      ...(dreigt && { dreiging: soortregel(rest.soort).dreiging }),
    }),
  )

const bij = (inhoud: object, op = datum('2026-03-02')): Aanbodvoorval =>
  ({ ...inhoud, op: new Date(`${op}T10:00:00Z`), dag: op, door: { soort: 'taak' } }) as Aanbodvoorval
const metSignaal = (een: Meegeteld) => bij({ soort: 'signaal', signaal: een }, een.op)
const huur = (op = '2026-03-02'): Meegeteld => ({ id: 'x', bron: 'a', soort: 'huur', op: datum(op) })

test('signals that came in another order, or twice, make the same offer; none weighs more than its rule', () => {
  fc.assert(
    fc.property(fc.array(signaal, { minLength: 1, maxLength: 6 }), (signalen) => {
      const een = speelAanbodAf(signalen.map(metSignaal))
      const ander = speelAanbodAf([...signalen, ...signalen].toReversed().map(metSignaal))
      assert.equal(een?.uiterlijk, ander?.uiterlijk)
      assert.equal(een?.aanleiding, ander?.aanleiding)
      assert.equal(een?.stand, ander?.stand)
      // The term is that of one signal by itself: how many there are moves nothing.
      const apart = signalen.map((s) => speelAanbodAf([metSignaal(s)])?.uiterlijk ?? '')
      assert.equal(een?.uiterlijk, apart.sort()[0])
    }),
  )
})

test('terms: four weeks, three working days with a threat; a talk within the same, from the yes on', () => {
  const stand = (...v: Aanbodvoorval[]) => speelAanbodAf(v)
  // Monday 2 March 2026 and four weeks is Monday 30 March.
  assert.equal(stand(metSignaal(huur()))?.uiterlijk, '2026-03-30')
  const dreigend: Meegeteld = { ...huur(), id: 'y', dreiging: 'ontruiming' }
  assert.equal(stand(metSignaal(dreigend))?.uiterlijk, '2026-03-05')
  assert.equal(stand(metSignaal(huur()), metSignaal(dreigend))?.aanleiding, 'dreiging')
  // Over Easter: Thursday 2 April, then Tuesday, Wednesday, Thursday 9 (Good Friday and Easter Monday are holidays).
  assert.equal(stand(metSignaal({ ...dreigend, op: datum('2026-04-02') }))?.uiterlijk, '2026-04-09')
  const ja = stand(metSignaal(huur()), bij({ soort: 'aangenomen' }, datum('2026-03-03')))
  assert.equal(ja?.gesprekUiterlijk, '2026-03-31')
  const laat: Aanbodopdracht = { soort: 'gesprek-gepland', afspraak: 'a', wanneer: datum('2026-04-01') }
  assert.ok(ja)
  assert.deepEqual(beslisAanbod(ja, laat), { status: 'geweigerd', reden: 'te-laat' })
  assert.equal(beslisAanbod(ja, { ...laat, wanneer: datum('2026-03-31') }).status, 'ok')
  // A threat that comes after the yes makes the talk come sooner; after the offer it is offered once more.
  const sneller = stand(
    metSignaal(huur()),
    bij({ soort: 'aangenomen' }, datum('2026-03-03')),
    metSignaal({ ...dreigend, op: datum('2026-03-04') }),
  )
  assert.equal(sneller?.gesprekUiterlijk, '2026-03-09')
  const weer = stand(
    metSignaal(huur()),
    bij({ soort: 'aangeboden', weg: 'bericht' }),
    metSignaal({ ...dreigend, op: datum('2026-03-10') }),
  )
  assert.deepEqual([weer?.stand, weer?.uiterlijk], ['te-doen', '2026-03-13'])
})

test('saying no is possible wherever saying yes is, and back', () => {
  for (const begin of [[], [bij({ soort: 'aangeboden', weg: 'bericht' })], [bij({ soort: 'betwist' })]]) {
    const aanbod = speelAanbodAf([metSignaal(huur()), ...begin]) ?? assert.fail()
    assert.equal(beslisAanbod(aanbod, { soort: 'aangenomen' }).status, 'ok')
    assert.equal(beslisAanbod(aanbod, { soort: 'afgewezen' }).status, 'ok')
  }
  const nee = speelAanbodAf([metSignaal(huur()), bij({ soort: 'afgewezen' })]) ?? assert.fail()
  assert.equal(beslisAanbod(nee, { soort: 'afgewezen' }).status, 'was-al-zo')
  assert.equal(beslisAanbod(nee, { soort: 'aangenomen' }).status, 'ok')
  // Nobody offers again to who said no.
  assert.deepEqual(beslisAanbod(nee, { soort: 'aangeboden', weg: 'bericht' }), {
    status: 'geweigerd',
    reden: 'kan-niet-nu',
  })
  for (const stand of aanbodstanden) {
    const zo = { ...nee, stand }
    const kan = (soort: 'aangenomen' | 'afgewezen') => kanNu(zo, soort) || stand === soort
    assert.equal(kan('aangenomen'), kan('afgewezen'), stand)
  }
})

test('a no is respected: the same creditor without a threat brings nobody back', () => {
  const nee = speelAanbodAf([metSignaal(huur()), bij({ soort: 'afgewezen' })])
  assert.equal(gevolgVan({ bron: 'a' }, nee), 'eerder-nee')
  assert.equal(gevolgVan({ bron: 'a', dreiging: 'ontruiming' }, nee), 'nieuw')
  assert.equal(gevolgVan({ bron: 'b' }, nee), 'nieuw')
  assert.equal(gevolgVan({ bron: 'a' }, undefined), 'nieuw')
  const ja = speelAanbodAf([metSignaal(huur()), bij({ soort: 'aangenomen' })])
  assert.equal(gevolgVan({ bron: 'b' }, ja), 'erbij')
})

test('a threat that comes when help runs elsewhere is before a person again, within its own term', () => {
  const elders =
    speelAanbodAf([metSignaal(huur()), bij({ soort: 'aangenomen' }), bij({ soort: 'overgedragen' })]) ??
    assert.fail()
  assert.equal(gevolgVan({ bron: 'a' }, elders), 'erbij')
  assert.equal(gevolgVan({ bron: 'a', dreiging: 'ontruiming' }, elders), 'nieuw')
})

test('what was taken back counts no more, and an offer of which nothing is left ends', () => {
  const twee = [metSignaal(huur()), metSignaal({ ...huur(), id: 'y', bron: 'b' })]
  const over = speelAanbodAf([...twee, bij({ soort: 'signaal-weg', signaal: 'x' })])
  assert.deepEqual([over?.stand, over?.signalen.map(({ id }) => id)], ['te-doen', ['y']])
  const leeg = speelAanbodAf([
    ...twee,
    bij({ soort: 'signaal-weg', signaal: 'x' }),
    bij({ soort: 'signaal-weg', signaal: 'y' }),
  ])
  assert.equal(leeg?.stand, 'gesloten')
})

test('an address fits when number and postal code are the same, however they are written', () => {
  const regels = ['Voorbeeldstraat 12 A', '3011 AB  ROTTERDAM']
  const zelfde = (postcode: string, huisnummer: string) => isZelfdeAdres({ postcode, huisnummer }, regels)
  assert.ok(zelfde('3011AB', '12A'))
  assert.ok(zelfde('3011 AB', '12-a'))
  assert.ok(!zelfde('3011AB', '12'))
  assert.ok(!zelfde('3011AC', '12A'))
  assert.ok(!isZelfdeAdres({ postcode: '3011AB', huisnummer: '12' }, ['Straat 112', '3011 AB X']))
  assert.ok(isZelfdeAdres({ postcode: '3011AB', huisnummer: '12' }, ['Plein 1940 12', '3011 AB X']))
  assert.ok(!isZelfdeAdres({ postcode: '3011AB', huisnummer: '12' }, [undefined, undefined]))
})

test('what is kept ends: four weeks after it is over, six months when nobody answered', () => {
  const tot = (stand: Parameters<typeof wisVanaf>[0]) => wisVanaf(stand, datum('2026-03-02')).toISOString()
  assert.equal(tot('te-doen'), '2026-09-01T22:00:00.000Z')
  assert.equal(tot('afgewezen'), '2026-09-01T22:00:00.000Z')
  assert.equal(tot('overgedragen'), '2026-03-29T22:00:00.000Z')
  assert.equal(tot('gesloten'), '2026-03-29T22:00:00.000Z')
  assert.equal(tot('apart'), '2026-03-29T22:00:00.000Z')
})

test('no number below ten is shown, and none can be found by subtracting', () => {
  const tel = (soort: Meegeteld['soort'], aantal: number) => ({
    ...{ organisatie, soort, maand: datum('2026-03-01'), wat: 'binnen' as const, aantal },
  })
  const cijfer = (tellingen: ReturnType<typeof tel>[]) =>
    cijfersVan(tellingen).map(({ soort, cijfers }) => [soort, cijfers.binnen])
  assert.deepEqual(cijfer([tel('huur', 9), tel('energie', 10), tel('water', 40), tel('zorg', 12)]), [
    ['huur', 'klein'],
    ['energie', 10],
    ['water', 40],
    ['zorg', 12],
    ['alles', 'klein'],
  ])
  assert.deepEqual(cijfer([tel('huur', 4), tel('energie', 5), tel('huur', 3)]).at(-1), ['alles', 12])
})

test('there is no score about people: nothing in this folder or its tables weighs or ranks anybody', () => {
  const map = import.meta.dirname
  const bronnen = readdirSync(map)
    .filter((naam) => naam.endsWith('.ts') && !naam.endsWith('.test.ts'))
    .map(
      (naam) =>
        [naam, readFileSync(join(map, naam), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')] as const,
    )
  assert.ok(bronnen.length > 8)
  for (const [naam, tekst] of bronnen)
    assert.doesNotMatch(tekst, /score|risico|rangorde|gewicht|prioriteit|kans(op|en)?\b/i, naam)
  // What is owed is read from a signal and shown to a human: no rule looks at it.
  const regels = bronnen.filter(([naam]) =>
    ['hulpaanbod.ts', 'koppelen.ts', 'rij.ts', 'bewaren.ts'].includes(naam),
  )
  assert.equal(regels.length, 4)
  for (const [naam, tekst] of regels) assert.doesNotMatch(tekst, /bedrag|\.inhoud\.plichten/, naam)
  const tabel = readFileSync(join(map, '../../store/migrations/2027-03-29-vroegsignalering.ts'), 'utf8')
  const kolommen = /create table hulpaanbod \(([\s\S]*?)\n {2}\);/.exec(tabel)?.[1] ?? assert.fail()
  // A version is the only number in it.
  assert.deepEqual(kolommen.match(/\w+ (integer|bigint|numeric|real|double precision)/g), ['versie integer'])
  assert.match(
    tabel,
    /order by case h\.stand when 'aangeboden' then 1 else 0 end, coalesce\(h\.gesprek_uiterlijk, h\.uiterlijk\), h\.id/,
  )
})
