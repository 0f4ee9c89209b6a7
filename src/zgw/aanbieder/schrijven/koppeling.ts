import { ongeldig } from '../../fout.ts'
import type { Rij, ZgwLezer } from '../opslag.ts'
import { leesInvoer, zaakDocumentInvoer } from './invoer.ts'
import {
  eisGelijk,
  eisOpen,
  fout,
  gelijk,
  gewijzigd,
  haalAf,
  haalOp,
  haalZaak,
  lijst,
  meldZaak,
  nietHier,
  type Schrijfcontext,
  samengevoegd,
  zetBij,
} from './kern.ts'
import { haalSpiegelWeg, zetSpiegel } from './spiegel.ts'

/** Ties a document to a case; the documents API mirrors it (zrc-003 and zrc-005). */
export async function koppelDocument(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen, nu } = context
  const invoer = leesInvoer(zaakDocumentInvoer, context.json)
  const zaak = await haalZaak(context, invoer.zaak)
  eisOpen(context, zaak)
  const document = await schrijver.haal('enkelvoudiginformatieobjecten', invoer.informatieobject)
  if (document === undefined) {
    throw await nietHier(
      context,
      'informatieobject',
      'enkelvoudiginformatieobjecten',
      invoer.informatieobject,
    )
  }
  await eisSoortBijZaak(schrijver, zaak, String(document.informatieobjecttype))
  const voorwaarden = [...gelijk('zaak', zaak.url), ...gelijk('informatieobject', invoer.informatieobject)]
  if ((await schrijver.zoek('zaakinformatieobjecten', { voorwaarden })).aantal > 0) {
    throw ongeldig(fout('nonFieldErrors', 'unique', 'Dit document hoort al bij de zaak.'))
  }
  const uuid = context.uuid()
  const url = adressen.van('zaakinformatieobjecten', uuid)
  const koppeling: Rij = {
    ...invoer,
    url,
    uuid,
    aardRelatieWeergave: 'Hoort bij, omgekeerd: kent',
    registratiedatum: nu.toISOString(),
  }
  await schrijver.zet('zaakinformatieobjecten', koppeling)
  await zetSpiegel(context, {
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
  const invoer = leesInvoer(zaakDocumentInvoer, samengevoegd(context, oud, isDeel))
  eisGelijk(oud, invoer, 'zaak', 'informatieobject')
  const zaak = await haalZaak(context, invoer.zaak)
  eisOpen(context, zaak)
  const nieuw: Rij = { ...oud, ...invoer }
  await context.schrijver.zet('zaakinformatieobjecten', nieuw)
  meldZaak(context, zaak, { resource: 'zaakinformatieobject', url, actie: gewijzigd(isDeel) })
  return nieuw
}

export async function ontkoppelDocument(context: Schrijfcontext, url: string): Promise<void> {
  const { schrijver } = context
  const koppeling = await haalOp(context, 'zaakinformatieobjecten', url)
  const zaak = await haalZaak(context, String(koppeling.zaak))
  eisOpen(context, zaak)
  const informatieobject = String(koppeling.informatieobject)
  await haalSpiegelWeg(context, { object: zaak.url, informatieobject })
  await schrijver.verwijder('zaakinformatieobjecten', url)
  await haalAf(schrijver, zaak, 'zaakinformatieobjecten', url)
  meldZaak(context, zaak, { resource: 'zaakinformatieobject', url, actie: 'destroy' })
}

/** The type of the document must be one of the type of the case: named there by its address or its description. */
async function eisSoortBijZaak(lezer: ZgwLezer, zaak: Rij, informatieobjecttype: string): Promise<void> {
  const zaaktype = await lezer.haal('zaaktypen', String(zaak.zaaktype))
  const soort = await lezer.haal('informatieobjecttypen', informatieobjecttype)
  if (zaaktype !== undefined && lijst(zaaktype, 'informatieobjecttypen').includes(informatieobjecttype))
    return
  const { rijen } = await lezer.zoek('zaaktype-informatieobjecttypen', {
    voorwaarden: gelijk('zaaktype', String(zaak.zaaktype)),
  })
  const namen: unknown[] = [informatieobjecttype, soort?.omschrijving]
  if (rijen.some((rij) => namen.includes(rij.informatieobjecttype))) return
  const reden = 'Documenten van dit type horen niet bij het zaaktype.'
  throw ongeldig(fout('nonFieldErrors', 'missing-zaaktype-informatieobjecttype-relation', reden))
}
