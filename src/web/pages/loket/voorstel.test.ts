import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { proeforganisatie } from '../../../audit/proefaudit.ts'
import { verwerkingsregister } from '../../../corpus/index.ts'
import { proefcorpus } from '../../../corpus/proefcorpus.ts'
import { maakPersoonId } from '../../../domain/index.ts'
import { maakDeeldatum, type Persoonsgegevens, type RegisterUitkomst } from '../../../inwoner/index.ts'
import { GEEN_ANTWOORDEN } from '../../../rechten/index.ts'
import { beslis, doelenVoor, type Medewerkerrol } from '../../../toegang/index.ts'
import { proefnaam } from '../../proefbalie.ts'
import { proefbronnen, proefdag } from '../../proefweb.ts'
import { maakProefzaken, proefstanden } from '../../proefzaken.ts'
import type { Verzoek } from '../../verzoek.ts'
import { maakBeeld } from '../rechten/beeld.ts'
import { maakStapvoorstel, maakVoorstel } from './voorstel.ts'

const persoon = maakPersoonId(proefdag, randomBytes)
const gegeven = <T>(waarde: T) =>
  ({ waarde, bron: 'brp', datum: undefined, opgehaaldOp: proefdag, isInOnderzoek: false }) as const
const gegevens: Persoonsgegevens = {
  naam: gegeven(proefnaam),
  geboortedatum: gegeven(maakDeeldatum(1950, 5, 1)),
  adres: gegeven({ regel1: undefined, regel2: undefined, gebied: 'GM0599' }),
  partner: gegeven(null),
  kinderen: gegeven([]),
  medebewoners: gegeven([]),
  geheimhouding: 'nee',
  isOnderCuratele: false,
  isOverleden: false,
}
const stil = { status: 'fout', soort: 'onbereikbaar', sinds: proefdag } as const

/** A form of a professional in Rotterdam, with a ground for one person. */
function opstelling({
  wie = 'persoon',
  grond = 'g-1',
  doel = 'inwoner-helpen',
  rol = 'balie',
  brp = { status: 'ok', gegevens, op: proefdag },
}: {
  readonly wie?: string
  readonly grond?: string
  readonly doel?: string
  readonly rol?: Medewerkerrol
  readonly brp?: RegisterUitkomst<Persoonsgegevens>
} = {}) {
  const corpus = proefcorpus()
  const register = verwerkingsregister(corpus.verwerkingen)
  const gevraagd: string[] = []
  const antwoord = (wie: string, wat: unknown) => async () => {
    gevraagd.push(wie)
    return wat
  }
  const organisatie = proeforganisatie('gemeente-GM0599')
  const gesteld = {
    ...{ id: 'g-1', doel, reden: 'balie', persoon, organisatie, gesteldOp: proefdag, rol },
    ...{ medewerker: 'm-1', sessie: 's-1' },
  }
  const verzoek = {
    context: { taal: 'nl' },
    beeld: maakBeeld(proefbronnen(), GEEN_ANTWOORDEN, 'nl'),
    bronnen: proefbronnen(),
    nu: proefdag,
    form: new URLSearchParams({ wie, grond }),
    werker: {
      subject: {
        ...{ soort: 'medewerker', medewerker: 'm-1', organisatie, rollen: [rol] },
        ...{ doelen: doelenVoor(register, [rol]), grond: gesteld },
      },
      grond: gesteld,
    },
    balie: {
      zaken: maakProefzaken({ meld: () => void gevraagd.push('zaken') }),
      registers: {
        brp: { raadpleeg: antwoord('brp', brp) },
        inkomen: { raadpleeg: antwoord('inkomen', stil) },
      },
      verwerkingen: () => corpus.verwerkingen,
      toegang: {
        beslis: (wat: Parameters<typeof beslis>[1]) => beslis(register, wat),
        audit: { metVerwerking: (_: unknown, fn: (bewijs: unknown) => unknown) => fn(undefined) },
      },
    },
    // What the proposal reads of a request, and nothing else of it.
  } as unknown as Verzoek
  return { verzoek, gevraagd }
}

test('a proposal says of each organisation why: a case that runs there, a right that there is or may be', async () => {
  const { verzoek, gevraagd } = opstelling()
  const voorstel = await maakVoorstel(verzoek, '')
  assert.ok(voorstel?.persoon)
  assert.deepEqual(gevraagd.toSorted(), ['brp', 'zaken'], 'het inkomen hoort niet bij deze grond')
  const van = (id: string) =>
    voorstel.organisaties.find(({ organisatie }) => organisatie === id)?.redenen ?? []
  assert.ok(van('duo').some(({ soort }) => soort === 'lopende-zaak'))
  // Closed cases are no reason.
  const zaken = voorstel.organisaties.flatMap(({ redenen }) =>
    redenen.flatMap((een) => (een.soort === 'lopende-zaak' ? [een.zaak] : [])),
  )
  assert.equal(zaken.length, 3)
  // Seventy-five years old: of AOW and AIO the register of persons alone says enough to name them; what hangs on income
  // stays possible, and is never taken for «no».
  const rechten = van('dienst-toeslagen').flatMap((een) => (een.soort === 'recht' ? [een] : []))
  assert.ok(rechten.some(({ regeling, groep }) => regeling === 'zorgtoeslag' && groep !== 'zeker'))
  assert.ok(voorstel.persoon.rechten.soort === 'gekeken')
  assert.deepEqual(voorstel.persoon.rechten.onbekend, [{ bron: 'inkomen', waarom: 'mag-niet' }])
  assert.deepEqual(voorstel.stappen, [])
})

test('with the day on which it happened steps get the days of the law, and without it those that wait come later', () => {
  const { verzoek } = opstelling()
  const dagen = (dag: string): ReadonlyMap<string, string | undefined> => {
    verzoek.form.set('gebeurtenisdag', dag)
    const { stappen = [] } = maakStapvoorstel(verzoek, 'overlijden') ?? {}
    return new Map(stappen.map(({ stap, termijn }) => [stap, termijn]))
  }
  const [zonder, met] = [dagen(''), dagen('28-2-2026')]
  assert.ok([...met.values()].filter((een) => een !== undefined).length > 3)
  assert.ok([...zonder.values()].every((een) => een === undefined))
  assert.deepEqual(dagen('geen dag'), zonder)
})

test('a source that is down costs its own part, and the proposal says which', async () => {
  const { verzoek } = opstelling({ brp: stil })
  const voorstel = await maakVoorstel(verzoek, 'overlijden')
  assert.ok(voorstel?.persoon)
  assert.equal(voorstel.persoon.rechten.soort, 'stil')
  assert.ok(voorstel.stappen.length > 0)
  assert.ok(
    voorstel.organisaties.some(({ redenen }) => redenen.some(({ soort }) => soort === 'lopende-zaak')),
  )
  assert.ok(!JSON.stringify(voorstel.organisaties).includes('"recht"'))
  const { zaken } = voorstel.persoon
  assert.ok(zaken.soort === 'gekeken')
  const mislukt = proefstanden.flatMap(({ bron, stand }) => (stand.soort === 'mislukt' ? [bron] : []))
  assert.deepEqual(zaken.stil, mislukt)
  assert.equal(zaken.isKlaar, false)
})

test('nobody is asked about who is anonymous, nor about another than the form was opened for', async () => {
  for (const anders of [{ wie: 'anoniem' }, { wie: 'document' }, { grond: 'g-0' }]) {
    const { verzoek, gevraagd } = opstelling(anders)
    const voorstel = await maakVoorstel(verzoek, 'overlijden')
    assert.ok(voorstel && voorstel.stappen.length > 0)
    assert.equal(voorstel.persoon, undefined)
    assert.equal(await maakVoorstel(verzoek, ''), undefined)
    assert.deepEqual(gevraagd, [])
  }
})

test('what the ground does not reach is not asked: another purpose, other parts', async () => {
  const { verzoek, gevraagd } = opstelling({ doel: 'machtiging-registreren' })
  const voorstel = await maakVoorstel(verzoek, 'overlijden')
  assert.deepEqual(voorstel?.persoon, { zaken: { soort: 'mag-niet' }, rechten: { soort: 'mag-niet' } })
  assert.deepEqual(gevraagd, [])
  const hulp = opstelling({ doel: 'schuldhulp-geven', rol: 'hulpverlener' })
  const met = await maakVoorstel(hulp.verzoek, 'overlijden')
  assert.deepEqual(hulp.gevraagd.toSorted(), ['brp', 'inkomen', 'zaken'])
  assert.ok(met?.persoon?.rechten.soort === 'gekeken')
  assert.deepEqual(met.persoon.rechten.onbekend, [{ bron: 'inkomen', waarom: 'stil' }])
})
