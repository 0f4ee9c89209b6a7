/** Government speaks first: what changed in a life, and the whole population: who lives here, what the law gives them, what it costs. */

export { type Bevolking, maakBevolking } from './bevolking/bevolking.ts'
export {
  type Bevolkingsloper,
  type Loopbeschrijving,
  type Loopplan,
  openBevolkingsloper,
  STIL_MS,
} from './bevolking/bevolkingsloop.ts'
export {
  type Bevolkingsloop,
  type BevolkingsloopStore,
  type Geschreven as LoopGeschreven,
  type Loopbeurt,
  type Loopinvoer,
  type Loopplek,
  loopsoorten,
  loopstanden,
} from './bevolking/bevolkingsloop-store.ts'
export {
  maakOpdracht,
  maakOpdrachtInBeurten,
  maakRekenaar,
  type Opdracht,
  perRegeling,
  plaatsVan,
  type Regelingtelling,
  type Stukresultaat,
  type Stukuitkomst,
  woordenVan,
} from './bevolking/doorrekening.ts'
export {
  GEBRUIKCIJFERS,
  type Gebruikcijfer,
  OORZAKEN,
  type Oorzaak,
  oorzaaksoort,
  TOETS,
} from './bevolking/gebruikcijfers.ts'
export {
  type Gebruiksloop,
  type Gebruikslopen,
  gebruikloop,
  openGebruikslopen,
  type Uitgekomen,
} from './bevolking/gebruikloop.ts'
export {
  type Gebruik,
  type Gebruiksbeeld,
  gebruiksbeeld,
  type Nietgebruik,
  type Regelinggebruik,
} from './bevolking/gebruikmodel.ts'
export { gemeentecijfer, gemeentecijfers } from './bevolking/gemeenten.ts'
export {
  type Bevolkingsuitkomst,
  perGemeente,
} from './bevolking/gemeentetelling.ts'
export {
  type Loopopties,
  type Loopuitkomst,
  rekenDoor,
  type Stukkenbewaring,
  type Voortgang,
  vergelijkDoor,
} from './bevolking/loop.ts'
export { aannames, MARGES, type Marge, marges, SOORTEN, TELLING, type Zekerheid } from './bevolking/marges.ts'
export type { Bevolkingsstuk, Woordenlijst } from './bevolking/ruimte.ts'
export { gemeentedelen, HUISHOUDENS, type Stuk, stukkenVan } from './bevolking/stukken.ts'
export { loopmerk, stukkenbestand } from './bevolking/stukkenbestand.ts'
export {
  drukCsv,
  gelijk,
  klasgrenzen,
  type Plaatsnaam,
  tiendegrenzen,
  vergelijkCsv,
} from './bevolking/vergelijk-csv.ts'
export { maakVergelijker } from './bevolking/vergelijker.ts'
export {
  type Aangevraagd,
  HOOGSTENS_WACHTEND,
  openVergelijkingen,
  type Vergelijking,
  type Vergelijkingen,
  type Vergelijkwens,
  vergelijkloop,
} from './bevolking/vergelijkloop.ts'
export {
  BAND,
  KLASGRENZEN,
  maakVergelijking,
  RANDGRENZEN,
  type Vergelijkbaar,
  type Vergelijkopdracht,
  type Vergelijkstuk,
  type Vergelijkvraag,
  type Wetsversie,
} from './bevolking/vergelijkopdracht.ts'
export {
  type Groep,
  type Inkomensband,
  telVergelijking,
  type Vergelijkuitslag,
} from './bevolking/vergelijkuitslag.ts'
export {
  BEVOLKINGSZAAD,
  openVergelijking,
  type Wijziging,
  type Wijziguitslag,
} from './bevolking/wijziging.ts'
export {
  type Arm,
  armen,
  type Campagne,
  type Campagnefout,
  type Campagnekanaal,
  type Campagneplan,
  type Campagnetelling,
  campagnekanalen,
  type Eenheid,
  eenheden,
  effecten,
  type Fase,
  fasen,
  groepen,
  heeftWeinigBuurten,
  isBegonnen,
  keurPlan,
  keurTelling,
  LEGE_TELLING,
  ontwerpfactor,
  type Plankennis,
  SAMENHANG,
  toewijzing,
} from './campagne.ts'
export {
  benodigd,
  type Effect,
  effectVan,
  type Interval,
  macht,
  verschilInterval,
  wilson,
} from './campagnemaat.ts'
export {
  BEWAARMAANDEN,
  type Campagnekijker,
  type CampagneStore,
  type Campagnes,
  campagneDoel,
  openCampagnes,
} from './campagnes.ts'
export {
  beslisLijst,
  type Lijstaanvraag,
  type Lijstbesluit,
  type Lijstkennis,
  type Lijstvragen,
  type Lijstweigering,
  openLijstvragen,
  tekort,
  weigerredenen,
} from './lijstvraag.ts'
export {
  type Afhankelijkheid,
  afhankelijkheden,
  geraakt,
  gewijzigdeFeiten,
} from './volgen/afhankelijkheid.ts'
export {
  type Contactplan,
  grondVan,
  type Ontvanger,
  planContact,
  type Zwijgreden,
} from './volgen/contact.ts'
export {
  type Bewaard,
  type Dossierinhoud,
  type DossierRij,
  type DossierStore,
  type Gekeken,
  type Kijkreden,
  type Registerfeiten,
  type Volgbron,
  type Volgfeiten,
  type VolgvoorkeurRij,
  volgbronnen,
} from './volgen/dossier-store.ts'
export { openDossier, openSignaal, sluitDossier, sluitSignaal } from './volgen/dossierzegel.ts'
export type { Verschilwoord } from './volgen/eigenwoord.ts'
export {
  blijvend,
  geldende,
  ingetrokken,
  kenmerkenVan,
  type Levensloopsoort,
  levensloopsoorten,
  type Melding,
  soortvoorvoegsel,
} from './volgen/gebeurtenis.ts'
export {
  type Dossier,
  type Herziening,
  herzie,
  type Rechtsstand,
  type Rekenwijze,
  type Verschil,
} from './volgen/herziening.ts'
export {
  type KansblikDelen,
  type KansblikStore,
  type Kansstand,
  maakKansblik,
} from './volgen/kansblik.ts'
export {
  type Kansnieuws,
  type Kansopsteller,
  type Kansreden,
  type Kansregel,
  nieuwsVan,
  rustMs,
  vertel,
} from './volgen/kansnieuws.ts'
export {
  type Binnengekomen,
  hoogstensCorrecties,
  hoogstensPerDag,
  type LevensloopStore,
  type Ontvangsttelling,
} from './volgen/levensloop-store.ts'
export { type Bronfout, type Levensloopbron, leesLevensloopbron } from './volgen/levensloopbron.ts'
export type { Aanmelding, LevensloopbronStore } from './volgen/levensloopbron-store.ts'
export {
  type Aanmeldadres,
  type Aanmeldweg,
  type Levensloopbronnen,
  type MetBsn,
  openLevensloopbronnen,
} from './volgen/levensloopbronnen.ts'
export { bronsleutel, bronVanToken, tekenLevensloop } from './volgen/levenslooptoken.ts'
export {
  createLevensloopwerk,
  type LevensloopWerk,
  type LevensloopwerkOnderdelen,
  type Volgwereld,
} from './volgen/levensloopwerk.ts'
export type {
  Boeking,
  Levensloopwerk,
  LevensloopwerkStore,
  Werkstand,
} from './volgen/levensloopwerk-store.ts'
export type { LopendeZaken } from './volgen/lopend.ts'
export {
  afmeldDoel,
  type Levensloop,
  type Levensloopuitkomst,
  naamBij,
  openLevensloop,
  volgDoel,
} from './volgen/ontvangst.ts'
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
} from './volgen/signaal.ts'
export {
  type BewaardSignaal,
  type Bureaubeeld,
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
} from './volgen/signaal-store.ts'
export { type Bureaublad, createSignalen, type Signalen, type SignalenOnderdelen } from './volgen/signalen.ts'
export { type Omslagdag, type Tijdvak, tijdlijn } from './volgen/tijdlijn.ts'
export { type Tijdreden, type Tijdsoort, tijdsoorten } from './volgen/tijdreden.ts'
export { createVolgen, type Volgbeeld, type Volgen, type VolgOnderdelen } from './volgen/volgen.ts'
export { type AanbodblikStore, maakAanbodblik } from './vroegsignalering/aanbodblik.ts'
export { type Cijfer, type Cijferregel, cijfersVan, kleinsteGetal } from './vroegsignalering/cijfers.ts'
export {
  type AanbodBeeld,
  type AanbodDelen,
  type Aanboduitslag,
  createHulpaanbiedingen,
  type GeopendAanbod,
  type Hulpaanbiedingen,
  type SignaalBeeld,
} from './vroegsignalering/hulpaanbiedingen.ts'
export {
  type Aanbodopdracht,
  type Aanbodstand,
  type Aanbodvoorval,
  aanbodstanden,
  beslisAanbod,
  type Contactweg,
  contactwegen,
  gevolgVan,
  type Hulpaanbod,
  kanNu,
  type Meegeteld,
  type Sluitreden,
  sluitredenen,
  speelAanbodAf,
  staatOpen,
} from './vroegsignalering/hulpaanbod.ts'
export {
  type AanbodRij,
  type Aanbodregel,
  type Aanbodvrager,
  type HulpaanbodStore,
  type Koppeling,
  type Telbaar,
  type Telling,
  telbaar,
  type Uitzoekregel,
  type VroegsignaalRij,
  type VroegsignaalStore,
} from './vroegsignalering/hulpaanbod-store.ts'
export {
  apartredenen,
  type KoppelDelen,
  koppelSignalen,
} from './vroegsignalering/koppelen.ts'
export { maxSignalen, openVroegontvangst, type Vroegontvangst } from './vroegsignalering/ontvangst.ts'
export {
  type Achterstandsoort,
  type Dreiging,
  plichten,
  soortnamen as signaalsoortnamen,
  soortregel as signaalsoortregel,
  vroegsignaalDoel,
} from './vroegsignalering/regels.ts'
export {
  createUitzoekwerk,
  type Losreden,
  losredenen,
  type Uitzoeksignaal,
  type Uitzoekwerk,
} from './vroegsignalering/uitzoeken.ts'
export { type Signaalpartner, signaalvoorvoegsel } from './vroegsignalering/vroegsignaal.ts'
