import { z } from 'zod'
import { ongeldig } from '../../fout.ts'
import { adres } from '../../waarden.ts'
import { uuidUit } from '../context.ts'
import type { Rij } from '../opslag.ts'
import { leesInvoer } from './invoer.ts'
import { fout, gelijk, haalOp, haalZaak, meldZaak, nietHier, type Schrijfcontext } from './kern.ts'

export const zaakbesluitInvoer = z.object({ besluit: adres })

/** The mirror of a decision at its case (brc-006): only of what the decision itself says. */
export async function maakZaakbesluit(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen, ouder } = context
  const { besluit } = leesInvoer(zaakbesluitInvoer, context.json)
  const zaak = await haalZaak(context, adressen.van('zaken', ouder))
  const gevonden = await schrijver.haal('besluiten', besluit)
  if (gevonden === undefined) throw await nietHier(context, 'besluit', 'besluiten', besluit)
  if (gevonden.zaak !== zaak.url) {
    throw ongeldig(fout('nonFieldErrors', 'inconsistent-relation', 'Dit besluit hoort bij een andere zaak.'))
  }
  const bestaand = await spiegelVan(context, besluit)
  return bestaand ?? zetZaakbesluit(context, zaak, besluit)
}

export async function zetZaakbesluit(context: Schrijfcontext, zaak: Rij, besluit: string): Promise<Rij> {
  const uuid = context.uuid()
  const url = context.adressen.van('zaakbesluiten', uuid, uuidUit(zaak.url))
  const rij: Rij = { url, uuid, zaak: zaak.url, besluit }
  await context.schrijver.zet('zaakbesluiten', rij)
  meldZaak(context, zaak, { resource: 'zaakbesluit', url, actie: 'create' })
  return rij
}

/** As long as the decision says that it is about this case, the case says so too. */
export async function verwijderZaakbesluit(context: Schrijfcontext, url: string): Promise<void> {
  const rij = await haalOp(context, 'zaakbesluiten', url)
  const besluit = await context.schrijver.haal('besluiten', String(rij.besluit))
  if (besluit?.zaak === rij.zaak) {
    throw ongeldig(fout('nonFieldErrors', 'remote-relation-exists', 'Het besluit noemt deze zaak nog.'))
  }
  await context.schrijver.verwijder('zaakbesluiten', url)
}

async function spiegelVan({ schrijver }: Schrijfcontext, besluit: string): Promise<Rij | undefined> {
  const { rijen } = await schrijver.zoek('zaakbesluiten', { voorwaarden: gelijk('besluit', besluit) })
  return rijen[0]
}
