import { datumOp } from '../kalender/index.ts'
import { type Berichtinhoud, stelBerichtOp, type Waarde } from '../kanalen/index.ts'
import type { Zaakbeeld, Zaaknieuws } from '../zaken/index.ts'
import { talen } from './routes.ts'
import { maakSpraak } from './ui/spraak.ts'
import { woordenIn } from './zaaksignaal.ts'

/** What somebody is told of what is asked of them in a case, or of a step that it took; in all languages. */
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
    const uiterlijk =
      nieuws.soort === 'taak' && nieuws.taak.uiterlijk !== undefined
        ? datumOp(nieuws.taak.uiterlijk, 'Europe/Amsterdam')
        : undefined
    // The last day is a field of its own: each way says it once, beside what to do.
    const isZonderDag = nieuws.soort === 'taak' && uiterlijk === undefined
    const { onderwerp, doen, alineas } = stelBerichtOp(spraken, nieuws.soort, {
      titel: perTaal((taal) => woordenIn(zaak.titel, taal)),
      organisatie: naamVan(organisatie),
      ...(nieuws.soort === 'taak'
        ? {
            taak: { tekst: nieuws.taak.titel },
          }
        : { datum: { dag: nieuws.op }, status: perTaal((taal) => woordenIn(nieuws.status, taal)) }),
    })
    return {
      onderwerp,
      ...(doen !== undefined && { doen }),
      alineas: isZonderDag ? [geenDag, ...alineas] : alineas,
      over: organisatie,
      verwijzing: { soort: 'zaak', ...ref },
      // Of a step a letter says too little and comes too late: what matters in it, its organisation writes itself.
      ...(nieuws.soort === 'taak' ? { taak: nieuws.taak.uuid } : { alleenSnel: true as const }),
      ...(uiterlijk !== undefined && { uiterlijk }),
    }
  }
}
