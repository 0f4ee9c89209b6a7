/** Government speaks first: what changed in a life, and the whole population: who lives here, what the law gives them, what it costs. */

export { type Afhankelijkheid, afhankelijkheden, geraakt, gewijzigdeFeiten } from './afhankelijkheid.ts'
export { type Bevolking, maakBevolking } from './bevolking/bevolking.ts'
export {
  maakOpdracht,
  maakRekenaar,
  type Opdracht,
  perRegeling,
  plaatsVan,
  type Regelingtelling,
  type Stukuitkomst,
  woordenVan,
} from './bevolking/doorrekening.ts'
export {
  type Loopopties,
  type Loopuitkomst,
  rekenDoor,
  type Stukkenbewaring,
  type Voortgang,
} from './bevolking/loop.ts'
export { aannames, MARGES, type Marge, SOORTEN, type Zekerheid } from './bevolking/marges.ts'
export type { Bevolkingsstuk, Woordenlijst } from './bevolking/ruimte.ts'
export { gemeentedelen, HUISHOUDENS, type Stuk, stukkenVan } from './bevolking/stukken.ts'
export { stukkenbestand } from './bevolking/stukkenbestand.ts'
export {
  type Contactplan,
  grondVan,
  type Ontvanger,
  planContact,
  type Zwijgreden,
} from './contact.ts'
export {
  type Bewaard,
  type Dossierinhoud,
  type DossierRij,
  type DossierStore,
  type Registerfeiten,
  type Volgbron,
  type Volgfeiten,
  type VolgvoorkeurRij,
  volgbronnen,
} from './dossier-store.ts'
export { openDossier, openSignaal, sluitDossier, sluitSignaal } from './dossierzegel.ts'
export {
  geldende,
  ingetrokken,
  kenmerkenVan,
  type Levensloopsoort,
  levensloopsoorten,
  type Melding,
  soortvoorvoegsel,
} from './gebeurtenis.ts'
export {
  type Dossier,
  type Herziening,
  herzie,
  type Rechtsstand,
  type Rekenwijze,
  type Verschil,
} from './herziening.ts'
export {
  type Kansnieuws,
  type Kansopsteller,
  type Kansregel,
  nieuwsVan,
  rustMs,
  vertel,
} from './kansnieuws.ts'
export type { Binnengekomen, LevensloopStore, Ontvangsttelling } from './levensloop-store.ts'
export { bronsleutel, bronVanToken, tekenLevensloop } from './levenslooptoken.ts'
export {
  createLevensloopwerk,
  type LevensloopWerk,
  type LevensloopwerkOnderdelen,
  type Volgwereld,
} from './levensloopwerk.ts'
export type { Boeking, Levensloopwerk, LevensloopwerkStore, Werkstand } from './levensloopwerk-store.ts'
export { type Levensloop, type Levensloopuitkomst, naamBij, openLevensloop, volgDoel } from './ontvangst.ts'
export {
  type Aanleiding,
  beantwoord,
  type Signaal,
  type Signaalantwoord,
  type Signaalsoort,
  type Signaalstand,
  signaalantwoorden,
  signaalstanden,
  verwerk,
} from './signaal.ts'
export {
  type BewaardSignaal,
  type Bureauhelper,
  type Bureaureden,
  type Bureauregel,
  type Bureauuitkomst,
  type Bureauvrager,
  bureauredenen,
  bureauuitkomsten,
  type SignaalRij,
  type SignaalStore,
  type Signaalwijziging,
  type Verteld,
} from './signaal-store.ts'
export { type Bureaublad, createSignalen, type Signalen, type SignalenOnderdelen } from './signalen.ts'
export { type Omslagdag, type Tijdvak, tijdlijn } from './tijdlijn.ts'
export { createVolgen, type Volgbeeld, type Volgen, type VolgOnderdelen } from './volgen.ts'
