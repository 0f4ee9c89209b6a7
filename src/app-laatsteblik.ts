import type { PersoonsRegister } from './inwoner/index.ts'
import type { Laatsteblikken } from './kanalen/index.ts'
import { maakAanbodblik, maakKansblik } from './proactief/index.ts'
import { aanbodblikOpslag, kansblikOpslag, type Opslag } from './store/index.ts'
import type { Toegang } from './toegang/index.ts'

/** Which part says of which messages, just before they leave, whether they are still right. */
export function openLaatsteBlikken(
  { databank }: Pick<Opslag, 'databank'>,
  { audit }: Pick<Toegang, 'audit'>,
  personen: PersoonsRegister,
): Laatsteblikken {
  const kansen = { store: kansblikOpslag(databank), brp: personen, audit }
  return new Map([
    ['kans', maakKansblik(kansen, { naBericht: false })],
    ['kans-hersteld', maakKansblik(kansen, { naBericht: true })],
    ['hulpaanbod', maakAanbodblik({ store: aanbodblikOpslag(databank), personen, audit })],
  ])
}
