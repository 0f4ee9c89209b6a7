import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bronBestand } from './bestand.ts'
import { controleerErbovenop } from './controleer.ts'
import { leesLagen } from './laden.ts'
import { type Kanaalkeuzes, stapelWegen, verdeelWegen } from './wegen.ts'

const GEMEENTE = {
  web: { url: 'https://www.utrecht.nl', met: 'DigiD' },
  telefoon: { nummer: '14 030' },
  balie: { adres: 'Stadsplateau 1', tekst: { nl: 'Ga naar het Stadskantoor.' } },
  brief: { adres: 'Postbus 16200' },
  informatiepunt: { tekst: { nl: 'Ga naar de bibliotheek.' } },
}

function ids(eigen: Kanaalkeuzes): readonly [string, string] {
  const { doen, vragen } = verdeelWegen(GEMEENTE, eigen)
  return [Object.keys(doen).join(' '), Object.keys(vragen).join(' ')]
}

test('who names ways can be done in those alone; the others are there to ask', () => {
  assert.deepEqual(ids({ balie: { tekst: { nl: 'Ga zelf.' } } }), [
    'balie',
    'web telefoon brief informatiepunt',
  ])
  assert.deepEqual(ids({ balie: 'ja', brief: 'ja' }), ['balie brief', 'web telefoon informatiepunt'])
  assert.deepEqual(ids({ balie: 'ja', brief: 'nee' }), ['balie', 'web telefoon brief informatiepunt'])
})

test('who names no way can be done wherever the organisation can be reached, but not in the library', () => {
  assert.deepEqual(ids({}), ['web telefoon balie brief', 'informatiepunt'])
  assert.deepEqual(ids({ brief: 'nee' }), ['web telefoon balie', 'brief informatiepunt'])
  assert.deepEqual(ids({ informatiepunt: 'ja' }), ['informatiepunt', 'web telefoon balie brief'])
})

test('what one logs in with is never taken over from the organisation', () => {
  assert.equal(verdeelWegen(GEMEENTE, {}).doen.web?.met, undefined)
  assert.equal(verdeelWegen(GEMEENTE, { balie: 'ja' }).vragen.web?.met, undefined)
  assert.deepEqual(verdeelWegen(GEMEENTE, { web: { met: 'DigiD' } }).doen.web, GEMEENTE.web)
})

test('a way in own words keeps the address of the organisation, unless it has one of its own', () => {
  const tekst = { nl: 'Ga zelf naar Burgerzaken.' }
  assert.deepEqual(verdeelWegen(GEMEENTE, { balie: { tekst } }).doen.balie, {
    adres: 'Stadsplateau 1',
    tekst,
  })
  const anders = { adres: 'Postbus 64', tekst }
  assert.deepEqual(verdeelWegen(GEMEENTE, { brief: anders }).doen.brief, anders)
})

test('«ja» to a way that this municipality does not have is no way', () => {
  assert.deepEqual(verdeelWegen({ balie: { adres: 'Plein 1' } }, { balie: 'ja', telefoon: 'ja' }).doen, {
    balie: { adres: 'Plein 1' },
  })
})

const MAP = join(import.meta.dirname, '../../corpus')
const BASIS = leesLagen({ mappen: [MAP] })
const KIND = 'gebeurtenissen/kind-krijgen.yaml'
const LEIDEN = 'regelingen/lokaal/GM0546/kwijtschelding-leiden/2024-01-01.yaml'
const DOC = readFileSync(join(MAP, '../docs/regelingen-schrijven.md'), 'utf8').match(
  /```yaml\n([\s\S]*?)```/,
)?.[1]

/** The faults of one file of the corpus with other ways in it: code, and the line as it stands there. */
function fouten(bestand: string, tekst: string): readonly (readonly [string, string])[] {
  const uit = controleerErbovenop(BASIS, bronBestand(bestand, tekst))
  if (uit.status === 'goed') return []
  const regels = tekst.split('\n')
  return uit.fouten.map(({ code, regel, remedie }) => {
    assert.ok(remedie.length > 20, remedie)
    return [code, regels[regel - 1]?.trim() ?? '']
  })
}

function kraamzorg(kanalen: string): string {
  const tekst = readFileSync(join(MAP, KIND), 'utf8')
  const zonder = 'organisatie: kraamzorg\n'
  assert.ok(tekst.includes(zonder))
  return tekst.replace(zonder, `${zonder}    kanalen: ${kanalen}\n`)
}

test('a step cannot switch on or off what its organisation does not have', () => {
  for (const keuze of ['ja', 'nee']) {
    const regel = `kanalen: { telefoon: ja, berichtenbox: ${keuze} }`
    assert.deepEqual(fouten(KIND, kraamzorg(regel.slice(9))), [['kanaal-geen-weg', regel]])
  }
})

test('a number of the place replaces the words that say where to find one; other ways go together', () => {
  const soort = {
    telefoon: { tekst: { nl: 'Het nummer staat op de website.' } },
    brief: { tekst: { nl: 'Schrijf.' } },
  }
  assert.deepEqual(
    stapelWegen(soort, { telefoon: { nummer: '14 030' }, brief: { adres: 'Postbus 16200' } }),
    {
      telefoon: { nummer: '14 030' },
      brief: { tekst: { nl: 'Schrijf.' }, adres: 'Postbus 16200' },
    },
  )
})

test('a step cannot switch off every way for who has no computer', () => {
  const regel = 'kanalen: { telefoon: nee }'
  assert.deepEqual(fouten(KIND, kraamzorg(regel.slice(9))), [['stap-niet-digitaal', regel]])
})

test('what is neither a way nor a choice is named with its line', () => {
  const regel = 'kanalen: { telefoon: misschien }'
  assert.ok(
    fouten(KIND, kraamzorg(regel.slice(9))).some(([code, r]) => code === 'kanaal-keuze' && r === regel),
  )
})

test('a scheme is held to the same, also the file of a place that fills in a national one', () => {
  assert.ok(DOC)
  const lokaal = 'regelingen/lokaal/GM0344/huurbijdrage/2026-01-01.yaml'
  const met = (kanalen: string) => fouten(lokaal, DOC.replace(/kanalen:\n.*\n/, `${kanalen}\n`))
  assert.deepEqual(met('kanalen: { balie: ja }'), [])
  assert.deepEqual(
    met('kanalen: { balie: ja, sms: nee }').map(([code]) => code),
    ['kanaal-geen-weg'],
  )
  assert.deepEqual(
    met('kanalen: { web: { met: DigiD } }').map(([code]) => code),
    ['kanaal-niet-digitaal'],
  )

  const leiden = readFileSync(join(MAP, LEIDEN), 'utf8').replace('versie: 1\n', 'versie: 2\n')
  assert.match(leiden, /^ {2}balie: nee$/m)
  const zonder = leiden.replace(
    /^kanalen:[\s\S]*?(?=^\S|$(?![\s\S]))/m,
    'kanalen: { balie: nee, brief: nee }\n',
  )
  const uit = fouten(LEIDEN, zonder)
  assert.ok(
    uit.some(([code, regel]) => code === 'kanaal-niet-digitaal' && regel.includes('brief: nee')),
    JSON.stringify(uit),
  )
})
