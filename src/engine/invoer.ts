/** Checks a request against the vocabulary. Every fault is named at once, with what was given and what is expected; nothing is repaired. */

import type { Corpus } from './corpus.ts'
import { type Dag, EERSTE_DAG, LAATSTE_DAG, maandenTussen, toonDatum } from './datum.ts'
import { Controle } from './invoer-controle.ts'
import { isObject, kort } from './invoer-vorm.ts'
import type { Huishouden, HuishoudenJson, InvoerFout, Vraag } from './types.ts'

/** The most schemes that one question may name. */
const MAX_REGELINGEN = 500
/** The longest period of months in one question. */
const MAX_MAANDEN = 120

type Uit<T> = { readonly ok: true } & T
type Mis = { readonly ok: false; readonly fouten: readonly InvoerFout[] }

/** A question as it arrived (parsed JSON) to one that `bereken` takes; else every fault, up to a hundred. */
export function parseVraag(corpus: Corpus, json: unknown): Uit<{ vraag: Vraag }> | Mis {
  const c = new Controle(corpus)
  if (!isObject(json))
    return {
      ok: false,
      fouten: [
        {
          pointer: '',
          code: 'vorm',
          melding: 'De vraag hoort een object te zijn.',
          gegeven: kort(json),
          verwacht: '{ "datum": …, "huishouden": { … } }',
        },
      ],
    }
  c.sleutels('', json, ['datum', 'huishouden', 'regelingen', 'reeks'])
  const dag = c.datum('/datum', json.datum)
  if (dag !== undefined && !isBinnenBereik(dag))
    c.fout('/datum', 'bereik', 'Deze datum ligt te ver weg.', json.datum, `een datum van ${BEREIK}`)
  c.huishouden('/huishouden', json.huishouden, dag)
  const regelingen = json.regelingen
  if (regelingen !== undefined) {
    if (!Array.isArray(regelingen) || regelingen.length > MAX_REGELINGEN)
      c.fout(
        '/regelingen',
        'vorm',
        'Regelingen hoort een lijst van ids te zijn.',
        regelingen,
        `["zorgtoeslag", …], hoogstens ${MAX_REGELINGEN}`,
      )
    else {
      regelingen.forEach((r, i) => {
        if (typeof r !== 'string' || !corpus.ids.has(r))
          c.fout(
            `/regelingen/${i}`,
            'onbekende-regeling',
            'Deze regeling bestaat niet.',
            r,
            'een id uit GET /api/v1/regelingen',
          )
      })
    }
  }
  const reeks = json.reeks
  if (reeks !== undefined) controleerReeks(c, reeks)
  if (c.fouten.length > 0) return { ok: false, fouten: c.fouten }
  const h = maakHuishouden(json.huishouden as HuishoudenJson) // checked above
  return {
    ok: true,
    vraag: {
      datum: json.datum as string, // checked above, as are the next two
      huishouden: h,
      ...(regelingen === undefined ? {} : { regelingen: [...new Set(regelingen as string[])] }),
      ...(reeks === undefined ? {} : { reeks: reeks as { van: string; tot: string } }),
    },
  }
}

/** The same for a household alone. Without a date it cannot see that somebody is not born yet. */
export function parseHuishouden(corpus: Corpus, json: unknown): Uit<{ huishouden: Huishouden }> | Mis {
  const c = new Controle(corpus)
  c.huishouden('/huishouden', json, undefined)
  return c.fouten.length > 0
    ? { ok: false, fouten: c.fouten }
    : { ok: true, huishouden: maakHuishouden(json as HuishoudenJson) } // checked above
}

function maakHuishouden(json: HuishoudenJson): Huishouden {
  const woning = json.woning
  const g = isObject(woning) ? woning.gemeente : undefined
  return { json, gebied: typeof g === 'string' ? g : undefined }
}

function controleerReeks(c: Controle, w: unknown): void {
  if (!isObject(w))
    return c.fout(
      '/reeks',
      'vorm',
      'De reeks hoort een object te zijn.',
      w,
      '{ "van": "2026-01-01", "tot": "2027-01-01" }',
    )
  c.sleutels('/reeks', w, ['van', 'tot'])
  const van = c.datum('/reeks/van', w.van)
  const tot = c.datum('/reeks/tot', w.tot)
  if (van === undefined || tot === undefined) return
  if (tot <= van)
    c.fout('/reeks/tot', 'omgekeerd', '«tot» ligt niet na «van».', w.tot, `een datum na ${toonDatum(van)}`)
  // `tot` itself does not count, so it may be the day after the last.
  else if (!isBinnenBereik(van) || !isBinnenBereik(tot - 1))
    c.fout('/reeks', 'bereik', 'De reeks ligt te ver weg.', w, `datums van ${BEREIK}`)
  else if (maandenTussen(van, tot - 1) >= MAX_MAANDEN)
    c.fout('/reeks', 'te-lang', 'De reeks is te lang.', w, `hoogstens ${MAX_MAANDEN} maanden`)
}

function isBinnenBereik(dag: Dag): boolean {
  return dag >= EERSTE_DAG && dag <= LAATSTE_DAG
}

const BEREIK = `${toonDatum(EERSTE_DAG)} tot en met ${toonDatum(LAATSTE_DAG)}`
