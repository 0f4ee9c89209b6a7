import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Aansluiting, gewoneToonregel, leesAansluiting, regelVoor } from '../../../zaken/index.ts'
import { proefinvoer } from '../../../zaken/proefaansluiting.ts'
import { leesRegels, maxTypen, typeregels } from './regelvelden.ts'

const sleutelVan = (identificatie: string) => ({ domein: 'ALG', rsin: '999800103', identificatie })
const jeugd = sleutelVan('JEUGD')

function aansluitingMet(perZaaktype: readonly object[]): Aansluiting {
  const standaard = { ...gewoneToonregel, statustoelichting: true, zonderStatus: true }
  const gelezen = leesAansluiting({ ...proefinvoer(), regels: { standaard, perZaaktype } })
  return gelezen.ok ? gelezen.aansluiting : assert.fail(JSON.stringify(gelezen.fouten))
}

/** As a browser sends the page back when nobody changed anything. */
function onveranderd({ regels }: Aansluiting): URLSearchParams {
  const form = new URLSearchParams()
  const { titel, hoogsteVertrouwelijkheid, vanaf = '', ...schakels } = regels.standaard
  for (const [naam, waarde] of Object.entries(schakels)) if (waarde) form.set(naam, 'ja')
  for (const [naam, waarde] of Object.entries({ titel, niveau: hoogsteVertrouwelijkheid, vanaf }))
    form.set(naam, waarde)
  typeregels(regels, undefined).rijen.forEach(({ sleutel, regel }, i) => {
    form.set(`t${i}`, `${sleutel.domein}|${sleutel.rsin}|${sleutel.identificatie}`)
    for (const deel of ['tonen', 'documenten'] as const)
      form.set(`t${i}-${deel}`, regel[deel] === undefined ? '' : regel[deel] ? 'ja' : 'nee')
    form.set(`t${i}-titel`, regel.titel ?? '')
    form.set(`t${i}-niveau`, regel.hoogsteVertrouwelijkheid ?? '')
    form.set(`t${i}-vanaf`, regel.vanaf ?? '')
  })
  return form
}

test('what a file made stricter for one type stays when the page is saved', () => {
  const streng = { statustoelichting: false, toevoegen: false, zonderStatus: false, vanaf: '2024-01-01' }
  const aansluiting = aansluitingMet([
    { sleutel: jeugd, regel: { ...streng, tonen: false } },
    { sleutel: sleutelVan('WMO'), regel: streng },
  ])
  const form = onveranderd(aansluiting)
  assert.deepEqual(leesRegels(aansluiting, form).regels, aansluiting.regels)
  // What the page does hold, it can take away.
  form.set('t0-tonen', '')
  form.set('t0-vanaf', '')
  const { regels = assert.fail() } = leesRegels(aansluiting, form)
  assert.deepEqual(regels.perZaaktype.find(({ sleutel }) => sleutel.identificatie === 'JEUGD')?.regel, {
    statustoelichting: false,
    toevoegen: false,
    zonderStatus: false,
  })
})

test('a rule that has no row on the page stays, and the page says how many there are', () => {
  const aansluiting = aansluitingMet(
    Array.from({ length: maxTypen + 10 }, (_, i) => ({
      sleutel: sleutelVan(`T${i}`),
      regel: { tonen: false },
    })),
  )
  const { rijen, overig } = typeregels(aansluiting.regels, undefined)
  assert.deepEqual([rijen.length, overig], [maxTypen, 10])
  const { regels = assert.fail() } = leesRegels(aansluiting, onveranderd(aansluiting))
  assert.equal(regels.perZaaktype.length, maxTypen + 10)
  assert.equal(regelVoor(regels, sleutelVan(`T${maxTypen + 5}`)).tonen, false)
})

test('types with a rule of their own come first, and of two rules for one type the first counts', () => {
  const aansluiting = aansluitingMet([
    { sleutel: jeugd, regel: { tonen: false } },
    { sleutel: jeugd, regel: { tonen: true } },
  ])
  const typen = ['A', 'JEUGD'].map((naam) => ({ sleutel: sleutelVan(naam), naam, isIntern: false }))
  const { rijen } = typeregels(aansluiting.regels, typen)
  assert.deepEqual(
    rijen.map(({ sleutel: { identificatie }, regel }) => [identificatie, regel.tonen]),
    [
      ['JEUGD', false],
      ['A', undefined],
    ],
  )
  const { regels = assert.fail() } = leesRegels(aansluiting, onveranderd(aansluiting))
  assert.equal(regelVoor(regels, jeugd).tonen, false)
})
