import { type Bronnen, zonderCommentaar } from './importregels.ts'
import { onderdelen } from './importtabel.ts'
import { zegtNiets, zonderBewijs } from './leeslijst.ts'

/** A method of a port: what somebody can ask, and what comes back. */
export interface Lezer {
  /** `MachtigingStore.alle`. */
  readonly naam: string
  readonly pad: string
  readonly neemtBewijs: boolean
  /** Takes it as a part of a question: `Zaakvraag`. Whoever answers hands that on to the vault, which looks at it. */
  readonly neemtVraag: boolean
  /** What the promise holds, as it is written. */
  readonly geeft: string
}

const kamers = ['audit', 'toegang', ...onderdelen]

/**
 * The rule: a method of a port that gives anything about somebody takes a `Verwerkingsbewijs`, or stands in
 * `leeslijst.ts` with its reason. Ports are the exported interfaces and function types of audit, toegang and every
 * feature; what gives no promise reads nothing.
 */
export function findLeesovertredingen(bronnen: Bronnen): string[] {
  const lezers = findLezers(bronnen)
  const namen = new Set(lezers.map(({ naam }) => naam))
  return [
    ...lezers
      .filter(
        ({ naam, neemtBewijs, neemtVraag, geeft }) =>
          !neemtBewijs && !neemtVraag && !isNiets(geeft) && !(naam in zonderBewijs),
      )
      .map(({ pad, naam, geeft }) => `${pad}: ${naam} geeft ${geeft} zonder Verwerkingsbewijs`),
    ...lezers
      .filter(({ naam, neemtBewijs, neemtVraag }) => (neemtBewijs || neemtVraag) && naam in zonderBewijs)
      .map(({ naam }) => `${naam} vraagt een bewijs en staat toch op de lijst`),
    ...Object.keys(zonderBewijs)
      .filter((naam) => !namen.has(naam))
      .map((naam) => `${naam} staat op de lijst en bestaat niet`),
  ]
}

/** Everything that can be asked of a port and answers later. */
export function findLezers(bronnen: Bronnen): Lezer[] {
  const vragen = vragenMetBewijs(bronnen)
  return [...bronnen].flatMap(([pad, tekst]) => {
    const [, kamer = ''] = /^src\/([^/]+)\//.exec(pad) ?? []
    if (!kamers.includes(kamer) || /(^|\/)proef[^/]*$|\.test\.ts$/.test(pad)) return []
    return vraagbaar(zonderCommentaar(tekst)).flatMap(({ naam, type }) => {
      const delen = leesType(type, vragen)
      return delen === undefined ? [] : [{ naam, pad, ...delen }]
    })
  })
}

/** Exported interfaces that cannot be made without proof: it is a member of theirs, and not an optional one. */
function vragenMetBewijs(bronnen: Bronnen): ReadonlySet<string> {
  const vorm = /^export interface (\w+)[^{]*\{\n([\s\S]*?)\n\}/gm
  const namen = [...bronnen].flatMap(([, tekst]) =>
    [...zonderCommentaar(tekst).matchAll(vorm)].flatMap(([, naam = '', inhoud = '']) =>
      /^ {2}readonly bewijs: Verwerkingsbewijs$/m.test(inhoud) ? [naam] : [],
    ),
  )
  return new Set(namen)
}

/** Members of exported interfaces and exported function types, each with its type as one line. */
function vraagbaar(code: string): { naam: string; type: string }[] {
  const leden = [...code.matchAll(/^export interface (\w+)[^{]*\{\n([\s\S]*?)\n\}/gm)].flatMap(
    ([, poort = '', inhoud = '']) =>
      inhoud
        .split(/\n(?= {2}\w)/)
        .map((lid) => /^\s*(?:readonly )?(\w+)\??(?:: (?=[(<]))?([(<][\s\S]*)$/.exec(lid))
        .flatMap((gevonden) =>
          gevonden === null ? [] : [{ naam: `${poort}.${gevonden[1]}`, type: gevonden[2] ?? '' }],
        ),
  )
  const functies = [
    ...code.matchAll(/^export type (\w+)(?:<[^=\n]*>)? = ([(<][\s\S]*?)(?=\n[^\s)]|\n*$(?![\s\S]))/gm),
  ]
  return [...leden, ...functies.map(([, naam = '', type = '']) => ({ naam, type }))]
}

/** `(a: A, b: B) => Promise<C>` or `(a: A): Promise<C>`; nothing for what gives no promise. */
function leesType(
  type: string,
  vragen: ReadonlySet<string>,
): Pick<Lezer, 'neemtBewijs' | 'neemtVraag' | 'geeft'> | undefined {
  const regel = type.replace(/\s+/g, ' ').replace(/^<[^(]*>(?=\()/, '')
  const einde = sluithaak(regel)
  const [, geeft] = /^\s*(?::|=>)\s*Promise<(.*)>\s*$/.exec(regel.slice(einde + 1)) ?? []
  if (geeft === undefined) return undefined
  const parameters = splitsOpKomma(regel.slice(1, einde))
  const soorten = parameters.map((een) => /^\s*\w+: (\w+)\s*$/.exec(een)?.[1] ?? '')
  return {
    neemtBewijs: soorten.includes('Verwerkingsbewijs'),
    neemtVraag: soorten.some((soort) => vragen.has(soort)),
    geeft,
  }
}

function sluithaak(regel: string): number {
  let diepte = 0
  for (const [plaats, teken] of [...regel].entries()) {
    if (teken === '(') diepte++
    if (teken === ')' && --diepte === 0) return plaats
  }
  return -1
}

function splitsOpKomma(tekst: string): string[] {
  let diepte = 0
  const delen = ['']
  for (const teken of tekst.replaceAll('=>', '→')) {
    if ('(<{['.includes(teken)) diepte++
    if (')>}]'.includes(teken)) diepte--
    if (teken === ',' && diepte === 0) delen.push('')
    else delen[delen.length - 1] += teken
  }
  return delen
}

/** Only a yes or no, a number, a code that is written out here, or a type that says nothing about anybody. */
function isNiets(geeft: string): boolean {
  const woorden = geeft
    .replace(/'[^']*'/g, '')
    .replace(/\breadonly\b/g, '')
    .replace(/\w+\??:/g, '')
    .match(/[A-Za-z]\w*/g)
  return (woorden ?? []).every((woord) => woord in zegtNiets)
}
