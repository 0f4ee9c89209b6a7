import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { Aansluitfout, Aansluiting } from './aansluiting.ts'

const blok = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g
const sleutelblok = /-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/

/** What can be read of it, and nothing else around. */
export function certificatenIn(pem: string): readonly X509Certificate[] | undefined {
  const delen = pem.match(blok) ?? []
  if (delen.length === 0 || pem.replace(blok, '').trim() !== '') return undefined
  try {
    return delen.map((deel) => new X509Certificate(deel))
  } catch {
    return undefined
  }
}

/** The secret `certificaat`: certificates first our own, and the key that belongs to it. */
export function leesEigenCertificaat(
  pem: string,
): { readonly certificaat: string; readonly sleutel: string } | undefined {
  const [sleutel] = sleutelblok.exec(pem) ?? []
  const certificaat = pem.replace(sleutelblok, '').trim()
  const [eigen] = certificatenIn(certificaat) ?? []
  if (sleutel === undefined || eigen === undefined) return undefined
  try {
    return eigen.checkPrivateKey(createPrivateKey(sleutel)) ? { certificaat, sleutel } : undefined
  } catch {
    return undefined
  }
}

export function keurTls({ tls }: Pick<Aansluiting, 'tls'>): readonly Aansluitfout[] {
  if (tls?.ca === undefined || certificatenIn(tls.ca) !== undefined) return []
  return [{ veld: 'tls.ca', code: 'geen-certificaat' }]
}

/** As the way to a source wants it; absent when there is nothing of its own. */
export function brontlsVan(
  { tls }: Pick<Aansluiting, 'tls'>,
  geheim: string | undefined,
): { readonly ca?: string; readonly certificaat?: string; readonly sleutel?: string } | undefined {
  if (tls === undefined) return undefined
  const eigen = tls.eigenCertificaat && geheim !== undefined ? leesEigenCertificaat(geheim) : undefined
  return { ...(tls.ca !== undefined && { ca: tls.ca }), ...eigen }
}
