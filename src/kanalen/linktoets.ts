import type { Linktoets } from '../afzender/index.ts'
import type { Tekst } from '../engine/index.ts'
import type { Berichtinhoud } from './bericht.ts'

export interface Linkkeuring {
  readonly toets: (tekst: string) => Linktoets
  /** What stands in the place of a link that was left out. */
  readonly weggelaten: Tekst
}

/**
 * What we send carries only links that pass (`afzender/links.ts`), also where somebody's own words stand in it. Such a
 * link is left out, and the message says so: one that is not sent at all would harm who waits for it more. What holds so
 * many that they cannot be judged is a mistake of whoever sends.
 */
export function zonderVreemdeLinks(inhoud: Berichtinhoud, keuring: Linkkeuring): Berichtinhoud {
  const schoon = (tekst: Tekst): Tekst =>
    Object.fromEntries(Object.entries(tekst).map(([taal, zin]) => [taal, zin && keur(zin, taal, keuring)]))
  const { doen, onderwerp, alineas } = inhoud
  return {
    ...{ ...inhoud, onderwerp: schoon(onderwerp), alineas: alineas.map(schoon) },
    ...(doen !== undefined && { doen: schoon(doen) }),
  }
}

function keur(zin: string, taal: string, { toets, weggelaten }: Linkkeuring): string {
  const uit = toets(zin)
  if (uit.mag) return zin
  if (uit.bezwaren.some(({ waarom }) => waarom === 'teveel'))
    throw new Error('een bericht met meer links dan te beoordelen is')
  const ervoor = weggelaten[taal] ?? weggelaten.nl ?? ''
  // The longest first: a short one may stand inside a longer one.
  const links = uit.bezwaren.map(({ link }) => link).toSorted((a, b) => b.length - a.length)
  const over = links.reduce((tekst, link) => tekst.replaceAll(link, ervoor), zin)
  // What was read otherwise than it was written is not found back in it: then nothing of it goes.
  return toets(over).mag ? over : ervoor
}
