/** The words of the table of access, and what a line of it says. */
import type { Niveau, VoorSoort } from './wie.ts'

export const handelingen = [
  'bekijken',
  'invullen',
  'toestemmen',
  'toestemming-intrekken',
  'melden-onjuist',
  'geven',
  'aannemen',
  'intrekken',
  'registreren',
  'beeindigen',
  'toevoegen',
  'antwoorden',
  'zoeken',
  'stellen',
  'controleren',
  'beheren',
  'aansluiten',
  'afspreken',
] as const
export type Handeling = (typeof handelingen)[number]

export const voorwerpen = [
  'openbaar',
  'eigen-gegevens',
  'inkomen',
  'inzagelog',
  'sessie',
  'toestemming',
  'correctie',
  'machtiging',
  'invulling',
  'zaak',
  'zaakdocument',
  'zaakindex',
  'zaaksignaal',
  'inwoner',
  'werkplek',
  'grond',
  'toezicht',
  'bericht',
  'contactvoorkeur',
  'bron',
  'poststuk',
  'postvak',
  'hersteltaak',
  'herstelwerk',
  'storing',
  'ervaring',
  'afspraak',
  'hulpbehoefte',
  'ketenzaak',
  'ketenwerk',
  'kennis',
  'kennismelding',
  'intakekaart',
  'naamloze-afspraak',
  'lijn',
  'lijnteam',
  'lijngesprek',
  'lijndienst',
  'lijncijfers',
  'niet-gebruik',
  'campagne',
  'hulpaanbod',
  'vroegsignaalwerk',
  'vroegsignaal',
  'wetswijziging',
  'verandering',
  'veranderingenwerk',
] as const
export type VoorwerpSoort = (typeof voorwerpen)[number]

/** What must be so besides. Each is checked in `beslis.ts`, in this order; the first that fails is the reason. */
export type Voorwaarde =
  /** The thing belongs to whom they act for. */
  | 'van-hen'
  /** Of a child: the register says that its data are not secret. Where it does not say so, they are kept as if they were. */
  | 'kind-niet-afgeschermd'
  /** The mandate holds today and covers this organisation and service. */
  | 'machtiging-dekt'
  /** Who may act for one branch of a company does so for that branch alone. */
  | 'vestiging-dekt'
  /** What counts for a company as a whole is not for who acts for one branch. */
  | 'heel-bedrijf'
  /** The thing belongs to the organisation of the professional. */
  | 'eigen-organisatie'
  /** The professional stated a ground, for this person, not too long ago. */
  | 'grond-gesteld'
  /** The professional stated a ground, not too long ago, and it is still about nobody. */
  | 'grond-zoekt'
  /** The organisation of the professional takes part in this chain case. */
  | 'neemt-deel'
  /** The outside party was invited into this chain case. */
  | 'genodigd-hier'

export interface Beleidsregel {
  readonly id: string
  readonly wie: 'iedereen' | 'inwoner' | 'medewerker' | 'genodigde'
  /** For residents: for whom they may act here. */
  readonly voor?: readonly VoorSoort[]
  readonly handelingen: readonly Handeling[]
  readonly voorwerpen: readonly VoorwerpSoort[]
  /** For residents: how sure we must be of who they are. */
  readonly niveau?: Niveau
  /** For residents: they must have proved it this recently. */
  readonly versMinuten?: number
  /** For professionals: one of these. */
  readonly rollen?: readonly string[]
  /** One of these activities of the register; absent only where nothing about a person is touched. */
  readonly doelen?: readonly string[]
  readonly eist: readonly Voorwaarde[]
}
