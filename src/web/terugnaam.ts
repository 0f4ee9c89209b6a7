/** Where somebody comes back to after logging in: a page of ours, by its name. */
import { type Route, type Routenaam, routes } from './routes.ts'

/** The page that belongs to a path without language: itself, or the page whose form it is. Never another website. */
export function terugnaam(pad: string): Routenaam | undefined {
  const bij = (methode: Route['methode'], gezocht: string) =>
    alleRoutes.find(([, route]) => route.methode === methode && route.pad === gezocht)?.[0]
  const eigen = bij('GET', pad)
  if (eigen !== undefined) return isGeenDoel(eigen) ? undefined : eigen
  // A form below its page: what was sent is not sent again, the page is shown.
  const boven = pad.replace(/\/[^/]*$/, '')
  return boven === '' || boven === pad ? undefined : terugnaam(boven)
}

const alleRoutes = Object.entries(routes) as readonly [Routenaam, Route][]

/** A name that came from outside; only a page of ours without parts in its address. */
export function leesTerugnaam(waarde: string | null | undefined): Routenaam | undefined {
  const gevonden = alleRoutes.find(([naam]) => naam === waarde)
  if (gevonden === undefined) return undefined
  const [naam, { methode, pad }] = gevonden
  return methode === 'GET' && !pad.includes(':') && !isGeenDoel(naam) ? naam : undefined
}

/** The way through a login, and what a resident's login opens no door to. */
function isGeenDoel(naam: Routenaam): boolean {
  // With an invitation that names a company somebody logs in first, and then gives their code.
  if (naam === 'meewerken') return false
  return (
    naam.startsWith('inlog') || naam.startsWith('balie') || naam.startsWith('meewerken') || naam === 'gesprek'
  )
}
