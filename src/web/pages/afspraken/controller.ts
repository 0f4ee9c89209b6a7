import type { Antwoord, Verzoek } from '../../verzoek.ts'
import * as een from './een.ts'
import { type Kant, kantVanBalie, kantVanInwoner } from './kant.ts'
import { lijst } from './lijst.ts'
import * as nieuw from './nieuw.ts'

type Scherm = (verzoek: Verzoek, kant: Kant | undefined) => Antwoord | Promise<Antwoord>

const alsInwoner = (scherm: Scherm) => (verzoek: Verzoek) => scherm(verzoek, kantVanInwoner(verzoek))
const aanBalie = (scherm: Scherm) => async (verzoek: Verzoek) => scherm(verzoek, await kantVanBalie(verzoek))

export const inwoner = {
  lijst: alsInwoner(lijst),
  nieuw: alsInwoner(nieuw.vorm),
  maak: alsInwoner(nieuw.maak),
  een: alsInwoner(een.toon),
  agenda: alsInwoner(een.agenda),
  verzet: alsInwoner(een.verzet),
  zegAf: alsInwoner(een.zegAf),
}

export const balie = {
  lijst: aanBalie(lijst),
  nieuw: aanBalie(nieuw.vorm),
  maak: aanBalie(nieuw.maak),
  een: aanBalie(een.toon),
  verzet: aanBalie(een.verzet),
  zegAf: aanBalie(een.zegAf),
}
