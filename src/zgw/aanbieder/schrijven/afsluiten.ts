import { type Datum, parseDatum, plusDagen, plusJaren, plusMaanden } from '../../../kalender/index.ts'
import { duurIn } from '../../catalogi.ts'
import { type OngeldigVeld, ongeldig } from '../../fout.ts'
import type { Rij, ZgwLezer } from '../opslag.ts'
import { fout, gelijk, lijst } from './kern.ts'

/** zrc-007: when the end status may be set, all that is missing together. */
export async function eisAfsluitbaar(lezer: ZgwLezer, zaak: Rij): Promise<void> {
  const fouten: OngeldigVeld[] = []
  if (zaak.resultaat === null) {
    fouten.push(fout('nonFieldErrors', 'resultaat-does-not-exist', 'De zaak heeft nog geen resultaat.'))
  }
  const delen = await lezer.zoek('zaken', {
    voorwaarden: [{ op: 'in', veld: 'url', waarden: lijst(zaak, 'deelzaken') }],
  })
  if (delen.rijen.some((deel) => deel.einddatum === null)) {
    fouten.push(fout('nonFieldErrors', 'deelzaken-not-closed', 'Een deelzaak is nog open.'))
  }
  const { rijen } = await lezer.zoek('zaakinformatieobjecten', { voorwaarden: gelijk('zaak', zaak.url) })
  const waarden = rijen.map((rij) => String(rij.informatieobject))
  const documenten = await lezer.zoek('enkelvoudiginformatieobjecten', {
    voorwaarden: [{ op: 'in', veld: 'url', waarden }],
  })
  if (documenten.rijen.some((document) => document.indicatieGebruiksrecht === null)) {
    fouten.push(
      fout(
        'nonFieldErrors',
        'indicatiegebruiksrecht-unset',
        'Van een document is het gebruiksrecht niet bekend.',
      ),
    )
  }
  if (fouten.length > 0) throw ongeldig(...fouten)
}

/**
 * zrc-015: what the archive must know, from the type of the result. Of an origin that cannot be derived (a date of
 * somebody's own, something elsewhere) the date stays empty: that is not «today».
 */
export async function archiefgegevens(lezer: ZgwLezer, zaak: Rij, einddatum: string) {
  const resultaat = await lezer.haal('resultaten', String(zaak.resultaat))
  const type = await lezer.haal('resultaattypen', String(resultaat?.resultaattype))
  const archiefnominatie = zaak.archiefnominatie || type?.archiefnominatie || null
  const brondatum = await brondatumVan(lezer, zaak, type, einddatum)
  const termijn = type?.archiefactietermijn
  const archiefactiedatum =
    brondatum === undefined || typeof termijn !== 'string' ? null : (plusDuur(brondatum, termijn) ?? null)
  return {
    archiefnominatie,
    archiefactiedatum: zaak.archiefactiedatum ?? archiefactiedatum,
    startdatumBewaartermijn: brondatum ?? null,
  }
}

async function brondatumVan(
  lezer: ZgwLezer,
  zaak: Rij,
  type: Rij | undefined,
  einddatum: string,
): Promise<Datum | undefined> {
  const procedure = type?.brondatumArchiefprocedure
  if (typeof procedure !== 'object' || procedure === null || !('afleidingswijze' in procedure))
    return undefined
  const einde = parseDatum(einddatum)
  switch (procedure.afleidingswijze) {
    case 'afgehandeld':
      return einde
    case 'termijn':
      return einde && plusDuur(einde, String(procedure.procestermijn))
    case 'hoofdzaak': {
      const hoofdzaak = await lezer.haal('zaken', String(zaak.hoofdzaak))
      return parseDatum(hoofdzaak?.einddatum)
    }
    case 'eigenschap':
      return eigenschapVan(lezer, zaak, String(procedure.datumkenmerk))
    case 'ingangsdatum_besluit':
      return laatste(lezer, zaak, 'ingangsdatum')
    case 'vervaldatum_besluit':
      return laatste(lezer, zaak, 'vervaldatum')
    case 'gerelateerde_zaak':
      return laatsteGerelateerde(lezer, zaak)
    case 'zaakobject':
      return laatsteVanObjecten(lezer, zaak, {
        objecttype: String(procedure.objecttype),
        kenmerk: String(procedure.datumkenmerk),
      })
    default:
      return undefined
  }
}

/** Of cases here; one elsewhere, or one that is still open, makes the whole unknown. */
async function laatsteGerelateerde(lezer: ZgwLezer, zaak: Rij): Promise<Datum | undefined> {
  const relaties = Array.isArray(zaak.relevanteAndereZaken) ? zaak.relevanteAndereZaken : []
  const dagen: (Datum | undefined)[] = []
  for (const { url } of relaties) {
    const ander = await lezer.haal('zaken', String(url))
    dagen.push(parseDatum(ander?.einddatum))
  }
  return hoogste(dagen)
}

/** Of objects that stand here with their fields; what is elsewhere is not fetched, and unknown. */
async function laatsteVanObjecten(
  lezer: ZgwLezer,
  zaak: Rij,
  { objecttype, kenmerk }: { readonly objecttype: string; readonly kenmerk: string },
): Promise<Datum | undefined> {
  const { rijen } = await lezer.zoek('zaakobjecten', { voorwaarden: gelijk('zaak', zaak.url) })
  const dagen = rijen
    .filter((rij) => rij.objectType === objecttype.toLowerCase())
    .map(({ objectIdentificatie: wie }) =>
      wie !== null && typeof wie === 'object' && kenmerk in wie
        ? parseDatum(Object.entries(wie).find(([veld]) => veld === kenmerk)?.[1])
        : undefined,
    )
  return hoogste(dagen)
}

function hoogste(dagen: readonly (Datum | undefined)[]): Datum | undefined {
  if (dagen.some((dag) => dag === undefined)) return undefined
  return dagen.toSorted().at(-1)
}

async function eigenschapVan(lezer: ZgwLezer, zaak: Rij, naam: string): Promise<Datum | undefined> {
  const voorwaarden = [...gelijk('zaak', zaak.url), ...gelijk('naam', naam)]
  const { rijen } = await lezer.zoek('zaakeigenschappen', { voorwaarden })
  return parseDatum(rijen[0]?.waarde)
}

/** Of the decisions of this case; one without the date makes the whole unknown. */
async function laatste(lezer: ZgwLezer, zaak: Rij, veld: string): Promise<Datum | undefined> {
  const { rijen } = await lezer.zoek('besluiten', { voorwaarden: gelijk('zaak', zaak.url) })
  return hoogste(rijen.map((besluit) => parseDatum(besluit[veld])))
}

function plusDuur(dag: Datum, duur: string): Datum | undefined {
  const delen = duurIn(duur)
  return delen && plusDagen(plusMaanden(plusJaren(dag, delen.jaren), delen.maanden), delen.dagen)
}
