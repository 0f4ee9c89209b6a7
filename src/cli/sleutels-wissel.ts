/**
 * `voordeur sleutels wissel`: seals the vault, and the secrets of connections, with a new key. With the key file in the data directory it makes one;
 * with VOORDEUR_SLEUTEL the operator has put a new one there, and the old one in VOORDEUR_SLEUTEL_VORIGE. Stopped
 * halfway, it goes on at the next call with the same key.
 */
import { randomBytes } from 'node:crypto'
import { type Bewijs, openSleutelring, type Sleutelring, verzegelBewijs } from '../audit/index.ts'
import { openKoppelingen } from '../loket/index.ts'
import { klokVanaf, maakSleutelgeheim, systeemklok } from '../platform/index.ts'
import { openLevensloopbronnen } from '../proactief/index.ts'
import {
  aansluitingOpslag,
  koppelingOpslag,
  levensloopbronOpslag,
  toegangOpslag,
  zaakindexwerkOpslag,
} from '../store/index.ts'
import { wisselSleutels } from '../toegang/index.ts'
import { hernoemIndex, openAansluitingen } from '../zaken/index.ts'
import type { VoerUit } from './opdracht.ts'
import { metPersonen, type Personen } from './personen.ts'

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metPersonen(wereld, async (personen) => {
    const { config, opslag } = personen
    const stores = toegangOpslag(opslag)
    const ring = kiesRing(personen, await stores.kluis.sleutels())
    if (ring === undefined) {
      wereld.fout(
        'De sleutel is nog dezelfde. Zet een nieuwe in VOORDEUR_SLEUTEL en de oude in VOORDEUR_SLEUTEL_VORIGE.',
      )
      return 1
    }
    const { nu } = config.nu === undefined ? systeemklok : klokVanaf(config.nu)
    const onderdelen = { ring, nu, toeval: randomBytes }
    const schrijf = (...bewijzen: readonly Bewijs[]) =>
      stores.bewijs.schrijf(bewijzen.map((bewijs) => verzegelBewijs(ring, bewijs, randomBytes)))
    const { rijen, uitGebruik } = await wisselSleutels({
      store: stores.kluis,
      audit: { schrijf },
      ...onderdelen,
    })
    wereld.uit(`${rijen} rijen van de kluis zijn nu verzegeld met sleutel ${ring.actief()}.`)
    const geheimen = await openAansluitingen({
      store: aansluitingOpslag(opslag.databank),
      audit: { verzegel: (bewijs) => verzegelBewijs(ring, bewijs, randomBytes) },
      // Nothing is written down anew, so nothing is checked.
      netwerk: { isDemo: false, toegestaan: [] },
      eigenAdressen: [],
      kentOrganisatie: () => true,
      personenBij: async () => [],
      ...onderdelen,
    }).wisselSleutel()
    const ketengeheimen = await openKoppelingen({
      store: koppelingOpslag(opslag.databank),
      audit: { verzegel: (bewijs) => verzegelBewijs(ring, bewijs, randomBytes) },
      kentOrganisatie: () => true,
      magAdres: () => true,
      ...onderdelen,
    }).wisselSleutel()
    const brongeheimen = await openLevensloopbronnen({
      store: levensloopbronOpslag(opslag.databank),
      audit: { verzegel: (bewijs) => verzegelBewijs(ring, bewijs, randomBytes) },
      isOverheid: () => true,
      magAdres: () => true,
      ...onderdelen,
    }).wisselSleutel()
    const aantal = geheimen + ketengeheimen + brongeheimen
    if (aantal > 0) wereld.uit(`${aantal} geheimen van aansluitingen ook.`)
    const namen = await hernoemIndex({
      werk: zaakindexwerkOpslag(opslag.databank),
      ring,
      toeval: randomBytes,
    })
    wereld.uit(`${namen} mensen staan onder een nieuwe naam in de index van zaken.`)
    if (uitGebruik.length > 0)
      wereld.uit(
        `De kluis heeft deze niet meer nodig: ${uitGebruik.join(', ')}. Bewaar ze wel: het bewijs van eerder gaat ermee open.`,
      )
    return 0
  })

/** The ring to go on with; nothing when the operator has to give a new key first. */
function kiesRing({ config, map, ring }: Personen, inGebruik: readonly string[]): Sleutelring | undefined {
  // Nothing in use yet, a new key in front, or a rotation that stopped halfway: the ring is ready.
  const isKlaar = inGebruik.length === 1 && inGebruik[0] === ring.actief()
  if (!isKlaar) return ring
  if (config.sleutel !== undefined) return undefined
  const geheimen = maakSleutelgeheim(map)
  return openSleutelring(() => geheimen)
}
