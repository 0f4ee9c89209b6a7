/** Each message that nobody asked for this time says how to get no more of them, in every language and also on paper. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { datum } from '../kalender/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import { levensloopsoorten, tijdsoorten } from '../proactief/index.ts'
import { maakKansopsteller } from './kansbericht.ts'
import { talen } from './routes.ts'
import { keurBericht } from './taal/berichtkeur.ts'

const opstel = maakKansopsteller(loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten')), {
  regelingnaam: () => ({ nl: 'huurtoeslag' }),
  beslisser: () => 'Dienst Toeslagen',
  site: 'voordeur.example',
})
const soorten = ['kans', 'einde', 'meer', 'minder', 'hersteld'] as const
const dagen = tijdsoorten.map((wat) => ({ wat, ...(wat.startsWith('leeftijd-') && { leeftijd: 18 }) }))
const redenen = [...levensloopsoorten, 'tijd', 'wet', ...dagen] as const

/** Where to turn it off, and the words for who has no computer: a desk. */
const stopzin = {
  nl: /Zet het uit op voordeur\.example\. Een balie van uw gemeente kan dat ook voor u doen\.$/,
  en: /Turn it off at voordeur\.example\. A desk of your municipality can do that for you too\.$/,
  pap: /Pag’é na voordeur\.example\. Un bali di bo munisipio por hasi esei tambe pa bo\.$/,
}

test('every kind of message about a chance, for every cause, says in each language how to stop, and leads to their page', () => {
  for (const wat of soorten)
    for (const reden of redenen) {
      const nieuws = { sinds: datum('2026-03-01'), gebied: 'GM0599' }
      const bericht = opstel({ regels: [{ regeling: 'huurtoeslag', wat }], waardoor: [reden], ...nieuws })
      // What one presses in the inbox: the page with everything, where stopping is one press.
      assert.deepEqual(bericht.verwijzing, { soort: 'kansen' })
      for (const taal of talen) {
        const alineas = bericht.alineas.map((een) => een[taal] ?? '')
        assert.match(alineas.at(-1) ?? '', stopzin[taal], `${wat} ${JSON.stringify(reden)} ${taal}`)
        // Nothing is promised, no amount is named, and no word is missing.
        const alles = [bericht.onderwerp[taal] ?? '', bericht.doen?.[taal] ?? '', ...alineas].join(' ')
        assert.doesNotMatch(
          alles,
          /[{}]|undefined|€|berichttekst\./,
          `${wat} ${JSON.stringify(reden)} ${taal}`,
        )
        const doen = bericht.doen && { doen: bericht.doen[taal] ?? '' }
        const mis = keurBericht({ onderwerp: bericht.onderwerp[taal] ?? '', ...doen, alineas }, taal)
        assert.deepEqual(
          mis.filter(({ ernst }) => ernst === 'fout'),
          [],
          `${wat} ${JSON.stringify(reden)} ${taal}`,
        )
      }
    }
})

test('each kind and each cause has words of its own in every language', () => {
  const nieuws = { sinds: datum('2026-03-01'), gebied: undefined }
  for (const taal of talen) {
    const per = (wat: (typeof soorten)[number], reden: (typeof redenen)[number]) =>
      opstel({ regels: [{ regeling: 'huurtoeslag', wat }], waardoor: [reden], ...nieuws }).alineas
    const regels = soorten.map((wat) => per(wat, 'geboorte')[1]?.[taal])
    assert.equal(new Set(regels).size, soorten.length, taal)
    // A law or a new year that a source reports and one that we see ourselves are the same to whom it touches.
    const oorzaken = redenen.map((reden) =>
      per('kans', reden)
        .map((alinea) => alinea[taal])
        .join('\n'),
    )
    assert.equal(new Set(oorzaken).size, redenen.length - 2, taal)
  }
})

test('who applied already reads that they need do nothing, where there is something to apply for', () => {
  const nieuws = { sinds: datum('2026-03-01'), gebied: undefined, waardoor: ['geboorte'] as const }
  const zinnen = {
    nl: /al aangevraagd\? Dan hoeft u niets/,
    en: /already applied\? Then you do not/,
    pap: /pidi esaki kaba/,
  }
  for (const wat of soorten)
    for (const taal of talen) {
      const { alineas } = opstel({ ...nieuws, regels: [{ regeling: 'huurtoeslag', wat }] })
      const staat = alineas.some((een) => zinnen[taal].test(een[taal] ?? ''))
      assert.equal(staat, wat === 'kans' || wat === 'meer', `${wat} ${taal}`)
    }
})
