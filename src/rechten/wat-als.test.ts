import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kanWatAls, pasToe, type WatAls, zoOudAls } from './wat-als.ts'

const om = { datum: '2026-03-01', hoogsteMaandinkomen: 10_000_000 }
const gezin = {
  aanvrager: {
    geboortedatum: '1990-04-02',
    toetsingsinkomen: 2_600_000,
    netto_maandinkomen: 190_000,
    vermogen: 100_000,
  },
  partner: null,
  kinderen: [{ geboortedatum: '2016-04-02' }],
  woning: { gemeente: 'GM0344', waterschap: 'WS0636', soort: 'huur', zelfstandig: true, kale_huur: 65_050 },
}
const na = (soort: WatAls['soort'], waarden: WatAls['waarden'], huishouden = gezin) =>
  pasToe(huishouden, { soort, waarden }, om)

test('who earns more has no less money per month, who earns less no more; never a guess', () => {
  const netto = (inkomen: number, eigen?: number) =>
    na('werken', { inkomen, ...(eigen === undefined ? {} : { netto: eigen }) }).huishouden.aanvrager
  assert.deepEqual(netto(4_000_000), {
    geboortedatum: '1990-04-02',
    vermogen: 100_000,
    toetsingsinkomen: 4_000_000,
    netto_maandinkomen: { van: 190_000, tot: 10_000_000 },
    werkt: true,
  })
  assert.partialDeepStrictEqual(netto(1_000_000), { netto_maandinkomen: { van: 0, tot: 190_000 } })
  assert.partialDeepStrictEqual(netto(1_000_000, 90_000), { netto_maandinkomen: 90_000 })
  assert.partialDeepStrictEqual(netto(2_600_000), { netto_maandinkomen: 190_000 })
  const zonder = { ...gezin, aanvrager: { toetsingsinkomen: 2_600_000 } }
  assert.ok(
    !(
      'netto_maandinkomen' in
      Object(pasToe(zonder, { soort: 'werken', waarden: { inkomen: 1 } }, om).huishouden.aanvrager)
    ),
  )
})

test('who stops working has no work, no income from work, and studies no more for it', () => {
  assert.partialDeepStrictEqual(na('stoppen', { inkomen: 0 }).huishouden, {
    aanvrager: { toetsingsinkomen: 0, werkt: false, werkt_of_studeert: false, inkomen_uit_werk: 0 },
  })
})

test('a partner comes with what was told; the rest stays unknown', () => {
  assert.deepEqual(
    na('samenwonen', { geboortedatum: '1988-02-03', inkomen: 0, band: 'contract' }).huishouden.partner,
    {
      geboortedatum: '1988-02-03',
      toetsingsinkomen: 0,
      gehuwd: false,
      notarieel_contract: true,
      zelfde_adres: true,
    },
  )
})

test('going on alone: no partner; children who leave bring no child benefit', () => {
  const samen = { ...gezin, partner: { geboortedatum: '1988-02-03' } }
  const weg = pasToe(samen, { soort: 'scheiden', waarden: { kinderen: false, huur: 80_000 } }, om).huishouden
  assert.equal(weg.partner, null)
  assert.deepEqual(weg.kinderen, [
    { geboortedatum: '2016-04-02', thuiswonend: false, kinderbijslag: false, co_ouderschap: 0 },
  ])
  assert.partialDeepStrictEqual(weg, { woning: { kale_huur: 80_000, gemeente: 'GM0344' } })
  const blijft = pasToe(samen, { soort: 'scheiden', waarden: { kinderen: true } }, om).huishouden
  assert.deepEqual([blijft.kinderen, blijft.woning], [gezin.kinderen, gezin.woning])
})

test('a child to come counts as if it were there already on the first day of this year', () => {
  const { kinderen } = na('kind', { geboortedatum: '2026-08-03' }).huishouden
  assert.deepEqual(kinderen, [
    { geboortedatum: '2016-04-02' },
    { geboortedatum: '2026-01-01', thuiswonend: true, opvang: [] },
  ])
  assert.partialDeepStrictEqual(na('kind', { geboortedatum: '2025-08-03' }).huishouden, {
    kinderen: [{}, { geboortedatum: '2025-08-03' }],
  })
})

test('a move takes the water board and the old rent away; another currency takes all amounts', () => {
  const { woning } = na('verhuizen', { plaats: 'GM0599', woning: 'huur', huur: 80_000 }).huishouden
  assert.deepEqual(woning, { gemeente: 'GM0599', soort: 'huur', zelfstandig: true, kale_huur: 80_000 })
  assert.deepEqual(na('verhuizen', { plaats: 'GM0599', woning: 'koop', huur: 80_000 }).huishouden.woning, {
    gemeente: 'GM0599',
    soort: 'koop',
    zelfstandig: true,
  })
  const geldfeiten = new Set(['toetsingsinkomen', 'netto_maandinkomen', 'vermogen', 'kale_huur'])
  const naarBonaire = pasToe(
    gezin,
    { soort: 'verhuizen', waarden: { plaats: 'bonaire' } },
    { ...om, geldfeiten },
  )
  assert.deepEqual(naarBonaire.huishouden.aanvrager, { geboortedatum: '1990-04-02' })
})

test('growing older: another day, and children of 25 live on their own', () => {
  const later = na('ouder', { datum: '2041-04-02', jaren: 50 })
  assert.equal(later.datum, '2041-04-02')
  assert.partialDeepStrictEqual(later.huishouden, {
    aanvrager: { aow_opbouwjaren: 50 },
    kinderen: [{ thuiswonend: false }],
  })
  assert.deepEqual(na('ouder', { datum: '2041-04-01' }).huishouden.kinderen, gezin.kinderen)
  const nu = zoOudAls(gezin, '2041-05-31', '2026-03-01')
  assert.partialDeepStrictEqual(nu, {
    aanvrager: { geboortedatum: '1975-02-02' },
    kinderen: [{ geboortedatum: '2001-02-02' }],
  })
})

test('only who has a partner can go on alone, only who has none can move in with one', () => {
  assert.deepEqual([kanWatAls('scheiden', gezin), kanWatAls('samenwonen', gezin)], [false, true])
  const samen = { ...gezin, partner: {} }
  assert.deepEqual([kanWatAls('scheiden', samen), kanWatAls('samenwonen', samen)], [true, false])
})

test('the household that was asked about stays as it was', () => {
  const kopie = structuredClone(gezin)
  na('werken', { inkomen: 0 })
  na('kind', { geboortedatum: '2026-08-03' })
  na('verhuizen', { plaats: 'GM0599' })
  na('ouder', { datum: '2041-04-02' })
  assert.deepEqual(gezin, kopie)
})
