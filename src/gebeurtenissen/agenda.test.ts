import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '../kalender/index.ts'
import { schrijfAgenda } from './agenda.ts'

const nu = new Date('2026-03-01T12:00:00.500Z')

function agenda(titel: string, tekst = 'Bel 14 030'): string {
  const afspraken = [{ id: 'kind-krijgen.geboorteaangifte', dag: datum('2026-02-28'), titel, tekst }]
  return schrijfAgenda({ taal: 'nl', naam: 'Een kind krijgen', afspraken, nu })
}

test('a whole day ends on the next day, also at the end of February', () => {
  const regels = agenda('Geef de geboorte aan').split('\r\n')
  assert.ok(regels.includes('DTSTART;VALUE=DATE:20260228'))
  assert.ok(regels.includes('DTEND;VALUE=DATE:20260301'))
  assert.ok(regels.includes('DTSTAMP:20260301T120000Z'))
  assert.ok(!regels.some((regel) => regel.startsWith('METHOD')))
  assert.ok(regels.includes('UID:kind-krijgen.geboorteaangifte@voordeur'))
  assert.ok(regels.includes('TRIGGER:-P2DT15H'))
})

test('commas, semicolons, backslashes and line breaks are escaped', () => {
  assert.match(agenda('a, b; c\\d\ne'), /SUMMARY;LANGUAGE=nl:a\\, b\\; c\\\\d\\ne\r\n/)
})

test('every line ends with CR LF and has at most 75 octets, also with letters of two octets', () => {
  const tekst = 'Financiële één '.repeat(20)
  const regels = agenda('x', tekst).split('\r\n')
  assert.equal(regels.at(-1), '')
  for (const regel of regels) assert.ok(Buffer.byteLength(regel) <= 75, regel)
  assert.ok(!agenda('x', tekst).includes('\uFFFD'))
  assert.ok(agenda('x', tekst).replaceAll('\r\n ', '').includes(tekst), 'unfolding gives the text back')
})

test('an appointment with a time takes that time, in universal time, with where it is', () => {
  const tussen = { begin: new Date('2026-03-02T08:15:00Z'), einde: new Date('2026-03-02T08:30:00Z') }
  const ics = schrijfAgenda({
    taal: 'nl',
    naam: 'Afspraken',
    nu: new Date('2026-03-01T12:00:00Z'),
    afspraken: [
      { id: 'a', dag: datum('2026-03-02'), tussen, titel: 'T', tekst: 'x', plek: 'Plein 1, Arnhem' },
    ],
  })
  for (const regel of [
    'DTSTART:20260302T081500Z',
    'DTEND:20260302T083000Z',
    'LOCATION:Plein 1\\, Arnhem',
    'TRANSP:OPAQUE',
    'TRIGGER:-P1D',
  ])
    assert.ok(ics.includes(`${regel}\r\n`), regel)
})
