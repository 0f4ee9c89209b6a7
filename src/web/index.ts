export { loadSleutel } from './bezoek/sleutel.ts'
export { createWeb, type Web, type WebOpties } from './register.ts'
export { adres, routes } from './routes.ts'
export { leesThema } from './thema.ts'
