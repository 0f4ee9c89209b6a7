/**
 * Groups of kinds of messages, over which people choose. A statement of being reachable is given per kind of message
 * (Awb 2:8), and nobody wants to answer twenty questions: what belongs together is asked once.
 */
export const berichtgroepen = ['besluiten', 'zaken', 'taken', 'afspraken', 'kansen', 'toegang'] as const
export type Berichtgroep = (typeof berichtgroepen)[number]

interface Soortkenmerken {
  readonly groep: Berichtgroep
  /** A part of a procedure on a decision or a complaint: it has legal effect, and paper if nobody said otherwise. */
  readonly isProcedure: boolean
  /** Something is asked of the reader. Says a notice as well, before the message itself is read (Awb 2:10). */
  readonly reactieVerwacht: boolean
  /** It tells something and asks nothing, whatever the case: a letter says so in its box. */
  readonly vraagtNiets: boolean
}

/** Every kind of message there is. A new one is a row here and a name in the texts. */
export const soorten = {
  'zaak-te-laat': rij('zaken'),
  'zaak-stil': rij('zaken'),
  'zaak-bijgewerkt': rij('zaken'),
  /** The plan of a chain case, as it was when it was sent. */
  ketenplan: rij('zaken'),
  /** What happened in a chain case. */
  'keten-sluiting-gevraagd': rij('zaken', { reactieVerwacht: true }),
  'keten-gesloten': rij('zaken'),
  'keten-heropend': rij('zaken'),
  'keten-bezwaar': rij('zaken'),
  'keten-eigenaar': rij('zaken'),
  /** What came of a call about a chain case. */
  'keten-gesprek': rij('zaken'),
  antwoord: rij('zaken'),
  besluit: rij('besluiten', { isProcedure: true }),
  ontvangstbevestiging: rij('besluiten', { isProcedure: true, vraagtNiets: true }),
  doorgestuurd: rij('besluiten', { isProcedure: true, vraagtNiets: true }),
  /** Awb 2:3: a question of a chain case went to the body that decides on it. */
  'keten-doorgestuurd': rij('besluiten', { isProcedure: true, vraagtNiets: true }),
  /** What came in by a way that does not count for it (Awb 2:16). */
  'verkeerde-weg': rij('besluiten', { isProcedure: true, reactieVerwacht: true }),
  /** Not taken in, with the reason (Awb 2:15). */
  geweigerd: rij('besluiten', { isProcedure: true }),
  /** What was refused is treated after all (Awb 2:12: a mistake is put right by a new message). */
  'toch-aangenomen': rij('besluiten', { isProcedure: true, vraagtNiets: true }),
  'verzoek-om-aanvulling': rij('taken', { isProcedure: true, reactieVerwacht: true }),
  taak: rij('taken', { reactieVerwacht: true }),
  /** What somebody asked for on paper, filled in as far as it is known: to sign and send. */
  'aanvraag-op-papier': rij('taken', { reactieVerwacht: true }),
  afspraak: rij('afspraken'),
  'afspraak-verzet': rij('afspraken'),
  'afspraak-afgezegd': rij('afspraken'),
  'afspraak-herinnering': rij('afspraken'),
  /** What changed in what somebody may have a right to; that what was told of it is not so after all. */
  kans: rij('kansen'),
  'kans-hersteld': rij('kansen', { vraagtNiets: true }),
  /** Help with arrears, offered by a human of the municipality: nobody has to answer. */
  hulpaanbod: rij('zaken'),
  'adres-gewijzigd': rij('toegang'),
  machtiging: rij('toegang'),
  /** A message of somebody else, which they sent on to their helper. */
  meegelezen: rij('toegang'),
} as const satisfies Readonly<Record<string, Soortkenmerken>>

export type Berichtsoort = keyof typeof soorten

// The keys of a table that is written out above.
export const berichtsoorten = Object.keys(soorten) as readonly Berichtsoort[]

export function kenmerkenVan(soort: Berichtsoort): Soortkenmerken {
  return soorten[soort]
}

function rij(
  groep: Berichtgroep,
  {
    isProcedure = false,
    reactieVerwacht = false,
    vraagtNiets = false,
  }: Partial<Omit<Soortkenmerken, 'groep'>> = {},
): Soortkenmerken {
  return { groep, isProcedure, reactieVerwacht, vraagtNiets }
}
