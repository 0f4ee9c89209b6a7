/** A note comes into the chain case: as a contact moment, and what somebody is going to do as steps of the plan. */
import {
  idVan,
  type Loket,
  type Loketvrager,
  type Opdracht,
  type Uitslag,
  type Weigering,
} from '../loket/index.ts'
import type { Belwerker } from './gesprekken.ts'
import { type Bijdrage, type Gespreksnotitie, metGeland } from './gespreksnotitie.ts'

/** A professional with what the desk of chain cases knows them by. */
export interface Notitiewerker extends Belwerker {
  readonly vrager: Loketvrager
}

type Reden = Weigering['reden'] | 'conflict'
type Inzaakopdracht = Extract<Opdracht, { soort: 'voeg-toe' | 'plan-stappen' }>

/**
 * Each command has an id that follows from the contribution: whoever sends it again, it is done once. The contact is
 * written by the organisation whose people wrote it; the plan is of who may plan, and waits for them. Gives why not, of
 * what was tried and is not in it.
 */
export async function zetInZaak(
  { loket, wie }: { readonly loket: Pick<Loket, 'overzie' | 'doe'>; readonly wie: Notitiewerker },
  notitie: Gespreksnotitie,
  bewaar: (wijs: (nu: Gespreksnotitie) => Gespreksnotitie) => Promise<void>,
): Promise<Reden | undefined> {
  const { ketenzaak, bijdragen, gesprek } = notitie
  const open = bijdragen.filter(({ isContact, isGepland }) => !isContact || !isGepland)
  if (ketenzaak === undefined || open.length === 0) return undefined
  const doe = async (
    deel: string,
    bijdrage: Bijdrage,
    opdracht: Inzaakopdracht,
  ): Promise<Reden | undefined> => {
    const beeld = await loket.overzie(wie.vrager, ketenzaak)
    if (beeld === undefined) return 'niet-gevonden'
    // Not theirs to do: it waits for who may, and is no fault.
    if (!beeld.zicht.kan.includes(opdracht.soort))
      return opdracht.soort === 'voeg-toe' ? 'mag-niet' : undefined
    const kop = { id: idVan('gesprek', gesprek, bijdrage.id, deel), ketenzaak, verwacht: beeld.zicht.nr }
    const uitslag = await loket.doe(wie.vrager, kop, opdracht)
    if (uitslag.status !== 'ok') return redenVan(uitslag)
    const wat = opdracht.soort === 'voeg-toe' ? { isContact: true } : { isGepland: true }
    await bewaar((nu) => metGeland(nu, bijdrage.id, wat))
    return undefined
  }
  const redenen: (Reden | undefined)[] = []
  for (const een of open) {
    if (!een.isContact && een.door.organisatie === wie.organisatie)
      redenen.push(await doe('contact', een, contactVan(een)))
    if (!een.isGepland) redenen.push(await doe('plan', een, planVan(gesprek, een)))
  }
  return redenen.find((een) => een !== undefined)
}

function redenVan(uitslag: Exclude<Uitslag, { status: 'ok' }>): Reden {
  return uitslag.status === 'conflict' ? 'conflict' : uitslag.weigering.reden
}

const w = (woorden: string) => ({ woorden })

function contactVan({
  inhoud: { vraag, antwoord, afgesproken, acties },
}: Bijdrage): Extract<Inzaakopdracht, { soort: 'voeg-toe' }> {
  return {
    ...{ soort: 'voeg-toe', wat: 'contactmoment', tekst: w(vraag) },
    gesprek: {
      antwoord: w(antwoord),
      ...(afgesproken !== undefined && { afgesproken: w(afgesproken) }),
      acties: acties.map(({ wie, wat, termijn }) => ({ wie, wat: w(wat), termijn })),
    },
  }
}

function planVan(
  gesprek: string,
  { id, inhoud: { acties } }: Bijdrage,
): Extract<Inzaakopdracht, { soort: 'plan-stappen' }> {
  return {
    soort: 'plan-stappen',
    stappen: acties.map(({ wie, wat, termijn }, i) => ({
      stap: idVan('gesprek', gesprek, id, `stap ${i}`),
      titel: { soort: 'vrij', tekst: w(wat) },
      ...{ eigenaar: wie, termijn, wachtOp: [] },
    })),
  }
}
