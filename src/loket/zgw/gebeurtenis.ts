import { Adressen, gewonePaden } from '../../zgw/aanbieder/index.ts'
import { zaakgebeurtenis } from '../meldingen.ts'
import type { Uitgaand } from '../uitgaand-store.ts'
import { Ketentypen } from './catalogus.ts'

/** A message of the outbox as a CloudEvent that says where in `/zgw` the case can be read. */
export function maakGebeurtenis(
  wat: Pick<Uitgaand, 'id' | 'ketenzaak' | 'inhoud'>,
  { wortel, rsin }: { readonly wortel: string; readonly rsin: string },
): ReturnType<typeof zaakgebeurtenis> {
  const adressen = new Adressen(wortel, gewonePaden)
  const typen = new Ketentypen(adressen)
  return zaakgebeurtenis(wat, {
    rsin,
    zaaktype: typen.zaaktype('keten'),
    catalogus: typen.catalogus(),
    dataref: new URL(adressen.van('zaken', wat.ketenzaak)).pathname,
  })
}
