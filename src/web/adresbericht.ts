import { datumOp } from '../kalender/index.ts'
import {
  type Adreswijziging,
  type Berichtinhoud,
  stelBerichtOp,
  type Vastlegger,
  type Waarde,
} from '../kanalen/index.ts'
import { talen } from './routes.ts'
import { maakSpraak, type Spraak } from './ui/spraak.ts'

/** What somebody is told when it changes where they are reached. Says neither the old address nor the new one. */
export function maakAdresopsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  { naamVan, nu }: { readonly naamVan: (organisatie: string) => string; readonly nu: () => Date },
): (wijziging: Adreswijziging, door: Vastlegger) => Berichtinhoud {
  const spraken = maakSpraak(teksten)
  const perTaal = (tekst: (spraak: Spraak) => string): Waarde => ({
    tekst: Object.fromEntries(talen.map((taal) => [taal, tekst(spraken[taal])])),
  })
  const sleutel = 'berichttekst.adres-gewijzigd'
  return ({ soort, oud }, door) => {
    const { onderwerp, doen, alineas } = stelBerichtOp(spraken, 'adres-gewijzigd', {
      datum: { dag: datumOp(nu(), 'Europe/Amsterdam') },
      kanaal: perTaal(({ t }) => t(`${sleutel}.adres.${soort}`)),
      van: perTaal(({ t }) =>
        door.soort === 'zelf'
          ? t(`${sleutel}.door.zelf`)
          : t(`${sleutel}.door.${door.wijze}`, { organisatie: naamVan(door.organisatie) }),
      ),
    })
    return { onderwerp, alineas: [...alineas, ...(doen === undefined ? [] : [doen])], oudAdres: oud }
  }
}
