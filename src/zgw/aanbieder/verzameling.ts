/** What a register of cases is made of. */
export type Component = 'zrc' | 'ztc' | 'drc' | 'brc'
/** The same, and who may do what with it. */
export type Onderdeel = Component | 'ac'

/** Where each component begins. Without a path for `ac` the registration of applications is not served. */
export type Paden = Readonly<Record<Component, string> & { ac?: string }>

/** Base paths, MAJOR version in the path. Suppliers differ; these are usual. */
export const gewonePaden = {
  zrc: '/zaken/api/v1',
  ztc: '/catalogi/api/v1',
  drc: '/documenten/api/v1',
  brc: '/besluiten/api/v1',
  ac: '/autorisaties/api/v1',
} as const satisfies Paden

export const apiVersies: Readonly<Record<Onderdeel, string>> = {
  zrc: '1.5.2',
  ztc: '1.3.1',
  drc: '1.4.3',
  brc: '1.0.2',
  ac: '1.0.0',
}

export interface Verzameling {
  readonly component: Onderdeel
  /** As in the address; `ouder/*` for a list inside something else. */
  readonly pad: string
  /** One of them, as notifications and the audit trail call it. */
  readonly resource: string
  /** Of `ouder/*`: what it lives below, and the field that says so. */
  readonly ouder?: { readonly soort: string; readonly veld: string }
  /** Fields that the store needs and nobody sees. */
  readonly verborgen?: readonly string[]
  /** Kept for the kernel itself: no address leads to it. */
  readonly isIntern?: true
  /** The standard of 1.5 expands cases; documents since 1.4 too, with what hangs on them. */
  readonly kanUitvouwen?: true
  /** Can be written and not read. */
  readonly isOnleesbaar?: true
  readonly leesScopes: readonly string[]
  readonly filters: readonly Filter[]
  readonly isGepagineerd: boolean
  /** The files give ETag and HEAD for most single resources, not for all. */
  readonly heeftEtag: boolean
  readonly ordening?: readonly string[]
  readonly relaties?: Readonly<Record<string, string>>
  /** How to see whether a client may have it: by which field, at what, and what that has for a type. */
  readonly begrenzing?: Begrenzing
  /** Query parameters of a single resource. */
  readonly detailvragen?: readonly string[]
}

/** What all audit trails have in common. A line has no address of its own; the store gives it one. */
export const spoor = {
  resource: 'audittrail',
  leesScopes: ['audittrails.lezen'],
  filters: [],
  isGepagineerd: false,
  heeftEtag: false,
  verborgen: ['url'],
} as const

export interface Begrenzing {
  /** The case, document or decision that this belongs to; absent when it is one. */
  readonly via?: { readonly veld: string; readonly soort: string }
  readonly type: string
  readonly niveau?: string
}

export type Filter = {
  readonly naam: string
  readonly veld: string
} & (
  | { readonly vorm: 'tekst' | 'adres' | 'bevat' | 'bevatEen' | 'lijst' | 'jaNee' | 'isLeeg' | 'maximum' }
  | { readonly vorm: 'dag' | 'moment'; readonly op: 'is' | 'lt' | 'lte' | 'gt' | 'gte' }
  | { readonly vorm: 'keuze'; readonly keuzes: readonly string[] }
  /** Versions that count: `concept`, `definitief` (what is meant without it), `alles`. */
  | { readonly vorm: 'versie' }
  | { readonly vorm: 'geldig' }
  /** About a role of the case. With `type` only for roles of that kind. */
  | { readonly vorm: 'rol'; readonly type?: string; readonly keuzes?: readonly string[] }
)
