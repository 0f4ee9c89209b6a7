import { randomBytes } from 'node:crypto'
import { nepbewijs } from '../../src/audit/proefaudit.ts'
import type { Zaakbron as Demobron } from '../../src/demo/zaken/zaken.ts'
import {
  maakPersoonId,
  onthul,
  type PersoonId,
  parseBsn,
  parseDatum,
  parseOrganisatieId,
  type Vestigingsnummer,
} from '../../src/domain/index.ts'
import { type Log, stilLog } from '../../src/platform/index.ts'
import { gewoneToonregels, type Zaakvraag } from '../../src/zaken/index.ts'
import { metJwt } from '../../src/zaken/zgw/aanmelden.ts'
import type { ZgwInstelling } from '../../src/zaken/zgw/binnen.ts'
import { type ZgwOnderdelen, type ZgwZaakbron, zgwZaakbron } from '../../src/zaken/zgw/zgw.ts'

/** A vault of a test: who has which number, found and made as in the real one. */
export class Proefkluis {
  readonly #nummers = new Map<PersoonId, { readonly soort: 'bsn' | 'kvk'; readonly waarde: string }>()
  readonly #personen = new Map<string, PersoonId>()

  persoonMet(soort: 'bsn' | 'kvk', waarde: string): PersoonId {
    const bekend = this.#personen.get(`${soort}/${waarde}`)
    if (bekend !== undefined) return bekend
    const persoon = maakPersoonId(new Date('2026-03-01T10:00:00Z'), randomBytes)
    this.#personen.set(`${soort}/${waarde}`, persoon)
    this.#nummers.set(persoon, { soort, waarde })
    return persoon
  }

  get delen(): Pick<ZgwOnderdelen, 'metBsn' | 'toonNummers' | 'zoekPersoon'> {
    return {
      metBsn: async (persoon, _bewijs, fn) => {
        const nummer = this.#nummers.get(persoon)
        const bsn = nummer?.soort === 'bsn' ? parseBsn(nummer.waarde) : undefined
        return bsn === undefined ? { status: 'geen-bsn' } : { status: 'ok', uitkomst: await fn(bsn) }
      },
      toonNummers: async (persoon) => {
        const nummer = this.#nummers.get(persoon)
        return nummer?.soort === 'kvk' ? [{ soort: 'kvk', toon: nummer.waarde }] : []
      },
      zoekPersoon: async (identificatie) =>
        this.#personen.get(`${identificatie.soort}/${onthul(identificatie)}`),
    }
  }
}

export interface Bronkeus {
  readonly kluis: Proefkluis
  readonly nu: () => Date
  readonly log?: Log
  readonly instelling?: Partial<ZgwInstelling>
  readonly onderdelen?: Partial<ZgwOnderdelen>
}

/** Our adapter before one of the made-up organisations, or before another server with the same addresses. */
export function maakZaakbron(
  bron: Pick<Demobron, 'organisatie' | 'urls' | 'client' | 'geheim'>,
  rsin: string,
  { kluis, nu, log = stilLog, instelling, onderdelen }: Bronkeus,
): ZgwZaakbron {
  const id = parseOrganisatieId(bron.organisatie)
  if (id === undefined) throw new Error('geen naam van een organisatie')
  const { zrc, ztc, drc, brc } = bron.urls
  return zgwZaakbron(
    {
      id,
      rsins: [rsin],
      regels: gewoneToonregels,
      isAan: true,
      urls: { zrc, ztc, drc, brc },
      ...instelling,
    },
    {
      klok: { nu },
      log,
      toeval: randomBytes,
      aanmelden: metJwt({
        client: bron.client,
        geheim: bron.geheim,
        weergave: 'Inwoner via Voordeur',
        nu,
      }),
      pseudoniem: (persoon) => `p-${persoon.slice(-6)}`,
      ...kluis.delen,
      ...onderdelen,
    },
  )
}

export function vraagVan(persoon: PersoonId, vestiging?: Vestigingsnummer): Zaakvraag {
  const vandaag = parseDatum('2026-03-02')
  if (vandaag === undefined) throw new Error('geen dag')
  return {
    persoon,
    bewijs: nepbewijs('zaken-tonen'),
    vandaag,
    ...(vestiging === undefined ? {} : { vestiging }),
  }
}
