import { brontlsVan } from '../aansluiting-tls.ts'
import type { Verbinding } from '../aansluitingen.ts'
import { type Adressen, maakAdressen } from './adressen.ts'
import type { ZgwInstelling } from './binnen.ts'

/** Where a connection is, what it calls itself, and how its line is trusted, as an operator wrote it down. */
export function wegVan(verbinding: Verbinding): Pick<ZgwInstelling, 'urls' | 'noemtZich' | 'tls'> {
  return { urls: urlsVan(verbinding), noemtZich: namenVan(verbinding), ...tlsVan(verbinding) }
}

/** To recognise what belongs to it in an answer of another one. */
export function adressenVoor(verbinding: Verbinding): Adressen {
  return maakAdressen(urlsVan(verbinding), namenVan(verbinding))
}

/** The same for what stands beside the case register: contact moments and tasks. */
export function tlsVan({ aansluiting, geheimen }: Verbinding): Pick<ZgwInstelling, 'tls'> {
  const tls = brontlsVan(aansluiting, geheimen.certificaat)
  return tls === undefined ? {} : { tls }
}

function urlsVan({ aansluiting: { adressen } }: Verbinding): ZgwInstelling['urls'] {
  const { zrc, ztc, drc, brc } = adressen
  return {
    zrc: new URL(zrc),
    ztc: new URL(ztc),
    ...(drc !== undefined && { drc: new URL(drc) }),
    ...(brc !== undefined && { brc: new URL(brc) }),
  }
}

function namenVan({ aansluiting: { noemtZich = {} } }: Verbinding): NonNullable<ZgwInstelling['noemtZich']> {
  return Object.fromEntries(Object.entries(noemtZich).map(([naam, adres]) => [naam, [new URL(adres)]]))
}
