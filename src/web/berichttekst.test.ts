import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { datum } from '../kalender/index.ts'
import {
  berichtsoorten,
  emailmelding,
  kenmerkenVan,
  type Meldingtekst,
  sjabloonsoorten,
  sjabloonVan,
  smsLengte,
  smsmelding,
  smsVeilig,
  stelBerichtOp,
  voorbeeldwaarden,
  WaardeOntbreekt,
} from '../kanalen/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { talen } from './routes.ts'
import { keurBericht } from './taal/berichtkeur.ts'
import { maakSpraak } from './ui/spraak.ts'

const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
const spraken = maakSpraak(teksten)
const controlecode = { code: 'K7M2-9QXF-4T3B', adres: 'https://voordeur.example/echt' }

function melding(soort: Meldingtekst['soort'], deel: Partial<Meldingtekst> = {}): Meldingtekst {
  const site = 'voordeur.example'
  return {
    soort,
    afzender: 'Gemeente Rotterdam',
    uiterlijk: datum('2026-03-17'),
    site,
    controlecode,
    ...deel,
  }
}

test('every kind of message has texts, and each text asks only for what its kind has', () => {
  for (const soort of berichtsoorten) assert.ok((sjabloonsoorten as readonly string[]).includes(soort), soort)
  for (const soort of sjabloonsoorten) {
    const { onderwerp, doen, alineas, waarden } = sjabloonVan(soort)
    const sleutels = [onderwerp, ...(doen ? [doen] : []), ...alineas]
    const gevraagd = sleutels.flatMap((sleutel) =>
      [...(teksten.nl.get(sleutel) ?? assert.fail(sleutel)).matchAll(/\{(\w+)/g)].map(([, naam]) => naam),
    )
    assert.deepEqual([...new Set(gevraagd)].sort(), [...waarden].sort(), soort)
    for (const naam of ['naam', 'aard']) assert.ok(teksten.nl.has(`berichttekst.${soort}.${naam}`), soort)
  }
})

test('each kind is written in all languages, and a missing value stops it by name', () => {
  for (const soort of sjabloonsoorten) {
    const { onderwerp, doen, alineas } = stelBerichtOp(spraken, soort, voorbeeldwaarden)
    for (const tekst of [onderwerp, ...(doen ? [doen] : []), ...alineas]) {
      assert.deepEqual(Object.keys(tekst), [...talen])
      for (const taal of talen) assert.doesNotMatch(tekst[taal] ?? '', /[{}]|undefined|\d{4}-\d\d-\d\d/)
    }
    for (const naam of sjabloonVan(soort).waarden)
      for (const weg of [undefined, ' '])
        assert.throws(
          () => stelBerichtOp(spraken, soort, { ...voorbeeldwaarden, [naam]: weg }),
          (fout) => fout instanceof WaardeOntbreekt && fout.waarde === naam,
        )
  }
  assert.throws(() => smsmelding(spraken.nl, melding('taak', { afzender: '' })), WaardeOntbreekt)
})

test('a notice says who, of what nature, whether to react and by when, and how to check it; never a link', () => {
  for (const taal of talen) {
    for (const soort of sjabloonsoorten) {
      const { onderwerp, tekst } = emailmelding(spraken[taal], melding(soort))
      const { reactieVerwacht, isProcedure } = kenmerkenVan(soort)
      const t = spraken[taal].t
      assert.ok(onderwerp.includes('Gemeente Rotterdam') && tekst.includes('Gemeente Rotterdam'))
      assert.ok(tekst.includes(t(`berichttekst.${soort}.aard`)))
      assert.equal(tekst.includes(spraken[taal].datum('2026-03-17')), reactieVerwacht)
      // Nobody answers an appointment; to say that there is nothing to do would be wrong.
      const isKomen = /^afspraak(-verzet|-herinnering)?$/.test(soort)
      assert.equal(tekst.includes(t('berichttekst.melding.geen_reactie')), !reactieVerwacht && !isKomen)
      assert.equal(tekst.includes(t('berichttekst.melding.afspraak')), isKomen)
      assert.equal(tekst.includes(t('berichttekst.melding.gevolg')), isProcedure)
      assert.ok(tekst.includes('K7M2-9QXF-4T3B') && tekst.includes('voordeur.example/echt'))
      assert.doesNotMatch(tekst, /https?:|www\./)
    }
  }
})

test('an SMS fits in one for the organisations that we know, and in two where the name is long', () => {
  for (const { naam } of proefcorpus().organisaties.values()) {
    for (const taal of talen) {
      const { tekst } = smsmelding(spraken[taal], melding('taak', { afzender: naam }))
      const { schrift, delen } = smsLengte(tekst)
      assert.equal(schrift, 'gsm', tekst)
      assert.ok(delen <= (naam.length > 36 ? 2 : 1), `${taal} ${tekst}`)
    }
  }
})

test('an SMS is counted as a phone counts it', () => {
  assert.deepEqual(smsLengte('a'.repeat(160)), { schrift: 'gsm', tekens: 160, delen: 1 })
  assert.deepEqual(smsLengte('a'.repeat(161)), { schrift: 'gsm', tekens: 161, delen: 2 })
  assert.deepEqual(smsLengte('a'.repeat(306)).delen, 2)
  assert.deepEqual(smsLengte('a'.repeat(307)).delen, 3)
  assert.deepEqual(smsLengte('€'.repeat(80)), { schrift: 'gsm', tekens: 160, delen: 1 })
  assert.deepEqual(smsLengte('ë'.repeat(70)), { schrift: 'ucs2', tekens: 70, delen: 1 })
  assert.deepEqual(smsLengte('ë'.repeat(71)).delen, 2)
  assert.equal(smsVeilig('België “é” — ñ€'), 'Belgie "é" - ñ€')
})

test('every message of ours passes the check of plain language, or is named as an exception', () => {
  const gevonden = sjabloonsoorten.flatMap((soort) => {
    const { onderwerp, doen, alineas } = stelBerichtOp(spraken, soort, voorbeeldwaarden)
    return talen.flatMap((taal) =>
      keurBericht(
        {
          onderwerp: onderwerp[taal] ?? '',
          ...(doen && { doen: doen[taal] ?? '' }),
          alineas: alineas.map((alinea) => alinea[taal] ?? ''),
        },
        taal,
      )
        .filter(({ ernst }) => ernst === 'fout')
        .map(({ regel, zin }) => `${soort} ${taal}: ${regel}: ${zin}`),
    )
  })
  assert.deepEqual(gevonden, [])
})

test('the check finds what it should', () => {
  const vind = (deel: Partial<Parameters<typeof keurBericht>[0]>, taal: 'nl' | 'pap' = 'nl') =>
    keurBericht({ onderwerp: 'Uw afspraak', alineas: ['Dit is goed.'], ...deel }, taal).map(
      ({ regel }) => regel,
    )
  assert.deepEqual(vind({}), [])
  assert.deepEqual(vind({ alineas: ['Uw aanvraag is conform de wet.'] }), ['liever niet: conform'])
  assert.deepEqual(vind({ doen: `Stuur ${'heel '.repeat(12)}veel.` }), ['14 woorden om iets te doen'])
  assert.deepEqual(vind({ alineas: [`${'woord '.repeat(19)}einde.`] }, 'pap'), [])
  assert.deepEqual(vind({ alineas: [`${'woord '.repeat(25)}einde.`] }, 'pap'), ['26 woorden'])
  assert.deepEqual(vind({ alineas: ['Kort. '.repeat(101)] }), ['101 woorden in een alinea'])
  assert.deepEqual(vind({ alineas: ['De uitkeringsinstantie belt.'] }), ['lang woord: uitkeringsinstantie'])
  assert.deepEqual(vind({ alineas: ['Gebruik een ingebrekestelling.'] }), [])
})
