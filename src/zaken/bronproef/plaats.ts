import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { getCACertificates, connect as verbind } from 'node:tls'
import { codeVan } from '../../platform/index.ts'
import type { brontlsVan } from '../aansluiting-tls.ts'
import type { Plaatsbevinding } from '../bronproef.ts'
import type { Proefomgeving } from './vraag.ts'

/** Named limit: so long may the handshake take. */
const handdrukMs = 5_000
const dagMs = 86_400_000

/** Is there such a name, may we go there, and whose certificate answers? */
export async function bekijkPlaats(
  adres: string,
  omgeving: Proefomgeving,
  tls: ReturnType<typeof brontlsVan> = undefined,
): Promise<Plaatsbevinding> {
  const url = new URL(adres)
  const { host } = url
  const ips = await adressenVan(url.hostname.replace(/^\[|\]$/g, ''), omgeving.zoekOp)
  if (ips.length === 0) return { host, naam: 'onbekend', tls: 'onbekend' }
  if (!ips.some(omgeving.magNaar)) return { host, naam: 'eigen-netwerk', tls: 'onbekend' }
  if (url.protocol !== 'https:') return { host, naam: 'goed', tls: 'geen-tls' }
  return { host, naam: 'goed', ...(await bekijkTls(url, ips.find(omgeving.magNaar) ?? '', omgeving, tls)) }
}

async function adressenVan(naam: string, zoekOp = viaSysteem): Promise<readonly string[]> {
  if (isIP(naam) > 0) return [naam]
  try {
    return await zoekOp(naam)
  } catch {
    return []
  }
}

async function viaSysteem(naam: string): Promise<readonly string[]> {
  return (await lookup(naam, { all: true })).map(({ address }) => address)
}

/** What goes wrong in a handshake, by the name that the library gives it. */
const tlsFouten: Readonly<Record<string, Plaatsbevinding['tls']>> = {
  CERT_HAS_EXPIRED: 'verlopen',
  CERT_NOT_YET_VALID: 'verlopen',
  ERR_TLS_CERT_ALTNAME_INVALID: 'andere-naam',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'vreemd',
  SELF_SIGNED_CERT_IN_CHAIN: 'vreemd',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'vreemd',
  UNABLE_TO_GET_ISSUER_CERT: 'vreemd',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'vreemd',
}

function bekijkTls(
  url: URL,
  ip: string,
  { nu, wekker }: Proefomgeving,
  tls: ReturnType<typeof brontlsVan>,
): Promise<Pick<Plaatsbevinding, 'tls' | 'dagenOver'>> {
  const naam = url.hostname.replace(/^\[|\]$/g, '')
  return new Promise((klaar) => {
    // To the address that was just checked, with the name of the certificate.
    const lijn = verbind({
      host: ip,
      port: Number(url.port || 443),
      ...(isIP(naam) === 0 && { servername: naam }),
      ...(tls?.ca !== undefined && { ca: [...getCACertificates('default'), tls.ca] }),
      ...(tls?.certificaat !== undefined &&
        tls.sleutel !== undefined && { cert: tls.certificaat, key: tls.sleutel }),
    })
    const eindig = (uitkomst: Pick<Plaatsbevinding, 'tls' | 'dagenOver'>) => {
      stop()
      lijn.destroy()
      klaar(uitkomst)
    }
    const stop = wekker(handdrukMs, () => eindig({ tls: 'geen-verbinding' }))
    lijn.once('secureConnect', () => {
      const tot = Date.parse(lijn.getPeerCertificate().valid_to)
      const dagenOver = Math.floor((tot - nu().getTime()) / dagMs)
      eindig({ tls: 'goed', ...(Number.isFinite(dagenOver) && { dagenOver }) })
    })
    lijn.once('error', (fout) => eindig({ tls: tlsFouten[codeVan(fout) ?? ''] ?? 'geen-verbinding' }))
  })
}
