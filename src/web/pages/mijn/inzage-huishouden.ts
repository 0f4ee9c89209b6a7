import type { ViaHuishouden } from '../../../audit/index.ts'
import { isMedewerkerrol } from '../../../toegang/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWie } from './eis.ts'

/** Which member of staff: of which organisation, and what they do there. Never who. */
export function medewerkerIn(verzoek: Verzoek, door: { readonly organisatie: string; readonly rol: string }) {
  const organisatie = verzoek.beeld.organisaties.get(door.organisatie)?.naam ?? door.organisatie
  return { organisatie, rol: rolIn(verzoek, door) }
}

export function rolIn({ context }: Verzoek, { rol }: { readonly rol: string }): string {
  return isMedewerkerrol(rol) ? context.spraak.t(`balie.rol.${rol}`) : rol
}

/** For a line about data that came along with those of another: who fetched them, and whose household it was. */
export function wieHaalde(verzoek: Verzoek, door: ViaHuishouden): string {
  const { t } = verzoek.context.spraak
  if (door.relatie === 'afgeschermd') return t('mijn.inzage.huishouden.afgeschermd')
  if (leestVoorKind(verzoek)) return t('mijn.inzage.huishouden.bij_kind')
  const { relatie, naam, haalde } = door
  const wie = t(`mijn.inzage.huishouden.van.${relatie}`)
  const van = naam === undefined ? wie : `${wie} (${naam})`
  const meer = haalde.soort === 'medewerker' ? medewerkerIn(verzoek, haalde) : {}
  return t(`mijn.inzage.huishouden.${haalde.soort}`, { van, ...meer })
}

/** What it was part of, for the other; not said where the other is not to be known. */
export function waarvoorDeAnder(verzoek: Verzoek, door: ViaHuishouden): string | undefined {
  if (door.relatie === 'afgeschermd' || leestVoorKind(verzoek)) return undefined
  const { taal, spraak } = verzoek.context
  const naam = eisWie(verzoek).mijn.verwerkingen().get(door.waarvoor)?.naam
  return spraak.t('mijn.inzage.huishouden.waarvoor', { wat: naam?.[taal] ?? naam?.nl ?? door.waarvoor })
}

/** One parent reads for the child: what the other parent arranges, and where, is not theirs to know. */
function leestVoorKind(verzoek: Verzoek): boolean {
  return eisWie(verzoek).wie.voor.soort === 'kind'
}
