import { z } from 'zod'
import { type OngeldigVeld, ongeldig } from '../../fout.ts'
import { adres, vertrouwelijkheid } from '../../waarden.ts'
import type { Rij } from '../opslag.ts'
import { leesInvoer } from './invoer.ts'
import { fout, gewijzigd, haalOp, type Schrijfcontext, samengevoegd } from './kern.ts'

const scopes = z.array(z.string().min(1).max(100))

/** Which type a line is about must be said: a line that forgot it would otherwise be about all of them. */
const autorisatie = z.discriminatedUnion('component', [
  z.object({ component: z.enum(['ac', 'nrc', 'ztc']), scopes }),
  z.object({
    component: z.literal('zrc'),
    scopes,
    zaaktype: adres,
    maxVertrouwelijkheidaanduiding: vertrouwelijkheid,
  }),
  z.object({
    component: z.literal('drc'),
    scopes,
    informatieobjecttype: adres,
    maxVertrouwelijkheidaanduiding: vertrouwelijkheid,
  }),
  z.object({ component: z.literal('brc'), scopes, besluittype: adres }),
])

export const applicatieInvoer = z.object({
  clientIds: z.array(z.string().min(1).max(50)).min(1),
  label: z.string().min(1).max(100),
  heeftAlleAutorisaties: z.boolean().default(false),
  autorisaties: z.array(autorisatie).default([]),
})
type Applicatie = z.infer<typeof applicatieInvoer>

const componenten = {
  ac: 'Autorisatiecomponent',
  nrc: 'Notificatierouteringcomponent',
  zrc: 'Zaakregistratiecomponent',
  ztc: 'Zaaktypecatalogus',
  drc: 'Documentregistratiecomponent',
  brc: 'Besluitregistratiecomponent',
} as const

/** An application and what it may do. Its secret does not come along: that is agreed outside the standard. */
export async function maakApplicatie(context: Schrijfcontext): Promise<Rij> {
  const invoer = leesInvoer(applicatieInvoer, context.json)
  const url = context.adressen.van('applicaties', context.uuid())
  return zet(context, url, invoer, 'create')
}

export async function wijzigApplicatie(context: Schrijfcontext, url: string, isDeel: boolean): Promise<Rij> {
  const oud = await haalOp(context, 'applicaties', url)
  const invoer = leesInvoer(applicatieInvoer, samengevoegd(context, oud, isDeel))
  return zet(context, url, invoer, gewijzigd(isDeel))
}

export async function verwijderApplicatie(context: Schrijfcontext, url: string): Promise<void> {
  await haalOp(context, 'applicaties', url)
  await context.schrijver.verwijder('applicaties', url)
  meldApplicatie(context, url, 'destroy')
}

async function zet(context: Schrijfcontext, url: string, invoer: Applicatie, actie: string): Promise<Rij> {
  await valideer(context, url, invoer)
  const autorisaties = invoer.autorisaties.map((regel) => ({
    ...regel,
    componentWeergave: componenten[regel.component],
  }))
  const rij: Rij = { ...invoer, autorisaties, url }
  await context.schrijver.zet('applicaties', rij)
  meldApplicatie(context, url, actie)
  return rij
}

async function valideer({ schrijver }: Schrijfcontext, url: string, invoer: Applicatie): Promise<void> {
  const fouten: OngeldigVeld[] = []
  const { rijen } = await schrijver.zoek('applicaties', {
    voorwaarden: [{ op: 'bevatEen', veld: 'clientIds', waarden: invoer.clientIds }],
  })
  if (rijen.some((rij) => rij.url !== url)) {
    fouten.push(fout('clientIds', 'clientId-exists', 'Een van deze client-ids is al in gebruik.'))
  }
  if (invoer.heeftAlleAutorisaties && invoer.autorisaties.length > 0) {
    const reden = 'Alle autorisaties, of een lijst: niet allebei.'
    fouten.push(fout('nonFieldErrors', 'ambiguous-authorizations-specified', reden))
  }
  if (!invoer.heeftAlleAutorisaties && invoer.autorisaties.length === 0) {
    fouten.push(fout('nonFieldErrors', 'missing-authorizations', 'Zeg wat deze applicatie mag.'))
  }
  if (fouten.length > 0) throw ongeldig(...fouten)
}

function meldApplicatie({ meld, nu }: Schrijfcontext, url: string, actie: string): void {
  meld({
    kanaal: 'autorisaties',
    hoofdObject: url,
    resource: 'applicatie',
    resourceUrl: url,
    actie,
    aanmaakdatum: nu.toISOString(),
    kenmerken: {},
  })
}
