export { metSleutel, metToken, type TokenInstelling } from './aanmelden.ts'
export { alsJson, type Lezing } from './antwoord.ts'
export {
  type Bron,
  type BronGrenzen,
  type BronInstelling,
  type BronOmgeving,
  type Bronstand,
  createBron,
  gewoneGrenzen,
} from './bron.ts'
export { bronControle } from './controle.ts'
export { gewoneOnderbreker, type Keten, Onderbreker, type OnderbrekerInstelling } from './onderbreker.ts'
export {
  type BronAntwoord,
  type BronTls,
  createAgent,
  doeOproep,
  EIGEN_NETWERK,
  type MagNaar,
} from './oproep.ts'
export { leesSpoor, nieuwSpoor, type Spoor, traceparent, vervolgSpoor } from './spoor.ts'
export { type BronFout, type BronFoutsoort, type BronUitkomst, bronFouten } from './uitkomst.ts'
export type { BronOproep, BronVerzoek } from './verzoek.ts'
export { systeemwekker, type Wekker } from './wekker.ts'
