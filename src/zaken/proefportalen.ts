/** For tests: portals that are known, tokens of them, a consent that can be given and taken, and sources that answer. */
import { createHmac } from 'node:crypto'
import type { Identificatie, PersoonId } from '../domain/index.ts'
import type { Begrenzer } from '../toegang/index.ts'
import type { PortaaltoestemmingStore } from './portaal.ts'
import { createPortalen } from './portalen.ts'
import { bronId, mens, Proeflog } from './proefzaken.ts'
import type { Kijker, Zaken, Zakenblik } from './zaken.ts'

export const stad = {
  id: 'mijn-stad',
  naam: 'Mijn Stad',
  client: 'mijnstad',
  geheim: 'het geheim van Mijn Stad, lang genoeg',
}
export const land = {
  id: 'mijn-land',
  naam: 'Mijn Land',
  client: 'mijnland',
  geheim: 'het geheim van Mijn Land, lang genoeg',
}
export const ik = mens(1)
export const nu = new Date('2026-06-01T10:00:00Z')
export const mijnBsn = '999990019'
export const vreemdeBsn = '999990020'

const deel = (waarde: unknown) => Buffer.from(JSON.stringify(waarde)).toString('base64url')
const iat = nu.getTime() / 1000

/** Of Mijn Stad about `ik`, and good, unless told otherwise. */
export function portaaltoken({
  kop = { alg: 'HS256', typ: 'JWT' },
  lading = {},
  geheim = stad.geheim,
}: {
  readonly kop?: unknown
  readonly lading?: Readonly<Record<string, unknown>>
  readonly geheim?: string
} = {}): string {
  const heel = { iss: stad.client, client_id: stad.client, sub: 'klant-1', bsn: mijnBsn, iat, exp: iat + 300 }
  const begin = `${deel(kop)}.${deel({ ...heel, ...lading })}`
  return `Bearer ${begin}.${createHmac('sha256', geheim).update(begin).digest('base64url')}`
}

/** Everything that must not get in, each with what is wrong with it. */
export const slechteTokens: Readonly<Record<string, string | undefined>> = {
  geen: undefined,
  leeg: 'Bearer ',
  'geen drager': portaaltoken().replace('Bearer', 'Basic'),
  'alg none': portaaltoken({ kop: { alg: 'none' } }).replace(/\.[^.]*$/, '.'),
  'alg none met handtekening': portaaltoken({ kop: { alg: 'none' } }),
  'alg HS512': portaaltoken({ kop: { alg: 'HS512' } }),
  'geheim van een ander portaal': portaaltoken({ geheim: land.geheim }),
  'zonder handtekening': portaaltoken().replace(/\.[^.]*$/, '.'),
  'een onbekend portaal': portaaltoken({ lading: { iss: 'x', client_id: 'x' } }),
  'twee namen': portaaltoken({ lading: { client_id: land.client } }),
  verlopen: portaaltoken({ lading: { iat: iat - 301, exp: iat - 1 } }),
  'precies verlopen': portaaltoken({ lading: { iat: iat - 300, exp: iat } }),
  'te lang geldig': portaaltoken({ lading: { exp: iat + 301 } }),
  'nog niet': portaaltoken({ lading: { iat: iat + 61, exp: iat + 120 } }),
  'zonder exp': portaaltoken({ lading: { exp: undefined } }),
  'zonder iat': portaaltoken({ lading: { iat: undefined } }),
  'zonder sub': portaaltoken({ lading: { sub: undefined } }),
  'geen bsn': portaaltoken({ lading: { bsn: '123456789' } }),
  'lading veranderd': portaaltoken().replace(/\.[^.]*\./, `.${deel({ iss: stad.client, sub: 'klant-2' })}.`),
}

/** A consent in memory, as the database keeps it. */
export class Proeftoestemmingen implements PortaaltoestemmingStore {
  readonly rijen = new Map<string, Date>()
  readonly bewijzen: string[] = []
  readonly heeft = async (persoon: PersoonId, portaal: string) => this.rijen.has(`${persoon} ${portaal}`)
  readonly lijst = async (persoon: PersoonId) =>
    [...this.rijen].flatMap(([rij, sinds]) => {
      const [wie, portaal = ''] = rij.split(' ')
      return wie === persoon ? [{ portaal, sinds }] : []
    })
  readonly geef: PortaaltoestemmingStore['geef'] = async (persoon, { portaal, sinds }, bewijzen) => {
    if (await this.heeft(persoon, portaal)) return false
    this.rijen.set(`${persoon} ${portaal}`, sinds)
    for (const { soort, codes } of bewijzen) this.bewijzen.push(`${soort} ${codes}`)
    return true
  }
  readonly trekIn: PortaaltoestemmingStore['trekIn'] = async (persoon, portaal, bewijzen) => {
    if (!this.rijen.delete(`${persoon} ${portaal}`)) return false
    for (const { soort, codes } of bewijzen) this.bewijzen.push(`${soort} ${codes}`)
    return true
  }
}

export const svb = bronId('svb')
export const leeg: Zakenblik = { zaken: [], bronnen: [], isKlaar: true }

/** Two portals and one resident, whose cases are what `blik` says. Opening a number is for the test itself. */
export function proefportalen(isMijn: (nummer: Identificatie) => boolean, blik: Zakenblik = leeg) {
  const store = new Proeftoestemmingen()
  const log = new Proeflog()
  const kijkers: Kijker[] = []
  const vergeten: string[] = []
  const geteld = new Map<string, number>()
  /** What happens while organisations are asked. */
  const tussendoor = { doe: async (): Promise<unknown> => undefined }
  const taak: { uitkomst: Awaited<ReturnType<Zaken['taak']>> } = { uitkomst: { status: 'niet-aangesloten' } }
  const begrenzer: Begrenzer = {
    tel: async (actie, [grens], { sessie = '' }) => {
      const aantal = (geteld.get(`${actie} ${sessie}`) ?? 0) + 1
      geteld.set(`${actie} ${sessie}`, aantal)
      return grens !== undefined && aantal > grens.aantal
        ? { mag: false, per: 'sessie', seconden: 60 }
        : { mag: true }
    },
  }
  const portalen = createPortalen({
    portalen: [stad, land],
    store,
    audit: {
      metVerwerking: log.metVerwerking,
      verzegel: ({ onderwerp, soort, tijd, codes }) => ({
        onderwerp,
        soort,
        tijd,
        codes: JSON.stringify(codes),
        inhoudHash: undefined,
        inhoud: undefined,
      }),
    },
    kluis: { zoekPersoon: async (bsn) => (isMijn(bsn) ? ik : undefined) },
    begrenzer,
    zaken: {
      kijk: async (kijker) => {
        kijkers.push(kijker)
        await tussendoor.doe()
        return blik
      },
      taak: async () => taak.uitkomst,
      vergeet: (plek) => void vergeten.push(plek),
    },
    woorden: {
      rsinVan: (bron) => (bron === svb ? '999800005' : undefined),
      naamVan: (id) => `naam van ${id}`,
      adresVan: ({ bron, uuid }) => `https://voordeur.example/mijn/zaken/${bron}/${uuid}`,
    },
    nu: () => nu,
  })
  const vindJa = (portaal = stad.id) => store.rijen.set(`${ik} ${portaal}`, nu)
  return { portalen, store, log, kijkers, vergeten, geteld, tussendoor, taak, vindJa }
}
