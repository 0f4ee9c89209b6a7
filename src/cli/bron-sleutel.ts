/** `voordeur bron sleutel <organisatie>`: another key for messages; the one that was handed out opens nothing any more. */
import { isGesloten } from '../zaken/index.ts'
import { grijpIn } from './bronnen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = ([getypt], wereld) =>
  grijpIn(wereld, getypt, async ({ beheer, t }, id) => {
    const oud = await beheer.aansluitingen.vind(id)
    if (oud === undefined || isGesloten(oud.aansluiting)) return { fout: t('bronnen.gezond.gesloten') }
    const uitkomst = await beheer.nieuweSleutel(id, { door: { soort: 'opdracht' } })
    if (uitkomst?.status !== 'ok') return { fout: t('bronnen.gedaan.sleutel-niet') }
    wereld.uit(t('bronnen.gedaan.sleutel'))
    return 0
  })
