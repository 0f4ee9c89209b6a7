export {
  BETWISTEN_DAGEN,
  type Betrokkene,
  type Dader,
  DELING_DAGEN,
  type Deeldoel,
  type Deelgrond,
  type Deelnemersrol,
  type Deelreden,
  type Documentsoort,
  deeldoelen,
  deelgronden,
  deelnemersrollen,
  documentsoorten,
  fhirTaakstand,
  GENODIGDE_DAGEN,
  type Gespreksverslag,
  type Herkenningswijze,
  HOOGSTENS_DEELNEMERS,
  HOOGSTENS_ONDERDELEN,
  HOOGSTENS_STAPPEN,
  type Hulpgever,
  herkenningswijzen,
  type Ingang,
  ingangen,
  isAf,
  type Jawijze,
  jawijzen,
  meldwijzen,
  NALOOP_DAGEN,
  type Namenswijze,
  namenswijzen,
  ONGENOMEN_DAGEN,
  type Onderdeelsoort,
  type Oplossing,
  type Opschaalfunctie,
  type Opschaalreden,
  OVERDRACHT_DAGEN,
  onderdeelsoorten,
  oplossingen,
  opschaalfuncties,
  opschaalredenen,
  type Partijsoort,
  partijsoorten,
  type Regie,
  type Sluitreden,
  type Stapeigenaar,
  type Stapplan,
  type Stapstand,
  type Staptitel,
  sluitredenen,
  stapstanden,
  UITNODIGING_DAGEN,
  WERKNOTITIE_DAGEN,
  type Werknotitiereden,
  type Wisreden,
  werknotitieredenen,
  wisredenen,
} from './begrippen.ts'
export { zegbareRedenen } from './beslis-opschaling.ts'
export { type Bestandssoort, bestandsnaam, HOOGSTENS_BESTAND } from './bestand.ts'
export { leesUitnodigingscode, schrijfCode } from './code.ts'
export { type Concept, type Concepten, createConcepten } from './concept.ts'
export type { ConceptStore } from './concept-store.ts'
export { ketenDoel } from './doel.ts'
export { createElders, type Eldersdelen, type Eldersdienst } from './elders.ts'
export type { Eldersopdracht, Eldersrij, EldersStore } from './elders-store.ts'
export { evolve, speelAf } from './evolve.ts'
export type { Herkomst, Standwissel } from './herkomst.ts'
export {
  createInwonermelding,
  createInwonerverteller,
  type Inwonervertellerdelen,
  type Vertelling,
  type Vertelwaarde,
  vertellingVan,
} from './inwonerbericht.ts'
export type { Ketenbericht, MeldKeten } from './ketenbericht.ts'
export { createKetenlijst, type Ketenlijst, type Ketenschets, type Lijstdelen } from './ketenlijst.ts'
export type { KetenlijstStore, Lijstvraag } from './ketenlijst-store.ts'
export type { Ketenweg, Wegantwoord } from './ketenweg.ts'
export type { Deelnemer, Deling, Ketenzaak, Onderdeel, Opschaling, Overdracht, Stap } from './ketenzaak.ts'
export type {
  Gezienrij,
  Gezienvraag,
  Ingang as Ketenbinnenkomst,
  Ketenlezer,
  KetenzaakStore,
  Ongemeld,
  Opdrachtmerk,
  Tekstrij,
  Toevoeging,
} from './ketenzaak-store.ts'
export {
  createKlantbezorger,
  createKlantmelding,
  type Klantvoorval,
  type Klantwerkbronnen,
  klantvoorval,
} from './klantwerk.ts'
export type { KlantwerkStore, Klantwerkstand } from './klantwerk-store.ts'
export { type Koppelfout, type Koppeling, keurKoppeling, leesKoppeling, oinVan } from './koppeling.ts'
export type { Koppelingrij, KoppelingStore } from './koppeling-store.ts'
export {
  type Ketenverbinding,
  type KoppelingBewaard,
  type Koppelingen,
  type Koppelingonderdelen,
  openKoppelingen,
} from './koppelingen.ts'
export type { Verschil } from './leesbeeld.ts'
export { type Leersoort, type Leertelling, leersoorten, ZONDER_KETEN } from './lering.ts'
export type { Leerkijker, LeringStore } from './lering-store.ts'
export {
  type Ketenuitkomst,
  type Leerrij,
  leeruitkomsten,
  type Paaruitkomst,
  type Wachttijd,
} from './lering-uitkomst.ts'
export type {
  Aanbreng,
  Aangebracht,
  Aangemeld,
  Afscheid,
  Bladvraag,
  EigenKetenzaak,
  Elders,
  Gebeurd,
  Gezien,
  Gezienblad,
  Ketenbeeld,
  Loket,
  Loketvrager,
  NietGelezen,
  Opdrachtkop,
  Stilreden,
  Uitgenodigd,
  Uitslag,
  Werkblad,
  Werkgroep,
  Werkregel,
  Werkrij,
} from './loket.ts'
export { werkgroepen } from './loket.ts'
export { createLoket, GEHEIMHOUDING, type Loketonderdelen } from './loket-maken.ts'
export { createMeldingen, gebeurtenistype, type Melding, zaakgebeurtenis } from './meldingen.ts'
export { NOG_NIEMAND } from './ongenomen.ts'
export type { Opdracht, Opdrachtsoort, Weigering } from './opdracht.ts'
export { kanMetStap, type Staphandeling } from './stapgang.ts'
export { type Bezorgd, type Bezorgdelen, bezorgUitgaand, volgendOp } from './uitgaand.ts'
export type { Uitgaand, UitgaandStore } from './uitgaand-store.ts'
export { idVan } from './vast-id.ts'
export {
  type Ketenzin,
  MINSTENS_WAARNEMINGEN,
  type Stapduur,
  type Verwachting,
  type Zinstap,
} from './verwachting.ts'
export {
  staatVast,
  stelVoor,
  type VoorgesteldeStap,
  type Voorstel,
  type Voorstelinvoer,
  type Voorstelreden,
} from './voorstel.ts'
export type { Genodigdetoegang, Voorval, Voorvalinhoud, Voorvalsoort } from './voorval.ts'
export type { WerkStore } from './werk-store.ts'
export { WERK_GETELD, WERK_PER_BLAD } from './werkblad.ts'
export { type Gewoord, lijstWoorden, wisWoorden } from './wissen-beheer.ts'
export { type Gelezen, HOOGSTENS_WOORDEN, type Tekstverwijzing, type Woorden } from './woorden.ts'
export type {
  Kijker,
  Zicht,
  ZichtbaarOnderdeel,
  ZichtbareDeelnemer,
  ZichtbareDeling,
  ZichtbareStap,
  Zichtdader,
  Zichtrol,
} from './zicht-vorm.ts'
