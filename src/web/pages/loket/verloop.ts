/** What happened in a case, oldest last: each moment with who, and what they did then. */
import type { OrganisatieId } from '../../../domain/index.ts'
import type { Gebeurd } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Ketenscherm } from './scherm.ts'
import {
  dadernaam,
  deelnemernaam,
  onderdeelnaam,
  organisatienaam,
  stapnaam,
  tijdstip,
  vindDeelnemer,
  voorLezer,
} from './woorden.ts'

/** Named limit: so many lines stand open; of more the rest is one click away. */
const HOOGSTENS_OPEN = 12

/** One moment of one organisation, with all that it did then: «2 maart 2026 om 10:09 · UWV», and below it what. */
export function verloopdelen(scherm: Ketenscherm, rij: readonly Gebeurd[]): readonly Html[] {
  const kop = ({ op, van }: Gebeurd) => `${tijdstip(scherm.verzoek.context, op)} · ${dadernaam(scherm, van)}`
  const delen: { readonly kop: string; readonly regels: Gebeurd[] }[] = []
  for (const een of rij) {
    const laatste = delen.at(-1)
    if (laatste?.kop === kop(een)) laatste.regels.push(een)
    else delen.push({ kop: kop(een), regels: [een] })
  }
  return delen.map(
    ({ kop: wanneer, regels }) =>
      html`<li><p class="vd-calm vd-small">${wanneer}</p>${regels.map((een) => html`<p>${regel(scherm, een)}</p>`)}</li>`,
  )
}

function regel(scherm: Ketenscherm, een: Gebeurd): Html {
  const { soort, stand } = een
  const { t } = scherm.verzoek.context.spraak
  const wat = waarover(scherm, een)
  const hoe =
    stand === undefined ? t(voorLezer(scherm, `loket.verloop.${soort}`)) : t(`loket.verloop.stap.${stand}`)
  return html`<strong>${hoe}</strong>${wat !== undefined && html` · ${wat}`}`
}

/** Of what is shared what and with whom; of who signed their name; else the step or the participant itself. */
function waarover(scherm: Ketenscherm, een: Gebeurd): string | undefined {
  const { soort, over, met, aan, wie: organisatie } = een
  const { spraak } = scherm.verzoek.context
  const { stappen, onderdelen, delingen } = scherm.beeld.zicht
  if (aan !== undefined) return organisatienaam(scherm.verzoek, aan).tekst
  if (over === undefined) return undefined
  const gevraagd = wieGevraagd(scherm, over)
  if (gevraagd !== undefined) return organisatienaam(scherm.verzoek, gevraagd).tekst
  const deling = delingen.find(({ id }) => id === over)
  const deelnemer = vindDeelnemer(scherm, deling?.deelnemer ?? met ?? over)
  const wie =
    deelnemer === undefined
      ? organisatie && organisatienaam(scherm.verzoek, organisatie).tekst
      : deelnemernaam(scherm, deelnemer)
  if (deling !== undefined || met !== undefined) {
    const wat = onderdeelnaam(scherm, deling?.onderdeel ?? over)
    return wie === undefined ? wat : spraak.t('loket.verloop.met', { wat, wie })
  }
  if (stappen.some(({ stap }) => stap === over)) return stapnaam(scherm, over)
  if (onderdelen.some(({ id }) => id === over)) return onderdeelnaam(scherm, over)
  return soort === 'uitnodiging-gebruikt' && wie !== undefined && deelnemer?.ondertekenaar !== undefined
    ? spraak.t('loket.verloop.getekend', { wie, naam: deelnemer.ondertekenaar })
    : wie
}

/** Of a question, something that was forwarded, or something stuck: who was asked. */
function wieGevraagd({ beeld }: Ketenscherm, id: string): OrganisatieId | undefined {
  const { verzoeken, doorzendingen, opschalingen } = beeld.zicht
  return (
    verzoeken.find((een) => een.id === id)?.organisatie ??
    doorzendingen.find((een) => een.id === id)?.naar ??
    opschalingen.find((een) => een.id === id)?.organisatie
  )
}

export function verlooplijst(scherm: Ketenscherm): Html | undefined {
  const { t } = scherm.verzoek.context.spraak
  const { verloop } = scherm.beeld
  if (verloop.length === 0) return undefined
  const regels = verloop.toReversed()
  const lijst = (deel: readonly Gebeurd[]) =>
    html`<ol class="vd-plain vd-verloop">${verloopdelen(scherm, deel)}</ol>`
  return html`<details class="vd-details vd-fold" id="verloop"><summary>${t('loket.verloop.titel', { n: regels.length })}</summary><div>${lijst(regels.slice(0, HOOGSTENS_OPEN))}
${regels.length > HOOGSTENS_OPEN && html`<details class="vd-details"><summary>${t('loket.verloop.eerder', { n: regels.length - HOOGSTENS_OPEN })}</summary><div>${lijst(regels.slice(HOOGSTENS_OPEN))}</div></details>`}</div></details>`
}
