import type { Rij } from '../../zgw/aanbieder/index.ts'
import { type Bestandssoort, bestandsnaam } from '../bestand.ts'
import { vandaag } from '../vrager.ts'
import { documentnamen, type Ketendocument, niveau } from './catalogus.ts'

interface Documentbron {
  readonly url: string
  readonly uuid: string
  readonly soort: Ketendocument
  readonly type: string
  readonly rsin: string
  readonly auteur: string
  readonly op: Date
  /** `undefined`: it was erased, or it is a list in which no word stands. */
  readonly tekst: string | undefined
  /** It is a file, of which `tekst` is the title; its bytes are fetched when they are asked. */
  readonly bestand?: { readonly soort: Bestandssoort; readonly omvang: number }
}

/** A text of a case as a document: plain text, one version, never a draft. */
export function maakDocument({ url, uuid, soort, type, rsin, auteur, op, tekst, bestand }: Documentbron): {
  readonly document: Rij
  readonly inhoud?: Uint8Array
} {
  const { titel, rest } =
    bestand !== undefined
      ? { titel: tekst?.slice(0, maxTitel), rest: undefined }
      : soort === 'document'
        ? ontleed(tekst)
        : { titel: undefined, rest: tekst }
  const inhoud = rest === undefined ? undefined : Buffer.from(rest, 'utf8')
  return {
    document: {
      url,
      identificatie: `KETEN-${uuid.replaceAll('-', '').toUpperCase()}`,
      bronorganisatie: rsin,
      creatiedatum: vandaag(op),
      titel: titel ?? documentnamen[soort],
      vertrouwelijkheidaanduiding: niveau,
      auteur: auteur.slice(0, 200),
      status: 'definitief',
      formaat: bestand?.soort ?? 'text/plain',
      taal: 'nld',
      versie: 1,
      beginRegistratie: op.toISOString(),
      bestandsnaam: bestand === undefined ? 'tekst.txt' : bestandsnaam(bestand.soort),
      inhoud: inhoud === undefined && bestand === undefined ? null : `${url}/download?versie=1`,
      bestandsomvang: bestand?.omvang ?? inhoud?.length ?? null,
      beschrijving: '',
      ontvangstdatum: null,
      verzenddatum: null,
      indicatieGebruiksrecht: false,
      verschijningsvorm: '',
      ondertekening: null,
      integriteit: null,
      informatieobjecttype: type,
      locked: false,
      bestandsdelen: [],
      trefwoorden: [],
    },
    ...(inhoud !== undefined && { inhoud }),
  }
}

/** What came in as a document has its title on top. */
const witregel = '\n\n'
const maxTitel = 200

export function metTitel(titel: string, tekst: string): string {
  return `${titel}${witregel}${tekst}`
}

function ontleed(tekst: string | undefined): { readonly titel?: string; readonly rest: string | undefined } {
  const einde = tekst?.indexOf(witregel) ?? -1
  if (tekst === undefined || einde < 1 || einde > maxTitel) return { rest: tekst }
  return { titel: tekst.slice(0, einde), rest: tekst.slice(einde + witregel.length) }
}
