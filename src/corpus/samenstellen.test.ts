import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CorpusDocumenten, CorpusFout, RegelingInfo } from '../engine/index.ts'
import { type BronBestand, bronBestand } from './bestand.ts'
import type { Laag, LaagSoort } from './laag.ts'
import type { Gecompileerd } from './proberen.ts'
import { stelSamen } from './samenstellen.ts'
import { isVelden, waardeOp } from './velden.ts'

// A stand-in for the compiler: it knows ids, uses, and nothing of formulas. A file with `stuk` is wrong.
function compileer({ regelingen }: CorpusDocumenten) {
  const fouten: CorpusFout[] = []
  const ids = new Set(regelingen.map((d) => waardeOp(d.inhoud, ['id'])))
  for (const document of regelingen) {
    const meld = (melding: string) =>
      fouten.push({ code: 'proef', bestand: document.bestand, ...document.plaats([]), melding, remedie: '' })
    if (waardeOp(document.inhoud, ['stuk']) !== undefined) meld('stuk')
    const gebruikt = waardeOp(document.inhoud, ['gebruikt'])
    if (gebruikt !== undefined && !ids.has(gebruikt)) meld(`${String(gebruikt)} ontbreekt`)
    const parameter = waardeOp(document.inhoud, ['wil'])
    const bron = regelingen.find((d) => waardeOp(d.inhoud, ['id']) === gebruikt)
    if (parameter !== undefined && waardeOp(bron?.inhoud, ['heeft']) !== parameter) meld('wil wat er niet is')
  }
  if (fouten.length > 0) return { ok: false as const, fouten }
  const corpus: Gecompileerd & { versies: Record<string, unknown> } = {
    gebieden: new Map(),
    alleRegelingen: (): RegelingInfo[] => [],
    versies: Object.fromEntries(
      regelingen.map((d) => [d.bestand, isVelden(d.inhoud) ? d.inhoud.versie : undefined]),
    ),
  }
  return { ok: true as const, corpus }
}

function laag(soort: LaagSoort, teksten: Record<string, string>, naam: string = soort): Laag {
  return { naam, soort, bestanden: Object.entries(teksten).map(([pad, tekst]) => bronBestand(pad, tekst)) }
}

const regeling = (id: string, rest = '') => `id: ${id}\ngebied: nederland\nvanaf: 2026-01-01\n${rest}`
const pad = (id: string) => `regelingen/nationaal/${id}/2026-01-01.yaml`
const BASIS = laag('meegeleverd', {
  [pad('a')]: regeling('a', 'versie: 1\n'),
  [pad('b')]: regeling('b', 'versie: 1\n'),
})

function maak(lagen: Laag[], laatsteGoede?: (laag: string, bestand: string) => BronBestand | undefined) {
  return stelSamen({ lagen, compileer, geheugen: new Map(), ...(laatsteGoede && { laatsteGoede }) })
}

function gelukt(...args: Parameters<typeof maak>) {
  const gemaakt = maak(...args)
  assert.ok(gemaakt.ok, JSON.stringify(gemaakt))
  return gemaakt
}

test('a fault in the shipped corpus stops everything, with every fault named', () => {
  const stuk = laag('meegeleverd', {
    [pad('a')]: regeling('a', 'x: 012\n'),
    [pad('b')]: regeling('b', 'stuk: ja\n'),
    [pad('c')]: regeling('d'),
  })
  const gemaakt = maak([stuk])
  assert.ok(!gemaakt.ok)
  assert.deepEqual(gemaakt.fouten.map((f) => `${f.bestand.split('/')[2]} ${f.code}`).sort(), [
    'a yaml-getal',
    'b proef',
    'c regeling-map',
  ])
})

test('a faulty added file is refused alone, and the rest answers', () => {
  const extra = laag('toegevoegd', { [pad('c')]: regeling('c', 'stuk: ja\n'), [pad('d')]: regeling('d') })
  const { deelnemers, geweigerd } = gelukt([BASIS, extra])
  assert.deepEqual(
    deelnemers.map((d) => d.bron.bestand),
    [pad('a'), pad('b'), pad('d')],
  )
  assert.deepEqual(
    geweigerd.map((g) => [g.bestand, g.fouten[0]?.melding, g.inPlaats]),
    [[pad('c'), 'stuk', 'niets']],
  )
})

test('the last good text of a faulty added file stays', () => {
  const extra = laag('toegevoegd', { [pad('c')]: regeling('c', 'stuk: ja\n') })
  const goed = bronBestand(pad('c'), regeling('c', 'versie: 1\n'))
  const { deelnemers, geweigerd } = gelukt([BASIS, extra], (_, bestand) =>
    bestand === goed.bestand ? goed : undefined,
  )
  assert.equal(deelnemers.find((d) => d.bron.bestand === pad('c'))?.bron.sha256, goed.sha256)
  assert.equal(geweigerd[0]?.inPlaats, 'laatste-goede')
})

test('a last good text that is no longer good is refused as well', () => {
  const extra = laag('toegevoegd', { [pad('c')]: 'a: [' })
  const oud = bronBestand(pad('c'), regeling('c', 'stuk: ja\n'))
  const { geweigerd } = gelukt([BASIS, extra], () => oud)
  assert.deepEqual(
    geweigerd.map((g) => g.inPlaats),
    ['niets'],
  )
})

test('a correction is a higher version; an older one loses, an equal one with another text is refused', () => {
  const met = (versie: number, rest = '') =>
    gelukt([BASIS, laag('gepubliceerd', { [pad('a')]: regeling('a', `versie: ${versie}\n${rest}`) })])
  assert.equal(met(2).engine.versies[pad('a')], '2')
  assert.equal(met(0).engine.versies[pad('a')], '1')
  const gelijk = met(1, '# anders\n')
  assert.equal(gelijk.engine.versies[pad('a')], '1')
  assert.deepEqual(
    gelijk.geweigerd.map((g) => [g.fouten[0]?.code, g.inPlaats]),
    [['regeling-versie', 'eerdere-laag']],
  )
  assert.deepEqual(met(1).geweigerd, [])
})

test('what leans on a refused file is refused in the next round', () => {
  const extra = laag('toegevoegd', {
    [pad('c')]: regeling('c', 'stuk: ja\n'),
    [pad('d')]: regeling('d', 'gebruikt: c\n'),
  })
  const { geweigerd, deelnemers } = gelukt([BASIS, extra])
  assert.deepEqual(
    geweigerd.map((g) => g.bestand),
    [pad('c'), pad('d')],
  )
  assert.equal(deelnemers.length, 2)
})

test('an added file that breaks a shipped one is found, and only that one is refused', () => {
  const basis = laag('meegeleverd', {
    [pad('deel')]: regeling('deel', 'heeft: norm\nversie: 1\n'),
    [pad('a')]: regeling('a', 'gebruikt: deel\nwil: norm\n'),
  })
  const extra = laag('gepubliceerd', {
    [pad('goed')]: regeling('goed'),
    [pad('deel')]: regeling('deel', 'heeft: iets anders\nversie: 2\n'),
    [pad('ook-goed')]: regeling('ook-goed'),
  })
  const { geweigerd, deelnemers } = gelukt([basis, extra])
  assert.deepEqual(
    geweigerd.map((g) => [g.bestand, g.inPlaats]),
    [[pad('deel'), 'eerdere-laag']],
  )
  assert.equal(deelnemers.length, 4)
})

test('a file in the wrong place is not silently left out', () => {
  const extra = laag('toegevoegd', {
    'regelingen/los.yaml': regeling('los'),
    'regelingen/nationaal/c/2026-01-01.yml': regeling('c'),
  })
  assert.deepEqual(
    gelukt([BASIS, extra]).geweigerd.map((g) => g.fouten[0]?.code),
    ['bestand-plaats', 'bestand-plaats'],
  )
})

test('an added organisation may replace a shipped one, facts may not', () => {
  const org = (naam: string) =>
    `id: svb\nnaam: ${naam}\noverheid: ja\nsoort: zbo\nbron: x\nwat: { nl: a, en: b, pap: c }\nkanalen: { balie: { adres: Straat 1 } }\n`
  const feiten = 'feiten: []\n'
  const basis = laag('meegeleverd', { 'organisaties/svb.yaml': org('SVB'), 'feiten/basis.yaml': feiten })
  const extra = laag('toegevoegd', {
    'organisaties/svb.yaml': org('Nieuw'),
    'feiten/basis.yaml': `${feiten}# x\n`,
  })
  const { organisaties, geweigerd } = gelukt([basis, extra])
  assert.equal(organisaties.get('svb')?.naam, 'Nieuw')
  assert.deepEqual(
    geweigerd.map((g) => g.fouten[0]?.code),
    ['bestand-bestaat'],
  )
})
