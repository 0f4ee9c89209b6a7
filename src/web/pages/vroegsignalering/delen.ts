/** What the pages of residents and of the desk share: times for the first talk, and how one is read from a form. */
import { type Afspraken, leesTelefoon, type VrijTijdvak } from '../../../afspraken/index.ts'
import type { Afspraakteam } from '../../../corpus/index.ts'
import { type Datum, datumOp } from '../../../kalender/index.ts'
import { type Html, PlatformError } from '../../../platform/index.ts'
import type { AanbodBeeld, Hulpaanbiedingen } from '../../../proactief/index.ts'
import type { Context } from '../../ui/context.ts'
import { keuzes } from '../../ui/formulier.ts'
import { teamnaam, wanneer } from '../afspraken/kant.ts'

export function eisAanbiedingen(van: {
  readonly hulpaanbiedingen?: Hulpaanbiedingen | undefined
}): Hulpaanbiedingen {
  if (van.hulpaanbiedingen === undefined) throw new PlatformError('niet-gevonden')
  return van.hulpaanbiedingen
}

/** A time at a team, within the term. */
export interface Gesprekstijd {
  readonly team: Afspraakteam
  readonly vak: VrijTijdvak
}

/** Named limit: so many times of each team stand on a page. */
const maxTijden = 3

/** The first free times of the municipality, none later than the law allows. Empty where no appointments are made. */
export async function gesprekstijden(
  afspraken: Afspraken | undefined,
  { organisatie, aanbod }: Pick<AanbodBeeld, 'organisatie' | 'aanbod'>,
): Promise<readonly Gesprekstijd[]> {
  const tot = aanbod.gesprekUiterlijk
  if (afspraken === undefined || tot === undefined || aanbod.stand !== 'aangenomen') return []
  const teams = afspraken.teams().filter((team) => team.organisatie === organisatie)
  const perTeam = await Promise.all(
    teams.map(async (team) => {
      const dagen = await afspraken.vrij(team)
      const tijden = [...dagen].filter(([dag]) => dag <= tot).flatMap(([, vakken]) => verspreid(vakken))
      return tijden.slice(0, maxTijden).map((vak) => ({ team, vak }))
    }),
  )
  return perTeam.flat().toSorted((a, b) => a.vak.begin.getTime() - b.vak.begin.getTime())
}

/** The first in the morning and the first in the afternoon: not five in a row on one day. */
function verspreid(vakken: readonly VrijTijdvak[]): readonly VrijTijdvak[] {
  const midden = vakken[Math.floor(vakken.length / 2)]
  return [vakken[0], midden]
    .flatMap((vak) => (vak === undefined ? [] : [vak]))
    .filter((vak, i, alle) => alle.indexOf(vak) === i)
}

export function tijdkeuzes(
  context: Context,
  tijden: readonly Gesprekstijd[],
  gekozen: string | undefined,
): Html {
  const opties = tijden.map(({ team, vak }) => ({
    waarde: `${team.id} ${vak.begin.toISOString()}`,
    tekst: `${wanneer(context, vak.begin, team.zone)}. ${teamnaam(context, team) ?? ''}`,
  }))
  return keuzes({ id: 'tijd', naam: 'tijd', opties, gekozen })
}

export type Gelezentijd =
  | { readonly team: string; readonly begin: Date; readonly telefoon?: string }
  | { readonly fout: 'tijd' | 'telefoon' }

/** A number is needed by who calls back. */
export function leesGesprek(form: URLSearchParams, afspraken: Afspraken | undefined): Gelezentijd {
  const [, id = '', op = ''] = /^(\S{1,80}) (\S{24})$/.exec(form.get('tijd') ?? '') ?? []
  const team = afspraken?.team(id)
  const begin = new Date(op)
  if (team === undefined || Number.isNaN(begin.getTime())) return { fout: 'tijd' }
  if (team.vorm !== 'terugbellen') return { team: id, begin }
  const telefoon = leesTelefoon(form.get('telefoon') ?? '')
  return telefoon === undefined ? { fout: 'telefoon' } : { team: id, begin, telefoon }
}

/** `maandag 9 maart 2026`, without a time. */
export function dag({ spraak }: Context, op: Datum): string {
  return spraak.datum(op)
}

export function dagVan(op: Date): Datum {
  return datumOp(op, 'Europe/Amsterdam')
}
