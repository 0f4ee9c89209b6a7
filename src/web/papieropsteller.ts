import type { GemaakteCode } from '../afzender/index.ts'
import { datumOp } from '../kalender/index.ts'
import type { Briefinhoud, Opsteller } from '../kanalen/index.ts'
import { adres, type Taal } from './routes.ts'
import { maakSpraak } from './ui/spraak.ts'

/**
 * What a letter and a note for a call say is what the message says, with how to find out that it is ours.
 * @param basis Where this website is: `https://voordeur.example`.
 */
export function maakPapieropsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  { basis, naamVan }: { readonly basis: URL; readonly naamVan: (organisatie: string | undefined) => string },
): Opsteller {
  const spraken = maakSpraak(teksten)
  return async ({ bericht, kanaal, taal, code }) => {
    const { onderwerp, alineas, van } = bericht.inhoud
    const kies = (tekst: typeof onderwerp) => tekst[taal] ?? tekst.nl ?? ''
    if (kanaal === 'telefoon') {
      const { t } = spraken[taal]
      const { host } = basis
      const waar = `${host}${adres(taal, 'echt')}`
      const echt =
        code && t('berichttekst.bellen.echt', { afzender: naamVan(van), adres: waar, code: code.geschreven })
      const delen = [kies(onderwerp), ...alineas.map(kies), ...(echt === undefined ? [] : [echt])]
      return { soort: 'belbriefje', tekst: delen.join('\n\n') }
    }
    if (kanaal !== 'brief') return undefined
    const brief: Briefinhoud = {
      onderwerp: kies(onderwerp),
      alineas: alineas.map(kies),
      datum: datumOp(bericht.verstuurd, 'Europe/Amsterdam'),
      afzender: { naam: naamVan(van) },
      ...(code && { controlecode: opBrief(code, basis, taal) }),
    }
    return { soort: 'brief', brief }
  }
}

/** What the sender signed stands behind `#`, as in `qrpad`; the page is that of the language of the letter. */
function opBrief(code: GemaakteCode, basis: URL, taal: Taal): NonNullable<Briefinhoud['controlecode']> {
  const pagina = new URL(adres(taal, 'echtCode', { code: code.code }), basis)
  return {
    code: code.geschreven,
    adres: new URL(adres(taal, 'echt'), basis).href,
    qr: `${pagina.href}${code.qrpad.slice(code.pad.length)}`,
  }
}
