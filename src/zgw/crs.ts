import { ZgwFout } from './fout.ts'

/** The one coordinate system of the standard. */
export const crs = 'EPSG:4326'

/** A client always sends both: the 1.5.2 file asks for them on every operation below `/zaken`. */
export const crsKoppen = { 'accept-crs': crs, 'content-crs': crs } as const

/**
 * The reference is narrower than the file: `Accept-Crs` where an answer has geometry, `Content-Crs` where a body has,
 * neither to delete. Absent is 412; another system is 406 or 415.
 */
export function eisCrs(methode: string, koppen: Readonly<Record<string, string | undefined>>): void {
  if (methode === 'DELETE') return
  eis(koppen['accept-crs'], 406, 'Accept-Crs')
  if (methode !== 'GET' && methode !== 'HEAD') eis(koppen['content-crs'], 415, 'Content-Crs')
}

function eis(waarde: string | undefined, anders: 406 | 415, kop: string): void {
  if (waarde === undefined) {
    throw new ZgwFout(412, 'precondition_failed', `De header ${kop} ontbreekt.`)
  }
  if (waarde !== crs) {
    const code = anders === 406 ? 'not_acceptable' : 'unsupported_media_type'
    throw new ZgwFout(anders, code, `${kop} ${JSON.stringify(waarde)} wordt niet ondersteund; wel ${crs}.`)
  }
}
