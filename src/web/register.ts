import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Foutweergave, openbaar, sendMetEtag } from '../platform/http/index.ts'
import type { Berichten } from '../platform/i18n/index.ts'
import { PlatformError } from '../platform/index.ts'
import { type Begrenzer, soortVan } from '../toegang/index.ts'
import { HOOGSTENS_TEKENS } from '../zoeken/index.ts'
import { webAssets } from './assets.ts'
import { type Bezoek, LEEG, leesBezoek, schrijfInhoud, secondenVan } from './bezoek/bezoek.ts'
import { verpak, zetRegels } from './bezoek/koekje.ts'
import { sessieUit } from './bezoek/sessiekoekje.ts'
import { type Actie, acties, grenzen } from './grenzen.ts'
import { woonplaatsen } from './invoer/plaats.ts'
import { codesPagina } from './pages/fout/codes-pagina.ts'
import { foutPagina } from './pages/fout/fout-pagina.ts'
import * as gebeurtenissen from './pages/gebeurtenissen/controller.ts'
import { informatiePagina } from './pages/informatie/informatie-pagina.ts'
import * as mijnBegin from './pages/mijn/begin.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import * as gegevens from './pages/mijn/gegevens.ts'
import { inlogPagina } from './pages/mijn/inlog-pagina.ts'
import * as inloggen from './pages/mijn/inloggen.ts'
import * as invullen from './pages/mijn/invullen.ts'
import * as inzage from './pages/mijn/inzage.ts'
import * as inzageBestand from './pages/mijn/inzage-bestand.ts'
import * as kloptNiet from './pages/mijn/klopt-niet.ts'
import * as machtigingen from './pages/mijn/machtigingen.ts'
import * as voorWie from './pages/mijn/voor-wie.ts'
import type { Wie } from './pages/mijn/wie.ts'
import * as organisaties from './pages/organisaties/controller.ts'
import * as producten from './pages/producten/controller.ts'
import { type Beeld, bellenIn, maakBeeld, type RechtenBronnen } from './pages/rechten/beeld.ts'
import * as rechten from './pages/rechten/controller.ts'
import { ontvang, opnieuw, wis } from './pages/rechten/vraag-controller.ts'
import * as redactie from './pages/redactie/controller.ts'
import { startPagina } from './pages/start/start-pagina.ts'
import * as watAls from './pages/wat-als/controller.ts'
import { zoeken } from './pages/zoeken/controller.ts'
import { maakPoort } from './poort.ts'
import { adres, inTaal, type Routenaam, routes, type Taal, taalVan, talen, terugnaam } from './routes.ts'
import { registreerSchuineStrepen } from './schuine-streep.ts'
import type { Context } from './ui/context.ts'
import { maakSpraak } from './ui/spraak.ts'
import { verzend } from './verzend.ts'
import type { Antwoord, Post, Verzoek } from './verzoek.ts'

export interface WebOpties {
  readonly bronnen: RechtenBronnen
  /** For residents who log in; absent where nobody can. */
  readonly mijn?: MijnBronnen | undefined
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
  /** For the kernel: how an error looks to a person. */
  readonly foutpagina: (weergave: Foutweergave) => string
}

type Behandelaar = (verzoek: Verzoek) => Antwoord | Promise<Antwoord>

/** One function per page; the key is its row in routes.ts. */
const behandelaars: Readonly<Record<Routenaam, Behandelaar>> = {
  start: ({ context, beeld }) => ({ soort: 'pagina', pagina: startPagina(context, beeld.gebeurtenissen) }),
  gebeurtenissen: gebeurtenissen.lijst,
  gebeurtenis: gebeurtenissen.toon,
  gebeurtenisAntwoord: gebeurtenissen.ontvang,
  gebeurtenisPrint: gebeurtenissen.print,
  gebeurtenisAgenda: gebeurtenissen.agenda,
  gebeurtenisBewaar: gebeurtenissen.bewaar,
  stap: gebeurtenissen.stap,
  rechten: rechten.start,
  vraag: rechten.vraag,
  antwoord: ontvang,
  antwoorden: rechten.antwoorden,
  overzicht: rechten.overzicht,
  print: rechten.print,
  wis,
  watAls: watAls.keuzes,
  watAlsVorm: watAls.vorm,
  watAlsStuur: watAls.ontvang,
  watAlsUitslag: watAls.uitslag,
  regeling: rechten.regeling,
  zoeken,
  producten: producten.lijst,
  product: producten.product,
  organisaties: organisaties.lijst,
  organisatie: organisaties.organisatie,
  redactie: redactie.start,
  redactieRegelingen: redactie.regelingen,
  redactieRegeling: redactie.regeling,
  redactieGebeurtenissen: redactie.gebeurtenissen,
  redactieGebeurtenis: redactie.gebeurtenis,
  redactieOrganisaties: redactie.organisaties,
  redactieSchrijven: redactie.schrijven,
  inloggen: inloggen.kies,
  inlogStart: inloggen.start,
  inlogTerug: inloggen.terug,
  uitloggen: inloggen.uit,
  mijn: mijnBegin.toon,
  sessiesEinde: mijnBegin.beeindig,
  voorWie: voorWie.toon,
  voorWieKies: voorWie.kies,
  gegevens: gegevens.toon,
  kloptNiet: kloptNiet.vorm,
  kloptNietStuur: kloptNiet.stuur,
  meldingen: kloptNiet.lijst,
  inzage: inzage.toon,
  inzageBestand: inzageBestand.json,
  inzagePdf: inzageBestand.pdf,
  invullen: invullen.toon,
  invullenGeef: invullen.geef,
  invullenNeem: invullen.neemTerug,
  machtigingen: machtigingen.toon,
  machtigingTrekIn: machtigingen.trekIn,
  hulp: ({ context }) => ({ soort: 'pagina', pagina: informatiePagina(context, 'hulp') }),
  over: ({ context }) => ({ soort: 'pagina', pagina: informatiePagina(context, 'over') }),
  fouten: ({ context }) => ({ soort: 'pagina', pagina: codesPagina(context) }),
  privacy: ({ context }) => ({ soort: 'pagina', pagina: informatiePagina(context, 'privacy') }),
  toegankelijkheid: ({ context }) => ({
    soort: 'pagina',
    pagina: informatiePagina(context, 'toegankelijkheid'),
  }),
}

export function createWeb(opties: WebOpties): Web {
  const { bronnen, sleutel, isHttps, mijn } = opties
  const poort = maakPoort({ mijn, isHttps, nu: bronnen.nu })
  const assets = webAssets(opties.thema)
  const spraken = maakSpraak(opties.teksten)

  const contextVan = (
    taal: Taal,
    pad: string,
    zoekdeel: string,
    eigen?: { readonly beeld: Beeld; readonly bezoek: Bezoek; readonly wie: Wie | undefined },
  ): Context => ({
    taal,
    spraak: spraken[taal],
    pad,
    zoekdeel,
    plaats: eigen?.beeld.plaats,
    bellen: eigen && bellenIn(eigen.beeld),
    heeftAntwoorden: (eigen?.beeld.antwoorden.volgorde.length ?? 0) > 0,
    heeftIets: eigen !== undefined && isIets(eigen.bezoek),
    ingelogd: eigen?.wie && { voor: soortVan(eigen.wie.voor), naam: eigen.wie.naam },
    kanInloggen: mijn !== undefined,
    asset: assets.url,
  })

  const leesVerzoek = (request: FastifyRequest, taal: Taal, wie: Wie | undefined): Verzoek => {
    const url = new URL(request.url, 'http://x')
    const gelezen = leesBezoek(request.headers.cookie, { sleutel, isHttps, nu: bronnen.nu() })
    const beeld = maakBeeld(bronnen, gelezen.antwoorden, taal)
    const bezoek: Bezoek = beeld ? gelezen : { ...LEEG, staat: 'onleesbaar' }
    const leeg = beeld ?? maakBeeld(bronnen, LEEG.antwoorden, taal)
    if (!leeg) throw new Error('een leeg huishouden moet altijd te lezen zijn')
    const gevraagd = taalVan(url.pathname).pad
    // A form that comes back with faults stands at its own address, except that of a question.
    const vormen = [`${routes.gebeurtenissen.pad}/`, routes.watAls.pad, routes.mijn.pad]
    const isEigenPad = request.method === 'GET' || vormen.some((vorm) => gevraagd.startsWith(vorm))
    const pad = isEigenPad ? gevraagd : routes.vraag.pad
    return {
      context: contextVan(taal, pad, zoekdeelVan(url), { beeld: leeg, bezoek, wie }),
      beeld: leeg,
      bezoek,
      nu: bronnen.nu(),
      zoek: url.searchParams,
      bronnen,
      mijn,
      wie,
      post: postVan(request, opties),
      begrens: (actie) => begrens(request, wie, actie),
      delen: (request.params ?? {}) as Record<string, string>,
      form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    }
  }

  /** A counter that does not answer keeps nobody from an open page; where guessing is at stake it does. */
  const begrens = async (request: FastifyRequest, wie: Wie | undefined, actie: Actie): Promise<void> => {
    const regels = grenzen[actie]
    if (opties.begrenzer === undefined || regels.length === 0) return
    const beller = {
      persoon: wie?.subject.persoon,
      sessie: wie?.sessie.id,
      adres: opties.kentAdressen === false ? undefined : request.ip,
    }
    const begrensd = await opties.begrenzer.tel(actie, regels, beller).catch((fout: unknown) => {
      if (actie === 'code') throw fout
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
    const { methode, toegang } = routes[naam]
    // A form without the type of a form was not checked for where it came from.
    if (methode === 'POST' && !(request.body instanceof URLSearchParams))
      throw new PlatformError('verzoek-ongeldig', { detail: 'Stuur een formulier.' })
    const wie = await wieVan(request, toegang.soort === 'openbaar')
    const actie = acties[naam]
    if (actie !== undefined) await begrens(request, wie, actie)
    const verzoek = leesVerzoek(request, taal, wie)
    const { staat } = verzoek.bezoek
    const isKapot = staat === 'verlopen' || staat === 'onleesbaar'
    // A damaged or old cookie: say so once, calmly, and begin anew.
    const wat =
      isKapot && naam !== 'wis' && routes[naam].pad.startsWith('/rechten/')
        ? opnieuw(verzoek, staat)
        : await behandelaars[naam](verzoek)
    if (wat.soort === 'niet-gevonden') throw new PlatformError('niet-gevonden')
    if (wat.soort === 'bestand') {
      const { type, naam: bestandsnaam, inhoud } = wat
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="${bestandsnaam}"`)
        .send(inhoud)
    }
    if ('koekjes' in wat && wat.koekjes) reply.header('set-cookie', [...wat.koekjes])
    if (wat.soort === 'pagina') {
      const isPersoonlijk =
        verzoek.context.heeftIets || isKapot || wie !== undefined || naam.startsWith('inlog')
      return verzend(request, reply, { pagina: wat.pagina, isPersoonlijk, status: wat.status ?? 200 })
    }
    return gaNaar(reply, wat, verzoek)
  }

  const gaNaar = (
    reply: FastifyReply,
    wat: Antwoord & { soort: 'ga-naar' },
    { bezoek, context }: Verzoek,
  ): FastifyReply => {
    if (wat.wis) reply.header('set-cookie', zetRegels([], isHttps))
    if (wat.bewaar || wat.bewaarGebeurtenissen || wat.watAls || wat.bewaarUitBronnen) {
      const inhoud = schrijfInhoud({
        antwoorden: wat.bewaar ?? bezoek.antwoorden,
        gebeurtenissen: wat.bewaarGebeurtenissen ?? bezoek.gebeurtenissen,
        watAls: wat.watAls ?? bezoek.watAls,
        uitBronnen: wat.bewaarUitBronnen ?? bezoek.uitBronnen,
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
      registreerSchuineStrepen(app)
      for (const [naam, { methode, pad, toegang }] of Object.entries(routes) as [
        Routenaam,
        (typeof routes)[Routenaam],
      ][]) {
        for (const taal of talen) {
          app.route({
            method: methode,
            url: inTaal(taal, pad),
            config: { toegang: poort.regel(toegang) },
            handler: (request, reply) => antwoord(request, reply, naam, taal),
          })
        }
      }
    },
    foutpagina: ({ fout, requestId, pad }) => {
      const plek = taalVan(pad)
      if (fout.status === 401) {
        const naar = terugnaam(plek.pad) ?? 'mijn'
        const waarom =
          fout.code === 'niveau-te-laag' || fout.code === 'opnieuw-inloggen' ? fout.code : 'niet-ingelogd'
        return inlogPagina(contextVan(plek.taal, '/', ''), { naar, kan: mijn !== undefined, waarom })
      }
      // On an unknown address the other languages are offered their first page.
      return foutPagina(contextVan(plek.taal, '/', ''), fout, requestId)
    },
  }
}

function isIets({ antwoorden, gebeurtenissen: plannen }: Bezoek): boolean {
  return antwoorden.volgorde.length > 0 || plannen.size > 0
}

/** Only what the page itself understands goes along to the other languages. */
function zoekdeelVan(url: URL): string {
  if (taalVan(url.pathname).pad === routes.redactieRegelingen.pad) return redactie.zoekdeel(url.searchParams)
  const n = url.searchParams.get('n')
  if (n !== null && /^\d{1,3}$/.test(n)) return `?n=${n}`
  const q = url.searchParams.get('q')
  return q !== null && q.length <= HOOGSTENS_TEKENS ? `?${new URLSearchParams({ q })}` : ''
}

function postVan(request: FastifyRequest, { sleutel, isHttps, url }: WebOpties): Post {
  const { cookie, 'user-agent': userAgent } = request.headers
  return {
    basis: url?.origin ?? `${request.protocol}://${request.host}`,
    pad: request.url,
    cookie,
    sessietoken: sessieUit(cookie, isHttps),
    userAgent,
    sleutel,
    isHttps,
  }
}
