/** What somebody takes along: days for a calendar, and the plan as one page that needs nothing else. */
import { type GeplandeStap, schrijfAgenda } from '../../../gebeurtenissen/index.ts'
import { attrs, Html, html } from '../../../platform/index.ts'
import { kanaalregels } from '../../ui/wegen.ts'
import type { PlanBeeld } from './plan-beeld.ts'
import { planOpPapier } from './print-pagina.ts'
import { organisatienaam, termijnzin, woorden } from './woorden.ts'

/** Undefined when no step has a day: an empty calendar is not a calendar. */
export function agendabestand(beeld: PlanBeeld, nu: Date): string | undefined {
  const { context, gebeurtenis, plan } = beeld
  const { spraak, taal } = context
  const afspraken = plan.stappen.flatMap((gepland) => {
    const { stap, termijn, wie } = gepland
    const dag = termijn.tot ?? termijn.vanaf
    if (dag === undefined) return []
    const regels = [
      woorden(spraak, stap.wat).tekst,
      termijnzin(gepland, { spraak, gebeurtenis }),
      spraak.t('gebeurtenis.agenda.wie', { naam: organisatienaam(spraak, wie).tekst }),
      ...kanaalregels(spraak, wie.kanalen),
      ...(Object.keys(wie.vragen).length > 0 ? [spraak.t('gebeurtenis.wegen.vragen')] : []),
      ...kanaalregels(spraak, wie.vragen),
    ]
    const tekst = regels.filter((regel) => regel !== undefined).join('\n')
    const titel = spraak.t(`gebeurtenis.agenda.${soortDag(gepland)}`, {
      titel: woorden(spraak, stap.titel).tekst,
    })
    return [{ id: `${gebeurtenis.id}.${stap.id}`, dag, titel, tekst }]
  })
  if (afspraken.length === 0) return undefined
  return schrijfAgenda({ taal, naam: woorden(spraak, gebeurtenis.naam).tekst, afspraken, nu })
}

/** A day in a calendar without more would seem the day on which it must be done, and custom would seem law. */
function soortDag({ stap, termijn }: GeplandeStap): 'laatste' | 'meestal' | 'vanaf' {
  if (termijn.tot === undefined) return 'vanaf'
  return stap.termijn?.zekerheid === 'wet' ? 'laatste' : 'meestal'
}

/** Opened from a disk there is no server for a style sheet, so the few rules stand in the file itself. */
const STIJL = Html.vertrouwd(`<style>
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.15rem/1.5 Verdana, sans-serif; }
ol, ul { padding: 0; list-style: none; }
ol > li { margin: 0 0 1.5rem; padding: 0 0 1rem; border-bottom: 1px solid #767676; break-inside: avoid; }
h2 { margin: 0; font-size: 1.2rem; }
p { margin: 0.3rem 0; }
li li { margin: 0.3rem 0; }
.vd-paper__box, .vd-paper__ring { display: inline-block; width: 1em; height: 1em; margin-right: 0.5em; border: 2px solid; vertical-align: -0.1em; }
.vd-paper__ring { border-radius: 50%; }
</style>`)

export function bewaarbestand(beeld: PlanBeeld): string {
  const { context, gebeurtenis } = beeld
  const { spraak, taal } = context
  const titel = woorden(spraak, gebeurtenis.titel)
  return `<!doctype html>${html`
<html lang="${taal}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${titel.tekst}</title>
${STIJL}
</head>
<body>
<main>
<h1${attrs({ lang: titel.lang })}>${titel.tekst}</h1>
${planOpPapier(beeld)}
</main>
</body>
</html>
`}`
}
