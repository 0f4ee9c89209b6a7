/** From what happened to the row that is kept, so that what can be read never says anything else than what is sealed. */
import type { Sleutelring } from '../../audit/index.ts'
import type { OrganisatieId, Toeval } from '../../domain/index.ts'
import { datumOp } from '../../kalender/index.ts'
import { eersteVanMaand, wisVanaf, zone } from './bewaren.ts'
import { type Aanbodpersoon, type Aanbodvoorval, type Hulpaanbod, speelAanbodAf } from './hulpaanbod.ts'
import type { AanbodRij, Telbaar, Telling } from './hulpaanbod-store.ts'
import type { Achterstandsoort } from './regels.ts'
import { sluitVoorvallen } from './zegel.ts'

export interface Rijdelen {
  readonly ring: Sleutelring
  readonly toeval: Toeval
  readonly nu: () => Date
}

export function maakRij(
  delen: Rijdelen,
  kop: Pick<AanbodRij, 'id' | 'organisatie' | 'persoon' | 'gemaakt' | 'versie'>,
  voorvallen: readonly Aanbodvoorval[],
): AanbodRij {
  const aanbod = speelAanbodAf(voorvallen)
  if (aanbod === undefined) throw new Error('een aanbod zonder signaal')
  const { kid, cijfer } = sluitVoorvallen(delen, kop.id, voorvallen)
  const laatste = datumOp(delen.nu(), zone)
  return {
    ...kop,
    stand: aanbod.stand,
    aanleiding: aanbod.aanleiding,
    soorten: [...new Set(aanbod.signalen.map(({ soort }) => soort))].sort(),
    uiterlijk: aanbod.uiterlijk,
    ...(aanbod.gesprekUiterlijk !== undefined && { gesprekUiterlijk: aanbod.gesprekUiterlijk }),
    wisVanaf: wisVanaf(aanbod.stand, laatste),
    kid,
    cijfer,
  }
}

/** The same row with more that happened. */
export function vervolgRij(
  delen: Rijdelen,
  { id, organisatie, persoon, gemaakt, versie }: AanbodRij,
  voorvallen: readonly Aanbodvoorval[],
): AanbodRij {
  return maakRij(delen, { id, organisatie, persoon, gemaakt, versie: versie + 1 }, voorvallen)
}

/** With the moment and who did it. */
export function voorvalNu<T extends object>(
  nu: Date,
  door: Aanbodpersoon,
  inhoud: T,
): T & { readonly op: Date; readonly dag: ReturnType<typeof datumOp>; readonly door: Aanbodpersoon } {
  return { ...inhoud, op: nu, dag: datumOp(nu, zone), door }
}

/** One for each kind of creditor that it is about. */
export function tellingen(
  organisatie: OrganisatieId,
  op: Date,
  wat: Telbaar,
  soorten: readonly Achterstandsoort[],
): readonly Telling[] {
  const maand = eersteVanMaand(op)
  return soorten.map((soort) => ({ organisatie, soort, maand, wat, aantal: 1 }))
}

export function soortenIn({ signalen }: Hulpaanbod): readonly Achterstandsoort[] {
  return [...new Set(signalen.map(({ soort }) => soort))]
}
