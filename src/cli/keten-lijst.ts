/** `voordeur keten lijst`: with which organisations chain cases are exchanged, and how. */
import { metKoppelingen } from './ketenkoppelingen.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = (_argumenten, wereld) =>
  metKoppelingen(wereld, async (koppelingen) => {
    const alle = await koppelingen.alle()
    if (alle.length === 0) wereld.uit('Er is nog geen koppeling. Zie: voordeur keten zet')
    for (const { koppeling, versie, heeftGeheim } of alle) {
      const { organisatie, stand, rsin, client, onszelf, meldadres, keten, voor } = koppeling
      wereld.uit(`${organisatie}, versie ${versie}: ${stand}.`)
      const delen = [
        rsin === undefined ? 'geen RSIN: zaken van deze organisatie gaan niet naar buiten' : `RSIN ${rsin}`,
        ...(client === undefined ? [] : [`komt binnen als ${client}`]),
        ...(onszelf === undefined ? [] : [`wij heten daar ${onszelf}`]),
        ...(meldadres === undefined ? [] : [`hoort van ons op ${meldadres}`]),
        ...(keten === undefined ? [] : [`zaken daar, voor ${voor}: ${keten}`]),
        ...(heeftGeheim ? ['heeft een geheim'] : []),
      ]
      for (const deel of delen) wereld.uit(`  ${deel}`)
    }
    return 0
  })
