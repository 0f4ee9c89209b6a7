import { type OngeldigVeld, ongeldig } from '../../fout.ts'
import type { Rij } from '../opslag.ts'
import { documentInvoer, leesInvoer, zaakDocumentInvoer } from './invoer.ts'
import {
  eisOpen,
  fout,
  gelijk,
  haalAf,
  haalOp,
  haalZaak,
  meldZaak,
  nietHier,
  type Schrijfcontext,
  zetBij,
  zonderLeeg,
} from './kern.ts'

/** A document with its bytes in the body. In parts (`bestandsdelen`) is not for this kernel, and it says so. */
export async function maakDocument(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen, nu } = context
  const { inhoud, ...invoer } = leesInvoer(documentInvoer, context.json)
  const type = await schrijver.haal('informatieobjecttypen', invoer.informatieobjecttype)
  if (type === undefined) {
    throw nietHier(context, 'informatieobjecttype', 'informatieobjecttypen', invoer.informatieobjecttype)
  }
  const bytes = inhoud === null ? undefined : Buffer.from(inhoud, 'base64')
  const fouten = foutenIn(invoer, bytes?.length)
  if (fouten.length > 0) throw ongeldig(...fouten)
  const uuid = context.uuid()
  const url = adressen.van('enkelvoudiginformatieobjecten', uuid)
  const document = zonderLeeg(
    {
      ...invoer,
      url,
      identificatie:
        invoer.identificatie ||
        `DOCUMENT-${nu.getUTCFullYear()}-${uuid.replaceAll('-', '').slice(-16).toUpperCase()}`,
      vertrouwelijkheidaanduiding:
        invoer.vertrouwelijkheidaanduiding || String(type.vertrouwelijkheidaanduiding),
      versie: 1,
      beginRegistratie: nu.toISOString(),
      inhoud: bytes === undefined ? null : `${url}/download?versie=1`,
      bestandsomvang: bytes?.length ?? null,
      ondertekening: null,
      integriteit: null,
      locked: false,
      bestandsdelen: [],
    },
    'link',
  )
  await schrijver.zet('enkelvoudiginformatieobjecten', document)
  if (bytes !== undefined) await schrijver.zetInhoud(url, bytes)
  context.meld({
    kanaal: 'documenten',
    hoofdObject: url,
    resource: 'enkelvoudiginformatieobject',
    resourceUrl: url,
    actie: 'create',
    aanmaakdatum: nu.toISOString(),
    kenmerken: {
      bronorganisatie: invoer.bronorganisatie,
      informatieobjecttype: invoer.informatieobjecttype,
      vertrouwelijkheidaanduiding: String(document.vertrouwelijkheidaanduiding),
    },
  })
  return document
}

interface Nieuw {
  readonly ontvangstdatum: string | null
  readonly status: string
  readonly indicatieGebruiksrecht: boolean | null
  readonly bestandsomvang: number | null
}

function foutenIn(invoer: Nieuw, omvang: number | undefined): OngeldigVeld[] {
  const fouten: OngeldigVeld[] = []
  // drc-005: what somebody sent in is not a draft of ours.
  if (invoer.ontvangstdatum !== null && /^(in_bewerking|ter_vaststelling)$/.test(invoer.status)) {
    fouten.push(fout('status', 'invalid_for_received', 'Een ontvangen document is niet in bewerking.'))
  }
  if (invoer.indicatieGebruiksrecht === true) {
    const reden = 'Dit wordt waar door een gebruiksrecht te maken.'
    fouten.push(fout('indicatieGebruiksrecht', 'missing-gebruiksrechten', reden))
  }
  if (omvang === undefined && (invoer.bestandsomvang ?? 0) > 0) {
    fouten.push(
      fout('inhoud', 'required', 'Bestandsdelen worden hier niet ondersteund; stuur de inhoud mee.'),
    )
  }
  if (omvang !== undefined && invoer.bestandsomvang !== null && invoer.bestandsomvang !== omvang) {
    fouten.push(fout('nonFieldErrors', 'file-size', 'De omvang klopt niet met de inhoud.'))
  }
  return fouten
}

/** Ties a document to a case; the documents API mirrors it (zrc-003 and zrc-005). */
export async function koppelDocument(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen, nu } = context
  const invoer = leesInvoer(zaakDocumentInvoer, context.json)
  const zaak = await haalZaak(context, invoer.zaak)
  eisOpen(context, zaak)
  if ((await schrijver.haal('enkelvoudiginformatieobjecten', invoer.informatieobject)) === undefined) {
    throw nietHier(context, 'informatieobject', 'enkelvoudiginformatieobjecten', invoer.informatieobject)
  }
  const voorwaarden = [...gelijk('zaak', zaak.url), ...gelijk('informatieobject', invoer.informatieobject)]
  if ((await schrijver.zoek('zaakinformatieobjecten', { voorwaarden })).aantal > 0) {
    throw ongeldig(fout('nonFieldErrors', 'unique', 'Dit document hoort al bij de zaak.'))
  }
  const [uuid, spiegel] = [context.uuid(), context.uuid()]
  const url = adressen.van('zaakinformatieobjecten', uuid)
  const koppeling: Rij = {
    ...invoer,
    url,
    uuid,
    aardRelatieWeergave: 'Hoort bij, omgekeerd: kent',
    registratiedatum: nu.toISOString(),
  }
  await schrijver.zet('zaakinformatieobjecten', koppeling)
  await schrijver.zet('objectinformatieobjecten', {
    url: adressen.van('objectinformatieobjecten', spiegel),
    informatieobject: invoer.informatieobject,
    object: zaak.url,
    objectType: 'zaak',
  })
  const nieuw = await zetBij(schrijver, zaak, 'zaakinformatieobjecten', url)
  meldZaak(context, nieuw, { resource: 'zaakinformatieobject', url, actie: 'create' })
  return koppeling
}

/** zrc-004: what is tied to what lies fixed; how it is called does not. */
export async function wijzigKoppeling(context: Schrijfcontext, url: string, isDeel: boolean): Promise<Rij> {
  const oud = await haalOp(context, 'zaakinformatieobjecten', url)
  const json = typeof context.json === 'object' && context.json !== null ? context.json : {}
  const invoer = leesInvoer(zaakDocumentInvoer, isDeel ? { ...oud, ...json } : json)
  const anders = (['zaak', 'informatieobject'] as const).filter((veld) => invoer[veld] !== oud[veld])
  if (anders.length > 0) {
    throw ongeldig(...anders.map((veld) => fout(veld, 'wijzigen-niet-toegelaten', 'Dit ligt vast.')))
  }
  const zaak = await haalZaak(context, invoer.zaak)
  eisOpen(context, zaak)
  const nieuw: Rij = { ...oud, ...invoer }
  await context.schrijver.zet('zaakinformatieobjecten', nieuw)
  const actie = isDeel ? 'partial_update' : 'update'
  meldZaak(context, zaak, { resource: 'zaakinformatieobject', url, actie })
  return nieuw
}

export async function ontkoppelDocument(context: Schrijfcontext, url: string): Promise<void> {
  const { schrijver } = context
  const koppeling = await haalOp(context, 'zaakinformatieobjecten', url)
  const zaak = await haalZaak(context, String(koppeling.zaak))
  eisOpen(context, zaak)
  const voorwaarden = [
    ...gelijk('object', zaak.url),
    ...gelijk('informatieobject', String(koppeling.informatieobject)),
  ]
  const { rijen } = await schrijver.zoek('objectinformatieobjecten', { voorwaarden })
  for (const rij of rijen) await schrijver.verwijder('objectinformatieobjecten', rij.url)
  await schrijver.verwijder('zaakinformatieobjecten', url)
  await haalAf(schrijver, zaak, 'zaakinformatieobjecten', url)
  meldZaak(context, zaak, { resource: 'zaakinformatieobject', url, actie: 'destroy' })
}
