import type { GemaakteCode } from '../afzender/index.ts'
import { momentVan } from '../domain/index.ts'
import type { Tekst } from '../engine/index.ts'
import { type Datum, datumOp } from '../kalender/index.ts'
import {
  type Briefinhoud,
  kenmerkenVan,
  type Opsteller,
  type Opstelvraag,
  organisatieVan,
} from '../kanalen/index.ts'
import { adres, type Taal } from './routes.ts'
import { maakSpraak, type Spraak } from './ui/spraak.ts'

/**
 * What a letter and a note for a call say is what the message says, with how to find out that it is ours.
 * @param basis Where this website is: `https://voordeur.example`.
 */
export function maakPapieropsteller(
  teksten: Parameters<typeof maakSpraak>[0],
  {
    basis,
    naamVan,
    telefoonVan,
  }: {
    readonly basis: URL
    readonly naamVan: (organisatie: string | undefined) => string
    readonly telefoonVan: (organisatie: string | undefined) => string | undefined
  },
): Opsteller {
  const spraken = maakSpraak(teksten)
  return async (vraag) => {
    const { bericht, kanaal, taal, code, gemaakt } = vraag
    const { onderwerp, van } = bericht.inhoud
    const kies = (tekst: typeof onderwerp) => tekst[taal] ?? tekst.nl ?? ''
    const spraak = spraken[taal]
    const datum = datumOp(gemaakt, 'Europe/Amsterdam')
    const doen = watTeDoen(spraak, bericht, datum, kies)
    const alineas = [...vooraf(spraak, vraag), ...bericht.inhoud.alineas.map(kies)]
    if (kanaal === 'telefoon') {
      const waar = `${basis.host}${adres(taal, 'echt')}`
      const echt =
        code &&
        spraak.t('berichttekst.bellen.echt', { afzender: naamVan(van), adres: waar, code: code.geschreven })
      const delen = [kies(onderwerp), ...alineas, doen, echt].filter((deel) => deel !== undefined)
      return { soort: 'belbriefje', tekst: delen.join('\n\n') }
    }
    if (kanaal !== 'brief') return undefined
    const brief: Briefinhoud = {
      onderwerp: kies(onderwerp),
      ...(doen !== undefined && { doen }),
      ...(doen === undefined && kenmerkenVan(bericht.soort).vraagtNiets && { niets: true }),
      alineas: [
        ...alineas,
        isGelukt(spraak, vraag, { basis, telefoon: telefoonVan(organisatieVan(bericht.inhoud)) }),
      ],
      datum,
      afzender: { naam: naamVan(van) },
      ...(code && { controlecode: opBrief(code, basis, taal) }),
    }
    return { soort: 'brief', brief }
  }
}

/** What is asked and until when, as it stands above the message on the page; `undefined`: the message asks nothing. */
function watTeDoen(
  { t, datum }: Spraak,
  { soort, inhoud: { doen, taak, uiterlijk } }: Opstelvraag['bericht'],
  vandaag: Datum,
  kies: (tekst: Tekst) => string,
): string | undefined {
  const wordtGevraagd = kenmerkenVan(soort).reactieVerwacht || taak !== undefined || uiterlijk !== undefined
  if (doen === undefined && !wordtGevraagd) return undefined
  const wat = doen === undefined ? t('berichten.doen.zonder') : kies(doen)
  if (uiterlijk === undefined) return wat
  const dag = datum(uiterlijk)
  return uiterlijk < vandaag
    ? `${wat} ${t('berichten.doen.was', { dag })} ${t('berichten.doen.voorbij')}`
    : `${wat} ${t('berichten.doen.uiterlijk', { dag })}`
}

/** Where somebody says whether it worked: the kind of message is in the address, and nothing of which one or whose. */
function isGelukt(
  { t }: Spraak,
  { bericht, taal }: Pick<Opstelvraag, 'bericht' | 'taal'>,
  { basis, telefoon }: { readonly basis: URL; readonly telefoon: string | undefined },
): string {
  const { groep } = kenmerkenVan(bericht.soort)
  const waar = `${basis.host}${adres(taal, 'geluktBrief', { groep })}`
  return telefoon === undefined
    ? t('brief.gelukt', { adres: waar })
    : t('brief.gelukt_bel', { adres: waar, telefoon })
}

/** Whose message it is when it was sent on, and which one it puts right (Awb 2:12). */
function vooraf(
  { t, datum }: Spraak,
  { bericht: { corrigeert }, doorgever }: Opstelvraag,
): readonly string[] {
  return [
    ...(doorgever === undefined
      ? []
      : [
          doorgever === ''
            ? t('berichten.doorgestuurd_iemand')
            : t('berichten.doorgestuurd_van', { naam: doorgever }),
        ]),
    ...(corrigeert === undefined
      ? []
      : [t('brief.verbetert', { datum: datum(datumOp(momentVan(corrigeert), 'Europe/Amsterdam')) })]),
  ]
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
