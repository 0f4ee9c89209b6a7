/** Use cases of the note after a call: who is asked, what they write, and how it comes into the chain case. */
import { ontzegel, type Sleutelring, verzegel } from '../audit/index.ts'
import type { Toeval } from '../domain/index.ts'
import type { Loket, Weigering } from '../loket/index.ts'
import type { OproepStore } from './dienst-store.ts'
import { type Belgesprek, naTijd } from './gesprek/belgesprek.ts'
import type { GesprekStore } from './gesprek/gesprek-store.ts'
import { type Belwerker, ingangVan } from './gesprekken.ts'
import {
  type Gespreksnotitie,
  isGevoerd,
  isGevraagd,
  metIngangen,
  type Notitieinhoud,
  type Notitieschrijver,
  nieuweNotitie,
  type Schrijfuitkomst,
  schrijfBij,
  wachtOpPlan,
  wasErbij,
  zegNiets,
} from './gespreksnotitie.ts'
import { type Lijngesprek, lijngesprekVan } from './lijngesprek.ts'
import { type Notitiewerker, zetInZaak } from './notitie-in-zaak.ts'
import type { NotitieStore } from './notitie-store.ts'

export interface Notitiebeeld {
  readonly gesprek: Belgesprek
  /** Absent: nobody wrote anything yet. */
  readonly notitie?: Gespreksnotitie
  /** About which it is, also when that was said after the call. */
  readonly ketenzaak?: string
  /** What it is about, when it came of a line. */
  readonly lijn?: Lijngesprek
}

export type Notitieuitslag =
  | {
      readonly status: 'ok'
      readonly notitie: Gespreksnotitie
      /** Why it is not in the case, or not all of it; what was written is kept. */
      readonly weigering?: Weigering['reden'] | 'conflict'
    }
  | { readonly status: 'conflict'; readonly notitie: Gespreksnotitie }
  | { readonly status: 'vol' | 'niet-gevonden' | 'druk' }

export interface Notities {
  /** Calls that they were in and of which nobody wrote anything; newest first. */
  readonly open: (wie: Belwerker) => Promise<readonly Belgesprek[]>
  /** `undefined`: there is no such call, nobody spoke in it, or they were not in it. */
  readonly lees: (wie: Belwerker, gesprek: string) => Promise<Notitiebeeld | undefined>
  readonly schrijf: (
    wie: Notitiewerker,
    gesprek: string,
    wat: { readonly id: string; readonly gezien: number; readonly inhoud: Notitieinhoud },
  ) => Promise<Notitieuitslag>
  readonly niets: (wie: Notitiewerker, gesprek: string, gezien: number) => Promise<Notitieuitslag>
  /** Once more what did not come into the case, or for the first time into the one that they name. */
  readonly zetInZaak: (wie: Notitiewerker, gesprek: string, ketenzaak?: string) => Promise<Notitieuitslag>
  /** Notes of a case of which something is not in its plan yet, for who can see that case. */
  readonly wachtOpPlan: (wie: Belwerker, ketenzaak: string) => Promise<readonly Gespreksnotitie[]>
  /** Who may see the case brings what is not in its plan into it, also when they were not in the call. */
  readonly plan: (wie: Notitiewerker, ketenzaak: string, gesprek: string) => Promise<Notitieuitslag>
  /** By the key of a browser that was in the call: for the resident, and for nobody else who came by a code. */
  readonly voorGast: (sleutel: string) => Promise<Gespreksnotitie | undefined>
}

export interface NotitieDelen {
  readonly store: NotitieStore
  readonly gesprekken: Pick<GesprekStore, 'vind' | 'vindBijIngang' | 'geweest'>
  readonly oproepen: Pick<OproepStore, 'bijGesprek'>
  readonly loket: Pick<Loket, 'overzie' | 'doe'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
}

/** Named limit: so often is tried again when somebody else wrote first. */
const pogingen = 8

export function createNotities({
  store,
  gesprekken,
  oproepen,
  loket,
  ring,
  nu,
  toeval,
}: NotitieDelen): Notities {
  const nuMs = () => nu().getTime()
  const plek = (gesprek: string) => ({ tabel: 'gespreksnotitie', rij: gesprek, doel: 'tekst' })
  const open = (rij: Awaited<ReturnType<NotitieStore['vind']>>): Gespreksnotitie | undefined =>
    // Sealed by us, with the id as a part of it.
    rij && (JSON.parse(ontzegel(ring, plek(rij.gesprek), rij)) as Gespreksnotitie)
  const vind = async (gesprek: string) => open(await store.vind(gesprek))
  const bewaar = (notitie: Gespreksnotitie) => {
    const { gesprek, nr, ketenzaak, ingangen, begonnenMs } = notitie
    const zegel = verzegel(ring, plek(gesprek), JSON.stringify(notitie), { toeval })
    return store.bewaar({ gesprek, nr, ketenzaak, ingangen, begonnen: new Date(begonnenMs), ...zegel })
  }
  /** `zaak`: in which case it belongs, also for who may not see that. */
  const leesMetZaak = async (wie: Belwerker, id: string) => {
    const is = await gesprekken.vind(id)
    const gesprek = is && naTijd(is, nuMs())
    if (gesprek === undefined || !wasErbij(gesprek, wie.organisatie, wie.medewerker)) return undefined
    const notitie = await vind(id)
    if (!isGevoerd(gesprek)) return undefined
    const oproep = await oproepen.bijGesprek(id)
    const lijn = await lijngesprekVan(oproep, wie)
    const zaak = notitie?.ketenzaak ?? gesprek.ketenzaak ?? oproep?.ketenzaak
    // Who answered somebody's line writes about what they said, and need not see that case.
    const isVanBuiten = zaak !== undefined && !(await wie.magZaak(zaak))
    if (isVanBuiten && zaak !== oproep?.ketenzaak) return undefined
    const beeld: Notitiebeeld = {
      ...{ gesprek, ...(notitie && { notitie }), ...(lijn && { lijn }) },
      ...(zaak !== undefined && !isVanBuiten && { ketenzaak: zaak }),
    }
    return { beeld, zaak, isVanBuiten }
  }
  const wijzig = async (
    wie: Notitiewerker,
    id: string,
    maak: (notitie: Gespreksnotitie, isVanBuiten: boolean) => Schrijfuitkomst,
    metBuiten = false,
  ): Promise<Notitieuitslag> => {
    for (let keer = 0; keer < pogingen; keer++) {
      const gelezen = await leesMetZaak(wie, id)
      if (gelezen === undefined) return { status: 'niet-gevonden' }
      const { beeld, zaak, isVanBuiten } = gelezen
      const { gesprek, notitie } = beeld
      const is = notitie ? metIngangen(notitie, gesprek) : nieuweNotitie(gesprek)
      const uit = maak(zaak === undefined ? is : { ...is, ketenzaak: zaak }, isVanBuiten)
      if (uit.status === 'conflict' || uit.status === 'vol') return uit
      if (uit.status === 'was-er-al' || (await bewaar(uit.notitie)) === 'ok')
        return isVanBuiten ? { status: 'ok', notitie: uit.notitie } : land(wie, uit.notitie, metBuiten)
    }
    return { status: 'druk' }
  }
  const land = async (
    wie: Notitiewerker,
    notitie: Gespreksnotitie,
    metBuiten: boolean,
  ): Promise<Notitieuitslag> => {
    let nieuw = notitie
    const weigering = await zetInZaak({ loket, wie, metBuiten }, notitie, async (wijs) => {
      for (let keer = 0; keer < pogingen; keer++) {
        const volgende = wijs(nieuw)
        if ((await bewaar(volgende)) === 'ok') {
          nieuw = volgende
          return
        }
        // What came into the case is there; that it is, is written on whatever others wrote meanwhile.
        nieuw = (await vind(notitie.gesprek)) ?? nieuw
      }
    })
    return { status: 'ok', notitie: nieuw, ...(weigering !== undefined && { weigering }) }
  }
  const schrijver = ({ organisatie, medewerker, naam }: Belwerker): Notitieschrijver => ({
    ...{ organisatie, medewerker },
    ...(naam !== undefined && { naam }),
  })
  return {
    async open(wie) {
      const rij = (await gesprekken.geweest(wie))
        .map((een) => naTijd(een, nuMs()))
        .filter((een) => isGevraagd(een, wie.organisatie, wie.medewerker))
      const af = rij.length === 0 ? new Set() : await store.geschreven(rij.map(({ id }) => id))
      return rij.filter(({ id }) => !af.has(id))
    },
    lees: async (wie, id) => (await leesMetZaak(wie, id))?.beeld,
    schrijf: (wie, gesprek, { id, gezien, inhoud }) =>
      wijzig(wie, gesprek, (notitie, isVanBuiten) => {
        const bijdrage = { id, door: schrijver(wie), opMs: nuMs(), inhoud }
        return schrijfBij(notitie, isVanBuiten ? { ...bijdrage, isVanBuiten } : bijdrage, gezien)
      }),
    niets: (wie, gesprek, gezien) =>
      wijzig(wie, gesprek, (notitie) => zegNiets(notitie, schrijver(wie), { gezien, opMs: nuMs() })),
    zetInZaak: (wie, gesprek, ketenzaak) =>
      wijzig(
        wie,
        gesprek,
        (notitie) =>
          ketenzaak === undefined || notitie.ketenzaak !== undefined
            ? { status: 'was-er-al', notitie }
            : { status: 'ok', notitie: { ...notitie, nr: notitie.nr + 1, ketenzaak } },
        true,
      ),
    async wachtOpPlan(wie, ketenzaak) {
      if (!(await wie.magZaak(ketenzaak))) return []
      const rij = (await store.vanZaak(ketenzaak)).flatMap((een) => open(een) ?? [])
      return rij.filter(({ bijdragen }) => bijdragen.some(wachtOpPlan))
    },
    async plan(wie, ketenzaak, gesprek) {
      const notitie = (await wie.magZaak(ketenzaak)) ? await vind(gesprek) : undefined
      return notitie?.ketenzaak === ketenzaak ? land(wie, notitie, true) : { status: 'niet-gevonden' }
    },
    async voorGast(sleutel) {
      const ingang = ingangVan('sleutel', sleutel)
      const notitie = open(await store.vindBijIngang(ingang))
      // Who came in after the last word was written is not in the note yet, and in the call they are.
      const gesprek = await (notitie ? gesprekken.vind(notitie.gesprek) : gesprekken.vindBijIngang(ingang))
      // The call is kept shorter than the note.
      if (gesprek === undefined) return notitie
      const gast = gesprek.deelnemers.find(
        ({ partij }) => partij.soort === 'gast' && partij.ingang === ingang && partij.als === 'inwoner',
      )
      // Somebody began to write while a wrong one was in the call still.
      if (gast === undefined || gast.stand === 'weggehaald') return undefined
      return notitie ?? vind(gesprek.id)
    },
  }
}
