import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseOrganisatieId } from '../domain/index.ts'
import { parseDatum } from '../kalender/index.ts'
import { loadTeksten } from '../platform/i18n/index.ts'
import type { Signaal, Zaakbeeld } from '../zaken/index.ts'
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
  // Where it was not established that the law says so, nothing is promised.
  assert.doesNotMatch(nl(laat).join(' '), /dwangsom|ingebrekestelling/)
})

test('a silent case says what the organisation itself promised', () => {
  const stil = { soort: 'stil', sinds: dag, gebruikelijkDagen: 1, volgens: 'servicenorm' } as const
  assert.match(nl(stil).join(' '), /Sinds 12 februari 2026.*1 dag duurt/)
  assert.match(nl({ ...stil, gebruikelijkDagen: 56 }).join(' '), /56 dagen duurt/)
})
