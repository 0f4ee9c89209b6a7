import type { CorpusDocument, CorpusFout, Tekst } from '../engine/index.ts'
import { leesTeksten } from './kanalen.ts'
import { veldLezer, waardeOp } from './velden.ts'

/** The name of a life event that schemes refer to; its steps stand in a file of their own. */
export interface LevensgebeurtenisNaam {
  readonly id: string
  readonly naam: Tekst
}

export function leesLevensgebeurtenissen(document: CorpusDocument): {
  readonly namen: readonly LevensgebeurtenisNaam[]
  readonly fouten: readonly CorpusFout[]
} {
  const lezer = veldLezer(document)
  lezer.alleen([], ['gebeurtenissen'])
  const lijst = waardeOp(document.inhoud, ['gebeurtenissen'])
  if (!Array.isArray(lijst)) {
    lezer.meld(
      ['gebeurtenissen'],
      'veld-geen-lijst',
      'gebeurtenissen moet een lijst zijn.',
      'Begin elke gebeurtenis met een streepje.',
    )
    return { namen: [], fouten: lezer.fouten }
  }
  const namen = lijst.map((_, index): LevensgebeurtenisNaam => {
    const pad = ['gebeurtenissen', index]
    lezer.alleen(pad, ['id', 'naam'])
    return { id: lezer.tekst([...pad, 'id']), naam: leesTeksten(lezer, [...pad, 'naam']) }
  })
  for (const [index, { id }] of namen.entries()) {
    if (namen.findIndex((n) => n.id === id) < index) {
      lezer.meld(
        ['gebeurtenissen', index, 'id'],
        'gebeurtenis-dubbel',
        `${id} staat er twee keer in.`,
        'Haal er een weg.',
      )
    }
  }
  return { namen, fouten: lezer.fouten }
}
