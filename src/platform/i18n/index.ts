export { loadTeksten } from './laden.ts'
export { type Taal, type Taalvormen, taalvormen, talen } from './taalvormen.ts'
export { type Berichten, controleerTeksten, createVertaler, type Vertaler, type Waarden } from './teksten.ts'
