/** One team that fits: why, when it is there, and what to expect. */
import type { Gidstreffer, Lijnrooster, Passreden, Toezegging } from '../../../lijnen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { merk } from '../../ui/merk.ts'
import { tijdregel } from '../../ui/openingstijden.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import { wanneer } from '../afspraken/kant.ts'
import { taalnaam } from './bron.ts'

/** `bellen`: the form with which they are called from here; absent where somebody else of the pool comes first. */
export function trefferdeel(verzoek: Verzoek, treffer: Gidstreffer, bellen: Html | undefined): Html {
  const { context, beeld } = verzoek
  const { spraak } = context
  const { t } = spraak
  const { rij, passing, isOpen, isVerouderd, vooruitzicht } = treffer
  const { team } = rij
  return html`<li class="vd-lijn"><h3><span lang="nl">${team.naam}</span></h3>
<p><a href="${adres(context.taal, 'organisatie', { organisatie: team.organisatie })}">${beeld.organisaties.get(team.organisatie)?.naam ?? team.organisatie}</a> ${merk(t(isOpen ? 'lijnen.team.open' : 'lijnen.team.dicht'), isOpen ? 'zeker' : 'rustig')}</p>
<p><strong>${t('lijnen.team.verwacht')}</strong> ${verwachting(context, vooruitzicht, team.rooster.zone)}</p>
${bellen}
<ul class="vd-list">${passing.redenen.filter(({ soort }) => soort !== 'taal').map((reden) => html`<li>${redenzin(verzoek, reden)}</li>`)}
${passing.vanafStap > 0 && html`<li>${t('lijnen.team.later')}</li>`}
<li>${t('lijnen.team.talen', {
    talen: opsomming(
      spraak,
      team.talen.map((taal) => taalnaam(context, taal)),
    ),
  })}</li></ul>
<p class="vd-calm vd-small">${t('lijnen.team.uren', { uren: urenzin(context, team.rooster) })}</p>
<p class="vd-calm vd-small">${t(isVerouderd ? 'lijnen.team.verouderd' : 'lijnen.team.bevestigd', { datum: spraak.datum(team.bevestigdOp) })}</p></li>`
}

export function urenzin({ spraak }: Pick<Context, 'spraak'>, rooster: Lijnrooster): string {
  const { t } = spraak
  if (rooster.soort === 'altijd') return t('lijnen.team.altijd')
  const uren = tijdregel(spraak, rooster.openingstijden)
  return rooster.dichtOpFeestdagen ? t('lijnen.team.niet_op_feestdagen', { uren }) : uren
}

/** A band and never one number: nobody knows how long the calls before this one last. */
export function verwachting(
  context: Context,
  vooruitzicht: Gidstreffer['vooruitzicht'],
  zone: Lijnrooster['zone'],
): string {
  const { t } = context.spraak
  const { soort } = vooruitzicht
  if (soort === 'meteen' || soort === 'geen-lijn' || soort === 'geen-rij' || soort === 'stil')
    return t(`lijnen.verwacht.${soort.replace('-', '_')}`)
  if (soort === 'band') {
    const { voor, vanMinuten: van, totMinuten: tot, alsPubliek } = vooruitzicht
    const band = t(van === 0 ? 'lijnen.verwacht.hoogstens' : 'lijnen.verwacht.band', { van, tot, n: voor })
    return alsPubliek ? `${band} ${t('lijnen.verwacht.als_publiek')}` : band
  }
  const begin = t(`lijnen.verwacht.${soort}`)
  const { toezegging } = vooruitzicht
  return toezegging === undefined ? begin : `${begin} ${toegezegd(context, toezegging, zone)}`
}

export function toegezegd(
  context: Context,
  { beginMs }: Pick<Toezegging, 'beginMs'>,
  zone: Lijnrooster['zone'],
): string {
  return context.spraak.t('lijnen.verwacht.terug', { moment: wanneer(context, new Date(beginMs), zone) })
}

function redenzin({ context }: Verzoek, reden: Passreden): string {
  const { t } = context.spraak
  switch (reden.soort) {
    case 'onderwerp':
      return t(`lijnen.reden.${reden.bevoegdheid}`)
    case 'gebied':
      return t(`lijnen.reden.${reden.hoe.replaceAll('-', '_')}`)
    case 'taal':
    case 'zonder-taal':
      return t(`lijnen.reden.${reden.soort.replace('-', '_')}`, { taal: taalnaam(context, reden.taal) })
    case 'niveau':
      return t(`lijnen.reden.${reden.niveau}`)
    case 'generalist-van-organisatie':
      return t('lijnen.reden.algemeen')
    default:
      return reden satisfies never
  }
}
