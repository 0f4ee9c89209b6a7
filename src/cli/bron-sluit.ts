/** `voordeur bron sluit <organisatie>`: stops with an organisation for good; see `zaken/aansluiting-sluiten.ts`. */
import { grijpIn } from './bronnen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = ([getypt], wereld) =>
  grijpIn(wereld, getypt, async ({ beheer, t }, id) => {
    const uitkomst = await beheer.sluit(id, { door: { soort: 'opdracht' } })
    if (uitkomst?.status !== 'ok') return { fout: t('bronnen.vorm.ingehaald') }
    wereld.uit(t(uitkomst.wat.length === 0 ? 'bronnen.gedaan.niets' : 'bronnen.gedaan.gesloten'))
    return 0
  })
