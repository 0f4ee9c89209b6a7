import type { Verwerkingsbewijs } from '../audit/index.ts'
import { beginVan, type Datum, plusDagen } from '../kalender/index.ts'
import { type Contactmoment, vraagkanaal } from './contactbron.ts'
import type { Taak } from './taakbron.ts'
import { isBeslist } from './termijn.ts'
import type { Woorden, Zaakbeeld } from './zaakbeeld.ts'
import type { Leeswijze } from './zaakbeeld-maken.ts'
import type { Besluitgegevens as Genomen, Zaakgegevens, Zaakref } from './zaakgegevens.ts'

/** What one should know of a case: something is asked of them, it was decided, answered, or got a step further. */
export type Zaaknieuws =
  | { readonly soort: 'taak'; readonly taak: Taak }
  /** Asked to complete an application, while its term stands still (Awb 4:15). */
  | { readonly soort: 'verzoek-om-aanvulling'; readonly taak: Taak; readonly uiterlijk: Date }
  | { readonly soort: 'besluit'; readonly besluit: Genomen }
  | { readonly soort: 'antwoord'; readonly contact: Contactmoment; readonly antwoord: string }
  | { readonly soort: 'zaak-bijgewerkt'; readonly status: Woorden; readonly op: Datum }

/** What a source says beside the cases themselves. Absent: it has no such thing, or nobody asked. */
export interface Ernaast {
  /** What it asks of them: while it waits for that, nothing of that case is late or silent. */
  readonly taken?: readonly Taak[]
  readonly contacten?: readonly Contactmoment[]
  /** Asked of a case alone that just got as far; `undefined`: not to be had now. */
  readonly besluitenVan?: Besluitlezer
}

type Besluitlezer = (ref: Zaakref, bewijs: Verwerkingsbewijs) => Promise<readonly Genomen[] | undefined>

/** Asks for the decisions of a case, with a line of its own. */
type Besluitvraag = (ref: Zaakref) => ReturnType<Besluitlezer>

/** Named limits: older is no news. An answer may take long, and a source does not say when it was given. */
const versDagen = 7
const antwoordDagen = 90

/** Of who is in the background nothing: as with what is late. */
export async function nieuwsVan(
  zaak: Zaakgegevens,
  beeld: Zaakbeeld,
  { taken = [], contacten = [] }: Ernaast,
  besluitenVan: Besluitvraag | undefined,
  wijze: Leeswijze,
): Promise<readonly Zaaknieuws[]> {
  if (zaak.rol === 'belanghebbende') return []
  const open = taken.filter((taak) => taak.status === 'open' && taak.zaak === zaak.ref.uuid)
  return [
    ...open.map((taak) => gevraagd(taak, zaak, beeld)),
    ...antwoorden(zaak.ref, contacten, wijze),
    ...(await stap(zaak, beeld, besluitenVan, wijze)),
  ]
}

export function nieuwskenmerk({ ref, status }: Zaakgegevens, nieuws: Zaaknieuws): string {
  switch (nieuws.soort) {
    // The same thing that is asked, whatever the term of the case does meanwhile.
    case 'taak':
    case 'verzoek-om-aanvulling':
      return `${ref.bron} taak ${nieuws.taak.uuid}`
    case 'besluit':
      return `${ref.bron} besluit ${ref.uuid} ${nieuws.besluit.datum} ${nieuws.besluit.namen[0] ?? ''}`
    case 'antwoord':
      return `${ref.bron} antwoord ${nieuws.contact.id}`
    case 'zaak-bijgewerkt':
      return `${ref.bron} zaak-bijgewerkt ${ref.uuid} ${status?.op.toISOString()}`
  }
}

/**
 * To complete an application it is when the case ends in a decision on one, waits for whoever applied, and papers or
 * facts are asked by a day. Anything else that is asked is a task.
 */
function gevraagd(taak: Taak, { type, isOpgeschort }: Zaakgegevens, { groep }: Zaakbeeld): Zaaknieuws {
  const { uiterlijk, uitvoering } = taak
  const isAanvulling =
    type.isAanvraagMetBesluit === true &&
    (isOpgeschort || groep === 'wacht-op-u') &&
    (uitvoering.soort === 'upload' || uitvoering.soort === 'formulier')
  return isAanvulling && uiterlijk !== undefined
    ? { soort: 'verzoek-om-aanvulling', taak, uiterlijk }
    : { soort: 'taak', taak }
}

/** Of what they asked here; what was said on the telephone or at a desk they heard there. */
function antwoorden(
  { uuid }: Zaakref,
  contacten: readonly Contactmoment[],
  { vandaag, zone }: Leeswijze,
): readonly Zaaknieuws[] {
  const vanaf = beginVan(plusDagen(vandaag, -antwoordDagen), zone)
  return contacten.flatMap((contact) => {
    const { op, kanaal, zaken, antwoord } = contact
    const isVan = kanaal === vraagkanaal && zaken.includes(uuid) && op !== undefined && op >= vanaf
    return isVan && antwoord !== undefined ? [{ soort: 'antwoord', contact, antwoord } as const] : []
  })
}

/**
 * A step that was just taken. Where it is a decision that is told, with its own words; when the source cannot be asked
 * for it now nothing is, since a next look finds both.
 */
async function stap(
  { ref, start }: Zaakgegevens,
  { status, statusOp, groep }: Zaakbeeld,
  besluitenVan: Besluitvraag | undefined,
  { vandaag }: Leeswijze,
): Promise<readonly Zaaknieuws[]> {
  const sinds = plusDagen(vandaag, -versDagen)
  if (statusOp === undefined || statusOp <= start || statusOp < sinds) return []
  const genomen = isBeslist(groep) && besluitenVan ? await besluitenVan(ref) : []
  if (genomen === undefined) return []
  const vers = genomen.filter(({ datum, verzonden }) => (verzonden ?? datum) >= sinds)
  if (vers.length > 0) return vers.map((besluit) => ({ soort: 'besluit', besluit }) as const)
  return status === undefined ? [] : [{ soort: 'zaak-bijgewerkt', status, op: statusOp }]
}
