import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { isBereikbaar, type Verklaring } from './bereikbaarheid.ts'
import { type Contactadres, isBruikbaar, leesAdres, leesAdrescode, maakAdrescode } from './contactadres.ts'
import { nieuwePersoon } from './proefpersoon.ts'
import { routeVoor } from './route.ts'
import { naStilleUren } from './stille-uren.ts'
import { alarmOp, verzendmomentVan } from './verzendmoment.ts'
import { type Bereik, bereiksleutel, geldendVoor, keuzeFouten, type Voorkeurregel } from './voorkeur.ts'

const nu = new Date('2026-03-01T10:00:00Z')
const ik = nieuwePersoon()
const [svb, duo] = [proeforganisatie('svb'), proeforganisatie('duo')]
const zaak = { bron: svb, uuid: 'een' }
const over = { groep: 'zaken', organisatie: svb, zaak } as const
const zelf = { soort: 'zelf' } as const

test('the most specific rule decides about what it says, and leaves the rest to others', () => {
  const regels: Voorkeurregel[] = [
    { bereik: {}, keuze: { kanaal: 'berichtenbox', vorm: 'groot', taal: 'pap' } },
    { bereik: { groep: 'zaken' }, keuze: { kanaal: 'telefoon' } },
    { bereik: { organisatie: svb }, keuze: { kanaal: 'brief' } },
    { bereik: { zaak }, keuze: { taal: 'en' } },
  ]
  const geldt = geldendVoor(regels, over)
  assert.deepEqual([geldt.kanaal, geldt.vorm, geldt.taal], ['brief', 'groot', 'en'])
  assert.equal(geldendVoor(regels, { groep: 'zaken', organisatie: duo }).kanaal, 'telefoon')
  assert.equal(geldendVoor(regels, { groep: 'besluiten', organisatie: duo }).kanaal, 'berichtenbox')
  const leeg = geldendVoor([], over)
  assert.deepEqual([leeg.kanaal, leeg.melding, leeg.vorm, leeg.taal], ['brief', undefined, 'gewoon', 'nl'])
})

test('in whatever order rules stand, the same holds', () => {
  const bereik: fc.Arbitrary<Bereik> = fc.record(
    {
      groep: fc.constantFrom('zaken', 'besluiten'),
      organisatie: fc.constantFrom(svb, duo),
      zaak: fc.constantFrom(zaak, { bron: svb, uuid: 'twee' }),
    },
    { requiredKeys: [] },
  )
  const regel = fc.record({ bereik, keuze: fc.record({ taal: fc.constantFrom('nl', 'en', 'pap') }) })
  const regels = fc.uniqueArray(regel, { selector: (een) => bereiksleutel(een.bereik), maxLength: 8 })
  fc.assert(
    fc.property(
      regels.chain((lijst) =>
        fc.tuple(fc.constant(lijst), fc.shuffledSubarray(lijst, { minLength: lijst.length })),
      ),
      ([een, ander]) => assert.deepEqual(geldendVoor(een, over), geldendVoor(ander, over)),
    ),
    { seed: 6 },
  )
})

test('a choice that says nothing, or hours that leave no time, are refused', () => {
  const stil = (van: string, tot: string) => ({ stil: { van, tot, zone: 'Europe/Amsterdam' } }) as const
  assert.deepEqual(keuzeFouten({}, ik), ['leeg'])
  assert.deepEqual(keuzeFouten(stil('22:00', '08:00'), ik), [])
  assert.deepEqual(keuzeFouten(stil('25:00', '08:00'), ik), ['stil-onjuist'])
  assert.deepEqual(keuzeFouten(stil('08:00', '06:00'), ik), ['stil-te-lang'])
  assert.deepEqual(keuzeFouten({ helper: ik }, ik), ['helper-zelf'])
})

const verklaring = (rest: Partial<Verklaring> = {}): Verklaring => ({
  id: 'v1',
  persoon: ik,
  kanaal: 'berichtenbox',
  vanaf: nu,
  door: zelf,
  ...rest,
})

test('who said nothing is not known to be reachable; who took it back is not', () => {
  const stand = (lijst: readonly Verklaring[], op = nu) => isBereikbaar(lijst, 'berichtenbox', over, op).stand
  assert.equal(stand([]), 'onbekend')
  assert.equal(stand([verklaring()]), 'ja')
  assert.equal(stand([verklaring()], new Date(nu.getTime() - 1)), 'onbekend')
  assert.equal(stand([verklaring({ ingetrokken: nu })]), 'ingetrokken')
  assert.equal(stand([verklaring({ groep: 'besluiten' })]), 'onbekend')
  assert.equal(stand([verklaring({ organisatie: duo })]), 'onbekend')
  assert.equal(stand([verklaring({ ingetrokken: nu }), verklaring({ id: 'v2', organisatie: svb })]), 'ja')
})

const adres = (rest: Partial<Contactadres> = {}): Contactadres => ({
  id: 'a1',
  persoon: ik,
  adres: { soort: 'email', waarde: 'an@voorbeeld.example' },
  vanaf: nu,
  door: zelf,
  bevestigd: nu,
  mislukt: 0,
  ...rest,
})

test('by which road a message goes follows from what somebody said (Awb 2:8, 2:10)', () => {
  const sms = adres({ adres: { soort: 'telefoon', nummer: '+31612345678' } })
  const { bevestigd: _, ...onbevestigd } = adres()
  const weg = (
    keuze: Voorkeurregel['keuze'],
    verklaringen: readonly Verklaring[],
    adressen: readonly Contactadres[],
    isProcedure = false,
  ) => {
    const geldend = geldendVoor([{ bereik: {}, keuze }], over)
    const { grond, begin, inbox } = routeVoor({
      waarover: over,
      isProcedure,
      geldend,
      verklaringen,
      adressen,
      nu,
    })
    return [grond, inbox, ...begin.map(({ kanaal, daarna }) => [kanaal, ...daarna].join('>'))].join(' ')
  }
  const box = { kanaal: 'berichtenbox' } as const
  const gezegd = [verklaring()]
  assert.equal(weg({ taal: 'nl' }, [], []), 'niet-verklaard false brief')
  assert.equal(weg(box, [], [adres()]), 'niet-verklaard false brief')
  assert.equal(weg(box, [verklaring({ ingetrokken: nu })], [adres()]), 'ingetrokken false brief')
  assert.equal(weg({ kanaal: 'brief' }, gezegd, [adres()]), 'papier-gekozen false brief')
  assert.equal(weg(box, gezegd, [adres(), sms]), 'verklaard true email>sms>brief')
  assert.equal(weg({ ...box, melding: 'sms' }, gezegd, [adres(), sms]), 'verklaard true sms>email>brief')
  assert.equal(weg({ ...box, melding: 'geen' }, gezegd, [adres()]), 'melding-geweigerd true')
  assert.equal(weg(box, gezegd, []), 'geen-meldadres true brief')
  assert.equal(weg(box, gezegd, [onbevestigd]), 'geen-meldadres true brief')
  assert.equal(weg(box, gezegd, [adres({ mislukt: 2 })]), 'geen-meldadres true brief')
  const geenMail = verklaring({ id: 'v2', kanaal: 'email', ingetrokken: nu })
  assert.equal(weg(box, [...gezegd, geenMail], [adres(), sms]), 'verklaard true sms>brief')
  assert.equal(weg({ kanaal: 'telefoon' }, gezegd, []), 'telefoon-gekozen false telefoon>brief')
  assert.equal(weg({ kanaal: 'telefoon' }, gezegd, [], true), 'telefoon-gekozen false brief telefoon')
})

test('in quiet hours a notice waits, by the clock on the wall there, unless its term would end', () => {
  const stil = { van: '22:00', tot: '08:00', zone: 'Europe/Amsterdam' } as const
  const na = (moment: string, uiterlijk?: string) =>
    naStilleUren(
      new Date(moment),
      stil,
      uiterlijk === undefined ? undefined : new Date(uiterlijk),
    ).toISOString()
  assert.equal(na('2026-03-01T20:59:00Z'), '2026-03-01T20:59:00.000Z')
  assert.equal(na('2026-03-01T21:00:30Z'), '2026-03-02T07:00:00.000Z')
  assert.equal(na('2026-03-02T06:59:00Z'), '2026-03-02T07:00:00.000Z')
  // The night of 28 to 29 March is an hour shorter, that of 24 to 25 October an hour longer.
  assert.equal(na('2026-03-28T22:00:00Z'), '2026-03-29T06:00:00.000Z')
  assert.equal(na('2026-10-24T21:00:00Z'), '2026-10-25T07:00:00.000Z')
  assert.equal(na('2026-03-01T22:00:00Z', '2026-03-02T07:30:00Z'), '2026-03-01T22:00:00.000Z')
  const bonaire = { ...stil, zone: 'America/Kralendijk' } as const
  assert.equal(
    naStilleUren(new Date('2026-03-02T03:00:00Z'), bonaire).toISOString(),
    '2026-03-02T12:00:00.000Z',
  )
})

test('the moment of sending is that of the sending that could be delivered (Awb 2:11, 2:19)', () => {
  const op = (uur: number) => new Date(nu.getTime() + uur * 3_600_000)
  const box = { kanaal: 'berichtenbox', stand: 'verzonden', verzonden: op(0) } as const
  const email = { kanaal: 'email', stand: 'verzonden', verzonden: op(1) } as const
  const retour = { kanaal: 'brief', stand: 'hersteld', verzonden: op(2) } as const
  const tweede = { kanaal: 'brief', stand: 'verzonden', verzonden: op(9) } as const
  assert.equal(verzendmomentVan([email]), undefined)
  assert.deepEqual(verzendmomentVan([box, email]), { op: op(0), kanaal: 'berichtenbox', isTweede: false })
  assert.deepEqual(verzendmomentVan([retour, tweede]), { op: op(9), kanaal: 'brief', isTweede: true })
  assert.equal(verzendmomentVan([retour]), undefined)
  const nooit = { kanaal: 'berichtenbox', stand: 'mislukt' } as const
  assert.deepEqual(verzendmomentVan([nooit, tweede]), { op: op(9), kanaal: 'brief', isTweede: false })
  assert.deepEqual(
    [23.9, 24, 40, 48, 60].map((uur) => alarmOp(nu, op(uur))),
    [undefined, 24, 40, 48, 48],
  )
})

test('an address is kept as it is used, or refused', () => {
  const mail = (waarde: string) => leesAdres({ soort: 'email', waarde })
  const bel = (nummer: string) => leesAdres({ soort: 'telefoon', nummer })
  assert.deepEqual(mail(' an@voorbeeld.example '), { soort: 'email', waarde: 'an@voorbeeld.example' })
  for (const fout of ['an', 'an@', '@b.nl', 'a b@c.nl', 'an@b', 'an@b.nl\nBcc: x@y.nl', 'a..b@c.nl'])
    assert.equal(mail(fout), 'email-onjuist', fout)
  assert.deepEqual(bel('06-12 34 56 78'), { soort: 'telefoon', nummer: '+31612345678' })
  assert.deepEqual(bel('00599 717 1234'), { soort: 'telefoon', nummer: '+5997171234' })
  for (const fout of ['12345', '+0612345678', 'zes', '06123']) assert.equal(bel(fout), 'nummer-onjuist', fout)
  assert.equal(leesAdres({ soort: 'post', regels: ['Alleen dit'] }), 'post-onjuist')
  assert.equal(isBruikbaar(adres({ mislukt: 2 })), false)
})

test('a code is six digits, however somebody types it over', () => {
  assert.match(
    maakAdrescode((n) => new Uint8Array(n)),
    /^\d{6}$/,
  )
  assert.equal(leesAdrescode(' 123 456 '), '123456')
  assert.equal(leesAdrescode('12345'), undefined)
})

test('what is of no use as a letter goes by what is fast, or nowhere but the inbox', () => {
  const adres: Contactadres = {
    id: 'a',
    persoon: ik,
    adres: { soort: 'email', waarde: 'an@voorbeeld.example' },
    vanaf: nu,
    door: zelf,
    bevestigd: nu,
    mislukt: 0,
  }
  const ja: Verklaring = { id: 'v', persoon: ik, kanaal: 'berichtenbox', vanaf: nu, door: zelf }
  const vraag = (
    kanaal: 'berichtenbox' | 'brief' | 'telefoon',
    haast: Partial<Parameters<typeof routeVoor>[0]> = { alleenSnel: true },
  ) =>
    routeVoor({
      waarover: over,
      isProcedure: false,
      geldend: geldendVoor([{ bereik: {}, keuze: { kanaal } }], over),
      verklaringen: [ja],
      adressen: [adres],
      ...haast,
      nu,
    })
  assert.deepEqual(vraag('berichtenbox').begin, [{ kanaal: 'email', daarna: [] }])
  assert.deepEqual([vraag('brief').begin, vraag('brief').grond], [[], 'te-laat-voor-post'])
  assert.deepEqual(vraag('telefoon').begin, [{ kanaal: 'telefoon', daarna: [] }])

  const belVoor = new Date(nu.getTime() + 86_400_000)
  const bel = { kanaal: 'telefoon', daarna: [], uiterlijk: belVoor }
  assert.deepEqual(vraag('brief', { belVoor }).begin, [{ kanaal: 'brief', daarna: [] }, bel])
  assert.deepEqual(vraag('berichtenbox', { belVoor }).begin, [{ kanaal: 'email', daarna: ['brief'] }])
  assert.deepEqual(vraag('telefoon', { belVoor }).begin, [{ kanaal: 'telefoon', daarna: ['brief'] }])
  assert.deepEqual(vraag('brief', { belVoor: nu }).begin, [{ kanaal: 'brief', daarna: [] }], 'over')
})
