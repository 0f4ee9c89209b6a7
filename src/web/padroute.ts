import { type Routenaam, routes } from './routes.ts'

/** Pages that can be opened; as the server chooses, one without a parameter goes before one with. */
const paginas = (Object.keys(routes) as Routenaam[])
  .filter((naam) => routes[naam].methode === 'GET')
  .map((naam) => {
    const { pad } = routes[naam]
    return { naam, vorm: new RegExp(`^${pad.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`) }
  })
  .toSorted((a, b) => parameters(a.naam) - parameters(b.naam))

/** Which page an address without language opens. */
export function paginaVan(pad: string): Routenaam | undefined {
  return paginas.find(({ vorm }) => vorm.test(pad))?.naam
}

function parameters(naam: Routenaam): number {
  return routes[naam].pad.split(':').length
}
