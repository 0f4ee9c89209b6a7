import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { bereken, type HuishoudenJson, parseHuishouden } from '../engine/index.ts'
import { inkomensbeeld } from './inkomen.ts'
import { maandreeks } from './maandreeks.ts'
import { aowDatum, vergelijk } from './vergelijking.ts'

const geladen = proefcorpus()
const corpus = geladen.engine
const datum = '2026-03-01'

const gezin = {
  aanvrager: {
    geboortedatum: '1990-04-02',
    zorgverzekerd: true,
    toetsingsinkomen: 3_512_345,
    vermogen: 100_000,
    netto_maandinkomen: 240_000,
  },
  partner: null,
  kinderen: [{ geboortedatum: '2014-07-15', opvang: [] }],
  medebewoners: [],
  woning: { gemeente: 'GM0344', soort: 'huur', zelfstandig: true, kale_huur: 65_050, servicekosten: 0 },
}

function reken(json: HuishoudenJson, opties: { uitleg?: boolean; regelingen?: string[]; op?: string } = {}) {
  const gelezen = parseHuishouden(corpus, json)
  assert.ok(gelezen.ok)
  const { uitleg = true, op = datum, regelingen } = opties
  const vraag = { datum: op, huishouden: gelezen.huishouden, ...(regelingen ? { regelingen } : {}) }
  return bereken(corpus, vraag, { uitleg })
}

function beeldVan(huishouden: HuishoudenJson, regeling?: string) {
  const antwoord = reken(huishouden)
  return inkomensbeeld({ corpus, datum, huishouden, antwoord, ...(regeling ? { regeling } : {}) })
}

test('on the shipped laws each ending stands at the very euro, by trying the euros around it', (t) => {
  const uitslag = beeldVan(gezin)
  assert.ok(uitslag.status === 'ok')
  const { randen, metingen } = uitslag.beeld
  t.diagnostic(
    `${metingen.toFixed(1)} metingen, ${randen.map((r) => `${r.regeling} ${r.inkomen / 100}`).join(', ')}`,
  )
  assert.deepEqual(
    randen.map((r) => r.regeling),
    ['zorgtoeslag', 'huurtoeslag', 'kindgebonden-budget'],
  )
  assert.ok(metingen <= 50)
  for (const { regeling, inkomen } of randen) {
    const recht = [-200, -100, 0, 100, 200].map((erbij) => {
      const aanvrager = { ...gezin.aanvrager, toetsingsinkomen: inkomen + erbij }
      return reken({ ...gezin, aanvrager }, { uitleg: false, regelingen: [regeling] }).uitkomsten[0]?.recht
    })
    assert.deepEqual(recht, ['ja', 'ja', 'ja', 'nee', 'nee'], `${regeling} ${inkomen}`)
  }
})

test('the line passes through what is really paid, also between its own points', () => {
  const uitslag = beeldVan(gezin)
  assert.ok(uitslag.status === 'ok')
  const { punten, regelingen } = uitslag.beeld
  for (let inkomen = 0; inkomen <= 11_900_000; inkomen += 770_000) {
    const aanvrager = { ...gezin.aanvrager, toetsingsinkomen: inkomen }
    const echt = reken(
      { ...gezin, aanvrager },
      { uitleg: false, regelingen: [...regelingen] },
    ).uitkomsten.reduce(
      (s, u) => s + Math.floor((u.bedrag?.waarde ?? 0) / (u.bedrag?.per === 'kwartaal' ? 3 : 1)),
      0,
    )
    const na = punten.findIndex((p) => p.inkomen >= inkomen)
    const [a, b] = [punten[Math.max(0, na - 1)], punten[na]]
    assert.ok(a && b)
    const deel = b.inkomen === a.inkomen ? 0 : (inkomen - a.inkomen) / (b.inkomen - a.inkomen)
    const getekend = a.tot + deel * (b.tot - a.tot)
    assert.ok(Math.abs(getekend - echt) < 700, `${inkomen}: ${getekend} en ${echt}`)
  }
})

test('of each hundred more, about what the year amounts of the law lose', () => {
  const uitslag = beeldVan(gezin)
  assert.ok(uitslag.status === 'ok')
  const jaar = (erbij: number): number => {
    const aanvrager = { ...gezin.aanvrager, toetsingsinkomen: 3_512_300 + erbij }
    return reken(
      { ...gezin, aanvrager },
      { uitleg: false, regelingen: ['zorgtoeslag', 'huurtoeslag', 'kindgebonden-budget'] },
    ).uitkomsten.reduce((s, u) => s + (u.jaarbedrag ?? 0), 0)
  }
  const verwacht = (jaar(0) - jaar(100_000)) / 1000
  assert.ok(Math.abs((uitslag.beeld.afbouw?.van100 ?? 0) - verwacht) < 1.5, `${verwacht}`)
})

test('income not known: a question back; no scheme that looks at it: no picture', () => {
  const { toetsingsinkomen: _weg, ...zonder } = gezin.aanvrager
  assert.equal(beeldVan({ ...gezin, aanvrager: zonder }).status, 'inkomen-onbekend')
  assert.equal(beeldVan(gezin, 'kinderbijslag').status, 'geen')
})

test('a partner who earns goes on earning the same: the line begins at that income', () => {
  const partner = {
    geboortedatum: '1991-01-01',
    toetsingsinkomen: 2_000_000,
    vermogen: 0,
    zorgverzekerd: true,
    netto_maandinkomen: 150_000,
  }
  const uitslag = beeldVan({ ...gezin, partner })
  assert.ok(uitslag.status === 'ok')
  assert.deepEqual(
    [uitslag.beeld.van, uitslag.beeld.partner, uitslag.beeld.eigen],
    [2_000_000, 2_000_000, 5_512_300],
  )
})

test('what is not known now is left out of the line, and drawn with limits on its own page', () => {
  const open = { ...gezin, kinderen: [{ geboortedatum: '2014-07-15' }] }
  const alle = beeldVan(open)
  assert.ok(alle.status === 'ok')
  assert.ok(alle.beeld.onbekend.includes('kinderopvangtoeslag'))
  assert.ok(alle.beeld.perMaand.includes('bijstand'))
  const een = beeldVan(open, 'kinderopvangtoeslag')
  assert.ok(een.status === 'ok' && een.beeld.punten.every((p) => p.tot > p.van))
})

function maanden(json: HuishoudenJson, op: string) {
  const gelezen = parseHuishouden(corpus, json)
  assert.ok(gelezen.ok)
  const regelingen = ['kinderbijslag', 'kindgebonden-budget', 'zorgtoeslag']
  return maandreeks({ corpus, huishouden: gelezen.huishouden, datum: op, regelingen })
}

test('a birthday and new amounts stand at their month; the next year is not known yet', () => {
  const { staven, wissels, onbekendVanaf, omgerekend } = maanden(gezin, datum)
  assert.equal(staven.length, 13)
  assert.deepEqual([onbekendVanaf, staven[12]?.stand, omgerekend], ['2027-01-01', 'onbekend', ['kwartaal']])
  const jarig = wissels.find((w) => w.regeling === 'kindgebonden-budget')
  assert.deepEqual(
    [jarig?.datum, jarig?.soort, jarig?.oorzaak],
    ['2026-08-01', 'verjaardag', 'Kind 1 wordt 12.'],
  )
  assert.ok((jarig?.na ?? 0) > (jarig?.voor ?? 0))
  assert.ok(
    wissels.some((w) => w.regeling === 'kinderbijslag' && w.datum === '2026-07-01' && w.soort === 'bedragen'),
  )
  const [juli, augustus] = [staven[6], staven[7]]
  assert.equal((augustus?.van ?? 0) - (juli?.van ?? 0), (jarig?.na ?? 0) - (jarig?.voor ?? 0))
})

test('a year of which nothing is published has no bars at all', () => {
  const { staven, onbekendVanaf } = maanden(gezin, '2027-01-01')
  assert.equal(onbekendVanaf, '2027-01-01')
  assert.ok(staven.every((s) => s.stand === 'onbekend'))
})

test('side by side: which amount made it change, and totals that add up', () => {
  const meer = { ...gezin, aanvrager: { ...gezin.aanvrager, toetsingsinkomen: 4_200_000 } }
  const { regels, nu, dan, verschil } = vergelijk(reken(gezin), reken(meer))
  assert.equal(dan.van - nu.van, verschil.van)
  assert.equal(verschil.van, verschil.tot)
  const zorg = regels.find((r) => r.regeling === 'zorgtoeslag')
  assert.deepEqual([zorg?.nu?.recht, zorg?.dan?.recht], ['ja', 'nee'])
  assert.deepEqual(
    zorg?.voorwaarden.map((v) => v.naam),
    ['boven_laagste_jaarbedrag'],
  )
  const huur = regels.find((r) => r.regeling === 'huurtoeslag')
  assert.equal(
    huur?.stappen[0]?.stap.waarde.soort === 'bekend' && huur.stappen[0].stap.waarde.waarde,
    '42000',
  )
  assert.equal(regels.find((r) => r.regeling === 'kinderbijslag')?.isAnders, false)
})

test('what is the same unknown before and after is no change, and counts in no total', () => {
  const open = { ...gezin, kinderen: [{ geboortedatum: '2014-07-15' }] }
  const anders = { ...open, aanvrager: { ...open.aanvrager, toetsingsinkomen: 3_400_000 } }
  const { regels, nu } = vergelijk(reken(open), reken(anders))
  assert.equal(regels.find((r) => r.regeling === 'kinderopvangtoeslag')?.isAnders, false)
  assert.equal(nu.van, nu.tot)
})

test('the day of AOW age comes from the rule in the corpus', () => {
  assert.equal(aowDatum(reken(gezin, { regelingen: ['aow'] })), '2057-07-02')
  assert.equal(aowDatum(reken(gezin, { regelingen: ['zorgtoeslag'] })), undefined)
})
