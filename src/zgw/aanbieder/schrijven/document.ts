import { z } from 'zod'
import { type OngeldigVeld, ongeldig } from '../../fout.ts'
import type { JsonObject, Rij } from '../opslag.ts'
import { heeftScope } from '../rechten.ts'
import { versieAdres } from '../versies.ts'
import { haalDelenWeg, maakDelen } from './bestandsdeel.ts'
import { documentInvoer, leesInvoer } from './invoer.ts'
import {
  eisTypeMag,
  fout,
  gelijk,
  gewijzigd,
  haalOp,
  meldDocument,
  nietHier,
  type Schrijfcontext,
  zonderLeeg,
} from './kern.ts'
import { eisSlot, zetSlot } from './slot.ts'

export const documentWijziging = documentInvoer.extend({ lock: z.string().default('') })
type Documentinvoer = z.infer<typeof documentInvoer>

/** With its bytes in the body, in parts that come after (`inhoud` null and a size), or without any. */
export async function maakDocument(context: Schrijfcontext): Promise<JsonObject> {
  const { schrijver, adressen, nu } = context
  const invoer = leesInvoer(documentInvoer, context.json)
  const type = await eisDocumenttype(context, invoer)
  const bytes = bytesVan(invoer)
  const fouten = foutenIn(invoer, bytes?.length, false)
  if (fouten.length > 0) throw ongeldig(...fouten)
  const uuid = context.uuid()
  const kort = uuid.replaceAll('-', '').slice(-16).toUpperCase()
  const identificatie = invoer.identificatie || `DOCUMENT-${nu.getUTCFullYear()}-${kort}`
  await eisUniek(context, invoer.bronorganisatie, identificatie)
  const url = adressen.van('enkelvoudiginformatieobjecten', uuid)
  const document = velden({ ...invoer, identificatie }, type, { url, versie: 1, nu, bytes })
  const inDelen = bytes === undefined && (invoer.bestandsomvang ?? 0) > 0
  const slot = inDelen ? await zetSlot(context, url) : ''
  const bestandsdelen = inDelen ? await maakDelen(context, url, invoer.bestandsomvang ?? 0) : []
  const rij: Rij = { ...document, locked: inDelen, bestandsdelen }
  await schrijver.zet('enkelvoudiginformatieobjecten', rij)
  if (bytes !== undefined) await schrijver.zetInhoud(url, bytes)
  meldDocument(context, rij, { resource: 'enkelvoudiginformatieobject', url, actie: 'create' })
  return { ...rij, lock: slot, bestandsdelen: metSlot(bestandsdelen, slot) }
}

/** A new version each time; the one before it stays as it was (drc-009: with the lock; drc-010: not when final). */
export async function wijzigDocument(
  context: Schrijfcontext,
  url: string,
  isDeel: boolean,
): Promise<JsonObject> {
  const { schrijver, opslag, nu } = context
  const oud = await haalOp(context, 'enkelvoudiginformatieobjecten', url)
  const { lock, ...invoer } = leesWijziging(context, oud, isDeel)
  await eisSlot(context, url, lock)
  eisNietDefinitief(context, oud)
  const type = await eisDocumenttype(context, invoer)
  const isOngemoeid = isDeel && !noemt(context.json, 'inhoud')
  const bytes = isOngemoeid ? await opslag.inhoud(url) : bytesVan(invoer)
  const fouten = foutenIn(invoer, bytes?.length, await heeftGebruiksrecht(context, url))
  if (fouten.length > 0) throw ongeldig(...fouten)
  const identificatie = invoer.identificatie || String(oud.identificatie)
  if (identificatie !== oud.identificatie || invoer.bronorganisatie !== oud.bronorganisatie) {
    await eisUniek(context, invoer.bronorganisatie, identificatie)
  }
  await bewaarVersie(context, oud)
  await haalDelenWeg(context, url)
  const versie = Number(oud.versie) + 1
  const document = velden({ ...invoer, identificatie }, type, { url, versie, nu, bytes })
  const inDelen = bytes === undefined && (invoer.bestandsomvang ?? 0) > 0
  const bestandsdelen = inDelen ? await maakDelen(context, url, invoer.bestandsomvang ?? 0) : []
  const rij: Rij = { ...document, locked: true, bestandsdelen }
  await schrijver.zet('enkelvoudiginformatieobjecten', rij)
  if (bytes !== undefined) await schrijver.zetInhoud(url, bytes)
  meldDocument(context, rij, { resource: 'enkelvoudiginformatieobject', url, actie: gewijzigd(isDeel) })
  return { ...rij, bestandsdelen: metSlot(bestandsdelen, lock) }
}

/** drc-008: not while something points to it; then with everything that it was. */
export async function verwijderDocument(context: Schrijfcontext, url: string): Promise<void> {
  const document = await haalOp(context, 'enkelvoudiginformatieobjecten', url)
  const { schrijver } = context
  const { aantal } = await schrijver.zoek('objectinformatieobjecten', {
    voorwaarden: gelijk('informatieobject', url),
  })
  if (aantal > 0) {
    throw ongeldig(fout('nonFieldErrors', 'pending-relations', 'Er hangt nog iets aan dit document.'))
  }
  const delen = [
    ['gebruiksrechten', 'informatieobject'],
    ['verzendingen', 'informatieobject'],
    ['bestandsdelen', 'informatieobject'],
    ['documentversies', 'document'],
    ['documentsloten', 'document'],
    ['documentspoor', 'hoofdObject'],
  ] as const
  for (const [soort, veld] of delen) {
    const { rijen } = await schrijver.zoek(soort, { voorwaarden: gelijk(veld, url) })
    for (const rij of rijen) await schrijver.verwijder(soort, rij.url)
  }
  await schrijver.verwijder('enkelvoudiginformatieobjecten', url)
  meldDocument(context, document, { resource: 'enkelvoudiginformatieobject', url, actie: 'destroy' })
}

/** `inhoud` is an address in what was, and bytes in what comes: it is never carried over as text. */
function leesWijziging(context: Schrijfcontext, oud: Rij, isDeel: boolean) {
  const { inhoud, ...rest } = oud
  const omvang = noemt(context.json, 'inhoud') && !noemt(context.json, 'bestandsomvang')
  const basis = omvang ? { ...rest, bestandsomvang: null } : rest
  const json = context.json
  const geheel = isDeel && typeof json === 'object' && json !== null ? { ...basis, ...json } : json
  return leesInvoer(documentWijziging, geheel)
}

const noemt = (json: unknown, veld: string): boolean =>
  typeof json === 'object' && json !== null && veld in json

async function eisDocumenttype(context: Schrijfcontext, invoer: Documentinvoer): Promise<Rij> {
  const url = invoer.informatieobjecttype
  const type = await context.schrijver.haal('informatieobjecttypen', url)
  if (type === undefined) throw await nietHier(context, 'informatieobjecttype', 'informatieobjecttypen', url)
  if (type.concept === true) {
    throw ongeldig(fout('informatieobjecttype', 'not-published', 'Dit type is nog een concept.'))
  }
  const niveau = invoer.vertrouwelijkheidaanduiding || type.vertrouwelijkheidaanduiding
  eisTypeMag(context, 'drc', { type: url, niveau })
  return type
}

/** The file says that nothing changes after that; the scope to force is of the file too. */
function eisNietDefinitief({ aangemeld }: Schrijfcontext, oud: Rij): void {
  const geforceerd = { scope: 'documenten.geforceerd-bijwerken', type: String(oud.informatieobjecttype) }
  if (oud.status !== 'definitief' || heeftScope(aangemeld, 'drc', geforceerd)) return
  throw ongeldig(fout('nonFieldErrors', 'modify-status', 'Een definitief document wijzigt niet meer.'))
}

async function eisUniek({ schrijver }: Schrijfcontext, bron: string, identificatie: string): Promise<void> {
  const voorwaarden = [...gelijk('bronorganisatie', bron), ...gelijk('identificatie', identificatie)]
  if ((await schrijver.zoek('enkelvoudiginformatieobjecten', { voorwaarden })).aantal > 0) {
    throw ongeldig(fout('identificatie', 'identificatie-niet-uniek', 'Deze identificatie is al gebruikt.'))
  }
}

function bytesVan({ inhoud, bestandsomvang }: Documentinvoer): Uint8Array | undefined {
  if (inhoud !== null) return Buffer.from(inhoud, 'base64')
  return bestandsomvang === 0 ? new Uint8Array() : undefined
}

function foutenIn(invoer: Documentinvoer, omvang: number | undefined, heeftRecht: boolean): OngeldigVeld[] {
  const fouten: OngeldigVeld[] = []
  // drc-005: what somebody sent in is not a draft of ours.
  if (invoer.ontvangstdatum !== null && /^(in_bewerking|ter_vaststelling)$/.test(invoer.status)) {
    fouten.push(fout('status', 'invalid_for_received', 'Een ontvangen document is niet in bewerking.'))
  }
  // drc-006: that there are rights follows from making one, and stays until the last one goes.
  if (invoer.indicatieGebruiksrecht === true && !heeftRecht) {
    const reden = 'Dit wordt waar door een gebruiksrecht te maken.'
    fouten.push(fout('indicatieGebruiksrecht', 'missing-gebruiksrechten', reden))
  }
  if (invoer.indicatieGebruiksrecht !== true && heeftRecht) {
    const reden = 'Er zijn gebruiksrechten bij dit document.'
    fouten.push(fout('indicatieGebruiksrecht', 'existing-gebruiksrechten', reden))
  }
  if (omvang !== undefined && invoer.bestandsomvang !== null && invoer.bestandsomvang !== omvang) {
    fouten.push(fout('nonFieldErrors', 'file-size', 'De omvang klopt niet met de inhoud.'))
  }
  return fouten
}

async function heeftGebruiksrecht({ schrijver }: Schrijfcontext, url: string): Promise<boolean> {
  const { aantal } = await schrijver.zoek('gebruiksrechten', {
    voorwaarden: gelijk('informatieobject', url),
    aantal: 1,
  })
  return aantal > 0
}

interface Versie {
  readonly url: string
  readonly versie: number
  readonly nu: Date
  readonly bytes: Uint8Array | undefined
}

function velden(invoer: Documentinvoer, type: Rij, { url, versie, nu, bytes }: Versie): Rij {
  const { inhoud, ...rest } = invoer
  return zonderLeeg(
    {
      ...rest,
      url,
      // drc-007: never empty in an answer.
      vertrouwelijkheidaanduiding:
        invoer.vertrouwelijkheidaanduiding || String(type.vertrouwelijkheidaanduiding),
      versie,
      beginRegistratie: nu.toISOString(),
      inhoud: bytes === undefined ? null : `${url}/download?versie=${versie}`,
      bestandsomvang: bytes?.length ?? invoer.bestandsomvang,
      locked: false,
      bestandsdelen: [],
    },
    'link',
  )
}

async function bewaarVersie({ schrijver, opslag }: Schrijfcontext, oud: Rij): Promise<void> {
  const url = versieAdres(oud.url, Number(oud.versie))
  await schrijver.zet('documentversies', { ...oud, url, document: oud.url, bestandsdelen: [] })
  const bytes = oud.inhoud === null ? undefined : await opslag.inhoud(oud.url)
  if (bytes !== undefined) await schrijver.zetInhoud(url, bytes)
}

/** Only whoever holds the lock sees it: the answer to its own request, nowhere else. */
const metSlot = (delen: readonly JsonObject[], lock: string) => delen.map((deel) => ({ ...deel, lock }))
