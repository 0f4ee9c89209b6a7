/** One law file: from a document to parameters, open values, rules and outcome. Reading only; `check.ts` judges the formulas. */
import { DAG_TOT } from './check-parameter.ts'
import { ontleedFormule } from './feel.ts'
import { Lezing, type Pad } from './lezing.ts'
import type {
  CorpusDocument,
  CorpusFout,
  FeitBij,
  Kanaalkeuze,
  Onzeker,
  RegelingInfo,
  RegelingTekst,
  Soort,
  Vertrouwen,
} from './types.ts'
import { BIJ } from './vocabulaire.ts'
import { leesOpen, leesParameters, naamFout } from './wet-parameters.ts'
import {
  type Grondslag,
  type Plek,
  type RegelDef,
  SOORTEN,
  type UitkomstDef,
  VERTROUWEN,
  type Wet,
} from './wet-vorm.ts'

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

/** Reads a file; `basis` is the file it builds on (`bouwt_voort_op`), already read. */
export function leesWet(doc: CorpusDocument, basis: Wet | undefined, fouten: CorpusFout[]): Wet | undefined {
  const l = new Lezing(doc, fouten)
  l.sleutels([], SLEUTELS)
  const id = l.tekst(['id'], true)
  if (!/^[a-z0-9]+(-[a-zA-Z0-9]+)*$/.test(id))
    l.fout(['id'], 'naam', `«${id}» kan geen id zijn.`, 'Gebruik kleine letters, cijfers en streepjes.')
  // Without a readable date the rest is still checked, as if it were the last file of all.
  const vanaf = l.datum(['vanaf'], true) ?? Number(DAG_TOT)
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
    namen: new Set([
      ...(basis?.namen ?? []),
      ...['parameters', 'open', 'regels'].flatMap((s) => l.sleutels([s])),
    ]),
  }
}

function leesRegel(l: Lezing, naam: string, standaard: Vertrouwen): RegelDef | undefined {
  const p = ['regels', naam]
  if (naamFout(l, p, naam)) return undefined
  l.sleutels(p, ['artikel', 'eenheid', 'uitleg', 'formule', 'voor', 'vertrouwen', 'opmerking', 'grondslag'])
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
  const uitleg = l.vertaald([...p, 'uitleg'], false)
  return {
    naam,
    artikel: l.tekst([...p, 'artikel'], true),
    uitleg: uitleg.nl,
    vertalingen: uitleg.vertalingen,
    formule,
    ast: o.ok ? o.ast : undefined,
    eenheidTekst: l.tekst([...p, 'eenheid'], true),
    vertrouwen: l.keuze([...p, 'vertrouwen'], VERTROUWEN, standaard),
    voor: bekend,
    grondslag: leesGrondslag(l, [...p, 'grondslag']),
    plek: { lezing: l, pad: [...p, 'formule'] },
  }
}

/** A rule of a shared file may stand in another law than the rest of the file. */
function leesGrondslag(l: Lezing, p: Pad): Grondslag | undefined {
  if (l.waarde(p) === undefined) return undefined
  l.sleutels(p, ['wet', 'bwb', 'cvdr'])
  const [wet, bwb, cvdr] = [l.tekst([...p, 'wet'], true), l.tekst([...p, 'bwb']), l.tekst([...p, 'cvdr'])]
  return { wet, ...(bwb ? { bwb } : {}), ...(cvdr ? { cvdr } : {}) }
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

function leesOnzeker(l: Lezing, p: Pad): Onzeker {
  const { nl, vertalingen } = l.vertaald([...p, 'reden'], true)
  return { artikel: l.tekst([...p, 'artikel']) ?? '', reden: nl, ...(vertalingen ? { vertalingen } : {}) }
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
    kanalen: object<Record<string, Kanaalkeuze>>(
      'kanalen',
      (basis?.kanalen ?? {}) as Record<string, Kanaalkeuze>,
    ),
    gebeurtenissen:
      l.waarde(['gebeurtenissen']) === undefined
        ? (basis?.gebeurtenissen ?? [])
        : l.teksten(['gebeurtenissen']),
    onzeker:
      l.waarde(['onzeker']) === undefined
        ? (basis?.onzeker ?? [])
        : l.lijst(['onzeker']).map((_, i) => leesOnzeker(l, ['onzeker', i])),
    ...(upl ? { upl } : basis?.upl ? { upl: basis.upl } : {}),
  }
}
