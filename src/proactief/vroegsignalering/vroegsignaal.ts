/** What a creditor tells a municipality about arrears: read from a CloudEvent, and refused with what to do about it. */
import { z } from 'zod'
import { type Cents, type Datum, type OrganisatieId, parseCents, parseDatum } from '../../domain/index.ts'
import {
  type Achterstandsoort,
  type Dreiging,
  dreigingen,
  type Plicht,
  plichten,
  soortregel,
} from './regels.ts'

/** How somebody is reached, and no more than that. */
export interface Contactgegevens {
  readonly geslachtsnaam: string
  readonly voorvoegsel?: string
  readonly voornamen?: string
  /** To find the one person; no text says that it may or may not be asked. Without it they are looked for by name and address. */
  readonly geboren?: Datum
  readonly postcode: string
  readonly huisnummer: string
  readonly telefoon?: string
  readonly email?: string
}

export interface Achterstand {
  readonly soort: Achterstandsoort
  readonly bedrag: Cents
  /** Said by the creditor: that it is about to happen. */
  readonly dreiging?: Dreiging
  readonly plichten: readonly Plicht[]
  readonly contact: Contactgegevens
  readonly klantnummer?: string
}

/** A creditor that this municipality agreed signals with: whose key it is, and of which kind. */
export interface Signaalpartner {
  readonly bron: string
  readonly soort: Achterstandsoort
  readonly naam: string
  readonly organisatie: OrganisatieId
  /** Place code of the municipality: `GM0599`. */
  readonly gemeente: string
  /**
   * Said by who agreed it: the authorisation of this municipality for the register of persons allows to search by address
   * for this. Absent: then a professional finds out whom a signal without date of birth is about.
   */
  readonly zoektOpAdres?: true
}

export type Gelezen =
  | {
      readonly wat: 'achterstand'
      readonly id: string
      readonly inhoud: Achterstand
      readonly vervangt?: string
    }
  | { readonly wat: 'ingetrokken'; readonly id: string; readonly intrekt: string }
  | { readonly wat: 'geweigerd'; readonly id: string; readonly reden: Weigerreden; readonly veld?: string }

/** Each has its remedy in docs/vroegsignalering.md. Nothing is kept of what is refused but that it was. */
export const weigerredenen = [
  /** A field is missing or cannot be read. */
  'onvolledig',
  /** A field came along that may not. */
  'meer-dan-mag',
  /** Another municipality than the one of the agreement. */
  'andere-gemeente',
  /** The creditor did not do what it must do first. */
  'plicht-niet-gedaan',
  /** A threat that cannot come from such a creditor. */
  'past-niet',
] as const
export type Weigerreden = (typeof weigerredenen)[number]

/** Begin of the types of CloudEvents, with the dot. */
export const signaalvoorvoegsel = 'nl.voordeur.vroegsignaal.'

const omslag = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(255),
  source: z.string().min(1).max(255),
  type: z.string().min(1).max(255),
  data: z.unknown(),
})

const tekst = (hoogstens: number) => z.string().trim().min(1).max(hoogstens)

const contactvorm = z.strictObject({
  geslachtsnaam: tekst(200),
  voorvoegsel: tekst(20).optional(),
  voornamen: tekst(200).optional(),
  geboren: z.iso.date().optional(),
  postcode: z.string().regex(/^\d{4} ?[A-Z]{2}$/),
  huisnummer: tekst(20),
  telefoon: tekst(30).optional(),
  email: z.email().max(254).optional(),
})

const achterstandvorm = z.strictObject({
  gemeente: tekst(10),
  /** Whole cents. */
  bedrag: z.int().positive().max(100_000_000),
  dreiging: z.enum(dreigingen).optional(),
  plichten: z.array(z.enum(plichten)).max(plichten.length),
  contact: contactvorm,
  klantnummer: tekst(40).optional(),
  vervangt: tekst(255).optional(),
})

const intrekvorm = z.strictObject({ intrekt: tekst(255) })

/** `undefined`: no CloudEvent of ours at all. */
export function leesSignaal(partner: Signaalpartner, een: unknown): Gelezen | undefined {
  const { data: gelezen } = omslag.safeParse(een)
  if (gelezen === undefined || !gelezen.type.startsWith(signaalvoorvoegsel)) return undefined
  const { id, data } = gelezen
  const naam = gelezen.type.slice(signaalvoorvoegsel.length)
  if (naam === 'ingetrokken') {
    const gegeven = intrekvorm.safeParse(data)
    return gegeven.success
      ? { wat: 'ingetrokken', id, intrekt: gegeven.data.intrekt }
      : { wat: 'geweigerd', id, ...foutVan(gegeven.error) }
  }
  if (naam !== 'achterstand') return undefined
  const gegeven = achterstandvorm.safeParse(data)
  if (!gegeven.success) return { wat: 'geweigerd', id, ...foutVan(gegeven.error) }
  return keur(partner, id, gegeven.data)
}

function keur(
  { soort, gemeente }: Signaalpartner,
  id: string,
  gegeven: z.infer<typeof achterstandvorm>,
): Gelezen {
  const regel = soortregel(soort)
  const weiger = (reden: Weigerreden, veld: string): Gelezen => ({ wat: 'geweigerd', id, reden, veld })
  if (gegeven.gemeente !== gemeente) return weiger('andere-gemeente', 'gemeente')
  const mist = regel.plichten.find((plicht) => !gegeven.plichten.includes(plicht))
  if (mist !== undefined) return weiger('plicht-niet-gedaan', `plichten: ${mist}`)
  if (gegeven.dreiging !== undefined && gegeven.dreiging !== regel.dreiging)
    return weiger('past-niet', 'dreiging')
  if (gegeven.klantnummer !== undefined && !regel.magKlantnummer) return weiger('meer-dan-mag', 'klantnummer')
  const bedrag = parseCents(gegeven.bedrag)
  if (bedrag === undefined) return weiger('onvolledig', 'bedrag')
  const { geboren: dag, postcode, ...rest } = gegeven.contact
  const geboren = dag === undefined ? undefined : parseDatum(dag)
  const { dreiging, klantnummer, vervangt } = gegeven
  return {
    wat: 'achterstand',
    id,
    inhoud: {
      soort,
      bedrag,
      ...(dreiging !== undefined && { dreiging }),
      plichten: gegeven.plichten,
      contact: {
        ...zonderLeeg(rest),
        geslachtsnaam: rest.geslachtsnaam,
        huisnummer: rest.huisnummer,
        postcode: postcode.replace(' ', ''),
        ...(geboren !== undefined && { geboren }),
      },
      ...(klantnummer !== undefined && { klantnummer }),
    },
    ...(vervangt !== undefined && { vervangt }),
  }
}

function zonderLeeg<T extends object>(van: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // What was left out by the sender is left out here, and is no value.
  return Object.fromEntries(Object.entries(van).filter(([, waarde]) => waarde !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

function foutVan({ issues }: z.ZodError): { readonly reden: Weigerreden; readonly veld: string } {
  const [eerste] = issues
  if (eerste?.code === 'unrecognized_keys')
    return { reden: 'meer-dan-mag', veld: [...eerste.path, ...eerste.keys].join('.').slice(0, 80) }
  return { reden: 'onvolledig', veld: (eerste?.path ?? []).join('.') || 'data' }
}
