/** For tests: the door for ZGW before a chain on a real database. Answers are held against the published files. */
import assert from 'node:assert/strict'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { OrganisatieId } from '../../src/domain/index.ts'
import { createConcepten, createKetenlijst, openKoppelingen } from '../../src/loket/index.ts'
import { createZgwDeur } from '../../src/loket/zgw/deur.ts'
import { conceptOpslag } from '../../src/store/concepten.ts'
import { ketenlijstOpslag } from '../../src/store/ketenlijst.ts'
import { koppelingOpslag } from '../../src/store/koppelingen.ts'
import type { Proefdatabank } from '../../src/store/proefdatabank.ts'
import { duo, gemeente, openProefloket, svb } from '../../src/store/proefloket.ts'
import { gewonePaden } from '../../src/zgw/aanbieder/index.ts'
import { tekenToken } from '../../src/zgw/index.ts'
import { eisAntwoord, type Specificatie, sjabloonVan } from './specificatie.ts'

export const wortel = 'https://voordeur.example/zgw'
export const geheimen: Readonly<Record<string, string>> = {
  'svb-systeem': 'geheim-van-de-svb-dat-lang-genoeg-is',
  'duo-systeem': 'geheim-van-de-duo-dat-lang-genoeg-is',
  'stad-systeem': 'geheim-van-de-stad-dat-lang-genoeg-is',
}
export const rsins: Readonly<Record<string, string>> = {
  [gemeente]: '000000012',
  [svb]: '000000024',
  [duo]: '000000036',
}

export function openProefkoppelingen(proef: Proefdatabank, loket: ReturnType<typeof openProefloket>) {
  return openKoppelingen({
    store: koppelingOpslag(proef.databank),
    ring: loket.ring,
    audit: loket.audit,
    kentOrganisatie: () => true,
    magAdres: ({ protocol, hostname }) => protocol === 'https:' || hostname === '127.0.0.1',
    nu: () => loket.klok.nu,
    toeval: randomBytes,
  })
}

export async function openProefzgw(proef: Proefdatabank) {
  const loket = openProefloket(proef)
  const koppelingen = openProefkoppelingen(proef, loket)
  for (const [organisatie, client] of [
    [gemeente, 'stad-systeem'],
    [svb, 'svb-systeem'],
    [duo, 'duo-systeem'],
  ] as const) {
    const invoer = { organisatie, client, rsin: rsins[organisatie] }
    const uitkomst = await koppelingen.bewaar(invoer, geheimen[client])
    assert.equal(uitkomst.status, 'ok', JSON.stringify(uitkomst))
  }
  /** Who asked too much, and how long they have to wait. */
  const teVeel = new Map<string, number>()
  const geteld: string[] = []
  const deur = createZgwDeur({
    loket: loket.loket,
    lijst: createKetenlijst({
      store: loket.store,
      lijst: ketenlijstOpslag(proef.databank),
      audit: loket.audit,
      register: loket.register,
      nu: () => loket.klok.nu,
    }),
    concepten: createConcepten({
      store: conceptOpslag(proef.databank),
      ring: loket.ring,
      nu: () => loket.klok.nu,
      toeval: randomBytes,
    }),
    koppelingen,
    eigen: () => [gemeente],
    naamVan: (organisatie) => `Naam van ${organisatie}`,
    pseudoniem: (organisatie, persoon) =>
      createHash('sha256').update(`${organisatie} ${persoon}`).digest('base64url'),
    vragerVan: (organisatie: OrganisatieId, medewerker) => ({
      isSysteem: true,
      ...loket.als({
        soort: 'medewerker',
        medewerker,
        organisatie,
        rollen: ['behandelaar'],
        doelen: ['ketenzaak'],
      }),
    }),
    wortel: () => wortel,
    tel: async (client) => {
      geteld.push(client)
      return teVeel.get(client)
    },
    telAdres: async (adres) => teVeel.get(adres),
    nu: () => loket.klok.nu,
    uuid: randomUUID,
  })

  const token = (client: string, meer: object = {}, geheim = geheimen[client] ?? 'onbekend') =>
    `Bearer ${tekenToken({ iss: client, client_id: client, iat: Math.floor(loket.klok.nu.getTime() / 1000), user_id: 'ann', user_representation: 'Ann', ...meer }, geheim)}`

  /** Asks as a system does, and looks whether the answer is what the standard says. */
  const vraag = async (
    als: string,
    methode: string,
    waar: string,
    meer: { readonly json?: unknown; readonly authorization?: string } = {},
  ) => {
    const adres = new URL(waar.startsWith('http') ? waar : `${wortel}${waar}`)
    const koppen = {
      authorization: meer.authorization ?? token(als),
      'accept-crs': 'EPSG:4326',
      'content-crs': 'EPSG:4326',
      'content-type': 'application/json',
    }
    const lichaam = meer.json === undefined ? '' : JSON.stringify(meer.json)
    const antwoord = await deur({ methode, adres, koppen, lichaam })
    const tekst = Buffer.from(antwoord.lichaam).toString('utf8')
    const isJson = /json/.test(antwoord.koppen['content-type'] ?? '')
    const inhoud: ReturnType<typeof JSON.parse> = isJson ? JSON.parse(tekst) : tekst
    const [spec, basis] = componentVan(adres)
    const sjabloon = sjabloonVan(spec, adres.pathname.slice(basis.length))
    if (sjabloon !== undefined && antwoord.status !== 405)
      eisAntwoord(spec, methode.toLowerCase(), sjabloon, { ...antwoord, inhoud })
    return { ...antwoord, tekst, inhoud }
  }
  return { ...loket, deur, geteld, koppelingen, teVeel, token, vraag }
}

function componentVan({ pathname }: URL): readonly [Specificatie, string] {
  const begin = new URL(wortel).pathname
  for (const [spec, deel] of [
    ['zaken', 'zrc'],
    ['catalogi', 'ztc'],
    ['documenten', 'drc'],
  ] as const) {
    const basis = begin + gewonePaden[deel]
    if (pathname.startsWith(`${basis}/`)) return [spec, basis]
  }
  return ['besluiten', begin + gewonePaden.brc]
}
