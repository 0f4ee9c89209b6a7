import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { parseDatum } from '../domain/index.ts'
import { beoordeel } from './beoordelen.ts'
import { toetsLinks } from './links.ts'
import { dagenOud, leesMomentopname } from './momentopname.ts'
import { maakRegister } from './register.ts'

const eigen = new URL('https://voordeur.example')

test('a message goes out with links of the register and of ourselves, and with no other', () => {
  const register = maakRegister({ ...proefcorpus(), govNl: false, eigen })
  const waarom = (tekst: string) => {
    const toets = toetsLinks(register, tekst)
    return toets.mag ? [] : toets.bezwaren.map((een) => een.waarom)
  }
  assert.deepEqual(
    waarom('Lees het op https://voordeur.example/mijn/berichten of op www.svb.nl. Bel 0800 0543.'),
    [],
  )
  assert.deepEqual(waarom('Kijk op https://svb.nl.example en https://bit.ly/abc'), ['niet-echt', 'niet-echt'])
  assert.deepEqual(waarom('http://svb.nl'), ['zonder-slot'])
  assert.deepEqual(waarom('https://voordeur.example/inloggen'), ['inloglink'])
  assert.deepEqual(waarom('https://svb.nl/?url=https://evil.example'), ['niet-echt'])
  assert.deepEqual(waarom('https://svb.nl en verder. '.repeat(900)), [])
  assert.ok(waarom('https://svb.nl '.repeat(9_000)).includes('teveel'))
})

test('a snapshot is read as CSV and as JSON; what holds no name is skipped and named', () => {
  const csv =
    'Domeinnaam;Organisatie;Type;E-mail\nwww.proef.example;"Proef; dienst";website;ja\n;x;;\nrust.example;Proef;geparkeerd;nee'
  const json = JSON.stringify({
    domeinen: [
      { domein: 'proef.example', organisatie: 'Proef; dienst', type: 'website', email: true },
      { domein: '', organisatie: 'x' },
      { domein: 'rust.example', organisatie: 'Proef', type: 'geparkeerd', email: false },
    ],
  })
  for (const tekst of [csv, json])
    assert.deepEqual(leesMomentopname(tekst), {
      domeinen: [
        { domein: 'proef.example', naam: 'Proef; dienst', onder: 'onbekend', web: 'ja', mail: 'ja' },
        { domein: 'rust.example', naam: 'Proef', onder: 'onbekend', web: 'nee', mail: 'nee' },
      ],
      overgeslagen: [2],
    })
  for (const tekst of ['', '{', 'a;b\n1;2', '[]']) assert.equal(leesMomentopname(tekst), undefined, tekst)
})

test('a stale snapshot still answers, and says from which day it is', () => {
  const peildatum = parseDatum('2024-01-01') ?? assert.fail()
  const { domeinen } =
    leesMomentopname('domein,organisatie,mail\nproef.example,Proefdienst,ja') ?? assert.fail()
  const register = maakRegister({
    ...proefcorpus(),
    govNl: false,
    momentopname: { bron: 'RIO', peildatum, domeinen },
  })
  const [een] = beoordeel(register, 'https://proef.example').oordelen
  assert.equal(een?.uitslag.status, 'echt')
  assert.deepEqual(een.uitslag.status === 'echt' && een.uitslag.ingang.herkomst, {
    soort: 'momentopname',
    bron: 'RIO',
    peildatum,
  })
  assert.equal(dagenOud({ peildatum }, parseDatum('2026-01-01') ?? assert.fail()), 731)
  assert.equal(beoordeel(register, 'info@proef.example').oordelen[0]?.uitslag.status, 'echt')
})
