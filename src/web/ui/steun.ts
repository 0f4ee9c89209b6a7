import type { Afspraakteam, Organisatie } from '../../corpus/index.ts'
import type { GebiedInfo } from '../../engine/index.ts'
import { type Html, html } from '../../platform/index.ts'
import { adres } from '../routes.ts'
import type { Context, Steunteam } from './context.ts'
import { tijdregel } from './openingstijden.ts'

/** Named limit: a box that stands on every page is read when it is short. */
const maxSteun = 3

/** Of where somebody lives and of the whole country; as long as we do not know where that is, of no place. */
export function steunVoor(
  teams: readonly Afspraakteam[],
  organisaties: ReadonlyMap<string, Organisatie>,
  plaats: GebiedInfo | undefined,
): readonly Steunteam[] {
  return (
    teams
      .map((team) => ({ ...team, van: organisaties.get(team.organisatie) }))
      .filter(({ van }) => isLandelijk(van) || van?.gebied === plaats?.code)
      // Who is near comes first: more than a few nobody reads.
      .toSorted((a, b) => Number(isLandelijk(a.van)) - Number(isLandelijk(b.van)))
  )
}

/** An organisation that we do not know is of no place that we may name. */
function isLandelijk(van: Organisatie | undefined): boolean {
  return van !== undefined && van.gebied === undefined
}

/** Who helps whoever gets stuck, each with when: they call you, or you come by. Nothing where nobody is known. */
export function steunlijst(context: Context, vormen: readonly Afspraakteam['vorm'][]): Html | undefined {
  const steun = context.steun.filter(({ vorm }) => vormen.includes(vorm))
  const teams = steunregels({ ...context, steun })
  return teams.length === 0 ? undefined : html`<ul class="vd-list">${teams}</ul>`
}

/** Where somebody lives when they said so; otherwise who reads Papiamentu is taken to live on an island. */
export function isOpEiland({ plaats, taal }: Context): boolean {
  return plaats === undefined ? taal === 'pap' : plaats.soort === 'eiland'
}

/** The same as rows of a list that stands there already. */
export function steunregels(context: Context): readonly Html[] {
  const { spraak, taal, kanInloggen, steun } = context
  const { t } = spraak
  const zone = isOpEiland(context) ? 'America/Kralendijk' : 'Europe/Amsterdam'
  return steun.slice(0, maxSteun).map((team) => {
    // A number is the same in every language; words about one are not.
    const isZonderNummer = team.vorm === 'telefoon' && !/\d{3}/.test(team.plek ?? '')
    const wat = t(`steun.${isZonderNummer ? 'telefoon_brief' : team.vorm}`, {
      plek: team.plek ?? '',
      organisatie: team.van?.naam ?? team.organisatie,
    })
    const link = adres(taal, 'afspraakNieuw', { filter: { team: team.id } })
    return html`<li data-steun="${team.vorm}">${wat} ${t('steun.open')} <span data-open>${tijdregel(spraak, team.openingstijden)}${team.zone !== zone && html` ${t(`steun.tijd.${team.zone === 'Europe/Amsterdam' ? 'nl' : 'eiland'}`)}`}.</span>${team.vertrouwen === 'verzonnen' && html` (${t('afspraken.voorbeeld')})`}${kanInloggen && html` <a class="vd-screen-only" href="${link}">${t('steun.kies_tijd')}<span class="vd-visually-hidden">: ${team.naam[taal] ?? team.naam.nl}</span></a>`}</li>`
  })
}
