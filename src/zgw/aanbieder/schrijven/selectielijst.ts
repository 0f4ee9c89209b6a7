import { z } from 'zod'
import { type OngeldigVeld, ongeldig } from '../../fout.ts'
import type { JsonObject, Rij } from '../opslag.ts'
import { fout, type Schrijfcontext } from './kern.ts'

/** The list by which archives are kept, as the reference lists answer it. */
const klasseSchema = z.object({
  procesType: z.string(),
  waardering: z.string().default(''),
  bewaartermijn: z.string().nullable().default(null),
  procestermijn: z.string().default(''),
})
const omschrijvingSchema = z.object({ omschrijving: z.string() })

const metKenmerk = ['eigenschap', 'zaakobject', 'ander_datumkenmerk']
const metObject = ['zaakobject', 'ander_datumkenmerk']

/** ztc-002 to ztc-008: what the type says of the archive fits together, and with the list when that can be read. */
export async function vulUitSelectielijst(
  context: Schrijfcontext,
  gelezen: JsonObject,
  zaaktype: Rij | undefined,
): Promise<JsonObject> {
  const procedure = gelezen.brondatumArchiefprocedure
  const fouten: OngeldigVeld[] = []
  const groep = typeof procedure === 'object' && procedure !== null && 'afleidingswijze' in procedure
  if (groep) fouten.push(...foutenInProcedure({ ...procedure }))
  const { buiten } = context
  if (buiten === undefined) {
    if (fouten.length > 0) throw ongeldig(...fouten)
    return gelezen
  }
  const omschrijving = omschrijvingSchema.safeParse(
    (await buiten(String(gelezen.resultaattypeomschrijving)))?.json,
  )
  if (!omschrijving.success) {
    fouten.push(fout('resultaattypeomschrijving', 'invalid-resource', 'Dit is geen omschrijving.'))
  }
  const klasse = klasseSchema.safeParse((await buiten(String(gelezen.selectielijstklasse)))?.json)
  if (!klasse.success) {
    fouten.push(fout('selectielijstklasse', 'invalid-resource', 'Dit is geen klasse van de selectielijst.'))
    throw ongeldig(...fouten)
  }
  if (klasse.data.procesType !== zaaktype?.selectielijstProcestype) {
    fouten.push(fout('nonFieldErrors', 'procestype-mismatch', 'De klasse is van een ander procestype.'))
  }
  if (groep) fouten.push(...foutenInTermijn(klasse.data.procestermijn, String(procedure.afleidingswijze)))
  if (fouten.length > 0 || !omschrijving.success) throw ongeldig(...fouten)
  const { waardering, bewaartermijn } = klasse.data
  return {
    ...gelezen,
    omschrijvingGeneriek: omschrijving.data.omschrijving,
    archiefnominatie: gelezen.archiefnominatie || waardering,
    archiefactietermijn: gelezen.archiefactietermijn ?? bewaartermijn,
  }
}

/** ztc-004 to ztc-008: each part of the group is needed for some ways, and has no place in the others. */
function foutenInProcedure(procedure: JsonObject): OngeldigVeld[] {
  const wijze = String(procedure.afleidingswijze)
  const eisen = [
    ['datumkenmerk', metKenmerk.includes(wijze)],
    ['objecttype', metObject.includes(wijze)],
    ['registratie', wijze === 'ander_datumkenmerk'],
    ['procestermijn', wijze === 'termijn'],
  ] as const
  const fouten = eisen.flatMap(([veld, moet]) => {
    const isGevuld = procedure[veld] !== null && procedure[veld] !== '' && procedure[veld] !== undefined
    if (isGevuld === moet) return []
    const naam = `brondatumArchiefprocedure.${veld}`
    return moet
      ? [fout(naam, 'required', `Nodig bij ${wijze}.`)]
      : [fout(naam, 'must-be-empty', `Kan niet bij ${wijze}.`)]
  })
  if (procedure.einddatumBekend === true && (wijze === 'afgehandeld' || wijze === 'termijn')) {
    fouten.push(fout('brondatumArchiefprocedure.einddatumBekend', 'must-be-empty', `Kan niet bij ${wijze}.`))
  }
  return fouten
}

/** ztc-003. Without a term in the list every way is possible. */
function foutenInTermijn(procestermijn: string, wijze: string): OngeldigVeld[] {
  const hoort =
    procestermijn === 'nihil'
      ? 'afgehandeld'
      : procestermijn === 'ingeschatte_bestaansduur_procesobject'
        ? 'termijn'
        : undefined
  if (hoort === undefined || hoort === wijze) return []
  const reden = `Bij deze klasse hoort ${hoort}.`
  return [fout('nonFieldErrors', 'invalid-afleidingswijze-for-procestermijn', reden)]
}
