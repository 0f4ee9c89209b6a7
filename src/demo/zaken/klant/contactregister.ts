import { randomUUID } from 'node:crypto'
import { type Antwoord, alsObject, type Verzoek } from '../../dienst/dienst.ts'
import type { Zaakregister } from '../register.ts'
import { uuidVan, zaadVan } from '../sleutel.ts'
import { klantinteractiesPad } from './paden.ts'
import { zakenVan } from './zaken-van.ts'

interface Contact {
  readonly uuid: string
  readonly nummer: string
  /** Absent: nobody is known to have taken part. */
  readonly partij: string | undefined
  readonly velden: Readonly<Record<string, unknown>>
  zaak: { readonly register: string; readonly uuid: string } | undefined
}

const uurMs = 3_600_000
const dagMs = 24 * uurMs
const perPagina = 20

/** What was said on the telephone and at the desk; made up, and the same each time for the same case. */
const gesprekken = [
  [
    'telefoon',
    'Hoe lang duurt het nog?',
    'Wij zijn ermee bezig. U krijgt een brief zodra er een besluit is.',
  ],
  ['balie', 'Welke papieren moet ik meenemen?', 'Neem uw paspoort mee en de laatste brief die u kreeg.'],
  ['telefoon', 'Ik heb mijn papieren opgestuurd. Zijn ze aangekomen?', 'Ja, ze zijn bij uw zaak gevoegd.'],
  ['e-mail', 'Kan ik iemand spreken?', ''],
] as const

/**
 * The part of Klantinteracties 0.9.0 that a portal uses, beside the case register of a made-up organisation. Who has a
 * case here is known here. What comes in stays until the process ends.
 */
export class Contactregister {
  readonly #register: Zaakregister
  readonly #wortel: string
  readonly #token: string
  readonly #nu: () => Date
  /** By number of the person; a `partij` is made of it, so that it can be found again. */
  readonly #partijen = new Map<string, string>()
  readonly #los = new Set<string>()
  readonly #contacten: Contact[] = []
  readonly #taken: { readonly uuid: string; readonly contact: string; status: string }[] = []

  constructor(register: Zaakregister, wortel: string, token: string, nu: () => Date) {
    this.#register = register
    this.#wortel = wortel + klantinteractiesPad
    this.#token = token
    this.#nu = nu
  }

  /** `undefined`: not an address of this register. */
  async beantwoord(verzoek: Verzoek): Promise<Antwoord | undefined> {
    if (!verzoek.pad.startsWith(`${klantinteractiesPad}/`)) return undefined
    if (verzoek.koppen.authorization !== `Token ${this.#token}`) return fout(401, 'not_authenticated')
    const pad = verzoek.pad.slice(klantinteractiesPad.length)
    const zoek = new URLSearchParams(verzoek.vraag)
    switch (`${verzoek.methode} ${pad}`) {
      case 'GET /partij-identificatoren':
        return this.#zoekPartij(zoek)
      case 'POST /partijen':
        return this.#maakPartij()
      case 'POST /partij-identificatoren':
        return this.#merkPartij(alsObject(verzoek.json))
      case 'GET /klantcontacten':
        return this.#zoekContacten(zoek)
      case 'POST /maak-klantcontact':
        return this.#maakContact(alsObject(verzoek.json))
      case 'POST /klantcontacten':
        return this.#maakLosContact(alsObject(verzoek.json))
      case 'POST /onderwerpobjecten':
        return this.#verbind(alsObject(verzoek.json))
      case 'GET /internetaken':
        return this.#zoekTaken(zoek)
      case 'POST /internetaken':
        return this.#maakTaak(alsObject(verzoek.json))
      default:
        return verzoek.methode === 'PATCH' && pad.startsWith('/internetaken/')
          ? this.#wijzigTaak(pad.slice('/internetaken/'.length), alsObject(verzoek.json))
          : fout(404, 'not_found')
    }
  }

  async #zoekPartij(zoek: URLSearchParams): Promise<Antwoord> {
    const bsn = zoek.get('partijIdentificatorObjectId') ?? ''
    const partij = this.#partijen.get(bsn) ?? (await this.#leerKennen(bsn))
    const rijen = partij === undefined ? [] : [this.#identificatie(partij, bsn)]
    return { ...pagina(rijen, 1), over: [bsn] }
  }

  /** Who has a case has been on the telephone, most of the time. */
  async #leerKennen(bsn: string): Promise<string | undefined> {
    if (!/^\d{9}$/.test(bsn)) return undefined
    const zaken = await zakenVan(this.#register, bsn)
    if (zaken.length === 0) return undefined
    const partij = uuidVan(`${this.#wortel}/partij/${bsn}`)
    this.#partijen.set(bsn, partij)
    for (const zaak of zaken) {
      const zaad = zaadVan(`${zaak.uuid}/contact`)
      if (!zaad.kans(0.6)) continue
      const [kanaal, inhoud, reactie] = zaad.kies(gesprekken)
      const op = new Date(Date.parse(zaak.start) + zaad.heel(2, 12) * dagMs + 10 * 3_600_000)
      if (op > this.#nu()) continue
      this.#bewaar(partij, zaak.uuid, {
        kanaal,
        onderwerp: `Vraag over ${zaak.naam.toLowerCase()}`,
        inhoud,
        reactie,
        vertrouwelijk: zaad.kans(0.1),
        plaatsgevondenOp: op.toISOString(),
      })
    }
    return partij
  }

  #bewaar(
    partij: string | undefined,
    zaak: string | undefined,
    velden: Readonly<Record<string, unknown>>,
  ): Contact {
    const volgnummer = String(this.#contacten.length + 1).padStart(10, '0')
    const nummer = typeof velden.nummer === 'string' ? velden.nummer : volgnummer
    const contact = {
      uuid: uuidVan(`${this.#wortel}/contact/${nummer}/${partij}`),
      nummer,
      partij,
      zaak: zaak === undefined ? undefined : { register: 'open-zaak', uuid: zaak },
      velden,
    }
    this.#contacten.push(contact)
    return contact
  }

  #identificatie(partij: string, objectId: string) {
    return {
      uuid: uuidVan(`${this.#wortel}/identificator/${objectId}`),
      url: `${this.#wortel}/partij-identificatoren/${partij}`,
      identificeerdePartij: { uuid: partij, url: `${this.#wortel}/partijen/${partij}` },
      partijIdentificator: {
        codeObjecttype: 'natuurlijk_persoon',
        codeRegister: 'brp',
        codeSoortObjectId: 'bsn',
        objectId,
      },
      subIdentificatorVan: null,
    }
  }

  #maakPartij(): Antwoord {
    const uuid = randomUUID()
    this.#los.add(uuid)
    return { status: 201, inhoud: { uuid, url: `${this.#wortel}/partijen/${uuid}`, soortPartij: 'persoon' } }
  }

  #merkPartij(json: Readonly<Record<string, unknown>>): Antwoord {
    const partij = String(alsObject(json.identificeerdePartij).uuid)
    const bsn = String(alsObject(json.partijIdentificator).objectId)
    if (!this.#los.has(partij) || this.#partijen.has(bsn)) return fout(400, 'invalid')
    this.#partijen.set(bsn, partij)
    return { status: 201, inhoud: this.#identificatie(partij, bsn), over: [bsn] }
  }

  #zoekContacten(zoek: URLSearchParams): Antwoord {
    const partij = zoek.get('hadBetrokkene__wasPartij__uuid')
    const nummer = zoek.get('nummer')
    const isUitvouwen = zoek.has('expand')
    const passend = this.#contacten.filter(
      (een) =>
        (partij === null || een.partij === partij) &&
        (nummer === null || een.nummer === nummer) &&
        (zoek.get('vertrouwelijk') !== 'false' || een.velden.vertrouwelijk !== true),
    )
    return pagina(
      passend.map((een) => this.#toon(een, isUitvouwen)),
      Number(zoek.get('page') ?? '1'),
      `${this.#wortel}/klantcontacten`,
    )
  }

  #toon({ uuid, nummer, partij, zaak, velden }: Contact, isUitvouwen: boolean) {
    const verwijs = (soort: string) => ({
      uuid: uuidVan(`${uuid}/${soort}`),
      url: `${this.#wortel}/${soort}/${uuidVan(`${uuid}/${soort}`)}`,
    })
    const over = {
      ...verwijs('onderwerpobjecten'),
      onderwerpobjectidentificator: {
        codeObjecttype: 'zaak',
        codeRegister: zaak?.register ?? '',
        codeSoortObjectId: 'uuid',
        objectId: zaak?.uuid ?? '',
      },
    }
    const betrokkene = {
      ...verwijs('betrokkenen'),
      wasPartij: { uuid: partij, url: `${this.#wortel}/partijen/${partij}` },
      rol: 'klant',
      initiator: true,
      volledigeNaam: '',
    }
    return {
      uuid,
      url: `${this.#wortel}/klantcontacten/${uuid}`,
      gingOverOnderwerpobjecten: zaak === undefined ? [] : [verwijs('onderwerpobjecten')],
      hadBetrokkenActoren: [],
      omvatteBijlagen: [],
      hadBetrokkenen: partij === undefined ? [] : [verwijs('betrokkenen')],
      leiddeTotInterneTaken: [],
      nummer,
      referentienummer: nummer,
      indicatieContactGelukt: true,
      taal: 'nld',
      reactie: '',
      inhoud: '',
      ...velden,
      ...this.#antwoordOp(velden),
      ...(isUitvouwen && {
        _expand: {
          hadBetrokkenen: partij === undefined ? [] : [betrokkene],
          gingOverOnderwerpobjecten: zaak === undefined ? [] : [over],
        },
      }),
    }
  }

  /** Somebody answers what was asked through a portal, within the hour. */
  #antwoordOp({ kanaal, plaatsgevondenOp }: Contact['velden']): { readonly reactie?: string } {
    const isBeantwoord =
      kanaal === 'portaal' && this.#nu().getTime() - Date.parse(String(plaatsgevondenOp)) > uurMs
    return isBeantwoord
      ? { reactie: 'Dank voor uw vraag. Wij bekijken uw zaak deze week. Daarna hoort u van ons.' }
      : {}
  }

  #maakContact(json: Readonly<Record<string, unknown>>): Antwoord {
    const velden = alsObject(json.klantcontact)
    const partij = String(alsObject(alsObject(json.betrokkene).wasPartij).uuid)
    const over = alsObject(alsObject(json.onderwerpobject).onderwerpobjectidentificator)
    const isGoed =
      [...this.#partijen.values()].includes(partij) &&
      typeof velden.onderwerp === 'string' &&
      velden.onderwerp !== '' &&
      typeof velden.vertrouwelijk === 'boolean'
    if (!isGoed) return fout(400, 'invalid')
    const zaak = typeof over.objectId === 'string' ? over.objectId : undefined
    const plaatsgevondenOp = this.#nu().toISOString()
    const contact = this.#bewaar(partij, zaak, { plaatsgevondenOp, ...velden })
    return {
      status: 201,
      inhoud: { klantcontact: this.#toon(contact, false), betrokkene: null, onderwerpobject: null },
    }
  }

  /** A number once, as the standard has it; a kind of contact, a subject, a language and whether it is confidential. */
  #maakLosContact(velden: Readonly<Record<string, unknown>>): Antwoord {
    const { nummer, kanaal, onderwerp, taal, vertrouwelijk } = velden
    const isGoed =
      [kanaal, onderwerp, taal].every((een) => typeof een === 'string' && een !== '') &&
      typeof vertrouwelijk === 'boolean' &&
      !this.#contacten.some((een) => een.nummer === nummer)
    if (!isGoed) return fout(400, 'invalid')
    const contact = this.#bewaar(undefined, undefined, {
      plaatsgevondenOp: this.#nu().toISOString(),
      ...velden,
    })
    return { status: 201, inhoud: this.#toon(contact, false) }
  }

  #verbind(json: Readonly<Record<string, unknown>>): Antwoord {
    const { objectId, codeRegister } = alsObject(json.onderwerpobjectidentificator)
    const contact = this.#contacten.find(({ uuid }) => uuid === alsObject(json.klantcontact).uuid)
    if (contact === undefined) return fout(400, 'does_not_exist')
    contact.zaak = { register: String(codeRegister), uuid: String(objectId) }
    return { status: 201, inhoud: { uuid: uuidVan(`${contact.uuid}/onderwerpobjecten`), ...json } }
  }

  #zoekTaken(zoek: URLSearchParams): Antwoord {
    const contact = zoek.get('aanleidinggevendKlantcontact__uuid')
    return pagina(
      this.#taken.filter((taak) => contact === null || taak.contact === contact),
      1,
    )
  }

  #maakTaak(json: Readonly<Record<string, unknown>>): Antwoord {
    const contact = String(alsObject(json.aanleidinggevendKlantcontact).uuid)
    if (!this.#contacten.some(({ uuid }) => uuid === contact)) return fout(400, 'does_not_exist')
    const taak = { uuid: randomUUID(), contact, status: String(json.status) }
    this.#taken.push(taak)
    return { status: 201, inhoud: { ...json, ...taak, toegewezenOp: this.#nu().toISOString() } }
  }

  #wijzigTaak(uuid: string, json: Readonly<Record<string, unknown>>): Antwoord {
    const taak = this.#taken.find((een) => een.uuid === uuid)
    if (taak === undefined) return fout(404, 'not_found')
    if (json.status !== 'verwerkt' && json.status !== 'te_verwerken') return fout(400, 'invalid_choice')
    taak.status = json.status
    return { status: 200, inhoud: taak }
  }
}

function pagina(rijen: readonly unknown[], nummer: number, adres = ''): Antwoord {
  const vanaf = (nummer - 1) * perPagina
  const isMeer = rijen.length > vanaf + perPagina
  const inhoud = {
    count: rijen.length,
    next: isMeer ? `${adres}?page=${nummer + 1}` : null,
    previous: null,
    results: rijen.slice(vanaf, vanaf + perPagina),
  }
  return { status: 200, inhoud }
}

function fout(status: number, code: string): Antwoord {
  return { status, inhoud: { code, title: code, status, detail: '', instance: `urn:uuid:${randomUUID()}` } }
}
