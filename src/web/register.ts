import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Foutweergave } from '../platform/http/index.ts'
import { sendMetEtag } from '../platform/http/index.ts'
import type { Berichten } from '../platform/i18n/index.ts'
import { PlatformError } from '../platform/index.ts'
import { GEEN_ANTWOORDEN } from '../rechten/index.ts'
import { webAssets } from './assets.ts'
import { type Bezoek, leesBezoek, schrijfAntwoorden, secondenVan } from './bezoek/bezoek.ts'
import { verpak, zetRegels } from './bezoek/koekje.ts'
import { woonplaatsen } from './invoer/plaats.ts'
import { foutPagina } from './pages/fout/fout-pagina.ts'
import { informatiePagina } from './pages/informatie/informatie-pagina.ts'
import { type Beeld, bellenIn, maakBeeld, type RechtenBronnen } from './pages/rechten/beeld.ts'
import * as rechten from './pages/rechten/controller.ts'
import { ontvang, opnieuw, wis } from './pages/rechten/vraag-controller.ts'
import { startPagina } from './pages/start/start-pagina.ts'
import * as watAls from './pages/wat-als/controller.ts'
import { adres, inTaal, type Routenaam, routes, type Taal, taalVan, talen } from './routes.ts'
import type { Context } from './ui/context.ts'
import { maakSpraak } from './ui/spraak.ts'
import { verzend } from './verzend.ts'
import type { Antwoord, Verzoek } from './verzoek.ts'

export interface WebOpties {
  readonly bronnen: RechtenBronnen
  /** From corpus/teksten, as `loadTeksten` reads them. */
  readonly teksten: Readonly<Record<Taal, Berichten>>
  /** 32 bytes: seals the cookie in which a visitor's answers travel. */
  readonly sleutel: Buffer
  /** Whether people reach us by https; then the cookie is `Secure`. */
  readonly isHttps: boolean
}

export interface Web {
  readonly register: (app: FastifyInstance) => void
  /** For the kernel: how an error looks to a person. */
  readonly foutpagina: (weergave: Foutweergave) => string
}

type Behandelaar = (verzoek: Verzoek) => Antwoord

/** One function per page; the key is its row in routes.ts. */
const behandelaars: Readonly<Record<Routenaam, Behandelaar>> = {
  start: ({ context }) => ({ soort: 'pagina', pagina: startPagina(context) }),
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
  hulp: ({ context }) => ({ soort: 'pagina', pagina: informatiePagina(context, 'hulp') }),
  over: ({ context }) => ({ soort: 'pagina', pagina: informatiePagina(context, 'over') }),
  privacy: ({ context }) => ({ soort: 'pagina', pagina: informatiePagina(context, 'privacy') }),
  toegankelijkheid: ({ context }) => ({
    soort: 'pagina',
    pagina: informatiePagina(context, 'toegankelijkheid'),
  }),
}

export function createWeb(opties: WebOpties): Web {
  const { bronnen, sleutel, isHttps } = opties
  const assets = webAssets()
  const spraken = maakSpraak(opties.teksten)

  const contextVan = (taal: Taal, pad: string, zoekdeel: string, beeld: Beeld | undefined): Context => ({
    taal,
    spraak: spraken[taal],
    pad,
    zoekdeel,
    plaats: beeld?.plaats,
    bellen: beeld && bellenIn(beeld),
    heeftAntwoorden: (beeld?.antwoorden.volgorde.length ?? 0) > 0,
    asset: assets.url,
  })

  const leesVerzoek = (request: FastifyRequest, taal: Taal): Verzoek => {
    const url = new URL(request.url, 'http://x')
    const gelezen = leesBezoek(request.headers.cookie, sleutel, bronnen.nu())
    const beeld = maakBeeld(bronnen, gelezen.antwoorden, taal)
    const bezoek: Bezoek = beeld ? gelezen : { antwoorden: GEEN_ANTWOORDEN, staat: 'onleesbaar' }
    const leeg = beeld ?? maakBeeld(bronnen, GEEN_ANTWOORDEN, taal)
    if (!leeg) throw new Error('een leeg huishouden moet altijd te lezen zijn')
    const eigen = taalVan(url.pathname).pad
    // A form that comes back with faults: its own address also shows it, except that of a question.
    const toont = request.method === 'GET' || eigen.startsWith(routes.watAls.pad)
    const pad = toont ? eigen : routes.vraag.pad
    return {
      context: contextVan(taal, pad, zoekdeelVan(url), leeg),
      beeld: leeg,
      bezoek,
      zoek: url.searchParams,
      delen: (request.params ?? {}) as Record<string, string>,
      form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    }
  }

  const antwoord = (
    request: FastifyRequest,
    reply: FastifyReply,
    naam: Routenaam,
    taal: Taal,
  ): FastifyReply => {
    const verzoek = leesVerzoek(request, taal)
    const { staat } = verzoek.bezoek
    const isKapot = staat === 'verlopen' || staat === 'onleesbaar'
    // A damaged or old cookie: say so once, calmly, and begin anew.
    const wat =
      isKapot && naam !== 'wis' && routes[naam].pad.startsWith('/rechten/')
        ? opnieuw(verzoek, staat)
        : behandelaars[naam](verzoek)
    if (wat.soort === 'niet-gevonden') throw new PlatformError('niet-gevonden')
    if (wat.soort === 'pagina') {
      const isPersoonlijk = verzoek.context.heeftAntwoorden || isKapot
      return verzend(request, reply, { pagina: wat.pagina, isPersoonlijk, status: wat.status ?? 200 })
    }
    return gaNaar(reply, wat, verzoek)
  }

  const gaNaar = (
    reply: FastifyReply,
    wat: Antwoord & { soort: 'ga-naar' },
    { context: { taal }, bezoek }: Verzoek,
  ): FastifyReply => {
    if (wat.wis) reply.header('set-cookie', zetRegels([], isHttps))
    if (wat.bewaar || wat.watAls) {
      const inhoud = schrijfAntwoorden(wat.bewaar ?? bezoek.antwoorden, wat.watAls ?? bezoek.watAls)
      const verpakt = verpak(inhoud, sleutel, secondenVan(bronnen.nu()), randomBytes(12))
      if (verpakt.status === 'te-groot') {
        return reply.redirect(adres(taal, 'rechten', { opnieuw: 'te-groot' }), 303)
      }
      reply.header('set-cookie', zetRegels(verpakt.delen, isHttps))
    }
    return reply.redirect(wat.adres, 303)
  }

  return {
    register: (app) => {
      assets.register(app)
      app.get(
        `${routes.start.pad}gemeenten.txt`,
        { config: { toegang: routes.start.toegang } },
        (request, reply) => {
          const namen = woonplaatsen(bronnen.corpus().gebieden).filter((g) => g.soort === 'gemeente')
          const body = namen.map((g) => g.naam).join('\n')
          return sendMetEtag(request, reply, {
            body,
            type: 'text/plain; charset=utf-8',
            cacheControl: 'public, max-age=86400',
          })
        },
      )
      for (const [naam, { methode, pad, toegang }] of Object.entries(routes) as [
        Routenaam,
        (typeof routes)[Routenaam],
      ][]) {
        for (const taal of talen) {
          app.route({
            method: methode,
            url: inTaal(taal, pad),
            config: { toegang },
            handler: (request, reply) => antwoord(request, reply, naam, taal),
          })
        }
      }
    },
    foutpagina: ({ fout, requestId, pad }) => {
      const plek = taalVan(pad)
      // On an unknown address the other languages are offered their first page.
      return foutPagina(contextVan(plek.taal, '/', '', undefined), fout.status, requestId)
    },
  }
}

/** Only what the page itself understands goes along to the other languages. */
function zoekdeelVan(url: URL): string {
  const n = url.searchParams.get('n')
  return n !== null && /^\d{1,3}$/.test(n) ? `?n=${n}` : ''
}
