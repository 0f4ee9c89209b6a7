import { type GelezenAdres, leesAdres, naarBeeld, naarLijn, ontcijfer } from './adres.ts'
import { leidtVerder } from './doorverwijzing.ts'
import { alsGelijkenis, genoemdIn, zoekGelijkenis } from './gelijkenis.ts'
import type { Domeiningang } from './ingang.ts'
import type { Oordeel, Opmerking, Uitslag, Zwijgreden } from './oordeel.ts'
import { type Afzenderregister, smsSleutel, wieIn } from './register.ts'
import { heeftVerborgenTekens } from './skelet.ts'
import { andereTarieven, schrijfTelefoonnummer } from './telefoon.ts'
import { type Vondst, vind } from './vinden.ts'

export interface Oordelen {
  readonly oordelen: readonly Oordeel[]
  readonly isMeer: boolean
}

/** What the register says of everything that stands in a text. Pure: nothing is fetched, nothing is kept. */
export function beoordeel(register: Afzenderregister, tekst: string): Oordelen {
  const { vondsten, isMeer } = vind(tekst)
  return { oordelen: vondsten.map((vondst) => beoordeelVondst(register, vondst)), isMeer }
}

export function beoordeelVondst(register: Afzenderregister, vondst: Vondst): Oordeel {
  switch (vondst.soort) {
    case 'adres':
      return beoordeelAdres(register, vondst)
    case 'mail':
      return beoordeelMail(register, vondst)
    case 'telefoon': {
      const ingangen = register.telefoons.get(vondst.nummer)
      if (ingangen !== undefined)
        return { vondst, uitslag: echtNummer(ingangen, ['na-te-maken'], vondst.tekst) }
      const duur = andereTarieven(vondst.nummer).flatMap((een) => register.telefoons.get(een) ?? [])[0]
      const geen = { status: 'niet-in-register', naam: vondst.tekst, opmerkingen: [] } as const
      if (duur === undefined) return { vondst, uitslag: geen }
      const { nummer, van } = duur
      const echt = schrijfTelefoonnummer(nummer)
      return {
        vondst,
        uitslag: { ...geen, status: 'lijkt-op', kunst: 'ander-tarief', echt, van, letters: [] },
      }
    }
    case 'iban': {
      if (vondst.iban === undefined) return { vondst, uitslag: zwijg('iban-fout', vondst.tekst) }
      const ingangen = register.ibans.get(vondst.iban)
      if (ingangen !== undefined) return { vondst, uitslag: echtNummer(ingangen, []) }
      return { vondst, uitslag: { status: 'niet-in-register', naam: vondst.iban, opmerkingen: [] } }
    }
    case 'code':
      return { vondst, uitslag: { status: vondst.code === undefined ? 'code-verschreven' : 'code' } }
    case 'naam': {
      const ingangen = register.sms.get(smsSleutel(vondst.tekst))
      const uitslag = ingangen && echtNummer(ingangen, ['na-te-maken'])
      return { vondst, uitslag: uitslag ?? zwijg('naam', vondst.tekst) }
    }
  }
}

function echtNummer(
  ingangen: readonly Pick<Domeiningang, 'van' | 'herkomst'>[] & readonly { readonly nummer: string }[],
  opmerkingen: readonly Opmerking[],
  geschreven?: string,
): Uitslag {
  const [eerste] = ingangen
  if (eerste === undefined) throw new Error('een lege ingang')
  const { nummer, herkomst } = eerste
  const naam = geschreven ?? nummer
  return { status: 'echt', van: wieIn(ingangen), reden: 'exact', ingang: { naam, herkomst }, opmerkingen }
}

function zwijg(
  reden: Zwijgreden,
  naam: string,
  ingangen: readonly Domeiningang[] = [],
  opmerkingen: readonly Opmerking[] = [],
): Uitslag {
  return { status: 'kan-niet-zeggen', reden, naam, van: wieIn(ingangen), opmerkingen }
}

/** By its own name, or by the rule of a name above it. `www.` in front is the same name by custom. */
export function zoekDomein(
  { domeinen }: Afzenderregister,
  host: string,
):
  | { readonly ingangen: readonly Domeiningang[]; readonly reden: 'exact' | 'onder' | 'misschien' }
  | undefined {
  const exact = domeinen.get(host) ?? domeinen.get(host.replace(/^www\./, ''))
  if (exact !== undefined) return { ingangen: exact, reden: 'exact' }
  const delen = host.split('.')
  for (let vanaf = 1; vanaf < delen.length - 1; vanaf++) {
    const erboven = domeinen.get(delen.slice(vanaf).join('.'))
    const met = erboven?.filter(({ onder }) => onder === 'ja') ?? []
    if (met.length > 0) return { ingangen: met, reden: 'onder' }
    const open = erboven?.filter(({ onder }) => onder === 'onbekend') ?? []
    if (open.length > 0) return { ingangen: open, reden: 'misschien' }
  }
  return undefined
}

function beoordeelAdres(register: Afzenderregister, vondst: Extract<Vondst, { soort: 'adres' }>): Oordeel {
  const gelezen = leesAdres(vondst.tekst)
  if (gelezen.status === 'geen-webadres') return { vondst, uitslag: zwijg('geen-webadres', vondst.tekst) }
  if (gelezen.status === 'onleesbaar') {
    const gelijk = zoekGelijkenis(register, gelezen.beeld)
    const verborgen: readonly Opmerking[] = heeftVerborgenTekens(vondst.tekst) ? ['verborgen-tekens'] : []
    const uitslag =
      gelijk === undefined
        ? zwijg('onleesbaar', gelezen.beeld, [], verborgen)
        : alsGelijkenis(gelezen.beeld, gelijk, verborgen)
    return { vondst, uitslag }
  }
  const { host, beeld } = gelezen
  return { vondst, uitslag: uitslagVan(register, gelezen), ...(beeld !== host && { overDeLijn: host }) }
}

function uitslagVan(register: Afzenderregister, adres: GelezenAdres): Uitslag {
  const { url, host, beeld } = adres
  const opmerkingen: Opmerking[] = [
    ...(adres.isVerborgen ? (['verborgen-tekens'] as const) : []),
    ...(host.includes('xn--') ? (['punycode'] as const) : []),
  ]
  const isEigen = register.eigen !== undefined && register.eigen.host === url.host
  const gevonden = adres.isIp ? undefined : zoekDomein(register, host)
  if (isEigen || gevonden !== undefined) {
    const ingangen = gevonden?.ingangen ?? []
    const bezwaar = bezwaarVan(register, adres, isEigen)
    if (bezwaar !== undefined) return zwijg(bezwaar, beeld, ingangen, opmerkingen)
    if (url.protocol === 'http:' && !isEigen) opmerkingen.push('zonder-slot')
    if (isEigen) {
      const ingang = { naam: host, herkomst: { soort: 'eigen' } } as const
      return { status: 'echt', van: [], reden: 'eigen', ingang, opmerkingen }
    }
    if (gevonden !== undefined) return echtDomein(gevonden, beeld, 'web', opmerkingen)
  }
  if (adres.heeftGebruikersnaam) {
    const ingang = genoemdIn(register, adres.gebruikersnaam)
    if (ingang !== undefined) return alsGelijkenis(beeld, { kunst: 'apenstaart', ingang }, opmerkingen)
  }
  if (adres.isIp) return zwijg('ip', beeld, [], opmerkingen)
  if (verkorters.has(host.replace(/^www\./, ''))) return zwijg('verkort', beeld, [], opmerkingen)
  return vreemde(register, adres, opmerkingen)
}

/** A name that is nobody's in the register. */
function vreemde(
  register: Afzenderregister,
  adres: GelezenAdres,
  opmerkingen: readonly Opmerking[],
): Uitslag {
  const { url, host, beeld } = adres
  // As it was written too: a browser may turn a letter into another one that looks less like it.
  const gelijk = zoekGelijkenis(register, beeld) ?? zoekGelijkenis(register, adres.geschreven)
  // Many names hold that of a place and have nothing to do with its municipality.
  const isPlaatsnaam = gelijk?.kunst === 'erin' && gelijk.ingang.isPlaatselijk
  if (gelijk !== undefined && !isPlaatsnaam) return alsGelijkenis(beeld, gelijk, opmerkingen)
  const inPad = genoemdIn(register, ontcijfer(`${url.pathname} ${url.search} ${url.hash}`))
  if (inPad !== undefined) return alsGelijkenis(beeld, { kunst: 'in-pad', ingang: inPad }, opmerkingen)
  const ook: readonly Opmerking[] = [
    ...opmerkingen,
    ...(isPlaatsnaam ? (['bevat-naam'] as const) : []),
    ...(!register.govNl && /(^|\.)gov\.nl$/.test(host) ? (['gov-nl'] as const) : []),
  ]
  return { status: 'niet-in-register', naam: beeld, opmerkingen: ook }
}

function echtDomein(
  { ingangen, reden }: NonNullable<ReturnType<typeof zoekDomein>>,
  naam: string,
  wat: 'web' | 'mail',
  opmerkingen: readonly Opmerking[],
): Uitslag {
  if (reden === 'misschien') return zwijg('onder-onbekend', naam, ingangen, opmerkingen)
  const met = ingangen.filter((een) => een[wat] === 'ja')
  const [eerste] = met
  if (eerste !== undefined) {
    const ingang = { naam: eerste.domein, herkomst: eerste.herkomst }
    return { status: 'echt', van: wieIn(met), reden, ingang, opmerkingen }
  }
  const isNee = ingangen.every((een) => een[wat] === 'nee')
  const redenen = { web: ['geen-web', 'web-onbekend'], mail: ['geen-mail', 'mail-onbekend'] } as const
  return zwijg(redenen[wat][isNee ? 0 : 1], naam, ingangen, opmerkingen)
}

/** The name is theirs; is the address written as it should be, and does it stay there? */
function bezwaarVan(
  register: Afzenderregister,
  adres: GelezenAdres,
  isEigen: boolean,
): Zwijgreden | undefined {
  const { url } = adres
  if (adres.isVreemd || adres.isVerborgen) return 'vreemde-tekens'
  if (adres.heeftGebruikersnaam) return 'gebruikersnaam'
  if (url.port !== '' && !isEigen) return 'poort'
  return leidtVerder(url, (host) => isBekend(register, host)) ? 'doorverwijzing' : undefined
}

function isBekend(register: Afzenderregister, host: string): boolean {
  const lijn = /[@:%\\]/.test(host) ? undefined : naarLijn(host)
  if (lijn === undefined) return host === register.eigen?.host
  const gevonden = zoekDomein(register, lijn)
  return gevonden !== undefined && gevonden.reden !== 'misschien'
}

function beoordeelMail(register: Afzenderregister, vondst: Extract<Vondst, { soort: 'mail' }>): Oordeel {
  const plaats = vondst.tekst.lastIndexOf('@')
  const [voor, na] = [vondst.tekst.slice(0, plaats), vondst.tekst.slice(plaats + 1)]
  const host = naarLijn(na)
  if (host === undefined) return { vondst, uitslag: zwijg('onleesbaar', na) }
  const beeld = naarBeeld(host)
  const opmerkingen: readonly Opmerking[] = [
    'na-te-maken',
    ...(heeftVerborgenTekens(vondst.tekst) ? (['verborgen-tekens'] as const) : []),
    ...(host.includes('xn--') ? (['punycode'] as const) : []),
  ]
  const overDeLijn = beeld === host ? {} : { overDeLijn: host }
  const gevonden = zoekDomein(register, host)
  if (gevonden !== undefined) {
    // The name must stand there as it is, and before it one plain word.
    const isGewoon = na.toLowerCase() === host && /^[A-Za-z0-9._+-]{1,64}$/.test(voor)
    const uitslag = isGewoon
      ? echtDomein(gevonden, beeld, 'mail', opmerkingen)
      : zwijg('vreemde-tekens', beeld, gevonden.ingangen, opmerkingen)
    return { vondst, uitslag, ...overDeLijn }
  }
  const genoemd = genoemdIn(register, voor)
  const gelijk =
    zoekGelijkenis(register, beeld) ?? (genoemd && ({ kunst: 'apenstaart', ingang: genoemd } as const))
  const isPlaatsnaam = gelijk?.kunst === 'erin' && gelijk.ingang.isPlaatselijk
  const uitslag: Uitslag =
    gelijk !== undefined && !isPlaatsnaam
      ? alsGelijkenis(beeld, gelijk, opmerkingen)
      : { status: 'niet-in-register', naam: beeld, opmerkingen }
  return { vondst, uitslag, ...overDeLijn }
}

/** Addresses that only lead on. Where to is not seen without going there, and we do not go there. */
const verkorters: ReadonlySet<string> = new Set([
  'bit.ly',
  'tinyurl.com',
  't.co',
  'goo.gl',
  'ow.ly',
  'is.gd',
  'v.gd',
  'buff.ly',
  'cutt.ly',
  'rb.gy',
  'rebrand.ly',
  'shorturl.at',
  't.ly',
  'tiny.cc',
  's.id',
  'lnkd.in',
  'qrco.de',
])
