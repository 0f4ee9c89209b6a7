/** `voordeur bron adres <organisatie>`: what an organisation that brings events by itself must fill in, with its key. */
import { parseOrganisatieId } from '../domain/index.ts'
import { metBronnen } from './bronnen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = ([getypt], wereld) =>
  metBronnen(wereld, async ({ beheer, isBereikbaar, t }) => {
    const id = parseOrganisatieId(getypt)
    const bekend = id && (await beheer.aansluitingen.vind(id))
    if (id === undefined || bekend === undefined) {
      wereld.fout(`${getypt} is niet aangesloten. Zie: voordeur bron lijst`)
      return 2
    }
    const { stuurtGebeurtenissen, adressen } = bekend.aansluiting
    if (!stuurtGebeurtenissen && adressen.nrc !== undefined) {
      wereld.uit(t('bronnen.gebeurtenissen.vanzelf'))
      return 0
    }
    if (!stuurtGebeurtenissen) {
      wereld.fout(t('bronnen.gebeurtenissen.niet'))
      return 1
    }
    const adres = beheer.gebeurtenisadres(id)
    wereld.uit(`${t('bronnen.gebeurtenissen.naar')}: ${adres.naar}`)
    wereld.uit(`${t('bronnen.gebeurtenissen.auth')}: ${adres.auth}`)
    if (!isBereikbaar) wereld.fout(t('bronnen.gebeurtenissen.geen_adres'))
    return 0
  })
