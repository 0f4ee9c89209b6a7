import { alsVelden, nietGevonden, ongeldig, ZgwFout } from '../fout.ts'
import {
  type Abonnement,
  abonnementSchema,
  type Kanaal,
  kanaalSchema,
  kanalen,
  type Notificatie,
  notificatieSchema,
  wilHebben,
} from '../notificaties.ts'
import { foutAntwoord, jsonAntwoord, leesJson, type ZgwAntwoord, type ZgwVerzoek } from './bericht.ts'
import { alsTekst, beschrijfNotificaties, geefTekst, isBeschrijving } from './openapi.ts'
import { meldAan, toelatingVoor, type ZoekClient } from './rechten.ts'
import { eisBekend } from './vraag.ts'

export interface AbonnementenOpties {
  /** With the path: `https://notificaties.example/notificaties/api/v1`. */
  readonly basis: string
  readonly clienten: ZoekClient
  readonly nu: () => Date
  readonly uuid: () => string
  /** Delivers one message; the status that came back, `undefined` when nothing did. `auth` may be absent on purpose. */
  readonly bezorg: (
    callbackUrl: string,
    auth: string | undefined,
    bericht: Notificatie,
  ) => Promise<number | undefined>
  /** Takes a subscriber at its word. Only for a test bench: there the address is one that answers everybody. */
  readonly zonderProef?: boolean
}

const consument = ['notificaties.consumeren']
const uitgever = ['notificaties.publiceren']
const allebei = [...consument, ...uitgever]
const apiVersie = '1.0.0'

/** What can be asked, per path: with which scope. The description is made of it. */
const routes = {
  kanaal: { GET: allebei, POST: uitgever },
  'kanaal/*': { GET: allebei },
  abonnement: { GET: allebei, POST: consument },
  'abonnement/*': { GET: allebei, PUT: consument, PATCH: consument, DELETE: consument },
  notificaties: { POST: uitgever },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** Notificaties 1.0: who wants to hear what. Subscriptions live as long as this object. */
export class Abonnementen {
  readonly #opties: AbonnementenOpties
  readonly #perUuid = new Map<string, Abonnement>()
  readonly #kanalen = new Map<string, Kanaal>()

  constructor(opties: AbonnementenOpties) {
    this.#opties = opties
    for (const [naam, filters] of Object.entries(kanalen)) {
      this.#kanalen.set(opties.uuid(), { naam, documentatieLink: '', filters: [...filters] })
    }
  }

  get isLeeg(): boolean {
    return this.#perUuid.size === 0
  }

  /** To everybody who wants it; how many got it. One that fails is not tried again: there is no replay. */
  async verspreid(bericht: Notificatie): Promise<number> {
    const wie = [...this.#perUuid.values()].filter((abonnement) => wilHebben(abonnement, bericht))
    const uitkomsten = await Promise.all(
      wie.map(({ callbackUrl, auth }) => this.#opties.bezorg(callbackUrl, auth, bericht)),
    )
    return uitkomsten.filter((status) => status === 204).length
  }

  /** `undefined` when the address is not below the base. */
  async beantwoord(verzoek: ZgwVerzoek): Promise<ZgwAntwoord | undefined> {
    const begin = `${new URL(this.#opties.basis).pathname}/`
    if (!verzoek.adres.pathname.startsWith(begin)) return undefined
    const [soort = '', uuid, ...rest] = verzoek.adres.pathname.slice(begin.length).split('/')
    const versie = { 'api-version': apiVersie }
    try {
      if (isBeschrijving([soort, uuid ?? '', ...rest])) return this.#beschrijf(verzoek)
      if (rest.length > 0 || uuid === '') throw nietGevonden()
      const antwoord = await this.#doe(soort, uuid, verzoek)
      return { ...antwoord, koppen: { ...antwoord.koppen, ...versie } }
    } catch (fout) {
      if (!(fout instanceof ZgwFout)) throw fout
      const antwoord = foutAntwoord(fout, this.#opties.uuid())
      return { ...antwoord, koppen: { ...antwoord.koppen, ...versie } }
    }
  }

  async #doe(soort: string, uuid: string | undefined, verzoek: ZgwVerzoek): Promise<ZgwAntwoord> {
    const wat = `${soort}${uuid === undefined ? '' : '/*'}`
    const { methode, adres } = verzoek
    const mogelijk: Readonly<Record<string, readonly string[]>> | undefined = Object.hasOwn(routes, wat)
      ? routes[wat as keyof typeof routes]
      : undefined
    if (mogelijk === undefined) throw nietGevonden()
    const scopes = Object.hasOwn(mogelijk, methode) ? mogelijk[methode] : undefined
    if (scopes === undefined) throw kanNiet(Object.keys(mogelijk))
    const { clienten, nu } = this.#opties
    toelatingVoor(await meldAan(verzoek.koppen.authorization, clienten, nu()), 'nrc', scopes)
    eisBekend(adres.searchParams.keys(), wat === 'kanaal' && methode === 'GET' ? ['naam'] : [])
    switch (`${methode} ${wat}`) {
      case 'GET kanaal':
        return jsonAntwoord(200, this.#toonKanalen(adres.searchParams.get('naam')))
      case 'GET kanaal/*':
        return jsonAntwoord(200, this.#toonKanaal([uuid ?? '', haal(this.#kanalen, uuid)]))
      case 'POST kanaal':
        return this.#maakKanaal(verzoek)
      case 'GET abonnement':
        return jsonAntwoord(200, [...this.#perUuid].map(this.#toon))
      case 'GET abonnement/*':
        return jsonAntwoord(200, this.#toon([uuid ?? '', haal(this.#perUuid, uuid)]))
      case 'DELETE abonnement/*':
        haal(this.#perUuid, uuid)
        this.#perUuid.delete(uuid ?? '')
        return { status: 204, koppen: {}, lichaam: '' }
      case 'POST notificaties':
        return this.#publiceer(verzoek)
      default:
        return this.#zet(uuid, verzoek)
    }
  }

  /** Tried out before it counts: with its authorization 204, without it no entry. */
  async #zet(bestaand: string | undefined, verzoek: ZgwVerzoek): Promise<ZgwAntwoord> {
    const oud = bestaand === undefined ? {} : haal(this.#perUuid, bestaand)
    const json = leesJson(verzoek)
    const isDeel = verzoek.methode === 'PATCH' && typeof json === 'object'
    const gelezen = abonnementSchema.safeParse(isDeel ? { ...oud, ...json } : json)
    if (!gelezen.success) throw ongeldig(...alsVelden(gelezen.error))
    const abonnement = gelezen.data
    eisKanalen(abonnement, [...this.#kanalen.values()])
    if (this.#opties.zonderProef !== true) await this.#probeer(abonnement)
    const uuid = bestaand ?? this.#opties.uuid()
    this.#perUuid.set(uuid, abonnement)
    const inhoud = this.#toon([uuid, abonnement])
    return bestaand === undefined
      ? jsonAntwoord(201, inhoud, { location: inhoud.url })
      : jsonAntwoord(200, inhoud)
  }

  async #probeer(abonnement: Abonnement): Promise<void> {
    const { bezorg, nu } = this.#opties
    const proef = proefbericht(abonnement.callbackUrl, nu())
    if ((await bezorg(abonnement.callbackUrl, abonnement.auth, proef)) !== 204) {
      const reason = 'Het adres antwoordt niet met 204.'
      throw ongeldig({ name: 'callbackUrl', code: 'invalid-callback-url', reason })
    }
    const zonder = await bezorg(abonnement.callbackUrl, undefined, proef)
    if (zonder !== 401 && zonder !== 403) {
      const reason = 'Zonder autorisatie komt men er ook in.'
      throw ongeldig({ name: 'callbackUrl', code: 'no-auth-on-callback-url', reason })
    }
  }

  async #maakKanaal(verzoek: ZgwVerzoek): Promise<ZgwAntwoord> {
    const gelezen = kanaalSchema.safeParse(leesJson(verzoek))
    if (!gelezen.success) throw ongeldig(...alsVelden(gelezen.error))
    if ([...this.#kanalen.values()].some(({ naam }) => naam === gelezen.data.naam)) {
      throw ongeldig({ name: 'naam', code: 'unique', reason: 'Dit kanaal is er al.' })
    }
    const uuid = this.#opties.uuid()
    this.#kanalen.set(uuid, gelezen.data)
    const inhoud = this.#toonKanaal([uuid, gelezen.data])
    return jsonAntwoord(201, inhoud, { location: inhoud.url })
  }

  async #publiceer(verzoek: ZgwVerzoek): Promise<ZgwAntwoord> {
    const gelezen = notificatieSchema.safeParse(leesJson(verzoek))
    if (!gelezen.success) throw ongeldig(...alsVelden(gelezen.error))
    const { kanaal, kenmerken } = gelezen.data
    const bekend = [...this.#kanalen.values()].find(({ naam }) => naam === kanaal)
    if (bekend === undefined) {
      throw ongeldig({ name: 'kanaal', code: 'message_kanaal', reason: 'Dit kanaal is er niet.' })
    }
    if (!bekend.filters.every((kenmerk) => Object.hasOwn(kenmerken, kenmerk))) {
      const reason = `Nodig op dit kanaal: ${bekend.filters.join(', ')}.`
      throw ongeldig({ name: 'kenmerken', code: 'kenmerken_inconsistent', reason })
    }
    await this.verspreid(gelezen.data)
    return jsonAntwoord(200, gelezen.data)
  }

  #toonKanalen(naam: string | null) {
    return [...this.#kanalen]
      .filter(([, kanaal]) => naam === null || naam === kanaal.naam)
      .map(this.#toonKanaal)
  }

  #toonKanaal = ([uuid, kanaal]: readonly [string, Kanaal]) => {
    const { documentatieLink, ...rest } = kanaal
    const link = documentatieLink === '' ? {} : { documentatieLink }
    return { url: `${this.#opties.basis}/kanaal/${uuid}`, ...rest, ...link }
  }

  #beschrijf(verzoek: ZgwVerzoek): ZgwAntwoord {
    const { koppen, ...antwoord } = geefTekst(
      alsTekst(beschrijfNotificaties(this.#opties.basis, routes)),
      verzoek,
    )
    return { ...antwoord, koppen: { ...koppen, 'api-version': apiVersie } }
  }

  #toon = ([uuid, abonnement]: readonly [string, Abonnement]) => ({
    url: `${this.#opties.basis}/abonnement/${uuid}`,
    ...abonnement,
  })
}

function haal<T>(uit: ReadonlyMap<string, T>, uuid: string | undefined): T {
  const gevonden = uit.get(uuid ?? '')
  if (gevonden === undefined) throw nietGevonden()
  return gevonden
}

const kanNiet = (mag: readonly string[]) =>
  new ZgwFout(405, 'method_not_allowed', `Hier kan: ${mag.join(', ')}.`, {
    koppen: { allow: mag.join(', ') },
  })

function eisKanalen({ kanalen: gevraagd }: Abonnement, alle: readonly Kanaal[]): void {
  for (const [i, { naam, filters }] of gevraagd.entries()) {
    const kanaal = alle.find((een) => een.naam === naam)
    if (kanaal === undefined) {
      throw ongeldig({ name: `kanalen.${i}.naam`, code: 'kanaal_naam', reason: 'Dit kanaal is er niet.' })
    }
    if (Object.keys(filters).some((kenmerk) => !kanaal.filters.includes(kenmerk))) {
      throw ongeldig({ name: `kanalen.${i}.filters`, code: 'filters', reason: 'Dit kenmerk is er niet.' })
    }
  }
}

function proefbericht(url: string, nu: Date): Notificatie {
  return {
    kanaal: 'test',
    hoofdObject: url,
    resource: 'test',
    resourceUrl: url,
    actie: 'test',
    aanmaakdatum: nu.toISOString(),
    kenmerken: {},
  }
}
