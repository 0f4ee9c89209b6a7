/** Named limit: of an address in an answer of somebody else. */
const maxTekens = 2_000

/**
 * The path below a base, with what stands behind the question mark, when this address is there; `undefined`: elsewhere,
 * and so never followed, and no token goes to it.
 */
export function padBinnen(basis: URL, adres: string): string | undefined {
  const url = adres.length > maxTekens ? null : URL.parse(adres)
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return undefined
  // The parser has taken `..` away already; written in hexadecimal a server may still see them.
  if (/%2e|%2f|%5c|\/\//i.test(url.pathname)) return undefined
  const begin = `${basis.pathname.replace(/\/$/, '')}/`
  if (url.protocol !== basis.protocol || url.host !== basis.host || !url.pathname.startsWith(begin))
    return undefined
  return url.pathname.slice(begin.length) + url.search
}
