import type { Berichtinhoud } from '../kanalen/index.ts'
import type { Signaal, Woorden, Zaakbeeld } from '../zaken/index.ts'
import { type Taal, talen } from './routes.ts'
import { maakSpraak, type Spraak } from './ui/spraak.ts'

/** What somebody is told about a case that is late or silent, in all languages: which one they read, they choose. */
export function maakZaaksignaalOpsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  naamVan: (organisatie: string) => string,
): (zaak: Zaakbeeld, signaal: Signaal) => Berichtinhoud {
  const spraken = maakSpraak(teksten)
  return (zaak, signaal) => {
    const perTaal = (tekst: (spraak: Spraak) => string) =>
      Object.fromEntries(talen.map((taal) => [taal, tekst(spraken[taal])]))
    const titel = (taal: Taal) => woordenIn(zaak.titel, taal)
    const organisatie = naamVan(zaak.organisatie)
    const alineas =
      signaal.soort === 'te-laat'
        ? [
            perTaal(({ t, datum }) =>
              t('zaaksignaal.te_laat.wat', { organisatie, datum: datum(signaal.termijn) }),
            ),
            perTaal(({ t }) => t('zaaksignaal.te_laat.bel')),
            ...(signaal.kan === 'ingebrekestelling'
              ? [perTaal(({ t }) => t('zaaksignaal.te_laat.kan'))]
              : []),
          ]
        : [
            perTaal(({ t, datum }) =>
              t('zaaksignaal.stil.wat', { organisatie, datum: datum(signaal.sinds) }),
            ),
            perTaal(({ t }) => t('zaaksignaal.stil.norm', { dagen: signaal.gebruikelijkDagen })),
            perTaal(({ t }) => t('zaaksignaal.stil.bel')),
          ]
    const sleutel = signaal.soort === 'te-laat' ? 'te_laat' : 'stil'
    return {
      onderwerp: perTaal(({ taal, t }) => t(`zaaksignaal.${sleutel}.onderwerp`, { titel: titel(taal) })),
      alineas,
      over: zaak.organisatie,
      verwijzing: { soort: 'zaak', ...zaak.ref },
    }
  }
}

export function woordenIn(woorden: Woorden, taal: Taal): string {
  if (woorden.van === 'bron') return woorden.tekst
  return woorden.tekst[taal] ?? woorden.tekst.nl ?? ''
}
