/** The figures of a law file: values, tables, values per place, and what is left open to somebody lower. */
import { DATUM, isProcent, leesEenheid } from './eenheid.ts'
import { type Decimaal, korter } from './getal.ts'
import type { Lezing, Pad } from './lezing.ts'
import type { Vertrouwen } from './types.ts'
import { type ParamDef, type ParamWaarde, VERTROUWEN } from './wet-vorm.ts'

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

export function naamFout(l: Lezing, pad: Pad, naam: string): boolean {
  if (NAAM.test(naam) && !GERESERVEERD.has(naam)) return false
  l.fout(
    pad,
    'naam',
    `«${naam}» kan hier geen naam zijn.`,
    'Gebruik kleine letters, cijfers en _, en geen woord dat al iets betekent.',
  )
  return true
}

export function leesParameters(l: Lezing, uit: Map<string, ParamDef>, standaard: Vertrouwen): void {
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
      'vast',
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
      ...(l.jaNee([...p, 'vast'], false) ? { vast: true } : {}),
      plek: { lezing: l, pad: p },
    })
  }
}

function leesParamWaarde(l: Lezing, p: Pad, eenheid: string): ParamWaarde | undefined {
  const getal = (q: Pad): Decimaal | undefined => leesMaat(l, q, eenheid)
  if (l.waarde([...p, 'tabel']) !== undefined) return leesTabel(l, p, getal)
  if (l.waarde([...p, 'per_gebied']) !== undefined) {
    const q = [...p, 'per_gebied']
    return {
      k: 'per-gebied',
      waarden: new Map(
        l
          .sleutels(q)
          .map((g) => [g, l.waarde([...q, g]) === 'onbekend' ? undefined : verplicht(l, [...q, g], getal)]),
      ),
    }
  }
  const w = l.waarde([...p, 'waarde'])
  if (w === undefined || w === null || w === '')
    return l.fout(
      p,
      'ontbreekt',
      `Parameter «${p.join('.')}» heeft geen waarde.`,
      'Vul waarde:, tabel: of per_gebied: in. Is het bedrag er nog niet: waarde: onbekend.',
    )
  if (w === 'onbekend') {
    if (l.waarde([...p, 'bereik']) === undefined) return { k: 'onbekend' }
    const bereik = leesBereik(l, [...p, 'bereik'], getal)
    return bereik && { k: 'onbekend', bereik }
  }
  if (eenheid === 'ja-nee') return { k: 'ja-nee', waarde: l.jaNee([...p, 'waarde'], false) }
  const d = getal([...p, 'waarde'])
  return d && { k: 'getal', d }
}

/** A number in its unit, percentages as hundredths; a day number for a date. */
function leesMaat(l: Lezing, q: Pad, eenheid: string): Decimaal | undefined {
  if (eenheid === 'datum') {
    const dag = l.datum(q, true)
    return dag === undefined ? undefined : { w: BigInt(dag), schaal: 0 }
  }
  const d = l.decimaal(q)
  return d && korter(isProcent(eenheid) ? { w: d.w, schaal: d.schaal + 2 } : d)
}

/** An empty place where a number belongs is a fault, never 0. */
function verplicht(l: Lezing, q: Pad, getal: (q: Pad) => Decimaal | undefined): Decimaal | undefined {
  const w = l.waarde(q)
  if (w === undefined || w === null || w === '')
    return l.fout(
      q,
      'ontbreekt',
      `«${q.join('.')}» is leeg.`,
      'Vul een getal in. Is het bedrag er nog niet: schrijf onbekend.',
    )
  return getal(q)
}

/** The limits of a figure that is not known: the lowest first. */
function leesBereik(
  l: Lezing,
  q: Pad,
  getal: (q: Pad) => Decimaal | undefined,
): readonly [Decimaal, Decimaal] | undefined {
  const rij = l.lijst(q)
  const a = getal([...q, 0])
  const b = getal([...q, 1])
  if (a && b && rij.length === 2 && a.w * 10n ** BigInt(b.schaal) <= b.w * 10n ** BigInt(a.schaal))
    return [a, b]
  return l.fout(q, 'bereik', `«${q.join('.')}» klopt niet.`, 'Schrijf bereik: [laagste, hoogste].')
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
    const tot = grens === 'rest' ? undefined : leesMaat(l, [...q, i, 0], per)
    const breed = l.lijst([...q, i]).length > 2
    if (breed)
      l.fout([...q, i], 'tabel', 'Een rij van een tabel heeft twee delen.', 'Schrijf [bovengrens, waarde].')
    return {
      // With a fault in the row the file is refused; the 0 is never used.
      d: verplicht(l, [...q, i, 1], getal) ?? { w: 0n, schaal: 0 },
      ...(tot ? { tot } : {}),
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

export function leesOpen(l: Lezing, uit: Map<string, ParamDef>): void {
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
        : leesBereik(l, [...p, 'bereik'], (x) => leesMaat(l, x, eenheidTekst))
    const waarde: ParamWaarde =
      afwezig !== undefined && afwezig !== 'onbekend'
        ? (leesParamWaarde(l, q, eenheidTekst) ?? { k: 'onbekend' })
        : { k: 'onbekend', ...(bereik ? { bereik } : {}) }
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
