import { geenToegang, ongeldig } from '../../fout.ts'
import type { Rij } from '../opslag.ts'
import { heeftScope } from '../rechten.ts'
import { archiefgegevens, eisAfsluitbaar } from './afsluiten.ts'
import { leesInvoer, statusInvoer } from './invoer.ts'
import { dagVan, eisType, fout, gelijk, haalZaak, meldZaak, type Schrijfcontext, zonderLeeg } from './kern.ts'

/** A status is set and never changed or removed. The last one closes the case; another one opens it again. */
export async function zetStatus(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen, nu } = context
  const invoer = leesInvoer(statusInvoer, context.json)
  const zaak = await haalZaak(context, invoer.zaak)
  const type = await eisType(context, zaak, {
    soort: 'statustypen',
    veld: 'statustype',
    url: invoer.statustype,
  })
  const { rijen: eerder } = await schrijver.zoek('statussen', { voorwaarden: gelijk('zaak', zaak.url) })
  eisVolgorde(context, zaak, eerder.length === 0)
  const gezet = new Date(invoer.datumStatusGezet)
  if (gezet > nu) {
    throw ongeldig(fout('datumStatusGezet', 'date-in-future', 'Een status ligt niet in de toekomst.'))
  }
  if (eerder.some((rij) => Date.parse(String(rij.datumStatusGezet)) === gezet.getTime())) {
    throw ongeldig(fout('nonFieldErrors', 'unique', 'Op dit moment is al een status gezet.'))
  }
  const isEinde = type.isEindstatus === true
  if (zaak.einddatum !== null && !isEinde) await eisHoofdzaakOpen(context, zaak)
  if (isEinde) await eisAfsluitbaar(schrijver, zaak)
  const uuid = context.uuid()
  const url = adressen.van('statussen', uuid)
  const isLaatste = eerder.every((rij) => Date.parse(String(rij.datumStatusGezet)) < gezet.getTime())
  const status = zonderLeeg(
    {
      ...invoer,
      url,
      uuid,
      indicatieLaatstGezetteStatus: isLaatste,
      zaakinformatieobjecten: [],
    },
    'gezetdoor',
  )
  if (isLaatste) {
    for (const rij of eerder) {
      if (rij.indicatieLaatstGezetteStatus !== true) continue
      await schrijver.zet('statussen', { ...rij, indicatieLaatstGezetteStatus: false })
    }
  }
  await schrijver.zet('statussen', status)
  const nieuw = await naStatus(context, zaak, {
    isEinde,
    url: isLaatste ? url : undefined,
    dag: dagVan(gezet),
  })
  meldZaak(context, nieuw, { resource: 'status', url, actie: 'create' })
  return status
}

/** `zaken.aanmaken` alone may set the first; a closed case opens with `zaken.heropenen`. */
function eisVolgorde({ aangemeld }: Schrijfcontext, zaak: Rij, isEerste: boolean): void {
  const mag = (scope: string) => heeftScope(aangemeld, 'zrc', { scope, type: String(zaak.zaaktype) })
  if (zaak.einddatum !== null && !mag('zaken.heropenen') && !mag('zaken.geforceerd-bijwerken')) {
    throw geenToegang('De zaak is afgesloten; hiervoor is zaken.heropenen nodig.')
  }
  if (!isEerste && !mag('zaken.statussen.toevoegen') && !mag('zaken.heropenen')) {
    throw geenToegang('Met alleen zaken.aanmaken kan alleen de eerste status gezet worden.')
  }
}

/** A part of a case does not open again while the whole is closed. */
async function eisHoofdzaakOpen({ schrijver }: Schrijfcontext, zaak: Rij): Promise<void> {
  if (typeof zaak.hoofdzaak !== 'string') return
  const hoofdzaak = await schrijver.haal('zaken', zaak.hoofdzaak)
  if (hoofdzaak === undefined || hoofdzaak.einddatum === null) return
  throw ongeldig(fout('nonFieldErrors', 'hoofdzaak-closed', 'De hoofdzaak is afgesloten.'))
}

async function naStatus(
  { schrijver }: Schrijfcontext,
  zaak: Rij,
  { isEinde, url, dag }: { isEinde: boolean; url: string | undefined; dag: string },
): Promise<Rij> {
  const heropend = zaak.einddatum !== null && !isEinde
  const nieuw: Rij = {
    ...zaak,
    ...(url === undefined ? {} : { status: url }),
    ...(isEinde ? { einddatum: dag, ...(await archiefgegevens(schrijver, zaak, dag)) } : {}),
    ...(heropend
      ? { einddatum: null, archiefactiedatum: null, archiefnominatie: null, startdatumBewaartermijn: null }
      : {}),
  }
  await schrijver.zet('zaken', nieuw)
  return nieuw
}
