/** `voordeur bron adres <organisatie>`: what an organisation that brings events by itself must fill in, with its key. */
import { grijpIn } from './bronnen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = ([getypt], wereld) =>
  grijpIn(wereld, getypt, async ({ beheer, isBereikbaar, t }, id) => {
    const bekend = await beheer.aansluitingen.vind(id)
    if (bekend?.aansluiting.stand === 'gesloten') return { fout: t('bronnen.gezond.gesloten') }
    if (
      bekend !== undefined &&
      !bekend.aansluiting.stuurtGebeurtenissen &&
      bekend.aansluiting.adressen.nrc !== undefined
    ) {
      wereld.uit(t('bronnen.gebeurtenissen.vanzelf'))
      return 0
    }
    if (!bekend?.aansluiting.stuurtGebeurtenissen) return { fout: t('bronnen.gebeurtenissen.niet') }
    const adres = beheer.gebeurtenisadres(id, bekend.aansluiting.sleutelnummer)
    wereld.uit(`${t('bronnen.gebeurtenissen.naar')}: ${adres.naar}`)
    wereld.uit(`${t('bronnen.gebeurtenissen.auth')}: ${adres.auth}`)
    if (!isBereikbaar) wereld.fout(t('bronnen.gebeurtenissen.geen_adres'))
    return 0
  })
