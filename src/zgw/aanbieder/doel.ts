import { ZgwFout } from '../fout.ts'
import type { ZgwVerzoek } from './bericht.ts'
import type { Adressen } from './context.ts'
import type { Dialect } from './dialect.ts'
import { type Actie, acties, type Schrijfroute, schrijfroutes } from './schrijven/routes.ts'
import type { Onderdeel } from './verzameling.ts'
import { type Soort, soortOp, verzamelingVan } from './verzamelingen.ts'

/** Where a request is for: one list, one resource, or something that is done with it. */
export interface Doel {
  readonly component: Onderdeel
  readonly soort: Soort
  readonly uuid?: string
  readonly ouder?: string
  readonly actie?: string
}

/** Onderdeel and the parts of the path behind its base; also of what is not there, so that it can say its version. */
export function ontleedAdres(adressen: Adressen, { adres }: ZgwVerzoek) {
  const prefix = new URL(adressen.wortel).pathname.replace(/\/$/, '')
  if (!adres.pathname.startsWith(prefix)) return undefined
  return adressen.ontleed(adressen.wortel + adres.pathname.slice(prefix.length))
}

export function vindDoel(
  { component, delen }: { component: Onderdeel; delen: readonly string[] },
  dialect: Dialect,
): Doel | undefined {
  const [eerste = '', tweede, derde, vierde] = delen
  if (delen.length > 4 || delen.includes('')) return undefined
  const onder = derde === undefined ? undefined : soortOp(component, `${eerste}/*/${derde}`)
  if (onder !== undefined && tweede !== undefined) {
    return { component, soort: onder, ouder: tweede, ...(vierde === undefined ? {} : { uuid: vierde }) }
  }
  const soort = soortOp(component, eerste)
  if (soort === undefined || vierde !== undefined) return undefined
  if (tweede === undefined) return { component, soort }
  if (derde !== undefined) {
    return actieOp(soort, derde)?.opEen === true
      ? { component, soort, uuid: tweede, actie: derde }
      : undefined
  }
  const isActie = actieOp(soort, tweede)?.opEen === false && (tweede !== '_zoek' || dialect.zoek)
  return isActie ? { component, soort, actie: tweede } : { component, soort, uuid: tweede }
}

const actieOp = (soort: Soort, naam: string): Actie | undefined =>
  Object.hasOwn(acties[soort] ?? {}, naam) ? acties[soort]?.[naam] : undefined

export function schrijfrouteVoor({ soort, actie }: Doel, methode: string): Schrijfroute | undefined {
  if (actie === undefined) return schrijfroutes[soort]?.[methode]
  const gevonden = actieOp(soort, actie)
  return gevonden?.methode === methode ? gevonden.schrijft : undefined
}

/** What can be asked here: what the table reads, and what the routes write. */
export function methodenVan({ soort, uuid, actie }: Doel): readonly string[] {
  if (actie !== undefined) return [actieOp(soort, actie)?.methode ?? 'GET']
  const { heeftEtag, isOnleesbaar } = verzamelingVan(soort)
  const routes = Object.keys(schrijfroutes[soort] ?? {})
  const lezen = isOnleesbaar === true ? [] : ['GET']
  if (uuid === undefined) return [...lezen, ...routes.filter((naam) => naam === 'POST')]
  return [...lezen, ...(heeftEtag ? ['HEAD'] : []), ...routes.filter((naam) => naam !== 'POST')]
}

export function eisMethode(doel: Doel, methode: string): void {
  const mag = methodenVan(doel)
  if (mag.includes(methode)) return
  throw new ZgwFout(405, 'method_not_allowed', `Hier kan: ${mag.join(', ')}.`, {
    koppen: { allow: mag.join(', ') },
  })
}
