/** Use cases of a call: load, decide, write, tell; and again when somebody was ahead. */
import { createHash } from 'node:crypto'
import type { OrganisatieId, Toeval } from '../domain/index.ts'
import { leesUitnodigingscode, schrijfCode } from '../loket/index.ts'
import {
  type Belgesprek,
  type Belopdracht,
  type Belpartij,
  type Belweigering,
  beginGesprek,
  type Deelnemer,
  doeInGesprek,
  type Gast,
  isIn,
  isVanMedewerker,
  magSeinen,
  naTijd,
} from './gesprek/belgesprek.ts'
import { isTelefoon, telGebeld, UUR_MS } from './gesprek/gebeld.ts'
import type { GesprekStore } from './gesprek/gesprek-store.ts'
import { type Losgelaten, scheidLijnen } from './gesprek/losgelaten.ts'
import type { Telefoonnieuws } from './gesprek/mediabrug.ts'

/** A professional, as far as a call knows them. */
export interface Belwerker {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
  readonly naam?: string | undefined
  /** Whether they may see that chain case; asked when the call is about one. */
  readonly magZaak: (ketenzaak: string) => Promise<boolean>
}

export type Belantwoord<T> =
  | { readonly status: 'ok'; readonly uitkomst: T }
  | { readonly status: 'geweigerd'; readonly reden: Belweigering | 'niet-gevonden' | 'druk' | 'te-vaak' }

export interface InGesprek {
  readonly gesprek: Belgesprek
  readonly deelnemer: string
}

export interface Belwens {
  readonly organisatie?: OrganisatieId | undefined
  /** Of that organisation this one alone; absent: whoever takes it first. */
  readonly medewerker?: string | undefined
  readonly ketenzaak?: string | undefined
  /** Its id, of who may ask twice: the second time there is a call of that id, and it is refused. */
  readonly id?: string | undefined
}

export interface Gesprekken {
  /** Without `naar` they begin alone, to bring somebody in with a code. */
  readonly bel: (wie: Belwerker, naar: Belwens) => Promise<Belantwoord<InGesprek>>
  /** What rings at their organisation that they may answer, and what they are in. */
  readonly lijst: (
    wie: Belwerker,
  ) => Promise<{ readonly gaatOver: readonly InGesprek[]; readonly in: readonly InGesprek[] }>
  /** For who has that list before them; goes up when something changed. */
  readonly lijstnummer: (wie: Pick<Belwerker, 'medewerker' | 'organisatie'>) => Promise<number>
  readonly neemOp: (wie: Belwerker, gesprek: string) => Promise<Belantwoord<InGesprek>>
  readonly weiger: (wie: Belwerker, gesprek: string) => Promise<Belantwoord<InGesprek>>
  readonly roepErbij: (
    wie: Belwerker,
    gesprek: string,
    organisatie: OrganisatieId,
  ) => Promise<Belantwoord<InGesprek>>
  /** The code is given once, here, and kept nowhere. */
  readonly nodigUit: (
    wie: Belwerker,
    gesprek: string,
    als: Gast,
  ) => Promise<Belantwoord<{ readonly code: string; readonly deelnemer: string }>>
  /** Somebody on an ordinary telephone: it is dialled by whoever holds the line. */
  readonly roepTelefoon: (wie: Belwerker, gesprek: string, als: Gast) => Promise<Belantwoord<InGesprek>>
  /** A telephone, a guest, or a code that nobody used: who has that key or code is let in no more. */
  readonly haalWeg: (wie: Belwerker, gesprek: string, deelnemer: string) => Promise<Belantwoord<InGesprek>>
  /** As the line tells it. */
  readonly meldTelefoon: (
    gesprek: string,
    deelnemer: string,
    hoe: Telefoonnieuws,
    lijn?: string,
  ) => Promise<boolean>
  /** Whether a telephone is in the call still, or on the way; of one that answered it is kept that it is there. */
  readonly leeftTelefoon: (gesprek: string, deelnemer: string) => Promise<boolean>
  /** Writes what time alone did to a call, so that whoever has it before them hears of it. */
  readonly naTijd: (gesprek: string) => Promise<void>
  /** No browser of anybody in it was heard for `STIL_MS`: it is over. */
  readonly sluitStil: (gesprek: string) => Promise<void>
  /** `undefined`: there is no such call, or they are not in it. */
  readonly alsMedewerker: (wie: Belwerker, gesprek: string) => Promise<InGesprek | undefined>
  /** By the key of their browser, while they are in the call. */
  readonly alsGast: (sleutel: string) => Promise<InGesprek | undefined>
  /** Wrong, used, expired, of nobody: one answer. */
  readonly metCode: (code: string) => Promise<{ readonly sleutel: string } | undefined>
  readonly zet: (
    wie: InGesprek,
    hoe: { readonly isGedempt: boolean; readonly staatInWacht: boolean },
  ) => Promise<Belantwoord<InGesprek>>
  readonly gaWeg: (wie: Pick<InGesprek, 'deelnemer'> & { gesprek: { id: string } }) => Promise<void>
  /** Asked at every message that one sends to the other. */
  readonly magSeinen: (gesprek: string, van: string, aan: string) => Promise<boolean>
}

export interface GesprekDelen {
  readonly store: GesprekStore
  /**
   * Whoever is in it hears that it changed, on every node. `isOokLijst`: also whoever has a list of calls before them; not
   * when somebody only muted themselves. `los`: lines on which somebody has to hang up by now.
   */
  readonly gewijzigd: (gesprek: Belgesprek, isOokLijst: boolean, los: readonly Losgelaten[]) => void
  /** Whether people of that organisation can log in here: at no other one it would ring for anybody. */
  readonly isHier: (organisatie: OrganisatieId) => boolean
  /** How many telephones are dialled in one call, and by one professional in an hour. */
  readonly telefoon?: { readonly perGesprek: number; readonly perUur: number } | undefined
  readonly nu: () => Date
  readonly toeval: Toeval
}

/** Named limit: so often is tried again when somebody else wrote first. */
const pogingen = 8

export function createGesprekken({
  store,
  gewijzigd,
  isHier,
  telefoon = { perGesprek: 4, perUur: 20 },
  nu,
  toeval,
}: GesprekDelen): Gesprekken {
  const nuMs = () => nu().getTime()
  const nieuwId = (bytes: number) => Buffer.from(toeval(bytes)).toString('base64url')
  const bewaar = async (
    na: Belgesprek,
    { isOokLijst = true, isWeg }: { readonly isOokLijst?: boolean; readonly isWeg?: string | undefined } = {},
  ): Promise<boolean> => {
    const { gesprek, los } = scheidLijnen(na)
    if ((await store.bewaar(gesprek, isOokLijst)) !== 'ok') return false
    gewijzigd(
      gesprek,
      isOokLijst,
      los.filter(({ deelnemer }) => deelnemer !== isWeg),
    )
    return true
  }
  const voerUit = async (
    id: string,
    maak: (gesprek: Belgesprek) => Belopdracht | undefined | Promise<Belopdracht | undefined>,
  ): Promise<Belantwoord<Belgesprek>> => {
    for (let keer = 0; keer < pogingen; keer++) {
      const gesprek = await store.vind(id)
      const nuGesprek = gesprek && naTijd(gesprek, nuMs())
      const opdracht = nuGesprek && (await maak(nuGesprek))
      if (gesprek === undefined || opdracht === undefined) return nietGevonden
      const uitkomst = doeInGesprek(gesprek, opdracht, nuMs())
      if (uitkomst.status === 'geweigerd') return uitkomst
      // Time may have changed it as well; what is written follows what was read by one.
      const isOokLijst = opdracht.soort !== 'zet' || nuGesprek !== gesprek
      const isWeg = opdracht.soort === 'ga-weg' && opdracht.isVanLijn ? opdracht.deelnemer : undefined
      if (await bewaar({ ...uitkomst.gesprek, nr: gesprek.nr + 1 }, { isOokLijst, isWeg }))
        return { status: 'ok', uitkomst: { ...uitkomst.gesprek, nr: gesprek.nr + 1 } }
    }
    return { status: 'geweigerd', reden: 'druk' }
  }
  const opgeroepen = async (wie: Belwerker, gesprek: Belgesprek): Promise<Deelnemer | undefined> => {
    const van = gesprek.deelnemers.find((een) => een.stand === 'gaat-over' && isVoor(een, wie))
    return van !== undefined && (await magHierin(wie, gesprek)) ? van : undefined
  }
  const alsMedewerker: Gesprekken['alsMedewerker'] = async (wie, id) => {
    const gesprek = await store.vind(id)
    const eigen = gesprek && eigenIn(naTijd(gesprek, nuMs()), wie)
    return gesprek && eigen && (await magHierin(wie, gesprek)) ? { gesprek, deelnemer: eigen.id } : undefined
  }
  const voegBij = (wie: Belwerker, id: string, partij: Belpartij, nieuwe: string) =>
    voerUit(id, async (gesprek) => {
      const eigen = eigenIn(gesprek, wie)
      return eigen && (await magHierin(wie, gesprek))
        ? { soort: 'roep-erbij', door: eigen.id, id: nieuwe, partij }
        : undefined
    })
  return {
    bel: async (wie, { organisatie, medewerker: wieGebeld, ketenzaak, id }) => {
      if (organisatie !== undefined && !isHier(organisatie)) return nietGevonden
      if (ketenzaak !== undefined && !(await wie.magZaak(ketenzaak))) return nietGevonden
      const { medewerker, naam } = wie
      const door: Belpartij = {
        ...{ soort: 'medewerker', organisatie: wie.organisatie, medewerker },
        ...(naam !== undefined && { naam }),
      }
      const gesprek = beginGesprek(
        {
          ...{ id: id ?? nieuwId(16), ketenzaak, door: { id: nieuwId(8), partij: door } },
          roep: organisatie && {
            id: nieuwId(8),
            partij: {
              ...{ soort: 'medewerker', organisatie },
              ...(wieGebeld !== undefined && { medewerker: wieGebeld }),
            },
          },
        },
        nuMs(),
      )
      const [eigen] = gesprek.deelnemers
      if (eigen === undefined || !(await bewaar(gesprek))) return { status: 'geweigerd', reden: 'druk' }
      return { status: 'ok', uitkomst: { gesprek, deelnemer: eigen.id } }
    },
    lijst: async (wie) => {
      const gaatOver: InGesprek[] = []
      const ingesprek: InGesprek[] = []
      for (const een of await store.vanOrganisatie(wie)) {
        const gesprek = naTijd(een, nuMs())
        const eigen = eigenIn(gesprek, wie)
        if (eigen !== undefined) {
          ingesprek.push({ gesprek, deelnemer: eigen.id })
          continue
        }
        const van = await opgeroepen(wie, gesprek)
        if (van !== undefined) gaatOver.push({ gesprek, deelnemer: van.id })
      }
      return { gaatOver, in: ingesprek }
    },
    lijstnummer: (wie) => store.gewijzigd(wie),
    neemOp: async (wie, id) => {
      const { medewerker, naam } = wie
      let deelnemer = ''
      const uitslag = await voerUit(id, async (gesprek) => {
        const van = await opgeroepen(wie, gesprek)
        if (van === undefined) return undefined
        deelnemer = van.id
        const wieNeemt = { medewerker, ...(naam !== undefined && { naam }) }
        return { soort: 'neem-op', deelnemer, wie: wieNeemt }
      })
      return metDeelnemer(uitslag, deelnemer)
    },
    weiger: async (wie, id) => {
      let deelnemer = ''
      const uitslag = await voerUit(id, async (gesprek) => {
        const van = await opgeroepen(wie, gesprek)
        deelnemer = van?.id ?? ''
        return van && { soort: 'weiger', deelnemer }
      })
      return metDeelnemer(uitslag, deelnemer)
    },
    roepErbij: async (wie, id, organisatie) => {
      if (!isHier(organisatie)) return nietGevonden
      const nieuwe = nieuwId(8)
      return metDeelnemer(await voegBij(wie, id, { soort: 'medewerker', organisatie }, nieuwe), nieuwe)
    },
    nodigUit: async (wie, id, als) => {
      const code = schrijfCode(toeval(16))
      const partij: Belpartij = { soort: 'gast', als, ingang: ingangVan('code', code), isBinnen: false }
      const deelnemer = nieuwId(8)
      const uitslag = await voegBij(wie, id, partij, deelnemer)
      return uitslag.status === 'ok' ? { status: 'ok', uitkomst: { code, deelnemer } } : uitslag
    },
    roepTelefoon: (wie, id, als) =>
      // Two presses at once: the second counts the first one.
      store.omDeBeurt(wie, async () => {
        const nieuwe = nieuwId(8)
        const gebeldMs = nuMs()
        const lopend = await store.geweest(wie)
        if (telGebeld(lopend, wie, gebeldMs - UUR_MS) >= telefoon.perUur) return teVaak
        let isTeVaak = false
        const uit = await voerUit(id, async (gesprek) => {
          const eigen = eigenIn(gesprek, wie)
          if (eigen === undefined || !(await magHierin(wie, gesprek))) return undefined
          // Counted in what is written over: somebody else in it may dial at the same moment.
          isTeVaak = gesprek.deelnemers.filter(isTelefoon).length >= telefoon.perGesprek
          if (isTeVaak) return undefined
          const partij = { soort: 'telefoon', als, door: eigen.id, gebeldMs } as const
          return { soort: 'roep-erbij', door: eigen.id, id: nieuwe, partij }
        })
        return isTeVaak ? teVaak : metDeelnemer(uit, nieuwe)
      }),
    haalWeg: async (wie, id, deelnemer) => {
      const uitslag = await voerUit(id, async (gesprek) => {
        const eigen = eigenIn(gesprek, wie)
        return eigen && (await magHierin(wie, gesprek))
          ? { soort: 'haal-weg', door: eigen.id, deelnemer }
          : undefined
      })
      return metDeelnemer(uitslag, deelnemer)
    },
    meldTelefoon: async (id, deelnemer, hoe, lijn) =>
      (await voerUit(id, () => opdrachtVan(deelnemer, hoe, lijn))).status === 'ok',
    leeftTelefoon: async (id, deelnemer) => {
      for (let keer = 0; keer < pogingen; keer++) {
        const gesprek = await store.vind(id)
        if (gesprek === undefined) return false
        const nu = naTijd(gesprek, nuMs())
        const { stand } = nu.deelnemers.find((een) => een.id === deelnemer) ?? {}
        if (nu.beeindigdMs !== undefined || stand !== 'in-gesprek') return stand === 'gaat-over'
        const uit = doeInGesprek(gesprek, { soort: 'telefoon-leeft', deelnemer }, nuMs())
        if (uit.status === 'geweigerd') return false
        // Nobody sees it change: it is told to nobody, unless time did something as well.
        const na = { ...uit.gesprek, nr: gesprek.nr + 1 }
        if (nu === gesprek ? (await store.bewaar(na, false)) === 'ok' : await bewaar(na)) return true
      }
      // So busy is it with others that somebody is in it for certain.
      return true
    },
    naTijd: async (id) => {
      const gesprek = await store.vind(id)
      const na = gesprek && naTijd(gesprek, nuMs())
      // Whoever was ahead told it already.
      if (gesprek && na && na !== gesprek) await bewaar({ ...na, nr: gesprek.nr + 1 })
    },
    sluitStil: async (id) => {
      await voerUit(id, () => ({ soort: 'is-stil' }))
    },
    alsMedewerker,
    alsGast: async (sleutel) => {
      const ingang = ingangVan('sleutel', sleutel)
      const gesprek = await store.vindBijIngang(ingang)
      const eigen = gesprek && gastMet(naTijd(gesprek, nuMs()), ingang)
      return gesprek && eigen?.stand === 'in-gesprek' ? { gesprek, deelnemer: eigen.id } : undefined
    },
    metCode: async (getypt) => {
      const code = leesUitnodigingscode(getypt)
      if (code === undefined) return undefined
      const ingang = ingangVan('code', code)
      const bij = await store.vindBijIngang(ingang)
      if (bij === undefined) return undefined
      const sleutel = nieuwId(32)
      const uitslag = await voerUit(bij.id, (gesprek) => {
        const eigen = gastMet(gesprek, ingang)
        const wie = { sleutelhash: ingangVan('sleutel', sleutel) }
        return eigen && { soort: 'neem-op', deelnemer: eigen.id, wie }
      })
      return uitslag.status === 'ok' ? { sleutel } : undefined
    },
    zet: async ({ gesprek: { id }, deelnemer }, hoe) =>
      metDeelnemer(await voerUit(id, () => ({ soort: 'zet', deelnemer, ...hoe })), deelnemer),
    gaWeg: async ({ gesprek: { id }, deelnemer }) => {
      await voerUit(id, () => ({ soort: 'ga-weg', deelnemer }))
    },
    magSeinen: async (id, van, aan) => {
      const gesprek = await store.vind(id)
      return gesprek !== undefined && magSeinen(gesprek, van, aan, nuMs())
    },
  }
}

const teVaak = { status: 'geweigerd', reden: 'te-vaak' } as const

const nietGevonden = { status: 'geweigerd', reden: 'niet-gevonden' } as const

function opdrachtVan(deelnemer: string, hoe: Telefoonnieuws, lijn: string | undefined): Belopdracht {
  if (hoe === 'opgenomen') return { soort: 'neem-op', deelnemer, wie: { lijn } }
  if (hoe === 'opgehangen') return { soort: 'ga-weg', deelnemer, isVanLijn: true }
  return { soort: 'weiger', deelnemer, hoe: hoe === 'geweigerd' ? undefined : hoe }
}

function metDeelnemer(uitslag: Belantwoord<Belgesprek>, deelnemer: string): Belantwoord<InGesprek> {
  return uitslag.status === 'ok'
    ? { status: 'ok', uitkomst: { gesprek: uitslag.uitkomst, deelnemer } }
    : uitslag
}

/** A call about a case is for who may see the case; any other for who was called. */
async function magHierin(wie: Belwerker, { ketenzaak }: Belgesprek): Promise<boolean> {
  return ketenzaak === undefined || (await wie.magZaak(ketenzaak))
}

function isVoor({ partij }: Deelnemer, { organisatie, medewerker }: Belwerker): boolean {
  return (
    partij.soort === 'medewerker' &&
    partij.organisatie === organisatie &&
    (partij.medewerker === undefined || partij.medewerker === medewerker)
  )
}

function eigenIn(gesprek: Belgesprek, { organisatie, medewerker }: Belwerker): Deelnemer | undefined {
  return gesprek.deelnemers.find(
    (een) => isIn(gesprek, een.id) && isVanMedewerker(een, organisatie, medewerker),
  )
}

function gastMet({ deelnemers }: Belgesprek, ingang: string): Deelnemer | undefined {
  return deelnemers.find(({ partij }) => partij.soort === 'gast' && partij.ingang === ingang)
}

/** What is kept of a code or a key: enough to know it again. */
export function ingangVan(soort: 'code' | 'sleutel', geheim: string): string {
  return createHash('sha256').update(`voordeur gesprek ${soort}|${geheim}`).digest('hex')
}
