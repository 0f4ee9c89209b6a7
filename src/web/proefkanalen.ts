/** For tests of pages: how people are reached and what lies in their inbox, in memory. What a store does is tested there. */
import type { PersoonId } from '../domain/index.ts'
import {
  type Bericht,
  type Berichten,
  type Bijlage,
  bereiksleutel,
  type Contactadres,
  keuzeFouten,
  leesAdres,
  maxAdressen,
  type Postbus,
  type Verklaring,
  type Verloop,
  type Voorkeurregel,
} from '../kanalen/index.ts'
import type { Kanaalbronnen } from './pages/kanalen/bronnen.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import { proefdag } from './proefweb.ts'

export const proefcode = '123456'

export interface Proefkanalen extends Kanaalbronnen {
  readonly regels: Map<string, Voorkeurregel>
  readonly verklaringen: Verklaring[]
  readonly adressenlijst: Contactadres[]
  /** How many codes were sent. */
  readonly verstuurd: string[]
}

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Where nobody may get at messages or at how somebody is reached: whoever does is refused. */
export function geenKanalen(
  nooit: () => Promise<never>,
): Pick<MijnBronnen, 'berichten' | 'postbus' | 'kanalen'> {
  return {
    berichten: { kent: nooit, isVan: nooit, stuur: nooit, open: nooit },
    postbus: {
      lijst: nooit,
      zoek: nooit,
      bekijk: nooit,
      markeer: nooit,
      bijlage: nooit,
      stuurDoor: nooit,
      vraagPapier: nooit,
      verloop: nooit,
    },
    kanalen: {
      voorkeuren: { haal: nooit, wijzig: nooit },
      adressen: { voegToe: nooit, stuurCode: nooit, bevestig: nooit, wis: nooit },
    },
  }
}

/** Of one person at a time. `gezien`: told about whom something is read or written. */
export function proefkanalen({
  gezien = () => {},
  heeftWeg = true,
}: {
  readonly gezien?: (over: PersoonId) => void
  readonly heeftWeg?: boolean
} = {}): Proefkanalen {
  const regels = new Map<string, Voorkeurregel>()
  const verklaringen: Verklaring[] = []
  const adressenlijst: Contactadres[] = []
  const verstuurd: string[] = []
  const zetAdres = (welk: string, deel: Partial<Contactadres>): void => {
    const plaats = adressenlijst.findIndex((een) => een.id === welk)
    const was = adressenlijst[plaats]
    if (was !== undefined) adressenlijst[plaats] = { ...was, ...deel }
  }
  return {
    regels,
    verklaringen,
    adressenlijst,
    verstuurd,
    voorkeuren: {
      async haal({ persoon }) {
        gezien(persoon)
        return { regels: [...regels.values()], verklaringen: [...verklaringen], adressen: [...adressenlijst] }
      },
      async wijzig({ persoon, door }, maak) {
        gezien(persoon)
        const beeld = {
          regels: [...regels.values()],
          verklaringen: [...verklaringen],
          adressen: [...adressenlijst],
        }
        const { keuzes = [], verklaar = [], trekIn = [] } = maak(beeld)
        const gekozen = keuzes.filter(({ keuze }) => Object.keys(keuze).length > 0)
        const fouten = gekozen.flatMap(({ keuze }) => keuzeFouten(keuze, persoon))
        if (fouten.length > 0) return { status: 'ongeldig', fouten }
        for (const { bereik } of keuzes) regels.delete(bereiksleutel(bereik))
        for (const regel of gekozen) regels.set(bereiksleutel(regel.bereik), regel)
        for (const wat of verklaar)
          verklaringen.unshift({ ...wat, id: id(verklaringen.length + 1), persoon, vanaf: proefdag, door })
        for (const [plaats, was] of verklaringen.entries())
          if (trekIn.includes(was.id)) verklaringen[plaats] = { ...was, ingetrokken: proefdag }
        return { status: 'ok', verklaard: verklaar.length, ingetrokken: trekIn.length }
      },
    },
    adressen: {
      async voegToe({ persoon, door }, ruw) {
        gezien(persoon)
        const adres = leesAdres(ruw)
        if (typeof adres === 'string') return { status: 'ongeldig', fout: adres }
        if (adressenlijst.filter((een) => een.adres.soort === adres.soort).length >= maxAdressen)
          return { status: 'ongeldig', fout: 'te-veel' }
        const nieuw = {
          id: id(100 + adressenlijst.length),
          persoon,
          adres,
          vanaf: proefdag,
          door,
          mislukt: 0,
        }
        adressenlijst.push(nieuw)
        return { status: 'ok', id: nieuw.id }
      },
      async stuurCode(_houder, welk) {
        if (!adressenlijst.some((een) => een.id === welk)) return 'onbekend'
        if (!heeftWeg) return 'geen-weg'
        verstuurd.push(welk)
        return 'gestuurd'
      },
      async bevestig(_houder, welk, code) {
        if (code !== proefcode) return 'onjuist'
        zetAdres(welk, { bevestigd: proefdag })
        return 'bevestigd'
      },
      async wis(_houder, welk) {
        const plaats = adressenlijst.findIndex((een) => een.id === welk)
        return plaats >= 0 && adressenlijst.splice(plaats, 1).length === 1
      },
    },
  }
}

export interface Proefpost {
  readonly berichten: Berichten
  readonly postbus: Postbus
  /** To whom what was sent on. */
  readonly door: { readonly id: string; readonly helper: PersoonId }[]
}

/** An inbox with these messages, whoever it is of; empty when nothing is said. */
export function proefpost(
  begin: readonly Bericht[] = [],
  {
    bijlagen = new Map(),
    gezien = () => {},
    verloop,
  }: {
    readonly bijlagen?: ReadonlyMap<string, Bijlage>
    readonly gezien?: (over: PersoonId) => void
    readonly verloop?: Verloop
  } = {},
): Proefpost {
  const rijen = new Map(begin.map((bericht) => [bericht.id, bericht]))
  const door: Proefpost['door'] = []
  const van = (persoon: PersoonId) => [...rijen.values()].filter((een) => een.persoon === persoon)
  const vind = (persoon: PersoonId, welk: string) => van(persoon).find((een) => een.id === welk)
  return {
    door,
    berichten: {
      kent: async () => false,
      isVan: async (persoon, welk) => vind(persoon, welk) !== undefined,
      stuur: async () => 'gestuurd',
      async open({ persoon, lezer, isBedrijf = false }, welk) {
        gezien(persoon)
        const bericht = vind(persoon, welk)
        if (bericht === undefined) return undefined
        const isEigen = lezer === persoon || isBedrijf
        const open = { ...bericht, isGelezen: true, ...(isEigen && { geopend: bericht.geopend ?? proefdag }) }
        rijen.set(welk, open)
        return open
      },
    },
    postbus: {
      async lijst({ persoon }, { map, van: wie, alleenNieuw }) {
        gezien(persoon)
        const hier = van(persoon).filter((een) => een.isGearchiveerd === (map === 'archief'))
        const afzender = ({ inhoud }: Bericht) => inhoud.van ?? 'ons'
        const past = (een: Bericht) =>
          (wie === undefined || afzender(een) === wie) && !(alleenNieuw && een.isGelezen)
        return { berichten: hier.filter(past), afzenders: new Set(hier.map(afzender)) }
      },
      async zoek({ persoon }, woorden) {
        gezien(persoon)
        const klein = woorden.toLowerCase()
        return van(persoon).filter((een) => JSON.stringify(een.inhoud).toLowerCase().includes(klein))
      },
      async bekijk({ persoon }, welk) {
        gezien(persoon)
        return vind(persoon, welk)
      },
      async markeer({ persoon }, welk, als) {
        gezien(persoon)
        const bericht = vind(persoon, welk)
        if (bericht === undefined) return false
        const deel =
          als === 'archief' || als === 'postvak'
            ? { isGearchiveerd: als === 'archief' }
            : { isGelezen: als === 'gelezen' }
        rijen.set(welk, { ...bericht, ...deel })
        return true
      },
      bijlage: async (persoon, welk, nummer) => vind(persoon, welk) && bijlagen.get(`${welk}/${nummer}`),
      async stuurDoor(_persoon, welk, helper) {
        door.push({ id: welk, helper })
        return 'gestuurd'
      },
      vraagPapier: async (_wie, welk) => (rijen.has(welk) ? 'gevraagd' : 'onbekend'),
      verloop: async () => verloop,
    },
  }
}
