import { BlockList, isIP } from 'node:net'
import type { Aansluitfoutcode } from './aansluiting.ts'

/** Where this installation may send questions. */
export interface Netwerkregels {
  /** Made-up organisations on this computer take part: they may be reached here, and without https. */
  readonly isDemo: boolean
  /** Networks that are not public and are allowed all the same: `10.20.0.0/16`. */
  readonly toegestaan: readonly string[]
}

/** Not on the internet (RFC 6890 and its kin): whoever may write an address must not reach our own machines by it. */
const nietOpenbaar = lijstVan([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '64:ff9b::/96',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
])
const dezeComputer = lijstVan(['127.0.0.0/8', '::1/128'])
/** Names that only mean something inside a network. */
const eigenNaam = /(^|\.)(localhost|local|internal|intranet|lan|home|corp)$/i

/** What is wrong with a base address; nothing when it may be used. The name is looked up later: see `magNaar`. */
export function bezwaarTegenAdres(tekst: string, regels: Netwerkregels): Aansluitfoutcode | undefined {
  if (!URL.canParse(tekst)) return 'geen-adres'
  const url = new URL(tekst)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'geen-adres'
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return 'adres-met-toevoeging'
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '')
  const isHier = host === 'localhost' || is(dezeComputer, host)
  if (isHier && regels.isDemo) return undefined
  if (isIP(host) > 0 ? !magNaar(host, regels) : eigenNaam.test(host) || !host.includes('.'))
    return 'eigen-netwerk'
  return url.protocol === 'https:' ? undefined : 'geen-https'
}

/**
 * For the moment of connecting: a name may be looked up as another address than when it was written down. An IPv4
 * address inside an IPv6 one counts as what it is.
 */
export function magNaar(ip: string, { isDemo, toegestaan }: Netwerkregels): boolean {
  const adres = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip
  if (isIP(adres) === 0) return false
  if (!is(nietOpenbaar, adres) && !adres.toLowerCase().startsWith('::ffff:')) return true
  return (isDemo && is(dezeComputer, adres)) || is(lijstVan(toegestaan), adres)
}

/** Two base addresses of which one lies below the other: a token would go to the wrong organisation. */
export function isOverlap(een: string, ander: string): boolean {
  const [a, b] = [basisVan(een), basisVan(ander)]
  return a.startsWith(b) || b.startsWith(a)
}

/** Named limit. An installation has some hundreds, and compares each with each. */
const maxBases = 10_000
const bases = new Map<string, string>()

function basisVan(tekst: string): string {
  const bekend = bases.get(tekst)
  if (bekend !== undefined) return bekend
  if (bases.size >= maxBases) bases.clear()
  const basis = `${new URL(tekst).href.replace(/\/$/, '')}/`
  bases.set(tekst, basis)
  return basis
}

function lijstVan(netwerken: readonly string[]): BlockList {
  const lijst = new BlockList()
  for (const netwerk of netwerken) {
    const [adres = '', bits] = netwerk.split('/')
    const soort = isIP(adres) === 6 ? 'ipv6' : 'ipv4'
    lijst.addSubnet(adres, Number(bits ?? (soort === 'ipv6' ? 128 : 32)), soort)
  }
  return lijst
}

function is(lijst: BlockList, adres: string): boolean {
  const soort = isIP(adres)
  return soort > 0 && lijst.check(adres, soort === 6 ? 'ipv6' : 'ipv4')
}
