import { parseUuid } from '../../domain/index.ts'
import type { BronUitkomst } from '../../platform/bron/index.ts'
import { brontekst } from '../brontekst.ts'
import { type RegisterUitkomst, registerMislukt } from '../register.ts'
import type { Document, Zaakvraag } from '../zaakbron.ts'
import type { Documentgegevens, Zaakref } from '../zaakgegevens.ts'
import type { Binnen } from './binnen.ts'
import type { Richting } from './catalogus.ts'
import type { Deel } from './deel.ts'
import { metEigen } from './eigen.ts'
import { perStuk } from './gelijktijdig.ts'
import { type Gang, pad } from './klant.ts'
import { datums, type Eigen } from './lees-zaak.ts'
import { type InformatieobjectVorm, informatieobjectVorm, koppelingVorm } from './vormen.ts'
import { isDocumentZichtbaar } from './zichtbaar.ts'

/** Named limits: documents of one case, and how many are read at a time. */
const maxDocumenten = 100
const tegelijk = 6
const [titelTekens, naamTekens] = [200, 150]
export const maxDocumentBytes = 25 * 1024 * 1024

/** The documents of a case that a resident may see, oldest first. */
export async function documentenVan(
  binnen: Binnen,
  gang: Gang,
  eigen: Eigen,
): Promise<Deel<Documentgegevens>> {
  const { ruw, regel } = eigen
  const isLeeg = ruw.zaakinformatieobjecten?.length === 0
  if (!regel.documenten || isLeeg) return { rijen: [], isVolledig: true }
  const uuids = await uuidsVan(binnen, gang, eigen)
  if (uuids === undefined) return { rijen: [], isVolledig: false }
  const [gelezen, gevraagd] = await Promise.all([
    perStuk(uuids.rijen.slice(0, maxDocumenten), tegelijk, (uuid) =>
      leesInformatieobject(binnen, gang, uuid),
    ),
    binnen.catalogus.richtingen(ruw.zaaktype),
  ])
  // Without, who got a document says which way it went.
  const richtingen = gevraagd.status === 'ok' ? gevraagd.inhoud : new Map<string, Richting>()
  const rijen = gelezen.flatMap((uitkomst) =>
    uitkomst.status === 'ok' && isDocumentZichtbaar(uitkomst.inhoud, regel)
      ? [alsDocument(binnen, uitkomst.inhoud, richtingen)]
      : [],
  )
  // One that is gone is not missing; one that failed is.
  const isVolledig =
    uuids.isVolledig &&
    uuids.rijen.length <= maxDocumenten &&
    gelezen.every(({ status }) => status !== 'fout')
  return { rijen: rijen.sort((a, b) => ((a.datum ?? '') < (b.datum ?? '') ? -1 : 1)), isVolledig }
}

/** The bytes of one document, after the case, its tie to the document and the document itself are looked at again. */
export function haalDocument(
  binnen: Binnen,
  vraag: Zaakvraag,
  ref: Zaakref,
  gevraagd: string,
): Promise<RegisterUitkomst<Document>> {
  return metEigen(binnen, vraag, ref, async (eigen, gang, op) => {
    const uuid = parseUuid(gevraagd)
    if (!eigen.regel.documenten || uuid === undefined) return { status: 'onbekend', op }
    const [uuids, gevonden] = await Promise.all([
      uuidsVan(binnen, gang, eigen),
      leesInformatieobject(binnen, gang, uuid),
    ])
    if (gevonden.status === 'fout') return registerMislukt(gevonden)
    if (uuids === undefined) return registerMislukt({ soort: 'storing', sinds: binnen.huis.nu() })
    const isErbij = uuids.rijen.includes(uuid)
    if (gevonden.status !== 'ok' || !isErbij || !isDocumentZichtbaar(gevonden.inhoud, eigen.regel)) {
      return { status: 'onbekend', op }
    }
    const inhoud = await haalInhoud(binnen, gang, uuid)
    if (inhoud.status === 'fout') return registerMislukt(inhoud)
    if (inhoud.status === 'niet-gevonden') return { status: 'onbekend', op }
    const { bestandsnaam, formaat, titel } = alsDocument(binnen, gevonden.inhoud, new Map())
    return {
      status: 'ok',
      gegevens: {
        bestandsnaam: bestandsnaam ?? titel,
        formaat: formaat ?? 'application/octet-stream',
        inhoud: inhoud.inhoud,
      },
      op,
    }
  })
}

/** Which documents hang on this case. `undefined`: could not be asked. */
async function uuidsVan({ klant }: Binnen, gang: Gang, { ruw }: Eigen): Promise<Deel<string> | undefined> {
  const plek = { component: 'zrc', pad: pad('zaakinformatieobjecten', { zaak: ruw.url }) } as const
  const lijst = await klant.lijst(gang, plek, { handeling: 'documenten zoeken' })
  if (lijst.status !== 'ok') return undefined
  const uuids = lijst.inhoud.rijen.map((rij) => {
    const { data } = koppelingVorm.safeParse(rij)
    if (data?.zaak !== ruw.url) return undefined
    return klant.adressen.uuidIn('drc', informatieobjecten, data.informatieobject)
  })
  const rijen = [...new Set(uuids.filter((uuid) => uuid !== undefined))]
  return { rijen, isVolledig: lijst.inhoud.isVolledig && uuids.every((uuid) => uuid !== undefined) }
}

export const informatieobjecten = 'enkelvoudiginformatieobjecten'

function leesInformatieobject(
  { klant }: Binnen,
  gang: Gang,
  uuid: string,
): Promise<BronUitkomst<InformatieobjectVorm>> {
  return klant.haal(
    gang,
    { component: 'drc', pad: `${informatieobjecten}/${uuid}` },
    {
      handeling: 'document lezen',
      vorm: informatieobjectVorm,
      pastBij: ({ url }) => klant.adressen.uuidIn('drc', informatieobjecten, url) === uuid,
    },
  )
}

/** At the address of the standard; the one that the answer names could be anywhere. */
async function haalInhoud(
  { klant, huis }: Binnen,
  gang: Gang,
  uuid: string,
): Promise<BronUitkomst<Uint8Array>> {
  const bron = klant.bron('drc')
  if (bron === undefined) return { status: 'fout', soort: 'onbegrepen', sinds: huis.nu() }
  return bron.roep({
    handeling: 'document ophalen',
    methode: 'GET',
    pad: `${informatieobjecten}/${uuid}/download`,
    accept: '*/*',
    isHerhaalbaar: true,
    spoor: gang.spoor,
    namens: gang.namens,
    totaalMs: klant.restMs(gang),
    maxBytes: maxDocumentBytes,
    lees: ({ lichaam }) => ({ soort: 'gelezen', inhoud: new Uint8Array(lichaam) }),
  })
}

function alsDocument(
  { klant }: Binnen,
  document: InformatieobjectVorm,
  richtingen: ReadonlyMap<string, Richting>,
): Documentgegevens {
  const { url, creatiedatum, formaat, bestandsomvang } = document
  const bestandsnaam = alsBestandsnaam(document.bestandsnaam)
  return {
    // Read at an address that ends in it.
    uuid: klant.adressen.uuidIn('drc', informatieobjecten, url) ?? '',
    titel: brontekst(document.titel, titelTekens) || (bestandsnaam ?? 'Document'),
    ...datums({ datum: creatiedatum }),
    ...(/^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(formaat) ? { formaat: formaat.toLowerCase() } : {}),
    ...(bestandsnaam === undefined ? {} : { bestandsnaam }),
    ...(typeof bestandsomvang === 'number' ? { omvang: bestandsomvang } : {}),
    richting: richtingVan(document, richtingen),
  }
}

/** As the catalogue says for this type of case; otherwise by who got it. */
function richtingVan(
  { informatieobjecttype, ontvangstdatum, verzenddatum }: InformatieobjectVorm,
  richtingen: ReadonlyMap<string, Richting>,
): Documentgegevens['richting'] {
  const richting = richtingen.get(informatieobjecttype)
  if (richting === 'inkomend') return 'van-u'
  if (richting === 'uitgaand') return 'aan-u'
  if (typeof ontvangstdatum === 'string') return 'van-u'
  return typeof verzenddatum === 'string' ? 'aan-u' : 'onbekend'
}

/** A name and no way: nothing that a file system or a header gives a meaning. */
function alsBestandsnaam(ruw: string): string | undefined {
  const naam = brontekst(ruw, naamTekens)
    .replace(/[/\\:*?"<>|;]/g, '_')
    .replace(/^\.+/, '')
    .trim()
  return naam === '' ? undefined : naam
}
