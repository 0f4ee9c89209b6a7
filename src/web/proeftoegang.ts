/** For tests of access: who can be at the door. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { proeforganisatie } from '../audit/proefaudit.ts'
import {
  type Datum,
  type Geheimhouding,
  maakPersoonId,
  type PersoonId,
  parseDatum,
  parseVestigingsnummer,
} from '../domain/index.ts'
import type { EigenBedrijf, Ingelogd, Machtiging, Niveau, Subject, VoorKeuze } from '../toegang/index.ts'
import { proefdag } from './proefweb.ts'

const persoon = (): PersoonId => maakPersoonId(proefdag, randomBytes)
export const [ik, ander, kind, bedrijf] = [persoon(), persoon(), persoon(), persoon()]
function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

const machtiging = (deel: Partial<Machtiging>): Machtiging => ({
  id: '00000000-0000-7000-8000-000000000000',
  soort: 'machtiging',
  gever: ander,
  gemachtigde: ik,
  organisatie: proeforganisatie('svb'),
  diensten: [],
  geldigVanaf: dag('2020-01-01'),
  geldigTot: dag('2030-01-01'),
  wijze: { soort: 'digitaal' },
  vastgelegd: proefdag,
  ingetrokken: undefined,
  ...deel,
})

export interface Geval {
  readonly wie: Ingelogd | undefined
  readonly voor?: VoorKeuze
  readonly machtiging?: Machtiging
}

export const inwoner = (niveau: Niveau, minutenGeleden = 0): Extract<Subject, { soort: 'inwoner' }> => ({
  soort: 'inwoner',
  persoon: ik,
  herkenning: {
    middel: 'digid',
    niveau,
    bron: 'https://x.example',
    op: new Date(proefdag.getTime() - minutenGeleden * 60_000),
  },
})

const medewerker: Ingelogd = {
  soort: 'medewerker',
  medewerker: 'm-1',
  organisatie: proeforganisatie('svb'),
  rollen: ['balie', 'klantcontact'],
  doelen: ['inwoner-zoeken', 'inwoner-helpen', 'machtiging-registreren'],
}
const metMachtiging = (deel: Partial<Machtiging>): Geval => {
  const een = machtiging(deel)
  return { wie: inwoner('substantieel'), voor: { soort: 'machtiging', id: een.id }, machtiging: een }
}
const gezagOp = proefdag.toISOString()
const alsKind = (meerderjarigOp: string, geheimhouding?: Geheimhouding): Geval => ({
  wie: inwoner('substantieel'),
  voor: {
    soort: 'kind',
    persoon: kind,
    meerderjarigOp: dag(meerderjarigOp),
    gezagOp,
    ...(geheimhouding && { geheimhouding }),
  },
})

const [vestiging, andereVestiging] = ['000090009111', '000090009112'].map(parseVestigingsnummer)
assert.ok(vestiging && andereVestiging)
const voorBedrijf = (eigen: Partial<EigenBedrijf>, gekozen: { vestiging?: typeof vestiging }): Geval => ({
  wie: { ...inwoner('substantieel'), bedrijf: { persoon: bedrijf, ...eigen } },
  voor: { soort: 'bedrijf', persoon: bedrijf, ...gekozen },
})

export const gevallen: Readonly<Record<string, Geval>> = {
  niemand: { wie: undefined },
  medewerker: { wie: medewerker },
  zelf: { wie: inwoner('substantieel') },
  'zelf, hoog': { wie: inwoner('hoog') },
  'zelf, met een helper ernaast': { wie: { ...inwoner('substantieel'), metHelper: true } },
  'zelf, laag': { wie: inwoner('laag') },
  'zelf, een kwartier geleden herkend': { wie: inwoner('substantieel', 14) },
  kind: alsKind('2030-01-01'),
  'kind, niet geheim': alsKind('2030-01-01', 'nee'),
  'kind, geheim': alsKind('2030-01-01', 'ja'),
  'kind, onbekend of het geheim is': alsKind('2030-01-01', 'onbekend'),
  'kind dat 18 werd': alsKind('2026-01-01'),
  'kind dat 18 werd, niet geheim': alsKind('2026-01-01', 'nee'),
  gemachtigd: metMachtiging({}),
  'gemachtigd voor een dienst': metMachtiging({ diensten: ['aow'] }),
  'gemachtigd voor twee diensten, een gekozen': {
    ...metMachtiging({ diensten: ['aow', 'anw'] }),
    voor: { soort: 'machtiging', id: machtiging({}).id, dienst: 'anw' },
  },
  'gemachtigd voor twee diensten, geen gekozen': metMachtiging({ diensten: ['aow', 'anw'] }),
  'gemachtigd voor een dienst, een andere gekozen': {
    ...metMachtiging({ diensten: ['aow'] }),
    voor: { soort: 'machtiging', id: machtiging({}).id, dienst: 'anw' },
  },
  'gemachtigd, gever kwam onder curatele': metMachtiging({
    maatregelen: [{ soort: 'curatele', geldigVanaf: dag('2026-02-01'), geldigTot: dag('2100-01-01') }],
  }),
  'machtiging voorbij': metMachtiging({ geldigTot: dag('2026-02-01') }),
  'machtiging nog niet': metMachtiging({ geldigVanaf: dag('2027-01-01') }),
  'machtiging ingetrokken': metMachtiging({ ingetrokken: proefdag }),
  'machtiging van een ander': metMachtiging({ gemachtigde: ander, gever: kind }),
  bewind: metMachtiging({ soort: 'bewind' }),
  mentorschap: metMachtiging({ soort: 'mentorschap' }),
  bedrijf: voorBedrijf({}, {}),
  'bedrijf, een vestiging': voorBedrijf({ vestiging }, { vestiging }),
  'bedrijf, een andere vestiging': voorBedrijf({ vestiging }, { vestiging: andereVestiging }),
  'bedrijf, meer dan de vestiging': voorBedrijf({ vestiging }, {}),
  'een ander bedrijf': voorBedrijf({ persoon: ander }, {}),
  'bedrijf zonder herkenning': { wie: inwoner('hoog'), voor: { soort: 'bedrijf', persoon: bedrijf } },
}

/** What each may open, besides what is open to everybody. Written out: a change here is a decision. */
