/** For tests and proofs: names and addresses made to look like one of the register, as people make them who cheat. */
import { domainToASCII } from 'node:url'
import { zonderEinde } from './kernen.ts'
import { verwarbaar } from './verwarbaar-tabel.ts'

/** A number from 0 up to and not including 1; with the same seed the same numbers. */
export type Dobbel = () => number

/** Mulberry32. */
export function dobbelVan(zaad: number): Dobbel {
  let staat = zaad >>> 0
  return () => {
    staat = (staat + 0x6d2b79f5) >>> 0
    let t = Math.imul(staat ^ (staat >>> 15), 1 | staat)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const kies = <T>(dobbel: Dobbel, uit: readonly T[]): T => {
  const een = uit[Math.floor(dobbel() * uit.length)]
  if (een === undefined) throw new Error('kiezen uit niets')
  return een
}

/** Per letter what looks like it. */
const perLetter = new Map(
  verwarbaar
    .replace(/,\s+/g, ',')
    .trim()
    .split(/\s+/)
    .map(
      (rij) =>
        [rij.slice(0, rij.lastIndexOf(':')).toLowerCase(), rij.slice(rij.lastIndexOf(':') + 1)] as const,
    )
    .filter(([beeld]) => /^[a-z0-9]$/.test(beeld))
    .map(([beeld, punten]) => [
      beeld,
      punten.split(',').map((punt) => String.fromCodePoint(Number.parseInt(punt, 16))),
    ]),
)
const cijfers: Readonly<Record<string, string>> = {
  o: '0',
  l: '1',
  i: '1',
  e: '3',
  s: '5',
  a: '4',
  b: '8',
  m: 'rn',
}
const verborgen = ['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\u202e', '\u202d', '\u2066']
const eindes = ['com', 'net', 'org', 'info', 'eu', 'online', 'site', 'co', 'nu', 'app', 'xyz', 'cc', 'co.uk']
const woorden = [
  'mijn',
  'login',
  'inloggen',
  'betaal',
  'betalen',
  'service',
  'veilig',
  'portaal',
  'app',
  'digid',
]
const letters = 'abcdefghijklmnopqrstuvwxyz'

type Maker = (domein: string, dobbel: Dobbel) => string

const metLetter = (naam: string, dobbel: Dobbel, doe: (letter: string) => string): string => {
  const plaatsen = [...naam].flatMap((teken, i) => (/[a-z]/.test(teken) ? [i] : []))
  const plaats = kies(dobbel, plaatsen)
  return naam.slice(0, plaats) + doe(naam[plaats] ?? '') + naam.slice(plaats + 1)
}

const spelfout: Maker = (domein, dobbel) => {
  const { kern, einde } = zonderEinde(domein)
  const plaats = Math.floor(dobbel() * kern.length)
  const [voor, hier, na] = [kern.slice(0, plaats), kern[plaats] ?? '', kern.slice(plaats + 1)]
  const nieuw = kies(dobbel, [
    voor + kies(dobbel, [...letters]) + na,
    voor + hier + kies(dobbel, [...letters]) + na,
    voor + na,
    voor + hier + hier + na,
    voor + na.slice(0, 1) + hier + na.slice(1),
  ])
  return `${nieuw}.${einde}`
}

const homograaf: Maker = (domein, dobbel) =>
  metLetter(domein, dobbel, (letter) => kies(dobbel, perLetter.get(letter) ?? [cijfers[letter] ?? 'x']))

const vreemd: Maker = (_domein, dobbel) =>
  `${Array.from({ length: 6 + Math.floor(dobbel() * 6) }, () => kies(dobbel, [...letters])).join('')}.${kies(dobbel, eindes)}`

/** Each a way that is known; the name says which. */
export const makers: Readonly<Record<string, Maker>> = {
  homograaf,
  'homograaf-twee': (domein, dobbel) => homograaf(homograaf(domein, dobbel), dobbel),
  punycode: (domein, dobbel) => {
    const beeld = homograaf(domein, dobbel)
    return domainToASCII(beeld) || beeld
  },
  cijfer: (domein, dobbel) => metLetter(domein, dobbel, (letter) => cijfers[letter] ?? `${letter}${letter}`),
  spelfout,
  'spelfout-twee': (domein, dobbel) => spelfout(spelfout(domein, dobbel), dobbel),
  einde: (domein, dobbel) => `${zonderEinde(domein).kern}.${kies(dobbel, eindes)}`,
  streepje: (domein, dobbel) => {
    const { kern, einde } = zonderEinde(domein)
    const plaats = 1 + Math.floor(dobbel() * Math.max(1, kern.length - 2))
    return `${kern.slice(0, plaats)}-${kern.slice(plaats)}.${einde}`
  },
  'streepje-einde': (domein, dobbel) => `${domein.replaceAll('.', '-')}.${kies(dobbel, eindes)}`,
  ervoor: (domein, dobbel) =>
    `https://${kies(dobbel, ['', 'www.'])}${domein}.${vreemd(domein, dobbel)}/inloggen`,
  'woord-ervoor': (domein, dobbel) => `${kies(dobbel, woorden)}-${domein}`,
  'woord-erachter': (domein, dobbel) => {
    const { kern, einde } = zonderEinde(domein)
    return `https://${kern}${kies(dobbel, ['-', ''])}${kies(dobbel, woorden)}.${kies(dobbel, [einde, ...eindes])}/`
  },
  apenstaart: (domein, dobbel) => `https://${kies(dobbel, ['', 'www.'])}${domein}@${vreemd(domein, dobbel)}/`,
  'apenstaart-poort': (domein, dobbel) => `https://${domein}:443@${vreemd(domein, dobbel)}/`,
  gebruikersnaam: (domein, dobbel) => `https://${kies(dobbel, woorden)}@${domein}/`,
  poort: (domein, dobbel) => `https://${domein}:${1024 + Math.floor(dobbel() * 60_000)}/`,
  pad: (domein, dobbel) => `https://${vreemd(domein, dobbel)}/${domein}/`,
  doorverwijzing: (domein, dobbel) =>
    `https://${domein}/${kies(dobbel, ['?url=', '?redirect=', '#next=', '?x=', '?goto='])}${kies(dobbel, ['https://', '//', 'https%3A%2F%2F', '%2f%2f'])}${vreemd(domein, dobbel)}`,
  'doorverwijzing-zonder': (domein, dobbel) => `https://${domein}/?url=${vreemd(domein, dobbel)}`,
  verborgen: (domein, dobbel) => metLetter(domein, dobbel, (letter) => letter + kies(dobbel, verborgen)),
  breed: (domein, dobbel) =>
    `https://${metLetter(domein, dobbel, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))}/`,
  procent: (domein, dobbel) =>
    `https://${metLetter(domein, dobbel, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}/`,
  omgekeerd: (domein, dobbel) => `https://${domein}\\@${vreemd(domein, dobbel)}/`,
  schuin: (domein) => `https:\\\\${domein}/`,
  ideografisch: (domein) => `https://${domein.replace('.', '。')}/`,
  ip: (domein, dobbel) => `https://${domein}@${Math.floor(dobbel() * 4_294_967_295)}/`,
  opdracht: (domein) => `javascript:location='https://${domein}/'`,
  ingesloten: (domein) => `data:text/html,<a href="https://${domein}">${domein}</a>`,
  mail: (domein, dobbel) => `info@${spelfout(domein, dobbel)}`,
  'mail-ervoor': (domein, dobbel) => `${domein}@${vreemd(domein, dobbel)}`,
}

/** Whether this imitates the name so that a person may be taken in, and the answer should say of whom. */
export function hoortHerkend(wijze: string): boolean {
  return ['homograaf', 'punycode', 'einde', 'ervoor', 'streepje-einde', 'apenstaart', 'pad'].includes(wijze)
}

export interface Lijker {
  readonly wijze: string
  readonly domein: string
  readonly tekst: string
}

/** These stand on the real name, with something that a real link does not have. */
const opEigenNaam = new Set(
  `ervoor apenstaart apenstaart-poort gebruikersnaam poort pad doorverwijzing doorverwijzing-zonder verborgen breed
  procent omgekeerd schuin ideografisch ip opdracht ingesloten mail-ervoor`.split(/\s+/),
)

/** Never by luck another name of the register: `bsgr.nl` and `bsgw.nl` differ by a letter. */
export function maakLijker(domeinen: readonly string[], bekend: ReadonlySet<string>, dobbel: Dobbel): Lijker {
  for (;;) {
    const [wijze, maak] = kies(dobbel, Object.entries(makers))
    const domein = kies(dobbel, domeinen)
    const tekst = maak(domein, dobbel)
    const kaal = tekst
      .replace(/^(https:\/\/|info@)/, '')
      .replace(/^www\./, '')
      .replace(/\/.*$/, '')
    if (opEigenNaam.has(wijze) || !bekend.has(kaal)) return { wijze, domein, tekst }
  }
}
