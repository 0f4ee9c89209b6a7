import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { lopendeRegelingen } from './lopend.ts'
import { dag, proefstatus, proeftype, proefzaak } from './proefzaken.ts'
import { gewoneToonregel, type Toonregel } from './toonregel.ts'
import { type Leeswijze, maakZaakbeeld, maakZaakverhaal } from './zaakbeeld-maken.ts'
import type { Zaakgegevens } from './zaakgegevens.ts'

const { zaaktaal } = proefcorpus()

function wijze(regel: Partial<Toonregel> = {}): Leeswijze {
  const regels = { standaard: { ...gewoneToonregel, ...regel }, perZaaktype: [] }
  return { zaaktaal, regels, vandaag: dag('2026-06-01'), zone: 'Europe/Amsterdam' }
}

const beeld = (zaak: Partial<Zaakgegevens>, regel?: Partial<Toonregel>) =>
  maakZaakbeeld(proefzaak(zaak), wijze(regel))

test('a case that we know is told in three languages: what, how far, who must act, what comes next', () => {
  const { titel, status, groep, doet, straks, onderwerp, statusOp } = beeld({
    type: proeftype({ namen: ['Behandelen aanvraag parkeervergunning'] }),
    status: proefstatus({ namen: ['Wij hebben nog gegevens van u nodig.', 'Wacht op aanvulling'] }),
  })
  assert.ok(titel.van === 'ons' && titel.tekst.en === 'Parking permit')
  assert.ok(status?.van === 'ons' && status.tekst.pap !== undefined)
  assert.ok(straks?.van === 'ons')
  assert.deepEqual([groep, doet, onderwerp, statusOp], ['wacht-op-u', 'u', 'parkeren', '2026-05-04'])
})

test('what nobody described stays in the words of the source, marked so, and nothing is made of it', () => {
  const zaak = beeld({
    type: proeftype({ namen: ['Ontheffing geluid werk', 'B0815 Ontheffing'] }),
    status: proefstatus({ namen: ['Bij team 3', 'T3'] }),
    resultaat: { namen: ['Buiten behandeling gesteld'] },
  })
  assert.deepEqual(zaak.titel, { van: 'bron', tekst: 'Ontheffing geluid werk' })
  assert.deepEqual(zaak.status, { van: 'bron', tekst: 'Bij team 3' })
  assert.deepEqual(zaak.resultaat, { van: 'bron', tekst: 'Buiten behandeling gesteld' })
  assert.deepEqual(
    [zaak.groep, zaak.doet, zaak.straks, zaak.onderwerp],
    [undefined, undefined, undefined, undefined],
  )
  assert.deepEqual(zaak.verwacht, [], 'not known')
  const naamloos = beeld({ type: proeftype({ namen: [] }) })
  assert.deepEqual(naamloos.titel, { van: 'bron', tekst: 'ZAAK-1' })
})

test('of what runs is known which scheme it is only where somebody laid the type beside it', () => {
  const zaken = [
    beeld({ type: proeftype({ namen: ['Aanvraag zorgtoeslag'] }) }),
    beeld({ type: proeftype({ namen: ['Huurtoeslag'] }), einde: dag('2026-05-20') }),
    // Near to a scheme, and not one: an objection, an objection to it, and what nobody described.
    beeld({ type: proeftype({ namen: ['Bezwaar kinderbijslag'] }) }),
    beeld({ type: proeftype({ namen: ['Terugbetaling toeslag'] }) }),
    beeld({ type: proeftype({ namen: ['B0815 Toeslag'] }) }),
  ]
  assert.deepEqual([...lopendeRegelingen(zaken)], ['zorgtoeslag'])
})

test('where a title comes from is for the organisation to say; what an official wrote is shown only then', () => {
  const zaak = { omschrijving: 'Parkeervergunning Kerkstraat' }
  const titel = (regel: Partial<Toonregel>, van: Partial<Zaakgegevens> = zaak) => beeld(van, regel).titel
  assert.equal(titel({}).van, 'ons')
  assert.deepEqual(titel({ titel: 'zaaktype' }), { van: 'bron', tekst: 'Parkeervergunning' })
  assert.deepEqual(titel({ titel: 'omschrijving' }), { van: 'bron', tekst: zaak.omschrijving })
  assert.equal(titel({ titel: 'omschrijving' }, {}).van, 'ons', 'none was written')
  for (const regel of [{}, { titel: 'zaaktype' }] as const)
    assert.ok(!JSON.stringify(beeld(zaak, regel)).includes('Kerkstraat'))
})

test('a closed case is closed: nobody must act, nothing is expected, and nobody is late', () => {
  const zaak = beeld({
    einde: dag('2026-05-20'),
    uiterlijk: dag('2026-05-01'),
    gepland: dag('2026-07-01'),
    isOpgeschort: true,
    status: proefstatus({ namen: ['Wacht op aanvulling'] }),
  })
  assert.deepEqual(
    [zaak.groep, zaak.doet, zaak.straks, zaak.verwacht, zaak.signalen, zaak.isOpgeschort],
    ['afgerond', 'niemand', undefined, [], [], false],
  )
})

test('while a term stands still no date is shown as a promise; an extension is said', () => {
  const zaak = { uiterlijk: dag('2026-07-01'), gepland: dag('2026-06-15') }
  assert.equal(beeld(zaak).verwacht.length, 2)
  const stil = beeld({ ...zaak, isOpgeschort: true })
  assert.deepEqual([stil.verwacht, stil.isOpgeschort], [[], true])
  assert.equal(beeld({ ...zaak, isVerlengd: true }).isVerlengd, true)
})

test('the day of a status is that of the organisation', () => {
  const laat = proefzaak({ status: proefstatus({ op: new Date('2026-05-05T02:00:00Z') }) })
  assert.equal(maakZaakbeeld(laat, wijze()).statusOp, '2026-05-05')
  assert.equal(maakZaakbeeld(laat, { ...wijze(), zone: 'America/Kralendijk' }).statusOp, '2026-05-04')
})

const stap = (volgnummer: number, naam: string) => ({ volgnummer, namen: [naam], isEinde: false })
const stappen = [
  stap(4, 'Afgehandeld'),
  stap(1, 'Ontvangen'),
  stap(3, 'Besluit genomen'),
  stap(2, 'In behandeling'),
]

test('after the present step come those of the catalogue, in order, each once', () => {
  const daarna = (anders: Partial<Zaakgegevens>, extra: typeof stappen = []) => {
    const zaak = proefzaak({ type: proeftype({ stappen: [...stappen, ...extra] }), ...anders })
    const detail = { zaak, tijdlijn: [], documenten: [], besluiten: [], ontbreekt: [] }
    return maakZaakverhaal(detail, wijze()).daarna.map(({ van, tekst }) => (van === 'ons' ? tekst.nl : tekst))
  }
  const [besluit, klaar] = ['De organisatie heeft een besluit genomen.', 'Deze zaak is klaar.']
  assert.deepEqual(daarna({}), [besluit, klaar])
  assert.deepEqual(daarna({}, [stap(5, 'Archiveren')]), [besluit, klaar], 'two that mean the same')
  assert.deepEqual(daarna({}, [stap(5, 'Bij team 3')]), [besluit, klaar, 'Bij team 3'])
  // Something may turn out to be missing, and may not: nothing says that it will. And where it is now comes once.
  const soms = [stap(2.3, 'Wacht op aanvulling'), stap(2.6, 'Aanvulling beoordelen')]
  assert.deepEqual(daarna({}, soms), [besluit, klaar])
  assert.deepEqual(daarna({ einde: dag('2026-05-20') }), [])
  assert.equal(
    maakZaakverhaal(
      { zaak: zonderStatus(), tijdlijn: [], documenten: [], besluiten: [], ontbreekt: [] },
      wijze(),
    ).daarna.length,
    4,
  )
})

function zonderStatus(): Zaakgegevens {
  const { status: _, ...rest } = proefzaak({ type: proeftype({ stappen }) })
  return rest
}

test('documents, and what an official wrote with a step or a decision, only where that is shown', () => {
  const detail = {
    zaak: proefzaak(),
    tijdlijn: [proefstatus({ toelichting: 'Collega belt nog' })],
    documenten: [{ uuid: 'd', titel: 'Brief', richting: 'aan-u' }],
    besluiten: [
      {
        namen: ['Besluit'],
        datum: dag('2026-05-20'),
        toelichting: 'Intern besproken',
        bezwaarTot: dag('2026-07-01'),
      },
    ],
    ontbreekt: ['besluiten'],
  } as const
  const gesloten = maakZaakverhaal(detail, wijze({ documenten: false }))
  assert.deepEqual([gesloten.documenten, gesloten.magToevoegen], [[], false])
  assert.ok(!/Collega|Intern/.test(JSON.stringify(gesloten)))
  assert.deepEqual(gesloten.ontbreekt, ['besluiten'])
  assert.equal(gesloten.besluiten[0]?.bezwaarTot, '2026-07-01')
  const open = maakZaakverhaal(detail, wijze({ statustoelichting: true }))
  assert.deepEqual([open.documenten.length, open.magToevoegen], [1, true])
  assert.equal(open.tijdlijn[0]?.toelichting, 'Collega belt nog')
  assert.equal(open.besluiten[0]?.toelichting, 'Intern besproken')
  const dicht = { ...detail, zaak: proefzaak({ einde: dag('2026-05-20') }) }
  assert.equal(maakZaakverhaal(dicht, wijze()).magToevoegen, false)
})
