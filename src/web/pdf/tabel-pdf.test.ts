import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { type TabelPdf, tabelPdf } from './tabel-pdf.ts'

const model: TabelPdf = {
  taal: 'pap',
  titel: 'Ken a mira mi datonan',
  gemaakt: new Date('2026-03-01T12:00:00Z'),
  inleiding: ['Aki ta para kada biaha.'],
  kolommen: [
    { kop: 'Ki ora', deel: 1 },
    { kop: 'Ken', deel: 2 },
  ],
  rijen: Array.from({ length: 80 }, (_, i) => [
    `1 mart 2026, ${i}`,
    'Un empleado di Bonaire ku un nòmber largu',
  ]),
  slot: ['Number di kontrol: 0123abcd.'],
  voet: (n, van) => `Página ${n} di ${van}`,
}

/** Objects of a PDF, with what is packed in them unpacked. */
function uitgepakt(pdf: Buffer): string {
  const bron = pdf.toString('latin1')
  return bron.replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (geheel, inhoud: string) => {
    try {
      return inflateSync(Buffer.from(inhoud, 'latin1')).toString('latin1')
    } catch {
      return geheel
    }
  })
}

/** The words on the pages, letter for letter through the table with which the font says what each sign means. */
function leesTekst(pdf: string): string {
  const tabellen = [...pdf.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)].map(([, deel = '']) => {
    const [, van = '0', lijst = ''] = /<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/i.exec(deel) ?? []
    const tekens = [...lijst.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex = '']) =>
      String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16))),
    )
    return new Map(tekens.map((teken, i) => [Number.parseInt(van, 16) + i, teken]))
  })
  const ruw = [...pdf.matchAll(/\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/gi)].map(([, deel = '']) =>
    [...deel.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) => hex).join(''),
  )
  // Which font a line has is not read: a line is found when it reads well in one of them.
  return tabellen
    .map((tabel) =>
      ruw
        .map((hex) =>
          (hex.match(/.{4}/g) ?? []).map((gid) => tabel.get(Number.parseInt(gid, 16)) ?? '').join(''),
        )
        .join('\n'),
    )
    .join('\n')
}

test('the document has its title, language, tags, own letter, headings of columns and all words', async () => {
  const bytes = await tabelPdf(model)
  assert.equal(bytes.toString('latin1', 0, 8), '%PDF-1.7')
  const pdf = uitgepakt(bytes)
  for (const kenmerk of [
    /\/Lang \(pap\)/,
    /\/Marked true/,
    /\/StructTreeRoot \d+ 0 R/,
    /\/DisplayDocTitle true/,
    /pdfuaid:part/,
    /\/S \/H1/,
    /\/S \/Table/,
    /\/Scope \/Column/,
  ])
    assert.match(pdf, kenmerk)
  const aantal = (patroon: RegExp): number => pdf.match(patroon)?.length ?? 0
  assert.equal(aantal(/\/S \/TH\b/g), 2, 'headings once, also on a second page')
  assert.equal(aantal(/\/S \/TD\b/g), 160)
  assert.equal(aantal(/\/S \/TR\b/g), 81)
  const paginas = aantal(/\/Type \/Page\b/g)
  assert.ok(paginas >= 2)
  assert.equal(aantal(/\/Artifact <<\s*\/Type \/Pagination/g), paginas)
  assert.equal(aantal(/\/FontFile2 /g), 2)
  assert.match(pdf, /AtkinsonHyperlegibleNext/)
  assert.doesNotMatch(pdf, /Helvetica/)
  const tekst = leesTekst(pdf)
  for (const woord of [
    model.titel,
    '1 mart 2026, 79',
    'nòmber',
    'Number di kontrol: 0123abcd.',
    `Página ${paginas} di ${paginas}`,
  ])
    assert.ok(tekst.includes(woord), woord)
})

test('the same at the same moment is the same, and without rows there is no table', async () => {
  const leeg = { ...model, rijen: [] }
  const zonderId = (pdf: Buffer): string => pdf.toString('latin1').replace(/\/ID \[[^\]]*\]/, '')
  assert.equal(zonderId(await tabelPdf(leeg)), zonderId(await tabelPdf(leeg)))
  assert.doesNotMatch(uitgepakt(await tabelPdf(leeg)), /\/S \/Table/)
})

test('a letter that the font lacks does not stop the document', async () => {
  const tekst = leesTekst(uitgepakt(await tabelPdf({ ...model, rijen: [['Čapek', 'Łódź 漢']] })))
  assert.ok(tekst.includes('Capek'))
})
