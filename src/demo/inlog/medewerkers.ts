import type { Inloggever } from './gever.ts'

/** A made-up organisation that lets its own people in, and what its people do there. */
export interface Demowerkgever {
  /** As in `corpus/organisaties/`; also the scope by which its people are found. */
  readonly organisatie: string
  readonly mensen: readonly Demomedewerker[]
}

export interface Demomedewerker {
  readonly id: string
  readonly naam: string
  readonly rollen: readonly string[]
  readonly verhaal: string
  /** What its provider says instead of the organisation itself; it should not get in. */
  readonly beweert?: string
}

export const demowerkgevers: readonly Demowerkgever[] = [
  {
    organisatie: 'gemeente-GM0599',
    mensen: [
      {
        id: 'esra',
        naam: 'Esra Havenstroom',
        rollen: ['balie'],
        verhaal: 'Werkt aan de balie van Rotterdam.',
      },
      {
        id: 'joost',
        naam: 'Joost Kadewater',
        rollen: ['hulpverlener'],
        verhaal: 'Helpt mensen met schulden in Rotterdam.',
      },
      { id: 'ingrid', naam: 'Ingrid Dijkstaal', rollen: ['beheerder'], verhaal: 'Beheert de aansluiting.' },
      {
        id: 'tessa',
        naam: 'Tessa Sluiswachter',
        rollen: ['installatiebeheerder'],
        verhaal: 'Sluit organisaties aan, voor iedereen.',
      },
      {
        id: 'floor',
        naam: 'Floor Peilschaal',
        rollen: ['beleid'],
        verhaal: 'Maakt beleid: wie gebruikt een recht niet, en wat doet een andere wet?',
      },
      {
        id: 'maarten',
        naam: 'Maarten Oeverlicht',
        rollen: ['toezicht'],
        verhaal: 'Kijkt toe op het gebruik van gegevens.',
      },
      {
        id: 'bouke',
        naam: 'Bouke Valstroom',
        rollen: ['balie'],
        verhaal: 'Zegt bij de SVB te werken.',
        beweert: 'svb',
      },
      {
        id: 'rachida',
        naam: 'Rachida Brugwater',
        rollen: ['coordinator', 'doorbreker'],
        verhaal: 'Lost op wat vastzit tussen organisaties.',
      },
      { id: 'wim', naam: 'Wim Sluisraam', rollen: ['tovenaar'], verhaal: 'Heeft een rol die niemand kent.' },
    ],
  },
  {
    organisatie: 'dienst-toeslagen',
    mensen: [
      {
        id: 'priya',
        naam: 'Priya Zomerdal',
        rollen: ['behandelaar', 'klantcontact'],
        verhaal: 'Behandelt toeslagen en neemt de telefoon op.',
      },
    ],
  },
  {
    organisatie: 'svb',
    mensen: [
      {
        id: 'henk',
        naam: 'Henk Lentebrug',
        rollen: ['klantcontact'],
        verhaal: 'Neemt bij de SVB de telefoon op.',
      },
    ],
  },
  {
    organisatie: 'uwv',
    mensen: [
      {
        id: 'naima',
        naam: 'Naima Herfstduin',
        rollen: ['behandelaar'],
        verhaal: 'Behandelt uitkeringen bij UWV.',
      },
      {
        id: 'samira',
        naam: 'Samira Winterkade',
        rollen: ['klantcontact'],
        verhaal: 'Leest bij UWV de post en neemt de telefoon op.',
      },
    ],
  },
  {
    organisatie: 'bibliotheek',
    mensen: [
      {
        id: 'corrie',
        naam: 'Corrie Leesweide',
        rollen: ['informatiepunt'],
        verhaal: 'Helpt bij het informatiepunt in de bibliotheek.',
      },
    ],
  },
  {
    organisatie: 'bank',
    mensen: [
      {
        id: 'sven',
        naam: 'Sven Muntveld',
        rollen: ['adviseur'],
        verhaal: 'Adviseur bij een bank. Dat is geen overheid.',
      },
    ],
  },
]

/** Everybody who works somewhere, each found by the scope of their own organisation. */
export function medewerkergevers(): Inloggever[] {
  return demowerkgevers.flatMap(({ organisatie, mensen }) =>
    mensen.map(({ id, naam, rollen, verhaal, beweert }): Inloggever => {
      const isVreemd = beweert !== undefined || rollen.includes('tovenaar')
      const claims = { organisatie: beweert ?? organisatie, rollen, naam }
      return { id, naam, verhaal, isExtra: isVreemd, scope: organisatie, claims }
    }),
  )
}

/** A scope for each organisation, with the same claims. */
export function medewerkerscopes(): Record<string, readonly string[]> {
  const claims = ['organisatie', 'rollen', 'naam']
  return Object.fromEntries(demowerkgevers.map(({ organisatie }) => [organisatie, claims]))
}
