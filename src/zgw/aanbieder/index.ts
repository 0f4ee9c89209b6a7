export { type Aanbieder, type AanbiederOpties, createAanbieder } from './aanbieder.ts'
export { Abonnementen, type AbonnementenOpties } from './abonnementen.ts'
export { clientenUit } from './autorisaties.ts'
export { foutAntwoord, type ZgwAntwoord, type ZgwVerzoek } from './bericht.ts'
export { Adressen, type Buiten, uuidUit } from './context.ts'
export { type Dialect, standaard } from './dialect.ts'
export { Geheugen } from './geheugen.ts'
export type {
  Gevonden,
  Json,
  JsonObject,
  Rij,
  Toelating,
  Voorwaarde,
  ZgwLezer,
  ZgwOpslag,
  ZgwSchrijver,
  Zoekvraag,
} from './opslag.ts'
export type { Autorisatie, Client, ZoekClient } from './rechten.ts'
export { apiVersies, type Component, gewonePaden, type Paden } from './verzameling.ts'
export type { Soort } from './verzamelingen.ts'
