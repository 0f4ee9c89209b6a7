// A call from browser to browser: everybody sends to everybody. The server tells who takes part and passes on what two
// browsers say to find each other; sound and typed words do not pass through it. Nothing is recorded.
import { maakMenger } from './menger.js'
import { stuurTerPlekke } from './terplekke.js'
import { vervang } from './vervang.js'

/** Named limits, in milliseconds: a way that broke may come back by itself; coming back takes longer each time. */
const BREEKT = 2_000
const EERST = 500
const HOOGSTENS = 15_000
/** As the server closes (platform/http/seinen.ts): session over; call over; open in another window; said too much. */
const [UITGELOGD, VOORBIJ, ELDERS, ONJUIST] = [4401, 4404, 4409, 1008]
const TEKST = 500

const code = document.querySelector('[data-verrijk="belcode"] input')
// In a link the code stands after the `#`: it is filled in, and somebody presses the button themselves.
const vulIn = () => {
  if (!(code instanceof HTMLInputElement) || location.hash.length < 2) return
  code.value = decodeURIComponent(location.hash.slice(1))
  history.replaceState(null, '', location.pathname)
}
vulIn()
// A second link, opened where the first one was, opens no page anew.
addEventListener('hashchange', vulIn)

const bron = document.querySelector('[data-verrijk="bellen"]')
if (bron instanceof HTMLElement) void bel(bron)

/**
 * @typedef {object} Ander
 * @property {RTCPeerConnection} pc
 * @property {string} plek Their page as they opened it; when it is another one, everything begins anew.
 * @property {RTCDataChannel} kanaal
 * @property {HTMLAudioElement} geluid
 * @property {RTCIceCandidateInit[]} wacht
 * @property {RTCRtpSender | undefined} zender
 * @property {boolean} hoortMenger Somebody on the mixer needs nothing of us beside it.
 */

/** @param {HTMLElement} vak */
async function bel(vak) {
  const woorden = JSON.parse(vak.dataset.woorden ?? '{}')
  const plek = (/** @type {string} */ naam) =>
    /** @type {HTMLElement} */ (vak.querySelector(`[data-plek="${naam}"]`))
  const knop = (/** @type {string} */ naam) =>
    /** @type {HTMLElement} */ (vak.querySelector(`[data-doe="${naam}"]`))
  let isZonderMicrofoon = false
  const zeg = (/** @type {string} */ naam) => {
    const zin = isZonderMicrofoon && !isVoorbij ? `${woorden[naam]} ${woorden.microfoon}` : woorden[naam]
    if (plek('stand').textContent !== zin) plek('stand').textContent = zin
  }
  /** Of this page: whoever sees another one knows that we began anew. */
  const hier = crypto.randomUUID()
  /** @type {Map<string, Ander>} */
  const anderen = new Map()
  const ik = { id: '', isGedempt: false, staatInWacht: false }
  /** Somebody else is in the call, whether or not their page is open. */
  let isIemand = false
  /** @type {RTCConfiguration} */
  let ijs = {}
  /** @type {WebSocket | undefined} */
  let draad
  let nr = 0
  let pauze = EERST
  let isVoorbij = false
  let isEerste = true

  vak.querySelector('[data-zonder-script]')?.remove()
  zeg('verbinden')
  const stem = await leesMicrofoon()
  isZonderMicrofoon = stem === undefined
  zeg('verbinden')
  for (const naam of ['demp', 'wacht']) knop(naam).hidden = stem === undefined && naam === 'demp'
  plek('typen').hidden = false

  const stuur = (/** @type {object} */ bericht) => {
    if (draad?.readyState === WebSocket.OPEN) draad.send(JSON.stringify(bericht))
  }
  const sein = (/** @type {string} */ aan, /** @type {object} */ wat) =>
    stuur({ soort: 'sein', aan, sein: { ...wat, plek: hier } })
  /** Of two, always the same one offers: two offers that cross each other never happen. */
  const biedt = (/** @type {string} */ ander) => ik.id < ander

  const toonStand = () => {
    if (isVoorbij) return
    const staten = [...anderen.values()].map(({ pc }) => pc.connectionState)
    if (ik.staatInWacht) zeg('inWacht')
    else if (menger.isAan() || staten.includes('connected')) zeg(ik.isGedempt ? 'stil' : 'verbonden')
    else if (staten.length > 0) zeg('verbinden')
    else zeg(isIemand ? 'wachtOp' : 'alleen')
  }
  /** As the list on the page names them, in its language. */
  const naamVan = (/** @type {string} */ id) =>
    /** @type {HTMLElement | null} */ (vak.querySelector(`[data-deelnemer="${CSS.escape(id)}"]`))?.dataset
      .naam ?? woorden.ander

  const sluit = (/** @type {string} */ id) => {
    const ander = anderen.get(id)
    ander?.pc.close()
    ander?.geluid.remove()
    anderen.delete(id)
    toonStand()
  }

  const bied = async (/** @type {string} */ id, /** @type {boolean} */ isOpnieuw) => {
    const ander = anderen.get(id)
    if (ander === undefined) return
    const { pc } = ander
    // An offer that nobody answered may not have arrived: the same one goes again.
    if (pc.signalingState === 'stable')
      await pc.setLocalDescription(await pc.createOffer({ iceRestart: isOpnieuw }))
    if (pc.localDescription) sein(id, { soort: 'sdp', type: 'offer', sdp: pc.localDescription.sdp })
  }

  const herstel = (/** @type {string} */ id) => {
    const staat = anderen.get(id)?.pc.connectionState
    if (staat === undefined || staat === 'connected' || staat === 'closed') return
    if (biedt(id)) void bied(id, true)
    else sein(id, { soort: 'herstel' })
  }

  const begin = (/** @type {string} */ id, /** @type {string} */ hun) => {
    sluit(id)
    const pc = new RTCPeerConnection(ijs)
    const geluid = document.createElement('audio')
    geluid.autoplay = true
    geluid.muted = ik.staatInWacht
    plek('geluid').append(geluid)
    const zender = stem && pc.addTrack(stem, new MediaStream([stem]))
    if (!stem) pc.addTransceiver('audio', { direction: 'recvonly' })
    const kanaal = pc.createDataChannel('tekst', { negotiated: true, id: 0 })
    const ander = { pc, plek: hun, kanaal, geluid, wacht: [], zender, hoortMenger: false }
    anderen.set(id, ander)
    kanaal.onmessage = ({ data }) => {
      if (typeof data === 'string') schrijf(naamVan(id), data.slice(0, TEKST))
    }
    pc.ontrack = ({ track }) => {
      geluid.srcObject = new MediaStream([track])
      geluid.play().catch(() => {
        knop('geluid').hidden = false
      })
    }
    pc.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate)
        sein(id, { soort: 'ijs', kandidaat: candidate.candidate, mid: candidate.sdpMid ?? '0' })
    }
    pc.onconnectionstatechange = () => {
      toonStand()
      if (pc.connectionState === 'connected' && menger.isAan()) sein(id, { soort: 'menger', isAan: true })
      if (pc.connectionState === 'failed') herstel(id)
      if (pc.connectionState === 'disconnected') setTimeout(() => herstel(id), BREEKT)
    }
    toonStand()
    return ander
  }

  const hoor = async (/** @type {string} */ van, /** @type {any} */ wat) => {
    let ander = anderen.get(van)
    const isNieuw = ander === undefined || ander.plek !== wat.plek
    switch (wat.soort) {
      case 'hallo':
        if (isNieuw) begin(van, wat.plek)
        else if (ander?.pc.connectionState === 'connected') return
        if (biedt(van)) await bied(van, !isNieuw)
        else if (isNieuw) sein(van, { soort: 'hallo' })
        return
      case 'menger':
        if (ander === undefined || isNieuw) return
        ander.hoortMenger = wat.isAan
        return stuurGeluid(ander)
      case 'herstel':
        if (!isNieuw && biedt(van)) await bied(van, true)
        return
      case 'sdp':
        if (wat.type === 'answer') {
          if (isNieuw || ander?.pc.signalingState !== 'have-local-offer') return
          await ander.pc.setRemoteDescription({ type: 'answer', sdp: wat.sdp })
          return neemIjs(ander)
        }
        if (biedt(van)) return
        if (ander === undefined || isNieuw) ander = begin(van, wat.plek)
        await ander.pc.setRemoteDescription({ type: 'offer', sdp: wat.sdp })
        await neemIjs(ander)
        await ander.pc.setLocalDescription(await ander.pc.createAnswer())
        if (ander.pc.localDescription)
          sein(van, { soort: 'sdp', type: 'answer', sdp: ander.pc.localDescription.sdp })
        return
      case 'ijs':
        if (ander === undefined || isNieuw) return
        ander.wacht.push({ candidate: wat.kandidaat, sdpMid: wat.mid })
        if (ander.pc.remoteDescription) await neemIjs(ander)
    }
  }

  /** To each directly, until both are on the mixer: nobody misses a word while they move. */
  const stuurGeluid = async (/** @type {Ander} */ { zender, hoortMenger }) => {
    await zender?.replaceTrack(menger.isAan() && hoortMenger ? null : (stem ?? null))
  }
  const menger = maakMenger({
    ...{ stem, stuur, plek: plek('geluid'), ijs: () => ijs, isStil: () => ik.staatInWacht },
    gewijzigd: (isAan) => {
      toonStand()
      for (const [id, ander] of anderen) {
        sein(id, { soort: 'menger', isAan })
        void stuurGeluid(ander)
      }
    },
  })

  const zetAllen = (/** @type {any[]} */ deelnemers) => {
    const nu = deelnemers.filter(
      ({ id, stand, soort }) => stand === 'in-gesprek' && id !== ik.id && soort !== 'telefoon',
    )
    isIemand = nu.length > 0
    // Whoever has used the code needs it no more, and it opens nothing for anybody else.
    const code = document.querySelector('[data-code-van]')
    const metCode = deelnemers.find(({ id }) => id === code?.getAttribute('data-code-van'))
    if (metCode !== undefined && metCode.stand !== 'gaat-over') code?.remove()
    for (const id of anderen.keys()) if (!nu.some((een) => een.id === id)) sluit(id)
    for (const { id } of nu) if (!anderen.has(id)) sein(id, { soort: 'hallo' })
    toonStand()
  }

  /** The list of who takes part comes from the page itself, with its own words. */
  const ververs = async () => {
    const antwoord = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(
      () => undefined,
    )
    if (!antwoord?.ok) return
    const nieuw = new DOMParser().parseFromString(await antwoord.text(), 'text/html').body
    if (nieuw.querySelector('[data-verrijk="bellen"]') === null) return eindig('voorbij')
    vervang(vak, nieuw, () => false)
  }

  const eindig = (/** @type {string} */ waarom) => {
    isVoorbij = true
    menger.zet(false)
    for (const id of [...anderen.keys()]) sluit(id)
    stem?.stop()
    draad?.close()
    // What was typed can still be read here, until the page is closed.
    for (const deel of vak.querySelectorAll('[data-bij-gesprek]')) deel.setAttribute('hidden', '')
    plek('typen').hidden = plek('tekst').childElementCount === 0
    document.querySelector('[data-plek="erbij"]')?.setAttribute('hidden', '')
    zeg(waarom)
    plek('na').hidden = waarom !== 'voorbij'
  }

  let rij = Promise.resolve()
  const naElkaar = (/** @type {() => Promise<void>} */ doe) => {
    rij = rij.then(doe).catch(() => {})
  }

  const verbind = () => {
    const adres = new URL('/seinen', location.href)
    adres.protocol = adres.protocol === 'https:' ? 'wss:' : 'ws:'
    adres.search = new URLSearchParams({
      kant: vak.dataset.kant ?? '',
      gesprek: vak.dataset.gesprek ?? '',
    }).toString()
    draad = new WebSocket(adres)
    let isNet = true
    draad.onmessage = ({ data }) => {
      const bericht = JSON.parse(String(data))
      if (bericht.soort === 'ijs') {
        ijs = bericht.ijs
        for (const { pc } of anderen.values()) pc.setConfiguration(ijs)
      }
      if (bericht.soort === 'gemengd') void menger.antwoord(bericht)
      if (bericht.soort === 'sein') naElkaar(() => hoor(bericht.van, bericht.sein))
      if (bericht.soort !== 'gesprek') return
      ik.id = bericht.jij
      pauze = EERST
      naElkaar(async () => {
        zetAllen(bericht.deelnemers)
        menger.zet(bericht.isGemengd, isNet)
        // Back after a break: whoever is not heard now is asked again.
        if (isNet) {
          for (const id of anderen.keys()) sein(id, { soort: 'hallo' })
          weerBijElkaar(bericht)
        }
        isNet = false
      })
      if (nr !== 0 && bericht.nr !== nr) void ververs()
      nr = bericht.nr
    }
    draad.onclose = ({ code: waarom }) => {
      if (isVoorbij) return
      if (waarom === VOORBIJ) return eindig('voorbij')
      // What is said goes from browser to browser: it goes on without us.
      if (waarom === UITGELOGD) return zeg('uitgelogd')
      if (waarom === ELDERS) return eindig('elders')
      // Not at once: what may be said comes back with time.
      if (waarom === ONJUIST) pauze = HOOGSTENS
      setTimeout(() => {
        void ververs()
        if (!isVoorbij) verbind()
      }, pauze)
      pauze = Math.min(HOOGSTENS, pauze * 2)
    }
  }
  verbind()
  stuurTerPlekke(vak)
  addEventListener('online', () => {
    for (const id of anderen.keys()) herstel(id)
  })

  /** Opened again, somebody is muted as they were; and what was pressed while the wire was broken is still said. */
  const weerBijElkaar = (/** @type {any} */ { jij, deelnemers }) => {
    const daar = deelnemers.find((/** @type {any} */ { id }) => id === jij)
    if (daar === undefined) return
    const isAnders = daar.isGedempt !== ik.isGedempt || daar.staatInWacht !== ik.staatInWacht
    if (isEerste) Object.assign(ik, { isGedempt: daar.isGedempt, staatInWacht: daar.staatInWacht })
    if (isAnders) zet()
    isEerste = false
  }

  const zet = () => {
    if (stem) stem.enabled = !ik.isGedempt && !ik.staatInWacht
    for (const geluid of plek('geluid').querySelectorAll('audio')) geluid.muted = ik.staatInWacht
    for (const [naam, aan] of /** @type {const} */ ([
      ['demp', ik.isGedempt],
      ['wacht', ik.staatInWacht],
    ])) {
      knop(naam).setAttribute('aria-pressed', String(aan))
      knop(naam).textContent = woorden[aan ? `${naam}Af` : naam]
    }
    stuur({ soort: 'zet', isGedempt: ik.isGedempt, staatInWacht: ik.staatInWacht })
    toonStand()
  }
  knop('demp').addEventListener('click', () => {
    ik.isGedempt = !ik.isGedempt
    zet()
  })
  knop('wacht').addEventListener('click', () => {
    ik.staatInWacht = !ik.staatInWacht
    zet()
  })
  knop('geluid').addEventListener('click', () => {
    for (const geluid of plek('geluid').querySelectorAll('audio')) void geluid.play()
    knop('geluid').hidden = true
  })

  const schrijf = (/** @type {string} */ wie, /** @type {string} */ tekst) => {
    const regel = document.createElement('p')
    const naam = document.createElement('strong')
    naam.textContent = `${wie}: `
    regel.append(naam, tekst)
    plek('tekst').append(regel)
  }
  knop('typ').addEventListener('submit', (gebeurtenis) => {
    gebeurtenis.preventDefault()
    const veld = vak.querySelector('#zin')
    if (!(veld instanceof HTMLInputElement) || veld.value.trim() === '') return
    const open = [...anderen.values()].filter(({ kanaal }) => kanaal.readyState === 'open')
    // Nobody there to read it: it stays where it was typed.
    if (open.length === 0) return
    for (const { kanaal } of open) kanaal.send(veld.value.slice(0, TEKST))
    schrijf(woorden.jij, veld.value)
    veld.value = ''
  })
}

/** @param {Ander} ander */
async function neemIjs(ander) {
  // A way that does not fit is one way less, and nothing more.
  for (const een of ander.wacht.splice(0)) await ander.pc.addIceCandidate(een).catch(() => {})
}

/** @returns {Promise<MediaStreamTrack | undefined>} */
async function leesMicrofoon() {
  try {
    const stroom = await navigator.mediaDevices.getUserMedia({ audio: true })
    return stroom.getAudioTracks()[0]
  } catch {
    return undefined
  }
}
