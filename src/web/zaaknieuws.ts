import { datumOp } from '../kalender/index.ts'
import { type Berichtinhoud, type Berichtwaarden, stelBerichtOp, type Waarde } from '../kanalen/index.ts'
import type { Zaakbeeld, Zaaknieuws } from '../zaken/index.ts'
import { talen } from './routes.ts'
import { maakSpraak } from './ui/spraak.ts'
import { woordenIn } from './zaaksignaal.ts'

/**
 * What somebody is told of a case: what is asked, decided or answered, or a step that it took; in all languages. A
 * decision is announced by who took it: this message says that there is one, and where the term stands.
 */
export function maakZaaknieuwsOpsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  naamVan: (organisatie: string) => string,
): (zaak: Zaakbeeld, nieuws: Zaaknieuws) => Berichtinhoud {
  const spraken = maakSpraak(teksten)
  const inTalen = (tekst: (taal: (typeof talen)[number]) => string) =>
    Object.fromEntries(talen.map((taal) => [taal, tekst(taal)]))
  const perTaal = (tekst: (taal: (typeof talen)[number]) => string): Waarde => ({ tekst: inTalen(tekst) })
  const geenDag = inTalen((taal) => spraken[taal].t('berichttekst.taak.geen_dag'))
  return (zaak, nieuws) => {
    const { organisatie, ref } = zaak
    const naam = naamVan(organisatie)
    const opgesteld = stelBerichtOp(spraken, nieuws.soort, {
      organisatie: naam,
      titel:
        nieuws.soort === 'antwoord' && nieuws.contact.onderwerp !== ''
          ? nieuws.contact.onderwerp
          : perTaal((taal) => woordenIn(zaak.titel, taal)),
      ...waarden(nieuws, perTaal),
    })
    const { onderwerp, doen } = opgesteld
    const van: Berichtinhoud = {
      onderwerp,
      ...(doen !== undefined && { doen }),
      alineas: opgesteld.alineas,
      over: organisatie,
      verwijzing: { soort: 'zaak', ...ref },
    }
    switch (nieuws.soort) {
      case 'taak':
      case 'verzoek-om-aanvulling': {
        const { uuid, uiterlijk } = nieuws.taak
        // The last day is a field of its own: each way says it once, beside what to do.
        return uiterlijk === undefined
          ? { ...van, taak: uuid, alineas: [geenDag, ...van.alineas] }
          : { ...van, taak: uuid, uiterlijk: datumOp(uiterlijk, 'Europe/Amsterdam') }
      }
      case 'besluit': {
        const { bezwaarTot } = nieuws.besluit
        if (bezwaarTot === undefined) return van
        const metDag = inTalen((taal) =>
          spraken[taal].t('berichttekst.besluit.oneens_tot', {
            organisatie: naam,
            dag: spraken[taal].datum(bezwaarTot),
          }),
        )
        return { ...van, alineas: [...van.alineas.slice(0, -1), metDag] }
      }
      case 'antwoord':
        return van
      // Of a step a letter says too little and comes too late: what matters in it, its organisation writes itself.
      case 'zaak-bijgewerkt':
        return { ...van, alleenSnel: true }
    }
  }
}

function waarden(
  nieuws: Zaaknieuws,
  perTaal: (tekst: (taal: (typeof talen)[number]) => string) => Waarde,
): Berichtwaarden {
  switch (nieuws.soort) {
    case 'taak':
      return { taak: { tekst: nieuws.taak.titel } }
    case 'verzoek-om-aanvulling':
      return { wat: { tekst: nieuws.taak.titel } }
    case 'besluit':
      return { datum: { dag: nieuws.besluit.datum } }
    case 'antwoord':
      return { antwoord: nieuws.antwoord }
    case 'zaak-bijgewerkt':
      return {
        datum: { dag: nieuws.op },
        status: perTaal((taal) => woordenIn(nieuws.status, taal)),
      }
  }
}
