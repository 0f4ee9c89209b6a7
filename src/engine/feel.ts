/**
 * From formula text to a small syntax tree, by lezer-feel (the FEEL grammar of DMN 1.x).
 * lezer-feel repairs what it does not understand and accepts much that we do not want
 * (`a == b`, `a b` as one name, `29.736`), so only a closed list of its nodes passes; everything
 * else is refused with a message of our own. See docs/regelingen-schrijven.md for the subset.
 */
import { parser } from 'lezer-feel'

type SyntaxNode = ReturnType<typeof parser.parse>['topNode']

export type Ast = { readonly van: number } & (
  | { readonly k: 'getal'; readonly tekst: string }
  | { readonly k: 'tekst'; readonly tekst: string }
  | { readonly k: 'ja-nee'; readonly waarde: boolean }
  | { readonly k: 'naam'; readonly naam: string }
  | { readonly k: 'pad'; readonly van_wie: Ast; readonly naam: string }
  | { readonly k: 'reken'; readonly op: '+' | '-' | '*'; readonly a: Ast; readonly b: Ast }
  | { readonly k: 'min'; readonly a: Ast }
  | { readonly k: 'vergelijk'; readonly op: Vergelijking; readonly a: Ast; readonly b: Ast }
  | { readonly k: 'en' | 'of'; readonly a: Ast; readonly b: Ast }
  | { readonly k: 'als'; readonly c: Ast; readonly a: Ast; readonly b: Ast }
  | { readonly k: 'functie'; readonly naam: string; readonly args: readonly Ast[] }
  | { readonly k: 'voor'; readonly naam: string; readonly lijst: Ast; readonly lichaam: Ast }
  | {
      readonly k: 'kwantor'
      readonly soort: 'some' | 'every'
      readonly naam: string
      readonly lijst: Ast
      readonly lichaam: Ast
    }
  | { readonly k: 'filter'; readonly lijst: Ast; readonly voorwaarde: Ast }
  | { readonly k: 'lijst'; readonly delen: readonly Ast[] }
)

export type Vergelijking = '<' | '<=' | '>' | '>=' | '=' | '!='

export interface FormuleFout {
  /** Offset in the formula. */
  readonly van: number
  readonly melding: string
  readonly remedie: string
}

export type Ontleed =
  | { readonly ok: true; readonly ast: Ast }
  | { readonly ok: false; readonly fouten: readonly FormuleFout[] }

const NAAM = /^[a-z_][a-z0-9_]*$/
const GETALLEN = new Set(['0', '1', '2', '12', '100'])
const VERGELIJKINGEN = new Set(['<', '<=', '>', '>=', '=', '!='])
const MAX_LENGTE = 2000
/** Deeper than anybody can read, and long before the stack ends. */
const MAX_DIEPTE = 150

const expressie = parser.configure({ top: 'Expression' })

/** Parses one formula; every fault found, not only the first. */
export function ontleedFormule(bron: string): Ontleed {
  if (bron.length > MAX_LENGTE) {
    return {
      ok: false,
      fouten: [
        {
          van: 0,
          melding: `De formule is langer dan ${MAX_LENGTE} tekens.`,
          remedie: 'Geef tussenbedragen een eigen regel.',
        },
      ],
    }
  }
  const fouten: FormuleFout[] = []
  const boom = expressie.parse(bron)
  let diepte = 0
  boom.iterate({
    enter(n) {
      if (++diepte === MAX_DIEPTE)
        fouten.push({
          van: n.from,
          melding: 'Deze formule heeft te veel lagen.',
          remedie: 'Geef tussenbedragen een eigen regel.',
        })
      if (n.type.isError && fouten.length === 0) {
        fouten.push({
          van: n.from,
          melding: `Hier klopt de formule niet${n.to > n.from ? `: «${bron.slice(n.from, n.to)}»` : '; er ontbreekt iets'}.`,
          remedie: 'Kijk naar haakjes, komma’s en leestekens. «En» schrijft u als and, gelijk als één =.',
        })
      }
    },
    leave() {
      diepte--
    },
  })
  if (fouten.length > 0) return { ok: false, fouten }
  const top = boom.topNode.firstChild
  if (!top || top.nextSibling) {
    return {
      ok: false,
      fouten: [
        {
          van: 0,
          melding: 'De formule is leeg of bestaat uit meer dan één deel.',
          remedie: 'Schrijf één formule.',
        },
      ],
    }
  }
  const ast = bouw(top, bron, fouten)
  if (ast && fouten.length === 0) return { ok: true, ast }
  // What is refused always says so: a rule without a formula and without a fault would vanish.
  if (fouten.length === 0)
    fouten.push({
      van: 0,
      melding: `«${bron.slice(0, 80)}» kan hier niet.`,
      remedie: 'Gebruik alleen wat in docs/regelingen-schrijven.md staat.',
    })
  return { ok: false, fouten }
}

function kinderen(n: SyntaxNode): SyntaxNode[] {
  const uit: SyntaxNode[] = []
  for (let c = n.firstChild; c; c = c.nextSibling) uit.push(c)
  return uit
}

/** Nodes that carry meaning: without brackets, dots, commas and key words. `null` is one, so that it is refused: `null - a` is not `-a`. */
function delen(n: SyntaxNode): SyntaxNode[] {
  return kinderen(n).filter(
    (c) => c.name === 'null' || (/^[A-Z]/.test(c.name) && c.name !== 'ArithOp' && c.name !== 'CompareOp'),
  )
}

function bouw(n: SyntaxNode, bron: string, fouten: FormuleFout[]): Ast | undefined {
  const tekst = bron.slice(n.from, n.to)
  const van = n.from
  const fout = (melding: string, remedie: string) => {
    fouten.push({ van, melding, remedie })
    return undefined
  }
  const kind = (c: SyntaxNode | undefined) =>
    c ? bouw(c, bron, fouten) : fout('Er ontbreekt een deel.', 'Maak de formule af.')
  const twee = (): [Ast, Ast] | undefined => {
    const d = delen(n)
    if (d.length !== 2)
      return fout(
        `«${tekst}» heeft niet twee delen.`,
        'Vergelijk of reken met twee delen tegelijk; gebruik haakjes.',
      )
    const a = kind(d[0])
    const b = kind(d[1])
    return a && b ? [a, b] : undefined
  }
  switch (n.name) {
    case 'ParenthesizedExpression':
      return kind(delen(n)[0])
    case 'NumericLiteral':
      // The grammar reads -1 as one number; here it is the opposite of 1, as in -(1).
      if (tekst.startsWith('-') && GETALLEN.has(tekst.slice(1)))
        return { k: 'min', a: { k: 'getal', tekst: tekst.slice(1), van: van + 1 }, van }
      return GETALLEN.has(tekst)
        ? { k: 'getal', tekst, van }
        : fout(
            `Het getal ${tekst} mag niet in een formule staan.`,
            'Zet het bij parameters, met eenheid en bron. Alleen 0, 1, 2, 12 en 100 mogen in een formule.',
          )
    case 'StringLiteral':
      return { k: 'tekst', tekst: tekst.slice(1, -1), van }
    case 'BooleanLiteral':
      return { k: 'ja-nee', waarde: tekst === 'true', van }
    case 'VariableName':
      return NAAM.test(tekst)
        ? { k: 'naam', naam: tekst, van }
        : fout(
            `«${tekst}» is geen naam.`,
            'Een naam bestaat uit kleine letters, cijfers en _; tussen twee namen staat een teken zoals + of and.',
          )
    case 'PathExpression': {
      const d = delen(n)
      const wie = kind(d[0])
      const laatste = d[1]
      const naam = laatste ? bron.slice(laatste.from, laatste.to) : ''
      if (!NAAM.test(naam)) return fout(`«${naam}» is geen naam.`, 'Gebruik kleine letters, cijfers en _.')
      return wie && { k: 'pad', van_wie: wie, naam, van }
    }
    case 'ArithmeticExpression':
      return bouwReken(n, bron, fouten)
    case 'Comparison': {
      const op = kinderen(n).find((c) => c.name === 'CompareOp')
      const teken = op ? bron.slice(op.from, op.to) : ''
      if (!VERGELIJKINGEN.has(teken))
        return fout(
          `«${tekst}» vergelijkt op een manier die hier niet kan.`,
          'Gebruik <, <=, >, >=, = of !=.',
        )
      const d = delen(n)
      if (d.some((c) => c.name === 'Comparison'))
        return fout(`«${tekst}» vergelijkt twee keer achter elkaar.`, 'Schrijf: a < b and b < c.')
      if (d.some((c) => c.name.endsWith('UnaryTest')))
        return fout(`«${tekst}» heeft twee tekens achter elkaar.`, 'Gelijk schrijft u met één =.')
      const ab = twee()
      return ab && { k: 'vergelijk', op: teken as Vergelijking, a: ab[0], b: ab[1], van }
    }
    case 'Conjunction':
    case 'Disjunction': {
      const ab = twee()
      return ab && { k: n.name === 'Conjunction' ? 'en' : 'of', a: ab[0], b: ab[1], van }
    }
    case 'IfExpression': {
      const d = delen(n)
      const [c, a, b] = [kind(d[0]), kind(d[1]), kind(d[2])]
      return c && a && b && { k: 'als', c, a, b, van }
    }
    case 'FunctionInvocation': {
      const d = delen(n)
      const naam = d[0] ? bron.slice(d[0].from, d[0].to) : ''
      if (!NAAM.test(naam))
        return fout(
          `«${naam}» is geen functie.`,
          'Zie de lijst van functies in docs/regelingen-schrijven.md.',
        )
      if (d[1] && d[1].name !== 'PositionalParameters')
        return fout('Namen bij de delen van een functie kunnen niet.', 'Noem de delen op volgorde.')
      const args = d[1] ? delen(d[1]).map((x) => kind(x)) : []
      return args.every((x) => x !== undefined)
        ? { k: 'functie', naam, args: args.filter((x) => x !== undefined), van }
        : undefined
    }
    case 'ForExpression':
    case 'QuantifiedExpression':
      return bouwLus(n, bron, fouten)
    case 'FilterExpression': {
      const ab = twee()
      return ab && { k: 'filter', lijst: ab[0], voorwaarde: ab[1], van }
    }
    case 'List': {
      const d = delen(n).map((x) => kind(x))
      return d.every((x) => x !== undefined)
        ? { k: 'lijst', delen: d.filter((x) => x !== undefined), van }
        : undefined
    }
    default:
      return fout(`«${tekst}» kan hier niet.`, 'Gebruik alleen wat in docs/regelingen-schrijven.md staat.')
  }
}

function bouwReken(n: SyntaxNode, bron: string, fouten: FormuleFout[]): Ast | undefined {
  const op = kinderen(n).find((c) => c.name === 'ArithOp')
  const teken = op ? bron.slice(op.from, op.to) : ''
  const d = delen(n).map((c) => bouw(c, bron, fouten))
  const [a, b] = d
  if (teken === '-' && d.length === 1) return a && { k: 'min', a, van: n.from }
  if (teken === '+' && d.length === 1) {
    fouten.push({
      van: n.from,
      melding: 'Een plus voor een getal of naam kan hier niet.',
      remedie: 'Haal de plus weg.',
    })
    return undefined
  }
  if (teken !== '+' && teken !== '-' && teken !== '*') {
    fouten.push({
      van: op?.from ?? n.from,
      melding: `Het teken «${teken}» kan hier niet.`,
      remedie: 'Deel met deel(a, b, decimalen, "omlaag"): een deling zonder afronding bestaat hier niet.',
    })
    return undefined
  }
  return a && b && { k: 'reken', op: teken, a, b, van: n.from }
}

function bouwLus(n: SyntaxNode, bron: string, fouten: FormuleFout[]): Ast | undefined {
  const d = delen(n)
  const ins = d[0] ? delen(d[0]) : []
  const [naamNode, context] = ins.length === 1 && ins[0] ? delen(ins[0]) : []
  const bronLijst = context ? kinderen(context) : []
  if (!naamNode || bronLijst.length !== 1 || !bronLijst[0] || !d[1]) {
    fouten.push({
      van: n.from,
      melding: 'Deze lus loopt niet over één lijst.',
      remedie: 'Schrijf: for k in kinderen return …',
    })
    return undefined
  }
  const naam = bron.slice(naamNode.from, naamNode.to)
  if (!NAAM.test(naam)) {
    fouten.push({
      van: naamNode.from,
      melding: `«${naam}» is geen naam.`,
      remedie: 'Gebruik kleine letters, cijfers en _.',
    })
    return undefined
  }
  const lijst = bouw(bronLijst[0], bron, fouten)
  const lichaam = bouw(d[1], bron, fouten)
  if (!lijst || !lichaam) return undefined
  if (n.name === 'ForExpression') return { k: 'voor', naam, lijst, lichaam, van: n.from }
  const soort = n.firstChild?.name === 'every' ? 'every' : 'some'
  return { k: 'kwantor', soort, naam, lijst, lichaam, van: n.from }
}

/** Prints a tree in one fixed spelling; parsing the result gives the same tree. */
export function toonFormule(a: Ast): string {
  switch (a.k) {
    case 'getal':
      return a.tekst
    case 'tekst':
      return `"${a.tekst}"`
    case 'ja-nee':
      return String(a.waarde)
    case 'naam':
      return a.naam
    case 'pad':
      return `${toonFormule(a.van_wie)}.${a.naam}`
    case 'reken':
    case 'vergelijk':
      return `(${toonFormule(a.a)} ${a.op} ${toonFormule(a.b)})`
    case 'min':
      return `(-${toonFormule(a.a)})`
    case 'en':
    case 'of':
      return `(${toonFormule(a.a)} ${a.k === 'en' ? 'and' : 'or'} ${toonFormule(a.b)})`
    case 'als':
      return `(if ${toonFormule(a.c)} then ${toonFormule(a.a)} else ${toonFormule(a.b)})`
    case 'functie':
      return `${a.naam}(${a.args.map(toonFormule).join(', ')})`
    case 'voor':
      return `for ${a.naam} in ${toonFormule(a.lijst)} return ${toonFormule(a.lichaam)}`
    case 'kwantor':
      return `(${a.soort} ${a.naam} in ${toonFormule(a.lijst)} satisfies ${toonFormule(a.lichaam)})`
    case 'filter':
      return `${toonFormule(a.lijst)}[${toonFormule(a.voorwaarde)}]`
    case 'lijst':
      return `[${a.delen.map(toonFormule).join(', ')}]`
  }
}
