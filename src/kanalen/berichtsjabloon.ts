/**
 * Of what a message of each kind is made: keys of `corpus/teksten`, and the values that those texts ask for. The words
 * themselves stand there, in every language; `berichttekst.test.ts` holds both against each other.
 */
export interface Berichtsjabloon {
  readonly onderwerp: string
  /** What the reader must do: a box at the top of a letter. Absent: nothing. */
  readonly doen?: string
  readonly alineas: readonly string[]
  readonly waarden: readonly Waardenaam[]
}

export const waardenamen = [
  ...['antwoord', 'dag', 'datum', 'kanaal', 'komen', 'naar', 'nummer', 'organisatie', 'reden', 'site'],
  ...['status', 'taak', 'tijd', 'titel', 'van', 'wat'],
] as const
export type Waardenaam = (typeof waardenamen)[number] & string

const ketenuitleg = ['nummer', 'organisatie', 'van', 'reden'] as const
const afspraakwaarden = ['titel', 'organisatie', 'dag', 'tijd', 'komen', 'nummer', 'site'] as const

export const berichtsjablonen = {
  'zaak-te-laat': {
    onderwerp: 'zaaksignaal.te_laat.onderwerp',
    doen: 'berichttekst.zaak-te-laat.doen',
    alineas: ['zaaksignaal.te_laat.wat'],
    waarden: ['titel', 'organisatie', 'datum'],
  },
  'zaak-stil': {
    onderwerp: 'zaaksignaal.stil.onderwerp',
    alineas: ['zaaksignaal.stil.wat', 'zaaksignaal.stil.bel'],
    waarden: ['titel', 'organisatie', 'datum'],
  },
  'zaak-bijgewerkt': van('zaak-bijgewerkt', ['wat'], ['titel', 'organisatie', 'datum', 'status']),
  /** Between these two stands the plan itself. */
  ketenplan: van('ketenplan', ['aanhef', 'wat', 'bel', 'groet'], ['nummer', 'organisatie', 'van']),
  'keten-sluiting-gevraagd': van('keten-sluiting-gevraagd', ['wat', 'hoe', 'anders'], ketenuitleg, {
    doen: true,
  }),
  'keten-gesloten': van('keten-gesloten', ['wat', 'uitleg', 'oneens'], [...ketenuitleg, 'wat', 'datum']),
  'keten-heropend': van('keten-heropend', ['wat', 'verder'], ketenuitleg),
  'keten-bezwaar': van('keten-bezwaar', ['wat', 'uitleg', 'vragen'], [...ketenuitleg, 'naar', 'wat']),
  'keten-eigenaar': van('keten-eigenaar', ['wat', 'bel'], ['nummer', 'organisatie', 'van']),
  'keten-gesprek': van(
    'keten-gesprek',
    ['wat', 'vraag', 'antwoord', 'afgesproken', 'wie_wat', 'bel'],
    [...ketenuitleg, 'antwoord', 'wat', 'taak'],
  ),
  antwoord: van('antwoord', ['vraag', 'antwoord'], ['titel', 'organisatie', 'antwoord']),
  besluit: van('besluit', ['wat', 'zelf', 'oneens'], ['titel', 'organisatie', 'datum'], {
    doen: true,
  }),
  ontvangstbevestiging: van(
    'ontvangstbevestiging',
    ['wat', 'kopie'],
    ['titel', 'organisatie', 'datum', 'tijd', 'nummer'],
  ),
  doorgestuurd: van('doorgestuurd', ['wat', 'verder'], ['titel', 'organisatie', 'naar', 'datum']),
  'keten-doorgestuurd': van(
    'keten-doorgestuurd',
    ['wat', 'zegt', 'bel'],
    ['naar', 'nummer', 'organisatie', 'van', 'wat'],
  ),
  'verkeerde-weg': van('verkeerde-weg', ['wat'], ['titel', 'organisatie', 'datum'], {
    doen: true,
  }),
  geweigerd: van('geweigerd', ['wat', 'reden'], ['titel', 'organisatie', 'datum', 'reden']),
  'toch-aangenomen': van('toch-aangenomen', ['wat', 'verder'], ['titel', 'organisatie', 'datum']),
  'verzoek-om-aanvulling': van(
    'verzoek-om-aanvulling',
    ['waarom', 'lukt_niet'],
    ['titel', 'organisatie', 'wat'],
    { doen: true },
  ),
  taak: van('taak', ['waarom', 'lukt_niet'], ['titel', 'organisatie', 'taak'], {
    doen: true,
  }),
  afspraak: van('afspraak', ['wat', 'kan_niet'], afspraakwaarden, { doen: true }),
  'afspraak-verzet': {
    ...van('afspraak', ['wat', 'kan_niet'], afspraakwaarden, { doen: true }),
    onderwerp: 'berichttekst.afspraak-verzet.onderwerp',
    alineas: [
      'berichttekst.afspraak-verzet.nieuw',
      'berichttekst.afspraak.wat',
      'berichttekst.afspraak.kan_niet',
    ],
  },
  'afspraak-afgezegd': van(
    'afspraak-afgezegd',
    ['wat', 'niet_u'],
    ['titel', 'organisatie', 'dag', 'tijd', 'site'],
  ),
  'afspraak-herinnering': {
    ...van('afspraak', ['wat', 'kan_niet'], afspraakwaarden, { doen: true }),
    onderwerp: 'berichttekst.afspraak-herinnering.onderwerp',
  },
  hulpaanbod: van(
    'hulpaanbod',
    // No box that says what the reader must do: nobody has to.
    ['wat', 'hulp', 'keuze', 'nee', 'gegevens', 'klopt_niet'],
    ['organisatie', 'site', 'titel', 'van', 'wat'],
  ),
  /** Between «bekend» and «teken» stand the answers themselves. */
  'aanvraag-op-papier': van(
    'aanvraag-op-papier',
    ['vraag', 'bekend', 'teken', 'let_op'],
    ['titel', 'organisatie', 'wat'],
    { doen: true },
  ),
  /** Before the second stands a line for each thing that may have changed (web/kansbericht.ts). */
  kans: van('kans', ['waarom', 'zeker', 'papier', 'stop'], ['datum', 'site', 'wat'], { doen: true }),
  'kans-hersteld': van('kans-hersteld', ['waarom', 'al_gevraagd', 'stop'], ['datum', 'site']),
  'adres-gewijzigd': van('adres-gewijzigd', ['wat', 'wie'], ['datum', 'kanaal', 'van'], { doen: true }),
  machtiging: van('machtiging', ['wat', 'waar'], ['organisatie', 'site', 'wat'], { doen: true }),
  meegelezen: van('meegelezen', ['wat', 'mag'], ['van', 'organisatie', 'titel']),
} as const satisfies Readonly<Record<string, Berichtsjabloon>>

export type Sjabloonsoort = keyof typeof berichtsjablonen

// The keys of a table that is written out above.
export const sjabloonsoorten = Object.keys(berichtsjablonen) as readonly Sjabloonsoort[]

export function sjabloonVan(soort: Sjabloonsoort): Berichtsjabloon {
  return berichtsjablonen[soort]
}

function van(
  soort: string,
  alineas: readonly string[],
  waarden: readonly Waardenaam[],
  wel: { readonly doen?: true } = {},
): Berichtsjabloon {
  const sleutel = (naam: string): string => `berichttekst.${soort}.${naam}`
  return {
    onderwerp: sleutel('onderwerp'),
    ...(wel.doen && { doen: sleutel('doen') }),
    alineas: alineas.map(sleutel),
    waarden,
  }
}
