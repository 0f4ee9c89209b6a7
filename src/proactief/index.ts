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
  type Contactgrond,
  type Contactgronden,
  type Contactplan,
  grondVan,
  type Ontvanger,
  planContact,
  type Zwijgreden,
} from './contact.ts'
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
export type {
  Binnengekomen,
  LevensloopStore,
  Levensloopwerk,
  Ontvangsttelling,
} from './levensloop-store.ts'
export { bronsleutel, bronVanToken, tekenLevensloop } from './levenslooptoken.ts'
export { type Levensloop, type Levensloopuitkomst, naamBij, openLevensloop, volgDoel } from './ontvangst.ts'
export {
  type Aanleiding,
  beantwoord,
  type Signaal,
  type Signaalantwoord,
  type Signaalsoort,
  type Signaalstand,
  signaalantwoorden,
  verwerk,
} from './signaal.ts'
export { type Omslagdag, type Tijdvak, tijdlijn } from './tijdlijn.ts'
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
  type SignaalRij,
  type Telbaar,
  type Telling,
  telbaar,
  type VroegsignaalStore,
} from './vroegsignalering/hulpaanbod-store.ts'
export {
  apartredenen,
  type KoppelDelen,
  koppelSignalen,
  vroegsignaalDoel,
} from './vroegsignalering/koppelen.ts'
export { maxSignalen, openVroegontvangst, type Vroegontvangst } from './vroegsignalering/ontvangst.ts'
export {
  type Achterstandsoort,
  type Dreiging,
  plichten,
  soortnamen as signaalsoortnamen,
  soortregel as signaalsoortregel,
} from './vroegsignalering/regels.ts'
export {
  type Signaalpartner,
  signaalvoorvoegsel,
  type Weigerreden,
  weigerredenen,
} from './vroegsignalering/vroegsignaal.ts'
