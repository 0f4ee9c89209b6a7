import { createHash } from 'node:crypto'
import { z } from 'zod'

const taalvorm = z.enum(['nl', 'en', 'pap'])

/** What is said in each language of a letter. */
const taaldeel = {
  onderwerp: z.string(),
  doen: z.string().exactOptional(),
  niets: z.boolean().exactOptional(),
  alineas: z.array(z.string()),
  controlecode: z.object({ code: z.string(), adres: z.string(), qr: z.string() }).exactOptional(),
}

const briefvorm = z.object({
  ...taaldeel,
  kenmerk: z.string().exactOptional(),
  datum: z.string(),
  afzender: z.object({
    naam: z.string(),
    team: z.string().exactOptional(),
    telefoon: z.string().exactOptional(),
  }),
  ookIn: z.array(z.object({ ...taaldeel, taal: taalvorm })).exactOptional(),
})

/** One letter on the pile: what it says, and the file that was made of it. Kept after printing, to print it again. */
export const stukvorm = z.object({
  versie: z.literal(1),
  zending: z.string().min(1),
  gelegd: z.iso.datetime(),
  taal: taalvorm,
  vorm: z.enum(['gewoon', 'groot', 'braille', 'audio']),
  adres: z.array(z.string()).min(2).max(7),
  brief: briefvorm,
  bestand: z.string().regex(/^[0-9a-f-]+\.[0-9a-f]{16}\.(pdf|txt)$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** 0 for a text: how many pages braille becomes is for whoever makes it. */
  bladzijden: z.int().nonnegative(),
  /** Where it is asked about once more before it leaves (nakijken.ts). */
  kijk: z
    .object({
      soort: z.string(),
      van: z.object({ persoon: z.string(), bericht: z.string() }).exactOptional(),
    })
    .exactOptional(),
  /** Absent the first time. */
  herdruk: z.object({ keer: z.int().positive(), van: z.iso.date() }).exactOptional(),
})
export type Stuk = z.infer<typeof stukvorm>

/** What is known of a closed batch: nothing of what letters say or to whom, so that it may be kept for long. */
export const manifestvorm = z.object({
  versie: z.literal(1),
  nummer: z.int().positive(),
  gesloten: z.iso.datetime(),
  volgorde: z.literal('land, postcode, plaats'),
  brieven: z.int().positive(),
  bladzijden: z.int().nonnegative(),
  adresblad: z.object({ bestand: z.string(), sha256: z.string(), bladzijden: z.int() }),
  stukken: z.array(
    z.object({
      nummer: z.int().positive(),
      bestand: z.string(),
      sha256: z.string(),
      bladzijden: z.int(),
      zending: z.string(),
      vorm: z.string(),
      taal: z.string(),
      herdruk: z.int().exactOptional(),
    }),
  ),
})
export type Manifest = z.infer<typeof manifestvorm>

export const terugvorm = z.object({
  zending: z.string(),
  reden: z.string().exactOptional(),
  op: z.iso.datetime(),
})

export function hashVan(inhoud: string | Uint8Array): string {
  return createHash('sha256').update(inhoud).digest('hex')
}

/** The name of a letter in every directory: of its number in the outbox, whatever signs that has. */
export function naamVan(zending: string, herdruk = 0): string {
  const naam = hashVan(zending).slice(0, 32)
  return herdruk === 0 ? naam : `${naam}-${herdruk}`
}
