import { z } from 'zod'

/** From open to closed: the order of the standard (§ vertrouwelijkheidaanduiding). */
export const vertrouwelijkheden = [
  'openbaar',
  'beperkt_openbaar',
  'intern',
  'zaakvertrouwelijk',
  'vertrouwelijk',
  'confidentieel',
  'geheim',
  'zeer_geheim',
] as const
export type Vertrouwelijkheid = (typeof vertrouwelijkheden)[number]

/** Fail closed: a level that the standard does not know is above every maximum. */
export function isHoogstens(niveau: unknown, maximum: Vertrouwelijkheid): boolean {
  const plaats = (vertrouwelijkheden as readonly unknown[]).indexOf(niveau)
  return plaats >= 0 && plaats <= vertrouwelijkheden.indexOf(maximum)
}

export const rolomschrijvingen = [
  'adviseur',
  'behandelaar',
  'belanghebbende',
  'beslisser',
  'initiator',
  'klantcontacter',
  'zaakcoordinator',
  'mede_initiator',
] as const

export const betrokkeneTypen = [
  'natuurlijk_persoon',
  'niet_natuurlijk_persoon',
  'vestiging',
  'organisatorische_eenheid',
  'medewerker',
] as const

/** Nine digits that pass the eleven test: RSIN and BSN are made alike. */
export function isNegenElfproef(waarde: string): boolean {
  if (!/^\d{9}$/.test(waarde)) return false
  const som = [...waarde].reduce((tot, cijfer, i) => tot + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0)
  return som % 11 === 0
}

export const adres = z.url({ protocol: /^https?$/ }).max(1000)
export const datum = z.iso.date()
export const moment = z.iso.datetime({ offset: true })
/** A client may leave the zone out; the reference then takes UTC. */
export const momentInvoer = z.iso
  .datetime({ offset: true, local: true })
  .transform((tekst) => (/(Z|[+-]\d\d:?\d\d)$/.test(tekst) ? tekst : `${tekst}Z`))
export const duur = z.iso.duration()
export const rsin = z.string().refine(isNegenElfproef)
export const vertrouwelijkheid = z.enum(vertrouwelijkheden)
