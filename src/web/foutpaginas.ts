import type { FastifyRequest } from 'fastify'
import type { Foutweergave } from '../platform/http/index.ts'
import type { PlatformError } from '../platform/index.ts'
import { baliesessieUit } from './bezoek/baliekoekje.ts'
import { leesInlogmee } from './inlogmee.ts'
import { type BalieInlogBeeld, balieInlogPagina } from './pages/balie/inlog-pagina.ts'
import { balieFoutPagina } from './pages/balie/kader.ts'
import type { Werker } from './pages/balie/werker.ts'
import { foutPagina } from './pages/fout/fout-pagina.ts'
import { codevorm } from './pages/loket/meewerken.ts'
import { inlogPagina } from './pages/mijn/inlog-pagina.ts'
import type { Wie } from './pages/mijn/wie.ts'
import type { Bekend, Poort } from './poort.ts'
import { isBalie, routes, type Taal, taalVan } from './routes.ts'
import { terugnaam } from './terugnaam.ts'
import type { Context, Onderwerp } from './ui/context.ts'

export interface FoutpaginaOpties {
  readonly poort: Pick<Poort, 'wieAlsBekend' | 'werkerAlsBekend'>
  readonly contextVan: (taal: Taal, pad: string, werker?: Werker) => Context
  /** The same context with who is logged in. */
  readonly metWie: (context: Context, wie: Wie) => Context
  readonly middelen: Parameters<typeof inlogPagina>[1]['middelen']
  readonly organisaties: () => BalieInlogBeeld['organisaties']
  readonly meldFout: (waar: string, fout: unknown) => void
}

const balieFouten: ReadonlyMap<string, Parameters<typeof balieFoutPagina>[1]> = new Map([
  ['grond-ontbreekt', 'ontbreekt'],
  ['grond-verlopen', 'verlopen'],
  ['geen-toegang', 'geen-toegang'],
] as const)

/**
 * How an error looks to a person. It says for whom they act when that is known, or can be asked where nothing failed
 * yet; after a failure of ours nothing is asked again. What is not known is not said: never «for yourself» to who acts
 * for somebody else.
 */
export function maakFoutpagina(opties: FoutpaginaOpties): (weergave: Foutweergave) => Promise<string> {
  const { poort, contextVan, metWie, meldFout } = opties

  const contextMet = async (taal: Taal, fout: PlatformError, request: FastifyRequest): Promise<Context> => {
    // On an unknown address the other languages are offered their first page.
    const context: Context = { ...contextVan(taal, '/'), zwijgtOver: zwijgtOver('plaats') }
    const onbekend: Context = { ...context, zwijgtOver: zwijgtOver('plaats', 'wie') }
    try {
      const wie = await poort.wieAlsBekend(request, magVragen(fout))
      if (wie === 'onbekend') return onbekend
      if (wie === undefined) return context
      // Who may no longer act for a child, or may not for now, does not read its name here either.
      return metWie(context, isGezag(fout) ? { ...wie, naam: undefined } : wie)
    } catch (kapot) {
      meldFout('foutpagina', kapot)
      return onbekend
    }
  }

  const werkerBij = async (fout: PlatformError, request: FastifyRequest): Promise<Werker | undefined> => {
    const werker: Bekend<Werker> = await poort.werkerAlsBekend(request, magVragen(fout))
    return werker === 'onbekend' ? undefined : werker
  }

  return async ({ fout, requestId, pad, request }) => {
    const plek = taalVan(pad)
    if (isBalie(plek.pad)) {
      const context = contextVan(plek.taal, routes.balie.pad, await werkerBij(fout, request))
      if (fout.status === 401)
        return balieInlogPagina(context, {
          organisaties: opties.organisaties(),
          // Who was never logged in on this device comes to log in: nothing went wrong.
          waarom: wasBinnen(request) ? 'niet-ingelogd' : undefined,
        })
      const code = balieFouten.get(fout.code)
      return code === undefined ? foutPagina(context, fout, requestId) : balieFoutPagina(context, code)
    }
    const context = await contextMet(plek.taal, fout, request)
    if (fout.status === 401 && plek.pad.startsWith(`${routes.meewerken.pad}/`))
      return codevorm(context, { melding: context.spraak.t('loket.meewerken.voorbij') })
    if (fout.status !== 401) return foutPagina(context, fout, requestId)
    const naar = terugnaam(plek.pad) ?? 'mijn'
    const waarom =
      fout.code === 'niveau-te-laag' || fout.code === 'opnieuw-inloggen' ? fout.code : 'niet-ingelogd'
    const zoek = new URL(request.url, 'http://x').searchParams
    const mee = leesInlogmee(naar, (naam) => zoek.get(naam))
    return inlogPagina(context, { naar, mee, middelen: opties.middelen, waarom })
  }
}

function wasBinnen({ headers }: FastifyRequest): boolean {
  return [true, false].some((isHttps) => baliesessieUit(headers.cookie, isHttps) !== undefined)
}

function isGezag({ code }: PlatformError): boolean {
  return code === 'gezag-voorbij' || code === 'gezag-onbekend'
}

function magVragen({ status }: PlatformError): boolean {
  return status < 500
}

function zwijgtOver(...wat: readonly Onderwerp[]): ReadonlySet<Onderwerp> {
  return new Set(wat)
}
