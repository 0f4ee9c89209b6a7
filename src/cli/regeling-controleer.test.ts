import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { voerUit } from './regeling-controleer.ts'

const wortel = join(import.meta.dirname, '..', '..')

const REGELING = `id: proefbijdrage
naam: Proefbijdrage
soort: geld
uitvoerder: gemeente
gebied: GM0344
grondslag: { wet: Verordening proefbijdrage }
vanaf: 2026-01-01
vertrouwen: opgesteld
parameters:
  bijdrage_bedrag: { waarde: 10, eenheid: EUR/maand, bron: artikel 1, vertrouwen: nagerekend }
  hoogste_inkomen: { waarde: 25000, eenheid: EUR/jaar, bron: artikel 2 }
regels:
  inkomen_is_laag:
    artikel: "2"
    eenheid: ja-nee
    formule: aanvrager.toetsingsinkomen <= hoogste_inkomen
  bijdrage:
    artikel: "1"
    eenheid: EUR/maand
    formule: bijdrage_bedrag
uitkomst: { voorwaarden: [inkomen_is_laag], bedrag: bijdrage }
teksten:
  nl: { titel: Proef, kort: Een proef., voorwaarden: { inkomen_is_laag: Uw inkomen is laag. } }
kanalen:
  balie: { tekst: { nl: Loop binnen. } }
`

const voorbeelden = (bedrag: number) => `regeling: proefbijdrage
voorbeelden:
  - naam: laag inkomen
    herkomst: eigen-berekening
    datum: 2026-03-01
    huishouden: { aanvrager: { toetsingsinkomen: 2000000 }, woning: { gemeente: GM0344 } }
    verwacht: { recht: ja, bedrag: ${bedrag} }
`

async function controleer(bestand: string, werkmap: string) {
  const uit: string[] = []
  const fout: string[] = []
  const code = await voerUit([bestand], {
    uit: (t) => uit.push(t),
    fout: (t) => fout.push(t),
    omgeving: {},
    werkmap,
  })
  return { code, uit, fout }
}

function map(t: TestContext, bestanden: Record<string, string>): string {
  const pad = mkdtempSync(join(tmpdir(), 'voordeur-cli-'))
  t.after(() => rmSync(pad, { recursive: true, force: true }))
  for (const [naam, tekst] of Object.entries(bestanden)) writeFileSync(join(pad, naam), tekst)
  return pad
}

test('a loose file in order shows what was read, its trust, and that its examples come out', async (t) => {
  const werkmap = map(t, { 'nieuw.yaml': REGELING, 'nieuw.voorbeelden.yaml': voorbeelden(1_000) })
  const { code, uit, fout } = await controleer('nieuw.yaml', werkmap)
  assert.deepEqual([code, fout], [0, []])
  assert.deepEqual(uit, [
    'nieuw.yaml: geen fouten.',
    'Proefbijdrage (proefbijdrage), GM0344, vanaf 2026-01-01, versie 1.',
    'Cijfers: 2, waarvan 1 nagerekend, 1 opgesteld.',
    'Regels: 2, waarvan 2 opgesteld.',
    'Talen: nl.',
    '1 van 1 voorbeelden komen uit (1 eigen-berekening).',
  ])
})

test('every fault has file, line, column and remedy, and the end code is 1', async (t) => {
  const stuk = REGELING.replace('bedrag: bijdrage }', 'bedrag: bijdrge }').replace(
    'uitvoerder: gemeente',
    'uitvoerder: gemeentte',
  )
  const { code, uit, fout } = await controleer('nieuw.yaml', map(t, { 'nieuw.yaml': stuk }))
  assert.deepEqual([code, uit], [1, []])
  for (const regel of fout.slice(0, -1)) assert.match(regel, /^nieuw\.yaml:\d+:\d+ .+ — .+/)
  assert.match(fout.join('\n'), /nieuw\.yaml:\d+:\d+ .*bijdrge/)
})

test('an example that does not come out is a fault', async (t) => {
  const werkmap = map(t, { 'nieuw.yaml': REGELING, 'nieuw.voorbeelden.yaml': voorbeelden(999) })
  const { code, fout } = await controleer('nieuw.yaml', werkmap)
  assert.equal(code, 1)
  assert.deepEqual(fout, ['nieuw.voorbeelden.yaml:3:5 laag inkomen: bedrag is 1000, verwacht 999'])
})

test('a file of the shipped corpus is checked where it stands', async () => {
  const { code, uit } = await controleer('corpus/regelingen/nationaal/zorgtoeslag/2026-01-01.yaml', wortel)
  assert.equal(code, 0)
  assert.match(uit.join('\n'), /Zorgtoeslag \(zorgtoeslag\), nederland, vanaf 2026-01-01/)
  assert.match(uit.join('\n'), /(\d+) van \1 voorbeelden komen uit/)
})

test('a file that cannot be read is a wrong use of the command', async () => {
  const { code, fout } = await controleer('bestaat-niet.yaml', wortel)
  assert.equal(code, 2)
  assert.match(fout.join(), /bestaat-niet\.yaml: Dit bestand bestaat niet\./)
})
