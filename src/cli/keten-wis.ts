/**
 * `voordeur keten wis <zaak> [onderdeel] [reden]`: erases what somebody wrote in a chain case, with a line in the case
 * and in its evidence. Without more than the number it says what has words, and shows none of them.
 */
import { randomBytes } from 'node:crypto'
import { zoneVan } from '../app-zaken.ts'
import { maakUuid7 } from '../domain/index.ts'
import { lijstWoorden, type Wisreden, wisredenen, wisWoorden } from '../loket/index.ts'
import { ketenzaakOpslag } from '../store/index.ts'
import type { VoerUit } from './opdracht.ts'
import { metToegang } from './toegang.ts'

export const voerUit: VoerUit = async ([nummer = '', onderdeel, gezegd], wereld) => {
  const waarom = wisredenen.find((een): een is Wisreden => een === gezegd)
  if (onderdeel !== undefined && waarom === undefined) {
    wereld.fout(`Zeg ook waarom: ${wisredenen.join(', ')}.`)
    return 2
  }
  return metToegang(wereld, async ({ opslag, ring, klok, corpus, toegang }) => {
    const store = ketenzaakOpslag(opslag.databank)
    const ketenzaak = await store.vindNummer({ soort: 'taak' }, nummer.toUpperCase())
    if (ketenzaak === undefined) {
      wereld.fout('Er is geen ketenzaak met dit nummer.')
      return 1
    }
    if (onderdeel === undefined || waarom === undefined) {
      for (const { op, soort, onderdelen } of await lijstWoorden({ store }, ketenzaak))
        wereld.uit(`${op.toISOString().slice(0, 10)}  ${soort}  ${onderdelen.join(' ')}`)
      return 0
    }
    const uitslag = await wisWoorden(
      {
        ...{ store, ring, audit: toegang.audit, nu: klok.nu, toeval: randomBytes },
        isOverheid: (id) => corpus.huidig().organisaties.get(id)?.overheid === true,
        zoneVan: (id) => zoneVan(corpus.huidig(), id),
      },
      { id: maakUuid7(klok.nu(), randomBytes), ketenzaak },
      { onderdeel, waarom },
    )
    if (uitslag.status === 'ok') {
      wereld.uit('Gewist. Dat er iets stond, wie het wiste en waarom, staat in de zaak en in het bewijs.')
      return 0
    }
    wereld.fout('Hier staan geen woorden (meer). Zonder onderdeel ziet u wat er is.')
    return 1
  })
}
