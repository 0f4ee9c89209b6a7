import type { Bekende } from './bekenden.ts'
import type { Verhaal } from './verhalen.ts'

/**
 * FICTITIOUS companies. There is no published range of test numbers of the business register, as there is for BSNs:
 * these numbers were made up here, after the form of eight and twelve digits. Whether the real register knows one of
 * them was not looked up, and nothing here may be taken for a fact about a real company.
 */
export interface Bedrijf {
  readonly naam: string
  readonly kvk: string
  readonly vestigingen: readonly { readonly nummer: string; readonly naam: string }[]
  /** Who may log in for it. */
  readonly mensen: readonly Bedrijfsmens[]
}

export interface Bedrijfsmens {
  /** In tests, and as what the login service calls them. */
  readonly id: string
  readonly naam: string
  /** They may act for this branch and no other. */
  readonly vestiging?: string
  readonly verhaal: Verhaal
}

const eigenaar: Verhaal = {
  nl: 'Eigenaar. Mag alles voor het hele bedrijf.',
  en: 'Owner. May do everything for the whole company.',
  pap: 'Doño. Por hasi tur kos pa henter e kompania.',
}

const vestigingsleider: Verhaal = {
  nl: 'Leidt één vestiging, en mag voor die vestiging alleen.',
  en: 'Runs one branch, and may act for that branch alone.',
  pap: 'Ta dirigí un sukursal, i por aktua pa e sukursal ei so.',
}

const medewerker: Verhaal = {
  nl: 'Werkt op kantoor. Mag alles voor het hele bedrijf.',
  en: 'Works in the office. May do everything for the whole company.',
  pap: 'Ta traha na ofisina. Por hasi tur kos pa henter e kompania.',
}

/** The businesses of people with a story, and a few more. */
export function maakBedrijven(bekenden: readonly Bekende[]): Bedrijf[] {
  const vanBekenden = bekenden.flatMap(({ id, persoon }): Bedrijf[] => {
    const { onderneming, voornamen } = persoon
    if (onderneming === undefined) return []
    const { kvk, vestiging, handelsnaam } = onderneming
    return [
      {
        naam: handelsnaam,
        kvk,
        vestigingen: [{ nummer: vestiging, naam: handelsnaam }],
        mensen: [{ id: `${id}-bedrijf`, naam: voornamen, verhaal: eigenaar }],
      },
    ]
  })
  return [...vanBekenden, ...vast]
}

const vast: readonly Bedrijf[] = [
  {
    naam: 'Fietsatelier Kettingzaag & Zn.',
    kvk: '90009101',
    vestigingen: [
      { nummer: '000090009111', naam: 'Fietsatelier Arnhem' },
      { nummer: '000090009112', naam: 'Fietsatelier Nijmegen' },
    ],
    mensen: [
      { id: 'fiets-eigenaar', naam: 'Hilde', verhaal: eigenaar },
      { id: 'fiets-arnhem', naam: 'Omar', vestiging: '000090009111', verhaal: vestigingsleider },
      { id: 'fiets-nijmegen', naam: 'Joke', vestiging: '000090009112', verhaal: vestigingsleider },
    ],
  },
  {
    naam: 'Stichting Buurtkeuken De Lepelaar',
    kvk: '90009202',
    vestigingen: [{ nummer: '000090009211', naam: 'Buurtkeuken De Lepelaar' }],
    mensen: [{ id: 'lepelaar', naam: 'Roos', verhaal: medewerker }],
  },
]
