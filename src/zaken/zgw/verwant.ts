import type { Verwant, Zaakref } from '../zaakgegevens.ts'
import type { Binnen } from './binnen.ts'
import type { ZaakVorm } from './vormen.ts'

/** Named limit: more than these are not shown with one case. */
const maxVerwant = 50

const aarden = ['vervolg', 'onderwerp', 'bijdrage'] as const

/**
 * Cases that belong together, by where they are. Nobody is asked whether they exist, and an address that is at none of
 * our connections is left out.
 */
export function verwantVan(binnen: Binnen, eigen: Zaakref, ruw: ZaakVorm): readonly Verwant[] {
  const gevonden = [
    ...(ruw.hoofdzaak === '' ? [] : [{ url: ruw.hoofdzaak, aard: 'hoofdzaak' as const }]),
    ...ruw.deelzaken.map((url) => ({ url, aard: 'deelzaak' as const })),
    ...ruw.relevanteAndereZaken.flatMap(({ url, aardRelatie }) => {
      const aard = aarden.find((een) => een === aardRelatie)
      return aard === undefined ? [] : [{ url, aard }]
    }),
  ]
  return gevonden.slice(0, maxVerwant).flatMap(({ url, aard }) => {
    const ref = refVan(binnen, url)
    const isZelf = ref?.bron === eigen.bron && ref.uuid === eigen.uuid
    return ref === undefined || isZelf ? [] : [{ ref, aard }]
  })
}

export function refVan({ klant, instelling, huis }: Binnen, url: string): Zaakref | undefined {
  const uuid = klant.adressen.uuidIn('zrc', 'zaken', url)
  return uuid === undefined ? huis.refVan?.(url) : { bron: instelling.id, uuid }
}
