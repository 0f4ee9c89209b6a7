import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum } from '../kalender/index.ts'
import {
  beleid,
  beslis,
  type EigenBedrijf,
  handelingen,
  type Machtiging,
  type Toegangsvraag,
  voorwerpen,
} from './index.ts'

import {
  alleVragen,
  ander,
  arnhem,
  bedrijf,
  duo,
  grond,
  ik,
  inwoner,
  kind,
  machtiging,
  medewerker,
  nijmegen,
  nu,
  ondernemer,
  register,
  svb,
  vandaag,
  voorKind,
  voorWie,
  vreemde,
} from './proefbeslis.ts'
import { magVolgensDeWet } from './proefwet.ts'

test('every subject crossed with every act on everything of everybody: nothing leaks', (t) => {
  const geraakt = new Set<string>()
  let aantal = 0
  let toegestaan = 0
  for (const vraag of alleVragen()) {
    aantal++
    const besluit = beslis(register, vraag)
    if (!besluit.mag) continue
    toegestaan++
    geraakt.add(besluit.regel)
    assert.ok(magVolgensDeWet(vraag), JSON.stringify({ ...vraag, besluit }))
  }
  t.diagnostic(`${aantal} vragen, ${toegestaan} toegestaan`)
  assert.ok(aantal > 100_000)
  // A line that can never be met is a mistake; that it can be met keeps this test from being true of an empty table.
  assert.deepEqual(
    beleid.map(({ id }) => id).filter((id) => !geraakt.has(id)),
    [],
  )
})

test('an empty table allows nothing', () => {
  for (const handeling of handelingen)
    for (const soort of voorwerpen) {
      const vraag = {
        subject: inwoner('hoog'),
        voor: voorWie[0] ?? { soort: 'zelf' },
        handeling,
        voorwerp: { soort, eigenaar: ik },
        nu,
        vandaag,
      } as const
      assert.deepEqual(beslis(register, vraag, []), { mag: false, regel: undefined, reden: 'geen-regel' })
    }
})

test('a refusal says what would help', () => {
  const vraag = (anders: Partial<Toegangsvraag>): Toegangsvraag => ({
    subject: inwoner('substantieel'),
    voor: { soort: 'zelf' },
    handeling: 'bekijken',
    voorwerp: { soort: 'eigen-gegevens', eigenaar: ik },
    doel: 'eigen-gegevens-tonen',
    nu,
    vandaag,
    ...anders,
  })
  const toestemming = {
    handeling: 'toestemmen',
    doel: 'rechten-invullen',
    voorwerp: { soort: 'toestemming', eigenaar: ik },
  } as const
  const vanAnder = { soort: 'eigen-gegevens', eigenaar: ander, organisatie: svb, dienst: 'aow' } as const
  const helpen = {
    doel: 'inwoner-helpen',
    voorwerp: { soort: 'eigen-gegevens', eigenaar: ander, organisatie: svb },
  } as const
  const zoeken = { handeling: 'zoeken', doel: 'inwoner-zoeken', voorwerp: { soort: 'inwoner' } } as const
  const gevallen: readonly (readonly [Partial<Toegangsvraag>, string])[] = [
    [{ subject: inwoner('laag') }, 'niveau-te-laag'],
    [{ subject: { soort: 'helper' } }, 'helper-ziet-niets-alleen'],
    [{ subject: { soort: 'anoniem' } }, 'geen-regel'],
    [{ voorwerp: { soort: 'eigen-gegevens', eigenaar: ander } }, 'niet-van-hen'],
    [{ doel: 'sessies' }, 'doel-past-niet'],
    [{ doel: 'zomaar' }, 'doel-onbekend'],
    [{ ...toestemming, subject: inwoner('hoog', 6) }, 'opnieuw-inloggen'],
    [{ voor: machtiging('machtiging', { ingetrokken: nu }), voorwerp: vanAnder }, 'machtiging-geldt-niet'],
    [{ voor: machtiging('machtiging', { diensten: ['anw'] }), voorwerp: vanAnder }, 'machtiging-dekt-niet'],
    [{ ...helpen, subject: medewerker() }, 'grond-ontbreekt'],
    [{ ...helpen, subject: medewerker({ grond: grond('inwoner-helpen', vreemde) }) }, 'grond-ontbreekt'],
    [{ ...helpen, subject: medewerker({ grond: grond('inwoner-helpen', ander, 61) }) }, 'grond-verlopen'],
    [{ ...zoeken, subject: medewerker() }, 'grond-ontbreekt'],
    [{ ...zoeken, subject: medewerker({ grond: grond('inwoner-helpen', ander) }) }, 'grond-voor-ander'],
    [{ ...zoeken, subject: medewerker({ rollen: ['informatiepunt'] }) }, 'doel-niet-gegeven'],
    [
      { voor: voorWie[2] ?? { soort: 'zelf' }, voorwerp: { soort: 'eigen-gegevens', eigenaar: kind } },
      'kind-is-meerderjarig',
    ],
  ]
  for (const [anders, reden] of gevallen) {
    const besluit = beslis(register, vraag(anders))
    assert.deepEqual([besluit.mag, besluit.mag ? '' : besluit.reden], [false, reden], reden)
  }
  assert.deepEqual(beslis(register, vraag({})), { mag: true, regel: 'gegevens-zien' })
  assert.deepEqual(beslis(register, vraag({ ...toestemming, subject: inwoner('substantieel', 5) })), {
    mag: true,
    regel: 'toestemming-geven',
  })
})

test('more assurance never takes anything away, and a helper beside somebody never adds anything', () => {
  // One by one: all of them at once would be two million objects, of which half is thrown away.
  const vragen: Toegangsvraag[] = []
  for (const vraag of alleVragen()) if (vraag.subject.soort === 'inwoner') vragen.push(vraag)
  fc.assert(
    fc.property(fc.nat(vragen.length - 1), (nummer) => {
      const vraag = vragen[nummer]
      assert.ok(vraag && vraag.subject.soort === 'inwoner')
      const { subject } = vraag
      const besluit = beslis(register, vraag)
      const hoger = { ...subject, herkenning: { ...subject.herkenning, niveau: 'hoog' as const, op: nu } }
      if (besluit.mag) assert.ok(beslis(register, { ...vraag, subject: hoger }).mag)
      assert.deepEqual(beslis(register, { ...vraag, subject: { ...subject, metHelper: true } }), besluit)
    }),
    { numRuns: 2_000, seed: 9 },
  )
})

test('a mandate over several services is decided for each of them, and for no other', () => {
  const diensten = ['aow', 'anw', 'aio']
  const alle = [...diensten, 'kinderbijslag', undefined]
  const mag = (organisatie: typeof svb, dienst: string | undefined, anders: Partial<Machtiging>) =>
    beslis(register, {
      subject: inwoner('substantieel'),
      voor: machtiging('machtiging', anders),
      handeling: 'bekijken',
      voorwerp: { soort: 'eigen-gegevens', eigenaar: ander, organisatie, ...(dienst && { dienst }) },
      doel: 'eigen-gegevens-tonen',
      nu,
      vandaag,
    })
  const gedekt = (anders: Partial<Machtiging>, organisatie = svb) =>
    alle.filter((dienst) => mag(organisatie, dienst, anders).mag)
  // In whatever order they stand: none of them stands for the others.
  for (const volgorde of [diensten, diensten.toReversed(), ['aio', 'aow', 'anw']]) {
    assert.deepEqual(gedekt({ diensten: volgorde }), diensten)
    assert.deepEqual(gedekt({ diensten: volgorde }, duo), [])
  }
  assert.deepEqual(gedekt({ diensten: ['anw'] }), ['anw'])
  assert.deepEqual(gedekt({ diensten: [] }), alle, 'the whole organisation')
  assert.deepEqual(gedekt({ diensten: [] }, duo), [])
  assert.deepEqual(gedekt({ diensten, ingetrokken: nu }), [])
  assert.deepEqual(mag(svb, 'kinderbijslag', { diensten }), {
    mag: false,
    regel: 'gemachtigd-zien',
    reden: 'machtiging-dekt-niet',
  })
})

test('who may act for one branch sees that branch, and neither another nor the company as a whole', () => {
  const mag = (eigen: EigenBedrijf, gekozen: typeof arnhem | undefined, van: typeof arnhem | undefined) =>
    beslis(register, {
      subject: ondernemer(eigen),
      voor: { soort: 'bedrijf', persoon: bedrijf, ...(gekozen && { vestiging: gekozen }) },
      handeling: 'bekijken',
      voorwerp: { soort: 'inzagelog', eigenaar: bedrijf, ...(van && { vestiging: van }) },
      doel: 'inzage-tonen',
      nu,
      vandaag,
    }).mag
  const plekken = [undefined, arnhem, nijmegen]
  const heel = { persoon: bedrijf }
  assert.ok(plekken.every((van) => mag(heel, undefined, van)))
  for (const gekozen of plekken)
    for (const van of plekken)
      assert.equal(mag({ ...heel, vestiging: arnhem }, gekozen, van), gekozen === arnhem && van === arnhem)
})

test('custody holds for a quarter of an hour to look, and for a minute to change something', () => {
  const bij = (
    handeling: Toegangsvraag['handeling'],
    voorwerp: Toegangsvraag['voorwerp']['soort'],
    doel: string,
    minuten: number,
  ) => {
    const gezagOp = new Date(nu.getTime() - minuten * 60_000)
    const [, jong] = voorWie
    assert.ok(jong?.soort === 'kind')
    const voor = { ...jong, gezagOp }
    const eigen = { soort: voorwerp, eigenaar: kind }
    const besluit = beslis(register, {
      subject: inwoner('substantieel'),
      voor,
      handeling,
      voorwerp: eigen,
      doel,
      nu,
      vandaag,
    })
    return besluit.mag || besluit.reden
  }
  const zien = (minuten: number) => bij('bekijken', 'eigen-gegevens', 'eigen-gegevens-tonen', minuten)
  const melden = (minuten: number) => bij('melden-onjuist', 'correctie', 'terugmelding', minuten)
  assert.deepEqual([zien(0), zien(15), zien(16), zien(-1)], [true, true, 'gezag-te-oud', 'gezag-te-oud'])
  assert.deepEqual([melden(0), melden(1), melden(2)], [true, true, 'gezag-te-oud'])
})

test('a parent sees cases of a child only where the register says that it is no secret, until the eighteenth birthday', () => {
  const bij = (
    anders: Parameters<typeof voorKind>[0],
    handeling: Toegangsvraag['handeling'] = 'bekijken',
    soort: Toegangsvraag['voorwerp']['soort'] = 'zaak',
    op = vandaag,
  ) => {
    const besluit = beslis(register, {
      subject: inwoner('substantieel'),
      voor: voorKind(anders),
      handeling,
      voorwerp: { soort, eigenaar: kind },
      doel:
        handeling === 'antwoorden' ? 'zaken-antwoorden' : soort === 'zaak' ? 'zaken-tonen' : 'zaken-document',
      nu,
      vandaag: op,
    })
    return besluit.mag ? besluit.regel : besluit.reden
  }
  assert.equal(bij({ geheimhouding: 'nee' }), 'zaken-van-kind-zien')
  assert.equal(bij({ geheimhouding: 'nee' }, 'bekijken', 'zaakdocument'), 'zaken-van-kind-zien')
  assert.equal(bij({}), 'geheim-niet-gevraagd')
  // The same reason, so that nothing that is made of it can tell them apart.
  assert.equal(bij({ geheimhouding: 'ja' }), 'kind-is-afgeschermd')
  assert.equal(bij({ geheimhouding: 'onbekend' }), 'kind-is-afgeschermd')
  assert.equal(bij({ geheimhouding: 'nee' }, 'toevoegen', 'zaakdocument'), 'geen-regel')
  assert.equal(bij({ geheimhouding: 'nee' }, 'antwoorden'), 'geen-regel')
  const verjaardag = datum('2026-06-02')
  assert.equal(bij({ geheimhouding: 'nee', meerderjarigOp: verjaardag }), 'zaken-van-kind-zien')
  assert.equal(
    bij({ geheimhouding: 'nee', meerderjarigOp: verjaardag }, 'bekijken', 'zaak', verjaardag),
    'kind-is-meerderjarig',
  )
  // Too old a custody is asked after first, whatever was said about secrecy then.
  const oud = new Date(nu.getTime() - 16 * 60_000)
  assert.equal(bij({ geheimhouding: 'nee', gezagOp: oud }), 'gezag-te-oud')
  assert.equal(bij({ geheimhouding: 'nee', persoon: ander }), 'niet-van-hen')
})
