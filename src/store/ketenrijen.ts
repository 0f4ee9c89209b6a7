import type { Toevoeging, Verschil } from '../loket/index.ts'
import { bewijsjson } from './bewijs.ts'

/** All that comes of a command, as `loket_voeg_toe` takes it; bytes as hexadecimal. What did not change is not in it. */
export function jsonVan(toevoeging: Toevoeging) {
  const { ketenzaak, na, opdracht, voorvallen, teksten, zaak, duren, bewijzen } = toevoeging
  const { stappen, deelnemers, delingen, oproepen, ingangen } = toevoeging
  return {
    ...{ ketenzaak, na, zaak },
    opdracht: { ...opdracht, merk: opdracht.merk.toString('hex') },
    voorvallen: voorvallen.map(({ nr, op, door, inhoud }) => ({ nr, op, door, inhoud })),
    teksten: gevuld(teksten.map(({ cijfer, ...rij }) => ({ ...rij, cijfer: cijfer.toString('hex') }))),
    loket_stap: anders(stappen, ({ kanVerder: kan_verder, ...rij }) => ({ ...rij, kan_verder })),
    loket_deelnemer: anders(deelnemers),
    loket_deling: anders(delingen),
    loket_oproep: anders(oproepen),
    loket_ingang: anders(ingangen, ({ hash, ...rij }) => ({ ...rij, hash: `\\x${hash}` })),
    duren: gevuld(duren),
    lering: gevuld(toevoeging.lering),
    bewijzen: gevuld(bewijzen.map(bewijsjson)),
  }
}

function gevuld<R>(rijen: readonly R[]): readonly R[] | undefined {
  return rijen.length === 0 ? undefined : rijen
}

function anders<R>({ zet, weg }: Verschil<R>, vorm: (rij: R) => unknown = (rij) => rij) {
  return zet.length + weg.length === 0 ? undefined : { weg, zet: zet.map(vorm) }
}
