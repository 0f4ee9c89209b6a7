import { createHash } from 'node:crypto'
import type { OrganisatieId, PersoonId } from '../../domain/index.ts'
import {
  type Aanbieder,
  Adressen,
  type Autorisatie,
  apiVersies,
  createAanbieder,
  foutAntwoord,
  gewonePaden,
  type ZgwAntwoord,
  type ZgwOpslag,
  type ZgwVerzoek,
} from '../../zgw/aanbieder/index.ts'
import { leesToken, ontleedToken, ZgwFout } from '../../zgw/index.ts'
import type { Concepten } from '../concept.ts'
import type { Ketenlijst } from '../ketenlijst.ts'
import type { Ketenverbinding, Koppelingen } from '../koppelingen.ts'
import type { Loket, Loketvrager } from '../loket.ts'
import { teVaak } from '../te-vaak.ts'
import { Ketentypen } from './catalogus.ts'
import { Ketenopslag } from './opslag.ts'
import { alsOpdracht } from './schrijven.ts'

export interface Deurdelen {
  readonly loket: Pick<Loket, 'bekijk' | 'bestand' | 'doe' | 'nieuwId'>
  readonly lijst: Ketenlijst
  readonly concepten: Concepten
  readonly koppelingen: Pick<Koppelingen, 'opClient' | 'alle' | 'merkToken'>
  /** Whose cases these are: the first with a number answers for the catalogue. */
  readonly eigen: () => readonly OrganisatieId[]
  readonly naamVan: (organisatie: OrganisatieId) => string
  readonly pseudoniem: (organisatie: OrganisatieId, persoon: PersoonId) => string
  readonly vragerVan: (organisatie: OrganisatieId, medewerker: string) => Loketvrager
  /** Where `/zgw` is reached, without a slash at the end. */
  readonly wortel: () => string
  /** Counts one question of a client; gives how many seconds to wait when it is one too many. */
  readonly tel: (client: string) => Promise<number | undefined>
  /** The same of a network address, before it is known who asks. */
  readonly telAdres: (adres: string) => Promise<number | undefined>
  readonly nu: () => Date
  readonly uuid: () => string
}

/** What an organisation may do here by its system; what it sees, the case decides. */
const autorisaties: readonly Autorisatie[] = [
  { component: 'zrc', scopes: ['zaken.lezen', 'zaken.statussen.toevoegen', 'zaken.aanmaken'] },
  { component: 'ztc', scopes: ['catalogi.lezen'] },
  { component: 'drc', scopes: ['documenten.lezen', 'documenten.aanmaken'] },
]

/** What can be written; the rest of the standard is done on the pages of the owner. */
const schrijfbaar =
  /\/(zaken\/api\/v1\/(statussen|zaakinformatieobjecten)|documenten\/api\/v1\/enkelvoudiginformatieobjecten)$/
const zoekbaar = /\/_zoek$/

/** Named limits: a page reads as many cases; a token that says it is used once is remembered so long. */
const perPagina = 25
const onthoudMs = 2 * 3_600_000

/** Answers ZGW requests about chain cases. Besluiten and Autorisaties are no part of it. */
export function createZgwDeur(delen: Deurdelen): Aanbieder {
  return async (verzoek) => {
    const { methode, adres } = verzoek
    const fout = (status: number, code: string, detail: string) =>
      weiger(delen, adres, new ZgwFout(status, code, detail))
    const isLezen = methode === 'GET' || methode === 'HEAD'
    const mag =
      isLezen || (methode === 'POST' && (schrijfbaar.test(adres.pathname) || zoekbaar.test(adres.pathname)))
    if (!mag)
      return fout(405, 'method_not_allowed', 'Bij ketenzaken kunt u statussen en documenten toevoegen.')
    const token = /^Bearer (\S+)$/.exec(verzoek.koppen.authorization ?? '')?.[1] ?? ''
    const wacht = verzoek.van === undefined ? undefined : await delen.telAdres(verzoek.van)
    if (wacht !== undefined) return weiger(delen, adres, teVaak(wacht))
    const { client, gebruiker, jti, isEcht } = await leesAanmelding(delen, token)
    // Only what they signed counts as theirs: who knows their name alone cannot use up what they may ask.
    const seconden = isEcht && client ? await delen.tel(client.koppeling.client ?? '') : undefined
    if (seconden !== undefined) return weiger(delen, adres, teVaak(seconden))
    // Used once means once, whatever is asked with it. Who says nothing of it may use a token again while it is fresh.
    if (client !== undefined && jti !== undefined) {
      const { organisatie } = client.koppeling
      const nu = delen.nu()
      if (!(await delen.koppelingen.merkToken({ organisatie, jti }, new Date(nu.getTime() + onthoudMs), nu)))
        return fout(403, 'jwt-replayed', 'Dit token is al gebruikt: maak voor elke vraag een nieuw.')
    }
    return antwoord(delen, verzoek, client, gebruiker)
  }
}

/** In the form of the standard, which says in every answer of which version it is. */
function weiger({ wortel, uuid }: Deurdelen, { pathname }: URL, fout: ZgwFout): ZgwAntwoord {
  const { koppen, ...rest } = foutAntwoord(fout, uuid())
  const component = (['zrc', 'ztc', 'drc'] as const).find((een) =>
    pathname.startsWith(`${new URL(wortel()).pathname}${gewonePaden[een]}/`),
  )
  return { ...rest, koppen: { ...koppen, ...(component && { 'api-version': apiVersies[component] }) } }
}

async function leesAanmelding({ koppelingen, nu }: Deurdelen, token: string) {
  let client: Ketenverbinding | undefined
  const gelezen = await leesToken(
    token,
    async (id) => {
      client = await koppelingen.opClient(id)
      return client?.geheim
    },
    nu(),
  )
  // Who it says it is, so that the kernel can say what is wrong with it.
  if ('fout' in gelezen) return { client, gebruiker: '', jti: undefined, isEcht: false }
  return { client, gebruiker: gelezen.gebruiker, jti: jtiVan(token), isEcht: true }
}

function jtiVan(token: string): string | undefined {
  const lading = ontleedToken(token)?.lading
  const jti = typeof lading === 'object' && lading !== null && 'jti' in lading ? lading.jti : undefined
  if (typeof jti !== 'string' || jti === '') return undefined
  // Whatever somebody calls it: as long as every other.
  return createHash('sha256').update(jti).digest('base64url')
}

async function antwoord(
  delen: Deurdelen,
  verzoek: ZgwVerzoek,
  client: Ketenverbinding | undefined,
  gebruiker: string,
): Promise<ZgwAntwoord> {
  const { koppelingen, eigen, nu } = delen
  const adressen = new Adressen(delen.wortel(), gewonePaden)
  const alle = await koppelingen.alle()
  const rsins = new Map(
    alle.flatMap(({ koppeling: { organisatie, rsin } }) => (rsin ? [[organisatie, rsin] as const] : [])),
  )
  const eigenaar = eigen().find((id) => rsins.has(id))
  const rsin = (eigenaar && rsins.get(eigenaar)) ?? [...rsins.values()][0]
  if (rsin === undefined)
    return weiger(
      delen,
      verzoek.adres,
      new ZgwFout(500, 'rsin-onbekend', 'Hier staat nog geen RSIN. Meld dit bij de beheerder.'),
    )
  const organisatie = client?.koppeling.organisatie
  const typen = new Ketentypen(adressen)
  const van = (organisatie ?? rsin) as OrganisatieId
  const vrager = delen.vragerVan(van, medewerkerVan(client, gebruiker))
  const opslagdelen = {
    ...delen,
    vrager,
    adressen,
    typen,
    rsins,
    rsin,
    pseudoniem: (persoon: string) => delen.pseudoniem(van, persoon as PersoonId),
  }
  const maak = (opslag: ZgwOpslag): Aanbieder =>
    createAanbieder({
      wortel: delen.wortel(),
      opslag,
      // Looked up once. The kernel looks at the token itself, and says what is wrong with it.
      clienten: (id) =>
        client !== undefined && id === client.koppeling.client
          ? { geheim: client.geheim, label: organisatie ?? '', autorisaties }
          : undefined,
      nu,
      // A document is known by the command that will bring it into a case.
      uuid: delen.loket.nieuwId,
      dialect: { perPagina, plaats: 'na' },
    })
  if (verzoek.methode !== 'POST' || zoekbaar.test(verzoek.adres.pathname))
    return maak(new Ketenopslag(opslagdelen))(verzoek)
  let gemaakt: string | undefined
  const opslag = new Ketenopslag(opslagdelen)
  const geschreven = await maak(
    alsOpdracht({
      ...opslagdelen,
      opslag,
      client: client?.koppeling.client ?? '',
      gemaakt: (url) => {
        gemaakt = url
      },
    }),
  )(verzoek)
  if (gemaakt === undefined) return geschreven
  // As it stands from now on, read like everybody reads it: with the moment at which it was written down here.
  const { authorization, 'accept-crs': crs } = verzoek.koppen
  const gelezen = await maak(new Ketenopslag(opslagdelen))({
    methode: 'GET',
    adres: new URL(gemaakt),
    koppen: { authorization, 'accept-crs': crs },
    lichaam: '',
  })
  if (gelezen.status !== 200) return geschreven
  const { etag: _, ...koppen } = gelezen.koppen
  const lichaam = isDocument.test(verzoek.adres.pathname) ? zonderSlot(gelezen.lichaam) : gelezen.lichaam
  return { ...gelezen, status: 201, koppen: { ...koppen, location: gemaakt }, lichaam }
}

/** The answer to a new document says with which lock it can be changed: none, it lies fixed. */
const isDocument = /enkelvoudiginformatieobjecten$/
const zonderSlot = (lichaam: ZgwAntwoord['lichaam']): string =>
  JSON.stringify({ ...JSON.parse(Buffer.from(lichaam).toString('utf8')), lock: '' })

/** Who did it at that organisation, by a mark that they can make themselves of what they call them. */
function medewerkerVan(client: Ketenverbinding | undefined, gebruiker: string): string {
  const naam = client?.koppeling.client ?? ''
  if (gebruiker === '') return `zgw-${naam}`
  return `zgw-${createHash('sha256').update(`${naam}|${gebruiker}`).digest('hex').slice(0, 32)}`
}
