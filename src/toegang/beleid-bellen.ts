import type { Beleidsregel } from './beleidsregel.ts'
import type { Medewerkerrol } from './rollen.ts'

/** Whoever helps people: calls a colleague, and may be called by one. */
export const bellers: readonly Medewerkerrol[] = [
  'balie',
  'klantcontact',
  'hulpverlener',
  'behandelaar',
  'coordinator',
  'doorbreker',
  'informatiepunt',
  'adviseur',
]

/** The line of the table of access about calling colleagues; `beleid.ts` takes it in. */
export const belbeleid: readonly Beleidsregel[] = [
  {
    // Whoever helps people may call a colleague at another organisation. What is said there opens nothing: a call about
    // a chain case is for who sees that case, and that is asked of the case.
    id: 'collega-bellen',
    wie: 'medewerker',
    handelingen: ['stellen'],
    voorwerpen: ['lijngesprek'],
    rollen: bellers,
    eist: [],
  },
]
