import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesTelefoonlijn } from './config-telefoon.ts'

const alles = {
  VOORDEUR_MENGER_URL: 'http://janus.intern:8088/janus',
  VOORDEUR_MENGER_GEHEIM: 'stilletjes-en-lang-genoeg',
  VOORDEUR_SIP_SBC: 'sbc.operator.example:5060',
  VOORDEUR_SIP_HIER: '10.0.0.5:5070',
  VOORDEUR_SIP_NUMMER: '+31101234567',
}

function lees(omgeving: Readonly<Record<string, string | undefined>>) {
  const fouten: string[] = []
  const meld = (naam: string, melding: string): undefined => {
    fouten.push(naam)
    assert.ok(!melding.includes('stilletjes'), 'een geheim staat in de melding')
  }
  return { fouten, lijn: leesTelefoonlijn((naam) => omgeving[naam], meld) }
}

test('without settings nobody dials a telephone, and with all of them who has an operator does', () => {
  assert.deepEqual(lees({}), { fouten: [], lijn: undefined })
  const { fouten, lijn } = lees(alles)
  assert.deepEqual(fouten, [])
  assert.deepEqual(
    [lijn?.sbc, lijn?.hier],
    [
      { host: 'sbc.operator.example', poort: 5060 },
      { host: '10.0.0.5', poort: 5070 },
    ],
  )
  assert.equal(lijn?.aanmelding, undefined)
  const metNaam = lees({ ...alles, VOORDEUR_SIP_GEBRUIKER: 'wij', VOORDEUR_SIP_WACHTWOORD: 'stilletjes' })
  assert.deepEqual(metNaam.lijn?.aanmelding, { gebruiker: 'wij', wachtwoord: 'stilletjes' })
})

test('each setting that lacks or is no such thing is named, and the line does not open', () => {
  for (const naam of Object.keys(alles)) {
    const zonder = lees({ ...alles, [naam]: undefined })
    assert.deepEqual([zonder.fouten, zonder.lijn], [[naam], undefined])
  }
  const fout = {
    VOORDEUR_MENGER_URL: ['janus', 'ftp://janus.intern/janus'],
    VOORDEUR_MENGER_GEHEIM: ['stilletjes'],
    VOORDEUR_SIP_SBC: ['sbc.operator.example', 'sbc.operator.example:0', 'sbc:65536', 'een twee:5060'],
    VOORDEUR_SIP_HIER: ['10.0.0.5', ':5070'],
    VOORDEUR_SIP_NUMMER: ['0101234567', '+31 10', '+'],
    VOORDEUR_SIP_GEBRUIKER: ['zonder-wachtwoord'],
    VOORDEUR_SIP_WACHTWOORD: ['stilletjes zonder naam'],
  }
  for (const [naam, waarden] of Object.entries(fout))
    for (const waarde of waarden) {
      const uit = lees({ ...alles, [naam]: waarde })
      const verwacht = naam === 'VOORDEUR_SIP_WACHTWOORD' ? 'VOORDEUR_SIP_GEBRUIKER' : naam
      assert.deepEqual(uit.fouten, [verwacht], waarde)
    }
  // It would end the words that go to the operator.
  const naam = { VOORDEUR_SIP_GEBRUIKER: 'wij", x="y', VOORDEUR_SIP_WACHTWOORD: 'stilletjes' }
  assert.deepEqual(lees({ ...alles, ...naam }).fouten, ['VOORDEUR_SIP_GEBRUIKER'])
})

test('to which other countries, and how often, whoever runs it says; without a word: nowhere else, four and twenty', () => {
  const alle: Readonly<Record<string, string>> = {
    VOORDEUR_MENGER_URL: 'http://janus.intern:8088/janus',
    VOORDEUR_MENGER_GEHEIM: 'een geheim van zestien',
    VOORDEUR_SIP_SBC: 'sbc.operator.example:5060',
    VOORDEUR_SIP_HIER: '10.0.0.5:5070',
    VOORDEUR_SIP_NUMMER: '+31101234567',
  }
  const grenzenMet = (erbij: Readonly<Record<string, string>>) => {
    const fouten: string[] = []
    const uit = leesTelefoonlijn(
      (naam) => ({ ...alle, ...erbij })[naam],
      (naam) => void fouten.push(naam),
    )
    return fouten.length > 0 ? fouten : [uit?.landen, uit?.perGesprek, uit?.perUur]
  }
  assert.deepEqual(grenzenMet({}), [[], 4, 20])
  const eigen = { VOORDEUR_SIP_LANDEN: '+32, +49', VOORDEUR_SIP_PER_GESPREK: '2', VOORDEUR_SIP_PER_UUR: '9' }
  assert.deepEqual(grenzenMet(eigen), [['+32', '+49'], 2, 9])
  assert.deepEqual(grenzenMet({ VOORDEUR_SIP_LANDEN: 'België' }), ['VOORDEUR_SIP_LANDEN'])
  for (const n of ['0', '-1', '1.5', 'veel'])
    assert.deepEqual(grenzenMet({ VOORDEUR_SIP_PER_UUR: n }), ['VOORDEUR_SIP_PER_UUR'])
})
