export { type BsnDoel, type Kluis, type MetBsn, openKluis } from './kluis.ts'
export type { KluisRij, KluisStore, Verband, VindOfMaak } from './kluis-store.ts'
export { type Pseudoniem, pseudoniemVoor } from './pseudoniem.ts'
export { type Gewisseld, wisselSleutels } from './sleutels-wissel.ts'
