import { type OngeldigVeld, ongeldig } from '../../fout.ts'
import type { JsonObject, Rij } from '../opslag.ts'
import { leesInvoer, type Zaakinvoer, zaakInvoer } from './invoer.ts'
import {
  dagVan,
  eisGelijk,
  eisOpen,
  eisTypeMag,
  fout,
  foutenElders,
  gelijk,
  gewijzigd,
  haalAf,
  haalOp,
  lijst,
  meldZaak,
  nietHier,
  type Schrijfcontext,
  zonderLeeg,
} from './kern.ts'
import { haalSpiegelWeg } from './spiegel.ts'

const betalingsteksten: Readonly<Record<string, string>> = {
  nvt: 'Er is geen sprake van te betalen, met de zaak gemoeide, kosten.',
  nog_niet: 'De met de zaak gemoeide kosten zijn (nog) niet betaald.',
  gedeeltelijk: 'De met de zaak gemoeide kosten zijn gedeeltelijk betaald.',
  geheel: 'De met de zaak gemoeide kosten zijn geheel betaald.',
}

export async function maakZaak(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen, nu } = context
  const invoer = leesInvoer(zaakInvoer, context.json)
  const zaaktype = await eisZaaktype(context, invoer)
  const uuid = context.uuid()
  const url = adressen.van('zaken', uuid)
  await valideer(context, url, invoer, zaaktype)
  const identificatie =
    invoer.identificatie || `ZAAK-${nu.getUTCFullYear()}-${uuid.replaceAll('-', '').slice(-16).toUpperCase()}`
  await eisUniek(context, invoer.bronorganisatie, identificatie)
  const zaak = zonderLeegAdres({
    url,
    uuid,
    ...velden({ ...invoer, identificatie }, zaaktype, dagVan(nu)),
    einddatum: null,
    deelzaken: [],
    eigenschappen: [],
    rollen: [],
    status: null,
    zaakinformatieobjecten: [],
    zaakobjecten: [],
    resultaat: null,
  })
  await schrijver.zet('zaken', zaak)
  await hangAan(context, zaak)
  meldZaak(context, zaak, { resource: 'zaak', url, actie: 'create' })
  return zaak
}

/** PUT takes the place of everything that can be written; PATCH of what is in the body. */
export async function wijzigZaak(context: Schrijfcontext, url: string, isDeel: boolean): Promise<Rij> {
  const oud = await haalOp(context, 'zaken', url)
  eisOpen(context, oud)
  const json = typeof context.json === 'object' && context.json !== null ? context.json : {}
  // zrc-013: whoever says that nothing is to be paid need not take the date of payment away as well.
  const betaald =
    'betalingsindicatie' in json && json.betalingsindicatie === 'nvt' ? { laatsteBetaaldatum: null } : {}
  const invoer = leesInvoer(zaakInvoer, isDeel ? { ...oud, ...betaald, ...json } : json)
  const zaaktype = await eisZaaktype(context, invoer)
  const identificatie = invoer.identificatie || String(oud.identificatie)
  eisGelijk(oud, { zaaktype: invoer.zaaktype, identificatie }, 'zaaktype', 'identificatie')
  await valideer(context, url, invoer, zaaktype)
  if (invoer.bronorganisatie !== oud.bronorganisatie) {
    await eisUniek(context, invoer.bronorganisatie, identificatie)
  }
  const nieuw = zonderLeegAdres({
    ...oud,
    ...velden({ ...invoer, identificatie }, zaaktype, dagVan(context.nu)),
  })
  await context.schrijver.zet('zaken', nieuw)
  if (oud.hoofdzaak !== nieuw.hoofdzaak) {
    await maakLos(context, oud)
    await hangAan(context, nieuw)
  }
  meldZaak(context, nieuw, { resource: 'zaak', url, actie: gewijzigd(isDeel) })
  return nieuw
}

/** zrc-017: gone with everything that belongs to it, cases below it included. Documents stay where they are. */
export async function verwijderZaak(context: Schrijfcontext, url: string): Promise<void> {
  const zaak = await haalOp(context, 'zaken', url)
  const { schrijver } = context
  for (const deel of lijst(zaak, 'deelzaken')) {
    if ((await schrijver.haal('zaken', deel)) !== undefined) await verwijderZaak(context, deel)
  }
  const soorten = [
    'statussen',
    'resultaten',
    'rollen',
    'zaakeigenschappen',
    'zaakbesluiten',
    'zaakinformatieobjecten',
    'zaakobjecten',
    'zaakcontactmomenten',
    'zaakverzoeken',
    'klantcontacten',
    'zaakspoor',
  ] as const
  for (const soort of soorten) {
    const veld = soort === 'zaakspoor' ? 'hoofdObject' : 'zaak'
    const { rijen } = await schrijver.zoek(soort, { voorwaarden: gelijk(veld, url) })
    for (const rij of rijen) await schrijver.verwijder(soort, rij.url)
  }
  await haalSpiegelWeg(context, { object: url })
  await schrijver.verwijder('zaken', url)
  await maakLos(context, zaak)
  meldZaak(context, zaak, { resource: 'zaak', url, actie: 'destroy' })
}

async function eisZaaktype(
  context: Schrijfcontext,
  { zaaktype: url, vertrouwelijkheidaanduiding: niveau }: Zaakinvoer,
): Promise<Rij> {
  const zaaktype = await context.schrijver.haal('zaaktypen', url)
  if (zaaktype === undefined) throw await nietHier(context, 'zaaktype', 'zaaktypen', url)
  if (zaaktype.concept === true) {
    throw ongeldig(fout('zaaktype', 'not-published', 'Dit zaaktype is nog een concept.'))
  }
  eisTypeMag(context, 'zrc', { type: url, niveau: niveau || zaaktype.vertrouwelijkheidaanduiding })
  return zaaktype
}

async function valideer(
  context: Schrijfcontext,
  url: string,
  invoer: Zaakinvoer,
  zaaktype: Rij,
): Promise<void> {
  const fouten: OngeldigVeld[] = []
  if (invoer.betalingsindicatie === 'nvt' && invoer.laatsteBetaaldatum !== null) {
    fouten.push(fout('laatsteBetaaldatum', 'betaling-nvt', 'Zonder kosten is er geen betaaldatum.'))
  }
  const producten = lijst(zaaktype, 'productenOfDiensten')
  if (invoer.productenOfDiensten.some((product) => !producten.includes(product))) {
    fouten.push(fout('productenOfDiensten', 'invalid-products-services', 'Niet van dit zaaktype.'))
  }
  const kanaal = await foutenElders(context, 'communicatiekanaal', invoer.communicatiekanaal, ['naam'])
  fouten.push(...kanaal)
  if (invoer.hoofdzaak !== null) fouten.push(...(await foutenInHoofdzaak(context, url, invoer.hoofdzaak)))
  for (const [i, relatie] of invoer.relevanteAndereZaken.entries()) {
    // A case of another organisation is believed: it is not for us to fetch what somebody writes down.
    const isEigen = context.adressen.ontleed(relatie.url) !== undefined
    if (isEigen && (await context.schrijver.haal('zaken', relatie.url)) === undefined) {
      fouten.push(fout(`relevanteAndereZaken.${i}`, 'bad-url', 'Deze zaak is hier niet.'))
    }
    const elders = await foutenElders(context, `relevanteAndereZaken.${i}`, relatie.url, ['zaaktype'])
    fouten.push(...elders)
  }
  if (invoer.archiefstatus !== 'nog_te_archiveren') {
    fouten.push(...(await foutenInArchief(context, url, invoer)))
  }
  if (fouten.length > 0) throw ongeldig(...fouten)
}

async function foutenInHoofdzaak({ schrijver }: Schrijfcontext, url: string, hoofd: string) {
  if (hoofd === url) return [fout('hoofdzaak', 'self-forbidden', 'Een zaak is niet haar eigen hoofdzaak.')]
  const hoofdzaak = await schrijver.haal('zaken', hoofd)
  if (hoofdzaak === undefined) return [fout('hoofdzaak', 'does-not-exist', 'Deze zaak is hier niet.')]
  // One level: what is below something has nothing below it.
  return hoofdzaak.hoofdzaak === null
    ? []
    : [fout('hoofdzaak', 'deelzaak-als-hoofdzaak', 'Een deelzaak kan geen hoofdzaak zijn.')]
}

async function foutenInArchief({ schrijver }: Schrijfcontext, url: string, invoer: Zaakinvoer) {
  const { rijen } = await schrijver.zoek('zaakinformatieobjecten', { voorwaarden: gelijk('zaak', url) })
  const urls = rijen.map((rij) => String(rij.informatieobject))
  const documenten = await schrijver.zoek('enkelvoudiginformatieobjecten', {
    voorwaarden: [{ op: 'in', veld: 'url', waarden: urls }],
  })
  const fouten = documenten.rijen.every((rij) => rij.status === 'gearchiveerd')
    ? []
    : [fout('nonFieldErrors', 'documents-not-archived', 'Niet alle documenten zijn gearchiveerd.')]
  if (!invoer.archiefnominatie) {
    fouten.push(fout('archiefnominatie', 'archiefnominatie-not-set', 'De archiefnominatie ontbreekt.'))
  }
  if (invoer.archiefactiedatum === null) {
    fouten.push(fout('archiefactiedatum', 'archiefactiedatum-not-set', 'De archiefactiedatum ontbreekt.'))
  }
  return fouten
}

async function eisUniek({ schrijver }: Schrijfcontext, bron: string, identificatie: string): Promise<void> {
  const voorwaarden = [...gelijk('bronorganisatie', bron), ...gelijk('identificatie', identificatie)]
  const { aantal } = await schrijver.zoek('zaken', { voorwaarden })
  if (aantal > 0) {
    throw ongeldig(fout('identificatie', 'identificatie-niet-uniek', 'Deze identificatie is al gebruikt.'))
  }
}

function velden(invoer: Zaakinvoer, zaaktype: Rij, vandaag: string): JsonObject {
  return {
    ...invoer,
    registratiedatum: invoer.registratiedatum ?? vandaag,
    // zrc-008: never empty in an answer.
    vertrouwelijkheidaanduiding:
      invoer.vertrouwelijkheidaanduiding || String(zaaktype.vertrouwelijkheidaanduiding),
    betalingsindicatieWeergave: betalingsteksten[invoer.betalingsindicatie] ?? '',
    laatsteBetaaldatum: invoer.betalingsindicatie === 'nvt' ? null : invoer.laatsteBetaaldatum,
    opschorting: invoer.opschorting ?? { indicatie: false, reden: '' },
    // What zod read is JSON: it came out of JSON and holds no functions or dates.
    zaakgeometrie: invoer.zaakgeometrie as JsonObject | null,
  }
}

const zonderLeegAdres = (rij: Rij) => zonderLeeg(rij, 'communicatiekanaal', 'selectielijstklasse')

/** The case above knows the cases below. */
async function hangAan({ schrijver }: Schrijfcontext, zaak: Rij): Promise<void> {
  const hoofdzaak = await schrijver.haal('zaken', String(zaak.hoofdzaak))
  if (hoofdzaak === undefined) return
  await schrijver.zet('zaken', { ...hoofdzaak, deelzaken: [...lijst(hoofdzaak, 'deelzaken'), zaak.url] })
}

async function maakLos({ schrijver }: Schrijfcontext, zaak: Rij): Promise<void> {
  const hoofdzaak = await schrijver.haal('zaken', String(zaak.hoofdzaak))
  if (hoofdzaak !== undefined) await haalAf(schrijver, hoofdzaak, 'deelzaken', zaak.url)
}
