/**
 * The rule engine: pure, no files, no clock, no network. Give it documents and a household; it says which
 * schemes apply, what they give, within which limits, and why.
 */
export type { BerekenOpties } from './bereken.ts'
export { type Controleuitslag, controleerBewijs } from './bewijs.ts'
export { type Corpus, compileCorpus } from './corpus.ts'
export { ontleedFormule, toonFormule } from './feel.ts'
export { type GelezenFeiten, gelezenFeiten } from './gelezen-feiten.ts'
export { parseHuishouden, parseVraag } from './invoer.ts'
export { type Kolommen, maakKolommen } from './kolommen.ts'
export { omslagen } from './omslagen.ts'
export { compilePopulatie, type Populatieplan } from './populatie.ts'
export { heeftSchatting, kwantiel, type Prior } from './prior.ts'
export { bereken, berekenInStappen } from './reeks.ts'
export { vocabulaireAlsJsonSchema } from './schema.ts'
export { beantwoordt, randomHuishouden, vasteToeval } from './steekproef.ts'
export type * from './types.ts'
export { ENGINE_VERSIE } from './versie.ts'
export type { Kolom, VolleKolommen } from './volkolommen.ts'
export { huishoudenUit, uitHuishoudens } from './volkolommen-maken.ts'
export { type Plaatsplan, plannenOp, tekstVan, type Volplan, volplanUit } from './volpopulatie.ts'
export { type VragenOpties, volgendeVragen } from './vragen.ts'
