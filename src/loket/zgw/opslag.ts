import type { OrganisatieId } from '../../domain/index.ts'
import { isUuid7 } from '../../domain/index.ts'
import {
  type Adressen,
  Geheugen,
  type Gevonden,
  type Rij,
  type Soort,
  uuidUit,
  type Voorwaarde,
  type ZgwOpslag,
  type ZgwSchrijver,
  type Zoekvraag,
} from '../../zgw/aanbieder/index.ts'
import { ZgwFout } from '../../zgw/index.ts'
import { bestandUit, type Concepten } from '../concept.ts'
import type { Ketenlijst, Ketenschets } from '../ketenlijst.ts'
import { LIJST_DIEPST } from '../ketenlijst-store.ts'
import type { Loket, Loketvrager } from '../loket.ts'
import { leesDeel, maakDeel } from './adressen.ts'
import { type Beeldomgeving, beeldrijen, voorbeeldzaak } from './beeld.ts'
import { catalogusrijen, type Ketentypen } from './catalogus.ts'
import { maakDocument } from './document.ts'
import { lijstvraagVan, schrijfPlaats } from './vraag.ts'

export interface Opslagdelen {
  readonly vrager: Loketvrager
  readonly loket: Pick<Loket, 'bekijk' | 'bestand'>
  readonly lijst: Ketenlijst
  readonly concepten: Pick<Concepten, 'haal'>
  readonly adressen: Adressen
  readonly typen: Ketentypen
  /** Numbers of organisations, with which a case says whose it is. */
  readonly rsins: ReadonlyMap<OrganisatieId, string>
  /** Of who answers for the catalogue. */
  readonly rsin: string
  readonly naamVan: Beeldomgeving['naamVan']
  readonly pseudoniem: Beeldomgeving['pseudoniem']
}

/** In which kinds of resources a condition on these fields says of which case they are. */
const ouders = ['zaak', 'object', 'hoofdObject', 'informatieobject']

/**
 * What one client sees of chain cases, for one request. Nothing is kept: a case is read when something of it is asked, by
 * the same way as on a page, so that the same decides and the same is written down.
 */
export class Ketenopslag implements ZgwOpslag {
  readonly #delen: Opslagdelen
  readonly #geheugen = new Geheugen()
  readonly #gelezen = new Map<string, Promise<boolean>>()

  constructor(delen: Opslagdelen) {
    this.#delen = delen
    for (const [soort, rij] of catalogusrijen(delen.typen, delen.rsin)) this.#geheugen.leg(soort, rij)
  }

  haal = async (soort: Soort, url: string): Promise<Rij | undefined> => {
    await this.#laadVoor([url])
    return this.#geheugen.haal(soort, url)
  }

  zoek = async (soort: Soort, vraag: Zoekvraag): Promise<Gevonden> => {
    const { component } = this.#delen.adressen.ontleed(this.#delen.adressen.van(soort, '')) ?? {}
    if (component === 'ztc') return this.#geheugen.zoek(soort, vraag)
    const genoemd = vraag.voorwaarden.flatMap((eis) => adressenIn(eis))
    const perUuid = vraag.voorwaarden.flatMap((eis) =>
      eis.op === 'in' && eis.veld === 'uuid'
        ? eis.waarden.map((uuid) => this.#delen.adressen.van(soort, uuid))
        : [],
    )
    if (genoemd.length > 0 || perUuid.length > 0) {
      await this.#laadVoor([...genoemd, ...perUuid])
      return this.#geheugen.zoek(soort, vraag)
    }
    if (soort === 'zaken') return this.#lijst(vraag)
    throw new ZgwFout(400, 'invalid', 'Een of meer gegevens zijn ongeldig.', {
      velden: [{ name: 'zaak', code: 'required', reason: 'Noem de zaak waar het bij hoort.' }],
    })
  }

  inhoud = async (url: string): Promise<Uint8Array | undefined> => {
    await this.#laadVoor([url])
    return (await this.#geheugen.inhoud(url)) ?? this.#bestand(uuidUit(url))
  }

  /** Only now, and of what is shared with them: the case decides again. */
  async #bestand(uuid: string): Promise<Uint8Array | undefined> {
    const { loket, vrager } = this.#delen
    for (const ketenzaak of await this.#zaakVan(uuid)) {
      const beeld = await loket.bekijk(vrager, ketenzaak)
      const is = beeld?.zicht.onderdelen.find(
        ({ id, bestand }) => bestand !== undefined && beeld.herkomst.plaatsen[id]?.opdracht === uuid,
      )
      if (is !== undefined) return (await loket.bestand?.(vrager, ketenzaak, is.id))?.inhoud
    }
    return undefined
  }

  /** Writing goes by a command: see schrijven.ts. */
  samen = async <T>(doe: (schrijver: ZgwSchrijver) => Promise<T>): Promise<T> => {
    const nooit = async (): Promise<void> => {
      throw new ZgwFout(403, 'permission_denied', 'Dit kan bij ketenzaken niet.')
    }
    return doe({ haal: this.haal, zoek: this.zoek, zet: nooit, verwijder: nooit, zetInhoud: nooit })
  }

  /** What is known by now, without looking further. */
  ken = (soort: Soort, vraag: Zoekvraag): Promise<Gevonden> => this.#geheugen.zoek(soort, vraag)

  async #lijst(vraag: Zoekvraag): Promise<Gevonden> {
    const { lijst, vrager, typen, rsin, rsins } = this.#delen
    const proef = new Geheugen()
    proef.leg('zaken', voorbeeldzaak({ typen, rsin }))
    const constant = new Map<Voorwaarde, boolean>()
    for (const eis of vraag.voorwaarden)
      constant.set(eis, (await proef.zoek('zaken', { voorwaarden: [eis] })).aantal > 0)
    const gevraagd = lijstvraagVan(vraag, {
      zaaktype: typen.zaaktype('keten'),
      organisatiesVan: (van) => [...rsins].flatMap(([id, nummer]) => (van.includes(nummer) ? [id] : [])),
      past: (eis) => constant.get(eis) === true,
    })
    if (gevraagd === undefined) return { aantal: 0, rijen: [] }
    const { aantal, zaken, laatste } = await lijst.zoek(vrager, gevraagd)
    const rijen = zaken.flatMap((een) => {
      this.#leg(een)
      return this.#delen.adressen.van('zaken', een.zicht.id)
    })
    const gevonden = await Promise.all(rijen.map((url) => this.#geheugen.haal('zaken', url)))
    return {
      aantal,
      rijen: gevonden.filter((rij) => rij !== undefined),
      ...(laatste && { volgende: schrijfPlaats(laatste) }),
      kanTerug: gevraagd.vanaf - gevraagd.aantal <= LIJST_DIEPST,
    }
  }

  /** The case of each of these addresses, when it is one of theirs. */
  async #laadVoor(urls: readonly string[]): Promise<void> {
    for (const url of new Set(urls)) {
      if (this.#delen.adressen.ontleed(url) === undefined) continue
      if (await this.#isBekend(url)) continue
      const uuid = uuidUit(url)
      for (const ketenzaak of await this.#zaakVan(uuid)) await this.#lees(ketenzaak)
      if (isUuid7(uuid)) await this.#leesConcept(uuid)
    }
  }

  async #isBekend(url: string): Promise<boolean> {
    for (const soort of ['zaken', 'enkelvoudiginformatieobjecten', 'zaaktypen'] as const)
      if ((await this.#geheugen.haal(soort, url)) !== undefined) return true
    return false
  }

  async #zaakVan(uuid: string): Promise<readonly string[]> {
    const { lijst, vrager } = this.#delen
    const deel = leesDeel(uuid)
    if (deel !== undefined) {
      const mogelijk = await lijst.tussen(vrager, deel.van, deel.tot)
      return mogelijk.filter((id) => maakDeel(id, deel.soort, deel.nr) === uuid)
    }
    if (!isUuid7(uuid)) return []
    const zelf = await lijst.tussen(vrager, uuid, uuid)
    return zelf.length > 0 ? zelf : lijst.vanOpdracht(vrager, uuid)
  }

  #lees(ketenzaak: string): Promise<boolean> {
    const bezig = this.#gelezen.get(ketenzaak) ?? this.#leesNu(ketenzaak)
    this.#gelezen.set(ketenzaak, bezig)
    return bezig
  }

  async #leesNu(ketenzaak: string): Promise<boolean> {
    const beeld = await this.#delen.loket.bekijk(this.#delen.vrager, ketenzaak)
    if (beeld === undefined) return false
    this.#leg(beeld)
    return true
  }

  #leg(zaak: Ketenschets): void {
    const { adressen, typen, rsins, naamVan, pseudoniem } = this.#delen
    const { organisatie } = zaak.zicht.regie
    const rsin = rsins.get(organisatie)
    // Whose case it is cannot be left out and is not made up.
    if (rsin === undefined)
      throw new ZgwFout(
        500,
        'rsin-onbekend',
        `Van ${organisatie} staat hier nog geen RSIN. Meld dit bij de beheerder.`,
      )
    const omgeving = { adressen, typen, rsin, naamVan, pseudoniem }
    for (const { soort, rij, inhoud } of beeldrijen(omgeving, zaak)) {
      this.#geheugen.leg(soort, rij)
      if (inhoud !== undefined) void this.#geheugen.zetInhoud(rij.url, inhoud)
    }
  }

  /** What this organisation sent, and did not tie to a case yet. */
  async #leesConcept(uuid: string): Promise<void> {
    const { concepten, vrager, adressen, typen, naamVan, rsins, rsin } = this.#delen
    const concept = await concepten.haal(vrager, uuid)
    if (concept === undefined || vrager.subject.soort !== 'medewerker') return
    const { organisatie } = vrager.subject
    const bestand = bestandUit(concept)
    const url = adressen.van('enkelvoudiginformatieobjecten', uuid)
    const { document, inhoud } = maakDocument({
      url,
      uuid,
      soort: 'document',
      type: typen.documenttype('document'),
      rsin: rsins.get(organisatie) ?? rsin,
      auteur: naamVan(organisatie),
      op: new Date(Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)),
      tekst: concept.tekst,
      ...(bestand && { bestand }),
    })
    this.#geheugen.leg('enkelvoudiginformatieobjecten', { ...document, titel: concept.titel })
    const bytes = bestand ? Buffer.from(bestand.inhoud.woorden, 'base64') : inhoud
    if (bytes !== undefined) await this.#geheugen.zetInhoud(url, bytes)
  }
}

function adressenIn(eis: Voorwaarde): readonly string[] {
  if ((eis.op !== 'is' && eis.op !== 'in') || (eis.veld !== 'url' && !ouders.includes(eis.veld))) return []
  return eis.op === 'is' ? [String(eis.waarde)] : eis.waarden
}
