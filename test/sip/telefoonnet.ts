/**
 * A telephone network on one machine: a mixer (Janus), the border element of an operator that asks for a password
 * (Kamailio, with rtpengine between the two sides of the sound), a telephone that answers and makes a sound (baresip), and
 * telephones that do something else (SIPp).
 */
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { vrijePoort } from '../../bench/waakhond.ts'
import { zorgVoor } from '../debian.ts'
import { type Proces, start, vrijeUdppoort } from './proces.ts'

export const geheim = 'geheim-van-de-proef'
const programmas = ['janus', 'kamailio', 'rtpengine', 'baresip', 'sipp']
const pakketten = [
  ...['janus', 'kamailio', 'kamailio-extra-modules', 'rtpengine-daemon', 'baresip-core', 'sip-tester'],
]

export interface Programmas {
  readonly pad: (naam: string) => string
}

/** All of them, or why not. */
export function vindTelefoonnet(): Programmas | { readonly reden: string } {
  const gevonden = zorgVoor(programmas, pakketten)
  if (typeof gevonden === 'string') return { reden: gevonden }
  return { pad: (naam) => gevonden.get(naam) ?? naam }
}

/** Whether the mixer still has that room, as it says itself. */
export async function bestaatKamer(
  { omgeving }: Pick<Telefoonnet, 'omgeving'>,
  kamer: number,
): Promise<boolean> {
  const vraag = async (pad: readonly number[], body: object) => {
    const antwoord = await fetch([omgeving.VOORDEUR_MENGER_URL, ...pad].join('/'), {
      method: 'POST',
      body: JSON.stringify({ ...body, transaction: 'proef', apisecret: geheim }),
    })
    return (await antwoord.json()) as { data?: { id: number }; plugindata?: { data: { exists?: boolean } } }
  }
  const sessie = (await vraag([], { janus: 'create' })).data?.id ?? 0
  const plugin = { janus: 'attach', plugin: 'janus.plugin.audiobridge' }
  const greep = (await vraag([sessie], plugin)).data?.id ?? 0
  const body = { request: 'exists', room: kamer }
  const uit = await vraag([sessie, greep], { janus: 'message', body })
  await vraag([sessie], { janus: 'destroy' })
  if (uit.plugindata?.data.exists === undefined) throw new Error('de menger zegt niets van die kamer')
  return uit.plugindata.data.exists
}

export interface Telefoonnet {
  /** For the program, beside what it needs itself. */
  readonly omgeving: Readonly<Record<string, string>>
  readonly janus: Proces
  readonly kamailio: Proces
  /** What a telephone with that beginning of its number is reached at. */
  readonly poorten: { readonly baresip: number; readonly sipp: number }
}

const modules = '/usr/lib/x86_64-linux-gnu'

export async function startTelefoonnet(t: TestContext, { pad }: Programmas): Promise<Telefoonnet> {
  const [http, ng] = [await vrijePoort(), await vrijeUdppoort()]
  const [sbc, hier, baresip, sipp] = [
    ...[await vrijeUdppoort(), await vrijeUdppoort(), await vrijeUdppoort(), await vrijeUdppoort()],
  ] as const
  const janus = await start(t, {
    pad: pad('janus'),
    opties: (map) => ['-F', map],
    bestanden: (map) => janusbestanden(map, http),
    klaar: /HTTP webserver started[\s\S]*JANUS REST/,
  })
  await start(t, {
    pad: pad('rtpengine'),
    opties: (map) => [
      ...[
        '--table=-1',
        '--interface=127.0.0.1',
        `--listen-ng=127.0.0.1:${ng}`,
        '--foreground',
        '--log-stderr',
      ],
      ...[
        '--port-min=31000',
        '--port-max=41000',
        '--delete-delay=0',
        `--pidfile=${map}/pid`,
        '--log-level=5',
      ],
    ],
    bestanden: () => ({}),
  })
  const kamailio = await start(t, {
    pad: pad('kamailio'),
    opties: (map) => ['-DD', '-E', '-f', `${map}/kamailio.cfg`, '-Y', map, '-m', '64', '-M', '8', '-n', '2'],
    bestanden: () => ({ 'kamailio.cfg': kamailiobestand({ sbc, ng, baresip, sipp }) }),
    klaar: /Listening on/,
  })
  return {
    ...{ janus, kamailio, poorten: { baresip, sipp } },
    omgeving: {
      VOORDEUR_MENGER_URL: `http://127.0.0.1:${http}/janus`,
      ...{ VOORDEUR_MENGER_GEHEIM: geheim, VOORDEUR_MENGER_BEHEER: 'beheer' },
      ...{ VOORDEUR_SIP_SBC: `127.0.0.1:${sbc}`, VOORDEUR_SIP_HIER: `127.0.0.1:${hier}` },
      ...{ VOORDEUR_SIP_NUMMER: '+31101234567', VOORDEUR_SIP_GEBRUIKER: 'voordeur' },
      VOORDEUR_SIP_WACHTWOORD: 'wachtwoord-van-de-proef',
    },
  }
}

function janusbestanden(map: string, http: number): Record<string, string> {
  const uit = (...namen: readonly string[]) => namen.map((naam) => `libjanus_${naam}.so`).join(',')
  return {
    'janus.jcfg': `general: {
  configs_folder = "${map}"
  plugins_folder = "${modules}/janus/plugins"
  transports_folder = "${modules}/janus/transports"
  debug_level = 4
  api_secret = "${geheim}"
}
media: { rtp_port_range = "41100-42000" }
nat: { ice_enforce_list = "127.0.0.1" }
plugins: { disable = "${uit('duktape', 'echotest', 'lua', 'nosip', 'recordplay', 'sip', 'streaming', 'textroom', 'videocall', 'videoroom', 'voicemail')}" }
transports: { disable = "${uit('mqtt', 'nanomsg', 'pfunix', 'rabbitmq', 'websockets')}" }
`,
    'janus.transport.http.jcfg': `general: { json = "compact" base_path = "/janus" http = true port = ${http} ip = "127.0.0.1" https = false }
admin: { admin_http = false }
`,
    'janus.plugin.audiobridge.jcfg': `general: { admin_key = "beheer" rtp_port_range = "42100-43000" local_ip = "127.0.0.1" }
`,
  }
}

interface Poorten {
  readonly sbc: number
  readonly ng: number
  readonly baresip: number
  readonly sipp: number
}

/** Numbers that begin with +3110 go to the telephone, those with +3120 to the other ones; every call needs the password. */
function kamailiobestand({ sbc, ng, baresip, sipp }: Poorten): string {
  return `#!KAMAILIO
debug=2
log_stderror=yes
children=2
disable_tcp=yes
auto_aliases=no
listen=udp:127.0.0.1:${sbc}
mpath="${modules}/kamailio/modules"
loadmodule "tm.so"
loadmodule "sl.so"
loadmodule "rr.so"
loadmodule "pv.so"
loadmodule "maxfwd.so"
loadmodule "textops.so"
loadmodule "siputils.so"
loadmodule "auth.so"
loadmodule "rtpengine.so"
modparam("rtpengine", "rtpengine_sock", "udp:127.0.0.1:${ng}")
request_route {
  if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }
  if (has_totag()) {
    if (is_method("ACK") && t_check_trans()) { t_relay(); exit; }
    if (!loose_route()) { sl_send_reply("404", "Not Here"); exit; }
    if (is_method("BYE")) rtpengine_delete();
    t_relay();
    exit;
  }
  if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
  t_check_trans();
  if (!is_method("INVITE")) { sl_send_reply("405", "Method Not Allowed"); exit; }
  if (!pv_proxy_authenticate("sbc.example", "wachtwoord-van-de-proef", "0")) { proxy_challenge("sbc.example", "1"); exit; }
  consume_credentials();
  record_route();
  if ($rU =~ "^\\+3110") { $rU = "inwoner"; $du = "sip:127.0.0.1:${baresip}"; }
  else if ($rU =~ "^\\+3120") { $du = "sip:127.0.0.1:${sipp}"; }
  else { sl_send_reply("404", "No Such Number"); exit; }
  rtpengine_offer("replace-origin replace-session-connection ICE=remove RTP/AVP");
  t_on_reply("BINNEN");
  t_relay();
}
onreply_route[BINNEN] {
  if (has_body("application/sdp")) rtpengine_answer("replace-origin replace-session-connection ICE=remove RTP/AVP");
}
`
}

/** A telephone that answers by itself and beeps in A-law; `ctrl` is where it takes commands. */
export async function startBaresip(
  t: TestContext,
  { pad }: Programmas,
  { poort, ctrl }: { readonly poort: number; readonly ctrl: number },
): Promise<Proces> {
  return await start(t, {
    pad: pad('baresip'),
    opties: (map) => ['-f', map],
    bestanden: (map) => ({
      config: `sip_listen 127.0.0.1:${poort}
audio_source aufile,${map}/piep.wav
audio_player aubridge,oor
audio_srate 8000
audio_channels 1
rtp_ports 43100-44000
module_path /usr/lib/baresip/modules
module g711.so
module aufile.so
module aubridge.so
module sndfile.so
snd_path ${map}
module_app account.so
module_app contact.so
module_app menu.so
module_app ctrl_tcp.so
ctrl_tcp_listen 127.0.0.1:${ctrl}
`,
      accounts: `<sip:inwoner@127.0.0.1:${poort}>;regint=0;answermode=auto;audio_codecs=PCMA/8000/1\n`,
      contacts: '',
      'piep.wav': piep(),
    }),
    klaar: /baresip is ready/,
  })
}

/** Two minutes of sound at 8 kHz, 16 bits: what a telephone says here; it hangs up when that ends. */
function piep(): Buffer {
  const stalen = Buffer.alloc(2 * 120 * 8_000)
  for (let i = 0; 2 * i < stalen.length; i++)
    stalen.writeInt16LE(Math.round(9_000 * Math.sin((2 * Math.PI * 440 * i) / 8_000)), 2 * i)
  const kop = Buffer.alloc(44)
  kop.write('RIFF', 0)
  kop.writeUInt32LE(36 + stalen.length, 4)
  kop.write('WAVEfmt ', 8)
  kop.writeUInt32LE(16, 16)
  kop.writeUInt16LE(1, 20)
  kop.writeUInt16LE(1, 22)
  kop.writeUInt32LE(8_000, 24)
  kop.writeUInt32LE(16_000, 28)
  kop.writeUInt16LE(2, 32)
  kop.writeUInt16LE(16, 34)
  kop.write('data', 36)
  kop.writeUInt32LE(stalen.length, 40)
  return Buffer.concat([kop, stalen])
}

/** How loud the last two seconds were that the telephone heard, at most 32,768; 0 when it heard nothing. */
export function gehoord({ map }: Proces): number {
  const bestand = readdirSync(map).find((naam) => naam.endsWith('-dec.wav'))
  if (bestand === undefined) return 0
  const stalen = readFileSync(join(map, bestand)).subarray(44)
  let luidste = 0
  for (let i = Math.max(0, stalen.length - 32_000) & ~1; i + 1 < stalen.length; i += 2)
    luidste = Math.max(luidste, Math.abs(stalen.readInt16LE(i)))
  return luidste
}

/** Tells the telephone to do something (netstring with JSON, as its ctrl_tcp has it). */
export async function zegBaresip(ctrl: number, command: string): Promise<void> {
  const bericht = JSON.stringify({ command })
  const socket = connect(ctrl, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`${bericht.length}:${bericht},`)
  await once(socket, 'data')
  socket.destroy()
}

/** One telephone that does as the scenario says, for one call. */
export async function startSipp(
  t: TestContext,
  { pad }: Programmas,
  { poort, stappen }: { readonly poort: number; readonly stappen: string },
): Promise<Proces> {
  const kop = '<?xml version="1.0" encoding="ISO-8859-1" ?>\n<scenario name="telefoon">'
  return await start(t, {
    pad: pad('sipp'),
    opties: (map) => [
      ...['-sf', join(map, 'telefoon.xml'), '-i', '127.0.0.1', '-p', String(poort), '-m', '1', '-nostdin'],
      ...['-trace_err', '-timeout', '60s'],
    ],
    bestanden: () => ({ 'telefoon.xml': `${kop}\n${stappen}\n</scenario>\n` }),
  })
}

const antwoord = (
  code: string,
  meer = '',
  lijf = '',
) => `<send${code.startsWith('1') || code.startsWith('2') ? '' : ' retrans="500"'}><![CDATA[

SIP/2.0 ${code}
[last_Via:]
[last_Record-Route:]
[last_From:]
[last_To:];tag=[pid]T[call_number]
[last_Call-ID:]
[last_CSeq:]
${meer}Content-Length: [len]
${lijf === '' ? '' : `\n${lijf}`}
]]></send>`
const gaatOver = `<recv request="INVITE" rrs="true"/>\n${antwoord('180 Ringing')}`

export const sipp = {
  blijftOvergaan: `${gaatOver}
<recv request="CANCEL"/>
<send><![CDATA[

SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:];tag=[pid]T[call_number]
[last_Call-ID:]
[last_CSeq:]
Content-Length: 0

]]></send>
`,
  bezet: `${gaatOver}
<pause milliseconds="300"/>
${antwoord('486 Busy Here')}
<recv request="ACK"/>`,
  neemtOp: `${gaatOver}
<pause milliseconds="300"/>
${antwoord(
  '200 OK',
  'Contact: <sip:[local_ip]:[local_port]>\nContent-Type: application/sdp\n',
  `v=0
o=user1 53655765 2353687637 IN IP4 [local_ip]
s=-
c=IN IP4 [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 8
a=rtpmap:8 PCMA/8000
`,
)}
<recv request="ACK"/>
<recv request="BYE"/>
${antwoord('200 OK')}`,
} as const
