/** How residents come in and where their data come from. One of these alone is of no use, so it is all or nothing. */
export interface Inwonerinstelling {
  readonly inlog: {
    readonly uitgever: URL
    readonly client: string
    readonly geheim: string
    readonly niveaus: Readonly<Record<(typeof niveaunamen)[number], string>>
    /** The number of an island is only asked for where it is named: not every login service knows it. */
    readonly claims: Readonly<
      Record<(typeof nummernamen)[number] | (typeof bedrijfsnamen)[number], string> & {
        eilandnummer?: string
      }
    >
    readonly scopes: Readonly<Record<(typeof nummernamen)[number], string> & { eilandnummer?: string }>
  }
  readonly brp: Broninstelling & {
    /** What it means when the register says nothing about secrecy of somebody in a municipality. */
    readonly zwijgt: (typeof zwijgen)[number]
  }
  readonly inkomen: Broninstelling
}

export interface Broninstelling {
  readonly url: URL
  /** Sent as X-API-KEY. */
  readonly sleutel: string
}

type Lees = (naam: string) => string | undefined
type Meld = (naam: string, melding: string) => undefined

const niveaunamen = ['laag', 'substantieel', 'hoog'] as const
const zwijgen = ['onbekend', 'nee'] as const
const nummernamen = ['bsn', 'kvk', 'eidas'] as const

/** The names that eIDAS itself gives its levels. */
const eidasNiveaus = {
  laag: 'http://eidas.europa.eu/LoA/low',
  substantieel: 'http://eidas.europa.eu/LoA/substantial',
  hoog: 'http://eidas.europa.eu/LoA/high',
}
const gelijkeNamen = { bsn: 'bsn', kvk: 'kvk', eidas: 'eidas' }
/** Beside the number of a company. */
const bedrijfsnamen = ['vestiging', 'handelende', 'handelsnaam'] as const
const gelijkeBedrijfsnamen = { vestiging: 'vestiging', handelende: 'handelende', handelsnaam: 'handelsnaam' }

const verplicht = [
  'VOORDEUR_OIDC_URL',
  'VOORDEUR_OIDC_CLIENT',
  'VOORDEUR_OIDC_GEHEIM',
  'VOORDEUR_BRP_URL',
  'VOORDEUR_BRP_SLEUTEL',
  'VOORDEUR_INKOMEN_URL',
  'VOORDEUR_INKOMEN_SLEUTEL',
] as const

export function leesInwoners(lees: Lees, meld: Meld): Inwonerinstelling | undefined {
  const waarden = new Map(verplicht.map((naam) => [naam, lees(naam)]))
  if ([...waarden.values()].every((waarde) => waarde === undefined)) return undefined
  for (const [naam, waarde] of waarden)
    if (waarde === undefined) meld(naam, `ontbreekt; geef ${verplicht.join(', ')} alle of geen`)
  const tekst = (naam: (typeof verplicht)[number]): string => waarden.get(naam) ?? ''
  const adres = (naam: (typeof verplicht)[number]): URL => leesAdres(naam, waarden.get(naam), meld)
  const lijst = <S extends Readonly<Record<string, string>>, N extends string>(
    naam: string,
    namen: readonly (N | (keyof S & string))[],
    standaard: S,
  ) => leesLijst(naam, lees(naam), { namen, standaard }, meld)
  return {
    inlog: {
      uitgever: adres('VOORDEUR_OIDC_URL'),
      client: tekst('VOORDEUR_OIDC_CLIENT'),
      geheim: tekst('VOORDEUR_OIDC_GEHEIM'),
      niveaus: lijst('VOORDEUR_OIDC_NIVEAUS', niveaunamen, eidasNiveaus),
      claims: lijst('VOORDEUR_OIDC_CLAIMS', [...nummernamen, 'eilandnummer', ...bedrijfsnamen], {
        ...gelijkeNamen,
        ...gelijkeBedrijfsnamen,
      }),
      scopes: lijst('VOORDEUR_OIDC_SCOPES', [...nummernamen, 'eilandnummer'], gelijkeNamen),
    },
    brp: {
      url: adres('VOORDEUR_BRP_URL'),
      sleutel: tekst('VOORDEUR_BRP_SLEUTEL'),
      zwijgt: leesZwijgen(lees('VOORDEUR_BRP_ZWIJGT'), meld),
    },
    inkomen: { url: adres('VOORDEUR_INKOMEN_URL'), sleutel: tekst('VOORDEUR_INKOMEN_SLEUTEL') },
  }
}

function leesZwijgen(waarde: string | undefined, meld: Meld): (typeof zwijgen)[number] {
  const gevonden = zwijgen.find((een) => een === (waarde ?? 'onbekend'))
  return gevonden ?? meld('VOORDEUR_BRP_ZWIJGT', 'moet onbekend of nee zijn') ?? 'onbekend'
}

/** Without https a number of a person could be read on the way; on this computer alone there is no way. */
function leesAdres(naam: string, waarde: string | undefined, meld: Meld): URL {
  const url = waarde !== undefined && URL.canParse(waarde) ? new URL(waarde) : undefined
  const isHier = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && isHier))) return url
  if (waarde !== undefined)
    meld(naam, 'moet een adres zijn dat begint met https:// (http:// mag alleen op deze computer)')
  return new URL('https://niet-ingesteld.invalid')
}

/** `laag=…,substantieel=…,hoog=…`; what is not named keeps its default, or stays away where it has none. */
function leesLijst<S extends Readonly<Record<string, string>>, N extends string>(
  naam: string,
  waarde: string | undefined,
  { namen, standaard }: { readonly namen: readonly N[]; readonly standaard: S },
  meld: Meld,
): S & Readonly<Partial<Record<N, string>>> {
  const gelezen: S & Partial<Record<N, string>> = { ...standaard }
  for (const deel of (waarde ?? '').split(',').filter((stuk) => stuk.trim() !== '')) {
    const [, sleutel, inhoud] = /^\s*([a-z]+)=(\S+)\s*$/.exec(deel) ?? []
    const gevonden = namen.find((een) => een === sleutel)
    if (gevonden === undefined || inhoud === undefined)
      meld(naam, `moet zo zijn, met deze namen: ${namen.map((een) => `${een}=…`).join(',')}`)
    else Object.assign(gelezen, { [gevonden]: inhoud })
  }
  return gelezen
}
