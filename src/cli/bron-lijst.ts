/** `voordeur bron lijst`: which organisations are connected, and how each is doing. */
import { datumOp } from '../kalender/index.ts'
import { gezondheidVan } from '../zaken/index.ts'
import { metBronnen } from './bronnen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metBronnen(wereld, async ({ beheer, corpus, nu, t }) => {
    const vandaag = datumOp(nu(), 'Europe/Amsterdam')
    const [alle, dagen, verloop, berichten] = await Promise.all([
      beheer.aansluitingen.alle(),
      beheer.verkeer.dagen(vandaag),
      beheer.verkeer.verloop(),
      beheer.berichten(),
    ])
    if (alle.length === 0) wereld.uit(t('bronnen.geen'))
    for (const bron of alle) {
      const id = bron.aansluiting.organisatie
      const van = <T extends { readonly bron: string }>(rij: readonly T[]) =>
        rij.find((een) => een.bron === id)
      const {
        kleur,
        reden,
        n = 0,
      } = gezondheidVan(bron, { loop: van(verloop), dag: van(dagen), berichten: van(berichten) }, nu())
      const naam = corpus.organisaties.get(id)?.naam ?? id
      wereld.uit(`${id} (${naam}), versie ${bron.versie}: ${t(`bronnen.stand.${bron.aansluiting.stand}`)}.`)
      wereld.uit(`  ${t(`bronnen.kleur.${kleur}`)}: ${t(`bronnen.gezond.${reden}`, { n })}`)
      if (bron.aansluiting.stuurtGebeurtenissen)
        wereld.uit(`  ${t('bronnen.gebeurtenissen.kort')} Zie: voordeur bron adres ${id}`)
      for (const { veld, code } of bron.bezwaren) wereld.uit(`  ${veld}: ${t(`bronnen.fout.${code}`)}`)
    }
    return 0
  })
