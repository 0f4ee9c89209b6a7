import { html } from '../../platform/index.ts'
import type { Bevolking } from '../bevolking/bevolking.ts'
import { plaatsen } from '../bevolking/plaatsen.ts'
import { type Antwoord, type Dienst, startDienst } from '../dienst/dienst.ts'
import { Storingsbord } from '../dienst/storingsbord.ts'
import { stijl } from '../post/pagina.ts'
import type { Volgers } from './volgers.ts'

/** What can be played: a child, a move, another income, the death of a partner, and that the last one was a mistake. */
export const voorvallen = ['geboorte', 'verhuizing', 'inkomen', 'partner-overlijdt', 'correctie'] as const
export type Voorval = (typeof voorvallen)[number]

export interface Gespeeld {
  /** How many followers of this person are told. */
  readonly verteld: number
}

/** Lets something happen to a made-up person: first in the register, then by an event to whoever follows them. */
export interface Toneel {
  /**
   * `waarde`: of a birth the day, of a move the code of the place, of an income whole euros per year. Without it a child is
   * born today. `undefined`: that cannot happen.
   */
  readonly speel: (id: string, voorval: Voorval, waarde?: string) => Gespeeld | undefined
  /** The key with which each register signs what it tells. */
  readonly zetSleutels: (sleutels: ReadonlyMap<string, string>) => void
  /** Where somebody plays it by hand. */
  readonly pagina: URL
  readonly sluit: () => Promise<void>
}

export interface ToneelOpties {
  readonly bevolking: Bevolking
  readonly volgers: { readonly brp: Volgers; readonly inkomen: Volgers }
  readonly nu: () => Date
  readonly beheersleutel: string
  readonly adres?: string | undefined
  readonly poort?: number | undefined
}

interface Gebeurd {
  /** Under whose number it is told. */
  readonly bsn: string
  readonly bron: 'brp' | 'inkomen'
  readonly soort: string
  readonly op: string
}

export async function startToneel(opties: ToneelOpties): Promise<Toneel> {
  const { bevolking, volgers, beheersleutel, adres, poort } = opties
  const gebeurd = new Map<string, (readonly Gebeurd[])[]>()
  const speel: Toneel['speel'] = (id, voorval, waarde = '') => {
    const wie = bevolking.bekenden.find((een) => een.id === id)?.persoon
    if (wie?.bsn === undefined) return undefined
    if (voorval === 'correctie') {
      const laatste = gebeurd.get(id)?.pop()
      if (laatste === undefined || !bevolking.levensloop.terug(wie)) return undefined
      return geteld(laatste, ({ bron, bsn, soort }) => volgers[bron].trekIn(bsn, soort))
    }
    const wat = doe(opties, wie, voorval, waarde)
    if (wat === undefined) return undefined
    gebeurd.set(id, [...(gebeurd.get(id) ?? []), wat])
    return geteld(wat, ({ bron, bsn, soort, op }) => volgers[bron].meld(bsn, soort, op))
  }
  let melding = ''
  const dienst: Dienst = await startDienst(
    {
      naam: 'toneel',
      basisPad: '',
      adres,
      poort,
      sleutel: undefined,
      beheersleutel,
      bord: new Storingsbord(() => undefined),
      ongeautoriseerd: () => ({ status: 401, inhoud: {} }),
    },
    ({ pad, methode, tekst }): Antwoord => {
      if (pad === '/stijl.css') return tekstAntwoord('text/css; charset=utf-8', stijl)
      if (pad !== '/') return { status: 404, inhoud: {} }
      if (methode !== 'POST') return tekstAntwoord('text/html; charset=utf-8', toneelpagina(opties, melding))
      const form = new URLSearchParams(tekst)
      const voorval = voorvallen.find((een) => een === form.get('voorval'))
      const uit = voorval && speel(form.get('wie') ?? '', voorval, form.get('waarde') ?? '')
      melding =
        uit === undefined
          ? 'Dat kan niet gebeuren.'
          : uit.verteld === 0
            ? 'Het register is veranderd. Niemand volgt deze persoon, dus niemand hoort het.'
            : 'Het register is veranderd, en wie deze persoon volgt hoort het.'
      return { status: 303, inhoud: {}, koppen: { location: '/' } }
    },
  )
  return {
    speel,
    zetSleutels: (sleutels) => {
      for (const bron of ['brp', 'inkomen'] as const) {
        const sleutel = sleutels.get(bron)
        if (sleutel !== undefined) volgers[bron].zetSleutel(sleutel)
      }
    },
    pagina: new URL('/', dienst.url),
    sluit: async () => {
      for (const een of Object.values(volgers)) een.sluit()
      await dienst.sluit()
    },
  }
}

function geteld(wat: readonly Gebeurd[], vertel: (een: Gebeurd) => number): Gespeeld {
  return { verteld: wat.reduce((som, een) => som + vertel(een), 0) }
}

function doe(
  { bevolking: { levensloop }, nu }: ToneelOpties,
  wie: Bevolking['personen'][number],
  voorval: Exclude<Voorval, 'correctie'>,
  waarde: string,
): readonly Gebeurd[] | undefined {
  const vandaag = nu().toISOString().slice(0, 10)
  const van = (een: typeof wie, rest: Omit<Gebeurd, 'bsn'>): readonly Gebeurd[] =>
    een.bsn === undefined ? [] : [{ bsn: een.bsn, ...rest }]
  switch (voorval) {
    case 'geboorte': {
      const op = waarde === '' ? vandaag : waarde
      if (!/^\d{4}-\d{2}-\d{2}$/.test(op) || op > vandaag) return undefined
      levensloop.geboorte(wie, op)
      return van(wie, { bron: 'brp', soort: 'geboorte', op })
    }
    case 'verhuizing':
      if (!plaatsen.some(({ gebied, land }) => gebied === waarde && land === undefined)) return undefined
      levensloop.verhuizing(wie, waarde, vandaag)
      return van(wie, { bron: 'brp', soort: 'verhuizing', op: vandaag })
    case 'inkomen':
      if (wie.inkomen === undefined || !/^\d{1,6}$/.test(waarde)) return undefined
      levensloop.inkomen(wie, Number(waarde), vandaag)
      return van(wie, { bron: 'inkomen', soort: 'inkomen-gewijzigd', op: vandaag })
    case 'partner-overlijdt': {
      const ander = levensloop.partnerOverlijdt(wie, vandaag)
      // As docs/levensloop.md asks: of whoever died under their own name, of who stays behind under theirs.
      return (
        ander && [
          ...van(ander, { bron: 'brp', soort: 'overlijden', op: vandaag }),
          ...van(wie, { bron: 'brp', soort: 'overlijden-partner', op: vandaag }),
        ]
      )
    }
  }
}

function tekstAntwoord(soort: string, lichaam: string): Antwoord {
  return { status: 200, inhoud: undefined, lichaam, koppen: { 'content-type': soort } }
}

/** For whoever builds on this or shows it: one person, one thing that happens. */
function toneelpagina({ bevolking, volgers }: ToneelOpties, melding: string): string {
  const mensen = bevolking.bekenden.filter(
    ({ groep, persoon }) => groep === 'verhaal' && persoon.bsn !== undefined,
  )
  return `<!doctype html>${html`<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Laat iets gebeuren</title><link rel="stylesheet" href="/stijl.css"></head>
<body><main>
<h1>Laat iets gebeuren</h1>
<p>Deze mensen bestaan niet. Wat hier gebeurt, komt in het verzonnen register. Wie de persoon volgt, hoort het.</p>
${melding && html`<p role="status"><strong>${melding}</strong></p>`}
<form method="post" action="/">
<p><label for="wie">Wie</label><br><select id="wie" name="wie">${mensen.map(({ id, persoon: { voornamen, bsn = '' } }) => html`<option value="${id}">${voornamen}${volgers.brp.volgt(bsn) ? ' (wordt gevolgd)' : ''}</option>`)}</select></p>
<p><label for="waarde">Geboren op welke dag (2026-02-27), naar welke gemeente, of welk inkomen in euro per jaar</label><br><input id="waarde" name="waarde" list="plaatsen"></p>
<datalist id="plaatsen">${plaatsen.flatMap(({ gebied, woonplaats, land }) => (land === undefined ? [html`<option value="${gebied}">${woonplaats}</option>`] : []))}</datalist>
<p><button name="voorval" value="geboorte">Krijgt een kind</button>
<button name="voorval" value="verhuizing">Verhuist</button>
<button name="voorval" value="inkomen">Krijgt een ander inkomen</button>
<button name="voorval" value="partner-overlijdt">Verliest de partner</button>
<button name="voorval" value="correctie">Het laatste was een vergissing</button></p>
</form></main></body></html>`}`
}
