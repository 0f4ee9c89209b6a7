export { SLEUTEL_BYTES } from './bezoek/koekje.ts'
export { createWeb, type Web, type WebOpties } from './register.ts'
export { adres, routes } from './routes.ts'
