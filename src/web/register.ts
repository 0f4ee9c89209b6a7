import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bijlageKop } from '../domain/index.ts'
import type { Ervaring } from '../ervaring/index.ts'
import { Bestandsformulier, type Foutweergave, openbaar, sendMetEtag } from '../platform/http/index.ts'
import type { Berichten } from '../platform/i18n/index.ts'
import { PlatformError } from '../platform/index.ts'
import type { Begrenzer } from '../toegang/index.ts'
import { webAssets } from './assets.ts'
import { behandelaars, vooraf } from './behandelaars.ts'
import { baliesessieUit } from './bezoek/baliekoekje.ts'
import { type Bezoek, LEEG, leesBezoek, schrijfInhoud, secondenVan } from './bezoek/bezoek.ts'
import { verpak, zetRegels } from './bezoek/koekje.ts'
import { sessieUit } from './bezoek/sessiekoekje.ts'
import { type Deuren, maakDeuren } from './deuren.ts'
import { maakFoutpagina } from './foutpaginas.ts'
import { type Actie, acties, grenzen, watRouteNeemt } from './grenzen.ts'
import { ingelogdVan } from './ingelogd.ts'
import { woonplaatsen } from './invoer/plaats.ts'
import { maakMeting } from './meting.ts'
import type { BalieBronnen } from './pages/balie/bronnen.ts'
import { organisatiesVan } from './pages/balie/inlog-pagina.ts'
import type { Werker } from './pages/balie/werker.ts'
import { registreerSleutels } from './pages/echt/sleutels.ts'
import type { Genodigde, LoketBronnen } from './pages/loket/bronnen.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import type { Wie } from './pages/mijn/wie.ts'
import type { PostBronnen } from './pages/post/bronnen.ts'
import type { Proactiefbronnen } from './pages/proactief/bronnen.ts'
import { type Beeld, bellenIn, maakBeeld, type RechtenBronnen } from './pages/rechten/beeld.ts'
import { opnieuw } from './pages/rechten/vraag-controller.ts'
import { maakPoort } from './poort.ts'
import { adres, inTaal, isBalie, type Routenaam, routes, type Taal, taalVan, talen } from './routes.ts'
import { registreerSchuineStrepen } from './schuine-streep.ts'
import type { Context } from './ui/context.ts'
import { maakSpraak } from './ui/spraak.ts'
import { steunVoor } from './ui/steun.ts'
import { verzend } from './verzend.ts'
import type { Antwoord, Post, Verzoek } from './verzoek.ts'
import { zoekdeelVan } from './zoekdeel.ts'

export interface WebOpties {
  readonly bronnen: RechtenBronnen
  /** For residents who log in; absent where nobody can. */
  readonly mijn?: MijnBronnen | undefined
  /** For professionals; absent where none can log in. */
  readonly balie?: BalieBronnen | undefined
  /** What people send to bodies; absent where nothing is taken in. */
  readonly poststukken?: PostBronnen | undefined
  /** Chain cases over organisations; absent where there are none. */
  readonly loket?: Omit<LoketBronnen, 'spraken'> | undefined
  /** Being kept informed; absent where nobody can be. */
  readonly proactief?: Omit<Proactiefbronnen, 'spraken'> | undefined
  /** How steps of journeys go; absent where nothing is counted. */
  readonly ervaring?: Ervaring | undefined
  /** How people reach us; without it what their browser says. */
  readonly url?: URL | undefined
  /** From corpus/teksten, as `loadTeksten` reads them. */
  readonly teksten: Readonly<Record<Taal, Berichten>>
  /** 32 bytes: seals the cookie in which a visitor's answers travel. */
  readonly sleutel: Buffer
  /** Whether people reach us by https; then the cookie is `Secure`. */
  readonly isHttps: boolean
  /** Counts how often things are done; absent in tests of pages alone. */
  readonly begrenzer?: Begrenzer | undefined
  /** Whether the address of a request is that of the visitor, and not that of a proxy we know nothing of. */
  readonly kentAdressen?: boolean
  /** A checked style sheet with the tokens of an organisation; see `leesThema`. */
  readonly thema?: string | undefined
}

export interface Web {
  readonly register: (app: FastifyInstance) => void
  /** For live connections, and those of calls: who is there. */
  readonly deuren: Deuren
  /** For the kernel: how an error looks to a person. */
  readonly foutpagina: (weergave: Foutweergave) => Promise<string>
}

/** Who came in: a resident, a professional below /balie, or nobody. */
interface Ingekomen {
  /** Before anything was asked of the database. */
  readonly binnen: Date
  readonly wie: Wie | undefined
  readonly werker: Werker | undefined
  /** Only on its own pages. */
  readonly genodigde: Genodigde | undefined
}

export function createWeb(opties: WebOpties): Web {
  const { bronnen, sleutel, isHttps, mijn, balie } = opties
  const spraken = maakSpraak(opties.teksten)
  const loket = opties.loket && { ...opties.loket, spraken }
  const proactief = opties.proactief && { ...opties.proactief, spraken }
  const poort = maakPoort({ mijn, balie, loket, isHttps, nu: bronnen.nu })
  const assets = webAssets(opties.thema)
  const meting = maakMeting(opties.ervaring)

  const contextVan = (
    taal: Taal,
    pad: string,
    zoekdeel: string,
    eigen?: { readonly beeld: Beeld; readonly bezoek: Bezoek },
    werker?: Werker,
  ): Context => ({
    taal,
    spraak: spraken[taal],
    pad,
    zoekdeel,
    plaats: eigen?.beeld.plaats,
    bellen: eigen && bellenIn(eigen.beeld),
    heeftAntwoorden: (eigen?.beeld.antwoorden.volgorde.length ?? 0) > 0,
    heeftIets: eigen !== undefined && isIets(eigen.bezoek),
    ingelogd: undefined,
    balie: isBalie(pad) ? opWerk(werker) : undefined,
    steun: steunVoor(bronnen.steun().teams, bronnen.organisaties(), eigen?.beeld.plaats),
    kanInloggen: mijn !== undefined,
    asset: assets.url,
  })

  const opWerk = (werker: Werker | undefined): Context['balie'] => {
    if (werker === undefined) return 'niemand'
    const { organisatie, naam, rollen } = werker.subject
    return { organisatie: bronnen.organisaties().get(organisatie)?.naam ?? organisatie, naam, rollen }
  }

  const leesVerzoek = (
    request: FastifyRequest,
    taal: Taal,
    { wie, werker, genodigde, binnen }: Ingekomen,
  ): Verzoek => {
    const url = new URL(request.url, 'http://x')
    const gelezen = leesBezoek(request.headers.cookie, { sleutel, isHttps, nu: bronnen.nu() })
    const beeld = maakBeeld(bronnen, gelezen.antwoorden, taal)
    const bezoek: Bezoek = beeld ? gelezen : { ...LEEG, staat: 'onleesbaar' }
    const leeg = beeld ?? maakBeeld(bronnen, LEEG.antwoorden, taal)
    if (!leeg) throw new Error('een leeg huishouden moet altijd te lezen zijn')
    const gevraagd = taalVan(url.pathname).pad
    // A form that comes back with faults stands at its own address, except that of a question.
    const eigen = [
      routes.watAls,
      routes.hulp,
      routes.mijn,
      routes.balie,
      routes.post,
      routes.echt,
      routes.meewerken,
    ].map(({ pad }) => pad)
    const vormen = [`${routes.gebeurtenissen.pad}/`, ...eigen]
    const isEigenPad = request.method === 'GET' || vormen.some((vorm) => gevraagd.startsWith(vorm))
    // Who was found stands on the page that was asked for; its other languages begin the search anew.
    const isKeuze = gevraagd === routes.balieKies.pad
    // So does a preview: its other languages begin at the rules that hold.
    const voorbeeldVan = voorbeeldpad.exec(gevraagd)?.[1]
    const eigenPad = voorbeeldVan === undefined ? gevraagd : `${voorbeeldVan}/regels`
    const pad = isKeuze ? routes.balieZoeken.pad : isEigenPad ? eigenPad : routes.vraag.pad
    const context = contextVan(taal, pad, zoekdeelVan(url), { beeld: leeg, bezoek }, werker)
    return {
      context: { ...context, ingelogd: wie && ingelogdVan(context, leeg, wie, bronnen.nu()) },
      beeld: leeg,
      bezoek,
      nu: bronnen.nu(),
      binnen,
      poststukken: opties.poststukken,
      loket,
      proactief,
      genodigde,
      ervaring: opties.ervaring,
      zoek: url.searchParams,
      bronnen,
      mijn,
      wie,
      balie,
      werker,
      post: postVan(request, opties),
      begrens: (actie) => begrens(request, { wie, werker }, actie),
      delen: (request.params ?? {}) as Record<string, string>,
      form: formVan(request.body),
      bestandsformulier: request.body instanceof Bestandsformulier ? request.body : undefined,
      isForm: request.method === 'POST',
    }
  }

  /** A counter that does not answer keeps nobody from an open page; where guessing is at stake it does. */
  const begrens = async (
    request: FastifyRequest,
    { wie, werker }: Pick<Ingekomen, 'wie' | 'werker'>,
    actie: Actie,
  ): Promise<void> => {
    const regels = grenzen[actie]
    if (opties.begrenzer === undefined || regels.length === 0) return
    const beller = {
      persoon: wie?.subject.persoon,
      sessie: wie?.sessie.id ?? werker?.sessie.id,
      adres: opties.kentAdressen === false ? undefined : request.ip,
    }
    const begrensd = await opties.begrenzer.tel(actie, regels, beller).catch((fout: unknown) => {
      if (actie === 'code' || actie === 'controlecode' || actie === 'meewerkcode') throw fout
      bronnen.meldFout('begrenzing', fout)
      return { mag: true } as const
    })
    if (begrensd.mag) return
    const { per, seconden } = begrensd
    const detail = `${actie} per ${per}`
    throw new PlatformError('te-vaak', { detail, wachtSeconden: seconden, isGedeeld: per === 'adres' })
  }

  /** On an open page a session that cannot be read costs the name in the line, not the page. */
  const wieVan = async (request: FastifyRequest, isOpen: boolean): Promise<Wie | undefined> => {
    try {
      return await poort.wie(request)
    } catch (fout) {
      if (!isOpen) throw fout
      bronnen.meldFout('sessie', fout)
      return undefined
    }
  }

  const antwoord = async (
    request: FastifyRequest,
    reply: FastifyReply,
    naam: Routenaam,
    taal: Taal,
  ): Promise<FastifyReply> => {
    const binnen = bronnen.nu()
    const { methode, toegang } = routes[naam]
    // A form without the type of a form was not checked for where it came from.
    if (methode === 'POST' && !isFormulier(request.body))
      throw new PlatformError('verzoek-ongeldig', { detail: 'Stuur een formulier.' })
    // A professional is nobody on the pages of residents, and a resident nobody below /balie.
    const isWerk = isBalie(routes[naam].pad)
    const wie = isWerk ? undefined : await wieVan(request, toegang.soort === 'openbaar')
    const werker = isWerk ? await poort.werker(request) : undefined
    const actie = acties[naam]
    const isGenodigde = toegang.soort === 'genodigde' || naam === 'meewerkenUit'
    const genodigde = isGenodigde ? await poort.genodigde(request) : undefined
    const ingekomen = { wie, werker, genodigde, binnen }
    const begrensd = actie === undefined ? undefined : begrens(request, ingekomen, actie)
    // Waited for below; what is read of the request meanwhile may fail first.
    begrensd?.catch(() => {})
    const gelezen = leesVerzoek(request, taal, ingekomen)
    vooraf[naam]?.(gelezen)
    await begrensd
    const gelukt = meting.plek(naam, gelezen)
    const verzoek = { ...gelezen, context: { ...gelezen.context, gelukt } }
    const { staat } = verzoek.bezoek
    const isKapot = staat === 'verlopen' || staat === 'onleesbaar'
    // A damaged or old cookie: say so once, calmly, and begin anew.
    const wat =
      isKapot && naam !== 'wis' && routes[naam].pad.startsWith('/rechten/')
        ? opnieuw(verzoek, staat)
        : await behandel(naam, verzoek, request)
    meting.na({ naam, verzoek, request, antwoord: wat })
    if (wat.soort === 'niet-gevonden') throw new PlatformError('niet-gevonden')
    if (wat.soort === 'bestand') {
      const { type, naam: bestandsnaam, inhoud } = wat
      return reply.type(type).header('content-disposition', bijlageKop(bestandsnaam)).send(inhoud)
    }
    if ('koekjes' in wat && wat.koekjes) reply.header('set-cookie', [...wat.koekjes])
    if (wat.soort === 'pagina') {
      const isPersoonlijk =
        verzoek.context.heeftIets ||
        isKapot ||
        wie !== undefined ||
        isWerk ||
        methode === 'POST' ||
        (naam === 'post' && verzoek.zoek.size > 0) ||
        naam.startsWith('inlog') ||
        naam === 'echtCode' ||
        toegang.soort === 'genodigde' ||
        naam === 'gesprek' ||
        // What was just answered, with a form that is new.
        verzoek.zoek.has('gelukt')
      const { pagina, status = 200 } = wat
      return verzend(request, reply, { pagina, isPersoonlijk, status, wisselt: gelukt?.stempel })
    }
    return gaNaar(reply, wat, verzoek)
  }

  /** An error that is shown is counted at its step, and goes on to be shown. */
  const behandel = async (naam: Routenaam, verzoek: Verzoek, request: FastifyRequest): Promise<Antwoord> => {
    try {
      return await behandelaars[naam](verzoek)
    } catch (fout) {
      meting.na({ naam, verzoek, request, antwoord: undefined })
      throw fout
    }
  }

  const gaNaar = (
    reply: FastifyReply,
    wat: Antwoord & { soort: 'ga-naar' },
    { bezoek, context }: Verzoek,
  ): FastifyReply => {
    if (wat.wis) reply.header('set-cookie', zetRegels([], isHttps))
    if (wat.bewaar || wat.bewaarGebeurtenissen || wat.watAls || wat.bewaarUitBronnen || wat.bewaarKaart) {
      const inhoud = schrijfInhoud({
        antwoorden: wat.bewaar ?? bezoek.antwoorden,
        gebeurtenissen: wat.bewaarGebeurtenissen ?? bezoek.gebeurtenissen,
        watAls: wat.watAls ?? bezoek.watAls,
        uitBronnen: wat.bewaarUitBronnen ?? bezoek.uitBronnen,
        kaart: wat.bewaarKaart ?? bezoek.kaart,
      })
      const verpakt = verpak(inhoud, sleutel, secondenVan(bronnen.nu()), randomBytes(12))
      if (verpakt.status === 'te-groot') {
        return reply.redirect(adres(context.taal, 'rechten', { opnieuw: 'te-groot' }), 303)
      }
      reply.header('set-cookie', zetRegels(verpakt.delen, isHttps))
    }
    return reply.redirect(wat.adres, 303)
  }

  return {
    register: (app) => {
      assets.register(app)
      app.get(`${routes.start.pad}gemeenten.txt`, { config: { toegang: openbaar } }, (request, reply) => {
        const namen = woonplaatsen(bronnen.corpus().gebieden).filter((g) => g.soort === 'gemeente')
        const body = namen.map((g) => g.naam).join('\n')
        return sendMetEtag(request, reply, {
          body,
          type: 'text/plain; charset=utf-8',
          cacheControl: 'public, max-age=86400',
        })
      })
      if (bronnen.echt !== undefined) registreerSleutels(app, bronnen.echt)
      registreerSchuineStrepen(app)
      for (const [naam, { methode, pad, toegang }] of Object.entries(routes) as [
        Routenaam,
        (typeof routes)[Routenaam],
      ][]) {
        for (const taal of talen) {
          app.route({
            // Both at once: Fastify's own second route for HEAD costs as much as the first.
            method: methode === 'GET' ? ['GET', 'HEAD'] : methode,
            url: inTaal(taal, pad),
            config: { toegang: poort.regel(toegang), ...watRouteNeemt(naam) },
            handler: (request, reply) => antwoord(request, reply, naam, taal),
          })
        }
      }
    },
    deuren: maakDeuren({ mijn, balie, loket, isHttps }),
    foutpagina: maakFoutpagina({
      poort,
      contextVan: (taal, pad, werker) => contextVan(taal, pad, '', undefined, werker),
      metWie: (context, wie) => {
        const beeld = maakBeeld(bronnen, LEEG.antwoorden, context.taal)
        if (!beeld) throw new Error('een leeg huishouden moet altijd te lezen zijn')
        return { ...context, ingelogd: ingelogdVan(context, beeld, wie, bronnen.nu()) }
      },
      middelen: mijn?.inlog.middelen,
      organisaties: () => organisatiesVan(balie, bronnen.organisaties()),
      meldFout: bronnen.meldFout,
    }),
  }
}

function isFormulier(body: unknown): body is URLSearchParams | Bestandsformulier {
  return body instanceof URLSearchParams || body instanceof Bestandsformulier
}

function formVan(body: unknown): URLSearchParams {
  if (body instanceof URLSearchParams) return body
  return body instanceof Bestandsformulier ? body.formulier.velden : new URLSearchParams()
}

const voorbeeldpad = /^(\/balie\/bronnen\/[^/]+)\/voorbeeld$/

function isIets({ antwoorden, gebeurtenissen: plannen, kaart }: Bezoek): boolean {
  return antwoorden.volgorde.length > 0 || plannen.size > 0 || kaart !== undefined
}

function postVan(request: FastifyRequest, { sleutel, isHttps, url }: WebOpties): Post {
  const { cookie, 'user-agent': userAgent } = request.headers
  return {
    basis: url?.origin ?? `${request.protocol}://${request.host}`,
    pad: request.url,
    cookie,
    sessietoken: sessieUit(cookie, isHttps),
    balietoken: baliesessieUit(cookie, isHttps),
    userAgent,
    sleutel,
    isHttps,
  }
}
