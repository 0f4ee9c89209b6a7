/** What two ends of a telephone call say of their sound (RFC 3264, RFC 8866): one stream of A-law, both ways. */
import { isIPv4 } from 'node:net'
import type { Rtpplek } from '../index.ts'

const PCMA = 8

export function schrijfSdp({ ip, poort }: Rtpplek, versie: number): string {
  return [
    ...['v=0', `o=voordeur ${versie} ${versie} IN IP4 ${ip}`, 's=-', `c=IN IP4 ${ip}`, 't=0 0'],
    ...[`m=audio ${poort} RTP/AVP ${PCMA}`, `a=rtpmap:${PCMA} PCMA/8000`, 'a=ptime:20', 'a=sendrecv', ''],
  ].join('\r\n')
}

/** Where they listen; `undefined`: not one stream of A-law that we can send to. */
export function leesSdp(sdp: string): Rtpplek | undefined {
  const regels = sdp.split(/\r?\n/)
  const begin = regels.findIndex((regel) => regel.startsWith('m=audio '))
  if (begin < 0) return undefined
  const [, poort = '', profiel = '', soorten = ''] =
    /^m=audio (\d{1,5})(?:\/1)? (\S+) (.+)$/.exec(regels[begin] ?? '') ?? []
  const einde = regels.findIndex((regel, i) => i > begin && regel.startsWith('m='))
  const stroom = regels.slice(begin, einde < 0 ? undefined : einde)
  const zoek = (rij: readonly string[]) => rij.find((regel) => regel.startsWith('c='))
  const ip = /^c=IN IP4 ([\d.]+)/.exec(zoek(stroom) ?? zoek(regels.slice(0, begin)) ?? '')?.[1]
  const isGoed =
    profiel === 'RTP/AVP' &&
    soorten.split(' ').includes(String(PCMA)) &&
    Number(poort) > 0 &&
    Number(poort) < 65_536
  return isGoed && ip !== undefined && isIPv4(ip) ? { ip, poort: Number(poort) } : undefined
}
