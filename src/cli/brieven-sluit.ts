/** `voordeur brieven sluit`: what lies on the pile becomes a batch to print. */
import { assertNever } from '../platform/index.ts'
import { metDrukkerij } from './brieven.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metDrukkerij(wereld, async (drukkerij) => {
    const sluiting = await drukkerij.sluit()
    const blijven = 'blijven' in sluiting ? sluiting.blijven : 0
    if (blijven > 0)
      wereld.fout(
        `Er blijven ${blijven} brieven liggen: niemand zei op tijd of zij nog weg mogen. Draait Voordeur? Sluit dan later nog eens.`,
      )
    switch (sluiting.soort) {
      case 'gesloten': {
        const { nummer, brieven, bladzijden } = sluiting.manifest
        wereld.uit(
          `Stapel ${nummer} is gesloten: ${brieven} brieven, ${bladzijden} bladzijden.\n${sluiting.map}`,
        )
        return 0
      }
      case 'leeg':
        if (blijven === 0) wereld.uit('Er liggen geen brieven.')
        return blijven === 0 ? 0 : 1
      case 'beschadigd':
        wereld.fout(
          `Dit bestand is niet meer zoals het is neergelegd; er is niets gesloten: ${sluiting.bestand}`,
        )
        return 1
      case 'geen-adresblad':
        wereld.fout(
          'Het adresblad is niet te maken; er is niets gesloten. Ontbreekt Typst? Zie docs/adr/0022-typst.md.',
        )
        return 1
      default:
        return assertNever(sluiting)
    }
  })
