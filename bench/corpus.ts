import {
  foutregel,
  type GeladenCorpus,
  loadCorpus,
  MEEGELEVERD,
  type Vraagvolgorde,
} from '../src/corpus/index.ts'
import { type Corpus, parseVraag, type Vraag } from '../src/engine/index.ts'

export function openCorpus(): Corpus {
  return open().engine
}

/** Which questions the website asks first. */
export function openVraagvolgorde(): Vraagvolgorde {
  return open().vraagvolgorde
}

function open(): GeladenCorpus {
  const geladen = loadCorpus({ mappen: [MEEGELEVERD] })
  if (!geladen.ok) throw new Error(geladen.fouten.map((fout) => foutregel(fout)).join('\n'))
  return geladen.corpus
}

/** A household of which everything is known that the schemes ask most. */
export const BEKEND = {
  aanvrager: {
    geboortedatum: '1990-05-01',
    zorgverzekerd: true,
    toetsingsinkomen: 2_950_000,
    vermogen: 0,
    netto_maandinkomen: 200_000,
    werkt: true,
  },
  partner: {
    geboortedatum: '1991-02-03',
    zorgverzekerd: true,
    toetsingsinkomen: 1_200_000,
    vermogen: 0,
    netto_maandinkomen: 90_000,
    werkt: true,
  },
  kinderen: [{ geboortedatum: '2016-04-02', thuiswonend: true, kinderbijslag: true, opvang: [] }],
  medebewoners: [],
  woning: {
    soort: 'huur',
    zelfstandig: true,
    kale_huur: 70_000,
    servicekosten: 0,
    gemeente: 'GM0363',
    waterschap: 'WS0155',
  },
}

/** The same, with five answers missing. */
export const VIJF_ONBEKEND = {
  ...BEKEND,
  aanvrager: weg(BEKEND.aanvrager, 'toetsingsinkomen', 'vermogen', 'zorgverzekerd'),
  woning: weg(BEKEND.woning, 'kale_huur', 'zelfstandig'),
}

function weg(o: Readonly<Record<string, unknown>>, ...namen: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(o).filter(([naam]) => !namen.includes(naam)))
}

export function stel(corpus: Corpus, huishouden: unknown, regelingen?: readonly string[]): Vraag {
  const v = parseVraag(corpus, { datum: '2026-03-01', huishouden, ...(regelingen ? { regelingen } : {}) })
  if (!v.ok) throw new Error(JSON.stringify(v.fouten))
  return v.vraag
}
