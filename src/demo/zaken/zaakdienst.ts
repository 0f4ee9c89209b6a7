import { randomUUID } from 'node:crypto'
import type { Wekker } from '../../platform/bron/index.ts'
import {
  type Aanbieder,
  Abonnementen,
  Adressen,
  type Client,
  createAanbieder,
} from '../../zgw/aanbieder/index.ts'
import type { Notificatie } from '../../zgw/index.ts'
import type { Bevolking } from '../bevolking/bevolking.ts'
import type { Antwoord, Verzoek } from '../dienst/dienst.ts'
import type { Storingsbord } from '../dienst/storingsbord.ts'
import { bezorg } from './bezorgen.ts'
import { Typen } from './catalogus.ts'
import { type Gebeurtenisadres, Gebeurtenissen } from './gebeurtenissen.ts'
import { type Gewoonten, nrcPad, padenVan, type Zaakorganisatie, zaakorganisaties } from './organisaties.ts'
import { Zaakregister } from './register.ts'
import { zaadVan } from './sleutel.ts'
import { type Elders, maakVerbonden } from './verbonden.ts'

interface ZaakdienstOpties {
  readonly organisatie: Zaakorganisatie
  /** Whom it lets in, and where it is. */
  readonly bron: { readonly urls: { readonly zrc: URL }; readonly client: string; readonly geheim: string }
  readonly bord: Storingsbord
  readonly bevolking: Bevolking
  readonly nu: () => Date
  /** Scheme, host and port of another one of these organisations. */
  readonly plaatsVan: (organisatie: string) => string | undefined
  readonly wekker: Wekker
}

const tikMs = 1_000

/** One organisation that is awake: its register, its habits, and who wants to hear of changes. */
export class Zaakdienst {
  readonly #opties: ZaakdienstOpties
  readonly #register: Zaakregister
  readonly #abonnementen: Abonnementen
  readonly #gebeurtenissen: Gebeurtenissen
  readonly #aanbieder: Aanbieder
  #teller = 0
  #stopTik: (() => void) | undefined

  constructor(opties: ZaakdienstOpties) {
    this.#opties = opties
    const { organisatie, bron, bevolking, nu } = opties
    const { gewoonten, id } = organisatie
    const wortel = bron.urls.zrc.origin
    const adressen = new Adressen(wortel, padenVan(gewoonten))
    const omgeving = {
      organisatie,
      adressen,
      typen: new Typen(adressen, id),
      mensen: bevolking.persoon,
      verbonden: maakVerbonden(id, bevolking, eldersVan(opties.plaatsVan)),
    }
    this.#register = new Zaakregister(omgeving, bevolking, nu)
    const clienten = (client: string) => (client === bron.client ? portaalClient(bron.geheim) : undefined)
    const gedeeld = { clienten, nu, uuid: randomUUID }
    this.#gebeurtenissen = new Gebeurtenissen(organisatie)
    this.#abonnementen = new Abonnementen({ ...gedeeld, basis: wortel + nrcPad, bezorg })
    this.#aanbieder = createAanbieder({
      ...gedeeld,
      wortel,
      paden: padenVan(gewoonten),
      opslag: this.#register,
      meld: this.#register.meld,
      ...(gewoonten.dialect === undefined ? {} : { dialect: gewoonten.dialect }),
    })
  }

  async handel(verzoek: Verzoek): Promise<Antwoord> {
    const { organisatie, bord, bevolking } = this.#opties
    const { foutenPerHonderd = 0, traagMs } = organisatie.gewoonten
    const naMs = traagMs === undefined ? {} : { naMs: traagMs }
    this.#teller += 1
    if (zaadVan(`${organisatie.id}/fout/${this.#teller}`).kans(foutenPerHonderd / 100)) {
      const instance = `urn:uuid:${randomUUID()}`
      const inhoud = { code: 'error', title: 'Interne fout.', status: 500, detail: '', instance }
      return { status: 500, inhoud, ...naMs }
    }
    const over = bsnsIn(verzoek)
    const isVerwisseld = bord.voor(over) === 'ander-persoon'
    const vertaal = (tekst: string) =>
      isVerwisseld ? tekst.replace(bsnPatroon, (bsn) => buurman(bevolking, bsn)) : tekst
    const vraag = {
      methode: verzoek.methode,
      adres: new URL(verzoek.pad + vertaal(verzoek.vraag), this.#opties.bron.urls.zrc),
      koppen: alsKoppen(verzoek),
      lichaam: vertaal(verzoek.tekst),
    }
    const overBerichten =
      organisatie.gewoonten.stuurtGebeurtenissen === true
        ? undefined
        : await this.#abonnementen.beantwoord(vraag)
    if (overBerichten !== undefined) this.#luister()
    const { status, koppen, lichaam } = overBerichten ?? (await this.#aanbieder(vraag))
    return { status, koppen, lichaam, inhoud: undefined, over, ...naMs }
  }

  /** Makes its cases now instead of at the first question. */
  warmOp(): void {
    this.#register.werkBij()
  }

  async tik(): Promise<number> {
    if (this.#isStil) return 0
    const berichten = opVolgorde(this.#register.neemBerichten(), this.#opties.organisatie.gewoonten)
    let aantal = await this.#gebeurtenissen.verspreid(berichten)
    for (const bericht of berichten) aantal += await this.#abonnementen.verspreid(bericht)
    return aantal
  }

  /** An address was filled in, to bring CloudEvents to. */
  zetGebeurtenisadres(adres: Gebeurtenisadres): void {
    this.#gebeurtenissen.zet(adres)
    this.#luister()
  }

  get #isStil(): boolean {
    return this.#abonnementen.isLeeg && this.#gebeurtenissen.isLeeg
  }

  stop(): void {
    this.#stopTik?.()
    this.#stopTik = undefined
  }

  /** From the first subscription on, until the last one goes. */
  #luister(): void {
    this.#register.isBeluisterd = !this.#isStil
    if (this.#isStil || this.#stopTik !== undefined) return
    this.#register.werkBij()
    const volgende = () => {
      this.#stopTik = this.#opties.wekker(tikMs, () => {
        const klaar = () => {
          if (this.#stopTik !== undefined) volgende()
        }
        this.tik().then(klaar, klaar)
      })
    }
    volgende()
  }
}

/** Addresses at another organisation, as far as that one is there. */
function eldersVan(plaatsVan: ZaakdienstOpties['plaatsVan']): Elders {
  return (id) => {
    const wortel = plaatsVan(id)
    const ander = zaakorganisaties.find((een) => een.id === id)
    if (wortel === undefined || ander === undefined) return undefined
    return new Adressen(wortel, padenVan(ander.gewoonten))
  }
}

/** Reads, adds documents, listens: what a portal for residents has. No type or level is kept from it, so it must look. */
function portaalClient(geheim: string): Client {
  return {
    geheim,
    autorisaties: [
      { component: 'zrc', scopes: ['zaken.lezen', 'zaken.bijwerken'] },
      { component: 'ztc', scopes: ['catalogi.lezen'] },
      { component: 'drc', scopes: ['documenten.lezen', 'documenten.aanmaken'] },
      { component: 'brc', scopes: ['besluiten.lezen'] },
      { component: 'nrc', scopes: ['notificaties.consumeren'] },
    ],
  }
}

/** A messy sender turns them around and says each third twice. */
function opVolgorde(
  berichten: readonly Notificatie[],
  { rommeligeBerichten }: Gewoonten,
): readonly Notificatie[] {
  if (rommeligeBerichten !== true) return berichten
  return berichten.toReversed().flatMap((bericht, i) => (i % 3 === 0 ? [bericht, bericht] : [bericht]))
}

/** Numbers for tests begin so; in a question they name whom it is about. */
const bsnPatroon = /9999\d{5}/g

function bsnsIn({ vraag, tekst, koppen }: Verzoek): string[] {
  // A document in base64 may hold any digits.
  const isZoekvraag = koppen['content-type']?.startsWith('application/json') === true && tekst.length < 10_000
  return [...new Set(`${vraag} ${isZoekvraag ? tekst : ''}`.match(bsnPatroon) ?? [])]
}

/** Somebody else of the same household, or else the next in the register. */
function buurman(bevolking: Bevolking, bsn: string): string {
  const persoon = bevolking.opBsn(bsn)
  if (persoon === undefined) return bsn
  const anders = bevolking.personen.filter((ander) => ander.bsn !== undefined && ander.bsn !== bsn)
  const zelfdePlaats = anders.find(
    (ander) => bevolking.thuisVan(ander).adres.plaats === bevolking.thuisVan(persoon).adres.plaats,
  )
  return (zelfdePlaats ?? anders[0])?.bsn ?? bsn
}

function alsKoppen({ koppen }: Verzoek): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(koppen).map(([naam, waarde]) => [
      naam,
      Array.isArray(waarde) ? waarde.join(', ') : waarde,
    ]),
  )
}
