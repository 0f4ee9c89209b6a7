import { type Toegangseis, voorIedereen } from './toegangseis.ts'

/** One address of the website, with who may open it. */
export interface Route {
  readonly methode: 'GET' | 'POST'
  readonly pad: string
  readonly toegang: Toegangseis
}

export function get(pad: string, toegang = voorIedereen): Route & { readonly methode: 'GET' } {
  return { methode: 'GET', pad, toegang }
}

export function post(pad: string, toegang = voorIedereen): Route & { readonly methode: 'POST' } {
  return { methode: 'POST', pad, toegang }
}
