import type { Zaaktypetaal } from '../corpus/index.ts'
import { type Datum, termijneinde } from '../kalender/index.ts'
import type { Verwachting, Zaakbeeld } from './zaakbeeld.ts'
import type { Zaakgegevens } from './zaakgegevens.ts'

export type Wettelijk = Extract<Verwachting, { soort: 'wettelijk' }>

/**
 * The last day according to the law, as far as anybody knows it. What the organisation recorded goes first: it knows
 * of suspensions and extensions. We count ourselves only from an article that says from where; an extension that was
 * not recorded with a day makes the end unknown.
 */
export function wettelijkeTermijn(
  { uiterlijk, start, isVerlengd }: Pick<Zaakgegevens, 'uiterlijk' | 'start' | 'isVerlengd'>,
  zaaktype: Zaaktypetaal | undefined,
): Wettelijk | undefined {
  if (uiterlijk !== undefined) return { soort: 'wettelijk', datum: uiterlijk, volgens: 'organisatie' }
  const duur = zaaktype?.duur
  if (duur === undefined || duur.zekerheid !== 'wet' || duur.vanaf !== 'aanvraag' || isVerlengd)
    return undefined
  const { laatsteDag } = termijneinde(start, duur.tot)
  return { soort: 'wettelijk', datum: laatsteDag, volgens: 'wet', artikel: duur.artikel }
}

/**
 * What may be said about when. Nothing while the term stands still (Awb 4:15: the clock stops while the applicant
 * completes), and of a closed case. A plan that is past is no expectation any more; a term that is past still is one.
 */
export function verwachtingen(
  zaak: Zaakgegevens,
  zaaktype: Zaaktypetaal | undefined,
  groep: Zaakbeeld['groep'],
  vandaag: Datum,
): readonly Verwachting[] {
  if (zaak.einde !== undefined || zaak.isOpgeschort) return []
  const { gepland } = zaak
  const plan: Verwachting[] =
    gepland !== undefined && gepland >= vandaag ? [{ soort: 'gepland', datum: gepland }] : []
  // A decision was taken: the term for taking it is over, in whatever way.
  const wettelijk = isBeslist(groep) ? undefined : wettelijkeTermijn(zaak, zaaktype)
  const alle = wettelijk === undefined ? plan : [...plan, wettelijk]
  return alle.sort((een, ander) => (een.datum < ander.datum ? -1 : een.datum > ander.datum ? 1 : 0))
}

export function isBeslist(groep: Zaakbeeld['groep']): boolean {
  return groep === 'beslist' || groep === 'afgerond'
}
