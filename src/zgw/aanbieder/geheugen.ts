import { isHoogstens } from '../waarden.ts'
import type {
  Gevonden,
  Json,
  Rij,
  Toelating,
  Voorwaarde,
  ZgwOpslag,
  ZgwSchrijver,
  Zoekvraag,
} from './opslag.ts'
import { isSoort, type Soort, verzamelingVan } from './verzamelingen.ts'

/** Resources in memory: for tests, and for whoever keeps so few that looking at all of them is nothing. */
export class Geheugen implements ZgwOpslag, ZgwSchrijver {
  readonly #soorten = new Map<Soort, Map<string, Rij>>()
  readonly #inhoud = new Map<string, Uint8Array>()
  #laatste: Promise<void> = Promise.resolve()

  haal = async (soort: Soort, url: string): Promise<Rij | undefined> => this.#van(soort).get(url)

  zoek = async (soort: Soort, vraag: Zoekvraag): Promise<Gevonden> => {
    const toetsen = vraag.voorwaarden.map((eis) => this.#toets(eis))
    const alle = this.#mogelijk(soort, vraag).filter(
      (rij) => toetsen.every((toets) => toets(rij)) && this.#mag(soort, rij, vraag),
    )
    for (const { veld, isAflopend } of [...(vraag.ordening ?? [])].reverse()) {
      alle.sort((een, ander) => vergelijk(een[veld], ander[veld]) * (isAflopend ? -1 : 1))
    }
    const vanaf = vraag.vanaf ?? 0
    const tot = vraag.aantal === undefined ? undefined : vanaf + vraag.aantal
    return { aantal: alle.length, rijen: alle.slice(vanaf, tot) }
  }

  inhoud = async (url: string): Promise<Uint8Array | undefined> => this.#inhoud.get(url)

  /** One after another; what was written is undone when it does not come to an end. */
  samen = async <T>(doe: (schrijver: ZgwSchrijver) => Promise<T>): Promise<T> => {
    const voorganger = this.#laatste
    let klaar = () => {}
    this.#laatste = new Promise((los) => {
      klaar = los
    })
    await voorganger
    const terug: (() => void)[] = []
    try {
      return await doe(this.#metTerugweg(terug))
    } catch (fout) {
      for (const stap of terug.reverse()) stap()
      throw fout
    } finally {
      klaar()
    }
  }

  zet = async (soort: Soort, rij: Rij): Promise<void> => this.leg(soort, rij)

  verwijder = async (soort: Soort, url: string): Promise<void> => this.haalWeg(soort, url)

  zetInhoud = async (url: string, inhoud: Uint8Array): Promise<void> => {
    this.#inhoud.set(url, inhoud)
  }

  leg(soort: Soort, rij: Rij): void {
    this.#van(soort).set(rij.url, rij)
  }

  haalWeg(soort: Soort, url: string): void {
    this.#van(soort).delete(url)
    this.#inhoud.delete(url)
  }

  pak(soort: Soort, url: string): Rij | undefined {
    return this.#van(soort).get(url)
  }

  #metTerugweg(terug: (() => void)[]): ZgwSchrijver {
    const onthoud = (soort: Soort, url: string) => {
      const [rij, inhoud] = [this.pak(soort, url), this.#inhoud.get(url)]
      terug.push(() => {
        if (rij === undefined) this.haalWeg(soort, url)
        else this.leg(soort, rij)
        if (inhoud !== undefined) this.#inhoud.set(url, inhoud)
      })
    }
    return {
      haal: this.haal,
      zoek: this.zoek,
      zetInhoud: (url, inhoud) => {
        const oud = this.#inhoud.get(url)
        terug.push(() => (oud === undefined ? this.#inhoud.delete(url) : this.#inhoud.set(url, oud)))
        return this.zetInhoud(url, inhoud)
      },
      zet: (soort, rij) => {
        onthoud(soort, rij.url)
        return this.zet(soort, rij)
      },
      verwijder: (soort, url) => {
        onthoud(soort, url)
        return this.verwijder(soort, url)
      },
    }
  }

  /** By address one need not look at everything. */
  #mogelijk(soort: Soort, { voorwaarden }: Zoekvraag): Rij[] {
    const rijen = this.#van(soort)
    const opUrl = voorwaarden.find((eis) => (eis.op === 'in' || eis.op === 'is') && eis.veld === 'url')
    if (opUrl === undefined) return [...rijen.values()]
    const urls = opUrl.op === 'in' ? opUrl.waarden : opUrl.op === 'is' ? [String(opUrl.waarde)] : []
    return urls.flatMap((url) => rijen.get(url) ?? [])
  }

  #van(soort: Soort): Map<string, Rij> {
    const bestaand = this.#soorten.get(soort)
    if (bestaand !== undefined) return bestaand
    const nieuw = new Map<string, Rij>()
    this.#soorten.set(soort, nieuw)
    return nieuw
  }

  /** Made once per question: a condition is tried on every row. */
  #toets(eis: Voorwaarde): Toets {
    if (eis.op === 'versie') {
      return (rij) => {
        const drager = rij.concept === undefined ? this.pak('zaaktypen', String(rij.zaaktype)) : rij
        return (drager?.concept ?? false) === eis.isConcept
      }
    }
    if (eis.op !== 'rol') return maakToets(eis)
    const toetsen = eis.met.map((deel) => this.#toets(deel))
    const rollen = this.#van('rollen')
    return (zaak) => {
      if (!Array.isArray(zaak.rollen)) return false
      return zaak.rollen.some((url) => {
        const rol = rollen.get(String(url))
        return rol !== undefined && toetsen.every((toets) => toets(rol))
      })
    }
  }

  #mag(soort: Soort, rij: Rij, { toelating }: Zoekvraag): boolean {
    return toelating === undefined || magZien(soort, rij, toelating, (s, url) => this.pak(s, url))
  }
}

/** What belongs to something that is not there belongs to nobody. */
export function magZien(
  soort: Soort,
  rij: Rij,
  toelating: readonly Toelating[],
  haal: (soort: Soort, url: string) => Rij | undefined,
): boolean {
  const { begrenzing } = verzamelingVan(soort)
  if (begrenzing === undefined) return true
  const { via, type, niveau } = begrenzing
  const over =
    via === undefined ? rij : isSoort(via.soort) ? haal(via.soort, String(rij[via.veld])) : undefined
  if (over === undefined) return false
  return toelating.some(
    (deel) =>
      (deel.type === undefined || deel.type === over[type]) &&
      (deel.maximum === undefined || niveau === undefined || isHoogstens(over[niveau], deel.maximum)),
  )
}

type Toets = (rij: Rij) => boolean
type Kaal = Exclude<Voorwaarde, { op: 'rol' | 'versie' }>

function maakToets(eis: Kaal): Toets {
  if (eis.op === 'geldig') {
    return ({ beginGeldigheid: begin, eindeGeldigheid: einde }) =>
      (typeof begin !== 'string' || begin <= eis.dag) && (typeof einde !== 'string' || eis.dag < einde)
  }
  const waardeVan = lezerVan(eis.veld)
  return (rij) => voldoet(waardeVan(rij), eis)
}

function voldoet(waarde: Json | undefined, eis: Exclude<Kaal, { op: 'geldig' }>): boolean {
  switch (eis.op) {
    case 'is':
      return waarde === eis.waarde
    case 'in':
      return typeof waarde === 'string' && eis.waarden.includes(waarde)
    case 'bevat':
      return Array.isArray(waarde) && waarde.includes(eis.waarde)
    case 'bevatEen':
      return Array.isArray(waarde) && waarde.some((deel) => eis.waarden.includes(String(deel)))
    case 'voor':
    case 'na': {
      const verschilMs = Date.parse(String(waarde)) - Date.parse(eis.waarde)
      return verschilMs === 0 ? eis.ook : eis.op === 'voor' ? verschilMs < 0 : verschilMs > 0
    }
    case 'leeg':
      return (waarde === null || waarde === undefined || waarde === '') === eis.isLeeg
    case 'binnen':
      return ligtBinnen(waarde, eis.hoeken)
    case 'hoogstens':
      return isHoogstens(waarde, eis.maximum)
    default:
      return typeof waarde === 'string' && waarde !== '' && isOrde(eis.op, waarde, eis.waarde)
  }
}

function isOrde(op: 'lt' | 'lte' | 'gt' | 'gte', een: string, ander: string): boolean {
  if (een === ander) return op === 'lte' || op === 'gte'
  return een < ander === (op === 'lt' || op === 'lte')
}

/** `betrokkeneIdentificatie.inpBsn`: names come from the table of collections, one or two deep. */
function lezerVan(pad: string): (rij: Rij) => Json | undefined {
  const [eerste = '', tweede] = pad.split('.')
  if (tweede === undefined) return (rij) => rij[eerste]
  return (rij) => {
    const binnen = rij[eerste]
    if (typeof binnen !== 'object' || binnen === null || Array.isArray(binnen)) return undefined
    // Not null and no list: an object with names.
    return (binnen as Readonly<Record<string, Json>>)[tweede]
  }
}

/** Empty goes last, as in PostgreSQL. */
function vergelijk(een: Json | undefined, ander: Json | undefined): number {
  const [a, b] = [een ?? '\uffff', ander ?? '\uffff'].map(String)
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}

/** Counts how often a line to the east crosses an edge. Only of points; other shapes are not inside. */
function ligtBinnen(vorm: Json | undefined, hoeken: readonly (readonly [number, number])[]): boolean {
  if (typeof vorm !== 'object' || vorm === null || !('coordinates' in vorm)) return false
  const { coordinates } = vorm
  if (!Array.isArray(coordinates)) return false
  const [x, y] = coordinates
  if (typeof x !== 'number' || typeof y !== 'number') return false
  let isBinnen = false
  for (const [i, [ax, ay]] of hoeken.entries()) {
    const [bx, by] = hoeken[(i + 1) % hoeken.length] ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isBinnen = !isBinnen
  }
  return isBinnen
}
