import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { proeforganisatie } from '../../../audit/proefaudit.ts'
import { maakPersoonId, parseDatum } from '../../../domain/index.ts'
import type { NieuwBericht } from '../../../kanalen/index.ts'
import type { Ketenbeeld, Zinstap } from '../../../loket/index.ts'
import { loadTeksten } from '../../../platform/i18n/index.ts'
import { GEEN_ANTWOORDEN } from '../../../rechten/index.ts'
import { proefbronnen, proefdag } from '../../proefweb.ts'
import { talen } from '../../routes.ts'
import { maakSpraak } from '../../ui/spraak.ts'
import { maakBeeld } from '../rechten/beeld.ts'
import { stuurPlan } from './planpost.ts'
import type { Ketenscherm } from './scherm.ts'

const teksten = loadTeksten(join(import.meta.dirname, '..', '..', '..', '..', 'corpus', 'teksten'))
const gemeente = proeforganisatie('gemeente-GM0599')
const svb = proeforganisatie('svb')
const dag = (tekst: string) => parseDatum(tekst) ?? assert.fail(tekst)
const [s1, s2, s3] = ['s-1', 's-2', 's-3'] as const

const stap = (id: string, deel: object) =>
  ({ ...{ stap: id, stand: 'gevraagd', wachtOp: [], isAfgeschermd: false }, ...deel }) as never

/** Two steps that are open, of which the resident's waits for nothing, and one that is done. */
function schermVan(
  stappen: readonly never[],
  isAanZet = true,
  nu: readonly Partial<Zinstap>[] = [{ stap: s2, wie: { soort: 'inwoner' }, isTeLaat: false }],
): Ketenscherm {
  const beeld: Ketenbeeld = {
    zicht: {
      ...{ id: 'k-1', nummer: 'K-7', nr: 3, als: 'regie', stand: 'open', geopend: proefdag, ingang: 'balie' },
      regie: { organisatie: gemeente, aanspreekpunt: 'Esra Havenstroom, 14 010' },
      onderdelen: [
        {
          id: 'vraag',
          soort: 'vraag',
          op: proefdag,
          van: { soort: 'inwoner' },
          tekst: 'Alles stopt tegelijk',
        },
        { id: 'uitkomst', soort: 'uitkomst', op: proefdag, van: { soort: 'inwoner' }, tekst: 'Eén brief' },
      ],
      stappen,
      ...{ deelnemers: [], delingen: [], opschalingen: [], doorzendingen: [], verzoeken: [], kan: [] },
    },
    zin: {
      nu: isAanZet ? nu : [],
      ...{ daarna: [], kritiek: [] },
      wachten: [{ stap: s1, op: { stap: s2, wie: { soort: 'inwoner' }, isTeLaat: false } }],
    } as never,
    verloop: [],
    herkomst: { plaatsen: {}, standen: [] },
  }
  const context = { taal: 'nl', spraak: maakSpraak(teksten).nl }
  // What a plan reads of a screen, and nothing else of it.
  return {
    verzoek: { context, beeld: maakBeeld(proefbronnen(), GEEN_ANTWOORDEN, 'nl'), nu: proefdag },
    ...{ kant: 'balie', ketenzaak: 'k-1', beeld },
  } as unknown as Ketenscherm
}

const stappen = [
  stap(s1, {
    eigenaar: { soort: 'organisatie', organisatie: svb },
    termijn: dag('2026-03-20'),
    titel: { soort: 'vrij', tekst: 'Anw beoordelen' },
    wachtOp: [s2],
    nodig: 'de akte',
  }),
  stap(s2, {
    eigenaar: { soort: 'inwoner' },
    termijn: dag('2026-03-12'),
    titel: { soort: 'vrij', tekst: 'Stuur de akte' },
  }),
  stap(s3, {
    eigenaar: { soort: 'organisatie', organisatie: gemeente },
    termijn: dag('2026-03-01'),
    titel: { soort: 'vrij', tekst: 'Aangifte' },
    stand: 'klaar',
  }),
  stap('s-4', {
    eigenaar: { soort: 'organisatie', organisatie: svb },
    termijn: dag('2026-03-25'),
    titel: { soort: 'vrij', tekst: 'Niet meer nodig dus niet in de brief' },
    stand: 'vervallen',
  }),
]

async function verstuur(scherm: Ketenscherm): Promise<NieuwBericht> {
  const gestuurd: NieuwBericht[] = []
  const stuur = async (een: NieuwBericht) => {
    gestuurd.push(een)
    return 'gestuurd' as const
  }
  const post = { spraken: maakSpraak(teksten), berichten: { stuur } }
  const persoon = maakPersoonId(proefdag, randomBytes)
  for (const _ of [1, 2]) await stuurPlan(post, scherm, { aan: persoon, opdracht: 'o-1' })
  const [een, weer] = gestuurd
  assert.ok(een)
  assert.equal(een.persoon, persoon)
  // The same command is the same message: whoever presses twice sends it once.
  assert.equal(een.kenmerk, weer?.kenmerk)
  return een
}

test('a plan as a message says in each language what they do and by when, who does the rest, and whom to call', async () => {
  const { soort, inhoud } = await verstuur(schermVan(stappen))
  assert.equal(soort, 'ketenplan')
  assert.equal(inhoud.uiterlijk, '2026-03-12')
  assert.equal(inhoud.van, gemeente)
  const zinnen = {
    nl: [
      'Beste meneer of mevrouw,',
      'Met vriendelijke groet, Gemeente Rotterdam',
      'Dit doet u zelf',
      '12 maart 2026',
      'Wacht op stap 2, van u',
      'klaar',
    ],
    en: ['You do this yourself', '12 March 2026', 'Waits for step 2', 'done'],
    pap: ['Bo mes ta hasi esaki', '12 di mart 2026', 'paso 2', 'kla'],
  }
  for (const taal of talen) {
    const brief = [inhoud.onderwerp, ...inhoud.alineas].map((tekst) => tekst[taal] ?? '').join('\n')
    for (const zin of [
      ...zinnen[taal],
      'K-7',
      'Esra Havenstroom, 14 010',
      'Sociale Verzekeringsbank',
      'Eén brief',
    ])
      assert.ok(brief.includes(zin), `${taal}: ${zin}\n${brief}`)
    assert.match(inhoud.doen?.[taal] ?? '', /Stuur de akte.*12 /)
    assert.doesNotMatch(brief, /loket\.|undefined|\{|niet in de brief/)
  }
})

test('a step of a life event that is theirs says how it goes, in each language; one of somebody else does not', async () => {
  const titel = { soort: 'sjabloon', gebeurtenis: 'overlijden', stap: 'uitvaart' }
  const eigen = stap(s2, { eigenaar: { soort: 'inwoner' }, termijn: dag('2026-03-12'), titel })
  const { inhoud } = await verstuur(schermVan([eigen]))
  for (const [taal, zin] of [
    ['nl', 'Kijk eerst of er een uitvaartverzekering is.'],
    ['en', 'First look for funeral insurance.'],
    ['pap', 'Wak promé si tin un seguro di entiero.'],
  ] as const)
    assert.ok(
      inhoud.alineas.some((tekst) => tekst[taal]?.includes(zin)),
      taal,
    )
  const ander = stap(s2, {
    eigenaar: { soort: 'organisatie', organisatie: svb },
    termijn: dag('2026-03-12'),
    titel,
  })
  const bijAnder = await verstuur(schermVan([ander], false))
  assert.ok(!JSON.stringify(bijAnder.inhoud).includes('uitvaartverzekering'))
})

test('of who has nothing to do now nothing is asked, and a case without steps says so', async () => {
  const { inhoud } = await verstuur(schermVan([], false))
  assert.equal(inhoud.doen, undefined)
  assert.equal(inhoud.uiterlijk, undefined)
  assert.ok(inhoud.alineas.some(({ nl }) => nl === 'Er is nog geen plan. Uw ketenregisseur maakt het met u.'))
})

test('of what was refused it says who looks for somebody else, and nobody is sent to who said no or asked to do it', async () => {
  const geweigerd = (id: string, eigenaar: object) =>
    stap(id, {
      ...{ eigenaar, stand: 'geweigerd', termijn: dag('2026-03-20') },
      titel: { soort: 'vrij', tekst: 'Anw beoordelen' },
    })
  const aanSvb = { soort: 'organisatie', organisatie: svb } as const
  const nu = [{ stap: s1, wie: aanSvb, isTeLaat: false, isGeweigerd: true as const }]
  const { inhoud } = await verstuur(schermVan([geweigerd(s1, aanSvb)], true, nu))
  const zinnen = {
    nl: 'Sociale Verzekeringsbank (SVB) kan dit niet doen: Anw beoordelen. Gemeente Rotterdam zoekt wie het wel kan.',
    en: 'cannot do this: Anw beoordelen.',
    pap: 'no por hasi esaki: Anw beoordelen.',
  }
  for (const taal of talen) {
    const brief = inhoud.alineas.map((tekst) => tekst[taal] ?? '').join('\n')
    // Above, and with the step itself.
    assert.equal(brief.split(zinnen[taal]).length, 3, brief)
    assert.doesNotMatch(brief, /loket\.|undefined|\{|ligt nu bij|Dit doet/)
  }
  const eigen = [
    { stap: s2, wie: { soort: 'inwoner' } as const, isTeLaat: false, isGeweigerd: true as const },
  ]
  const zelf = await verstuur(schermVan([geweigerd(s2, { soort: 'inwoner' })], true, eigen))
  assert.equal(zelf.inhoud.doen, undefined)
  assert.match(
    zelf.inhoud.alineas.map(({ nl }) => nl).join(' '),
    /U kunt dit niet doen.*zoekt een andere weg/,
  )
})
