import type { Datum } from '../../kalender/index.ts'

/** What can have changed: a list of people, a fact of somebody (`partner.gehuwd`), or every fact of them (`woning.*`). */
export type Feitnaam = string

interface Soortkenmerken {
  /** Where it is to be read what it is now. Empty: it needs no register to be worked out anew. */
  readonly bronnen: readonly ('brp' | 'inkomen')[]
  /** What it can change. `*`: everything. It is named as a cause only of what hangs on one of these. */
  readonly raakt: readonly Feitnaam[]
}

/** What the register of incomes says of whoever it is about (inwoner/huishoudfeiten.ts). */
const inkomensfeiten = ['toetsingsinkomen', 'vermogen', 'netto_maandinkomen'].map(
  (naam) => `aanvrager.${naam}`,
)

/**
 * Every kind of event that is taken in. A message says that something happened, and the register says what. Arrears are
 * none of these: they have a ground, a door and a keeper of their own (vroegsignalering; Wgs art. 3 lid 1 onder b), and no
 * right is worked out or told of with them.
 */
export const levensloop = {
  geboorte: { bronnen: ['brp'], raakt: ['kinderen.*', 'medebewoners.*'] },
  verhuizing: {
    bronnen: ['brp'],
    raakt: ['woning.*', 'medebewoners.*', 'partner.*', 'kinderen.*', 'opvang.*'],
  },
  huwelijk: { bronnen: ['brp'], raakt: ['partner.*', 'medebewoners.*', 'aanvrager.*'] },
  scheiding: { bronnen: ['brp'], raakt: ['partner.*', 'medebewoners.*', 'kinderen.*', 'aanvrager.*'] },
  // The subject died. Of somebody close to them who died the source says one of the next two, under the survivor's name.
  overlijden: { bronnen: ['brp'], raakt: ['*'] },
  'overlijden-partner': {
    bronnen: ['brp'],
    raakt: ['partner.*', 'aanvrager.partner_overleden', 'medebewoners.*', 'kinderen.*'],
  },
  /** A child, or somebody else of their household. */
  'overlijden-huisgenoot': { bronnen: ['brp'], raakt: ['kinderen.*', 'medebewoners.*'] },
  // Nobody's facts change on such a day; the law looks at the age on it.
  'achttien-geworden': { bronnen: [], raakt: ['*'] },
  'aow-leeftijd': { bronnen: [], raakt: ['*'] },
  baanverlies: { bronnen: ['inkomen'], raakt: inkomensfeiten },
  'inkomen-gewijzigd': { bronnen: ['inkomen'], raakt: inkomensfeiten },
  'uitkering-beeindigd': { bronnen: ['inkomen'], raakt: inkomensfeiten },
  wetswijziging: { bronnen: [], raakt: ['*'] },
  'nieuw-jaar': { bronnen: [], raakt: ['*'] },
} as const satisfies Readonly<Record<string, Soortkenmerken>>

export type Levensloopsoort = keyof typeof levensloop

// The keys of a table that is written out above.
export const levensloopsoorten = Object.keys(levensloop) as readonly Levensloopsoort[]

export function kenmerkenVan(soort: Levensloopsoort): Soortkenmerken {
  return levensloop[soort]
}

/** What is looked at each time, however long ago it happened: what they answered before it is not so any more. */
export const blijvend: readonly Levensloopsoort[] = [
  'overlijden',
  'overlijden-partner',
  'overlijden-huisgenoot',
  'verhuizing',
  'huwelijk',
]

/** Begin of the types of CloudEvents, with the dot. */
export const soortvoorvoegsel = 'nl.voordeur.levensloop.'

/** What somebody tells that something told earlier was not so. */
export const ingetrokken = 'ingetrokken'

/** One event of one source, about one person. */
export interface Melding {
  /** Whose key it came with. */
  readonly bron: string
  /** Of the source; with the source the same event, however often it comes. */
  readonly id: string
  readonly wat:
    | { readonly soort: Levensloopsoort; readonly op: Datum }
    /** It undoes the event of the same source with this id, also one that is still to come. */
    | { readonly soort: typeof ingetrokken; readonly intrekt: string }
}

/**
 * What of the messages about one person holds: each once, and none that was taken back. The same messages give the same
 * events, in whatever order and however often they came; by day, and on one day by source and id.
 */
export function geldende(
  meldingen: readonly Melding[],
): readonly (Melding & { readonly wat: { readonly soort: Levensloopsoort; readonly op: Datum } })[] {
  const weg = new Set(
    meldingen.flatMap(({ bron, wat }) => (wat.soort === ingetrokken ? [`${bron} ${wat.intrekt}`] : [])),
  )
  const uniek = new Map(
    meldingen.flatMap((een) => {
      const { bron, id, wat } = een
      const sleutel = `${bron} ${id}`
      return wat.soort === ingetrokken || weg.has(sleutel) ? [] : [[sleutel, { ...een, wat }] as const]
    }),
  )
  return [...uniek]
    .toSorted(([a, x], [b, y]) => vergelijk(x.wat.op, y.wat.op) || vergelijk(a, b))
    .map(([, een]) => een)
}

function vergelijk(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
