/** Every sentence of a scheme or a life event that a resident can read, with its place and its languages. */
import type { Corpus, Kanaalkeuze, Tekst, Vertalingen } from '../engine/index.ts'
import type { Levensgebeurtenis } from './levensgebeurtenis.ts'

export const TALEN = ['nl', 'en', 'pap'] as const
export type Talen = Tekst

export interface Plektekst {
  /** Where it stands in the file: `teksten.kort`, `regels.normpremie.uitleg`. */
  readonly plek: string
  readonly tekst: Talen
}

export function talenVan(tekst: Talen): readonly string[] {
  return TALEN.filter((taal) => (tekst[taal] ?? '') !== '')
}

/** Without titles: those are names, and no sentence. */
export function wetteksten(wet: Corpus['wetten'][number]): readonly Plektekst[] {
  const { info, regels } = wet
  return [
    ...schemateksten(info.teksten),
    ...kanaalteksten('kanalen', info.kanalen),
    ...[...regels.values()].map(({ naam, uitleg, vertalingen }) =>
      vertaald(`regels.${naam}.uitleg`, uitleg, vertalingen),
    ),
    ...info.onzeker.map(({ artikel, reden, vertalingen }, index) =>
      vertaald(`onzeker.${artikel || index + 1}`, reden, vertalingen),
    ),
  ].filter(({ tekst }) => talenVan(tekst).length > 0)
}

function schemateksten(teksten: Corpus['wetten'][number]['info']['teksten']): Plektekst[] {
  const perPlek = new Map<string, Record<string, string>>()
  const zet = (plek: string, taal: string, tekst: string | undefined): void => {
    if (tekst === undefined) return
    perPlek.set(plek, { ...perPlek.get(plek), [taal]: tekst })
  }
  for (const [taal, { kort, waarom, aanvragen, let_op, voorwaarden }] of Object.entries(teksten)) {
    for (const [naam, tekst] of Object.entries({ kort, waarom, aanvragen, let_op }))
      zet(`teksten.${naam}`, taal, tekst)
    for (const [naam, tekst] of Object.entries(voorwaarden ?? {}))
      zet(`teksten.voorwaarden.${naam}`, taal, tekst)
  }
  return [...perPlek].map(([plek, tekst]) => ({ plek, tekst }))
}

function kanaalteksten(plek: string, kanalen: Readonly<Record<string, Kanaalkeuze>>): Plektekst[] {
  return Object.entries(kanalen).flatMap(([id, keuze]) =>
    typeof keuze === 'object' && keuze.tekst ? [{ plek: `${plek}.${id}`, tekst: keuze.tekst }] : [],
  )
}

function vertaald(plek: string, nl: string, vertalingen: Vertalingen | undefined): Plektekst {
  return { plek, tekst: { nl, ...vertalingen } }
}

export function gebeurtenisteksten(gebeurtenis: Levensgebeurtenis): readonly Plektekst[] {
  const { kort, datum, vragen, stappen } = gebeurtenis
  const los = (plek: string, tekst: Tekst | undefined): Plektekst[] => (tekst ? [{ plek, tekst }] : [])
  return [
    ...los('kort', kort),
    ...los('datum.vraag', datum.vraag),
    ...los('datum.hulp', datum.hulp),
    ...vragen.flatMap(({ id, vraag, waarom }) => [
      ...los(`vragen.${id}.vraag`, vraag),
      ...los(`vragen.${id}.waarom`, waarom),
    ]),
    ...stappen.flatMap((stap) => [
      ...los(`stappen.${stap.id}.titel`, stap.titel),
      ...los(`stappen.${stap.id}.wat`, stap.wat),
      ...los(`stappen.${stap.id}.welke`, stap.welke),
      ...los(`stappen.${stap.id}.als_tekst`, stap.alsTekst),
      ...los(`stappen.${stap.id}.termijn_tekst`, stap.termijnTekst),
      ...stap.nodig.flatMap((tekst, index) => los(`stappen.${stap.id}.nodig.${index + 1}`, tekst)),
      ...kanaalteksten(`stappen.${stap.id}.kanalen`, stap.kanalen),
    ]),
  ]
}
