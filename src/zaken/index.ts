export { bezwaarTegenAdres, magNaar, type Netwerkregels } from './aansluitadres.ts'
export {
  type Aansluitfout,
  type Aansluitfoutcode,
  type Aansluitgrenzen,
  type Aansluiting,
  type Aansluitstand,
  aansluitfoutcodes,
  aansluitstanden,
  type Geheimsoort,
  geheimsoorten,
  gewoneAansluitgrenzen,
  leesAansluiting,
  maxProefpersonen,
  noemdelen,
  type Onderdeel,
  onderdelen,
  type Proefpersoon,
} from './aansluiting.ts'
export { adressenVan, keurAansluiting } from './aansluiting-keuren.ts'
export { maakIngrepen } from './aansluiting-sluiten.ts'
export type {
  AansluitingStore,
  AansluitingVersie,
  Brondag,
  BronverkeerStore,
  Bronverloop,
  Wijziger,
} from './aansluiting-store.ts'
export { brontlsVan } from './aansluiting-tls.ts'
export type { Verschil, Versieregel } from './aansluiting-verloop.ts'
export {
  type Aansluitbezwaar,
  type Aansluitingen,
  type Bewaard,
  type BewaardeAansluiting,
  isGesloten,
  openAansluitingen,
  type Verbinding,
  type Wijziging,
} from './aansluitingen.ts'
export { type Aangezet, bewaarGetest } from './aanzetten.ts'
export {
  type Abonneerloket,
  type Abonneeruitkomst,
  abonneer,
  type BestaandAbonnement,
  controleerAbonnementen,
  legAbonnementVast,
  zakenabonnement,
} from './abonneren.ts'
export {
  type Berichtbron,
  type Ontvangstbewijs,
  openZaakberichten,
  type Zaakberichten,
} from './berichten.ts'
export { type Feed, type Feedstand, feedstand } from './berichtgezondheid.ts'
export { afzenderVan, berichtsleutel, type Gebeurtenisadres, gebeurtenisadres } from './berichtsleutel.ts'
export {
  type Bronteken,
  type Gezondheid,
  type Gezondheidsreden,
  gezondheidsredenen,
  gezondheidVan,
  type Kleur,
  kleuren,
} from './brongezondheid.ts'
export { geloofDagen } from './bronkeuze.ts'
export type {
  Bronnenbeheer,
  Proefverslag,
  Voorbeeld,
  Voorbeeldvraag,
} from './bronnenbeheer.ts'
export {
  type Bevindingen,
  beoordeel,
  isGeslaagd,
  nietNagekeken,
  type Proefcode,
  type Proefonderdeel,
  type Proefregel,
  type Proefuitslag,
  proefcodes,
  proefonderdelen,
} from './bronproef.ts'
export { maakBronproeven, type Proefonderdelen } from './bronproeven.ts'
export { type Bronverkeer, type Bronvoorval, openBronverkeer } from './bronverkeer.ts'
export type { Regeldeel, Verborgenzaak, Voorbeeldlijst, Voorbeeldzaak } from './bronvoorbeeld.ts'
export {
  type Contactbron,
  type Contactlijst,
  type Contactmoment,
  maxOnderwerp,
  maxVraag,
  type NieuweVraag,
} from './contactbron.ts'
export { organisatieBij } from './eigen-rsin.ts'
export { bekijk, type Herbevestiging, herbevestig, type Indexvraagbron } from './herbevestigen.ts'
export { type Hintafloop, type HintOnderdelen, verwerkHint, type WieHeeft } from './hint.ts'
export { type Hintwerk, werkHintsAf } from './hintwerk.ts'
export { indexnaam, indexnamen, verzegelNaam } from './indexnaam.ts'
export { hernoemIndex } from './indexsleutel.ts'
export { dwangsom } from './ingebreke.ts'
export {
  type Inzending,
  type Inzendingen,
  type InzendingStore,
  inzendingDoel,
  inzendingSoort,
  openInzendingen,
} from './inzending.ts'
export { type Klantwerk, ketenkanaal, type NieuwKlantwerk } from './klantwerk.ts'
export { lopendeRegelingen } from './lopend.ts'
export type { Plekgrenzen, Wekker } from './plekken.ts'
export type {
  Keten,
  Portaal,
  Portaalantwoord,
  Portaalbeller,
  Portaaltoestemming,
  PortaaltoestemmingStore,
  Portaaluitkomst,
  Portaalvraag,
  TaakInfo,
  ZaakInfo,
} from './portaal.ts'
export { createPortalen, type Portalen, type PortalenOnderdelen } from './portalen.ts'
export { openPostvak, type Postvak } from './postvak.ts'
export {
  createSignaalwacht,
  type Signaalwacht,
  type SignaalwachtOnderdelen,
} from './signaalwacht.ts'
export type { Formulierveld, Ingevuld, Taak, Taakbron, Takenlijst, Uitvoering } from './taakbron.ts'
export {
  gewoneToonregel,
  gewoneToonregels,
  isZelfdeType,
  regelVoor,
  type Toonregel,
  type Toonregels,
} from './toonregel.ts'
export type { Onderdeelstand, Verkenning, Wegfout, Zaaktypekeus, Zaakverkenner } from './verkenning.ts'
export { naVersturen } from './verstuurd.ts'
export type {
  Besluitbeeld,
  Signaal,
  Verwachting,
  Woorden,
  Zaakbeeld,
  Zaakverhaal,
} from './zaakbeeld.ts'
export type { Berichtenstand, Hint, Ontvangst, Pakopdracht, ZaakberichtStore } from './zaakbericht-store.ts'
export type {
  Document,
  NieuwDocument,
  Zaakaanwijzer,
  Zaakbron,
  Zaakbroninstelling,
  Zaakhouders,
  Zaaklijst,
  Zaakvraag,
} from './zaakbron.ts'
export {
  type Aangesloten,
  type Gemaakt,
  instellingVan,
  type LopendeZaakbronnen,
  openZaakbronnen,
  type Zaakbronnen,
} from './zaakbronnen.ts'
export {
  type Besluitgegevens,
  type BronId,
  type Documentgegevens,
  type EigenRol,
  eigenRollen,
  type Resultaatgegevens,
  type Stap,
  type Statusgegevens,
  type Verwant,
  type Zaakdetail,
  type Zaakgegevens,
  type Zaakref,
  type Zaaktypegegevens,
  type Zaaktypesleutel,
} from './zaakgegevens.ts'
export { type Bezoek, openZaakindex, type Zaakindex, type ZaakindexOnderdelen } from './zaakindex.ts'
export type {
  Bekijkopdracht,
  Bronantwoord,
  Deelnemer,
  Genoemd,
  Indexpseudoniem,
  Vraagopdracht,
  ZaakindexStore,
  ZaakindexwerkStore,
  ZaakweigeringStore,
} from './zaakindex-store.ts'
export type { Ernaast, Zaaknieuws } from './zaaknieuws.ts'
export type { VerzegeldSignaal, ZaaksignaalStore } from './zaaksignaal-store.ts'
export { type GemerktSignaal, openZaaksignalen, type Zaaksignaal, type Zaaksignalen } from './zaaksignalen.ts'
export type {
  Bronstand,
  Contactuitkomst,
  GevraagdeTaak,
  GevraagdeTaken,
  Kijker,
  Zaken,
  Zakenblik,
} from './zaken.ts'
export { createZaken, type GemaakteZaken } from './zaken-maken.ts'
export { sleutelVan } from './zakenlijst.ts'
export type { Zaakverbinding, ZakenOnderdelen } from './zakenomgeving.ts'
export { type Zicht, zichtVoor } from './zicht.ts'
