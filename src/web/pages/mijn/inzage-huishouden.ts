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

/**
 * For a line about data that came along with those of another: who fetched them, and whose household it was. «Your
 * partner» is said to the person themselves; who acts for somebody reads whose partner it is.
 */
export function wieHaalde(verzoek: Verzoek, door: ViaHuishouden): string {
  const { t } = verzoek.context.spraak
  const { voor, naam: vanWie } = eisWie(verzoek).wie
  // One parent reads for the child: what the other parent arranges, and where, is not theirs to know. First of all: that
  // some lines protect somebody would say that somebody is protected.
  if (voor.soort === 'kind') return t('mijn.inzage.huishouden.bij_kind')
  if (door.relatie === 'afgeschermd') return t('mijn.inzage.huishouden.afgeschermd')
  const { relatie, naam, bekend } = door
  const persoon = vanWie ?? t('mijn.inzage.huishouden.deze_persoon')
  const isZelf = voor.soort === 'zelf'
  const wie = t(`mijn.inzage.huishouden.${isZelf ? 'van' : 'van_ander'}.${relatie}`, { persoon })
  const van = naam === undefined ? wie : `${wie} (${naam})`
  if (bekend === undefined) return t('mijn.inzage.huishouden.meegekomen', { van })
  const { haalde } = bekend
  if (haalde.soort === 'lezer' && !isZelf) return t('mijn.inzage.huishouden.lezer_ander', { persoon, van })
  const meer = haalde.soort === 'medewerker' ? medewerkerIn(verzoek, haalde) : {}
  return t(`mijn.inzage.huishouden.${haalde.soort}`, { van, ...meer })
}

/** What it was part of, for the other; not said where that is not to be known. */
export function waarvoorDeAnder(verzoek: Verzoek, door: ViaHuishouden): string | undefined {
  const { mijn, wie } = eisWie(verzoek)
  if (door.relatie === 'afgeschermd' || wie.voor.soort === 'kind' || door.bekend === undefined)
    return undefined
  const { taal, spraak } = verzoek.context
  const { waarvoor } = door.bekend
  const naam = mijn.verwerkingen().get(waarvoor)?.naam
  return spraak.t('mijn.inzage.huishouden.waarvoor', { wat: naam?.[taal] ?? naam?.nl ?? waarvoor })
}
