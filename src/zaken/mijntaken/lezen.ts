import { parseUuid } from '../../domain/index.ts'
import { bronalinea, brontekst } from '../brontekst.ts'
import type { Formulierveld, Taak, Uitvoering } from '../taakbron.ts'
import { formulierVorm, type TaakWire } from './vormen.ts'

/** Named limits: of texts, of a form on one page, and of what a source may let somebody send. */
const maxTitel = 200
const maxToelichting = 2_000
const maxVelden = 30
const gewoonBestanden = 1
const meestBestanden = 10
export const meestOmvang = 10 * 1024 * 1024

const statussen = ['open', 'afgerond', 'geannuleerd'] as const

/**
 * A task as we show it. `undefined`: it does not say where it can be done, or at an address to which nobody should be
 * sent. `binnen` says whether an address is the source's own.
 */
export function taakVan(wire: TaakWire, binnen: (adres: string) => boolean): Taak | undefined {
  const uitvoering = uitvoeringVan(wire, binnen)
  if (uitvoering === undefined) return undefined
  const { uuid, deadline, context } = wire
  const titel = vertaald(wire.titel, (tekst) => brontekst(tekst, maxTitel))
  const toelichting = vertaald(wire.toelichting ?? {}, (tekst) => bronalinea(tekst, maxToelichting))
  if (titel === undefined) return undefined
  const zaak = context ? zaakUit(context.urn) : undefined
  return {
    uuid,
    titel,
    ...(toelichting && { toelichting }),
    status: statussen.find((een) => een === wire.status) ?? 'onbekend',
    ...(deadline && { uiterlijk: deadline }),
    ...(zaak !== undefined && { zaak }),
    uitvoering,
  }
}

/**
 * Per language, by its tag (BCP 47: `nl-NL` is Dutch). The languages of this house, or else the first that it has; keys
 * of other people never become keys of ours. `undefined`: no words at all.
 */
function vertaald(
  van: Readonly<Record<string, unknown>>,
  schoon: (tekst: string) => string,
): Taak['titel'] | undefined {
  const alle = Object.entries(van).flatMap(([tag, waarde]) => {
    const taal = /^([a-z]{2,3})(-[a-z0-9]{1,8})*$/i.exec(tag)?.[1]?.toLowerCase()
    const tekst = typeof waarde === 'string' ? schoon(waarde) : ''
    return taal === undefined || tekst === '' ? [] : [[taal, tekst] as const]
  })
  const eigen = alle.filter(([taal]) => ['nl', 'en', 'pap'].includes(taal))
  const uit = eigen.length > 0 ? eigen : alle.slice(0, 1)
  // Of two kinds of the same language the first counts.
  return uit.length === 0 ? undefined : Object.fromEntries(uit.toReversed())
}

/** The last part of a URN of a case that looks like one: `urn:nld:oin:…:zaak:uuid:<uuid>`. */
export function zaakUit(urn: string): string | undefined {
  return /^urn:.*\bzaak\b/i.test(urn) ? parseUuid(urn.split(':').at(-1)) : undefined
}

function uitvoeringVan({ uitvoering }: TaakWire, binnen: (adres: string) => boolean): Uitvoering | undefined {
  const elders = uitvoering && URL.parse(uitvoering.fallbackUrl)
  if (uitvoering === undefined || !elders || !isVeilig(elders, binnen)) return undefined
  const { type, submitUrl } = uitvoering
  if (type === 'betaling') return { soort: 'betaling', elders }
  const kanHier = submitUrl !== undefined && binnen(submitUrl)
  if (type === 'upload' && kanHier) {
    const {
      maxBestanden = gewoonBestanden,
      maxBestandsgrootte = meestOmvang,
      toegestaneFormaten = [],
    } = uitvoering
    return {
      soort: 'upload',
      elders,
      maxBestanden: Math.min(maxBestanden, meestBestanden),
      maxOmvang: Math.min(maxBestandsgrootte, meestOmvang),
      formaten: toegestaneFormaten
        .map((een) => een.toLowerCase())
        .filter((een) => /^[a-z0-9]{1,8}$/.test(een)),
    }
  }
  const velden = type === 'formulier' && kanHier ? veldenUit(uitvoering.schema) : undefined
  return velden === undefined ? { soort: 'anders', elders } : { soort: 'formulier', elders, velden }
}

/** People are sent over https only; in a try-out also to the source itself. */
function isVeilig(elders: URL, binnen: (adres: string) => boolean): boolean {
  return elders.protocol === 'https:' || (elders.protocol === 'http:' && binnen(elders.href))
}

/** `undefined` when there is anything in it that a form of ours would ask wrongly: then it is done at the source. */
function veldenUit(schema: unknown): readonly Formulierveld[] | undefined {
  const gelezen = formulierVorm.safeParse(schema)
  if (!gelezen.success) return undefined
  const { properties, required } = gelezen.data
  const namen = Object.keys(properties)
  if (namen.length === 0 || namen.length > maxVelden || required.some((naam) => !namen.includes(naam)))
    return undefined
  return namen.map((naam): Formulierveld => {
    const { type, title, enum: keuzes, format, maxLength } = properties[naam] ?? { type: 'string' }
    return {
      naam,
      label: { nl: brontekst(title ?? naam, maxTitel) },
      soort: soortVan(type, keuzes, format),
      keuzes: (keuzes ?? []).map((keuze) => brontekst(keuze, maxTitel)),
      isVerplicht: required.includes(naam),
      ...(maxLength !== undefined && { maxTekens: maxLength }),
    }
  })
}

function soortVan(
  type: 'string' | 'integer' | 'number' | 'boolean',
  keuzes: readonly string[] | undefined,
  format: string | undefined,
): Formulierveld['soort'] {
  if (type === 'boolean') return 'ja-nee'
  if (type !== 'string') return 'getal'
  if (keuzes !== undefined) return 'keuze'
  return format === 'date' ? 'datum' : 'tekst'
}
