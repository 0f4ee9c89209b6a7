/** The card of this request, and what is on it. */
import { type Afspraakteam, type Organisatie, stapelWegen, vindOrganisatie } from '../../../corpus/index.ts'
import type { Kanaal } from '../../../engine/index.ts'
import { regelingOp } from '../../../kennis/index.ts'
import { HOOGSTENS_GEKOZEN, type Intakekaart, sessiemerk } from '../../bezoek/intakekaart.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'

/** Of this login alone; what another one wrote on this computer is not there. */
export function kaartVan(verzoek: Verzoek): Intakekaart | undefined {
  const { kaart } = verzoek.bezoek
  return kaart?.sessie === merkVan(verzoek) ? kaart : undefined
}

export function merkVan(verzoek: Verzoek): string {
  return sessiemerk(eisWerker(verzoek).werker.sessie.id)
}

/** From the place of the visitor to the country. */
export function gebiedenBij(
  { beeld }: Pick<Verzoek, 'beeld'>,
  kaart: Pick<Intakekaart, 'plaats'>,
): readonly string[] {
  const plaats = kaart.plaats === undefined ? undefined : beeld.corpus.gebieden.get(kaart.plaats)
  return plaats === undefined
    ? ['nederland']
    : [plaats.code, ...plaats.waterschappen.slice(0, 1), ...plaats.in]
}

export function organisatieBij(
  verzoek: Pick<Verzoek, 'beeld'>,
  kaart: Pick<Intakekaart, 'plaats'>,
  id: string,
) {
  return vindOrganisatie(verzoek.beeld.organisaties, id, gebiedenBij(verzoek, kaart))
}

/** Every organisation on the card: chosen itself, or behind a scheme that was chosen. Each once, in that order. */
export function organisatiesOp(verzoek: Verzoek, kaart: Intakekaart): readonly Organisatie[] {
  const gevonden = kaart.gekozen.flatMap((keuze) => {
    const [soort, id = ''] = keuze.split(':')
    if (soort === 'organisatie') return organisatieBij(verzoek, kaart, id) ?? []
    const regeling =
      soort === 'regeling' ? regelingOp(verzoek.bronnen.geheel(), id, verzoek.beeld.datum) : undefined
    return regeling === undefined ? [] : (organisatieBij(verzoek, kaart, regeling.uitvoerder) ?? [])
  })
  return [...new Map(gevonden.map((een) => [een.id, een])).values()].slice(0, HOOGSTENS_GEKOZEN)
}

/** The ways of a body on top of those of its kind. */
export function wegenVan(
  { beeld }: Pick<Verzoek, 'beeld'>,
  organisatie: Organisatie,
): Readonly<Record<string, Kanaal>> {
  const soort = beeld.organisaties.get(organisatie.id.replace(/-.*$/, ''))
  const { informatiepunt: _, ...kanalen } = stapelWegen(
    soort === organisatie ? undefined : soort?.kanalen,
    organisatie.kanalen,
  )
  return kanalen
}

/** With whom an appointment of nobody can be made: of the organisations on the card first. */
export function teamsBij(
  verzoek: Verzoek,
  kaart: Intakekaart,
): { readonly eigen: readonly Afspraakteam[]; readonly ook: readonly Afspraakteam[] } {
  const alle = eisWerker(verzoek).balie.naamloos?.teams() ?? []
  const op = new Set(organisatiesOp(verzoek, kaart).map(({ id }) => id))
  const [gebieden, { organisaties }] = [gebiedenBij(verzoek, kaart), verzoek.beeld]
  const isHier = ({ organisatie }: Afspraakteam) => {
    const gebied = organisaties.get(organisatie)?.gebied
    return gebied === undefined || kaart.plaats === undefined || gebieden.includes(gebied)
  }
  return {
    eigen: alle.filter(({ organisatie }) => op.has(organisatie)),
    ook: alle.filter((team) => !op.has(team.organisatie) && isHier(team)),
  }
}
