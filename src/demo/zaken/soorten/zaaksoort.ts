import type { Vertrouwelijkheid } from '../../../zgw/index.ts'

/** What a case type of a made-up organisation looks like; the catalogue and the cases are made from it. */
export interface Zaaksoort {
  /** The same at every organisation that has it; becomes `omschrijvingGeneriek` and part of `identificatie`. */
  readonly id: string
  readonly naam: string
  readonly onderwerp: string
  /** What happens here usually takes so long; made up, and no promise of any law. */
  readonly dagen: number
  /** What the catalogue says: an ISO duration. */
  readonly doorlooptijd: string
  readonly stappen: readonly Stap[]
  /** At most 30 characters each; the first is usual. */
  readonly resultaten: readonly string[]
  /** What somebody sent in, and what they get. */
  readonly stukkenIn: readonly string[]
  readonly stukkenUit: readonly string[]
  /** Name of the formal decision, when there is one. */
  readonly besluit?: string
  readonly handeling: 'Aanvragen' | 'Melden' | 'Aangeven' | 'Indienen' | 'Reageren'
  readonly niveau?: Vertrouwelijkheid
  /** Work of the organisation itself, not meant for a resident. */
  readonly isIntern?: true
  /** The person did not ask for it: it is about them. */
  readonly isOpgelegd?: true
  readonly past?: (wie: Kandidaat) => boolean
}

export interface Kandidaat {
  readonly leeftijd: number
  readonly kinderen: number
  readonly isHuurder: boolean
  readonly isWeduwe: boolean
  readonly isGehuwd: boolean
  readonly heeftOnderneming: boolean
  readonly vanBuiten: boolean
}

/** Name in the catalogue, and the text for the resident. */
export type Stap = readonly [omschrijving: string, tekst: string]

export const stappen = {
  aanvraag: [
    ['Ontvangen', 'Wij hebben uw aanvraag ontvangen.'],
    ['In behandeling', 'Wij bekijken uw aanvraag.'],
    ['Besluit genomen', 'Wij hebben een besluit genomen. U krijgt een brief.'],
    ['Afgehandeld', 'Uw aanvraag is klaar.'],
  ],
  aanvraagMetVraag: [
    ['Ontvangen', 'Wij hebben uw aanvraag ontvangen.'],
    ['In behandeling', 'Wij bekijken uw aanvraag.'],
    ['Wacht op aanvulling', 'Wij hebben nog gegevens van u nodig.'],
    ['Aanvulling beoordelen', 'Wij hebben uw gegevens. Wij gaan verder.'],
    ['Besluit genomen', 'Wij hebben een besluit genomen. U krijgt een brief.'],
    ['Afgehandeld', 'Uw aanvraag is klaar.'],
  ],
  onderzoek: [
    ['Ontvangen', 'Wij hebben uw aanvraag ontvangen.'],
    ['Gesprek gepland', 'Wij komen met u praten. U hoort wanneer.'],
    ['Onderzoek loopt', 'Wij onderzoeken wat u nodig hebt.'],
    ['Verslag verstuurd', 'Lees het verslag. Klopt er iets niet? Laat het ons weten.'],
    ['Besluit genomen', 'Wij hebben een besluit genomen. U krijgt een brief.'],
    ['Afgehandeld', 'Uw aanvraag is klaar.'],
  ],
  vergunning: [
    ['Ingediend', 'Wij hebben uw aanvraag ontvangen.'],
    ['Toets volledigheid', 'Wij kijken of alles erbij zit.'],
    ['Inhoudelijke beoordeling', 'Wij beoordelen uw plan.'],
    ['Ontwerpbesluit', 'Er ligt een voorlopig besluit.'],
    ['Besluit genomen', 'Wij hebben een besluit genomen. U krijgt een brief.'],
    ['Archiveren', 'Uw aanvraag is klaar.'],
  ],
  melding: [
    ['Gemeld', 'Wij hebben uw melding ontvangen.'],
    ['Doorgezet', 'Wij hebben uw melding aan de buitendienst gegeven.'],
    ['In uitvoering', 'Wij zijn ermee bezig.'],
    ['Afgehandeld', 'Uw melding is klaar.'],
  ],
  aangifte: [
    ['Ontvangen', 'Wij hebben uw aangifte ontvangen.'],
    ['Controle', 'Wij controleren de gegevens.'],
    ['Verwerkt', 'De gegevens staan in de registratie.'],
  ],
  bezwaar: [
    ['Bezwaar ontvangen', 'Wij hebben uw bezwaar ontvangen.'],
    ['Ontvankelijk', 'Uw bezwaar was op tijd. Wij behandelen het.'],
    ['Hoorzitting gepland', 'U mag uw bezwaar toelichten. U krijgt een uitnodiging.'],
    ['Advies gegeven', 'De commissie heeft advies gegeven.'],
    ['Beslissing op bezwaar', 'Wij hebben opnieuw beslist. U krijgt een brief.'],
    ['Afgehandeld', 'Uw bezwaar is klaar.'],
  ],
  klacht: [
    ['Klacht ontvangen', 'Wij hebben uw klacht ontvangen.'],
    ['Gesprek', 'Wij nemen contact met u op over uw klacht.'],
    ['Afgehandeld', 'Uw klacht is klaar.'],
  ],
  betaling: [
    ['Opgelegd', 'U krijgt een rekening.'],
    ['Betaling gevraagd', 'Wij wachten op uw betaling.'],
    ['Betaling verwerkt', 'Wij hebben uw betaling ontvangen.'],
    ['Afgesloten', 'Deze zaak is klaar.'],
  ],
  vaststelling: [
    ['Aanvraag ontvangen', 'Wij hebben uw aanvraag ontvangen.'],
    ['Voorlopig vastgesteld', 'U krijgt een voorschot.'],
    ['Gegevens opgevraagd', 'Wij vragen gegevens op bij andere organisaties.'],
    ['Definitief vastgesteld', 'Het bedrag staat vast.'],
    ['Afgerond', 'Deze zaak is klaar.'],
  ],
  intern: [
    ['Gestart', ''],
    ['In onderzoek', ''],
    ['Gesloten', ''],
  ],
} as const satisfies Readonly<Record<string, readonly Stap[]>>

const gewoon = {
  doorlooptijd: 'P8W',
  stappen: stappen.aanvraag,
  resultaten: ['Verleend', 'Geweigerd', 'Ingetrokken'],
  stukkenIn: ['Aanvraagformulier'],
  stukkenUit: ['Brief met het besluit'],
  handeling: 'Aanvragen',
} as const

/** What most types have, and what this one has otherwise. */
export function soort(
  id: string,
  naam: string,
  onderwerp: string,
  dagen: number,
  anders: Partial<Zaaksoort> = {},
): Zaaksoort {
  return { ...gewoon, id, naam, onderwerp, dagen, ...anders }
}
