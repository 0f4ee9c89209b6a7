/** A day and a time as somebody types them, on the clock of the body. */
import {
  type Datum,
  datum,
  datumOp,
  maakDatum,
  momentOp,
  type Tijdzone,
  tijdOp,
} from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { datumvelden } from '../../ui/datumveld.ts'
import { foutregel, tekstveld, type Veldfout } from '../../ui/formulier.ts'

export function tijdvelden(
  { spraak }: Context,
  {
    naam,
    kop,
    waarden,
    fout,
  }: {
    readonly naam: string
    readonly kop: string
    readonly waarden: Readonly<Record<string, string>>
    readonly fout: Veldfout | undefined
  },
): Html {
  const { t } = spraak
  const id = `${naam}-dag`
  return html`<fieldset class="vd-fieldset"><legend>${kop}</legend>
${foutregel({ fout, foutWoord: t('algemeen.fout'), id })}
${datumvelden({ spraak, voorvoegsel: `${naam}-`, waarden, fout })}
${tekstveld({ id: `${naam}-tijd`, naam: `${naam}-tijd`, label: t('post.tijd'), waarde: waarden[`${naam}-tijd`] ?? '', foutWoord: '', breedte: 'kort', hoogstens: 5 })}</fieldset>`
}

/** What stands in the fields at first. */
export function waardenVoor(naam: string, op: Date, zone: Tijdzone): Record<string, string> {
  const [jaar = '', maand = '', dag = ''] = datumOp(op, zone).split('-')
  return {
    [`${naam}-dag`]: String(Number(dag)),
    [`${naam}-maand`]: String(Number(maand)),
    [`${naam}-jaar`]: jaar,
    [`${naam}-tijd`]: tijdOp(op, zone),
  }
}

export function waardenUit(velden: URLSearchParams, naam: string): Record<string, string> {
  return Object.fromEntries(
    ['dag', 'maand', 'jaar', 'tijd'].map((deel) => {
      const sleutel = `${naam}-${deel}`
      return [sleutel, (velden.get(sleutel) ?? '').trim()]
    }),
  )
}

/** `leeg`: nothing was typed at all. */
export function leesMoment(velden: URLSearchParams, naam: string, zone: Tijdzone): Date | 'leeg' | undefined {
  const waarden = Object.values(waardenUit(velden, naam))
  if (waarden.every((waarde) => waarde === '')) return 'leeg'
  const [, , , tijd = ''] = waarden
  const dag = leesDag(velden, naam)
  const klok = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(tijd)
  if (dag === undefined || klok === null) return undefined
  return momentOp(datum(dag), Number(klok[1]) * 60 + Number(klok[2]), zone)
}

export function leesDag(velden: URLSearchParams, naam: string): Datum | undefined {
  const deel = (welk: string) => Number((velden.get(`${naam}-${welk}`) ?? '').trim() || Number.NaN)
  return maakDatum(deel('jaar'), deel('maand'), deel('dag'))
}
