import assert from 'node:assert/strict'
import { test } from 'node:test'
import { domainToASCII } from 'node:url'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { beoordeel } from './beoordelen.ts'
import type { Uitslag } from './oordeel.ts'
import { dobbelVan, hoortHerkend, maakLijker } from './proeflijkers.ts'
import { maakRegister } from './register.ts'

const corpus = proefcorpus()
const register = maakRegister({ ...corpus, govNl: false, eigen: new URL('https://voordeur.example') })
const domeinen = [...register.domeinen.keys()]

function een(tekst: string, in_ = register): Uitslag {
  const { oordelen } = beoordeel(in_, tekst)
  assert.equal(oordelen.length, 1, `${tekst}: ${oordelen.length} gevonden`)
  return oordelen[0]?.uitslag ?? assert.fail()
}

const kort = (uitslag: Uitslag): string => {
  if (uitslag.status === 'echt')
    return `echt ${uitslag.reden} ${uitslag.van.map((wie) => wie.organisatie).join('+')}`
  if (uitslag.status === 'lijkt-op') return `lijkt-op ${uitslag.kunst} ${uitslag.echt}`
  if (uitslag.status === 'kan-niet-zeggen') return `kan-niet-zeggen ${uitslag.reden}`
  return uitslag.status
}

test('every entry of the register is genuine', () => {
  assert.ok(domeinen.length > 60, `${domeinen.length} domeinen`)
  for (const [domein, ingangen] of register.domeinen) {
    const status = een(`https://${domein}/inloggen`).status
    assert.equal(status, ingangen.some(({ web }) => web === 'ja') ? 'echt' : 'kan-niet-zeggen', domein)
    if (ingangen.some(({ web }) => web === 'ja')) {
      assert.equal(een(domein).status, 'echt', domein)
      assert.equal(een(`https://www.${domein}`).status, 'echt', domein)
    }
  }
  for (const nummer of register.telefoons.keys()) assert.equal(een(nummer).status, 'echt', nummer)
  for (const nummer of register.ibans.keys()) assert.equal(een(nummer).status, 'echt', nummer)
  for (const naam of register.sms.keys()) assert.equal(een(naam).status, 'echt', naam)
})

test('a thousand names made to look like one of the register: none is called genuine', () => {
  const [dobbel, bekend] = [dobbelVan(20260301), new Set(domeinen)]
  const gemist = new Map<string, string>()
  for (let i = 0; i < 1_000; i++) {
    const { wijze, tekst } = maakLijker(domeinen, bekend, dobbel)
    const uitslagen = beoordeel(register, tekst).oordelen.map(({ uitslag }) => uitslag)
    assert.ok(
      uitslagen.every(({ status }) => status !== 'echt'),
      `${wijze}: ${tekst}`,
    )
    if (hoortHerkend(wijze) && !uitslagen.some(({ status }) => status !== 'niet-in-register'))
      gemist.set(wijze, tekst)
  }
  assert.deepEqual([...gemist], [])
})

test('how it is done is named, with the name that it imitates', () => {
  for (const [tekst, verwacht] of [
    ['belastingdienst.nl', 'echt exact belastingdienst'],
    ['HTTPS://WWW.BELASTINGDIENST.NL/mijn?x=1', 'echt exact belastingdienst'],
    ['https://belastingdienst.nl.evil.com/inloggen', 'lijkt-op ervoor belastingdienst.nl'],
    ['belastingdienst-nl.com', 'lijkt-op streepje belastingdienst.nl'],
    ['https://mijnbelastingdienst.online', 'lijkt-op erin belastingdienst.nl'],
    ['belastingdienst.com', 'lijkt-op andere-uitgang belastingdienst.nl'],
    ['belasting-dienst.nl', 'lijkt-op streepje belastingdienst.nl'],
    ['belastingdiest.nl', 'lijkt-op spelfout belastingdienst.nl'],
    ['belatsingdeinst.nl', 'lijkt-op spelfout belastingdienst.nl'],
    ['belаstingdienst.nl', 'lijkt-op zelfde-beeld belastingdienst.nl'],
    [`https://${domainToASCII('belаstingdienst.nl')}`, 'lijkt-op zelfde-beeld belastingdienst.nl'],
    ['be1astingdienst.nl', 'lijkt-op zelfde-beeld belastingdienst.nl'],
    ['https://belastingdienst.nl@evil.com/', 'lijkt-op apenstaart belastingdienst.nl'],
    ['https://evil.example/belastingdienst.nl/', 'lijkt-op in-pad belastingdienst.nl'],
    ['https://belastingdienst.nl:8443/', 'kan-niet-zeggen poort'],
    ['https://x:y@belastingdienst.nl/', 'kan-niet-zeggen gebruikersnaam'],
    ['https://belastingdienst.nl/?url=https://evil.com', 'kan-niet-zeggen doorverwijzing'],
    ['https://belastingdienst.nl/?url=https://svb.nl', 'echt exact belastingdienst'],
    ['https://belastingdienst.nl\\@evil.com', 'kan-niet-zeggen vreemde-tekens'],
    ['https://belasting\u200bdienst.nl', 'kan-niet-zeggen vreemde-tekens'],
    ['https://ｂelastingdienst.nl', 'kan-niet-zeggen vreemde-tekens'],
    ['https://mijn.belastingdienst.nl', 'kan-niet-zeggen onder-onbekend'],
    ['https://1.2.3.4/svb.nl', 'kan-niet-zeggen ip'],
    ['http://0x7f.1/', 'kan-niet-zeggen ip'],
    ['javascript:alert(1)', 'kan-niet-zeggen geen-webadres'],
    ['data:text/html,svb.nl', 'kan-niet-zeggen geen-webadres'],
    ['https://bit.ly/3xYz', 'kan-niet-zeggen verkort'],
    ['https://iets.gov.nl', 'niet-in-register'],
    ['https://voorbeeld.example', 'niet-in-register'],
    ['goudakaas.example', 'niet-in-register'],
    ['info@belastingdienst.nl', 'kan-niet-zeggen mail-onbekend'],
    ['info@belastingdienst.com', 'lijkt-op andere-uitgang belastingdienst.nl'],
    ['0800-0543', 'echt exact belastingdienst+dienst-toeslagen'],
    ['+31 (0)800 0543', 'echt exact belastingdienst+dienst-toeslagen'],
    ['0031 8000543', 'echt exact belastingdienst+dienst-toeslagen'],
    ['0900 0543', 'lijkt-op ander-tarief 0800 0543'],
    ['14 030', 'echt exact gemeente-GM0344'],
    ['+599 715 8330', 'echt exact ind-cn'],
    ['06 12345678', 'niet-in-register'],
    ['NL91 ABNA 0417 1643 00', 'niet-in-register'],
    ['NL92 ABNA 0417 1643 00', 'kan-niet-zeggen iban-fout'],
    ['Belasting', 'kan-niet-zeggen naam'],
    ['https://voordeur.example/mijn/berichten', 'echt eigen '],
  ] as const)
    assert.equal(kort(een(tekst)), verwacht, tekst)
})

test('with the switch on, every name below gov.nl is genuine, and what only looks like it is not', () => {
  const met = maakRegister({ ...corpus, govNl: true })
  assert.equal(een('https://svb.gov.nl', met).status, 'echt')
  assert.equal(een('info@svb.gov.nl', met).status, 'echt')
  for (const tekst of [
    'https://svb.gov.nl.com',
    'https://svb-gov.nl',
    'https://gow.nl',
    'https://gov.nl@evil.com',
  ])
    assert.notEqual(een(tekst, met).status, 'echt', tekst)
})

test('a whole message: everything in it, in order, each once', () => {
  const tekst = `Geachte heer/mevrouw, u heeft op 12-03-2026 nog € 1.250,00 te betalen (kenmerk 12345678901).
Betaal vandaag op NL91 ABNA 0417 1643 00 via https://belastingdienst-betalen.com/ideal, of bel 0800 0543.
Vragen? Mail naar <info@svb.nl>. Of kijk op belastingdienst-betalen.com. Code: K7M2-9QTD-4XV. Groet, svb.nl.`
  const { oordelen, isMeer } = beoordeel(register, tekst)
  assert.deepEqual(
    oordelen.map(({ vondst }) => `${vondst.soort} ${vondst.tekst}`),
    [
      'iban NL91 ABNA 0417 1643 00',
      'adres https://belastingdienst-betalen.com/ideal',
      'telefoon 0800 0543',
      'mail info@svb.nl',
      'adres belastingdienst-betalen.com',
      'code K7M2-9QTD-4XV',
      'adres svb.nl',
    ],
  )
  assert.equal(isMeer, false)
})

test('what is pasted is bounded, and a text made to be slow is as quick as any other', () => {
  const boos = [
    'a.'.repeat(50_000),
    '-'.repeat(50_000),
    `https://${'a-'.repeat(20_000)}nl`,
    '0'.repeat(50_000),
    '+31 '.repeat(20_000),
    `NL91 ${'ABNA '.repeat(10_000)}`,
    'svb.nl@'.repeat(10_000),
    '\u0430'.repeat(50_000),
    `${'belastingdienst.nl '.repeat(5_000)}`,
    Array.from({ length: 3_000 }, (_, i) => `a${i}.nl`).join(' '),
  ]
  for (const tekst of boos) {
    const begin = process.cpuUsage().user
    const { oordelen } = beoordeel(register, tekst)
    assert.ok(oordelen.length <= 10)
    const ms = (process.cpuUsage().user - begin) / 1000
    assert.ok(ms < 500, `${tekst.slice(0, 20)}…: ${ms} ms`)
  }
})
