import type { Afspraak, Afspraakbericht, Afspraaksoort } from '../afspraken/index.ts'
import type { Afspraakteam } from '../corpus/index.ts'
import type { Tekst } from '../engine/index.ts'
import { datumOp, tijdOp } from '../kalender/index.ts'
import { type Bijlage, stelBerichtOp } from '../kanalen/index.ts'
import { schrijfAfspraakagenda } from './afspraakagenda.ts'
import { talen } from './routes.ts'
import { maakSpraak, type Spraak } from './ui/spraak.ts'

interface Wereld {
  readonly naamVan: (organisatie: string) => string
  /** May be gone: then the clock of the country is used, and the name of the organisation says where. */
  readonly teamVan: (id: string) => Afspraakteam | undefined
  /** What somebody types to come to this website, also from paper: `voordeur.example`. */
  readonly site: string
  readonly nu: () => Date
}

/** What somebody is told of an appointment, in all languages: which one they read, they choose. */
export function maakAfspraakOpsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  wereld: Wereld,
): (afspraak: Afspraak, soort: Afspraaksoort) => Afspraakbericht {
  const spraken = maakSpraak(teksten)
  const perTaal = (tekst: (spraak: Spraak) => string): { readonly tekst: Tekst } => ({
    tekst: Object.fromEntries(talen.map((taal) => [taal, tekst(spraken[taal])])),
  })
  const agenda = (afspraak: Afspraak): Bijlage => {
    const inhoud = schrijfAfspraakagenda(afspraak, {
      taal: 'nl',
      spraken: talen.map((taal) => spraken[taal]),
      organisatie: wereld.naamVan(afspraak.organisatie),
      team: wereld.teamVan(afspraak.team),
      nu: wereld.nu(),
    })
    return { naam: 'afspraak.ics', type: 'text/calendar', inhoud: Buffer.from(inhoud) }
  }
  return (afspraak, soort) => {
    const { id, organisatie, team: teamId, vorm, begin, inhoud } = afspraak
    const team = wereld.teamVan(teamId)
    const zone = team?.zone ?? 'Europe/Amsterdam'
    const naam = wereld.naamVan(organisatie)
    const { onderwerp, doen, alineas } = stelBerichtOp(spraken, soort, {
      titel: perTaal(({ t }) => t(`afspraken.onderwerp.${inhoud.onderwerp.replace('-', '_')}`)),
      organisatie: naam,
      dag: { dag: datumOp(begin, zone) },
      tijd: tijdOp(begin, zone),
      komen: perTaal(({ t, datum }) =>
        t(`afspraken.komen.${vorm}`, {
          ...{ dag: datum(datumOp(begin, zone)), tijd: tijdOp(begin, zone) },
          plek: team?.plek ?? naam,
        }),
      ),
      nummer: afspraak.nummer,
      site: wereld.site,
    })
    const isAgenda = soort === 'afspraak' || soort === 'afspraak-verzet'
    return {
      inhoud: {
        onderwerp,
        ...(doen !== undefined && { doen }),
        alineas,
        van: organisatie,
        verwijzing: { soort: 'afspraak', id },
      },
      ...(isAgenda && { bijlagen: [agenda(afspraak)] }),
    }
  }
}
