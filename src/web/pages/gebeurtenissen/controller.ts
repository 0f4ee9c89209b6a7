import { metGegevens } from '../../../gebeurtenissen/index.ts'
import { PAD_PLAATS, waardeOp } from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { metGevolgen } from '../rechten/vraag-controller.ts'
import { agendabestand, bewaarbestand } from './bestanden.ts'
import { gebeurtenisPagina } from './gebeurtenis-pagina.ts'
import { leesFormulier } from './lees-formulier.ts'
import { lijstPagina } from './lijst-pagina.ts'
import { maakPlanBeeld, type PlanBeeld } from './plan-beeld.ts'
import { printPagina } from './print-pagina.ts'
import { stapPagina } from './stap-pagina.ts'

export function lijst({ context, beeld }: Verzoek): Antwoord {
  return { soort: 'pagina', pagina: lijstPagina(context, [...beeld.gebeurtenissen.values()]) }
}

export function toon(verzoek: Verzoek): Antwoord {
  const { staat } = verzoek.bezoek
  const isVerlopen = staat === 'verlopen' || staat === 'onleesbaar'
  return met(verzoek, (plan) => ({ soort: 'pagina', pagina: gebeurtenisPagina({ plan, isVerlopen }) }))
}

/** The whole form at once: it stands on its own, also when the cookie of before is gone. */
export function ontvang(verzoek: Verzoek): Antwoord {
  const { context, beeld, bezoek, form } = verzoek
  return met(verzoek, (plan) => {
    const { gebeurtenis } = plan
    const gelezen = leesFormulier(context.spraak, beeld, gebeurtenis, form)
    if (gelezen.status === 'fout') {
      const gestuurd = { form, fouten: gelezen.fouten }
      const pagina = gebeurtenisPagina({ plan, gestuurd, isVerlopen: false })
      return { soort: 'pagina', pagina, status: 422 }
    }
    const { gegevens, plaats } = gelezen
    const isVerhuisd = plaats !== undefined && plaats !== waardeOp(beeld.antwoorden, PAD_PLAATS)
    return {
      soort: 'ga-naar',
      adres: adres(context.taal, 'gebeurtenis', { gebeurtenis: gebeurtenis.id, anker: 'voortgang' }),
      ...(isVerhuisd && { bewaar: metGevolgen(beeld, PAD_PLAATS, plaats) }),
      bewaarGebeurtenissen: metGegevens(bezoek.gebeurtenissen, gebeurtenis.id, gegevens),
    }
  })
}

export function print(verzoek: Verzoek): Antwoord {
  return met(verzoek, (plan) => ({ soort: 'pagina', pagina: printPagina(plan) }))
}

export function agenda(verzoek: Verzoek): Antwoord {
  return met(verzoek, (plan) => {
    const inhoud = agendabestand(plan, verzoek.nu)
    const { id } = plan.gebeurtenis
    // Without a date there is nothing to put in a calendar: the page asks for it.
    if (inhoud === undefined) {
      return { soort: 'ga-naar', adres: adres(plan.context.taal, 'gebeurtenis', { gebeurtenis: id }) }
    }
    return { soort: 'bestand', inhoud, type: 'text/calendar; charset=utf-8', naam: `${id}.ics` }
  })
}

export function bewaar(verzoek: Verzoek): Antwoord {
  return met(verzoek, (plan) => ({
    soort: 'bestand',
    inhoud: bewaarbestand(plan),
    type: 'text/html; charset=utf-8',
    naam: `${plan.gebeurtenis.id}.html`,
  }))
}

export function stap(verzoek: Verzoek): Antwoord {
  return met(verzoek, (plan) => {
    const gevraagd = plan.gebeurtenis.stappen.find(({ id }) => id === verzoek.delen.stap)
    return gevraagd === undefined
      ? { soort: 'niet-gevonden' }
      : { soort: 'pagina', pagina: stapPagina(plan, gevraagd) }
  })
}

function met(verzoek: Verzoek, maak: (plan: PlanBeeld) => Antwoord): Antwoord {
  const plan = maakPlanBeeld(verzoek)
  return plan === undefined ? { soort: 'niet-gevonden' } : maak(plan)
}
