import type { Zaad } from './toeval.ts'

export interface Plaats {
  /** As in the evaluation contract: `GM0363`, `bonaire`. */
  readonly gebied: string
  readonly woonplaats: string
  /** The first four characters of the postcodes; absent on the islands, where there are none. */
  readonly postcode?: string
  /** Code of the island in the register's table of countries. */
  readonly land?: { readonly code: string; readonly omschrijving: string }
}

/** The twenty municipalities that corpus/organisaties describes, and the three islands. */
export const plaatsen: readonly Plaats[] = [
  { gebied: 'GM0014', woonplaats: 'Groningen', postcode: '9712' },
  { gebied: 'GM0034', woonplaats: 'Almere', postcode: '1315' },
  { gebied: 'GM0080', woonplaats: 'Leeuwarden', postcode: '8911' },
  { gebied: 'GM0153', woonplaats: 'Enschede', postcode: '7511' },
  { gebied: 'GM0193', woonplaats: 'Zwolle', postcode: '8011' },
  { gebied: 'GM0200', woonplaats: 'Apeldoorn', postcode: '7311' },
  { gebied: 'GM0202', woonplaats: 'Arnhem', postcode: '6811' },
  { gebied: 'GM0268', woonplaats: 'Nijmegen', postcode: '6511' },
  { gebied: 'GM0307', woonplaats: 'Amersfoort', postcode: '3811' },
  { gebied: 'GM0344', woonplaats: 'Utrecht', postcode: '3511' },
  { gebied: 'GM0363', woonplaats: 'Amsterdam', postcode: '1011' },
  { gebied: 'GM0392', woonplaats: 'Haarlem', postcode: '2011' },
  { gebied: 'GM0513', woonplaats: 'Gouda', postcode: '2801' },
  { gebied: 'GM0518', woonplaats: "'s-Gravenhage", postcode: '2511' },
  { gebied: 'GM0546', woonplaats: 'Leiden', postcode: '2311' },
  { gebied: 'GM0599', woonplaats: 'Rotterdam', postcode: '3011' },
  { gebied: 'GM0758', woonplaats: 'Breda', postcode: '4811' },
  { gebied: 'GM0772', woonplaats: 'Eindhoven', postcode: '5611' },
  { gebied: 'GM0855', woonplaats: 'Tilburg', postcode: '5038' },
  { gebied: 'GM0935', woonplaats: 'Maastricht', postcode: '6211' },
  { gebied: 'bonaire', woonplaats: 'Kralendijk', land: { code: '5106', omschrijving: 'Bonaire' } },
  { gebied: 'saba', woonplaats: 'The Bottom', land: { code: '5108', omschrijving: 'Saba' } },
  {
    gebied: 'sint-eustatius',
    woonplaats: 'Oranjestad',
    land: { code: '5109', omschrijving: 'Sint Eustatius' },
  },
]

const straten = [
  'Zevensterlaan',
  'Kaneelkade',
  'Regenboogplein',
  'Windroosstraat',
  'Duizendbladweg',
  'Morgenlichtpad',
  'Zilverwilgstraat',
  'Vuurvlinderhof',
  'Sterrenkijkersgracht',
  'Honingraatlaan',
]
const eilandstraten = [
  'Kaya Kalalbes',
  'Kaya Warawara',
  'Frangipani Road',
  'Sea Grape Lane',
  'Kaya Solo Lantá',
]

export interface Adres {
  readonly plaats: Plaats
  readonly straat: string
  readonly huisnummer: number
  readonly toevoeging?: string
  readonly postcode?: string
  /** Of the dwelling and of the number, as the register of addresses gives them. */
  readonly object?: string
  readonly nummeraanduiding?: string
}

/** An address of its own for each household: the number keeps them apart. */
export function maakAdres(zaad: Zaad, plaats: Plaats, nummer: number): Adres {
  if (plaats.postcode === undefined) {
    return { plaats, straat: zaad.kies(eilandstraten), huisnummer: nummer }
  }
  const letters = `${zaad.kies([...'ABCDEGHJKLN'])}${zaad.kies([...'PRTVWXZ'])}`
  const staart = String(nummer).padStart(10, '0')
  const code = plaats.gebied.slice(2)
  return {
    plaats,
    straat: zaad.kies(straten),
    huisnummer: (nummer % 180) + 1,
    ...(zaad.kans(0.2) ? { toevoeging: zaad.kies(['bis', '2', 'H', '3L']) } : {}),
    postcode: `${plaats.postcode}${letters}`,
    object: `${code}01${staart}`,
    nummeraanduiding: `${code}20${staart}`,
  }
}
