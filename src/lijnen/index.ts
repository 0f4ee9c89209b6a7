export type { Belafspraak, BelafspraakStore, NieuweBelafspraak } from './belafspraak-store.ts'
export {
  type Belafspraken,
  type Beluitslag,
  createBelafspraken,
  isAanDeBeurt,
  type MetInwoner,
} from './belafspraken.ts'
export { leesBelnummer } from './belnummer.ts'
export { alsAfspraakteam, belteamId } from './belteam.ts'
export type { Omgeving } from './bouw.ts'
export { CENTRALE_BEZIG_MS, type CentraleStore } from './centrale-store.ts'
export { type Beslissing, decide } from './decide.ts'
export {
  type Dienst,
  type DienstStore,
  type Lijnwerker,
  type Nieuweoproep,
  type Oproep,
  type Oproepafloop,
  type OproepStore,
  oproepaflopen,
  type PoolsOpTijd,
  poolVan,
} from './dienst-store.ts'
export { BELLER_WEG_MS, KLIK_MS, LEVEND_MS, OPNEEM_MS } from './diensttermijnen.ts'
export { evolve, speelAf } from './evolve.ts'
export { maakGehoor } from './gehoor.ts'
export {
  BEL_MS,
  type Belgesprek,
  type Belpartij,
  type Belweigering,
  CODE_MS,
  type Deelnemer,
  type Deelnemerstand,
  deelnemerstanden,
  type Gast,
  GESPREK_MS,
  gasten,
  HOOGSTENS_DEELNEMERS,
  STIL_MS,
  TELEFOON_MS,
} from './gesprek/belgesprek.ts'
export { BEWAAK_MS, type Bewaakdelen, maakBewaking } from './gesprek/bewaking.ts'
export type { GesprekStore } from './gesprek/gesprek-store.ts'
export { volgendeMs } from './gesprek/gespreksmoment.ts'
export { type Ijs, ijsVoor, TURN_MS, type Turninstelling } from './gesprek/ijs.ts'
export type { Losgelaten } from './gesprek/losgelaten.ts'
export {
  type Belnummer,
  type Brugdelen,
  createMediabrug,
  type Mediabrug,
  type Menger,
  type Rtpplek,
  type Telefoonlijn,
  type Telefoonnieuws,
} from './gesprek/mediabrug.ts'
export { HOOGSTENS_SEIN } from './gesprek/sein.ts'
export {
  beeldVoor,
  createSeinpost,
  type Deelnemerbeeld,
  deelnemerbeeld,
  type Hoort,
  type Seindraad,
  type Seinpost,
  VERTROKKEN_MS,
} from './gesprek/seinpost.ts'
export {
  type Belantwoord,
  type Belwerker,
  createGesprekken,
  type Gesprekken,
  type InGesprek,
  ingangVan,
} from './gesprekken.ts'
export {
  type Bijdrage,
  type Gespreksnotitie,
  gezienVan,
  HOOGSTENS_ACTIE,
  HOOGSTENS_ACTIES,
  HOOGSTENS_VERSLAG,
  type Notitieactie,
  type Notitieinhoud,
  wachtOpPlan,
} from './gespreksnotitie.ts'
export { type Gevoeligheid, gevoeligheid, metVermeden } from './gevoeligheid.ts'
export { type Gids, type Gidstreffer, openGids } from './gids.ts'
export type {
  Bewaardvoorval,
  Gidskijker,
  Gidsrij,
  GidsStore,
  Gidsschrijver,
  WachtrijStore,
} from './gids-store.ts'
export { onthoudGids } from './gidsgeheugen.ts'
export { volgendMoment } from './klok.ts'
export { type Belvraag, createLijn, type Lijn, type Lijnantwoord, type Lijnweigering } from './lijn.ts'
export type { Dienstbeeld, Gemist, Oproepbeeld, Oproepstand } from './lijnbeeld.ts'
export {
  type Lijncijferbron,
  type Lijncijfers,
  MINSTENS_SAMEN,
  openLijncijfers,
  type Teamcijfers,
} from './lijncijfers.ts'
export { type Lijngesprek, lijngesprekVan } from './lijngesprek.ts'
export { lijnkennis } from './lijnkennis.ts'
export {
  BEVESTIG_DAGEN,
  type Bevoegdheid,
  HOOGSTENS_CAPACITEIT,
  HOOGSTENS_ONDERWERPEN,
  HOOGSTENS_PLAATSEN,
  isOpen,
  isVerouderd,
  keurLijnteam,
  type Lijngebied,
  type Lijnniveau,
  type Lijnonderwerp,
  type Lijnrooster,
  type Lijnteam,
  type Lijnteamfout,
  lijnniveaus,
} from './lijnteam.ts'
export {
  type GelezenLijnteam,
  HOOGSTENS_NAAM,
  isLijnteamId,
  type Lijnkennis,
  type Lijnrij,
  type Lijnrijfout,
  type Lijnveld,
  type Lijnvormfout,
  leesLijnonderwerp,
  leesLijnteam,
  lijnonderwerpId,
  lijnvelden,
  schrijfLijnteam,
} from './lijnteam-vorm.ts'
export {
  bootsNa,
  type Nabootsing,
  type Nabootsuitkomst,
  speelNa,
  type Voortgang,
} from './nabootsing/nabootsing.ts'
export {
  NASPEL_OPROEPEN,
  type Naspeluitkomst,
  type Naspelvraag,
} from './nabootsing/naspel.ts'
export { createNaspeler, type Naspeler, type Naspelstand } from './nabootsing/naspeler.ts'
export { keurOpzet, type Opzet, type Opzetfout, type Vorm } from './nabootsing/opzet.ts'
export type { Klassebeeld } from './nabootsing/telling.ts'
export type { Notitiewerker } from './notitie-in-zaak.ts'
export type { Notitierij, NotitieStore } from './notitie-store.ts'
export {
  createNotities,
  type Notitiebeeld,
  type Notities,
  type Notitieuitslag,
} from './notities.ts'
export type { Opdracht, Opdrachtsoort, Weigering } from './opdracht.ts'
export {
  beoordeelTeams,
  type Lijnvraag,
  type Passbezwaar,
  type Passing,
  type Passreden,
  type Stap,
  type Teamoordeel,
} from './passing.ts'
export type { Plekverschil } from './plekverschil.ts'
export {
  CENTRALE_WEG_MS,
  createPublieklijn,
  HOOGSTENS_PUBLIEK,
  type Publiekantwoord,
  type Publiekgesprek,
  type Publieklijn,
  type Publiekmelding,
  type Publiekuitkomst,
  publiekstanden,
} from './publieklijn.ts'
export { SPELING_MINUTEN, TERUGBEL_MINUTEN, VOORAF_MINUTEN } from './toezegging.ts'
export { type Plaatsbeeld, plaatsbeeld, type Vooruitzicht, vooruitzicht } from './vooruitzicht.ts'
export type { Voorval, Voorvalinhoud, Voorvalsoort } from './voorval.ts'
export {
  type Modelbeeld,
  type Modelvorm,
  type Modelvraag,
  type Modelwacht,
  modelvormen,
  publiekLanger,
  rekenModel,
} from './wachtmodel.ts'
export {
  type Beller,
  bezettingVan,
  type Gesprek,
  gewoneInstellingen,
  HOOGSTENS_PLEKKEN,
  HOOGSTENS_WACHTENDEN,
  isAanHetWerk,
  type Klasse,
  type Namens,
  nieuweWachtrij,
  type Plek,
  type Plekstand,
  plekstanden,
  type Rang,
  type Toezegging,
  type Wachtrij,
  type Wachtrijinstellingen,
} from './wachtrij.ts'
export { type Gedaan, openWachtrijen, type Wachtrijen } from './wachtrijen.ts'
export { binnen, eenRij, erlangB, erlangC, kwantiel } from './wachttijd/erlang.ts'
export { type Geduldbeeld, metGeduld } from './wachttijd/geduld.ts'
export type { Drukte, Onbekendreden, Uitkomst, Wachtbeeld, Wachtverdeling } from './wachttijd/uitkomst.ts'
export { publiekGrens, type TweeKlassen, tweeKlassen } from './wachttijd/voorrang.ts'
export { HOOGSTENS_VOOR, type Wachtband, type Wachtvraag, wachtband } from './wachttijd/wachtband.ts'
export type { Dienstzicht, Oproepzicht, ZichtStore } from './zicht-store.ts'
