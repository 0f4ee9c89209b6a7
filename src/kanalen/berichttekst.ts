import type { Tekst } from '../engine/index.ts'
import type { Datum } from '../kalender/index.ts'
import { type Sjabloonsoort, sjabloonVan, type Waardenaam } from './berichtsjabloon.ts'
import { kenmerkenVan } from './berichtsoort.ts'
import { smsVeilig } from './sms-lengte.ts'
import type { Briefinhoud, Opgemaakt } from './verzendweg.ts'

/** How one language speaks: what the website has as well. */
export interface Berichtspraak {
  readonly t: (sleutel: string, waarden?: Readonly<Record<string, string | number>>) => string
  /** `2026-03-04` as 4 maart 2026. */
  readonly datum: (datum: string) => string
}

/** Per language of the house. */
export type Berichtspraken = Readonly<Record<string, Berichtspraak>>

/** A word that is the same everywhere, a day that each language writes in its own way, or a word per language. */
export type Waarde = string | number | { readonly dag: Datum } | { readonly tekst: Tekst }
export type Berichtwaarden = Readonly<Partial<Record<Waardenaam, Waarde>>>

export interface Opgesteld {
  readonly onderwerp: Tekst
  readonly doen?: Tekst
  readonly alineas: readonly Tekst[]
}

/** A text asks for a value that nobody gave: a mistake of ours, and nothing is sent with a hole in it. */
export class WaardeOntbreekt extends Error {
  override readonly name = 'WaardeOntbreekt'
  readonly waarde: string
  constructor(soort: string, waarde: string) {
    super(`een bericht «${soort}» kan niet zonder «${waarde}»`)
    this.waarde = waarde
  }
}

/** Writes a message in every language: for the inbox, and for a letter. Throws `WaardeOntbreekt`. */
export function stelBerichtOp(
  spraken: Berichtspraken,
  soort: Sjabloonsoort,
  waarden: Berichtwaarden,
): Opgesteld {
  const { onderwerp, doen, alineas, waarden: nodig } = sjabloonVan(soort)
  const inTaal = (sleutel: string): Tekst =>
    Object.fromEntries(
      Object.entries(spraken).map(([taal, spraak]) => [
        taal,
        spraak.t(
          sleutel,
          Object.fromEntries(
            nodig.map((naam) => [naam, schrijf(waarden[naam], { soort, naam, taal, spraak })]),
          ),
        ),
      ]),
    )
  return {
    onderwerp: inTaal(onderwerp),
    ...(doen !== undefined && { doen: inTaal(doen) }),
    alineas: alineas.map(inTaal),
  }
}

function schrijf(
  waarde: Waarde | undefined,
  {
    soort,
    naam,
    taal,
    spraak,
  }: { readonly soort: string; readonly naam: string; readonly taal: string; readonly spraak: Berichtspraak },
): string | number {
  if (typeof waarde === 'number') return waarde
  const tekst =
    typeof waarde !== 'object'
      ? waarde
      : 'dag' in waarde
        ? spraak.datum(waarde.dag)
        : (waarde.tekst[taal] ?? waarde.tekst.nl)
  if (tekst === undefined || tekst.trim() === '') throw new WaardeOntbreekt(soort, naam)
  return tekst
}

/** A message as a letter. The date, sender, reference and code come from whoever sends. */
export function briefVan(
  { onderwerp, doen, alineas }: Opgesteld,
  taal: string,
  rest: Pick<Briefinhoud, 'datum' | 'afzender' | 'kenmerk' | 'controlecode'>,
): Briefinhoud {
  const kies = (tekst: Tekst): string => tekst[taal] ?? tekst.nl ?? ''
  return {
    onderwerp: kies(onderwerp),
    ...(doen !== undefined && { doen: kies(doen) }),
    alineas: alineas.map(kies),
    ...rest,
  }
}

/**
 * What a notice may say: who sent it, of what nature it is, whether it has legal effect, whether a reaction is expected
 * and by when. So far as established (Awb 2:10(2) was not in the copy of the law that we read): what Logius and VNG
 * list. Nothing else can get in, and so nothing about the person (Awb 2:9).
 */
export interface Meldingtekst {
  readonly soort: Sjabloonsoort
  readonly afzender: string
  /** By when, if a reaction is expected and the message has a term. */
  readonly uiterlijk?: Datum
  /** Where one logs in, to be typed: `voordeur.example`. Never a link. */
  readonly site: string
  readonly telefoon?: string
  readonly controlecode?: { readonly code: string; readonly adres: string }
}

/** The notice by e-mail. */
export function emailmelding(
  { t, datum }: Berichtspraak,
  melding: Meldingtekst,
): Opgemaakt & { soort: 'tekst' } {
  const { soort, afzender, uiterlijk, site, telefoon, controlecode } = eisMelding(melding)
  const { isProcedure } = kenmerkenVan(soort)
  const zinnen = [
    t('berichttekst.melding.wie', { afzender }),
    t('berichttekst.melding.aard', { aard: t(`berichttekst.${soort}.aard`) }),
    isProcedure ? t('berichttekst.melding.gevolg') : undefined,
    t(
      `berichttekst.melding.${kijkwoord(melding)}`,
      uiterlijk === undefined ? {} : { datum: datum(uiterlijk) },
    ),
    `${t('berichttekst.melding.waar', { site })} ${t('berichttekst.melding.link')}`,
    controlecode &&
      t('berichttekst.melding.echt', { adres: zonderSchema(controlecode.adres), code: controlecode.code }),
    // Always, and also for who cannot log in: how to get no e-mail any more (Awb 2:8).
    telefoon === undefined
      ? t('berichttekst.melding.anders_balie', { site })
      : t('berichttekst.melding.anders', { site, telefoon }),
  ]
  return {
    soort: 'tekst',
    onderwerp: t('berichttekst.melding.onderwerp', { afzender }),
    tekst: `${zinnen.filter((zin) => zin !== undefined && zin !== '').join('\n\n')}\n`,
  }
}

/** The notice by SMS, in signs that fit 160 to a message. */
export function smsmelding(
  { t, datum }: Berichtspraak,
  melding: Meldingtekst,
): Opgemaakt & { soort: 'tekst' } {
  const { afzender, uiterlijk, site, controlecode } = eisMelding(melding)
  const hoe = reactie(melding)
  const zinnen = [
    t('berichttekst.sms.wie', { afzender }),
    hoe === 'geen_reactie'
      ? undefined
      : t(`berichttekst.sms.${hoe}`, uiterlijk === undefined ? {} : { datum: datum(uiterlijk) }),
    t('berichttekst.sms.waar', { site }),
    controlecode && t('berichttekst.sms.code', { code: controlecode.code }),
  ]
  const tekst = smsVeilig(zinnen.filter((zin) => zin !== undefined).join(' '))
  return { soort: 'tekst', onderwerp: '', tekst }
}

/** Nobody answers an appointment, and everybody has to look at it: that is not «nothing to do». */
function kijkwoord(melding: Meldingtekst): string {
  const isKomen = ['afspraak', 'afspraak-verzet', 'afspraak-herinnering'].includes(melding.soort)
  return isKomen ? 'afspraak' : reactie(melding)
}

function reactie({ soort, uiterlijk }: Meldingtekst): 'reactie' | 'reactie_open' | 'geen_reactie' {
  if (!kenmerkenVan(soort).reactieVerwacht) return 'geen_reactie'
  return uiterlijk === undefined ? 'reactie_open' : 'reactie'
}

function eisMelding(melding: Meldingtekst): Meldingtekst {
  for (const naam of ['afzender', 'site'] as const)
    if (melding[naam].trim() === '') throw new WaardeOntbreekt(melding.soort, naam)
  return melding
}

/** As somebody types it. */
function zonderSchema(adres: string): string {
  return adres.replace(/^https?:\/\//, '').replace(/[?#].*$/, '')
}
