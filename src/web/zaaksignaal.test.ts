import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseOrganisatieId } from '../domain/index.ts'
import { parseDatum } from '../kalender/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import type { Signaal, Zaakbeeld } from '../zaken/index.ts'
import { maakZaaknieuwsOpsteller } from './zaaknieuws.ts'
import { maakZaaksignaalOpsteller } from './zaaksignaal.ts'

const stel = maakZaaksignaalOpsteller(
  loadTeksten(join(import.meta.dirname, '../../corpus/teksten')),
  () => 'Gemeente Gouda',
)
const dag = parseDatum('2026-02-12') ?? assert.fail()
const gouda = parseOrganisatieId('gemeente-GM0513') ?? assert.fail()
const zaak = {
  ref: { bron: gouda, uuid: '018f2d0a-0000-4000-8000-000000000001' },
  organisatie: gouda,
  titel: { van: 'ons', tekst: { nl: 'Bijstand', en: 'Social assistance', pap: 'Bijstand' } },
} as unknown as Zaakbeeld

const nl = (signaal: Signaal) => stel(zaak, signaal).alineas.map((alinea) => alinea.nl ?? '')

test('a message says what is late, since when, and what one may do, in three languages', () => {
  const laat = { soort: 'te-laat', termijn: dag, volgens: 'organisatie' } as const
  const bericht = stel(zaak, { ...laat, kan: 'ingebrekestelling' as const })
  assert.equal(bericht.onderwerp.nl, 'Uw zaak duurt te lang: Bijstand')
  assert.equal(bericht.onderwerp.en, 'Your case takes too long: Social assistance')
  assert.match(bericht.alineas[0]?.nl ?? '', /Gemeente Gouda moest voor of op 12 februari 2026 beslissen/)
  assert.match(bericht.alineas.at(-1)?.pap ?? '', /artíkulo 4:17/)
  assert.deepEqual(bericht.verwijzing, { soort: 'zaak', ...zaak.ref })
  assert.deepEqual([bericht.van, bericht.over], [undefined, gouda], 'ours, about a matter of theirs')
  // Where it was not established that the law says so, nothing is promised.
  assert.doesNotMatch(nl(laat).join(' '), /dwangsom|ingebrekestelling/)
})

test('a silent case says what the organisation itself promised', () => {
  const stil = { soort: 'stil', sinds: dag, gebruikelijkDagen: 1, volgens: 'servicenorm' } as const
  assert.match(nl(stil).join(' '), /Sinds 12 februari 2026.*1 dag duurt/)
  assert.match(nl({ ...stil, gebruikelijkDagen: 56 }).join(' '), /56 dagen duurt/)
})

test('what is asked says by when, or that no day is known, and leads to the task; a step says which', () => {
  const nieuws = maakZaaknieuwsOpsteller(
    loadTeksten(join(import.meta.dirname, '../../corpus/teksten')),
    () => 'Gemeente Gouda',
  )
  const taak = {
    uuid: 't-1',
    titel: { nl: 'Stuur een loonstrook', en: 'Send a payslip' },
    status: 'open',
    uiterlijk: new Date('2026-03-31T21:59:59Z'),
    uitvoering: { soort: 'anders', elders: new URL('https://bron.example/doe') },
  } as const
  const gevraagd = nieuws(zaak, { soort: 'taak', taak })
  assert.equal(gevraagd.doen?.nl, 'Doe dit: Stuur een loonstrook.')
  assert.match(gevraagd.doen?.en ?? '', /Send a payslip\.$/)
  assert.deepEqual([gevraagd.taak, gevraagd.uiterlijk, gevraagd.over], ['t-1', '2026-03-31', gouda])
  const { uiterlijk: _weg, ...zonder } = taak
  const open = nieuws(zaak, { soort: 'taak', taak: zonder })
  assert.match(open.alineas[0]?.pap ?? '', /No ta konosí/)
  assert.ok(!gevraagd.alineas.some((een) => /niet bekend/.test(een.nl ?? '')))
  assert.equal(open.uiterlijk, undefined)
  const status = { van: 'bron', tekst: 'In behandeling' } as const
  const stap = nieuws(zaak, { soort: 'zaak-bijgewerkt', status, op: dag })
  assert.deepEqual([stap.alleenSnel, gevraagd.alleenSnel], [true, undefined])
  assert.match(
    stap.alineas[0]?.nl ?? '',
    /Gemeente Gouda werkte uw zaak bij op 12 februari 2026.*In behandeling/,
  )
})

test('a decision is said to be theirs and not in the message, with the last day where that was recorded', () => {
  const nieuws = maakZaaknieuwsOpsteller(
    loadTeksten(join(import.meta.dirname, '../../corpus/teksten')),
    () => 'Gemeente Gouda',
  )
  const besluit = { namen: ['Toekenning'], datum: dag }
  const zonder = nieuws(zaak, { soort: 'besluit', besluit })
  assert.match(zonder.alineas[1]?.nl ?? '', /niet het besluit.*krijgt u van Gemeente Gouda/)
  assert.match(zonder.alineas[2]?.nl ?? '', /voor welke dag/)
  const bezwaarTot = parseDatum('2026-03-26') ?? assert.fail()
  const met = nieuws(zaak, { soort: 'besluit', besluit: { ...besluit, bezwaarTot } })
  assert.match(met.alineas[2]?.en ?? '', /up to and including 26 March 2026/)
  assert.equal(met.alineas.length, 3)
  assert.deepEqual([met.uiterlijk, met.alleenSnel, met.van], [undefined, undefined, undefined])
})

test('an answer is in the message, and papers that are missing come with their last day once', () => {
  const nieuws = maakZaaknieuwsOpsteller(
    loadTeksten(join(import.meta.dirname, '../../corpus/teksten')),
    () => 'Gemeente Gouda',
  )
  const contact = { id: 'c', kanaal: 'portaal', onderwerp: 'Hoe lang nog?', zaken: [] }
  const antwoord = nieuws(zaak, { soort: 'antwoord', contact, antwoord: 'Nog een week.' })
  assert.match(antwoord.alineas[0]?.nl ?? '', /Hoe lang nog/)
  assert.equal(antwoord.alineas[1]?.pap, 'Nog een week.')
  const uiterlijk = new Date('2026-03-31T21:59:59Z')
  const taak = {
    uuid: 't-1',
    titel: { nl: 'een loonstrook' },
    status: 'open',
    uiterlijk,
    uitvoering: { soort: 'anders', elders: new URL('https://bron.example/doe') },
  } as const
  const gevraagd = nieuws(zaak, { soort: 'verzoek-om-aanvulling', taak, uiterlijk })
  assert.deepEqual([gevraagd.uiterlijk, gevraagd.taak], ['2026-03-31', 't-1'])
  assert.equal(gevraagd.doen?.nl, 'Stuur dit: een loonstrook.')
})
