import { z } from 'zod'
import {
  type Datum,
  type OrganisatieId,
  type PersoonId,
  parseDatum,
  parseOrganisatieId,
  parsePersoonId,
} from '../domain/index.ts'
import { vertrouwelijkheden } from '../zgw/index.ts'
import { gewoneToonregels, type Toonregel, type Toonregels } from './toonregel.ts'
import type { BronId } from './zaakgegevens.ts'

/** The APIs of a case register, by the code that the standard has for each. */
export const onderdelen = ['zrc', 'ztc', 'drc', 'brc', 'nrc'] as const
export type Onderdeel = (typeof onderdelen)[number]

/**
 * `aan`: residents see its cases. `proef`: only who tests and previews. `uit`: nobody is asked for anything.
 * `gesloten`: the same for good. Its secrets are gone, its key for messages opens nothing, and nothing is remembered
 * of who has cases there; its versions stay. Who connects it once more gives the secrets again.
 */
export const aansluitstanden = ['uit', 'proef', 'aan', 'gesloten'] as const
export type Aansluitstand = (typeof aansluitstanden)[number]

/** Which secret: of the case register, of the API for contact moments, and our own certificate with its key (PEM). */
export const geheimsoorten = ['register', 'klant', 'certificaat'] as const
export type Geheimsoort = (typeof geheimsoorten)[number]

/** How one organisation is reached and what it shows, as an operator wrote it down. Its secrets stand apart. */
export interface Aansluiting {
  readonly organisatie: BronId
  /** Whose cases may come over this connection: first its own, then of those it works for. */
  readonly rsins: readonly string[]
  /** Base addresses, without a slash at the end. Without `drc` there are no documents, without `brc` no decisions. */
  readonly adressen: { readonly zrc: string; readonly ztc: string } & Partial<
    Readonly<Record<Onderdeel, string>>
  >
  /** It brings CloudEvents to us by itself. Then we subscribe nowhere, also with `nrc`. */
  readonly stuurtGebeurtenissen: boolean
  /** `zgw-jwt`: a token that we sign with the secret. `token`: the secret itself, as `Authorization: Token`. */
  readonly aanmelden: { readonly soort: 'zgw-jwt'; readonly client: string } | { readonly soort: 'token' }
  /** Klantinteracties (Open Klant 2): contact moments. */
  readonly klant?: string
  /** Who gets the questions of residents there: the uuid of an `actor`. Without one a question makes no task. */
  readonly behandelaars?: string
  /** Interactieservices (MijnTaken). */
  readonly taken?: string
  /** Absent: what the system trusts, and nobody asks who we are. */
  readonly tls?: Aansluittls
  /** How the source calls itself in its answers when we reach it by another road: base addresses. */
  readonly noemtZich?: Partial<Readonly<Record<Noemdeel, string>>>
  readonly grenzen: Aansluitgrenzen
  readonly stand: Aansluitstand
  /** Which key for messages it is, counted from 0 (absent); a later one makes the earlier ones worth nothing. */
  readonly sleutelnummer?: number
  readonly regels: Toonregels
  /** People who exist for tests alone: with these the operator looks before anybody else does. */
  readonly proefpersonen: readonly Proefpersoon[]
}

/** How the line to a source is trusted beside what the system trusts. */
export interface Aansluittls {
  /** Authorities in PEM, one behind the other: of the organisation itself, or of the outway (FSC) in between. */
  readonly ca?: string
  /** It asks who we are: certificate and key are the secret `certificaat`. */
  readonly eigenCertificaat: boolean
}

/** The parts whose answers hold addresses that we follow. */
export const noemdelen = ['zrc', 'ztc', 'drc', 'brc'] as const
export type Noemdeel = (typeof noemdelen)[number]

/** Somebody of the vault: the number that was written down stands there, and nowhere else. */
export interface Proefpersoon {
  readonly persoon: PersoonId
  /** The last three digits, by which who wrote the number down knows it again. */
  readonly einde: string
}

export interface Aansluitgrenzen {
  readonly verbindMs: number
  readonly totaalMs: number
  readonly tegelijk: number
}

export const gewoneAansluitgrenzen: Aansluitgrenzen = { verbindMs: 2_000, totaalMs: 10_000, tegelijk: 20 }

/** Named limits. */
const maxRsins = 20
const maxRegels = 500
const maxCaTekens = 20_000
export const maxProefpersonen = 20

const adres = z.string().trim().min(1).max(500)
const leegIsWeg = <T extends z.ZodType>(vorm: T) =>
  z.preprocess((w) => (w === '' ? undefined : w), vorm.optional())
const datum = z.string().transform((tekst, ctx): Datum => {
  const gelezen = parseDatum(tekst)
  if (gelezen !== undefined) return gelezen
  ctx.addIssue({ code: 'custom', message: 'datum' })
  return z.NEVER
})

const regelvelden = {
  tonen: z.boolean(),
  vanaf: leegIsWeg(datum),
  documenten: z.boolean(),
  toevoegen: z.boolean(),
  titel: z.enum(['zaaktaal', 'zaaktype', 'omschrijving']),
  hoogsteVertrouwelijkheid: z.enum(vertrouwelijkheden),
  statustoelichting: z.boolean(),
  zonderStatus: z.boolean(),
}
const sleutel = z.strictObject({
  domein: z.string().max(30),
  rsin: z.string().max(9),
  identificatie: z.string().min(1).max(50),
})
const regelsSchema = z.strictObject({
  standaard: z.strictObject(regelvelden),
  perZaaktype: z
    .array(z.strictObject({ sleutel, regel: z.strictObject(regelvelden).partial() }))
    .max(maxRegels)
    .default([]),
})

const proefpersoon = z.strictObject({
  persoon: z.string().transform((tekst, ctx): PersoonId => {
    const gelezen = parsePersoonId(tekst)
    if (gelezen !== undefined) return gelezen
    ctx.addIssue({ code: 'custom', message: 'persoon' })
    return z.NEVER
  }),
  einde: z.string().regex(/^\d{3}$/),
})

const vorm = z.strictObject({
  organisatie: z
    .string()
    .trim()
    .refine((naam) => parseOrganisatieId(naam) !== undefined),
  rsins: z.array(z.string().trim()).max(maxRsins),
  adressen: z.strictObject({
    zrc: adres,
    ztc: adres,
    drc: leegIsWeg(adres),
    brc: leegIsWeg(adres),
    nrc: leegIsWeg(adres),
  }),
  stuurtGebeurtenissen: z.boolean().default(false),
  aanmelden: z.discriminatedUnion('soort', [
    z.strictObject({ soort: z.literal('zgw-jwt'), client: z.string().trim().min(1).max(50) }),
    z.strictObject({ soort: z.literal('token') }),
  ]),
  klant: leegIsWeg(adres),
  behandelaars: leegIsWeg(z.guid()),
  taken: leegIsWeg(adres),
  tls: z
    .strictObject({
      ca: leegIsWeg(z.string().trim().max(maxCaTekens)),
      eigenCertificaat: z.boolean().default(false),
    })
    .optional(),
  noemtZich: z
    .strictObject({
      zrc: leegIsWeg(adres),
      ztc: leegIsWeg(adres),
      drc: leegIsWeg(adres),
      brc: leegIsWeg(adres),
    })
    .optional(),
  grenzen: z
    .strictObject({
      verbindMs: z.coerce.number().int().min(100).max(10_000),
      totaalMs: z.coerce.number().int().min(500).max(30_000),
      tegelijk: z.coerce.number().int().min(1).max(100),
    })
    .default(gewoneAansluitgrenzen),
  stand: z.enum(aansluitstanden).default('uit'),
  sleutelnummer: z.int().min(0).optional(),
  regels: regelsSchema.default({
    standaard: { ...gewoneToonregels.standaard, vanaf: undefined },
    perZaaktype: [],
  }),
  proefpersonen: z
    .array(z.union([z.string().trim(), proefpersoon]))
    .max(maxProefpersonen)
    .default([]),
})

/** What is wrong at which field; `code` has a sentence that says what to do in the texts. */
export interface Aansluitfout {
  /** As in the file: `adressen.zrc`, `rsins`. */
  readonly veld: string
  readonly code: Aansluitfoutcode
  /** The part of the input that it is about; never a secret and never a number of a person. */
  readonly wat?: string
}

/** A closed list: each has a text in three languages, and a test holds both together. */
export const aansluitfoutcodes = [
  'ontbreekt',
  'ongeldig',
  'onbekend-veld',
  'onbekende-organisatie',
  'geen-rsin',
  'rsin-bezet',
  'geen-adres',
  'geen-https',
  'eigen-netwerk',
  'adres-met-toevoeging',
  'adres-van-ons',
  'adres-overlapt',
  'geheim-ontbreekt',
  'geheim-opnieuw',
  'geheim-kort',
  'geen-proefpersoon',
  'getal-buiten-grens',
  'geen-certificaat',
  'certificaat-past-niet',
] as const
export type Aansluitfoutcode = (typeof aansluitfoutcodes)[number]

export type GelezenAansluiting =
  | {
      readonly ok: true
      /** With the test persons of whom the settings knew already. */
      readonly aansluiting: Aansluiting
      /** What somebody wrote down as a number of a test person; not in `aansluiting`. */
      readonly nummers: readonly string[]
    }
  | { readonly ok: false; readonly fouten: readonly Aansluitfout[] }

/** From a file, a form or the database; every fault at once. What it means is checked by `keurAansluiting`. */
export function leesAansluiting(invoer: unknown): GelezenAansluiting {
  const gelezen = vorm.safeParse(invoer)
  if (!gelezen.success) {
    const fouten = gelezen.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map(
            (naam) => ({ veld: [...issue.path, naam].join('.'), code: 'onbekend-veld' }) as const,
          )
        : [{ veld: issue.path.join('.'), code: foutcodeVan(issue, invoer) }],
    )
    return { ok: false, fouten }
  }
  const {
    organisatie: naam,
    adressen,
    regels,
    klant,
    behandelaars,
    taken,
    proefpersonen,
    sleutelnummer,
    tls,
    noemtZich = {},
    ...rest
  } = gelezen.data
  const organisatie = parseOrganisatieId(naam)
  if (organisatie === undefined)
    return { ok: false, fouten: [{ veld: 'organisatie', code: 'onbekende-organisatie' }] }
  const op = zonderLeeg({
    drc: adressen.drc && zonderStreep(adressen.drc),
    brc: adressen.brc && zonderStreep(adressen.brc),
    nrc: adressen.nrc && zonderStreep(adressen.nrc),
  })
  return {
    ok: true,
    nummers: proefpersonen.filter((een) => typeof een === 'string'),
    aansluiting: {
      ...rest,
      ...(sleutelnummer !== undefined && { sleutelnummer }),
      proefpersonen: proefpersonen.filter((een) => typeof een !== 'string'),
      organisatie: organisatie satisfies OrganisatieId,
      adressen: { zrc: zonderStreep(adressen.zrc), ztc: zonderStreep(adressen.ztc), ...op },
      regels: {
        standaard: zonderLeeg(regels.standaard) as Toonregel,
        perZaaktype: regels.perZaaktype.map(({ sleutel, regel }) => ({ sleutel, regel: zonderLeeg(regel) })),
      },
      ...(tls && (tls.eigenCertificaat || tls.ca !== undefined)
        ? { tls: { ...zonderLeeg({ ca: tls.ca }), eigenCertificaat: tls.eigenCertificaat } }
        : {}),
      ...(Object.values(noemtZich).some(Boolean) && {
        noemtZich: Object.fromEntries(
          Object.entries(noemtZich).flatMap(([naam, een]) => (een ? [[naam, zonderStreep(een)]] : [])),
        ),
      }),
      ...zonderLeeg({
        klant: klant && zonderStreep(klant),
        behandelaars,
        taken: taken && zonderStreep(taken),
      }),
    },
  }
}

function foutcodeVan(issue: z.core.$ZodIssue, invoer: unknown): Aansluitfoutcode {
  const [deel] = issue.path
  // Nothing was chosen: there is no organisation yet that could be unknown.
  const naam: unknown = deel === 'organisatie' ? Reflect.get(Object(invoer), deel) : undefined
  if (deel === 'organisatie') return naam === undefined || naam === '' ? 'ontbreekt' : 'onbekende-organisatie'
  if (deel === 'grenzen' && issue.path.length > 1) return 'getal-buiten-grens'
  if (issue.code === 'too_small' && issue.origin === 'string') return 'ontbreekt'
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'getal-buiten-grens'
  return issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
    ? 'ontbreekt'
    : 'ongeldig'
}

function zonderStreep(tekst: string): string {
  return tekst.replace(/\/+$/, '')
}

/** Without the keys that say nothing. */
function zonderLeeg<T extends object>(waarde: T): { [K in keyof T]?: Exclude<T[K], undefined | ''> } {
  const over = Object.entries(waarde).filter(([, een]) => een !== undefined && een !== '')
  // Only keys of the value itself, without the two that were taken out.
  return Object.fromEntries(over) as { [K in keyof T]?: Exclude<T[K], undefined | ''> }
}
