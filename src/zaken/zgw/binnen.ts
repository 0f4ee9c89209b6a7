import type { OrganisatieId, PersoonId } from '../../domain/index.ts'
import { type BronGrenzen, type BronTls, leesSpoor } from '../../platform/bron/index.ts'
import type { Log } from '../../platform/index.ts'
import type { MetBsn, RegisterUitkomst, Verwerkingsbewijs } from '../register.ts'
import type { Zaakbroninstelling, Zaakvraag } from '../zaakbron.ts'
import type { Zaakref } from '../zaakgegevens.ts'
import type { Component, ZgwUrls } from './adressen.ts'
import type { Catalogus } from './catalogus.ts'
import type { Gang, Klant } from './klant.ts'
import type { Vermogensboek } from './vermogens.ts'
import type { Wie } from './wie.ts'

export interface ZgwInstelling extends Zaakbroninstelling {
  readonly urls: ZgwUrls
  /** How the source calls itself in its answers, when we reach it by another road (an outway). */
  readonly noemtZich?: Readonly<Partial<Record<Component, readonly URL[]>>>
  readonly grenzen?: Partial<BronGrenzen>
  readonly tls?: BronTls
  /** Which addresses a name may lead to; absent: all. */
  readonly magNaar?: (ip: string) => boolean
}

/** What the adapter gets of the house. */
export interface Huis {
  readonly nu: () => Date
  readonly log: Log
  readonly metBsn: MetBsn
  /** By which numbers somebody is known, of the vault: that of a company is public and whole. */
  readonly toonNummers: (
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
  ) => Promise<readonly { readonly soort: string; readonly toon?: string }[]>
  /** What this source may know the person as. */
  readonly pseudoniem: (persoon: PersoonId) => string
  readonly organisatieVan?: (rsin: string) => OrganisatieId | undefined
  /** A case at one of our other connections; what none knows is left out. */
  readonly refVan?: (url: string) => Zaakref | undefined
}

/** One source, as every part of the adapter sees it. */
export interface Binnen {
  readonly instelling: ZgwInstelling
  readonly huis: Huis
  readonly klant: Klant
  readonly catalogus: Catalogus
  readonly vermogens: Vermogensboek
}

/** Named limit: one errand with all that comes of it. Each question has the time of the source beside that. */
const gangMs = 20_000

export function gangVoor({ huis }: Binnen, { persoon, bewijs }: Pick<Zaakvraag, 'persoon' | 'bewijs'>): Gang {
  return {
    namens: huis.pseudoniem(persoon),
    spoor: leesSpoor(bewijs.traceparent),
    uiterlijkMs: huis.nu().getTime() + gangMs,
  }
}

/** Lends the number by which a source knows this person, for as long as `fn` runs. */
export async function metWie<T>(
  { huis }: Binnen,
  { persoon, bewijs, vestiging }: Zaakvraag,
  fn: (wie: Wie) => Promise<RegisterUitkomst<T>>,
): Promise<RegisterUitkomst<T>> {
  const uitkomst = await huis.metBsn(persoon, bewijs, (bsn) => fn({ soort: 'mens', bsn }))
  if (uitkomst.status === 'ok') return uitkomst.uitkomst
  const nummers = await huis.toonNummers(persoon, bewijs)
  const kvk = nummers.find(({ soort }) => soort === 'kvk')?.toon
  return kvk === undefined ? uitkomst : fn({ soort: 'bedrijf', kvk, vestiging })
}

export function zaakPlek({ uuid }: Pick<Zaakref, 'uuid'>, query = ''): { component: 'zrc'; pad: string } {
  return { component: 'zrc', pad: `zaken/${uuid}${query}` }
}
