import type { Verzameling } from './verzameling.ts'

/** Which applications may do what. The secret that a client signs with is not here: the standard has no place for it. */
export const autorisatieVerzamelingen = {
  applicaties: {
    component: 'ac',
    pad: 'applicaties',
    resource: 'applicatie',
    leesScopes: ['autorisaties.lezen'],
    filters: [{ naam: 'clientIds', veld: 'clientIds', vorm: 'bevatEen' }],
    isGepagineerd: true,
    heeftEtag: false,
  },
} as const satisfies Readonly<Record<string, Verzameling>>
