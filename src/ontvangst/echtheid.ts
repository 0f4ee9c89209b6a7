/** A header that was added on the way, the one that was added last first. */
export interface Spoor {
  readonly soort: 'received' | 'authentication-results'
  readonly waarde: string
}

/** The machine that wrote a header `Received`. */
export function doorWie(waarde: string): string {
  return (/\bby\s+([^\s;]+)/i.exec(waarde) ?? [])[1]?.toLowerCase() ?? ''
}

/**
 * What our own edge found of the domain in From (RFC 8601, 7489): `undefined` when it says nothing. Only what stands
 * above the first line `Received` of our edge, and in its name: everything from that line on came from outside, and
 * there a sender can write our name as well. DMARC decides where the domain has one; otherwise SPF or DKIM of the same
 * domain, or of one above or below it.
 */
export function isEchtVolgensRand(
  sporen: readonly Spoor[],
  rand: readonly string[],
  domein: string,
): boolean | undefined {
  const onze = new Set(rand.map((naam) => naam.toLowerCase()))
  const isOns = ({ soort, waarde }: Spoor) =>
    onze.has(soort === 'received' ? doorWie(waarde) : dienst(waarde))
  const vreemd = sporen.findIndex((een) => een.soort === 'received' && !isOns(een))
  const boven = vreemd < 0 ? sporen : sporen.slice(0, vreemd)
  const grens = boven.findLastIndex(({ soort }) => soort === 'received')
  const uitslagen = boven
    .slice(0, Math.max(0, grens))
    .filter((een) => een.soort === 'authentication-results' && isOns(een))
    .flatMap(({ waarde }) => leesUitslagen(waarde))
  if (uitslagen.length === 0) return undefined
  const dmarc = uitslagen.filter(({ methode, uit }) => methode === 'dmarc' && uit !== 'none')
  if (dmarc.length > 0) return dmarc.every(({ uit }) => uit === 'pass')
  return uitslagen.some(
    ({ methode, uit, van }) => methode !== 'dmarc' && uit === 'pass' && hoortBij(van, domein),
  )
}

interface Uitslag {
  readonly methode: string
  readonly uit: string
  /** The domain that it is about. */
  readonly van: string
}

/** The name in front, without its version. */
function dienst(waarde: string): string {
  return zonderToelichting(waarde).trim().split(/[\s;]/)[0]?.toLowerCase() ?? ''
}

function leesUitslagen(waarde: string): readonly Uitslag[] {
  return zonderToelichting(waarde)
    .split(';')
    .slice(1)
    .flatMap((deel) => {
      const [, methode = '', uit = ''] = /^\s*(spf|dkim|dmarc)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(deel) ?? []
      const [, van = ''] = /\b(?:smtp\.mailfrom|header\.d|header\.i)\s*=\s*"?([^\s";]+)/i.exec(deel) ?? []
      if (methode === '') return []
      return { methode: methode.toLowerCase(), uit: uit.toLowerCase(), van: domeinVan(van) }
    })
}

/** Comments stand between brackets, and may hold anything. */
function zonderToelichting(waarde: string): string {
  return waarde.slice(0, 5_000).replace(/\([^()]*\)/g, ' ')
}

export function domeinVan(adres: string): string {
  return adres
    .slice(adres.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/\.$/, '')
}

function hoortBij(een: string, ander: string): boolean {
  return een !== '' && (een === ander || een.endsWith(`.${ander}`) || ander.endsWith(`.${een}`))
}
