export { type Datum, parseDatum } from '../kalender/index.ts'
export { type Cents, parseCents } from './cents.ts'
export { type OrganisatieId, parseOrganisatieId } from './organisatie-id.ts'
