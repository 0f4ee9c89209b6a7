/** Looking for whom it is about, with what was typed kept meanwhile; and back again. */
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { eisLoket, vragerVan } from './scherm.ts'

/** What belongs to the form as it was sent, and not to what somebody typed. */
const vanHetFormulier = ['grond', 'doe', 'post', 'csrf']

export async function naarZoeken(verzoek: Verzoek): Promise<Antwoord> {
  const velden = new URLSearchParams(verzoek.form)
  for (const naam of vanHetFormulier) velden.delete(naam)
  await eisLoket(verzoek).onaf.bewaar(vragerVan(verzoek, 'balie'), velden.toString())
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balie') }
}

/** The same request with what they typed before; whom they found meanwhile is whom it is about. */
export async function metOnaf(
  verzoek: Verzoek,
): Promise<{ readonly verzoek: Verzoek; readonly op: Date } | undefined> {
  const is = await eisLoket(verzoek).onaf.haal(vragerVan(verzoek, 'balie'))
  if (is === undefined) return undefined
  const form = new URLSearchParams(is.velden)
  if (eisWerker(verzoek).werker.grond?.persoon !== undefined) {
    form.set('wie', 'persoon')
    if ((form.get('herkend') ?? '') === '') form.set('herkend', 'document')
  }
  return { verzoek: { ...verzoek, form }, op: is.op }
}

export async function vergeet(verzoek: Verzoek): Promise<Antwoord> {
  await eisLoket(verzoek).onaf.vergeet(vragerVan(verzoek, 'balie'))
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balieLoketNieuw') }
}
