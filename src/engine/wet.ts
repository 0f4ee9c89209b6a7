/** One law file: from a document to parameters, open values, rules and outcome. Reading only; `check.ts` judges the formulas. */
import { leesDatum } from './datum.ts'
import { DATUM, type Eenheid, isProcent, leesEenheid } from './eenheid.ts'
import { type Ast, ontleedFormule } from './feel.ts'
import { type Decimaal, korter } from './getal.ts'
import { Lezing, type Pad } from './lezing.ts'
import type {
  CorpusDocument,
  CorpusFout,
  FeitBij,
  Kanaal,
  RegelingInfo,
  RegelingTekst,
  Soort,
  Vertrouwen,
} from './types.ts'
import { BIJ } from './vocabulaire.ts'

export const VERTROUWEN: readonly Vertrouwen[] = ['alleen-tekst', 'opgesteld', 'beoordeeld', 'nagerekend']
export const SOORTEN: readonly (Soort | 'gedeeld')[] = [
  'geld',
  'korting',
  'kwijtschelding',
  'natura',
  'signaal',
  'gedeeld',
]
export type Peilmoment = 'dag' | 'maand' | 'kwartaal' | 'jaar'

export interface Plek {
  readonly lezing: Lezing
  readonly pad: Pad
}

export type ParamWaarde =
  | { readonly k: 'getal'; readonly d: Decimaal }
  | { readonly k: 'ja-nee'; readonly waarde: boolean }
  | { readonly k: 'per-gebied'; readonly waarden: ReadonlyMap<string, Decimaal | undefined> }
  /** Rows sorted by upper bound (included); the last bound is absent: the rest. */
  | {
      readonly k: 'tabel'
      readonly sleutel: Eenheid
      readonly rijen: readonly { readonly tot?: Decimaal; readonly d: Decimaal }[]
    }
  | { readonly k: 'onbekend'; readonly bereik?: readonly [Decimaal, Decimaal] }

export interface ParamDef {
  readonly naam: string
  readonly eenheid: Eenheid
  readonly eenheidTekst: string
  readonly waarde: ParamWaarde
  readonly bron: string
  readonly vertrouwen: Vertrouwen
  readonly reden: 'bedrag-niet-vastgesteld' | 'niet-gemodelleerd'
  /** An open value that nobody has filled yet. */
  readonly open?: string
  readonly plek: Plek
}

export interface RegelDef {
  readonly naam: string
  readonly artikel: string
  readonly uitleg: string
  readonly formule: string
  readonly ast: Ast | undefined
  readonly eenheidTekst: string
  readonly vertrouwen: Vertrouwen
  readonly voor: readonly FeitBij[] | undefined
  readonly plek: Plek
}

export interface UitkomstDef {
  readonly voorwaarden: readonly string[]
  readonly bedrag: string | undefined
  readonly jaarbedrag: string | undefined
  readonly beslist: boolean
}

export interface Wet {
  readonly id: string
  readonly soort: Soort | 'gedeeld'
  readonly gebied: string
  /** Day number. */
  readonly vanaf: number
  readonly versie: number
  readonly bedragenTot: number | undefined
  readonly peilmoment: Peilmoment
  readonly gebruikt: readonly string[]
  readonly vultIn: string | undefined
  readonly parameters: ReadonlyMap<string, ParamDef>
  readonly regels: ReadonlyMap<string, RegelDef>
  readonly uitkomst: UitkomstDef
  readonly info: RegelingInfo
  /** This file and the ones it builds on. */
  readonly bestanden: readonly { readonly bestand: string; readonly sha256: string }[]
  readonly lezing: Lezing
}

const SLEUTELS = [
  'id',
  'naam',
  'soort',
  'doelgroep',
  'uitvoerder',
  'gebied',
  'grondslag',
  'vanaf',
  'bedragen_tot',
  'versie',
  'bouwt_voort_op',
  'peilmoment',
  'gebruikt',
  'vult_in',
  'vertrouwen',
  'parameters',
  'open',
  'regels',
  'uitkomst',
  'onzeker',
  'teksten',
  'kanalen',
  'gebeurtenissen',
  'upl',
] as const
const NAAM = /^[a-z_][a-z0-9_]*$/
const GERESERVEERD = new Set([
  'aanvrager',
  'partner',
  'kinderen',
  'medebewoners',
  'woning',
  'onderneming',
  'peildatum',
  'dit',
  'item',
  'and',
  'or',
  'not',
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'every',
  'satisfies',
  'null',
  'true',
  'false',
])

/** Reads a file; `basis` is the file it builds on (`bouwt_voort_op`), already read. */
export function leesWet(doc: CorpusDocument, basis: Wet | undefined, fouten: CorpusFout[]): Wet | undefined {
  const l = new Lezing(doc, fouten)
  l.sleutels([], SLEUTELS)
  const id = l.tekst(['id'], true)
  if (!/^[a-z0-9]+(-[a-zA-Z0-9]+)*$/.test(id))
    l.fout(['id'], 'naam', `«${id}» kan geen id zijn.`, 'Gebruik kleine letters, cijfers en streepjes.')
  const vanaf = l.datum(['vanaf'], true) ?? 0
  const soort = l.keuze(['soort'], SOORTEN, basis?.soort ?? 'geld')
  const vertrouwen = l.keuze(['vertrouwen'], VERTROUWEN, basis?.info.vertrouwen ?? 'opgesteld')
  const parameters = new Map(basis?.parameters)
  leesParameters(l, parameters, vertrouwen)
  leesOpen(l, parameters)
  const regels = new Map(basis?.regels)
  for (const naam of l.sleutels(['regels'])) {
    const r = leesRegel(l, naam, vertrouwen)
    if (r) regels.set(naam, r)
  }
  for (const naam of regels.keys()) {
    const p = parameters.get(naam)
    if (p)
      p.plek.lezing.fout(
        p.plek.pad,
        'dubbele-naam',
        `«${naam}» is een parameter en een regel.`,
        'Geef een van de twee een andere naam.',
      )
  }
  const vultIn = l.tekst(['vult_in']) ?? basis?.vultIn
  const uitkomst = leesUitkomst(l, basis?.uitkomst, soort)
  const tot = l.datum(['bedragen_tot'], false)
  return {
    id,
    soort,
    gebied:
      l.tekst(['gebied']) ?? basis?.gebied ?? (soort === 'gedeeld' ? 'nederland' : l.tekst(['gebied'], true)),
    vanaf,
    versie: l.geheel(['versie'], 1),
    bedragenTot: tot,
    peilmoment: l.keuze(
      ['peilmoment'],
      ['dag', 'maand', 'kwartaal', 'jaar'] as const,
      basis?.peilmoment ?? 'dag',
    ),
    gebruikt: l.waarde(['gebruikt']) === undefined ? (basis?.gebruikt ?? []) : l.teksten(['gebruikt']),
    vultIn,
    parameters,
    regels,
    uitkomst,
    info: leesInfo(l, id, soort, vertrouwen, vultIn, basis?.info),
    bestanden: [...(basis?.bestanden ?? []), { bestand: doc.bestand, sha256: doc.sha256 }],
    lezing: l,
  }
}

function naamFout(l: Lezing, pad: Pad, naam: string): boolean {
  if (NAAM.test(naam) && !GERESERVEERD.has(naam)) return false
  l.fout(
    pad,
    'naam',
    `«${naam}» kan hier geen naam zijn.`,
    'Gebruik kleine letters, cijfers en _, en geen woord dat al iets betekent.',
  )
  return true
}

function leesParameters(l: Lezing, uit: Map<string, ParamDef>, standaard: Vertrouwen): void {
  for (const naam of l.sleutels(['parameters'])) {
    const p = ['parameters', naam]
    if (naamFout(l, p, naam)) continue
    l.sleutels(p, [
      'waarde',
      'eenheid',
      'bron',
      'vertrouwen',
      'reden',
      'bereik',
      'tabel',
      'per',
      'per_gebied',
      'artikel',
      'opmerking',
    ])
    const eenheidTekst = l.tekst([...p, 'eenheid'], true)
    const eenheid =
      eenheidTekst === 'datum' ? DATUM : eenheidTekst === 'ja-nee' ? {} : leesEenheid(eenheidTekst)
    if (!eenheid) {
      l.fout(
        [...p, 'eenheid'],
        'eenheid',
        `De eenheid «${eenheidTekst}» is niet bekend.`,
        'Schrijf bijvoorbeeld EUR/maand, procent, jaar of getal.',
      )
      continue
    }
    const waarde = leesParamWaarde(l, p, eenheidTekst)
    if (!waarde) continue
    uit.set(naam, {
      naam,
      eenheid,
      eenheidTekst,
      waarde,
      bron: l.tekst([...p, 'bron'], true),
      vertrouwen: l.keuze([...p, 'vertrouwen'], VERTROUWEN, standaard),
      reden: l.keuze(
        [...p, 'reden'],
        ['bedrag-niet-vastgesteld', 'niet-gemodelleerd'] as const,
        'bedrag-niet-vastgesteld',
      ),
      plek: { lezing: l, pad: p },
    })
  }
}

function leesParamWaarde(l: Lezing, p: Pad, eenheid: string): ParamWaarde | undefined {
  const procent = (d: Decimaal | undefined) =>
    d && isProcent(eenheid) ? { w: d.w, schaal: d.schaal + 2 } : d
  const getal = (q: Pad): Decimaal | undefined => {
    if (eenheid !== 'datum') {
      const d = procent(l.decimaal(q))
      return d && korter(d)
    }
    const dag = l.datum(q, true)
    return dag === undefined ? undefined : { w: BigInt(dag), schaal: 0 }
  }
  if (l.waarde([...p, 'tabel']) !== undefined) return leesTabel(l, p, getal)
  if (l.waarde([...p, 'per_gebied']) !== undefined) {
    const q = [...p, 'per_gebied']
    return {
      k: 'per-gebied',
      waarden: new Map(
        l.sleutels(q).map((g) => [g, l.waarde([...q, g]) === 'onbekend' ? undefined : getal([...q, g])]),
      ),
    }
  }
  const w = l.waarde([...p, 'waarde'])
  if (w === undefined)
    return l.fout(
      p,
      'ontbreekt',
      `Parameter «${p.join('.')}» heeft geen waarde.`,
      'Vul waarde:, tabel: of per_gebied: in. Is het bedrag er nog niet: waarde: onbekend.',
    )
  if (w === 'onbekend') {
    if (l.waarde([...p, 'bereik']) === undefined) return { k: 'onbekend' }
    const a = getal([...p, 'bereik', 0])
    const b = getal([...p, 'bereik', 1])
    return a && b ? { k: 'onbekend', bereik: [a, b] } : undefined
  }
  if (eenheid === 'ja-nee') return { k: 'ja-nee', waarde: l.jaNee([...p, 'waarde'], false) }
  const d = getal([...p, 'waarde'])
  return d && { k: 'getal', d }
}

function leesTabel(l: Lezing, p: Pad, getal: (q: Pad) => Decimaal | undefined): ParamWaarde | undefined {
  const per = l.tekst([...p, 'per'], true)
  const sleutel = per === 'datum' ? DATUM : leesEenheid(per)
  if (!sleutel)
    return l.fout(
      [...p, 'per'],
      'eenheid',
      `De eenheid «${per}» is niet bekend.`,
      'Schrijf waarop u zoekt: EUR/jaar, jaar of datum.',
    )
  const q = [...p, 'tabel']
  const rijen = l.lijst(q).map((_, i) => {
    const grens = l.waarde([...q, i, 0])
    const dag = per === 'datum' && grens !== 'rest' ? leesDatum(String(grens)) : undefined
    const tot =
      grens === 'rest'
        ? undefined
        : per === 'datum'
          ? dag === undefined
            ? undefined
            : { w: BigInt(dag), schaal: 0 }
          : l.decimaal([...q, i, 0])
    return {
      d: getal([...q, i, 1]) ?? { w: 0n, schaal: 0 },
      ...(tot ? { tot: korter(tot) } : {}),
      rest: grens === 'rest',
    }
  })
  if (rijen.length === 0 || !rijen.at(-1)?.rest || rijen.slice(0, -1).some((r) => !r.tot)) {
    return l.fout(
      q,
      'tabel',
      'De laatste rij van een tabel begint met «rest», en alleen die.',
      'Schrijf bijvoorbeeld [[10000, 5], [20000, 4], [rest, 0]].',
    )
  }
  const dalend = rijen.findIndex((r, i) => {
    const v = rijen[i - 1]?.tot
    return (
      i > 0 &&
      r.tot !== undefined &&
      v !== undefined &&
      r.tot.w * 10n ** BigInt(v.schaal) <= v.w * 10n ** BigInt(r.tot.schaal)
    )
  })
  if (dalend >= 0)
    return l.fout(
      [...q, dalend],
      'tabel',
      'De bovengrenzen lopen niet op.',
      'Zet de rijen op volgorde van klein naar groot.',
    )
  return { k: 'tabel', sleutel, rijen: rijen.map(({ rest: _, ...r }) => r) }
}

function leesOpen(l: Lezing, uit: Map<string, ParamDef>): void {
  for (const naam of l.sleutels(['open'])) {
    const p = ['open', naam]
    if (naamFout(l, p, naam)) continue
    l.sleutels(p, ['eenheid', 'aan', 'artikel', 'bij_afwezigheid', 'bereik', 'opmerking'])
    const eenheidTekst = l.tekst([...p, 'eenheid'], true)
    const eenheid = eenheidTekst === 'ja-nee' ? {} : leesEenheid(eenheidTekst)
    if (!eenheid) {
      l.fout(
        [...p, 'eenheid'],
        'eenheid',
        `De eenheid «${eenheidTekst}» is niet bekend.`,
        'Schrijf bijvoorbeeld EUR/maand of procent.',
      )
      continue
    }
    const aan = l.keuze(
      [...p, 'aan'],
      ['gemeente', 'provincie', 'waterschap', 'eiland', 'minister'] as const,
      'gemeente',
    )
    const afwezig = l.waarde([...p, 'bij_afwezigheid'])
    if (afwezig === undefined)
      l.fout(
        p,
        'ontbreekt',
        `Wat betekent het als niemand «${naam}» invult?`,
        'Schrijf bij_afwezigheid: onbekend of bij_afwezigheid: { waarde: … }.',
      )
    const q = [...p, 'bij_afwezigheid']
    const bereik =
      l.waarde([...p, 'bereik']) === undefined
        ? undefined
        : [l.decimaal([...p, 'bereik', 0]), l.decimaal([...p, 'bereik', 1])]
    const schaal = (d: Decimaal) => korter(isProcent(eenheidTekst) ? { w: d.w, schaal: d.schaal + 2 } : d)
    const [a, b] = bereik ?? []
    const waarde: ParamWaarde =
      afwezig !== undefined && afwezig !== 'onbekend'
        ? (leesParamWaarde(l, q, eenheidTekst) ?? { k: 'onbekend' })
        : { k: 'onbekend', ...(a && b ? { bereik: [schaal(a), schaal(b)] as const } : {}) }
    uit.set(naam, {
      naam,
      eenheid,
      eenheidTekst,
      waarde,
      bron:
        waarde.k === 'onbekend'
          ? `Dit bepaalt uw ${aan}.`
          : (l.tekst([...q, 'bron']) ??
            `Geldt als de ${aan} niets anders regelt (artikel ${l.tekst([...p, 'artikel']) ?? ''}).`),
      vertrouwen:
        waarde.k === 'onbekend' ? 'nagerekend' : l.keuze([...q, 'vertrouwen'], VERTROUWEN, 'beoordeeld'),
      reden: 'bedrag-niet-vastgesteld',
      open: aan,
      plek: { lezing: l, pad: p },
    })
  }
}

function leesRegel(l: Lezing, naam: string, standaard: Vertrouwen): RegelDef | undefined {
  const p = ['regels', naam]
  if (naamFout(l, p, naam)) return undefined
  l.sleutels(p, ['artikel', 'eenheid', 'uitleg', 'formule', 'voor', 'vertrouwen', 'opmerking'])
  const formule = l.tekst([...p, 'formule'], true)
  const o = ontleedFormule(formule)
  if (!o.ok && formule !== '') {
    for (const f of o.fouten)
      foutInFormule({ lezing: l, pad: [...p, 'formule'] }, formule, f.van, 'formule', f.melding, f.remedie)
  }
  const voorTekst = l.waarde([...p, 'voor'])
  const voor =
    voorTekst === undefined
      ? undefined
      : typeof voorTekst === 'string'
        ? [voorTekst]
        : l.teksten([...p, 'voor'])
  const bekend = voor?.filter((b): b is FeitBij => BIJ.some((x) => x === b))
  if (voor && bekend?.length !== voor.length)
    l.fout([...p, 'voor'], 'keuze', `«voor: ${voor.join(', ')}» klopt niet.`, `Kies uit: ${BIJ.join(', ')}.`)
  return {
    naam,
    artikel: l.tekst([...p, 'artikel'], true),
    uitleg: l.tekst([...p, 'uitleg']) ?? '',
    formule,
    ast: o.ok ? o.ast : undefined,
    eenheidTekst: l.tekst([...p, 'eenheid'], true),
    vertrouwen: l.keuze([...p, 'vertrouwen'], VERTROUWEN, standaard),
    voor: bekend,
    plek: { lezing: l, pad: [...p, 'formule'] },
  }
}

/** A fault at an offset in a formula: the line and column are those in the file. */
export function foutInFormule(
  plek: Plek,
  formule: string,
  van: number,
  code: string,
  melding: string,
  remedie: string,
): void {
  const voor = formule.slice(0, van).split('\n')
  const p = plek.lezing.doc.plaats(plek.pad)
  plek.lezing.fouten.push({
    code,
    bestand: plek.lezing.doc.bestand,
    regel: p.regel + voor.length - 1,
    kolom: p.kolom + (voor.at(-1)?.length ?? 0),
    melding,
    remedie,
  })
}

function leesUitkomst(l: Lezing, basis: UitkomstDef | undefined, soort: string): UitkomstDef {
  if (l.waarde(['uitkomst']) === undefined && basis) return basis
  l.sleutels(['uitkomst'], ['voorwaarden', 'bedrag', 'jaarbedrag', 'beslist'])
  return {
    voorwaarden: l.teksten(['uitkomst', 'voorwaarden']),
    bedrag: l.tekst(['uitkomst', 'bedrag']),
    jaarbedrag: l.tekst(['uitkomst', 'jaarbedrag']),
    beslist: l.jaNee(['uitkomst', 'beslist'], soort !== 'signaal'),
  }
}

function leesInfo(
  l: Lezing,
  id: string,
  soort: Soort | 'gedeeld',
  vertrouwen: Vertrouwen,
  vultIn: string | undefined,
  basis: RegelingInfo | undefined,
): RegelingInfo {
  const object = <T>(sleutel: string, anders: T): T => {
    const w = l.waarde([sleutel])
    return w === undefined ? anders : ({ ...(anders as object), ...(w as object) } as T)
  }
  const kaal = soort === 'gedeeld' || vultIn !== undefined
  const naam = l.tekst(['naam']) ?? basis?.naam ?? (kaal ? id : l.tekst(['naam'], true))
  const upl = l.waarde(['upl']) as RegelingInfo['upl'] | undefined
  return {
    id,
    naam,
    soort: soort === 'gedeeld' ? 'signaal' : soort,
    doelgroep: l.keuze(['doelgroep'], ['inwoner', 'ondernemer'] as const, basis?.doelgroep ?? 'inwoner'),
    uitvoerder: l.tekst(['uitvoerder']) ?? basis?.uitvoerder ?? (kaal ? '' : l.tekst(['uitvoerder'], true)),
    gebied: l.tekst(['gebied']) ?? basis?.gebied ?? 'nederland',
    vanaf: l.tekst(['vanaf']) ?? '',
    versie: l.geheel(['versie'], 1),
    vertrouwen,
    grondslag: object('grondslag', basis?.grondslag ?? { wet: '' }),
    teksten: object<Record<string, RegelingTekst>>(
      'teksten',
      (basis?.teksten ?? {}) as Record<string, RegelingTekst>,
    ),
    kanalen: object<Record<string, Kanaal>>('kanalen', (basis?.kanalen ?? {}) as Record<string, Kanaal>),
    gebeurtenissen:
      l.waarde(['gebeurtenissen']) === undefined
        ? (basis?.gebeurtenissen ?? [])
        : l.teksten(['gebeurtenissen']),
    onzeker:
      l.waarde(['onzeker']) === undefined
        ? (basis?.onzeker ?? [])
        : l
            .lijst(['onzeker'])
            .map((_, i) => ({
              artikel: l.tekst(['onzeker', i, 'artikel']) ?? '',
              reden: l.tekst(['onzeker', i, 'reden'], true),
            })),
    ...(upl ? { upl } : basis?.upl ? { upl: basis.upl } : {}),
  }
}
