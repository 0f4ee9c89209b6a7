import { isIP } from 'node:net'
import type { Afzender, Organisatie, Weten } from '../corpus/index.ts'
import { type Datum, type Iban, parseIban } from '../domain/index.ts'
import { naarLijn } from './adres.ts'
import type { Domeiningang, Herkomst, Nummeringang, Wie } from './ingang.ts'
import { type Kernen, maakKernen } from './kernen.ts'
import { skelet } from './skelet.ts'
import { leesTelefoonnummer, type Telefoonnummer } from './telefoon.ts'

/** What was imported of a register elsewhere, as it was on a day. */
export interface Momentopname {
  readonly bron: string
  readonly peildatum: Datum
  readonly domeinen: readonly MomentopnameDomein[]
}

export interface MomentopnameDomein {
  readonly domein: string
  readonly naam: string
  readonly onder: Weten
  readonly web: Weten
  readonly mail: Weten
}

export interface Registerbronnen {
  readonly organisaties: ReadonlyMap<string, Organisatie>
  readonly afzenders: ReadonlyMap<string, Afzender>
  readonly momentopname?: Momentopname | undefined
  /** Where this website stands; its own links are genuine. */
  readonly eigen?: URL | undefined
  /** The address that our own e-mail comes from. */
  readonly eigenMail?: string | undefined
  /** VOORDEUR_GOV_NL: does every name below gov.nl belong to government? */
  readonly govNl: boolean
}

/** Everything that is asked, ready to be looked up. Does not change; another corpus or snapshot gives another one. */
export interface Afzenderregister {
  readonly domeinen: ReadonlyMap<string, readonly Domeiningang[]>
  readonly telefoons: ReadonlyMap<Telefoonnummer, readonly Nummeringang<Telefoonnummer>[]>
  readonly ibans: ReadonlyMap<Iban, readonly Nummeringang<Iban>[]>
  /** By name in small letters without spaces. */
  readonly sms: ReadonlyMap<string, readonly Nummeringang[]>
  /** What domain names look like. */
  readonly kernen: Kernen
  readonly eigen: URL | undefined
  readonly govNl: boolean
  readonly momentopname: Pick<Momentopname, 'bron' | 'peildatum'> | undefined
}

/** Bodies of a kind and not one of them: «uw gemeente». Their website is a guide to others. */
const algemeen: ReadonlySet<string> = new Set(['gemeente', 'provincie', 'waterschap', 'eiland'])

export function maakRegister(bronnen: Registerbronnen): Afzenderregister {
  const { organisaties, afzenders, momentopname, eigen, govNl } = bronnen
  const domeinen: Domeiningang[] = [...eigenDomeinen(bronnen)]
  const telefoons: Nummeringang<Telefoonnummer>[] = []
  const ibans: Nummeringang<Iban>[] = []
  const sms: Nummeringang[] = []
  for (const organisatie of organisaties.values()) {
    if (!organisatie.overheid || algemeen.has(organisatie.id)) continue
    domeinen.push(...domeinenVan(organisatie))
    telefoons.push(...telefoonsVan(organisatie))
  }
  for (const afzender of afzenders.values()) {
    if (afzender.als === 'gov-nl' && !govNl) continue
    const organisatie = organisaties.get(afzender.organisatie ?? '')
    const van = wieVan(afzender, organisatie)
    const isPlaatselijk = organisatie !== undefined && isVanPlaats(organisatie)
    const vanCorpus = ({ bron, vertrouwen }: { bron: string; vertrouwen: string }): Herkomst => ({
      soort: 'corpus',
      bron,
      vertrouwen,
      isEigen: true,
    })
    for (const een of afzender.domeinen) {
      const { domein, onder, web, mail } = een
      domeinen.push({ domein, onder, web, mail, van, herkomst: vanCorpus(een), isPlaatselijk })
    }
    for (const een of afzender.telefoons) {
      const nummer = leesTelefoonnummer(een.nummer)
      if (nummer !== undefined) telefoons.push({ nummer, van, herkomst: vanCorpus(een) })
    }
    for (const een of afzender.ibans) {
      const nummer = parseIban(een.nummer)
      if (nummer !== undefined) ibans.push({ nummer, van, herkomst: vanCorpus(een) })
    }
    for (const een of afzender.sms) sms.push({ nummer: een.nummer, van, herkomst: vanCorpus(een) })
  }
  if (momentopname !== undefined) domeinen.push(...uitMomentopname(momentopname))
  const perDomein = Map.groupBy(domeinen, ({ domein }) => domein)
  return {
    domeinen: perDomein,
    telefoons: Map.groupBy(telefoons, ({ nummer }) => nummer),
    ibans: Map.groupBy(ibans, ({ nummer }) => nummer),
    sms: Map.groupBy(sms, ({ nummer }) => smsSleutel(nummer)),
    kernen: maakKernen(domeinen, skelet),
    eigen,
    govNl,
    momentopname: momentopname && { bron: momentopname.bron, peildatum: momentopname.peildatum },
  }
}

/**
 * This website and who sends its mail: to be found, and so that what imitates them is seen. A number or a name of one
 * computer is no name that anybody can imitate.
 */
function eigenDomeinen({ eigen, eigenMail }: Registerbronnen): readonly Domeiningang[] {
  const host = eigen?.hostname.replace(/\.$/, '').replace(/^www\./, '') ?? ''
  const web = isIP(host) === 0 ? naarLijn(host) : undefined
  const mail = naarLijn(eigenMail?.slice(eigenMail.lastIndexOf('@') + 1) ?? '')
  return [...new Set([web, mail])].flatMap((domein) => {
    if (domein === undefined) return []
    const weet = (ja: boolean): Weten => (ja ? 'ja' : 'onbekend')
    return {
      domein,
      onder: 'onbekend',
      web: weet(domein === web),
      mail: weet(domein === mail),
      van: { naam: 'Voordeur' },
      herkomst: { soort: 'eigen' },
      isPlaatselijk: false,
    }
  })
}

export function smsSleutel(naam: string): string {
  return naam.toLowerCase().replaceAll(' ', '')
}

/** Each body once, however many entries say so. */
export function wieIn(ingangen: readonly { readonly van: Wie }[]): readonly Wie[] {
  return [...new Map(ingangen.map(({ van }) => [van.organisatie ?? van.naam, van])).values()]
}

/** The website that corpus/organisaties names. That it is theirs says nothing about what lies below it, or about mail. */
function domeinenVan(organisatie: Organisatie): readonly Domeiningang[] {
  const web = organisatie.kanalen.web
  if (web?.url === undefined || !URL.canParse(web.url)) return []
  const domein = new URL(web.url).hostname.replace(/^www\./, '')
  const herkomst = herkomstUit(organisatie, web)
  return [
    {
      domein,
      onder: 'onbekend',
      web: 'ja',
      mail: 'onbekend',
      van: { organisatie: organisatie.id, naam: organisatie.naam },
      herkomst,
      isPlaatselijk: isVanPlaats(organisatie),
    },
  ]
}

function telefoonsVan(organisatie: Organisatie): readonly Nummeringang<Telefoonnummer>[] {
  const telefoon = organisatie.kanalen.telefoon
  const nummer = leesTelefoonnummer(telefoon?.nummer ?? '')
  if (telefoon === undefined || nummer === undefined) return []
  const van = { organisatie: organisatie.id, naam: organisatie.naam }
  return [{ nummer, van, herkomst: herkomstUit(organisatie, telefoon) }]
}

function herkomstUit(
  organisatie: Organisatie,
  { bron, vertrouwen }: { readonly bron?: string; readonly vertrouwen?: string },
): Herkomst {
  return {
    soort: 'corpus',
    bron: bron ?? organisatie.bron,
    vertrouwen: vertrouwen ?? 'alleen-tekst',
    isEigen: bron !== undefined,
  }
}

function wieVan(afzender: Afzender, organisatie: Organisatie | undefined): Wie {
  if (organisatie === undefined) return { naam: afzender.naam ?? afzender.id }
  return { organisatie: organisatie.id, naam: organisatie.naam }
}

function isVanPlaats({ gebied }: Organisatie): boolean {
  return gebied !== undefined && gebied !== 'nederland'
}

function uitMomentopname({ bron, peildatum, domeinen }: Momentopname): readonly Domeiningang[] {
  const herkomst = { soort: 'momentopname', bron, peildatum } as const
  return domeinen.map(({ domein, naam, onder, web, mail }) => ({
    domein,
    onder,
    web,
    mail,
    van: { naam },
    herkomst,
    isPlaatselijk: /^(gemeente|provincie|waterschap|openbaar lichaam)\b/i.test(naam),
  }))
}
