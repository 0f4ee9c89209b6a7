import type { GemaakteCode } from '../afzender/index.ts'
import { momentVan } from '../domain/index.ts'
import type { Tekst } from '../engine/index.ts'
import { type Datum, datumOp } from '../kalender/index.ts'
import {
  type Briefinhoud,
  type Briefvertaling,
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
  const deel = (vraag: Opstelvraag, taal: Taal): Omit<Briefvertaling, 'taal'> => {
    const { bericht, code, gemaakt } = vraag
    const { onderwerp, alineas } = bericht.inhoud
    const kies = kiezer(taal)
    const spraak = spraken[taal]
    const doen = watTeDoen(spraak, bericht, datumOp(gemaakt, 'Europe/Amsterdam'), kies)
    const telefoon = telefoonVan(organisatieVan(bericht.inhoud))
    return {
      onderwerp: kies(onderwerp),
      ...(doen !== undefined && { doen }),
      ...(doen === undefined && kenmerkenVan(bericht.soort).vraagtNiets && { niets: true }),
      alineas: [
        ...vooraf(spraak, vraag),
        ...alineas.map(kies),
        isGelukt(spraak, { soort: bericht.soort, taal }, { basis, telefoon }),
      ],
      ...(code && { controlecode: opBrief(code, basis, taal) }),
    }
  }
  const beltekst = (vraag: Opstelvraag, taal: Taal): string => {
    const { bericht, code, gemaakt } = vraag
    const kies = kiezer(taal)
    const spraak = spraken[taal]
    const waar = `${basis.host}${adres(taal, 'echt')}`
    const afzender = naamVan(bericht.inhoud.van)
    const echt =
      code && spraak.t('berichttekst.bellen.echt', { afzender, adres: waar, code: code.geschreven })
    const delen = [
      kies(bericht.inhoud.onderwerp),
      ...vooraf(spraak, vraag),
      ...bericht.inhoud.alineas.map(kies),
      watTeDoen(spraak, bericht, datumOp(gemaakt, 'Europe/Amsterdam'), kies),
      echt,
    ]
    return delen.filter((een) => een !== undefined).join('\n\n')
  }
  return async (vraag) => {
    const { bericht, kanaal, taal, ookIn = [], gemaakt } = vraag
    const { van } = bericht.inhoud
    const vertaald = ookIn.filter((een) => isVertaald(bericht.inhoud, een))
    if (kanaal === 'telefoon') {
      const erbij = vertaald.map((een) => ({ taal: een, tekst: beltekst(vraag, een) }))
      const tekst = beltekst(vraag, taal)
      return { soort: 'belbriefje', tekst, ...(erbij.length > 0 && { ookIn: erbij }) }
    }
    if (kanaal !== 'brief') return undefined
    const brief: Briefinhoud = {
      ...deel(vraag, taal),
      datum: datumOp(gemaakt, 'Europe/Amsterdam'),
      afzender: { naam: naamVan(van) },
      ...(vertaald.length > 0 && { ookIn: vertaald.map((een) => ({ ...deel(vraag, een), taal: een })) }),
    }
    return { soort: 'brief', brief }
  }
}

function kiezer(taal: Taal): (tekst: Tekst) => string {
  return (tekst) => tekst[taal] ?? tekst.nl ?? ''
}

/** All of it, so that what stands in a second language is no less than the first. */
function isVertaald({ onderwerp, doen, alineas }: Opstelvraag['bericht']['inhoud'], taal: Taal): boolean {
  return [onderwerp, ...(doen === undefined ? [] : [doen]), ...alineas].every(
    (tekst) => tekst[taal] !== undefined,
  )
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
  // More things than one have each their own day.
  if (wat.includes('\n')) return wat
  const dag = datum(uiterlijk)
  return uiterlijk < vandaag
    ? `${wat} ${t('berichten.doen.was', { dag })} ${t('berichten.doen.voorbij')}`
    : `${wat} ${t('berichten.doen.uiterlijk', { dag })}`
}

/** Where somebody says whether it worked: the kind of message is in the address, and nothing of which one or whose. */
function isGelukt(
  { t }: Spraak,
  { soort, taal }: { readonly soort: Opstelvraag['bericht']['soort']; readonly taal: Taal },
  { basis, telefoon }: { readonly basis: URL; readonly telefoon: string | undefined },
): string {
  const { groep } = kenmerkenVan(soort)
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
