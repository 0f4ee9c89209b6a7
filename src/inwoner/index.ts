export { type Deeldatum, isHele, isMeerderjarig, maakDeeldatum } from './deeldatum.ts'
export { type EigenGegevens, eigenGegevens, type Ontbrekend, type Registers } from './eigen-gegevens.ts'
export { metEilandnummer } from './eiland-zoeken.ts'
export {
  type Gegeven,
  type Gegevensoort,
  gegevensoorten,
  gegevensoortLijst,
  isGegevensoort,
} from './gegeven.ts'
export { metOverWie, nodigVoor, soortenOmInTeVullen, soortenVan } from './gegevens-voor-feiten.ts'
export {
  type HuishoudenVoorRechten,
  huishoudenVoorRechten,
  type RechtenVraag,
} from './huishouden-voor-rechten.ts'
export { type Herkomst, type Huishoudfeiten, huishoudfeiten, zonderBron } from './huishoudfeiten.ts'
export {
  type Hulpbehoefte,
  type Hulpfout,
  type Hulpsoort,
  hulpsoorten,
  maakHulpbehoefte,
  type Tolktaal,
  tolktalen,
} from './hulpbehoefte.ts'
export type { HulpbehoefteRij, HulpbehoefteStore, HulpVastlegger, HulpVrager } from './hulpbehoefte-store.ts'
export {
  createHulpbehoeften,
  type Hulpbehoeften,
  type HulpbehoefteOnderdelen,
  hulpOnthoudenDoel,
} from './hulpbehoeften.ts'
export type { Inkomensgegevens, InkomensRegister, Toetsingsinkomen } from './inkomensregister.ts'
export {
  type BronId,
  bronIds,
  type MetBsn,
  type MetBsnUitkomst,
  meegekomenDoel,
  type PersonenBij,
  type SchrijfMeegekomen,
  type Verwerk,
  type Verwerkingsbewijs,
} from './kluistoegang.ts'
export type {
  Adres,
  Kind,
  Medebewoner,
  Naam,
  Partner,
  Persoonsgegevens,
  PersoonsRegister,
} from './persoonsregister.ts'
export {
  type Registerfout,
  type RegisterMislukt,
  type RegisterUitkomst,
  registerfouten,
  registerMislukt,
} from './register.ts'
export {
  type Gevolgd,
  type MeldUitkomst,
  meldTerug,
  type StartUitkomst,
  type Terugmeldloket,
  type TerugmeldOnderdelen,
  verzendOpenstaande,
  volgTerugmeldingen,
} from './terugmelden.ts'
export { isAf, maxToelichting, type Terugmelding, type TerugmeldingStatus } from './terugmelding.ts'
export type { TerugmeldingStore } from './terugmelding-store.ts'
export { type BeperkteGegevens, beperkTot } from './voor-medewerker.ts'
export { type Zoekverwerk, zoekInwoner } from './zoek-inwoner.ts'
export {
  isGeslachtsnaam,
  isVoornamen,
  isZelfdeGeslachtsnaam,
  pastVoornaam,
  type Registervraag,
  type Treffer,
  type Zoekregister,
  type Zoekuitkomst,
  type Zoekvraag,
} from './zoekregister.ts'
