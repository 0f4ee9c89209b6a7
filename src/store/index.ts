export { momentopnameOpslag } from './afzenders.ts'
export { berichtOpslag } from './berichten.ts'
export { kiesDatamap, kiesSysteemgebruiker } from './bestanden.ts'
export { bewijsLezer } from './bewijs-lezer.ts'
export { type AlsMedewerker, type Ingangen, ingangen, type Taak, type Tx } from './context.ts'
export { controlecodeOpslag, sleutellogOpslag } from './controlecodes.ts'
export { controleerDatabank, type Databank, inTransactie } from './databank.ts'
export { inzendingOpslag } from './inzendingen.ts'
export { opruimersVan } from './opruimers.ts'
export { type Opslag, openOpslag } from './opslag.ts'
export { portaalOpslag } from './portalen.ts'
export { poststukOpslag } from './poststukken.ts'
export {
  type Activering,
  type RegelingOpslag,
  type RegelingTekst,
  regelingKanaal,
  regelingOpslag,
} from './regelingen.ts'
export type { Schema } from './schema.ts'
export { beeindigAlleSessies } from './sessies.ts'
export { storingOpslag } from './storingen.ts'
export { terugmeldingOpslag } from './terugmeldingen.ts'
export { type Roldatabanken, toegangOpslag } from './toegang.ts'
export { voorkeurOpslag } from './voorkeuren.ts'
export { zaakberichtOpslag } from './zaakberichten.ts'
export { aansluitingKanaal, aansluitingOpslag } from './zaakbronnen.ts'
export { bronverkeerOpslag } from './zaakbronverkeer.ts'
export { zaakindexOpslag, zaakweigeringOpslag } from './zaakindex.ts'
export { zaakindexwerkOpslag } from './zaakindexwerk.ts'
export { zaaksignaalOpslag } from './zaaksignalen.ts'
export { zendingOpslag } from './zendingen.ts'
export { zoekopslag } from './zoeken.ts'
