import type { Component, Dialect } from '../../zgw/aanbieder/index.ts'

/** How a supplier differs from the next; all of it is seen in the field. */
export interface Gewoonten {
  readonly dialect?: Partial<Dialect>
  /** Base paths: `/zaken/api/v1`, or `/zrc/api/v1`. */
  readonly paden?: 'kort'
  /** «Behandelen aanvraag parkeervergunning» where others say «Parkeervergunning». */
  readonly isAmbtelijk?: true
  /** Nobody filled in the text for residents. */
  readonly zonderStatustekst?: true
  /** A case has no status until somebody picks it up. */
  readonly zonderEersteStatus?: true
  /** The same person twice in a case, and more people. */
  readonly meerRollen?: true
  /** The number of the business where the RSIN belongs. */
  readonly kvkInInnNnpId?: true
  readonly traagMs?: number
  /** Of each hundred requests so many fail, always the same ones. */
  readonly foutenPerHonderd?: number
  readonly isUit?: true
  /** The same message twice, or later than one that came after. */
  readonly rommeligeBerichten?: true
  /** Says that something changed by CloudEvents, and has no notification component. */
  readonly stuurtGebeurtenissen?: true
}

export interface Zaakorganisatie {
  /** As in `corpus/organisaties/`. */
  readonly id: string
  readonly naam: string
  /** Only of municipalities. */
  readonly gebied?: string
  readonly rsin: string
  /** So many threads of cases, of each of which two are there. */
  readonly draden: number
  readonly gewoonten: Gewoonten
}

const gemeenten: readonly (readonly [gebied: string, naam: string, gewoonten?: Gewoonten])[] = [
  ['GM0014', 'Groningen'],
  ['GM0034', 'Almere', { dialect: { zoek: false } }],
  ['GM0080', 'Leeuwarden', { dialect: { expand: 'weigert' } }],
  ['GM0153', 'Enschede', { zonderEersteStatus: true }],
  ['GM0193', 'Zwolle', { zonderStatustekst: true, stuurtGebeurtenissen: true }],
  ['GM0200', 'Apeldoorn', { meerRollen: true }],
  ['GM0202', 'Arnhem', { dialect: { expand: 'negeert' } }],
  ['GM0268', 'Nijmegen', { rommeligeBerichten: true }],
  ['GM0307', 'Amersfoort', { dialect: { rolfilter: 'elke-rol' }, meerRollen: true }],
  ['GM0344', 'Utrecht', { dialect: { perPagina: 3 }, isAmbtelijk: true }],
  ['GM0363', 'Amsterdam', { foutenPerHonderd: 2 }],
  ['GM0392', 'Haarlem', { isUit: true }],
  ['GM0513', 'Gouda', { traagMs: 6_000 }],
  ['GM0518', 'Den Haag', { rommeligeBerichten: true, isAmbtelijk: true, stuurtGebeurtenissen: true }],
  ['GM0546', 'Leiden', { dialect: { zoek: false, expand: 'weigert' }, paden: 'kort' }],
  ['GM0599', 'Rotterdam'],
  ['GM0758', 'Breda', { zonderStatustekst: true, isAmbtelijk: true }],
  ['GM0772', 'Eindhoven', { kvkInInnNnpId: true }],
  ['GM0855', 'Tilburg', { meerRollen: true, dialect: { expand: 'negeert' } }],
  ['GM0935', 'Maastricht', { foutenPerHonderd: 2, traagMs: 700 }],
]

const landelijk: readonly (readonly [id: string, naam: string, gewoonten?: Gewoonten])[] = [
  ['svb', 'SVB'],
  ['uwv', 'UWV', { zonderStatustekst: true, stuurtGebeurtenissen: true }],
  ['duo', 'DUO', { stuurtGebeurtenissen: true }],
  ['dienst-toeslagen', 'Dienst Toeslagen', { dialect: { perPagina: 10 } }],
  ['belastingdienst', 'Belastingdienst', { paden: 'kort', traagMs: 300 }],
  ['cak', 'CAK', { dialect: { zoek: false } }],
  ['cjib', 'CJIB', { foutenPerHonderd: 2 }],
  ['ind', 'IND', { zonderEersteStatus: true }],
]

/** Twenty municipalities and eight organisations of the whole country. 20 × 55 + 8 × 50 threads: 3,000 cases. */
export const zaakorganisaties: readonly Zaakorganisatie[] = [
  ...gemeenten.map(([gebied, naam, gewoonten = {}], i) => ({
    id: `gemeente-${gebied}`,
    naam: `Gemeente ${naam}`,
    gebied,
    rsin: maakRsin(i + 1),
    draden: 55,
    gewoonten,
  })),
  ...landelijk.map(([id, naam, gewoonten = {}], i) => ({
    id,
    naam,
    rsin: maakRsin(i + 101),
    draden: 50,
    gewoonten,
  })),
]

/** There from the start and connected by nobody, so that connecting can be tried out from the first field on. */
export const oefenorganisatie: Zaakorganisatie = {
  id: 'rdw',
  naam: 'RDW',
  rsin: maakRsin(201),
  draden: 20,
  gewoonten: {},
}

const gewonePaden: Paden = {
  zrc: '/zaken/api/v1',
  ztc: '/catalogi/api/v1',
  drc: '/documenten/api/v1',
  brc: '/besluiten/api/v1',
}
const kortePaden: Paden = {
  zrc: '/zrc/api/v1',
  ztc: '/ztc/api/v1',
  drc: '/drc/api/v1',
  brc: '/brc/api/v1',
}
export const nrcPad = '/notificaties/api/v1'

/** A register of contacts knows us by another key than a case register does. */
export function klantToken(geheim: string): string {
  return `${geheim}-klant`
}

export type Paden = Readonly<Record<Component, string>>

export function padenVan({ paden }: Gewoonten): Paden {
  return paden === 'kort' ? kortePaden : gewonePaden
}

/** Numbers that pass the eleven test and belong to nobody. */
function maakRsin(nummer: number): string {
  for (let staart = nummer * 100; ; staart++) {
    const cijfers = `9998${String(staart).padStart(5, '0')}`
    const som = [...cijfers].reduce((tot, cijfer, i) => tot + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0)
    if (som % 11 === 0) return cijfers
  }
}
