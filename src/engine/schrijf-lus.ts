/** The frame around the formulas of a plan in JavaScript: conditions, outcome, and the loop over households. */
import type { GetalKnoop, JaNeeKnoop } from './ir.ts'
import { Blok, type Rijen } from './schrijf-blok.ts'
import { Jsschrijver } from './schrijf-js.ts'
import type { Rekenplan } from './zekerheid.ts'

/** For a population of which every fact is known: one loop, nothing called, nothing made while it runs. */
export function schrijfJs(p: Rekenplan): string {
  const s = new Jsschrijver(p, false)
  const w = lichaam(s, p)
  return `"use strict";
${s.kop.join('\n')}
return function (K, uit) {
const N = K.aantal, BEGIN = K.begin, KINDEREN = K.kinderen, MEDE = K.medebewoners, OPVANG = K.opvang;
${s.kolomkeuze.join('\n')}
for (let h = 0; h < N; h++) {
const A = BEGIN[h], E = BEGIN[h + 1], K0 = KINDEREN[h], M0 = MEDE[h];
const P = K0 - A === 2 ? A + 1 : -1;
${w}
}
}`
}

/**
 * For households of whom things may be unknown (NaN in a column, a list that is not certain): the same formulas, worked
 * out in the order in which they are asked. What is unknown stops a household at once, wherever it is needed and only
 * where it is needed; then the evaluator says whether it can change the outcome.
 */
export function schrijfJsMetOnbekenden(p: Rekenplan): string {
  const s = new Jsschrijver(p, true)
  const w = lichaam(s, p)
  return `"use strict";
const ONB = new Error('unknown'); ONB.stack = undefined;
function w(x) { if (x !== x) throw ONB; return x }
let h = 0, beurt = 0, A = 0, E = 0, K0 = 0, M0 = 0, P = -1, OPVANG, ZP, ZK, ZM, ZO;
${s.kop.join('\n')}
function een() {
${w}
}
return function (K, uit) {
OPVANG = K.opvang; ZP = K.zeker.partner; ZK = K.zeker.kinderen; ZM = K.zeker.medebewoners; ZO = K.opvangZeker;
${s.kolomkeuze.join('\n')}
for (h = 0; h < K.aantal; h++) {
A = K.begin[h]; E = K.begin[h + 1]; K0 = K.kinderen[h]; M0 = K.medebewoners[h];
P = K0 - A === 2 ? A + 1 : -1; beurt++;
try { uit[h] = een() } catch (fout) { if (fout !== ONB) throw fout; uit[h] = TWIJFEL(K.gezin(h)) }
}
}`
}

function lichaam(s: Jsschrijver, p: Rekenplan): Blok {
  const w = new Blok('wortel')
  const geen: Rijen = new Map()
  for (const k of p.kan) stop(s, k, w, geen)
  w.schrijf(...uitkomst(s, p, w, geen))
  return w
}

/** A condition that fails settles it; of two that must both hold the second is only looked at when the first does. */
function stop(s: Jsschrijver, k: JaNeeKnoop, w: Blok, rijen: Rijen): void {
  if (k.t === 'en') {
    stop(s, k.a, w, rijen)
    stop(s, k.b, w, rijen)
    return
  }
  const t = s.jaNee(k, w, rijen)
  if (t !== 'true') w.schrijf(s.onbekenden ? `if (!${t}) return 0;` : `if (!${t}) { uit[h] = 0; continue }`)
}

function uitkomst(s: Jsschrijver, p: Rekenplan, w: Blok, rijen: Rijen): string[] {
  const antwoord = (t: string) => (s.onbekenden ? `return ${t};` : `uit[h] = ${t};`)
  // Where a figure of the law is missing the evaluator says it of an unknown household as well.
  const open = (t: string, zeker: string) =>
    s.onbekenden ? `if (!(${zeker})) throw ONB; return ${t};` : `uit[h] = (${zeker}) ? ${t} : NaN;`
  const cent = (k: GetalKnoop, factor: number) => {
    const t = s.alsGetal(k, w, rijen)
    return factor === 1 ? t : `${t} * ${factor}`
  }
  if (p.exact) {
    if (!p.bedrag) return [antwoord('1')]
    const b = cent(p.bedrag.laag, p.bedrag.naarCenten)
    return [`const bedrag = ${b};`, antwoord('bedrag > 0 ? bedrag : 0')]
  }
  const zeker = p.zeker.map((k) => s.jaNee(k, w, rijen)).join(' && ') || 'true'
  if (!p.bedrag) return [open('1', zeker)]
  const hoog = cent(p.bedrag.hoog, p.bedrag.naarCenten)
  const laag = cent(p.bedrag.laag, p.bedrag.naarCenten)
  return [
    `const hoog = Math.max(0, ${hoog}), laag = (${zeker}) ? Math.max(0, ${laag}) : 0;`,
    open('laag', 'laag === hoog'),
  ]
}
