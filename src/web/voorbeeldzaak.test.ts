import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eigenPad, opstelling } from '../../test/proefaansluitingen.ts'
import { keurPagina, leesbaar } from './proefkeuring.ts'

test('a preview says what stays out and why, and opens a case with the rules of the form', async () => {
  const { als, gevraagd } = await opstelling()
  const eigen = await als('beheerder')
  const regels = {
    versie: '1',
    tonen: 'ja',
    titel: 'zaaktype',
    niveau: 'openbaar',
    vanaf: '2024-01-01',
    t0: 'ZAKEN|999800103|K1',
    't0-tonen': 'nee',
  }
  const bekeken = await eigen.stuur(`${eigenPad}/voorbeeld`, { ...regels, proefpersoon: '0' })
  // What stays out, and why; a case opens with the same rules, which are then said.
  assert.match(
    leesbaar(bekeken.body),
    /Klacht Zaaknummer Z-2026-8 Deze soort zaak laten wij niet zien\. \(regel voor deze soort zaak\)/,
  )
  const uuid = /form="bekijk" name="zaak" value="([^"]+)"/.exec(bekeken.body)?.[1] ?? assert.fail()
  const geopend = await eigen.stuur(`${eigenPad}/voorbeeld`, { ...regels, proefpersoon: '0', zaak: uuid })
  assert.deepEqual(keurPagina(geopend.body), [])
  assert.equal(gevraagd.at(-1)?.zaak, uuid)
  const gezien = leesbaar(geopend.body)
  for (const zin of [
    /Welke regels gelden voor Bijstand/,
    /Documenten Nee \(regel voor deze soort zaak\)/,
    /Afgesloten zaken vanaf 1 januari 2024 \(regel voor alle soorten\)/,
    /2 documenten blijven buiten beeld: documenten staan uit/,
    /Bijstand 7/,
    /Wat is er gebeurd|Uw aanvraag is binnen/,
  ])
    assert.match(gezien, zin)
  assert.match(geopend.body, /name="t0-tonen" value="nee"/)
  const andere = await eigen.stuur(`${eigenPad}/voorbeeld`, { ...regels, proefpersoon: '0', zaak: 'x' })
  assert.match(leesbaar(andere.body), /Deze zaak ziet de proefpersoon niet/)
})
