import {
  Geheugen,
  type Gevonden,
  type Json,
  type Rij,
  type Soort,
  type ZgwOpslag,
  type ZgwSchrijver,
  type Zoekvraag,
} from '../../zgw/aanbieder/index.ts'
import type { Notificatie } from '../../zgw/index.ts'
import type { Bevolking } from '../bevolking/bevolking.ts'
import { type Geplaatst, maakCatalogus } from './catalogus.ts'
import { maakDossier, type Omgeving } from './dossier.ts'
import { type Draad, maakDraden, rondeOp } from './draden.ts'
import { maakPlan, momentenVan } from './plan.ts'
import { isUitZaad } from './sleutel.ts'
import { inhoudVan } from './stukken.ts'

/** Of each thread the case that runs, and the one before it. */
const rondesPerDraad = 2

/**
 * The cases of one organisation. Made when somebody asks for the first time; after that it keeps up with the clock each
 * time it is asked, and says what changed. What clients add stays as long as the case does; what they change in a case
 * stays until its next event.
 */
export class Zaakregister implements ZgwOpslag {
  readonly #omgeving: Omgeving
  readonly #bevolking: Bevolking
  readonly #nu: () => Date
  readonly #geheugen = new Geheugen()
  readonly #staat = new Map<number, ReadonlyMap<string, Geplaatst>>()
  #draden: readonly Draad[] | undefined
  /** Per thread when it changes next. */
  readonly #volgende = new Map<number, number>()
  #eerstvolgendeMs = Number.POSITIVE_INFINITY
  #bijMs = Number.POSITIVE_INFINITY
  #berichten: Notificatie[] = []
  /** Whether anybody wants to hear of changes; without, none are kept. */
  isBeluisterd = false

  constructor(omgeving: Omgeving, bevolking: Bevolking, nu: () => Date) {
    this.#omgeving = omgeving
    this.#bevolking = bevolking
    this.#nu = nu
  }

  /** What happened since this was asked before, oldest first. */
  neemBerichten(): Notificatie[] {
    this.werkBij()
    const berichten = this.#berichten
    this.#berichten = []
    return berichten
  }

  meld = (bericht: Notificatie): void => {
    if (this.isBeluisterd) this.#berichten.push(bericht)
  }

  haal = (soort: Soort, url: string): Promise<Rij | undefined> => {
    this.werkBij()
    return this.#geheugen.haal(soort, url)
  }

  zoek = (soort: Soort, vraag: Zoekvraag): Promise<Gevonden> => {
    this.werkBij()
    return this.#geheugen.zoek(soort, vraag)
  }

  inhoud = async (url: string): Promise<Uint8Array | undefined> => {
    const eigen = await this.#geheugen.inhoud(url)
    if (eigen !== undefined || !isUitZaad(url)) return eigen
    const document = await this.haal('enkelvoudiginformatieobjecten', url)
    return document && inhoudVan(document)
  }

  samen = <T>(doe: (schrijver: ZgwSchrijver) => Promise<T>): Promise<T> => {
    this.werkBij()
    return this.#geheugen.samen(doe)
  }

  /** Up to now. The first time nothing is told: there was nobody to tell. */
  werkBij(): void {
    const nuMs = this.#nu().getTime()
    if (this.#draden === undefined) {
      for (const [soort, rij] of maakCatalogus(this.#omgeving.organisatie, this.#omgeving.typen)) {
        this.#geheugen.leg(soort, rij)
      }
      this.#draden = maakDraden(this.#omgeving.organisatie, this.#bevolking)
    }
    if (nuMs < this.#bijMs) {
      // The first time, or a clock that was put back: all of it again, and nothing to tell.
      for (const draad of this.#draden) this.#zetDraad(draad, nuMs)
    } else if (nuMs >= this.#eerstvolgendeMs) this.#zetWatNodigIs(this.#draden, nuMs)
    else return
    this.#bijMs = nuMs
    this.#eerstvolgendeMs = Math.min(...this.#volgende.values())
  }

  #zetWatNodigIs(draden: readonly Draad[], nuMs: number): void {
    for (const draad of draden) {
      if ((this.#volgende.get(draad.nr) ?? 0) > nuMs) continue
      for (const bericht of this.#zetDraad(draad, nuMs)) this.meld(bericht)
    }
  }

  #zetDraad(draad: Draad, nuMs: number): Notificatie[] {
    const ronde = rondeOp(draad, nuMs)
    const nieuw = new Map<string, Geplaatst>()
    const momenten = [draad.beginMs + (ronde + 1) * draad.periodeMs]
    const { organisatie } = this.#omgeving
    for (let i = rondesPerDraad - 1; i >= 0; i--) {
      const plan = maakPlan(organisatie.id, draad, ronde - i, organisatie.gewoonten)
      momenten.push(...momentenVan(plan).filter((ms) => ms > nuMs))
      for (const deel of maakDossier(this.#omgeving, plan, nuMs)) nieuw.set(deel[1].url, deel)
    }
    const oud = this.#staat.get(draad.nr) ?? new Map<string, Geplaatst>()
    this.#staat.set(draad.nr, nieuw)
    this.#volgende.set(draad.nr, Math.min(...momenten))
    for (const [url, [soort]] of oud) if (!nieuw.has(url)) this.#geheugen.haalWeg(soort, url)
    for (const [url, [soort, rij]] of nieuw) {
      const eerder = oud.get(url)?.[1]
      if (eerder !== undefined && JSON.stringify(eerder) === JSON.stringify(rij)) continue
      this.#geheugen.leg(soort, soort === 'zaken' ? this.#metEigen(rij) : rij)
    }
    return verschil(oud, nieuw, new Date(nuMs).toISOString())
  }

  /** What a client tied to the case stays tied. */
  #metEigen(zaak: Rij): Rij {
    const staat = this.#geheugen.pak('zaken', zaak.url)
    if (staat === undefined) return zaak
    const lijsten = ['zaakinformatieobjecten', 'rollen'].map((veld) => {
      const eigen = lijst(staat[veld]).filter((url) => !isUitZaad(url))
      return [veld, [...lijst(zaak[veld]), ...eigen]] as const
    })
    return { ...zaak, ...Object.fromEntries(lijsten) }
  }
}

const lijst = (waarde: Json | undefined): readonly string[] =>
  Array.isArray(waarde) ? waarde.map(String) : []

const enkelvoud: Partial<Record<Soort, string>> = {
  zaken: 'zaak',
  statussen: 'status',
  rollen: 'rol',
  resultaten: 'resultaat',
  zaakinformatieobjecten: 'zaakinformatieobject',
  zaakbesluiten: 'zaakbesluit',
}

/** In the order of a register: the case, its parts, then what changed in it; a case that went takes its parts along. */
function verschil(
  oud: ReadonlyMap<string, Geplaatst>,
  nieuw: ReadonlyMap<string, Geplaatst>,
  aanmaakdatum: string,
): Notificatie[] {
  const zaken = new Map([...oud, ...nieuw].filter(([, [soort]]) => soort === 'zaken'))
  const meld = (soort: Soort, rij: Rij, actie: string): Notificatie[] => {
    const resource = enkelvoud[soort]
    const zaak = soort === 'zaken' ? rij : zaken.get(String(rij.zaak))?.[1]
    if (resource === undefined || zaak === undefined) return []
    const kenmerken = Object.fromEntries(
      ['bronorganisatie', 'zaaktype', 'vertrouwelijkheidaanduiding'].map((veld) => [
        veld,
        String(zaak[veld]),
      ]),
    )
    return [
      {
        kanaal: 'zaken',
        hoofdObject: zaak.url,
        resource,
        resourceUrl: rij.url,
        actie,
        aanmaakdatum,
        kenmerken,
      },
    ]
  }
  const weg = [...oud].filter(([url, [soort]]) => soort === 'zaken' && !nieuw.has(url))
  const erbij = [...nieuw].filter(([url]) => !oud.has(url))
  const anders = [...nieuw].filter(([url, [soort, rij]]) => {
    const eerder = oud.get(url)?.[1]
    return soort === 'zaken' && eerder !== undefined && JSON.stringify(eerder) !== JSON.stringify(rij)
  })
  return [
    ...weg.flatMap(([, [soort, rij]]) => meld(soort, rij, 'destroy')),
    ...erbij.flatMap(([, [soort, rij]]) => meld(soort, rij, 'create')),
    ...anders.flatMap(([, [soort, rij]]) => meld(soort, rij, 'partial_update')),
  ]
}
