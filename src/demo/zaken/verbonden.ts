import type { Adressen, JsonObject } from '../../zgw/aanbieder/index.ts'
import type { Bevolking } from '../bevolking/bevolking.ts'
import { maakDraden, rondeOp } from './draden.ts'
import { zaakorganisaties } from './organisaties.ts'
import { uuidVan } from './sleutel.ts'
import { verbanden } from './vaste-zaken.ts'

/** How the addresses of another organisation are made; `undefined` when it is not there. */
export type Elders = (organisatie: string) => Adressen | undefined

/** For a case of this person and type: what it points to elsewhere, as it was when the case began. */
export type Verbonden = (bsn: string, soort: string, beginMs: number) => readonly JsonObject[]

/**
 * The other case is known by its name: nobody asks the other organisation. It may be gone by now, as happens with
 * references to what somebody else keeps.
 */
export function maakVerbonden(organisatie: string, bevolking: Bevolking, elders: Elders): Verbonden {
  const eigen = verbanden
    .filter(({ van }) => van[0] === organisatie)
    .flatMap(({ bekende, van, naar: [waar, wat], aard }) => {
      const adressen = elders(waar)
      const ander = zaakorganisaties.find(({ id }) => id === waar)
      const wie = bevolking.bekenden.find(({ id }) => id === bekende)?.persoon
      if (adressen === undefined || ander === undefined || wie === undefined) return []
      const draad = maakDraden(ander, bevolking).find(
        ({ isVast, soort, persoon }) => isVast && soort.id === wat && persoon.nr === wie.nr,
      )
      return draad === undefined ? [] : [{ bsn: wie.bsn, soort: van[1], draad, waar, adressen, aard }]
    })
  return (bsn, soort, beginMs) =>
    eigen
      .filter((een) => een.bsn === bsn && een.soort === soort)
      .map(({ draad, waar, adressen, aard }) => ({
        url: adressen.van('zaken', uuidVan(`${waar}/${draad.nr}/${rondeOp(draad, beginMs)}`)),
        aardRelatie: aard,
      }))
}
